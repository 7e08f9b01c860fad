import { heldActual } from './cellEntry'
import type { CellValue, EntryRow } from './entryGrid'
import type { ProjectDesk } from './projectDesk'
import { totalAt } from '../status/spending'

/** What a cell of a project's grid holds of its own period, counted from after the column before it; `null` where nothing was entered there, whatever is carried on from before. */
export function standingValue(
  { grid, statuses, yearEnd }: ProjectDesk,
  row: EntryRow,
  column: number,
): CellValue | null {
  const [at, status] = [grid.columns[column], statuses[column]]
  if (!at || !status) return null
  const after = grid.columns[column - 1]?.day ?? null
  if (row.kind === 'indicator') {
    const held = heldActual(status, row, after)
    return held && !held.carried ? { kind: 'actual', value: held.entry.value } : null
  }
  const own = yearEnd.spending.some(
    ({ entry }) => entry.effectiveOn <= at.day && (after === null || entry.effectiveOn > after),
  )
  const total = own ? totalAt(yearEnd.spending, at.day) : null
  return total && { kind: 'amount', amount: total }
}

/** Whether two values of a cell say the same, or neither says anything. */
export function saysTheSame(one: CellValue | null, other: CellValue | null): boolean {
  if (one === null || other === null) return one === other
  return one.kind === 'amount' && other.kind === 'amount'
    ? one.amount.eq(other.amount)
    : JSON.stringify(one) === JSON.stringify(other)
}
