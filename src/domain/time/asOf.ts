import { firstDayOfYear, lastDayOfYear, yearOf, type Day } from './day'

/** The day a board opens at when none was chosen: the year's end for a past year, else the last day with data, else today (issue of the board, item 7). */
export function defaultAsOf(year: number, lastData: Day | null, today: Day): Day {
  if (yearOf(today) > year) return lastDayOfYear(year)
  if (lastData !== null) return clampToYear(year, lastData)
  return clampToYear(year, today)
}

/** The nearest day inside the fiscal year. */
export function clampToYear(year: number, day: Day): Day {
  if (day < firstDayOfYear(year)) return firstDayOfYear(year)
  return day > lastDayOfYear(year) ? lastDayOfYear(year) : day
}
