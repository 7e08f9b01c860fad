import type { Decimal } from '../number/decimal'

/** A merged region of a table, rows and columns from 0, both ends included. */
export interface TableMerge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What a reader has to say about one cell: shown rounded or otherwise (`full` is the number behind it), a formula saved without its value, or letters that could not be decoded. */
export interface CellMark {
  readonly row: number
  readonly column: number
  readonly kind: 'rounded' | 'no-value' | 'damaged'
  readonly full: Decimal | null
}

/** One table of a payment list as texts: its sheet (`null` outside workbooks), every row where the file has it, what is merged, which rows nobody sees, what is to be said of cells. */
export interface ListTable {
  readonly sheet: string | null
  /** Whether its whole sheet is hidden. */
  readonly hidden?: boolean
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly TableMerge[]
  readonly hiddenRows: ReadonlySet<number>
  /** The rows with a cell whose text is struck through, all of it: it stands here empty. */
  readonly struckRows?: ReadonlySet<number>
  readonly hiddenColumns: boolean
  /** What stands in the first rows of hidden columns. */
  readonly hiddenHeadings?: readonly string[]
  readonly marks: readonly CellMark[]
}

/** A cell of a table without the blanks around it; empty where there is none. */
export function cellAt(table: ListTable, row: number, column: number | undefined): string {
  return column === undefined ? '' : (table.rows[row]?.[column] ?? '').trim()
}

/** The text a merged cell gives to the places below its first row; a name merged over several lines belongs to each of them. */
export function heldFromAbove(table: ListTable, row: number, column: number): string {
  const merge = table.merges.find(
    ({ top, bottom, left, right }) => top < row && row <= bottom && left <= column && column <= right,
  )
  return merge ? cellAt(table, merge.top, merge.left) : ''
}
