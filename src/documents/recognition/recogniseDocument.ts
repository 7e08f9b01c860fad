import { toHalfWidth } from '@/domain/halfWidth'
import type { RecognitionIssue } from '@/domain/recognitionIssue'
import type { SourceDocument, SourceTable } from '../reading/sourceDocument'
import { Account } from './account'
import { departmentGoals } from './departmentGoals'
import { documentFacts } from './documentFacts'
import { cellPlace, documentRows, type Paragraph, type Row, textOf } from './documentRows'
import { documentTitle, publishedDay } from './documentTitle'
import type { PlanDraft, Recognition, Stated } from './draft'
import { paragraphsOf, rowsOf, sectionsOf } from './outline'
import { performanceTables } from './performanceTables'
import { projectDraft } from './projectDraft'
import { isDateLine } from './printedDay'
import type { ProjectTable } from './projectTable'
import { Leaf, NOT_STATED, settled } from './traced'

const SCHEMA = 1

/**
 * Reads a department's disclosure into a plan (DOMAIN.md §1, §2): its 绩效目标表 by their headings, its goals and facts by theirs. What the document does not
 * state is `null`; what was not understood is listed with its source, never guessed and never dropped.
 */
export function recogniseDocument(document: SourceDocument, given: Stated = {}): Recognition {
  const account = new Account()
  const items = documentRows(document)
  const paragraphs = paragraphsOf(items).filter(({ text }) => text !== '')
  const tables = performanceTables(items, account)
  const heading = documentTitle(items)
  const title = given.title === undefined ? heading.title : new Leaf(given.title)
  const year = given.year === undefined ? heading.year : new Leaf(given.year)
  const published = given.published === undefined ? publishedDay(paragraphs) : new Leaf(given.published)
  const { code, name } = departmentOf(tables, account, given)
  const id = year.value === null || code.value === null ? null : `${year.value}-${code.value}`
  const goals = departmentGoals(paragraphs, account)
  const sections = sectionsOf(items)
  const facts = documentFacts(
    {
      paragraphs,
      rows: rowsOf(items),
      sections,
      name: name.value,
      title: title.value,
      year: year.value,
      goals,
    },
    account,
  )
  const traced = {
    schema: SCHEMA,
    id: new Leaf(id),
    year,
    department: { code, name },
    source: { title, published },
    facts,
    departmentGoals: goals.goals.map((goal, index) => ({
      id: new Leaf(id === null ? null : `${id}/G${index + 1}`),
      title: goal.title,
      goal: goal.goal,
      indicators: goal.indicators,
    })),
    projects: tables.map((table, index) => projectDraft(table, id, index + 1)),
  }
  titleIssues(tables, account)
  for (const line of heading.lines) {
    if (line.kind === 'row') line.cells.forEach((cell) => account.understood(cell))
  }
  leftOver(items, tables, heading.lines, account)
  const { value, sources } = settled(traced)
  const plan = value as PlanDraft
  const blanks = notStated(plan)
  return { draft: { plan, sources }, issues: [...blanks, ...account.issues] }
}

/** The department of the first table; a table that names another is listed. */
function departmentOf(tables: readonly ProjectTable[], account: Account, given: Stated) {
  const all = tables.flatMap(({ departments }) => departments)
  const first = all[0]
  const code: Leaf = given.code === undefined ? (first?.code ?? NOT_STATED) : new Leaf(given.code)
  const name: Leaf = first?.name ?? NOT_STATED
  for (const other of all) {
    if (other.code.value !== first?.code.value || other.name.value !== first.name.value) {
      account.issue('department-differs', other.name.from, 'department.name')
    }
  }
  return { code, name }
}

/** A title that names another project than its table does. */
function titleIssues(tables: readonly ProjectTable[], account: Account): void {
  for (const [index, { title, values }] of tables.entries()) {
    const name = values.get('name')?.value
    if (!title?.value || !name || sameName(title.value, name)) continue
    account.issue('title-differs', title.from, `projects[${index}].name`)
  }
}

function sameName(title: string, name: string): boolean {
  const [first, second] = [title, name].map((text) => toHalfWidth(text).replace(/\s+/g, ''))
  return first === second || first === `${second}项目` || second === `${first}项目`
}

/** Lists what stands in the tables and parts that were read and was not understood, and the tables that were not read. */
function leftOver(
  items: readonly (Row | Paragraph)[],
  tables: readonly ProjectTable[],
  title: readonly (Row | Paragraph)[],
  account: Account,
): void {
  if (tables.length === 0) account.issue('no-performance-table', null, 'projects')
  const rows = rowsOf(items)
  const told = new Set<SourceTable>()
  for (const { table, cells } of rows) {
    for (const cell of cells) {
      if (textOf(cell) === '' || account.isUnderstood(cell)) continue
      if (account.isClaimed(table)) account.issueAt('cell-not-understood', table, cell)
      else if (!told.has(table)) {
        told.add(table)
        const partly = rows.some(
          (row) => row.table === table && row.cells.some((one) => account.isUnderstood(one)),
        )
        account.issue(partly ? 'table-partly-read' : 'table-left', cellPlace(table, cell))
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

function isPartHeading(text: string): boolean {
  return text.length <= 40 && /^第[一二三四五六七八九十]部分|绩效(?:目标|信息)[:：]?$/.test(text)
}

/** The cells a plan cannot do without that the document leaves open. */
function notStated(plan: PlanDraft): RecognitionIssue[] {
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
