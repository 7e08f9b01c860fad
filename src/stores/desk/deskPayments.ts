import { computed, type Ref } from 'vue'
import { askPayment, paying, type DeskBasis, type TypedPayment } from '@/domain/desk/verbs'
import type { Draft } from '@/domain/ledger/draft'
import type { Ledger } from '@/domain/ledger/ledger'
import { knownIn } from '@/domain/payments/knownPayments'
import type { Project } from '@/domain/plan/plan'
import { useActs } from '../acts'
import { useLedger } from '../ledger'

/** Payments typed one by one at the desk of the project one is at: what is asked of one, why it would be refused, and entering it. */
export function deskPayments(
  project: Ref<Project | null>,
  basis: (ledger: Ledger) => DeskBasis,
  record: (
    verb: (project: Project, ledger: Ledger) => readonly Draft[],
    later?: () => void,
  ) => Promise<boolean>,
) {
  const acts = useActs()
  const ledgers = useLedger()
  const known = computed(() => knownIn(ledgers.ledger))

  /** What is asked of a payment of the open project before it is entered; `null` where none is open. */
  const asked = (typed: TypedPayment) =>
    project.value && askPayment(basis(ledgers.ledger), project.value, typed, known.value)

  return {
    asked,
    /** Why the gate would refuse a payment of the open project whose questions are answered with yes; `null` where it would not. */
    payRefusal: (typed: TypedPayment) => {
      const { value: at } = project
      const confirmed = asked(typed)?.key ?? ''
      return at && acts.refusalNow(paying(basis(ledgers.ledger), at, { ...typed, confirmed }))
    },
    /** Enters a payment as typed; resolves to whether it is kept: one that cannot be read or is not confirmed is not. `later` tells when one that had to wait is. */
    pay: async (typed: TypedPayment, later?: () => void): Promise<boolean> => {
      let made = 0
      const kept = await record((at, ledger) => {
        const drafts = paying(basis(ledger), at, typed)
        made = drafts.length
        return drafts
      }, later)
      return kept && made > 0
    },
  }
}
