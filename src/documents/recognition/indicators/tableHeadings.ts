import { type Row, textOf } from '../documentRows'

/**
 * The headings above each column of a table whose headings take several rows, from the top down. Where the layout does not tell what is merged, a heading
 * reaches over the columns that the row below names under it; `null` when that does not come out even.
 */
export function columnHeadings(rows: readonly Row[]): readonly (readonly string[])[] | null {
  const [first, ...below] = rows
  if (!first) return null
  if (isLaidOut(rows)) {
    const width = Math.max(...rows.map(({ slots }) => slots.length))
    return Array.from({ length: width }, (_, column) => [
      ...new Set(rows.flatMap((row) => (row.slots[column] ? [textOf(row.slots[column].cell)] : []))),
    ])
  }
  let columns: (readonly string[])[] = first.cells.map((cell) => [textOf(cell)])
  for (const row of below) {
    const wider = underneath(columns, row.cells.map(textOf))
    if (wider === null) return null
    columns = wider
  }
  return columns
}

/** Whether columns stand where the rows put them: something is merged, or every row is as wide; a converter may have lost what was. */
function isLaidOut(rows: readonly Row[]): boolean {
  const [first] = rows
  return (
    first?.table.merges === true &&
    (rows.some(({ cells }) => cells.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1)) ||
      rows.every(({ slots }) => slots.length === first.slots.length))
  )
}

/** Lays a further row of headings under the columns: a blank goes on with the heading above, a run of names parts the one above it. */
function underneath(
  columns: readonly (readonly string[])[],
  names: readonly string[],
): (readonly string[])[] | null {
  const wider: (readonly string[])[] = []
  let at = 0
  for (const column of columns) {
    if (names[at] === undefined) return null
    if (names[at] === '') {
      wider.push(column)
      at += 1
      continue
    }
    while (names[at] !== undefined && names[at] !== '') {
      wider.push([...column, names[at] ?? ''])
      at += 1
    }
  }
  return at === names.length ? wider : null
}

/** The headings over each column; rows of one width that keep the places of merged cells blank, as a sheet is pasted, are laid over each other place by place. */
export function headingsOver(rows: readonly Row[]): readonly (readonly string[])[] | null {
  const headings = columnHeadings(rows)
  const [first] = rows
  if (headings !== null || !first || rows.some(({ slots }) => slots.length !== first.slots.length))
    return headings
  let wide = ''
  return first.cells.map((cell, place) => {
    wide = textOf(cell) === '' ? wide : textOf(cell)
    const below = rows.slice(1).map((row) => (row.cells[place] ? textOf(row.cells[place]) : ''))
    return [wide, ...below.filter((text) => text !== '')]
  })
}
