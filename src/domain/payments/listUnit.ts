import { toHalfWidth } from '../number/halfWidth'
import type { ListLayout } from './listLayout'
import type { ListTable } from './listTable'

/** The unit amounts are read in; `other` is one the product does not know (千元), which is asked about. */
export type ListUnit = 'yuan' | 'wan' | 'other'

/** The unit of a table and what says so, `passing` where one is named but not said to be it; `clash` where two differ or none is sure. */
export interface UnitFound {
  readonly unit: ListUnit
  readonly by: 'heading' | 'title' | 'passing' | 'assumed'
  readonly clash: boolean
}

/** A word of a unit of money: 元 with what may stand before it (千元, 十万元, 美元). */
const YUAN = '(?:[十百千万亿]+|[美欧日澳加]|港|新台)?元'
/** The same without 元, which only the word 单位 or brackets make a unit (单位：分, （万）). */
const BARE = '十?[百千万亿]+|[角分厘]|usd|hkd|eur|jpy|gbp'
const LABEL = '(?:[金数]额|计量|计价|货币|币[种别]|单位|人民币|[:：为是均以,，\\s])*'
/** What a text says outright: 单位：万元, 金额单位为万元, 人民币：万元, 币种：美元. */
const STATED = new RegExp(
  `(?:单位|人民币|币[种别])${LABEL}[(\\[]?(${YUAN}|${BARE}|港币|英镑)(?![\\u4e00-\\u9fff\\w])`,
  'i',
)
/** 以万元为单位, 以千元列示. */
const COUNTED = new RegExp(`以(?:人民币)?(${YUAN}|[角分厘])(?:为单位|为计|计|列示|反映|填[列报]|表示)`)
/** （万元）, （人民币：万元）, [单位:分]: the whole of what stands in brackets, or of a word that stands alone. */
const BRACKETED = new RegExp(`[(\\[]${LABEL}(${YUAN}|${BARE})(?:整|计|为单位)?[)\\]]`, 'i')
const ALONE = new RegExp(`(?:^|[\\s,;_-])(${YUAN})(?=$|[\\s,;_-])`)
/** A unit named in passing (支付万元表): asked about, unless a figure stands before it (50万元以上). */
const PASSING =
  /(?<![\d.\s零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬两几数余多])([十百千]?万|亿|[十百千])元/

function unitOf(said: string | undefined): ListUnit | null {
  if (said === undefined) return null
  return said === '元' ? 'yuan' : said === '万元' || said === '万' ? 'wan' : 'other'
}

const halfWidth = (text: string) =>
  toHalfWidth(text)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('【', '[')
    .replaceAll('】', ']')
    .trim()

/** The unit that a text beside or above a table states; `null` where it states none. */
function unitSaid(text: string): ListUnit | null {
  const plain = halfWidth(text)
  const found = [STATED, COUNTED, BRACKETED, ALONE].map((own) => own.exec(plain)?.[1]).find(Boolean)
  return unitOf(found)
}

/** No title over or under a table has more cells. */
const FEW = 2
/** A paragraph states no unit. */
const LONGEST = 120

/** Columns whose headings may say the unit of what is paid, the likeliest first. */
const MONEY_ROLES = ['amount', 'debit', 'credit', 'requested'] as const

/**
 * The unit of a table: its amount's heading says it, else a title above, beside or below, else its sheet's name; else 元 is assumed. A unit of money that is only
 * named in passing is a clash, for a person to settle. What a line between its rows says holds from there on only.
 */
export function unitOfTable(table: ListTable, layout: ListLayout): UnitFound {
  const heading = MONEY_ROLES.map((role) => layout.columns.get(role)?.[0])
    .map((column) => (column === undefined ? null : headingUnit(layout.headings[column] ?? '')))
    .find((unit) => unit !== null)
  let below = table.rows.length
  while (below > layout.last + 1 && !isFull(table.rows[below - 1] ?? [])) below -= 1
  const around = [...table.rows.slice(0, layout.first), ...table.rows.slice(below)]
  const title = titleIn(around) ?? unitSaid(table.sheet ?? '')
  if (heading) return { unit: heading, by: 'heading', clash: title !== null && title !== heading }
  if (title !== null) return { unit: title, by: 'title', clash: false }
  const passing = [...around.flat(), table.sheet ?? ''].some(
    (text) => text.length <= LONGEST && PASSING.test(halfWidth(text)),
  )
  return { unit: 'yuan', by: passing ? 'passing' : 'assumed', clash: passing }
}

function isFull(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length > FEW
}

function titleIn(rows: ListTable['rows']): ListUnit | null {
  for (const cells of rows)
    for (const cell of cells) {
      const unit = unitBeside(cell)
      if (unit !== null) return unit
    }
  return null
}

/** The unit a short cell of a title states; `null` where it states none. */
export function unitBeside(cell: string): ListUnit | null {
  return cell.length <= LONGEST && /[元万单币（(【[]/.test(cell) ? unitSaid(cell) : null
}

const CURRENCY = /^(?:人民币|rmb|cny|本币|￥|¥)(?:元)?$/i

/** The unit that a cell of a column 单位 or 币种 states for its row; `null` where it states none, a currency of elsewhere is one the product does not know. */
export function unitOfCell(text: string, heading: string): ListUnit | null {
  const plain = toHalfWidth(text).replaceAll(/\s+/g, '')
  if (plain === '' || CURRENCY.test(plain)) return null
  const said = unitOf(/^(?:人民币)?([十百千万亿]*元|万|[角分厘])$/.exec(plain)?.[1])
  return (
    said ??
    (heading.startsWith('币') || /^(?:美元|欧元|港元|港币|日元|英镑|usd|eur|hkd|jpy)$/i.test(plain)
      ? 'other'
      : null)
  )
}

const HEADED = new RegExp(YUAN)
const HEADED_BARE = new RegExp(`[/_:-](${BARE})$`, 'i')

/** The unit that a heading states in or behind its words; `null` where it states none. */
export function headingUnit(heading: string): ListUnit | null {
  const plain = halfWidth(heading)
  return unitOf(
    BRACKETED.exec(plain)?.[1] ??
      HEADED.exec(plain)?.[0] ??
      HEADED_BARE.exec(plain.replaceAll(/\s/g, ''))?.[1],
  )
}
