import type { AskedPayment } from '@/domain/desk/verbs'
import { money, toWan, type Money } from '@/domain/number/money'
import type { SpendingLine } from '@/domain/status/spending'
import type { Refusal } from '@/domain/work/decide'
import { refusalText } from '@/format/cellOutcomeText'
import { exactAmount, MONEY_UNIT_NAME, signedAmount } from '@/format/figures'
import { paymentQuestionText } from '@/format/payments/paymentQuestionText'
import { permissionText } from '@/format/permissionText'
import { fullDay } from '@/format/words'

/** A typed payment in words before it is entered: what it will be or why not (`said`), what must be confirmed under `key`, what it does to a total that does not hold it (`moves`), and an amount that may be meant instead. */
export interface PaymentAsk {
  readonly said: string
  readonly ok: boolean
  readonly questions: readonly string[]
  readonly key: string
  readonly moves: string
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
  const moves = movesTotalWord(asked?.amount ?? null)
  const silent = { said: '', ok: false, questions: [], key: '', moves, instead: null }
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
    moves,
    instead: meant?.kind === 'ten-thousand' ? toWan(meant.suggestion).toFixed() : null,
  }
}

/** What a payment does to the total that covers its day and does not hold it yet: money that came back lowers it (domain.md §6). */
function movesTotalWord(amount: Money | null): string {
  return amount?.isNegative() ? '应减少累计' : '应增加累计'
}

/** What is answered about a payment that cannot be entered yet: whether its day is in the year, and whether the total that covers it and the questions are. */
interface Answered {
  readonly day: 'missing' | 'unread' | 'outside' | 'ok'
  readonly amount: string
  readonly covered: boolean
  readonly sure: boolean
}

/** Says what a payment still lacks when 记一笔 is pressed, the first thing first; empty where nothing is missing or `ask` says itself what is wrong. */
export function paymentLacks(ask: PaymentAsk, { day, amount, covered, sure }: Answered): string {
  if (day === 'missing') return '还没有记：请写明支付日期'
  if (day === 'unread') return '还没有记：日期没有写全，或没有这一天'
  if (day === 'outside') return '还没有记：日期不在本年度内，请改为本年度的日期'
  if (amount.trim() === '') return '还没有记：请填写金额'
  if (!ask.ok && ask.said === '') return '还没有记：金额里没有写数'
  if (!ask.ok) return `还没有记：${ask.key === '' ? ask.said : ZERO_PAYMENT}`
  if (!covered) return `还没有记：请先选择“已含在累计内”还是“${ask.moves}”`
  return sure ? '' : '还没有记：请核对上面所列的问题，勾选“已核对，照此记入”'
}

const ZERO_PAYMENT = '金额是 0，不是一笔支付；确实没有支出的，点“截至此日零支出”'

function tooLargeRefund(amount: Money, { entry, total }: SpendingLine): string {
  const [back, stated] = [exactAmount(money(amount.neg()), 'wan'), exactAmount(total, 'wan')]
  return `退回 ${back} 万元，多于${fullDay(entry.effectiveOn)}已填的累计 ${stated} 万元，减不下去。请核对金额、正负号和日期；那个累计里已经扣过这笔退回的，选“已含在累计内”，累计不变；累计本身填错的，先在上表改正，再记这一笔。`
}
