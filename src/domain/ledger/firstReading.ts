import { lastDayOfYear, yearOf } from '../time/day'
import { NOTHING } from '../number/money'
import { decidedOn } from './aside'
import { closings, isClosed } from './closing'
import type { Entry, EntryKind } from './entry'
import {
  addEntries,
  allEntries,
  departmentKey,
  emptyLedger,
  sliceOf,
  voidedIds,
  type CountingSlice,
  type Ledger,
  type Slice,
} from './ledger'
import { yearState } from './yearState'

/** The kinds that a closed checkpoint kept aside then, by their own day: a void, too. */
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

const SCORING: ReadonlySet<EntryKind> = new Set([...MOVING, 'weights', 'score-adjustment', 'summary'])

/** Whether a ledger holds anything of schema 1. */
export function holdsFirst(ledger: Ledger): boolean {
  return [...ledger.slices.values()].some((slice) => slice.some(({ schema }) => schema === 1))
}

/** What a ledger holds of schema 1, by itself. */
export function writtenFirst(ledger: Ledger): Ledger {
  return addEntries(
    emptyLedger(ledger.plan, ledger.frame),
    allEntries(ledger).filter(({ schema }) => schema === 1),
  ).ledger
}

/**
 * The entries of a project as the first version counted them, in words that today's fold reads to the same end (domain.md §6, reading what is stored): every payment was added, a
 * stated total was only noted beside it, zero was a payment of 0, every void took back what it named, and what was closed was closed by an entry's own day.
 */
export function firstReading(ledger: Ledger, project: string): CountingSlice {
  const slice = sliceOf(ledger, project)
  const planSlice = sliceOf(ledger, departmentKey(project))
  const aside = closedThen(project, slice, planSlice)
  return withoutVoided(slice.filter((entry) => !aside(entry))).map(readThen)
}

function closedThen(project: string, slice: Slice, planSlice: Slice): (entry: Entry) => boolean {
  const [acts, planActs] = [withoutVoided(slice), withoutVoided(planSlice)]
  const checkpoints = closings(project, acts, planActs).map((closing) => {
    const knows = decidedOn(closing)
    return (entry: Entry) => MOVING.has(entry.kind) && isClosed(closing, entry.effectiveOn) && !knows(entry)
  })
  const signOffs = [...acts, ...planActs].filter(({ kind }) => kind === 'sign-off')
  const years = [...new Set(signOffs.map(({ effectiveOn }) => yearOf(effectiveOn)))].flatMap((year) => {
    const state = yearState(project, acts, departmentKey(project), planActs, year)
    if (state.kind === 'open') return []
    const knows = decidedOn(state.signOff)
    return (entry: Entry) =>
      SCORING.has(entry.kind) && entry.effectiveOn <= lastDayOfYear(year) && !knows(entry)
  })
  const closes = [...checkpoints, ...years]
  return (entry) => closes.some((closed) => closed(entry))
}

/** A slice after its voids, which took back whatever they named; a sign-off only with a reason. */
function withoutVoided(slice: Slice): Slice {
  const byId = new Map(slice.map((entry) => [entry.id, entry]))
  const voids = slice.flatMap((entry): Entry[] =>
    entry.kind === 'void' && (byId.get(entry.entry)?.kind !== 'sign-off' || entry.reason.trim() !== '')
      ? [{ ...entry, reason: '' }]
      : [],
  )
  const voided = voidedIds(voids, null)
  return slice.filter(({ id, kind }) => kind !== 'void' && !voided.has(id))
}

function readThen(entry: Entry): Entry {
  if (entry.kind === 'payment') return { ...entry, stated: null }
  return entry.kind === 'zero-spending'
    ? { ...entry, kind: 'payment', amount: NOTHING, voucher: '', stated: null }
    : entry
}
