import { firstDayOfYear, lastDayOfYear, type Day } from './day'

/** The day a board opens at when none was chosen (domain.md §4): today in the running year, so that an overdue checkpoint is in sight; a past year at its end, a coming one at its 1 January. */
export function defaultAsOf(year: number, today: Day): Day {
  return clampToYear(year, today)
}

/** The nearest day inside the fiscal year. */
export function clampToYear(year: number, day: Day): Day {
  if (day < firstDayOfYear(year)) return firstDayOfYear(year)
  return day > lastDayOfYear(year) ? lastDayOfYear(year) : day
}
