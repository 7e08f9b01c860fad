import { frameOf, type PlanFrame } from '../plan/frame'
import type { Plan } from '../plan/plan'
import { endOfMonth, yearOf, type Day } from '../time/day'
import { publishedPlan } from './demo'
import type { Draft } from './draft'
import type { Entry, EntryKind, Moment } from './entry'
import { knownSlice, sliceOf, type Ledger, type Slice } from './ledger'
import { namedIn } from './naming'
import { standingEntries } from './standingEntries'

/** Why an entry does not fit the plan: it is about nothing that the plan has, says what happened in another year, names a day that is no checkpoint, or gives points of more places than a sheet adds up (domain.md §7). */
export type Misfit =
  | { readonly kind: 'no-subject' }
  | { readonly kind: 'other-year'; readonly day: Day; readonly year: number }
  | { readonly kind: 'no-checkpoint'; readonly day: Day }
  | { readonly kind: 'too-fine' }

/** The kinds that say what happened in the year: of another year they count for nothing (domain.md §6); what is decided or evaluated may come after it. */
const OF_THE_YEAR: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'spending-by-source',
  'indicator-actual',
])

/** The kinds that close a checkpoint or open it: their day is one, else nobody could open what they close. */
const AT_A_CHECKPOINT: ReadonlySet<EntryKind> = new Set(['submit', 'return', 'accept', 'lock', 'unlock'])

const framedLedgers = new WeakMap<Ledger, Ledger>()

/** A ledger whose entries are judged by what its plan says; one of another plan, or while none is known, stays as it is. */
export function framed(ledger: Ledger, plan: Plan | null): Ledger {
  if (!plan) return ledger
  const frame = frameOf(plan)
  if (ledger.frame === frame || publishedPlan(ledger.plan) !== frame.plan) return ledger
  const known = framedLedgers.get(ledger)
  if (known?.frame === frame) return known
  const next = { ...ledger, frame }
  framedLedgers.set(ledger, next)
  return next
}

/** Whether an approved change of a schedule can have been known to a step: a checkpoint that it sets is one for that step. */
type Knows = (change: Entry) => boolean

/** Why a draft would not fit the plan of a ledger; `null` where it fits, or no plan is known. */
export function misfitOf(draft: Draft | Entry, ledger: Ledger): Misfit | null {
  return judged(draft, ledger, null, () => true) ?? (isTooFine(draft) ? { kind: 'too-fine' } : null)
}

/** A sheet is the sum of rows of 2 places: points of more could not be printed as they count. */
const MOST_PLACES = 2

/** Whether an evaluator's points have more places than a sheet prints. */
function isTooFine(said: Draft | Entry): boolean {
  const points =
    said.kind === 'score-adjustment'
      ? [said.pointsOff]
      : said.kind === 're-evaluation' || said.kind === 'appraisal'
        ? said.rows.map((row) => row.points)
        : []
  return points.some((own) => own.decimalPlaces() > MOST_PLACES)
}

function judged(
  { kind, subject, effectiveOn: day }: Pick<Entry, 'kind' | 'subject' | 'effectiveOn'>,
  ledger: Ledger,
  knownAt: Moment | null,
  knows: Knows,
): Misfit | null {
  const { frame } = ledger
  if (!frame) return null
  if (!frame.subjects.has(subject)) return { kind: 'no-subject' }
  if (OF_THE_YEAR.has(kind) && yearOf(day) !== frame.year)
    return { kind: 'other-year', day, year: frame.year }
  if (!AT_A_CHECKPOINT.has(kind)) return null
  const whole = subject === frame.plan
  const printed = whole ? frame.days : frame.checkpoints.get(subject)
  const changed = whole ? [...ledger.rescheduled] : [subject]
  return printed?.has(day) || changed.some((project) => isSet(project, day, ledger, frame, knownAt, knows))
    ? null
    : { kind: 'no-checkpoint', day }
}

/** Whether an approved change that stands sets a day as a checkpoint of a project. */
function isSet(
  project: string,
  day: Day,
  ledger: Ledger,
  { checkpoints, year }: PlanFrame,
  knownAt: Moment | null,
  knows: Knows,
): boolean {
  if (!ledger.rescheduled.has(project) || !checkpoints.has(project)) return false
  return standingEntries(sliceOf(ledger, project), knownAt).some(
    (entry) =>
      entry.kind === 'target-change' &&
      entry.subject === project &&
      entry.change.kind === 'schedule' &&
      knows(entry) &&
      Object.entries(entry.change.percents).some(
        ([month, percent]) => percent !== null && endOfMonth(year, Number(month)) === day,
      ),
  )
}

/** What was recorded by the time of a step, or is named among what it was decided on. */
function knowing(step: Entry): Knows {
  const covers = 'covers' in step ? step.covers : null
  return ({ id, recordedAt }) => recordedAt <= step.recordedAt || covers?.includes(id) === true
}

/** A slice parted by the plan: what fits, and what does not with why. */
interface Fitting {
  readonly fit: Slice
  readonly misfits: readonly { readonly entry: Entry; readonly because: Misfit }[]
}

interface Remembered extends Fitting {
  readonly frame: PlanFrame
  /** The ledger it was parted in, where the other slices of a ledger can decide. */
  readonly within: Ledger | null
}

const remembered = new WeakMap<Slice, Remembered>()

/** Parts a slice, as known at a moment, by whether its entries fit the plan; of a void or settlement decides what it is about in the end. */
function fitting(ledger: Ledger, key: string, knownAt: Moment | null): Fitting {
  const slice = knownSlice(sliceOf(ledger, key), knownAt)
  const { frame } = ledger
  if (!frame) return { fit: slice, misfits: [] }
  const known = remembered.get(slice)
  if (known?.frame === frame && (known.within === null || known.within === ledger)) return known
  const { touches } = namedIn(slice)
  const misfits = slice.flatMap((entry) => {
    const about = touches(entry) ?? entry
    const because =
      judged(about, ledger, knownAt, knowing(about)) ??
      (isTooFine(entry) ? { kind: 'too-fine' as const } : null)
    return because ? [{ entry, because }] : []
  })
  const same =
    known?.misfits.length === misfits.length &&
    misfits.every(({ entry }, at) => known.misfits[at]?.entry === entry)
  const out = new Set(misfits.map(({ entry }) => entry.id))
  const within = key === frame.plan && slice.some(({ kind }) => AT_A_CHECKPOINT.has(kind)) ? ledger : null
  const parted = {
    frame,
    within,
    misfits,
    fit:
      misfits.length === 0 ? slice : same ? known.fit : Object.freeze(slice.filter(({ id }) => !out.has(id))),
  }
  remembered.set(slice, parted)
  return parted
}

/** What a fold reads of a project, a goal or the plan: its entries, as known at a moment, that fit the plan; the same object as long as nothing about them changed. */
export function fittingSlice(ledger: Ledger, key: string, knownAt: Moment | null = null): Slice {
  return fitting(ledger, key, knownAt).fit
}

/** What of a slice does not fit the plan, each with why: kept, shown, counting for nothing until the plan has room for it. */
export function misfitsOf(ledger: Ledger, key: string, knownAt: Moment | null): Fitting['misfits'] {
  return fitting(ledger, key, knownAt).misfits
}
