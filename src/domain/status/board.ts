import {
  departmentStatus,
  departmentSums,
  unreportedOf,
  withProject,
  type DepartmentStatus,
  type DepartmentSums,
} from './departmentStatus'
import { countingSlice } from '../ledger/aside'
import { fittingSlice } from '../ledger/fitting'
import { type Ledger, type CountingSlice, type Standpoint } from '../ledger/ledger'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { projectStatus, type ProjectStatus } from './projectStatus'

/** Folds a plan and its ledger into the department's status. */
export type BoardFold = (
  plan: Plan,
  ledger: Ledger,
  standpoint: Standpoint,
  preset: Preset,
) => DepartmentStatus

/** What the last fold was of, and what it added up. */
interface Folded {
  readonly plan: Plan
  readonly places: ReadonlyMap<string, number>
  readonly ledger: Ledger
  readonly standpoint: Standpoint
  readonly preset: Preset
  readonly projects: readonly ProjectStatus[]
  readonly unreported: readonly ProjectStatus[]
  readonly sums: DepartmentSums
}

function sameStandpoint(a: Standpoint, b: Standpoint): boolean {
  return a.asOf === b.asOf && a.knownAt === b.knownAt
}

/** The status of each project, folded again only where its slice or what it is read by is another. */
function rememberingProjects() {
  const remembered = new Map<
    string,
    { slice: CountingSlice; standpoint: Standpoint; preset: Preset; status: ProjectStatus }
  >()
  return (project: Project, ledger: Ledger, standpoint: Standpoint, preset: Preset): ProjectStatus => {
    const slice = countingSlice(ledger, project.id, standpoint.knownAt)
    const known = remembered.get(project.id)
    if (
      known?.slice === slice &&
      known.status.project === project &&
      known.preset === preset &&
      sameStandpoint(known.standpoint, standpoint)
    ) {
      return known.status
    }
    const status = projectStatus(project, slice, standpoint, preset)
    remembered.set(project.id, { slice, standpoint, preset, status })
    return status
  }
}

/** Whether only the slices of single projects can have changed: the department's own decides on every project. */
function sameButSlices(
  { plan, ledger, standpoint, preset }: Folded,
  next: Pick<Folded, 'plan' | 'ledger' | 'standpoint' | 'preset'>,
): boolean {
  return (
    plan === next.plan &&
    ledger.frame === next.ledger.frame &&
    preset === next.preset &&
    sameStandpoint(standpoint, next.standpoint) &&
    fittingSlice(ledger, plan.id) === fittingSlice(next.ledger, plan.id)
  )
}

/** Makes a fold that remembers each project's last status and the department's sums: after one new entry only the project it touches is looked at, whatever their number. */
export function rememberingFold(): BoardFold {
  const statusOf = rememberingProjects()
  let last: Folded | null = null

  const whole = (plan: Plan, ledger: Ledger, standpoint: Standpoint, preset: Preset): Folded => {
    const projects = plan.projects.map((project) => statusOf(project, ledger, standpoint, preset))
    const places =
      last?.plan === plan ? last.places : new Map(plan.projects.map(({ id }, place) => [id, place]))
    const [unreported, sums] = [unreportedOf(projects), departmentSums(projects)]
    return { plan, places, ledger, standpoint, preset, projects, unreported, sums }
  }

  const moved = (before: Folded, ledger: Ledger): Folded => {
    const { plan, places, standpoint, preset } = before
    const projects = [...before.projects]
    let { sums, unreported } = before
    for (const key of ledger.slices.changedSince(before.ledger.slices)) {
      const place = places.get(key) ?? -1
      const [project, old] = [plan.projects[place], projects[place]]
      if (!project || !old) continue
      const status = statusOf(project, ledger, standpoint, preset)
      projects[place] = status
      sums = withProject(withProject(sums, old, -1), status, 1)
      if (old.spent === null || status.spent === null) unreported = unreportedOf(projects)
    }
    return { ...before, ledger, projects, sums, unreported }
  }

  return (plan, ledger, standpoint, preset) => {
    last =
      last && sameButSlices(last, { plan, ledger, standpoint, preset })
        ? moved(last, ledger)
        : whole(plan, ledger, standpoint, preset)
    return departmentStatus(plan.year, standpoint.asOf, last.projects, preset, last.sums, last.unreported)
  }
}
