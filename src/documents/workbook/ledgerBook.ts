import type { BookCell, BookSheet } from './book'
import { text } from './book'

const WIDTHS = [7, 18, 12, 24, 12, 12, 28, 48, 16, 18, 10, 36, 38]

/** The exported ledger as a sheet: headings frozen and filtered, wide enough to read, repeated on paper. */
export function ledgerSheet(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly BookCell[])[],
  total: readonly BookCell[],
): BookSheet {
  return {
    name,
    widths: WIDTHS,
    rows: [headings.map((heading) => text(heading, 'heading')), ...rows, total],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:M${rows.length + 1}`,
    repeatRows: 1,
  }
}

/** The exported ledger as .csv: UTF-8 with its mark, so that Excel and WPS read the Chinese; a text that begins like a formula stays text. */
export function ledgerCsv(headings: readonly string[], rows: readonly (readonly BookCell[])[]): string {
  const lines = [headings.map((heading) => text(heading)), ...rows].map((row) => row.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const FORMULA = /^[=+\-@\t\r]/

function csvCell(cell: BookCell): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return cell.value.toFixed(cell.places)
  if (cell.kind === 'formula') return cell.result.toFixed(cell.places)
  if (cell.kind === 'day') return cell.day
  const plain = FORMULA.test(cell.text) ? `'${cell.text}` : cell.text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
