import type { ReEvaluation } from '../ledger/entry'
import { sum, type Decimal } from '../number/decimal'
import { roundPoints } from './points'
import type { Row } from './row'
import { gradeOf, type Grade, type Scheme } from './scheme'

/** A row of a sheet beside its 复评: 自评分 (`null` while open), 复评分, their difference, and why. `entry` is who said so, `null` where the row keeps its own points. */
export interface ReEvaluatedRow {
  readonly row: Row
  readonly points: Decimal | null
  readonly difference: Decimal | null
  readonly text: string
  readonly entry: ReEvaluation | null
}

/** The 复评 of a sheet (domain.md §12): every row with both points, the totals, and the rows whose 复评分 lie above their weight and therefore do not count. */
export interface ReEvaluatedSheet {
  readonly rows: readonly ReEvaluatedRow[]
  readonly stale: readonly string[]
  readonly total: Decimal | null
  readonly difference: Decimal | null
  readonly grade: Grade | null
  readonly last: ReEvaluation
}

/** Lays a project's 复评 beside its self-evaluation: the last entry that names a row counts, never above the row's weight; `null` where there is none. */
export function reEvaluated(
  rows: readonly Row[],
  entries: readonly ReEvaluation[],
  scheme: Scheme,
  ownTotal: Decimal | null,
): ReEvaluatedSheet | null {
  const last = entries.at(-1)
  if (!last) return null
  const said = new Map(entries.flatMap((entry) => entry.rows.map((own) => [own.row, { ...own, entry }])))
  const stale: string[] = []
  const made = rows.map((row): ReEvaluatedRow => {
    const own = said.get(row.id)
    if (own?.points.gt(row.weight)) stale.push(row.id)
    if (!own || own.points.gt(row.weight)) {
      return { row, points: row.points, difference: null, text: '', entry: null }
    }
    const points = roundPoints(own.points, row.weight)
    return {
      row,
      points,
      difference: row.points && points.minus(row.points),
      text: own.text,
      entry: own.entry,
    }
  })
  const known = made.flatMap(({ points }) => points ?? [])
  const total = known.length === made.length && stale.length === 0 ? sum(known) : null
  return {
    rows: made,
    stale,
    total,
    difference: total && ownTotal ? total.minus(ownTotal) : null,
    grade: total && gradeOf(total, scheme),
    last,
  }
}
