import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import {
  addEntries,
  allEntries,
  departmentKey,
  effectiveEntries,
  emptyLedger,
  isSettlingVoid,
  sliceKey,
  sliceOf,
  voidedIds,
} from '@/domain/ledger/ledger'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists, shuffled } from '../arbitraries'
import { day, DECEMBER, JUNE, lock, pay, voidOf } from '../build'

const ID = `${PLAN_ID}/1`
const NOW = { asOf: DECEMBER, knownAt: null }
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const counting = (entries: readonly Entry[]): string[] =>
  effectiveEntries(sliceOf(ledgerOf(entries), ID), NOW).map((entry) => entry.id)

describe('sliceKey', () => {
  it.each([
    [PLAN_ID, PLAN_ID],
    [`${PLAN_ID}/4`, `${PLAN_ID}/4`],
    [`${PLAN_ID}/4/7`, `${PLAN_ID}/4`],
    [`${PLAN_ID}/G1`, `${PLAN_ID}/G1`],
  ])('of %s is %s', (subject, key) => {
    expect(sliceKey(subject)).toBe(key)
  })
})

describe('departmentKey', () => {
  it.each([PLAN_ID, `${PLAN_ID}/4`, `${PLAN_ID}/4/7`, `${PLAN_ID}/G1`])('of %s is the plan', (subject) => {
    expect(departmentKey(subject)).toBe(PLAN_ID)
  })
})

describe('adding entries', () => {
  it('keeps the entries of each project to itself', () => {
    const ledger = ledgerOf([
      pay(`${PLAN_ID}/4`, '2020-06-30', '1'),
      pay(`${PLAN_ID}/6`, '2020-06-30', '2'),
      lock('2020-06-30'),
    ])
    expect([...ledger.slices.keys()].sort()).toEqual([PLAN_ID, `${PLAN_ID}/4`, `${PLAN_ID}/6`])
    expect(sliceOf(ledger, `${PLAN_ID}/5`)).toEqual([])
  })

  it('leaves the slices it does not touch as they are, the same object', () => {
    const before = ledgerOf([pay(`${PLAN_ID}/4`, '2020-06-30', '1'), pay(`${PLAN_ID}/6`, '2020-06-30', '2')])
    const { ledger } = addEntries(before, [pay(`${PLAN_ID}/6`, '2020-07-30', '2')])
    expect(sliceOf(ledger, `${PLAN_ID}/4`)).toBe(sliceOf(before, `${PLAN_ID}/4`))
    expect(sliceOf(ledger, `${PLAN_ID}/6`)).not.toBe(sliceOf(before, `${PLAN_ID}/6`))
    expect(sliceOf(before, `${PLAN_ID}/6`)).toHaveLength(1)
  })

  it('returns the very same ledger when nothing is new', () => {
    const entry = pay(ID, '2020-06-30', '1')
    const before = ledgerOf([entry])
    expect(addEntries(before, [entry]).ledger).toBe(before)
    expect(addEntries(before, []).ledger).toBe(before)
  })

  it('takes an entry once when it comes twice in one batch', () => {
    const entry = pay(ID, '2020-06-30', '1')
    expect(allEntries(ledgerOf([entry, entry]))).toEqual([entry])
  })

  it('never mixes in the entries of another plan: they are returned apart', () => {
    const own = pay(ID, '2020-06-30', '1')
    const foreign = pay(ID, '2020-06-30', '5', { plan: '2021-323002' })
    const added = addEntries(emptyLedger(PLAN_ID), [foreign, own])
    expect(added.foreign).toEqual([foreign])
    expect(allEntries(added.ledger)).toEqual([own])
  })

  it('freezes its slices', () => {
    expect(Object.isFrozen(sliceOf(ledgerOf([pay(ID, '2020-06-30', '1')]), ID))).toBe(true)
    expect(Object.isFrozen(sliceOf(emptyLedger(PLAN_ID), ID))).toBe(true)
  })
})

describe('the laws of a merge, over random ledgers', () => {
  const lists = entryLists(SIX_PLAN)

  it('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(shuffled(lists), ({ list, other }) => {
        expect(ledgerOf(other)).toEqual(ledgerOf(list))
        expect(allEntries(ledgerOf(other))).toEqual(allEntries(ledgerOf(list)))
      }),
      { numRuns: 300 },
    )
  })

  it('adding twice changes nothing', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const once = ledgerOf(list)
        expect(addEntries(once, list).ledger).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it('adding in parts equals adding whole, and nothing is lost', () => {
    fc.assert(
      fc.property(lists, fc.nat({ max: 30 }), (list, cut) => {
        const parts = addEntries(ledgerOf(list.slice(0, cut)), list.slice(cut)).ledger
        expect(parts).toEqual(ledgerOf(list))
        expect(allEntries(parts)).toHaveLength(list.length)
      }),
      { numRuns: 300 },
    )
  })

  it('which entries are voided does not depend on arrival, and voids never throw', () => {
    fc.assert(
      fc.property(shuffled(lists), ({ list, other }) => {
        expect([...voidedIds(other, null)].sort()).toEqual([...voidedIds(list, null)].sort())
      }),
      { numRuns: 500 },
    )
  })

  it('entries after the day are not counted, nor those not yet known', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const knownAt = '2020-06-30T00:00:00.000Z'
        for (const entry of effectiveEntries(list, { asOf: JUNE, knownAt })) {
          expect(entry.effectiveOn <= JUNE && entry.recordedAt <= knownAt).toBe(true)
        }
      }),
    )
  })
})

describe('voiding', () => {
  const entry = pay(ID, '2020-06-30', '5')
  const other = pay(ID, '2020-06-30', '7')
  const gone = voidOf(entry)
  const back = voidOf(gone)
  const goneAgain = voidOf(back)

  it.each<[string, Entry[], Entry[]]>([
    ['takes out exactly the entry it names', [entry, other, gone], [other]],
    ['a void of the void brings it back', [entry, other, gone, back], [entry, other]],
    ['and a void of that takes it out again', [entry, other, gone, back, goneAgain], [other]],
    ['a void that came before its entry still counts', [gone, entry], []],
    ['a void of nothing known does nothing', [other, gone], [other]],
    ['a second void of the same entry changes nothing', [entry, gone, voidOf(entry)], []],
    ['an entry voided twice is back only when both voids are', [entry, gone, back, voidOf(entry)], []],
  ])('%s', (_, entries, left) => {
    expect(counting(entries)).toEqual(left.map(({ id }) => id))
  })

  it('holds whatever the clocks of two machines say', () => {
    const early = voidOf(gone, { recordedAt: '2019-12-31T23:59:59.000Z' })
    expect(counting([entry, gone, early])).toEqual([entry.id])
    const moment = '2020-06-30T08:00:00.000Z'
    const first = voidOf(entry, { recordedAt: moment, id: 'b' })
    const second = voidOf(first, { recordedAt: moment, id: 'a' })
    expect(counting([entry, first, second])).toEqual([entry.id])
  })

  it('waits for every void that names a void before deciding about it', () => {
    const [one, two] = [voidOf(gone), voidOf(gone)]
    const notOne = voidOf(one)
    const notTwo = voidOf(two)
    expect(counting([entry, gone, one, two, notOne, notTwo])).toEqual([])
    expect(counting([entry, gone, one, two, notOne, notTwo, voidOf(notTwo)])).toEqual([entry.id])
  })

  it('a circle of voids takes nothing out, and what stands outside it still decides', () => {
    const one = voidOf(entry, { id: 'one' })
    const two = { ...voidOf(one, { id: 'two' }), entry: 'three' }
    const three = { ...voidOf(one, { id: 'three' }), entry: 'two' }
    expect(counting([entry, two, three])).toEqual([entry.id])
    expect(counting([entry, one, two, three])).toEqual([])
    const self = { ...voidOf(entry, { id: 'self' }), entry: 'self' }
    expect(counting([entry, self])).toEqual([entry.id])
  })

  it('undoing and redoing ten thousand times ends where it should', () => {
    const chain: Entry[] = [entry]
    for (let step = 0; step < 10_000; step += 1) chain.push(voidOf(chain.at(-1) ?? entry))
    expect(counting(chain)).toEqual([entry.id])
    expect(counting(chain.slice(0, -1))).toEqual([])
  })

  it('is not known before it was recorded', () => {
    const slice = sliceOf(ledgerOf([entry, gone]), ID)
    const ids = (knownAt: string) => effectiveEntries(slice, { asOf: DECEMBER, knownAt }).map(({ id }) => id)
    expect(ids(entry.recordedAt)).toEqual([entry.id])
    expect(ids(gone.recordedAt)).toEqual([])
  })

  it('void then void of the void restores the ledger exactly, for any entry of any ledger', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN, { voids: false }), fc.nat(), (list, pick) => {
        const named = list[pick % Math.max(1, list.length)]
        if (!named) return
        const first = voidOf(named)
        const second = voidOf(first)
        const key = sliceKey(named.subject)
        const left = (entries: readonly Entry[]) =>
          effectiveEntries(sliceOf(ledgerOf(entries), key), { asOf: day('2021-12-31'), knownAt: null })
        expect(left([...list, first])).toEqual(left(list).filter(({ id }) => id !== named.id))
        expect(left([...list, first, second])).toEqual(left(list))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a void of schema 1 that settled a conflict', () => {
  const entry = pay(ID, '2020-06-30', '5')
  const settling = { ...voidOf(entry), schema: 1 as const, reason: '核定采用李强的数' }

  it('is told by its schema and by how its reason begins, and voids nothing', () => {
    expect(isSettlingVoid(settling)).toBe(true)
    expect(isSettlingVoid({ ...settling, schema: 2 })).toBe(false)
    expect(isSettlingVoid({ ...settling, reason: '经核定采用' })).toBe(false)
    expect(isSettlingVoid({ ...voidOf(entry), schema: 1 })).toBe(false)
    expect(isSettlingVoid({ ...lock('2020-06-30'), schema: 1, reason: '核定采用' })).toBe(false)
    expect(counting([entry, settling])).toEqual([entry.id])
    expect(counting([entry, { ...settling, schema: 2 as const }])).toEqual([])
  })
})

describe('the two dates', () => {
  const early = pay(ID, '2020-05-01', '1', { recordedAt: '2020-07-05T00:00:00.000Z' })
  const onDay = pay(ID, '2020-06-30', '2', { recordedAt: '2020-06-30T09:00:00.000Z' })
  const after = pay(ID, '2020-07-01', '3', { recordedAt: '2020-07-01T09:00:00.000Z' })
  const slice = sliceOf(ledgerOf([early, onDay, after]), ID)

  it.each([
    ['what had happened by 6月底', JUNE, null, [early.id, onDay.id]],
    ['as it was known that evening', JUNE, '2020-06-30T23:59:59.999Z', [onDay.id]],
    ['the day before', day('2020-06-29'), null, [early.id]],
    ['everything', DECEMBER, null, [early.id, onDay.id, after.id]],
    ['known at the very moment of writing', DECEMBER, '2020-07-01T09:00:00.000Z', [onDay.id, after.id]],
  ])('%s', (_, asOf, knownAt, ids) => {
    expect(effectiveEntries(slice, { asOf, knownAt }).map(({ id }) => id)).toEqual(ids)
  })
})
