import { type Decimal, parseDecimal } from '@/domain/number/decimal'
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
import { withoutNoteMark } from '../noteMark'
import {
  budgetColumn,
  governmentIn,
  grantOf,
  headLabel,
  isHeading,
  isOtherYear,
  isSum,
  periodOf,
  yearIn,
} from '../headings'
import { amountsInWords } from './amountsInWords'
import { BudgetBlocks } from './budgetBlocks'
import type { HeadLabel } from '../labels'
import { Leaf } from '../traced'

/** The amounts that a plan holds of a project. */
export type Money = 'total' | 'fiscal' | 'other'

const MONEY: ReadonlySet<HeadLabel | null> = new Set<HeadLabel>(['total', 'fiscal', 'other'])

/** Whether a label names one of the amounts of a plan. */
export function isMoney(label: HeadLabel | null): label is Money {
  return MONEY.has(label)
}

/** An amount with its label, where it has one. */
interface Taken {
  readonly row: Row
  readonly label: SourceCell | null
  readonly cell: SourceCell
}

/** A part of another total than the year's, which may come to the same. */
interface Waiting extends Taken {
  readonly name: Money
  readonly amount: Decimal
}

interface Part extends Taken {
  readonly unit: BudgetUnit | null
  /** What the row says of the part: its 科目 or source. */
  readonly subject: string
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
  private readonly blocks = new BudgetBlocks()
  private readonly taken = new Map<Money, Taken>()
  private readonly levels: Taken[] = []
  private readonly parts: Part[] = []
  private readonly waiting: Waiting[] = []
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
      this.learnUnit(label, textOf(label))
    }
    for (const { name, label, cell } of filled) if (name !== null) this.takePair(row, label, cell, name)
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
    name = moneyOf(textOf(labelCell)),
  ): void {
    const text = textOf(labelCell)
    if (name === null) return
    const twice = row.cells.filter((one) => headLabel(textOf(one)) === name).length > 1
    const isPart = name !== 'total' && (twice || periodOf(text) === null)
    const over = isPart ? this.blocks.at(labelCell.column) : null
    const block = over?.kind ?? null
    const longer = periodOf(text) === 'midterm' || block === 'longer-term-left'
    const whole = budgetColumn(text) === 'whole'
    const other = isOtherYear(text, this.year)
    const kind = other ? 'other-year-left' : longer ? 'longer-term-left' : whole ? 'label-left' : block
    if (name === 'total') this.blocks.begin(labelCell.column, kind)
    if (over?.amount && kind === block && cell) {
      this.waiting.push({ name, amount: over.amount, row, label: labelCell, cell })
    } else if (kind === null && cell) this.put(name, row, labelCell, cell)
    else if (kind !== null) this.account.leave(kind, row.table, [labelCell, ...(cell ? [cell] : [])])
  }

  /** Names an amount that no plan takes: one beside the year's budget with parts of its own, or a part of one level of government. */
  leaveOther(row: Row, label: SourceCell, cell: SourceCell, ofOther: boolean): void {
    if (ofOther) this.blocks.begin(label.column, 'label-left', this.amountOf(label, cell, null))
    if (governmentIn(textOf(label)) !== null) this.levels.push({ row, label, cell })
    this.account.leave('label-left', row.table, [label, cell])
  }

  /** Takes an amount of a list; one in a further row of the project, under another 科目 or source, is a part of its budget. */
  putListed(
    name: Money,
    row: Row,
    label: SourceCell | null,
    cell: SourceCell,
    unit: BudgetUnit | null,
    subject: string,
  ): void {
    if (name === 'total') this.parts.push({ row, label, cell, unit, subject })
    if (name !== 'total' || this.parts.length === 1) this.put(name, row, label, cell, unit)
    else this.account.understood(cell)
  }

  /** What only the whole table tells: whether the rows of a list are parts of one budget, and whether an amount is that of one level of government among others. */
  finish(): void {
    if (this.parts.length > 1) this.addParts()
    this.takeWaiting()
    for (const name of ['total', 'fiscal'] as const) {
      const own = this.taken.get(name)
      const level = own?.label ? governmentIn(textOf(own.label)) : null
      if (!own || level === null) continue
      const others = this.levels.filter(
        ({ label, cell }) =>
          label &&
          governmentIn(textOf(label)) !== level &&
          this.amountOf(label, cell, null)?.isZero() === false,
      )
      if (others.length > 0 && !(name === 'fiscal' && this.isWhole(own))) this.refuse(name, [own, ...others])
    }
  }

  /** An amount gives way to a later one; one that was asked for goes with its parts. */
  private takeBack(name: Money, before: Taken): void {
    const applied = before.label !== null && grantOf(textOf(before.label)) === 'applied'
    if (applied && before.label) this.blocks.begin(before.label.column, 'label-left')
    const gone = applied && name === 'total' ? [...this.taken] : [[name, before] as const]
    for (const [one, { row, label, cell }] of gone) {
      this.values.delete(one)
      this.taken.delete(one)
      this.account.leave(applied ? 'applied-left' : 'label-left', row.table, label ? [label, cell] : [cell])
    }
  }

  private isWhole({ label, cell }: Taken): boolean {
    const total = parseDecimal(this.values.get('total')?.value ?? '')
    return total !== null && this.amountOf(label, cell, null)?.eq(total) === true
  }

  /** The parts of another total hold for the year's where that has none of its own and both come to the same. */
  private takeWaiting(): void {
    const total = parseDecimal(this.values.get('total')?.value ?? '')
    for (const { name, amount, row, label, cell } of this.waiting) {
      if (!this.values.has(name) && total?.eq(amount)) this.put(name, row, label, cell)
      else this.account.leave('label-left', row.table, label ? [label, cell] : [cell])
    }
  }

  private addParts(): void {
    const { parts } = this
    const [first] = parts
    const sums = parts.filter(({ subject }) => isSum(subject))
    const subjects = new Set(parts.map(({ subject }) => subject))
    const texts = new Set(parts.map(({ cell }) => textOf(cell)))
    const only = sums.length === 1 ? sums[0] : undefined
    if (!first || (texts.size === 1 && subjects.size === 1)) return
    const amounts = (only ? [only] : parts).map(({ label, cell, unit }) => this.amountOf(label, cell, unit))
    const known = amounts.filter((amount) => amount !== null)
    const place = cellPlace(first.row.table, first.cell)
    const told = only !== undefined || (subjects.size === parts.length && texts.size > 1)
    if (!told || known.length < amounts.length) return this.refuse('total', parts)
    const sum = known.reduce((one, other) => one.plus(other))
    this.values.set('total', new Leaf(sum.toFixed(), only ? cellPlace(only.row.table, only.cell) : place))
    this.account.leave(
      'parts-added',
      first.row.table,
      parts.map(({ cell }) => cell),
      `${this.path}.total`,
    )
  }

  private amountOf(label: SourceCell | null, cell: SourceCell, over: BudgetUnit | null) {
    const stated = label === null ? null : statedBudgetUnit(textOf(label))
    const reading = readBudgetCell(
      withoutNoteMark(textOf(cell))?.text ?? textOf(cell),
      this.unitFor(stated ?? over) ?? this.carried?.unit ?? '万元',
    )
    return reading.kind === 'printed' || reading.kind === 'converted' ? parseDecimal(reading.text) : null
  }

  private refuse(name: Money, several: readonly Taken[]): void {
    const [first] = several
    if (!first) return
    const cells = several.flatMap(({ label, cell }) => (label ? [label, cell] : [cell]))
    this.values.set(name, new Leaf(null, cellPlace(first.row.table, first.cell)))
    this.account.leave('parts-unclear', first.row.table, [...new Set(cells)], `${this.path}.${name}`)
  }

  /** Whether an amount comes before the one that stands: what was granted before what was asked for, the whole before that of one level of government. */
  private comesBefore(name: Money, label: SourceCell | null): boolean {
    const known = this.taken.get(name)?.label
    if (!known || !label) return false
    const [old, own] = [textOf(known), textOf(label)]
    if (grantOf(old) === 'applied' && grantOf(own) === 'approved') return true
    return governmentIn(old) !== null && governmentIn(own) === null
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
    const before = this.taken.get(name)
    if (before && this.comesBefore(name, labelCell)) this.takeBack(name, before)
    if (labelCell && governmentIn(textOf(labelCell)) !== null)
      this.levels.push({ row, label: labelCell, cell })
    const known = this.values.get(name)
    if (known) {
      const applied = labelCell !== null && grantOf(textOf(labelCell)) === 'applied'
      if (applied && name === 'total') this.blocks.begin(labelCell.column, 'label-left')
      if (known.from?.text === textOf(cell)) this.account.understood(cell)
      else if (textOf(cell) !== '')
        this.account.leave(
          applied ? 'applied-left' : 'stated-twice',
          row.table,
          labelCell ? [cell, labelCell] : [cell],
        )
      return
    }
    this.taken.set(name, { row, label: labelCell, cell })
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
    const noted = withoutNoteMark(textOf(cell))
    if (noted) this.account.issue('note-mark', place, path)
    const reading = readBudgetCell(noted?.text ?? textOf(cell), said ?? this.carried?.unit ?? '万元')
    if (name === 'total') this.learnTotal(statedBudgetUnit(label) ?? over, reading)
    if (reading.kind === 'converted') this.account.issue('converted-from-yuan', place, path)
    if (reading.kind === 'not-an-amount' && name === 'total' && this.takeWords(row, cell)) return
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

  /** Takes the amounts of a sentence (年初预算安排120万元，其中…), each by the unit behind it, and says so; `false` where it states no budget. */
  takeWords(row: Row, cell: SourceCell): boolean {
    const said = amountsInWords(textOf(cell))
    if (said === null || (this.values.get('total')?.value ?? null) !== null) return false
    const place = cellPlace(row.table, cell)
    this.account.issueAt('amounts-in-words', row.table, cell, `${this.path}.total`)
    for (const name of ['total', 'fiscal', 'other'] as const) {
      const reading = readBudgetCell(said[name] ?? '', '万元')
      if (reading.kind === 'blank' || reading.kind === 'not-an-amount' || this.values.has(name)) continue
      this.values.set(name, new Leaf(reading.text, place))
      if (reading.kind === 'converted')
        this.account.issue('converted-from-yuan', place, `${this.path}.${name}`)
    }
    return true
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
  const { kind } = readBudgetCell(withoutNoteMark(text)?.text ?? text, '万元')
  return kind === 'printed' || kind === 'converted'
}

function isColumnHeading(text: string): boolean {
  return budgetColumn(text) !== null || isHeading(text)
}

function endsAmounts(text: string): boolean {
  const label = headLabel(text)
  return label !== null && !isMoney(label) && label !== 'group'
}
