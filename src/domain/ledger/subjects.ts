import type { Day } from '../time/day'
import { compareEntries, type Entry, type Moment } from './entry'
import { kindsIn, voidedIds, type CountingSlice, type Slice } from './ledger'
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
  const kinds = kindsIn(slice)
  const settled = (kinds.has('settlement') || kinds.has('void')) && slice.some(settlesRivals)
  let inOrder = true
  let last = ''
  let about = ''
  let own: Entry[] = []
  for (const entry of slice) {
    inOrder &&= last <= entry.effectiveOn
    last = entry.effectiveOn
    if (entry.kind === 'void' || (voided.size > 0 && voided.has(entry.id))) continue
    if (knownAt !== null && entry.recordedAt > knownAt) continue
    if (entry.subject !== about) {
      about = entry.subject
      own = under(parted, about)
    }
    own.push(entry)
    if (entry.kind !== 'payment') under(acts, about).push(entry)
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

function under(parted: Map<string, Entry[]>, subject: string): Entry[] {
  const known = parted.get(subject)
  if (known) return known
  const own: Entry[] = []
  parted.set(subject, own)
  return own
}

/** The part of a list up to a day: `dayOf` tells the day of each, and they stand in the order of their days. */
export function until<One>(list: readonly One[], day: Day, dayOf: (one: One) => Day): readonly One[] {
  const count = countWhile(list, (one) => dayOf(one) <= day)
  return count === list.length ? list : list.slice(0, count)
}

/** How many stand at the head of a list before the first that is beyond; they stand in the order in which they are. */
export function countWhile<One>(list: readonly One[], isWithin: (one: One) => boolean): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isWithin(list[middle] as One)) from = middle + 1
    else to = middle
  }
  return from
}
