import type { Day } from '../time/day'
import type { Draft } from '../ledger/draft'
import type { Payment } from '../ledger/entry'
import { money, NOTHING, type Money } from '../number/money'
import type { SpendingLine } from '../status/projectStatus'

/** A stated 截至某日累计. */
export interface StatedTotal {
  readonly day: Day
  readonly total: Money
}

/** The total of spending lines (in fold order) at the end of a day; `null` when nothing was reported by then. */
export function totalAt(lines: readonly SpendingLine[], day: Day): Money | null {
  return lines.filter((line) => line.entry.effectiveOn <= day).at(-1)?.total ?? null
}

/**
 * Turns stated cumulative totals into entries (DOMAIN.md §6): a payment for each difference to the total on that day.
 * `lines` are all counting spending lines of the project, also later ones: a later total that was itself stated keeps its figure
 * by giving up the difference (void and written again); totals of plain payments move along.
 * A first total of 0 is a zero-spending report; a total that says nothing new makes no entry.
 */
export function stateTotals(
  project: string,
  lines: readonly SpendingLine[],
  wanted: readonly StatedTotal[],
): readonly Draft[] {
  const totals = new Map(wanted.map(({ day, total }) => [day, total]))
  const statements = lines.flatMap(({ entry }) =>
    entry.kind === 'payment' && entry.stated !== null && !totals.has(entry.effectiveOn) ? entry : [],
  )
  const days = [...new Set([...totals.keys(), ...statements.map((entry) => entry.effectiveOn)])].sort()
  const drafts: Draft[] = []
  let shift = NOTHING
  let reported = false
  for (const day of days) {
    const total = totals.get(day)
    const before = totalAt(lines, day)
    if (total !== undefined) {
      const step = statement(
        project,
        day,
        total,
        before === null && !reported ? null : money((before ?? NOTHING).plus(shift)),
      )
      drafts.push(...step.drafts)
      shift = money(shift.plus(step.difference))
      reported = true
    } else if (!shift.isZero()) {
      const later = statements.find((entry) => entry.effectiveOn === day)
      if (later) drafts.push(...restatement(later, shift))
      shift = NOTHING
    }
  }
  return drafts
}

/** The difference that stating a total makes to what is known on that day, for showing before it is saved. */
export function statedDifference(lines: readonly SpendingLine[], { day, total }: StatedTotal): Money {
  return money(total.minus(totalAt(lines, day) ?? NOTHING))
}

function statement(
  project: string,
  day: Day,
  total: Money,
  before: Money | null,
): { difference: Money; drafts: Draft[] } {
  const difference = money(total.minus(before ?? NOTHING))
  if (!difference.isZero()) {
    return {
      difference,
      drafts: [
        {
          kind: 'payment',
          subject: project,
          effectiveOn: day,
          amount: difference,
          memo: '',
          voucher: '',
          stated: total,
        },
      ],
    }
  }
  return {
    difference,
    drafts: before === null ? [{ kind: 'zero-spending', subject: project, effectiveOn: day, memo: '' }] : [],
  }
}

function restatement(later: Payment, shift: Money): Draft[] {
  const { subject, effectiveOn, memo, voucher, stated } = later
  return [
    { kind: 'void', subject, effectiveOn, entry: later.id, reason: '补记此前累计，本节点累计不变' },
    {
      kind: 'payment',
      subject,
      effectiveOn,
      amount: money(later.amount.minus(shift)),
      memo,
      voucher,
      stated,
    },
  ]
}
