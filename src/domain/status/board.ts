import { departmentStatus, type DepartmentStatus } from './departmentStatus'
import { countingSlice } from '../ledger/aside'
import type { Ledger, Slice, Standpoint } from '../ledger/ledger'
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

/** Makes a fold that remembers each project's last status: after one new entry only the project it touches is folded again. */
export function rememberingFold(): BoardFold {
  const remembered = new Map<
    string,
    { slice: Slice; standpoint: Standpoint; preset: Preset; status: ProjectStatus }
  >()
  const statusOf = (
    project: Project,
    slice: Slice,
    standpoint: Standpoint,
    preset: Preset,
  ): ProjectStatus => {
    const known = remembered.get(project.id)
    if (
      known?.slice === slice &&
      known.status.project === project &&
      known.preset === preset &&
      known.standpoint.asOf === standpoint.asOf &&
      known.standpoint.knownAt === standpoint.knownAt
    ) {
      return known.status
    }
    const status = projectStatus(project, slice, standpoint, preset)
    remembered.set(project.id, { slice, standpoint, preset, status })
    return status
  }
  return (plan, ledger, standpoint, preset) =>
    departmentStatus(
      plan.year,
      standpoint.asOf,
      plan.projects.map((project) =>
        statusOf(project, countingSlice(ledger, project.id, standpoint.knownAt), standpoint, preset),
      ),
      preset,
    )
}
