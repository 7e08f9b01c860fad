import { comparableName } from '@/domain/number/visibleText'
import { seriousness } from '../outcome/recognitionIssue'
import type { SourceDocument } from '../reading/sourceDocument'
import { Account } from './facts/account'
import { departmentGoals } from './facts/departmentGoals'
import { chosenProjects } from './chosenProjects'
import { documentFacts } from './facts/documentFacts'
import { folded } from './foldedIssues'
import { documentRows } from './documentRows'
import { documentTitle, lineYears, publishedDay } from './documentTitle'
import { listLeftOver, notStated } from './leftOver'
import type { PlanDraft, Recognition, Stated } from './draft'
import { paragraphsOf, rowsOf, sectionsOf } from './outline'
import { performanceTables } from './performanceTables'
import { projectDraft } from './projectDraft'
import type { ProjectTable } from './projectTable'
import { withLabelsApart } from './labelsApart'
import { withTablesParted } from './sideBySide'
import { Leaf, NOT_STATED, settled } from './traced'
import { unitIssues } from './money/unitIssues'

const SCHEMA = 1

/**
 * Reads a department's disclosure into a plan (domain.md §1, §2): its 绩效目标表 by their headings, its goals and facts by theirs. What the document does not
 * state is `null`; what was not understood is listed with its source, never guessed and never dropped.
 */
export function recogniseDocument(source: SourceDocument, given: Stated = {}): Recognition {
  const account = new Account()
  const { document, beside, columns, left } = withTablesParted(withLabelsApart(source))
  for (const place of beside) account.issue('tables-beside', place)
  for (const place of columns) account.issue('projects-in-columns', place)
  for (const place of left) account.issue('cell-not-understood', place)
  const items = documentRows(document)
  const paragraphs = paragraphsOf(items).filter(({ text }) => text !== '')
  const heading = documentTitle(items)
  const title = given.title === undefined ? heading.title : new Leaf(given.title)
  const year = given.year === undefined ? heading.year : new Leaf(given.year)
  const found = performanceTables(items, account, year.value)
  const chosen = chosenProjects(found, given)
  const { tables } = chosen
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
  titleIssues(found, account)
  twiceIssues(found, account)
  for (const { year: other, place } of lineYears(items))
    if (year.value !== null && other !== year.value) account.issue('years-differ', place, 'year')
  for (const line of heading.lines) {
    if (line.kind === 'row') line.cells.forEach((cell) => account.understood(cell))
  }
  listLeftOver(items, found, heading.lines, account)
  const { value, sources } = settled(traced)
  const plan = value as PlanDraft
  const signs = new Set(account.issues.flatMap(({ kind, path }) => (kind === 'no-figure' ? path : [])))
  const blanks = notStated(plan).filter(({ path }) => path === null || !signs.has(path))
  const issues = [...blanks, ...unitIssues(tables), ...folded(chosen.issues(account.issues))].sort(
    (one, other) => seriousness(one) - seriousness(other),
  )
  return { draft: { plan, sources }, issues, candidates: chosen.candidates(id) }
}

/** The department of the first table; a table that names another is listed. */
function departmentOf(tables: readonly ProjectTable[], account: Account, given: Stated) {
  const all = tables.flatMap(({ departments }) => departments)
  const first = all[0]
  const code: Leaf = given.code === undefined ? (first?.code ?? NOT_STATED) : new Leaf(given.code)
  const name: Leaf = given.department === undefined ? (first?.name ?? NOT_STATED) : new Leaf(given.department)
  for (const other of all) {
    if (other.code.value !== first?.code.value || other.name.value !== first.name.value) {
      account.issue('department-differs', other.name.from, 'department.name')
    }
  }
  return { code, name }
}

/** A title that names another project than its table does. */
function titleIssues(tables: readonly ProjectTable[], account: Account): void {
  for (const [index, { title, values, departments }] of tables.entries()) {
    const name = values.get('name')
    if (!title?.value || !name?.value || sameName(title.value, name.value)) continue
    if (departments.some(({ name: { value } }) => value !== null && isUnit(title, value))) continue
    account.issue('title-differs', title.from, `projects[${index}].name`, name.from ? [name.from] : [])
  }
}

/** Projects of one name, unit and code that stand in several tables or rows: each is a project until a person says that it is not (domain.md §1). */
function twiceIssues(tables: readonly ProjectTable[], account: Account): void {
  const seen = new Set<string>()
  for (const [index, { values, departments }] of tables.entries()) {
    const name = values.get('name')
    if (!name?.value) continue
    const unit = departments[0]?.name.value ?? ''
    const key = [name.value, unit, values.get('code')?.value ?? ''].map(comparableName).join('\n')
    if (seen.has(key)) account.issue('project-twice', name.from, `projects[${index}].name`)
    seen.add(key)
  }
}

/** Whether a title names the unit of its table alone (某县中心小学项目支出绩效目标表). */
function isUnit(title: Leaf, unit: string): boolean {
  const [whole, own] = [title.value ?? '', unit].map((text) => comparableName(text)) as [string, string]
  return whole !== '' && (whole.endsWith(own) || own.endsWith(whole))
}

function sameName(title: string, name: string): boolean {
  const [first, second] = [title, name].map((text) => comparableName(text))
  return first?.includes(second ?? '') === true || second === `${first}项目`
}
