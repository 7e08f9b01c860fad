import { Decimal, parseDecimal, sum } from './decimal'
import { visibleText } from './visibleText'

declare const yuan: unique symbol

/** An exact amount in 元. Printed 万元 become 元 at the door (domain.md §3). */
export type Money = Decimal & { readonly [yuan]: true }

/** Yuan in one 万元. */
export const WAN = new Decimal(10_000)

/** Marks an exact number of 元 as money. */
export function money(value: Decimal | number | string): Money {
  return (value instanceof Decimal ? value : new Decimal(value)) as Money
}

export const NOTHING: Money = money(0)

/** Reads an amount in 元, full-width figures too, at most 2 places (分); `null` when it is not one. */
export function parseYuan(text: string): Money | null {
  const value = parseDecimal(visibleText(text))
  return value && value.decimalPlaces() <= 2 ? money(value) : null
}

/** Reads an amount printed in 万元, full-width figures too, into 元; `null` when it is no number or is finer than 分. */
export function parseWan(text: string): Money | null {
  const value = parseDecimal(visibleText(text))?.times(WAN)
  return value && value.decimalPlaces() <= 2 ? money(value) : null
}

/** Adds amounts exactly, never rounded figures (domain.md §3). */
export function sumMoney(amounts: Iterable<Money>): Money {
  return money(sum(amounts))
}

/** The amount in 万元, exact. */
export function toWan(amount: Money): Decimal {
  return amount.div(WAN)
}
