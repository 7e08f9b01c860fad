import type { FactCheck } from './factChecks'
import type { Indicator, Plan, Project } from '../plan/plan'
import type { PlanCell } from './tableCheck'
import type { PlanCheck } from './planCheck'

/** One thing the document says, verbatim: the cell of a table it stands in, or what it is called among the stated facts; a blank cell says ''. */
export interface Said {
  readonly cell: PlanCell | null
  readonly label: string
  readonly text: string
}

/** What the document says where a check found something, in its order: the words that a decision is about (domain.md §1). */
export function checkSaid(check: PlanCheck, plan: Plan): readonly Said[] {
  return 'where' in check ? check.where.map((cell) => cellSaid(cell, plan)) : statedSaid(check)
}

/** The same as plain texts, as a decision keeps them. */
export function saidTexts(said: readonly Said[]): readonly string[] {
  return said.map(({ label, text }) => `${label} ${text}`.trim())
}

function cellSaid(cell: PlanCell, { projects }: Plan): Said {
  const project = projects.find(({ id }) => id === cell.project)
  const indicator = project?.indicators.find(({ id }) => id === cell.indicator)
  if (indicator && cell.cell !== 'level3')
    return { cell, label: indicator.level3, text: rowText(indicator, cell.cell) }
  return { cell, label: '', text: indicator?.level3 ?? (project ? headText(project, cell.cell) : '') }
}

function rowText(indicator: Indicator, cell: string): string {
  return (cell === 'weight' ? indicator.weight : indicator.target.text) ?? ''
}

function headText({ name, goals, printed }: Project, cell: string): string {
  if (cell === 'name') return name
  if (cell === 'goals') return goals.join('\n')
  if (cell === 'budget.total') return printed.budget.total
  if (cell === 'budget.fiscal') return printed.budget.fiscal ?? ''
  if (cell === 'budget.other') return printed.budget.other ?? ''
  const month = /^schedule\.(\d{2})$/.exec(cell)?.[1]
  return month === undefined ? '' : (printed.schedule[month] ?? '')
}

function statedSaid(check: FactCheck): Said[] {
  const said = (label: string, text: string): Said => ({ cell: null, label, text })
  switch (check.kind) {
    case 'sum':
      return [
        ...check.terms.map(({ label, value }) => said(label, value.toFixed())),
        said('', check.stated.toFixed()),
      ]
    case 'names-differ':
      return check.names.map(({ name, where }) => said(where, name))
    case 'mentioned-not-listed':
      return check.items.map((item) => said('', item))
    case 'listed-without-value':
      return check.items.map(({ name, quantity }) => said(name, quantity))
    case 'same-code':
      return check.projects.map(({ name }) => said(name, check.code))
  }
}
