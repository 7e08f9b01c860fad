import { cleanCell } from '../number/cellText'
import { yearOf, type Day } from '../time/day'
import { readPaidDay, type DayReading } from './paidDay'
import type { LineDoubt, LineNote } from './paymentList'
import type { RowCells } from './rowCells'

/** The day of a row, `null` where it is asked or refused; with what is asked and said of it. */
export interface DayFound {
  readonly day: Day | null
  readonly doubts: readonly LineDoubt[]
  readonly notes: readonly LineNote[]
}

/** The year a list belongs to, and today (`null` when it does not matter). */
export interface DayContext {
  readonly year: number
  readonly today: Day | null
  /** The year that a title above states for days without one. */
  readonly stated?: number | null
  /** What the days of the list were read as so far. */
  readonly read?: DaysRead
}

/** What the texts of a column of days were read as: a list writes the same days over and over. Those read for one year are forgotten for another. */
export class DaysRead {
  private year: number | null = null
  private readonly found = new Map<string, DayFound>()

  of(said: string, year: number, context: DayContext): DayFound {
    if (this.year !== year) this.found.clear()
    this.year = year
    const known = this.found.get(said)
    if (known) return known
    const found = understood(readPaidDay(said, year), said, context)
    this.found.set(said, found)
    return found
  }
}

/** Reads the day of a row from its column, or from its year, month and day in columns; `answered` is what a person chose. */
export function dayOfRow(
  cells: RowCells,
  row: number,
  context: DayContext,
  answered: Day | undefined,
): DayFound {
  if (answered) return judged(answered, [], context)
  const own = cells.layout.year ?? context.stated ?? context.year
  const month = cells.text(row, 'month')
  if (cells.has('month') && month !== '') {
    const bare = (text: string) => cleanCell(text).replace(/[年度月份日号]+$/, '')
    const said = [cells.text(row, 'year') || String(own), month, cells.text(row, 'date')].map(bare).join('-')
    return understood(readPaidDay(said, own), said, context)
  }
  const first = cells.at(row, cells.columns('day')[0])
  if (context.read && first !== '' && !cells.has('year')) return context.read.of(first, own, context)
  const said = first === '' ? cells.held(row, 'day') : first
  const year = /^((?:19|20)\d{2})/.exec(cells.text(row, 'year'))?.[1]
  const reading = readPaidDay(said, year === undefined ? own : Number(year))
  if (first !== '' || said === '' || cells.text(row, 'day') === '') return understood(reading, said, context)
  const choices = reading.kind === 'day' ? [reading.day] : reading.kind === 'asked' ? reading.choices : []
  return { day: null, doubts: [{ kind: 'day-elsewhere', said, choices }], notes: [] }
}

function understood(reading: DayReading, said: string, context: DayContext): DayFound {
  switch (reading.kind) {
    case 'day': {
      const { day, how } = reading
      if (how === 'written') return judged(day, [], context)
      return judged(day, [{ kind: how === 'serial' ? 'serial-day' : 'year-supplied', said, day }], context)
    }
    case 'asked': {
      const choices = reading.choices.filter((day) => yearOf(day) === context.year)
      const [elsewhere] = reading.choices
      return choices.length === 0 && elsewhere
        ? judged(elsewhere, [], context)
        : { day: null, doubts: [{ kind: 'day-asked', said, choices }], notes: [] }
    }
    case 'empty':
      return { day: null, doubts: [{ kind: 'day-empty' }], notes: [] }
    case 'impossible':
      return { day: null, doubts: [{ kind: 'day-impossible', said }], notes: [] }
    case 'unread':
      return { day: null, doubts: [{ kind: 'day-unread', said }], notes: [] }
  }
}

/** A day outside the plan's year or after today is refused (domain.md §6). */
function judged(day: Day, notes: readonly LineNote[], { year, today }: DayContext): DayFound {
  if (yearOf(day) !== year) return { day, doubts: [{ kind: 'other-year', day }], notes: [] }
  if (today !== null && day > today) return { day, doubts: [{ kind: 'future', day }], notes }
  return { day, doubts: [], notes }
}
