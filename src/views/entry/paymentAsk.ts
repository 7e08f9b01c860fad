import type { AskedPayment } from '@/domain/desk/verbs'
import { toWan } from '@/domain/number/money'
import { refusalText } from '@/format/cellOutcomeText'
import { MONEY_UNIT_NAME, signedAmount } from '@/format/figures'
import { paymentQuestionText } from '@/format/payments/paymentQuestionText'
import { permissionText } from '@/format/permissionText'

/** A typed payment in words before it is entered: what it will be or why not (`said`), what must be confirmed under `key`, and an amount that may be meant instead. */
export interface PaymentAsk {
  readonly said: string
  readonly ok: boolean
  readonly questions: readonly string[]
  readonly key: string
  readonly instead: string | null
}

/** Says what a typed payment comes to. */
export function paymentAsk(asked: AskedPayment | null, nameOf: (id: string) => string): PaymentAsk {
  const silent = { said: '', ok: false, questions: [], key: '', instead: null }
  if (asked === null) return silent
  const { reading, amount, questions, key, bar } = asked
  if (bar) return { ...silent, said: permissionText(bar) }
  if (reading.kind === 'refused') {
    const { why, mend } = refusalText(reading)
    return { ...silent, said: `${why}。${mend}` }
  }
  if (amount === null) return silent
  const meant = questions.find((question) => question.kind === 'ten-thousand')
  return {
    said: `将记 ${signedAmount(amount, 'wan')} ${MONEY_UNIT_NAME.wan}${amount.isNegative() ? '（退回）' : ''}`,
    ok: !amount.isZero(),
    questions: questions.map((question) => paymentQuestionText(question, nameOf)),
    key,
    instead: meant?.kind === 'ten-thousand' ? toWan(meant.suggestion).toFixed() : null,
  }
}
