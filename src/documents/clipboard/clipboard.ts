import type { BlockIssue, PastedBlock } from '@/domain/sheets/pastedBlock'
import { readHtmlTables } from './htmlTable'
import { readTabbed, splitLines } from './pastedText'
import { tableBlock } from './tableBlock'

/** What a paste event carries: its plain text and its HTML, `null` where the clipboard has none. */
export interface ClipboardTexts {
  readonly text: string | null
  readonly html: string | null
}

/** A clipboard read into a block, the form it was taken from, and what was left out or decided on the way. No rows: nothing can be applied. */
export interface ClipboardReading extends PastedBlock {
  readonly source: 'table' | 'tabs' | 'lines' | 'none'
  readonly issues: readonly BlockIssue[]
}

/** The most cells one paste may hold: far above the eight rows of a project, low enough to preview at once (D). */
export const MOST_PASTED_CELLS = 5_000

const LONGEST_TEXT = 2_000_000
const LONGEST_HTML = 4_000_000

/**
 * Reads a clipboard from Excel, WPS, Word, a web page or a chat program. An HTML table is preferred, for it knows merged cells;
 * text fills in what a column too narrow shows as ####. Never throws; a block too large is refused whole.
 */
export function readClipboard({ text, html }: ClipboardTexts): ClipboardReading {
  if ((text?.length ?? 0) > LONGEST_TEXT || (html?.length ?? 0) > LONGEST_HTML) return nothing('too-large')
  const parsed = html === null ? null : readHtmlTables(html)
  const reading = parsed ? tableBlock(parsed.tables, MOST_PASTED_CELLS) : 'none'
  if (reading === 'too-large') return nothing('too-large')
  const plain = (text?.trim() ? text : (parsed?.text ?? text ?? ''))
    .replace(/^\uFEFF/, '')
    .replace(/\0+$/, '')
  if (reading === 'none') return readText(plain)
  return { ...widened(reading.block, plain), source: 'table', issues: reading.issues }
}

function nothing(kind: 'nothing' | 'too-large'): ClipboardReading {
  const issue: BlockIssue = kind === 'nothing' ? { kind } : { kind, limit: MOST_PASTED_CELLS }
  return { rows: [], merged: [], underlying: [], source: 'none', issues: [issue] }
}

function readText(text: string): ClipboardReading {
  const tabbed = readTabbed(text, MOST_PASTED_CELLS)
  if (tabbed === null) return nothing('too-large')
  if (!tabbed.some((row) => row.some((cell) => cell.trim() !== ''))) return nothing('nothing')
  if ((tabbed[0]?.length ?? 0) > 1)
    return { rows: tabbed, merged: [], underlying: [], source: 'tabs', issues: [] }
  const { rows, issues } = splitLines(tabbed.map((row) => row[0] ?? ''))
  const cells = rows.reduce((total, row) => total + row.length, 0)
  if (cells > MOST_PASTED_CELLS) return nothing('too-large')
  return { rows, merged: [], underlying: [], source: 'lines', issues }
}

const NARROW = /^#+$/

/** Fills the cells that a narrow column shows as #### from the number noted behind them or from the plain text, where that has the same shape. */
function widened(block: PastedBlock, plain: string): PastedBlock {
  if (!block.rows.some((row) => row.some((cell) => NARROW.test(cell)))) return block
  const tabbed = readTabbed(plain, MOST_PASTED_CELLS) ?? []
  const sameShape = tabbed.length === block.rows.length && tabbed[0]?.length === block.rows[0]?.length
  const noted = new Map(block.underlying.map(({ row, column, text }) => [`${row}:${column}`, text]))
  const rows = block.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (!NARROW.test(cell)) return cell
      const beside = sameShape ? (tabbed[row]?.[column] ?? '').trim() : ''
      return beside !== '' && !NARROW.test(beside) ? beside : (noted.get(`${row}:${column}`) ?? cell)
    }),
  )
  const shown = block.underlying.filter(({ row, column }) => !NARROW.test(block.rows[row]?.[column] ?? ''))
  return { ...block, rows, underlying: shown }
}
