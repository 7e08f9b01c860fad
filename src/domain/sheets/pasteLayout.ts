import type { AmountUnit } from '../desk/amountCell'
import { cleanCell, looksLikeValue, saysNothing } from '../number/cellText'
import type { EntryGrid } from '../desk/entryGrid'
import { namedRows, parseHeading, statedUnit, type Heading, type RowNames } from './pasteLabels'
import type { PastedBlock } from './pastedBlock'

/** How a block lies: where its data begin, which columns are labels, what its headings and titles say. */
export interface Layout {
  readonly firstRow: number
  readonly byName: boolean
  readonly headings: readonly Heading[] | null
  readonly labels: ReadonlySet<number>
  readonly unit: AmountUnit | null
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

const MOST_TITLE_ROWS = 3

const MOST_LABEL_COLUMNS = 12

/** The text of a label cell, a merged one repeated for those it covers. */
export type LabelAt = (row: number, column: number) => string

/** Finds the titles, headings and label columns of a block. */
export function layoutOf(block: PastedBlock, grid: EntryGrid, names: RowNames, labelAt: LabelAt): Layout {
  const headingRow = findHeadingRow(block)
  const firstRow = headingRow === null ? 0 : headingRow + 1
  const headings = headingRow === null ? null : (block.rows[headingRow] ?? []).map(parseHeading)
  const titles = block.rows.slice(0, Math.max(0, firstRow - 1)).flat()
  const unit = titles.map(statedUnit).find((stated) => stated !== null) ?? null
  return { firstRow, headings, unit, ...labelColumns(block, firstRow, headings, grid, names, labelAt) }
}

/** The row of headings among the first ones: it names a checkpoint, holds no figure, and only titles stand above it. */
function findHeadingRow(block: PastedBlock): number | null {
  for (const [index, row] of block.rows.slice(0, MOST_TITLE_ROWS).entries()) {
    const headings = row.map(parseHeading)
    if (row.some((cell, column) => headings[column]?.kind === 'unknown' && holdsFigure(cell))) return null
    if (headings.some(({ kind }) => kind === 'checkpoint')) return index
  }
  return null
}

function holdsFigure(cell: string): boolean {
  return looksLikeValue(cell) && !saysNothing(cleanCell(cell))
}

/** The leading columns of row names (and of what else the official table prints before its figures), and any column headed as such. */
function labelColumns(
  block: PastedBlock,
  firstRow: number,
  headings: readonly Heading[] | null,
  grid: EntryGrid,
  names: RowNames,
  labelAt: LabelAt,
): { labels: ReadonlySet<number>; byName: boolean } {
  const width = block.rows[0]?.length ?? 0
  const rows = Array.from({ length: block.rows.length - firstRow }, (_, index) => firstRow + index)
  const firstFigures = headings ? headings.findIndex(({ kind }) => kind === 'checkpoint') : width - 1
  const leading = Array.from(
    { length: Math.max(0, Math.min(firstFigures, MOST_LABEL_COLUMNS)) },
    (_, index) => index,
  )
  const naming = leading.filter((column) =>
    rows.some((row) => namedRows([labelAt(row, column)], names).length > 0),
  )
  const named = naming.at(-1) ?? -1
  const labels = new Set<number>()
  let texts = false
  for (const column of leading) {
    const text = isTextColumn(rows.map((row) => labelAt(row, column)))
    const label =
      headings?.[column]?.kind === 'label' ||
      column <= named ||
      text ||
      (named >= 0 && isTargetColumn(column, rows, grid, names, labelAt))
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
  return figures ? { labels, byName: named >= 0 || texts } : { labels: new Set(), byName: false }
}

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
