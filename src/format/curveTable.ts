import type { Day } from '@/domain/time/day'
import type { PlanPoint } from '@/domain/status/departmentStatus'
import type { Money } from '@/domain/number/money'
import { amount, planPercent, type MoneyUnit } from './figures'
import { dayWord } from './words'

/** The spending curve as rows to read: what the chart shows, in figures. */
export type CurveTable = readonly { readonly day: string; readonly plan: string; readonly actual: string }[]

/** One row a checkpoint and a day of spending, in order; after `asOf` nothing is actual. */
export function curveTable(
  plan: readonly PlanPoint[],
  actual: readonly { readonly day: Day; readonly total: Money; readonly stated?: boolean }[],
  asOf: Day,
  unit: MoneyUnit,
): CurveTable {
  const days = [
    ...new Set([...plan.map((point) => point.day), ...actual.map((point) => point.day), asOf]),
  ].sort()
  return days.map((day) => {
    const point = plan.find((candidate) => candidate.day === day)
    const spent = day <= asOf ? actual.filter((candidate) => candidate.day <= day).at(-1) : undefined
    return {
      day: dayWord(day),
      plan: point
        ? point.planned
          ? `${amount(point.planned, unit)}${point.percent ? `（${planPercent(point.percent)}）` : ''}`
          : '未设定'
        : '',
      actual: spent
        ? `${amount(spent.total, unit)}${spent.stated && spent.day === day ? '（填报累计）' : ''}`
        : day <= asOf
          ? '未填报'
          : '',
    }
  })
}
