import { readAmountCell } from '../desk/amountCell'
import { NOTHING, sumMoney, type Money } from '../number/money'
import { isAside, isDeducted, isOwnPayment, isPart, isWhole } from './amountWords'
import type { ListLayout } from './listLayout'
import { cellAt, type ListTable } from './listTable'

/** The columns a payment's amount is read from: the one chosen, its parts where several stand side by side, the column of their sum, and the columns that might be the amount instead. */
export interface AmountColumns {
  readonly column: number | undefined
  /** Columns that are parts of one payment (直接支付, 授权支付), empty where another column has the whole of it. */
  readonly parts: readonly number[]
  readonly whole: number | undefined
  readonly rivals: readonly number[]
  /** Columns under words nobody knows: a figure to the 分 there may be the amount too. */
  readonly strange: readonly number[]
  /** Whether the chosen column is a sum, a plan or a price by its heading, so that a person chose it. */
  readonly aside: boolean
}

const LIKE_MONEY = /(?:金额|数额|总额|额|款项?|费|价款?|总价|[(（](?:人民币)?(?:元|万元|千元)[)）])$/

/** What a cell has as an amount in whatever unit its column is in, 0 where it is blank; `null` for anything else. */
function figureAt(table: ListTable, row: number, column: number): Money | null {
  const reading = readAmountCell(cellAt(table, row, column), { unit: 'yuan' })
  return reading.kind === 'empty' ? NOTHING : reading.kind === 'accepted' ? reading.amount : null
}

/** Whether the amounts of some columns come to the whole beside them in every row down to the next headings, and some row has one. */
function comeTo(table: ListTable, first: number, parts: readonly number[], whole: number): boolean {
  let found = false
  for (let row = first; row < table.rows.length; row += 1) {
    const figures = parts.map((column) => figureAt(table, row, column))
    const stated = figureAt(table, row, whole)
    const read = figures.flatMap((figure) => figure ?? [])
    if (read.every((figure) => figure.isZero()) && (stated === null || stated.isZero())) {
      if (stated === null) return found
      continue
    }
    if (stated === null || read.length < figures.length || !sumMoney(read).eq(stated)) return false
    found = true
  }
  return found
}

const FEWEST_PARTS = 2

/** Whether the column of a sum states the payment: the columns beside it, all of `amounts` among them and none known to be no amount, come to it row by row. */
function isSumOf(
  table: ListTable,
  { last, columns, headings }: ListLayout,
  whole: number,
  amounts: readonly number[],
  headingOf: (column: number) => string,
): boolean {
  const read = new Set([...columns.values()].flat())
  const mayAdd = (column: number) =>
    column >= 0 &&
    column < headings.length &&
    (amounts.includes(column) || (!read.has(column) && !isAside(headingOf(column))))
  return [-1, 1].some((step) => {
    const parts: number[] = []
    for (let column = whole + step; mayAdd(column); column += step) {
      parts.push(column)
      if (parts.length < FEWEST_PARTS || !amounts.every((own) => parts.includes(own))) continue
      if (comeTo(table, last + 1, parts, whole)) return true
    }
    return false
  })
}

/** Sorts the columns of amounts of a table; `headingOf` gives a heading as it is compared. What a person chose has no rivals. */
export function amountColumns(
  table: ListTable,
  layout: ListLayout,
  headingOf: (column: number) => string,
): AmountColumns {
  const { columns, headings, chosen } = layout
  const amounts = columns.get('amount') ?? []
  const picked = amounts.find((at) => chosen.includes(at))
  const parts = amounts.filter((column) => isPart(headingOf(column)))
  const others = amounts.filter((column) => !parts.includes(column))
  const whole = others.find((column) => isWhole(headingOf(column)))
  const own = others.filter((column) => column !== whole)
  if (
    picked === undefined &&
    whole !== undefined &&
    ![...own, ...parts].some((at) => isOwnPayment(headingOf(at))) &&
    isSumOf(table, layout, whole, [...own, ...parts], headingOf)
  )
    return { column: whole, parts: [], whole, rivals: [], strange: [], aside: false }
  const column = picked ?? own[0] ?? parts[0] ?? whole
  const heading = column === undefined ? '' : headingOf(column)
  const aside = isAside(heading) && !isPart(heading)
  const apart = own.length === 0 && (parts.length > 1 || (parts.length === 1 && whole !== undefined))
  if (column === undefined || column === picked)
    return { column, parts: [], whole, rivals: [], strange: [], aside }
  const taxed = heading === '价税合计'
  const paid = /付|支出|拨/.test(heading)
  const read = new Set([...columns.values()].flat())
  const rivals = headings.flatMap((heading, at) => {
    const plain = headingOf(at)
    if (at === column || parts.includes(at)) return []
    if (at === whole) return own.length > 0 && !isOwnPayment(headingOf(column)) ? at : []
    if (isDeducted(plain)) return at
    if (isAside(plain)) return []
    if (plain === '价税合计') return paid ? [] : at
    if (taxed && /^(?:金额|货款|价款|合计金额)$/.test(plain)) return []
    return own.includes(at) || (!read.has(at) && LIKE_MONEY.test(heading.trim()) && plain.length > 1)
      ? at
      : []
  })
  const strange = headings.flatMap((_, at) =>
    read.has(at) || rivals.includes(at) || isAside(headingOf(at)) ? [] : at,
  )
  return { column, parts: apart ? parts : [], whole, rivals, strange, aside }
}
