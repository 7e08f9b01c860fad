import { totalAt } from '../status/spending'
import type { ProjectStatus } from '../status/projectStatus'
import type { Day } from '../time/day'
import type { CheckpointRound } from './round'

/** A checkpoint that was set, in its round; `reported` where spending was entered on or before its day (domain.md §4). */
type Checkpoint = Pick<CheckpointRound, 'day' | 'state' | 'closing'> & { readonly reported: boolean }

/**
 * The checkpoint that entering opens on: the first one sent back; else the first that is due and not reported (an overdue one must be in sight, domain.md §4);
 * else, where all are due (a past year), the last that is not accepted; else the due one that is not submitted yet, else the next to come, else the due one;
 * `null` where none was set or is due. `rounds` stand in the order of the year.
 */
export function openingCheckpoint(rounds: readonly Checkpoint[], asOf: Day): Day | null {
  const waiting = rounds.filter(
    ({ state, closing }) =>
      closing === null && (state === 'open' || state === 'returned' || state === 'reopened'),
  )
  const due = rounds.filter(({ day }) => day <= asOf)
  const left = due.filter(({ state, closing }) => closing === null && state !== 'accepted')
  const opening =
    waiting.find(({ state }) => state === 'returned') ??
    waiting.find(({ day, reported }) => day <= asOf && !reported) ??
    (due.length === rounds.length ? left.at(-1) : undefined) ??
    waiting.filter(({ day }) => day <= asOf).at(-1) ??
    waiting[0] ??
    due.at(-1)
  return opening?.day ?? null
}

/** The checkpoint that entering a project opens on at a day, by the round of each that was set. */
export function openingOf(
  { schedule, spending }: Pick<ProjectStatus, 'schedule' | 'spending'>,
  asOf: Day,
  roundOf: (day: Day) => CheckpointRound,
): Day | null {
  const set = schedule.filter(({ percent }) => percent !== null)
  const rounds = set.map(({ day }) => ({ ...roundOf(day), reported: totalAt(spending, day) !== null }))
  return openingCheckpoint(rounds, asOf)
}
