import type { BookSheet, Look, PrintedHeading } from './book'

/** How high a line is, in points; a title's signs are larger, so fewer of them take a width. */
const LINE = 16
const TITLE_LINE = 26
const TITLE_SHARE = 11 / 16
/** How high a line is that somebody signs. */
const SIGNING = 34

/** How many lines of a column's width a text takes; a Chinese sign is two characters wide. */
function linesOf(words: string, width: number): number {
  return words
    .split('\n')
    .map((line) =>
      Math.max(
        1,
        Math.ceil(
          [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0) / Math.max(1, width - 1),
        ),
      ),
    )
    .reduce((sum, count) => sum + count, 0)
}

/** Row heights in points, for programs that do not fit them to wrapped texts: each row as high as its fullest cell that is seen (a column without a width is hidden), a merged one spread over its columns and rows. */
function rowHeights({ rows, merges = [] }: BookSheet, widths: readonly number[]): number[] {
  const spans = new Map(merges.map((merge) => [`${merge.row},${merge.column}`, merge]))
  return rows.map((row, at) => {
    const lines = row.map((cell, column) => {
      if (cell?.kind !== 'text' || cell.text === '') return 1
      const span = spans.get(`${at},${column}`)
      const width = sumOf(widths.slice(column, column + (span?.columns ?? 1)))
      if (width === 0) return 1
      const wide = cell.look === 'title' ? width * TITLE_SHARE : width
      return Math.ceil(linesOf(cell.text, wide) / (span?.rows ?? 1))
    })
    const has = (look: Look) => row.some((cell) => cell?.kind === 'text' && cell.look === look)
    const height = Math.max(1, ...lines) * (has('title') ? TITLE_LINE : LINE) + 2
    return has('sign') ? Math.max(SIGNING, height) : height
  })
}

/** No row of a spreadsheet is higher, in points. */
const HIGHEST = 409

function withinHighest(heights: readonly number[]): number[] {
  return heights.map((height) => Math.min(HIGHEST, height))
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}

/** An A4 page across within its margins, in points. */
const PAGE = { long: 842 - 72, short: 595 - 80 }
/** How wide a character of a column is at the most, in points: 6 in 宋体, 7 where another font stands for it. */
const CHARACTER = 7
/** How small a sheet may be printed: 六号 (7.5 points) where its signs have 11. */
const LEAST_SCALE = 7.5 / 11
/** The same of a list, which then takes pages beside each other: 七号 (5.5 points). */
const LEAST_LISTED = 5.5 / 11
/** How much wider columns may become, in steps of 5 %: long texts then take fewer lines. */
const FACTORS = Array.from({ length: 11 }, (_, step) => 1 + step / 20)
const SCALE_STEP = 0.01
/** What programs differ by in the height of rows. */
const ROOM = 0.98

/** How a sheet is printed: its columns (characters) and rows (points), the rows that begin a later page (`null`: pages as the program cuts them), its scale, and the rows repeated on every page, counted from 1. */
export interface Printing {
  readonly widths: readonly number[]
  readonly heights: readonly number[]
  readonly breaks: readonly number[] | null
  readonly scale: number
  /** How many pages stand beside each other. */
  readonly across: number
  readonly repeated: readonly [from: number, to: number] | null
}

/** The printing of a sheet: as many pages as it takes (beside each other too, where its signs could not be read on one), or (`fewPages`) as few as its signs stay legible on, these as large as they can be, and no page whose heading stands over nothing. */
export function printingOf(sheet: BookSheet): Printing {
  const { fewPages, repeatRows, widths } = sheet
  if (!fewPages) {
    const heights = withinHighest(rowHeights(sheet, widths))
    const across = Math.max(1, Math.ceil((sumOf(widths) * CHARACTER * LEAST_LISTED) / widthOf(sheet)))
    return { widths, heights, breaks: null, scale: 1, across, repeated: rowsOf(repeatRows) }
  }
  const tried = FACTORS.flatMap((factor) => printings(sheet, factor))
  return tried.reduce((best, own) => (better(own, best) ? own : best))
}

function widthOf({ landscape }: BookSheet): number {
  return landscape === false ? PAGE.short : PAGE.long
}

function rowsOf(rows: BookSheet['repeatRows']): Printing['repeated'] {
  return rows === undefined ? null : [1, rows]
}

function better(one: Printing, other: Printing): boolean {
  const [pages, others] = [one.breaks?.length ?? 0, other.breaks?.length ?? 0]
  return pages < others || (pages === others && one.scale > other.scale)
}

/** A sheet with columns so much wider, in every scale from the one that fills the width to the least. */
function printings(sheet: BookSheet, factor: number): Printing[] {
  const [wide, high] = sheet.landscape === false ? [PAGE.short, PAGE.long] : [PAGE.long, PAGE.short]
  const widths = sheet.widths.map((width) => Math.round(width * factor * 10) / 10)
  const heights = rowHeights(sheet, widths)
  const headings = sheet.fewPages?.headings ?? []
  const most = Math.min(1, wide / (sumOf(widths) * CHARACTER))
  if (factor > 1 && most < LEAST_SCALE) return []
  const count = Math.max(0, Math.floor((most - LEAST_SCALE) / SCALE_STEP))
  return Array.from({ length: count + 1 }, (_, step) => {
    const scale = most - step * SCALE_STEP
    const breaks = pageBreaks(heights, (high / scale) * ROOM, headings, sheet.fewPages?.together ?? 1)
    const heading = headings.find((own) => breaks.some((row) => isUnder(own, row)))
    const repeated = heading && ([heading.from === 0 ? 1 : heading.from + 1, heading.to] as const)
    return { widths, heights: withinHighest(heights), breaks, scale, across: 1, repeated: repeated ?? null }
  })
}

function isUnder({ to, until }: PrintedHeading, row: number): boolean {
  return row >= to && row < until
}

/** The rows that begin the pages after the first, where so many points stand on one. */
function pageBreaks(
  heights: readonly number[],
  room: number,
  headings: readonly PrintedHeading[],
  together: number,
): number[] {
  const breaks: number[] = []
  let start = 0
  for (;;) {
    const over = headings.find((own) => breaks.some((row) => isUnder(own, row)))
    let used = over ? sumOf(heights.slice(over.from, over.to)) : 0
    let end = start
    while (end < heights.length && (end === start || used + (heights[end] ?? 0) <= room)) {
      used += heights[end] ?? 0
      end += 1
    }
    if (end >= heights.length) return breaks
    const moved = movedUp(end, headings, over, heights.length - together)
    start = moved > start ? moved : end
    breaks.push(start)
  }
}

/** How many rows stand under a heading at the least, on either side of a page's end. */
const LEAST_ROWS = 2

/** Where a page ends instead of at a row: the last rows stay `together`, a heading keeps rows under it on both pages, and one that is `repeated` is never repeated over other rows than its own. */
function movedUp(
  end: number,
  headings: readonly PrintedHeading[],
  repeated: PrintedHeading | undefined,
  lastTogether: number,
): number {
  let row = Math.min(end, lastTogether)
  if (repeated && row > repeated.until - LEAST_ROWS) row = repeated.until - LEAST_ROWS
  for (const own of headings) {
    if (isUnder(own, row) && row > own.until - LEAST_ROWS) row = own.until - LEAST_ROWS
    if (own.from > 0 && row > own.from && row < own.to + LEAST_ROWS) row = own.from
  }
  return row
}
