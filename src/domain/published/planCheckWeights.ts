import { Decimal, HUNDRED, sum } from '../number/decimal'
import type { Project } from '../plan/plan'
import type { TableCheck } from './tableCheck'
import { printedWeight } from '../plan/printedWeight'

const WITHOUT_EXECUTION = new Decimal(90)

/** 分值 where a table prints it: in every row, and 100 together, or 90 where 预算执行率 keeps its 10 (domain.md §7). */
export function weightChecks({ id, indicators }: Project): TableCheck[] {
  const cells = indicators.map(({ id: indicator }) => ({ project: id, indicator, cell: 'weight' }))
  const weights = indicators.map(({ weight }) => printedWeight(weight))
  if (weights.every((weight) => weight === null)) return []
  const missing = cells.filter((_, index) => weights[index] === null)
  if (missing.length > 0) return [{ kind: 'weight-missing', where: missing }]
  const total = sum(weights.filter((weight) => weight !== null))
  return total.eq(HUNDRED) || total.eq(WITHOUT_EXECUTION)
    ? []
    : [{ kind: 'weights-sum', total, where: cells }]
}
