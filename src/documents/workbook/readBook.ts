import { readBookTables } from '../payments/bookTables'
import { readOfficeFile } from '../reading/archive/officeFile'
import { READING_LIMITS } from '../reading/readingLimits'
import type { UnreadableFile } from '../reading/sourceDocument'
import { cellPlace } from '../reading/xlsx/cellPlace'
import type { SheetMark, TextSheet } from './template'

const MARKS: Readonly<Record<string, SheetMark['kind']>> = {
  'shown-rounded': 'rounded',
  'formula-without-value': 'no-value',
  'hidden-row': 'hidden-row',
  'hidden-column': 'hidden-column',
}

/** Reads an .xlsx as the texts its visible cells show, sheet by sheet, rows where the sheet has them, with what is to be said of cells, hidden sheets behind the others and marked; or why it cannot be read. */
export function readBook(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly sheets: readonly TextSheet[] }
  | { readonly ok: false; readonly problem: UnreadableFile } {
  const read = readOfficeFile(bytes)
  if (!read.ok) {
    const hidden = read.problem.kind === 'no-table' ? hiddenSheets(bytes) : []
    return hidden.length > 0 ? { ok: true, sheets: hidden } : read
  }
  if (read.document.origin !== 'xlsx') return { ok: false, problem: { kind: 'not-a-document', where: null } }
  const sheets = new Map<string, string[][]>()
  for (const block of read.document.blocks) {
    if (block.kind !== 'table' || block.table.place === null) continue
    const { sheet, line } = block.table.place
    const rows = sheets.get(sheet ?? '') ?? []
    sheets.set(sheet ?? '', rows)
    for (const cell of block.table.rows.flat()) {
      const at = line - 1 + cell.row
      while (rows.length <= at) rows.push([])
      const row = rows[at] ?? []
      while (row.length <= cell.column) row.push('')
      row[cell.column] = cell.lines.join('\n')
    }
  }
  const marks = (read.document.setAside ?? []).flatMap(({ kind, where, text }) => {
    const [place, said] = [cellPlace(where), MARKS[kind]]
    return place && said ? { ...place, kind: said, text } : []
  })
  const shown = [...sheets].map(([name, rows]) => ({
    name,
    rows,
    marks: marks.filter(({ sheet }) => sheet === name),
  }))
  const hides = (read.document.setAside ?? []).some(({ kind }) => kind === 'hidden-sheet')
  return { ok: true, sheets: hides ? [...shown, ...hiddenSheets(bytes)] : shown }
}

function hiddenSheets(bytes: Uint8Array): TextSheet[] {
  const book = readBookTables(bytes, READING_LIMITS)
  if (!book.ok) return []
  return book.tables.flatMap(({ sheet, hidden, rows }) => (hidden ? { name: sheet ?? '', rows, hidden } : []))
}
