import { Decimal, HUNDRED } from '../number/decimal'
import { daysBetween, elapsedPercent, lastDayOfYear, monthsElapsed, yearOf, type Day } from '../time/day'
import { money, NOTHING, type Money } from '../number/money'
import { nextMilestone, plannedAt, type Schedule, type SetMilestone } from '../plan/schedule'

/** What the next checkpoint needs (domain.md §4): amount and days left, and 元 per month needed against 元 per month so far. */
export interface NextNeed {
  readonly milestone: SetMilestone
  readonly planned: Money
  readonly left: Money
  readonly daysLeft: number
  readonly perMonth: Money
  readonly soFarPerMonth: Money | null
}

/** What must still be spent by the next checkpoint; `null` when none is left. Nothing reported counts as nothing spent here, but has no pace so far. */
export function nextNeed(schedule: Schedule, budget: Money, spent: Money | null, asOf: Day): NextNeed | null {
  const milestone = nextMilestone(schedule, asOf)
  if (!milestone) return null
  const planned = plannedAt(milestone, budget)
  const left = money(Decimal.max(NOTHING, planned.minus(spent ?? NOTHING)))
  const months = monthsElapsed(milestone.day).minus(
    yearOf(asOf) < yearOf(milestone.day) ? 0 : monthsElapsed(asOf),
  )
  return {
    milestone,
    planned,
    left,
    daysLeft: daysBetween(asOf, milestone.day),
    perMonth: money(left.div(months)),
    soFarPerMonth:
      spent === null || yearOf(asOf) < yearOf(milestone.day) ? null : money(spent.div(monthsElapsed(asOf))),
  }
}

/** The straight continuation of the pace so far to the year's end, in 元: an extrapolation, never a plan (domain.md §4). */
export function forecast(year: number, spent: Money | null, asOf: Day): Money | null {
  const elapsed = elapsedPercent(year, asOf)
  if (spent === null || elapsed.isZero() || asOf >= lastDayOfYear(year)) return null
  return money(spent.times(HUNDRED).div(elapsed))
}
