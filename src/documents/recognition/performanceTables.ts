import { comparableName } from '@/domain/number/visibleText'
import { type Continued, continuedName, continues, isPageNumber } from './continuation'
import type { Account } from './facts/account'
import {
  type BudgetUnit,
  isUnitNote,
  remarkedUnit,
  type SaidUnit,
  statedBudgetUnit,
  unitRefusal,
} from './money/budgetUnit'
import { ListSums } from './money/listSums'
import { cellPlace, type Paragraph, paragraphPlace, type Row, textOf } from './documentRows'
import { headLabel, isHeading } from './headings'
import type { SourceCell } from '../reading/sourceDocument'
import { type IndicatorHeading, indicatorHeading, takeHeading } from './indicators/indicatorHeading'
import { levelNames } from './indicators/levelNames'
import { levelRow } from './indicators/levelRows'
import type { HeadLabel } from './labels'
import { plainName } from './namePairs'
import { ProjectList } from './projectList'
import { headLabelsOf, ProjectTable } from './projectTable'
import { codedDepartment, isExplained, isOverall, titledProject } from './tableTitles'

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
export function performanceTables(
  items: readonly Item[],
  account: Account,
  year: number | null,
): ProjectTable[] {
  const finder = new Finder(items, account, year)
  for (const [index, item] of items.entries()) finder.take(item, index)
  for (const project of finder.projects) project.finish()
  finder.sums.check()
  return finder.projects
}

/** Goes through a document once, knowing which project or list is open and what stood above. */
class Finder {
  readonly projects: ProjectTable[] = []
  readonly sums: ListSums
  private open: ProjectTable | null = null
  private list: ProjectList | null = null
  private title: { readonly text: string; readonly from: Item } | null = null
  private above: Row[] = []
  private lines: Paragraph[] = []
  private parted = false
  private continuing = false
  private unit: SaidUnit | null = null
  /** The unit in the title of a table, for the project that stands beside the first in it. */
  private titled: { readonly unit: BudgetUnit; readonly table: number } | null = null
  private below: { readonly table: Row['table']; readonly unit: BudgetUnit | null } | null = null
  private openedBy: { readonly table: Row['table']; readonly label: string } | null = null

  constructor(
    private readonly items: readonly Item[],
    private readonly account: Account,
    private readonly year: number | null,
  ) {
    this.sums = new ListSums(account)
  }

  take(item: Item, index: number): void {
    if (item.kind === 'row') this.noteUnit(item)
    if (this.goesOn(item)) return
    const named = titleOf(item)
    if (named !== null) {
      this.title = { text: named, from: item }
      this.close()
    } else if (item.kind === 'paragraph') this.takeParagraph(item)
    else if (this.title === null || !isOverall(this.title.text)) this.takeRow(item, index)
  }

  /** A line or a row alone that says the table goes on, or a head that repeats the name of the last project so (河长制（续）): what follows belongs to that project. */
  private goesOn(item: Item): boolean {
    const repeated = item.kind === 'row' ? namedCell(item) : null
    const text = repeated ? textOf(repeated) : textAlone(item)
    const name = text === null ? null : continuedName(text)
    if (name === null || isOverall(this.title?.text ?? '')) return false
    const last = this.list ? null : lastThat(this.projects, (one) => isContinued(name, one))
    if (this.list ? !name.told : !last) return false
    if (last && name.name === '' && repeated) return false
    const cell = item.kind === 'row' ? (repeated ?? item.cells.find((one) => textOf(one) !== '')) : undefined
    if (!this.continuing || !repeated) {
      if (item.kind === 'row' && cell) this.account.issueAt('continued', item.table, cell)
      else if (item.kind === 'paragraph') this.account.textIssue('continued', item)
      if (this.title?.from.kind === 'paragraph') this.account.understood(this.title.from)
      last?.goOn()
    }
    this.open = last ?? null
    this.title = null
    this.above = []
    this.lines = []
    this.parted = false
    this.continuing = true
    if (item.kind === 'row' && repeated) this.open?.takeAgain(item, repeated)
    return true
  }

  private close(): void {
    this.continuing = false
    this.open = null
    this.list = null
    this.above = []
  }

  private takeParagraph(item: Paragraph): void {
    if (item.text === '') return
    if (isPageNumber(item.text)) return this.account.understood(item)
    if (this.namesAnother(item)) this.close()
    if (this.open?.takeLine(item)) return
    this.parted = true
    const unit = unitNoteIn(item)
    if (unit !== null)
      this.unit = { ...unit, by: item, from: paragraphPlace(item), table: null, usedBy: null }
    this.lines = [...this.lines, item].slice(-MOST_LINES)
    if (TOP_HEADING.test(item.text)) {
      this.close()
      this.title = null
      this.unit = null
    }
  }

  /** Whether a line names another project than the one that is open, whose indicators have begun (项目名称：乙). */
  private namesAnother(item: Paragraph): boolean {
    const name = this.open?.values.get('name')?.value
    if (!this.open?.heading || !namesProject(item) || name === undefined || name === null) return false
    return comparableName(item.text.replace(/^[^:：]*[:：]/, '')) !== comparableName(name)
  }

  private takeRow(row: Row, index: number): void {
    const alone = textAlone(row) ?? ''
    if (alone.includes('页') && isPageNumber(alone)) {
      for (const cell of row.cells) this.account.understood(cell)
      return
    }
    if (this.above[0] && this.above[0].table !== row.table) this.above = []
    if (this.takeListed(row, index)) return
    const heading = indicatorHeading(row, this.year)
    const opens = heading !== null || namePair(row) !== null || this.titledHead(row)
    if (opens && this.startsAnother(row) && this.isHead(index)) this.begin(row, index)
    else if (!this.open) {
      if (this.beginsPart(row)) [this.above, this.unit] = [[], null]
      this.above = [...this.above, row].slice(-MOST_ABOVE)
      return
    } else if ((!opens && this.isApart(row)) || (this.open.heading && isAbove(row))) {
      this.open = null
      this.above = [row]
      return
    }
    this.above = []
    this.lines = []
    this.parted = false
    this.open?.take(row)
  }

  /** Whether a table begins that is not the rest of the open one: a line parts them, or its first row fits no headings that are open. */
  private isApart(row: Row): boolean {
    const heading = this.open?.heading
    if (row.index !== 0) return false
    return this.parted || (heading !== null && heading !== undefined && !fitsBelow(row, heading))
  }

  /** Whether a row alone is the heading of a further part of a sheet, below rows of another table. */
  private beginsPart(row: Row): boolean {
    const filled = this.above.filter(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length > 1)
    return filled.length > 0 && TOP_HEADING.test(textAlone(row) ?? '')
  }

  /** Keeps the unit that a row states alone, and which table is the first below one stated in a line. */
  private noteUnit(row: Row): void {
    const unit = unitNoteIn(row)
    const [cell] = row.cells.filter((one) => textOf(one) !== '')
    if (unit !== null && cell)
      this.unit = { ...unit, by: cell, from: cellPlace(row.table, cell), table: row.table, usedBy: null }
    if (this.unit?.table === null) this.unit = { ...this.unit, table: row.table }
  }

  /** Gives a project the unit said above it: one in a row holds in its table, one in a line till the next part or sheet; only the first project has it for its own. */
  private giveUnit(project: ProjectTable, { table }: Row, all = false): void {
    const { unit } = this
    if (unit === null || unit.table?.place?.sheet !== table.place?.sheet) return
    const near = unit.table?.position === table.position
    if (!near && 'column' in unit.by && (unit.table?.place?.sheet ?? null) === null) return
    const isBeside = unit.usedBy !== table && unit.usedBy?.position === table.position
    project.takeUnit(unit, near && (all || unit.usedBy === null || isBeside))
    this.unit = { ...unit, usedBy: unit.usedBy ?? table }
  }

  /** A head below a title that names its project; a row that names columns for names or codes lists projects. */
  private titledHead(row: Row): boolean {
    const labels = headLabelsOf(row)
    if ((labels.has('name') || labels.has('code')) && namePair(row) === null) return false
    return this.title !== null && this.title.text !== '' && TELLING.some((label) => labels.has(label))
  }

  private titleUnit({ budget: { units } }: ProjectTable, { table: { position } }: Row): void {
    if (this.title) this.titled = units.unit === null ? null : { unit: units.unit, table: position }
    else if (this.titled?.table === position) units.unit ??= this.titled.unit
  }

  /** Looked for once in a table, however many projects it holds. */
  private remarked(row: Row, from: number): BudgetUnit | null {
    if (this.below?.table !== row.table) this.below = { table: row.table, unit: this.unitBelow(row, from) }
    return this.below.unit
  }

  /** The unit in a remark at the end of a table, or in the lines between it and what follows. */
  private unitBelow({ table }: Row, from: number): BudgetUnit | null {
    for (const item of this.items.slice(from)) {
      if (item.kind === 'row' && item.table !== table) return null
      const text = textAlone(item)
      if (text === null) continue
      if (item.kind === 'paragraph' && (titledProject(text) !== null || TOP_HEADING.test(text))) return null
      const unit = remarkedUnit(text)
      if (unit !== null) return unit
    }
    return null
  }

  private begin(row: Row, index: number): void {
    const project = this.newProject()
    this.open = project
    this.continuing = false
    if (this.title) project.takeTitle(this.title.text, this.title.from)
    this.titleUnit(project, row)
    this.giveUnit(project, this.above[0] ?? row)
    project.budget.units.unit ??= this.remarked(row, index)
    for (const line of this.lines) project.takeAbove(line)
    for (const line of this.above) project.take(line)
    this.title = null
    this.openedBy = { table: row.table, label: namePair(row) ?? '' }
  }

  private newProject(): ProjectTable {
    const project = new ProjectTable(this.account, `projects[${this.projects.length}]`, this.year)
    this.projects.push(project)
    return project
  }

  /** Takes a row of a list of projects, or the headings of one; `false` when it is of another table. */
  private takeListed(row: Row, index: number): boolean {
    const heading = this.list?.isHeading(row) ? null : indicatorHeading(row, this.year)
    if (heading !== null && heading.fields.size > 0) {
      const { lines, above, title } = this
      takeHeading(row, heading, this.account, this.year)
      this.account.claims(row.table)
      if (this.title?.from.kind === 'paragraph') this.account.understood(this.title.from)
      const begin = () => {
        const project = this.newProject()
        if (title) project.takeTitleUnit(title.from)
        this.giveUnit(project, row, true)
        project.budget.units.unit ??= this.remarked(row, index)
        for (const line of lines) project.takeAbove(line)
        for (const line of above) project.take(line)
        return project
      }
      if (this.list) this.list.goOn(heading)
      else this.list = new ProjectList(this.account, heading, this.sums, begin)
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
    if (indicatorHeading(row, this.year)) return false
    const same = nameBeside(row) === open.values.get('name')?.value
    if (same && (this.continuing || (open.heading === null && this.isRest(row)))) return false
    const labels = headLabelsOf(row)
    return (
      (open.heading !== null && namePair(row) !== null) ||
      (labels.has('code') && open.hasAny(new Set(['code']))) ||
      twice(open, labels)
    )
  }

  /** Whether a head that names the open project again has its indicators below and nothing that its first table stated (one sheet for the head, one for the indicators). */
  private isRest(row: Row): boolean {
    const below = row.all.slice(row.index, row.index + AHEAD)
    const end = below.findIndex((one) => indicatorHeading(one, this.year) !== null)
    const isHead = (one: Row) => [...headLabelsOf(one)].some((label) => label !== 'name' && label !== 'code')
    return end > 0 && !below.slice(0, end).some(isHead) && this.open?.values.has('name') === true
  }

  /** Whether a row begins a 绩效目标表: indicators or goals follow before another project's name does; in one table with a project of the same form its name is enough. */
  private isHead(from: number): boolean {
    const [first] = this.items.slice(from, from + 1)
    if (first?.kind !== 'row') return false
    const named = namePair(first) !== null || (this.title?.text ?? '') !== '' || this.lines.some(namesProject)
    if (this.openedBy && this.openedBy.table === first.table && namePair(first) === this.openedBy.label)
      return true
    if (!named && !this.above.some((row) => namePair(row) !== null)) return false
    for (const item of this.items.slice(from, from + AHEAD)) {
      if (item.kind === 'paragraph') {
        if (titledProject(item.text) !== null || TOP_HEADING.test(item.text)) return false
        continue
      }
      if (item !== first && namePair(item) !== null && item.table !== first.table) return false
      const heading = indicatorHeading(item, this.year)
      if (heading !== null) return heading.fields.size === 0
      if (headLabelsOf(item).has('goals')) return true
    }
    return false
  }
}

const ENDS_IN_UNIT =
  /^.{1,60}(?:[(（](?:金额)?单位[:：]\s*\p{L}{1,6}|表\s*[(（](?:人民币)?[百千万亿]{0,2}元)[)）]$/u

/** The unit that a line or the only text of a row states alone, or in brackets at its end as a title does; `null` for any other. */
function unitNoteIn(item: Item): Pick<SaidUnit, 'unit' | 'refused'> | null {
  const text = textAlone(item)
  if (text === null || !(isUnitNote(text) || ENDS_IN_UNIT.test(text))) return null
  const refused = unitRefusal(text)
  const unit = refused === null ? statedBudgetUnit(text) : null
  return unit === null && refused === null ? null : { unit, refused }
}

/** A title above a table, as a paragraph or as a row of one cell. */
function titleOf(item: Item): string | null {
  const text = textAlone(item)
  return text === null ? null : titledProject(text)
}

/** The text of a paragraph, or the only one of a row. */
function textAlone(item: Item): string | null {
  if (item.kind === 'paragraph') return item.text
  const filled = item.cells.filter((cell) => textOf(cell) !== '')
  return filled.length === 1 && filled[0] ? textOf(filled[0]) : null
}

/** The label of a name or code that has a value, or a place for one, beside it; `null` when the row has none: a heading beside it makes it a heading too. */
function namePair(row: Row): string | null {
  for (const [index, cell] of row.cells.entries()) {
    const text = textOf(cell)
    const label = headLabel(text)
    const beside = row.cells[index + 1]
    if ((label === 'name' || label === 'code') && beside && !isHeading(textOf(beside))) return text
    if (label === 'name' && plainName(row) !== null) return text
  }
  return null
}

/** The name beside its label; `null` where the row has none. */
function nameBeside(row: Row): string | null {
  const cell = namedCell(row)
  return cell === null ? null : textOf(cell)
}

/** The name beside its label in a row; `null` where the row has none. */
function namedCell(row: Row): SourceCell | null {
  const at = row.cells.findIndex((cell) => headLabel(textOf(cell)) === 'name')
  return at < 0 ? null : (row.cells[at + 1] ?? null)
}

function lastThat<T>(list: readonly T[], fits: (one: T) => boolean): T | undefined {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const one = list[at]
    if (one !== undefined && fits(one)) return one
  }
  return undefined
}

/** Whether a line above a table names its project: 项目名称：文化下乡. */
function namesProject({ text }: Paragraph): boolean {
  return headLabel(/^([^:：]{2,12})[:：]\s*\S/.exec(text)?.[1] ?? '') === 'name' && !isExplained(text)
}

function isContinued(name: Continued, { values, title }: ProjectTable): boolean {
  return continues(name, [values.get('name')?.value, title?.value])
}

/** Whether the first row of a further table may go on below the headings of another: as wide, no heading in it, and its levels blank or customary. */
function fitsBelow(row: Row, heading: IndicatorHeading): boolean {
  if (row.table === heading.table) return true
  if (row.slots.length > heading.width || row.cells.some((cell) => isHeading(textOf(cell)))) return false
  const texts = (['level1', 'level2'] as const).map((level) => {
    const slot = row.slots[heading.columns.get(level) ?? -1]
    return slot ? textOf(slot.cell) : ''
  })
  return (
    texts.every((text) => text === '' || levelNames(text) !== null) || levelRow(row, heading, null) !== null
  )
}

/** A row that stands above a head: the department with its code, the unit of the amounts. */
function isAbove(row: Row): boolean {
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  const whose = (text: string | undefined) => ['department', 'reporter'].includes(headLabel(text ?? '') ?? '')
  const filled = texts.filter((text, at) => !whose(text) && !whose(texts[at - 1]))
  return (
    texts.length > 0 &&
    filled.length <= 2 &&
    filled.every(
      (text) => codedDepartment(text) !== null || isUnitNote(text) || /^(?:金额)?单位[:：]/.test(text),
    )
  )
}

/** Whether a head repeats a label beyond the one that a second printing of it would: then it is another project's. */
function twice(open: ProjectTable, labels: ReadonlySet<HeadLabel>): boolean {
  return labels.has('name') && open.hasAny(new Set(['name'])) && open.hasAny(new Set(TELLING))
}
