import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, textOf } from '../documentRows'
import { headLabel, isAmount, isHeading, isSum } from '../headings'
import { isReadableAmount, type Money, moneyOf } from './moneyNames'

/** An amount below headings of several rows: what they name it (`null` for a part that no plan holds), the heading that does, and the lowest one over it. */
export interface TallColumn {
  readonly name: Money | null
  readonly label: SourceCell
  readonly lowest: SourceCell
  readonly cell: SourceCell
}

const HIGHEST = 3

/**
 * Reads headings of two or three rows over one row of amounts (合计 | 财政拨款 over 小计, 一般公共预算 | 其他资金): the rows below the first, and the amounts by
 * column; `null` where no total is among them or one row of headings is all.
 */
export function tallHeadings(
  row: Row,
): { readonly below: readonly Row[]; readonly columns: readonly TallColumn[] } | null {
  if (!row.table.merges || !row.cells.some((cell) => moneyOf(textOf(cell)) !== null)) return null
  const hasAmount = ({ cells }: Row) => cells.some((cell) => isReadableAmount(textOf(cell)))
  const below = row.all.slice(row.index + 1, row.index + 1 + HIGHEST)
  const high = below.findIndex(hasAmount)
  const last = below[high]
  if (high < 1 || !last || hasAmount(row)) return null
  const rows = [row, ...below.slice(0, high)]
  const columns = columnsOver(rows, last)
  const first = columns.findIndex(({ name }) => name !== null)
  const isWrong = ({ name, cell }: TallColumn, at: number) =>
    name === null
      ? at > first && isHeading(textOf(cell))
      : textOf(cell) !== '' && !isReadableAmount(textOf(cell))
  const hasTotal = columns.some(({ name, cell }) => name === 'total' && isReadableAmount(textOf(cell)))
  const isTall = columns.some(({ lowest }) => lowest.row > row.index)
  if (!hasTotal || !isTall || columns.some(isWrong)) return null
  return { below: below.slice(0, high + 1), columns }
}

/** The amounts that begin in the last row, each below its headings from the top down; a heading over blanks beside it, as in a sheet without merged cells, goes on over them. */
function columnsOver(rows: readonly Row[], last: Row): readonly TallColumn[] {
  let wide: SourceCell | undefined
  return last.slots.flatMap((slot, place) => {
    if (!slot?.begins) return []
    const cells = rows.flatMap(({ slots }) => slots[place]?.cell ?? [])
    const filled = [...new Set(cells)].filter((cell) => textOf(cell) !== '')
    const top = rows[0]?.slots[place]?.cell
    if (top && textOf(top) !== '') wide = top
    const stack = top && textOf(top) === '' && filled.length > 0 && wide ? [wide, ...filled] : filled
    const lowest = stack.at(-1)
    if (!lowest) return []
    const found = named(stack)
    return [{ name: found?.name ?? null, label: found?.label ?? lowest, lowest, cell: slot.cell }]
  })
}

/** What headings from the top down name: a part below the name of an amount is that amount only where it is its sum. */
function named([first, ...rest]: readonly SourceCell[]): { name: Money; label: SourceCell } | null {
  if (!first) return null
  const name = moneyOf(textOf(first))
  if (rest.length === 0) return name && { name, label: first }
  const label = headLabel(textOf(first))
  const ofAll = name === 'total' || label === 'group' || isAmount(textOf(first))
  const sums = rest.every((cell) => isSum(textOf(cell)))
  if (sums && ofAll) return { name: 'total', label: first }
  if (sums) return name && { name, label: first }
  return ofAll ? named(rest) : null
}

/** Whether a cell is the sum of a part, as the heading over it and its neighbours says (小计 below 财政拨款): then it is no total. */
export function isSumOfPart(row: Row, cell: SourceCell): boolean {
  const over = isSum(textOf(cell)) ? row.all[row.index - 1]?.slots[cell.column]?.cell : undefined
  const label = over && over.columnSpan > 1 ? headLabel(textOf(over)) : null
  return label === 'fiscal' || label === 'other'
}
