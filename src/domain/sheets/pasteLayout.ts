import { cleanCell, looksLikeValue, saysNothing } from '../number/cellText'
import type { EntryGrid } from '../desk/entryGrid'
import type { ColumnSense } from './columnSense'
import { headingRows, type HeadingRows, type LabelAt } from './headingRows'
import { namedRows, type RowNames } from './pasteLabels'
import type { PastedBlock } from './pastedBlock'

/** How a block lies: where its data begin, which columns are labels, what its headings and titles say. */
export interface Layout extends HeadingRows {
  readonly byName: boolean
  readonly labels: ReadonlySet<number>
}

/** The first cell of a merged region, with its text. */
export interface Anchor {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** The covered cells of merged regions by `row:column`, each with its anchor. */
export function coveredBy(block: PastedBlock): ReadonlyMap<string, Anchor> {
  const covered = new Map<string, Anchor>()
  for (const region of block.merged) {
    const anchor = {
      row: region.row,
      column: region.column,
      text: block.rows[region.row]?.[region.column] ?? '',
    }
    const lastRow = Math.min(region.row + region.rows, block.rows.length)
    const lastColumn = Math.min(region.column + region.columns, block.rows[region.row]?.length ?? 0)
    for (let row = region.row; row < lastRow; row += 1) {
      for (let column = region.column; column < lastColumn; column += 1) {
        if (row !== region.row || column !== region.column) covered.set(`${row}:${column}`, anchor)
      }
    }
  }
  return covered
}

const MOST_LABEL_COLUMNS = 12

/** Finds the titles, headings and label columns of a block. */
export function layoutOf(
  block: PastedBlock,
  grid: EntryGrid,
  names: RowNames,
  labelAt: LabelAt,
  overMoney: boolean,
): Layout {
  const named = (row: number) => namedRows([labelAt(row, 0)], names).length > 0
  const head = headingRows(block, labelAt, named, overMoney)
  return { ...head, ...labelColumns(block, head.firstRow, head.senses, grid, names, labelAt) }
}

/** The leading columns of row names (and of what else the official table prints before its figures), and any column headed as such. */
function labelColumns(
  block: PastedBlock,
  firstRow: number,
  headings: readonly ColumnSense[] | null,
  grid: EntryGrid,
  names: RowNames,
  labelAt: LabelAt,
): { labels: ReadonlySet<number>; byName: boolean } {
  const width = block.rows[0]?.length ?? 0
  const rows = Array.from({ length: block.rows.length - firstRow }, (_, index) => firstRow + index)
  const named = (column: number) => rows.some((row) => namedRows([labelAt(row, column)], names).length > 0)
  const figuresAt = headings
    ? headings.findIndex(({ kind }, column) => FIGURES.has(kind) && !(kind === 'total' && named(column)))
    : width - 1
  const leading = Array.from(
    { length: Math.max(0, Math.min(figuresAt, MOST_LABEL_COLUMNS)) },
    (_, index) => index,
  )
  const lastNamed = leading.filter(named).at(-1) ?? -1
  const labels = new Set<number>()
  let texts = false
  for (const column of leading) {
    const text = isTextColumn(rows.map((row) => labelAt(row, column)))
    const label =
      headings?.[column]?.kind === 'label' ||
      column <= lastNamed ||
      text ||
      (lastNamed >= 0 && isTargetColumn(column, rows, grid, names, labelAt))
    if (label) labels.add(column)
    else if (!headings) break
    texts ||= text
  }
  headings?.forEach(({ kind }, column) => {
    if (kind === 'label') labels.add(column)
  })
  const figures =
    headings ??
    rows.some((row) => block.rows[row]?.some((cell, column) => !labels.has(column) && looksLikeValue(cell)))
  return figures ? { labels, byName: lastNamed >= 0 || texts } : { labels: new Set(), byName: false }
}

const FIGURES: ReadonlySet<ColumnSense['kind']> = new Set(['checkpoint', 'total', 'left-out'])

function isTextColumn(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !saysNothing(cleanCell(cell)))
  return filled.length > 0 && filled.every((cell) => !looksLikeValue(cell))
}

/** Whether a column repeats the 指标值 of the rows that the columns before it name. */
function isTargetColumn(
  column: number,
  rows: readonly number[],
  grid: EntryGrid,
  names: RowNames,
  labelAt: LabelAt,
): boolean {
  let same = false
  for (const row of rows) {
    const cell = cleanCell(labelAt(row, column))
    if (saysNothing(cell)) continue
    const labels = Array.from({ length: column }, (_, other) => labelAt(row, other))
    const targets = namedRows(labels, names).flatMap((index) => {
      const named = grid.rows[index]
      return named?.kind === 'indicator' ? [cleanCell(named.target.text)] : []
    })
    if (targets.length > 0 && !targets.includes(cell)) return false
    same ||= targets.length > 0
  }
  return same
}
