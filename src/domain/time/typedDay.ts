import { toHalfWidth } from '../number/halfWidth'
import { parseDay, type Day } from './day'

/** The year first, in one piece or parted; then month, day and year in one piece; then without a year. */
const FORMS = [
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<date>\d{1,2})日?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/,
  /^(?<month>\d{2})(?<date>\d{2})(?<year>\d{4})$/,
  /^(?<month>\d{1,2})[-/.月](?<date>\d{1,2})日?$/,
  /^(?<month>\d{2})(?<date>\d{2})$/,
]

/**
 * Reads a day as people type it: `2020-06-15`, `2020/6/15`, `2020.6.15`, `2020年6月15日`, `20200615`, `06152020`, and without the year
 * (`6-15`, `6.15`, `6月15日`, `0615`) in the year given. `null` for what is no day of the calendar, or could be two.
 */
export function readTypedDay(text: string, year: number | null): Day | null {
  const plain = toHalfWidth(text).replace(/\s/g, '')
  for (const form of FORMS) {
    const parts = form.exec(plain)?.groups
    const day =
      parts &&
      parseDay(
        [parts.year ?? year, parts.month, parts.date].map((part) => String(part).padStart(2, '0')).join('-'),
      )
    if (day) return day
  }
  return null
}
