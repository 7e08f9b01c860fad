import type { UnreadableKind } from '../outcome/unreadableFile'
import { formulaEnd, formulaText } from './formulaText'
import { isHeading } from './withoutTable'

/** Rows of a text whose cells are parted by commas or bars, and whether every row has as many cells, as a spreadsheet saves them, but for lines of one text between. */
export interface SeparatedText {
  readonly rows: readonly (readonly string[])[]
  readonly even: boolean
  /** Whether there are more cells than are read: then the rows end there. */
  readonly tooMany: boolean
  /** The kind to answer with when the rows are uneven: which cells were merged cannot be told any more. */
  readonly lost: Extract<UnreadableKind, 'lost-merges-bars' | 'lost-merges-commas'>
}

const FEWEST_ROWS = 2
const FEWEST_HEADINGS = 2
const RULE = /^[\s|｜│:+=-]+$/

/** Reads a text as rows of cells where most of its lines are parted alike and headings of a table stand in cells of their own; `null` where that is not so. */
export function separatedText(text: string, most: number): SeparatedText | null {
  for (const [lost, rowsOf] of [
    ['lost-merges-bars', barRows],
    ['lost-merges-commas', commaRows],
  ] as const) {
    const { rows, tooMany } = rowsOf(text, most)
    const parted = rows.filter(({ length }) => length > 1)
    const headings = new Set(parted.flat().filter(isHeading))
    if (parted.length < FEWEST_ROWS || parted.length * 2 < rows.length) continue
    if (headings.size < FEWEST_HEADINGS) continue
    const even = parted.every(({ length }) => length === parted[0]?.length)
    return { rows, even, tooMany, lost }
  }
  return null
}

interface Rows {
  readonly rows: readonly (readonly string[])[]
  readonly tooMany: boolean
}

/** Lines parted by bars; those at both ends of a line are the frame, and lines of signs alone are drawn, not written. */
function barRows(text: string, most: number): Rows {
  const rows: string[][] = []
  let count = 0
  for (let at = 0; at < text.length && count <= most;) {
    const end = text.indexOf('\n', at)
    const plain = text.slice(at, end < 0 ? text.length : end).trim()
    at = end < 0 ? text.length : end + 1
    if (plain === '' || RULE.test(plain)) continue
    const cells = plain.split(/[|｜│]/).map((cell) => formulaText(cell.trim()))
    const framed = cells.length > 2 && cells[0] === '' && cells.at(-1) === ''
    rows.push(framed ? cells.slice(1, -1) : cells)
    count += cells.length
  }
  return { rows, tooMany: count > most }
}

/** Rows as RFC 4180 has them: a quoted cell may hold commas, line breaks and doubled quotes. */
function commaRows(text: string, most: number): Rows {
  const rows: string[][] = []
  let row: string[] = []
  let count = 0
  let at = 0
  while (at < text.length && count <= most) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const end = quoted ? quoted.end : cellEnd(text, formulaEnd(text, at) ?? at)
    row.push(formulaText(quoted ? quoted.cell : text.slice(at, end).trim()))
    count += 1
    at = end + 1
    if (text[end] === ',') {
      if (at === text.length) row.push('')
      continue
    }
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return { rows, tooMany: count > most }
}

const END = /[,\n]/g

function cellEnd(text: string, from: number): number {
  END.lastIndex = from
  return END.exec(text)?.index ?? text.length
}

function quotedCell(text: string, open: number): { readonly cell: string; readonly end: number } | null {
  let at = open + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] !== '"') {
      const end = cellEnd(text, quote)
      return { cell: text.slice(open + 1, quote).replaceAll('""', '"') + text.slice(quote + 1, end), end }
    }
    at = quote + 2
  }
}
