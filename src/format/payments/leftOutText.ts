import type { LeftOutWhy } from '@/domain/payments/paymentList'
import { refusalText } from '../cellOutcomeText'

const SAID: Readonly<
  Record<
    Exclude<
      LeftOutWhy['kind'],
      'not-paid' | 'requested' | 'amount' | 'hidden-sheet' | 'hidden-columns' | 'half-a-list'
    >,
    string
  >
> = {
  footer: '是表尾的签字或日期，不是支付',
  carried: '是结转或余额，不是本年的支付',
  heading: '是重复的表头',
  numbers: '是列号，不是支付',
  'no-amount': '没有金额',
  'no-value': '金额是公式，文件里没有保存它的结果；用 Excel 或 WPS 打开，另存一份后再打开',
  'no-payment': '没有日期和金额，不是支付',
  zero: '金额是 0',
  hidden: '是隐藏的行，没有读入；需要的请取消隐藏或筛选后再打开',
  struck: '划掉了（删除线），没有读入；需要的请去掉删除线后再打开',
  'total-unread': '是合计，但没有读出金额，未能核对',
  'total-aside': '是合计，旁边另有一列金额没有读入，未能核对',
  'total-alone': '是小计，表中认不出属于它的行，未能核对',
  'not-a-list': '没有同时找到日期和金额的表头，不是支付清单',
}

/** Says why a row of a payment list is no line of it. */
export function leftOutText(why: LeftOutWhy): string {
  if (why.kind === 'not-paid')
    return `“${why.heading.slice(0, 40)}”一列写的是“${why.said.slice(0, 40)}”，不是一笔支付。`
  if (why.kind === 'requested')
    return `只有“${why.heading.slice(0, 40)}” ${why.said.slice(0, 40)}，没有支付金额，尚未支付。`
  if (why.kind === 'hidden-sheet')
    return `是隐藏的工作表，有 ${why.rows} 行，没有读入；${why.list ? '要读的，在“读入的工作表”中勾选，或取消隐藏后再打开' : '其中没有找到支付清单的表头'}。`
  if (why.kind === 'half-a-list') {
    const [found, lacking] = why.lacks === 'amount' ? ['日期', '金额'] : ['金额', '日期']
    return `找到了${found}的表头“${why.has.slice(0, 40)}”，没有找到${lacking}的表头，没有读入；是支付清单的，请在上方选定“${lacking}”是哪一列。`
  }
  if (why.kind === 'hidden-columns')
    return `${why.said.map((text) => `“${text.slice(0, 40)}”`).join('、')}在隐藏的列里，没有读入；需要的请取消隐藏后再打开。`
  if (why.kind !== 'amount') return `${SAID[why.kind]}。`
  const { why: reason, mend } = refusalText(why.why)
  return `金额“${why.said.slice(0, 40)}”${reason}。${mend}。`
}
