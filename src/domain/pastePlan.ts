import { cleanCell, looksLikeValue, saysNothing } from './cellText'
import {
  readAmountCell,
  readIndicatorCell,
  type AmountReading,
  type AmountRefusal,
  type AmountUnit,
  type IndicatorReading,
  type IndicatorRefusal,
} from './entryCell'
import type { CellValue, EntryGrid, EntryRow } from './entryGrid'
import {
  headingColumn,
  namedRows,
  parseHeading,
  rowNames,
  statedUnit,
  type Heading,
  type RowNames,
} from './pasteLabels'
import type { PastedBlock } from './pastedBlock'

/** What is asked about a pasted cell; a cell may raise several, answered together. */
export type PasteDoubt =
  | Extract<AmountReading, { kind: 'doubtful' }>['reason']
  | Extract<IndicatorReading, { kind: 'doubtful' }>['reason']
  | 'rounded'
  | 'merged'
  | 'namesake'
  | 'same-place'
  | 'future'
  | 'negative-total'

/** Why a pasted cell is refused. */
export type PasteRefusal = AmountRefusal | IndicatorRefusal | { readonly reason: 'closed' }

/** What became of a pasted cell. Only `accepted` and answered `doubtful` cells are ever applied. */
export type PasteOutcome =
  | { readonly kind: 'accepted'; readonly value: CellValue; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly doubts: readonly PasteDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | { readonly kind: 'refused'; readonly why: PasteRefusal }
  | { readonly kind: 'empty'; readonly why: 'blank' | 'merged' }
  | {
      readonly kind: 'outside'
      readonly why: 'beyond-rows' | 'beyond-columns' | 'unknown-row' | 'unknown-column'
    }

/** One pasted cell of data (headings and row names are not): where it stood in the block, where it goes, and what became of it. */
export interface PasteCell {
  readonly from: { readonly row: number; readonly column: number }
  readonly row: number | null
  readonly column: number | null
  readonly raw: string
  readonly outcome: PasteOutcome
}

/** A pasted block laid onto the grid, before anything is applied. `byName` and `byHeading` say how rows and columns were found. */
export interface PastePreview {
  readonly grid: EntryGrid
  readonly byName: boolean
  readonly byHeading: boolean
  readonly cells: readonly PasteCell[]
}

interface Layout {
  readonly firstRow: number
  readonly byName: boolean
  readonly headings: readonly Heading[] | null
  readonly labels: ReadonlySet<number>
  readonly unit: AmountUnit | null
}

/**
 * Lays a pasted block onto the grid from the focused cell, or by headings and row names where the block has them, and judges each cell.
 * Pure and total: every data cell of the block is in the result once, whatever the block holds.
 */
export function planPaste(
  block: PastedBlock,
  grid: EntryGrid,
  focus: { readonly row: number; readonly column: number },
  unit: AmountUnit,
): PastePreview {
  const covered = coveredBy(block)
  const labelAt = (row: number, column: number) =>
    covered.get(`${row}:${column}`)?.text ?? block.rows[row]?.[column] ?? ''
  const names = rowNames(grid)
  const layout = layoutOf(block, grid, names, labelAt)
  const { byName } = layout
  const underlying = new Map(block.underlying.map(({ row, column, text }) => [`${row}:${column}`, text]))
  const dataColumns = (block.rows[0] ?? [])
    .map((_, index) => index)
    .filter((index) => !layout.labels.has(index))
  const namesakes = new Map<string, number>()

  const rowPlace = (
    row: number,
  ): { at: number | null; why: 'beyond-rows' | 'unknown-row'; doubt: boolean; unit: AmountUnit | null } => {
    if (!byName)
      return {
        at: within(focus.row + row - layout.firstRow, grid.rows),
        why: 'beyond-rows',
        doubt: false,
        unit: null,
      }
    const labels = [...layout.labels].map((column) => labelAt(row, column))
    const found = namedRows(labels, names)
    const stated = labels.map(statedUnit).find((named) => named !== null) ?? null
    if (found.length < 2) return { at: found[0] ?? null, why: 'unknown-row', doubt: false, unit: stated }
    const key = found.join()
    const turn = namesakes.get(key) ?? 0
    namesakes.set(key, turn + 1)
    return { at: found[turn] ?? null, why: 'unknown-row', doubt: true, unit: stated }
  }
  const columnPlace = (column: number): number | null => {
    const heading = layout.headings?.[column]
    if (layout.headings) return heading ? headingColumn(heading, grid) : null
    return within(focus.column + dataColumns.indexOf(column), grid.columns)
  }

  const cells: PasteCell[] = []
  for (let row = layout.firstRow; row < block.rows.length; row += 1) {
    const place = rowPlace(row)
    for (const column of dataColumns) {
      const raw = block.rows[row]?.[column] ?? ''
      const at = columnPlace(column)
      const target = place.at === null ? undefined : grid.rows[place.at]
      const anchor = covered.get(`${row}:${column}`)
      const doubts: PasteDoubt[] = place.doubt ? ['namesake'] : []
      cells.push({
        from: { row, column },
        row: place.at,
        column: at,
        raw,
        outcome:
          saysNothing(cleanCell(raw)) && (!anchor || !target || at === null)
            ? { kind: 'empty', why: anchor ? 'merged' : 'blank' }
            : target === undefined
              ? { kind: 'outside', why: place.why }
              : at === null
                ? { kind: 'outside', why: layout.headings ? 'unknown-column' : 'beyond-columns' }
                : judgeCell(raw, {
                    row: target,
                    column: at,
                    grid,
                    unit: place.unit ?? layoutUnit(layout, column, labelAt) ?? unit,
                    anchor: anchor && isData(anchor, layout) ? anchor.text : null,
                    underlying: underlying.get(`${row}:${column}`) ?? null,
                    doubts,
                  }),
      })
    }
  }
  return { grid, byName, byHeading: layout.headings !== null, cells: withRivals(cells) }
}

function within(index: number, list: readonly unknown[]): number | null {
  return Number.isInteger(index) && index >= 0 && index < list.length ? index : null
}

interface Anchor {
  readonly row: number
  readonly column: number
  readonly text: string
}

function coveredBy(block: PastedBlock): ReadonlyMap<string, Anchor> {
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

function isData(anchor: Anchor, layout: Layout): boolean {
  return anchor.row >= layout.firstRow && !layout.labels.has(anchor.column)
}

function layoutUnit(
  layout: Layout,
  column: number,
  labelAt: (row: number, column: number) => string,
): AmountUnit | null {
  return (layout.headings ? statedUnit(labelAt(layout.firstRow - 1, column)) : null) ?? layout.unit
}

const MOST_TITLE_ROWS = 3

const MOST_LABEL_COLUMNS = 12

type LabelAt = (row: number, column: number) => string

function layoutOf(block: PastedBlock, grid: EntryGrid, names: RowNames, labelAt: LabelAt): Layout {
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

interface Judged {
  readonly row: EntryRow
  readonly column: number
  readonly grid: EntryGrid
  readonly unit: AmountUnit
  readonly anchor: string | null
  readonly underlying: string | null
  readonly doubts: readonly PasteDoubt[]
}

function judgeCell(raw: string, where: Judged): PasteOutcome {
  const { grid, anchor, underlying } = where
  const state = grid.columns[where.column]?.state
  const shown = read(anchor ?? raw, where)
  if (shown.kind === 'empty') return { kind: 'empty', why: anchor === null ? 'blank' : 'merged' }
  if (state === 'closed') return { kind: 'refused', why: { reason: 'closed' } }
  if (shown.kind === 'refused') return shown
  const doubts: PasteDoubt[] = [...(shown.kind === 'doubtful' ? shown.doubts : []), ...where.doubts]
  if (anchor !== null) doubts.push('merged')
  if (state === 'future') doubts.push('future')
  const asRead = shown.kind === 'accepted' ? shown.value : shown.asRead
  let suggestion = shown.kind === 'accepted' ? shown.value : shown.suggestion
  const exact = underlying === null ? null : read(underlying, where)
  if (exact?.kind === 'accepted' && shown.kind === 'accepted') {
    doubts.push('rounded')
    suggestion = exact.value
  }
  if (suggestion.kind === 'amount' && suggestion.amount.isNegative()) doubts.push('negative-total')
  if (doubts.length > 0) return { kind: 'doubtful', doubts, suggestion, asRead }
  return { kind: 'accepted', value: suggestion, over100: shown.kind === 'accepted' && shown.over100 }
}

function read(raw: string, { row, grid, unit }: Judged): Exclude<PasteOutcome, { kind: 'outside' }> {
  if (row.kind === 'spending') {
    const reading = readAmountCell(raw, { unit, budget: grid.budget, year: grid.year })
    switch (reading.kind) {
      case 'accepted':
        return { kind: 'accepted', value: { kind: 'amount', amount: reading.amount }, over100: false }
      case 'doubtful':
        return {
          kind: 'doubtful',
          doubts: [reading.reason],
          suggestion: { kind: 'amount', amount: reading.suggestion },
          asRead: { kind: 'amount', amount: reading.asRead },
        }
      case 'refused':
        return { kind: 'refused', why: reading }
      case 'empty':
        return { kind: 'empty', why: 'blank' }
    }
  }
  const reading = readIndicatorCell(raw, row.target, grid.year)
  switch (reading.kind) {
    case 'accepted':
      return { kind: 'accepted', value: { kind: 'actual', value: reading.value }, over100: reading.over100 }
    case 'doubtful':
      return {
        kind: 'doubtful',
        doubts: [reading.reason],
        suggestion: { kind: 'actual', value: reading.suggestion },
        asRead: reading.asRead && { kind: 'actual', value: reading.asRead },
      }
    case 'refused':
      return { kind: 'refused', why: reading }
    case 'empty':
      return { kind: 'empty', why: 'blank' }
  }
}

/** Cells that would go to one place are all asked about: which of them is meant is not for the program to choose. */
function withRivals(cells: readonly PasteCell[]): readonly PasteCell[] {
  const places = new Map<string, number>()
  for (const cell of cells) {
    if (isValue(cell.outcome)) places.set(placeOf(cell), (places.get(placeOf(cell)) ?? 0) + 1)
  }
  return cells.map((cell) => {
    const { outcome } = cell
    if (!isValue(outcome) || (places.get(placeOf(cell)) ?? 0) < 2) return cell
    const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
    const asRead = outcome.kind === 'accepted' ? outcome.value : outcome.asRead
    const doubts: readonly PasteDoubt[] = [
      ...(outcome.kind === 'doubtful' ? outcome.doubts : []),
      'same-place',
    ]
    return { ...cell, outcome: { kind: 'doubtful', doubts, suggestion: value, asRead } }
  })
}

function isValue(outcome: PasteOutcome): outcome is Extract<PasteOutcome, { kind: 'accepted' | 'doubtful' }> {
  return outcome.kind === 'accepted' || outcome.kind === 'doubtful'
}

function placeOf(cell: PasteCell): string {
  return `${cell.row}:${cell.column}`
}

/** What a person answers about a doubtful cell. */
export type PasteAnswer = 'suggestion' | 'as-read' | 'skip'

/** One value to enter: the row and column of the grid and the value. */
export interface PastedValue {
  readonly row: number
  readonly column: number
  readonly value: CellValue
}

/** What a paste comes to: one step with all its values, or nothing at all and why. */
export type PasteStep =
  | { readonly kind: 'step'; readonly values: readonly PastedValue[] }
  | {
      readonly kind: 'nothing'
      readonly why: 'open' | 'same-place' | 'no-values'
      readonly cells: readonly PasteCell[]
    }

/** Names a pasted cell in the answers. */
export function pasteCellKey(cell: PasteCell): string {
  return `${cell.from.row}:${cell.from.column}`
}

/** Takes the accepted cells and the answered doubtful ones as one step; with a question open or two values for one place, nothing. */
export function applyPaste(preview: PastePreview, answers: ReadonlyMap<string, PasteAnswer>): PasteStep {
  const open: PasteCell[] = []
  const taken: { cell: PasteCell; value: CellValue }[] = []
  for (const cell of preview.cells) {
    const { outcome } = cell
    if (outcome.kind === 'accepted') taken.push({ cell, value: outcome.value })
    if (outcome.kind !== 'doubtful') continue
    const answer = answers.get(pasteCellKey(cell))
    if (answer === 'skip') continue
    const value = answer === 'suggestion' ? outcome.suggestion : answer === 'as-read' ? outcome.asRead : null
    if (value) taken.push({ cell, value })
    else open.push(cell)
  }
  if (open.length > 0) return { kind: 'nothing', why: 'open', cells: open }
  const places = new Map<string, number>()
  for (const { cell } of taken) places.set(placeOf(cell), (places.get(placeOf(cell)) ?? 0) + 1)
  const rivals = taken.filter(({ cell }) => (places.get(placeOf(cell)) ?? 0) > 1)
  if (rivals.length > 0) return { kind: 'nothing', why: 'same-place', cells: rivals.map(({ cell }) => cell) }
  const values = taken.flatMap(({ cell, value }) =>
    cell.row === null || cell.column === null ? [] : [{ row: cell.row, column: cell.column, value }],
  )
  return values.length > 0 ? { kind: 'step', values } : { kind: 'nothing', why: 'no-values', cells: [] }
}
