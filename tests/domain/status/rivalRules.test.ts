import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus, valueConflicts } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import { conflictText } from '@/format/ledger/conflictText'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, DECEMBER, JUNE, OCTOBER, plain, reschedule, retarget, settle, split, voidOf } from '../build'

const PROJECT = projectOf(2, '乙', '920', { '03': null, '06': '60', '10': '80', '12': '100' }, ['≥99百分比'])
const RATE = `${PROJECT.id}/1`
const MAY = '2020-05-01'
const ZHAO = { author: '赵局' }
const QIAN = { author: '钱局' }

function statusOf(entries: readonly Entry[], asOf: Day = DECEMBER) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return projectStatus(PROJECT, sliceOf(ledger, PROJECT.id), { asOf, knownAt: null }, HEBEI)
}

/** What stands (target, parts, the plan of 10月底) and what is at odds, in the words of the screen. */
function standing(entries: readonly Entry[], asOf: Day = DECEMBER) {
  const status = statusOf(entries, asOf)
  const [indicator] = status.indicators
  return {
    target: indicator?.target.text,
    parts: indicator?.parts.map(({ measure }) => measure?.name ?? '').join(' '),
    october: plain(status.schedule.find(({ month }) => month === 10)?.percent ?? null),
    conflicts: valueConflicts(status).map((own) => {
      const { title, rivals } = conflictText(status, own.indicator, own.conflict)
      return `${title} ${rivals.map(({ value, by }) => `${by.split('，')[0]} ${value}`).join('、')}`
    }),
  }
}

const CASES = {
  target: {
    first: retarget(RATE, MAY, '≥85%', ZHAO),
    other: retarget(RATE, MAY, '≥80%', QIAN),
    alike: retarget(RATE, MAY, '≥８５百分比', QIAN),
    own: retarget(RATE, MAY, '≥80%', ZHAO),
    of: (entries: readonly Entry[]) => standing(entries).target,
    one: '≥85%',
    two: '≥80%',
    same: '≥８５百分比',
    title: /^乙 · .+ · 指标值（.*5月1日） 赵局 ≥85%、钱局 ≥80%$/,
  },
  split: {
    first: split(RATE, '2020-01-01', [{ name: '参保' }, { name: '救助' }], ZHAO),
    other: split(RATE, '2020-01-01', [{ name: '参保' }], QIAN),
    alike: split(RATE, '2020-01-01', [{ name: '参保' }, { name: '救助' }], QIAN),
    own: split(RATE, '2020-01-01', [{ name: '参保' }], ZHAO),
    of: (entries: readonly Entry[]) => standing(entries).parts,
    one: '参保 救助',
    two: '参保',
    same: '参保 救助',
    title: /^乙 · .+ · 分项（.*1月1日） 赵局 参保；救助、钱局 参保$/,
  },
  schedule: {
    first: reschedule(PROJECT.id, MAY, { '10': '70' }, ZHAO),
    other: reschedule(PROJECT.id, MAY, { '10': '75' }, QIAN),
    alike: reschedule(PROJECT.id, MAY, { '10': '70.00' }, QIAN),
    own: reschedule(PROJECT.id, MAY, { '10': '75' }, ZHAO),
    of: (entries: readonly Entry[]) => standing(entries).october,
    one: '70',
    two: '75',
    same: '70',
    title: /^乙 · 资金支出计划（.*5月1日） 赵局 10月底 70%、钱局 10月底 75%$/,
  },
} as const

describe.each(Object.entries(CASES))('two people change the %s for one day (domain.md §6)', (_, own) => {
  const { first, other, alike } = own
  const conflicts = (entries: readonly Entry[], asOf?: Day) => standing(entries, asOf).conflicts

  it('the latest is shown, both are named, on every day from then on', () => {
    for (const entries of [
      [first, other],
      [other, first],
    ]) {
      expect(own.of(entries)).toBe(own.two)
      expect(conflicts(entries)).toEqual([expect.stringMatching(own.title)])
    }
    expect(conflicts([first, other], JUNE)).toHaveLength(1)
    expect(conflicts([first, { ...other, effectiveOn: OCTOBER }])).toEqual([])
  })

  it('a settlement decides for either, and another that it has not seen opens it again', () => {
    const kept = settle(first, [first, other])
    expect([own.of([first, other, kept]), conflicts([first, other, kept])]).toEqual([own.one, []])
    const later = settle(other, [first, other])
    expect([own.of([first, other, kept, later]), conflicts([first, other, later])]).toEqual([own.two, []])
    const third: Entry = {
      ...other,
      id: `${other.id}-3`,
      author: '孙局',
      recordedAt: '2020-12-31T00:00:00.000Z',
    }
    expect(conflicts([first, other, kept, third])).toHaveLength(1)
    expect(conflicts([first, other, kept, voidOf(kept)])).toHaveLength(1)
  })

  it('nobody is at odds with himself or with who says the same', () => {
    expect([own.of([first, own.own]), conflicts([first, own.own])]).toEqual([own.two, []])
    expect([own.of([first, alike]), conflicts([first, alike])]).toEqual([own.same, []])
  })
})

it('a settled target judges the values of its day and after', () => {
  const { first, other } = CASES.target
  const value = actual(RATE, JUNE, '82%')
  const light = (...settled: Entry[]) => statusOf([first, other, value, ...settled]).indicators[0]?.light
  expect([light(), light(settle(first, [first, other]))]).toEqual(['met', 'near'])
})

it('a change of other months by the one who was decided for stands beside it', () => {
  const { first, other } = CASES.schedule
  const more = reschedule(PROJECT.id, MAY, { '06': '50' }, ZHAO)
  const again = reschedule(
    PROJECT.id,
    MAY,
    { '10': '70' },
    { ...ZHAO, recordedAt: '2020-12-30T00:00:00.000Z' },
  )
  const status = statusOf([more, first, other, again, settle(again, [again, other])])
  expect(status.schedule.map(({ percent }) => plain(percent))).toEqual([null, '50', '70', '100'])
})
