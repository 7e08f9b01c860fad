import { cleanCell, parseScientific } from '../number/cellText'
import { comparableName } from '../number/visibleText'
import { money, type Money } from '../number/money'
import { monthOf, type Day } from '../time/day'
import { isReceived } from './amountWords'
import { amountOfRow, hasOtherAmount, listAmount, totalAmount, valueOf, type AmountFound } from './listAmount'
import { DaysRead, dayOfRow, type DayContext, type DayFound } from './listDay'
import { statesOf } from './listFlags'
import type { ListRole } from './listHeadings'
import { layoutFrom, type ListLayout } from './listLayout'
import {
  isPeriodWord,
  isSumWord,
  namesAdvance,
  namesIncome,
  namesNoPayment,
  namesReceipt,
  saysUnpaid,
} from './lineWords'
import type { CountedAmount, StatedTotal } from './listSums'
import type { ListTable } from './listTable'
import { otherBook, projectOfSheet, projectTitle, statedYear } from './listTitle'
import { headingUnit, unitBeside, unitOfCell, type ListUnit } from './listUnit'
import { readPaidDay } from './paidDay'
import {
  askedMore,
  type LeftOut,
  type LeftOutWhy,
  type LineDoubt,
  type LineNote,
  type ListLine,
} from './paymentList'
import {
  isCarried,
  isFooter,
  isNumbering,
  isStrangeType,
  maybeTotal,
  paymentKindOf,
  speaksAgainst,
  totalOf,
  totalScope,
  type PaymentKind,
  type TotalScope,
} from './paymentWords'
import { OtherDepartments, type ListDepartment } from './suspects/otherDepartment'
import { otherSides } from './suspects/otherSides'
import { sumsAbove } from './suspects/sumsAbove'
import { headingDoubts } from './suspects/headingDoubts'
import { flagDoubts } from './suspects/flagColumns'
import type { ListProject, ProjectIndex, ProjectMatch } from './projectIndex'
import { RowCells } from './rowCells'

/** What the rows of one table came to; `counted` are the amounts that totals may sum. */
export interface RowsRead {
  readonly lines: readonly ListLine[]
  readonly leftOut: readonly LeftOut[]
  readonly totals: readonly StatedTotal[]
  readonly counted: readonly CountedAmount[]
  /** The units of the rows, from 1, that a block or a column of their own gives another one than the table's. */
  readonly units: ReadonlyMap<number, ListUnit>
}

/** What rows are read against. */
interface RowsContext {
  readonly year: number
  readonly department: ListDepartment
  readonly today: Day | null
  readonly index: ProjectIndex
  readonly answers: {
    readonly only: string | null
    readonly bySheet: boolean
    readonly columns: Readonly<Record<string, ListRole>>
    readonly days: Readonly<Record<string, Day>>
  }
}

/** Reads the rows below the headings of a table: payments, totals, and what is neither, each with its place; `units` are the one they are read in and the one the table itself says. */
export function readRows(
  table: ListTable,
  layout: ListLayout,
  units: { readonly read: ListUnit; readonly said: ListUnit },
  context: RowsContext,
): RowsRead {
  const reader = new RowReader(table, layout, units, context)
  for (let row = layout.last + 1; row < table.rows.length; row += 1) reader.read(row)
  reader.closeBlock()
  return reader
}

/** Letters without which no cell is a total, a balance or a footer: most rows need no closer look. */
const LABEL = /[计额余页结转总其截汇:：]|[期本当][初末月年季期]|\d\/\d/

function scopeOf(said: readonly string[], lone: boolean): TotalScope | null {
  for (const text of said) {
    const scope = totalScope(text, lone)
    if (scope !== null) return scope
  }
  return null
}

/** Accounts of money and of what is owed: there a payment is credited, not debited. */
const MONEY_ACCOUNT =
  /银行存款|库存现金|零余额账户|财政应返还|应付|其他应收|财政拨款(?:预算)?收入|资金结存|^100[12]|^1011/
const TITLE = /^(?:.*(?:科目|账户)[^:：]{0,4})[:：]\s*(.+)$/u
/** No line between the rows of a list has more cells. */
const TITLE_CELLS = 4

/** A line that a new page begins with and that names nothing. */
function isPageWord(text: string): boolean {
  return /^[(（]?续[表页]?|^第?\s*\d+\s*页|^共\s*\d|单位[:：]|^[\d\s年月日/.-]+$|期间[:：]|日期[:：]|\d{1,2}月/.test(
    text,
  )
}

/** What stands before the word of a sub-total and names no group: the period or the kind of what is summed. */
const GENERAL =
  /^(?:[本当该以上述前至月季年度期日旬周页项目部门单位科目类款全各累其中\d一二三四五六七八九十]|支出|支付|资金|金额|处室)*$/

/** Words under a heading nobody knows count only while they are no name and no sentence. */
const SHORT = 12

const NO_LINES: ReadonlySet<ListLine> = new Set()
const NOTHING_SAID: readonly never[] = Object.freeze([])

/** Lists as one; most lines have nothing to ask or to say, and share one empty list. */
function together<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return lists.every(({ length }) => length === 0) ? NOTHING_SAID : lists.flat()
}

/** A cell's words with the heading they stand under. */
interface Said {
  readonly heading: string
  readonly said: string
}
const saidIn = (cell: Said | null): Said => ({ heading: cell?.heading ?? '', said: cell?.said ?? '' })

/** What the kinds and the words of a row say: it came back, it is no payment (by which words), what is asked. */
interface Spoken {
  readonly back: boolean
  readonly none: Said | null
  readonly doubts: readonly LineDoubt[]
}
const NOTHING_SPOKEN: Spoken = { back: false, none: null, doubts: NOTHING_SAID }
const asked = (said: string | undefined): Spoken =>
  said === undefined ? NOTHING_SPOKEN : { ...NOTHING_SPOKEN, doubts: [{ kind: 'spoken-against', said }] }

/** What the words of a cell say by family (lineWords). */
interface Judged {
  readonly unpaid: boolean
  readonly noPayment: boolean
  readonly sum: boolean
}

/** Headings of who is on the other side of a movement on an account. */
const PARTY = /对方|对手|户名|付款[人方]|往来/

/** What the cells of a row name, and the project it is. */
interface NamedOn {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly match: ProjectMatch
}

/** Whether a row stands on one of the two sides of an account: in columns of them, or by 借 or 贷 in its direction. */
function hasSides(cells: RowCells, row: number): boolean {
  return cells.has('debit') || /^(?:[借贷]|[dc]r?$)/i.test(cells.text(row, 'direction'))
}

class RowReader implements RowsRead {
  readonly lines: ListLine[] = []
  readonly leftOut: LeftOut[] = []
  readonly totals: StatedTotal[] = []
  readonly counted: CountedAmount[] = []
  private readonly cells: RowCells
  private figured: { readonly layout: ListLayout; readonly columns: readonly number[] } | null = null
  private readonly dayAnswered: boolean
  readonly units = new Map<number, ListUnit>()
  private account = { text: '', project: null as ListProject | null }
  /** The name that a title gives for a project no plan has. */
  private unknown = ''
  private block: ListUnit | null = null
  private year: number | null
  private readonly book: string | null
  private readonly titles: ReadonlySet<string>
  private between: string[] = []
  private named: NamedOn | null = null
  private closed = 0
  private readonly verdicts = new Map<string, Judged>()
  /** Voucher and day of the rows that are parts (其中) of one above, and how much of it they leave where no voucher tells where they end; `null` outside of such. */
  private parts: { readonly under: string; readonly left: Money | null } | null = null
  private days: DayContext
  private readonly departments: OtherDepartments

  constructor(
    private readonly table: ListTable,
    layout: ListLayout,
    private readonly own: { readonly read: ListUnit; readonly said: ListUnit },
    private readonly context: RowsContext,
  ) {
    const above = table.rows
      .slice(0, layout.first)
      .flatMap((cells) => cells.filter((cell) => cell.trim() !== ''))
    const { year } = context
    this.year = statedYear(above, year) ?? statedYear([table.sheet ?? ''], year)
    this.days = { year, today: context.today, stated: this.year, read: new DaysRead() }
    this.book = otherBook(above) ?? otherBook([table.sheet ?? ''])
    this.titles = new Set(above.map(comparableName))
    this.cells = new RowCells(table, layout)
    this.departments = new OtherDepartments(context.department)
    this.dayAnswered = Object.keys(context.answers.days).length > 0
    for (let row = 0; row < layout.first; row += 1) this.title(row)
  }

  read(row: number): void {
    if (this.table.hiddenRows.has(row)) return this.leave(row, { kind: 'hidden' })
    const texts = (this.table.rows[row] ?? []).map((cell) => cell.trim())
    const said = texts.filter((text) => text !== '')
    if (said.length === 0) return this.isStruck(row) ? this.leave(row, { kind: 'struck' }) : undefined
    if (this.isHeading(row, texts)) return this.leave(row, { kind: 'heading' })
    const labelled = LABEL.test(said.join('\n'))
    if (/^(?:1|栏次|行次)$/.test(said[0] ?? '') && isNumbering(texts))
      return this.leave(row, { kind: 'numbers' })
    const dated = labelled || said.length <= 2 ? this.isDated(row) : true
    const identified =
      labelled &&
      dated &&
      this.cells.text(row, 'voucher') !== '' &&
      this.cells.text(row, 'code', 'project') !== ''
    if (!identified && labelled && said.some(isCarried)) return this.leave(row, { kind: 'carried' })
    const scope = labelled ? (scopeOf(said, !dated) ?? this.scopeOfNamed(said)) : null
    if (scope !== null && !identified) return this.total(row, scope, said)
    if (!dated && labelled && said.some(isFooter) && !this.isPaymentLike(row))
      return this.leave(row, { kind: 'footer' })
    if (!dated && said.length <= TITLE_CELLS && !this.hasFigure(row)) this.between.push(...this.title(row))
    else if (this.between.length > 0) this.between = []
    const part = this.isPart(row, labelled && said.some((text) => text.startsWith('其中')))
    this.payment(row, part || scope !== null || (labelled && said.some(maybeTotal)))
    if (part) this.takePart(row)
  }

  private isStruck(row: number): boolean {
    return this.table.struckRows?.has(row) === true
  }

  /** Whether a row is a part of one above: it says 其中, or follows one that does under the same voucher and day; without vouchers until the parts come to the whole. */
  private isPart(row: number, begins: boolean): boolean {
    if (!begins && this.parts === null) return false
    const voucher = this.cells.held(row, 'voucher')
    const under = `${voucher}\n${this.cells.held(row, 'day')}`
    if (begins) this.parts = { under, left: voucher === '' ? (this.counted.at(-1)?.amount ?? null) : null }
    else if (this.parts?.under !== under || this.parts.left?.isZero()) this.parts = null
    return begins || this.parts !== null
  }

  /** Takes a part that was read off what its whole leaves. */
  private takePart(row: number): void {
    const part = this.counted.at(-1)
    const { left = null, under = '' } = this.parts ?? {}
    if (left !== null && part?.row === row) this.parts = { under, left: money(left.minus(part.amount)) }
  }

  /** The scope of a total written behind the name of a project (办公楼修缮小计); `null` where no cell is one. */
  private scopeOfNamed(said: readonly string[]): TotalScope | null {
    const { index } = this.context
    const named = said.some((text) => {
      const name = totalOf(text)
      if (name === null || index.match('', text).kind === 'found') return false
      const match = index.match('', name)
      return match.kind === 'found' || match.choices.length > 0
    })
    return named ? 'group' : null
  }

  private leave(row: number, why: LeftOutWhy): void {
    this.leftOut.push({ sheet: this.table.sheet, row: row + 1, why })
  }

  /** The unit that the column of units states for a row; `null` where it states none. */
  private columnUnit(row: number): ListUnit | null {
    const { cells } = this
    const column = cells.columns('unit')[0]
    return column === undefined ? null : unitOfCell(cells.at(row, column), cells.heading(column))
  }

  /** The unit a row is read in: its own column's, its block's, the table's. */
  private unitOf(row: number): 'wan' | 'yuan' {
    const unit = this.columnUnit(row) ?? this.block
    if (unit !== null) this.units.set(row + 1, unit)
    return (unit ?? this.own.read) === 'wan' ? 'wan' : 'yuan'
  }

  private says(unit: ListUnit | null): void {
    if (unit !== null) this.block = unit === this.own.said ? null : unit
  }

  private hasFigure(row: number): boolean {
    return /\d/.test(this.cells.text(row, 'amount', 'debit', 'credit', 'requested'))
  }

  /** Whether a row has what no footer has: a figure that reads as an amount, a voucher with a number, or a project of the plan. */
  private isPaymentLike(row: number): boolean {
    const { cells } = this
    const own = (role: ListRole) =>
      cells
        .columns(role)
        .map((column) => cells.at(row, column))
        .filter((text) => !isFooter(text))
    return (
      (['amount', 'debit', 'credit', 'requested'] as const).some((role) =>
        own(role).some((text) => valueOf(listAmount(text, 'yuan')) !== null),
      ) ||
      own('voucher').some((text) => /\d/.test(text)) ||
      this.namedOn(row).match.kind === 'found'
    )
  }

  /** Remembers the account, the project, the unit and the year that a line above or between the rows names; answers what else it says. */
  private title(row: number): string[] {
    const cells = (this.table.rows[row] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '')
    for (const cell of cells) this.departments.title(cell)
    if (row > this.cells.layout.last) {
      for (const cell of cells) this.says(unitBeside(cell))
      this.year = statedYear(cells, this.context.year) ?? this.year
    }
    return cells.filter((text) => !this.names(text))
  }

  /** Whether a title names an account or a project; an unknown project ends the one above. */
  private names(text: string): boolean {
    const { index } = this.context
    const project = projectTitle(text)
    if (project !== null) {
      const found = project === '' ? null : index.within(project)
      this.account = { text: project, project: found }
      this.unknown = found ? '' : project
      return true
    }
    const named = TITLE.exec(text)?.[1]
    if (named === undefined) return false
    this.account = { text: named, project: index.within(named) }
    this.unknown = ''
    return true
  }

  /** A heading printed again at the top of a page, or of another table below with columns of its own. */
  private isHeading(row: number, texts: readonly string[]): boolean {
    if (this.figures().some((column) => /\d/.test(texts[column] ?? ''))) return false
    if (!texts.some((text) => /金额|借方|日期|支付|^月$/.test(text.replaceAll(/\s/g, '')))) return false
    const again = layoutFrom(this.table, row, this.context.answers.columns)
    if (!again) return false
    if (again.headings.join('|') !== this.cells.layout.headings.join('|')) this.closeBlock()
    this.cells.layout = again
    const amount = again.columns.get('amount')?.[0] ?? again.columns.get('debit')?.[0]
    this.says(amount === undefined ? null : headingUnit(again.headings[amount] ?? ''))
    const other = this.between.find((text) => !this.titles.has(comparableName(text)) && !isPageWord(text))
    if (other !== undefined && this.account.project) {
      this.account = { text: other, project: this.context.index.within(other) }
      this.unknown = this.account.project ? '' : other
    }
    this.between = []
    return true
  }

  /** Asks of the lines since the last other headings what their columns of few values say together. */
  closeBlock(): void {
    const own = this.lines.splice(this.closed)
    const doubts = flagDoubts(
      this.cells,
      own.map(({ row }) => row - 1),
    )
    const sums = sumsAbove(
      own,
      this.cells,
      this.totals.map(({ row }) => row),
    )
    const sides = this.cells.has('credit') || this.cells.has('direction') ? otherSides(own) : NO_LINES
    this.lines.push(
      ...own.map((line) =>
        askedMore(line, [
          ...(doubts.get(line.row - 1) ?? []),
          ...(sums.has(line) ? [{ kind: 'sums-above' as const }] : []),
          ...(sides.has(line) ? [{ kind: 'other-side' as const }] : []),
        ]),
      ),
    )
    this.closed = this.lines.length
  }

  /** The columns in which a payment has figures, of the layout that holds now. */
  private figures(): readonly number[] {
    const { cells } = this
    if (this.figured?.layout !== cells.layout) {
      const roles = ['amount', 'debit', 'credit', 'day', 'requested'] as const
      this.figured = { layout: cells.layout, columns: roles.flatMap((role) => cells.columns(role)) }
    }
    return this.figured.columns
  }

  /** Whether a row has a day of its own beside an amount: without both it can hardly be a payment. */
  private isDated(row: number): boolean {
    const { cells } = this
    if (!/\d/.test(cells.text(row, 'amount', 'debit', 'credit', 'requested'))) return false
    if (cells.text(row, 'month') !== '') return cells.text(row, 'date') !== ''
    const day = cells.held(row, 'day')
    return day !== '' && readPaidDay(day, this.context.year).kind !== 'unread'
  }

  private total(row: number, scope: TotalScope, said: readonly string[]): void {
    const unit = this.unitOf(row)
    if (hasOtherAmount(this.cells, amountOfRow(this.cells, row, unit)))
      return this.leave(row, { kind: 'total-aside' })
    const stated = totalAmount(this.cells, row, unit, said)
    if (!stated) return this.leave(row, { kind: 'total-unread' })
    const { day } = this.day(row)
    const named = said
      .map((text) => /^(\d{1,2})月/.exec(cleanCell(text))?.[1])
      .find((month) => month !== undefined)
    const month = named === undefined ? (day === null ? null : monthOf(day)) : Number(named)
    const of = scope === 'group' ? this.groupOfTotal(row, said) : null
    this.totals.push({ row, stated, scope, month, of })
  }

  /** The project a sub-total says it is of: before its word (办公楼修缮小计), or in the column of the projects; `null` where it says none. */
  private groupOfTotal(row: number, said: readonly string[]): string | null {
    const { cells } = this
    const code = cells.text(row, 'code')
    const name = cells.text(row, 'project')
    const isWord = (text: string) => scopeOf([text], true) !== null
    if ((code !== '' && !isWord(code)) || (name !== '' && !isWord(name))) return this.groupOf(code, name)
    const named = said.map(totalOf).find((text) => text !== null && !GENERAL.test(text)) ?? null
    return named === null ? null : this.groupOf('', named)
  }

  private groupOf(code: string, name: string): string {
    return this.groupKey(this.context.index.match(code, name), name)
  }

  private groupKey(match: ProjectMatch, name: string): string {
    const project = match.kind === 'found' ? match.project : match.likely
    return project?.id ?? comparableName(name)
  }

  private day(row: number): DayFound {
    const answered = this.dayAnswered
      ? this.context.answers.days[`${this.table.sheet ?? ''}!${row + 1}`]
      : undefined
    if (this.days.stated !== this.year) this.days = { ...this.days, stated: this.year }
    return dayOfRow(this.cells, row, this.days, answered)
  }

  private payment(row: number, totalWord: boolean): void {
    const amount = amountOfRow(this.cells, row, this.unitOf(row), this.context.year)
    const { reading } = amount
    const requested = this.cells.text(row, 'requested')
    if (reading.kind === 'refused')
      return this.leave(row, { kind: 'amount', said: amount.said, why: reading })
    const shown = valueOf(reading)
    const spoken = this.spoken(row, shown)
    const value = spoken.back ? shown && money(shown.neg()) : shown
    const only = !this.cells.has('amount') && !this.cells.has('debit')
    if (value === null && requested !== '' && only) return this.request(row, requested)
    if (value === null) return this.withoutAmount(row, requested, amount)
    const { cells } = this
    const state = !cells.has('status')
      ? null
      : statesOf(
          cells
            .columns('status')
            .map((column) => ({ heading: cells.heading(column), text: cells.at(row, column) })),
        )
    const paid = state?.state ?? 'paid'
    const found = this.day(row)
    const none = spoken.none !== null || paid === 'none' || (paid === 'refunded' && value.gt(0))
    this.counted.push({ row, amount: value, day: found.day, paid: !none, of: this.groupOfLine(row) })
    if (none) return this.leave(row, { kind: 'not-paid', ...(spoken.none ?? saidIn(state)) })
    if (value.isZero())
      return this.leave(
        row,
        requested === ''
          ? { kind: 'zero' }
          : { kind: 'requested', heading: this.requestedHeading(row), said: requested },
      )
    const doubts: LineDoubt[] = [...spoken.doubts]
    if (reading.kind === 'doubtful')
      doubts.push({ kind: reading.reason === 'scientific' ? 'scientific' : 'serial-amount' })
    if (state && paid !== 'paid')
      doubts.push({ kind: paid === 'partly' ? 'partly' : 'state', ...saidIn(state) })
    if (totalWord) doubts.push({ kind: 'total-word' })
    this.line(row, amount, doubts, value, found)
  }

  /** What the kinds and the words of a row say of an amount above 0: that it came back, is none, or needs a look. */
  private spoken(row: number, amount: Money | null): Spoken {
    const { cells } = this
    if (amount === null || amount.isZero()) return NOTHING_SPOKEN
    const kinds = cells
      .columns('kind')
      .map((column): Said => ({ heading: cells.heading(column), said: cells.at(row, column) }))
    const other = kinds.find(({ said }) => this.judged(said).noPayment)
    if (other !== undefined) return { ...NOTHING_SPOKEN, none: other }
    if (amount.lt(0)) return asked(this.wordsOfReceipt(row))
    const of = (kind: PaymentKind) => kinds.find(({ said }) => paymentKindOf(said) === kind)
    const none = of('none')
    if (none !== undefined) return { ...NOTHING_SPOKEN, none }
    const back = of('back')
    if (back !== undefined)
      return { back: true, none: null, doubts: [{ kind: 'came-back', said: back.said }] }
    const aside = kinds.find(({ heading, said }) => namesAdvance(said) || isStrangeType(heading, said))
    return asked((of('partly') ?? aside)?.said ?? this.wordsAgainst(row))
  }

  /** What the words of a cell say, judged once for all rows that say the same. */
  private judged(text: string): Judged {
    const known = this.verdicts.get(text)
    if (known) return known
    const unpaid = speaksAgainst(text) || saysUnpaid(text) || namesAdvance(text) || namesIncome(text)
    const verdict = { unpaid, noPayment: namesNoPayment(text), sum: isSumWord(text) || isPeriodWord(text) }
    this.verdicts.set(text, verdict)
    return verdict
  }

  /** Words by which an amount below 0 is no refund of a payment: a closing entry, a loan that comes back, an act on the budget, or, in the credit column, money received. */
  private wordsOfReceipt(row: number): string | undefined {
    const { cells } = this
    const words = cells.columns('memo').map((column) => cells.at(row, column))
    const other = words.find((text) => this.judged(text).noPayment)
    if (other !== undefined) return other
    const advance = words.find(namesAdvance)
    if (advance !== undefined || !cells.has('credit')) return advance
    if (words.some((text) => speaksAgainst(text))) return undefined
    const parties = cells.unknown().filter((column) => PARTY.test(cells.heading(column)))
    return [...words, ...parties.map((column) => cells.at(row, column))].find(namesReceipt)
  }

  /** Words that speak against a row, in a column of words or in one whose heading says nothing. */
  private wordsAgainst(row: number): string | undefined {
    const { cells } = this
    const column =
      cells.columns('memo').find((own) => {
        const { unpaid, noPayment, sum } = this.judged(cells.at(row, own))
        return unpaid || noPayment || sum
      }) ??
      cells.unknown().find((own) => {
        const text = cells.at(row, own)
        return text.length <= SHORT && this.judged(text).unpaid
      })
    if (column !== undefined) return cells.at(row, column)
    return cells
      .columns('account')
      .map((own) => cells.at(row, own))
      .find(namesAdvance)
  }

  private requestedHeading(row: number): string {
    const { cells } = this
    const column = cells.columns('requested').find((own) => cells.at(row, own) !== '')
    return column === undefined ? '' : cells.heading(column)
  }

  private groupOfLine(row: number): string {
    const { match, name } = this.namedOn(row)
    return this.groupKey(match, name)
  }

  /** The project that the cells of a row name, looked up once a row. */
  private namedOn(row: number): NamedOn {
    if (this.named?.row === row) return this.named
    const { cells } = this
    const code = cells.held(row, 'code')
    const name = cells.held(row, 'project')
    this.named = { row, code, name, match: this.context.index.match(code, name) }
    return this.named
  }

  private withoutAmount(row: number, requested: string, { doubts }: AmountFound): void {
    if (requested !== '' && isReceived(this.requestedHeading(row))) return this.cameBack(row, requested)
    if (requested !== '')
      return this.leave(row, { kind: 'requested', heading: this.requestedHeading(row), said: requested })
    if (this.isStruck(row)) return this.leave(row, { kind: 'struck' })
    const payment = this.cells.text(row, 'day', 'month', 'voucher') !== '' || doubts.length > 0
    if (doubts.some(({ kind }) => kind === 'no-value')) return this.leave(row, { kind: 'no-value' })
    this.leave(row, { kind: payment ? 'no-amount' : 'no-payment' })
  }

  /** What stands in a column of receipts beside a column of payments: offered as money that came back, and asked about. */
  private cameBack(row: number, said: string): void {
    const read = this.otherAmount(row, said, 'zero')
    if (read === null) return
    const heading = this.requestedHeading(row)
    this.line(
      row,
      read.amount,
      [{ kind: 'came-back', said: heading }],
      money(read.value.neg()),
      this.day(row),
    )
  }

  /** A list that has only amounts applied for: every line is asked about. */
  private request(row: number, said: string): void {
    const read = this.otherAmount(row, said, 'no-amount')
    if (read === null) return
    const found = this.day(row)
    this.counted.push({ row, amount: read.value, day: found.day, paid: true, of: this.groupOfLine(row) })
    const heading = this.requestedHeading(row)
    this.line(row, read.amount, [{ kind: 'requested-only', heading }], read.value, found)
  }

  /** An amount that stands in no column of payments; `null` where the row is left out: it cannot be read, or is nothing (`none`). */
  private otherAmount(
    row: number,
    said: string,
    none: 'zero' | 'no-amount',
  ): { readonly amount: AmountFound; readonly value: Money } | null {
    const reading = listAmount(said, this.unitOf(row), this.context.year)
    const value = reading.kind === 'refused' ? null : valueOf(reading)
    if (reading.kind === 'refused') this.leave(row, { kind: 'amount', said, why: reading })
    else if (value === null || value.isZero()) this.leave(row, { kind: none })
    else return { amount: { reading, said, doubts: NOTHING_SAID, notes: NOTHING_SAID }, value }
    return null
  }

  private line(
    row: number,
    amount: AmountFound,
    more: readonly LineDoubt[],
    value: ListLine['amount'],
    found: DayFound,
  ): void {
    const { cells } = this
    const own = this.namedOn(row)
    const titled = this.unknown !== '' && own.code === '' && own.name === ''
    const named = titled ? { code: '', name: this.unknown } : { code: own.code, name: own.name }
    const project = this.projectOf(
      row,
      named,
      titled ? this.context.index.match('', this.unknown) : own.match,
    )
    this.lines.push({
      sheet: this.table.sheet,
      row: row + 1,
      project: project.project,
      day: found.day,
      amount: value,
      voucher: cells.text(row, 'voucher'),
      memo: cells.text(row, 'memo'),
      named,
      doubts: together([found.doubts, project.doubts, amount.doubts, more, this.rowDoubts(row)]),
      notes: together([found.notes, project.notes, amount.notes, this.unitNotes(row, amount)]),
    })
  }

  /** Says of an amount in 万元 by the column of units, or in 元 under a table in 万元, how it was read. */
  private unitNotes(row: number, { said }: AmountFound): readonly LineNote[] {
    const unit = this.columnUnit(row)
    const plain = unit === null || unit === 'other' || (unit === 'yuan' && this.own.said !== 'wan')
    return plain ? NOTHING_SAID : [{ kind: 'own-unit', said, unit }]
  }

  private rowDoubts(row: number): LineDoubt[] {
    const { cells } = this
    const doubts: LineDoubt[] = []
    const { column, aside } = cells.amounts()
    if (aside) doubts.push({ kind: 'aside-amount', heading: cells.heading(column ?? -1) })
    doubts.push(...headingDoubts(cells), ...this.departments.doubts(cells, row))
    const reversal = cells.text(row, 'reversal')
    if (reversal !== '' && !/^(?:0|否|无|n|no|-+|—+|\/)$/i.test(reversal))
      doubts.push({ kind: 'reverses', said: reversal })
    if (this.book !== null) doubts.push({ kind: 'other-book', said: this.book })
    if (cells.marksOf(row).some(({ kind }) => kind === 'damaged')) doubts.push({ kind: 'damaged' })
    const own = this.table.rows[row] ?? []
    const width = cells.layout.headings.length
    if (own.length > width && own.slice(width).some((cell) => cell.trim() !== ''))
      doubts.push({ kind: 'more-cells' })
    const back = cells.has('refund') ? listAmount(cells.text(row, 'refund'), 'yuan') : null
    if (back && back.kind !== 'empty' && valueOf(back)?.isZero() !== true) doubts.push({ kind: 'refund' })
    if (hasSides(cells, row) && MONEY_ACCOUNT.test((cells.text(row, 'account') || this.account.text).trim()))
      doubts.push({ kind: 'account-side' })
    const voucher = cells.text(row, 'voucher')
    if (/e\+/i.test(voucher) && parseScientific(cleanCell(voucher)))
      doubts.push({ kind: 'voucher-scientific' })
    return doubts
  }

  private projectOf(
    row: number,
    named: { readonly code: string; readonly name: string },
    match: ProjectMatch,
  ): {
    readonly project: ListProject | null
    readonly doubts: readonly LineDoubt[]
    readonly notes: readonly LineNote[]
  } {
    const { index, answers } = this.context
    if (match.kind === 'found') {
      const { project, by } = match
      const differs = by === 'code' && named.name.trim() !== '' && !named.name.includes(project.name)
      return {
        project,
        doubts: NOTHING_SAID,
        notes: differs ? [{ kind: 'name-differs', said: named.name }] : NOTHING_SAID,
      }
    }
    const sheet = () => (answers.bySheet ? projectOfSheet(this.table.sheet, index) : null)
    const account =
      match.why === 'unnamed'
        ? (index.within(this.cells.text(row, 'account')) ?? this.account.project ?? sheet())
        : null
    const chosen = account ?? (answers.only === null ? null : index.get(answers.only))
    if (chosen && (account || match.likely === null || match.likely === chosen))
      return { project: chosen, doubts: [], notes: [] }
    return { project: match.likely, doubts: [{ kind: 'project', match }], notes: [] }
  }
}
