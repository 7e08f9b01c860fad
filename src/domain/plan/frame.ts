import type { Day } from '../time/day'
import type { Plan } from './plan'

/** What a plan says that an entry must fit (domain.md §4, §6): its year, what there is to be about, and the checkpoints its printed tables have, blank ones too, of each project and of all. */
export interface PlanFrame {
  readonly plan: string
  readonly year: number
  readonly subjects: ReadonlySet<string>
  readonly checkpoints: ReadonlyMap<string, ReadonlySet<Day>>
  readonly days: ReadonlySet<Day>
}

const remembered = new WeakMap<Plan, PlanFrame>()

/** Reads a plan's frame; remembered, because a plan never changes. */
export function frameOf(plan: Plan): PlanFrame {
  const known = remembered.get(plan)
  if (known) return known
  const { id, year, projects, departmentGoals } = plan
  const checkpoints = new Map(
    projects.map((project) => [project.id, new Set(project.schedule.map(({ day }) => day))]),
  )
  const frame = {
    plan: id,
    year,
    subjects: new Set([
      id,
      ...departmentGoals.map((goal) => goal.id),
      ...projects.flatMap((project) => [project.id, ...project.indicators.map((own) => own.id)]),
    ]),
    checkpoints,
    days: new Set([...checkpoints.values()].flatMap((days) => [...days])),
  }
  remembered.set(plan, frame)
  return frame
}
