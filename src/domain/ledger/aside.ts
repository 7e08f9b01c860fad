import { closings, isClosed, type Closing } from './closing'
import type { Entry, EntryKind, Moment } from './entry'
import { departmentKey, sliceOf, type Ledger, type Slice } from './ledger'

/** The kinds that move what a checkpoint says; words, rounds and evaluations are never kept aside. */
const MOVING: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-estimate',
  'budget-adjustment',
  'indicator-actual',
  'measures',
  'target-change',
  'void',
])

/** An entry that arrived under a closed checkpoint, and what closes it. */
export interface Aside {
  readonly entry: Entry
  readonly closing: Closing
}

interface Counting {
  readonly plan: Slice
  readonly knownAt: Moment | null
  readonly counting: Slice
  readonly aside: readonly Aside[]
}

const remembered = new WeakMap<Slice, Counting>()

/** Whether a closing was decided on an entry: it names it, or names none and the entry had been recorded. */
function decidedOn({ covers, recordedAt }: Closing): (entry: Entry) => boolean {
  if (covers === null) return (entry) => entry.recordedAt <= recordedAt
  const ids = new Set(covers)
  return (entry) => ids.has(entry.id)
}

/**
 * Parts a project's entries into those that count and those kept aside: written or arrived under a closing that was not decided on them (DOMAIN.md §6).
 * It goes by content alone, so every copy of a ledger agrees whatever came first; when the checkpoint is opened again they count.
 */
function part(project: string, slice: Slice, planSlice: Slice, knownAt: Moment | null): Counting {
  const known = remembered.get(slice)
  if (known?.plan === planSlice && known.knownAt === knownAt) return known
  const standing = closings(project, slice, planSlice, knownAt).map((closing) => ({
    closing,
    knows: decidedOn(closing),
  }))
  const aside: Aside[] = []
  const counting = slice.filter((entry) => {
    if (!MOVING.has(entry.kind)) return true
    const against = standing.find(
      ({ closing, knows }) => isClosed(closing, entry.effectiveOn) && !knows(entry),
    )
    if (against) aside.push({ entry, closing: against.closing })
    return against === undefined
  })
  const parted = {
    plan: planSlice,
    knownAt,
    counting: aside.length === 0 ? slice : Object.freeze(counting),
    aside,
  }
  remembered.set(slice, parted)
  return parted
}

/** The slice of a project without what is kept aside; the same object as long as nothing about it changed. */
export function countingSlice(ledger: Ledger, project: string, knownAt: Moment | null = null): Slice {
  return part(project, sliceOf(ledger, project), sliceOf(ledger, departmentKey(project)), knownAt).counting
}

/** What is kept aside of a project, each with what closes it; shown, never lost. */
export function keptAside(ledger: Ledger, project: string, knownAt: Moment | null = null): readonly Aside[] {
  return part(project, sliceOf(ledger, project), sliceOf(ledger, departmentKey(project)), knownAt).aside
}

/** The ids a closing at a day would be decided on: everything that counts of a project up to it. */
export function coveredIds(ledger: Ledger, project: string, day: string): string[] {
  return countingSlice(ledger, project)
    .filter((entry) => MOVING.has(entry.kind) && entry.effectiveOn <= day)
    .map(({ id }) => id)
}
