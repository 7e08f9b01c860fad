import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import { lastReported } from '@/domain/status/lastReported'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { actual, adjust, DECEMBER, expects, JUNE, pay, step, total, voidOf, zero } from '../build'

const P = `${PLAN_ID}/3`
const at = (recordedAt: string) => ({ recordedAt: `2020-${recordedAt}T02:00:00.000Z` })
const last = (entries: readonly Entry[], asOf = DECEMBER, knownAt: string | null = null) =>
  lastReported(SIX_PLAN, addEntries(emptyLedger(PLAN_ID, frameOf(SIX_PLAN)), entries).ledger, {
    asOf,
    knownAt,
  })?.slice(5, 10) ?? null

describe('when the last of what the figures are made of was recorded', () => {
  const early = total(P, '2020-03-31', '0.1', at('04-01'))

  it('nothing where nothing is reported: words and decisions are no report', () => {
    expect(last([])).toBeNull()
    expect(last([adjust(P, JUNE, '1'), expects(P, JUNE, '5'), step('submit', P, JUNE)])).toBeNull()
  })

  it.each<[string, Entry]>([
    ['a payment', pay(`${PLAN_ID}/4`, '2020-02-01', '1', at('05-02'))],
    ['zero', zero(`${PLAN_ID}/4`, '2020-02-01', at('05-02'))],
    ['a value', actual(`${P}/1`, '2020-02-01', '95', at('05-02'))],
  ])('is the latest of all projects by when it was written: %s', (_, entry) => {
    expect(last([early, entry])).toBe('05-02')
    expect(last([entry, early])).toBe('05-02')
  })

  it('counts what counts from the standpoint only', () => {
    const later = pay(P, '2020-07-01', '1', at('07-02'))
    const both = addEntries(emptyLedger(PLAN_ID), [early, later]).ledger
    const from = (asOf: typeof JUNE) => lastReported(SIX_PLAN, both, { asOf, knownAt: null })
    expect([from(DECEMBER), from(JUNE), from(DECEMBER)]).toEqual([
      later.recordedAt,
      early.recordedAt,
      later.recordedAt,
    ])
    expect(last([early, later], JUNE)).toBe('04-01')
    expect(last([early, later], DECEMBER, '2020-06-30T15:59:59.999Z')).toBe('04-01')
    expect(last([early, later, voidOf(later, at('08-01'))])).toBe('04-01')
    expect(last([early, pay(P, '2021-01-05', '1', at('12-02'))])).toBe('04-01')
    expect(last([early, pay(`${PLAN_ID}/9`, '2020-05-05', '1', at('12-02'))])).toBe('04-01')
    const closing = step('accept', P, '2020-06-30', { covers: [early.id] })
    expect(last([early, closing, pay(P, '2020-05-05', '1', at('12-02'))])).toBe('04-01')
  })
})
