import { sumMoney, type Money } from '../number/money'
import { executionRate, type Rate } from '../number/rate'

/** Of several projects, those that report: how many do and do not, their 全年预算数 and their rate together. */
export interface ReportedOnly {
  readonly reported: number
  readonly unreported: number
  readonly rate: Rate
}

/**
 * The rate of the projects that report, said in words beside the department's own. The department's is Σ执行数 ÷ Σ全年预算数 of all projects, on screen, paper and files alike
 * (domain.md §3, §4: sums of amounts), so that it is what the sums printed beside it come to; what nobody reported is in the divisor and nowhere else.
 */
export function reportedOnly(
  projects: readonly { readonly budget: Money; readonly spent: Money | null }[],
): ReportedOnly {
  const own = projects.flatMap(({ budget, spent }) => (spent === null ? [] : [{ budget, spent }]))
  const spent = own.length === 0 ? null : sumMoney(own.map((one) => one.spent))
  return {
    reported: own.length,
    unreported: projects.length - own.length,
    rate: executionRate(spent, sumMoney(own.map(({ budget }) => budget))),
  }
}
