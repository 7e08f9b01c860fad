import { isCarried } from './carried'
import { endOfMonth, yearOf, type Day } from '../time/day'
import type { Decimal } from '../number/decimal'
import type { BudgetAdjustment, Entry, SpendingReason, TargetChange, ZeroSpending } from '../ledger/entry'
import type { CountingSlice, Slice, Standpoint } from '../ledger/ledger'
import { subjectsOf, until } from '../ledger/subjects'
import { sumMoney, type Money } from '../number/money'
import type { Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { executionRate, type Rate } from '../number/rate'
import type { Schedule } from '../plan/schedule'
import {
  askedThen,
  conflictDays,
  indicatorStatus,
  type IndicatorStatus,
  type ValueConflict,
} from './indicatorStatus'
import { reasonInForce } from './reasonInForce'
import { settledSchedules } from './rivalValues'
import { settlingOf, UNSETTLED } from '../ledger/rivals'
import { foldSpending, spendingUntil, totalAt, type SpendingLine, type TotalConflict } from './spending'
import { sourceFaults, type SourceFault } from './sourceFaults'
import { planShare, standingOf, type Standing } from './standing'
import { parseQuantity } from '../plan/target'

/** Everything the screens say of one project from one standpoint: one pure function, used by screen, forms, exports and server alike (domain.md §10). */
export interface ProjectStatus {
  readonly project: Project
  readonly asOf: Day
  readonly budget: Money
  readonly adjustments: readonly BudgetAdjustment[]
  readonly schedule: Schedule
  readonly scheduleChange: TargetChange | null
  readonly scheduleConflicts: readonly ValueConflict[]
  readonly spending: readonly SpendingLine[]
  readonly totalConflicts: readonly TotalConflict[]
  readonly silentZeros: readonly ZeroSpending[]
  readonly spent: Money | null
  /** Where what was last stated by source contradicts the totals (any more) or itself (domain.md §7). */
  readonly sourceFaults: readonly SourceFault[]
  readonly rate: Rate
  readonly standing: Standing
  /** Why spending is off its plan or budget (`reasonInForce`); `null` where nobody said. */
  readonly reason: SpendingReason | null
  /** The checkpoint before the due one, by which 沿用 is told (`isCarried`); `null` where there is none. */
  readonly before: Day | null
  readonly indicators: readonly IndicatorStatus[]
}

const dayOf = ({ effectiveOn }: Entry) => effectiveOn

/** Folds the entries about a project into its status (domain.md §3–6). The slice is the project's own; anything else in it is ignored. */
export function projectStatus(
  project: Project,
  slice: CountingSlice,
  standpoint: Standpoint,
  preset: Preset,
): ProjectStatus {
  const { entriesOf, acts, adjustments, budget, settling, folded, spent } = projectMoney(
    project,
    slice,
    standpoint,
  )
  const scheduleChanges = targetChanges(acts).filter((entry) => entry.change.kind === 'schedule')
  const { standing: changes, days } = settledSchedules(scheduleChanges, settling)
  const scheduleChange = changes.at(-1) ?? null
  const schedule = changes.reduce(changedSchedule, project.schedule)
  const { lines: spending, conflicts: totalConflicts, silentZeros } = folded
  const asked = askedThen(schedule, standpoint.asOf, settling)
  return {
    project,
    asOf: standpoint.asOf,
    budget,
    adjustments,
    schedule,
    scheduleChange,
    scheduleConflicts: conflictDays(days),
    spending,
    totalConflicts,
    silentZeros,
    spent,
    sourceFaults: sourceFaults(
      project,
      acts.filter((entry) => entry.kind === 'spending-by-source'),
      { budget, spent, adjusted: adjustments.length > 0 },
    ),
    rate: executionRate(spent, budget),
    standing: standingOf(schedule, budget, spent, standpoint.asOf, preset, (day) =>
      budgetOn(project, adjustments, day),
    ),
    reason: reasonInForce(
      acts,
      project.id,
      standpoint.asOf,
      (day) => totalAt(spending, day)?.gt(budgetOn(project, adjustments, day)) === true,
    ),
    before: asked.before,
    indicators: project.indicators.map((indicator) =>
      indicatorStatus(indicator, entriesOf(indicator.id), asked, preset),
    ),
  }
}

/** Every conflict of a project that is not about totals, with its indicator; `null` for the project's schedule. */
export function valueConflicts(
  status: ProjectStatus,
): { readonly indicator: IndicatorStatus | null; readonly conflict: ValueConflict }[] {
  return [
    ...status.scheduleConflicts.map((conflict) => ({ indicator: null, conflict })),
    ...status.indicators.flatMap((indicator) =>
      indicator.conflicts.map((conflict) => ({ indicator, conflict })),
    ),
  ]
}

/** The part of a project's status that is money: its budget, what was spent, and what they were read from (domain.md §3, §6). */
export function projectMoney(project: Project, slice: CountingSlice, standpoint: Standpoint) {
  const { asOf, knownAt } = standpoint
  const subjects = subjectsOf(slice, knownAt)
  const upTo = (entries: Slice): Slice => until(entries, asOf, dayOf)
  const acts = upTo(subjects.actsOn(project.id))
  const adjustments = acts.filter((entry) => entry.kind === 'budget-adjustment')
  const settling = subjects.settled ? settlingOf(slice, standpoint) : UNSETTLED
  const own = subjects.of(project.id)
  const folded = subjects.settled ? foldSpending(upTo(own), settling) : spendingUntil(own, asOf)
  return {
    entriesOf: (subject: string) => upTo(subjects.of(subject)),
    acts,
    adjustments,
    budget: budgetOn(project, adjustments, asOf),
    settling,
    folded,
    spent: totalAt(folded.lines, asOf),
  }
}

/** The plan that a project's rate is set against, in % of today's 全年预算数 (`planShare`), the printed share where there is no budget; `null` where nothing is due. */
export function planRateOf({ standing, budget }: Pick<ProjectStatus, 'standing' | 'budget'>): Decimal | null {
  return 'due' in standing ? (planShare(standing.planned, budget) ?? standing.due.percent) : null
}

/** The day a project's spending is of where nothing was reported about it in the due checkpoint's period (`isCarried`); `null` otherwise. */
export function spendingCarriedFrom({
  spending,
  before,
}: Pick<ProjectStatus, 'spending' | 'before'>): Day | null {
  const last = spending.at(-1)?.entry.effectiveOn ?? null
  return last !== null && isCarried(last, before) ? last : null
}

/** 全年预算数 on a day: the table's budget and what was adjusted on or before it (domain.md §3). */
export function budgetOn(project: Project, adjustments: readonly BudgetAdjustment[], day: Day): Money {
  if (adjustments.length === 0) return project.budget
  const made = adjustments.filter(({ effectiveOn }) => effectiveOn <= day)
  return sumMoney([project.budget, ...made.map(({ amount }) => amount)])
}

function targetChanges(entries: readonly Entry[]): TargetChange[] {
  return entries.filter((entry) => entry.kind === 'target-change')
}

/** The schedule after an approved change: a checkpoint before its day keeps what it was judged by, and a month that the table had no column for may be set (domain.md §6). */
export function changedSchedule(schedule: Schedule, change: TargetChange): Schedule {
  if (change.change.kind !== 'schedule') return schedule
  const year = yearOf(schedule[0]?.day ?? change.effectiveOn)
  const points = new Map(schedule.map((milestone) => [milestone.month, milestone]))
  for (const [key, text] of Object.entries(change.change.percents)) {
    const month = Number(key)
    const known = points.get(month)
    const on = endOfMonth(year, month)
    if (on < change.effectiveOn) continue
    const percent = text === null ? null : (readPercent(text) ?? known?.percent ?? null)
    if (!known && percent === null) continue
    points.set(month, { month, day: on, percent })
  }
  return [...points.values()].sort((a, b) => a.month - b.month)
}

function readPercent(text: string): Decimal | null {
  const quantity = parseQuantity(text)
  if (!quantity) return null
  return quantity.unit.kind === 'percent' || quantity.unit.printed === '' ? quantity.value : null
}
