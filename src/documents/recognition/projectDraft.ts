import { type ProjectTable, stated } from './projectTable'
import { Leaf } from './traced'

/** One 绩效目标表 as the plan file writes it, every value with its place; ids are positions in the document (domain.md §2). */
export function projectDraft(table: ProjectTable, plan: string | null, position: number) {
  const id = plan === null ? null : `${plan}/${position}`
  return {
    id: new Leaf(id),
    code: stated(table, 'code'),
    name: stated(table, 'name'),
    budget: {
      total: stated(table, 'total'),
      fiscal: stated(table, 'fiscal'),
      other: stated(table, 'other'),
    },
    purpose: stated(table, 'purpose'),
    schedule: Object.fromEntries(table.schedule.percents),
    goals: table.goals,
    indicators: table.indicators.rows.map(({ weight, ...indicator }, index) => ({
      id: new Leaf(id === null ? null : `${id}/${index + 1}`),
      ...indicator,
      ...(weight === null ? {} : { weight }),
    })),
  }
}
