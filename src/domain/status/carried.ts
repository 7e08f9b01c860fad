import type { Day } from '../time/day'

/** Whether what was said of a day belongs to an earlier checkpoint: of on or before the one before the due one (`before`; `null` where there is none). The one rule of 沿用, for values, totals and reasons alike. */
export function isCarried(on: Day, before: Day | null): boolean {
  return before !== null && on <= before
}
