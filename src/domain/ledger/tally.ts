import { NOTHING, sumMoney, type Money } from '../number/money'
import { countingSlice, keptAside } from './aside'
import type { Moment } from './entry'
import { voidedIds, type Ledger } from './ledger'

/** How much a ledger holds as it was known at a moment: every entry, those void and those kept aside among them, and the payments that count (in 元). */
export interface LedgerTally {
  readonly entries: number
  readonly voided: number
  readonly aside: number
  readonly payments: number
  readonly paid: Money
}

const EMPTY: LedgerTally = { entries: 0, voided: 0, aside: 0, payments: 0, paid: NOTHING }

/** Counts a ledger for whoever takes all of it away: nothing is filtered by the day it is about (domain.md §6). */
export function ledgerTally(ledger: Ledger, knownAt: Moment | null): LedgerTally {
  return [...ledger.slices].reduce<LedgerTally>((tally, [key, slice]) => {
    const known = slice.filter((entry) => knownAt === null || entry.recordedAt <= knownAt)
    const voided = voidedIds(countingSlice(ledger, key, knownAt), knownAt)
    const late = new Set(keptAside(ledger, key, knownAt).map(({ entry }) => entry.id))
    const standing = known.filter(({ id }) => !voided.has(id))
    const counting = standing.filter(({ id }) => !late.has(id))
    const payments = counting.flatMap((entry) => (entry.kind === 'payment' ? [entry.amount] : []))
    return {
      entries: tally.entries + known.length,
      voided: tally.voided + known.length - standing.length,
      aside: tally.aside + standing.length - counting.length,
      payments: tally.payments + payments.length,
      paid: sumMoney([tally.paid, ...payments]),
    }
  }, EMPTY)
}
