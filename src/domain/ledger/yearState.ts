import { lastDayOfYear, yearOf, type Day } from '../time/day'
import type { Draft } from './draft'
import { compareRecording, type EntryKind, type Moment, type Reopen, type SignOff, type Void } from './entry'
import { kindsIn, type Slice } from './ledger'
import { namedIn } from './naming'
import { standingEntries } from './standingEntries'

/** Whether a project's year is signed off, by whom and when (`signOff.author`, `.recordedAt`); when it was opened again, by which act and why (schema 1 did it by a void). */
export type YearState =
  | { readonly kind: 'open'; readonly reopened: Reopen | Void | null }
  | { readonly kind: 'signed-off'; readonly signOff: SignOff }

/** What closes a year: a sign-off of the project or of the whole plan. Entries effective on or before `until` are refused. */
export interface YearClosing {
  readonly kind: 'signed-off'
  readonly until: Day
  readonly signOff: SignOff
}

const NOT_SIGNED = { signOffs: [], standing: [], reopenings: [] }

function stepsOf(slice: Slice, subject: string, year: number, knownAt: Moment | null) {
  if (!kindsIn(slice).has('sign-off')) return NOT_SIGNED
  const standing = standingEntries(slice, knownAt)
  const signOffs = namedIn(slice)
    .sound.filter((entry) => entry.kind === 'sign-off')
    .filter((entry) => entry.subject === subject && yearOf(entry.effectiveOn) === year)
  const ids = new Set(signOffs.map(({ id }) => id))
  const reopenings = standing.filter(
    (entry): entry is Reopen | Void =>
      (entry.kind === 'reopen' && ids.has(entry.signOff)) || (entry.kind === 'void' && ids.has(entry.entry)),
  )
  const opened = new Set(reopenings.flatMap((entry) => (entry.kind === 'reopen' ? entry.signOff : [])))
  return {
    signOffs: standing.filter((entry) => entry.kind === 'sign-off').filter(({ id }) => ids.has(id)),
    standing: standing
      .filter((entry) => entry.kind === 'sign-off')
      .filter(({ id }) => ids.has(id) && !opened.has(id)),
    reopenings,
  }
}

/** The steps of a project's year, those of the project and of its plan together, in order. */
function stepsOfYear(
  project: string,
  projectSlice: Slice,
  plan: string,
  planSlice: Slice,
  year: number,
  knownAt: Moment | null,
) {
  const own = stepsOf(projectSlice, project, year, knownAt)
  const whole = stepsOf(planSlice, plan, year, knownAt)
  return {
    standing: [...own.standing, ...whole.standing].sort(compareRecording),
    signOffs: [...own.signOffs, ...whole.signOffs].sort(compareRecording),
    reopenings: [...own.reopenings, ...whole.reopenings].sort(compareRecording),
  }
}

/**
 * The state of a project's year (domain.md §6–7): signed off by the latest standing `sign-off` about that year, of the project or of its plan; opened again only by
 * `reopen`, which gives a reason. Every standing sign-off must be opened before the year is.
 */
export function yearState(
  project: string,
  projectSlice: Slice,
  plan: string,
  planSlice: Slice,
  year: number,
  knownAt: Moment | null = null,
): YearState {
  return yearHistory(project, projectSlice, plan, planSlice, year, knownAt).state
}

/** How a project's year stands, with every time it was signed and every time it was opened again, by whom and why, in order: who signed which figures stays told apart, and a sheet signed anew says so (domain.md §6). */
export interface YearHistory {
  readonly state: YearState
  /** Every sign-off, those that were opened again or signed anew among them. */
  readonly signOffs: readonly SignOff[]
  readonly reopenings: readonly (Reopen | Void)[]
}

/** Reads the history of a project's year from its slice and its plan's. */
export function yearHistory(...of: Parameters<typeof stepsOfYear>): YearHistory {
  const { standing, signOffs, reopenings } = stepsOfYear(...of)
  const signOff = standing.at(-1)
  const state: YearState = signOff
    ? { kind: 'signed-off', signOff }
    : { kind: 'open', reopened: reopenings.at(-1) ?? null }
  return { state, signOffs, reopenings }
}

const CHANGES_NO_FIGURE: ReadonlySet<EntryKind> = new Set([
  'comment',
  'wording',
  'check',
  're-evaluation',
  'appraisal',
  'appraisal-frame',
])

/** What refuses an entry effective in a signed-off year; `null` when it may be written. A comment changes no figure, and `reopen` is the way to open the year again. */
export function closedBySignOff(state: YearState, draft: Draft): YearClosing | null {
  if (state.kind === 'open') return null
  const { signOff } = state
  const until = lastDayOfYear(yearOf(signOff.effectiveOn))
  if (draft.effectiveOn > until || CHANGES_NO_FIGURE.has(draft.kind)) return null
  if (draft.kind === 'reopen' && draft.signOff === signOff.id && draft.reason.trim() !== '') return null
  return { kind: 'signed-off', until, signOff }
}
