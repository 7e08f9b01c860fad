import type { ListTable } from '@/domain/payments/listTable'
import { Decimal } from '@/domain/number/decimal'
import { relationshipsOf, mainPartOf } from '../reading/archive/packageParts'
import { openPackage } from '../reading/archive/unpack'
import { Budget } from '../reading/draftTable'
import { readXml, type XmlReader } from '../reading/readXml'
import type { ReadingLimits } from '../reading/readingLimits'
import type { UnreadableFile } from '../reading/sourceDocument'
import { cellPlace } from '../reading/xlsx/cellPlace'
import { WorkbookReader } from '../reading/xlsx/xlsx'
import { SheetReader, type SheetContent } from '../reading/xlsx/xlsxSheet'
import { SharedStrings } from '../reading/xlsx/xlsxStrings'
import { CellFormats } from '../reading/xlsx/xlsxStyles'

/** The tables of a workbook, a sheet each with every row where the sheet has it; hidden sheets are marked, and empty where they cannot be read. Or why it cannot be read. */
export function readBookTables(
  bytes: Uint8Array,
  limits: ReadingLimits,
):
  | { readonly ok: true; readonly tables: readonly ListTable[] }
  | { readonly ok: false; readonly problem: UnreadableFile } {
  const opening = openPackage(bytes, limits)
  if (!opening.ok) return opening
  const main = mainPartOf(opening.package)
  if (!main.ok) return main
  if (main.kind !== 'xlsx') return { ok: false, problem: { kind: 'not-a-document', where: null } }
  const relationships = relationshipsOf(opening.package, main.path)
  if (!relationships.ok) return relationships
  const workbook = new WorkbookReader()
  const strings = new SharedStrings(limits)
  const formats = new CellFormats()
  const part = (type: string) => relationships.list.find((own) => own.type === type)?.target
  const parts: readonly (readonly [string | undefined, XmlReader])[] = [
    [main.path, workbook],
    [part('sharedStrings'), strings],
    [part('styles'), formats],
  ]
  for (const [path, reader] of parts) {
    const problem = path === undefined ? null : readXml(opening.package, path, reader)
    if (problem) return { ok: false, problem }
  }
  const tables: ListTable[] = []
  for (const { name, id, hidden } of workbook.sheets) {
    const sheet = relationships.list.find((own) => own.id === id && own.type === 'worksheet')
    if (!sheet) continue
    const reader = new SheetReader(name, strings.list, formats, workbook.from1904, new Budget(limits))
    const problem = readXml(opening.package, sheet.target, reader)
    if (problem && !hidden) return { ok: false, problem }
    const table = tableOf(reader.content)
    tables.push(hidden ? { ...table, rows: problem ? [] : table.rows, hidden } : table)
  }
  return { ok: true, tables }
}

/** Headings are searched in no more rows. */
const HEADING_ROWS = 60

function tableOf({ name, rows, merges, hiddenRows, setAside }: SheetContent): ListTable {
  const marks: ListTable['marks'][number][] = []
  const unseen = new Set<number>()
  const struckRows = new Set<number>()
  let last = Math.max(-1, ...rows.keys())
  let hiddenColumns = false
  const hiddenHeadings: string[] = []
  for (const { kind, where, text } of setAside) {
    const place = cellPlace(where)
    if (kind === 'hidden-column') hiddenColumns = true
    if (!place) continue
    const { row, column } = place
    if (kind === 'hidden-column' && row < HEADING_ROWS) hiddenHeadings.push(text)
    if (kind === 'shown-rounded') marks.push({ row, column, kind: 'rounded', full: new Decimal(text) })
    if (kind === 'formula-without-value') marks.push({ row, column, kind: 'no-value', full: null })
    if (kind === 'struck-text' && rows.get(row)?.has(column) !== true) {
      struckRows.add(row)
      last = Math.max(last, row)
    }
    if (kind === 'hidden-row' && hiddenRows.has(row)) {
      unseen.add(row)
      last = Math.max(last, row)
    }
  }
  const texts = Array.from({ length: last + 1 }, (_, row): string[] => {
    const cells = rows.get(row)
    if (!cells) return []
    const line: string[] = []
    for (const [column, lines] of cells) {
      while (line.length <= column) line.push('')
      line[column] = lines.join('\n')
    }
    return line
  })
  return {
    sheet: name,
    rows: texts,
    merges,
    hiddenRows: unseen,
    struckRows,
    hiddenColumns,
    hiddenHeadings,
    marks,
  }
}
