import { linesOf, type DraftCell, type DraftTable, type FlowItem } from '../draftTable'

/** A w:tc as written: how many grid columns it takes, how it is merged, and what it holds. */
export interface WordCell {
  span: number
  vertical: 'restart' | 'continue' | null
  horizontal: 'restart' | 'continue' | null
  deleted: boolean
  items: readonly FlowItem[]
}

/** A w:tr as written: grid columns left empty before its first cell, and its cells. */
export interface WordRow {
  before: number
  deleted: boolean
  hidden: boolean
  heading: boolean
  readonly cells: WordCell[]
}

type Placed = { -readonly [Key in keyof DraftCell]: DraftCell[Key] }

/** A table laid out, how wide it is, and the texts of covered cells, which no page shows. */
export interface LaidOutTable {
  readonly table: DraftTable
  readonly columns: number
  readonly covered: readonly string[]
}

/**
 * Lays out the rows of a w:tbl on its grid (ECMA-376-1 §17.4): w:gridBefore, w:gridSpan, w:vMerge and the older w:hMerge.
 * A cell that continues one from above is covered by it when both begin in the same column; with none above it stands for itself,
 * and so does one of another width that holds a text, for that text is seen.
 */
export function laidOut(rows: readonly WordRow[], grid: readonly number[]): LaidOutTable {
  const covered: string[] = []
  const laid: Placed[][] = []
  let above = new Map<number, Placed>()
  let columns = 0
  let headings = 0
  let headed = true
  for (const { before, cells, heading } of rows) {
    const row: Placed[] = []
    const here = new Map<number, Placed>()
    let column = before
    for (const cell of cells) {
      const left = row.at(-1)
      const over = cell.vertical === 'continue' ? above.get(column) : undefined
      const text = textOf(cell.items)
      if (cell.horizontal === 'continue' && left && left.column + left.columnSpan === column) {
        left.columnSpan += cell.span
        if (text !== '') covered.push(text)
      } else if (over && (over.columnSpan === cell.span || text === '')) {
        over.rowSpan = laid.length - over.row + 1
        here.set(column, over)
        if (text !== '') covered.push(text)
      } else {
        const placed = placedAt(laid.length, column, cell)
        row.push(placed)
        if (cell.vertical !== null) here.set(column, placed)
      }
      column += cell.span
    }
    columns = Math.max(columns, column)
    headed &&= heading
    if (headed) headings += 1
    laid.push(row)
    above = here
  }
  return { table: { place: null, merges: true, rows: laid, grid, headings }, columns, covered }
}

function placedAt(row: number, column: number, { span, items }: WordCell): Placed {
  const lines: string[] = []
  const tables: DraftTable[] = []
  for (const item of items) {
    if (item.kind === 'line') lines.push(item.text)
    else if (item.kind === 'table') tables.push(item.table)
  }
  return { row, column, rowSpan: 1, columnSpan: span, lines, tables }
}

/** All a cell says, with what is said in tables inside it. */
function textOf(items: readonly FlowItem[]): string {
  const lines = items.flatMap((item) =>
    item.kind === 'line'
      ? linesOf(item.text)
      : item.kind === 'gap'
        ? []
        : item.table.rows.flatMap((row) => row.flatMap(({ lines }) => [...lines])),
  )
  return lines.join('\n')
}
