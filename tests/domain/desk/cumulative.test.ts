import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateTotals, statedDifference, type StatedTotal } from '@/domain/desk/cumulative'
import type { Day } from '@/domain/time/day'
import { undoing, writeEntries } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import { money } from '@/domain/number/money'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { totalAt, type SpendingLine } from '@/domain/status/spending'
import { SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'

const PROJECT = SIX_PROJECTS[2]!
const DAYS = ['2020-03-31', '2020-06-30', '2020-10-31', '2020-12-31'] as Day[]
const JUNE = '2020-06-30' as Day
const OCTOBER = '2020-10-31' as Day

let written = 0
const pen = () => ({
  plan: SIX_PLAN.id,
  author: '王芳',
  role: null,
  account: null,
  recordedAt: new Date(Date.UTC(2020, 11, 1) + (written += 1) * 1000).toISOString(),
  nextId: () => String((written += 1)).padStart(8, '0'),
})

function payment(effectiveOn: Day, yuan: number) {
  const amount = money(yuan)
  return {
    kind: 'payment' as const,
    subject: PROJECT.id,
    effectiveOn,
    amount,
    memo: '',
    voucher: '',
    stated: null,
  }
}

function linesOf(ledger: Ledger): readonly SpendingLine[] {
  const standpoint = { asOf: '2020-12-31' as Day, knownAt: null }
  return projectStatus(PROJECT, sliceOf(ledger, PROJECT.id), standpoint, HEBEI).spending
}

function state(ledger: Ledger, wanted: readonly StatedTotal[]): { ledger: Ledger; step: readonly Entry[] } {
  const step = writeEntries(stateTotals(PROJECT.id, linesOf(ledger), wanted), pen())
  return { ledger: addEntries(ledger, step).ledger, step }
}

const at = (day: Day, yuan: string): StatedTotal => ({ day, total: money(yuan) })
const totals = (ledger: Ledger) => DAYS.map((day) => totalAt(linesOf(ledger), day)?.toFixed() ?? null)

describe('截至某日累计', () => {
  it('is one statement, whatever was stated or paid before and after', () => {
    const june = state(emptyLedger(SIX_PLAN.id), [at(JUNE, '260000')])
    const { ledger, step } = state(june.ledger, [at(OCTOBER, '520000.55')])
    expect(totals(ledger)).toEqual([null, '260000', '520000.55', '520000.55'])
    expect(step).toMatchObject([{ kind: 'spending-total', effectiveOn: OCTOBER, schema: 2 }])
  })

  it('says zero as a total of 0, and nothing when nothing is new', () => {
    const zero = state(emptyLedger(SIX_PLAN.id), [at(JUNE, '0')])
    expect(zero.step).toMatchObject([{ kind: 'spending-total', amount: money(0) }])
    expect(state(zero.ledger, [at(JUNE, '0')]).step).toEqual([])
  })

  it('filled in late leaves the later stated total as it was, and touches no other entry', () => {
    const late = state(state(emptyLedger(SIX_PLAN.id), [at(OCTOBER, '520000')]).ledger, [at(JUNE, '260000')])
    expect(totals(late.ledger)).toEqual([null, '260000', '520000', '520000'])
    expect(late.step.map(({ kind }) => kind)).toEqual(['spending-total'])
  })

  it('takes the payments after its day along, and states a later total of the same step where they would move it', () => {
    const paid = writeEntries([payment(OCTOBER, 100)], pen())
    const ledger = addEntries(emptyLedger(SIX_PLAN.id), paid).ledger
    expect(totals(state(ledger, [at(JUNE, '50')]).ledger)).toEqual([null, '50', '150', '150'])
    const both = state(ledger, [at(JUNE, '50'), at(OCTOBER, '100')])
    expect(totals(both.ledger)).toEqual([null, '50', '100', '100'])
  })

  it('shows the difference before it is saved', () => {
    const { ledger } = state(emptyLedger(SIX_PLAN.id), [at(JUNE, '260000')])
    expect(statedDifference(linesOf(ledger), at(OCTOBER, '250000')).toFixed()).toBe('-10000')
  })

  const wanted = fc.array(
    fc.record({ day: fc.constantFrom(...DAYS), fen: fc.integer({ min: 0, max: 10_000_000 }) }),
    { maxLength: 12 },
  )
  const steps = fc.array(wanted, { maxLength: 6 })
  const asStated = (list: readonly { day: Day; fen: number }[]) =>
    list.map(({ day, fen }) => ({ day, total: money(fen).div(100) as ReturnType<typeof money> }))

  it('law: what was stated last for a day is the total of that day, whatever was stated before or after', () => {
    fc.assert(
      fc.property(steps, (batches) => {
        let ledger = emptyLedger(SIX_PLAN.id)
        const last = new Map<Day, string>()
        for (const batch of batches) {
          ledger = state(ledger, asStated(batch)).ledger
          for (const { day, total } of asStated(batch)) last.set(day, total.toFixed())
        }
        for (const [day, total] of last) expect(totalAt(linesOf(ledger), day)?.toFixed()).toBe(total)
      }),
    )
  })

  it('law: undoing a step brings every total back, and redoing it brings it again', () => {
    fc.assert(
      fc.property(steps, wanted, (batches, next) => {
        let ledger = emptyLedger(SIX_PLAN.id)
        for (const batch of batches) ledger = state(ledger, asStated(batch)).ledger
        const before = totals(ledger)
        const { ledger: done, step } = state(ledger, asStated(next))
        const undo = writeEntries(undoing(step, '撤销'), pen())
        const undone = addEntries(done, undo).ledger
        expect(totals(undone)).toEqual(before)
        const redone = addEntries(undone, writeEntries(undoing(undo, '恢复'), pen())).ledger
        expect(totals(redone)).toEqual(totals(done))
      }),
    )
  })
})
