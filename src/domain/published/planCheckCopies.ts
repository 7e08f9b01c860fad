import { comparableName } from '../number/visibleText'
import type { Indicator, Project } from '../plan/plan'
import type { TableCheck } from './tableCheck'

/** Names that stand twice and texts that were copied from one table to the next: a name is no key (domain.md §1), and a copied goal says nothing of its own. */
export function copyChecks(projects: readonly Project[]): TableCheck[] {
  return [
    ...sameProjects(projects),
    ...projects.flatMap(sameIndicators),
    ...copiedGoals(projects),
    ...copiedIndicators(projects),
  ]
}

function key(text: string): string {
  return comparableName(text)
}

/** The groups of two or more that say the same; what says nothing is in none. */
function alike<T>(items: readonly T[], said: (item: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const text = said(item)
    const group = groups.get(text)
    if (group) group.push(item)
    else if (text !== '') groups.set(text, [item])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

function sameProjects(projects: readonly Project[]): TableCheck[] {
  return alike(projects, ({ name }) => key(name)).map((group) => ({
    kind: 'same-project-name',
    name: group[0].name,
    where: group.map(({ id }) => ({ project: id, indicator: null, cell: 'name' })),
  }))
}

function sameIndicators({ id, indicators }: Project): TableCheck[] {
  return alike(indicators, ({ level3 }) => key(level3)).map((group) => ({
    kind: 'same-indicator-name',
    name: group[0].level3,
    where: group.map((indicator) => ({ project: id, indicator: indicator.id, cell: 'level3' })),
  }))
}

function copiedGoals(projects: readonly Project[]): TableCheck[] {
  return alike(projects, ({ goals }) => goals.map(key).join('\n')).map((group) => ({
    kind: 'copied-goals',
    where: group.map(({ id }) => ({ project: id, indicator: null, cell: 'goals' })),
  }))
}

/** The same name and description in several projects; twice in one is `same-indicator-name`. */
function copiedIndicators(projects: readonly Project[]): TableCheck[] {
  const rows = projects.flatMap((project) => project.indicators.map((indicator) => ({ project, indicator })))
  const said = ({ indicator }: { indicator: Indicator }) =>
    [indicator.level2, indicator.level3, indicator.description].map(key).join('\n')
  return alike(rows, said)
    .filter((group) => new Set(group.map(({ project }) => project.id)).size > 1)
    .map((group) => ({
      kind: 'copied-indicator',
      name: group[0].indicator.level3,
      where: group.map(({ project, indicator }) => ({
        project: project.id,
        indicator: indicator.id,
        cell: 'level3',
      })),
    }))
}
