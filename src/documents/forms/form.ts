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
  readonly rows: readonly (readonly FormCell[])[]
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
