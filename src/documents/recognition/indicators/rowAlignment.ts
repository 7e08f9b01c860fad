import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, type Slot, textOf } from '../documentRows'
import type { IndicatorColumn } from '../labels'
import { LEVEL1, LEVEL2 } from './levelNames'
import type { IndicatorHeading } from './indicatorHeading'

type Slots = readonly (Slot | undefined)[]

/** The slots of a row in the columns of its headings; `null` when the row does not show which cell stands where. */
export function aligned(row: Row, heading: IndicatorHeading): Slots | null {
  if (row.table.merges) return oneEach(row.slots, heading) ? row.slots : null
  const missing = heading.width - row.slots.length
  if (missing <= 0) return row.slots.slice(heading.width).some(isFilled) ? null : row.slots
  const first = heading.columns.get('level1')
  const levels = LEVELS.filter((level) => heading.columns.has(level)).length
  const [text = '', next = ''] = row.slots.map((slot) => (slot ? textOf(slot.cell) : ''))
  if (missing === 1 && first === 0 && LEVEL1.test(text) && !LEVEL2.test(text) && !LEVEL2.test(next)) {
    return [row.slots[0], ...row.slots]
  }
  return missing <= levels && fits(text, next, missing)
    ? [...Array.from<undefined>({ length: missing }), ...row.slots]
    : null
}

const LEVELS: readonly IndicatorColumn[] = ['level1', 'level2']
const NAMED: readonly IndicatorColumn[] = ['level3', 'target']

/** Whether no cell reaches over several columns; only a name that is 一级 and 二级指标 at once may, and one text of name and value. */
function oneEach(slots: Slots, heading: IndicatorHeading): boolean {
  const seen = new Map<SourceCell, IndicatorColumn>()
  for (const [column, place] of heading.columns) {
    const cell = slots[place]?.cell
    if (!cell || textOf(cell) === '') continue
    const other = seen.get(cell)
    const one = [other, column]
    const both = [LEVELS, NAMED].some((pair) => one.every((name) => name && pair.includes(name)))
    if (other !== undefined && !both) return false
    seen.set(cell, column)
  }
  return true
}

function isFilled(slot: Slot | undefined): boolean {
  return slot !== undefined && textOf(slot.cell) !== ''
}

/** Whether a row that lacks its first cells begins where it must: with a 二级指标 when only the 一级指标 is missing, with neither when both are. */
function fits(first: string, second: string, missing: number): boolean {
  if (missing === 1) return (LEVEL2.test(first) || first === '') && !LEVEL2.test(second)
  return !LEVEL1.test(first) && !LEVEL2.test(first)
}
