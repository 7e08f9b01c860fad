import type { ListEffect } from '@/domain/payments/listEffect'
import type { ListRole } from '@/domain/payments/listHeadings'
import { money, type Money } from '@/domain/number/money'
import { amount, exactAmount, MONEY_UNIT_NAME } from '@/format/figures'
import { fullDay } from '@/format/words'

/** The columns a person may choose by hand, as they are called on screen. */
export const PAYMENT_COLUMN_WORD: Readonly<Partial<Record<ListRole, string>>> = {
  day: '日期',
  amount: '金额',
  debit: '借方',
  credit: '贷方',
  voucher: '凭证号',
  memo: '用途',
  project: '项目名称',
  code: '项目编码',
  status: '支付状态',
}

export const ENCODING_WORD = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', gb18030: 'GB18030（国标）' } as const

export const UNIT_BY_WORD = {
  heading: '表头写明',
  title: '表外写明或已选定',
  passing: '表中提到别的单位，请选定',
  assumed: '表中没有写，按元',
} as const

/** One line of a payment list as it is shown: `project` and `day` are words, `why` everything said of it. */
export interface PaymentRow {
  readonly key: string
  readonly place: string
  readonly project: string
  readonly day: string
  readonly amount: string
  readonly voucher: string
  readonly memo: string
  readonly on: boolean
  readonly tickable: boolean
  readonly why: string
  readonly days: readonly { readonly day: string; readonly text: string }[]
}

/** A row of a file as a reader finds it: its sheet where there is one. */
export function rowPlace(sheet: string | null, row: number): string {
  return sheet === null ? String(row) : `${sheet} ${row}`
}

/** Says whether a total that the list states is what its lines come to; amounts are decimal texts in 元. */
export function statedSumText(sum: {
  readonly sheet: string | null
  readonly row: number
  readonly stated: string
  readonly found: string
  readonly agrees: boolean
}): { readonly text: string; readonly holds: boolean } {
  const where = sum.sheet === null ? `第 ${sum.row} 行` : `${sum.sheet} 第 ${sum.row} 行`
  const stated = `${where}合计 ${exactAmount(money(sum.stated), 'yuan')} 元`
  return {
    holds: sum.agrees,
    text: sum.agrees
      ? `${stated}，与各行相符`
      : `${stated}，各行相加为 ${exactAmount(money(sum.found), 'yuan')} 元，请核对`,
  }
}

const wan = (value: Money) => `${amount(value, 'wan')} ${MONEY_UNIT_NAME.wan}`

/** Says what the taken lines do to a project's total, against its budget. */
export function effectText(effect: ListEffect): { readonly text: string; readonly over: boolean } {
  const before = effect.before ? wan(effect.before) : '未填报'
  const { negative } = effect
  return {
    over: effect.over || negative !== null,
    text: `${effect.project.name}：${effect.count} 笔，累计支出 ${before} → ${wan(effect.after)}，全年预算 ${wan(effect.budget)}${effect.over ? '，超出预算' : ''}${negative === null ? '' : `；到${fullDay(negative)}累计支出是负数，请核对退回是不是本年的支付`}`,
  }
}

/** Says how much of each stated total the list explains; it adds nothing to one (domain.md §6). */
export function explainedTexts({ project, explained }: ListEffect): {
  readonly text: string
  readonly over: boolean
}[] {
  return explained.map(({ day, stated, before, after, surplus }) => {
    const said = `${project.name}：截至${fullDay(day)}累计 ${wan(stated)}已经填报，本表在此日及以前的支付只作逐笔说明，不另增加累计`
    const rest = surplus
      ? `逐笔 ${wan(before)} → ${wan(after)}，比累计多 ${wan(money(after.minus(stated)))}，请核对累计或这些支付`
      : `逐笔 ${wan(before)} → ${wan(after)}，未逐笔说明 ${wan(money(stated.minus(after)))}`
    return { over: surplus, text: `${said}：${rest}` }
  })
}
