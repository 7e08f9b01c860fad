import { otherUnit, type AmountUnit } from '../desk/amountCell'
import { money, NOTHING, type Money } from '../number/money'
import { totalAt, type SpendingLine } from '../status/spending'
import type { KnownPayments, PaymentMark, Repeated } from './knownPayments'

/** What is asked about a payment before it counts, whichever door it comes through: typed, in a list, in a file of somebody else's. */
export type PaymentQuestion =
  | { readonly kind: 'scientific' | 'serial-date' | 'far-over' }
  | { readonly kind: 'ten-thousand'; readonly suggestion: Money }
  | { readonly kind: 'repeated'; readonly repeated: Repeated }
  | { readonly kind: 'negative-total'; readonly total: Money }

/** What a payment is asked against: the 全年预算数 and unit of its project's figures (`null` where no unit can be mistaken), what is known already, and the totals it joins. */
export interface PaymentAround {
  readonly budget: Money | null
  readonly unit: AmountUnit | null
  readonly known: Pick<KnownPayments, 'repeated'>
  readonly spending: readonly SpendingLine[] | null
}

/** The questions of one payment that its figures raise: the unit, a repetition, a total brought below 0. What only its text shows is the reader's to add. */
export function paymentQuestions(
  payment: PaymentMark,
  { budget, unit, known, spending }: PaymentAround,
): readonly PaymentQuestion[] {
  const { day, amount } = payment
  const questions: PaymentQuestion[] = []
  const suggestion = unit === null ? null : otherUnit(amount, { unit, budget })
  if (suggestion) questions.push({ kind: 'ten-thousand', suggestion })
  const repeated = known.repeated(payment)
  if (repeated) questions.push({ kind: 'repeated', repeated })
  if (spending === null || !amount.lt(0)) return questions
  const covered = spending.some((line) => line.stated && line.entry.effectiveOn >= day)
  const total = money(amount.plus(totalAt(spending, day) ?? NOTHING))
  if (!covered && total.lt(0)) questions.push({ kind: 'negative-total', total })
  return questions
}
