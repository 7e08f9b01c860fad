import { lastDayOfYear, yearOf } from '../time/day'
import { yearState } from '../scoring/signOff'
import { closings, isClosed, type Closing as CheckpointClosing } from './closing'
import type { Entry, EntryKind, Moment, SignOff } from './entry'
import { departmentKey, sliceOf, type Ledger, type Slice } from './ledger'

/** The kinds that move what a checkpoint says; words, rounds and evaluations are never kept aside. */
const MOVING: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'settlement',
  'spending-estimate',
  'budget-adjustment',
  'indicator-actual',
  'measures',
  'target-change',
  'void',
])

/** The kinds that move what a signed-off sheet says. */
const SCORING: ReadonlySet<EntryKind> = new Set([
  ...MOVING,
  'weights',
  'score-adjustment',
  'summary',
  'spending-reason',
  'spending-by-source',
])

/** What closes: the acceptance or lock of a checkpoint, or the sign-off of a year. */
type Closing = CheckpointClosing | SignOff

/** An entry that arrived under a closed checkpoint or year, and what closes it. */
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

/** The years of a project that are signed off. What opens one again is never kept aside: a void of a sign-off, a void of that void, and so on. */
function signedYears(project: string, slice: Slice, planSlice: Slice, knownAt: Moment | null) {
  const signOffs = [...slice, ...planSlice].filter((entry) => entry.kind === 'sign-off')
  if (signOffs.length === 0) return []
  const byId = new Map(slice.map((entry) => [entry.id, entry]))
  const opens = (entry: Entry): boolean => {
    const seen = new Set<string>()
    let named: Entry | undefined = entry
    while (named?.kind === 'void' && !seen.has(named.id)) {
      seen.add(named.id)
      named = byId.get(named.entry)
    }
    return named?.kind === 'sign-off'
  }
  return [...new Set(signOffs.map(({ effectiveOn }) => yearOf(effectiveOn)))].flatMap((year) => {
    const state = yearState(project, slice, departmentKey(project), planSlice, year, knownAt)
    if (state.kind === 'open') return []
    const { signOff } = state
    return {
      closing: signOff,
      closes: (entry: Entry) =>
        SCORING.has(entry.kind) && entry.effectiveOn <= lastDayOfYear(year) && !opens(entry),
      knows: decidedOn(signOff),
    }
  })
}

/**
 * Parts a project's entries into those that count and those kept aside: written or arrived under a closing of their checkpoint or year that was not decided on them (DOMAIN.md §6).
 * It goes by content alone, so every copy of a ledger agrees whatever came first; when the checkpoint or year is opened again they count.
 */
function part(project: string, slice: Slice, planSlice: Slice, knownAt: Moment | null): Counting {
  const known = remembered.get(slice)
  if (known?.plan === planSlice && known.knownAt === knownAt) return known
  const checkpoints = closings(project, slice, planSlice, knownAt).map((closing) => ({
    closing,
    closes: ({ kind, effectiveOn }: Entry) => MOVING.has(kind) && isClosed(closing, effectiveOn),
    knows: decidedOn(closing),
  }))
  const standing = [...checkpoints, ...signedYears(project, slice, planSlice, knownAt)]
  const aside: Aside[] = []
  const counting = slice.filter((entry) => {
    const against = standing.find(({ closes, knows }) => closes(entry) && !knows(entry))
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

/** The ids a sign-off would be decided on: everything that counts of a project up to the year's last day and moves its sheet. */
export function signedIds(ledger: Ledger, project: string, day: string): string[] {
  return countingSlice(ledger, project)
    .filter((entry) => SCORING.has(entry.kind) && entry.effectiveOn <= day)
    .map(({ id }) => id)
}
