import { daysInMonth } from '../time/day'
import type { Decimal } from '../number/decimal'
import { parseDecimal } from '../number/decimal'
import { visibleText } from '../number/visibleText'

export type Comparator = '>=' | '<=' | '>' | '<' | '='

/** `百分比 % ％ %(百分比)` are one unit; any other is kept as printed; `''` when none is printed (domain.md §5). */
export type Unit = { readonly kind: 'percent' } | { readonly kind: 'other'; readonly printed: string }

/** A read 指标值; `text` is always the cell as printed. `assumed` marks a bare number taken as `=`; a date's `year` is `null` where none is printed, its `date` where the month's end is meant. */
export type Target =
  | {
      readonly kind: 'threshold'
      readonly text: string
      readonly comparator: Comparator
      readonly value: Decimal
      readonly unit: Unit
      readonly assumed: boolean
    }
  | {
      readonly kind: 'range'
      readonly text: string
      readonly low: Decimal
      readonly high: Decimal
      readonly unit: Unit
    }
  | {
      readonly kind: 'date'
      readonly text: string
      readonly year: number | null
      readonly month: number
      readonly date: number | null
    }
  | { readonly kind: 'qualitative'; readonly text: string }

const PREFIXES: readonly (readonly [string, Comparator])[] = [
  ['大于或等于', '>='],
  ['大于等于', '>='],
  ['小于或等于', '<='],
  ['小于等于', '<='],
  ['不低于', '>='],
  ['不少于', '>='],
  ['不小于', '>='],
  ['不超过', '<='],
  ['不高于', '<='],
  ['不大于', '<='],
  ['不多于', '<='],
  ['大于', '>'],
  ['超过', '>'],
  ['高于', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['等于', '='],
  ['>=', '>='],
  ['<=', '<='],
  ['≥', '>='],
  ['≧', '>='],
  ['⩾', '>='],
  ['≤', '<='],
  ['≦', '<='],
  ['⩽', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
]

const SUFFIXES: readonly (readonly [string, Comparator])[] = [
  ['及以上', '>='],
  ['及以下', '<='],
  ['以上', '>='],
  ['以内', '<='],
  ['以下', '<='],
]

const NUMBER = String.raw`-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`
const UNIT = String.raw`[^\d<>=≥≤≧≦⩾⩽~,.，。；;、\s/—–-][^\d<>=≥≤≧≦⩾⩽~,，。；;、]{0,11}`
const LOW_UNIT = String.raw`[^\d<>=≥≤≧≦⩾⩽~,.，。；;、\s/—–至到-]{1,12}`
const QUANTITY = new RegExp(`^(${NUMBER})\\s*(${UNIT})?$`)
const RANGE = new RegExp(
  `^(${NUMBER})(?:\\s*(${LOW_UNIT}))?\\s*(?:-|~|—{1,2}|–|至|到)\\s*(${NUMBER})\\s*(${UNIT})?$`,
)
const DATE =
  /^(?:(\d{4})年|当年|本年)?(?:于|在)?(?:(\d{1,2})月(?:(\d{1,2})日|底|末|份)?|(?:年|(?<=年))[底末])(?:之?前|以前)?(?:完成|办结|到位|验收)?$/
const CALENDAR = /^(?:(?:19|20)\d{2}年度?|\d{1,2}月份?)$/
const PERCENT = /^(?:百分比|%|%\(百分比\))$/
/** A February of 29 days is allowed where no year is printed. */
const LEAP_YEAR = 2000
/** Words that make what follows a number no unit: the number is then not the target itself. */
const NO_UNIT = /^%|[前后内底末余多至]|左右|上下|以上|以下|完成|办结|到位|验收/

/** Splits a comparator, before or behind the number, off a half-width text; `null` where there is none. */
export function splitComparator(text: string): { comparator: Comparator; rest: string } | null {
  return leadingComparator(text) ?? trailingComparator(text)
}

function leadingComparator(text: string): { comparator: Comparator; rest: string } | null {
  const found = PREFIXES.find(([sign]) => text.startsWith(sign))
  return found ? { comparator: found[1], rest: text.slice(found[0].length).trimStart() } : null
}

function trailingComparator(text: string): { comparator: Comparator; rest: string } | null {
  const found = SUFFIXES.find(([word]) => text.endsWith(word))
  return found ? { comparator: found[1], rest: text.slice(0, -found[0].length).trimEnd() } : null
}

/** Reads a printed unit; full-width forms of the percent units are one unit. */
export function parseUnit(printed: string): Unit {
  return PERCENT.test(visibleText(printed)) ? { kind: 'percent' } : { kind: 'other', printed: printed.trim() }
}

function readUnit(printed: string): Unit | null {
  const unit = parseUnit(printed)
  return unit.kind === 'other' && NO_UNIT.test(unit.printed) ? null : unit
}

/** Whether two units are the same, percent forms folded and full-width forms read. */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === 'percent' || b.kind === 'percent') return a.kind === b.kind
  return visibleText(a.printed) === visibleText(b.printed)
}

/** A number with its unit (`95%`, `1,200 人`), full-width digits and 千分位 read; `null` when the text is anything else, such as `10%左右` or `7日内`, which say more than a number. */
export function parseQuantity(text: string): { value: Decimal; unit: Unit } | null {
  const match = QUANTITY.exec(visibleText(text))
  const value = match?.[1] === undefined ? null : parseDecimal(match[1])
  const unit = readUnit(match?.[2] ?? '')
  return value && unit ? { value, unit } : null
}

function parseRange(plain: string, text: string): Target | null {
  const match = RANGE.exec(plain)
  if (!match) return null
  const [, lowText = '', lowUnit = '', highText = '', highUnit = ''] = match
  const low = parseDecimal(lowText)
  const high = parseDecimal(highText)
  if (!low || !high || low.gt(high)) return null
  const unit = readUnit(highUnit)
  if (!unit || (lowUnit !== '' && !sameUnit(parseUnit(lowUnit), unit))) return null
  return { kind: 'range', text, low, high, unit }
}

function parseDateTarget(plain: string, text: string): Target | null {
  const match = DATE.exec(plain)
  if (!match || !/[前底末日]|完成|办结|到位|验收/.test(plain)) return null
  const [, year = null, month = '12', date = null] = match
  const longest = daysInMonth(year === null ? LEAP_YEAR : Number(year), Number(month))
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    (date !== null && (Number(date) < 1 || Number(date) > longest))
  ) {
    return null
  }
  return {
    kind: 'date',
    text,
    year: year === null ? null : Number(year),
    month: Number(month),
    date: date === null ? null : Number(date),
  }
}

/** Reads a 指标值 by the grammar of domain.md §5: `[comparator] number [unit]`, a range, a date, else qualitative; never an error. */
export function parseTarget(text: string): Target {
  const plain = visibleText(text)
  const date = parseDateTarget(plain, text)
  if (date) return date
  if (CALENDAR.test(plain)) return { kind: 'qualitative', text }
  const signed = splitComparator(plain)
  const quantity = parseQuantity(signed ? signed.rest : plain)
  if (quantity) {
    return {
      kind: 'threshold',
      text,
      comparator: signed?.comparator ?? '=',
      value: quantity.value,
      unit: quantity.unit,
      assumed: signed === null,
    }
  }
  return (signed ? null : parseRange(plain, text)) ?? { kind: 'qualitative', text }
}

/** Whether a target is a rate in percent. */
export function isRate(target: Target): boolean {
  return 'unit' in target && target.unit.kind === 'percent'
}

/** Whether a total may be marked as building up over the year: rates never, totals may (domain.md §5). */
export function canBuildUp(target: Target): boolean {
  return 'unit' in target && target.unit.kind !== 'percent'
}
