import { HUNDRED, type Decimal } from './decimal'
import type { Money } from './money'

/** A share as a percentage (58.24 means 58.24 %), or the reason there is none: nothing divides by a zero budget. */
export type Rate = { kind: 'rate'; percent: Decimal } | { kind: 'no-base' } | { kind: 'unreported' }

/** 执行率 = spent ÷ 全年预算数 (R 财预〔2020〕10号). A budget of zero, or adjusted below it, has no rate; unreported spending is not 0 %. */
export function executionRate(spent: Money | null, budget: Money): Rate {
  if (spent === null) return { kind: 'unreported' }
  if (budget.lte(0)) return { kind: 'no-base' }
  return { kind: 'rate', percent: spent.times(HUNDRED).div(budget) }
}
