import { formParts, placed, type FormCell, type FormTable } from './form'

/** How wide a text is, a Chinese sign being 1 and a Latin one a half. */
function widthOf(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign > 'ÿ' ? 1 : 0.5), 0)
}

/** What a line may lose because no line begins with 。or ，. */
const HUNG = 0.5

/** How many lines a text takes where so many signs fit into one. */
function linesOf(words: string, signs: number): number {
  return words
    .split('\n')
    .map((line) => widthOf(line))
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

/** With more columns than this the signs begin smaller. */
const MANY = 11
const SMALLER = 16

/** The signs of a form that need not stand on one page. */
export function fullSigns({ widths }: Pick<FormTable, 'widths'>): Signs {
  return signs(widths.length > MANY ? SMALLER : 18, 1.45)
}

/** Title and footing of a page, in twentieths of a point. */
const TITLE = 520

function heightOf(form: FormTable, line: number, own: Signs): number {
  const all = form.widths.reduce((sum, width) => sum + width, 0)
  const sign = own.size * 10
  const widthOf = (column: number, columns: number) =>
    (form.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) / all) * line
  const rows = rowLines(form, (cell, column) => (widthOf(column, cell.columns ?? 1) - CELL_MARGIN) / sign)
  const beside = [...(form.lead ?? []), ...(form.foot ?? [])]
    .map((parts) => (parts.length > 1 ? 1 : linesOf(parts.join(''), line / sign)))
    .reduce((sum, count) => sum + count, 0)
  const lines = rows.reduce((sum, count) => sum + count, beside)
  return TITLE + lines * own.line + rows.length * ROW_MARGIN + formParts(form).length * 2 * ROW_MARGIN
}

/** How a form stands on pages whose line and height are these (in twentieths of a point): its signs, and whether they bring it onto one. */
export interface DocumentFit {
  readonly signs: Signs
  readonly onePage: boolean
}

/** The largest signs with which a form stands on one page; the full ones where none are small enough, its rows then run on to the next page. */
export function documentFit(form: FormTable, line: number, height: number): DocumentFit {
  const full = fullSigns(form)
  const fitting = SIGNS.find((own) => own.size <= full.size && heightOf(form, line, own) <= height)
  return { signs: fitting ?? full, onePage: fitting !== undefined }
}
