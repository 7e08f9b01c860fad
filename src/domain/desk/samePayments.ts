import type { Payment } from '../ledger/entry'
import { comparableName } from '../number/visibleText'

/** Payments of one project, day and amount that may be one: of several people, or under one voucher; a voucher that differs tells them apart, a missing one does not. */
export function samePayments(payments: readonly Payment[]): readonly (readonly Payment[])[] {
  const groups = new Map<string, Payment[]>()
  for (const payment of payments) {
    const key = `${payment.effectiveOn}|${payment.amount.toFixed()}`
    groups.set(key, [...(groups.get(key) ?? []), payment])
  }
  return [...groups.values()].flatMap((group) => {
    const alike = group.filter((one) => group.some((other) => other !== one && mayBeOne(one, other)))
    return alike.length > 1 ? [alike] : []
  })
}

function mayBeOne(one: Payment, other: Payment): boolean {
  const [own, its] = [one, other].map(({ voucher }) => comparableName(voucher).toLowerCase())
  if (own !== '' && own === its) return true
  return one.author !== other.author && (own === '' || its === '')
}
