import { writerOf } from '../ledger/entry'
import type { SpendingReason, Weights } from '../ledger/entry'
import { closedBy } from '../ledger/closing'
import type { Slice } from '../ledger/ledger'
import type { Decimal } from '../number/decimal'
import type { SourceFault } from '../status/sourceFaults'
import { lastDayOfYear, type Day } from '../time/day'
import { isCarriedRow } from './row'
import type { Sheet } from './sheet'

/** What a sign-off is to be done with open eyes about (domain.md §7): each is shown and wants a word of its own. */
export type Concern =
  | { readonly kind: 'not-accepted'; readonly day: Day }
  | { readonly kind: 'earlier-values'; readonly rows: readonly string[] }
  | {
      readonly kind: 'off-budget'
      readonly percent: Decimal
      /** The reason in force, where it was given about an earlier checkpoint. */
      readonly earlier: SpendingReason | null
    }
  | { readonly kind: 'no-evidence'; readonly rows: readonly string[] }
  | { readonly kind: 'weights-after-results'; readonly entry: Weights }
  | { readonly kind: 'stale-re-evaluation'; readonly rows: readonly string[] }
  | { readonly kind: 'sources-sum'; readonly faults: readonly SourceFault[] }
  | { readonly kind: 'same-person'; readonly person: string }

/** Who is about to sign. */
export interface Signer {
  readonly id: string | null
  readonly name: string
}

/** What stands out on a sheet before its sign-off: last checkpoint not accepted, rows on values of an earlier one, off the budget without a reason about the year's end, values without evidence, weights moved after results, one person throughout. */
export function concernsOf(sheet: Sheet, slice: Slice, planSlice: Slice, signer: Signer): readonly Concern[] {
  const { project, year, execution, indicators, weightSource } = sheet
  const found: Concern[] = []
  const day = project.schedule.at(-1)?.day ?? lastDayOfYear(year)
  const closing = closedBy(project.id, slice, planSlice)
  if (!closing || closing.effectiveOn < day) found.push({ kind: 'not-accepted', day })
  const carried = sheet.rows.filter(isCarriedRow)
  if (carried.length > 0) found.push({ kind: 'earlier-values', rows: carried.map(({ id }) => id) })
  const { reason, reasonCarried, needsReason, rate } = execution
  if (needsReason && (reason === null || reasonCarried) && rate.kind === 'rate') {
    found.push({ kind: 'off-budget', percent: rate.percent, earlier: reason })
  }
  const bare = indicators.filter(({ parts }) =>
    parts.some(({ measure, entry }) => measure?.judged !== false && entry?.evidence.length === 0),
  )
  if (bare.length > 0) found.push({ kind: 'no-evidence', rows: bare.map(({ id }) => id) })
  if (weightSource.kind === 'set' && weightSource.afterResults)
    found.push({ kind: 'weights-after-results', entry: weightSource.entry })
  const { reEvaluation, sourceFaults } = sheet
  if (reEvaluation && reEvaluation.stale.length > 0)
    found.push({ kind: 'stale-re-evaluation', rows: reEvaluation.stale })
  if (sourceFaults.length > 0) found.push({ kind: 'sources-sum', faults: sourceFaults })
  const entered = [
    ...execution.entries,
    ...indicators.flatMap(({ parts }) => parts.flatMap((part) => part.entry ?? [])),
  ]
  const people = new Set([
    ...entered.map(writerOf),
    ...(closing ? [writerOf(closing)] : []),
    signer.id ?? signer.name,
  ])
  if (entered.length > 0 && people.size === 1) found.push({ kind: 'same-person', person: signer.name })
  return found
}
