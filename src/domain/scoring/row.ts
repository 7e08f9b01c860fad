import type { Attainment } from '../status/attainment'
import { Decimal, HUNDRED } from '../number/decimal'
import type { Deviation, Evidence, ScoreAdjustment, SpendingReason, TargetChange } from '../ledger/entry'
import type { Money } from '../number/money'
import type { Indicator } from '../plan/plan'
import type { IndicatorStatus, MeasureStatus } from '../status/indicatorStatus'
import { spendingCarriedFrom, type ProjectStatus } from '../status/projectStatus'
import type { SpendingEntry } from '../status/spending'
import type { Preset } from '../plan/preset'
import type { Rate } from '../number/rate'
import type { Target } from '../plan/target'
import { afterPointsOff, executionScore, indicatorScore, type Score } from './points'
import { groupOf, type GroupId, type Scheme } from './scheme'
import type { Day } from '../time/day'
import { isCarried } from '../status/carried'
import { yearEndOf, type OpenReason } from './yearEnd'

interface Scored {
  readonly id: string
  readonly weight: Decimal
  /** The points by the rule, or why there are none yet. */
  readonly score: Score | OpenReason
  /** What the evaluator took off: the last such entry of the row, `null` when none or nothing. */
  readonly deduction: ScoreAdjustment | null
  /** The entry that took points off no more, where that is the last of the row. */
  readonly lifted: ScoreAdjustment | null
  /** What stood before the last such entry of the row: it stands instead of it, also where its writer had not read it. */
  readonly replaced: ScoreAdjustment | null
  /** The points that count; `null` while the row is open. */
  readonly points: Decimal | null
}

/** The 预算执行率 row; its id is the project's. `over` flags spending above the 全年预算数, which earns nothing more; off 100 % it `needsReason`, which the `spending-reason` in force on the year's last day gives. `entries` are what the spending is made of. */
export interface ExecutionRow extends Scored {
  readonly kind: 'execution'
  readonly initialBudget: Money
  readonly budget: Money
  readonly spent: Money | null
  readonly rate: Rate
  readonly over: boolean
  readonly needsReason: boolean
  readonly reason: SpendingReason | null
  /** Whether that reason was given about an earlier checkpoint: it does not answer for the year's end. */
  readonly reasonCarried: boolean
  /** The day the spending is of where nothing was reported in the last checkpoint's period (`isCarried`); `null` otherwise. */
  readonly carriedFrom: Day | null
  readonly entries: readonly SpendingEntry[]
}

/** An indicator's row. `needsReason` when missed or exceeded, `explained` when every such part has a reason; `carried` and `conflict` as the board has them. */
export interface IndicatorRow extends Scored {
  readonly kind: 'indicator'
  readonly indicator: Indicator
  readonly group: GroupId | null
  readonly target: Target
  readonly targetChange: TargetChange | null
  readonly parts: readonly MeasureStatus[]
  readonly attainment: Attainment
  readonly needsReason: boolean
  readonly explained: boolean
  readonly deviations: readonly Deviation[]
  readonly evidence: readonly Evidence[]
  readonly carried: boolean
  readonly conflict: IndicatorStatus['conflict']
}

export type Row = ExecutionRow | IndicatorRow

/** Whether a row stands on what was reported for an earlier checkpoint (domain.md §7). */
export function isCarriedRow(row: Row): boolean {
  return row.kind === 'execution' ? row.carriedFrom !== null : row.carried
}

/** The points off that count: never more than the row has now (domain.md §7); `null` where none are. */
export function offOf({ deduction, weight }: Pick<Row, 'deduction' | 'weight'>): Decimal | null {
  return deduction && Decimal.min(deduction.pointsOff, weight)
}

/** What a row is scored by. */
export interface RowBasis {
  readonly weight: Decimal
  /** What was taken off the row, in order; the last counts. */
  readonly deductions: readonly ScoreAdjustment[]
  readonly scheme: Scheme
}

function scored(id: string, score: Score | OpenReason, { weight, deductions }: RowBasis): Scored {
  const last = deductions.at(-1) ?? null
  const off = last?.pointsOff.gt(0) ? last : null
  const lifted = off ? null : last
  const before = typeof score === 'string' ? null : score.points
  const points = before && off ? afterPointsOff(before, off.pointsOff) : before
  return { id, weight, score, deduction: off, lifted, replaced: deductions.at(-2) ?? null, points }
}

/** The 预算执行率 row of a project's sheet. */
export function executionRow(status: ProjectStatus, basis: RowBasis): ExecutionRow {
  const { project, budget, spent, rate, reason, before } = status
  return {
    kind: 'execution',
    ...scored(project.id, executionScore(spent, budget, basis.weight, basis.scheme), basis),
    initialBudget: project.budget,
    budget,
    spent,
    rate,
    over: spent?.gt(budget) === true,
    needsReason: rate.kind === 'rate' && !rate.percent.eq(HUNDRED),
    reason,
    reasonCarried: reason !== null && isCarried(reason.effectiveOn, before),
    carriedFrom: spendingCarriedFrom(status),
    entries: status.spending.map(({ entry }) => entry),
  }
}

function asksForReason({ kind, ...rest }: Attainment): boolean {
  return kind === 'missed' || ('exceeded' in rest && rest.exceeded !== null)
}

/** An indicator's row of a project's sheet. */
export function indicatorRow(
  status: IndicatorStatus,
  year: number,
  preset: Preset,
  basis: RowBasis,
): IndicatorRow {
  const { indicator, target, targetChange, carried, conflict } = status
  const { attainment, parts, share } = yearEndOf(status, year, preset)
  const score = typeof share === 'string' ? share : indicatorScore(share, basis.weight, basis.scheme)
  const spoken = parts.flatMap((part) => part.entry ?? [])
  return {
    kind: 'indicator',
    ...scored(indicator.id, score, basis),
    indicator,
    group: groupOf(indicator, basis.scheme)?.id ?? null,
    target,
    targetChange,
    parts,
    attainment,
    needsReason: asksForReason(attainment),
    explained: parts
      .filter((part) => asksForReason(part.attainment))
      .every((part) => (part.entry?.deviation?.text ?? '').trim() !== ''),
    deviations: spoken.flatMap((entry) => entry.deviation ?? []),
    evidence: spoken.flatMap((entry) => entry.evidence),
    carried,
    conflict,
  }
}
