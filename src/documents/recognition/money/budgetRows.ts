import type { SourceCell } from '../../reading/sourceDocument'
import type { SourcePlace } from '../../outcome/recognitionIssue'
import { type BudgetReading, readBudgetCell } from './budgetCell'
import {
  type BudgetUnit,
  isForeignAmount,
  isImplausible,
  type SaidUnit,
  statedBudgetUnit,
  statesForeignCurrency,
  type UnitRefusal,
  unitRefusal,
} from './budgetUnit'
import type { Account } from '../facts/account'
import { cellPlace, type Row, textOf } from '../documentRows'
import { budgetColumn, headLabel, isHeading, isOtherYear, isSum, periodOf, yearIn } from '../headings'
import type { HeadLabel } from '../labels'
import { Leaf } from '../traced'

/** The amounts that a plan holds of a project. */
export type Money = 'total' | 'fiscal' | 'other'

const MONEY: ReadonlySet<HeadLabel | null> = new Set<HeadLabel>(['total', 'fiscal', 'other'])

/** Whether a label names one of the amounts of a plan. */
export function isMoney(label: HeadLabel | null): label is Money {
  return MONEY.has(label)
}

interface Columns {
  readonly place: number
  readonly over: readonly (SourceCell | undefined)[]
  readonly width: number
  readonly whole: boolean
}

/** The amounts of one project, in whatever way its table prints them: beside their labels, or where a row of labels meets a column of 年初预算数. */
export class BudgetRows {
  readonly values = new Map<Money, Leaf>()
  /** The unit that the table states; `null` while it states none. */
  unit: BudgetUnit | null = null
  /** The unit that was stated above an earlier table and still holds. */
  carried: SaidUnit | null = null
  /** The amounts whose unit their own table does not state: by the carried one, or by none at all. */
  readonly unsaid: SourcePlace[] = []
  /** Why no amount is taken: all are said to be in a foreign currency, or in a unit that is none. */
  refused: UnitRefusal | null = null
  private ofTotal: { readonly unit: BudgetUnit; readonly byLabel: boolean } | null = null
  private columns: Columns | null = null
  private longerTerm = false
  private readonly longerPlaces = new Set<number>()
  private readonly account: Account
  private readonly path: string
  private readonly year: number | null

  constructor(account: Account, path: string, year: number | null) {
    this.account = account
    this.path = path
    this.year = year
  }

  /** Takes a row of headings over amounts: two at least, a budget among them, and nothing but headings beside; `false` when it is none. */
  takeHeadings(row: Row): boolean {
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
      this.learnUnit(cell, text)
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

  /** Takes a row of labels side by side whose amounts stand in the row below, the total among them; `false` when it is none. */
  takeAcross(row: Row): boolean {
    const below = row.all[row.index + 1]
    if (!below || (!row.table.merges && below.slots.length !== row.slots.length)) return false
    const under = (place: number) => {
      const slot = below.slots[place]
      return slot?.begins ? slot.cell : null
    }
    const labelled = row.slots.flatMap((slot, place) => {
      const name = slot?.begins ? moneyOf(textOf(slot.cell)) : null
      return slot && name !== null ? { name, label: slot.cell, place, cell: under(place) } : []
    })
    const filled = labelled.filter(({ cell }) => cell && isReadableAmount(textOf(cell)))
    if (labelled.length < 2 || !filled.some(({ name }) => name === 'total')) return false
    if (row.cells.some((cell) => isReadableAmount(textOf(cell)))) return false
    if (below.cells.some((cell) => isHeading(textOf(cell)) || headLabel(textOf(cell)) !== null)) return false
    for (const { label } of labelled) {
      this.account.understood(label)
      this.learnUnit(label, textOf(label))
    }
    for (const { name, label, cell } of filled) this.takePair(row, label, cell, false, name)
    for (const [place, slot] of row.slots.entries()) {
      const cell = under(place)
      if (!slot || !cell || textOf(cell) === '' || this.account.isUnderstood(cell)) continue
      this.account.under(slot.cell, row.table, cell, 'column-left')
    }
    for (const cell of row.cells) if (isHeading(textOf(cell))) this.account.understood(cell)
    return true
  }

  /** Takes a row of amounts under such headings; `false` when none stand above, and a row with another label ends them. */
  takeRow(row: Row): boolean {
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
      this.put(name, row, label, slot.cell)
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

  /** Takes an amount beside its label; one of a longer term is named as left out. */
  takePair(
    row: Row,
    labelCell: SourceCell,
    cell: SourceCell | null,
    twice: boolean,
    name = moneyOf(textOf(labelCell)),
  ): void {
    const text = textOf(labelCell)
    if (name === null) return
    const longer =
      periodOf(text) === 'midterm' ||
      (twice && this.longerTerm) ||
      (periodOf(text) === null && this.longerPlaces.has(labelCell.column))
    if (longer) {
      this.longerTerm = true
      this.longerPlaces.add(labelCell.column)
    }
    const whole = budgetColumn(text) === 'whole'
    const other = isOtherYear(text, this.year)
    if (longer || whole || other)
      this.account.leave(other ? 'other-year-left' : longer ? 'longer-term-left' : 'label-left', row.table, [
        labelCell,
        ...(cell ? [cell] : []),
      ])
    else if (cell) this.put(name, row, labelCell, cell)
  }

  learnUnit(cell: SourceCell, text: string): void {
    const refused = unitRefusal(text)
    if (refused !== null) this.refused = refused
    const unit = statedBudgetUnit(text)
    if (unit === null) return
    this.unit = unit
    this.account.understood(cell)
  }

  /** Takes an amount where its label or its column says what it is. */
  put(
    name: Money,
    row: Row,
    labelCell: SourceCell | null,
    cell: SourceCell,
    over: BudgetUnit | null = null,
  ): void {
    const known = this.values.get(name)
    if (known) {
      if (known.from?.text === textOf(cell)) this.account.understood(cell)
      else if (textOf(cell) !== '')
        this.account.leave('stated-twice', row.table, labelCell ? [cell, labelCell] : [cell])
      return
    }
    const place = cellPlace(row.table, cell)
    const path = `${this.path}.${name}`
    const label = labelCell === null ? '' : textOf(labelCell)
    this.account.understood(cell)
    const refused = this.refusalOf(name, label, textOf(cell))
    if (refused !== null) {
      this.account.issue(refused, place, path)
      this.values.set(name, new Leaf(null, place))
      return
    }
    const said = this.unitFor(statedBudgetUnit(label) ?? over)
    const reading = readBudgetCell(textOf(cell), said ?? this.carried?.unit ?? '万元')
    if (name === 'total') this.learnTotal(statedBudgetUnit(label) ?? over, reading)
    if (reading.kind === 'converted') this.account.issue('converted-from-yuan', place, path)
    if (reading.kind === 'not-an-amount') this.account.issue('not-an-amount', place, path)
    else if (reading.kind === 'blank') {
      if (textOf(cell) !== '') this.account.issue('no-figure', place, path)
    } else {
      if (said === null && reading.own === null) this.unsaid.push(place)
      if (
        name === 'total' &&
        (said !== null || reading.own !== null || this.carried) &&
        isImplausible(reading.text)
      )
        this.account.issue('amount-implausible', place, path)
    }
    this.values.set(name, new Leaf(reading.kind === 'blank' ? null : reading.text, place))
  }

  /** The unit of an amount: its label's or column's own, the one that the total's label states, the table's, or the one printed behind the total. */
  private unitFor(own: BudgetUnit | null): BudgetUnit | null {
    const { ofTotal } = this
    return own ?? (ofTotal?.byLabel ? ofTotal.unit : (this.unit ?? ofTotal?.unit ?? null))
  }

  private learnTotal(byLabel: BudgetUnit | null, reading: BudgetReading): void {
    const printed = 'own' in reading ? reading.own : null
    const unit = byLabel ?? printed
    if (unit !== null) this.ofTotal = { unit, byLabel: byLabel !== null }
  }

  private refusalOf(name: Money, label: string, text: string): UnitRefusal | null {
    const said = statesForeignCurrency(label)
    if (said && name === 'total') this.refused = 'foreign-currency'
    if (text === '') return null
    if (isForeignAmount(text) || said) return 'foreign-currency'
    return statedBudgetUnit(label) === null && !/元\s*$/.test(text) ? this.refused : null
  }
}

/** The amount that a label names; 合计 among amounts is their total. */
export function moneyOf(text: string): Money | null {
  if (isSum(text)) return 'total'
  const label = headLabel(text)
  return isMoney(label) ? label : null
}

/** Whether a text is an amount, whatever its unit. */
export function isReadableAmount(text: string): boolean {
  const { kind } = readBudgetCell(text, '万元')
  return kind === 'printed' || kind === 'converted'
}

function isColumnHeading(text: string): boolean {
  return budgetColumn(text) !== null || isHeading(text)
}

function endsAmounts(text: string): boolean {
  const label = headLabel(text)
  return label !== null && !isMoney(label) && label !== 'group'
}
