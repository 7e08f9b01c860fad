import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { newsSince, valueBefore } from '@/domain/work/since'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, day, inWan, JUNE, MARCH, OCTOBER, pay, step, voidOf } from '../build'

const THREE = `${PLAN_ID}/3`
const FIRST = `${THREE}/1`
const ledgerOf = (...entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger

/** The news of projects 3 and 4, in that order, each told as `[number, ids, payments]`. */
function news(
  entries: readonly Entry[],
  since: string,
  asOf: string = OCTOBER,
  knownAt: string | null = null,
) {
  const ledger = ledgerOf(...entries)
  const standpoint = { asOf: day(asOf), knownAt }
  const projects = [4, 3].map((position) => {
    const project = SIX_PROJECTS[position - 1]!
    return projectStatus(project, sliceOf(ledger, project.id), standpoint, HEBEI)
  })
  return newsSince(projects, ledger, since, standpoint).map(({ status, entries: told, payments }) => ({
    of: status.project.position,
    told: told.map(({ id }) => id),
    paid: payments && [payments.count, inWan(payments.sum), payments.last.id],
  }))
}

const before = actual(FIRST, MARCH, '80%')
const old = pay(THREE, '2020-02-01', '1')
const seen = old.recordedAt
const paid = pay(THREE, '2020-05-01', '2')
const value = actual(FIRST, JUNE, '85%')
const more = pay(THREE, '2020-06-01', '3.5')
const sent = step('submit', THREE, JUNE)
const other = pay(`${PLAN_ID}/4`, '2020-05-01', '1')

describe('what is new since a moment', () => {
  it('is what was written after it, by project in the given order, the newest first, payments as one sum', () => {
    expect(news([before, old, paid, value, more, sent, other], seen)).toEqual([
      { of: 4, told: [], paid: [1, '1', other.id] },
      { of: 3, told: [sent.id, value.id], paid: [2, '5.5', more.id] },
    ])
  })

  it('is nothing of a project about which nothing was written', () => {
    expect(news([before, old, paid], seen)).toEqual([{ of: 3, told: [], paid: [1, '2', paid.id] }])
    expect(news([before, old], seen)).toEqual([])
    expect(news([value], '2020-01-01T00:00:00.000Z')).toEqual([{ of: 3, told: [value.id], paid: null }])
  })

  it('is about a day on or before the one looked at, and was known by then', () => {
    const told = (asOf: string, knownAt: string | null = null) =>
      news([paid, value, sent], seen, asOf, knownAt)[0]?.told
    expect(told(JUNE)).toEqual([sent.id, value.id])
    expect(told('2020-06-29')).toEqual([])
    expect(told(JUNE, value.recordedAt)).toEqual([value.id])
    expect(told('2020-04-30')).toBeUndefined()
  })

  it('does not tell what a void took out again, but the void', () => {
    const gone = voidOf(paid)
    expect(news([old, paid, gone], seen)).toEqual([{ of: 3, told: [gone.id], paid: null }])
    expect(news([old, paid, gone], seen, OCTOBER, paid.recordedAt)).toEqual([
      { of: 3, told: [], paid: [1, '2', paid.id] },
    ])
  })

  it('written at one moment is told by its id', () => {
    const at = { recordedAt: '2020-11-01T00:00:00.000Z' }
    const [a, b] = [actual(FIRST, JUNE, '1%', at), actual(`${THREE}/2`, JUNE, '2%', at)]
    for (const order of [
      [a, b],
      [b, a],
    ])
      expect(news(order, seen)[0]?.told).toEqual([b.id, a.id])
  })
})

describe('the value an entry took the place of', () => {
  const first = actual(FIRST, MARCH, '80%')
  const june = actual(FIRST, JUNE, '85%')
  const october = actual(FIRST, OCTOBER, '95%')
  const again = actual(FIRST, JUNE, '86%')

  it.each<[string, Entry, readonly Entry[], Entry | null]>([
    ['the first has none', first, [first], null],
    ['the last before it', june, [first, june], first],
    ['of the same day, when it is said anew', again, [first, june, again], june],
    ['never one about a later day', again, [first, june, october, again], june],
    ['never one written after it', june, [june, actual(FIRST, MARCH, '70%')], null],
    ['of the same indicator', june, [actual(`${THREE}/2`, MARCH, '1%'), june], null],
    ['of the same part', june, [actual(FIRST, MARCH, '1%', { measure: 'm1' }), june], null],
    ['of indicators alone', paid, [first, paid], null],
  ])('%s', (_, entry, entries, expected) => {
    expect(valueBefore(entry, ledgerOf(...entries))).toEqual(expected)
  })

  it('is not one that had been voided when it was written; one voided since stood then', () => {
    const voided = voidOf(june)
    const later = actual(FIRST, JUNE, '87%')
    expect(valueBefore(later, ledgerOf(first, june, voided, later))).toBe(first)
    expect(valueBefore(again, ledgerOf(first, june, again, voidOf(june)))).toBe(june)
  })

  it('among those of one moment is the one of the smaller id', () => {
    const at = { recordedAt: '2020-11-01T00:00:00.000Z' }
    const [a, b] = [actual(FIRST, JUNE, '1%', at), actual(FIRST, JUNE, '2%', at)]
    expect(valueBefore(b, ledgerOf(a, b))).toBe(a)
    expect(valueBefore(a, ledgerOf(a, b))).toBeNull()
  })
})
