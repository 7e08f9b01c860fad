import { comparableName } from '@/domain/number/visibleText'
import type { SourceCell } from '../reading/sourceDocument'
import { type Row, textOf } from './documentRows'
import { headLabel, indicatorColumn, isHeading } from './headings'

const BEFORE = /^(?:调整|变更)前/
const AFTER = /^(?:调整|变更)后/
const CAPTION = /^(?:调整|变更)[前后](?:情况|内容|数|安排)?[:]?$/
const LONGEST = 12

/** Whether a heading speaks of what stood before a change of the plan: that is the year's beginning, which a plan file holds. */
export function isBeforeChange(text: string): boolean {
  return text.length <= LONGEST && BEFORE.test(comparableName(text))
}

/** Whether a heading speaks of what stands after a change, which is recorded as an entry with its document (domain.md §6). */
export function isAfterChange(text: string): boolean {
  return text.length <= LONGEST && AFTER.test(comparableName(text))
}

/** The headings of two columns that a table of changes prints over its rows (调整前 | 调整后). */
export interface ChangeColumns {
  readonly before: SourceCell
  readonly after: SourceCell
}

/** Reads a row as the headings of 调整前 and 调整后; `null` where it names anything else of a table. */
export function changeColumns({ cells }: Row): ChangeColumns | null {
  const isCaption = (cell: SourceCell) => CAPTION.test(comparableName(textOf(cell)))
  const [before, after] = [isBeforeChange, isAfterChange].map((says) =>
    cells.find((cell) => isCaption(cell) && says(textOf(cell))),
  )
  const isSide = (text: string) =>
    text.length <= LONGEST && [null, 'group'].includes(headLabel(text)) && indicatorColumn(text) === null
  if (!before || !after || !cells.every((cell) => cell === before || cell === after || isSide(textOf(cell))))
    return null
  return { before, after }
}

/** The values of a row that stand below 调整后, where it prints one below 调整前 too; none in a row of other columns. */
export function changedCells({ cells }: Row, { before, after }: ChangeColumns): readonly SourceCell[] {
  const below = ({ column, columnSpan }: SourceCell) =>
    cells.filter((cell) => cell.column >= column && cell.column < column + columnSpan)
  const [old, changed] = [below(before), below(after)]
  const isPair = old.length > 0 && ![...old, ...changed].some((cell) => isHeading(textOf(cell)))
  return isPair ? changed.filter((cell) => textOf(cell) !== '') : []
}
