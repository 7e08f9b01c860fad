import { toHalfWidth } from '@/domain/number/halfWidth'
import type { Account } from './facts/account'
import { type Row, textOf } from './documentRows'
import { type IndicatorColumn, indicatorColumn } from './headings'

/** The columns of a table of indicators by their place, the headings' width, and whether a column before them is only a side label. */
export interface IndicatorHeading {
  readonly columns: ReadonlyMap<IndicatorColumn, number>
  readonly width: number
  readonly merges: boolean
  readonly signature: string
}

const FEWEST_KNOWN = 3

/** Reads a row as the headings of indicators: three known columns at least, a 二级 or 三级指标 among them; `null` when it is none. */
export function indicatorHeading(row: Row): IndicatorHeading | null {
  const columns = new Map<IndicatorColumn, number>()
  const named = row.slots.map((slot) => (slot?.begins ? indicatorColumn(textOf(slot.cell)) : null))
  const exact = row.slots.findIndex(
    (slot) =>
      slot &&
      toHalfWidth(textOf(slot.cell)).trim().startsWith('三级') &&
      indicatorColumn(textOf(slot.cell)) !== null,
  )
  for (const [place, column] of named.entries()) {
    if (column === null || columns.has(column)) continue
    if (column === 'level3' && exact >= 0 && place !== exact) continue
    columns.set(column, place)
  }
  if (columns.size < FEWEST_KNOWN || !(columns.has('level2') || columns.has('level3'))) return null
  return {
    columns,
    width: row.slots.length,
    merges: row.table.merges,
    signature: row.slots.map((slot) => (slot ? textOf(slot.cell) : '')).join('\t'),
  }
}

/** Marks the headings that were understood; another heading stays to be listed. */
export function takeHeading(row: Row, heading: IndicatorHeading, account: Account): void {
  const known = new Set(heading.columns.values())
  for (const [place, slot] of row.slots.entries()) {
    if (slot && (known.has(place) || /^绩效指标$/.test(textOf(slot.cell)))) account.understood(slot.cell)
  }
}
