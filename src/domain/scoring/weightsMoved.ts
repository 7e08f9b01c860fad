import { sum, type Decimal } from '../number/decimal'
import type { GroupId } from './scheme'
import type { Sheet } from './sheet'
import { weightsInForce } from './weights'

/** A part of a scheme whose points on a sheet are not the scheme's. */
export interface OtherSum {
  readonly group: GroupId | 'execution'
  readonly expected: Decimal
  readonly actual: Decimal
}

/** Where somebody moved the weights of a sheet away from those its scheme gives: the sums that are not the scheme's any more (none where points only moved inside a 一级指标); `null` where nothing was moved (domain.md §7). */
export function weightsMoved(sheet: Sheet): readonly OtherSum[] | null {
  const { project, scheme, weightSource, rows, execution, indicators } = sheet
  if (weightSource.kind !== 'set') return null
  const given = weightsInForce(project, scheme, null).weights
  if (rows.every(({ id, weight }) => given.get(id)?.eq(weight))) return null
  const sums = [
    { group: 'execution' as const, expected: scheme.execution.weight, actual: execution.weight },
    ...scheme.groups.map(({ id: group, weight: expected }) => ({
      group,
      expected,
      actual: sum(indicators.flatMap((row) => (row.group === group ? row.weight : []))),
    })),
  ]
  return sums.filter(({ expected, actual }) => !expected.eq(actual))
}
