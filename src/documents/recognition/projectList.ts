import type { SourceCell } from '../reading/sourceDocument'
import { comparableName } from '@/domain/number/visibleText'
import { continuedName } from './continuation'
import { remarkedUnit, unitAlone } from './money/budgetUnit'
import type { Account } from './facts/account'
import { type Row, type Slot, textOf } from './documentRows'
import type { IndicatorHeading } from './indicators/indicatorHeading'
import { isHeadingRow, isNumbersRow } from './indicators/indicatorRows'
import { isSum } from './headings'
import type { HeadLabel } from './labels'
import type { ListSums, SumCell } from './money/listSums'
import { isMoney } from './money/moneyNames'
import { ProjectTable } from './projectTable'
import { aligned } from './indicators/rowAlignment'

const SUM_ROW = /^.{0,16}(?:合计|总计|小计|共计)(?:\([^()]{0,8}\))?[:：]?$/
const SUBJECT = /科目|资金来源|资金性质|资金级次|资金类[型别]|支出分类/

/** Reads one list of all projects (单位 | 项目名称 | 预算数 | 目标 | 一级指标 …): a project lasts while its name or code stands, printed once for its rows or in each. */
export class ProjectList {
  private open: ProjectTable | null = null
  private named = ''
  private unit = ''
  private amount = ''
  private subject = ''
  private lastSum: Row | undefined
  /** Whether the rows belong to an example of how to fill the list in. */
  private inExample = false
  private under: { readonly row: Row; readonly cell: SourceCell } | null = null
  private readonly account: Account
  private heading: IndicatorHeading
  private readonly begin: () => ProjectTable
  private readonly sums: ListSums

  constructor(account: Account, heading: IndicatorHeading, sums: ListSums, begin: () => ProjectTable) {
    this.account = account
    this.heading = heading
    this.begin = begin
    this.sums = sums
    sums.begin()
  }

  /** Goes on below the headings printed again, on the next page. */
  goOn(heading: IndicatorHeading): void {
    this.heading = heading
  }

  /** Whether a row is one of the headings of the list. */
  isHeading(row: Row): boolean {
    return isHeadingRow(row, this.heading)
  }

  /** Whether a row has the columns of the list. */
  fits(row: Row): boolean {
    return row.slots.length === this.heading.width
  }

  /** Takes a row of the list; one before any name, or without one of its own, is named whole. */
  take(row: Row): void {
    const { heading } = this
    this.account.claims(row.table)
    if (isHeadingRow(row, heading) || this.takeNumbers(row) || this.takeUnits(row) || this.takeRemark(row))
      return
    const slots = aligned(row, heading)
    if (this.leaveSum(row, slots)) return
    const cellAt = (label: HeadLabel): SourceCell | null => {
      const place = heading.fields.get(label)
      return place === undefined ? null : (slots?.[place]?.cell ?? null)
    }
    const own = [cellAt('name'), cellAt('code')].filter(
      (cell) => cell !== null && cell.row === row.index && textOf(cell) !== '',
    )
    const name = own.map((cell) => this.nameIn(cell)).join('\n')
    const hasLevels = indicatorPlaces(heading).some((place) => textAt(slots?.[place]?.cell) !== '')
    const isSumRow = !hasLevels && row.cells.some((cell) => isSum(textOf(cell)))
    if (own.length > 0) this.inExample = own.some((cell) => cell && isExample(textOf(cell)))
    if (this.inExample) return this.account.leave('example-row', row.table, row.cells)
    const unit = isSumRow ? '' : textAt(cellAt('department') ?? undefined)
    const ofAnother = unit !== '' && this.unit !== '' && unit !== this.unit
    const total = cellAt('total')
    const amount = total?.row === row.index ? textAt(total) : ''
    const subject = this.subjectIn(slots)
    const ofAnotherSum =
      amount !== '' && this.amount !== '' && amount !== this.amount && subject === this.subject
    const isPart = subject !== this.subject
    this.subject = subject
    if (slots !== null && own.length > 0 && (name !== this.named || ofAnother || ofAnotherSum) && hasLevels) {
      const before = this.open
      this.open = this.begin()
      this.sums.addProject(this.open.budget)
      this.share(row, before, this.open, cellAt)
      if (this.under) this.open.takeUnitAbove(this.under.row, this.under.cell)
      this.named = name
      this.unit = unit
      this.amount = amount
    } else {
      for (const cell of own) if (cell && name === this.named) this.account.understood(cell)
    }
    if (this.takeUnit(row, own, hasLevels)) return
    if (!this.open || slots === null || isSumRow || (own.length > 0 && !hasLevels)) {
      const isSumNamed = slots !== null && own.some((cell) => cell && isSum(textOf(cell)))
      if (isSumNamed) this.noteSum(row, slots)
      this.account.leave(
        slots === null ? 'row-not-aligned' : isSumNamed ? 'sum-row' : 'row-left',
        row.table,
        row.cells.filter((cell) => !this.account.isUnderstood(cell)),
      )
      return
    }
    this.repeated(row, cellAt, isPart)
    this.open.takeListed(row, heading, cellAt, subject)
    this.takeMonths(row, slots, this.open)
    this.open.indicators.take(row, heading, slots)
  }

  /** A row below the headings that numbers the columns is no project. */
  private takeNumbers(row: Row): boolean {
    return isNumbersRow(row, this.heading, this.account)
  }

  /** A remark at the end of the list that states the unit of its amounts. */
  private takeRemark(row: Row): boolean {
    const [cell, more] = row.cells.filter((one) => textOf(one) !== '')
    if (!cell || more || remarkedUnit(textOf(cell)) === null) return false
    this.account.understood(cell)
    return true
  }

  /** A row of units alone below the headings ((元) under 预算数) says in what its columns count. */
  private takeUnits(row: Row): boolean {
    const filled = row.cells.filter((cell) => textOf(cell) !== '')
    const stated = filled.map((cell) => unitAlone(textOf(cell)))
    if (this.open || !stated.some((unit) => unit !== null)) return false
    if (!filled.every((cell) => textOf(cell).length <= 6)) return false
    const units = [...this.heading.units]
    for (const [index, cell] of filled.entries()) {
      units[cell.column] ??= stated[index] ?? null
      this.account.understood(cell)
    }
    this.heading = { ...this.heading, units }
    return true
  }

  /** A row that no project names and that begins with a sum (合计, 某厅小计) is of several projects and no part of the last. */
  private leaveSum(row: Row, slots: readonly (Slot | undefined)[] | null): boolean {
    const { fields, over } = this.heading
    const own = ['name', 'code'] as const
    if (own.some((label) => textAt(slots?.[fields.get(label) ?? -1]?.cell) !== '')) return false
    const name = Math.max(...own.map((label) => fields.get(label) ?? -1))
    const leading = row.cells.filter(
      ({ column }) => column <= name || !SUBJECT.test(textAt(over[column] ?? undefined)),
    )
    const first = leading.find((cell) => textOf(cell) !== '')
    const isPart =
      first !== undefined && row.all[row.index - 1] === this.lastSum && textOf(first).startsWith('其中')
    if (!first || !(isPart || SUM_ROW.test(comparableName(textOf(first))))) return false
    this.lastSum = row
    if (isPart) {
      this.account.leave('sum-row', row.table, row.cells)
      return true
    }
    this.noteSum(row, slots)
    this.account.leave('sum-row', row.table, row.cells)
    return true
  }

  /** Takes the shares of a project's 资金支出计划 from the columns of its months. */
  private takeMonths(row: Row, slots: readonly (Slot | undefined)[], project: ProjectTable): void {
    for (const [month, { place, said }] of this.heading.months) {
      const slot = slots[place]
      if (slot) project.schedule.putListed(row, month, slot, said)
    }
  }

  /** Keeps the amounts that a row of sums states. */
  private noteSum(row: Row, slots: readonly (Slot | undefined)[] | null): void {
    const { fields, over, units } = this.heading
    const cells = [...fields].flatMap(([label, place]): SumCell[] => {
      const cell = slots?.[place]?.cell
      return isMoney(label) && cell?.row === row.index
        ? [{ name: label, label: over[place] ?? null, cell, unit: units[place] ?? null }]
        : []
    })
    this.sums.addSum(row, cells)
  }

  /** What reaches from the rows of one project into those of the next: an amount is that of both together and so of none, goals are those of each. */
  private share(
    row: Row,
    before: ProjectTable | null,
    own: ProjectTable,
    cellAt: (label: HeadLabel) => SourceCell | null,
  ): void {
    for (const label of this.heading.fields.keys()) {
      const cell = cellAt(label)
      if (!cell || cell.row === row.index || textOf(cell) === '') continue
      if (label === 'goals') own.takeSharedGoals(row, cell)
      if (!isMoney(label) || !before) continue
      const known = before.budget.values.get(label)
      if (known && known.value !== null) this.account.issueAt('amount-of-several', row.table, cell)
      before.budget.share(label, row, cell)
      own.budget.share(label, row, cell)
    }
  }

  /** In a list whose first column is of units and projects (单位名称、项目名称), a name alone is the unit of the projects below it. */
  private takeUnit(row: Row, own: readonly (SourceCell | null)[], hasLevels: boolean): boolean {
    const over = this.heading.over[this.heading.fields.get('name') ?? -1]
    const [cell] = own
    const alone = row.cells.filter((one) => textOf(one) !== '').length === 1
    if (!cell || hasLevels || !alone || !over || !/单位|部门/.test(textOf(over))) return false
    this.account.understood(cell)
    this.under = { row, cell }
    return true
  }

  /** What a row says in a column that parts the amounts of one project: 科目, source or level of government. */
  private subjectIn(slots: readonly (Slot | undefined)[] | null): string {
    const { over, fields } = this.heading
    const taken = new Set(fields.values())
    return over
      .flatMap((cell, place) =>
        cell && !taken.has(place) && SUBJECT.test(textOf(cell)) ? textAt(slots?.[place]?.cell) : [],
      )
      .join('\n')
  }

  /** The text of a name or code; one that only adds the mark of going on to the open one's is that. */
  private nameIn(cell: SourceCell | null): string {
    const text = cell ? textOf(cell) : ''
    const goesOn = continuedName(text)
    return goesOn && this.named.split('\n').includes(goesOn.name) ? goesOn.name : text
  }

  /** What stands in every row of a project is read once; the same text again is no second value. */
  private repeated(row: Row, cellAt: (label: HeadLabel) => SourceCell | null, isPart: boolean): void {
    if (!this.open) return
    const before = row.all[row.index - 1]
    for (const [label, place] of this.heading.fields) {
      if (isPart && label === 'total') continue
      const cell = cellAt(label)
      const above = before?.slots[place]?.cell
      const goesOn = this.open.indicators.rows.length > 0 && above !== undefined && cell !== null
      if (goesOn && textOf(above) === textOf(cell)) this.account.understood(cell)
    }
  }
}

/** Whether a name is that of an example of how to fill a list in (例：某项目). */
function isExample(name: string): boolean {
  return /^(?:[(]?(?:填[报写表])?(?:示|样|举|范)?例[):]|(?:填[报写表])?[示样]例$)/.test(comparableName(name))
}

function indicatorPlaces({ columns, wide }: IndicatorHeading): readonly number[] {
  return [
    ...columns.values(),
    ...wide.flatMap((one) => [...one.columns.values(), ...(one.free === null ? [] : [one.free])]),
  ]
}

function textAt(cell: SourceCell | undefined): string {
  return cell ? textOf(cell) : ''
}
