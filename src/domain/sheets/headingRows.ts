import type { ColumnUnit } from '../desk/amountCell'
import { cleanCell, looksLikeValue, saysNothing } from '../number/cellText'
import { columnSense, type ColumnSense } from './columnSense'
import { withMonths } from './monthTable'
import { isUnitAlone, parseHeading, statedUnit, statesForeignUnit, yearFirst } from './pasteLabels'
import type { PastedBlock } from './pastedBlock'
import { titleSense, type TitleSense } from './titleSense'

/** The text of a cell, a merged one repeated for those it covers. */
export type LabelAt = (row: number, column: number) => string

/** What stands above the data of a block: where they begin, what each column holds and in which unit; `unit` is what titles or the heading over the names state for all. `unread` says that what looks like headings says nothing known. */
export interface HeadingRows {
  readonly firstRow: number
  readonly senses: readonly ColumnSense[] | null
  readonly units: readonly (ColumnUnit | null)[]
  readonly unit: ColumnUnit | null
  readonly unread: boolean
  readonly titles: TitleSense
}

const MOST_TITLE_ROWS = 3
const MOST_ROWS_TO_HEADINGS = 6
const MOST_LEVELS = 3
const WORDS = /\d月|月[底末]|季度|支出|执行|累计|预算|计划|金额|完成值/

const BARE_YEAR = /^(?:19|20)\d{2}年[度底末]?$/

/** Whether a cell holds a figure or a band, not a dash for nothing nor a year. */
export function holdsFigure(cell: string): boolean {
  const plain = yearFirst(cleanCell(cell))
  return (
    looksLikeValue(plain) &&
    !saysNothing(plain) &&
    !BARE_YEAR.test(plain) &&
    parseHeading(cell).kind === 'unknown'
  )
}

/** Finds the titles and the headings of a block, one row of them or several below each other (6月底 over 计划 | 实际). `names` says that a row begins with the name of a row of data, `overMoney` that the block is laid on amounts. */
export function headingRows(
  block: PastedBlock,
  labelAt: LabelAt,
  names: (row: number) => boolean,
  overMoney: boolean,
): HeadingRows {
  const named = (row: number) => names(row) && !holdsFigure(block.rows[row + 1]?.[0] ?? '')
  const top = topRow(block, named)
  if (top === null) return untitled(block, named, overMoney)
  let firstRow = top + 1
  while (firstRow - top < MOST_LEVELS && isLowerLevel(block, firstRow, named)) firstRow += 1
  const width = block.rows[0]?.length ?? 0
  const stacks = Array.from({ length: width }, (_, column) =>
    Array.from({ length: firstRow - top }, (_, level) =>
      headingAt(block, labelAt, top + level, column, firstRow),
    ),
  )
  const corner = stacks.slice(0, firstFigures(block, firstRow)).flat()
  const above = [...corner, ...block.rows.slice(0, top).flat()]
  const foreign = above.some(statesForeignUnit)
  const titles = titleSense(block.rows.slice(0, top).flat())
  const senses = stacks.map((stack): ColumnSense => {
    const sense = columnSense(stack)
    if (sense.kind !== 'checkpoint' && sense.kind !== 'total') return sense
    if (stack.some(statedUnit)) return sense
    return foreign ? { kind: 'left-out', why: 'unit' } : underTitles(sense, stack, titles)
  })
  return {
    firstRow,
    senses: withMonths(senses, stacks, block.rows.slice(0, top).flat()),
    units: stacks.map((stack) => stack.flatMap((text) => statedUnit(text) ?? []).at(-1) ?? null),
    unit: above.map(statedUnit).find((unit) => unit !== null) ?? null,
    unread: false,
    titles,
  }
}

/** The first column that holds figures: what stands over those before it, such as 项目（千元）, is said of the whole block. */
function firstFigures(block: PastedBlock, firstRow: number): number {
  const data = block.rows.slice(firstRow)
  const columns = Array.from({ length: block.rows[0]?.length ?? 0 }, (_, column) => column)
  return Math.max(
    0,
    columns.findIndex((column) => data.some((row) => holdsFigure(row[column] ?? ''))),
  )
}

/** The text of a heading; one printed once for the columns beside it stands over them too, where something stands below them. */
function headingAt(
  block: PastedBlock,
  labelAt: LabelAt,
  row: number,
  column: number,
  firstRow: number,
): string {
  const own = labelAt(row, column)
  const below = block.rows.slice(row + 1, firstRow).some((cells) => (cells[column] ?? '').trim() !== '')
  if (own.trim() !== '' || !below) return own
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = labelAt(row, left)
    if (text.trim() === '') continue
    return columnSense([text]).kind === 'label' ? '' : text
  }
  return own
}

function hasFigure(cells: readonly string[]): boolean {
  return cells.some(holdsFigure)
}

/** A column under titles of one period's spending or of rates: asked about unless its own headings say that it is cumulative money; under a title in percent it is no money. */
function underTitles(
  sense: Extract<ColumnSense, { kind: 'checkpoint' | 'total' }>,
  stack: readonly string[],
  { flow, rate, percent }: TitleSense,
): ColumnSense {
  const own = stack.join('')
  const unsure =
    (flow && !/累计|截[至止]|[底末]|年初至/.test(own)) || (rate && !/累计|支出|执行数|金额/.test(own))
  return { ...sense, ...(unsure ? { sure: false } : {}), ...(percent ? { rate: true } : {}) }
}

/** The first row of headings among the first ones: it holds no figure, and a checkpoint or, over figures, another known column; only titles stand above it. */
function topRow(block: PastedBlock, names: (row: number) => boolean): number | null {
  const above: number[] = []
  for (const [index, cells] of block.rows.slice(0, MOST_ROWS_TO_HEADINGS).entries()) {
    if (hasFigure(cells)) break
    const checkpoint = cells.some((cell) => parseHeading(cell).kind === 'checkpoint')
    if (checkpoint || (!names(index) && isKnownHead(block, index, cells))) above.push(index)
  }
  return above.find((index) => !isTitle(block, index, above)) ?? null
}

/** Whether a row that names a checkpoint is a title of the headings below it (2020年6月底执行情况, perhaps with 单位：元 beside or below it), not a heading over some of them (6月底 over 计划 | 实际). */
function isTitle(block: PastedBlock, index: number, heads: readonly number[]): boolean {
  const cells = (block.rows[index] ?? []).filter((cell) => cell.trim() !== '')
  const said = cells.filter((cell) => !isUnitAlone(cell))
  const next = heads.find((head) => head > index)
  const [text = ''] = said
  if (said.length !== 1 || next === undefined) return false
  if (said.length === cells.length && (block.rows[index]?.[0] ?? '').trim() === '') return false
  const below = block.rows[next] ?? []
  const ownHead = below.length > 1 && columnSense([below[0] ?? '']).kind === 'label'
  return next > index + 1 || ownHead || /情况|[^\d]表$/.test(text)
}

function isKnownHead(block: PastedBlock, index: number, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const alone = cells.length > 1 && filled.length < 2 && (cells[0] ?? '').trim() !== ''
  const senses = cells.map((cell) => headSense(cell, cells))
  const overFigures = (column: number) =>
    block.rows.slice(index + 1).some((row) => holdsFigure(row[column] ?? ''))
  const labelled = senses.some(({ kind }) => kind === 'label')
  return (
    !alone &&
    senses.some(
      ({ kind }, column) =>
        (kind === 'total' || kind === 'left-out' || (labelled && kind === 'unknown')) && overFigures(column),
    )
  )
}

/** What one cell of a row says as a heading; a year alone is one only beside a label or nothing, else it may be a value. */
function headSense(cell: string, cells: readonly string[]): ColumnSense {
  const first = columnSense(cells.slice(0, 1)).kind
  const asValue = cells.length > 1 && first !== 'label' && first !== 'blank'
  return asValue && BARE_YEAR.test(cleanCell(cell)) ? { kind: 'unknown' } : columnSense([cell])
}

function isLowerLevel(block: PastedBlock, index: number, names: (row: number) => boolean): boolean {
  const cells = block.rows[index]
  if (!cells || index + 1 >= block.rows.length || hasFigure(cells) || names(index)) return false
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length > 0 && filled.every((cell) => isUnitAlone(cell) && /^[([（]/.test(cell.trim())))
    return true
  return cells.some((cell) => {
    const { kind } = headSense(cell, cells)
    return kind === 'checkpoint' || kind === 'total' || kind === 'left-out'
  })
}

/** A block without headings that are known: rows above its figures that state a unit are titles, and a row of words like headings, or of any words right above figures, is said to be unread. */
function untitled(block: PastedBlock, names: (row: number) => boolean, overMoney: boolean): HeadingRows {
  let firstRow = 0
  let unit: ColumnUnit | null = null
  let unread = false
  for (const [index, cells] of block.rows.slice(0, MOST_TITLE_ROWS).entries()) {
    if (hasFigure(cells) || names(index) || !block.rows.slice(index + 1).some(hasFigure)) break
    const stated = cells.map(statedUnit).find((own) => own !== null) ?? null
    const words = cells.filter((cell) => WORDS.test(cell) && !looksLikeValue(cell)).length
    const heads = words > 1 || (words === 1 && cells.length === 1)
    const above = standsOverFigures(block, index, cells)
    unread ||= above
    if (stated === null && !heads && !(above && overMoney)) break
    unit ??= stated
    unread ||= heads
    firstRow = index + 1
  }
  const data = block.rows.findIndex((cells, index) => hasFigure(cells) || names(index))
  const titles = titleSense(block.rows.slice(0, Math.min(Math.max(0, data), MOST_TITLE_ROWS)).flat())
  return { firstRow, senses: null, units: [], unit, unread, titles }
}

/** Whether a row of words alone has one right above the figures of its column: a heading nobody here knows, not data. */
function standsOverFigures(block: PastedBlock, index: number, cells: readonly string[]): boolean {
  return (
    cells.every((cell) => !holdsFigure(cell)) &&
    cells.some(
      (cell, column) => !saysNothing(cleanCell(cell)) && holdsFigure(block.rows[index + 1]?.[column] ?? ''),
    )
  )
}
