import type { BookCell, BookSheet, PrintedHeading } from '../workbook/book'
import { text } from '../workbook/book'
import { fittedColumns, type Measure } from './columnFit'
import { partColumns, placed, type FormCell, type FormTable } from './form'

function bookCell(cell: FormCell): BookCell {
  if (cell.kind === 'number' && cell.value)
    return {
      kind: 'number',
      value: cell.percent ? cell.value.div(100) : cell.value,
      places: cell.places ?? 0,
      ...(cell.percent ? { percent: true } : {}),
    }
  return {
    kind: 'text',
    text: cell.text,
    look: cell.kind === 'head' ? 'heading' : 'plain',
    ...(cell.align ? { align: cell.align } : {}),
  }
}

/** The column headings of a form on its sheet, the first ones with everything above them. */
function headings({ heads = [{ from: 0, rows: 1 }], rows }: FormTable, above: number): PrintedHeading[] {
  return heads.map(({ from, rows: count, under }) => {
    const to = above + from + count
    return {
      from: from === 0 ? 0 : above + from,
      to,
      until: under === undefined ? above + rows.length : to + under,
    }
  })
}

/** Of a column's width in characters a Chinese sign takes two, and the cell keeps one and a half free. */
const MEASURE: Omit<Measure, 'line'> = { sign: 2, margin: 1.5 }

function widthsOf(form: FormTable): number[] {
  const line = form.widths.reduce((sum, width) => sum + width, 0)
  return fittedColumns(form, { line, ...MEASURE }).columns.map((width) => Math.round(width * 10) / 10)
}

/** A form as a sheet of its own: the title over the whole width, its lines above and below, merged cells as on the official form, borders under them too. */
export function formSheet(form: FormTable): BookSheet {
  const width = form.widths.length
  const widths = widthsOf(form)
  const blank = () => Array.from({ length: width }, (): BookCell => text('', 'line'))
  const lead = form.lead ?? []
  const first = 1 + lead.length
  const rows: BookCell[][] = [
    [text(form.title, 'title')],
    ...lead.map(blank),
    ...form.rows.map(() => Array.from({ length: width }, (): BookCell => text(''))),
    ...(form.foot ?? []).map(blank),
  ]
  const merges = [{ row: 0, column: 0, rows: 1, columns: width }]
  const line = (parts: readonly string[], row: number, where: 'lead' | 'foot') => {
    const columns = partColumns(widths, parts.length)
    parts.forEach((part, at) => {
      const column = columns[at] ?? 0
      const until = columns[at + 1] ?? width
      const cells = rows[row]
      const end = where === 'lead' && at > 0 && at === parts.length - 1
      const look = where === 'foot' && parts.length > 1 ? 'sign' : 'line'
      if (cells) cells[column] = { kind: 'text', text: part, look, ...(end ? { align: 'right' } : {}) }
      if (until - column > 1) merges.push({ row, column, rows: 1, columns: until - column })
    })
  }
  lead.forEach((parts, at) => line(parts, 1 + at, 'lead'))
  for (const { row, column, cell } of placed(form)) {
    const cells = rows[row + first]
    if (cells) cells[column] = bookCell(cell)
    const [down, right] = [cell.rows ?? 1, cell.columns ?? 1]
    if (down > 1 || right > 1) merges.push({ row: row + first, column, rows: down, columns: right })
  }
  form.foot?.forEach((parts, at) => line(parts, first + form.rows.length + at, 'foot'))
  return {
    name: form.name,
    widths,
    rows,
    merges,
    landscape: form.upright !== true,
    fewPages: { headings: headings(form, first), together: 1 + (form.foot ?? []).length },
  }
}
