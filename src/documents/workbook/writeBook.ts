import { writeXlsx } from 'hucre/xlsx'
import { plainXml } from '../forms/plainXml'
import type { BookCell, BookSheet, Look } from './book'
import { sheetNames } from './sheetNames'

type Sheets = Parameters<typeof writeXlsx>[0]['sheets']
type Cells = NonNullable<NonNullable<Sheets[number]['cells']> extends Map<string, infer Cell> ? Cell : never>
type Style = NonNullable<Cells['style']>

const THIN = { style: 'thin' as const, color: { rgb: '808080' } }
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN }
const FILL: Partial<Readonly<Record<Look, string>>> = {
  heading: 'E8EEF5',
  total: 'F2F2F2',
  locked: 'F2F2F2',
  wrong: 'FBE5E3',
}

function styleOf(cell: NonNullable<BookCell>, bordered: boolean): Style {
  const look = cell.look ?? 'plain'
  const fill = FILL[look]
  return {
    font: {
      name: '宋体',
      size: look === 'title' ? 16 : 11,
      ...(look === 'heading' || look === 'title' || look === 'total' ? { bold: true } : {}),
      ...(look === 'void' ? { strikethrough: true } : {}),
    },
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } } : {}),
    ...(bordered && look !== 'title' && look !== 'line' ? { border: BORDER } : {}),
    alignment: {
      vertical: 'center',
      wrapText: true,
      horizontal: horizontalOf(cell),
    },
    numFmt: formatOf(cell),
    protection: { locked: look !== 'input' && look !== 'wrong' },
  }
}

function horizontalOf(cell: NonNullable<BookCell>): 'left' | 'center' | 'right' {
  if (cell.look === 'heading' || cell.look === 'title') return 'center'
  if (cell.kind === 'text') return cell.align ?? (cell.right ? 'right' : 'left')
  return cell.kind === 'day' ? 'left' : 'right'
}

function formatOf(cell: NonNullable<BookCell>): string {
  if (cell.kind === 'text') return '@'
  if (cell.kind === 'day') return 'yyyy-mm-dd'
  const places = cell.places > 0 ? `.${'0'.repeat(cell.places)}` : ''
  return cell.percent ? `0${places}%` : `#,##0${places}`
}

/** The number that Excel keeps; our texts have at most 15 digits, which it keeps exactly. */
function asNumber(value: { toFixed(): string }): number {
  return Number(value.toFixed())
}

function cellOf(cell: NonNullable<BookCell>, bordered: boolean): Cells {
  const style = styleOf(cell, bordered)
  switch (cell.kind) {
    case 'text':
      return { value: plainXml(cell.text), type: 'string', style }
    case 'number':
      return { value: asNumber(cell.value), type: 'number', style }
    case 'day':
      return { value: new Date(`${cell.day}T00:00:00.000Z`), type: 'date', style }
    case 'formula':
      return {
        value: asNumber(cell.result),
        type: 'formula',
        formula: cell.formula,
        formulaResult: asNumber(cell.result),
        style,
      }
  }
}

/** How high a line is, in points; a title's signs are larger, so fewer of them take a width. */
const LINE = 16
const TITLE_LINE = 26
const TITLE_SHARE = 11 / 16

/** How many lines of a column's width a text takes; a Chinese sign is two characters wide. */
function linesOf(words: string, width: number): number {
  return words
    .split('\n')
    .map((line) =>
      Math.max(
        1,
        Math.ceil(
          [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0) / Math.max(1, width - 1),
        ),
      ),
    )
    .reduce((sum, count) => sum + count, 0)
}

/** Row heights, for programs that do not fit them to wrapped texts: each row as high as its fullest cell, a merged one spread over its columns and rows. */
function rowHeights({ rows, widths, merges = [] }: BookSheet): Map<number, { height: number }> {
  const spans = new Map(merges.map((merge) => [`${merge.row},${merge.column}`, merge]))
  return new Map(
    rows.map((row, at) => {
      const lines = row.map((cell, column) => {
        if (cell?.kind !== 'text' || cell.text === '') return 1
        const span = spans.get(`${at},${column}`)
        const width = widths.slice(column, column + (span?.columns ?? 1)).reduce((sum, own) => sum + own, 0)
        const wide = cell.look === 'title' ? width * TITLE_SHARE : width
        return Math.ceil(linesOf(cell.text, wide) / (span?.rows ?? 1))
      })
      const title = row.some((cell) => cell?.kind === 'text' && cell.look === 'title')
      return [at, { height: Math.max(1, ...lines) * (title ? TITLE_LINE : LINE) + 2 }]
    }),
  )
}

/** An A4 page across within its margins, in points. */
const PAGE = { long: 842 - 72, short: 595 - 80 }
/** How small a sheet may be printed: 六号 (7.5 points) where its signs have 11. */
const LEAST_SCALE = 7.5 / 11

/** How many pages a sheet is printed on at the least, its signs never smaller than 六号; the width alone decides where 0. */
function pagesOf(
  { fewPages, landscape = true }: BookSheet,
  heights: ReadonlyMap<number, { height: number }>,
): number {
  if (!fewPages) return 0
  const height = [...heights.values()].reduce((sum, row) => sum + row.height, 0)
  return Math.max(1, Math.ceil((height * LEAST_SCALE) / (landscape ? PAGE.short : PAGE.long)))
}

/** The rows repeated on every page, as a name of its own: hucre leaves the sheet's name unquoted, which Excel refuses for names like 「1.办公楼修缮」. */
function titleRows(name: string, rows: NonNullable<BookSheet['repeatRows']>) {
  const [from, to] = typeof rows === 'number' ? [1, rows] : rows
  const range = `'${name.replaceAll("'", "''")}'!$${from}:$${to}`
  return { name: '_xlnm.Print_Titles', range, scope: name }
}

/** Writes sheets as an .xlsx file with 宋体, A4, borders, real numbers and dates, and every text kept as text. */
export async function writeBook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  return writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    namedRanges: sheets.flatMap(({ repeatRows, name }, order) =>
      repeatRows ? titleRows(names[order] ?? name, repeatRows) : [],
    ),
    sheets: sheets.map((sheet, order) => {
      const cells = new Map<string, Cells>()
      sheet.rows.forEach((row, at) => {
        row.forEach((cell, column) => {
          if (cell) cells.set(`${at},${column}`, cellOf(cell, sheet.bordered ?? true))
        })
      })
      const heights = rowHeights(sheet)
      return {
        name: names[order] ?? sheet.name,
        columns: sheet.widths.map((width) => (width === 0 ? { width: 1, hidden: true } : { width })),
        rows: sheet.rows.map((row) => row.map(() => null)),
        cells,
        rowDefs: heights,
        ...(sheet.merges
          ? {
              merges: sheet.merges.map(({ row, column, rows, columns }) => ({
                startRow: row,
                startCol: column,
                endRow: row + rows - 1,
                endCol: column + columns - 1,
              })),
            }
          : {}),
        ...(sheet.frozen ? { freezePane: sheet.frozen } : {}),
        ...(sheet.filter ? { autoFilter: { range: sheet.filter } } : {}),
        ...(sheet.choices
          ? {
              dataValidations: sheet.choices.map(({ range, values }) => ({
                type: 'list' as const,
                values: [...values],
                range,
                allowBlank: true,
                showErrorMessage: true,
                errorTitle: '请从列表中选择',
                errorMessage: values.join('、'),
              })),
            }
          : {}),
        ...(sheet.protected ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
        pageSetup: {
          paperSize: 'a4' as const,
          orientation: sheet.landscape === false ? ('portrait' as const) : ('landscape' as const),
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: pagesOf(sheet, heights),
          horizontalCentered: true,
          margins: { left: 0.5, right: 0.5, top: 0.55, bottom: 0.55, header: 0.3, footer: 0.3 },
        },
      }
    }),
  })
}
