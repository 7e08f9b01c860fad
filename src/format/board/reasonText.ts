import { nextNeed } from '@/domain/status/outlook'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { daysBetween } from '@/domain/time/day'
import { amount, type MoneyUnit } from '../figures'
import { dayWord, DEVIATION_WORD, typedText } from '../words'

/** The one full line of a late row: why, what next, who, by when; `stated` is false where nobody said why, `overdue` says a day that has passed. */
export interface ReasonLine {
  readonly stated: boolean
  readonly reason: string
  readonly next: string
  readonly who: string
  readonly by: string
  readonly overdue: string
}

const LATE: ReadonlySet<string> = new Set(['over-budget', 'severely-behind', 'behind', 'slightly-behind'])

/** Why spending is off its plan, as it is told wherever the lag is shown: category and text, and of which day an earlier one is; 未说明原因 where nobody said. */
export function reasonSaid({ standing, reason }: Pick<ProjectStatus, 'standing' | 'reason'>): string {
  if (reason === null) return '未说明原因'
  const due = 'due' in standing ? standing.due.day : null
  const older = due !== null && reason.effectiveOn < due
  return `${DEVIATION_WORD[reason.category]}：${typedText(reason.text)}${older ? `（${dayWord(reason.effectiveOn)}说明）` : ''}`
}

/** The line of a project whose spending is off its plan; `null` where it is not. What the next checkpoint needs stands in for a next step nobody wrote; days overdue are counted to `reached`, today where the day looked at is ahead. */
export function reasonLine(
  status: ProjectStatus,
  manager: string | null,
  unit: MoneyUnit,
  reached = status.asOf,
): ReasonLine | null {
  const { standing, reason, asOf } = status
  if (!LATE.has(standing.kind)) return null
  const need = nextNeed(status.schedule, status.budget, status.spent, asOf)
  const needed =
    need && need.left.gt(0)
      ? `到${dayWord(need.milestone.day)}每月需支 ${amount(need.perMonth, unit)}${need.soFarPerMonth ? `（目前 ${amount(need.soFarPerMonth, unit)}）` : ''}`
      : ''
  const by = reason?.by ?? null
  return {
    stated: reason !== null,
    reason: reasonSaid(status),
    next: [reason?.nextStep.trim() ?? '', needed].filter(Boolean).join('；'),
    who: reason?.who.trim() || manager || '',
    by: by ? dayWord(by) : need ? dayWord(need.milestone.day) : '',
    overdue: by !== null && by < reached ? `逾期 ${daysBetween(by, reached)} 天` : '',
  }
}
