import type { SourceDocument, SourceTable } from '@/documents/reading/sourceDocument'
import type { TracedPlan, PlanDraft } from '@/documents/recognition/draft'
import type { SourcePlace } from '@/documents/outcome/recognitionIssue'
import type { TracedProject, TracedValue } from '@/format/published/documentFound'
import { planCellName } from '@/format/published/planCellName'

/** A project of a draft (from 0) with the place of each of its values, and the tables they stand in as they are drawn. */
export function tracedProject(
  document: SourceDocument,
  { plan, sources }: TracedPlan,
  index: number,
): TracedProject {
  const project = plan.projects[index]
  if (!project) return { name: '', groups: [], tables: [] }
  const groups = groupsOf(project, `projects[${index}]`, sources)
  const wanted = new Set(groups.flatMap(({ values }) => values.map(({ place }) => place?.table)))
  return {
    name: project.name ?? '',
    groups,
    tables: document.blocks
      .flatMap((block) => (block.kind === 'table' ? [block.table, ...nested(block.table)] : []))
      .filter(({ position }) => wanted.has(position))
      .map(drawn),
  }
}

function nested(table: SourceTable): SourceTable[] {
  return table.rows.flatMap((row) =>
    row.flatMap(({ tables }) => tables.flatMap((inner) => [inner, ...nested(inner)])),
  )
}

function drawn({ position, place, rows }: SourceTable): TracedProject['tables'][number] {
  const where =
    place === null ? '' : place.sheet === null ? `（第 ${place.line} 行起）` : `（${place.sheet}）`
  return {
    position,
    heading: `第 ${position} 张表${where}`,
    rows: rows.map((row) =>
      row.map((cell) => ({
        row: cell.row,
        column: cell.column,
        rows: cell.rowSpan,
        columns: cell.columnSpan,
        text: cell.lines.join('\n'),
      })),
    ),
  }
}

function groupsOf(
  project: PlanDraft['projects'][number],
  path: string,
  sources: ReadonlyMap<string, SourcePlace>,
): TracedProject['groups'] {
  const { indicators, ...cells } = project
  const own = leaves(cells, '')
  return [
    { heading: '项目', values: own.map((leaf) => traced('project', leaf, path, sources)) },
    ...indicators.map((indicator, index) => {
      return {
        heading: `指标 ${index + 1}${indicator.level3 === null ? '' : ` ${indicator.level3}`}`,
        values: leaves(indicator, '').map((leaf) =>
          traced('indicator', leaf, `${path}.indicators[${index}]`, sources),
        ),
      }
    }),
  ]
}

/** What the product adds to a row; no table prints it. */
const OWN = new Set(['id', 'position'])

interface CellValue {
  readonly path: string
  readonly value: string | null
}

function traced(
  owner: 'project' | 'indicator',
  { path, value }: CellValue,
  base: string,
  sources: ReadonlyMap<string, SourcePlace>,
): TracedValue {
  const whole = `${base}.${path}`
  const from = sources.get(whole)
  return {
    path: whole,
    name: planCellName(owner, path),
    value,
    place: from?.kind === 'cell' ? { table: from.table, row: from.row, column: from.column } : null,
  }
}

/** The cells of a nested shape by path, in the order of the table (months in the order of the year). */
function leaves(node: unknown, path: string): CellValue[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => leaves(item, `${path}[${index}]`))
  if (typeof node === 'object' && node !== null) {
    const entries = Object.entries(node)
    const months = entries.every(([key]) => /^\d{2}$/.test(key))
    const inOrder = months ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : entries
    return inOrder
      .filter(([key]) => !OWN.has(key))
      .flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`))
  }
  return [{ path, value: node === null || node === undefined ? null : String(node) }]
}
