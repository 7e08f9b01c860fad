import { countingSlice } from '../ledger/aside'
import type { Moment, SchemeChoice } from '../ledger/entry'
import { effectiveEntries, type Ledger } from '../ledger/ledger'
import type { Plan } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { lastDayOfYear } from '../time/day'
import { printedWeights } from './printedWeights'
import { DEFAULT_SCHEME, schemeNamed, SCHEMES, type Scheme } from './scheme'

/** Why a plan is scored by its scheme: an evaluator's entry (`unknown` where it names none that is known here), the 分值 that every table prints, or nothing said otherwise. */
export type SchemeSource =
  | { readonly kind: 'set' | 'unknown'; readonly entry: SchemeChoice }
  | { readonly kind: 'printed' }
  | { readonly kind: 'default' }

/** What a year is evaluated by; the day is always its 12月31日. `schemeAt` is the id of the scheme as it stood at a moment: weights recorded under another one do not count. */
export interface EvaluationBasis {
  readonly year: number
  readonly scheme: Scheme
  readonly source: SchemeSource
  readonly schemeAt: (moment: Moment) => string
  readonly preset: Preset
  readonly knownAt: Moment | null
}

/** The one other scheme that all tables of a plan fit which print 分值, so that they choose it (domain.md §7); `null` where none prints any, where one does not fit, or where the default fits. */
function printedScheme({ projects }: Plan): Scheme | null {
  const printing = projects.filter((project) => printedWeights(project, DEFAULT_SCHEME).kind !== 'none')
  if (printing.length === 0) return null
  const fitting = SCHEMES.filter((scheme) =>
    printing.every((project) => printedWeights(project, scheme).kind === 'fit'),
  )
  return fitting.length === 1 && fitting[0] !== DEFAULT_SCHEME ? (fitting[0] ?? null) : null
}

/**
 * The scheme of a plan (domain.md §7): the last one recorded, else the one other scheme that the printed 分值 fit, else 财预〔2020〕10号 in every year; never by the year alone.
 * A recorded one that is not known here leaves the default standing, and every sheet without a total.
 */
export function schemeInForce(
  plan: Plan,
  ledger: Ledger,
  knownAt: Moment | null,
): { readonly scheme: Scheme; readonly source: SchemeSource } {
  const standpoint = { asOf: lastDayOfYear(plan.year), knownAt }
  const entry = effectiveEntries(countingSlice(ledger, plan.id, knownAt), standpoint)
    .filter((one) => one.kind === 'scheme')
    .at(-1)
  if (entry) {
    const scheme = schemeNamed(entry.scheme)
    return { scheme: scheme ?? DEFAULT_SCHEME, source: { kind: scheme ? 'set' : 'unknown', entry } }
  }
  const printed = printedScheme(plan)
  return { scheme: printed ?? DEFAULT_SCHEME, source: { kind: printed ? 'printed' : 'default' } }
}

/** What a plan's sheets are evaluated by, from its ledger: the one way for screen, papers, workbook and commands. */
export function evaluationBasis(
  plan: Plan,
  ledger: Ledger,
  preset: Preset,
  knownAt: Moment | null,
): EvaluationBasis {
  return {
    year: plan.year,
    ...schemeInForce(plan, ledger, knownAt),
    schemeAt: (moment) => schemeInForce(plan, ledger, moment).scheme.id,
    preset,
    knownAt,
  }
}
