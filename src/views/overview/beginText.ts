import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { planPoints } from '@/domain/status/departmentStatus'
import { daysBetween, type Day } from '@/domain/time/day'
import { amount, MONEY_UNIT_NAME, planPercent, type MoneyUnit } from '@/format/figures'
import { dayWord } from '@/format/words'

/** What the empty board says: what is planned, and what is due next or already past. */
export interface BeginText {
  readonly heading: string
  readonly lines: readonly string[]
}

/** The empty board in words: the plan by checkpoint, and the next one due. */
export function beginText(status: DepartmentStatus, unit: MoneyUnit, today: Day): BeginText {
  const points = planPoints(status.projects)
  const next = points.find((point) => point.day > status.asOf && point.planned)
  const name = MONEY_UNIT_NAME[unit]
  return {
    heading: '本年尚无填报',
    lines: [
      `${status.projects.length} 个项目，全年预算 ${amount(status.budget, unit)} ${name}，绩效指标 ${status.indicators.total} 项。`,
      next?.planned
        ? `${status.asOf > today ? `${dayWord(status.asOf)}之后的` : ''}下一节点 ${dayWord(next.day)}（还有 ${daysBetween(status.asOf > today ? today : status.asOf, next.day)} 天）：计划累计支出 ${amount(next.planned, unit)} ${name}${next.percent ? `，占 ${planPercent(next.percent)}` : ''}。`
        : checkpointsText(
            points.filter((point) => point.planned).map(({ day }) => day),
            today,
          ),
    ],
  }
}

function checkpointsText(days: readonly Day[], today: Day): string {
  const said = (some: readonly Day[]) => some.map((day) => dayWord(day)).join('、')
  const ahead = days.filter((day) => day > today)
  return ahead.length === 0
    ? `${said(days)}各计划节点均已到期。`
    : `本年计划节点 ${said(days)}，其中 ${said(ahead)}尚未到期。`
}

/** What 需要关注 says when nothing needs it: all as planned, or nothing due yet to be judged. */
export function nothingToAttend(status: DepartmentStatus): string {
  if (status.standing.kind !== 'not-due') return '各项目支出与指标均按计划，无需关注。'
  const next = planPoints(status.projects).find((point) => point.day > status.asOf && point.set > 0)
  const ahead = next ? `下一节点 ${dayWord(next.day)}，还有 ${daysBetween(status.asOf, next.day)} 天。` : ''
  return `尚无到期的计划节点，暂不判断快慢。${ahead}`
}
