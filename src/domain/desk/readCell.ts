import { readAmountCell, type AmountReading, type AmountRefusal, type AmountUnit } from './amountCell'
import { targetAt, type CellValue, type EntryGrid, type EntryRow } from './entryGrid'
import { readIndicatorCell, type IndicatorReading, type IndicatorRefusal } from './indicatorCell'
import type { Day } from '../time/day'

/** What is asked about a cell before it counts. */
export type CellDoubt =
  | Extract<AmountReading, { kind: 'doubtful' }>['reason']
  | Extract<IndicatorReading, { kind: 'doubtful' }>['reason']
  | 'negative-total'

/** What a cell of the grid came to, however it was brought: typed, pasted or uploaded. `asRead` is `null` where the plain reading would not count. */
export type CellReading =
  | { readonly kind: 'accepted'; readonly value: CellValue; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly doubts: readonly CellDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | { readonly kind: 'refused'; readonly why: AmountRefusal | IndicatorRefusal }
  | { readonly kind: 'empty' }

/** Reads the text of a cell: cumulative spending as an amount (a negative total is asked about), an 实际完成值 against the target of its day (domain.md §4, §5). */
export function readCell(
  text: string,
  row: EntryRow,
  day: Day,
  grid: EntryGrid,
  unit: AmountUnit,
): CellReading {
  return row.kind === 'spending'
    ? readTotal(text, grid, unit)
    : readActualCell(readIndicatorCell(text, targetAt(row, day), grid.year))
}

function readTotal(text: string, { budget, year }: EntryGrid, unit: AmountUnit): CellReading {
  const reading = readAmountCell(text, { unit, budget, year })
  if (reading.kind === 'refused') return { kind: 'refused', why: reading }
  if (reading.kind === 'empty') return reading
  const [suggested, plain] =
    reading.kind === 'accepted' ? [reading.amount, reading.amount] : [reading.suggestion, reading.asRead]
  const doubts: readonly CellDoubt[] = [
    ...(reading.kind === 'doubtful' ? [reading.reason] : []),
    ...(suggested.isNegative() ? ['negative-total' as const] : []),
  ]
  const suggestion: CellValue = { kind: 'amount', amount: suggested }
  return doubts.length === 0
    ? { kind: 'accepted', value: suggestion, over100: false }
    : { kind: 'doubtful', doubts, suggestion, asRead: { kind: 'amount', amount: plain } }
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
