import type { AmountUnit } from '@/domain/desk/amountCell'
import { statedUnit } from '@/domain/sheets/pasteLabels'
import type { SourcePlace } from '../outcome/recognitionIssue'
import type { SourceCell } from '../reading/sourceDocument'
import type { Account } from './facts/account'
import { readBudgetCell } from './budgetCell'
import { cellPlace, type Paragraph, paragraphPlace, type Row, textOf } from './documentRows'
import { type HeadLabel, headLabel } from './headings'
import { type IndicatorHeading, indicatorHeading, takeHeading } from './indicatorHeading'
import { IndicatorRows } from './indicatorRows'
import { ScheduleRows } from './scheduleRows'
import { Leaf, NOT_STATED } from './traced'
import { codedDepartment } from './tableTitles'

type Text = Leaf
type Money = 'total' | 'fiscal' | 'other'

const MONEY: ReadonlySet<HeadLabel> = new Set(['total', 'fiscal', 'other'])
const UNIT_NOTE = /^(?:金额)?单位[:：]/

/** One 绩效目标表 while its rows are read, head and indicators, whatever tables they stand in. */
export class ProjectTable {
  readonly values = new Map<HeadLabel, Text>()
  readonly goals: Text[] = []
  readonly departments: { readonly code: Text; readonly name: Text }[] = []
  readonly schedule: ScheduleRows
  readonly indicators: IndicatorRows
  title: Text | null = null
  heading: IndicatorHeading | null = null
  private unit: AmountUnit = 'wan'
  private inGoals = false
  private inBudget = false
  private readonly account: Account
  private readonly path: string

  constructor(account: Account, path: string) {
    this.account = account
    this.path = path
    this.schedule = new ScheduleRows(account, `${path}.schedule`)
    this.indicators = new IndicatorRows(account)
  }

  /** Whether a row that states one of these labels must belong to another project. */
  hasAny(labels: ReadonlySet<HeadLabel>): boolean {
    return [...labels].some(
      (label) =>
        this.values.has(label) ||
        (label === 'schedule' && this.schedule.begun) ||
        (label === 'goals' && this.goals.length > 0),
    )
  }

  takeTitle(text: string, from: Row | Paragraph): void {
    this.title = new Leaf(text, titlePlace(from))
    for (const cell of from.kind === 'row' ? from.cells : []) this.account.understood(cell)
    if (from.kind === 'paragraph') this.account.understood(from)
  }

  /** Reads one row of the table; whatever of it was not understood stays to be listed. */
  take(row: Row): void {
    this.account.claims(row.table)
    const heading = indicatorHeading(row)
    if (heading) {
      this.heading = heading
      takeHeading(row, heading, this.account)
      this.inGoals = false
    } else if (this.heading) {
      if (!this.indicators.take(row, this.heading)) this.listRow(row)
    } else {
      this.takeHead(row)
    }
  }

  /** A line behind the goals' cell: text put on the clipboard by Word breaks a cell's lines like paragraphs. */
  takeLine(paragraph: Paragraph): boolean {
    if (!this.inGoals || this.heading) return false
    this.account.understood(paragraph)
    this.goals.push(new Leaf(paragraph.text, paragraphPlace(paragraph)))
    return true
  }

  private listRow(row: Row): void {
    for (const cell of row.cells) {
      if (textOf(cell) !== '' && !this.account.isUnderstood(cell)) {
        this.account.issueAt('row-not-aligned', row.table, cell)
      }
    }
  }

  private takeHead(row: Row): void {
    const labels = row.cells.map((cell) => headLabel(textOf(cell)))
    const states = labels.some((label) => label !== null)
    if (this.schedule.takeShares(row)) return
    if (labels.includes('schedule')) {
      this.inGoals = false
      this.schedule.takeMonths(row, true)
      this.markLabels(row, 'schedule')
    } else if (!states && monthsIn(row) > 1 && this.schedule.takeMonths(row, false)) {
      return
    } else if (labels.includes('goals')) {
      this.inGoals = true
      this.markLabels(row, 'goals')
      this.takeGoals(row)
    } else if (states) {
      this.inGoals = false
      this.takePairs(row, labels)
    } else {
      this.takePlain(row)
    }
  }

  private markLabels(row: Row, wanted: HeadLabel): void {
    for (const cell of row.cells) if (headLabel(textOf(cell)) === wanted) this.account.understood(cell)
  }

  /** Labels and beside each its value. */
  private takePairs(row: Row, labels: readonly (HeadLabel | null)[]): void {
    this.inBudget = labels.some((label) => label === 'group' || (label !== null && MONEY.has(label)))
    for (const [index, label] of labels.entries()) {
      const cell = row.cells[index]
      if (!cell || label === null) continue
      this.account.understood(cell)
      const beside = row.cells[index + 1]
      const value = beside && labels[index + 1] === null ? beside : null
      if (label === 'group') continue
      if (label === 'department') this.takeDepartment(row, value)
      else this.put(label, row, cell, value)
    }
  }

  private put(label: HeadLabel, row: Row, labelCell: SourceCell, cell: SourceCell | null): void {
    if (this.values.has(label)) {
      if (cell && textOf(cell) !== '') this.account.issueAt('stated-twice', row.table, cell)
      return
    }
    if (cell === null) {
      this.values.set(label, new Leaf(null, cellPlace(row.table, labelCell)))
    } else if (MONEY.has(label)) {
      this.values.set(label, this.money(row, labelCell, cell, label as Money))
    } else {
      const how = label === 'purpose' ? 'wording' : 'value'
      this.values.set(label, this.account[how](row.table, cell))
    }
  }

  private money(row: Row, labelCell: SourceCell, cell: SourceCell, label: Money): Text {
    const reading = readBudgetCell(textOf(cell), statedUnit(textOf(labelCell)) ?? this.unit)
    const place = cellPlace(row.table, cell)
    this.account.understood(cell)
    if (reading.kind === 'blank') return new Leaf(null, place)
    if (reading.kind === 'converted')
      this.account.issue('converted-from-yuan', place, `${this.path}.budget.${label}`)
    if (reading.kind === 'not-an-amount')
      this.account.issue('not-an-amount', place, `${this.path}.budget.${label}`)
    return new Leaf(reading.text, place)
  }

  private takeDepartment(row: Row, cell: SourceCell | null): void {
    if (!cell) return
    const coded = codedDepartment(textOf(cell)) ?? { code: null, name: textOf(cell) }
    if (coded.name === '') return
    this.account.understood(cell)
    const place = cellPlace(row.table, cell)
    this.departments.push({ code: new Leaf(coded.code, place), name: new Leaf(coded.name, place) })
  }

  private takeGoals(row: Row): void {
    for (const cell of row.cells) {
      if (this.account.isUnderstood(cell)) continue
      const lines = cell.lines.map((line) => line.trim()).filter((line) => line !== '')
      if (lines.length > 0) this.account.understood(cell)
      this.goals.push(...lines.map((line) => new Leaf(line, cellPlace(row.table, cell))))
    }
  }

  /** A row without a label: the department and the unit above the head, the use of the money below the budget, or more goals. */
  private takePlain(row: Row): void {
    const filled = row.cells.filter((cell) => textOf(cell) !== '' && !this.account.isUnderstood(cell))
    for (const cell of filled) {
      const unit = UNIT_NOTE.test(textOf(cell)) ? statedUnit(textOf(cell)) : null
      if (unit) {
        this.unit = unit
        this.account.understood(cell)
      } else if (codedDepartment(textOf(cell)) && !this.inGoals && !this.inBudget) {
        this.takeDepartment(row, cell)
      }
    }
    const only = filled.length === 1 ? filled[0] : undefined
    if (!only || this.account.isUnderstood(only)) return
    if (this.inGoals) this.takeGoals(row)
    else if (this.inBudget && !this.values.has('purpose')) {
      this.values.set('purpose', this.account.wording(row.table, only))
      this.inBudget = false
    }
  }
}

function titlePlace(from: Row | Paragraph): SourcePlace | null {
  if (from.kind === 'paragraph') return paragraphPlace(from)
  const cell = from.cells.find((one) => textOf(one) !== '')
  return cell ? cellPlace(from.table, cell) : null
}

function monthsIn(row: Row): number {
  return row.cells.filter((cell) => /^\D{0,4}\d{1,2}\s*月/.test(textOf(cell))).length
}

/** The labels of a head that a row states. */
export function headLabelsOf(row: Row): ReadonlySet<HeadLabel> {
  return new Set(row.cells.flatMap((cell) => headLabel(textOf(cell)) ?? []))
}

/** A value that the table states under a label, `null` where it does not. */
export function stated(project: ProjectTable, label: HeadLabel): Text {
  return project.values.get(label) ?? NOT_STATED
}
