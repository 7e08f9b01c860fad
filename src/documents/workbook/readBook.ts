import { readOfficeFile } from '../reading/archive/officeFile'
import type { UnreadableFile } from '../reading/sourceDocument'
import type { TextSheet } from './template'

/** Reads an .xlsx as the texts its visible cells show, sheet by sheet, rows where the sheet has them; or why it cannot be read. */
export function readBook(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly sheets: readonly TextSheet[] }
  | { readonly ok: false; readonly problem: UnreadableFile } {
  const read = readOfficeFile(bytes)
  if (!read.ok) return read
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
  return { ok: true, sheets: [...sheets].map(([name, rows]) => ({ name, rows })) }
}
