import type { Draft } from '../ledger/draft'
import type { Money } from '../number/money'
import type { Day } from '../time/day'

/** The draft that a taken line is; `null` for a line without a project or a day, which cannot be taken. A list states no total: it never adds to one by itself (domain.md §6). */
export function paymentDraft(line: {
  readonly project: { readonly id: string } | null
  readonly day: Day | null
  readonly amount: Money
  readonly memo: string
  readonly voucher: string
}): Draft | null {
  const { project, day, amount, memo, voucher } = line
  if (project === null || day === null) return null
  return { kind: 'payment', subject: project.id, effectiveOn: day, amount, memo, voucher, stated: null }
}
