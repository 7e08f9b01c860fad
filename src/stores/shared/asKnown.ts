import { computed, type Ref } from 'vue'
import { framed } from '@/domain/ledger/fitting'
import { receivedBy } from '@/domain/ledger/receipts'
import type { Plan } from '@/domain/plan/plan'
import type { LedgerVisit } from '../ledgerVisit'
import { useViewing } from '../viewing'
import { useWorld } from '../world'

/** A ledger, and as it was known on the day looked with (当时所知, domain.md §6): behind a shared service without what that received later. */
export function asKnown(
  visit: Ref<Pick<LedgerVisit, 'ledger' | 'late' | 'positions'>>,
  plan: () => Plan | null,
) {
  const viewing = useViewing()
  const world = useWorld()
  const ledger = computed(() => framed(visit.value.ledger.value, plan()))
  const late = computed(() => visit.value.late.value)
  const knownAt = computed(() =>
    viewing.view.knownOn === null ? null : world.clock.endOfDay(viewing.view.knownOn),
  )
  return {
    ledger,
    /** The moment one looks with the knowledge of; `null` for all that is known. */
    knownAt,
    known: computed(() => receivedBy(ledger.value, late.value, knownAt.value)),
    /** When the service received what it received long after it was written. */
    late,
    /** Where each entry stands in the order of the service. */
    positions: computed(() => visit.value.positions.value),
  }
}
