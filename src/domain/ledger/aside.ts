import { lastDayOfYear, yearOf } from '../time/day'
import { yearState } from './yearState'
import { closingActs, isClosed, type Closing as CheckpointClosing } from './closing'
import {
  compareEntries,
  compareRecording,
  type Entry,
  type EntryKind,
  type Moment,
  type SignOff,
} from './entry'
import {
  addEntries,
  departmentKey,
  kindsIn,
  type CountingSlice,
  sliceKey,
  type Ledger,
  type Slice,
} from './ledger'
import { fittingSlice, misfitOf, misfitsOf, type Misfit } from './fitting'
import { namedIn, type NamingFault } from './naming'
import { standsAlone } from './ruling'

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

/** Why an entry is kept aside: what closes what it touches, a fault in what it names or claims, or a plan that has no room for it. */
export type AsideReason = NamingFault | Misfit | { readonly kind: 'closed'; readonly closing: Closing }

/** An entry that is here and counts for nothing, and why. */
export interface Aside {
  readonly entry: Entry
  readonly because: AsideReason
}

interface Counting {
  readonly plan: Slice
  readonly counting: CountingSlice
  readonly aside: readonly Aside[]
  /** Why an entry that names nothing would be aside, if it stood here. */
  readonly would: (entry: Entry) => AsideReason | null
}

const remembered = new WeakMap<Slice, Counting>()

/** Whether a closing was decided on an entry (domain.md §6): it names it, or names none and the entry had been recorded. */
export function decidedOn({ covers, recordedAt }: Closing): (entry: Entry) => boolean {
  if (covers === null) return (entry) => entry.recordedAt <= recordedAt
  const ids = new Set(covers)
  return (entry) => ids.has(entry.id)
}

/** One thing that closes: whether it closes what an entry touches, and whether it was decided on that entry. */
interface Closes {
  readonly closing: Closing
  readonly closes: (entry: Entry, touched: Entry) => boolean
  readonly knows: (entry: Entry) => boolean
}

/** What closes a checkpoint; `names` tells what it says itself that it was decided on. */
interface ClosesCheckpoint extends Closes {
  readonly names: (entry: Entry) => boolean
}

/** What closes checkpoints, first written first: the acts of one checkpoint were together decided on what each of them names. */
function closedCheckpoints(project: string, slice: Slice, planSlice: Slice): ClosesCheckpoint[] {
  const written = closingActs(project, slice, planSlice).flatMap((acts) => {
    const [first, last] = [acts[0], acts.at(-1)]
    const named = new Set(acts.flatMap(({ covers }) => covers ?? []))
    return first && last ? { first, closing: last, named, decided: acts.map(decidedOn) } : []
  })
  return written
    .sort((a, b) => compareRecording(a.first, b.first))
    .map(({ closing, named, decided }) => ({
      closing,
      closes: (entry, touched) =>
        (MOVING.has(touched.kind) && isClosed(closing, touched.effectiveOn)) ||
        withdrawsAccepted(closing, entry, touched),
      knows: (entry) => decided.some((on) => on(entry)),
      names: ({ id }) => named.has(id),
    }))
}

/** A 报送 is withdrawn by its writer until it is accepted. */
function withdrawsAccepted(closing: Closing, entry: Entry, touched: Entry): boolean {
  return (
    entry.kind === 'void' &&
    touched.kind === 'submit' &&
    closing.kind === 'accept' &&
    closing.effectiveOn === touched.effectiveOn &&
    closing.recordedAt >= touched.recordedAt &&
    closing.recordedAt <= entry.recordedAt
  )
}

/** The years of a project that are signed off; what opens one again moves no figure by itself, and is never kept aside. */
function signedYears(project: string, slice: Slice, planSlice: Slice): Closes[] {
  if (!kindsIn(slice).has('sign-off') && !kindsIn(planSlice).has('sign-off')) return []
  const signOffs = [...slice, ...planSlice].filter((entry) => entry.kind === 'sign-off')
  return [...new Set(signOffs.map(({ effectiveOn }) => yearOf(effectiveOn)))].flatMap((year) => {
    const state = yearState(project, slice, departmentKey(project), planSlice, year)
    if (state.kind === 'open') return []
    const { signOff } = state
    return {
      closing: signOff,
      closes: (_: Entry, touched: Entry) =>
        SCORING.has(touched.kind) && touched.effectiveOn <= lastDayOfYear(year),
      knows: decidedOn(signOff),
    }
  })
}

/**
 * Parts a project's entries into those that count and those kept aside (domain.md §6): what names another's entry, a decision or nothing here, what claims a role that is not its
 * writer's, and what was written or arrived under a closing that was not decided on it: of several the first to name it or to leave it out speaks, for closing never hides what was there before. It goes by content alone, so every copy of a ledger agrees whatever came first;
 * when the checkpoint or year is opened again, or what is named arrives, they count.
 */
function part(project: string, slice: Slice, planSlice: Slice): Counting {
  const known = remembered.get(slice)
  if (known?.plan === planSlice) return known
  const { faults, faultOf, touches } = namedIn(slice)
  const checkpoints = closedCheckpoints(project, slice, planSlice)
  const years = signedYears(project, slice, planSlice)
  const standing = [...checkpoints, ...years]
  /** What an acceptance was decided on stays, whoever is named as the manager for that time afterwards. */
  const decidedUnder = (entry: Entry, touched: Entry) =>
    standing.some(({ closes, knows }) => closes(entry, touched) && knows(entry))
  const reasonOf = (entry: Entry, fault: NamingFault | null): AsideReason | null => {
    const touched = touches(entry) ?? entry
    if (fault && !(fault.kind === 'other-project' && decidedUnder(entry, touched))) return fault
    const over = ({ closes }: Closes) => closes(entry, touched)
    const decisive = (one: ClosesCheckpoint) => over(one) && (one.names(entry) || !one.knows(entry))
    const against = [checkpoints.find(decisive), ...years.filter(over)].find(
      (one) => one?.knows(entry) === false,
    )
    return against ? { kind: 'closed', closing: against.closing } : null
  }
  const aside =
    faults.size + standing.length === 0
      ? []
      : slice.flatMap((entry) => {
          const because = reasonOf(entry, faults.get(entry.id) ?? null)
          return because ? { entry, because } : []
        })
  const late = new Set(aside.map(({ entry }) => entry.id))
  const counting = late.size === 0 ? slice : Object.freeze(slice.filter(({ id }) => !late.has(id)))
  const would = (entry: Entry) => reasonOf(entry, faultOf(entry))
  const parted = { plan: planSlice, counting, aside, would }
  remembered.set(slice, parted)
  return parted
}

/** Why an entry would count for nothing if it joined a ledger now; `null` when it would count. The service refuses it for that, a merge keeps it aside. What stands alone is judged beside the slice, which stays as it is. */
export function asideReason(ledger: Ledger, entry: Entry): AsideReason | null {
  if (standsAlone(entry))
    return misfitOf(entry, ledger) ?? partOf(ledger, sliceKey(entry.subject), null).would(entry)
  const { ledger: next } = addEntries(ledger, [entry])
  return (
    keptAside(next, sliceKey(entry.subject)).find(({ entry: own }) => own.id === entry.id)?.because ?? null
  )
}

/** A ledger as known at a moment is the ledger of what had been recorded by then, so what was aside then is aside (domain.md §6). */
function partOf(ledger: Ledger, project: string, knownAt: Moment | null): Counting {
  const slice = (key: string) => fittingSlice(ledger, key, knownAt)
  return part(project, slice(project), slice(departmentKey(project)))
}

/** The slice of a project without what is kept aside; the same object as long as nothing about it changed. */
export function countingSlice(ledger: Ledger, project: string, knownAt: Moment | null = null): CountingSlice {
  return partOf(ledger, project, knownAt).counting
}

/** What counts of a project's entries that stand in no ledger yet, beside those of its plan, in fold order: as `countingSlice` once they do. */
export function countingAmong(project: string, entries: readonly Entry[], planSlice: Slice): CountingSlice {
  return part(project, Object.freeze([...entries].sort(compareEntries)), planSlice).counting
}

/** What is kept aside of a project, each with what closes it; shown, never lost. */
export function keptAside(ledger: Ledger, project: string, knownAt: Moment | null = null): readonly Aside[] {
  const misfits = misfitsOf(ledger, project, knownAt)
  const { aside } = partOf(ledger, project, knownAt)
  return misfits.length === 0 ? aside : [...misfits, ...aside]
}

/** The ids a closing at a day would be decided on: everything that counts of a project up to it. */
export function coveredIds(ledger: Ledger, project: string, day: string): string[] {
  return touching(ledger, project, MOVING, day)
}

/** The ids a sign-off would be decided on: everything that counts of a project up to the year's last day and moves its sheet. */
export function signedIds(ledger: Ledger, project: string, day: string): string[] {
  return touching(ledger, project, SCORING, day)
}

function touching(ledger: Ledger, project: string, kinds: ReadonlySet<EntryKind>, day: string): string[] {
  const { touches } = namedIn(fittingSlice(ledger, project))
  return countingSlice(ledger, project).flatMap((entry) => {
    const touched = touches(entry) ?? entry
    return kinds.has(touched.kind) && touched.effectiveOn <= day ? entry.id : []
  })
}
