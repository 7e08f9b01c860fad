import { readActual } from './actual'
import {
  attainmentLight,
  combine,
  judge,
  type Attainment,
  type AttainmentLight,
  type Reported,
} from './attainment'
import { parseDay, type Day } from './day'
import { ZERO, type Decimal, parseDecimal } from './decimal'
import type {
  BudgetAdjustment,
  Entry,
  IndicatorActual,
  Measure,
  Payment,
  TargetChange,
  ZeroSpending,
} from './ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from './ledger/ledger'
import { money, sumMoney, type Money } from './money'
import type { Indicator, Project } from './plan'
import type { Preset } from './preset'
import { executionRate, type Rate } from './rate'
import { dueMilestone, previousMilestone, type Schedule } from './schedule'
import { standingOf, type Standing } from './standing'
import { parseTarget, type Target } from './target'

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
  const adjustments = entries.filter((entry) => entry.kind === 'budget-adjustment')
  const budget = money(project.budget.plus(sumMoney(adjustments.map((entry) => entry.amount))))
  const scheduleChange =
    targetChanges(entries)
      .filter((entry) => entry.change.kind === 'schedule')
      .at(-1) ?? null
  const schedule = scheduleChange ? changedSchedule(project.schedule, scheduleChange) : project.schedule
  const spending = spendingLines(entries)
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
    return text === undefined
      ? milestone
      : { ...milestone, percent: text === null ? null : parseDecimal(text) }
  })
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
    measureStatus(target, measure, actuals, due?.percent ?? null, preset),
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
    conflict: spoken.flatMap((entry) => rivals(entry, actuals)),
  }
}

function measureStatus(
  target: Target,
  measure: Measure | null,
  actuals: readonly IndicatorActual[],
  share: Decimal | null,
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
  const attainment: Attainment = reported
    ? judge(target, reported, preset, measure?.buildsUp ? share : null)
    : { kind: 'not-judged', reason: 'wrong-kind' }
  return { measure, entry, reported, attainment }
}

/** What an entry reports for a target; `null` when its text cannot be taken for one (it stays visible, and is not judged). */
export function reportedBy(entry: IndicatorActual, target: Target): Reported | null {
  if (entry.value.kind === 'band') return entry.value
  const day = target.kind === 'date' ? parseDay(entry.value.text) : null
  if (day) return { kind: 'day', day }
  const reading = readActual(entry.value.text, target)
  return reading.kind === 'accepted' ? { kind: 'number', value: reading.value } : null
}

function rivals(entry: IndicatorActual, actuals: readonly IndicatorActual[]): IndicatorActual[] {
  const others = actuals.filter(
    (other) =>
      other.id !== entry.id &&
      other.measure === entry.measure &&
      other.effectiveOn === entry.effectiveOn &&
      other.author !== entry.author &&
      JSON.stringify(other.value) !== JSON.stringify(entry.value),
  )
  return others.length > 0 ? [...others, entry] : []
}
