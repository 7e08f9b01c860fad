import { countingSlice } from '../ledger/aside'
import { compareEntries, type Entry, type Moment } from '../ledger/entry'
import { fittingSlice } from '../ledger/fitting'
import type { LateReceipts } from '../ledger/receipts'
import { effectiveEntries, sliceKey, voidedIds, type Ledger } from '../ledger/ledger'
import { sumMoney, type Money } from '../number/money'
import type { ProjectStatus } from '../status/projectStatus'
import type { Day } from '../time/day'

/** What was written about one project since a moment, the newest first; its payments are told as one sum. */
export interface ProjectNews {
  readonly status: ProjectStatus
  readonly entries: readonly Entry[]
  readonly payments: { readonly count: number; readonly sum: Money; readonly last: Entry } | null
}

/** What was entered, changed, submitted, returned and decided since a moment and is about a day on or before `asOf`, by project in the given order; what a void took out again is told by its void. What a shared service received late is news from then on. */
export function newsSince(
  projects: readonly ProjectStatus[],
  ledger: Ledger,
  since: Moment,
  { asOf, knownAt }: { readonly asOf: Day; readonly knownAt: Moment | null },
  late: LateReceipts = new Map(),
): ProjectNews[] {
  return projects.flatMap((status) => {
    const slice = fittingSlice(ledger, status.project.id)
    const voided = voidedIds(slice, knownAt)
    const fresh = slice
      .filter(
        ({ id, recordedAt, effectiveOn }) =>
          (late.get(id) ?? recordedAt) > since &&
          (knownAt === null || recordedAt <= knownAt) &&
          effectiveOn <= asOf &&
          !voided.has(id),
      )
      .sort(newestFirst)
    const paid = fresh.filter((entry) => entry.kind === 'payment')
    const [last] = paid
    const payments = last
      ? { count: paid.length, sum: sumMoney(paid.map(({ amount }) => amount)), last }
      : null
    return fresh.length === 0
      ? []
      : [{ status, entries: fresh.filter(({ kind }) => kind !== 'payment'), payments }]
  })
}

/** The value that stood for an indicator's part on the day of an entry when it was written, as it was entered: what the entry took the place of; `null` for the first (domain.md §6). */
export function valueBefore(entry: Entry, ledger: Ledger): Entry | null {
  if (entry.kind !== 'indicator-actual') return null
  const standpoint = { asOf: entry.effectiveOn, knownAt: entry.recordedAt }
  return (
    effectiveEntries(countingSlice(ledger, sliceKey(entry.subject)), standpoint)
      .filter(
        (other) =>
          other.kind === 'indicator-actual' &&
          other.subject === entry.subject &&
          other.measure === entry.measure &&
          compareEntries(other, entry) < 0,
      )
      .at(-1) ?? null
  )
}

function newestFirst(a: Entry, b: Entry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1
  return a.id < b.id ? 1 : -1
}
