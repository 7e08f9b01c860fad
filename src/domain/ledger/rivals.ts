import type { Day } from '../time/day'
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

/** Which of rival entries is shown; while those that no settlement set aside differ, these, and always those that one did. */
export interface Settled<E> {
  readonly shown: E
  readonly conflict: readonly E[]
  readonly out: readonly E[]
}

/**
 * Settles entries about one thing and day (domain.md §6): each writer's last counts as his, equal ones agree, of differing ones each settlement decides what it names,
 * one after another as they were written: what it saw is out, what it keeps is in. Those that are left and differ are a conflict, the latest of them shown. `null` for no entry.
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
  if (rivals.every((entry) => same(entry, latest))) return { shown: latest, conflict: [], out: [] }
  const out = new Set(all.flatMap((entry) => (rivals.includes(entry) ? [] : entry.id)))
  const decisions = holding(settlements, new Set(all.map(({ id }) => id)))
  for (const { seen, kept } of decisions) {
    for (const id of seen) out.add(id)
    out.delete(kept)
  }
  const standing = all.filter(({ id }) => !out.has(id))
  const kept = standing.find(({ id }) => id === decisions.at(-1)?.kept)
  const shown = kept ?? standing.at(-1) ?? latest
  const set = all.filter(({ id }) => out.has(id))
  if (standing.every((entry) => same(entry, shown))) return { shown, conflict: [], out: set }
  return { shown: standing.at(-1) ?? latest, conflict: standing, out: set }
}

/** The settlements that hold, as they were written: what one keeps still counts, or a later one that holds decided on it. */
function holding(settlements: readonly Settlement[], counting: ReadonlySet<string>): Settlement[] {
  const decided = new Set(counting)
  const held = [...settlements]
    .sort(compareRecording)
    .reverse()
    .filter(({ seen, kept }) => {
      if (!decided.has(kept)) return false
      for (const id of seen) decided.add(id)
      return true
    })
  return held.reverse()
}

/** Rivals day by day, in the order of their days; `entries` are the counting ones about one thing, in fold order. */
export function settledByDay<E extends Entry>(
  entries: readonly E[],
  same: (a: E, b: E) => boolean,
  settling: Settling,
): Settled<E>[] {
  const days = new Map<Day, E[]>()
  for (const entry of entries) {
    const today = days.get(entry.effectiveOn)
    if (today) today.push(entry)
    else days.set(entry.effectiveOn, [entry])
  }
  return [...days.values()].flatMap((today) => settleRivals(today, same, settling) ?? [])
}
