import type { BookCell, BookSheet } from '../workbook/book'
import { text } from '../workbook/book'
import { placed, type FormCell, type FormTable } from './form'

function bookCell(cell: FormCell): BookCell {
  if (cell.kind === 'number' && cell.value)
    return { kind: 'number', value: cell.value, places: cell.places ?? 0 }
  return text(cell.text, cell.kind === 'head' ? 'heading' : 'plain')
}

/** A form as a sheet of its own: the title over the whole width, merged cells as on the official form, borders under them too. */
export function formSheet(form: FormTable, note: string): BookSheet {
  const width = form.widths.length
  const rows: BookCell[][] = [
    [text(form.title, 'title')],
    [text(note)],
    ...form.rows.map(() => Array.from({ length: width }, (): BookCell => text(''))),
  ]
  const merges = [
    { row: 0, column: 0, rows: 1, columns: width },
    { row: 1, column: 0, rows: 1, columns: width },
  ]
  for (const { row, column, cell } of placed(form)) {
    const line = rows[row + 2]
    if (line) line[column] = bookCell(cell)
    const [down, right] = [cell.rows ?? 1, cell.columns ?? 1]
    if (down > 1 || right > 1) merges.push({ row: row + 2, column, rows: down, columns: right })
  }
  return { name: form.name, widths: form.widths, rows, merges, repeatRows: 3 }
}
