import { daysBetween, daysInMonth, daysInYear, firstDayOfYear, parseDay, type Day } from '../time/day'
import { Decimal } from './decimal'
import { visibleText } from './visibleText'

/** What a spreadsheet put into a cell instead of its value: a column too narrow (####), an error value, or a date it made of 3/4 (domain.md §10). */
export type SpreadsheetFault = 'too-narrow' | 'error-value' | 'date'

/** No figure, day or band is longer than this; what is, is prose. */
export const LONGEST_VALUE = 64

const CLEAN = /^[!-&(-~\u4E00-\u9FA5]*$/
const MINUS_SIGNS = /[\u2010-\u2013]/g

/** A pasted or typed cell in one form: half-width, one kind of minus, single spaces, nothing invisible, no leading text mark ('). */
export function cleanCell(text: string): string {
  if (CLEAN.test(text)) return text
  return visibleText(text)
    .replace(MINUS_SIGNS, '-')
    .replace(/^'(?=.)/, '')
}

const BLANK = /^(?:|-{1,3}|[—―─]{1,3}|\/|\\|无|空|未填报|未设定|未到期)$/

/** Whether a cleaned cell says that there is no entry: empty, a dash, a slash, 无, or the board's own word for it. Never 0 (domain.md §10). */
export function saysNothing(plain: string): boolean {
  return BLANK.test(plain)
}

const ERROR_VALUE =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA)/i
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const DATE_FORMS: readonly RegExp[] = [
  /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/,
  /^\d{4}[-/]\d{1,2}$/,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/,
  /^\d{1,2}月(?:\d{1,2}日|底|末|份)?$/,
  /^\d{1,2}:\d{2}(?::\d{2})?$/,
  new RegExp(`^\\d{1,2}[- /]?${MONTHS}(?:[- /]?\\d{2,4})?$`, 'i'),
  new RegExp(`^${MONTHS}[- /]?\\d{1,4}$`, 'i'),
]
const SHORT_DATE = /^(\d{1,2})([-/])(\d{1,2})(?:\2\d{2,4})?$/
const TIME_OF_DAY = / \d{1,2}:\d{2}(?::\d{2})?$/

function looksLikeDate(plain: string): boolean {
  const day = plain.replace(TIME_OF_DAY, '')
  if (DATE_FORMS.some((form) => form.test(day))) return true
  const short = SHORT_DATE.exec(day)
  if (!short) return false
  const [first, second] = [Number(short[1]), Number(short[3])].sort((a, b) => a - b)
  return first !== undefined && second !== undefined && first >= 1 && first <= 12 && second <= 31
}

/** The fault a cleaned cell shows, `null` when it shows none. */
export function spreadsheetFault(plain: string): SpreadsheetFault | null {
  if (/^#+$/.test(plain)) return 'too-narrow'
  if (ERROR_VALUE.test(plain)) return 'error-value'
  return looksLikeDate(plain) ? 'date' : null
}

const SERIAL_OF_2000 = 36_526

/** The day of a fiscal year that a bare five-digit whole number is the spreadsheet's serial number of; `null` otherwise. */
export function serialDay(plain: string, year: number | null): Day | null {
  if (year === null || !/^\d{5}$/.test(plain)) return null
  const first = SERIAL_OF_2000 + daysBetween(firstDayOfYear(2000), firstDayOfYear(year))
  let left = Number(plain) - first
  if (left < 0 || left >= daysInYear(year)) return null
  let month = 1
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month)
    month += 1
  }
  return dayOf(year, month, left + 1)
}

/** A day from its parts; `null` when the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const two = (value: number) => String(value).padStart(2, '0')
  return parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`)
}

const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,2}$/i

/** Reads `4.02E+07`, the form a spreadsheet gives long numbers; `null` for anything else. */
export function parseScientific(plain: string): Decimal | null {
  return SCIENTIFIC.test(plain) ? new Decimal(plain) : null
}

/** Whether thousands separators stand where none belong (`12,34`, `1,2345`): read neither way. */
export function misgrouped(plain: string): boolean {
  return (
    /^[^\d,]*\d+(?:,\d+)+(?:\.\d+)?(?!\d)/.test(plain) && !/^[^\d,]*\d{1,3}(?:,\d{3})+(?![\d,])/.test(plain)
  )
}

const VALUE =
  /^(?:[≥≤<>=~≈约]{1,2}|大于|小于|不低于|不少于|不超过)?\s*[(-]?\s*(?:[￥¥+-]|负|人民币)?\s*[(-]?\s*(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?\s*(?!月|年度|季|级|[、.:])[^\d\s]{0,6}$/i
/** `2019年累计支出` is a heading and `2020年招聘费用` a name, no number of years; `2020年底前` may be an answer. */
const OF_A_YEAR =
  /^(?:19|20)\d{2}(?:年(?![底末内前中初]|完成).{2}|支出|执行|支付|拨付|决算|累计|实际|预算|计划)/
const BAND_WORD =
  /^(?:已|全部|部分|大部分|基本|未|没有|尚未)?(?:达成|完成|达标)(?:年度|预期)?(?:指标|目标)?(?:并?具有一定效果|[且并]?效果较差)?[ ,:(]*(?:\d+(?:\.\d+)?)?(?:%|分)?\)?$/

/** Whether a cell reads as a figure, a band or a fault rather than as a name or a heading: tells data from labels, judges nothing. */
export function looksLikeValue(text: string): boolean {
  const plain = cleanCell(text)
  if (plain === '' || plain.length > 40 || OF_A_YEAR.test(plain)) return false
  return (
    saysNothing(plain) ||
    VALUE.test(plain) ||
    BAND_WORD.test(plain) ||
    (plain.startsWith('#') && spreadsheetFault(plain) !== null)
  )
}
