import { stateTotals, totalAt } from './cumulative'
import type { Day } from '../time/day'
import type { CellValue, EntryRow } from './entryGrid'
import type { Draft } from '../ledger/draft'
import type { IndicatorActual } from '../ledger/entry'
import type { ProjectStatus } from '../status/projectStatus'

/** What an indicator's cell holds: the last value effective in the period of its checkpoint, or one carried from before. */
export interface HeldActual {
  readonly entry: IndicatorActual
  readonly carried: boolean
}

/** The value an indicator row shows at a checkpoint whose period begins after `after`; `null` when nothing was reported by then. `status` is the project's at that day. */
export function heldActual(status: ProjectStatus, row: EntryRow, after: Day | null): HeldActual | null {
  if (row.kind !== 'indicator') return null
  const own = status.indicators.find(({ indicator }) => indicator.id === row.indicator.id)
  const entry = own?.parts.find((part) => part.measure?.id === row.measure?.id)?.entry ?? null
  return entry && { entry, carried: after !== null && entry.effectiveOn <= after }
}

/** The drafts that put a value into a cell: a payment of the difference for spending, else an 实际完成值 of that day that keeps what was said beside the value it replaces. */
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
  return [
    {
      kind: 'indicator-actual',
      subject: row.indicator.id,
      effectiveOn: day,
      measure: row.measure?.id ?? null,
      value: value.value,
      evidence: same?.evidence ?? [],
      deviation: same?.deviation ?? null,
      fullYear: same?.fullYear ?? null,
      likelihood: same?.likelihood ?? null,
    },
  ]
}

/** The cumulative spending of a project at the end of a day, from its status at the year's end. */
export function spentAt(yearEnd: ProjectStatus, day: Day) {
  return totalAt(yearEnd.spending, day)
}
