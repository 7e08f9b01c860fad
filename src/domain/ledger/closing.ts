import type { Day } from '../time/day'
import { compareRecording, type LockStep, type Moment, type RoundStep } from './entry'
import { kindsIn, type Slice } from './ledger'
import { standingEntries } from './standingEntries'

/** What closes a checkpoint: the acceptance of the project, or the lock of the department. */
export type Closing = RoundStep | LockStep

function closes(slice: Slice): boolean {
  const kinds = kindsIn(slice)
  return kinds.has('accept') || kinds.has('lock')
}

/**
 * The acts that close a project, the latest day first; each list holds those of one checkpoint that stand together, in the order in which they were written (domain.md §6).
 * A checkpoint is closed by its project's acceptance until it is returned or a lock of the department is lifted after it (a later lock does not bring that
 * acceptance back: what it covered was corrected since), or by the department's lock until its unlock. An unlock that lifts no lock opens nothing.
 */
export function closingActs(
  project: string,
  projectSlice: Slice,
  planSlice: Slice,
  knownAt: Moment | null = null,
): Closing[][] {
  if (!closes(projectSlice) && !closes(planSlice)) return []
  const round = standingEntries(projectSlice, knownAt).flatMap((entry) =>
    (entry.kind === 'accept' || entry.kind === 'return') && entry.subject === project ? entry : [],
  )
  const locks = standingEntries(planSlice, knownAt).flatMap((entry) =>
    entry.kind === 'lock' || entry.kind === 'unlock' ? entry : [],
  )
  const days = [...new Set([...round, ...locks].map((entry) => entry.effectiveOn))].sort().reverse()
  return days.flatMap((day): Closing[][] => {
    const about = locks.filter((entry) => entry.effectiveOn === day)
    const steps = [...round.filter((entry) => entry.effectiveOn === day), ...liftingUnlocks(about)].sort(
      compareRecording,
    )
    return [sinceOpened(about, 'lock'), sinceOpened(steps, 'accept')].filter((acts) => acts.length > 0)
  })
}

/** Of the locks and unlocks of one checkpoint the unlocks that lift a lock: the act written before them is one. */
export function liftingUnlocks(acts: readonly LockStep[]): LockStep[] {
  const written = [...acts].sort(compareRecording)
  return written.filter(({ kind }, at) => kind === 'unlock' && written[at - 1]?.kind === 'lock')
}

/** The last acts of a kind with none of another kind after them. */
function sinceOpened(acts: readonly Closing[], kind: Closing['kind']): Closing[] {
  return acts.slice(acts.map((act) => act.kind === kind).lastIndexOf(false) + 1)
}

/** What closes a project, the latest day first: of each checkpoint the acceptance and the lock that were written last. */
export function closings(
  project: string,
  projectSlice: Slice,
  planSlice: Slice,
  knownAt: Moment | null = null,
): Closing[] {
  return closingActs(project, projectSlice, planSlice, knownAt).flatMap((acts) => acts.at(-1) ?? [])
}

/** What closes a project up to the latest day; `null` when everything is open. What is closed refuses entries effective on or before its day. */
export function closedBy(
  project: string,
  projectSlice: Slice,
  planSlice: Slice,
  knownAt: Moment | null = null,
): Closing | null {
  return closings(project, projectSlice, planSlice, knownAt)[0] ?? null
}

/** Whether an entry about a day may still be written under a closing. */
export function isClosed(closing: Closing | null, day: Day): boolean {
  return closing !== null && day <= closing.effectiveOn
}
