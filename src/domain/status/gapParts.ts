import { money, NOTHING, type Money } from '../number/money'
import type { DepartmentStatus } from './departmentStatus'
import type { ProjectStatus } from './projectStatus'

/** What one project adds to the department's gap (元, actual − plan). An unreported one adds its whole plan as missing, one without a due checkpoint what it has spent. */
export interface GapPart {
  readonly status: ProjectStatus
  readonly amount: Money
  readonly kind: 'short' | 'over' | 'level' | 'unreported' | 'unplanned'
}

/** The department's gap by project, shortfalls first, the largest first; their sum is the gap (domain.md §4). */
export function gapParts({ projects }: DepartmentStatus): GapPart[] {
  return projects
    .map(gapPart)
    .sort((a, b) => a.amount.cmp(b.amount) || a.status.project.position - b.status.project.position)
}

function gapPart(status: ProjectStatus): GapPart {
  const { standing, spent } = status
  const planned = 'planned' in standing ? standing.planned : null
  const amount = money((spent ?? NOTHING).minus(planned ?? NOTHING))
  if (spent === null) return { status, amount, kind: 'unreported' }
  if (planned === null) return { status, amount, kind: 'unplanned' }
  return { status, amount, kind: amount.isZero() ? 'level' : amount.isNegative() ? 'short' : 'over' }
}

/** The project that makes at least half of all that is missing, where the department is behind; `null` where none does. */
export function mainShortfall(department: DepartmentStatus): GapPart | null {
  const { standing } = department
  if (!('gap' in standing) || !standing.gap.isNegative()) return null
  let [worst, missing]: [GapPart | null, Money] = [null, NOTHING]
  for (const part of department.projects.map(gapPart)) {
    if (!part.amount.isNegative()) continue
    missing = money(missing.plus(part.amount))
    if (worst === null || part.amount.lt(worst.amount)) worst = part
  }
  return worst?.amount.times(2).lte(missing) === true ? worst : null
}
