import { toHalfWidth } from '@/domain/number/halfWidth'
import type { SourceCell } from '../reading/sourceDocument'
import type { SourcePlace } from '../outcome/recognitionIssue'
import type { Account } from './facts/account'
import { type ChangeColumns, changeColumns, changedCells } from './changeColumns'
import { BudgetRows } from './money/budgetRows'
import { isMoney, isReadableAmount } from './money/moneyNames'
import { isSumOfPart } from './money/tallHeadings'
import { isUnitNote, type SaidUnit, statedBudgetUnit, unitRefusal } from './money/budgetUnit'
import { cellPlace, type Paragraph, paragraphPlace, type Row, textOf } from './documentRows'
import { GoalRows, isNoGoal, isNumberedGoal, isNumberOf } from './goalRows'
import { governmentIn, headLabel, isAmount, isHeading, isOtherBlock, isSum, isUnitHeading } from './headings'
import { type IndicatorHeading, indicatorHeading, inBlock, takeHeading } from './indicators/indicatorHeading'
import { blockBegun, isCaptionRow, type LeftBlock } from './indicators/captionRows'
import { headlessColumns } from './indicators/headlessRows'
import { levelRow } from './indicators/levelRows'
import { IndicatorRows, isHeadingRow } from './indicators/indicatorRows'
import { LEVEL1, levelNames } from './indicators/levelNames'
import type { HeadLabel } from './labels'
import { plainName } from './namePairs'
import { ScheduleRows } from './scheduleRows'
import { codedDepartment, isExplained, isYearLine } from './tableTitles'
import { Leaf, NOT_STATED } from './traced'

type Text = Leaf

/** Whether a cell begins a row of labelled amounts and names them: 资金金额（万元）. */
function isMoneySide(cell: SourceCell, row: Row): boolean {
  const text = textOf(cell)
  if (cell !== row.cells[0] || text.length > 20 || !/资金|金额|预算|经费|投资/.test(text)) return false
  const [own, ...beside] = row.cells.map((one) => headLabel(textOf(one)))
  return !isMoney(own ?? null) && beside.some(isMoney)
}

const AMOUNTS: ReadonlySet<HeadLabel | null> = new Set<HeadLabel | null>([
  'total',
  'fiscal',
  'other',
  'group',
  'groupWithPurpose',
])

/** One 绩效目标表 while its rows are read, head and indicators, whatever tables they stand in. */
export class ProjectTable {
  readonly values = new Map<HeadLabel, Text>()
  readonly departments: { readonly code: Text; readonly name: Text }[] = []
  private readonly reporters: { readonly row: Row; readonly label: SourceCell; readonly cell: SourceCell }[] =
    []
  readonly budget: BudgetRows
  readonly schedule: ScheduleRows
  readonly indicators: IndicatorRows
  title: Text | null = null
  heading: IndicatorHeading | null = null
  private readonly goalRows: GoalRows
  private paused: IndicatorHeading | null = null
  /** The columns of what was planned before and after a change, where the table prints both. */
  private change: ChangeColumns | null = null
  private block: LeftBlock | 'own' | null = null
  private inBudget = false
  private inPurpose = false
  /** Whether the table prints further projects in columns of their own. */
  private hasColumns = false
  private readonly account: Account
  private readonly year: number | null

  constructor(account: Account, path: string, year: number | null) {
    this.account = account
    this.year = year
    this.goalRows = new GoalRows(account, year)
    this.budget = new BudgetRows(account, `${path}.budget`, year)
    this.schedule = new ScheduleRows(account, `${path}.schedule`)
    this.indicators = new IndicatorRows(account)
  }

  get goals(): readonly Text[] {
    return this.goalRows.goals
  }

  /** Whether a row that states one of these labels must belong to another project. */
  hasAny(labels: ReadonlySet<HeadLabel>): boolean {
    return [...labels].some(
      (label) =>
        this.values.has(label) ||
        (isMoney(label) && this.budget.values.has(label)) ||
        (label === 'schedule' && this.schedule.begun) ||
        (label === 'goals' && this.goals.length > 0),
    )
  }

  takeTitle(text: string, from: Row | Paragraph): void {
    this.title = new Leaf(text, titlePlace(from))
    this.takeTitleUnit(from)
    for (const cell of from.kind === 'row' ? from.cells : []) this.account.understood(cell)
    if (from.kind === 'paragraph') this.account.understood(from)
  }

  /** A title may state the unit of the amounts below it. */
  takeTitleUnit(from: Row | Paragraph): void {
    const texts = from.kind === 'row' ? from.cells.map(textOf) : [from.text]
    this.budget.units.unit ??= texts.map(statedBudgetUnit).find((unit) => unit !== null) ?? null
    this.budget.units.refused ??= texts.map(unitRefusal).find((refused) => refused !== null) ?? null
  }

  /** The unit of a line or row above: the table's own where it is the first below, a carried one where another table came between. */
  takeUnit(said: SaidUnit, own: boolean): void {
    this.account.understood(said.by)
    if (said.refused !== null) this.budget.units.refused ??= said.refused
    else if (own) this.budget.units.unit ??= said.unit
    else this.budget.units.carried = said
  }

  /** A line above the table that states its department or its year. */
  takeAbove(paragraph: Paragraph): void {
    const { text } = paragraph
    const [, label = '', name = ''] = /^([^:：]{2,12})[:：]\s*(\S.*)$/.exec(text) ?? []
    const known = isExplained(text) ? null : headLabel(label)
    const place = paragraphPlace(paragraph)
    if (known === 'department' || known === 'reporter') this.addDepartment(name, place)
    else if (isMoney(known) && this.budget.takeLine(known, place, name.trim()))
      return this.account.understood(paragraph)
    else if ((known === 'name' || known === 'code' || known === 'purpose') && !this.values.has(known))
      this.values.set(known, new Leaf(name.trim(), place))
    else if (known === 'goals' && this.values.has('name') && this.goals.length === 0)
      return this.goalRows.takeLine(paragraph, name.trim())
    else if (!isYearLine(text)) return
    this.account.understood(paragraph)
  }

  /** Reads one row of the table; whatever of it was not understood stays to be listed. */
  take(row: Row): void {
    this.account.claims(row.table)
    if (this.takeCaptions(row)) return
    const heading = indicatorHeading(row, this.year)
    if (!heading && this.paused && headLabelsOf(row).size === 0) this.resume(row, this.paused)
    const level = heading || this.heading ? null : levelRow(row, null, null)
    const headless = heading || this.heading || level ? null : headlessColumns(row)
    if (heading) {
      this.heading = inBlock(heading, this.block)
      takeHeading(row, heading, this.account, this.year)
      this.goalRows.close()
    } else if (level) {
      this.goalRows.close()
      this.indicators.takeLevel(row, level)
    } else if (headless) {
      this.heading = headless
      this.goalRows.close()
      const first = row.cells.find((cell) => textOf(cell) !== '')
      if (first && !this.account.isUnderstood(first))
        this.account.issueAt('headings-missing', row.table, first)
      this.indicators.take(row, headless)
    } else if (this.heading && this.goals.length === 0 && isGoalRow(row)) {
      this.takeHead(row)
      this.goalRows.close()
    } else if (this.heading && !isMoneyRow(row)) {
      this.indicators.take(row, this.heading)
    } else {
      this.takeHead(row)
    }
  }

  /** Takes a row that only says of which term the block or the columns below it are, or a lower row of the headings. */
  private takeCaptions(row: Row): boolean {
    if (this.heading && isHeadingRow(row, this.heading)) return true
    const block = blockBegun(row, this.year)
    if (block === null && !isCaptionRow(row)) return false
    for (const cell of row.cells) this.account.understood(cell)
    this.goalRows.close()
    if (block === null) return true
    this.block = block
    if (this.heading) this.heading = inBlock(this.heading, block)
    return true
  }

  private resume(row: Row, paused: IndicatorHeading): void {
    this.heading = { ...paused, table: row.table, bottom: row.index }
    this.paused = null
  }

  /** Takes a row of a list of projects, whose columns say what each cell is. */
  takeListed(
    row: Row,
    heading: IndicatorHeading,
    cellAt: (label: HeadLabel) => SourceCell | null,
    subject: string,
  ): void {
    this.account.claims(row.table)
    this.heading = heading
    for (const label of heading.fields.keys()) {
      const cell = cellAt(label)
      if (!cell || textOf(cell) === '' || this.account.isUnderstood(cell)) continue
      if (isMoney(label))
        this.budget.putListed(
          label,
          row,
          heading.over[cell.column] ?? null,
          cell,
          heading.units[cell.column] ?? null,
          subject,
        )
      else if (label === 'goals') this.goalRows.put(row, null, cell, 'goal')
      else if (label === 'department' || label === 'reporter') this.takeDepartment(row, cell)
      else if (label === 'name' || label === 'code' || label === 'purpose') this.put(label, row, cell)
    }
  }

  /** Takes goals that a list prints once for several projects. */
  takeSharedGoals(row: Row, cell: SourceCell): void {
    this.goalRows.put(row, null, cell, 'goal')
  }

  /** A line behind the goals' cell. */
  takeLine(paragraph: Paragraph): boolean {
    if ((this.heading ?? this.paused) && this.indicators.takeLevelLine(paragraph)) return true
    if (!this.goalRows.isOpen || this.heading || !this.goalRows.goesOnIn(paragraph.text)) return false
    this.goalRows.takeLine(paragraph)
    return true
  }

  /** The table goes on after a break: its head may be printed again, and its headings hold where they are not. */
  goOn(): void {
    this.paused = this.heading
    this.heading = null
  }

  /** Takes the head of a table that goes on and repeats the name with the mark of it. */
  takeAgain(row: Row, name: SourceCell): void {
    this.account.claims(row.table)
    this.account.understood(name)
    for (const cell of row.cells) if (headLabel(textOf(cell)) === 'name') this.account.understood(cell)
    const others = row.cells.filter((cell) => !this.account.isUnderstood(cell))
    if (others.length > 0) this.take({ ...row, cells: others })
  }

  /** What only the whole table tells. */
  finish(): void {
    this.budget.finish()
    this.schedule.finish(this.budget.totals())
    const named = this.departments.length > 0
    for (const { row, label, cell } of this.reporters) {
      if (named) this.account.leave('label-left', row.table, [label, cell])
      else this.takeDepartment(row, cell)
    }
    this.indicators.finish()
  }

  private takeHead(printed: Row): void {
    const row = this.beforeChange(printed)
    if (row === null) return
    const own = plainName(row)
    if (own !== null) {
      this.account.understood(own.label)
      this.put('name', row, own.name)
      this.goalRows.close()
      const others = own.rest.filter((cell) => textOf(cell) !== '')
      return others.length > 0 ? this.takeHead({ ...row, cells: own.rest }) : undefined
    }
    for (const cell of row.cells)
      if (isUnitNote(textOf(cell)) || isMoneySide(cell, row)) this.budget.units.learn(cell, textOf(cell))
    this.learnUnitBeside(row)
    const labels = row.cells.map((cell) => headLabel(textOf(cell)))
    const states = row.cells.some(
      (cell, at) =>
        isHeading(textOf(cell)) || isOtherMoney(row, at) || this.isYear(textOf(cell), row.cells[at + 1]),
    )
    if (this.schedule.takeShares(row)) return
    if (this.goalRows.takeBelow(row)) return
    if (this.budget.takeTable(row)) {
      this.inBudget = true
      this.goalRows.close()
    } else if (labels.includes('schedule')) {
      this.goalRows.close()
      this.inPurpose = false
      if (!this.schedule.takeMonths(row, true)) this.schedule.takeSentence(row)
      this.markLabels(row, 'schedule')
    } else if (!states && monthsIn(row) > 1 && this.schedule.takeMonths(row, false)) {
      return
    } else if (!labels.includes('name') && (labels.includes('goals') || this.beginsGoals(row))) {
      this.inPurpose = false
      this.goalRows.takeLabelled(row)
    } else if (states) {
      this.goalRows.close()
      this.takePairs(row, labels)
    } else if (!this.goalRows.takePart(row)) {
      this.takePlain(row)
    }
  }

  /** A row without what stands below 调整后, which is named; `null` for the headings of such columns. */
  private beforeChange(row: Row): Row | null {
    const columns = changeColumns(row)
    if (columns) {
      this.change = columns
      this.goalRows.close()
      for (const cell of row.cells) {
        this.budget.units.learn(cell, textOf(cell))
        this.account.understood(cell)
      }
      return null
    }
    const gone = this.change ? changedCells(row, this.change) : []
    for (const cell of gone)
      if (this.change) this.account.under(this.change.after, row.table, cell, 'changed-left')
    return gone.length === 0 ? row : { ...row, cells: row.cells.filter((cell) => !gone.includes(cell)) }
  }

  /** The unit of the amounts in a cell of its own beside its label (金额单位： | 万元). */
  private learnUnitBeside({ cells }: Row): void {
    for (const [at, cell] of cells.entries()) {
      const beside = cells[at + 1]
      if (!beside || !/^(?:金额|资金|预算)?单位[:：]?$/.test(textOf(cell))) continue
      const note = `${textOf(cell).replace(/[:：]$/, '')}：${textOf(beside)}`
      if (statedBudgetUnit(note) === null) continue
      this.budget.units.learn(cell, note)
      this.account.understood(beside)
    }
  }

  /** Whether a row begins the goals by numbering them (年度绩效目标1). */
  private beginsGoals(row: Row): boolean {
    return (
      this.goals.length === 0 &&
      !this.goalRows.isOpen &&
      row.cells.some((cell) => isNumberedGoal(textOf(cell)))
    )
  }

  private markLabels(row: Row, wanted: HeadLabel): void {
    for (const cell of row.cells) if (headLabel(textOf(cell)) === wanted) this.account.understood(cell)
  }

  /** Labels and beside each its value; a cell that is again a heading is no value. */
  private takePairs(row: Row, labels: readonly (HeadLabel | null)[]): void {
    const amounts = labels.some((label) => AMOUNTS.has(label))
    this.inBudget = amounts || (this.inBudget && labels.every((label) => label === null))
    if (labels.includes('groupWithPurpose')) this.inPurpose = true
    else if (!this.inBudget) this.inPurpose = false
    for (const [index, label] of labels.entries()) {
      const cell = row.cells[index]
      if (!cell) continue
      const text = textOf(cell)
      const sum = this.inBudget && isSum(text) && !isSumOfPart(row, cell)
      const year = this.isYear(text, row.cells[index + 1])
      if (label === null && !sum && !isHeading(text) && !isOtherMoney(row, index) && !year) continue
      const next = this.hasColumns ? row.cells[index + 1] : besideLabel(row, index, label)
      const value = next && !isHeading(textOf(next)) && !(this.inBudget && isSum(textOf(next))) ? next : null
      if (value && this.isYear(text, value)) this.budget.takeYear(row, cell, value)
      else this.takePair(row, cell, sum ? 'total' : label, value)
    }
  }

  /** Whether a label is a year, and among amounts one in words (以前年度, 本年度), and an amount stands beside it. */
  private isYear(label: string, beside: SourceCell | undefined): boolean {
    if (isYearAmount(label, beside)) return true
    return (
      this.inBudget &&
      YEAR_WORDS.test(label.trim()) &&
      beside !== undefined &&
      isReadableAmount(textOf(beside))
    )
  }

  private takePair(row: Row, cell: SourceCell, label: HeadLabel | null, value: SourceCell | null): void {
    this.account.understood(cell)
    if (label === 'group' || label === 'groupWithPurpose' || isAmount(textOf(cell))) {
      this.budget.units.learn(cell, textOf(cell))
      if (value && isReadableAmount(textOf(value))) this.budget.takePair(row, cell, value, 'total')
      else if (value && this.budget.takeWords(row, value)) return
      else if (label === null && value) this.account.leave('label-left', row.table, [cell, value])
    } else if (isMoney(label)) {
      if (value === null) this.budget.units.learn(cell, textOf(cell))
      this.budget.takePair(row, cell, value)
    } else if (label === 'department') {
      if (value) this.takeDepartment(row, value)
    } else if (label === 'reporter' || (isUnitHeading(textOf(cell)) && value && textOf(value) !== '')) {
      if (value) this.reporters.push({ row, label: cell, cell: value })
    } else if (label === null && value && isOtherMoney(row, row.cells.indexOf(cell))) {
      this.budget.leaveOther(row, cell, value, isOtherBlock(textOf(cell)))
    } else if (label === null || label === 'goals' || label === 'schedule') {
      if (value && textOf(value) !== '') this.account.leave('label-left', row.table, [cell, value])
    } else if (value) {
      if (label === 'name' && /[编代]码/.test(textOf(cell))) this.takeNameAndCode(row, value)
      else this.put(label, row, value)
      if (label === 'name') this.partColumns(row, value)
    }
  }

  /** A name with its code in one cell (项目名称及编码), the code before or behind it; one without stays whole. */
  private takeNameAndCode(row: Row, cell: SourceCell): void {
    const text = textOf(cell)
    const [, first, name] = /^([A-Za-z0-9-]{6,})[\s_:：—-]*(\D.*)$/s.exec(text) ?? []
    const [, ahead, last] = /^(.*[^\s(（A-Za-z0-9-])[\s(（—-]*([A-Za-z0-9-]{6,})[)）]?$/s.exec(text) ?? []
    const [own, code] = name === undefined ? [ahead, last] : [name, first]
    if (own === undefined || code === undefined || this.values.has('name') || this.values.has('code'))
      return this.put('name', row, cell)
    this.account.issueAt('name-with-code', row.table, cell)
    this.values.set('name', new Leaf(own.trim(), cellPlace(row.table, cell)))
    this.values.set('code', new Leaf(code, cellPlace(row.table, cell)))
  }

  /** A second name beside the first, with no heading between, begins the column of another project. */
  private partColumns({ cells }: Row, name: SourceCell): void {
    const next = cells.slice(cells.indexOf(name) + 1).find((cell) => textOf(cell) !== '')
    if (!next || isHeading(textOf(next)) || textOf(name) === '') return
    this.hasColumns = true
    this.goalRows.endAt(next.column)
  }

  private put(label: 'name' | 'code' | 'purpose', row: Row, cell: SourceCell): void {
    const known = this.values.get(label)
    if (known) {
      if (known.value === textOf(cell)) this.account.understood(cell)
      else if (textOf(cell) !== '') this.account.issueAt('stated-twice', row.table, cell)
      return
    }
    const how = label === 'purpose' ? 'wording' : 'value'
    this.values.set(label, this.account[how](row.table, cell))
  }

  /** The unit that a row above names for the projects of a list. */
  takeUnitAbove(row: Row, cell: SourceCell): void {
    this.addDepartment(textOf(cell), cellPlace(row.table, cell))
  }

  private takeDepartment(row: Row, cell: SourceCell): void {
    if (textOf(cell) === '') return
    this.account.understood(cell)
    this.addDepartment(textOf(cell), cellPlace(row.table, cell))
  }

  private addDepartment(text: string, place: SourcePlace): void {
    const coded = codedDepartment(text) ?? { code: null, name: text }
    this.departments.push({ code: new Leaf(coded.code, place), name: new Leaf(coded.name, place) })
  }

  /** A row without a label: the department and the unit above the head, the use of the money below the budget, or more goals. */
  private takePlain(row: Row): void {
    const filled = row.cells.filter((cell) => textOf(cell) !== '' && !this.account.isUnderstood(cell))
    for (const cell of filled) {
      const text = textOf(cell)
      if (isYearLine(text)) this.account.understood(cell)
      else if (codedDepartment(text) && !this.goalRows.isOpen && !this.inBudget)
        this.takeDepartment(row, cell)
    }
    const [rank, more] = filled
    if (this.goalRows.isOpen && rank && more && filled.length === 2 && isNumberOf(rank, more)) {
      this.account.understood(rank)
      return this.goalRows.takeMore(row, more)
    }
    const only = filled.length === 1 ? filled[0] : undefined
    if (!only || this.account.isUnderstood(only)) return
    if (this.goalRows.isOpen && (isLevelLine(textOf(only)) || isNoGoal(textOf(only)))) this.goalRows.close()
    else if (this.goalRows.isOpen) this.goalRows.takeMore(row, only)
    else if (this.inPurpose && !this.values.has('purpose')) {
      this.values.set('purpose', this.account.wording(row.table, only))
      this.inPurpose = false
    }
  }
}

/** Whether a row below indicators states an amount of the budget and nothing else. */
function isMoneyRow({ cells }: Row): boolean {
  const [label, value, more] = cells.filter((cell) => textOf(cell) !== '')
  if (!label || !value || more || label.column > 0 || label.rowSpan > 1) return false
  return isMoney(headLabel(textOf(label))) && isReadableAmount(textOf(value))
}

/** Whether a row below indicators states the goals and nothing else. */
function isGoalRow({ cells }: Row): boolean {
  const [label, value, more] = cells.filter((cell) => textOf(cell) !== '')
  if (!label || !value || more || label.column > 0 || label.rowSpan > 1) return false
  return (
    headLabel(textOf(label)) === 'goals' && !isHeading(textOf(value)) && levelNames(textOf(value)) === null
  )
}

const YEAR_WORDS = /^(?:其中[:：])?(?:以前|历年|往年|本|当|上|下一?|后续|以后|未来)年度?[:：]?$/

/** Whether a label is a year and no more (其中：2025年, 2025年度) and an amount stands beside it. */
function isYearAmount(label: string, beside: SourceCell | undefined): boolean {
  const isYear = /^(?:其中[:：])?\s*20\d{2}\s*年度?[:：]?$/.test(toHalfWidth(label).trim())
  return isYear && beside !== undefined && isReadableAmount(textOf(beside))
}

/** Whether a cell labels the amount beside it, and that is none of the budget's: of all years, or of one level of government. */
function isOtherMoney({ cells }: Row, at: number): boolean {
  const [label, beside] = cells.slice(at, at + 2).map(textOf)
  if (label === undefined || beside === undefined || label.length > 24) return false
  return (isOtherBlock(label) || governmentIn(label) !== null) && isReadableAmount(beside)
}

/** Whether a text names a 一级指标 over what follows (一、产出指标), and so is no goal. */
function isLevelLine(text: string): boolean {
  return text.endsWith('指标') && LEVEL1.test(text.replace(/^[(（]?[一二三四五六七八九十][)）、]\s*/, ''))
}

/** The cell beside a label; for an amount in a text whose merged cells were lost the next one that is not blank, if it is an amount. */
function besideLabel(row: Row, index: number, label: HeadLabel | null): SourceCell | undefined {
  const next = row.cells[index + 1]
  if (row.table.merges || !isMoney(label) || (next && textOf(next) !== '')) return next
  const filled = row.cells.slice(index + 1).find((cell) => textOf(cell) !== '')
  return filled && isReadableAmount(textOf(filled)) ? filled : next
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
  return (isMoney(label) ? project.budget.values.get(label) : project.values.get(label)) ?? NOT_STATED
}
