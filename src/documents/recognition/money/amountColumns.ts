import type { SourceCell } from '../../reading/sourceDocument'
import { cellPlace, type Row, textOf } from '../documentRows'
import type { Account } from '../facts/account'
import { budgetColumn, governmentIn, headLabel, isHeading, isOtherYear, isSum, yearIn } from '../headings'
import type { AmountUnits } from './amountUnits'
import { isMoney, isReadableAmount, type Money, moneyOf } from './moneyNames'
import { isSumOfPart, type TallColumn, tallHeadings } from './tallHeadings'

/** What takes the amounts that are found under headings. */
export interface AmountTaker {
  readonly units: AmountUnits
  put(name: Money, row: Row, label: SourceCell, cell: SourceCell): void
  takePair(row: Row, label: SourceCell, cell: SourceCell | null, name: Money): void
}

interface Columns {
  readonly place: number
  readonly over: readonly (SourceCell | undefined)[]
  readonly width: number
  readonly whole: boolean
}

const MOST_YEARS = 16

/** Amounts of one project that stand under headings: a row of labels meets a column of 年初预算数, or labels side by side have their amounts in the row below. */
export class AmountColumns {
  private columns: Columns | null = null
  /** The rows below headings that were taken with them. */
  private readonly below = new Set<Row>()

  constructor(
    private readonly account: Account,
    private readonly path: string,
    private readonly year: number | null,
    private readonly amounts: AmountTaker,
  ) {}

  /** Takes a row of headings over amounts, or of amounts under them; `false` when it is neither. */
  take(row: Row): boolean {
    if (this.below.has(row)) return true
    return (
      this.takeYears(row) ||
      this.takeYearHeading(row) ||
      this.takeYearColumns(row) ||
      this.takeHeadings(row) ||
      this.takeRow(row) ||
      this.takeTall(row) ||
      this.takeAcross(row)
    )
  }

  /** Takes headings of amounts (合计 | 财政拨款) with a row for each of several years below: the plan's year's is taken, the others are named; `false` when it is none. */
  private takeYears(row: Row): boolean {
    const named = row.slots.flatMap((slot, place) => {
      const name = slot?.begins ? moneyOf(textOf(slot.cell)) : null
      return slot && name !== null ? [{ name, place, label: slot.cell }] : []
    })
    const first = named[0]?.place ?? 0
    if (this.year === null || !named.some(({ name }) => name === 'total')) return false
    const yearOf = (one: Row) => {
      const lead = one.cells.find((cell) => cell.column < first && textOf(cell) !== '')
      return lead && isSum(textOf(lead)) ? 'all' : bareYear(lead)
    }
    const below = row.all.slice(row.index + 1, row.index + MOST_YEARS)
    const end = below.findIndex((one) => yearOf(one) === null)
    const rows = below.slice(0, end < 0 ? below.length : end)
    if (rows.filter((one) => yearOf(one) !== 'all').length < 2) return false
    for (const cell of row.cells) {
      const known = cell.column < first || isHeading(textOf(cell)) || moneyOf(textOf(cell)) !== null
      if (known) this.account.understood(cell)
      this.amounts.units.learn(cell, textOf(cell))
    }
    for (const one of rows) {
      this.below.add(one)
      const year = yearOf(one)
      if (year !== this.year)
        this.account.leave(year === 'all' ? 'whole-project-left' : 'other-year-left', row.table, one.cells)
      else this.takeOwnYear(one, named, first)
    }
    return true
  }

  /** Takes a row of several years over the columns of labelled amounts below (年度 | 2023年 | 2024年): those of the plan's year are taken. */
  private takeYearHeading(row: Row): boolean {
    const years = row.slots.flatMap((slot, place) =>
      slot?.begins && bareYear(slot.cell) !== null ? [place] : [],
    )
    if (this.year === null || years.length < 2) return false
    const first = years[0] ?? 0
    const label = row.all[row.index + 1]?.cells.find((cell) => textOf(cell) !== '')
    const isLabelled = label !== undefined && label.column < first && moneyOf(textOf(label)) !== null
    const beside = row.cells.filter((cell) => textOf(cell) !== '' && bareYear(cell) === null)
    if (
      !isLabelled ||
      beside.length > 2 ||
      beside.some((cell) => cell.column > first && !isSum(textOf(cell)))
    )
      return false
    const place = years.find((at) => bareYear(row.slots[at]?.cell) === this.year) ?? -1
    this.columns = { place, over: row.slots.map((slot) => slot?.cell), width: row.slots.length, whole: false }
    for (const cell of row.cells) {
      this.account.understood(cell)
      this.amounts.units.learn(cell, textOf(cell))
    }
    return true
  }

  /** Takes a label of amounts with several years beside it and an amount under each (分年度预算安排 | 2023年 | 2024年); `false` when it is none. */
  private takeYearColumns(row: Row): boolean {
    const filled = row.cells.filter((cell) => textOf(cell) !== '')
    const years = filled.filter((cell) => bareYear(cell) !== null)
    const below = row.all[row.index + 1]
    const sums = filled.filter((cell) => isSum(textOf(cell)))
    const [label, more] = filled.filter((cell) => bareYear(cell) === null && !sums.includes(cell))
    if (this.year === null || years.length < 2 || !below || !label || more) return false
    if (
      !/资金|预算|经费|金额/.test(textOf(label)) ||
      (!row.table.merges && below.slots.length !== row.slots.length)
    )
      return false
    const parts = [...sums, ...years]
    const under = parts.map(({ column }) => below.slots[column]?.cell)
    const isAmount = (cell: SourceCell | undefined) =>
      cell?.row === below.index && (textOf(cell) === '' || isReadableAmount(textOf(cell)))
    if (!under.every(isAmount)) return false
    this.account.understood(label)
    this.amounts.units.learn(label, textOf(label))
    this.below.add(below)
    for (const [at, year] of parts.entries()) {
      const cell = under[at]
      if (!cell) continue
      if (sums.includes(year)) this.account.leave('whole-project-left', row.table, [year, cell])
      else if (bareYear(year) !== this.year) this.account.leave('other-year-left', row.table, [year, cell])
      else this.amounts.put('total', below, year, cell)
      this.account.understood(year)
    }
    return true
  }

  private takeOwnYear(
    row: Row,
    named: readonly { readonly name: Money; readonly place: number; readonly label: SourceCell }[],
    first: number,
  ): void {
    for (const cell of row.cells) if (cell.column < first) this.account.understood(cell)
    for (const { name, place, label } of named) {
      const slot = row.slots[place]
      if (slot?.begins) this.amounts.put(name, row, label, slot.cell)
    }
  }

  /** Takes a row of headings over amounts: two at least, a budget among them, and nothing but headings beside; `false` when it is none. */
  private takeHeadings(row: Row): boolean {
    const kinds = row.slots.map((slot) => (slot?.begins ? budgetColumn(textOf(slot.cell)) : null))
    const first = kinds.findIndex((kind) => kind !== null)
    const known = kinds.filter((kind) => kind !== null)
    if (known.length < 2 || !known.some((kind) => kind !== 'left')) return false
    const beside = row.slots.slice(first).filter((slot) => slot?.begins && textOf(slot.cell) !== '')
    if (!beside.every((slot) => slot && isColumnHeading(textOf(slot.cell)))) return false
    const initial = this.initialColumn(row, kinds)
    const place = initial >= 0 ? initial : kinds.indexOf('whole')
    this.columns = {
      place,
      over: row.slots.map((slot) => slot?.cell),
      width: row.slots.length,
      whole: initial < 0,
    }
    for (const cell of row.cells) {
      const text = textOf(cell)
      if (cell === row.slots[place]?.cell || isColumnHeading(text) || headLabel(text) !== null)
        this.account.understood(cell)
      this.amounts.units.learn(cell, text)
    }
    return true
  }

  /** The column of the budget at the year's beginning; of several the plan's year's, and where that is not told the last year's, which is listed. */
  private initialColumn(row: Row, kinds: readonly ReturnType<typeof budgetColumn>[]): number {
    const textAt = (place: number) => (row.slots[place] ? textOf(row.slots[place].cell) : '')
    const places = [...kinds.keys()].filter((place) => kinds[place] === 'initial')
    const own = places.filter((place) => !isOtherYear(textAt(place), this.year))
    const dated = own.filter((place) => yearIn(textAt(place)) !== null)
    const latest = [...dated]
      .sort((one, other) => (yearIn(textAt(one)) ?? 0) - (yearIn(textAt(other)) ?? 0))
      .at(-1)
    const cell = row.slots[latest ?? -1]?.cell
    if (this.year === null && dated.length > 1 && cell)
      this.account.issueAt('columns-beside', row.table, cell)
    return latest ?? own[0] ?? -1
  }

  /** Takes headings of several rows with the row of amounts below them; `false` when it is none. */
  private takeTall(row: Row): boolean {
    const tall = tallHeadings(row)
    if (tall === null) return false
    const { below, columns } = tall
    const named = columns.filter(({ name }) => name !== null)
    const isSpare = ({ name, cell }: TallColumn) =>
      textOf(cell) === '' && named.some((one) => one.name === name && textOf(one.cell) !== '')
    const first = Math.min(...named.map(({ cell }) => cell.column))
    for (const line of below) this.below.add(line)
    for (const cell of [row, ...below].flatMap(({ cells }) => cells)) {
      this.amounts.units.learn(cell, textOf(cell))
      if (cell.column < first && isColumnHeading(textOf(cell))) this.account.understood(cell)
    }
    for (const column of named) {
      const { name, label, lowest, cell } = column
      if (name === null || isSpare(column)) continue
      for (const one of [label, lowest]) this.account.understood(one)
      this.amounts.takePair(row, label, cell, name)
    }
    for (const { name, lowest, cell } of columns)
      if (name === null && textOf(cell) !== '' && !this.account.isUnderstood(cell))
        this.account.under(lowest, row.table, cell, 'column-left')
    for (const { cells } of [row, ...below.slice(0, -1)])
      for (const cell of cells) if (isHeading(textOf(cell))) this.account.understood(cell)
    return true
  }

  /** Takes a row of labels side by side whose amounts stand in the row below, the total among them; `false` when it is none. */
  private takeAcross(row: Row): boolean {
    const below = row.all[row.index + 1]
    if (!below || (!row.table.merges && below.slots.length !== row.slots.length)) return false
    const under = (place: number) => {
      const slot = below.slots[place]
      return slot?.begins ? slot.cell : null
    }
    const labelled = row.slots.flatMap((slot, place) => {
      const name = slot?.begins && !isSumOfPart(row, slot.cell) ? moneyOf(textOf(slot.cell)) : null
      const isSource = slot?.begins === true && governmentIn(textOf(slot.cell)) !== null
      return slot && (name !== null || isSource)
        ? [{ name, label: slot.cell, place, cell: under(place) }]
        : []
    })
    const filled = labelled.filter(({ cell }) => cell && isReadableAmount(textOf(cell)))
    if (labelled.length < 2 || !filled.some(({ name }) => name === 'total')) return false
    if (row.cells.some((cell) => isReadableAmount(textOf(cell)))) return false
    const first = labelled[0]?.place ?? 0
    const own = below.cells.find((cell) => cell.column < first && budgetColumn(textOf(cell)) === 'initial')
    if (below.cells.some((cell) => cell !== own && isHeading(textOf(cell)))) return false
    if (own) this.account.understood(own)
    for (const { label } of labelled) {
      this.account.understood(label)
      this.amounts.units.learn(label, textOf(label))
    }
    for (const { name, label, cell } of filled)
      if (name !== null) this.amounts.takePair(row, label, cell, name)
    for (const [place, slot] of row.slots.entries()) {
      const cell = under(place)
      if (!slot || !cell || textOf(cell) === '' || this.account.isUnderstood(cell)) continue
      this.account.under(slot.cell, row.table, cell, 'column-left')
    }
    for (const cell of row.cells) if (isHeading(textOf(cell))) this.account.understood(cell)
    return true
  }

  /** Takes a row of amounts under such headings; `false` when none stand above, and a row with another label ends them. */
  private takeRow(row: Row): boolean {
    const { columns } = this
    if (columns === null) return false
    const label = row.cells.find((cell) => {
      const text = textOf(cell)
      return headLabel(text) !== 'group' && (isMoney(headLabel(text)) || isHeading(text) || isSum(text))
    })
    const shift = row.table.merges ? 0 : columns.width - row.slots.length
    if (!label || shift < 0 || (isHeading(textOf(label)) && endsAmounts(textOf(label)))) {
      this.columns = null
      return false
    }
    const name = moneyOf(textOf(label))
    const slot = row.slots[columns.place - shift]
    this.account.understood(label)
    if (name !== null && slot?.begins && slot.cell !== label) {
      this.amounts.put(name, row, label, slot.cell)
      if (columns.whole && textOf(slot.cell) !== '')
        this.account.issue('budget-after-changes', cellPlace(row.table, slot.cell), `${this.path}.${name}`)
    } else {
      this.account.leave('label-left', row.table, [label, ...(slot ? [slot.cell] : [])])
    }
    for (const [place, one] of row.slots.entries()) {
      const over = columns.over[place + shift]
      if (!one?.begins || !over || this.account.isUnderstood(one.cell) || textOf(one.cell) === '') continue
      this.account.under(over, row.table, one.cell, 'column-left')
    }
    return true
  }
}

/** The year that a cell prints and nothing else; `null` for any other. */
function bareYear(cell: SourceCell | undefined): number | null {
  const text = cell ? textOf(cell) : ''
  return /^20\d{2}\s*年?度?$/.test(text) ? yearIn(text) : null
}

function isColumnHeading(text: string): boolean {
  return budgetColumn(text) !== null || isHeading(text)
}

function endsAmounts(text: string): boolean {
  const label = headLabel(text)
  return label !== null && !isMoney(label) && label !== 'group'
}
