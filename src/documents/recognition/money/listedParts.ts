import type { Decimal } from '@/domain/number/decimal'
import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, textOf } from '../documentRows'
import { isSum } from '../headings'
import type { BudgetUnit } from './budgetUnit'

/** An amount with its label, where it has one. */
export interface Taken {
  readonly row: Row
  readonly label: SourceCell | null
  readonly cell: SourceCell
}

/** An amount that a list prints in one of several rows of a project. */
export interface Part extends Taken {
  readonly unit: BudgetUnit | null
  /** What the row says of the part: its 科目 or source. */
  readonly subject: string
}

/** What the rows of one project come to: nothing more where all are alike, a sum (of a row 小计, or of all where each says what it is), or unclear. */
export function sumOfParts(
  parts: readonly Part[],
  amountOf: (part: Part) => Decimal | null,
):
  | { readonly kind: 'alike' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'sum'; readonly amount: Decimal; readonly from: Part } {
  const [first] = parts
  const sums = parts.filter(({ subject }) => isSum(subject))
  const subjects = new Set(parts.map(({ subject }) => subject))
  const texts = new Set(parts.map(({ cell }) => textOf(cell)))
  const only = sums.length === 1 ? sums[0] : undefined
  if (!first || (texts.size === 1 && subjects.size === 1)) return { kind: 'alike' }
  const amounts = (only ? [only] : parts).map(amountOf)
  const known = amounts.filter((amount) => amount !== null)
  const told = only !== undefined || (subjects.size === parts.length && texts.size > 1)
  if (!told || known.length < amounts.length) return { kind: 'unclear' }
  return { kind: 'sum', amount: known.reduce((one, other) => one.plus(other)), from: only ?? first }
}
