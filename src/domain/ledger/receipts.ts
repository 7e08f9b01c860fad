import type { Entry, Moment } from './entry'
import { addEntries, allEntries, emptyLedger, type Ledger } from './ledger'
import { CLOCK_TOLERANCE } from './recording'
import { SharedMap } from './sharedMap'

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

/** Where each entry stands in the order in which a shared service took them, by id. */
export type Positions = SharedMap<number>

/** Nothing was taken by a shared service. */
export const UNPLACED: Positions = SharedMap.empty()

/**
 * Whether an entry came after an act: in the order in which a shared service took them, where it took the act (what it has not taken comes after), so that
 * what was written before and arrived later counts; else by the moments of writing.
 */
export function cameAfter(
  entry: Pick<Entry, 'id' | 'recordedAt'>,
  act: Pick<Entry, 'id' | 'recordedAt'>,
  positions: Positions,
): boolean {
  const taken = positions.get(act.id)
  return taken === undefined
    ? entry.recordedAt > act.recordedAt
    : (positions.get(entry.id) ?? Infinity) > taken
}
