import type { Day } from '../time/day'
import { HUNDRED, type Decimal } from '../number/decimal'
import { money, type Money } from '../number/money'

/** One column of 资金支出计划: the checkpoint's month end and the cumulative share in percent, `null` where the cell is blank (未设定, never 0). */
export interface Milestone {
  readonly month: number
  readonly day: Day
  readonly percent: Decimal | null
}

/** A milestone that was set. */
export interface SetMilestone extends Milestone {
  readonly percent: Decimal
}

/** 资金支出计划 in the order of its months; percentages are cumulative (domain.md §4). */
export type Schedule = readonly Milestone[]

function isSet(milestone: Milestone): milestone is SetMilestone {
  return milestone.percent !== null
}

function lastSet(schedule: Schedule, holds: (milestone: Milestone) => boolean): SetMilestone | null {
  for (let at = schedule.length - 1; at >= 0; at -= 1) {
    const milestone = schedule[at]
    if (milestone && isSet(milestone) && holds(milestone)) return milestone
  }
  return null
}

/** The due checkpoint: the latest non-blank one on or before `asOf`; `null` when none is due yet (domain.md §4). */
export function dueMilestone(schedule: Schedule, asOf: Day): SetMilestone | null {
  return lastSet(schedule, ({ day }) => day <= asOf)
}

/** The next checkpoint that was set and lies after `asOf`; `null` when the last one has passed. */
export function nextMilestone(schedule: Schedule, asOf: Day): SetMilestone | null {
  return schedule.filter(isSet).find((milestone) => milestone.day > asOf) ?? null
}

/** The checkpoint that was set before another; `null` for the first. */
export function previousMilestone(schedule: Schedule, milestone: SetMilestone): SetMilestone | null {
  return lastSet(schedule, ({ day }) => day < milestone.day)
}

/** Plan at a checkpoint = 全年预算数 × %, exact and unrounded (domain.md §4). */
export function plannedAt(milestone: SetMilestone, budget: Money): Money {
  return money(budget.times(milestone.percent).div(HUNDRED))
}
