import type { SourceCell } from '../reading/sourceDocument'
import { type Row, textOf } from './documentRows'
import { headLabel, isHeading } from './headings'

/** The name of a project beside its label, and what else stands in the row. */
export interface PlainName {
  readonly label: SourceCell
  readonly name: SourceCell
  readonly rest: readonly SourceCell[]
}

/**
 * The name of a project that reads like a label (项目名称 | 其他资金): the row is one of labels each with a value beside it, and a label begins the row below, so
 * that it heads no columns. `null` for any other row.
 */
export function plainName(row: Row): PlainName | null {
  const at = row.cells.findIndex((cell) => headLabel(textOf(cell)) === 'name')
  const [label, name, ...rest] = at < 0 ? [] : row.cells.slice(at)
  if (!label || !name || label.rowSpan > 1 || name.rowSpan > 1 || !isHeading(textOf(name))) return null
  if (row.cells.slice(0, at).some(({ rowSpan }) => rowSpan === 1)) return null
  if (rest.filter((cell) => textOf(cell) !== '').length % 2 > 0) return null
  const isPair = (cell: SourceCell, place: number) =>
    textOf(cell) === '' || isHeading(textOf(cell)) === (place % 2 === 0)
  const below = row.all[row.index + 1]?.slots[label.column]
  const isFollowed = below?.begins === true && isHeading(textOf(below.cell))
  return isFollowed && rest.every(isPair) ? { label, name, rest } : null
}
