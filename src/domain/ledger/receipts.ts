import type { Moment } from './entry'
import { addEntries, allEntries, emptyLedger, type Ledger } from './ledger'
import { CLOCK_TOLERANCE } from './recording'

/** When a shared service received what it received more than two minutes after it was written (离线补报, a hand-over), by id; of all else the moment of writing tells well enough. */
export type LateReceipts = ReadonlyMap<string, Moment>

/** Whether an entry was received so long after it was written that from then on only it was known. */
export function isLate(recordedAt: Moment, receivedAt: Moment): boolean {
  return Date.parse(receivedAt) - Date.parse(recordedAt) > CLOCK_TOLERANCE
}

/**
 * A ledger as a shared service had it at a moment (domain.md §6, `knownAt`): what it received late was known when it was received, by the service's clock, whatever its author's clock says.
 * The same object where that takes nothing out, as always without a service.
 */
export function receivedBy(ledger: Ledger, late: LateReceipts, knownAt: Moment | null): Ledger {
  if (knownAt === null) return ledger
  const after = (id: string) => (late.get(id) ?? '') > knownAt
  if (![...late.keys()].some((id) => after(id) && ledger.ids.has(id))) return ledger
  const left = allEntries(ledger).filter(({ id }) => !after(id))
  return addEntries(emptyLedger(ledger.plan, ledger.frame), left).ledger
}
