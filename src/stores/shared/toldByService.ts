import { shallowRef } from 'vue'
import type { Entry } from '@/domain/ledger/entry'
import { UNPLACED, type LateReceipts } from '@/domain/ledger/receipts'
import type { LedgerListener } from '@/storage/ledgerStorage'

/** What only a shared service tells of a ledger, and what hears it; without one nothing is ever told. */
export function toldByService() {
  const awaiting = shallowRef<readonly Entry[]>([])
  const late = shallowRef<LateReceipts>(new Map())
  const positions = shallowRef(UNPLACED)
  const hear: Pick<LedgerListener, 'awaits' | 'late' | 'placed'> = {
    awaits: (entries) => (awaiting.value = entries),
    late: (receipts) => {
      if (receipts.size > 0) late.value = new Map([...late.value, ...receipts])
    },
    placed: (places, anew) => (positions.value = (anew ? UNPLACED : positions.value).withAll(places)),
  }
  return {
    /** What lies here and counts for nothing until a shared service has written it. */
    awaiting,
    /** When a shared service received what it received late, by id. */
    late,
    /** Where each entry stands in the order of a shared service. */
    positions,
    hear,
  }
}
