import { compareRecording, sameWriter, type Entry, type Settlement } from './entry'
import { isSettlingVoid, voidedIds, type Slice, type Standpoint } from './ledger'

/** What settles rivals in a slice: the settlements that count, in fold order, and what a settling void of schema 1 set aside. */
export interface Settling {
  readonly settlements: readonly Settlement[]
  readonly dismissed: ReadonlySet<string>
}

/** What settles rivals where nothing does. */
export const UNSETTLED: Settling = { settlements: [], dismissed: new Set() }

/** Whether an entry can settle rivals. */
export function settlesRivals(entry: Entry): boolean {
  return entry.kind === 'settlement' || isSettlingVoid(entry)
}

/** Reads what settles rivals from a standpoint (domain.md §6). */
export function settlingOf(slice: Slice, { asOf, knownAt }: Standpoint): Settling {
  const voided = voidedIds(slice, knownAt)
  const standing = slice.filter(
    (entry) => !voided.has(entry.id) && (knownAt === null || entry.recordedAt <= knownAt),
  )
  return {
    settlements: standing
      .filter((entry): entry is Settlement => entry.kind === 'settlement')
      .filter((entry) => entry.effectiveOn <= asOf),
    dismissed: new Set(standing.flatMap((entry) => (isSettlingVoid(entry) ? entry.entry : []))),
  }
}

/** Which of rival entries is shown, and, while they differ and nobody has settled it, all of them. */
export interface Settled<E> {
  readonly shown: E
  readonly conflict: readonly E[]
}

/**
 * Settles entries about one thing and day (domain.md §6), given in fold order: each writer's last counts as his, equal ones agree, differing ones are
 * settled by the last settlement whose kept entry still counts, unless one it has not seen differs from the kept; else the latest is shown with the conflict.
 * `null` for no entry.
 */
export function settleRivals<E extends Entry>(
  entries: readonly E[],
  same: (a: E, b: E) => boolean,
  { settlements, dismissed }: Settling,
): Settled<E> | null {
  const written = [...entries].sort(compareRecording)
  const all = written.filter((entry, at) => !written.slice(at + 1).some((later) => sameWriter(entry, later)))
  const left = all.filter(({ id }) => !dismissed.has(id))
  const rivals = left.length > 0 ? left : all
  const latest = rivals.at(-1)
  if (!latest) return null
  if (rivals.every((entry) => same(entry, latest))) return { shown: latest, conflict: [] }
  const settlement = [...settlements]
    .sort(compareRecording)
    .reverse()
    .find(({ kept }) => all.some(({ id }) => id === kept))
  const kept = all.find(({ id }) => id === settlement?.kept)
  const seen = new Set(settlement?.seen)
  if (kept && rivals.every((entry) => seen.has(entry.id) || same(entry, kept)))
    return { shown: kept, conflict: [] }
  return { shown: latest, conflict: rivals }
}
