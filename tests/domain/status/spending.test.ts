import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Entry } from '@/domain/ledger/entry'
import { sum } from '@/domain/number/decimal'
import { HEBEI } from '@/domain/plan/preset'
import { spendingCurve } from '@/domain/status/departmentStatus'
import { projectStatus } from '@/domain/status/projectStatus'
import { coveringStatement, moneyBefore, statedBy, totalAt } from '@/domain/status/spending'
import type { Day } from '@/domain/time/day'
import { SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { days, entryLists, shuffled } from '../arbitraries'
import { day, DECEMBER, inWan, JUNE, OCTOBER, pay, settle, statedPay, total, voidOf, zero } from '../build'

const PROJECT = SIX_PROJECTS[2]!
const ID = PROJECT.id

function statusOf(entries: readonly Entry[], asOf: Day = DECEMBER) {
  const { ledger } = addEntries(emptyLedger(SIX_PLAN.id), entries)
  return projectStatus(PROJECT, sliceOf(ledger, ID), { asOf, knownAt: null }, HEBEI)
}

const at = (entries: readonly Entry[], on: Day) => inWan(totalAt(statusOf(entries).spending, on))
const left = (entries: readonly Entry[]) =>
  statusOf(entries).spending.flatMap(({ unexplained }) => (unexplained ? [inWan(unexplained)] : []))

describe('a stated total is a statement', () => {
  it('payments up to its day explain it, those after it are added', () => {
    const entries = [
      pay(ID, '2020-05-01', '10'),
      total(ID, JUNE, '40'),
      pay(ID, JUNE, '5'),
      pay(ID, '2020-07-01', '7'),
    ]
    expect(at(entries, day('2020-05-31'))).toBe('10')
    expect(at(entries, JUNE)).toBe('40')
    expect(at(entries, OCTOBER)).toBe('47')
    expect(left(entries)).toEqual(['25'])
  })

  it('a list imported under a stated total changes no total; a surplus shows', () => {
    const stated = total(ID, JUNE, '40')
    const list = [pay(ID, '2020-02-01', '30'), pay(ID, '2020-03-01', '20')]
    expect(at([stated, ...list], JUNE)).toBe('40')
    expect(left([stated, ...list])).toEqual(['-10'])
  })

  it('correcting an early figure moves no later one', () => {
    const entries = [total(ID, JUNE, '40'), total(ID, OCTOBER, '60')]
    const corrected = [...entries, total(ID, JUNE, '35')]
    expect([JUNE, OCTOBER, DECEMBER].map((on) => at(corrected, on))).toEqual(['35', '60', '60'])
  })

  it('a total may fall, as a marked step of the curve', () => {
    const status = statusOf([pay(ID, '2020-05-01', '50'), total(ID, JUNE, '40')])
    expect(spendingCurve([status, status]).map((point) => [inWan(point.total), point.stated])).toEqual([
      ['100', false],
      ['80', true],
    ])
  })

  it('says which statement covers a day', () => {
    const { spending } = statusOf([total(ID, JUNE, '40'), total(ID, OCTOBER, '60')])
    const covering = (on: string) => coveringStatement(spending, day(on))?.entry.effectiveOn ?? null
    expect([covering('2020-03-01'), covering(JUNE), covering('2020-07-01'), covering('2020-11-01')]).toEqual([
      JUNE,
      JUNE,
      OCTOBER,
      null,
    ])
  })

  it('schema 1: a payment with a stated total is that statement and its payment', () => {
    const entries = [
      statedPay(ID, JUNE, '40', '40'),
      statedPay(ID, OCTOBER, '20', '60'),
      pay(ID, '2020-05-01', '5'),
    ]
    expect([JUNE, OCTOBER].map((on) => at(entries, on))).toEqual(['40', '60'])
    expect(left(entries)).toEqual(['-5', '-5'])
  })
})

describe('zero', () => {
  it('is a total of 0', () => {
    expect(at([total(ID, JUNE, '0'), pay(ID, OCTOBER, '3')], OCTOBER)).toBe('3')
    expect(statusOf([], JUNE).spent).toBeNull()
  })

  it.each([
    ['nothing before it', () => [], true],
    ['a payment after its day', () => [pay(ID, '2020-07-01', '1')], true],
    ['a refund before it', () => [pay(ID, '2020-03-01', '-1')], true],
    ['a payment on its day', () => [pay(ID, JUNE, '1')], false],
    ['a payment before it', () => [pay(ID, '2020-03-01', '1')], false],
    ['a statement above 0 before it', () => [total(ID, '2020-03-31', '1')], false],
    ['a statement above 0 of another on its day', () => [total(ID, JUNE, '1', { author: '李四' })], false],
    ['a statement of 0 before it', () => [total(ID, '2020-03-31', '0')], true],
    [
      'a statement that its writer has made 0',
      () => [total(ID, '2020-03-31', '40'), total(ID, '2020-03-31', '0')],
      true,
    ],
    [
      'one of 0 that its writer has made more',
      () => [total(ID, '2020-03-31', '0'), total(ID, '2020-03-31', '1')],
      false,
    ],
    [
      'one that another would have 0',
      () => [total(ID, '2020-03-31', '0', { author: '李四' }), total(ID, '2020-03-31', '1')],
      false,
    ],
    [
      'one that stands though another day was made 0',
      () => [total(ID, '2020-03-31', '1'), total(ID, '2020-03-30', '0')],
      false,
    ],
  ] as const)('stored by schema 1 states nothing beside money: %s', (_, others, speaks) => {
    const said = zero(ID, JUNE)
    const entries = [...others(), said]
    const status = statusOf(entries, JUNE)
    expect(status.silentZeros).toEqual(speaks ? [] : [said])
    expect(moneyBefore(others(), said) === null).toBe(speaks)
    if (speaks) expect(inWan(status.spent)).toBe('0')
    else expect(inWan(status.spent)).toBe('1')
  })

  it("replaces one's own statement of the same day", () => {
    expect(moneyBefore([total(ID, JUNE, '40')], zero(ID, JUNE))).toBeNull()
  })
})

describe('rival totals', () => {
  const by = (author: string) => ({ author })

  it('two copies that state the same agree: 40, not 80', () => {
    for (const entries of [
      [total(ID, JUNE, '40', by('张三')), total(ID, JUNE, '40', by('李四'))],
      [statedPay(ID, JUNE, '40', '40', by('张三')), statedPay(ID, JUNE, '40', '40', by('李四'))],
    ]) {
      expect(at(entries, JUNE)).toBe('40')
      expect(statusOf(entries).totalConflicts).toEqual([])
    }
  })

  it('2400 against 2413.86 is a conflict that shows the latest, not 4813.86', () => {
    const entries = [total(ID, JUNE, '2400', by('张三')), total(ID, JUNE, '2413.86', by('李四'))]
    expect(at(entries, JUNE)).toBe('2413.86')
    expect(
      statusOf(entries).totalConflicts.map((own) => [own.day, own.rivals.map((one) => inWan(one.total))]),
    ).toEqual([[JUNE, ['2400', '2413.86']]])
  })

  it("each writer's last statement of a day is his", () => {
    const entries = [
      total(ID, JUNE, '41', by('张三')),
      total(ID, JUNE, '40', by('李四')),
      total(ID, JUNE, '40', by('张三')),
    ]
    expect(statusOf(entries).totalConflicts).toEqual([])
  })

  it('a settlement shows the kept one and voids nothing; a rival it has not seen opens it again', () => {
    const [a, b] = [total(ID, JUNE, '40', by('张三')), total(ID, JUNE, '50', by('李四'))]
    const settled = [a, b, settle(a, [a, b], by('周局长'))]
    expect(at(settled, JUNE)).toBe('40')
    expect(statusOf(settled).totalConflicts).toEqual([])
    const third = total(ID, JUNE, '60', by('王五'))
    expect(at([...settled, third], JUNE)).toBe('60')
    expect(statusOf([...settled, third]).totalConflicts).toHaveLength(1)
    const fourth = total(ID, JUNE, '40', by('王五'))
    expect(statusOf([...settled, fourth]).totalConflicts).toEqual([])
    const corrected = total(ID, JUNE, '45', by('张三'))
    expect(statusOf([...settled, corrected]).totalConflicts).toHaveLength(1)
    const resettled = settle(b, [a, b], by('周局长'))
    expect(at([...settled, resettled], JUNE)).toBe('50')
    expect(at([...settled, resettled, voidOf(resettled)], JUNE)).toBe('40')
  })

  it('the settling void of schema 1 sets its rival aside and voids nothing', () => {
    const [a, b] = [total(ID, JUNE, '40', by('张三')), total(ID, JUNE, '50', by('李四'))]
    const settling = { ...voidOf(b), schema: 1 as const, reason: '核定采用 张三 的填报：以国库账为准' }
    expect(at([a, b, settling], JUNE)).toBe('40')
    expect(at([a, b, settling, voidOf(a)], JUNE)).toBe('50')
    expect(at([a, b, settling, voidOf(settling)], JUNE)).toBe('50')
    expect(statusOf([a, b, settling, voidOf(settling)]).totalConflicts).toHaveLength(1)
  })
})

describe('laws', () => {
  it('a total is the last statement on or before its day and the payments after it, in any order of arrival', () => {
    fc.assert(
      fc.property(shuffled(entryLists(SIX_PLAN, { voids: false })), days(), ({ list, other }, on) => {
        const own = list.filter(({ subject }) => subject === ID)
        const status = statusOf(own)
        expect(statusOf(other.filter(({ subject }) => subject === ID)).spending).toEqual(status.spending)
        const speaking = status.spending.filter(({ stated, entry }) => stated && entry.effectiveOn <= on)
        const last = speaking.at(-1)
        const paid = own.filter(
          (entry) =>
            entry.kind === 'payment' &&
            entry.effectiveOn <= on &&
            entry.effectiveOn <= DECEMBER &&
            (!last || entry.effectiveOn > last.entry.effectiveOn),
        )
        const parts = [
          ...(last ? [statedBy(last.entry)] : []),
          ...paid.map((entry) => (entry.kind === 'payment' ? entry.amount : null)),
        ].flatMap((part) => part ?? [])
        expect(totalAt(status.spending, on)?.toFixed() ?? null).toBe(
          parts.length === 0 ? null : sum(parts).toFixed(),
        )
      }),
      { numRuns: 400 },
    )
  })
})
