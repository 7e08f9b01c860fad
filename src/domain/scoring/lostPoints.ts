import type { Decimal } from '../decimal'
import type { Row } from './row'
import type { Sheet } from './sheet'

/** A row that did not get all its points, and how many it lost, points taken off included. */
export interface LostPoints {
  readonly row: Row
  readonly lost: Decimal
}

/** What moves a sheet's total most: its scored rows by points lost, the most first, equal ones in the sheet's order; open rows have lost nothing yet. */
export function whatMovesMost({ rows }: Sheet): readonly LostPoints[] {
  return rows
    .flatMap((row) => (row.points === null ? [] : [{ row, lost: row.weight.minus(row.points) }]))
    .filter(({ lost }) => lost.gt(0))
    .sort((a, b) => b.lost.cmp(a.lost))
}
