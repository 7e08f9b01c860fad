import { readActual } from './actual'
import {
  attainmentLight,
  combine,
  judge,
  type Attainment,
  type AttainmentLight,
  type Reported,
} from './attainment'
import { parseDay, yearOf, type Day } from '../time/day'
import { ZERO, type Decimal } from '../number/decimal'
import { toHalfWidth } from '../number/halfWidth'
import type {
  BudgetAdjustment,
  Entry,
  IndicatorActual,
  Measure,
  Payment,
  TargetChange,
  ZeroSpending,
} from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import { money, sumMoney, type Money } from '../number/money'
import type { Indicator, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { executionRate, type Rate } from '../number/rate'
import { dueMilestone, previousMilestone, type Schedule } from '../plan/schedule'
import { standingOf, type Standing } from './standing'
import { parseQuantity, parseTarget, type Target } from '../plan/target'

/** A payment, or an explicit zero, with the total it brings the project to. */
export interface SpendingLine {
  readonly entry: Payment | ZeroSpending
  readonly total: Money
}

/** One judged thing: an indicator, or one measure of a compound one, with the entry that speaks for it. */
export interface MeasureStatus {
  readonly measure: Measure | null
  readonly entry: IndicatorActual | null
  readonly reported: Reported | null
  readonly attainment: Attainment
}

/** An indicator from one standpoint. `carried` says the value is from before the due checkpoint's period; `conflict` names rival entries of the same day. */
export interface IndicatorStatus {
  readonly indicator: Indicator
  readonly target: Target
  readonly targetChange: TargetChange | null
  readonly parts: readonly MeasureStatus[]
  readonly attainment: Attainment
  readonly light: AttainmentLight
  readonly carried: boolean
  readonly conflict: readonly IndicatorActual[]
}

/** Everything the screens say of one project from one standpoint: one pure function, used by screen, forms, exports and server alike (DOMAIN.md §10). */
export interface ProjectStatus {
  readonly project: Project
  readonly asOf: Day
  readonly budget: Money
  readonly adjustments: readonly BudgetAdjustment[]
  readonly schedule: Schedule
  readonly scheduleChange: TargetChange | null
  readonly spending: readonly SpendingLine[]
  readonly spent: Money | null
  readonly rate: Rate
  readonly standing: Standing
  readonly indicators: readonly IndicatorStatus[]
}

/** Folds the entries about a project into its status (DOMAIN.md §3–6). The slice is the project's own; anything else in it is ignored. */
export function projectStatus(
  project: Project,
  slice: Slice,
  standpoint: Standpoint,
  preset: Preset,
): ProjectStatus {
  const entries = effectiveEntries(slice, standpoint)
  const own = entries.filter((entry) => entry.subject === project.id)
  const adjustments = own.filter((entry) => entry.kind === 'budget-adjustment')
  const budget = money(project.budget.plus(sumMoney(adjustments.map((entry) => entry.amount))))
  const scheduleChanges = targetChanges(own).filter((entry) => entry.change.kind === 'schedule')
  const scheduleChange = scheduleChanges.at(-1) ?? null
  const schedule = scheduleChanges.reduce(changedSchedule, project.schedule)
  const spending = spendingLines(own)
  const spent = spending.at(-1)?.total ?? null
  return {
    project,
    asOf: standpoint.asOf,
    budget,
    adjustments,
    schedule,
    scheduleChange,
    spending,
    spent,
    rate: executionRate(spent, budget),
    standing: standingOf(schedule, budget, spent, standpoint.asOf, preset),
    indicators: project.indicators.map((indicator) =>
      indicatorStatus(
        indicator,
        entries.filter((entry) => entry.subject === indicator.id),
        schedule,
        standpoint.asOf,
        preset,
      ),
    ),
  }
}

function targetChanges(entries: readonly Entry[]): TargetChange[] {
  return entries.filter((entry) => entry.kind === 'target-change')
}

function changedSchedule(schedule: Schedule, change: TargetChange): Schedule {
  if (change.change.kind !== 'schedule') return schedule
  const { percents } = change.change
  return schedule.map((milestone) => {
    const text = percents[String(milestone.month).padStart(2, '0')]
    if (text === undefined) return milestone
    return { ...milestone, percent: text === null ? null : (readPercent(text) ?? milestone.percent) }
  })
}

function readPercent(text: string): Decimal | null {
  const quantity = parseQuantity(text)
  if (!quantity) return null
  return quantity.unit.kind === 'percent' || quantity.unit.printed === '' ? quantity.value : null
}

function spendingLines(entries: readonly Entry[]): SpendingLine[] {
  let total = money(ZERO)
  const lines: SpendingLine[] = []
  for (const entry of entries) {
    if (entry.kind !== 'payment' && entry.kind !== 'zero-spending') continue
    if (entry.kind === 'payment') total = money(total.plus(entry.amount))
    lines.push({ entry, total })
  }
  return lines
}

function indicatorStatus(
  indicator: Indicator,
  entries: readonly Entry[],
  schedule: Schedule,
  asOf: Day,
  preset: Preset,
): IndicatorStatus {
  const targetChange =
    targetChanges(entries)
      .filter((entry) => entry.change.kind === 'target')
      .at(-1) ?? null
  const target =
    targetChange?.change.kind === 'target' ? parseTarget(targetChange.change.text) : indicator.target
  const split = entries.filter((entry) => entry.kind === 'measures').at(-1)?.measures ?? []
  const actuals = entries.filter((entry) => entry.kind === 'indicator-actual')
  const due = dueMilestone(schedule, asOf)
  const parts = (split.length > 0 ? split : [null]).map((measure) =>
    measureStatus(target, measure, actuals, due?.percent ?? null, yearOf(schedule[0]?.day ?? asOf), preset),
  )
  const attainment =
    parts.length === 1 && parts[0] ? parts[0].attainment : combine(parts.map((part) => part.attainment))
  const before = due ? previousMilestone(schedule, due) : null
  const spoken = parts.flatMap((part) => part.entry ?? [])
  return {
    indicator,
    target,
    targetChange,
    parts,
    attainment,
    light: attainmentLight(attainment, preset),
    carried: before !== null && spoken.length > 0 && spoken.every((entry) => entry.effectiveOn <= before.day),
    conflict: spoken.flatMap((entry) => rivals(entry, actuals, target)),
  }
}

function measureStatus(
  target: Target,
  measure: Measure | null,
  actuals: readonly IndicatorActual[],
  share: Decimal | null,
  year: number,
  preset: Preset,
): MeasureStatus {
  const entry = actuals.filter((actual) => actual.measure === (measure?.id ?? null)).at(-1) ?? null
  if (measure?.judged === false) {
    return {
      measure,
      entry,
      reported: entry && reportedBy(entry, target),
      attainment: { kind: 'not-judged', reason: 'marked' },
    }
  }
  if (!entry)
    return { measure, entry, reported: null, attainment: { kind: share === null ? 'not-due' : 'unreported' } }
  const reported = reportedBy(entry, target)
  if (!reported) return { measure, entry, reported, attainment: { kind: 'not-judged', reason: 'wrong-kind' } }
  const total = measure?.buildsUp === true && 'unit' in target && target.unit.kind !== 'percent'
  const attainment: Attainment =
    total && share === null
      ? { kind: 'not-due' }
      : judge(target, reported, preset, total ? share : null, year)
  return { measure, entry, reported, attainment }
}

/** What an entry reports for a target; `null` when its text cannot be taken for one (it stays visible, and is not judged). */
export function reportedBy(entry: IndicatorActual, target: Target): Reported | null {
  if (entry.value.kind === 'band') return entry.value
  const day = target.kind === 'date' ? parseDay(toHalfWidth(entry.value.text).trim()) : null
  if (day) return { kind: 'day', day }
  const reading = readActual(entry.value.text, target)
  return reading.kind === 'accepted' ? { kind: 'number', value: reading.value } : null
}

function saidBy(entry: IndicatorActual, target: Target): string {
  return JSON.stringify(reportedBy(entry, target) ?? entry.value)
}

function rivals(
  entry: IndicatorActual,
  actuals: readonly IndicatorActual[],
  target: Target,
): IndicatorActual[] {
  const others = actuals.filter(
    (other) =>
      other.id !== entry.id &&
      other.measure === entry.measure &&
      other.effectiveOn === entry.effectiveOn &&
      other.author !== entry.author &&
      saidBy(other, target) !== saidBy(entry, target),
  )
  return others.length > 0 ? [...others, entry] : []
}
