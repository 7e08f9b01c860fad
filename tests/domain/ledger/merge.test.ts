import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEntries, type Entry } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, mergeLedgers, type Ledger } from '@/domain/ledger/ledger'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists } from '../arbitraries'
import { pay } from '../build'

const RUNS = 1000
const ledgerOf = (entries: readonly Entry[]): Ledger => addEntries(emptyLedger(PLAN_ID), entries).ledger
const ids = (ledger: Ledger) => allEntries(ledger).map(({ id }) => id)

/** Three ledgers of one plan that share some of their entries, as three machines would. */
const three = entryLists(SIX_PLAN, { maxLength: 24 }).chain((entries) =>
  fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: entries.length, maxLength: entries.length })
    .map((masks) =>
      [1, 2, 4].map((bit) => ledgerOf(entries.filter((_, at) => ((masks[at] ?? 0) & bit) > 0))),
    ),
)

describe('merging ledgers', () => {
  it('law: commutative, associative, idempotent; nothing is lost', () => {
    fc.assert(
      fc.property(three, ([a = emptyLedger(PLAN_ID), b = a, c = a]) => {
        expect(ids(mergeLedgers(a, b))).toEqual(ids(mergeLedgers(b, a)))
        expect(ids(mergeLedgers(mergeLedgers(a, b), c))).toEqual(ids(mergeLedgers(a, mergeLedgers(b, c))))
        expect(mergeLedgers(a, a)).toBe(a)
        expect(ids(mergeLedgers(mergeLedgers(a, b), b))).toEqual(ids(mergeLedgers(a, b)))
        const all = mergeLedgers(mergeLedgers(a, b), c)
        for (const slice of all.slices.values()) expect([...slice].sort(compareEntries)).toEqual(slice)
        for (const ledger of [a, b, c]) for (const id of ledger.ids.keys()) expect(all.ids.has(id)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it('takes nothing from a ledger of another plan, the demonstration among them', () => {
    const real = ledgerOf([pay(`${PLAN_ID}/1`, '2020-06-30', '1')])
    const demo = addEntries(emptyLedger(`demo:${PLAN_ID}`), [
      pay(`${PLAN_ID}/1`, '2020-06-30', '2', { plan: `demo:${PLAN_ID}` }),
    ]).ledger
    expect(mergeLedgers(real, demo)).toBe(real)
    expect(mergeLedgers(demo, real)).toBe(demo)
  })
})
