import type { Day } from '../time/day'
import { compareEntries, type Entry, type Moment } from './entry'
import { voidedIds, type CountingSlice, type Slice } from './ledger'
import { settlesRivals } from './rivals'

/** The entries of a slice that are known and not voided, by what they are about, each in fold order: all, and those that are no payment, of which there are few; and whether any entry settles rivals. */
export interface Subjects {
  readonly of: (subject: string) => Slice
  readonly actsOn: (subject: string) => Slice
  readonly settled: boolean
}

const NONE: Slice = Object.freeze([])
const remembered = new WeakMap<Slice, { readonly knownAt: Moment | null; readonly subjects: Subjects }>()

/** Parts what counts of a slice by subject, as known at a moment; remembered where the slice is frozen, since a project is folded at every checkpoint. */
export function subjectsOf(slice: CountingSlice, knownAt: Moment | null): Subjects {
  const kept = remembered.get(slice)
  if (kept?.knownAt === knownAt) return kept.subjects
  const voided = voidedIds(slice, knownAt)
  const parted = new Map<string, Entry[]>()
  const acts = new Map<string, Entry[]>()
  let settled = false
  let inOrder = true
  let last = ''
  for (const entry of slice) {
    inOrder &&= last <= entry.effectiveOn
    last = entry.effectiveOn
    settled ||= settlesRivals(entry)
    if (entry.kind === 'void' || voided.has(entry.id)) continue
    if (knownAt !== null && entry.recordedAt > knownAt) continue
    put(parted, entry)
    if (entry.kind !== 'payment') put(acts, entry)
  }
  if (!inOrder) for (const own of [...parted.values(), ...acts.values()]) own.sort(compareEntries)
  const subjects = {
    of: (subject: string) => parted.get(subject) ?? NONE,
    actsOn: (subject: string) => acts.get(subject) ?? NONE,
    settled,
  }
  if (Object.isFrozen(slice)) remembered.set(slice, { knownAt, subjects })
  return subjects
}

function put(parted: Map<string, Entry[]>, entry: Entry): void {
  const own = parted.get(entry.subject)
  if (own) own.push(entry)
  else parted.set(entry.subject, [entry])
}

/** The part of a list up to a day: `dayOf` tells the day of each, and they stand in the order of their days. */
export function until<One>(list: readonly One[], day: Day, dayOf: (one: One) => Day): readonly One[] {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (dayOf(list[middle] as One) <= day) from = middle + 1
    else to = middle
  }
  return from === list.length ? list : list.slice(0, from)
}
