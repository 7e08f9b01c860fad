import type { AskedPayment } from '@/domain/desk/verbs'
import { money, toWan, type Money } from '@/domain/number/money'
import type { SpendingLine } from '@/domain/status/spending'
import type { Refusal } from '@/domain/work/decide'
import { refusalText } from '@/format/cellOutcomeText'
import { exactAmount, MONEY_UNIT_NAME, signedAmount } from '@/format/figures'
import { paymentQuestionText } from '@/format/payments/paymentQuestionText'
import { permissionText } from '@/format/permissionText'
import { fullDay } from '@/format/words'

/** A typed payment in words before it is entered: what it will be or why not (`said`), what must be confirmed under `key`, and an amount that may be meant instead. */
export interface PaymentAsk {
  readonly said: string
  readonly ok: boolean
  readonly questions: readonly string[]
  readonly key: string
  readonly instead: string | null
}

/**
 * Says what a typed payment comes to, or at its fields why the gate would refuse it (`refusal`) and what can be done instead. `covering` is the statement
 * its day stands under: a refund larger than that total cannot be taken from it.
 */
export function paymentAsk(
  asked: AskedPayment | null,
  nameOf: (id: string) => string,
  refusal: Refusal | null,
  covering: SpendingLine | null,
): PaymentAsk {
  const silent = { said: '', ok: false, questions: [], key: '', instead: null }
  if (asked === null) return silent
  const { reading, amount, questions, key, bar } = asked
  if (bar) return { ...silent, said: permissionText(bar) }
  if (reading.kind === 'refused') {
    const { why, mend } = refusalText(reading)
    return { ...silent, said: `${why}。${mend}` }
  }
  if (amount === null) return silent
  if (refusal)
    return {
      ...silent,
      said:
        refusal.kind === 'negative-total' && covering
          ? tooLargeRefund(amount, covering)
          : permissionText(refusal),
    }
  const meant = questions.find((question) => question.kind === 'ten-thousand')
  return {
    said: `将记 ${signedAmount(amount, 'wan')} ${MONEY_UNIT_NAME.wan}${amount.isNegative() ? '（退回）' : ''}`,
    ok: !amount.isZero(),
    questions: questions.map((question) => paymentQuestionText(question, nameOf)),
    key,
    instead: meant?.kind === 'ten-thousand' ? toWan(meant.suggestion).toFixed() : null,
  }
}

function tooLargeRefund(amount: Money, { entry, total }: SpendingLine): string {
  const [back, stated] = [exactAmount(money(amount.neg()), 'wan'), exactAmount(total, 'wan')]
  return `退回 ${back} 万元，多于${fullDay(entry.effectiveOn)}已填的累计 ${stated} 万元，减不下去。请核对金额、正负号和日期；那个累计里已经扣过这笔退回的，选“已含在累计内”，累计不变；累计本身填错的，先在上表改正，再记这一笔。`
}
