import { otherCheckpoint } from '@/domain/status/compare'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import { dayWord } from '../words'

/** By which checkpoint each of two days is measured: 6月底, 10月底. */
export interface Yardsticks {
  readonly before: string
  readonly now: string
}

/** The checkpoints that measure two days, where they are not the same (domain.md §4): a gap that grew only because the next one came due is told with both names. */
export function yardsticks(
  before: Day,
  now: Day,
  projects: readonly { readonly before: ProjectStatus; readonly now: ProjectStatus }[],
): Yardsticks | null {
  if (!projects.some((change) => otherCheckpoint(change.before, change.now))) return null
  return {
    before: checkpointName(
      before,
      projects.map((change) => change.before),
    ),
    now: checkpointName(
      now,
      projects.map((change) => change.now),
    ),
  }
}

/** The checkpoint that projects are measured by on a day; where theirs differ, whose due ones they are. */
function checkpointName(asOf: Day, projects: readonly ProjectStatus[]): string {
  const days = new Set(projects.flatMap(({ standing }) => ('due' in standing ? [standing.due.day] : [])))
  const [first] = days
  return days.size === 1 && first !== undefined ? dayWord(first) : `${dayWord(asOf)}前的节点`
}
