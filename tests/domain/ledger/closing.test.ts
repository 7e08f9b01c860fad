import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedBy, closings, isClosed } from '@/domain/ledger/closing'
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

  it('lists every closing, the latest day first, a lock before the acceptance of its day', () => {
    const all = (entries: readonly Entry[]) => {
      const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
      return closings(P, sliceOf(ledger, P), sliceOf(ledger, PLAN_ID)).map(({ kind, effectiveOn }) => [
        kind,
        effectiveOn,
      ])
    }
    const entries = [round('accept', JUNE), lock(OCTOBER), round('accept', OCTOBER), lock('2020-03-31')]
    const listed = [
      ['lock', OCTOBER],
      ['accept', OCTOBER],
      ['accept', JUNE],
      ['lock', '2020-03-31'],
    ]
    expect(all(entries)).toEqual(listed)
    expect(all([...entries, unlock(OCTOBER)])).toEqual(listed.slice(2))
    expect(all([...entries, round('return', OCTOBER)])).toEqual(listed.filter((_, at) => at !== 1))
    expect(all([round('submit', OCTOBER), round('return', DECEMBER), unlock(DECEMBER)])).toEqual([])
    const relocked = [round('accept', JUNE), lock(JUNE), unlock(JUNE), lock(JUNE)]
    expect(all(relocked), 'a lock does not bring an opened acceptance back').toEqual([['lock', JUNE]])
    expect(all([...relocked, round('accept', JUNE)])).toEqual([
      ['lock', JUNE],
      ['accept', JUNE],
    ])
  })

  it('at one moment is decided by the id: acceptance and unlock, and two acts of one kind', () => {
    const recordedAt = '2020-07-01T00:00:00.000Z'
    const at = (entry: Entry, id: string) => ({ ...entry, id, recordedAt }) as Entry
    const accepted = (id: string) => at(round('accept', JUNE), id)
    const locked = { ...lock(JUNE), recordedAt: '2020-06-30T00:00:00.000Z' }
    expect(closed([locked, accepted('a'), at(unlock(JUNE), 'b')])).toBeNull()
    expect(closed([locked, accepted('b'), at(unlock(JUNE), 'a')])?.id).toBe('b')
    expect(closed([accepted('a'), at(round('return', JUNE), 'b')])).toBeNull()
    expect(closed([accepted('b'), at(round('return', JUNE), 'a')])?.id).toBe('b')
    expect(closed([at(lock(JUNE), 'a'), at(unlock(JUNE), 'b')])).toBeNull()
    expect(closed([at(lock(JUNE), 'b'), at(unlock(JUNE), 'a')])?.id).toBe('b')
  })

  it('goes by the order of writing, not by that of arrival', () => {
    const accepted = round('accept', JUNE)
    const [late, early] = ['2020-12-01T00:00:00.000Z', '2019-12-01T00:00:00.000Z']
    expect(closed([{ ...round('return', JUNE), recordedAt: early }, accepted])).toBe(accepted)
    const locked = { ...lock(JUNE), recordedAt: '2019-11-01T00:00:00.000Z' }
    expect(closed([{ ...unlock(JUNE), recordedAt: early }, accepted, locked])).toBe(accepted)
    expect(closed([{ ...unlock(JUNE), recordedAt: late }, accepted, locked])).toBeNull()
  })

  it('is opened by an unlock that lifts a lock, and by no other', () => {
    const accepted = round('accept', JUNE)
    expect(closed([accepted, unlock(JUNE)])).toBe(accepted)
    expect(closed([lock(JUNE), unlock(JUNE), round('accept', JUNE), unlock(JUNE)])?.kind).toBe('accept')
    expect(closed([accepted, lock(OCTOBER), unlock(JUNE)])?.effectiveOn).toBe(OCTOBER)
  })

  it('is not what was accepted of an indicator, nor an unlock of another day', () => {
    expect(closed([round('accept', JUNE, `${P}/1`)])).toBeNull()
    const accepted = round('accept', JUNE)
    expect(closed([accepted, unlock(OCTOBER)])).toBe(accepted)
    expect(closed([accepted, round('return', OCTOBER)])).toBe(accepted)
  })

  it('is opened by no void, and was nothing before it was known', () => {
    const accepted = round('accept', JUNE)
    expect(closed([accepted, voidOf(accepted)])).toBe(accepted)
    expect(closed([accepted], '2019-12-31T00:00:00.000Z')).toBeNull()
    expect(closed([accepted], accepted.recordedAt)).toBe(accepted)
    const locked = lock(JUNE)
    expect(closed([locked], '2019-12-31T00:00:00.000Z')).toBeNull()
    expect(closed([locked, unlock(JUNE)], locked.recordedAt)).toBe(locked)
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
