import type { Decimal } from '../number/decimal'
import { type Money, parseWan, sumMoney, toWan } from '../number/money'
import type { Project } from '../plan/plan'
import type { TableCheck } from './tableCheck'

/** What 财政资金 and 其他资金 come to where that speaks against their 预算数, all in 元; `null` where it does not: no part is printed, or none of 财政资金 (parted by level of government) and no more than the whole. */
export function partsAgainst(budget: Money, fiscal: Money | null, other: Money | null): Money | null {
  const total = sumMoney([fiscal, other].flatMap((part) => part ?? []))
  if (fiscal === null && (other === null || !total.gt(budget))) return null
  return total.eq(budget) ? null : total
}

/** 预算数 against its parts 财政资金 and 其他资金, in 万元. */
export function budgetChecks({ id, budget, printed }: Project): TableCheck[] {
  const { fiscal, other } = printed.budget
  const total = partsAgainst(budget, parseWan(fiscal ?? ''), parseWan(other ?? ''))
  if (total === null) return []
  const difference: Decimal = toWan(total).minus(toWan(budget))
  return [
    {
      kind: 'budget-parts',
      difference,
      where: ['budget.total', 'budget.fiscal', 'budget.other'].map((cell) => ({
        project: id,
        indicator: null,
        cell,
      })),
    },
  ]
}
