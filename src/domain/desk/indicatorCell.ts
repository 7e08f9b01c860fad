import { readActual } from '../status/actual'
import type { Band } from '../status/attainment'
import { withinBand } from '../status/band'
import {
  cleanCell,
  dayOf,
  LONGEST_VALUE,
  misgrouped,
  parseScientific,
  saysNothing,
  serialDay,
  spreadsheetFault,
} from '../number/cellText'
import { endOfMonth } from '../time/day'
import { Decimal } from '../number/decimal'
import type { IndicatorActual } from '../ledger/entry'
import type { Target, Unit } from '../plan/target'

/** An 实际完成值 as an entry holds it: a text that `readActual` accepts for its target, an ISO day, or a band. */
export type ActualValue = IndicatorActual['value']

/** Why an indicator cell is refused. */
export type IndicatorRefusal =
  | { readonly reason: 'too-narrow' | 'error-value' | 'date' | 'not-a-number' | 'grouping' }
  | { readonly reason: 'needs-number' | 'needs-band' | 'needs-date' | 'other-sign' }
  | { readonly reason: 'other-unit'; readonly entered: Unit; readonly expected: Unit }
  | { readonly reason: 'outside-band'; readonly band: Band; readonly percent: Decimal }

/** What an indicator cell came to. `asRead` is the plain reading where it would count as it stands; `null` where it would not. */
export type IndicatorReading =
  | { readonly kind: 'accepted'; readonly value: ActualValue; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly reason:
        | 'fraction'
        | 'negative'
        | 'scientific'
        | 'serial-date'
        | 'month-day'
        | 'month-only'
        | 'by-day'
        | 'band-word'
        | 'done-word'
        | 'far-over-100'
        | 'far-over-target'
      readonly suggestion: ActualValue
      readonly asRead: ActualValue | null
    }
  | ({ readonly kind: 'refused' } & IndicatorRefusal)
  | { readonly kind: 'empty' }

/**
 * Reads an 实际完成值 as typed or pasted, on top of `readActual`: the faults of spreadsheets, bands for qualitative targets, days for dated ones.
 * What is accepted is text that `readActual` accepts again (domain.md §5, §7, §10).
 */
export function readIndicatorCell(
  text: string,
  target: Target,
  year: number | null = null,
): IndicatorReading {
  const plain = cleanCell(text)
  if (saysNothing(plain)) return { kind: 'empty' }
  const fault = spreadsheetFault(plain)
  if (fault === 'too-narrow' || fault === 'error-value') return { kind: 'refused', reason: fault }
  if (plain.length > LONGEST_VALUE) return { kind: 'refused', reason: NEEDED[target.kind] }
  if (target.kind === 'qualitative') return readBand(plain, cleanCell(target.text))
  return target.kind === 'date' ? readDay(plain, year) : readNumber(plain, target, year)
}

const NEEDED = {
  qualitative: 'needs-band',
  date: 'needs-date',
  threshold: 'not-a-number',
  range: 'not-a-number',
} as const

function asText(text: string): ActualValue {
  return { kind: 'text', text }
}

type NumberTarget = Extract<Target, { unit: Unit }>

function readNumber(plain: string, target: NumberTarget, year: number | null): IndicatorReading {
  const written = signed(plain)
  const reading = readActual(written, target)
  if (reading.kind === 'refused') return refusedNumber(plain, written, reading, target)
  const { value } = reading
  if (reading.kind === 'doubtful') {
    const bare = value.toFixed()
    return {
      kind: 'doubtful',
      reason: 'fraction',
      suggestion: asText(`${reading.suggestion.toFixed()}%`),
      asRead: asText(`${bare}%`),
    }
  }
  if (isOddlyNegative(value, target)) {
    return {
      kind: 'doubtful',
      reason: 'negative',
      suggestion: asText(asRate(written.replace('-', ''), target)),
      asRead: asText(written),
    }
  }
  if (serialDay(written, year) !== null && value.gt(bound(target).times(FAR_OVER))) {
    return { kind: 'doubtful', reason: 'serial-date', suggestion: asText(written), asRead: asText(written) }
  }
  if (reading.over100 && value.gt(Decimal.max(FAR_OVER_RATE, bound(target).times(1.5))))
    return { kind: 'doubtful', reason: 'far-over-100', suggestion: asText(written), asRead: asText(written) }
  if (isFarOverTarget(value, target))
    return {
      kind: 'doubtful',
      reason: 'far-over-target',
      suggestion: asText(written),
      asRead: asText(written),
    }
  return { kind: 'accepted', value: asText(written), over100: reading.over100 }
}

/** A figure that would itself be asked about as a fraction, with its % written out: a suggestion is taken as it stands. */
function asRate(text: string, target: NumberTarget): string {
  return readActual(text, target).kind === 'doubtful' ? `${text}%` : text
}

/** Units in which a figure below zero has a meaning: money, degrees, points. */
const SIGNED_UNIT = /元|[℃℉°]|摄氏度|百分点/

/** Whether a figure below zero is asked about first: where the unit cannot be negative, and for rates and bare numbers that more should meet (domain.md §5). A target below zero expects one. */
function isOddlyNegative(value: Decimal, target: NumberTarget): boolean {
  if (!value.lt(0) || (target.kind === 'range' ? target.low : target.value).lt(0)) return false
  if (target.unit.kind === 'other' && target.unit.printed !== '')
    return !SIGNED_UNIT.test(target.unit.printed)
  return target.kind === 'range' || !target.comparator.startsWith('<')
}

const FAR_OVER = 10
/** A rate beyond this is asked about, unless the target itself is near it (D). */
const FAR_OVER_RATE = 150

/** Counts below this may well be many times a small target (≥1次). */
const SMALL_COUNT = 100

/** Whether a figure that is no rate is ten times its target or more (D): a digit too many, or a year in the place of a duration (2020 for ≥1年). */
function isFarOverTarget(value: Decimal, target: NumberTarget): boolean {
  const most = bound(target)
  return (
    target.unit.kind !== 'percent' && most.gt(0) && value.gte(SMALL_COUNT) && value.gte(most.times(FAR_OVER))
  )
}

function bound(target: NumberTarget): Decimal {
  return target.kind === 'range' ? target.high : target.value
}

/** 负5% and the accounting form (5%) as `-5%`, a needless + dropped; anything else as it is. */
function signed(plain: string): string {
  const inside = /^\(([^()]*\d[^()]*)\)$/.exec(plain)?.[1]
  return inside && !/^[-负]/.test(inside)
    ? `-${inside.trim()}`
    : plain.replace(/^负 ?(?=\d)/, '-').replace(/^\+ ?(?=\d)/, '')
}

type RefusedActual = Extract<ReturnType<typeof readActual>, { kind: 'refused' }>

function refusedNumber(
  plain: string,
  written: string,
  reading: RefusedActual,
  target: NumberTarget,
): IndicatorReading {
  const fault = spreadsheetFault(plain)
  if (fault) return { kind: 'refused', reason: fault }
  const scientific = /^(\S+?)\s*(%|[^\d\s.e+-]*)$/i.exec(written)
  const expanded = scientific?.[1] === undefined ? null : parseScientific(scientific[1])
  if (expanded) {
    const again = readActual(`${expanded.toFixed()}${scientific?.[2] ?? ''}`, target)
    if (again.kind === 'accepted') {
      const value = asText(`${expanded.toFixed()}${scientific?.[2] ?? ''}`)
      return { kind: 'doubtful', reason: 'scientific', suggestion: value, asRead: value }
    }
  }
  if (reading.reason === 'other-unit') {
    return { kind: 'refused', reason: 'other-unit', entered: reading.entered, expected: reading.expected }
  }
  if (reading.reason === 'other-sign') return { kind: 'refused', reason: 'other-sign' }
  const said = readBand(plain)
  if (said.kind !== 'refused') return wholeOf(said, target) ?? { kind: 'refused', reason: 'needs-number' }
  return { kind: 'refused', reason: misgrouped(plain) ? 'grouping' : 'not-a-number' }
}

/** 完成 and the like where the target is one exact figure: whether that figure is meant is asked; where more or less than it could have been reached, the number is (D). */
function wholeOf(said: IndicatorReading, target: NumberTarget): IndicatorReading | null {
  const value = said.kind === 'accepted' ? said.value : said.kind === 'doubtful' ? said.suggestion : null
  if (value?.kind !== 'band' || value.band !== 'achieved' || value.percent) return null
  if (target.kind !== 'threshold' || target.comparator !== '=') return null
  const unit = target.unit.kind === 'percent' ? '%' : target.unit.printed
  const suggestion = asText(`${target.value.toFixed()}${unit}`)
  return { kind: 'doubtful', reason: 'done-word', suggestion, asRead: null }
}

const WORDS: readonly (readonly [RegExp, Band, 'sure' | 'ask'])[] = [
  [/^(?:已|全部)?达成(?:年度|预期)?(?:指标|目标)?$/, 'achieved', 'sure'],
  [/^部分达成(?:年度|预期)?(?:指标|目标)?(?:并?具有一定效果)?$/, 'partly', 'sure'],
  [/^(?:未|没有)达成(?:年度|预期)?(?:指标|目标)?(?:[且并]?效果较差)?$/, 'not', 'sure'],
  [/^(?:已|全部|按期|如期|按时)*(?:完成|实现|落实|达标|合格)$/, 'achieved', 'ask'],
  [/^(?:基本|部分|大部分)(?:完成|实现|落实|达标|达成)$/, 'partly', 'ask'],
  [/^(?:未|没有|尚未)(?:完成|实现|落实|达标)$/, 'not', 'ask'],
  [/^(?:是|有|对|符合|满足|通过|优|优秀|良好|无异常)$/, 'achieved', 'ask'],
  [/^(?:否|不是|没有|不符合|不满足|不合格|不达标|未通过|未达到)$/, 'not', 'ask'],
]

/** A band by its word; a word of practice, or the target said again (`1:1`), is asked about. */
function readBand(plain: string, printed: string | null = null): IndicatorReading {
  if (printed !== null && plain === printed && !WORDS.some(([form]) => form.test(plain)))
    return {
      kind: 'doubtful',
      reason: 'band-word',
      suggestion: { kind: 'band', band: 'achieved', percent: null },
      asRead: null,
    }
  const match = /^(\D+?)[ ,:(]*(\d{1,3}(?:\.\d{1,4})?)?[ ]?(?:%|分)?\)?$/.exec(plain)
  const word = (match?.[1] ?? '').replace(/[ ,;。.、]+$/, '').replaceAll(/[ ,]/g, '')
  const found = WORDS.find(([form]) => form.test(word))
  if (!match || !found) return { kind: 'refused', reason: 'needs-band' }
  const percent = match[2] === undefined ? null : new Decimal(match[2])
  const [, band, how] = found
  if (percent && !withinBand(band, percent)) return { kind: 'refused', reason: 'outside-band', band, percent }
  const value: ActualValue = { kind: 'band', band, percent }
  return how === 'sure'
    ? { kind: 'accepted', value, over100: false }
    : { kind: 'doubtful', reason: 'band-word', suggestion: value, asRead: null }
}

const FULL_DAY = /^(\d{4})(?:[-/.年] ?)(\d{1,2})(?:[-/.月] ?)(\d{1,2})日?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/
const MONTH_DAY = /^(\d{1,2})月(?:(\d{1,2})日|底|末)$/
/** A month alone, `11月` or `2020年11月`. */
const MONTH_ONLY = /^(?:(\d{4})[年./-])?(\d{1,2})月(?:份)?$/
/** What stands behind a day in words: 完成, 前完成. */
const DONE_BY = /^(.+?)(以前|之前|前)?(?:已|全部)?(?:完成|办结|完工|建成|到位)?$/
const SLASHED = /^(\d{1,2})[-/](\d{1,2})$/

/** A day, a deadline said as a day (`12月底前完成`) or a month alone: what is no day of completion is asked about (domain.md §5). */
function readDay(plain: string, year: number | null): IndicatorReading {
  const [, day = plain, before] = DONE_BY.exec(plain.replaceAll(' ', '')) ?? []
  if (day !== plain.replaceAll(' ', '')) {
    const said = readDay(day, year)
    if (before === undefined || said.kind === 'refused') return said
    const value = said.kind === 'accepted' ? said.value : said.kind === 'doubtful' ? said.suggestion : null
    return value
      ? { kind: 'doubtful', reason: 'by-day', suggestion: value, asRead: null }
      : { kind: 'refused', reason: 'needs-date' }
  }
  const full = FULL_DAY.exec(plain)
  const stated = full && dayOf(Number(full[1]), Number(full[2]), Number(full[3]))
  if (stated) return { kind: 'accepted', value: asText(stated), over100: false }
  const refused: IndicatorReading = { kind: 'refused', reason: 'needs-date' }
  if (full) return refused
  const only = MONTH_ONLY.exec(plain)
  const [monthYear, month] = [only?.[1] ? Number(only[1]) : year, Number(only?.[2])]
  if (only && monthYear !== null && month >= 1 && month <= 12)
    return {
      kind: 'doubtful',
      reason: 'month-only',
      suggestion: asText(endOfMonth(monthYear, month)),
      asRead: null,
    }
  if (year === null) return refused
  const named = MONTH_DAY.exec(plain)
  if (named) {
    const month = Number(named[1])
    if (month < 1 || month > 12) return refused
    const day = named[2] === undefined ? endOfMonth(year, month) : dayOf(year, month, Number(named[2]))
    return day ? { kind: 'accepted', value: asText(day), over100: false } : refused
  }
  const slashed = SLASHED.exec(plain)
  const guessed = slashed && dayOf(year, Number(slashed[1]), Number(slashed[2]))
  if (guessed) return { kind: 'doubtful', reason: 'month-day', suggestion: asText(guessed), asRead: null }
  const serial = serialDay(plain, year)
  return serial
    ? { kind: 'doubtful', reason: 'serial-date', suggestion: asText(serial), asRead: null }
    : refused
}
