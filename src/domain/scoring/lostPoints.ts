import { sum, ZERO, type Decimal } from '../number/decimal'
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

/** What makes a sheet's total, in points: had, lost (points taken off included), and still open (weights that no row has yet among them); 100 together where the weights stand. */
export interface PointsSplit {
  readonly had: Decimal
  readonly lost: Decimal
  readonly open: Decimal
}

/** Splits a sheet into points had, lost and open (domain.md §7). */
export function pointsSplit({ rows, outcome }: Sheet): PointsSplit {
  return {
    had: sum(rows.flatMap(({ points }) => points ?? [])),
    lost: sum(rows.flatMap(({ points, weight }) => (points ? [weight.minus(points)] : []))),
    open: outcome.kind === 'incomplete' ? outcome.open : ZERO,
  }
}
