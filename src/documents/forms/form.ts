import type { Decimal } from '@/domain/number/decimal'

/** A cell of an official form as exporters take it: merged over `rows` and `columns`, a figure with its exact value. */
export interface FormCell {
  readonly kind: 'head' | 'text' | 'number'
  readonly text: string
  readonly value?: Decimal
  readonly places?: number
  readonly rows?: number
  readonly columns?: number
}

/** An official form, one page of its own. */
export interface FormTable {
  readonly name: string
  readonly title: string
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
export function placed({ rows }: FormTable): PlacedCell[] {
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
