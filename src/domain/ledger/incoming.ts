import { lastDayOfYear } from '../time/day'
import type { Money } from '../number/money'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import type { IndicatorStatus } from '../status/indicatorStatus'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import type { TotalConflict } from '../status/spending'
import { countingSlice, keptAside, type Aside } from './aside'
import type { Entry, Moment } from './entry'
import { addEntries, allEntries, sliceKey, type Ledger } from './ledger'
import { partEarly } from './recording'

/** What one project's figures are before and after a file is taken, at the year's end. */
export interface ProjectChange {
  readonly project: Project
  readonly fresh: number
  readonly spentBefore: Money | null
  readonly spentAfter: Money | null
}

/** What taking a file would do, before anything is applied (domain.md §6). */
export interface Incoming {
  /** Entries that are not here yet. */
  readonly fresh: readonly Entry[]
  readonly known: number
  /** Ids that are here with other content: history is never changed, so the whole file is refused. */
  readonly differing: readonly string[]
  /** Of the new ones those recorded in the future: taken, and waiting for their time (domain.md §6). */
  readonly early: readonly Entry[]
  /** What would be kept aside, of theirs or of ours, of a project, a goal or the whole plan, that is not aside now. */
  readonly aside: readonly Aside[]
  /** Indicators for which different people would stand with different values for one day, and do not now. */
  readonly conflicts: readonly { readonly status: ProjectStatus; readonly indicator: IndicatorStatus }[]
  /** Rival totals that do not conflict now; a day whose rivals only change is one of them. */
  readonly totalConflicts: readonly { readonly status: ProjectStatus; readonly total: TotalConflict }[]
  readonly changes: readonly ProjectChange[]
  readonly merged: Ledger
}

/** Compares entries from a file with the ledger here; `same` says whether two entries of one id say the same, `clock` what is in the future. */
export function incoming(
  plan: Plan,
  ours: Ledger,
  theirs: readonly Entry[],
  preset: Preset,
  same: (a: Entry, b: Entry) => boolean,
  clock: Moment,
): Incoming {
  const held = new Map(allEntries(ours).map((entry) => [entry.id, entry]))
  const fresh = theirs.filter(({ id }) => !held.has(id))
  const differing = theirs.flatMap((entry) => {
    const own = held.get(entry.id)
    return own && !same(own, entry) ? [entry.id] : []
  })
  const { due, early } = partEarly(fresh, clock)
  const merged = addEntries(ours, due).ledger
  const standpoint = { asOf: lastDayOfYear(plan.year), knownAt: null }
  const statusIn = (ledger: Ledger, project: Project) =>
    projectStatus(project, countingSlice(ledger, project.id), standpoint, preset)
  const compared = plan.projects.map((project) => ({
    project,
    before: statusIn(ours, project),
    after: statusIn(merged, project),
  }))
  return {
    fresh,
    known: theirs.length - fresh.length - differing.length,
    differing,
    merged,
    early,
    aside: [...merged.slices.keys()].flatMap((key) => {
      const already = new Set(keptAside(ours, key).map(({ entry }) => entry.id))
      return keptAside(merged, key).filter(({ entry }) => !already.has(entry.id))
    }),
    conflicts: compared.flatMap(({ before, after }) =>
      after.indicators.flatMap((indicator, index) =>
        indicator.conflict.length > 0 && before.indicators[index]?.conflict.length === 0
          ? [{ status: after, indicator }]
          : [],
      ),
    ),
    totalConflicts: compared.flatMap(({ before, after }) => {
      const known = new Set(before.totalConflicts.map(conflictKey))
      return after.totalConflicts.flatMap((total) =>
        known.has(conflictKey(total)) ? [] : [{ status: after, total }],
      )
    }),
    changes: compared.flatMap(({ project, before, after }) => {
      const count = fresh.filter(({ subject }) => sliceKey(subject) === project.id).length
      return count > 0 ? [{ project, fresh: count, spentBefore: before.spent, spentAfter: after.spent }] : []
    }),
  }
}

function conflictKey({ day, rivals }: TotalConflict): string {
  return [day, ...rivals.map(({ entry }) => entry.id)].join(' ')
}
