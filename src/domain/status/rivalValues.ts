import type { IndicatorActual } from '../ledger/entry'
import { settleRivals, type Settled, type Settling } from '../ledger/rivals'

/** The value that speaks for an indicator, or for one part of it: of the last day on which one was entered, with its rivals; `null` where nothing was reported. `actuals` are the counting ones in fold order; `said` tells what each says, as a text. */
export function spokenFor(
  actuals: readonly IndicatorActual[],
  measure: string | null,
  said: (entry: IndicatorActual) => string,
  settling: Settling,
): Settled<IndicatorActual> | null {
  const own = actuals.filter((actual) => actual.measure === measure)
  const day = own.at(-1)?.effectiveOn
  return settleRivals(
    own.filter(({ effectiveOn }) => effectiveOn === day),
    (a, b) => said(a) === said(b),
    settling,
  )
}
