import { lastDayOfYear, type Day } from '../time/day'
import { entryColumns, entryGrid, type EntryGrid } from './entryGrid'
import { countingSlice } from '../ledger/aside'
import { closedBy } from '../ledger/closing'
import { writeEntries, type Draft } from '../ledger/draft'
import { compareEntries } from '../ledger/entry'
import { fittingSlice } from '../ledger/fitting'
import { departmentKey, type Ledger, type CountingSlice } from '../ledger/ledger'
import type { Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import { floorAt, paidBefore } from '../status/spending'

/** What entering needs of a project: its grid, its status at each column of it and at the year's end, and the entries they are folded from. */
export interface ProjectDesk {
  readonly grid: EntryGrid
  readonly statuses: readonly ProjectStatus[]
  readonly yearEnd: ProjectStatus
  readonly slice: CountingSlice
  readonly preset: Preset
}

/** Lays out the desk of a project over a ledger; `today` is the last day that can have figures, `beside` a day with a column beside the checkpoints' (截至今日). */
export function projectDesk(
  project: Project,
  year: number,
  ledger: Ledger,
  today: Day | null,
  preset: Preset,
  beside: Day | null = null,
): ProjectDesk {
  const slice = countingSlice(ledger, project.id)
  const at = (asOf: Day) => projectStatus(project, slice, { asOf, knownAt: null }, preset)
  const yearEnd = at(lastDayOfYear(year))
  const closing = closedBy(
    project.id,
    fittingSlice(ledger, project.id),
    fittingSlice(ledger, departmentKey(project.id)),
  )
  const spending = yearEnd.spending.map(({ entry }) => entry)
  const money = {
    paid: (day: Day) => paidBefore(spending, day),
    floor: (day: Day) => floorAt(yearEnd.spending, day),
  }
  const columns = entryColumns(yearEnd.schedule, closing?.effectiveOn ?? null, today, money, beside)
  const statuses = columns.map(({ day }) => (day === yearEnd.asOf ? yearEnd : at(day)))
  return { grid: entryGrid(yearEnd, statuses, columns, year), yearEnd, statuses, slice, preset }
}

/** The status at a column's day; `null` where the grid has no such column. */
export function statusAt({ grid, statuses }: ProjectDesk, day: Day): ProjectStatus | null {
  return statuses[grid.columns.findIndex((column) => column.day === day)] ?? null
}

/** A moment after every other, for what is not written yet. */
const LATER = '9999-12-31T23:59:59.999Z'

/** The status at each column as it would be with drafts written: they are written with a provisional pen and folded like everything else. */
export function draftedStatuses(
  { grid, statuses, slice, preset }: ProjectDesk,
  drafts: readonly Draft[],
): readonly ProjectStatus[] {
  if (drafts.length === 0) return statuses
  let count = 0
  const entries = writeEntries(drafts, {
    plan: departmentKey(grid.project.id),
    author: '',
    role: null,
    account: null,
    recordedAt: LATER,
    nextId: () => `~${String((count += 1)).padStart(6, '0')}`,
  })
  const drafted = Object.freeze([...slice, ...entries].sort(compareEntries))
  return grid.columns.map(({ day }) =>
    projectStatus(grid.project, drafted, { asOf: day, knownAt: null }, preset),
  )
}
