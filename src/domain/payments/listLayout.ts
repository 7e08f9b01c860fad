import { looksLikeValue } from '../number/cellText'
import { toHalfWidth } from '../number/halfWidth'
import { readPaidDay } from './paidDay'
import { plainHeading, rolesOf, type ListRole } from './listHeadings'
import { cellAt, type ListTable } from './listTable'

/** Where the columns of a table are: the rows of its headings, each role's columns with the more telling first, the year where a heading names it, and the text of every heading. */
export interface ListLayout {
  readonly first: number
  readonly last: number
  readonly columns: ReadonlyMap<ListRole, readonly number[]>
  readonly headings: readonly string[]
  /** The columns whose meaning a person chose. */
  readonly chosen: readonly number[]
  readonly year: number | null
}

const DEEPEST = 3
const SEARCHED = 60
const YEAR = /^(?:19|20)\d{2}年?度?$/

/** The texts of a column's heading over some rows, the lowest last; a blank place above takes the heading to its left, as merged headings print. */
function stack(table: ListTable, first: number, last: number, column: number): string[] {
  const lowest = cellAt(table, last, column)
  const texts: string[] = []
  for (let row = first; row <= last; row += 1) {
    const own = cellAt(table, row, column)
    const inherits = own === '' && row < last && lowest !== ''
    const text = inherits ? leftOf(table, row, column) : own
    if (text !== '') texts.push(text)
  }
  return texts
}

function leftOf(table: ListTable, row: number, column: number): string {
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = cellAt(table, row, left)
    if (text !== '') return text
  }
  return ''
}

function rolesOfStack(texts: readonly string[]): ReadonlyMap<ListRole, number> {
  const lowest = rolesOf(texts.at(-1) ?? '')
  if (lowest.size > 0 || texts.length < 2) return lowest
  const joined = [texts, [...texts].reverse()].map((own) => rolesOf(own.join('')))
  return joined.find(({ size }) => size > 0) ?? rolesOf(texts[0] ?? '')
}

function layoutAt(
  table: ListTable,
  first: number,
  last: number,
  chosen: Readonly<Record<string, ListRole>>,
): ListLayout {
  const width = Math.max(...table.rows.slice(first, last + 1).map((row) => row.length), 0)
  const found = new Map<ListRole, { column: number; rank: number }[]>()
  const headings: string[] = []
  const said: number[] = []
  let year: number | null = null
  for (let column = 0; column < width; column += 1) {
    const texts = stack(table, first, last, column)
    const heading = texts.at(-1) ?? ''
    headings.push(texts.join(' ').trim())
    const named = texts.map((text) => toHalfWidth(text).trim()).find((text) => YEAR.test(text))
    if (named !== undefined) year ??= Number(named.slice(0, 4))
    const own = chosen[plainHeading(heading)]
    if (own) said.push(column)
    const roles = own ? new Map([[own, -1]]) : rolesOfStack(texts)
    for (const [role, rank] of roles) found.set(role, [...(found.get(role) ?? []), { column, rank }])
  }
  const columns = new Map<ListRole, readonly number[]>()
  for (const [role, list] of found)
    columns.set(
      role,
      list.sort((a, b) => a.rank - b.rank || a.column - b.column).map(({ column }) => column),
    )
  return { first, last, columns: settled(columns), headings, chosen: said, year }
}

/** One heading may be read two ways (借方金额, 日): the other columns decide. */
function settled(
  columns: ReadonlyMap<ListRole, readonly number[]>,
): ReadonlyMap<ListRole, readonly number[]> {
  const own = new Map(columns)
  const has = (role: ListRole) => (own.get(role)?.length ?? 0) > 0
  const shared = (role: ListRole, other: ListRole) =>
    own.set(
      role,
      (own.get(role) ?? []).filter((column) => !(own.get(other) ?? []).includes(column)),
    )
  if (has('debit') && has('credit')) shared('amount', 'debit')
  else {
    if (has('debit') && !has('amount')) own.set('amount', own.get('debit') ?? [])
    own.delete('debit')
    own.delete('credit')
  }
  if (!has('month')) own.delete('date')
  if (has('debit') && has('credit')) own.delete('direction')
  return own
}

/** Headings that have a day or an amount and lack the other: `has` is the heading that stands there. */
export interface HalfLayout {
  readonly layout: ListLayout
  readonly lacks: 'amount' | 'day'
  readonly has: string
}

/** The first headings with a day or an amount alone, for a person to choose the other; `null` where none stand. */
export function findHalfLayout(
  table: ListTable,
  chosen: Readonly<Record<string, ListRole>>,
): HalfLayout | null {
  for (let row = 0; row < Math.min(table.rows.length, SEARCHED); row += 1) {
    if (holdsData(table, row)) continue
    const layout = layoutAt(table, row, row, chosen)
    const filled = layout.headings.filter((text) => text !== '').length
    const [day, amount] = [layout.columns.get('day')?.[0], layout.columns.get('amount')?.[0]]
    const column = day ?? amount
    if (filled > 1 && column !== undefined)
      return { layout, lacks: day === undefined ? 'day' : 'amount', has: layout.headings[column] ?? '' }
  }
  return null
}

function score({ columns }: ListLayout): number {
  const has = (role: ListRole) => (columns.get(role)?.length ?? 0) > 0
  const dated = has('day') || (has('month') && has('date'))
  const paid = has('amount') || has('debit') || has('credit') || has('requested')
  return dated && paid ? [...columns].filter(([role, own]) => role !== 'ignored' && own.length > 0).length : 0
}

function holdsData(table: ListTable, row: number): boolean {
  return (table.rows[row] ?? []).some((cell) => {
    const text = cell.trim()
    if (text === '' || YEAR.test(text)) return false
    return looksLikeValue(text) || readPaidDay(text, 2000).kind !== 'unread'
  })
}

/** Whether a heading of a row is merged over several columns that the row below names one by one. */
function isSplitBelow(table: ListTable, row: number): boolean {
  return table.merges.some(
    ({ top, bottom, left, right }) =>
      top <= row &&
      bottom === row &&
      right > left &&
      cellAt(table, top, left) !== '' &&
      cellAt(table, row + 1, left) !== '' &&
      cellAt(table, row + 1, right) !== '',
  )
}

/** The layout whose headings begin at a row; `null` where no day and amount stand there. */
export function layoutFrom(
  table: ListTable,
  row: number,
  chosen: Readonly<Record<string, ListRole>>,
): ListLayout | null {
  let best: ListLayout | null = null
  for (let depth = 1; depth <= DEEPEST && row + depth <= table.rows.length; depth += 1) {
    if (depth > 1 && holdsData(table, row + depth - 1)) break
    const layout = layoutAt(table, row, row + depth - 1, chosen)
    const least = best ? score(best) - (isSplitBelow(table, row + depth - 2) ? 1 : 0) : 0
    if (score(layout) > least) best = layout
  }
  return best
}

/** Finds the headings of a payment list among the first rows; `chosen` are headings a person said the meaning of. */
export function findListLayout(
  table: ListTable,
  chosen: Readonly<Record<string, ListRole>>,
): ListLayout | null {
  let best: ListLayout | null = null
  for (let row = 0; row < Math.min(table.rows.length, SEARCHED); row += 1) {
    if (best !== null && row > best.last) break
    const layout = layoutFrom(table, row, chosen)
    const better =
      layout &&
      (!best ||
        score(layout) > score(best) ||
        (score(layout) === score(best) &&
          layout.year === best.year &&
          layout.last - layout.first < best.last - best.first))
    if (layout && better) best = layout
  }
  return best
}
