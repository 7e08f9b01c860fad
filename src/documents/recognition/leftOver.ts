import type { RecognitionIssue } from '../outcome/recognitionIssue'
import type { SourceTable } from '../reading/sourceDocument'
import type { Account } from './facts/account'
import { cellPlace, type Paragraph, type Row, textOf } from './documentRows'
import type { PlanDraft } from './draft'
import { paragraphsOf, rowsOf, sectionsOf } from './outline'
import { isDateLine } from './facts/printedDay'
import { headLabel, indicatorColumn } from './headings'
import { levelNames } from './indicators/levelNames'
import type { ProjectTable } from './projectTable'
import { isOverall, isYearLine, titledProject } from './tableTitles'

/** Lists what stands in the tables and parts that were read and was not understood, and the tables that were not read. */
export function listLeftOver(
  items: readonly (Row | Paragraph)[],
  tables: readonly ProjectTable[],
  title: readonly (Row | Paragraph)[],
  account: Account,
): void {
  if (tables.length === 0) account.issue('no-performance-table', null, 'projects')
  account.leaveColumns()
  const rows = rowsOf(items)
  const overall = overallTables(items)
  const told = new Set<SourceTable>()
  const partly = new Set(
    rows.flatMap(({ table, cells }) => (cells.some((cell) => account.isUnderstood(cell)) ? table : [])),
  )
  for (const { table, cells } of rows) {
    for (const cell of cells) {
      if (textOf(cell) === '' || account.isUnderstood(cell)) continue
      if (!account.isClaimed(table) && isYearLine(textOf(cell)) && table.rows.length > 1) continue
      if (account.isClaimed(table)) account.issueAt('cell-not-understood', table, cell)
      else if (!told.has(table)) {
        told.add(table)
        const kind = partly.has(table)
          ? 'table-partly-read'
          : isFormLike(table) && !overall.has(table)
            ? 'table-unread'
            : 'table-left'
        account.issue(kind, cellPlace(table, cell))
      }
    }
  }
  for (const section of sectionsOf(items)) {
    const begins = section.items.findIndex((item) =>
      item.kind === 'row' ? account.isClaimed(item.table) : account.isUnderstood(item),
    )
    for (const paragraph of begins < 0 ? [] : paragraphsOf(section.items.slice(begins))) {
      if (paragraph.text === '' || account.isUnderstood(paragraph) || isPartHeading(paragraph.text)) continue
      if (!title.includes(paragraph) && !isDateLine(paragraph.text))
        account.textIssue('text-not-understood', paragraph)
    }
  }
}

/** The tables below a title of the whole department's table (domain.md §11), up to the next title. */
function overallTables(items: readonly (Row | Paragraph)[]): ReadonlySet<SourceTable> {
  const found = new Set<SourceTable>()
  let isUnder = false
  for (const item of items) {
    const filled = item.kind === 'row' ? item.cells.map(textOf).filter((text) => text !== '') : [item.text]
    const title = filled.length === 1 ? titledProject(filled[0] ?? '') : null
    if (title !== null) isUnder = isOverall(title)
    if (isUnder && item.kind === 'row') found.add(item.table)
  }
  return found
}

/** Whether a table names projects and indicators as a 绩效目标表 does, so that it may be one whose layout is not known. */
function isFormLike({ rows }: SourceTable): boolean {
  const texts = rows.flat().map(textOf)
  const levels = new Set(
    texts.filter((text) => levelNames(text) !== null || indicatorColumn(text) === 'target'),
  )
  return texts.some((text) => headLabel(text) === 'name') && levels.size > 1
}

function isPartHeading(text: string): boolean {
  return text.length <= 40 && /^第[一二三四五六七八九十]部分|绩效(?:目标|信息)[:：]?$/.test(text)
}

/** The cells a plan cannot do without that the document leaves open. */
export function notStated(plan: PlanDraft): RecognitionIssue[] {
  const open: string[] = []
  const need = (value: unknown, path: string): void => {
    if (value === null) open.push(path)
  }
  need(plan.year, 'year')
  need(plan.department.code, 'department.code')
  need(plan.department.name, 'department.name')
  need(plan.source.title, 'source.title')
  need(plan.source.published, 'source.published')
  for (const [index, project] of plan.projects.entries()) {
    const path = `projects[${index}]`
    need(project.code, `${path}.code`)
    need(project.name, `${path}.name`)
    need(project.budget.total, `${path}.budget.total`)
    if (Object.keys(project.schedule).length === 0) open.push(`${path}.schedule`)
    if (project.goals.length === 0) open.push(`${path}.goals`)
    if (project.indicators.length === 0) open.push(`${path}.indicators`)
    for (const [row, indicator] of project.indicators.entries()) {
      for (const key of ['level1', 'level2', 'level3', 'target'] as const) {
        need(indicator[key], `${path}.indicators[${row}].${key}`)
      }
    }
  }
  return open.map((path) => ({ kind: 'not-stated', path, from: null }))
}
