import { type Decimal, parseDecimal } from '@/domain/number/decimal'
import type { SourcePlace } from '../../outcome/recognitionIssue'
import type { SourceCell } from '../../reading/sourceDocument'
import { cellPlace, type Row, textOf } from '../documentRows'
import type { Account } from '../facts/account'
import { budgetColumn, governmentIn, grantOf, headLabel, isOtherYear, periodOf, yearIn } from '../headings'
import { withoutNoteMark } from '../noteMark'
import { Leaf } from '../traced'
import { AmountColumns } from './amountColumns'
import { amountsInWords } from './amountsInWords'
import { AmountUnits } from './amountUnits'
import { BudgetBlocks } from './budgetBlocks'
import { readBudgetCell } from './budgetCell'
import { type BudgetUnit, isImplausible, statedBudgetUnit, unitAlone } from './budgetUnit'
import { type Part, sumOfParts, type Taken } from './listedParts'
import { isReadableAmount, type Money, moneyOf } from './moneyNames'

/** A part of another total than the year's, which may come to the same. */
interface Waiting extends Taken {
  readonly name: Money
  readonly amount: Decimal
}

/** The amounts of one project, in whatever way its table prints them: beside their labels, or where a row of labels meets a column of 年初预算数. */
export class BudgetRows {
  readonly values = new Map<Money, Leaf>()
  readonly units: AmountUnits
  private readonly columns: AmountColumns
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
    this.units = new AmountUnits(account)
    this.columns = new AmountColumns(account, path, year, this)
  }

  /** Takes a row of headings over amounts, or of amounts under them; `false` when it is neither. */
  takeTable(row: Row): boolean {
    return this.columns.take(row)
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
    } else if (kind === null && cell) this.putBeside(name, row, labelCell, cell)
    else if (kind !== null) this.account.leave(kind, row.table, [labelCell, ...(cell ? [cell] : [])])
  }

  /** Takes an amount beside its label; words there are no amount but a further heading, whose amounts stand behind it or in the row below. */
  private putBeside(name: Money, row: Row, label: SourceCell, cell: SourceCell): void {
    const readable = (one: SourceCell | undefined) => one !== undefined && isReadableAmount(textOf(one))
    const below = row.all[row.index + 1]
    const under = below?.slots[label.column]
    if (/[\d元]/.test(textOf(cell)) || textOf(cell) === '') this.put(name, row, label, cell)
    else if (below && under?.begins && readable(under.cell)) this.put(name, below, label, under.cell)
    else if (!readable(row.cells[row.cells.indexOf(cell) + 1])) this.put(name, row, label, cell)
  }

  /** Names an amount that no plan takes: one beside the year's budget with parts of its own, or a part of one level of government. */
  leaveOther(row: Row, label: SourceCell, cell: SourceCell, ofOther: boolean): void {
    if (ofOther) this.blocks.begin(label.column, 'label-left', this.amountOf(label, cell, null))
    if (governmentIn(textOf(label)) !== null) this.levels.push({ row, label, cell })
    this.account.leave('label-left', row.table, [label, cell])
  }

  /** Takes the amount of a line above the table (预算金额：60万元); `false` where it is none or one stands. */
  takeLine(name: Money, place: SourcePlace, text: string): boolean {
    const reading = readBudgetCell(text, this.units.for(null) ?? '万元')
    if (this.values.has(name) || reading.kind === 'blank' || reading.kind === 'not-an-amount') return false
    if (reading.kind === 'converted') this.account.issue('converted-from-yuan', place, `${this.path}.${name}`)
    else if (reading.own === null && this.units.for(null) === null) this.units.unsaid.push(place)
    this.values.set(name, new Leaf(reading.text, place))
    return true
  }

  /** Takes an amount beside a bare year (其中：2025年): the plan's year's is the budget and the total above it is of all years. */
  takeYear(row: Row, label: SourceCell, cell: SourceCell): void {
    const own = yearIn(textOf(label)) === this.year || /[本当]年/.test(textOf(label))
    const before = this.taken.get('total')
    if (!own) return this.account.leave('other-year-left', row.table, [label, cell])
    if (before) {
      this.values.delete('total')
      this.taken.delete('total')
      const { label: name } = before
      this.account.leave('longer-term-left', before.row.table, name ? [name, before.cell] : [before.cell])
    }
    this.put('total', row, label, cell)
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

  /** The budget in 万元, and the figure that its cell prints. */
  totals(): readonly Decimal[] {
    const { value = null, from = null } = this.values.get('total') ?? {}
    return [value, from?.text ?? null].flatMap((text) => (text === null ? [] : (parseDecimal(text) ?? [])))
  }

  /** An amount that stands for several projects together is that of none. */
  share(name: Money, row: Row, cell: SourceCell): void {
    this.taken.delete(name)
    this.values.set(name, new Leaf(null, cellPlace(row.table, cell)))
  }

  private isOfYear(label: string): boolean {
    return periodOf(label) === 'annual' || (this.year !== null && yearIn(label) === this.year)
  }

  /** Whether a total may be that of all years of a project, which gives way to one that says it is the year's. */
  private isOfProject(label: string): boolean {
    return label.includes('总') && !this.isOfYear(label)
  }

  /** An amount gives way to a later one; one that was asked for, or of all years, goes with its parts. */
  private takeBack(name: Money, before: Taken, by: SourceCell | null): void {
    const label = before.label === null ? '' : textOf(before.label)
    const applied = grantOf(label) === 'applied'
    const whole = name === 'total' && !applied && governmentIn(label) === null
    if (before.label && (applied || (whole && before.label.column !== by?.column)))
      this.blocks.begin(before.label.column, 'label-left')
    const gone = (applied || whole) && name === 'total' ? [...this.taken] : [[name, before] as const]
    for (const [one, { row, label, cell }] of gone) {
      this.values.delete(one)
      this.taken.delete(one)
      const kind = applied ? 'applied-left' : whole && one === 'total' ? 'whole-project-left' : 'label-left'
      this.account.leave(kind, row.table, label ? [label, cell] : [cell])
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
    const sum = sumOfParts(this.parts, ({ label, cell, unit }) => this.amountOf(label, cell, unit))
    const [first] = this.parts
    if (!first || sum.kind === 'alike') return
    if (sum.kind === 'unclear') return this.refuse('total', this.parts)
    const { row, cell } = sum.from
    this.values.set('total', new Leaf(sum.amount.toFixed(), cellPlace(row.table, cell)))
    const beside = this.parts.filter((part) => sum.kind === 'sum' || part !== sum.from)
    this.account.leave(
      sum.kind === 'sum' ? 'parts-added' : 'label-left',
      first.row.table,
      beside.map((part) => part.cell),
      sum.kind === 'sum' ? `${this.path}.total` : null,
    )
  }

  /** What an amount comes to in 万元; `null` where it is none. */
  amountOf(label: SourceCell | null, cell: SourceCell, over: BudgetUnit | null) {
    const stated = label === null ? null : statedBudgetUnit(textOf(label))
    const reading = readBudgetCell(
      withoutNoteMark(textOf(cell))?.text ?? textOf(cell),
      this.units.for(stated ?? over) ?? this.units.carried?.unit ?? '万元',
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
    if (name === 'total' && this.isOfYear(own) && this.isOfProject(old)) return true
    return governmentIn(old) !== null && governmentIn(own) === null
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
    if (before && this.comesBefore(name, labelCell)) this.takeBack(name, before, labelCell)
    if (labelCell && governmentIn(textOf(labelCell)) !== null)
      this.levels.push({ row, label: labelCell, cell })
    const known = this.values.get(name)
    if (known) {
      const applied = labelCell !== null && grantOf(textOf(labelCell)) === 'applied'
      const ofYear = this.taken.get(name)?.label
      const whole =
        name === 'total' && labelCell && ofYear && this.isOfYear(textOf(ofYear))
          ? this.isOfProject(textOf(labelCell))
          : false
      if ((applied || whole) && name === 'total' && labelCell && labelCell.column !== ofYear?.column)
        this.blocks.begin(labelCell.column, 'label-left')
      if (known.from?.text === textOf(cell)) this.account.understood(cell)
      else if (textOf(cell) !== '') {
        const isPart = labelCell !== null && governmentIn(textOf(labelCell)) !== null
        const other = whole ? 'whole-project-left' : isPart ? 'label-left' : 'stated-twice'
        this.account.leave(
          applied ? 'applied-left' : other,
          row.table,
          labelCell ? [cell, labelCell] : [cell],
        )
      }
      return
    }
    this.taken.set(name, { row, label: labelCell, cell })
    const place = cellPlace(row.table, cell)
    const path = `${this.path}.${name}`
    const label = labelCell === null ? '' : textOf(labelCell)
    this.account.understood(cell)
    const refused = this.units.refusalOf(name, label, textOf(cell))
    if (refused !== null) {
      this.account.issue(refused, place, path)
      this.values.set(name, new Leaf(null, place))
      return
    }
    const beside = unitBeside(row, cell)
    if (beside) this.account.understood(beside.cell)
    const own = statedBudgetUnit(label) ?? beside?.unit ?? over
    const said = this.units.for(own)
    const noted = withoutNoteMark(textOf(cell))
    if (noted) this.account.issue('note-mark', place, path)
    const reading = readBudgetCell(noted?.text ?? textOf(cell), said ?? this.units.carried?.unit ?? '万元')
    if (name === 'total') this.units.learnTotal(own, reading)
    if (reading.kind === 'converted') this.account.issue('converted-from-yuan', place, path)
    if (reading.kind === 'not-an-amount' && name === 'total' && this.takeWords(row, cell)) return
    if (reading.kind === 'not-an-amount') this.account.issue('not-an-amount', place, path)
    else if (reading.kind === 'blank') {
      if (textOf(cell) !== '') this.account.issue('no-figure', place, path)
    } else {
      if (said === null && reading.own === null) this.units.unsaid.push(place)
      if (
        name === 'total' &&
        (said !== null || reading.own !== null || this.units.carried) &&
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
}

/** The unit that a cell straight behind an amount prints alone (360000 | 元). */
function unitBeside({ cells }: Row, amount: SourceCell) {
  const cell = cells[cells.indexOf(amount) + 1]
  const unit = cell === undefined || !cells.includes(amount) ? null : unitAlone(textOf(cell))
  return cell === undefined || unit === null ? null : { cell, unit }
}
