import type { Day } from '@/domain/time/day'
import type { LedgerTally } from '@/domain/ledger/tally'
import { amount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { fullDay } from '../words'

/** What the exported ledger will hold, said before it is made: its rows, what of them does not count, and the sum that stands under them. */
export function ledgerHoldsText(tally: LedgerTally, known: Day | null, unit: MoneyUnit = 'yuan'): string {
  const out = [
    tally.voided > 0 ? `已作废 ${tally.voided} 条` : '',
    tally.aside > 0 ? `暂不计入 ${tally.aside} 条` : '',
  ].filter(Boolean)
  return [
    `${tally.entries.toLocaleString('zh-CN')} 条记录${out.length > 0 ? `（${out.join('、')}，也在内并标明）` : ''}`,
    tally.payments === 0
      ? '没有有效支付'
      : `有效支付 ${tally.payments.toLocaleString('zh-CN')} 笔、合计 ${amount(tally.paid, unit)} ${MONEY_UNIT_NAME[unit]}`,
    known === null ? '按当前所知' : `按 ${fullDay(known)} 所知`,
  ].join('，')
}

/** How far a long file is, in words. */
export function exportingText(
  state:
    | { readonly kind: 'taking'; readonly done: number; readonly total: number }
    | { readonly kind: 'writing' }
    | { readonly kind: 'saved'; readonly name: string }
    | { readonly kind: 'stopped' }
    | { readonly kind: 'failed'; readonly why: string },
): string {
  switch (state.kind) {
    case 'taking':
      return `正在读取台账 ${state.done.toLocaleString('zh-CN')} / ${state.total.toLocaleString('zh-CN')} 条…`
    case 'writing':
      return '正在写文件…'
    case 'saved':
      return `已存为 ${state.name}（浏览器的下载文件夹）`
    case 'stopped':
      return '已停止，没有存下任何文件。'
    case 'failed':
      return `没有生成：${state.why}。没有存下任何文件，请再试；仍不行请刷新页面。`
  }
}
