import { placed, type FormCell, type FormTable } from './form'

/** What one line of a form is wide, one Chinese sign, and what a cell keeps free at its sides: all in one unit. */
export interface Measure {
  readonly line: number
  readonly sign: number
  readonly margin: number
}

/** The columns of a form over a line, and whether no figure and no short word breaks in them. */
export interface ColumnFit {
  readonly columns: readonly number[]
  readonly whole: boolean
}

/** Where a word processor sets a Chinese sign and a Latin one a quarter apart. */
const APART = /(?<=\p{Script=Han})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=\p{Script=Han})/gu

/** How wide a text is, a Chinese sign being 1: a Latin one takes a half, a capital and % more, and between the two is a quarter. */
export function textWidth(words: string): number {
  const signs = [...words].map((sign) => (sign > 'ÿ' ? 1 : /[A-Z%&@]/.test(sign) ? 0.85 : 0.5))
  return signs.reduce((sum, width) => sum + width, 0) + (words.match(APART)?.length ?? 0) / 4
}

/** Up to how many signs a word (of a text, or a heading at the side) and a heading above a column stay in one line; given up step by step where a line is too short for all of them. */
const STEPS = [
  { word: 9, head: 5 },
  { word: 9, head: 3 },
  { word: 7, head: 3 },
  { word: 5, head: 3 },
  { word: 4, head: 2 },
]
/** With these steps no word breaks. */
const WHOLE_STEPS = 2

/** Where a text may break without breaking a word: after a mark, before a bracket. */
const PIECES = /(?<=[；，、。：])|(?=（)|\n/

function longest(parts: readonly string[]): number {
  return Math.max(0, ...parts.map(textWidth))
}

/** How many signs a cell has in its longest line. */
function fullOf({ text }: FormCell): number {
  return longest(text.split('\n'))
}

/** How many signs a cell needs in a line: a figure and what stands for one all, a heading above a column its half where it is long, a text its longest word, a heading at the side its longest line. */
function leastOf(
  cell: FormCell,
  isSide: boolean,
  step: { readonly word: number; readonly head: number },
): number {
  const full = fullOf(cell)
  if (cell.kind === 'number' || cell.align) return full
  if (cell.kind === 'head' && !isSide) return full <= step.head ? full : Math.ceil(full / 2)
  if (cell.kind === 'head') return Math.min(step.word, full)
  return Math.min(step.word, longest(cell.text.split(PIECES)))
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}

/** The columns of a form: as wide as it names them, but no figure and no short word breaks while another column has room to spare, and what a column does not fill goes to those whose texts would fit with a little more. A column for writing keeps its width. */
export function fittedColumns(form: Pick<FormTable, 'rows' | 'widths'>, measure: Measure): ColumnFit {
  const { line, sign, margin } = measure
  const all = sumOf(form.widths)
  const named = form.widths.map((width) => (width / all) * line)
  const cells = placed(form)
  const wide = (signs: number) => signs * sign + margin
  const step = STEPS.findIndex((own) => sumOf(leastColumns(cells, named, own, wide)) <= line)
  const least = STEPS[step] && leastColumns(cells, named, STEPS[step], wide)
  if (!least) return { columns: named, whole: false }
  const full = fullColumns(cells, named, wide)
  return { columns: shared(named, least, full), whole: step < WHOLE_STEPS }
}

/** Texts merged over more columns than these have room enough, whatever these columns hold. */
const FEW_COLUMNS = 3

/** The width at which every text of a column is in one line; where half of its cells are empty it is for writing and has the width it is named with at the least, and so has one that carries a text merged over a few. */
function fullColumns(
  cells: ReturnType<typeof placed>,
  named: readonly number[],
  wide: (signs: number) => number,
): number[] {
  const full = named.map((width, column) => {
    const own = cells.filter(({ column: at, cell }) => at === column && (cell.columns ?? 1) === 1)
    const below = own.filter(({ cell }) => cell.kind !== 'head')
    const empty = below.filter(({ cell }) => cell.text === '').length
    const forWriting = own.length === 0 || (empty > 0 && 2 * empty >= below.length)
    return Math.max(forWriting ? width : 0, ...own.map(({ cell }) => wide(fullOf(cell))))
  })
  for (const { column, cell } of cells) {
    const until = column + (cell.columns ?? 1)
    const few = until - column > 1 && until - column <= FEW_COLUMNS && cell.kind === 'text'
    if (!few || wide(fullOf(cell)) <= sumOf(full.slice(column, until))) continue
    for (let at = column; at < until; at += 1) full[at] = Math.max(full[at] ?? 0, named[at] ?? 0)
  }
  return full
}

/** The least width of each column: of its own cells, and of those merged over several, which the widest of these carries. */
function leastColumns(
  cells: ReturnType<typeof placed>,
  named: readonly number[],
  step: { readonly word: number; readonly head: number },
  wide: (signs: number) => number,
): number[] {
  const least = named.map(() => 0)
  const isSide = named.map((_, at) =>
    cells.every(({ column, cell }) => column !== at || (cell.columns ?? 1) > 1 || cell.kind === 'head'),
  )
  const ordered = [...cells].sort((a, b) => (a.cell.columns ?? 1) - (b.cell.columns ?? 1))
  for (const { column, cell } of ordered) {
    const until = column + (cell.columns ?? 1)
    const missing =
      wide(leastOf(cell, isSide[column] === true && until === column + 1, step)) -
      sumOf(least.slice(column, until))
    if (missing <= 0) continue
    const widest = named.indexOf(Math.max(...named.slice(column, until)), column)
    least[widest] = (least[widest] ?? 0) + missing
  }
  return least
}

/** Widths between the least and the full ones: what is needed comes first from columns wider than their texts, then from all that can spare some; what is left over goes where the least more brings a text into one line, and then to all. */
function shared(named: readonly number[], least: readonly number[], full: readonly number[]): number[] {
  const at = (parts: readonly number[], column: number) => parts[column] ?? 0
  const columns = named.map((width, own) => Math.max(at(least, own), Math.min(width, at(full, own))))
  const over = sumOf(columns) - sumOf(named)
  if (over > 0) {
    const spare = columns.map((width, own) => width - at(least, own))
    const part = over / sumOf(spare)
    return columns.map((width, own) => width - at(spare, own) * part)
  }
  let left = -over
  const short = columns.map((width, own) => at(full, own) - width)
  const order = [...columns.keys()].sort((a, b) => at(short, a) - at(short, b))
  for (const own of order) {
    const more = Math.min(left, Math.max(0, at(short, own)))
    columns[own] = at(columns, own) + more
    left -= more
  }
  return columns.map((width, own) => width + (left * at(named, own)) / sumOf(named))
}
