import { fittedColumns, textWidth } from './columnFit'
import { formParts, placed, type FormCell, type FormTable } from './form'

/** What a line may lose because no line begins with 。or ，. */
const HUNG = 0.5

/** How many lines a text takes where so many signs fit into one. */
function linesOf(words: string, signs: number): number {
  return words
    .split('\n')
    .map((line) => textWidth(line))
    .map((width) => (width <= signs ? 1 : Math.ceil(width / Math.max(1, signs - HUNG))))
    .reduce((sum, count) => sum + count, 0)
}

/** The height of a form's rows in lines, each as high as its fullest cell needs; what a cell over several rows needs more than they have goes to its last one. `signsOf` says how many stand in a line of a cell. */
function rowLines(
  form: Pick<FormTable, 'rows'>,
  signsOf: (cell: FormCell, column: number) => number,
): number[] {
  const lines = form.rows.map(() => 1)
  const needed = placed(form).map(({ row, column, cell }) => ({
    row,
    last: row + (cell.rows ?? 1) - 1,
    lines: linesOf(cell.text, signsOf(cell, column)),
  }))
  needed.sort((a, b) => a.last - a.row - (b.last - b.row))
  for (const { row, last, lines: own } of needed) {
    const held = lines.slice(row, last + 1).reduce((sum, count) => sum + count, 0)
    if (own > held) lines[last] = (lines[last] ?? 1) + own - held
  }
  return lines
}

/** What a cell keeps free at its sides, and a row around its lines, in twentieths of a point. */
const CELL_MARGIN = 230
const ROW_MARGIN = 12

/** Signs (in half points) and their lines (in twentieths of a point): the same height with every font, so that pages do not depend on which is there. */
export interface Signs {
  readonly size: number
  readonly line: number
}

const signs = (size: number, share: number): Signs => ({ size, line: Math.round(size * 10 * share) })

/** From the largest signs in wide lines to the least that are still read with ease (小五 to 六号). */
const SIGNS = [signs(18, 1.65), signs(18, 1.35), signs(17, 1.35), signs(16, 1.35), signs(15, 1.35)]

/** The signs of a form that need not stand on one page: the largest in which no word breaks. */
const FULL_SIGNS = [signs(18, 1.35), signs(17, 1.35)]
const LEAST_FULL = signs(16, 1.35)

/** What is kept free beside the widest text of a column, for fonts whose signs are a little wider. */
const SPARE = 40

function columnsOf(form: Pick<FormTable, 'rows' | 'widths'>, line: number, { size }: Signs) {
  const { columns, whole } = fittedColumns(form, { line, sign: size * 10, margin: CELL_MARGIN + SPARE })
  return { columns: columns.map(Math.floor), whole }
}

/** How many lines above one to be signed are free for the hand. */
export const SIGNING_LINES = 1

/** Title and footing of a page, in twentieths of a point. */
const TITLE = 520

function heightOf(form: FormTable, columns: readonly number[], line: number, own: Signs): number {
  const sign = own.size * 10
  const widthOf = (column: number, count: number) =>
    columns.slice(column, column + count).reduce((sum, width) => sum + width, 0)
  const rows = rowLines(form, (cell, column) => (widthOf(column, cell.columns ?? 1) - CELL_MARGIN) / sign)
  const { lead = [], foot = [] } = form
  const signed = foot.filter((parts) => parts.length > 1).length * SIGNING_LINES
  const beside = [...lead, ...foot]
    .map((parts) => (parts.length > 1 ? 1 : linesOf(parts.join(''), line / sign)))
    .reduce((sum, count) => sum + count, 0)
  const lines = rows.reduce((sum, count) => sum + count, beside + signed)
  return TITLE + lines * own.line + rows.length * ROW_MARGIN + formParts(form).length * 2 * ROW_MARGIN
}

/** How a form stands on pages: its signs, how wide its columns are (in twentieths of a point), and whether they bring it onto one page. */
export interface DocumentFit {
  readonly signs: Signs
  readonly columns: readonly number[]
  readonly onePage: boolean
}

/** How a form stands in a line so wide (in twentieths of a point) where pages do not matter. */
export function runningFit(form: Pick<FormTable, 'rows' | 'widths'>, line: number): DocumentFit {
  const tried = FULL_SIGNS.map((own) => ({ signs: own, onePage: false, ...columnsOf(form, line, own) }))
  const last = { signs: LEAST_FULL, onePage: false, ...columnsOf(form, line, LEAST_FULL) }
  return tried.find(({ whole }) => whole) ?? last
}

/** The largest signs with which a form stands on one page of so wide lines and so high (in twentieths of a point), if there are such ones in which no word breaks, and with the columns as the form names them where only these bring it there; where none are small enough, its rows run on to the next page. */
export function documentFit(form: FormTable, line: number, height: number): DocumentFit {
  const fitted = SIGNS.map((own) => ({ signs: own, onePage: true, ...columnsOf(form, line, own) }))
  const all = form.widths.reduce((sum, width) => sum + width, 0)
  const named = form.widths.map((width) => Math.floor((width / all) * line))
  const asNamed = SIGNS.map((own) => ({ signs: own, onePage: true, whole: false, columns: named }))
  const fitting = [...fitted, ...asNamed].filter(
    ({ signs: own, columns }) => heightOf(form, columns, line, own) <= height,
  )
  return fitting.find(({ whole }) => whole) ?? fitting[0] ?? runningFit(form, line)
}
