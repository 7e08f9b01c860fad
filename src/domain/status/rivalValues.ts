import { sameWriter, type IndicatorActual, type Measures, type TargetChange } from '../ledger/entry'
import { parseDecimal } from '../number/decimal'
import { settledByDay, type Settled, type Settling } from '../ledger/rivals'
import { parseTarget } from '../plan/target'

/** What was reported for an indicator, or for one part of it, day by day in their order, each day with the value shown and the rivals nobody has settled. `actuals` are the counting ones in fold order; `said` tells what each says, as a text. */
export function settledDays(
  actuals: readonly IndicatorActual[],
  measure: string | null,
  said: (entry: IndicatorActual) => string,
  settling: Settling,
): Settled<IndicatorActual>[] {
  const own = actuals.filter((actual) => actual.measure === measure)
  return settledByDay(own, (a, b) => said(a) === said(b), settling)
}

/** How an indicator's target was changed, day by day, with the rival changes that nobody has settled: what different people approved for one day overrides nobody unseen (domain.md §6). */
export function settledTargets(
  changes: readonly TargetChange[],
  settling: Settling,
): Settled<TargetChange>[] {
  return settledByDay(changes, (a, b) => a === b || askedBy(a) === askedBy(b), settling)
}

function askedBy({ change }: TargetChange): string {
  if (change.kind === 'schedule') return ''
  const target = parseTarget(change.text)
  return JSON.stringify(target.kind === 'qualitative' ? target : { ...target, text: '' })
}

/** How an indicator was split, day by day, with the rival splits that nobody has settled. */
export function settledSplits(splits: readonly Measures[], settling: Settling): Settled<Measures>[] {
  const said = ({ measures }: Measures) =>
    JSON.stringify(measures.map(({ id, name, judged, buildsUp }) => [id, name, judged, buildsUp]))
  return settledByDay(splits, (a, b) => a === b || said(a) === said(b), settling)
}

/** Approved changes of a schedule that are set aside by no settlement, in fold order, and the days whose rival ones nobody has settled. */
export function settledSchedules(
  changes: readonly TargetChange[],
  settling: Settling,
): { readonly standing: readonly TargetChange[]; readonly days: readonly Settled<TargetChange>[] } {
  const days = settledByDay(changes, (a, b) => a === b || plannedBy(a) === plannedBy(b), settling)
  const out = days.flatMap((own) => own.out)
  const standing = changes.filter(
    (one) => !out.some((other) => other.effectiveOn === one.effectiveOn && sameWriter(other, one)),
  )
  return { standing, days }
}

function plannedBy({ change }: TargetChange): string {
  if (change.kind !== 'schedule') return ''
  const months = Object.entries(change.percents).sort(([a], [b]) => Number(a) - Number(b))
  return JSON.stringify(
    months.map(([month, text]) => [Number(month), text && (parseDecimal(text)?.toFixed() ?? text)]),
  )
}
