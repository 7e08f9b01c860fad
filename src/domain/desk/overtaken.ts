import { compareRecording, sameWriter, type Entry } from '../ledger/entry'
import { voidedIds, type Slice } from '../ledger/ledger'
import { cameAfter, type Positions } from '../ledger/receipts'

/**
 * What one and the same person entered about a day before what stands there was written, and a shared service received after it (domain.md §6): it lost by its moment to what its author may not have seen,
 * so it has to be said. The last of them; `null` where nothing came so. Of different people it is a conflict already.
 */
export function overtaken(standing: Entry, slice: Slice, positions: Positions): Entry | null {
  const voided = voidedIds(slice, null)
  const lost = slice.filter(
    (own) =>
      own.id !== standing.id &&
      own.kind === standing.kind &&
      own.subject === standing.subject &&
      own.effectiveOn === standing.effectiveOn &&
      said(own).of === said(standing).of &&
      said(own).what !== said(standing).what &&
      !voided.has(own.id) &&
      sameWriter(own, standing) &&
      compareRecording(own, standing) < 0 &&
      cameAfter(own, standing, positions),
  )
  return [...lost].sort(compareRecording).at(-1) ?? null
}

/** What an entry says in a cell, and of which part; totals and values are all that replace each other there. */
function said(entry: Entry): { readonly of: string | null; readonly what: string } {
  if (entry.kind === 'indicator-actual') return { of: entry.measure, what: JSON.stringify(entry.value) }
  if (entry.kind === 'spending-total') return { of: null, what: entry.amount.toFixed() }
  return { of: null, what: entry.kind }
}
