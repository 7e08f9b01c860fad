import { Decimal } from '@/domain/number/decimal'
import type { CellMark, ListTable, TableMerge } from '@/domain/payments/listTable'
import { readHtmlDocument } from '../reading/html'
import type { ReadingLimits } from '../reading/readingLimits'
import type { SourceTable, UnreadableFile } from '../reading/sourceDocument'

/** The tables of a page saved as .xls, one below the other as a spreadsheet opens them, tables inside cells in the place of their cell. */
export function readPageTable(
  html: string,
  limits: ReadingLimits,
):
  | { readonly ok: true; readonly tables: readonly ListTable[] }
  | { readonly ok: false; readonly problem: UnreadableFile } {
  const reading = readHtmlDocument(html, limits)
  if (!reading.ok) return reading
  const rows: string[][] = []
  const merges: TableMerge[] = []
  const unseen = new Set<number>()
  const struckRows = new Set<number>()
  const marks: CellMark[] = []
  const setAside = reading.document.setAside ?? []
  const hides = setAside.some(({ kind }) => kind === 'hidden-row')
  const draw = (table: SourceTable): void => {
    for (const line of table.rows) {
      const inner = line.flatMap(({ tables }) => tables)
      const top = rows.length
      const texts: string[] = []
      for (const { column, rowSpan, columnSpan, lines, noted, struck } of line) {
        if (struck) struckRows.add(top)
        if (noted !== undefined && !noted.endsWith('%'))
          marks.push({ row: top, column, kind: 'rounded', full: new Decimal(noted) })
        while (texts.length <= column) texts.push('')
        texts[column] = lines.join('\n')
        while (texts.length < column + columnSpan) texts.push('')
        if (rowSpan > 1 || columnSpan > 1)
          merges.push({ top, left: column, bottom: top + rowSpan - 1, right: column + columnSpan - 1 })
      }
      if (hides && line.length === 0) unseen.add(top)
      if (inner.length === 0 || texts.some((text) => text.trim() !== '')) rows.push(texts)
      for (const own of inner) draw(own)
    }
  }
  for (const block of reading.document.blocks) {
    if (block.kind === 'table') draw(block.table)
    else rows.push([block.text])
  }
  if (hides && unseen.size === 0) unseen.add(rows.push([]) - 1)
  const hiddenHeadings = setAside.flatMap(({ kind, text }) => (kind === 'hidden-column' ? text : []))
  const hidden = hiddenHeadings.length > 0
  return {
    ok: true,
    tables: [
      {
        sheet: null,
        rows,
        merges,
        hiddenRows: unseen,
        struckRows,
        hiddenColumns: hidden,
        hiddenHeadings,
        marks,
      },
    ],
  }
}
