import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedBy, isClosed } from '@/domain/ledger/closing'
import type { Entry, LockStep, RoundStep } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists } from '../arbitraries'
import { day, DECEMBER, JUNE, lock, OCTOBER, pay, voidOf } from '../build'

const P = `${PLAN_ID}/3`
const round = (kind: RoundStep['kind'], on: string, subject = P): RoundStep => {
  const { amount: _, memo: __, voucher: ___, stated: ____, ...base } = pay(subject, on, '1')
  return { ...base, kind, note: '', covers: null }
}
const unlock = (on: string): LockStep => ({ ...lock(on), kind: 'unlock' })

function closed(entries: readonly Entry[], knownAt: string | null = null) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return closedBy(P, sliceOf(ledger, P), sliceOf(ledger, PLAN_ID), knownAt)
}

describe('closing', () => {
  it('is nothing while nothing was accepted or locked', () => {
    expect(closed([])).toBeNull()
    expect(closed([round('submit', JUNE), round('return', JUNE)])).toBeNull()
    expect(closed([round('accept', JUNE, `${PLAN_ID}/4`)])).toBeNull()
  })

  it.each([
    ['accepted', () => [round('accept', JUNE)], JUNE],
    [
      'accepted twice, the latest day counts',
      () => [round('accept', JUNE), round('accept', OCTOBER)],
      OCTOBER,
    ],
    ['returned after it was accepted', () => [round('accept', JUNE), round('return', JUNE)], null],
    ['accepted again', () => [round('accept', JUNE), round('return', JUNE), round('accept', JUNE)], JUNE],
    ['locked for all', () => [lock(OCTOBER)], OCTOBER],
    ['unlocked', () => [lock(OCTOBER), unlock(OCTOBER)], null],
    ['accepted, then locked and unlocked', () => [round('accept', JUNE), lock(JUNE), unlock(JUNE)], null],
    ['unlocked, then accepted', () => [lock(JUNE), unlock(JUNE), round('accept', JUNE)], JUNE],
    [
      'a later checkpoint opened, an earlier one still closed',
      () => [round('accept', JUNE), lock(OCTOBER), unlock(OCTOBER)],
      JUNE,
    ],
  ] as const)('%s', (_, entries, on) => {
    expect(closed(entries())?.effectiveOn ?? null).toBe(on)
  })

  it('is opened by no void, and was nothing before it was known', () => {
    const accepted = round('accept', JUNE)
    expect(closed([accepted, voidOf(accepted)])).toBe(accepted)
    expect(closed([accepted], '2019-12-31T00:00:00.000Z')).toBeNull()
  })

  it('refuses what is effective on or before its day', () => {
    const closing = closed([round('accept', JUNE)])
    expect([
      isClosed(closing, day('2020-05-01')),
      isClosed(closing, JUNE),
      isClosed(closing, day('2020-07-01')),
    ]).toEqual([true, true, false])
    expect(isClosed(null, DECEMBER)).toBe(false)
  })

  it('law: never throws and does not depend on the order of arrival, for any ledger', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN, { maxLength: 24 }), (entries) => {
        expect(closed(entries)?.id ?? null).toBe(closed([...entries].reverse())?.id ?? null)
      }),
      { numRuns: 1000 },
    )
  })
})
