import { acrossCell, type AcrossGrid } from '../desk/acrossGrid'
import type { AmountUnit } from '../desk/amountCell'
import { cleanCell, saysNothing } from '../number/cellText'
import { comparableName } from '../number/visibleText'
import type { PastedBlock } from './pastedBlock'
import { coveredBy } from './pasteLayout'
import { judgeCell, withRivals, type PasteCell, type PasteDoubt, type PasteOutcome } from './pastePlan'

/** A block pasted over the grid of all projects, before anything is applied. */
export interface AcrossPaste {
  readonly byName: boolean
  readonly byHeading: boolean
  readonly cells: readonly PasteCell[]
}

/**
 * Lays a block onto the grid of all projects from the focused cell. Where the first column of every row but a heading names a project, rows are
 * found by those names; a name of two projects is asked about. Every cell is judged as in the grid of one project.
 */
export function planAcross(
  block: PastedBlock,
  grid: AcrossGrid,
  focus: { readonly row: number; readonly column: number },
  unit: AmountUnit,
): AcrossPaste {
  const covered = coveredBy(block)
  const underlying = new Map(block.underlying.map(({ row, column, text }) => [`${row}:${column}`, text]))
  const names = block.rows.map((_, row) =>
    namedRows(grid, covered.get(`${row}:0`)?.text ?? block.rows[row]?.[0] ?? ''),
  )
  const first = names.findIndex((found) => found.length > 0)
  const byName = first >= 0 && first <= 1 && names.slice(first).every((found) => found.length > 0)
  const from = byName ? first : 0
  const cells: PasteCell[] = []
  for (let row = from; row < block.rows.length; row += 1) {
    const found = names[row] ?? []
    const to = byName ? (found[0] ?? null) : focus.row + row
    for (let column = byName ? 1 : 0; column < (block.rows[row]?.length ?? 0); column += 1) {
      const raw = block.rows[row]?.[column] ?? ''
      const at = byName ? column - 1 + (focus.column > 0 ? focus.column : 0) : focus.column + column
      const anchor = covered.get(`${row}:${column}`)?.text ?? null
      const doubts: PasteDoubt[] = byName && found.length > 1 ? ['namesake'] : []
      cells.push({
        from: { row, column },
        row: to,
        column: at,
        raw,
        outcome: judged(raw, anchor, underlying.get(`${row}:${column}`) ?? null, grid, to, at, unit, doubts),
      })
    }
  }
  return { byName, byHeading: false, cells: withRivals(cells) }
}

function judged(
  raw: string,
  anchor: string | null,
  underlying: string | null,
  grid: AcrossGrid,
  row: number | null,
  column: number,
  unit: AmountUnit,
  doubts: readonly PasteDoubt[],
): PasteOutcome {
  if (saysNothing(cleanCell(raw)) && anchor === null) return { kind: 'empty', why: 'blank' }
  if (row === null || row >= grid.rows.length) return { kind: 'outside', why: 'beyond-rows' }
  const cell = acrossCell(grid, row, column)
  if (!cell) return { kind: 'outside', why: 'beyond-columns' }
  const { line } = cell
  return judgeCell(raw, {
    row: cell.row,
    column: line.at,
    grid: line.desk.grid,
    unit,
    anchor,
    underlying,
    doubts,
  })
}

function namedRows({ rows }: AcrossGrid, text: string): number[] {
  const name = comparableName(text)
  if (name === '') return []
  return rows.flatMap(({ project }, index) => (comparableName(project.name) === name ? [index] : []))
}
