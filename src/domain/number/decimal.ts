import { Decimal as Base } from 'decimal.js'

/** The one exact number of the product: 40 significant digits, half up; floats are for pixels only (STYLE.md 5). */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP })
export type Decimal = Base

export const ZERO: Decimal = new Decimal(0)
export const HUNDRED: Decimal = new Decimal(100)

const PLAIN = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/** Reads a plain printed number (half-width, thousands separators allowed) exactly; `null` when it is not one. */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim()
  return PLAIN.test(trimmed) ? new Decimal(trimmed.replaceAll(',', '').replace(/^\+/, '')) : null
}

/** Adds exactly; the sum of nothing is 0. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO
  for (const value of values) total = total.plus(value)
  return total
}
