import { type Decimal, ZERO } from '@/domain/number/decimal'
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

/** What the rows of one project come to: nothing more where all are alike, the sum that a row of them states, one of all where each says what it is, or unclear; a stated sum that is not theirs is unclear too. */
export function sumOfParts(
  parts: readonly Part[],
  amountOf: (part: Part) => Decimal | null,
):
  | { readonly kind: 'alike' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'sum' | 'stated'; readonly amount: Decimal; readonly from: Part } {
  const [first] = parts
  const sums = parts.filter(({ subject }) => isSum(subject))
  const subjects = new Set(parts.map(({ subject }) => subject))
  const texts = new Set(parts.map(({ cell }) => textOf(cell)))
  const only = sums.length === 1 ? sums[0] : undefined
  if (!first || (texts.size === 1 && subjects.size === 1)) return { kind: 'alike' }
  const amounts = parts.filter((part) => part !== only).map(amountOf)
  const known = amounts.filter((amount) => amount !== null)
  const told = only !== undefined || (subjects.size === parts.length && texts.size > 1)
  if (!told || known.length < amounts.length) return { kind: 'unclear' }
  const amount = known.reduce((one, other) => one.plus(other), ZERO)
  if (!only) return { kind: 'sum', amount, from: first }
  return amountOf(only)?.eq(amount) === true ? { kind: 'stated', amount, from: only } : { kind: 'unclear' }
}
