import { type FactCheck, factChecks } from './factChecks'
import type { Plan } from '../plan/plan'
import { budgetChecks } from './planCheckBudget'
import { copyChecks } from './planCheckCopies'
import { scheduleChecks } from './planCheckSchedule'
import type { TableCheck } from './tableCheck'
import { targetChecks } from './planCheckTargets'
import { weightChecks } from './planCheckWeights'

/** A check of a plan: of what the document states about the department, or of its tables. */
export type PlanCheck = FactCheck | TableCheck

/** All checks of a plan, the stated facts first, then the tables (issue of the reading, part 4; the traps of domain.md §1). */
export function planChecks(plan: Plan): readonly PlanCheck[] {
  return [...factChecks(plan), ...tableChecks(plan)]
}

/** The checks of the tables alone. */
export function tableChecks({ projects }: Plan): readonly TableCheck[] {
  return [
    ...projects.flatMap(budgetChecks),
    ...copyChecks(projects),
    ...scheduleChecks(projects),
    ...projects.flatMap((project) => [...targetChecks(project), ...weightChecks(project)]),
  ]
}

/** What a check is known by from one day to the next, so that what was said about it can be kept: its kind and its cells. */
export function planCheckKey(check: PlanCheck): string {
  if ('where' in check) {
    const cells = check.where.map(({ project, indicator, cell }) => `${indicator ?? project}.${cell}`)
    return `${check.kind}:${cells.join(',')}`
  }
  if (check.kind === 'sum') return `sum:${check.name}`
  return check.kind === 'same-code' ? `same-code:${check.code}` : check.kind
}
