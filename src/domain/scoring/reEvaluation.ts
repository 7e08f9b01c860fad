import type { Moment, ReEvaluation } from '../ledger/entry'
import { sum, type Decimal } from '../number/decimal'
import { roundPoints } from './points'
import type { Row } from './row'
import { gradeOf, type Grade, type Scheme } from './scheme'

/** A row of a sheet beside its 复评: 自评分 (`null` while open), 复评分, their difference, and why. `entry` is who said so, `null` where the row keeps its own points; `replaced` is the earlier one it stands instead of; a `stale` one was said over other points or another weight or scheme and does not count. */
export interface ReEvaluatedRow {
  readonly row: Row
  readonly points: Decimal | null
  readonly difference: Decimal | null
  readonly text: string
  readonly entry: ReEvaluation | null
  readonly replaced: { readonly points: Decimal; readonly entry: ReEvaluation } | null
  readonly stale: boolean
}

/** The 复评 of a sheet (domain.md §12): every row with both points, the totals (none while the self-evaluation is 暂不完整, §7), and the rows to be looked at again. */
export interface ReEvaluatedSheet {
  readonly rows: readonly ReEvaluatedRow[]
  readonly stale: readonly string[]
  readonly total: Decimal | null
  readonly difference: Decimal | null
  readonly grade: Grade | null
  readonly last: ReEvaluation
}

/** What a sheet's rows were at a moment, and under which scheme. */
type RowsAt = (moment: Moment) => { readonly scheme: string; readonly rows: readonly Row[] }

/**
 * Lays a project's 复评 beside its self-evaluation: the last entry that names a row counts, never above the row's weight, and only while weight, scheme and 自评分 are what
 * they were when it was made (`rowsAt`); `null` where there is none. Over anything unreported there is no total and no grade (domain.md §7).
 */
export function reEvaluated(
  rows: readonly Row[],
  entries: readonly ReEvaluation[],
  scheme: Scheme,
  ownTotal: Decimal | null,
  rowsAt: RowsAt,
): ReEvaluatedSheet | null {
  const last = entries.at(-1)
  if (!last) return null
  const all = entries.flatMap((entry) => entry.rows.map((own) => ({ ...own, entry })))
  const made = rows.map((row): ReEvaluatedRow => {
    const said = all.filter((one) => one.row === row.id)
    const own = said.at(-1)
    const kept = { row, points: row.points, difference: null, text: '', entry: null, replaced: null }
    if (!own) return { ...kept, stale: false }
    if (own.points.gt(row.weight) || hasMoved(row, scheme, rowsAt(own.entry.recordedAt)))
      return { ...kept, stale: true }
    const points = roundPoints(own.points, row.weight)
    return {
      row,
      points,
      difference: row.points && points.minus(row.points),
      text: own.text,
      entry: own.entry,
      replaced: said.at(-2) ?? null,
      stale: false,
    }
  })
  const stale = made.flatMap((own) => (own.stale ? own.row.id : []))
  const known = made.flatMap(({ points }) => points ?? [])
  const whole = ownTotal !== null && stale.length === 0 && known.length === made.length
  const total = whole ? sum(known) : null
  return {
    rows: made,
    stale,
    total,
    difference: total && ownTotal ? total.minus(ownTotal) : null,
    grade: total && gradeOf(total, scheme),
    last,
  }
}

function hasMoved({ id, weight, points }: Row, { id: scheme }: Scheme, then: ReturnType<RowsAt>): boolean {
  const before = then.rows.find((row) => row.id === id)
  if (!before || then.scheme !== scheme || !before.weight.eq(weight)) return true
  return before.points === null || points === null ? before.points !== points : !before.points.eq(points)
}
