import type { Indicator, Plan, Project } from './plan'

/** One cell that two versions of a plan print differently; `null` where it is blank. */
export interface CellChange {
  readonly cell: string
  readonly before: string | null
  readonly after: string | null
}

/** What became of one project or indicator between two versions, by its id: its place in the document (domain.md §2). */
export interface RowDifference {
  readonly id: string
  readonly kind: 'added' | 'gone' | 'changed'
  /** What it is called, in the later version where it stands there. */
  readonly name: string
  /** Whether it is called otherwise than before, so that it may be another one that moved into this place. */
  readonly renamed: boolean
  readonly cells: readonly CellChange[]
}

/** The difference between two versions of one plan. */
export interface PlanDifference {
  readonly plan: readonly CellChange[]
  readonly rows: readonly RowDifference[]
}

type Cells = Readonly<Record<string, string | null>>

interface Row {
  readonly id: string
  readonly name: string
  readonly cells: Cells
}

/** Compares two versions of a plan cell by cell, row by row by id; equal versions give nothing. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  const [old, fresh] = [rowsOf(before), rowsOf(after)]
  const there = [...fresh.values()].flatMap((is): RowDifference[] => {
    const { id, name } = is
    const was = old.get(id)
    if (!was) return [{ id, kind: 'added', name, renamed: false, cells: [] }]
    const cells = changes(was.cells, is.cells)
    return cells.length === 0 ? [] : [{ id, kind: 'changed', name, renamed: was.name !== name, cells }]
  })
  const gone = [...old.values()].filter(({ id }) => !fresh.has(id))
  return {
    plan: changes(planCells(before), planCells(after)),
    rows: [
      ...there,
      ...gone.map(({ id, name }): RowDifference => ({ id, kind: 'gone', name, renamed: false, cells: [] })),
    ],
  }
}

function changes(before: Cells, after: Cells): CellChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((cell) => {
    const [was, is] = [before[cell] ?? null, after[cell] ?? null]
    return was === is ? [] : [{ cell, before: was, after: is }]
  })
}

function rowsOf({ projects }: Plan): ReadonlyMap<string, Row> {
  const rows = projects.flatMap((project) => [
    { id: project.id, name: project.name, cells: projectCells(project) },
    ...project.indicators.map((indicator) => ({
      id: indicator.id,
      name: indicator.level3,
      cells: indicatorCells(indicator),
    })),
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

function projectCells({ code, name, printed, purpose, goals }: Project): Cells {
  const months = Object.entries(printed.schedule).map(([month, percent]) => [`schedule.${month}`, percent])
  return {
    name,
    code,
    'budget.total': printed.budget.total,
    'budget.fiscal': printed.budget.fiscal,
    'budget.other': printed.budget.other,
    purpose,
    ...(Object.fromEntries(months) as Cells),
    goals: goals.join('\n'),
  }
}

function indicatorCells({ level1, level2, level3, description, target, basis, weight }: Indicator): Cells {
  return { level1, level2, level3, description, target: target.text, basis, weight: weight ?? null }
}

function planCells({ department, source, departmentGoals, facts }: Plan): Cells {
  return {
    'department.name': department.name,
    'source.title': source.title,
    'source.published': source.published,
    departmentGoals: departmentGoals.map(({ title, goal }) => `${title}：${goal}`).join('\n') || null,
    facts: facts && JSON.stringify(facts),
  }
}
