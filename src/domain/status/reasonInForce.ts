import type { Entry, SpendingReason } from '../ledger/entry'
import { yearOf, type Day } from '../time/day'

/**
 * The reason that explains a project's spending on a day, the one answer for row, papers, sign-off and 总览 (domain.md §7, §8): the day's own first, else the latest
 * that was said in its year, of a day that stood on the same side of the budget: what explains a lag explains no overspending. `acts` stand in fold order, `over` tells the side of a day.
 */
export function reasonInForce(
  acts: readonly Entry[],
  project: string,
  day: Day,
  over: (day: Day) => boolean,
): SpendingReason | null {
  return (
    acts
      .filter((entry): entry is SpendingReason => entry.kind === 'spending-reason')
      .filter(({ subject }) => subject === project)
      .filter(
        ({ effectiveOn }) =>
          effectiveOn === day ||
          (effectiveOn < day && yearOf(effectiveOn) === yearOf(day) && over(effectiveOn) === over(day)),
      )
      .at(-1) ?? null
  )
}
