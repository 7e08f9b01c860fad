import type { Entry } from '../ledger/entry'
import { sliceKey, sliceOf, type Ledger } from '../ledger/ledger'
import type { Project } from '../plan/plan'
import { totalAt } from '../status/spending'
import type { Day } from '../time/day'
import { heldActual } from './cellEntry'
import { indicatorRowKey, SPENDING_ROW, type CellValue, type EntryRow } from './entryGrid'
import { newestBehind } from './meanwhile'
import { statusAt, type ProjectDesk } from './projectDesk'
import { saysTheSame } from './replacing'
import { deskOf, type DeskBasis } from './verbs'

/** A place whose figure did not move though an entry about it was taken back: what stands there, and the newest entry behind it. */
export interface Stays {
  readonly project: Project
  readonly row: EntryRow
  readonly day: Day
  readonly value: CellValue | null
  readonly entry: Entry | null
}

/** The places of a step taken back (or done again) whose figures are what they were before: a later entry, of another tab or another person, covers them. */
export function staysAfter(
  basis: Omit<DeskBasis, 'ledger'>,
  project: Project,
  step: readonly Entry[],
  { before, after }: { readonly before: Ledger; readonly after: Ledger },
): readonly Stays[] {
  const places = new Map(
    step
      .map((entry) => named(entry, before))
      .flatMap((entry) => {
        if (entry.kind !== 'spending-total' && entry.kind !== 'indicator-actual') return []
        const key =
          entry.kind === 'spending-total' ? SPENDING_ROW : indicatorRowKey(entry.subject, entry.measure)
        return [[`${key}@${entry.effectiveOn}`, { key, day: entry.effectiveOn }] as const]
      }),
  )
  return [...places.values()].flatMap(({ key, day }) => {
    const [was, now] = [before, after].map((ledger) => deskOf({ ...basis, ledger }, project, day))
    const row = now?.grid.rows.find((own) => own.key === key)
    if (!was || !now || !row) return []
    const value = shownAt(now, row, day)
    if (!saysTheSame(shownAt(was, row, day), value)) return []
    return [{ project, row, day, value, entry: newestBehind(now, { row, day }) }]
  })
}

/** The entry that a void speaks of at the end of its chain. */
function named(entry: Entry, ledger: Ledger): Entry {
  if (entry.kind !== 'void') return entry
  const own = sliceOf(ledger, sliceKey(entry.subject)).find(({ id }) => id === entry.entry)
  return own ? named(own, ledger) : entry
}

/** What the board shows at a day, whatever period it was entered in. */
function shownAt(desk: ProjectDesk, row: EntryRow, day: Day): CellValue | null {
  if (row.kind === 'spending') {
    const total = totalAt(desk.yearEnd.spending, day)
    return total && { kind: 'amount', amount: total }
  }
  const status = statusAt(desk, day)
  const held = status && heldActual(status, row, null)
  return held && { kind: 'actual', value: held.entry.value }
}
