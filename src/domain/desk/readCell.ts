import { readAmountCell, type AmountReading, type AmountRefusal, type ColumnUnit } from './amountCell'
import { targetAt, type CellValue, type EntryColumn, type EntryGrid, type EntryRow } from './entryGrid'
import { readIndicatorCell, type IndicatorReading, type IndicatorRefusal } from './indicatorCell'
import { cleanCell } from '../number/cellText'
import { money } from '../number/money'
import type { Day } from '../time/day'

/** What is asked about a cell before it counts. */
export type CellDoubt =
  | Extract<AmountReading, { kind: 'doubtful' }>['reason']
  | Extract<IndicatorReading, { kind: 'doubtful' }>['reason']
  | 'negative-total'
  | 'falls'

/** Why a cell is refused: what its text is, that no total is below 0, what its place cannot hold (closed, in the future, before its split, a zero beside money spent by `day`), or a 无 or dash over a value that stands. */
export type CellRefusal =
  | AmountRefusal
  | IndicatorRefusal
  | { readonly reason: 'closed' | 'future' | 'before-split' | 'says-nothing' | 'negative-total' }
  | { readonly reason: 'not-zero'; readonly day: Day }

/** What a cell of the grid came to, however it was brought: typed, pasted or uploaded. `asRead` is `null` where the plain reading would not count. */
export type CellReading =
  | { readonly kind: 'accepted'; readonly value: CellValue; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly doubts: readonly CellDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | { readonly kind: 'refused'; readonly why: CellRefusal }
  | { readonly kind: 'empty' }

/** Reads a cell and asks what every door asks of its place, typed, pasted or in a file: nothing closed, nothing in the future, no zero beside money already spent, and whether a total that falls is meant (domain.md §6). */
export function askCell(
  text: string,
  row: EntryRow,
  column: EntryColumn,
  grid: EntryGrid,
  unit: ColumnUnit,
): CellReading {
  const reading = readCell(text, row, column.day, grid, unit)
  if (reading.kind === 'empty') return reading
  if (column.state === 'closed') return { kind: 'refused', why: { reason: 'closed' } }
  if (row.kind === 'indicator' && row.apart.has(column.day))
    return { kind: 'refused', why: { reason: 'before-split' } }
  if (reading.kind === 'refused') return reading
  if (column.state === 'future') return { kind: 'refused', why: { reason: 'future' } }
  const value = reading.kind === 'accepted' ? reading.value : reading.suggestion
  if (value.kind !== 'amount') return reading
  if (column.paid !== null && value.amount.isZero())
    return { kind: 'refused', why: { reason: 'not-zero', day: column.paid } }
  const { floor } = column
  return floor !== null && value.amount.lt(floor.total) && floor.stands?.eq(value.amount) !== true
    ? falling(reading)
    : reading
}

/** A cumulative total below the one before it is asked about: spending falls only where money came back, which is a payment below 0 (domain.md §6). */
export function falling(reading: Extract<CellReading, { kind: 'accepted' | 'doubtful' }>): CellReading {
  return reading.kind === 'accepted'
    ? { kind: 'doubtful', doubts: ['falls'], suggestion: reading.value, asRead: reading.value }
    : { ...reading, doubts: [...new Set([...reading.doubts, 'falls' as const])] }
}

/** Reads the text of a cell: cumulative spending as an amount (no total is below 0: whether a sign is meant is asked, brackets leave no question), an 实际完成值 against the target of its day (domain.md §4, §5). */
export function readCell(
  text: string,
  row: EntryRow,
  day: Day,
  grid: EntryGrid,
  unit: ColumnUnit,
): CellReading {
  return row.kind === 'spending'
    ? readTotal(text, grid, unit)
    : readActualCell(readIndicatorCell(text, targetAt(row, day), grid.year))
}

/** Whether an amount stands in the brackets of accounting, which nobody writes by a slip as one may a stroke. */
function isBracketed(text: string): boolean {
  return /[1-9]/.test(text) && /^[^\d]*\([^()]*\d[^()]*\)/.test(cleanCell(text))
}

function readTotal(text: string, { budget, year }: EntryGrid, unit: ColumnUnit): CellReading {
  const reading = readAmountCell(text, { unit, budget, year })
  if (reading.kind === 'refused') return { kind: 'refused', why: reading }
  if (reading.kind === 'empty') return reading
  if (isBracketed(text)) return { kind: 'refused', why: { reason: 'negative-total' } }
  const [suggested, plain] =
    reading.kind === 'accepted' ? [reading.amount, reading.amount] : [reading.suggestion, reading.asRead]
  const doubts: readonly CellDoubt[] = [
    ...(reading.kind === 'doubtful' ? [reading.reason] : []),
    ...(suggested.lt(0) ? ['negative-total' as const] : []),
  ]
  const suggestion: CellValue = { kind: 'amount', amount: money(suggested.abs()) }
  if (doubts.length === 0) return { kind: 'accepted', value: suggestion, over100: false }
  const asRead: CellValue | null = plain.lt(0) ? null : { kind: 'amount', amount: plain }
  return { kind: 'doubtful', doubts, suggestion, asRead }
}

function readActualCell(reading: IndicatorReading): CellReading {
  switch (reading.kind) {
    case 'accepted':
      return { kind: 'accepted', value: { kind: 'actual', value: reading.value }, over100: reading.over100 }
    case 'doubtful':
      return {
        kind: 'doubtful',
        doubts: [reading.reason],
        suggestion: { kind: 'actual', value: reading.suggestion },
        asRead: reading.asRead && { kind: 'actual', value: reading.asRead },
      }
    case 'refused':
      return { kind: 'refused', why: reading }
    case 'empty':
      return reading
  }
}
