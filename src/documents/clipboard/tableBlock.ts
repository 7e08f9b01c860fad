import type { BlockIssue, MergedRegion, PastedBlock, UnderlyingNumber } from '@/domain/sheets/pastedBlock'
import { formulaText } from '../reading/formulaText'
import type { HtmlCell, HtmlTable } from './htmlTable'
import { notedNumber } from './notedNumber'

/** A block read from HTML tables, or `too-large` when it would hold more than `most` cells. */
export type TableReading =
  { readonly block: PastedBlock; readonly issues: readonly BlockIssue[] } | 'too-large' | 'none'

type Slot = HtmlCell | null

/**
 * Makes one rectangle of the tables of a clipboard: layout tables around them are unwrapped, tables of the same width are stacked
 * (pages keep their headings in a table of their own), the others are left out and counted.
 */
export function tableBlock(tables: readonly HtmlTable[], most: number): TableReading {
  const grids: { rows: Slot[][]; hiddenRows: number; hiddenCells: number }[] = []
  let left = 0
  for (const table of unwrapped(tables)) {
    const grid = laidOut(table, most)
    if (grid === 'too-large') return grid
    if (grid.rows.length === 0 || !grid.rows.some((row) => row.some((slot) => slot && slot.text !== '')))
      continue
    if (grids[0] === undefined || widthOf(grids[0].rows) === widthOf(grid.rows)) grids.push(grid)
    else left += 1
  }
  const slots = grids.flatMap(({ rows }) => rows)
  if (slots.length === 0) return 'none'
  if (slots.length * widthOf(slots) > most) return 'too-large'
  const hiddenRows = grids.reduce((total, grid) => total + grid.hiddenRows, 0)
  const hiddenCells = grids.reduce((total, grid) => total + grid.hiddenCells, 0)
  const issues: BlockIssue[] = []
  if (hiddenRows > 0) issues.push({ kind: 'hidden-rows', count: hiddenRows })
  if (hiddenCells > 0) issues.push({ kind: 'hidden-cells', count: hiddenCells })
  if (left > 0) issues.push({ kind: 'tables-left-out', count: left })
  return { block: blockOf(slots), issues }
}

function unwrapped(tables: readonly HtmlTable[]): readonly HtmlTable[] {
  return tables.flatMap((table) => {
    const filled = table.rows
      .flatMap(({ cells, hidden }) => (hidden ? [] : cells))
      .filter((cell) => !cell.hidden && cell.text !== '')
    const only = filled.length === 1 ? filled[0] : undefined
    return only && only.tables.length > 0 ? unwrapped(only.tables) : [table]
  })
}

function widthOf(rows: readonly (readonly Slot[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

const ROOM_FOR_HIDDEN = 4

/** Places the cells of a table by their spans, then takes out hidden rows and columns; more than four times `most` slots is too large. */
function laidOut(
  table: HtmlTable,
  most: number,
): { rows: Slot[][]; hiddenRows: number; hiddenCells: number } | 'too-large' {
  const grid: Slot[][] = table.rows.map(() => [])
  let placed = 0
  let hiddenCells = 0
  for (const [top, { cells, hidden }] of table.rows.entries()) {
    let column = 0
    for (const cell of cells) {
      if (cell.hidden) {
        hiddenCells += cell.text !== '' && !hidden ? 1 : 0
        continue
      }
      while (grid[top]?.[column] !== undefined) column += 1
      const bottom = Math.min(top + cell.rowSpan, table.rows.length)
      for (let row = top; row < bottom; row += 1) {
        for (let offset = 0; offset < cell.columnSpan; offset += 1) {
          placed += 1
          if (placed > most * ROOM_FOR_HIDDEN) return 'too-large'
          const beside = cell.overflow && (row !== top || offset > 0)
          const line = grid[row]
          if (line && line[column + offset] === undefined) line[column + offset] = beside ? null : cell
        }
      }
      column += cell.columnSpan
    }
  }
  const hiddenRows = table.rows.filter(
    (row) => row.hidden && row.cells.some((cell) => cell.text !== ''),
  ).length
  const visible = grid.filter((row, index) => row.length > 0 && table.rows[index]?.hidden === false)
  return {
    rows: visible.map((row) => withoutColumns(row, table.hiddenColumns)),
    hiddenRows,
    hiddenCells: hiddenCells + hiddenInColumns(visible, table.hiddenColumns),
  }
}

function withoutColumns(row: readonly Slot[], hidden: ReadonlySet<number>): Slot[] {
  return Array.from(row, (slot) => slot ?? null).filter((_, column) => !hidden.has(column))
}

function hiddenInColumns(rows: readonly (readonly Slot[])[], hidden: ReadonlySet<number>): number {
  if (hidden.size === 0) return 0
  return rows.flatMap((row) => row.filter((slot, column) => hidden.has(column) && slot && slot.text !== ''))
    .length
}

/** Writes each cell's text into its first slot and notes the region of a merged one. */
function blockOf(slots: readonly (readonly Slot[])[]): PastedBlock {
  const width = widthOf(slots)
  const rows = slots.map(() => Array.from({ length: width }, () => ''))
  const regions = new Map<HtmlCell, { row: number; column: number; lastRow: number; lastColumn: number }>()
  for (const [row, line] of slots.entries()) {
    for (const [column, slot] of line.entries()) {
      if (!slot) continue
      const region = regions.get(slot)
      if (region) {
        region.lastRow = Math.max(region.lastRow, row)
        region.lastColumn = Math.max(region.lastColumn, column)
        continue
      }
      regions.set(slot, { row, column, lastRow: row, lastColumn: column })
      const cells = rows[row]
      if (cells) cells[column] = formulaText(slot.text)
    }
  }
  const merged: MergedRegion[] = []
  const underlying: UnderlyingNumber[] = []
  for (const [cell, { row, column, lastRow, lastColumn }] of regions) {
    if (lastRow > row || lastColumn > column) {
      merged.push({ row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 })
    }
    const noted = cell.number === null ? null : notedNumber(cell.text, cell.number)
    if (noted?.rounded) underlying.push({ row, column, text: noted.text })
  }
  return { rows, merged, underlying }
}
