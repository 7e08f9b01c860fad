import { compareRecording, type Entry, type Moment } from '../ledger/entry'
import { heldActual } from './cellEntry'
import type { CellValue } from './entryGrid'
import { statusAt, type ProjectDesk } from './projectDesk'
import { saysTheSame, standingValue } from './replacing'
import { deskOf, type CellPlace, type DeskBasis } from './verbs'

/** What stood in a cell when typing into it began, and the id of the newest entry that made it; it outlives the page with the text typed. */
export interface Stood {
  readonly value: string | null
  readonly entry: string | null
}

/** What came into a cell while it was being typed into: its value now, `null` where it was emptied, and whose newest entry made it so; `by` is `null` where no one entry did. */
export interface Meanwhile {
  readonly value: CellValue | null
  readonly by: { readonly author: string; readonly at: Moment; readonly void: boolean } | null
}

/** What stands in a cell now, to be remembered when typing into it begins. */
export function stands(basis: DeskBasis, place: CellPlace): Stood {
  const desk = deskOf(basis, place.project, place.day)
  const value = valueAt(desk, place)
  return { value: value && inOneForm(value), entry: newestBehind(desk, place)?.id ?? null }
}

/** What another tab, a merge or the service put into a cell since something else stood there; `null` where it stands as it stood, or says what is being entered (domain.md §6: nothing is replaced unseen). */
export function cameMeanwhile(
  basis: DeskBasis,
  place: CellPlace,
  stood: Stood,
  entered: CellValue,
): Meanwhile | null {
  const desk = deskOf(basis, place.project, place.day)
  const value = valueAt(desk, place)
  if ((value && inOneForm(value)) === stood.value || saysTheSame(value, entered)) return null
  const candidates = [
    newestBehind(desk, place),
    ...desk.slice.filter((entry) => entry.kind === 'void' && entry.entry === stood.entry),
  ]
  const newest = candidates
    .flatMap((entry) => entry ?? [])
    .sort(compareRecording)
    .at(-1)
  const by = newest && newest.id !== stood.entry ? newest : null
  return { value, by: by && { author: by.author, at: by.recordedAt, void: by.kind === 'void' } }
}

function inOneForm(value: CellValue): string {
  return value.kind === 'amount' ? value.amount.toFixed() : JSON.stringify(value.value)
}

/** What a cell holds of its own period; `null` where nothing was entered there. */
export function valueAt(desk: ProjectDesk, { row, day }: Pick<CellPlace, 'row' | 'day'>): CellValue | null {
  return standingValue(
    desk,
    row,
    desk.grid.columns.findIndex((column) => column.day === day),
  )
}

/** The newest entry behind what a cell holds of its own period; `null` where nothing was entered there. */
export function newestBehind(desk: ProjectDesk, { row, day }: Pick<CellPlace, 'row' | 'day'>): Entry | null {
  const { columns } = desk.grid
  const after = columns[columns.findIndex((column) => column.day === day) - 1]?.day ?? null
  if (row.kind === 'indicator') {
    const status = statusAt(desk, day)
    const held = status && heldActual(status, row, after)
    return held && !held.carried ? held.entry : null
  }
  const own = desk.yearEnd.spending.flatMap(({ entry }) =>
    entry.effectiveOn <= day && (after === null || entry.effectiveOn > after) ? entry : [],
  )
  return own.sort(compareRecording).at(-1) ?? null
}
