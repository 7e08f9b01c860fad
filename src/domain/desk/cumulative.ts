import type { Draft } from '../ledger/draft'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import { totalAt, type SpendingLine } from '../status/spending'
import type { Day } from '../time/day'

/** A stated 截至某日累计. */
export interface StatedTotal {
  readonly day: Day
  readonly total: Money
}

/** Turns stated cumulative totals into entries (domain.md §6): one statement a day, the last said of it; a total that says nothing new makes none. Nothing else is touched. */
export function stateTotals(
  project: string,
  lines: readonly SpendingLine[],
  wanted: readonly StatedTotal[],
): readonly Draft[] {
  const totals = new Map(wanted.map(({ day, total }) => [day, total]))
  const said: StatedTotal[] = []
  for (const [day, total] of [...totals].sort(byDay)) {
    if (!totalAfter(lines, said.at(-1) ?? null, day)?.eq(total)) said.push({ day, total })
  }
  return said.map(({ day, total }) => ({
    kind: 'spending-total',
    subject: project,
    effectiveOn: day,
    amount: total,
    memo: '',
  }))
}

/** The total at a day once a statement of an earlier day is written. */
function totalAfter(lines: readonly SpendingLine[], said: StatedTotal | null, day: Day): Money | null {
  const since = lines.filter(
    ({ entry: { effectiveOn } }) => said && effectiveOn > said.day && effectiveOn <= day,
  )
  if (said === null || since.some(({ stated }) => stated)) return totalAt(lines, day)
  return sumMoney([
    said.total,
    ...since.flatMap(({ entry }) => (entry.kind === 'payment' ? entry.amount : [])),
  ])
}

function byDay([a]: readonly [Day, Money], [b]: readonly [Day, Money]): number {
  return a < b ? -1 : 1
}

/** The difference that stating a total makes to what is known on that day, for showing before it is saved. */
export function statedDifference(lines: readonly SpendingLine[], { day, total }: StatedTotal): Money {
  return money(total.minus(totalAt(lines, day) ?? NOTHING))
}
