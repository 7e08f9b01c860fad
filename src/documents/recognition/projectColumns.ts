import type { SourcePlace } from '../outcome/recognitionIssue'
import type { SourceCell, SourceTable } from '../reading/sourceDocument'
import { cellPlace, textOf } from './documentRows'
import { headLabel, indicatorColumn, isHeading } from './headings'
import { levelNames } from './indicators/levelNames'
import { isUnitNote } from './money/budgetUnit'
import { isReadableAmount } from './money/moneyNames'

/** A table that prints each project in a column (项目名称 | 甲 | 乙), parted into one a project, with what belongs to none of them. */
export interface ColumnsParted {
  readonly tables: readonly SourceTable[]
  /** The names of the projects behind the first. */
  readonly names: readonly SourceCell[]
  readonly left: readonly SourcePlace[]
}

type Cells = readonly SourceCell[]

/** More projects beside each other, or wider rows, than any table prints: such a table stays as it is, so that its cost stays linear. */
const MOST = 30
const WIDEST = 120

/** Where a cell stands: in the column of a project by its number, before or behind them all, or over several. */
type Side = number | 'label' | 'behind' | 'over'

/**
 * Parts a table whose names of projects stand side by side and have an amount each below them; labels belong to every project, what reaches over several of
 * them only where it is a heading or their department. Rows that lost their merged cells are counted from the right. `null` for any other table.
 */
export function projectColumns(table: SourceTable): ColumnsParted | null {
  const found = namesAcross(table)
  if (found === null) return null
  const { row, names } = found
  const below = table.rows.slice(row)
  if (names.length > MOST || below.some((cells) => cells.length > WIDEST)) return null
  const sideOf = sides(table, below, names)
  if (sideOf === null || !haveBudgets(below, names.length, sideOf)) return null
  const left: SourcePlace[] = []
  for (const cells of below)
    for (const cell of cells) {
      const side = sideOf(cell, cells)
      const isLost = side === 'behind' || (side === 'over' && !isShared(cell, cells))
      if (isLost && textOf(cell) !== '') left.push(cellPlace(table, cell))
    }
  const tables = names.map((name, project) => ({
    ...table,
    merges: true,
    rows: table.rows.map((cells, index) =>
      index < row
        ? cells
        : cells.flatMap((cell) => {
            const side = sideOf(cell, cells)
            if (side === project || (side === 'label' && (table.merges || textOf(cell) !== ''))) return [cell]
            return side === 'over' && isShared(cell, cells) ? cropped(cell, name, names[0] ?? name) : []
          }),
    ),
  }))
  return { tables, names: names.slice(1), left }
}

/** Tells the side of a cell: by its column where columns stand as drawn, else counted from the right end of its row; `null` where rows do not tell. */
function sides(
  { merges }: SourceTable,
  below: readonly Cells[],
  names: Cells,
): ((cell: SourceCell, cells: Cells) => Side) | null {
  const [head = [], ...rest] = below
  const [first] = names
  if (!first) return null
  const tail = head.length - head.indexOf(first)
  const even = rest.every((cells) => cells.length === 0 || widthOf(cells) === widthOf(head))
  if (merges || even) return (cell) => byColumn(cell, names, first)
  const isTold = rest.every((cells) => cells.length > tail || filled(cells).length < 2)
  if (!isTold) return null
  return (cell, cells) => {
    if (cells.length <= tail && cells !== head) return 'over'
    const from = tail - (cells.length - cells.indexOf(cell))
    if (from < 0) return 'label'
    return from < names.length ? from : 'behind'
  }
}

function byColumn(cell: SourceCell, names: Cells, first: SourceCell): Side {
  const end = endOf(cell)
  if (end <= first.column) return 'label'
  const last = names.at(-1) ?? first
  if (cell.column >= endOf(last)) return 'behind'
  const own = names.findIndex(
    (name, index) => cell.column >= name.column && end <= (names[index + 1]?.column ?? endOf(last)),
  )
  return own < 0 ? 'over' : own
}

/** As much of a shared cell as stands over the labels, or over one project. */
function cropped(cell: SourceCell, name: SourceCell, first: SourceCell): SourceCell[] {
  if (cell.column < first.column) return [{ ...cell, columnSpan: first.column - cell.column }]
  if (endOf(cell) <= name.column || cell.column >= endOf(name)) return []
  return [{ ...cell, column: name.column, columnSpan: name.columnSpan }]
}

/** Whether a cell over several projects is said of each: a heading, a level, or their department. */
function isShared(cell: SourceCell, cells: Cells): boolean {
  const text = textOf(cell)
  if (isHeading(text) || indicatorColumn(text) !== null || levelNames(text) !== null) return true
  const label = cells[cells.indexOf(cell) - 1]
  return label !== undefined && ['department', 'reporter'].includes(headLabel(textOf(label)) ?? '')
}

/** The names behind a label of names, two at least and none a heading. */
function namesAcross({ rows, merges }: SourceTable): { readonly row: number; readonly names: Cells } | null {
  for (const [row, cells] of rows.entries()) {
    const at = cells.findIndex((cell) => headLabel(textOf(cell)) === 'name')
    if (at < 0) continue
    const all = cells.slice(at + 1)
    const begins = merges ? 0 : all.findIndex((cell) => textOf(cell) !== '')
    const behind = all.slice(Math.max(0, begins))
    const stop = behind.findIndex((cell) => !isName(textOf(cell)))
    const names = stop < 0 ? behind : behind.slice(0, stop)
    if (names.length > 1) return { row, names }
  }
  return null
}

/** Whether a text may be a name: no heading, label or note of a unit. */
function isName(text: string): boolean {
  return (
    text !== '' && !/[:：]$/.test(text) && !isHeading(text) && !isUnitNote(text) && !text.endsWith('单位')
  )
}

/** Whether names have a budget each: a row of it has an amount under another than the first, or one over several whose goals stand apart. */
function haveBudgets(
  rows: readonly Cells[],
  count: number,
  sideOf: (cell: SourceCell, cells: Cells) => Side,
): boolean {
  const labelled = (wanted: 'total' | 'goals') =>
    rows.filter((cells) =>
      cells.some((cell) => sideOf(cell, cells) === 'label' && headLabel(textOf(cell)) === wanted),
    )
  const textAt = (cells: Cells, project: number) => {
    const cell = cells.find((one) => sideOf(one, cells) === project)
    return cell ? textOf(cell) : ''
  }
  const all = Array.from({ length: count }, (_, project) => project)
  const apart = labelled('total').some((cells) => {
    const own = textAt(cells, 0)
    if (all.some((project) => isHeading(textAt(cells, project)))) return false
    return (
      (own === '' || isReadableAmount(own)) &&
      all.slice(1).some((project) => isReadableAmount(textAt(cells, project)))
    )
  })
  const over = labelled('total').some((cells) =>
    cells.some((cell) => sideOf(cell, cells) === 'over' && isReadableAmount(textOf(cell))),
  )
  const goals = labelled('goals').some((cells) =>
    all.every((project) => textAt(cells, project) !== '' && !isHeading(textAt(cells, project))),
  )
  return apart || (over && goals)
}

function filled(cells: Cells): Cells {
  return cells.filter((cell) => textOf(cell) !== '')
}

function endOf({ column, columnSpan }: SourceCell): number {
  return column + Math.max(1, columnSpan)
}

function widthOf(cells: Cells): number {
  return Math.max(0, ...cells.map(endOf))
}
