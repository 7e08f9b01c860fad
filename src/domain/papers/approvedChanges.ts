import type { BudgetAdjustment, TargetChange } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import type { Decimal } from '../number/decimal'
import { money, type Money } from '../number/money'
import type { Indicator, Project } from '../plan/plan'
import type { Schedule } from '../plan/schedule'
import { parseTarget, type Target } from '../plan/target'
import { changedSchedule } from '../status/projectStatus'

/** A checkpoint whose percentage an approved change moved; `null` where none is set. */
export interface MovedMilestone {
  readonly month: number
  readonly before: Decimal | null
  readonly after: Decimal | null
}

/** An approved change of a project (domain.md §3, §6) with what stood before it and what stands since: 全年预算数, an 指标值, or the 资金支出计划. */
export type ApprovedChange =
  | {
      readonly kind: 'budget'
      readonly entry: BudgetAdjustment
      readonly before: Money
      readonly after: Money
    }
  | {
      readonly kind: 'target'
      readonly entry: TargetChange
      readonly indicator: Indicator
      readonly before: Target
      readonly after: Target
    }
  | {
      readonly kind: 'schedule'
      readonly entry: TargetChange
      readonly moved: readonly MovedMilestone[]
    }

/** Every approved change of a project up to a day, in the order of the days they are about, each over what stood before it; `counting` is the slice that counts. */
export function approvedChanges(
  project: Project,
  counting: Slice,
  standpoint: Standpoint,
): readonly ApprovedChange[] {
  let { budget, schedule } = project
  const targets = new Map(project.indicators.map((indicator) => [indicator.id as string, indicator.target]))
  return effectiveEntries(counting, standpoint).flatMap((entry): ApprovedChange[] => {
    if (entry.kind === 'budget-adjustment' && entry.subject === project.id) {
      const before = budget
      budget = money(before.plus(entry.amount))
      return [{ kind: 'budget', entry, before, after: budget }]
    }
    if (entry.kind !== 'target-change') return []
    if (entry.change.kind === 'schedule') {
      if (entry.subject !== project.id) return []
      const before = schedule
      schedule = changedSchedule(before, entry)
      return [{ kind: 'schedule', entry, moved: movedMilestones(before, schedule) }]
    }
    const indicator = project.indicators.find(({ id }) => id === entry.subject)
    const before = targets.get(entry.subject)
    if (!indicator || !before) return []
    const after = parseTarget(entry.change.text)
    targets.set(entry.subject, after)
    return [{ kind: 'target', entry, indicator, before, after }]
  })
}

function movedMilestones(before: Schedule, after: Schedule): MovedMilestone[] {
  return after.flatMap(({ month, percent }) => {
    const old = before.find((milestone) => milestone.month === month)?.percent ?? null
    const same = percent === null || old === null ? percent === old : percent.eq(old)
    return same ? [] : [{ month, before: old, after: percent }]
  })
}
