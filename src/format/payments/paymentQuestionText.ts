import type { PaymentQuestion } from '@/domain/payments/paymentQuestions'
import { DOUBT_WORD } from '../cellOutcomeText'
import { exactAmount, MONEY_UNIT_NAME } from '../figures'
import { repeatedText } from './lineText'

/** Says what is asked about a payment, amounts in 万元. */
export function paymentQuestionText(question: PaymentQuestion, nameOf: (id: string) => string): string {
  switch (question.kind) {
    case 'scientific':
      return `金额${DOUBT_WORD.scientific}`
    case 'serial-date':
      return `金额${DOUBT_WORD['serial-date']}`
    case 'far-over':
      return `金额${DOUBT_WORD['far-over']}`
    case 'ten-thousand':
      return `金额${DOUBT_WORD['ten-thousand']}；如是元，应为 ${exactAmount(question.suggestion, 'wan')} ${MONEY_UNIT_NAME.wan}`
    case 'repeated':
      return repeatedText(question.repeated, nameOf)
    case 'negative-total':
      return `这一笔是退回，会使累计支出成为 ${exactAmount(question.total, 'wan')} ${MONEY_UNIT_NAME.wan}`
  }
}
