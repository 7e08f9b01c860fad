import type { LineDoubt } from '@/domain/payments/paymentList'

type Question = LineDoubt['kind']

/** What the lines of one kind of question have in common, for answering it once; kinds whose answer each line needs by itself have no words. */
const COMMON: Readonly<Partial<Record<Question, string>>> = {
  'unit-far': '与全年预算数相差约一万倍',
  'unit-clash': '金额单位不一致或看不准',
  'unit-unsaid': '没有写金额单位',
  'other-side': '同一凭证的借方也有同样金额',
  'account-side': '借贷方向与支出相反',
  'both-sides': '借方和贷方都有数',
  'more-cells': '比表头多出一格',
  'voucher-scientific': '凭证号是科学计数法',
  refund: '另有退款金额',
  'total-word': '写有合计、其中一类的字',
  'far-over': '金额超过全年预算数的两倍',
  'far-over-total': '累计超过全年预算数的两倍',
  'two-amounts': '一行的金额不一致',
  'in-parts': '一行有几个金额',
  'requested-only': '只有申请金额',
  'aside-amount': '金额列不像逐笔支付的金额',
  'running-total': '金额列像是累计数',
  'aside-day': '日期列不像支付日期',
  'other-book': '表的标题不像支付清单',
  'other-department': '单位不是本部门',
  rounded: '金额细到分以下',
  state: '支付状态看不出已经支付',
  partly: '部分支付或部分退回',
  flag: '标志列与别的行不同',
  flow: '方向列的字认不出',
  'came-back': '按退回列为负数',
  'spoken-against': '写有借款、预付、作废一类的字，可能不是支付',
  repeated: '可能已在台账或重复',
  reverses: '写明与别的凭证相互冲销',
  reversed: '另有一行写明冲销这张凭证',
  'sheet-sums': '所在工作表像是其他工作表的汇总',
  'sheet-repeats': '别的工作表有相同的一笔',
}

/** A kind of question that several lines wait for and nothing else: how many, how many of them are ticked, and in words. */
export interface SharedQuestion {
  readonly question: Question
  readonly lines: number
  readonly on: number
  readonly text: string
}

/** The kinds of questions that at least two takeable lines wait for and nothing else, in the order of the list; each can be answered once for all of them. */
export function sharedQuestions(
  lines: readonly { readonly question: Question | null; readonly on: boolean; readonly bar: unknown }[],
): readonly SharedQuestion[] {
  const found = new Map<Question, SharedQuestion>()
  for (const { question, on, bar } of lines) {
    const text = question === null ? undefined : COMMON[question]
    if (question === null || text === undefined || bar !== null) continue
    const { lines: before = 0, on: ticked = 0 } = found.get(question) ?? {}
    found.set(question, { question, lines: before + 1, on: ticked + (on ? 1 : 0), text })
  }
  return [...found.values()].filter((own) => own.lines > 1)
}
