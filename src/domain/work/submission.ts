import type { SpendingReason } from '../ledger/entry'
import type { EffectiveSlice } from '../ledger/ledger'
import { HUNDRED } from '../number/decimal'
import type { Money } from '../number/money'
import { lastDayOfYear, yearOf, type Day } from '../time/day'
import type { MeasureStatus, IndicatorStatus } from '../status/indicatorStatus'
import { valueConflicts, type ProjectStatus } from '../status/projectStatus'
import type { SpendingLine } from '../status/spending'

/** A judged part of a project's indicators. */
export interface SubmittedPart {
  readonly indicator: IndicatorStatus
  readonly part: MeasureStatus
}

/**
 * What submitting a checkpoint hands over, and what is missing of it (domain.md §6, §8). `filled` and `asked` count the spending and every judged part.
 * `carried` are values from before the checkpoint's period, `unreasoned` what missed or exceeded without a word, `surpluses` statements below their own payments,
 * `unlisted` 未逐笔说明 of the last statement, `null` where it says no more than its payments.
 */
export interface Submission {
  readonly status: ProjectStatus
  readonly filled: number
  readonly asked: number
  readonly spent: Money | null
  readonly missing: readonly SubmittedPart[]
  readonly carried: readonly SubmittedPart[]
  readonly unreasoned: readonly SubmittedPart[]
  readonly offPlan: boolean
  readonly reason: SpendingReason | null
  readonly surpluses: readonly SpendingLine[]
  readonly unlisted: Money | null
  readonly conflicts: number
}

/** Whether spending stands behind its due checkpoint, and so needs a reason (domain.md §8). */
function isLate({ standing }: Pick<ProjectStatus, 'standing'>): boolean {
  return (
    standing.kind === 'slightly-behind' || standing.kind === 'behind' || standing.kind === 'severely-behind'
  )
}

/** Whether spending needs a reason: behind its due checkpoint, above the year's budget, or on the year's last day off the budget at all (domain.md §7, §8). */
export function isOffPlan(status: Pick<ProjectStatus, 'standing' | 'rate' | 'asOf'>): boolean {
  const { standing, rate, asOf } = status
  const off = rate.kind === 'rate' && !rate.percent.eq(HUNDRED)
  return isLate(status) || standing.kind === 'over-budget' || (off && asOf === lastDayOfYear(yearOf(asOf)))
}

/** The last reason given for the spending on or after the due checkpoint of a status; one given before it spoke of an earlier lag. `entries` are the counting ones of the project. */
export function spendingReason(
  { project, standing, asOf }: Pick<ProjectStatus, 'project' | 'standing' | 'asOf'>,
  entries: EffectiveSlice,
): SpendingReason | null {
  const since: Day | null = 'due' in standing ? standing.due.day : null
  return (
    entries
      .filter(
        (entry): entry is SpendingReason =>
          entry.kind === 'spending-reason' &&
          entry.subject === project.id &&
          entry.effectiveOn <= asOf &&
          (since === null || entry.effectiveOn >= since),
      )
      .at(-1) ?? null
  )
}

/** Gathers what submitting a project hands over; `status` is that of the checkpoint's day, `entries` the counting ones on it. */
export function submissionOf(status: ProjectStatus, entries: EffectiveSlice): Submission {
  const parts = status.indicators
    .flatMap((indicator) => indicator.parts.map((part) => ({ indicator, part })))
    .filter(({ part }) => part.measure?.judged !== false)
  const missing = parts.filter(({ part }) => part.entry === null)
  const said = (part: MeasureStatus) => (part.entry?.deviation?.text ?? '').trim() !== ''
  const statements = status.spending.filter(({ stated }) => stated)
  const last = statements.at(-1)?.unexplained ?? null
  return {
    status,
    filled: parts.length - missing.length + (status.spent === null ? 0 : 1),
    asked: parts.length + 1,
    spent: status.spent,
    missing,
    carried: parts.filter(({ part }) => part.carried),
    unreasoned: parts.filter(
      ({ part }) =>
        !said(part) &&
        (part.attainment.kind === 'missed' ||
          (part.attainment.kind === 'met' && part.attainment.exceeded !== null)),
    ),
    offPlan: isOffPlan(status),
    reason: spendingReason(status, entries),
    surpluses: statements.filter(({ unexplained }) => unexplained?.isNegative() === true),
    unlisted: last?.gt(0) ? last : null,
    conflicts: status.totalConflicts.length + valueConflicts(status).length,
  }
}

/** Whether submitting asks first: something is missing, unexplained or says more than its statement. */
export function asksFirst(submission: Submission): boolean {
  const { status, spent, missing, unreasoned, offPlan, reason, surpluses, conflicts } = submission
  return (
    spent === null ||
    status.sourceFaults.length > 0 ||
    missing.length + unreasoned.length + surpluses.length + status.silentZeros.length + conflicts > 0 ||
    (offPlan && reason === null)
  )
}
