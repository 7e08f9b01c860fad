import type { Decimal } from '../number/decimal'
import type { CountingSlice } from '../ledger/ledger'
import type { Project } from '../plan/plan'
import type { EvaluationBasis } from './schemeInForce'
import { selfEvaluation, type Sheet } from './sheet'

/** A sheet under another basis; `difference` is its total minus the first one's, `null` while either is 暂不完整. */
export interface Compared {
  readonly basis: EvaluationBasis
  readonly sheet: Sheet
  readonly difference: Decimal | null
}

/** One project under several schemes or presets side by side, the first the one that counts: they never mix inside a sheet (domain.md §7). */
export function sideBySide(
  project: Project,
  slice: CountingSlice,
  bases: readonly EvaluationBasis[],
): readonly Compared[] {
  const sheets = bases.map((basis) => ({ basis, sheet: selfEvaluation(project, slice, basis) }))
  const first = sheets[0]?.sheet.outcome
  return sheets.map(({ basis, sheet }) => ({
    basis,
    sheet,
    difference:
      first?.kind === 'complete' && sheet.outcome.kind === 'complete'
        ? sheet.outcome.total.minus(first.total)
        : null,
  }))
}
