import type { SourcePlace } from '../outcome/recognitionIssue'
import type { SourceCell, SourceDocument, SourceTable } from '../reading/sourceDocument'
import { cellPlace, textOf } from './documentRows'
import { headLabel, indicatorColumn, isHeading } from './headings'
import { levelNames } from './indicators/levelNames'
import { projectColumns } from './projectColumns'

/** A document whose tables that stood beside each other in one are parted, with the place where each further one begins. */
export interface Parted {
  readonly document: SourceDocument
  readonly beside: readonly SourcePlace[]
  /** The names of projects that stand in columns beside the first. */
  readonly columns: readonly SourcePlace[]
  /** What stands over or behind the columns of projects and belongs to none. */
  readonly left: readonly SourcePlace[]
}

/**
 * Parts a table that prints two projects beside each other, each with its name and its headings of indicators, into one table after the other. The right
 * one keeps its columns; a table with a cell that reaches over the line between them, from the names down, stays as it is.
 */
export function withTablesParted(document: SourceDocument): Parted {
  const beside: SourcePlace[] = []
  const columns: SourcePlace[] = []
  const left: SourcePlace[] = []
  const parts = (table: SourceTable): readonly SourceTable[] => {
    const found = projectColumns(table)
    if (found === null) return partedTable(table, beside)
    columns.push(...found.names.map((cell) => cellPlace(table, cell)))
    left.push(...found.left)
    return found.tables
  }
  const blocks = document.blocks.flatMap((block): SourceDocument['blocks'] =>
    block.kind === 'table' ? parts(block.table).map((table) => ({ kind: 'table' as const, table })) : [block],
  )
  const changed = beside.length + columns.length > 0
  return { document: changed ? { ...document, blocks } : document, beside, columns, left }
}

function partedTable(table: SourceTable, beside: SourcePlace[]): SourceTable[] {
  const names = secondName(table)
  if (names === null) return [table]
  const { row, cell } = names
  const below = table.rows.slice(row)
  const placed = table.merges || below.every(({ length }) => length === below[0]?.length)
  const isLeft = placed ? byColumn(below, cell.column) : byHalf(below)
  if (isLeft === null) return [table]
  beside.push(cellPlace(table, cell))
  const left = withRows(table, (one, index) => (index < row || isLeft(one) ? one : null))
  const right = withRows(table, (one, index) => (index < row || isLeft(one) ? blank(one) : one))
  return [left, ...partedTable(right, beside)]
}

type IsLeft = (cell: SourceCell) => boolean

/** Parts at the column where the second name stands; `null` when a cell reaches over it or not both sides have headings. */
function byColumn(rows: SourceTable['rows'], split: number): IsLeft | null {
  const crosses = rows.some((cells) =>
    cells.some(({ column, columnSpan }) => column < split && column + columnSpan > split),
  )
  const isLeft: IsLeft = ({ column }) => column < split
  return !crosses && hasHeadingsOnBothSides(rows, isLeft) ? isLeft : null
}

/** Parts every row in its middle, where the layout does not tell what is merged; `null` when one cannot be, or two halves begin with different labels. */
function byHalf(rows: SourceTable['rows']): IsLeft | null {
  const even = rows.every((cells) => {
    const [first, second] = [cells[0], cells[cells.length / 2]]
    if (!first || !second) return cells.length === 0
    return headLabel(textOf(first)) === null || textOf(first) === textOf(second)
  })
  const left = new Set(rows.flatMap((cells) => cells.slice(0, cells.length / 2)))
  const isLeft: IsLeft = (cell) => left.has(cell)
  return even && hasHeadingsOnBothSides(rows, isLeft) ? isLeft : null
}

function withRows(
  table: SourceTable,
  keep: (cell: SourceCell, row: number) => SourceCell | null,
): SourceTable {
  return { ...table, rows: table.rows.map((cells, row) => cells.flatMap((cell) => keep(cell, row) ?? [])) }
}

function blank(cell: SourceCell): SourceCell {
  return { ...cell, lines: [], tables: [] }
}

/** The second label of a name that has a value beside it, in the first row that has two. */
function secondName({ rows }: SourceTable): { readonly row: number; readonly cell: SourceCell } | null {
  for (const [row, cells] of rows.entries()) {
    const names = cells.filter((cell, at) => {
      const next = cells[at + 1]
      return headLabel(textOf(cell)) === 'name' && next !== undefined && !isHeading(textOf(next))
    })
    if (names[1]) return { row, cell: names[1] }
  }
  return null
}

function hasHeadingsOnBothSides(rows: SourceTable['rows'], isLeft: IsLeft): boolean {
  return rows.some((cells) => {
    const targets = cells.filter((cell) => indicatorColumn(textOf(cell)) === 'target')
    const levels = cells.filter((cell) => levelNames(textOf(cell)) !== null)
    return [targets, levels].some((one) => one.some(isLeft) && !one.every(isLeft))
  })
}
