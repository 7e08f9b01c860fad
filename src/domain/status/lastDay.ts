import { countingSlice } from '../ledger/aside'
import type { EntryKind } from '../ledger/entry'
import { departmentKey, voidedIds, type CountingSlice, type Ledger } from '../ledger/ledger'
import type { Day } from '../time/day'

const DATA: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'indicator-actual',
])

const lastDays = new WeakMap<CountingSlice, Day | null>()

/** The last day any counting entry of a slice is about; remembered, because a slice never changes. */
function lastDayOf(slice: CountingSlice): Day | null {
  const known = lastDays.get(slice)
  if (known !== undefined) return known
  const voided = voidedIds(slice, null)
  const day = slice.reduce<Day | null>((last, entry) => {
    return DATA.has(entry.kind) && !voided.has(entry.id) && (last === null || entry.effectiveOn > last)
      ? entry.effectiveOn
      : last
  }, null)
  lastDays.set(slice, day)
  return day
}

/** The last day any counting entry is about; `null` where none is. Voids and comments are no data, nor is what is kept aside or does not fit the plan: it counts for nothing (domain.md §6). */
export function lastDayWithData(ledger: Ledger): Day | null {
  return [...ledger.slices.keys()]
    .filter((key) => key !== departmentKey(key))
    .map((key) => lastDayOf(countingSlice(ledger, key)))
    .reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}
