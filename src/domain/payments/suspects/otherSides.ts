import type { ListLine } from '../paymentList'

/** The lines of a two-sided list that may be but the two sides of one bookkeeping entry: credited and debited with one amount under one voucher. */
export function otherSides(lines: readonly ListLine[]): ReadonlySet<ListLine> {
  const keyOf = ({ voucher, amount }: ListLine) => `${voucher}\u0000${amount.abs().toFixed()}`
  const paid = new Set(lines.filter(({ amount }) => amount.gt(0)).map(keyOf))
  return new Set(lines.filter((line) => line.amount.lt(0) && line.voucher !== '' && paid.has(keyOf(line))))
}
