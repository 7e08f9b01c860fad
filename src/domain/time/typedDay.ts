import { toHalfWidth } from '../number/halfWidth'
import { parseDay, type Day } from './day'

/**
 * Reads a day as people type it: `2020-06-15`, `2020/6/15`, `2020.6.15`, `2020年6月15日`, `20200615`, `06152020`, and without the year
 * (`6-15`, `6.15`, `6月15日`, `0615`) in the year given. `null` for what is no day of the calendar, or could be two.
 */
export function readTypedDay(text: string, year: number | null): Day | null {
  const plain = toHalfWidth(text).trim().replace(/\s+/g, '')
  const whole =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (whole) {
    const day = dayOf(whole[1], whole[2], whole[3])
    if (day) return day
  }
  const backwards = /^(\d{2})(\d{2})(\d{4})$/.exec(plain)
  if (backwards) return dayOf(backwards[3], backwards[1], backwards[2])
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  return short && year !== null ? dayOf(String(year), short[1], short[2]) : null
}

function dayOf(year = '', month = '', date = ''): Day | null {
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
