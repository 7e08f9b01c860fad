import type { Draft } from '../ledger/draft'
import { money, NOTHING, type Money } from '../number/money'
import { totalAt, type SpendingLine } from '../status/spending'
import type { Day } from '../time/day'

/** A stated 截至某日累计. */
export interface StatedTotal {
  readonly day: Day
  readonly total: Money
}

/** Turns stated cumulative totals into entries (domain.md §6): one statement a day, the last said of it; one that a statement of that day already makes is not written again. Nothing else is touched. */
export function stateTotals(
  project: string,
  lines: readonly SpendingLine[],
  wanted: readonly StatedTotal[],
): readonly Draft[] {
  return [...new Map(wanted.map(({ day, total }) => [day, total]))]
    .filter(([day, total]) => !isStated(lines, { day, total }))
    .sort(byDay)
    .map(([day, total]) => ({
      kind: 'spending-total',
      subject: project,
      effectiveOn: day,
      amount: total,
      memo: '',
    }))
}

/** Whether a statement of that very day already says a total. */
export function isStated(lines: readonly SpendingLine[], { day, total }: StatedTotal): boolean {
  return lines.some((line) => line.stated && line.entry.effectiveOn === day && line.total.eq(total))
}

function byDay([a]: readonly [Day, Money], [b]: readonly [Day, Money]): number {
  return a < b ? -1 : 1
}

/** The difference that stating a total makes to what is known on that day, for showing before it is saved. */
export function statedDifference(lines: readonly SpendingLine[], { day, total }: StatedTotal): Money {
  return money(total.minus(totalAt(lines, day) ?? NOTHING))
}
