import { NOTHING, sumMoney, type Money } from '../number/money'
import { monthOf, type Day } from '../time/day'
import type { TotalScope } from './paymentWords'

/** A total that a list states, and what its lines come to. */
export interface CheckedSum {
  readonly sheet: string | null
  readonly row: number
  readonly stated: Money
  readonly found: Money
  readonly agrees: boolean
}

/** A total as it stands in its table: where, how much, over what, the month its own day names (1–12), and the project it says it is of (`groupKey`; `null` where it names none). */
export interface StatedTotal {
  readonly row: number
  readonly stated: Money
  readonly scope: TotalScope
  readonly month: number | null
  readonly of: string | null
}

/** An amount that stands on a row, counted by totals whether or not it is taken; `paid` is false for what the list itself calls void, `of` names its project (`groupKey`). */
export interface CountedAmount {
  readonly row: number
  readonly amount: Money
  readonly day: Day | null
  readonly paid: boolean
  readonly of: string
}

function sumOf(lines: readonly CountedAmount[]): Money {
  return lines.length === 0 ? NOTHING : sumMoney(lines.map(({ amount }) => amount))
}

/** The most lines above a sub-total that are tried one after another as its group (D). */
const FARTHEST = 1000

/** The lines of the project that a sub-total names, since the last total of it and all so far; none where the table has no line of it. */
function ownStretches(
  { row, of }: StatedTotal,
  before: readonly StatedTotal[],
  lines: readonly CountedAmount[],
): (readonly CountedAmount[])[] {
  if (of === null) return []
  const own = lines.filter((line) => line.of === of && line.row < row)
  if (own.length === 0) return []
  const last = before.filter((total) => total.of === of).at(-1)?.row ?? -1
  return [own.filter((line) => line.row > last), own]
}

/** Whether some lines directly above a sub-total come to it: a group that nothing else tells apart. */
function closesAGroup({ row, stated }: StatedTotal, lines: readonly CountedAmount[]): boolean {
  const above = lines
    .filter((line) => line.row < row)
    .slice(-FARTHEST)
    .reverse()
  let [whole, paid] = [NOTHING, NOTHING]
  for (const line of above) {
    whole = sumMoney([whole, line.amount])
    if (line.paid) paid = sumMoney([paid, line.amount])
    if (whole.eq(stated) || paid.eq(stated)) return true
  }
  return false
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
      return [...ownStretches(total, before, lines), sinceAny, sinceSame, following, soFar]
    case 'page':
      return [sinceSame, sinceAny]
    case 'month':
      return [
        total.month === null
          ? sinceSame
          : soFar.filter(({ day }) => day !== null && monthOf(day) === total.month),
        sinceSame,
        sinceAny,
      ]
    case 'year':
      return [soFar]
    case 'all':
      return [soFar, sinceSame, lines, following]
  }
}

/**
 * Checks the totals of one table against its lines: each agrees when a stretch it may sum comes to it, with or without what is void; else the likeliest is
 * shown beside it. A sub-total of which no line of the table says that it belongs to it is not judged (`null`).
 */
export function checkTotals(
  sheet: string | null,
  totals: readonly StatedTotal[],
  lines: readonly CountedAmount[],
  elsewhere: Money,
): (CheckedSum | null)[] {
  return totals.map((total, index) => {
    const possible = stretches(total, totals.slice(0, index), totals.slice(index + 1), lines)
    const sums = possible.flatMap((stretch) => [sumOf(stretch.filter(({ paid }) => paid)), sumOf(stretch)])
    if (total.scope === 'all') sums.push(sumMoney([elsewhere, ...lines.map(({ amount }) => amount)]))
    const group = total.scope === 'group'
    const found =
      sums.find((sum) => sum.eq(total.stated)) ??
      (group && closesAGroup(total, lines) ? total.stated : undefined)
    if (!found && group && total.of !== null && !lines.some(({ of }) => of === total.of)) return null
    return {
      sheet,
      row: total.row + 1,
      stated: total.stated,
      found: found ?? sums[0] ?? NOTHING,
      agrees: found !== undefined,
    }
  })
}
