import { toHalfWidth } from '../number/halfWidth'
import { parseDay, type Day } from './day'

/**
 * Reads a day as people type it: `2020-06-15`, `2020/6/15`, `2020.6.15`, `2020年6月15日`, `20200615`, `06152020`, and without the year
 * (`6-15`, `6.15`, `6月15日`, `0615`) in the year given. `null` for what is no day of the calendar, or could be two.
 */
export function readTypedDay(text: string, year: number | null): Day | null {
  const plain = toHalfWidth(text).replace(/\s/g, '')
  const american = plain.replace(/^(\d{4})(\d{4})$/, '$2$1')
  const whole = readWhole(plain) ?? readWhole(american)
  if (whole || year === null) return whole
  return readWhole(/^\d{4}$/.test(plain) ? `${year}${plain}` : `${year}-${plain}`)
}

function readWhole(text: string): Day | null {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return (
    parts &&
    parseDay(
      parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    )
  )
}
