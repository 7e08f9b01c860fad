import type { DraftCell, DraftTable, FlowItem } from './draftTable'
import type { SetAside } from './sourceDocument'

/** What became of the items, and the repeated headings that were left out. */
export interface Rejoined {
  readonly items: readonly FlowItem[]
  readonly setAside: readonly SetAside[]
}

const SAME_EDGE = 30
const FEWEST_HEADINGS = 3

/**
 * Joins a table that was cut at the end of a page with the rest of it (D). The rest follows with no text between, on the same grid, and either
 * repeats the headings of the first — rows marked as such, or a row of three or more labels without a figure — which are then set aside;
 * or follows at once or after a page break and begins with other words than the first does. A table that begins with the same words but no such
 * headings is the same form filled in again, and one after a blank line is the next part of a form: both stay apart.
 * Where widths are not known, only repeated headings join.
 */
export function rejoined(items: readonly FlowItem[]): Rejoined {
  const joined: FlowItem[] = []
  const setAside: SetAside[] = []
  let last: { readonly table: DraftTable; readonly rows: (readonly DraftCell[])[] } | null = null
  let goesOn = true
  for (const item of items) {
    if (item.kind === 'gap') {
      goesOn = item.page
      continue
    }
    const headings = item.kind === 'table' && last ? repeatedHeadings(last.table, item.table, goesOn) : null
    goesOn = true
    if (item.kind === 'line') {
      joined.push(item)
      last = null
    } else if (last === null || headings === null) {
      const rows = [...item.table.rows]
      last = { table: item.table, rows }
      joined.push({ kind: 'table', table: { ...item.table, rows } })
    } else {
      for (const row of item.table.rows.slice(0, headings))
        setAside.push({ kind: 'repeated-headings', where: null, text: wordsOf(row).join('\t') })
      const shift = last.rows.length - headings
      for (const row of item.table.rows.slice(headings))
        last.rows.push(row.map((cell) => ({ ...cell, row: cell.row + shift })))
    }
  }
  return { items: joined, setAside }
}

/** How many rows at the start of the second repeat the first's headings; 0 when it goes on without; `null` when it is a table of its own. */
function repeatedHeadings(first: DraftTable, second: DraftTable, goesOn: boolean): number | null {
  if (!sameGrid(first.grid, second.grid) || second.rows.length === 0) return null
  const marked = first.headings > 0 && first.headings < first.rows.length ? first.headings : 0
  if (marked > 0 && repeats(first, second, marked)) return marked
  if (repeats(first, second, 1) && areLabels(first.rows[0] ?? [])) return 1
  if (first.grid === null || !goesOn) return null
  const start = firstWords(first)
  return start !== null && start !== firstWords(second) ? 0 : null
}

function sameGrid(one: readonly number[] | null, other: readonly number[] | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every((edge, index) => Math.abs(edge - (other[index] ?? 0)) <= SAME_EDGE)
  )
}

function repeats(first: DraftTable, second: DraftTable, rows: number): boolean {
  return first.rows.slice(0, rows).every((row, index) => {
    const again = second.rows[index]
    return (
      again?.length === row.length &&
      row.every((cell, at) => {
        const other = again[at]
        return other?.columnSpan === cell.columnSpan && other.lines.join('\n') === cell.lines.join('\n')
      })
    )
  })
}

function areLabels(row: readonly DraftCell[]): boolean {
  const words = wordsOf(row)
  return (
    words.length >= FEWEST_HEADINGS &&
    words.length === row.length &&
    words.every((word) => !/\d/.test(word)) &&
    row.every(({ rowSpan, tables }) => rowSpan === 1 && tables.length === 0)
  )
}

function firstWords(table: DraftTable): string | null {
  return wordsOf(table.rows[0] ?? [])[0] ?? null
}

function wordsOf(row: readonly DraftCell[]): string[] {
  return row.map(({ lines }) => lines.join('\n')).filter((text) => text !== '')
}
