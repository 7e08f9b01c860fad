import type { ListTable } from '@/domain/payments/listTable'
import type { Encoding } from '../reading/decodeText'
import { documentFormat } from '../reading/documentFormat'
import { foreignKind } from '../reading/foreignFile'
import { READING_LIMITS, type ReadingLimits } from '../reading/readingLimits'
import type { UnreadableFile } from '../reading/sourceDocument'
import { readBookTables } from './bookTables'
import { parseRows } from './textRows'
import { decodeList } from './listText'
import { readPageTable } from './pageTables'

/** The limits of a list (D): a year's payments of a whole county fit, a bomb does not. */
const LIST_LIMITS: ReadingLimits = {
  ...READING_LIMITS,
  pageCharacters: 64_000_000,
  cells: 4_000_000,
  rows: 200_000,
  characters: 64_000_000,
}

/** No list has more columns (D); a line that has is no list. */
const MOST_COLUMNS = 2_000

/** The tables of a payment list as texts with their places, and how a text was written (`null` for workbooks); or why the file cannot be read. Never throws. */
export type ListFile =
  | { readonly ok: true; readonly encoding: Encoding | null; readonly tables: readonly ListTable[] }
  | { readonly ok: false; readonly problem: UnreadableFile }

/** Reads a payment list by what it holds, not by its name: .xlsx, a page or a tab text named .xls, .csv with any separator and encoding. */
export function readListFile(bytes: Uint8Array, fileName: string): ListFile {
  if (bytes.length === 0) return { ok: false, problem: { kind: 'empty', where: null } }
  const foreign = foreignKind(bytes)
  if (foreign !== null) return { ok: false, problem: { kind: foreign, where: null } }
  const format = documentFormat(bytes)
  if (format === 'package' || format === 'container') {
    const book = readBookTables(bytes, LIST_LIMITS)
    if (book.ok) return { ok: true, encoding: null, tables: book.tables }
    const old = format === 'container' && book.problem.kind === 'not-a-document'
    const named = /\.doc$/i.test(fileName) ? 'old-doc' : 'old-xls'
    return old ? { ok: false, problem: { kind: named, where: null } } : book
  }
  const decoded = decodeList(bytes)
  if (!decoded) return { ok: false, problem: { kind: 'encoding', where: null } }
  const { encoding, text } = decoded
  if (format === 'html' && /<t[dhr][\s>]/i.test(text)) {
    const page = readPageTable(text, LIST_LIMITS)
    return page.ok ? { ok: true, encoding, tables: page.tables.map(withDamage) } : page
  }
  const rows = parseRows(text)
  if (rows.every((row) => row.every((cell) => cell.trim() === '')))
    return { ok: false, problem: { kind: 'no-table', where: null } }
  if (rows.length > LIST_LIMITS.rows || rows.some(({ length }) => length > MOST_COLUMNS))
    return { ok: false, problem: { kind: 'too-many-cells', where: null } }
  const table: ListTable = {
    sheet: null,
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: false,
    marks: [],
  }
  return { ok: true, encoding, tables: [decoded.damaged ? withDamage(table) : table] }
}

/** Marks the cells whose letters could not be decoded. */
function withDamage(table: ListTable): ListTable {
  const marks = table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell.includes('\uFFFD') ? [{ row, column, kind: 'damaged' as const, full: null }] : [],
    ),
  )
  return marks.length === 0 ? table : { ...table, marks: [...table.marks, ...marks] }
}
