import { HUNDRED, Decimal, parseDecimal, ZERO } from '@/domain/number/decimal'
import { toWan, type Money } from '@/domain/number/money'
import type { Rate } from '@/domain/number/rate'
import { type Target, type Unit } from '@/domain/plan/target'
import { typedText } from './words'

/** The unit amounts are shown in: 万元 with 2 places or 元 with 2 places (domain.md §3). */
export type MoneyUnit = 'wan' | 'yuan'

export const MONEY_UNIT_NAME: Readonly<Record<MoneyUnit, string>> = { wan: '万元', yuan: '元' }

const MINUS = '−'
const MOST_PLACES = 6

/** Groups an exact number at fixed places, half up, with a true minus sign and no "−0.00". */
export function figure(value: Decimal, places: number): string {
  const [whole = '0', fraction] = value.abs().toFixed(places, Decimal.ROUND_HALF_UP).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`
  return value.isNegative() && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}

/**
 * As `figure`, but with as many more places as it takes for rounding not to reach or cross a threshold (94.996 against 95).
 * A value that is the threshold keeps its own places while they are few, and is else rounded as the threshold is.
 */
export function figureBeside(
  value: Decimal,
  thresholds: Decimal | readonly Decimal[],
  places: number,
): string {
  const all = thresholds instanceof Decimal ? [thresholds] : thresholds
  const others = all.filter((threshold) => !threshold.eq(value))
  const own = value.decimalPlaces()
  let shown = others.length < all.length && own <= MOST_PLACES ? Math.max(places, own) : places
  const crosses = () => {
    const rounded = value.toDecimalPlaces(shown, Decimal.ROUND_HALF_UP)
    return others.some((threshold) => rounded.cmp(threshold) !== value.cmp(threshold))
  }
  while (shown < own && crosses()) shown += 1
  return figure(value, shown)
}

/** A figure with its sign always shown, zero without one; never rounded to a zero it is not. */
export function signed(value: Decimal, places: number): string {
  const text = figureBeside(value, ZERO, places)
  return value.gt(0) ? `+${text}` : text
}

/** An amount in the shown unit, without the unit's name, at 2 places unless amounts beside it take more (`placesApart`). */
export function amount(value: Money, unit: MoneyUnit, places = 2): string {
  return figure(unit === 'wan' ? toWan(value) : value, places)
}

/** Two amounts read beside each other: at 2 places, or as many more as it takes for unlike ones not to read alike. */
export function amountsApart(one: Money, other: Money, unit: MoneyUnit): readonly [string, string] {
  const [a, b] = unit === 'wan' ? [toWan(one), toWan(other)] : [one, other]
  let places = 2
  while (!a.eq(b) && figure(a, places) === figure(b, places)) places += 1
  return [figure(a, places), figure(b, places)]
}

/** The size of a difference between amounts, without a sign; never rounded to a zero it is not. */
export function differenceAmount(value: Money, unit: MoneyUnit): string {
  return figureBeside((unit === 'wan' ? toWan(value) : value).abs(), ZERO, 2)
}

/** An amount with its sign always shown. */
export function signedAmount(value: Money, unit: MoneyUnit): string {
  return signed(unit === 'wan' ? toWan(value) : value, 2)
}

/** An amount exactly as it is, for derivations: as many places as it has, at least two. */
export function exactAmount(value: Money, unit: MoneyUnit): string {
  const shown = unit === 'wan' ? toWan(value) : value
  return figure(shown, Math.max(2, shown.decimalPlaces()))
}

/** An amount exactly as it is, with its sign always shown: what was recorded, as it was recorded. */
export function exactSigned(value: Money, unit: MoneyUnit): string {
  return value.gt(0) ? `+${exactAmount(value, unit)}` : exactAmount(value, unit)
}

/** Cuts, grades and plans of percentages are multiples of this, so none that is not one is rounded onto one (79.999 is not 80.00). */
const CUTS = 5

/** A percentage with its sign: the places needed not to seem to reach or cross a threshold given, nor any multiple of 5, which may be a cut somewhere (one rule for screen, papers and files). */
export function percent(value: Decimal, places = 1, thresholds: Decimal | readonly Decimal[] = []): string {
  const cut = value.div(CUTS).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(CUTS)
  const given = thresholds instanceof Decimal ? [thresholds] : thresholds
  return `${figureBeside(value, cut.eq(value) ? given : [...given, cut], places)}%`
}

/** A rate as a percentage, beside its plan and always beside 100; 「—」 where there is none: a zero budget or nothing reported is not 0 %. */
export function rateText(rate: Rate, places = 1, threshold: Decimal | null = null): string {
  if (rate.kind !== 'rate') return '—'
  return percent(rate.percent, places, threshold ? [threshold, HUNDRED] : HUNDRED)
}

/** A plan percentage at 2 places, without needless zeros: 60.00 → 60%, 80.0079 → 80.01%. */
export function planPercent(value: Decimal, places = 2): string {
  const shown = percent(value, places)
  return /\.\d*0+%$/.test(shown) ? shown.replace(/\.?0+%$/, '%') : shown
}

/** What a schedule plans for a checkpoint, as exact as it was set and without needless zeros: 80%, 66.667%; 未设定 where it sets no milestone. */
export function milestoneText(percent: Decimal | null): string {
  return percent ? `${plainNumber(percent)}%` : '未设定'
}

/** The name of a unit after a number. */
export function unitText(unit: Unit): string {
  return unit.kind === 'percent' ? '%' : unit.printed
}

/** The signs of the comparators. */
export const SIGN_WORD = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' } as const

/** A target in short: `≥95%`, `≥1年`, `90–95%`; qualitative and date texts as printed. */
export function targetText(target: Target): string {
  if (target.kind === 'threshold') {
    return `${SIGN_WORD[target.comparator]}${plainNumber(target.value)}${unitText(target.unit)}`
  }
  if (target.kind === 'range')
    return `${plainNumber(target.low)}–${plainNumber(target.high)}${unitText(target.unit)}`
  return typedText(target.text)
}

/** A number as exact as it was given, grouped, without trailing zeros. */
export function plainNumber(value: Decimal): string {
  return figure(value, value.decimalPlaces())
}

/** A reported number with the unit of its target, as exact as it was entered: nothing of it is cut on screen, paper or in files. */
export function reportedText(value: Decimal, target: Target): string {
  if (target.kind !== 'threshold' && target.kind !== 'range') return plainNumber(value)
  return `${plainNumber(value)}${unitText(target.unit)}`
}

/** A printed figure of the document grouped for reading with its own places; what is no number stays as printed, a blank is 「—」. */
export function printedFigure(text: string | null): string {
  const value = text === null ? null : parseDecimal(text)
  if (text === null || value === null) return text ?? '—'
  return figure(value, (text.split('.')[1] ?? '').length)
}
