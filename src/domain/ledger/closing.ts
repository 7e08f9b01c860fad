import type { Day } from '../time/day'
import type { Entry, LockStep, Moment, RoundStep } from './entry'
import type { Slice } from './ledger'
import { standingEntries } from './standingEntries'

/** What closes a checkpoint: the acceptance of the project, or the lock of the department. */
export type Closing = RoundStep | LockStep

/** Which of two acts was written later; ids rise with time inside a moment. */
function later(a: Entry, b: Entry): boolean {
  return a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt
}

function lastOf<Step extends Entry>(steps: readonly Step[]): Step | null {
  return steps.reduce<Step | null>((last, step) => (last === null || later(step, last) ? step : last), null)
}

/**
 * What closes a project, the latest day first (domain.md §6).
 * A checkpoint is closed by its project's acceptance until it is returned or the department is unlocked after it, or by the department's lock
 * until its unlock.
 */
export function closings(
  project: string,
  projectSlice: Slice,
  planSlice: Slice,
  knownAt: Moment | null = null,
): Closing[] {
  const round = standingEntries(projectSlice, knownAt).flatMap((entry) =>
    (entry.kind === 'accept' || entry.kind === 'return') && entry.subject === project ? entry : [],
  )
  const locks = standingEntries(planSlice, knownAt).flatMap((entry) =>
    entry.kind === 'lock' || entry.kind === 'unlock' ? entry : [],
  )
  const days = [...new Set([...round, ...locks].map((entry) => entry.effectiveOn))].sort().reverse()
  return days.flatMap((day): Closing[] => {
    const lock = lastOf(locks.filter((entry) => entry.effectiveOn === day))
    const step = lastOf(round.filter((entry) => entry.effectiveOn === day))
    const accepted = step?.kind === 'accept' && !(lock?.kind === 'unlock' && later(lock, step)) ? [step] : []
    return lock?.kind === 'lock' ? [lock, ...accepted] : accepted
  })
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
