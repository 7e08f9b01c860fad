import type { BookCell, BookSheet } from './book'
import { columnName, text } from './book'

const WIDTHS = [7, 18, 12, 24, 12, 12, 28, 48, 16, 18, 10, 36, 38, 20, 16, 30, 30, 18, 38]

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
    filter: `A1:${columnName(headings.length - 1)}${rows.length + 1}`,
    repeatRows: 1,
  }
}

/** The exported ledger as .csv: UTF-8 with its mark, so that Excel and WPS read the Chinese; a text that a spreadsheet would read as a formula, a number or a day bears a leading apostrophe and stays the text it is. */
export function ledgerCsv(headings: readonly string[], rows: readonly (readonly BookCell[])[]): string {
  const lines = [headings.map((heading) => text(heading)), ...rows].map((row) => row.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const BLANK = String.raw`[\s\p{Cf}]*`
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
/** What a spreadsheet reads as something else than the text that stands there: a formula, a number, a fraction, a day, a power of ten, a truth value; and our own mark. */
const READ_OTHERWISE = new RegExp(
  [
    String.raw`^[\t\r\n']`,
    String.raw`^${BLANK}[=+\-@＝＋－＠]`,
    String.raw`^${BLANK}[(（]?[¥￥$€]?[\d.][\d.,，/:：\-\s%％‰年月日时分秒]*(?:e[+\-]?\d+)?(?:[ap]m)?[)）]?${BLANK}$`,
    String.raw`^${BLANK}(?:${MONTH}[\s/.\-]*\d+|\d+[\s/.\-]*${MONTH})[\s/.,\-\d]*$`,
    String.raw`^${BLANK}(?:true|false)${BLANK}$`,
  ].join('|'),
  'iu',
)

function csvCell(cell: BookCell): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return cell.value.toFixed(cell.places)
  if (cell.kind === 'formula') return cell.result.toFixed(cell.places)
  if (cell.kind === 'day') return cell.day
  const plain = !cell.ours && READ_OTHERWISE.test(cell.text.normalize('NFKC')) ? `'${cell.text}` : cell.text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
