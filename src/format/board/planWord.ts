import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import { dayWord } from '../words'

/** Of which checkpoint a plan is, to stand before 计划 or 应支 (domain.md §4): empty on the checkpoint's own day, 到期节点 where the projects' last due ones differ. */
export function planOfWord(asOf: Day, projects: readonly ProjectStatus[]): string {
  const days = new Set(projects.flatMap(({ standing }) => ('due' in standing ? [standing.due.day] : [])))
  const [first] = days
  if (days.size > 1) return '到期节点'
  return first === undefined || first === asOf ? '' : dayWord(first)
}
