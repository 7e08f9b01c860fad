import type {
  ListedPayment,
  PaymentColumn,
  PaymentDoubt,
  PaymentIssue,
  RunningTotal,
  StatedSum,
} from '@/domain/sheets/paymentList'
import { refusalText } from '@/format/cellOutcomeText'
import { amount, exactAmount, MONEY_UNIT_NAME } from '@/format/figures'
import { fullDay } from '@/format/words'

export const PAYMENT_COLUMN_WORD: Readonly<Record<PaymentColumn, string>> = {
  day: '日期',
  amount: '金额',
  voucher: '凭证号',
  memo: '用途',
  project: '项目名称',
  code: '项目编码',
}

export const ENCODING_WORD = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', gb18030: 'GB18030（国标）' } as const

const DOUBT_WORD: Readonly<Record<PaymentDoubt, string>> = {
  'in-ledger': '台账中已有同一凭证、日期和金额的一笔，未选',
  'in-file': '与本表前面一行的凭证、日期和金额相同，未选',
  'other-amount': '台账中已有这个凭证号的另一笔，请核对后再选',
}

/** One line of a payment list as it would be entered. */
export interface PaymentLineText {
  readonly line: number
  readonly project: string
  readonly day: string
  readonly amount: string
  readonly memo: string
  readonly voucher: string
  readonly doubt: string
}

/** A line of a payment list in words. */
export function paymentLineText(payment: ListedPayment): PaymentLineText {
  return {
    line: payment.line,
    project: payment.project.name,
    day: fullDay(payment.day),
    amount: exactAmount(payment.amount, 'yuan'),
    memo: payment.memo,
    voucher: payment.voucher,
    doubt: payment.doubt ? DOUBT_WORD[payment.doubt] : '',
  }
}

/** Says what is wrong with a line of a payment list: where, what, and how to mend it. */
export function paymentIssueText(issue: PaymentIssue): string {
  const place = `第 ${issue.line} 行`
  const found = issue.text === '' ? '空白' : `「${issue.text.slice(0, 40)}」`
  switch (issue.kind) {
    case 'no-day':
      return `${place}日期${found}读不出来，请写成 2020-06-30 一类`
    case 'other-year':
      return `${place}日期${found}不在本年度内，请只留本年度的支付`
    case 'no-amount':
      return `${place}金额是空白，请填写或删去该行`
    case 'no-project':
      return `${place}项目${found}不在本年绩效目标表中，请改正，或在上方指定全部记入哪个项目`
    case 'several-projects':
      return `${place}项目编码${found}对应不止一个项目，请写明项目名称，或在上方指定`
    case 'amount': {
      const { why, mend } = refusalText(issue.why)
      return `${place}金额${found}${why}。${mend}`
    }
  }
}

/** Says whether a total that the list states is what its lines come to. */
export function statedSumText({ line, stated, summed }: StatedSum): {
  readonly text: string
  readonly holds: boolean
} {
  const holds = stated.eq(summed)
  return {
    holds,
    text: holds
      ? `第 ${line} 行合计 ${exactAmount(stated, 'yuan')} 元，与各行相符`
      : `第 ${line} 行合计 ${exactAmount(stated, 'yuan')} 元，各行相加为 ${exactAmount(summed, 'yuan')} 元，请核对`,
  }
}

/** Says what the chosen lines do to a project's total, against its budget. */
export function runningText(total: RunningTotal): { readonly text: string; readonly over: boolean } {
  const wan = (value: Parameters<typeof amount>[0]) => `${amount(value, 'wan')} ${MONEY_UNIT_NAME.wan}`
  return {
    over: total.over,
    text: `${total.project.name}：${total.count} 笔，累计支出 ${total.before ? wan(total.before) : '未填报'} → ${wan(total.after)}，全年预算 ${wan(total.budget)}${total.over ? '，超出预算' : ''}`,
  }
}
