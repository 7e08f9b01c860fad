import { isAgainst, isDecided, paymentStateOf, statedPaid, YES_NO } from '../listFlags'
import { cellAt, heldFromAbove } from '../listTable'
import type { LineDoubt } from '../paymentList'
import { bareCell, flowOf } from '../paymentWords'
import type { RowCells } from '../rowCells'

/** A column of flags has no more different values, none longer (D). */
const MOST = 4
const LONGEST = 8

/** Headings nobody reads that tell who, what kind, how many: no state of a payment, whatever stands under them. */
const HARMLESS =
  /科目|部门|单位|处室|股室|科室|机构|中心|经办|制单|会计|出纳|人$|员$|名$|姓名|名称|户|币|方式|渠道|途径|行$|账[号户套]|类|性质|来源|资金|项目|预算|功能|经济|年|月|季|期|地区|区县|区域|片区|乡镇|街道|村|地址|序|号$|编码|代码|数|量|价|率|比例|额|费|税|款|元|摘要|备注|附言|说明|附件|内容|用途|事由|页|批次|合同|供应商|商|对方|电话|联系|性别|级|职务|规格|型号|版本|采购|公开|专项|扶贫|重点|公务|民生|直达|基建|往来|[急密]|^第?\d+列?$|^.?$/
/** Steps behind a payment: what is not done there where others are is asked. */
const STEP = /打印|导出|归档|对账|回单|传输|同步|下载/
const NEGATIVE = /^[未没无非不待否]/

interface Column {
  readonly heading: string
  readonly said: ReadonlyMap<number, string>
  readonly values: ReadonlySet<string>
}

/** The values of a column over some rows; `null` where they are all the same, or under an unknown heading too many or too long to be flags. */
function columnOf(cells: RowCells, column: number, rows: readonly number[], most: number): Column | null {
  const said = new Map<number, string>()
  const values = new Set<string>()
  const merged = cells.table.merges.length > 0
  const long = cells.columns('status').includes(column)
  for (const row of rows) {
    const own = cellAt(cells.table, row, column)
    const text = own === '' && merged ? heldFromAbove(cells.table, row, column) : own
    if (text.length > LONGEST && !long) return null
    said.set(row, text)
    values.add(text)
    if (values.size > most) return null
  }
  return values.size < 2 ? null : { heading: cells.heading(column), said, values }
}

/** The values of a column whose heading says that it holds states which stand against a payment because others of the column do not. */
function oddStates({ heading, values }: Column): ReadonlySet<string> {
  const odd = new Set<string>()
  if (isAgainst(heading)) return odd
  const all = [...values].map(bareCell)
  if (all.some((text) => text !== '' && statedPaid(text))) odd.add('')
  if (STEP.test(heading)) for (const text of values) if (NEGATIVE.test(bareCell(text))) odd.add(text)
  if (!isDecided(heading) && all.some((text) => YES_NO.test(text)))
    for (const text of values) if (bareCell(text) === '' || YES_NO.test(bareCell(text))) odd.add(text)
  return odd
}

/** What one value says under a heading nobody knows. */
function judged(text: string, heading: string): 'good' | 'bad' | 'open' {
  const plain = bareCell(text)
  if (/方向|借贷/.test(heading)) return plain !== '' && flowOf(plain) === 'out' ? 'good' : 'bad'
  if (plain === '') return isAgainst(heading) ? 'good' : 'open'
  const state = paymentStateOf(plain, heading)
  if (state === 'paid') return isDecided(heading) || statedPaid(plain) ? 'good' : 'open'
  return state === 'unknown' && !NEGATIVE.test(plain) ? 'open' : 'bad'
}

/** Whether a value looks like a flag at all: a letter, a yes, a no, a state, a negation. */
function isFlagLike(text: string): boolean {
  const plain = bareCell(text)
  return (
    plain !== '' &&
    (plain.length === 1 ||
      YES_NO.test(plain) ||
      NEGATIVE.test(plain) ||
      paymentStateOf(plain, '') !== 'unknown')
  )
}

const NUMBER = /\d{2}|\d[%.]/

/** The odd values of a column whose heading nobody knows: all that are not known to be good where some are, else all but the one most lines have. */
function oddValues({ heading, said, values }: Column): ReadonlySet<string> {
  const all = [...values]
  const none = new Set<string>()
  if (HARMLESS.test(heading) || all.some((text) => NUMBER.test(text))) return none
  const repeated = said.size > values.size
  if (!repeated && !all.some(isFlagLike)) return none
  const good = all.filter((text) => judged(text, heading) === 'good')
  if (good.length > 0) return new Set(all.filter((text) => !good.includes(text)))
  const counts = new Map<string, number>()
  for (const text of said.values()) counts.set(text, (counts.get(text) ?? 0) + 1)
  const usual = all.find((text) => judged(text, heading) !== 'bad' && (counts.get(text) ?? 0) * 2 > said.size)
  return new Set(all.filter((text) => text !== usual))
}

/** What the columns of few short values ask of lines (rows from 0): a value that is not known to mean paid, where other lines have another one. */
export function flagDoubts(
  cells: RowCells,
  rows: readonly number[],
): ReadonlyMap<number, readonly LineDoubt[]> {
  const doubts = new Map<number, LineDoubt[]>()
  const ask = (column: number, most: number, oddOf: (column: Column) => ReadonlySet<string>): void => {
    const own = columnOf(cells, column, rows, most)
    const odd = own && oddOf(own)
    if (!own || !odd || odd.size === 0) return
    for (const [row, said] of own.said)
      if (odd.has(said))
        doubts.set(row, [...(doubts.get(row) ?? []), { kind: 'flag', heading: own.heading, said }])
  }
  for (const column of cells.columns('status')) ask(column, rows.length, oddStates)
  for (const column of cells.unknown()) ask(column, MOST, oddValues)
  return doubts
}
