import { parseDecimal } from '@/domain/number/decimal'
import { toHalfWidth } from '@/domain/number/halfWidth'
import type { Account } from './account'
import { cellPlace, type Paragraph, type Row, textOf } from '../documentRows'
import { amountAt, figure, type Statement } from './statedFacts'
import { columnHeadings } from '../indicators/tableHeadings'
import { Leaf, NOT_STATED } from '../traced'

const ITEM_NAME = /采购(?:物品|品目|项目|货物)?名称|品目名称|物品名称/
const COLUMNS = {
  source: /^(?:项目名称|采购项目来源|政府采购项目来源|资金来源)$/,
  name: ITEM_NAME,
  catalogue: /目录/,
  unit: /^(?:数量|计量)?单位$/,
  quantity: /^(?:采购)?数量$/,
  unitPrice: /单价/,
  amount: /采购(?:预算)?金额|^金额$|^总计$/,
} as const

interface ProcurementSource {
  readonly paragraphs: readonly Paragraph[]
  readonly statements: readonly Statement[]
  readonly rows: readonly Row[]
}

/** 政府采购预算 (domain.md §1): the stated sums, the table's items, and what the text on assets says is to be bought; `null` when no total is stated. */
export function procurementFacts({ paragraphs, statements, rows }: ProcurementSource, account: Account) {
  const words = /政府采购预算(?:总额|金额)?(?:为|共计|共|合计|是)?$/
  const statement = statements.find((one) => amountAt(one, words) >= 0)
  if (!statement) return null
  const at = amountAt(statement, words)
  const total = figure(statement, at, account, 'facts.procurement.total')
  if (total.value === null) return null
  const part = (named: RegExp, key: string) =>
    figure(statement, amountAt(statement, named, at + 1), account, `facts.procurement.${key}`)
  return {
    total,
    generalBudget: part(/一般公共预算/, 'generalBudget'),
    governmentFund: part(/基金/, 'governmentFund'),
    other: part(/其[他它]/, 'other'),
    items: procurementItems(rows, account),
    mentioned: mentioned(paragraphs),
  }
}

function procurementItems(rows: readonly Row[], account: Account) {
  const at = rows.findIndex((row) => row.cells.some((cell) => ITEM_NAME.test(textOf(cell))))
  const table = rows[at]?.table
  if (!table) return []
  const below = rows.slice(at).filter((row) => row.table === table)
  const data = below.findIndex((row) => row.cells.filter((cell) => isFigure(textOf(cell))).length > 1)
  const headings = data < 1 ? null : columnHeadings(below.slice(0, data))
  if (!headings) {
    const cell = rows[at]?.cells[0]
    account.issue('table-partly-read', cell ? cellPlace(table, cell) : null, 'facts.procurement.items')
    return []
  }
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, words]) => [key, placeOf(headings, words)]),
  ) as Readonly<Record<keyof typeof COLUMNS, number>>
  return below.slice(data).flatMap((row) => {
    const cell = (key: keyof typeof COLUMNS) => {
      const slot = row.slots[places[key]]
      return slot ? account.value(table, slot.cell) : NOT_STATED
    }
    const name = cell('name')
    if (name.value === null || /^(?:合计|小计|总计)$/.test(name.value)) return []
    return {
      source: cell('source'),
      name,
      catalogue: cell('catalogue'),
      unit: cell('unit'),
      quantity: cell('quantity'),
      unitPrice: cell('unitPrice'),
      amount: cell('amount'),
    }
  })
}

function placeOf(headings: readonly (readonly string[])[], words: RegExp): number {
  return headings.findIndex((names) => names.some((name) => words.test(name.replace(/\s+/g, ''))))
}

function isFigure(text: string): boolean {
  return parseDecimal(toHalfWidth(text)) !== null
}

/** What the text says is to be bought: 主要为计算机、打印机、办公座椅等. */
function mentioned(paragraphs: readonly Paragraph[]) {
  const paragraph = paragraphs.find(({ text }) => /拟购置固定资产|拟采购/.test(text) && /采购/.test(text))
  const list = /主要(?:为|是|包括)([^，。；]{1,200}?)等/.exec(paragraph?.text ?? '')?.[1]
  if (!paragraph || list === undefined) return []
  const from = { kind: 'paragraph' as const, block: paragraph.block, text: paragraph.text }
  return list.split('、').map((word) => new Leaf(word.trim(), from))
}
