import { HUNDRED, sum, ZERO, type Decimal } from '../number/decimal'
import type { Project } from '../plan/plan'
import { printedWeight } from '../plan/printedWeight'
import { groupOf, type GroupId, type Scheme } from './scheme'

/** A group whose printed 分值 do not come to the scheme's points. */
export interface GroupSum {
  readonly group: GroupId
  readonly expected: Decimal
  readonly actual: Decimal
}

/**
 * What a table prints as 分值, against a scheme. They are used only when every indicator has one and each 一级指标 comes to the scheme's points
 * (domain.md §7: the sums are enforced, or consciously overridden with a reason); nothing is scaled or filled in.
 */
export type PrintedWeights =
  | { readonly kind: 'none' }
  | { readonly kind: 'fit'; readonly weights: ReadonlyMap<string, Decimal> }
  | { readonly kind: 'incomplete' | 'unreadable'; readonly rows: readonly string[] }
  | {
      readonly kind: 'other-sums'
      readonly groups: readonly GroupSum[]
      readonly unplaced: readonly string[]
    }

function isWeight(value: Decimal | null): value is Decimal {
  return value !== null && value.gte(0) && value.lte(HUNDRED) && value.decimalPlaces() <= 2
}

/** Reads the 分值 that a project's table prints and holds them against a scheme. */
export function printedWeights({ indicators }: Project, scheme: Scheme): PrintedWeights {
  const blank = indicators.filter(({ weight }) => (weight ?? '').trim() === '').map(({ id }) => id)
  if (blank.length === indicators.length) return { kind: 'none' }
  if (blank.length > 0) return { kind: 'incomplete', rows: blank }
  const weights = new Map<string, Decimal>()
  for (const { id, weight } of indicators) {
    const value = printedWeight(weight)
    if (isWeight(value)) weights.set(id, value)
  }
  const unreadable = indicators.filter(({ id }) => !weights.has(id)).map(({ id }) => id)
  if (unreadable.length > 0) return { kind: 'unreadable', rows: unreadable }
  const unplaced = indicators.filter((row) => groupOf(row, scheme) === null).map(({ id }) => id)
  const groups = scheme.groups
    .map((group): GroupSum => {
      const own = indicators.filter((row) => groupOf(row, scheme) === group)
      return {
        group: group.id,
        expected: group.weight,
        actual: sum(own.map(({ id }) => weights.get(id) ?? ZERO)),
      }
    })
    .filter(({ expected, actual }) => !actual.eq(expected))
  return groups.length > 0 || unplaced.length > 0
    ? { kind: 'other-sums', groups, unplaced }
    : { kind: 'fit', weights }
}
