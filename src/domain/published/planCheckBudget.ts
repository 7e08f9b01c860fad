import type { Decimal } from '../number/decimal'
import { parseWan, sumMoney, toWan } from '../number/money'
import type { Project } from '../plan/plan'
import type { TableCheck } from './tableCheck'

/** 预算数 against its parts 财政资金 and 其他资金, in 万元; a table that prints no part is not checked, one without 财政资金 (parted by level of government) only for more than the whole. */
export function budgetChecks({ id, budget, printed }: Project): TableCheck[] {
  const { fiscal, other } = printed.budget
  const parts = [fiscal, other].flatMap((part) => parseWan(part ?? '') ?? [])
  const total = sumMoney(parts)
  const isWhole = parseWan(fiscal ?? '') !== null || total.gt(budget)
  if (parts.length === 0 || !isWhole || total.eq(budget)) return []
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
