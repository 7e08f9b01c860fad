import { toHalfWidth } from '../number/halfWidth'
import type { ListLayout } from './listLayout'
import type { ListTable } from './listTable'

/** The unit amounts are read in; `other` is one the product does not know (千元), which is asked about. */
export type ListUnit = 'yuan' | 'wan' | 'other'

/** The unit of a table and what says so; `clash` where the heading and the title say different ones. */
export interface UnitFound {
  readonly unit: ListUnit
  readonly by: 'heading' | 'title' | 'assumed'
  readonly clash: boolean
}

const UNIT_SAID =
  /单位\s*[:：]?\s*(?:人民币)?\s*[(（]?\s*(百万元|千万元|亿元|万元|千元|百元|元|万)(?![\u4e00-\u9fff])/
const UNIT_ALONE =
  /^[(（]?(?:人民币|金额单位|单位)?[:：]?\s*(亿元|百万元|千万元|万元|千元|百元|元)[)）]?$|[(（](?:单位[:：])?(亿元|万元|千元|百元|元)[)）]\s*$/

function unitOf(said: string | undefined): ListUnit | null {
  if (said === undefined) return null
  return said === '元' ? 'yuan' : said === '万元' || said === '万' ? 'wan' : 'other'
}

/** The unit that a text beside or above a table states; `null` where it states none. */
function unitSaid(text: string): ListUnit | null {
  const plain = toHalfWidth(text).replaceAll(/\p{Cf}/gu, '')
  const found = UNIT_SAID.exec(plain) ?? UNIT_ALONE.exec(plain.trim())
  return unitOf(found?.[1] ?? found?.[2])
}

/** No title over or under a table has more cells. */
const FEW = 2

/** The unit of a table: its amount's heading says it, else a title above, beside or below; else 元 is assumed. What a line between its rows says holds from there on only. */
export function unitOfTable(table: ListTable, layout: ListLayout): UnitFound {
  const [amount, debit] = [layout.columns.get('amount')?.[0], layout.columns.get('debit')?.[0]]
  const heading = [amount, debit]
    .map((column) => (column === undefined ? null : headingUnit(layout.headings[column] ?? '')))
    .find((unit) => unit !== null)
  let below = table.rows.length
  while (below > layout.last + 1 && !isFull(table.rows[below - 1] ?? [])) below -= 1
  const title = titleIn(table.rows.slice(0, layout.first)) ?? titleIn(table.rows.slice(below))
  if (heading) return { unit: heading, by: 'heading', clash: title !== null && title !== heading }
  return title === null
    ? { unit: 'yuan', by: 'assumed', clash: false }
    : { unit: title, by: 'title', clash: false }
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
  return cell.length < 60 && /元|万/.test(cell) ? unitSaid(cell) : null
}

const CURRENCY = /^(?:人民币|rmb|cny|本币|￥|¥)(?:元)?$/i

/** The unit that a cell of a column 单位 or 币种 states for its row; `null` where it states none, a currency of elsewhere is one the product does not know. */
export function unitOfCell(text: string, heading: string): ListUnit | null {
  const plain = toHalfWidth(text).replaceAll(/\s+/g, '')
  if (plain === '' || CURRENCY.test(plain)) return null
  const said = unitOf(/^(?:人民币)?(元|万|万元|千元|百元|百万元|千万元|亿元)$/.exec(plain)?.[1])
  return (
    said ??
    (heading.startsWith('币') || /^(?:美元|欧元|港元|港币|日元|英镑|usd|eur|hkd|jpy)$/i.test(plain)
      ? 'other'
      : null)
  )
}

/** The unit that a heading states in or behind its words; `null` where it states none. */
export function headingUnit(heading: string): ListUnit | null {
  const plain = toHalfWidth(heading)
  const found =
    /(百万元|千万元|亿元|万元|千元|百元|元)/.exec(plain) ?? /[([【](百万|千万|亿|万|千|百)[)\]】]/.exec(plain)
  return unitOf(found?.[1])
}
