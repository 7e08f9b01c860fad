import type { CellValue } from '../desk/entryGrid'
import { pastePlace, type PasteCell, type PastePreview } from './pastePlan'

/** What a person answers about a doubtful cell; `clear` about a blank one over a value: it is to be emptied. */
export type PasteAnswer = 'suggestion' | 'as-read' | 'skip' | 'clear'

/** One value to enter: the row and column of the grid and the value. */
export interface PastedValue {
  readonly row: number
  readonly column: number
  readonly value: CellValue
}

/** What a paste comes to: one step with all its values, or nothing at all and why. */
export type PasteStep =
  | {
      readonly kind: 'step'
      readonly values: readonly PastedValue[]
      /** Cells to be emptied afterwards, which asks for a reason of its own. */
      readonly clears: readonly Pick<PastedValue, 'row' | 'column'>[]
    }
  | {
      readonly kind: 'nothing'
      readonly why: 'open' | 'same-place' | 'no-values'
      readonly cells: readonly PasteCell[]
    }

/** Names a pasted cell in the answers. */
export function pasteCellKey(cell: PasteCell): string {
  return `${cell.from.row}:${cell.from.column}`
}

/** The value that a cell would enter as answered; `null` where it enters none, or none yet. */
export function answeredValue({ outcome }: PasteCell, answer: PasteAnswer | null): CellValue | null {
  if (outcome.kind === 'accepted') return outcome.value
  if (outcome.kind !== 'doubtful') return null
  return answer === 'suggestion' ? outcome.suggestion : answer === 'as-read' ? outcome.asRead : null
}

/** Takes the accepted cells and the answered doubtful ones as one step; with a question open or two values for one place, nothing. */
export function applyPaste(
  preview: Pick<PastePreview, 'cells'>,
  answers: ReadonlyMap<string, PasteAnswer>,
): PasteStep {
  const open: PasteCell[] = []
  const taken: { cell: PasteCell; value: CellValue }[] = []
  const clears: Pick<PastedValue, 'row' | 'column'>[] = []
  for (const cell of preview.cells) {
    const { outcome, row, column } = cell
    const answer = answers.get(pasteCellKey(cell)) ?? null
    const value = answeredValue(cell, answer)
    if (value) taken.push({ cell, value })
    else if (outcome.kind === 'doubtful' && answer !== 'skip') open.push(cell)
    else if (outcome.kind === 'empty' && answer === 'clear' && row !== null && column !== null)
      clears.push({ row, column })
  }
  if (open.length > 0) return { kind: 'nothing', why: 'open', cells: open }
  const places = new Map<string, number>()
  for (const { cell } of taken) places.set(pastePlace(cell), (places.get(pastePlace(cell)) ?? 0) + 1)
  const rivals = taken.filter(({ cell }) => (places.get(pastePlace(cell)) ?? 0) > 1)
  if (rivals.length > 0) return { kind: 'nothing', why: 'same-place', cells: rivals.map(({ cell }) => cell) }
  const values = taken.flatMap(({ cell, value }) =>
    cell.row === null || cell.column === null ? [] : [{ row: cell.row, column: cell.column, value }],
  )
  return values.length + clears.length > 0
    ? { kind: 'step', values, clears }
    : { kind: 'nothing', why: 'no-values', cells: [] }
}
