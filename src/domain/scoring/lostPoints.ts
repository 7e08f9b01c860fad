import { HUNDRED, sum, ZERO, type Decimal } from '../number/decimal'
import type { Formula } from './points'
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

/** A row that reached less than it was to, as every paper lists it: the points it lost (0 where rounding gave them back, or the row has a weight of 0). */
export function problemRows(sheet: Sheet): readonly LostPoints[] {
  const costly = whatMovesMost(sheet)
  const free = sheet.rows.filter(
    (row) => fellShort(row) && row.points !== null && !costly.some((own) => own.row === row),
  )
  return [...costly, ...free.map((row) => ({ row, lost: ZERO }))]
}

function fellShort(row: Row): boolean {
  if (row.kind === 'indicator' && row.attainment.kind === 'missed') return true
  return lostBeforeRounding(row).gt(0)
}

/** What the rule takes from a row before anything is rounded or taken off; a row in the full band of a scheme loses nothing (domain.md §7). */
export function lostBeforeRounding({ score, weight }: Row): Decimal {
  return typeof score === 'string' ? ZERO : weight.times(HUNDRED.minus(earned(score.formula))).div(HUNDRED)
}

/** How much of its weight a formula gives, in percent, exactly. */
function earned(formula: Formula): Decimal {
  switch (formula.kind) {
    case 'full':
      return HUNDRED
    case 'part':
      return formula.part.times(HUNDRED).div(formula.whole)
    case 'band':
      return formula.percent
    case 'none':
    case 'below-floor':
      return ZERO
    case 'execution':
      if (formula.limit !== null) return formula.limit === 'over' ? HUNDRED : ZERO
      return formula.spent.times(HUNDRED).div(formula.budget)
    case 'execution-band':
      return formula.share
  }
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
