import { writerOf, type Appraisal, type Moment } from '../ledger/entry'
import { Decimal, sum, ZERO } from '../number/decimal'
import { roundPoints } from '../scoring/points'
import type { IndicatorRow } from '../scoring/row'
import { gradeOf, type Grade } from '../scoring/scheme'
import type { Sheet } from '../scoring/sheet'
import type { FrameInForce, FramePart, FrameRow } from './evaluationFrame'
import type { KeptReview } from './reviews'

/** What an evaluator said of one row: the points, the basis, in which entry, and what was said before that he had read and stands instead of. */
export interface RowSaid {
  readonly points: Decimal
  readonly basis: string
  readonly entry: Appraisal
  readonly replaced: Pick<RowSaid, 'points' | 'entry'> | null
}

/**
 * A row of 绩效评价. `started` are the points that the self-evaluation's ratio gives it; `points` those that count, `null` while it is open: the evaluator's own (`to-judge`), an indicator
 * unreported (`open`), no such indicator in the plan (`none`), evaluators at odds (`conflict`), or points given while the row had another weight (`stale`).
 */
export interface AppraisedRow {
  readonly row: FrameRow
  readonly indicators: readonly IndicatorRow[]
  /** Those of its indicators that the self-evaluation gives no points: they start nothing, and are named. */
  readonly unweighted: readonly IndicatorRow[]
  readonly ratio: Decimal | null
  readonly started: Decimal | null
  readonly said: RowSaid | null
  readonly rivals: readonly RowSaid[]
  readonly points: Decimal | null
  readonly state: 'judged' | 'started' | 'to-judge' | 'open' | 'none' | 'conflict' | 'stale'
}

/** 绩效评价 of a project: its rows, the points so far and those still open; a total with its grade only when every row has points. */
export interface AppraisedProject {
  readonly sheet: Sheet
  readonly frame: FrameInForce
  readonly rows: readonly AppraisedRow[]
  readonly points: Decimal
  readonly open: Decimal
  readonly total: Decimal | null
  readonly grade: Grade | null
  readonly entries: readonly Appraisal[]
  /** What was taken back, with who did so and why. */
  readonly withdrawn: readonly KeptReview[]
}

/** The frame of a plan as it stood at a moment. */
type FrameAt = (moment: Moment) => Pick<FrameInForce, 'rows'>

/** Judges a project by the frame: 产出 and 效益 start from the self-evaluation's ratios (points ÷ 分值), 决策 and 过程 are the evaluator's, and what he said of a row stands instead (domain.md §12). */
export function appraised(
  sheet: Sheet,
  frame: FrameInForce,
  entries: readonly Appraisal[],
  frameAt: FrameAt = () => frame,
  withdrawn: readonly KeptReview[] = [],
): AppraisedProject {
  const rows = frame.rows.map((own) => appraisedRow(own, sheet, standingWords(entries, own.id), frameAt))
  const total = rows.every(({ points }) => points !== null)
    ? sum(rows.map(({ points }) => points ?? ZERO))
    : null
  return {
    sheet,
    frame,
    rows,
    points: sum(rows.map(({ points }) => points ?? ZERO)),
    open: sum(rows.map(({ points, row: { weight } }) => (points ? ZERO : weight))),
    total,
    grade: total && gradeOf(total, sheet.scheme),
    entries,
    withdrawn,
  }
}

/** What stands of what was said of a row: each evaluator's last word, without those that a later one had before him. */
export function standingWords(entries: readonly Appraisal[], id: string): RowSaid[] {
  const said = [...entries]
    .sort((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id))
    .flatMap((entry) => {
      const own = entry.rows.find((one) => one.row === id)
      return own ? [{ points: own.points, basis: own.basis, entry }] : []
    })
  return said
    .map((own, at) => ({
      ...own,
      replaced:
        said
          .slice(0, at)
          .filter(({ entry }) => standsInstead(own.entry, entry))
          .at(-1) ?? null,
    }))
    .filter(({ entry }, at) => !said.slice(at + 1).some((later) => standsInstead(later.entry, entry)))
}

function standsInstead(later: Appraisal, earlier: Appraisal): boolean {
  return later.seen.includes(earlier.id) || writerOf(later) === writerOf(earlier)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function appraisedRow(
  own: FrameRow,
  sheet: Sheet,
  standing: readonly RowSaid[],
  frameAt: FrameAt,
): AppraisedRow {
  const begun = startedRow(own, sheet)
  const said = standing.at(-1) ?? null
  if (!said) return { ...begun, said, rivals: [], points: begun.started }
  if (!standing.every(({ points }) => points.eq(said.points)))
    return { ...begun, said: null, rivals: standing, points: null, state: 'conflict' }
  const then = frameAt(said.entry.recordedAt).rows.find(({ id }) => id === own.id)
  if (!then?.weight.eq(own.weight) || said.points.gt(own.weight))
    return { ...begun, said, rivals: [], points: null, state: 'stale' }
  return { ...begun, said, rivals: [], points: roundPoints(said.points, own.weight), state: 'judged' }
}

function startedRow(
  own: FrameRow,
  { indicators }: Sheet,
): Pick<AppraisedRow, 'row' | 'indicators' | 'unweighted' | 'ratio' | 'started' | 'state'> {
  const { from, weight } = own
  const all = indicators.filter(({ indicator }) => from?.test(indicator.level2) === true)
  const found = all.filter((indicator) => !indicator.weight.isZero())
  const unweighted = all.filter((indicator) => indicator.weight.isZero())
  const base = { row: own, indicators: found, unweighted, ratio: null, started: null }
  if (from === null) return { ...base, state: 'to-judge' }
  if (found.length === 0) return { ...base, state: 'none' }
  if (found.some(({ points }) => points === null)) return { ...base, state: 'open' }
  const ratio = sum(found.map(({ points }) => points ?? ZERO)).div(sum(found.map((each) => each.weight)))
  return { ...base, ratio, started: roundPoints(weight.times(ratio), weight), state: 'started' }
}

/** The points and the weight of a part together; points `null` while one of its rows is open. */
export function partOf(
  { rows }: Pick<AppraisedProject, 'rows'>,
  part: FramePart,
): { readonly weight: Decimal; readonly points: Decimal | null; readonly rows: readonly AppraisedRow[] } {
  const own = rows.filter(({ row }) => row.part === part)
  return {
    rows: own,
    weight: sum(own.map(({ row }) => row.weight)),
    points: own.every(({ points }) => points !== null) ? sum(own.map(({ points }) => points ?? ZERO)) : null,
  }
}
