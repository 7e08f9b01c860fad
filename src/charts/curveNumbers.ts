import { sumMoney } from '@/domain/number/money'
import { planPoints, spendingCurve } from '@/domain/status/departmentStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import type { CurveNumbers } from './spendingCurve'

/** The numbers of the curve of a project, or of several together (their amounts added, domain.md §4), with the day compared with; `null` of none. */
export function curveNumbers(
  projects: readonly ProjectStatus[],
  year: number,
  before: Day | null = null,
): CurveNumbers | null {
  const asOf = projects[0]?.asOf
  if (!asOf) return null
  return {
    year,
    asOf,
    before,
    budget: sumMoney(projects.map(({ budget }) => budget)),
    plan: planPoints(projects),
    actual: spendingCurve(projects),
  }
}
