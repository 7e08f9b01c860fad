import type { Flavoured } from '../plan/flavoured'
import type { PlanFrame } from '../plan/frame'
import type { Day } from '../time/day'
import { compareEntries, compareRecording, type Entry, type EntryKind, type Moment, type Void } from './entry'
import { SharedMap } from './sharedMap'
import { SharedSet } from './sharedSet'

/** The entries about one project (or one goal, or the plan itself), sorted for folding. Frozen: a new entry makes a new slice. */
export type Slice = readonly Entry[]

/** The entries of a slice that count: without what is kept aside (domain.md §6). Made by `countingSlice` alone. */
export type CountingSlice = Flavoured<Slice, 'counting'>

/** The entries of a slice that no void takes back, as known at a moment, in the order in which they were written. Made by `standingEntries`. */
export type StandingSlice = Flavoured<Slice, 'standing'>

/** The entries of a slice that have happened by a day, as known at a moment, and are not voided, in fold order. Made by `effectiveEntries`. */
export type EffectiveSlice = Flavoured<Slice, 'effective'>

/** An append-only set of entries of one plan, sliced by what they are about so that one new entry touches one slice (domain.md §6). */
export interface Ledger {
  readonly plan: string
  readonly slices: SharedMap<Slice>
  /** What its plan says that an entry must fit; `null` while no plan is known: then everything fits. */
  readonly frame: PlanFrame | null
  /** The projects whose schedule an entry changes. */
  readonly rescheduled: ReadonlySet<string>
  readonly ids: SharedSet
}

/** From which standpoint a ledger is read: what had happened by `asOf`, as it was known at `knownAt` (all that is known when `null`). */
export interface Standpoint {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

const NO_ENTRIES: Slice = Object.freeze([])
const NO_IDS: ReadonlySet<string> = new Set()

export function emptyLedger(plan: string, frame: PlanFrame | null = null): Ledger {
  return { plan, slices: SharedMap.empty(), ids: SharedSet.empty(), frame, rescheduled: NO_IDS }
}

/** The slice a subject belongs to: the project of an indicator, else the subject itself; ids are positions, `/` between (domain.md §2). */
export function sliceKey(subject: string): string {
  const end = subject.indexOf('/', subject.indexOf('/') + 1)
  return end < 0 ? subject : subject.slice(0, end)
}

/** The slice of the whole department that a subject belongs to: its plan, under which locks are written. */
export function departmentKey(subject: string): string {
  return subject.split('/')[0] ?? subject
}

/** Adds entries; those already known change nothing, those of another plan are returned apart and never mixed in. */
export function addEntries(
  ledger: Ledger,
  entries: readonly Entry[],
): { ledger: Ledger; foreign: readonly Entry[] } {
  const foreign = entries.filter((entry) => entry.plan !== ledger.plan)
  const added = new Map<string, Entry[]>()
  const groupOf = new Map<string, Entry[]>()
  const fresh = new Set<string>()
  for (const entry of entries) {
    if (entry.plan !== ledger.plan || ledger.ids.has(entry.id)) continue
    const before = fresh.size
    if (fresh.add(entry.id).size === before) continue
    let group = groupOf.get(entry.subject)
    if (!group) {
      group = listUnder(added, sliceKey(entry.subject))
      groupOf.set(entry.subject, group)
    }
    group.push(entry)
  }
  if (added.size === 0) return { ledger, foreign }
  const ids = ledger.ids.with(fresh)
  const grown = [...added].map(
    ([key, group]) => [key, Object.freeze(withSorted(sliceOf(ledger, key), inFoldOrder(group)))] as const,
  )
  for (const [, slice] of grown) kindsIn(slice)
  const slices = ledger.slices.withAll(grown)
  return {
    ledger: { ...ledger, slices, ids, rescheduled: withRescheduled(ledger.rescheduled, added) },
    foreign,
  }
}

function listUnder(lists: Map<string, Entry[]>, key: string): Entry[] {
  const known = lists.get(key)
  if (known) return known
  const list: Entry[] = []
  lists.set(key, list)
  return list
}

/** Entries in fold order, day by day: a list has many of one day, written one after another, and only its few days are sorted among each other. */
function inFoldOrder(entries: readonly Entry[]): Entry[] {
  const days = new Map<Day, Entry[]>()
  for (const entry of entries) listUnder(days, entry.effectiveOn).push(entry)
  return [...days.keys()].sort().flatMap((day) => days.get(day)?.sort(compareRecording) ?? [])
}

/** A slice and sorted entries in one order; what stands before the first of them is not compared. */
function withSorted(slice: Slice, entries: readonly Entry[]): Entry[] {
  if (slice.length === 0) return [...entries]
  const joined: Entry[] = []
  let from = 0
  for (const entry of entries) {
    const to = placeFor(entry, slice, from)
    for (; from < to; from += 1) joined.push(slice[from] as Entry)
    joined.push(entry)
  }
  for (; from < slice.length; from += 1) joined.push(slice[from] as Entry)
  return joined
}

function placeFor(entry: Entry, slice: Slice, from: number): number {
  let [low, high] = [from, slice.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareEntries(slice[middle] as Entry, entry) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function withRescheduled(
  before: Ledger['rescheduled'],
  added: ReadonlyMap<string, readonly Entry[]>,
): Ledger['rescheduled'] {
  const fresh = [...added].flatMap(([key, entries]) =>
    !before.has(key) &&
    entries.some((entry) => entry.kind === 'target-change' && entry.change.kind === 'schedule')
      ? key
      : [],
  )
  return fresh.length === 0 ? before : new Set([...before, ...fresh])
}

/** Merges two ledgers of one plan by union: nothing is lost, order and repetition do not matter (domain.md §6); one of another plan adds nothing. */
export function mergeLedgers(a: Ledger, b: Ledger): Ledger {
  return addEntries(a, allEntries(b)).ledger
}

/** The slice of one project, goal or plan; the same object as long as nothing about it was added. */
export function sliceOf(ledger: Ledger, key: string): Slice {
  return ledger.slices.get(key) ?? NO_ENTRIES
}

/** The ids of the entries that were known at a moment; of all where it is `null`. */
export function idsKnownAt(ledger: Ledger, knownAt: Moment | null): ReadonlySet<string> {
  const known = allEntries(ledger).filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
  return new Set(known.map(({ id }) => id))
}

const knownSlices = new WeakMap<Slice, { readonly knownAt: Moment; readonly slice: Slice }>()

/** A slice as it was known at a moment (all that is known when `null`); the same object while nothing of it is newer. */
export function knownSlice(slice: Slice, knownAt: Moment | null): Slice {
  if (knownAt === null) return slice
  const before = knownSlices.get(slice)
  if (before?.knownAt === knownAt) return before.slice
  const left = slice.filter((entry) => knows(entry, knownAt))
  const known = left.length === slice.length ? slice : Object.freeze(left)
  knownSlices.set(slice, { knownAt, slice: known })
  return known
}

/** Every entry, in the order of the fold. */
export function allEntries(ledger: Ledger): Entry[] {
  return [...ledger.slices.values()].flat().sort(compareEntries)
}

function knows(entry: Entry, knownAt: Moment | null): boolean {
  return knownAt === null || entry.recordedAt <= knownAt
}

const kinds = new WeakMap<Slice, ReadonlySet<EntryKind>>()

/** The kinds of entries a slice holds: most hold few, and what goes by a kind they lack need not read them. Remembered, because a slice never changes. */
export function kindsIn(slice: Slice): ReadonlySet<EntryKind> {
  const known = kinds.get(slice)
  if (known) return known
  const found = new Set<EntryKind>()
  let last: EntryKind | null = null
  for (const { kind } of slice) {
    if (kind !== last) found.add(kind)
    last = kind
  }
  if (Object.isFrozen(slice)) kinds.set(slice, found)
  return found
}

const SETTLING = '核定采用'

/** Whether an entry is a void of schema 1 that settled a conflict: it is read as a settlement and voids nothing (domain.md §6). */
export function isSettlingVoid(entry: Entry): entry is Void {
  return entry.kind === 'void' && entry.schema === 1 && entry.reason.startsWith(SETTLING)
}

/**
 * The ids voided by entries known at a moment, by what each void names and never by the clock it was written under.
 * Voiding a void brings the entry back exactly; voids that name each other in a circle count for nothing.
 */
export function voidedIds(slice: Slice, knownAt: Moment | null): ReadonlySet<string> {
  if (!kindsIn(slice).has('void')) return NO_IDS
  const voids = slice
    .filter((entry): entry is Void => entry.kind === 'void' && !isSettlingVoid(entry))
    .filter((entry) => knows(entry, knownAt))
  const byId = new Map(voids.map((entry) => [entry.id, entry]))
  const open = new Map<string, number>()
  for (const { entry } of voids) open.set(entry, (open.get(entry) ?? 0) + 1)
  const settled = voids.filter(({ id }) => !open.has(id))
  const voided = new Set<string>()
  for (const { id, entry } of settled) {
    if (!voided.has(id)) voided.add(entry)
    const left = (open.get(entry) ?? 0) - 1
    open.set(entry, left)
    const named = byId.get(entry)
    if (named && left === 0) settled.push(named)
  }
  return voided
}

/** The entries that count from a standpoint: known, effective on or before the day, not voided, in fold order. */
export function effectiveEntries(
  slice: Slice | CountingSlice,
  { asOf, knownAt }: Standpoint,
): EffectiveSlice {
  const voided = voidedIds(slice, knownAt)
  return slice.filter(
    (entry) =>
      entry.effectiveOn <= asOf && entry.kind !== 'void' && knows(entry, knownAt) && !voided.has(entry.id),
  )
}
