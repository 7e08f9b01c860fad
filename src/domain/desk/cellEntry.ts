import { stateTotals } from './cumulative'
import type { Day } from '../time/day'
import { targetAt, type CellValue, type EntryRow } from './entryGrid'
import type { Draft } from '../ledger/draft'
import type { IndicatorActual } from '../ledger/entry'
import { saidBy, type MeasureStatus } from '../status/indicatorStatus'
import { isCarried } from '../status/carried'
import type { ProjectStatus } from '../status/projectStatus'
import { statusAt, type ProjectDesk } from './projectDesk'

/** What an indicator's cell holds: the last value effective in the period of its column, or one carried from before. */
export interface HeldActual {
  readonly entry: IndicatorActual
  readonly carried: boolean
}

/** The judged part that a row of the grid stands for; `null` for spending, and where the indicator was not split so on that day. */
export function partOfRow(status: ProjectStatus, row: EntryRow): MeasureStatus | null {
  if (row.kind !== 'indicator') return null
  const own = status.indicators.find(({ indicator }) => indicator.id === row.indicator.id)
  return own?.parts.find((part) => (part.measure?.id ?? null) === (row.measure?.id ?? null)) ?? null
}

/** The value an indicator row shows at a column whose period begins after `after`; `null` when nothing was reported by then. `status` is the project's at that day. */
export function heldActual(status: ProjectStatus, row: EntryRow, after: Day | null): HeldActual | null {
  const entry = partOfRow(status, row)?.entry ?? null
  return entry && { entry, carried: isCarried(entry.effectiveOn, after) }
}

/** The drafts that put a value into a cell: a statement for spending, else an 实际完成值 of that day. What was said beside a value belongs to that value: another one begins without reason, evidence and 全年预计, the same one written otherwise keeps them (D, domain.md §6). */
export function cellDrafts(
  status: ProjectStatus,
  yearEnd: ProjectStatus,
  row: EntryRow,
  day: Day,
  value: CellValue,
): readonly Draft[] {
  if (value.kind === 'amount') {
    return row.kind === 'spending'
      ? stateTotals(status.project.id, yearEnd.spending, [{ day, total: value.amount }])
      : []
  }
  if (row.kind !== 'indicator') return []
  const held = heldActual(status, row, null)?.entry ?? null
  const same = held?.effectiveOn === day ? held : null
  if (same && JSON.stringify(same.value) === JSON.stringify(value.value)) return []
  const target = targetAt(row, day)
  const kept = same && saidBy(same, target) === saidBy(value, target) ? same : null
  return [
    {
      kind: 'indicator-actual',
      subject: row.indicator.id,
      effectiveOn: day,
      measure: row.measure?.id ?? null,
      value: value.value,
      evidence: kept?.evidence ?? [],
      deviation: kept?.deviation ?? null,
      fullYear: kept?.fullYear ?? null,
      likelihood: kept?.likelihood ?? null,
    },
  ]
}

/** A value for a cell of the grid. */
export interface CellWrite {
  readonly row: EntryRow
  readonly day: Day
  readonly value: CellValue
}

/** The drafts that put values into several cells as one step: totals together, in the order of their days. */
export function cellsDrafts(desk: ProjectDesk, cells: readonly CellWrite[]): readonly Draft[] {
  const totals = cells.flatMap(({ row, day, value }) =>
    row.kind === 'spending' && value.kind === 'amount' ? [{ day, total: value.amount }] : [],
  )
  return [
    ...stateTotals(desk.grid.project.id, desk.yearEnd.spending, totals),
    ...cells.flatMap(({ row, day, value }) => {
      const status = row.kind === 'indicator' ? statusAt(desk, day) : null
      return status ? cellDrafts(status, desk.yearEnd, row, day, value) : []
    }),
  ]
}
