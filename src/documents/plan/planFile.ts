import * as v from 'valibot'
import { type Day, endOfMonth } from '@/domain/time/day'
import { parseWan } from '@/domain/number/money'
import type { Plan, Project } from '@/domain/plan/plan'
import type { Milestone } from '@/domain/plan/schedule'
import { parseTarget } from '@/domain/plan/target'
import { readJsonText } from '../jsonText'
import { planFaults, positionIn } from './planChecks'
import {
  type PlanFault,
  type PlanIssue,
  planIssue,
  repeatedFaults,
  severityOf,
  shapeFaults,
  strayFaults,
  textFault,
  valueAt,
} from './planIssue'
import { isRow, PLAN, type PlanShape, readRate, UNSTATED } from './planShape'

const SCHEMA = 1

/** What came of a plan file: all that stands of it, `null` when nothing does, and everything that is wrong, at once. */
export interface DecodedPlan {
  readonly plan: Plan | null
  readonly issues: readonly PlanIssue[]
}

/** Reads a plan file (domain.md §2) from its text; `file` is its name. A broken row takes away itself, never its neighbours; a failure is a value, never an exception. */
export function decodePlan(text: string, file: string): DecodedPlan {
  const json = readJsonText(text.replace(/^\uFEFF/, ''))
  const unread = textFault(text, json)
  const root = json.kind === 'value' ? json.value : undefined
  const parsed = v.safeParse(PLAN, root)
  const faults = unread
    ? [unread]
    : [...repeatedFaults(json), ...(versionFaults(root) ?? contentFaults(root, parsed, file))]
  return {
    plan: faults.some((fault) => severityOf(fault) === 'file') ? null : readable(root, parsed, faults),
    issues: faults.map((fault) => planIssue(root, fault)),
  }
}

/** A file of another schema is not judged by this one's cells. */
function versionFaults(root: unknown): PlanFault[] | null {
  if (!isRow(root)) return [{ kind: 'wrong-type', path: [], expected: 'object' }]
  const version = valueAt(root, ['schema'])
  if (version === SCHEMA) return null
  const newer = typeof version === 'number' && version > SCHEMA
  return [{ kind: 'wrong-schema-version', path: ['schema'], supported: SCHEMA, newer }]
}

type Parsed = v.SafeParseResult<typeof PLAN>

function contentFaults(root: unknown, parsed: Parsed, file: string): PlanFault[] {
  return [...shapeFaults(parsed), ...planFaults(root, file), ...strayFaults(PLAN, root)]
}

/** The plan without what the faults take away; `null` when no project is left. */
function readable(root: unknown, parsed: Parsed, faults: readonly PlanFault[]): Plan | null {
  const lost = lostPaths(faults)
  const { typed, output } =
    lost.size === 0 ? parsed : v.safeParse(PLAN, without(root as Record<string, unknown>, lost))
  const plan = typed ? planOf(output) : null
  return plan?.projects.length === 0 ? null : plan
}

/** The rows and cells that the faults take away. */
function lostPaths(faults: readonly PlanFault[]): ReadonlySet<string> {
  return new Set(
    faults.flatMap((fault) => {
      const { path } = fault
      const severity = severityOf(fault)
      if (severity === 'note') return []
      return path.slice(0, severity === 'indicator' ? 4 : 2).join('/')
    }),
  )
}

function without(root: Record<string, unknown>, lost: ReadonlySet<string>): unknown {
  const kept = (list: string): unknown[] => {
    const rows = lost.has(list) ? [] : (root[list] as unknown[])
    return rows.filter((_, index) => !lost.has(`${list}/${index}`))
  }
  const facts = root.facts as Record<string, unknown> | null
  return {
    ...root,
    facts:
      facts === null || lost.has('facts')
        ? null
        : Object.fromEntries(
            Object.entries(UNSTATED).map(([name, unstated]) => [
              name,
              lost.has(`facts/${name}`) ? unstated : facts[name],
            ]),
          ),
    departmentGoals: kept('departmentGoals'),
    projects: (root.projects as Record<string, unknown>[]).flatMap((project, index) => {
      const path = `projects/${index}`
      if (lost.has(path)) return []
      const indicators = project.indicators as unknown[]
      return { ...project, indicators: indicators.filter((_, row) => !lost.has(`${path}/indicators/${row}`)) }
    }),
  }
}

function planOf(shape: PlanShape): Plan {
  return {
    id: shape.id,
    year: shape.year,
    department: shape.department,
    source: { title: shape.source.title, published: shape.source.published as Day | null },
    facts: shape.facts,
    departmentGoals: shape.departmentGoals.map((goal) => ({ ...goal, goal: goal.goal ?? '' })),
    projects: shape.projects.flatMap((project) => projectOf(project, shape) ?? []),
  }
}

function projectOf(shape: PlanShape['projects'][number], plan: PlanShape): Project | null {
  const position = positionIn(shape.id, `${plan.id}/`)
  const budget = parseWan(shape.budget.total)
  if (position === null || budget === null) return null
  return {
    id: shape.id,
    position,
    code: shape.code ?? '',
    name: shape.name,
    budget,
    printed: { budget: shape.budget, schedule: shape.schedule },
    purpose: shape.purpose ?? '',
    schedule: Object.keys(shape.schedule)
      .sort()
      .map((month) => milestone(plan.year, month, shape.schedule[month] ?? null)),
    goals: shape.goals,
    indicators: shape.indicators.map((indicator) => ({
      ...indicator,
      description: indicator.description ?? '',
      target: parseTarget(indicator.target),
      basis: indicator.basis ?? '',
    })),
  }
}

function milestone(year: number, month: string, text: string | null): Milestone {
  return {
    month: Number(month),
    day: endOfMonth(year, Number(month)),
    percent: text === null ? null : readRate(text),
  }
}
