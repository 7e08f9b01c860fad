import dayjs from 'dayjs'
import { cleanCell, dayOf } from '../number/cellText'
import { Decimal } from '../number/decimal'
import { parseDay, yearOf, type Day } from '../time/day'

/** What the text of a day came to. `supplied` says that the plan's year was added, `serial` that it was a spreadsheet's number; `asked` gives the days it may mean. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: Day; readonly how: 'written' | 'supplied' | 'serial' }
  | { readonly kind: 'asked'; readonly choices: readonly Day[] }
  | { readonly kind: 'empty' | 'impossible' | 'unread' }

const DIGITS = '〇一二三四五六七八九'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAY = /[\s,(（[]*(?:星期|周|礼拜)[一二三四五六日天][)）\]]*/
const CLOCK =
  /[\sT]*(?:上午|下午|am|pm)?\s*\d{1,2}\s*[:时点]\s*\d{1,2}(?:\s*[:分]\s*\d{1,2}(?:[.,]\d+)?)?\s*[秒分]?\s*(?:am|pm)?\s*(z|[+-]\d{2}:?\d{2})?$/i
/** No way of writing a day has more characters. */
const LONGEST = 100
const SERIAL = /^\d{5}(?:\.\d+)?$/
const EPOCH = '1899-12-30'
const ISO = /^\d{4}-\d{2}-\d{2}$/
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050

/** 二〇二〇年三月十日 in figures; anything without such numerals as it is. */
function inFigures(text: string): string {
  if (!/[〇零○一二三四五六七八九十]+[年月日号]/.test(text)) return text
  return text
    .replaceAll(/[零○]/g, '〇')
    .replaceAll(/[〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((digit) => DIGITS.indexOf(digit)).join(''),
    )
    .replaceAll(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))),
    )
    .replaceAll(/[〇一二三四五六七八九](?=[月日号])/g, (digit) => String(DIGITS.indexOf(digit)))
}

function oneOf(choices: readonly (Day | null)[], year: number): DayReading {
  const real = [...new Set(choices.filter((day): day is Day => day !== null))]
  if (real.length === 0) return { kind: 'impossible' }
  const own = real.filter((day) => yearOf(day) === year)
  return { kind: 'asked', choices: own.length > 0 ? own : real }
}

function written(day: Day | null, how: 'written' | 'supplied' | 'serial' = 'written'): DayReading {
  return day ? { kind: 'day', day, how } : { kind: 'impossible' }
}

type Form = readonly [RegExp, (parts: readonly string[], year: number) => DayReading]

const shortYear = (text: string) => 2000 + Number(text)

/** How finance systems write a day, in the order they are tried. */
const FORMS: readonly Form[] = [
  [
    /^(\d{4}) ?(?:[-/.\\年]) ?(\d{1,2}) ?(?:[-/.\\月]) ?(\d{1,2}) ?[日号]?$/,
    ([y, m, d]) => written(dayOf(Number(y), Number(m), Number(d))),
  ],
  [
    /^(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?$/,
    ([y, m, d]) => written(dayOf(Number(y), Number(m), Number(d))),
  ],
  [
    /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
    ([m, d], year) => written(dayOf(year, Number(m), Number(d)), 'supplied'),
  ],
  [
    /^(\d{2}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
    ([y, m, d]) => written(dayOf(shortYear(y ?? ''), Number(m), Number(d))),
  ],
  [
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
    ([a, b, y], year) => {
      const american = dayOf(Number(y), Number(a), Number(b))
      const british = dayOf(Number(y), Number(b), Number(a))
      if (american === british || !american || !british) return written(american ?? british)
      return oneOf([american, british], year)
    },
  ],
  [
    /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    ([a, b, c], year) =>
      oneOf(
        [
          dayOf(shortYear(a ?? ''), Number(b), Number(c)),
          dayOf(shortYear(c ?? ''), Number(b), Number(a)),
          dayOf(shortYear(c ?? ''), Number(a), Number(b)),
        ],
        year,
      ),
  ],
  [
    /^(\d{1,2})[-/.](\d{1,2})$/,
    ([a, b], year) => oneOf([dayOf(year, Number(a), Number(b)), dayOf(year, Number(b), Number(a))], year),
  ],
  [
    /^(\d{1,2})[- /.]?([a-z]{3})[a-z]*[- /.,]*(\d{4}|\d{2})$/i,
    ([d, m, y], year) => named(y ?? '', m ?? '', d ?? '', year),
  ],
  [
    /^([a-z]{3})[a-z]*[- /.]?(\d{1,2})[- /.,]+(\d{4}|\d{2})$/i,
    ([m, d, y], year) => named(y ?? '', m ?? '', d ?? '', year),
  ],
]

function named(y: string, m: string, d: string, year: number): DayReading {
  const month = MONTHS.indexOf(m.toLowerCase()) + 1
  if (month === 0) return { kind: 'unread' }
  const day = dayOf(y.length === 2 ? shortYear(y) : Number(y), month, Number(d))
  return y.length === 2 ? oneOf([day], year) : written(day)
}

function serial(plain: string): DayReading | null {
  if (!SERIAL.test(plain)) return null
  const days = Number(new Decimal(plain).floor().toFixed())
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null
  return written(parseDay(dayjs(EPOCH).add(days, 'day').format('YYYY-MM-DD')), 'serial')
}

/**
 * Reads the day of a payment as finance systems and spreadsheets write it; `year` is the plan's, given to a day without one.
 * What may mean two days, or has its year in two figures, is asked about with the days it may mean; a day the calendar has not is impossible.
 */
export function readPaidDay(text: string, year: number): DayReading {
  if (ISO.test(text)) return written(parseDay(text))
  if (text.length > LONGEST) return { kind: 'unread' }
  const clean = inFigures(cleanCell(text)).replace(WEEKDAY, ' ').trim()
  const clock = CLOCK.exec(clean)
  const zone = clock?.[1]
  const plain = (clock ? clean.slice(0, clock.index) : clean).replace(/T?00:00:00$/, '').trim()
  if (/^(?:|-{1,3}|—{1,2}|\/|无)$/.test(plain)) return { kind: 'empty' }
  const numbered = serial(plain)
  if (numbered) return numbered
  for (const [form, read] of FORMS) {
    const found = form.exec(plain)
    if (!found) continue
    const reading = read(found.slice(1), year)
    const foreign = zone !== undefined && !/^\+08:?00$/.test(zone)
    return foreign && reading.kind === 'day' ? zoned(reading.day, clean, zone, year) : reading
  }
  return { kind: 'unread' }
}

/** A moment written for another zone: the day it was here is asked about where it is another day. */
function zoned(day: Day, clean: string, zone: string, year: number): DayReading {
  const hour = Number(/[T ](\d{1,2}):/.exec(clean)?.[1] ?? 0)
  const minute = Number(/[T ]\d{1,2}:(\d{2})/.exec(clean)?.[1] ?? 0)
  const shift = /^z$/i.test(zone)
    ? 0
    : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
  const here = new Date(Date.UTC(y, m - 1, d, hour, minute - shift + 480))
  const local = dayOf(here.getUTCFullYear(), here.getUTCMonth() + 1, here.getUTCDate())
  return local === day ? written(day) : oneOf([day, local], year)
}
