import type { Account } from './facts/account'
import { type Paragraph, type Row, textOf } from './documentRows'
import { headLabel, isHeading } from './headings'
import { indicatorHeading, takeHeading } from './indicatorHeading'
import type { HeadLabel } from './labels'
import { ProjectList } from './projectList'
import { headLabelsOf, ProjectTable } from './projectTable'
import { codedDepartment, isOverall, titledProject } from './tableTitles'

type Item = Row | Paragraph

const TELLING: readonly HeadLabel[] = ['total', 'schedule', 'goals']
const AHEAD = 40
const MOST_ABOVE = 12
const MOST_LINES = 6
const TOP_HEADING = /^[一二三四五六七八九十]{1,3}、/

/**
 * Finds the 绩效目标表 of a document by their headings, wherever they stand (domain.md §11): one table or several each, many in one sheet, parted by pages,
 * below each other, or one list of all. A project needs its name or code, in the table or over it, and indicators or goals; any other table is left alone.
 */
export function performanceTables(items: readonly Item[], account: Account): ProjectTable[] {
  const finder = new Finder(items, account)
  for (const [index, item] of items.entries()) finder.take(item, index)
  for (const project of finder.projects) project.finish()
  return finder.projects
}

/** Goes through a document once, knowing which project or list is open and what stood above. */
class Finder {
  readonly projects: ProjectTable[] = []
  private open: ProjectTable | null = null
  private list: ProjectList | null = null
  private title: { readonly text: string; readonly from: Item } | null = null
  private above: Row[] = []
  private lines: Paragraph[] = []
  private parted = false
  private openedBy: { readonly table: Row['table']; readonly label: string } | null = null

  constructor(
    private readonly items: readonly Item[],
    private readonly account: Account,
  ) {}

  take(item: Item, index: number): void {
    const named = titleOf(item)
    if (named !== null) {
      this.title = { text: named, from: item }
      this.close()
    } else if (item.kind === 'paragraph') this.takeParagraph(item)
    else if (this.title === null || !isOverall(this.title.text)) this.takeRow(item, index)
  }

  private close(): void {
    this.open = null
    this.list = null
    this.above = []
  }

  private takeParagraph(item: Paragraph): void {
    if (item.text === '' || this.open?.takeLine(item)) return
    this.parted = true
    this.lines = [...this.lines, item].slice(-MOST_LINES)
    if (TOP_HEADING.test(item.text)) [this.open, this.list, this.title] = [null, null, null]
  }

  private takeRow(row: Row, index: number): void {
    if (this.above[0] && this.above[0].table !== row.table) this.above = []
    if (this.takeListed(row)) return
    const heading = indicatorHeading(row)
    const opens = heading !== null || namePair(row) !== null || this.titledHead(row)
    if (opens && this.startsAnother(row) && this.isHead(index)) this.begin(row)
    else if (!this.open) {
      this.above = [...this.above, row].slice(-MOST_ABOVE)
      return
    } else if ((this.parted && !opens && row.index === 0) || (this.open.heading && isAbove(row))) {
      this.open = null
      this.above = [row]
      return
    }
    this.above = []
    this.lines = []
    this.parted = false
    this.open?.take(row)
  }

  /** A head below a title that names its project; a row that names columns for names or codes lists projects. */
  private titledHead(row: Row): boolean {
    const labels = headLabelsOf(row)
    if ((labels.has('name') || labels.has('code')) && namePair(row) === null) return false
    return this.title !== null && this.title.text !== '' && TELLING.some((label) => labels.has(label))
  }

  private begin(row: Row): void {
    const project = this.newProject()
    this.open = project
    if (this.title) project.takeTitle(this.title.text, this.title.from)
    for (const line of this.lines) project.takeAbove(line)
    for (const line of this.above) project.take(line)
    this.title = null
    this.openedBy = { table: row.table, label: namePair(row) ?? '' }
  }

  private newProject(): ProjectTable {
    const project = new ProjectTable(this.account, `projects[${this.projects.length}]`)
    this.projects.push(project)
    return project
  }

  /** Takes a row of a list of projects, or the headings of one; `false` when it is of another table. */
  private takeListed(row: Row): boolean {
    const heading = indicatorHeading(row)
    if (heading !== null && heading.fields.size > 0) {
      const { lines, above, title } = this
      takeHeading(row, heading, this.account)
      this.account.claims(row.table)
      if (this.title?.from.kind === 'paragraph') this.account.understood(this.title.from)
      const begin = () => {
        const project = this.newProject()
        if (title) project.takeTitleUnit(title.from)
        for (const line of lines) project.takeAbove(line)
        for (const line of above) project.take(line)
        return project
      }
      if (this.list) this.list.goOn(heading)
      else this.list = new ProjectList(this.account, heading, begin)
      this.open = null
      this.above = []
      this.lines = []
      return true
    }
    if (this.list && heading === null && (namePair(row) === null || this.list.fits(row))) {
      this.list.take(row)
      return true
    }
    this.list = null
    return false
  }

  private startsAnother(row: Row): boolean {
    const { open } = this
    if (!open) return true
    if (indicatorHeading(row)) return false
    const labels = headLabelsOf(row)
    return (
      (open.heading !== null && namePair(row) !== null) ||
      (labels.has('code') && open.hasAny(new Set(['code']))) ||
      twice(open, labels)
    )
  }

  /** Whether a row begins a 绩效目标表: indicators or goals follow before another project's name does; in one table with a project of the same form its name is enough. */
  private isHead(from: number): boolean {
    const [first] = this.items.slice(from, from + 1)
    if (first?.kind !== 'row') return false
    const named = namePair(first) !== null || (this.title?.text ?? '') !== ''
    if (this.openedBy && this.openedBy.table === first.table && namePair(first) === this.openedBy.label)
      return true
    if (!named && !this.above.some((row) => namePair(row) !== null)) return false
    for (const item of this.items.slice(from, from + AHEAD)) {
      if (item.kind === 'paragraph') {
        if (titledProject(item.text) !== null || TOP_HEADING.test(item.text)) return false
        continue
      }
      if (item !== first && namePair(item) !== null && item.table !== first.table) return false
      const heading = indicatorHeading(item)
      if (heading !== null) return heading.fields.size === 0
      if (headLabelsOf(item).has('goals')) return true
    }
    return false
  }
}

/** A title above a table, as a paragraph or as a row of one cell. */
function titleOf(item: Item): string | null {
  if (item.kind === 'paragraph') return titledProject(item.text)
  const filled = item.cells.filter((cell) => textOf(cell) !== '')
  return filled.length === 1 && filled[0] ? titledProject(textOf(filled[0])) : null
}

/** The label of a name or code that has a value, or a place for one, beside it; `null` when the row has none: a heading beside it makes it a heading too. */
function namePair(row: Row): string | null {
  for (const [index, cell] of row.cells.entries()) {
    const text = textOf(cell)
    const label = headLabel(text)
    const beside = row.cells[index + 1]
    if ((label === 'name' || label === 'code') && beside && !isHeading(textOf(beside))) return text
  }
  return null
}

/** A row that stands above a head: the department with its code, the unit of the amounts. */
function isAbove(row: Row): boolean {
  const filled = row.cells.map(textOf).filter((text) => text !== '')
  return (
    filled.length > 0 &&
    filled.length <= 2 &&
    filled.every((text) => codedDepartment(text) !== null || /^(?:金额)?单位[:：]/.test(text))
  )
}

/** Whether a head repeats a label beyond the one that a second printing of it would: then it is another project's. */
function twice(open: ProjectTable, labels: ReadonlySet<HeadLabel>): boolean {
  return labels.has('name') && open.hasAny(new Set(['name'])) && open.hasAny(new Set(TELLING))
}
