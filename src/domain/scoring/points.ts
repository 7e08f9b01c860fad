import type { Band } from '../status/attainment'
import { Decimal, HUNDRED, ZERO } from '../number/decimal'
import type { Money } from '../number/money'
import { executionRate } from '../number/rate'
import type { Scheme } from './scheme'
import { ratioOf, type NoShare, type Share } from './share'

/** How a row came to its points, as the numbers in it; the words are made in format/. */
export type Formula =
  | { readonly kind: 'full'; readonly points: Decimal }
  | {
      readonly kind: 'part'
      readonly part: Decimal
      readonly whole: Decimal
      readonly weight: Decimal
      readonly points: Decimal
    }
  | {
      readonly kind: 'band'
      readonly band: Band
      readonly percent: Decimal
      readonly weight: Decimal
      readonly points: Decimal
    }
  | { readonly kind: 'none'; readonly why: NoShare }
  | { readonly kind: 'below-floor'; readonly share: Share; readonly floor: Decimal }
  | {
      readonly kind: 'execution'
      readonly spent: Money
      readonly budget: Money
      readonly weight: Decimal
      readonly points: Decimal
      readonly limit: 'over' | 'negative' | null
    }
  | {
      readonly kind: 'execution-band'
      readonly spent: Money
      readonly budget: Money
      readonly rate: Decimal
      readonly from: Decimal | null
      readonly below: Decimal | null
      readonly share: Decimal
      readonly weight: Decimal
      readonly points: Decimal
      readonly ours: boolean
    }

/** The points of a row before anything is taken off, rounded; `ratio` in 0…1 is what the points are of. */
export interface Score {
  readonly points: Decimal
  readonly ratio: Decimal
  readonly formula: Formula
}

/** Points of a row: half up to 2 places, so that the sheet adds up (domain.md §7), and never rounded past a weight of more places. */
export function roundPoints(points: Decimal, weight: Decimal): Decimal {
  const rounded = points.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).plus(ZERO)
  return rounded.gt(weight) ? weight.toDecimalPlaces(2, Decimal.ROUND_DOWN) : rounded
}

/** Indicator points = weight when met, else weight × ratio (R 财预〔2020〕10号); below a scheme's floor 0 (R 财预〔2021〕101号). The floor is compared before any rounding. */
export function indicatorScore(share: Share, weight: Decimal, { floor }: Scheme): Score {
  const ratio = ratioOf(share)
  if (share.kind === 'none') return { points: ZERO, ratio, formula: share }
  if (share.kind === 'full') {
    const points = roundPoints(weight, weight)
    return { points, ratio, formula: { kind: 'full', points } }
  }
  if (floor && ratio.times(HUNDRED).lt(floor)) {
    return { points: ZERO, ratio, formula: { kind: 'below-floor', share, floor } }
  }
  if (share.kind === 'band') {
    const { band, percent } = share
    const points = roundPoints(weight.times(percent).div(HUNDRED), weight)
    return { points, ratio, formula: { kind: 'band', band, percent, weight, points } }
  }
  const { part, whole } = share
  const points = roundPoints(weight.times(part).div(whole), weight)
  return { points, ratio, formula: { kind: 'part', part, whole, weight, points } }
}

/** Points of 预算执行率 = min(1, 全年执行数 ÷ 全年预算数) × weight, or the scheme's band (domain.md §7); unreported spending and a budget of 0 have none. */
export function executionScore(
  spent: Money | null,
  budget: Money,
  weight: Decimal,
  scheme: Scheme,
): Score | 'unreported' | 'no-base' {
  const rate = executionRate(spent, budget)
  if (spent === null || rate.kind === 'unreported') return 'unreported'
  if (rate.kind === 'no-base') return 'no-base'
  const { rule } = scheme.execution
  const ratio = Decimal.max(ZERO, Decimal.min(1, spent.div(budget)))
  if (rule.kind === 'bands') {
    const at = rule.bands.findIndex(({ from }) => spent.times(HUNDRED).gte(budget.times(from)))
    const band = rule.bands[at] ?? null
    const share = band?.share ?? ZERO
    const points = roundPoints(weight.times(share).div(HUNDRED), weight)
    const below = (at < 0 ? rule.bands.at(-1) : rule.bands[at - 1])?.from ?? null
    const { percent } = rate
    const from = band?.from ?? null
    return {
      points,
      ratio,
      formula: {
        kind: 'execution-band',
        spent,
        budget,
        rate: percent,
        from,
        below,
        share,
        weight,
        points,
        ours: rule.ours,
      },
    }
  }
  const limit = spent.gt(budget) ? 'over' : spent.lt(0) ? 'negative' : null
  const exact = limit === 'over' ? weight : limit === 'negative' ? ZERO : weight.times(spent).div(budget)
  const points = roundPoints(exact, weight)
  return { points, ratio, formula: { kind: 'execution', spent, budget, weight, points, limit } }
}

/** What is left when an evaluator takes points off: never below 0, never above what was there (domain.md §7). */
export function afterPointsOff(points: Decimal, off: Decimal): Decimal {
  return Decimal.max(ZERO, roundPoints(points.minus(Decimal.max(ZERO, off)), points))
}
