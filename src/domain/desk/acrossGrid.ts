import type { Project } from '../plan/plan'
import type { Day } from '../time/day'
import type { EntryColumn, EntryRow } from './entryGrid'
import type { ProjectDesk } from './projectDesk'

/** A column of the grid over all projects: the spending, or the nth row of a 二级指标 (two projects need not mean the same by it). */
export type AcrossColumn =
  | { readonly kind: 'spending' }
  | { readonly kind: 'indicator'; readonly level2: string; readonly nth: number }

/** A project as a row: its desk, the column of the checkpoint in its own grid, and which of its rows stands in each column; `null` where it has none. */
export interface AcrossRow {
  readonly project: Project
  readonly desk: ProjectDesk
  readonly at: number
  readonly rows: readonly (number | null)[]
}

/** One checkpoint of all projects as a grid. */
export interface AcrossGrid {
  readonly day: Day
  readonly columns: readonly AcrossColumn[]
  readonly rows: readonly AcrossRow[]
}

/** Lays the desks of projects side by side at one checkpoint; a project that has no such column is left out. */
export function acrossGrid(desks: readonly ProjectDesk[], day: Day): AcrossGrid {
  const columns: AcrossColumn[] = [{ kind: 'spending' }]
  const places = new Map<string, number>()
  const rows: { project: Project; desk: ProjectDesk; at: number; places: Map<number, number> }[] = []
  for (const desk of desks) {
    const at = desk.grid.columns.findIndex((column) => column.day === day)
    if (at < 0) continue
    const counts = new Map<string, number>()
    const own = new Map<number, number>()
    desk.grid.rows.forEach((row, index) => {
      if (row.kind === 'spending') return own.set(0, index)
      const { level2 } = row.indicator
      const nth = (counts.get(level2) ?? 0) + 1
      counts.set(level2, nth)
      const key = `${level2}#${nth}`
      const column = places.get(key) ?? columns.push({ kind: 'indicator', level2, nth }) - 1
      places.set(key, column)
      return own.set(column, index)
    })
    rows.push({ project: desk.grid.project, desk, at, places: own })
  }
  return {
    day,
    columns,
    rows: rows.map(({ places: own, ...row }) => ({
      ...row,
      rows: columns.map((_, index) => own.get(index) ?? null),
    })),
  }
}

/** What stands at a place of the grid over all projects; `null` where a project has nothing there. */
export function acrossCell(
  { rows }: AcrossGrid,
  row: number,
  column: number,
): { readonly line: AcrossRow; readonly row: EntryRow; readonly column: EntryColumn } | null {
  const line = rows[row]
  const index = line?.rows[column] ?? null
  const own = index === null ? undefined : line?.desk.grid.rows[index]
  const at = line?.desk.grid.columns[line.at]
  return line && own && at ? { line, row: own, column: at } : null
}
