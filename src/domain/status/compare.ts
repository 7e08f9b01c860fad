import type { Decimal } from '../number/decimal'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import type { Rate } from '../number/rate'
import type { AttainmentLight } from './attainment'
import type { DepartmentStatus } from './departmentStatus'
import type { IndicatorStatus } from './indicatorStatus'
import type { ProjectStatus } from './projectStatus'
import type { Standing } from './standing'
import type { Day } from '../time/day'

/** How a light came from one day to another: `began` was not judged before, `fell-due` is owed since, `withdrawn` was reported before, `came-due` is another light only because a later checkpoint measures it, `other` is judged by another rule. */
export type Turn =
  | 'same'
  | 'better'
  | 'worse'
  | 'first'
  | 'began'
  | 'fell-due'
  | 'withdrawn'
  | 'came-due'
  | 'ahead'
  | 'not-ahead'
  | 'other'

/** An indicator on two days. */
export interface IndicatorChange {
  readonly before: IndicatorStatus
  readonly now: IndicatorStatus
  readonly turn: Turn
}

/** A project on two days. `spent` (元), `rate` and `points` (percentage points) are what was added since; `null` where one of the days has no such figure. */
export interface ProjectChange {
  readonly before: ProjectStatus
  readonly now: ProjectStatus
  readonly spent: Money | null
  readonly rate: Decimal | null
  readonly points: Decimal | null
  readonly turn: Turn
  readonly indicators: readonly IndicatorChange[]
}

/** What makes two days not fully comparable: said beside every comparison. `planned` is what the unreported projects should have spent, which the gap of that day holds. */
export type Hindrance =
  | {
      readonly kind: 'unreported'
      readonly when: 'before' | 'now'
      readonly projects: number
      readonly planned: Money
    }
  | { readonly kind: 'conflict'; readonly when: 'before' | 'now'; readonly projects: number }
  | { readonly kind: 'no-checkpoint' }
  | { readonly kind: 'budget' | 'schedule'; readonly projects: number }
  | { readonly kind: 'target'; readonly indicators: number }

/** The department on two days: what was added, how lights turned, and what hinders the comparison. */
export interface Comparison {
  readonly before: DepartmentStatus
  readonly now: DepartmentStatus
  readonly spent: Money | null
  readonly rate: Decimal | null
  /** The change of the gap (元, actual − plan); `null` where one of the days has none. */
  readonly gap: Money | null
  readonly projects: readonly ProjectChange[]
  readonly indicators: { readonly met: number; readonly missed: number; readonly unreported: number }
  readonly hindrances: readonly Hindrance[]
}

/** Compares two folds of one plan (domain.md §4–6): two totals are subtracted, a light is set against a light, and nothing unreported counts as 0. */
export function compareDepartments(before: DepartmentStatus, now: DepartmentStatus): Comparison {
  const old = new Map(before.projects.map((status) => [status.project.id, status]))
  const projects = now.projects.flatMap((status) => {
    const was = old.get(status.project.id)
    return was ? [compareProjects(was, status)] : []
  })
  return {
    before,
    now,
    spent: added(before.spent, now.spent),
    rate: rateAdded(before.rate, now.rate),
    gap: added(gapIn(before.standing), gapIn(now.standing)),
    projects,
    indicators: {
      met: now.indicators.met - before.indicators.met,
      missed: missedIn(now) - missedIn(before),
      unreported: now.indicators.unreported - before.indicators.unreported,
    },
    hindrances: hindrances('planned' in before.standing, projects),
  }
}

/** One project on two days. */
export function compareProjects(before: ProjectStatus, now: ProjectStatus): ProjectChange {
  const old = new Map(before.indicators.map((status) => [status.indicator.id, status]))
  const [was, is] = [pointsIn(before.standing), pointsIn(now.standing)]
  return {
    before,
    now,
    spent: added(before.spent, now.spent),
    rate: rateAdded(before.rate, now.rate),
    points: was && is && is.minus(was),
    turn: spendingTurn(before, now),
    indicators: now.indicators.flatMap((status) => {
      const earlier = old.get(status.indicator.id)
      return earlier ? [{ before: earlier, now: status, turn: lightTurn(earlier.light, status.light) }] : []
    }),
  }
}

const SEVERITY: Readonly<Record<Exclude<Standing['kind'], 'unreported' | 'not-due'>, number>> = {
  ahead: 0,
  'on-plan': 0,
  'slightly-behind': 1,
  behind: 2,
  'severely-behind': 3,
  'over-budget': 4,
}

function spendingTurn(before: ProjectStatus, now: ProjectStatus): Turn {
  const [was, is] = [before.standing.kind, now.standing.kind]
  if (was === is) return 'same'
  if (is === 'unreported') return was === 'not-due' ? 'fell-due' : 'withdrawn'
  if (before.spent === null) return 'first'
  if (is === 'not-due' || was === 'unreported') return 'other'
  if (was === 'not-due') return is === 'over-budget' ? 'worse' : 'began'
  const step = SEVERITY[is] - SEVERITY[was]
  const turn = step > 0 ? 'worse' : step < 0 ? 'better' : is === 'ahead' ? 'ahead' : 'not-ahead'
  return onlyCameDue(before, now, turn) ? 'came-due' : turn
}

/** Whether a light differs by its checkpoint alone (domain.md §4): nothing was spent since, or a day between checkpoints, still measured by the one behind it, is set against a day that the next one measures. */
function onlyCameDue(before: ProjectStatus, now: ProjectStatus, turn: Turn): boolean {
  if (before.spent === null || now.spent === null || !otherCheckpoint(before, now)) return false
  if (before.standing.kind === 'over-budget' || now.standing.kind === 'over-budget') return false
  if (now.spent.eq(before.spent)) return true
  const between = dueIn(before.standing) !== before.asOf && now.spent.gt(before.spent)
  return between && (turn === 'worse' || turn === 'not-ahead')
}

/** Whether another checkpoint measures a project on the second of two days. */
export function otherCheckpoint(before: ProjectStatus, now: ProjectStatus): boolean {
  return dueIn(before.standing) !== dueIn(now.standing)
}

function dueIn(standing: Standing): Day | null {
  return 'due' in standing ? standing.due.day : null
}

const DISTANCE: Readonly<Partial<Record<AttainmentLight, number>>> = { met: 0, near: 1, partial: 2, far: 3 }

/** How an indicator's light turned. */
export function lightTurn(was: AttainmentLight, is: AttainmentLight): Turn {
  if (was === is) return 'same'
  const [from, to] = [DISTANCE[was], DISTANCE[is]]
  if (from !== undefined && to !== undefined) return to > from ? 'worse' : 'better'
  if (is === 'unreported') return was === 'not-due' ? 'fell-due' : 'withdrawn'
  if (to !== undefined && (was === 'unreported' || was === 'not-due')) return 'first'
  return 'other'
}

function added(was: Money | null, is: Money | null): Money | null {
  return was === null || is === null ? null : money(is.minus(was))
}

function rateAdded(was: Rate, is: Rate): Decimal | null {
  return was.kind === 'rate' && is.kind === 'rate' ? is.percent.minus(was.percent) : null
}

function gapIn(standing: DepartmentStatus['standing']): Money | null {
  return 'gap' in standing ? standing.gap : null
}

function pointsIn(standing: Standing): Decimal | null {
  return 'points' in standing ? standing.points : null
}

function missedIn({ indicators: { near, partial, far } }: DepartmentStatus): number {
  return near + partial + far
}

/** What makes the two days of one project not fully comparable. */
export function projectHindrances(change: ProjectChange): Hindrance[] {
  return hindrances('planned' in change.before.standing, [change])
}

function hindrances(judgedBefore: boolean, projects: readonly ProjectChange[]): Hindrance[] {
  const found: Hindrance[] = []
  if (!judgedBefore) found.push({ kind: 'no-checkpoint' })
  for (const when of ['before', 'now'] as const) {
    const day = projects.map((change) => change[when])
    const silent = day.filter(({ spent, standing }) => spent === null && 'planned' in standing)
    const planned = sumMoney(
      silent.map(({ standing }) => ('planned' in standing ? standing.planned : NOTHING)),
    )
    if (silent.length > 0) found.push({ kind: 'unreported', when, projects: silent.length, planned })
    const rivals = day.filter(({ totalConflicts }) => totalConflicts.length > 0).length
    if (rivals > 0) found.push({ kind: 'conflict', when, projects: rivals })
  }
  const count = (differs: (change: ProjectChange) => boolean) => projects.filter(differs).length
  const budgets = count(({ before: was, now: is }) => !was.budget.eq(is.budget))
  if (budgets > 0) found.push({ kind: 'budget', projects: budgets })
  const schedules = count(({ before: was, now: is }) => was.scheduleChange?.id !== is.scheduleChange?.id)
  if (schedules > 0) found.push({ kind: 'schedule', projects: schedules })
  const targets = projects
    .flatMap(({ indicators }) => indicators)
    .filter(({ before: was, now: is }) => was.targetChange?.id !== is.targetChange?.id).length
  if (targets > 0) found.push({ kind: 'target', indicators: targets })
  return found
}
