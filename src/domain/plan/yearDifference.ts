import { parseDecimal } from '../number/decimal'
import { comparableName, visibleText } from '../number/visibleText'
import { continuingProjects } from './continuing'
import type { Indicator, Plan, Project } from './plan'
import type { CellChange } from './planDifference'

/** What became of a project, or of one of its indicators, from one year to the next; `name` as the later year prints it where it does. */
export interface YearChange {
  readonly kind: 'new' | 'dropped' | 'changed'
  readonly name: string
  readonly cells: readonly CellChange[]
}

/** A project's change with those of its indicators; a new or dropped project lists its budget alone. */
export interface ProjectYears extends YearChange {
  readonly indicators: readonly YearChange[]
}

/**
 * Compares the budget, the spending plan and the targets of two years of one department. Projects belong together by name as
 * `continuingProjects` joins them, else by a code that each year prints once; indicators by their 三级指标. Ids are positions and say nothing across years (domain.md §1).
 */
export function yearDifference(before: Plan, after: Plan): ProjectYears[] {
  const pairs = pairedProjects(before, after)
  const kept = new Set(pairs.values())
  const there = after.projects.flatMap((project): ProjectYears[] => {
    const was = pairs.get(project)
    return was ? changed(was, project) : [alone('new', project)]
  })
  const gone = before.projects.filter((project) => !kept.has(project))
  return [...there, ...gone.map((project) => alone('dropped', project))]
}

function pairedProjects(before: Plan, after: Plan): ReadonlyMap<Project, Project> {
  const pairs = new Map<Project, Project>()
  for (const { years } of continuingProjects([before, after])) {
    const [was, is] = years
    if (was && is) pairs.set(is.project, was.project)
  }
  const taken = new Set(pairs.values())
  const old = byCode(before.projects.filter((project) => !taken.has(project)))
  for (const [code, project] of byCode(after.projects.filter((own) => !pairs.has(own)))) {
    const was = old.get(code)
    if (was && project) pairs.set(project, was)
  }
  return pairs
}

/** The projects by code; `null` where several print it. */
function byCode(projects: readonly Project[]): ReadonlyMap<string, Project | null> {
  const found = new Map<string, Project | null>()
  for (const project of projects) found.set(project.code, found.has(project.code) ? null : project)
  return found
}

function changed(was: Project, is: Project): ProjectYears[] {
  const cells = changes(cellsOf(was), cellsOf(is))
  const indicators = indicatorChanges(was.indicators, is.indicators)
  return cells.length + indicators.length === 0 ? [] : [{ kind: 'changed', name: is.name, cells, indicators }]
}

function alone(kind: 'new' | 'dropped', project: Project): ProjectYears {
  const { total } = project.printed.budget
  const cell =
    kind === 'new'
      ? { cell: 'budget.total', before: null, after: total }
      : { cell: 'budget.total', before: total, after: null }
  return { kind, name: project.name, cells: [cell], indicators: [] }
}

type Cells = Readonly<Record<string, string | null>>

function cellsOf({ name, code, printed: { budget, schedule } }: Project): Cells {
  const months = Object.entries(schedule).map(([month, percent]) => [`schedule.${month}`, percent])
  return {
    name,
    code,
    'budget.total': budget.total,
    'budget.fiscal': budget.fiscal,
    'budget.other': budget.other,
    ...(Object.fromEntries(months) as Cells),
  }
}

function changes(before: Cells, after: Cells): CellChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(bySchedule).flatMap((cell) => {
    const [was, is] = [before[cell] ?? null, after[cell] ?? null]
    return saysTheSame(was, is) ? [] : [{ cell, before: was, after: is }]
  })
}

/** Months in their order, whatever else stands before them. */
function bySchedule(a: string, b: string): number {
  return a.startsWith('schedule.') && b.startsWith('schedule.') ? a.localeCompare(b) : 0
}

/** Whether two printed cells say the same: the same figure (80 and 80.00) or the same visible text. */
function saysTheSame(was: string | null, is: string | null): boolean {
  if (was === is) return true
  const [old, fresh] = [visibleText(was ?? ''), visibleText(is ?? '')]
  if (old === fresh) return true
  const [low, high] = [parseDecimal(old), parseDecimal(fresh)]
  return low !== null && high !== null && low.eq(high)
}

function indicatorChanges(before: readonly Indicator[], after: readonly Indicator[]): YearChange[] {
  const [old, fresh] = [byName(before), byName(after)]
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key): YearChange[] => {
    const [was, is] = [old.get(key), fresh.get(key)]
    const [from, to] = [was?.target.text ?? null, is?.target.text ?? null]
    if (was && is && saysTheSame(from, to)) return []
    return [
      {
        kind: was ? (is ? 'changed' : 'dropped') : 'new',
        name: (is ?? was)?.level3 ?? '',
        cells: [{ cell: 'target', before: from, after: to }],
      },
    ]
  })
}

/** Indicators by their 三级指标; one printed several times is told by its turn. */
function byName(indicators: readonly Indicator[]): ReadonlyMap<string, Indicator> {
  const found = new Map<string, Indicator>()
  const turns = new Map<string, number>()
  for (const indicator of indicators) {
    const name = comparableName(indicator.level3)
    const turn = (turns.get(name) ?? 0) + 1
    turns.set(name, turn)
    found.set(`${name} ${turn}`, indicator)
  }
  return found
}
