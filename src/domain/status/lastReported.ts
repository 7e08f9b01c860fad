import { countingSlice } from '../ledger/aside'
import type { EntryKind, Moment } from '../ledger/entry'
import { effectiveEntries, type CountingSlice, type Ledger, type Standpoint } from '../ledger/ledger'
import type { Plan } from '../plan/plan'

/** The kinds that say how far things are: what the headline's figures are made of. */
const REPORTED: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'indicator-actual',
])

const remembered = new WeakMap<CountingSlice, Standpoint & { readonly last: Moment | null }>()

/** When the last of what a board's figures are made of was recorded (domain.md §4); `null` where nothing is reported. Remembered slice by slice. */
export function lastReported({ projects }: Plan, ledger: Ledger, standpoint: Standpoint): Moment | null {
  return projects
    .map(({ id }) => lastOf(countingSlice(ledger, id, standpoint.knownAt), standpoint))
    .reduce((last, own) => (own !== null && (last === null || own > last) ? own : last), null)
}

function lastOf(slice: CountingSlice, { asOf, knownAt }: Standpoint): Moment | null {
  const known = remembered.get(slice)
  if (known?.asOf === asOf && known.knownAt === knownAt) return known.last
  const last = effectiveEntries(slice, { asOf, knownAt }).reduce<Moment | null>(
    (newest, { kind, recordedAt }) =>
      REPORTED.has(kind) && (newest === null || recordedAt > newest) ? recordedAt : newest,
    null,
  )
  remembered.set(slice, { asOf, knownAt, last })
  return last
}
