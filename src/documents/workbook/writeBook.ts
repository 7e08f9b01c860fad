import { writeXlsx } from 'hucre/xlsx'
import { plainXml } from '../forms/plainXml'
import { columnName, type BookCell, type BookSheet, type Look } from './book'
import { printingOf, type Printing } from './printing'
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

/** What stands beside the table. */
const UNBORDERED = new Set<Look>(['title', 'line', 'sign'])

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
    ...(bordered && !UNBORDERED.has(look) ? { border: BORDER } : {}),
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

/** Keeps a figure as far from the next column's words as one blank. */
const GAP = '_ '

function formatOf(cell: NonNullable<BookCell>): string {
  if (cell.kind === 'text')
    return horizontalOf(cell) === 'right' && !UNBORDERED.has(cell.look ?? 'plain') ? `@${GAP}` : '@'
  if (cell.kind === 'day') return 'yyyy-mm-dd'
  const places = cell.places > 0 ? `.${'0'.repeat(cell.places)}` : ''
  return `${cell.percent ? `0${places}%` : `#,##0${places}`}${horizontalOf(cell) === 'right' ? GAP : ''}`
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

/** The rows, and of a sheet several pages wide the frozen columns, repeated on every page, as a name of its own: hucre leaves the sheet's name unquoted, which Excel refuses for names like 「1.办公楼修缮」. */
function titleRows(
  name: string,
  [from, to]: readonly [number, number],
  { frozen }: BookSheet,
  { across }: Printing,
) {
  const sheet = `'${name.replaceAll("'", "''")}'!`
  const last = across > 1 && frozen ? frozen.columns : 0
  const columns = last > 0 ? `${sheet}$A:$${columnName(last - 1)},` : ''
  return { name: '_xlnm.Print_Titles', range: `${columns}${sheet}$${from}:$${to}`, scope: name }
}

/** What a printed page fits: one page, the width alone, or (pages cut by us, which Excel heeds only then) a scale. */
function pageFit({ fewPages }: BookSheet, { breaks, scale, across }: Printing) {
  if (breaks && breaks.length > 0)
    return { fit: { scale: Math.floor(scale * 100) }, rowBreaks: breaks.map((row) => row - 1) }
  return { rowBreaks: null, fit: { fitToPage: true, fitToWidth: across, fitToHeight: fewPages ? 1 : 0 } }
}

/** Writes sheets as an .xlsx file with 宋体, A4, borders, real numbers and dates, and every text kept as text. */
export async function writeBook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const printed = sheets.map((sheet, order) => ({
    sheet,
    name: names[order] ?? sheet.name,
    printing: printingOf(sheet),
  }))
  return writeXlsx({
    defaultFont: { name: '宋体', size: 11 },
    namedRanges: printed.flatMap(({ sheet, name, printing }) =>
      printing.repeated ? titleRows(name, printing.repeated, sheet, printing) : [],
    ),
    sheets: printed.map(({ sheet, name, printing }) => {
      const { fit, rowBreaks } = pageFit(sheet, printing)
      const cells = new Map<string, Cells>()
      sheet.rows.forEach((row, at) => {
        row.forEach((cell, column) => {
          if (cell) cells.set(`${at},${column}`, cellOf(cell, sheet.bordered ?? true))
        })
      })
      return {
        name,
        columns: printing.widths.map((width) => (width === 0 ? { width: 1, hidden: true } : { width })),
        rows: sheet.rows.map((row) => row.map(() => null)),
        cells,
        rowDefs: new Map(printing.heights.map((height, at) => [at, { height }])),
        ...(rowBreaks ? { rowBreaks } : {}),
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
        headerFooter: { oddFooter: '&R第 &P 页，共 &N 页' },
        pageSetup: {
          paperSize: 'a4' as const,
          orientation: sheet.landscape === false ? ('portrait' as const) : ('landscape' as const),
          ...fit,
          horizontalCentered: true,
          margins: { left: 0.5, right: 0.5, top: 0.55, bottom: 0.55, header: 0.3, footer: 0.3 },
        },
      }
    }),
  })
}
