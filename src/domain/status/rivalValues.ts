import type { IndicatorActual } from '../ledger/entry'
import { settleRivals, type Settled, type Settling } from '../ledger/rivals'
import type { Day } from '../time/day'

/** What was reported for an indicator, or for one part of it, day by day in their order, each day with the value shown and the rivals nobody has settled. `actuals` are the counting ones in fold order; `said` tells what each says, as a text. */
export function settledDays(
  actuals: readonly IndicatorActual[],
  measure: string | null,
  said: (entry: IndicatorActual) => string,
  settling: Settling,
): Settled<IndicatorActual>[] {
  const days = new Map<Day, IndicatorActual[]>()
  for (const actual of actuals) {
    if (actual.measure !== measure) continue
    const same = days.get(actual.effectiveOn)
    if (same) same.push(actual)
    else days.set(actual.effectiveOn, [actual])
  }
  return [...days.values()].flatMap(
    (entries) => settleRivals(entries, (a, b) => said(a) === said(b), settling) ?? [],
  )
}
