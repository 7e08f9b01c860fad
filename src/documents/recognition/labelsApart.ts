import type { SourceCell, SourceDocument, SourceTable } from '../reading/sourceDocument'
import { textOf } from './documentRows'
import { headLabel, isHeading } from './headings'
import { isUnitNote } from './money/budgetUnit'
import { isMoney, isReadableAmount } from './money/moneyNames'
import { isExplained } from './tableTitles'

const PAIR = /^((?:其中[:：])?[^:：]{2,16})[:：]\s*(\S.*)$/su
/** An amount straight behind its label (其中：财政拨款 80). */
const AMOUNT = /^((?:其中[:：])?[^\d:：]{2,16}?)[:：\s\u3000]+([¥￥]?\d[\d,]*(?:\.\d+)?(?:[亿万千百]?元)?)$/u
const MAY_PART = /[:：]|\D[\s\u3000]+[¥￥]?\d/
const NEXT = /[\s\u3000]+(?=[^\s\u3000:：]{2,12}[:：]\s*\S)/u

/** A document whose cells that print a label and its value in one (填报单位：某局 金额单位：万元) hold them apart, at the place of the cell; a text beside a label stays as printed. */
export function withLabelsApart(document: SourceDocument): SourceDocument {
  let changed = false
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'paragraph') return block
    const rows = block.table.rows.map((cells) => {
      const apart = rowApart(cells)
      changed ||= apart !== cells
      return apart
    })
    const table: SourceTable = { ...block.table, rows }
    return { kind: 'table' as const, table }
  })
  return changed ? { ...document, blocks } : document
}

type Cells = readonly SourceCell[]

function rowApart(cells: Cells): Cells {
  if (!cells.some((cell) => cell.tables.length === 0 && MAY_PART.test(cell.lines[0] ?? ''))) return cells
  const isMoneyRow = isOfMoney(cells)
  const rows = cells.map((cell, at) => {
    const amount = isMoneyRow ? amountOf(textOf(cell)) : null
    if (amount !== null) return apart(cell, amount, [])
    const before = cells[at - 1]
    if (!before || !isHeading(textOf(before))) return cellApart(cell)
    const isOfGroup =
      headLabel(textOf(before)) === 'group' && isMoney(headLabel(pairOf(textOf(cell))?.label ?? ''))
    return isOfGroup ? cellApart(cell) : [cell]
  })
  return rows.every(({ length }) => length === 1) ? cells : rows.flat()
}

function cellApart(cell: SourceCell): Cells {
  const [line = '', ...more] = cell.lines
  const parts = line.trim().split(NEXT)
  const pairs = parts.map(pairOf)
  if (
    parts.length > 1 &&
    more.length === 0 &&
    pairs.every((pair, at) => pair !== null || isUnitNote(parts[at] ?? ''))
  )
    return pairs.flatMap((pair, at) =>
      pair ? apart(cell, pair, []) : [{ ...cell, lines: [parts[at] ?? ''] }],
    )
  const pair = pairOf(line.trim())
  if (pair === null || (more.length > 0 && headLabel(pair.label) !== 'goals')) return [cell]
  return apart(cell, pair, more)
}

interface Pair {
  readonly label: string
  readonly value: string
}

/** A label of an amount with the amount straight behind it; `null` for any other text. */
function amountOf(text: string): Pair | null {
  const [, label = '', value = ''] = AMOUNT.exec(text) ?? []
  return isMoney(headLabel(label)) ? { label, value } : null
}

/** Whether a row holds labels and amounts and nothing else, so that no name of an indicator is taken apart. */
function isOfMoney(cells: Cells): boolean {
  const texts = cells.map(textOf)
  return texts.every(
    (text) =>
      text === '' ||
      isHeading(text) ||
      isReadableAmount(text) ||
      amountOf(text) !== null ||
      pairOf(text) !== null,
  )
}

/** A label of a head with its value behind a colon; `null` for any other text. */
function pairOf(text: string): Pair | null {
  if (isUnitNote(text) || isExplained(text)) return null
  const [, label = '', value = ''] = PAIR.exec(text) ?? []
  const known = headLabel(label)
  return known === null ||
    known === 'group' ||
    known === 'groupWithPurpose' ||
    known === 'schedule' ||
    isHeading(value)
    ? null
    : { label, value }
}

function apart(cell: SourceCell, { label, value }: Pair, more: readonly string[]): Cells {
  return [
    { ...cell, lines: [label], columnSpan: 1 },
    { ...cell, lines: [value, ...more] },
  ]
}
