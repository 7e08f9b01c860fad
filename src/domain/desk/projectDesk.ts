import { lastDayOfYear, type Day } from '../time/day'
import { entryGrid, type EntryGrid } from './entryGrid'
import { countingSlice } from '../ledger/aside'
import { closedBy } from '../ledger/closing'
import { departmentKey, sliceOf, type Ledger } from '../ledger/ledger'
import type { Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'

/** What entering needs of a project: its grid, its status at each checkpoint, and at the year's end. */
export interface ProjectDesk {
  readonly grid: EntryGrid
  readonly statuses: readonly ProjectStatus[]
  readonly yearEnd: ProjectStatus
}

/** Lays out the desk of a project over a ledger; `today` is the last day that can have figures. */
export function projectDesk(
  project: Project,
  year: number,
  ledger: Ledger,
  today: Day | null,
  preset: Preset,
): ProjectDesk {
  const slice = countingSlice(ledger, project.id)
  const at = (asOf: Day) => projectStatus(project, slice, { asOf, knownAt: null }, preset)
  const yearEnd = at(lastDayOfYear(year))
  const closing = closedBy(
    project.id,
    sliceOf(ledger, project.id),
    sliceOf(ledger, departmentKey(project.id)),
  )
  const grid = entryGrid(yearEnd, year, closing?.effectiveOn ?? null, today)
  return { grid, yearEnd, statuses: grid.columns.map(({ day }) => at(day)) }
}
