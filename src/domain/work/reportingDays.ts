import type { Schedule } from '../plan/schedule'
import { daysAfter, type Day } from '../time/day'
import { REPORTING } from './todo'

/** A checkpoint that at least one project set, and the last day on which it is to be submitted. */
export interface ReportingDay {
  readonly checkpoint: Day
  readonly due: Day
  readonly projects: number
}

/** The checkpoints of a plan with the days by which they are to be submitted, in the order of the year; one that nobody set asks for nothing (domain.md §4, §6). */
export function reportingDays(schedules: readonly Schedule[]): readonly ReportingDay[] {
  const set = new Map<Day, number>()
  for (const { day, percent } of schedules.flat()) if (percent !== null) set.set(day, (set.get(day) ?? 0) + 1)
  return [...set]
    .map(([checkpoint, projects]) => ({ checkpoint, due: daysAfter(checkpoint, REPORTING.within), projects }))
    .sort((a, b) => (a.checkpoint < b.checkpoint ? -1 : 1))
}
