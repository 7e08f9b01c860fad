import type { FormCell, FormTable } from './formCells'

type Rows = readonly (readonly FormCell[])[]

/** A table of a printed form: the rows repeated on later pages, and those below them. */
export interface PaperPart {
  readonly heads: Rows
  readonly body: Rows
}

/** The tables that a form is on paper, where only the first rows of a table are repeated: one begins at each of its column headings. A heading stands in no table of its own where a cell other than its first reaches out of it, or one from above into it. */
export function paperParts({ rows, heads }: Pick<FormTable, 'rows' | 'heads'>): PaperPart[] {
  const own = (heads ?? [{ from: 0, rows: 1 }]).filter((head) => standsAlone(rows, head))
  const starts = [...new Set([0, ...own.map(({ from }) => from)])].sort((a, b) => a - b)
  return starts.map((start, at) => {
    const part = rows.slice(start, starts[at + 1] ?? rows.length)
    const count = own.find(({ from }) => from === start)?.rows ?? 0
    return cut(part, count)
  })
}

function standsAlone(rows: Rows, head: { readonly from: number; readonly rows: number }): boolean {
  const end = head.from + head.rows
  return rows.every((cells, row) =>
    cells.every((cell, place) => {
      const until = row + (cell.rows ?? 1)
      if (row < head.from) return until <= head.from
      return row >= end || until <= end || (row === head.from && place === 0)
    }),
  )
}

/** Cuts a part under its heading: a first cell that reaches below it is halved, its words in the lower half. */
function cut(part: Rows, count: number): PaperPart {
  const [[side, ...first] = [], ...others] = part.slice(0, count)
  const [below = [], ...rest] = part.slice(count)
  const reach = side?.rows ?? 1
  if (!side || reach <= count) return { heads: part.slice(0, count), body: part.slice(count) }
  return {
    heads: [[{ ...side, text: '', rows: count }, ...first], ...others],
    body: [[{ ...side, rows: reach - count }, ...below], ...rest],
  }
}
