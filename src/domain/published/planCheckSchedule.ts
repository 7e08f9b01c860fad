import { HUNDRED } from '../number/decimal'
import type { Project } from '../plan/plan'
import type { PlanCell, TableCheck } from './tableCheck'
import type { SetMilestone } from '../plan/schedule'

/** 资金支出计划 is cumulative up to 100, and a blank checkpoint sets no milestone (domain.md §4): months left blank, by month; falls; plans that end below 100. */
export function scheduleChecks(projects: readonly Project[]): TableCheck[] {
  return [...blankMonths(projects), ...projects.flatMap(scheduleOf)]
}

function cellOf({ id }: Project, month: number): PlanCell {
  return { project: id, indicator: null, cell: `schedule.${String(month).padStart(2, '0')}` }
}

function blankMonths(projects: readonly Project[]): TableCheck[] {
  const planned = projects.filter(({ schedule }) => schedule.some(({ percent }) => percent !== null))
  const months = [...new Set(planned.flatMap(({ schedule }) => schedule.map(({ month }) => month)))]
  return months
    .sort((a, b) => a - b)
    .flatMap((month): TableCheck[] => {
      const blank = planned.filter(({ schedule }) =>
        schedule.some((milestone) => milestone.month === month && milestone.percent === null),
      )
      return blank.length === 0
        ? []
        : [{ kind: 'blank-checkpoint', month, where: blank.map((project) => cellOf(project, month)) }]
    })
}

function scheduleOf(project: Project): TableCheck[] {
  const set = project.schedule.filter((milestone): milestone is SetMilestone => milestone.percent !== null)
  const last = set.at(-1)
  if (!last) {
    return [{ kind: 'schedule-unset', where: [{ project: project.id, indicator: null, cell: 'schedule' }] }]
  }
  const falls = set.flatMap(({ month, percent }, index): TableCheck[] => {
    const before = set[index - 1]
    if (!before || !percent.lt(before.percent)) return []
    return [
      {
        kind: 'schedule-falls',
        percent,
        before: { month: before.month, percent: before.percent },
        where: [cellOf(project, before.month), cellOf(project, month)],
      },
    ]
  })
  if (last.percent.eq(HUNDRED)) return falls
  const { month, percent } = last
  return [...falls, { kind: 'schedule-not-ending-at-100', month, percent, where: [cellOf(project, month)] }]
}
