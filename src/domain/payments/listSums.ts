import { NOTHING, sumMoney, type Money } from '../number/money'
import type { TotalScope } from './paymentWords'

/** A total that a list states, and what its lines come to. */
export interface CheckedSum {
  readonly sheet: string | null
  readonly row: number
  readonly stated: Money
  readonly found: Money
  readonly agrees: boolean
}

/** A total as it stands in its table: where, how much, over what, and the month its own day names (1–12). */
export interface StatedTotal {
  readonly row: number
  readonly stated: Money
  readonly scope: TotalScope
  readonly month: number | null
}

/** An amount that stands on a row, counted by totals whether or not it is taken; `paid` is false for what the list itself calls void. */
export interface CountedAmount {
  readonly row: number
  readonly amount: Money
  readonly month: number | null
  readonly paid: boolean
}

function sumOf(lines: readonly CountedAmount[]): Money {
  return lines.length === 0 ? NOTHING : sumMoney(lines.map(({ amount }) => amount))
}

/** The stretches of a table a total may sum, the likeliest first: since the one before it, all before it, all behind it up to the next, all. */
function stretches(
  total: StatedTotal,
  before: readonly StatedTotal[],
  after: readonly StatedTotal[],
  lines: readonly CountedAmount[],
): (readonly CountedAmount[])[] {
  const between = (from: number, to: number) => lines.filter(({ row }) => row > from && row < to)
  const lastRow = (list: readonly StatedTotal[]) => list.at(-1)?.row ?? -1
  const sinceAny = between(lastRow(before), total.row)
  const sinceSame = between(lastRow(before.filter(({ scope }) => scope === total.scope)), total.row)
  const soFar = between(-1, total.row)
  const following = between(total.row, after[0]?.row ?? Number.MAX_SAFE_INTEGER)
  switch (total.scope) {
    case 'group':
      return [sinceAny, sinceSame, following, soFar]
    case 'page':
      return [sinceSame, sinceAny]
    case 'month':
      return [
        total.month === null ? sinceSame : soFar.filter(({ month }) => month === total.month),
        sinceSame,
        sinceAny,
      ]
    case 'year':
      return [soFar]
    case 'all':
      return [soFar, sinceSame, lines, following]
  }
}

/** Checks the totals of one table against its lines: each agrees when a stretch it may sum comes to it, with or without what is void; else the likeliest is shown beside it. */
export function checkTotals(
  sheet: string | null,
  totals: readonly StatedTotal[],
  lines: readonly CountedAmount[],
  elsewhere: Money,
): CheckedSum[] {
  return totals.map((total, index) => {
    const possible = stretches(total, totals.slice(0, index), totals.slice(index + 1), lines)
    const sums = possible.flatMap((stretch) => [sumOf(stretch.filter(({ paid }) => paid)), sumOf(stretch)])
    if (total.scope === 'all') sums.push(sumMoney([elsewhere, ...lines.map(({ amount }) => amount)]))
    const found = sums.find((sum) => sum.eq(total.stated))
    return {
      sheet,
      row: total.row + 1,
      stated: total.stated,
      found: found ?? sums[0] ?? NOTHING,
      agrees: found !== undefined,
    }
  })
}
