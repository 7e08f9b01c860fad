import { Decimal, ZERO } from '@/domain/number/decimal'

/** One bar of a waterfall in parts of its width (0…1): from where the sum stood to where it stands now. */
export interface Step {
  readonly from: number
  readonly to: number
}

/** A waterfall laid out: the zero line is the plan, bars have their true lengths, no axis is cut; `ticks` are round amounts with their places. */
export interface Waterfall {
  readonly zero: number
  readonly steps: readonly Step[]
  readonly end: number
  readonly ticks: readonly { readonly at: number; readonly value: Decimal }[]
}

const AIR = 0.02
const TICKS = 3

/** Lays out what each step adds, one after another, from zero to their sum. */
export function waterfall(values: readonly Decimal[]): Waterfall {
  let sum = ZERO
  const sums = values.map((value) => (sum = sum.plus(value)))
  const low = Decimal.min(ZERO, ...sums)
  const high = Decimal.max(ZERO, ...sums)
  const span = high.minus(low)
  const at = (value: Decimal) =>
    span.isZero() ? 1 - AIR : AIR + value.minus(low).div(span).toNumber() * (1 - 2 * AIR)
  return {
    zero: at(ZERO),
    steps: sums.map((sum, index) => ({ from: at(sums[index - 1] ?? ZERO), to: at(sum) })),
    end: at(sums.at(-1) ?? ZERO),
    ticks: roundTicks(low, high).map((value) => ({ value, at: at(value) })),
  }
}

function roundTicks(low: Decimal, high: Decimal): Decimal[] {
  const span = high.minus(low)
  if (span.isZero()) return []
  const rough = span.div(TICKS)
  const power = new Decimal(`1e${rough.e}`)
  const step = power.times([1, 2, 4, 5, 10].find((factor) => power.times(factor).gte(rough)) ?? 10)
  const ticks: Decimal[] = []
  for (let tick = low.div(step).ceil().times(step); tick.lte(high); tick = tick.plus(step)) ticks.push(tick)
  return ticks
}
