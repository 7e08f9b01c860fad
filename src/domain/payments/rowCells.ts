import { amountColumns, type AmountColumns } from './amountColumns'
import { plainHeading, type ListRole } from './listHeadings'
import type { ListLayout } from './listLayout'
import { cellAt, heldFromAbove, type CellMark, type ListTable } from './listTable'

const NONE: readonly never[] = Object.freeze([])

/** The cells of a table by what they mean. The layout changes where another table begins below. */
export class RowCells {
  private plain: { readonly layout: ListLayout; readonly headings: readonly string[] } | null = null
  private unread: { readonly layout: ListLayout; readonly columns: readonly number[] } | null = null
  private sorted: { readonly layout: ListLayout; readonly columns: AmountColumns } | null = null
  private readonly marks = new Map<number, CellMark[]>()

  constructor(
    readonly table: ListTable,
    public layout: ListLayout,
  ) {
    for (const mark of table.marks) this.marks.set(mark.row, [...(this.marks.get(mark.row) ?? []), mark])
  }

  columns(role: ListRole): readonly number[] {
    return this.layout.columns.get(role) ?? NONE
  }

  has(role: ListRole): boolean {
    return this.columns(role).length > 0
  }

  /** The heading of a column as it is compared, the lowest where it has several rows. */
  heading(column: number): string {
    if (this.plain?.layout !== this.layout) {
      const headings = this.layout.headings.map((text) => plainHeading(text.split(' ').at(-1) ?? ''))
      this.plain = { layout: this.layout, headings }
    }
    return this.plain.headings[column] ?? ''
  }

  /** The columns whose heading says nothing the reader knows. */
  unknown(): readonly number[] {
    if (this.unread?.layout !== this.layout) {
      const known = new Set([...this.layout.columns.values()].flat())
      const columns = this.layout.headings.flatMap((_, column) => (known.has(column) ? [] : column))
      this.unread = { layout: this.layout, columns }
    }
    return this.unread.columns
  }

  /** The columns that amounts are read from. */
  amounts(): AmountColumns {
    if (this.sorted?.layout !== this.layout)
      this.sorted = {
        layout: this.layout,
        columns: amountColumns(this.table, this.layout, (own) => this.heading(own)),
      }
    return this.sorted.columns
  }

  at(row: number, column: number | undefined): string {
    return cellAt(this.table, row, column)
  }

  /** The first cell with a text among the columns of some roles. */
  text(row: number, ...roles: readonly ListRole[]): string {
    for (const role of roles)
      for (const column of this.columns(role)) {
        const text = this.at(row, column)
        if (text !== '') return text
      }
    return ''
  }

  /** The same, where a cell merged over several rows gives its text to each of them. */
  held(row: number, role: ListRole): string {
    const own = this.text(row, role)
    if (own !== '' || this.table.merges.length === 0) return own
    const above = this.columns(role).map((column) => heldFromAbove(this.table, row, column))
    return above.find((text) => text !== '') ?? ''
  }

  /** The text of a cell, or of the one that is merged over it from above. */
  heldAt(row: number, column: number): string {
    const own = this.at(row, column)
    return own !== '' || this.table.merges.length === 0 ? own : heldFromAbove(this.table, row, column)
  }

  marksOf(row: number): readonly CellMark[] {
    return this.marks.get(row) ?? NONE
  }
}
