import { comparableName } from '../number/visibleText'
import type { Plan, Project } from './plan'

/** A project in the years in which the same department printed it, the earliest first. */
export interface ContinuingProject {
  readonly name: string
  readonly years: readonly { readonly plan: Plan; readonly project: Project }[]
}

/**
 * The projects that continue from year to year: the same department's, printed under the same name; where a year prints a name twice, under
 * the same code too. Ids are positions and say nothing across years, codes may repeat (domain.md §1), so what is not certain is not joined.
 */
export function continuingProjects(plans: readonly Plan[]): ContinuingProject[] {
  const twice = new Set(plans.flatMap(printedTwice))
  const found = new Map<string, { plan: Plan; project: Project }[]>()
  for (const plan of [...plans].sort((a, b) => a.year - b.year)) {
    for (const project of plan.projects) {
      const name = nameKey(plan, project)
      const key = twice.has(name) ? `${name} ${project.code}` : name
      const line = found.get(key) ?? []
      if (line.every((other) => other.plan.year !== plan.year)) found.set(key, [...line, { plan, project }])
    }
  }
  return [...found.values()]
    .filter((years) => years.length > 1)
    .map((years) => ({ name: years.at(-1)?.project.name ?? '', years }))
}

function printedTwice(plan: Plan): string[] {
  const names = plan.projects.map((project) => nameKey(plan, project))
  return names.filter((name, index) => names.indexOf(name) < index)
}

/** A department's name of a project without what printing makes of it: width of characters and white space. */
function nameKey({ department }: Plan, { name }: Project): string {
  return `${department.code} ${comparableName(name)}`
}
