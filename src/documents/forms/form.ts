import type { Decimal } from '@/domain/number/decimal'

/** A cell of an official form as exporters take it: merged over `rows` and `columns`, a figure with its exact value (`percent`: 58.24 means 58.24 %). */
export interface FormCell {
  readonly kind: 'head' | 'text' | 'number'
  readonly text: string
  readonly value?: Decimal
  readonly places?: number
  readonly percent?: boolean
  readonly align?: 'right' | 'center'
  readonly rows?: number
  readonly columns?: number
}

/** An official form, one page of its own; the lines above and below its table are each of parts spread over the width. */
export interface FormTable {
  readonly name: string
  readonly title: string
  /** Printed on a page upright instead of across. */
  readonly upright?: boolean
  readonly lead?: readonly (readonly string[])[]
  readonly foot?: readonly (readonly string[])[]
  readonly widths: readonly number[]
  /** Where column headings stand (from which row, how many), to be repeated on later pages; left out: the first row, with those its merged cells reach into. */
  readonly heads?: readonly Heads[]
  readonly rows: readonly (readonly FormCell[])[]
}

/** Rows of column headings, and how many rows stand under them where not all the rest do. */
interface Heads {
  readonly from: number
  readonly rows: number
  readonly under?: number
}

/** A cell at its place in the grid of its form, cells under a merged one left out. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly cell: FormCell
}

/** Places the cells of a form: each begins at the first column of its row that nothing above covers. */
export function placed({ rows }: Pick<FormTable, 'rows'>): PlacedCell[] {
  const covered = new Set<string>()
  return rows.flatMap((cells, row) => {
    let column = 0
    return cells.map((cell) => {
      while (covered.has(`${row},${column}`)) column += 1
      const at = { row, column, cell }
      for (let down = 0; down < (cell.rows ?? 1); down += 1)
        for (let right = 0; right < (cell.columns ?? 1); right += 1)
          covered.add(`${row + down},${column + right}`)
      return at
    })
  })
}

/** More rows than this are no heading to repeat. */
const MOST_HEADING_ROWS = 3

/** A table of a document: its cells at their places, how many rows it has, and how many of them are repeated on later pages. `joined` cells are halves of one that reaches from the heading into the rows below, its words in the lower half. */
export interface FormPart {
  readonly rows: number
  readonly heading: number
  readonly cells: readonly (PlacedCell & { readonly joined?: 'above' | 'below' })[]
}

/** The tables that a form is in a document, where only the first rows of a table are repeated: one begins at each of its column headings and one below the rows of such a heading, unless a cell reaches over that line. On several pages (`onePage` false) the last row above the lines below a form is one of its own. */
export function formParts(form: Pick<FormTable, 'rows' | 'heads' | 'foot'>, onePage = true): FormPart[] {
  const cells = placed(form)
  const isLine = (at: number) => !cells.some(({ row, cell }) => row < at && row + (cell.rows ?? 1) > at)
  const heads = (form.heads ?? []).filter(({ from }) => isLine(from))
  const ends = heads
    .flatMap(({ from, rows, under }) => (under === undefined ? [] : from + rows + under))
    .filter((end) => end < form.rows.length && isLine(end))
  const starts = [...new Set([0, ...heads.map(({ from }) => from), ...ends])].sort((a, b) => a - b)
  const parts = starts.map((start, at) => {
    const end = starts[at + 1] ?? form.rows.length
    const own = cells
      .filter(({ row }) => row >= start && row < end)
      .map((cell) => ({ ...cell, row: cell.row - start }))
    const heading =
      heads.find(({ from }) => from === start)?.rows ?? (ends.includes(start) ? 0 : headingRows(own))
    return { rows: end - start, heading, cells: own.flatMap((cell) => cutAtHeading(cell, heading)) }
  })
  if (onePage || !form.foot?.length) return parts
  return [...parts.slice(0, -1), ...parts.slice(-1).flatMap(lastRowApart)]
}

/** How many rows from the top are repeated where nothing says so: the first, with those its merged cells reach into; none where they reach too far. */
function headingRows(cells: readonly PlacedCell[]): number {
  let rows = 1
  for (const { row, cell } of cells) if (row < rows) rows = Math.max(rows, row + (cell.rows ?? 1))
  return rows <= MOST_HEADING_ROWS ? rows : 0
}

/** The last row of a table as one of its own, where no cell reaches over the line: a program that keeps no row with what follows keeps a table. */
function lastRowApart(part: FormPart): FormPart[] {
  const { rows, heading, cells } = part
  const last = rows - 1
  const cut = last > heading && cells.every(({ row, cell }) => row >= last || row + (cell.rows ?? 1) <= last)
  if (!cut) return [part]
  return [
    { rows: last, heading, cells: cells.filter(({ row }) => row < last) },
    {
      rows: 1,
      heading: 0,
      cells: cells.filter(({ row }) => row === last).map((own) => ({ ...own, row: 0 })),
    },
  ]
}

function cutAtHeading({ row, column, cell }: PlacedCell, heading: number): FormPart['cells'] {
  const end = row + (cell.rows ?? 1)
  if (row >= heading || end <= heading) return [{ row, column, cell }]
  return [
    { row, column, cell: { ...cell, text: '', rows: heading - row }, joined: 'below' },
    { row: heading, column, cell: { ...cell, rows: end - heading }, joined: 'above' },
  ]
}

/** The columns at which the parts of a line begin, so that they lie evenly over the width of its form. */
export function partColumns(widths: readonly number[], parts: number): number[] {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  return Array.from({ length: Math.min(parts, widths.length) }, (_, part) => {
    const wanted = (all * part) / parts
    const nearest = starts.reduce(
      (best, start, at) => (Math.abs(start - wanted) < Math.abs((starts[best] ?? 0) - wanted) ? at : best),
      0,
    )
    return Math.max(part, nearest)
  })
}
