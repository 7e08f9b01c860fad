import type { ListLayout } from '../listLayout'
import type { LineDoubt } from '../paymentList'
import type { RowCells } from '../rowCells'

/** Headings of amounts that run up (已支付金额, 截至6月支出, 本年支出): a total so far, unless nothing else of the table says so. */
const SO_FAR =
  /^已(?!退|冲)|^截[至止]|至今|^(?:本年|全年|年度|当年)(?:度)?(?:实际)?(?:支[付出]|付款|拨付|执行)|\d月底/
/** Days of something else than a payment. */
const ASIDE_DAY =
  /^截[至止]|截[至止](?:日期|时间)|统计|报表|数据日|下达|批复|签订|签约|合同|开工|竣工|到期|生效|失效|出生|开始|起始|结束|计划|预计|立项|应付|发文|印发|制单|编制|填制|填报|录入|创建|申请|提交|审[核批]|复核|登记/
/** Columns that stand in a table of balances, not of payments. */
const BALANCE = /可用|余额|结余|未付|未支付|待付|剩余|尚欠|指标金额|预算数|预算金额|合同金额|结算金额/

const FOUND = new WeakMap<ListLayout, readonly LineDoubt[]>()

/** What the headings that a table's amounts and days are read from ask of each of its lines: a running total, a day of something else. What a person chose is not asked. */
export function headingDoubts(cells: RowCells): readonly LineDoubt[] {
  const known = FOUND.get(cells.layout)
  if (known) return known
  const { layout } = cells
  const doubts: LineDoubt[] = []
  const { column } = cells.amounts()
  const day = cells.columns('day')[0]
  const asideDay = day !== undefined && !layout.chosen.includes(day) && ASIDE_DAY.test(cells.heading(day))
  if (column !== undefined && !layout.chosen.includes(column) && SO_FAR.test(cells.heading(column))) {
    const balance = layout.headings.some((_, at) => at !== column && BALANCE.test(cells.heading(at)))
    if (asideDay || balance || !cells.has('voucher'))
      doubts.push({ kind: 'running-total', heading: cells.heading(column) })
  }
  if (asideDay) doubts.push({ kind: 'aside-day', heading: cells.heading(day) })
  FOUND.set(layout, doubts)
  return doubts
}
