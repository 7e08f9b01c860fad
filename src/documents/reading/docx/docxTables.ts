import type { SaxesTagNS } from 'saxes'
import type { Flows } from './docxFlow'
import { laidOut, type WordCell, type WordRow } from './docxTable'
import { isOn, NOTHING, wholeNumber, type Closer } from './docxValue'
import type { Budget } from '../draftTable'
import { attributeOf } from '../readXml'
import type { SetAside } from '../sourceDocument'

interface OpenTable {
  readonly grid: number[]
  readonly rows: WordRow[]
  row: WordRow | null
  cell: WordCell | null
}

/** Builds the tables of a document as their elements come: one inside a cell of another, deleted rows and cells dropped, hidden rows set aside. */
export class DocxTables {
  private readonly open: OpenTable[] = []
  private dissolved = 0

  constructor(
    private readonly flows: Flows,
    private readonly budget: Budget,
    private readonly setAside: SetAside[],
  ) {}

  /** The row whose properties are being read. */
  get row(): WordRow | null {
    return this.open.at(-1)?.row ?? null
  }

  start(local: string, tag: SaxesTagNS): Closer {
    if (local === 'tbl') return this.table()
    const table = this.open.at(-1)
    if (!table || this.dissolved > 0) return NOTHING
    if (local === 'tr') return this.newRow(table)
    if (local === 'tc') return this.newCell(table)
    if (local === 'gridCol') {
      table.grid.push(wholeNumber(attributeOf(tag, 'w'), 0) + (table.grid.at(-1) ?? 0))
    } else if (table.cell) this.cellProperty(table.cell, local, tag)
    else if (table.row) this.rowProperty(table.row, local, tag)
    return NOTHING
  }

  private rowProperty(row: WordRow, local: string, tag: SaxesTagNS): void {
    if (local === 'gridBefore') row.before = this.span(tag, 0)
    else if (local === 'tblHeader') row.heading = isOn(tag)
    else if (local === 'hidden') row.hidden = isOn(tag)
  }

  private cellProperty(cell: WordCell, local: string, tag: SaxesTagNS): void {
    if (local === 'gridSpan') cell.span = this.span(tag, 1)
    else if (local === 'vMerge') cell.vertical = mergeOf(attributeOf(tag, 'val'), 'restart')
    else if (local === 'hMerge') cell.horizontal = mergeOf(attributeOf(tag, 'val'), 'restart')
    else if (local === 'cellMerge') cell.vertical = mergeOf(attributeOf(tag, 'vMerge'), 'rest')
    else if (local === 'cellDel') cell.deleted = true
  }

  private table(): () => void {
    if (this.dissolved > 0 || this.open.length >= this.budget.limits.depth) {
      this.dissolved += 1
      return () => {
        this.dissolved -= 1
      }
    }
    this.flows.flush()
    const table: OpenTable = { grid: [], rows: [], row: null, cell: null }
    this.open.push(table)
    return () => {
      this.open.pop()
      this.endTable(table)
    }
  }

  private endTable(table: OpenTable): void {
    const rows = table.rows.filter((row) => !row.hidden)
    for (const { hidden, cells } of table.rows) {
      if (hidden) for (const { items } of cells) this.aside('hidden-row', linesIn(items))
    }
    if (rows.length === 0) return
    const { table: laid, columns, covered } = laidOut(rows, table.grid)
    this.budget.table(rows.length, columns)
    for (const text of covered) this.aside('covered-text', text)
    this.flows.top.items.push({ kind: 'table', table: laid })
  }

  private aside(kind: SetAside['kind'], text: string): void {
    if (text !== '') this.setAside.push({ kind, where: null, text })
  }

  private newRow(table: OpenTable): () => void {
    if (table.row) return NOTHING
    const row: WordRow = { before: 0, deleted: false, hidden: false, heading: false, cells: [] }
    table.row = row
    return () => {
      table.row = null
      if (row.deleted) return
      table.rows.push(row)
      if (table.rows.length > this.budget.limits.rows) this.budget.table(table.rows.length, 1)
    }
  }

  private newCell(table: OpenTable): () => void {
    const { row } = table
    if (!row || table.cell) return NOTHING
    const { items } = this.flows.push()
    const cell: WordCell = { span: 1, vertical: null, horizontal: null, deleted: false, items }
    table.cell = cell
    return () => {
      this.flows.pop()
      table.cell = null
      if (!cell.deleted) row.cells.push(cell)
    }
  }

  private span(tag: SaxesTagNS, least: number): number {
    const value = wholeNumber(attributeOf(tag, 'val'), least)
    return Math.min(Math.max(value, least), this.budget.limits.columns + 1)
  }
}

function mergeOf(value: string | null, restart: string): 'restart' | 'continue' {
  return value === restart ? 'restart' : 'continue'
}

function linesIn(items: WordCell['items']): string {
  return items.flatMap((item) => (item.kind === 'line' ? [item.text] : [])).join('\n')
}
