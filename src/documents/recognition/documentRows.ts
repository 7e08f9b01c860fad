import type { SourcePlace } from '../outcome/recognitionIssue'
import type { SourceCell, SourceDocument, SourceTable } from '../reading/sourceDocument'

/** A column of a row: the cell that stands there, and whether it begins here or reaches in from above or the left. */
export interface Slot {
  readonly cell: SourceCell
  readonly begins: boolean
}

/** One row of a table with every column filled as far as the layout tells. */
export interface Row {
  readonly kind: 'row'
  readonly table: SourceTable
  readonly index: number
  readonly slots: readonly (Slot | undefined)[]
  /** The cells that begin in this row, in order. */
  readonly cells: readonly SourceCell[]
  /** All rows of the table, this one among them. */
  readonly all: readonly Row[]
}

/** One paragraph by its place among the blocks. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly block: number
  readonly text: string
}

const WIDEST = 256

/** A document as one run of paragraphs and rows in reading order; tables inside a cell follow its row's table. */
export function documentRows(document: SourceDocument): (Row | Paragraph)[] {
  return document.blocks.flatMap((block, index): (Row | Paragraph)[] =>
    block.kind === 'paragraph'
      ? [{ kind: 'paragraph', block: index, text: block.text.trim() }]
      : tableRows(block.table),
  )
}

function tableRows(table: SourceTable): Row[] {
  const reaching: (Slot & { readonly until: number })[] = []
  const rows: Row[] = []
  for (const [index, cells] of table.rows.entries()) {
    const slots: (Slot | undefined)[] = []
    for (const [column, slot] of reaching.entries()) {
      if (slot && slot.until > index) slots[column] = { cell: slot.cell, begins: false }
    }
    for (const cell of cells) {
      const end = Math.min(cell.column + Math.max(1, cell.columnSpan), WIDEST)
      for (let column = cell.column; column < end; column += 1) {
        slots[column] = { cell, begins: column === cell.column }
        reaching[column] = { cell, begins: false, until: index + cell.rowSpan }
      }
    }
    rows.push({ kind: 'row', table, index, slots: Array.from(slots), cells, all: rows })
  }
  const inside = table.rows.flatMap((cells) => cells.flatMap((cell) => cell.tables.flatMap(tableRows)))
  return [...rows, ...inside]
}

const LINES = new WeakMap<SourceCell, string>()

/** The text of a cell with its line breaks; made once, for every line of a long cell leads back to the whole of it. */
export function linesOf(cell: SourceCell): string {
  const known = LINES.get(cell)
  if (known !== undefined) return known
  const text = cell.lines.join('\n').trim()
  LINES.set(cell, text)
  return text
}

/** The text of a cell that holds one value: what a narrow column broke into lines is one text again. */
export function textOf(cell: SourceCell): string {
  const [first = '', ...more] = cell.lines
  if (more.length === 0) return first.trim()
  return cell.lines.join('').trim()
}

export function cellPlace(table: SourceTable, cell: SourceCell): SourcePlace {
  return {
    kind: 'cell',
    table: table.position,
    sheet: table.place?.sheet ?? null,
    row: cell.row,
    column: cell.column,
    text: linesOf(cell),
  }
}

export function paragraphPlace({ block, text }: Paragraph): SourcePlace {
  return { kind: 'paragraph', block, text }
}
