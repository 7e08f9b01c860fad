import type { AttainmentLight } from './attainment'
import type { Day } from '../time/day'
import { elapsedPercent } from '../time/day'
import type { Decimal } from '../number/decimal'
import { HUNDRED } from '../number/decimal'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import type { Preset } from '../plan/preset'
import { budgetOn, type ProjectStatus } from './projectStatus'
import { executionRate, type Rate } from '../number/rate'
import { gapOf, paceOf, planShare, type Pace } from './standing'

/** The department against its schedule: sums of amounts, never means of rates (domain.md §4). */
export type DepartmentStanding =
  | { readonly kind: 'not-due' | 'over-budget' }
  | { readonly kind: 'unreported'; readonly planned: Money; readonly planRate: Decimal | null }
  | {
      readonly kind: Pace
      readonly planned: Money
      readonly planRate: Decimal | null
      readonly gap: Money
      readonly points: Decimal | null
      readonly pace: Decimal | null
    }

/** The department from one standpoint. `spent` leaves unreported projects out, and says which they are. */
export interface DepartmentStatus {
  readonly asOf: Day
  readonly projects: readonly ProjectStatus[]
  readonly budget: Money
  readonly spent: Money | null
  readonly rate: Rate
  readonly standing: DepartmentStanding
  readonly unreported: readonly ProjectStatus[]
  readonly elapsed: Decimal
  readonly indicators: Readonly<Record<AttainmentLight, number>> & {
    readonly total: number
    readonly carried: number
  }
}

/** What a department adds up of its projects: exact amounts, so that a project can be taken out again (domain.md §4). `reported` and `due` count the projects in `spent` and `planned`. */
export interface DepartmentSums {
  readonly budget: Money
  readonly spent: Money
  readonly reported: number
  readonly planned: Money
  readonly due: number
  readonly indicators: DepartmentStatus['indicators']
}

const NO_PROJECTS: DepartmentSums = {
  budget: NOTHING,
  spent: NOTHING,
  reported: 0,
  planned: NOTHING,
  due: 0,
  indicators: {
    met: 0,
    near: 0,
    partial: 0,
    far: 0,
    unreported: 0,
    'not-due': 0,
    'not-judged': 0,
    total: 0,
    carried: 0,
  },
}

/** The sums with a project put in (`1`) or taken out (`-1`). */
export function withProject(
  sums: DepartmentSums,
  { budget, spent, standing, indicators }: ProjectStatus,
  sign: 1 | -1,
): DepartmentSums {
  const add = (sum: Money, amount: Money | null): Money =>
    amount === null ? sum : money(sign === 1 ? sum.plus(amount) : sum.minus(amount))
  const planned = 'planned' in standing ? standing.planned : null
  const counts = { ...sums.indicators }
  for (const { light, carried } of indicators) {
    counts[light] += sign
    counts.total += sign
    if (carried) counts.carried += sign
  }
  return {
    budget: add(sums.budget, budget),
    spent: add(sums.spent, spent),
    reported: sums.reported + (spent === null ? 0 : sign),
    planned: add(sums.planned, planned),
    due: sums.due + (planned === null ? 0 : sign),
    indicators: counts,
  }
}

/** The sums of projects, from nothing. */
export function departmentSums(projects: readonly ProjectStatus[]): DepartmentSums {
  return projects.reduce((sums, project) => withProject(sums, project, 1), NO_PROJECTS)
}

/** The projects nothing was reported of. */
export function unreportedOf(projects: readonly ProjectStatus[]): readonly ProjectStatus[] {
  return projects.filter((project) => project.spent === null)
}

/** Rolls the projects of a plan up into its department (domain.md §4). `sums` and `unreported` are given by who kept them up to date. */
export function departmentStatus(
  year: number,
  asOf: Day,
  projects: readonly ProjectStatus[],
  preset: Preset,
  sums: DepartmentSums = departmentSums(projects),
  unreported: readonly ProjectStatus[] = unreportedOf(projects),
): DepartmentStatus {
  const { budget, indicators } = sums
  const spent = sums.reported > 0 ? sums.spent : null
  return {
    asOf,
    projects,
    budget,
    spent,
    rate: executionRate(spent, budget),
    standing: rollUp(sums, spent, preset),
    unreported,
    elapsed: elapsedPercent(year, asOf),
    indicators,
  }
}

function rollUp(
  { budget, planned, due }: DepartmentSums,
  spent: Money | null,
  preset: Preset,
): DepartmentStanding {
  if (due === 0) return { kind: spent?.gt(budget) ? 'over-budget' : 'not-due' }
  const planRate = planShare(planned, budget)
  if (spent === null) return { kind: 'unreported', planned, planRate }
  return { kind: paceOf(spent, planned, budget, preset), planned, planRate, ...gapOf(spent, planned, budget) }
}

/** The department's plan at a month end: the sum where every project set a milestone, else how many did. */
export interface PlanPoint {
  readonly month: number
  readonly day: Day
  readonly planned: Money | null
  readonly percent: Decimal | null
  readonly set: number
  readonly of: number
}

/** The plan points of the given projects by checkpoint, each of the 全年预算数 of its own day; a checkpoint that not all have set has no point (domain.md §4: blank is not 0). */
export function planPoints(projects: readonly ProjectStatus[]): PlanPoint[] {
  const months = new Map<number, Day>()
  for (const milestone of projects.flatMap((project) => project.schedule))
    months.set(milestone.month, milestone.day)
  return [...months]
    .sort(([a], [b]) => a - b)
    .map(([month, day]) => {
      const budgets = projects.map(({ project, adjustments }) => budgetOn(project, adjustments, day))
      const budget = sumMoney(budgets)
      const amounts = projects.flatMap(({ schedule }, index) => {
        const percent = schedule.find((milestone) => milestone.month === month)?.percent
        return percent ? money((budgets[index] ?? NOTHING).times(percent).div(HUNDRED)) : []
      })
      const planned = amounts.length === projects.length ? sumMoney(amounts) : null
      return {
        month,
        day,
        planned,
        percent: planned === null ? null : planShare(planned, budget),
        set: amounts.length,
        of: projects.length,
      }
    })
}

const remembered = new WeakMap<ProjectStatus, ReadonlyMap<Day, CurvePoint>>()

/** The total of a project, or of several, at the end of a day on which something was entered; `stated` says that a statement (截至某日累计) speaks on it: a step that may fall. */
export interface CurvePoint {
  readonly day: Day
  readonly total: Money
  readonly stated: boolean
}

/** What each day on which something was entered moves a project's total by; remembered, because a status never changes. */
function movedByDay(project: ProjectStatus): ReadonlyMap<Day, CurvePoint> {
  const known = remembered.get(project)
  if (known) return known
  const moved = new Map<Day, CurvePoint>()
  let before = NOTHING
  for (const { entry, total, stated } of project.spending) {
    const day = entry.effectiveOn
    const today = moved.get(day)?.total ?? NOTHING
    moved.set(day, { day, total: money(today.plus(total).minus(before)), stated })
    before = total
  }
  remembered.set(project, moved)
  return moved
}

/** Cumulative spending after each day on which something was entered, in order; empty when nothing was reported. */
export function spendingCurve(projects: readonly ProjectStatus[]): CurvePoint[] {
  const moved = new Map<Day, CurvePoint>()
  for (const point of projects.flatMap((project) => [...movedByDay(project).values()])) {
    const { total, stated } = moved.get(point.day) ?? { total: NOTHING, stated: false }
    moved.set(point.day, {
      day: point.day,
      total: money(total.plus(point.total)),
      stated: stated || point.stated,
    })
  }
  let total = NOTHING
  return [...moved.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((point) => ({ ...point, total: (total = money(total.plus(point.total))) }))
}
