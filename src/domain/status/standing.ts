import { HUNDRED, type Decimal } from '../number/decimal'
import type { Day } from '../time/day'
import { money, type Money } from '../number/money'
import type { Preset } from '../plan/preset'
import { dueMilestone, plannedAt, type Schedule, type SetMilestone } from '../plan/schedule'

/** Where spending stands against the plan; the order is from worst to best among the judged ones. */
export type Pace = 'over-budget' | 'severely-behind' | 'behind' | 'slightly-behind' | 'on-plan' | 'ahead'

/** Spending compared with the due checkpoint (domain.md §4). Without a due checkpoint only what is over the whole budget can be said. `gap` = actual − plan; `points` is `null` without a budget above zero, `pace` without such a plan. */
export type Standing =
  | { readonly kind: 'not-due' | 'over-budget' }
  | { readonly kind: 'unreported'; readonly due: SetMilestone; readonly planned: Money }
  | {
      readonly kind: Pace
      readonly due: SetMilestone
      readonly planned: Money
      readonly gap: Money
      readonly points: Decimal | null
      readonly pace: Decimal | null
    }

/** The pace of an amount spent against an amount planned, by cross-multiplying exact values; nothing planned and nothing spent is on plan. */
export function paceOf(spent: Money, planned: Money, budget: Money, preset: Preset): Pace {
  if (spent.gt(budget)) return 'over-budget'
  if (planned.isZero()) return spent.gt(0) ? 'ahead' : spent.isZero() ? 'on-plan' : 'severely-behind'
  const reached = spent.times(HUNDRED)
  if (reached.gte(planned.times(preset.pace.ahead))) return 'ahead'
  if (spent.gte(planned)) return 'on-plan'
  if (reached.gte(planned.times(preset.pace.slightlyBehind))) return 'slightly-behind'
  return reached.gte(planned.times(preset.pace.behind)) ? 'behind' : 'severely-behind'
}

/** The money planned as a share of a budget, in %; `null` without a budget above zero. Of today's 全年预算数 it is what stands beside today's rate: rate − plan is the gap, also where a checkpoint's own budget was another (domain.md §4). */
export function planShare(planned: Money, budget: Money): Decimal | null {
  return budget.lte(0) ? null : planned.times(HUNDRED).div(budget)
}

/** The gap between what was spent and what was planned, in 元 and in percentage points of the budget. */
export function gapOf(
  spent: Money,
  planned: Money,
  budget: Money,
): { gap: Money; points: Decimal | null; pace: Decimal | null } {
  const gap = money(spent.minus(planned))
  return {
    gap,
    points: budget.lte(0) ? null : gap.times(HUNDRED).div(budget),
    pace: planned.lte(0) ? null : spent.times(HUNDRED).div(planned),
  }
}

/**
 * Compares spending (元, `null` when nothing was reported on or before `asOf`) with the due checkpoint of its schedule (domain.md §4).
 * `budget` is the 全年预算数 of `asOf`, `budgetOn` that of a day: the plan at a past checkpoint is that of its own day.
 * What is spent beyond the whole budget is over it at any day, before the first checkpoint too.
 */
export function standingOf(
  schedule: Schedule,
  budget: Money,
  spent: Money | null,
  asOf: Day,
  preset: Preset,
  budgetOn: (day: Day) => Money = () => budget,
): Standing {
  const due = dueMilestone(schedule, asOf)
  if (!due) return spent?.gt(budget) ? { kind: 'over-budget' } : { kind: 'not-due' }
  const planned = plannedAt(due, budgetOn(due.day))
  if (spent === null) return { kind: 'unreported', due, planned }
  return { kind: paceOf(spent, planned, budget, preset), due, planned, ...gapOf(spent, planned, budget) }
}
