import { cleanCell, saysNothing } from '@/domain/number/cellText'
import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, textOf } from '../documentRows'
import type { IndicatorHeading } from './indicatorHeading'
import { isRank, type LevelNames, levelNames } from './levelNames'

/** A row of a table that only names the 一级 or 二级指标 of the rows below it. */
export interface LevelRow {
  readonly cell: SourceCell
  readonly names: LevelNames
  /** Its number, where that stands in a cell of its own. */
  readonly ranks: readonly SourceCell[]
  /** What else stands in it: the points of the whole level. */
  readonly rest: readonly SourceCell[]
}

/** Reads a row as a heading over the rows below it (domain.md §11): one text over the whole width, or one beside its number and points; `null` where it has a value, or the text stands in the column of its level like any other. */
export function levelRow(row: Row, heading: IndicatorHeading | null, within: string | null): LevelRow | null {
  const filled = row.cells.filter((cell) => textOf(cell) !== '' && !saysNothing(cleanCell(textOf(cell))))
  const weight = row.slots[heading?.columns.get('weight') ?? -1]?.cell
  const at = filled.findIndex((cell) => !isRank(textOf(cell)))
  const [cell, ...rest] = at < 0 ? [] : filled.slice(at)
  if (!cell || !rest.every((one) => one === weight)) return null
  const text = textOf(cell)
  const names = levelNames(text, within)
  if (names === null || (heading !== null && isInColumn(row, heading, cell, names))) return null
  return { cell, names, ranks: filled.slice(0, at), rest }
}

/** Whether a level stands in its own column, unnumbered and no wider, or beside levels that reach in from above. */
function isInColumn(row: Row, heading: IndicatorHeading, cell: SourceCell, names: LevelNames): boolean {
  const places = (['level1', 'level2'] as const).flatMap((level) => heading.columns.get(level) ?? [])
  const reached = places.some((place) => {
    const slot = row.slots[place]
    return slot !== undefined && slot.cell.row < row.index && textOf(slot.cell) !== ''
  })
  const own = places.some((place) => row.slots[place]?.cell === cell)
  const beyond = cell.column + cell.columnSpan > Math.max(...places, -1) + 1
  const bare = names.level1 ?? names.level2
  return reached || (own && !beyond && row.table.merges && bare === textOf(cell).replace(/\s/g, ''))
}
