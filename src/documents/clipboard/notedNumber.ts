import { Decimal, parseDecimal } from '@/domain/number/decimal'

/** The number a spreadsheet noted behind a cell, where the cell shows another one: in full as the cell would show it, and whether what is shown is but that number rounded. */
export interface NotedNumber {
  readonly text: string
  readonly rounded: boolean
}

const SIGNIFICANT = 15

/** Compares the number noted behind a cell with what the cell shows; `null` where it shows it in full, or shows something else than a plain number or rate. */
export function notedNumber(shown: string, noted: string): NotedNumber | null {
  if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i.test(noted)) return null
  const number = new Decimal(noted).toSignificantDigits(SIGNIFICANT)
  if (/^#+$/.test(shown)) return { text: number.toFixed(), rounded: true }
  const rate = /^(.+)%$/.exec(shown)?.[1]
  const printed = parseDecimal(rate ?? shown)
  if (!printed) return null
  const full = rate === undefined ? number : number.times(100)
  if (full.eq(printed)) return null
  return {
    text: `${full.toFixed()}${rate === undefined ? '' : '%'}`,
    rounded: full.toDecimalPlaces(printed.decimalPlaces()).eq(printed),
  }
}
