import type { Decimal } from '@/domain/number/decimal'
import { executionRate } from '@/domain/number/rate'
import { nextNeed, forecast, type NextNeed } from '@/domain/status/outlook'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { yearOf } from '@/domain/time/day'
import { explainNextNeed, type Derivation } from '../derivation'
import { amount, MONEY_UNIT_NAME, planPercent, rateText, type MoneyUnit } from '../figures'
import { dayWord } from '../words'

/** What the next checkpoint needs, as two bars and one number. */
export interface NeedText {
  readonly heading: string
  readonly left: string
  readonly days: string
  readonly bars: readonly { readonly label: string; readonly value: Decimal | null; readonly text: string }[]
  readonly forecast: string | null
  readonly why: () => Derivation
}

/** The next checkpoint's need in words; `null` when none is ahead. */
export function needText(status: ProjectStatus, unit: MoneyUnit): NeedText | null {
  const need: NextNeed | null = nextNeed(status.schedule, status.budget, status.spent, status.asOf)
  if (!need) return null
  const name = MONEY_UNIT_NAME[unit]
  const ahead = forecast(yearOf(status.asOf), status.spent, status.asOf)
  const share = executionRate(ahead, status.budget)
  return {
    heading: `到${dayWord(need.milestone.day)}（计划 ${planPercent(need.milestone.percent)}）`,
    left: need.left.isZero() ? '已达到，无需再支' : `还需支出 ${amount(need.left, unit)} ${name}`,
    days: `剩余 ${need.daysLeft} 天`,
    bars: [
      { label: '每月需支', value: need.perMonth, text: amount(need.perMonth, unit) },
      {
        label: '目前每月',
        value: need.soFarPerMonth,
        text: need.soFarPerMonth ? amount(need.soFarPerMonth, unit) : '未填报',
      },
    ],
    forecast: ahead
      ? `按目前进度直线外推，年底支出 ${amount(ahead, unit)} ${name}${share.kind === 'rate' ? `（预算的 ${rateText(share)}）` : ''}；仅为推算。`
      : null,
    why: () => explainNextNeed(status, need, unit),
  }
}
