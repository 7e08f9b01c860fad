import { tabbedRows } from '../clipboard/pastedText'
import { Budget, documentOf, linesOf } from './draftTable'
import { READING_LIMITS } from './readingLimits'
import { separatedText } from './separatedText'
import type {
  DocumentReading,
  SourceCell,
  SourceDocument,
  SourceTable,
  UnreadableFile,
} from './sourceDocument'
import { sheetItems } from './xlsx/xlsxTables'

type Block = SourceDocument['blocks'][number]

const BOOKMARK = /\[bookmark: [^\]\n]{0,200}\]/g

/**
 * Reads the text of a document, pasted or from a file: cells on lines of their own behind a tab with a blank line after each row (the layout of a Word file
 * dumped as text), or rows of tab-separated cells as Word and Excel put them on the clipboard. What is merged is not known; every line is kept.
 */
export function readTextDocument(text: string): DocumentReading {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(BOOKMARK, '')
  if (plain.trim() === '') return { ok: false, problem: { kind: 'not-a-document', where: null } }
  if (plain.includes('\u0000')) return { ok: false, problem: { kind: 'not-a-document', where: null } }
  const blocks = plain.includes('\t')
    ? isTabSeparated(plain)
      ? tabbed(plain)
      : dumped(plain)
    : withoutTabs(plain)
  return 'kind' in blocks
    ? { ok: false, problem: blocks }
    : { ok: true, document: { origin: 'text', blocks } }
}

/** Rows parted by commas or bars as a spreadsheet saves them, every place of the sheet written; uneven ones have lost what was merged. */
function withoutTabs(plain: string): Block[] | UnreadableFile {
  const separated = separatedText(plain, READING_LIMITS.cells)
  if (separated === null) return dumped(plain)
  const { rows, even, tooMany, lost } = separated
  if (tooMany) return { kind: 'too-many-cells', where: null }
  if (!even) return { kind: lost, where: null }
  const budget = new Budget(READING_LIMITS)
  const items = sheetItems(
    {
      name: '',
      rows: new Map(
        rows.map((cells, row) => [
          row,
          new Map(
            cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [[column, linesOf(cell)] as const])),
          ),
        ]),
      ),
      merges: [],
      hiddenRows: new Set(),
      setAside: [],
    },
    budget,
  )
  if (budget.problem !== null) return { kind: budget.problem, where: null }
  const read = documentOf('text', items, [], READING_LIMITS)
  return read.ok ? [...read.document.blocks] : read.problem
}

/** A tab inside a line parts cells; a tab that only begins a line is the mark of a cell. */
function isTabSeparated(plain: string): boolean {
  const lines = plain.split('\n')
  const inside = lines.filter((line) => line.trim().includes('\t')).length
  const leading = lines.filter((line) => /^\t[^\t]*$/.test(line)).length
  return inside > leading
}

/** Gathers rows into tables and paragraphs into blocks, in reading order. */
class Blocks {
  readonly blocks: Block[] = []
  private rows: SourceCell[][] = []
  private firstLine = 0
  private tables = 0

  row(cells: readonly (readonly string[])[], line: number): void {
    if (this.rows.length === 0) this.firstLine = line
    const row = this.rows.length
    this.rows.push(
      cells.map((lines, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        lines: trimmed(lines),
        tables: [],
      })),
    )
  }

  endTable(): void {
    if (this.rows.length === 0) return
    this.tables += 1
    const table: SourceTable = {
      position: this.tables,
      place: { sheet: null, line: this.firstLine },
      merges: false,
      rows: this.rows,
    }
    this.blocks.push({ kind: 'table', table })
    this.rows = []
  }

  paragraph(text: string): void {
    this.endTable()
    if (text.trim() !== '') this.blocks.push({ kind: 'paragraph', text: text.trim() })
  }
}

function trimmed(lines: readonly string[]): string[] {
  if (lines.length === 1) return [(lines[0] ?? '').trim()]
  const kept = lines.map((line) => line.trim())
  return kept.filter((line, index) => line !== '' || (index > 0 && index < kept.length - 1))
}

function dumped(plain: string): Block[] {
  const blocks = new Blocks()
  let cells: string[][] = []
  let began = 0
  const endRow = (): void => {
    if (cells.length > 0) blocks.row(cells, began)
    cells = []
  }
  for (const [index, line] of plain.split('\n').entries()) {
    if (line.startsWith('\t')) {
      if (cells.length === 0) began = index + 1
      cells.push([line.slice(1)])
    } else if (cells.length > 0 && line !== '') {
      cells.at(-1)?.push(line)
    } else if (cells.length > 0) {
      endRow()
    } else {
      blocks.paragraph(line)
    }
  }
  endRow()
  blocks.endTable()
  return blocks.blocks
}

function tabbed(plain: string): Block[] {
  const blocks = new Blocks()
  for (const { cells, line } of tabbedRows(plain)) {
    if (cells.length < 2) blocks.paragraph(cells[0] ?? '')
    else
      blocks.row(
        cells.map((cell) => cell.split('\n')),
        line,
      )
  }
  blocks.endTable()
  return blocks.blocks
}
