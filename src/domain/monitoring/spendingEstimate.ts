import { Decimal, HUNDRED } from '../number/decimal'
import type { SpendingEstimate } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import type { Money } from '../number/money'

/** How far apart, in percent of the 全年预算数, a manager's 全年预计执行数 and the run-rate may lie before it is said (D: 内部口径); data, not code. */
export const APART = new Decimal(20)

/** How the manager's 全年预计执行数 disagrees with what was spent, with the budget, or with the pace so far. */
export type SpendingDisagreement = 'below-spent' | 'over-budget' | 'above-run-rate' | 'below-run-rate'

/** What the manager expects to have been spent by the year's end, as it stands on a day; `entry` is `null` where nobody said. */
export interface ExpectedSpending {
  readonly entry: SpendingEstimate | null
  readonly disagreements: readonly SpendingDisagreement[]
}

/** Reads the 全年预计执行数 of a project that stands on a day and where it disagrees (domain.md §8); it is never made up from the pace. */
export function expectedSpending(
  slice: Slice,
  standpoint: Standpoint,
  { spent, budget, runRate }: { spent: Money | null; budget: Money; runRate: Money | null },
): ExpectedSpending {
  const entry =
    effectiveEntries(slice, standpoint)
      .filter((own) => own.kind === 'spending-estimate')
      .at(-1) ?? null
  if (!entry) return { entry, disagreements: [] }
  const { amount } = entry
  const disagreements: SpendingDisagreement[] = []
  if (spent && amount.lt(spent)) disagreements.push('below-spent')
  if (amount.gt(budget)) disagreements.push('over-budget')
  if (runRate && budget.gt(0)) {
    const apart = amount.minus(runRate).times(HUNDRED).div(budget)
    if (apart.gte(APART)) disagreements.push('above-run-rate')
    if (apart.lte(APART.neg())) disagreements.push('below-run-rate')
  }
  return { entry, disagreements }
}
