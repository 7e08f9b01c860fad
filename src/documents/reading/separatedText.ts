import type { UnreadableKind } from '../outcome/unreadableFile'
import { isHeading } from './withoutTable'

/** Rows of a text whose cells are parted by commas or bars, and whether every row has as many cells, as a spreadsheet saves them. */
export interface SeparatedText {
  readonly rows: readonly (readonly string[])[]
  readonly even: boolean
  /** The kind to answer with when the rows are uneven: which cells were merged cannot be told any more. */
  readonly lost: Extract<UnreadableKind, 'lost-merges-bars' | 'lost-merges-commas'>
}

const FEWEST_ROWS = 2
const FEWEST_HEADINGS = 2
const RULE = /^[\s|｜│:+=-]+$/

/** Reads a text as rows of cells where most of its lines are parted alike and headings of a table stand in cells of their own; `null` where that is not so. */
export function separatedText(text: string): SeparatedText | null {
  for (const [lost, rowsOf] of [
    ['lost-merges-bars', barRows],
    ['lost-merges-commas', commaRows],
  ] as const) {
    const rows = rowsOf(text)
    const parted = rows.filter(({ length }) => length > 1)
    const headings = new Set(parted.flat().filter(isHeading))
    if (parted.length < FEWEST_ROWS || parted.length * 2 < rows.length) continue
    if (headings.size < FEWEST_HEADINGS) continue
    return { rows, even: rows.every(({ length }) => length === rows[0]?.length), lost }
  }
  return null
}

/** Lines parted by bars; those at both ends of a line are the frame, and lines of signs alone are drawn, not written. */
function barRows(text: string): string[][] {
  return text.split('\n').flatMap((line) => {
    const plain = line.trim()
    if (plain === '' || RULE.test(plain)) return []
    const cells = plain.split(/[|｜│]/).map((cell) => cell.trim())
    if (cells.length > 2 && cells[0] === '' && cells.at(-1) === '') return [cells.slice(1, -1)]
    return [cells]
  })
}

/** Rows as RFC 4180 has them: a quoted cell may hold commas, line breaks and doubled quotes. */
function commaRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    const end = quoted ? quoted.end : cellEnd(text, at)
    row.push(quoted ? quoted.cell : text.slice(at, end).trim())
    at = end + 1
    if (text[end] === ',') {
      if (at === text.length) row.push('')
      continue
    }
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
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
