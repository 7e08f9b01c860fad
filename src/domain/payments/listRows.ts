import { readAmountCell, type AmountReading } from '../desk/amountCell'
import { cleanCell, parseScientific } from '../number/cellText'
import { money, type Money } from '../number/money'
import { monthOf, yearOf, type Day } from '../time/day'
import { capitalAmount } from './capitalAmount'
import type { ListRole } from './listHeadings'
import { layoutFrom, type ListLayout, type ListUnit } from './listLayout'
import type { CountedAmount, StatedTotal } from './listSums'
import { cellAt, heldFromAbove, type CellMark, type ListTable } from './listTable'
import { readPaidDay, type DayReading } from './paidDay'
import type { LeftOut, LeftOutWhy, LineDoubt, LineNote, ListLine } from './paymentList'
import { flowOf, isCarried, isFooter, isNumbering, standingOf, totalScope, type TotalScope } from './paymentWords'
import type { ListProject, ProjectIndex } from './projectIndex'

/** What the rows of one table came to; `counted` are the amounts that totals may sum. */
export interface RowsRead {
  readonly lines: readonly ListLine[]
  readonly leftOut: readonly LeftOut[]
  readonly totals: readonly StatedTotal[]
  readonly counted: readonly CountedAmount[]
}

/** What rows are read against. */
export interface RowsContext {
  readonly year: number
  readonly today: Day | null
  readonly index: ProjectIndex
  readonly answers: {
    readonly only: string | null
    readonly columns: Readonly<Record<string, ListRole>>
    readonly days: Readonly<Record<string, Day>>
  }
}

/** Reads the rows below the headings of a table: payments, totals, and what is neither, each with its place. */
export function readRows(
  table: ListTable,
  layout: ListLayout,
  unit: ListUnit,
  context: RowsContext,
): RowsRead {
  const reader = new RowReader(table, layout, unit === 'wan' ? 'wan' : 'yuan', context)
  for (let row = layout.last + 1; row < table.rows.length; row += 1) reader.read(row)
  return reader
}

interface AmountFound {
  readonly reading: AmountReading
  readonly said: string
  readonly doubts: readonly LineDoubt[]
  readonly notes: readonly LineNote[]
}

interface DayFound {
  readonly day: Day | null
  readonly doubts: readonly LineDoubt[]
  readonly notes: readonly LineNote[]
}

const BALANCE_SIDE = /银行存款|库存现金|零余额账户|财政应返还|应付|其他应收|财政拨款收入|^100[12]|^1011/

class RowReader implements RowsRead {
  readonly lines: ListLine[] = []
  readonly leftOut: LeftOut[] = []
  readonly totals: StatedTotal[] = []
  readonly counted: CountedAmount[] = []
  private readonly marks = new Map<number, CellMark[]>()
  private readonly width: number
  private account = { text: '', project: null as ListProject | null }

  constructor(
    private readonly table: ListTable,
    private layout: ListLayout,
    private readonly unit: 'wan' | 'yuan',
    private readonly context: RowsContext,
  ) {
    for (const mark of table.marks) this.marks.set(mark.row, [...(this.marks.get(mark.row) ?? []), mark])
    this.width = layout.headings.length
    for (let row = 0; row < layout.first; row += 1) this.title(row)
  }

  read(row: number): void {
    const cells = this.table.rows[row] ?? []
    const texts = cells.map((cell) => cell.trim())
    if (this.table.hiddenRows.has(row)) return this.leave(row, { kind: 'hidden' })
    const said = texts.filter((text) => text !== '')
    if (said.length === 0) return
    if (this.isHeading(row, texts)) return this.leave(row, { kind: 'heading' })
    if (isNumbering(texts)) return this.leave(row, { kind: 'numbers' })
    if (said.some(isCarried) && !this.isPayment(row)) return this.leave(row, { kind: 'carried' })
    const dated = this.isPayment(row)
    const scope = said.map((text) => totalScope(text, !dated)).find((found) => found !== null) ?? null
    if (scope !== null && !(dated && this.text(row, 'project', 'code') !== '' && this.text(row, 'voucher') !== ''))
      return this.total(row, scope, said)
    if (said.some(isFooter) && !dated) return this.leave(row, { kind: 'footer' })
    if (said.length <= 2 && !dated) this.title(row)
    this.payment(row, scope !== null)
  }

  private leave(row: number, why: LeftOutWhy): void {
    this.leftOut.push({ sheet: this.table.sheet, row: row + 1, why })
  }

  /** Remembers the account and the project that a line above or between the rows names (科目：…办公楼修缮). */
  private title(row: number): void {
    for (const cell of this.table.rows[row] ?? []) {
      const text = cell.trim()
      const [, named] = /^(?:.*(?:科目|账户|项目|专项)[^:：]{0,4})[:：]\s*(.+)$/u.exec(text) ?? []
      if (named === undefined) continue
      const project = this.context.index.within(named)
      if (project || /科目|账户/.test(text)) this.account = { text: named, project: project ?? this.account.project }
    }
  }

  /** A heading printed again at the top of a page, or of another table below with columns of its own. */
  private isHeading(row: number, texts: readonly string[]): boolean {
    const amounts = [...this.columns('amount'), ...this.columns('debit'), ...this.columns('credit'), ...this.columns('day')]
    if (amounts.some((column) => /\d/.test(texts[column] ?? ''))) return false
    if (texts.every((text) => text === '' || /\d{3}/.test(text))) return false
    const again = layoutFrom(this.table, row, this.context.answers.columns)
    if (!again || again.first !== row) return false
    const inside = row > this.layout.first && row <= this.layout.last
    if (!inside) this.layout = again
    return true
  }

  private columns(role: ListRole): readonly number[] {
    return this.layout.columns.get(role) ?? []
  }

  /** The first cell with a text among the columns of some roles. */
  private text(row: number, ...roles: readonly ListRole[]): string {
    for (const role of roles)
      for (const column of this.columns(role)) {
        const text = cellAt(this.table, row, column)
        if (text !== '') return text
      }
    return ''
  }

  /** Whether a row has a day of its own and an amount: only such a one can be a payment. */
  private isPayment(row: number): boolean {
    const month = this.text(row, 'month')
    const day = this.text(row, 'day')
    const dated = month !== '' ? this.text(row, 'date') !== '' : readPaidDay(day, this.context.year).kind !== 'unread' && day !== ''
    return dated && /\d/.test(this.text(row, 'amount', 'debit', 'credit', 'requested'))
  }

  private amountIn(text: string): AmountReading {
    const signed = text.trim().replace(/^(.*\d)\s*-$/, '-$1')
    return readAmountCell(signed, { unit: this.unit, year: null })
  }

  private total(row: number, scope: TotalScope, said: readonly string[]): void {
    const amount = this.totalAmount(row, said)
    this.leave(row, { kind: amount ? 'total' : 'total-unread' })
    if (!amount) return
    const { day } = this.dayOf(row, { sheet: this.table.sheet, row: row + 1 })
    const named = said.map((text) => /^(\d{1,2})月/.exec(cleanCell(text))?.[1]).find((month) => month !== undefined)
    const month = named === undefined ? (day === null ? null : monthOf(day)) : Number(named)
    this.totals.push({ row, stated: amount, scope, month })
  }

  private totalAmount(row: number, said: readonly string[]): Money | null {
    const found = this.amountOf(row)
    const { reading } = found
    if (reading.kind === 'accepted') return reading.amount
    if (reading.kind === 'doubtful') return reading.asRead
    for (const text of said) {
      const words = capitalAmount(text)
      if (words) return words
      const figure = /[:：]\s*[￥¥]?\s*(-?[\d,，]+(?:\.\d+)?)\s*(?:元|万元)?$/.exec(text)?.[1]
      const plain = figure === undefined ? null : this.amountIn(figure)
      if (plain?.kind === 'accepted') return plain.amount
    }
    return null
  }

  private amountOf(row: number): AmountFound {
    if (this.columns('debit').length > 0 && this.columns('credit').length > 0) return this.twoSided(row)
    const column = this.columns('amount').find((own) => cellAt(this.table, row, own) !== '') ?? this.columns('amount')[0]
    const said = cellAt(this.table, row, column)
    const reading = this.amountIn(said)
    const found = this.marked(row, column, { reading, said, doubts: [], notes: [] })
    return this.turned(row, found)
  }

  /** 借方 less 贷方: what is credited to spending came back. */
  private twoSided(row: number): AmountFound {
    const [debit, credit] = (['debit', 'credit'] as const).map((role) => {
      const column = this.columns(role)[0]
      const said = cellAt(this.table, row, column)
      return this.marked(row, column, { reading: this.amountIn(said), said, doubts: [], notes: [] })
    })
    if (!debit || !credit) throw new Error('a two-sided table has both columns')
    const bad = [debit, credit].find(({ reading }) => reading.kind === 'refused')
    if (bad) return bad
    const value = ({ reading }: AmountFound) =>
      reading.kind === 'accepted' ? reading.amount : reading.kind === 'doubtful' ? reading.asRead : null
    const [out, back] = [value(debit), value(credit)]
    const both = out !== null && back !== null && !out.isZero() && !back.isZero()
    const said = [debit.said, credit.said].filter((text) => text !== '').join(' / ')
    const doubts = [...debit.doubts, ...credit.doubts, ...(both ? [{ kind: 'both-sides' as const }] : [])]
    const doubtful = [debit, credit].find(({ reading }) => reading.kind === 'doubtful')
    if (doubtful) doubts.push({ kind: 'scientific' })
    const notes = [...debit.notes, ...credit.notes]
    if (out === null && back === null) return { reading: { kind: 'empty' }, said, doubts, notes }
    const net = (out ?? money(0)).minus(back ?? 0)
    return { reading: { kind: 'accepted', amount: money(net) }, said, doubts, notes }
  }

  private turned(row: number, found: AmountFound): AmountFound {
    const { reading } = found
    if (this.columns('direction').length === 0 || reading.kind !== 'accepted') return found
    const said = this.text(row, 'direction')
    const flow = flowOf(said)
    if (flow === 'out') return found
    if (flow === 'unknown') return { ...found, doubts: [...found.doubts, { kind: 'flow', said }] }
    const amount = reading.amount.gt(0) ? money(reading.amount.neg()) : reading.amount
    return { ...found, reading: { kind: 'accepted', amount } }
  }

  /** Applies what the reader said of a cell: a rounded one counts by the number behind it. */
  private marked(row: number, column: number | undefined, found: AmountFound): AmountFound {
    const mark = this.marks.get(row)?.find((own) => own.column === column)
    if (mark?.kind === 'rounded' && mark.full) {
      const reading = this.amountIn(mark.full.toFixed())
      if (reading.kind === 'accepted')
        return { ...found, reading, notes: [...found.notes, { kind: 'was-rounded', shown: found.said }] }
      return { ...found, doubts: [...found.doubts, { kind: 'rounded', shown: found.said }] }
    }
    return mark?.kind === 'no-value' ? { ...found, doubts: [...found.doubts, { kind: 'no-value' }] } : found
  }

  private dayOf(row: number, place: { readonly sheet: string | null; readonly row: number }): DayFound {
    const { year, answers } = this.context
    const answered = answers.days[`${place.sheet ?? ''}!${place.row}`]
    if (answered) return this.judged(answered, [])
    const month = this.text(row, 'month')
    if (this.columns('month').length > 0 && month !== '') {
      const own = this.text(row, 'year') || String(this.layout.year ?? year)
      const bare = (text: string) => cleanCell(text).replace(/[年月日号]$/, '')
      const said = `${bare(own)}-${bare(month)}-${bare(this.text(row, 'date'))}`
      return this.read(readPaidDay(said, year), said)
    }
    const [first, ...others] = this.columns('day').map((column) => cellAt(this.table, row, column))
    if ((first ?? '') === '' && others.some((text) => text !== '')) {
      const said = others.find((text) => text !== '') ?? ''
      const reading = readPaidDay(said, year)
      const choices = reading.kind === 'day' ? [reading.day] : reading.kind === 'asked' ? reading.choices : []
      return { day: null, doubts: [{ kind: 'day-elsewhere', said, choices }], notes: [] }
    }
    return this.read(readPaidDay(first ?? '', this.layout.year ?? year), first ?? '')
  }

  private read(reading: DayReading, said: string): DayFound {
    switch (reading.kind) {
      case 'day': {
        const { day, how } = reading
        const note: LineNote[] =
          how === 'supplied' ? [{ kind: 'year-supplied', said, day }] : how === 'serial' ? [{ kind: 'serial-day', said, day }] : []
        return this.judged(day, note)
      }
      case 'asked': {
        const choices = reading.choices.filter((day) => yearOf(day) === this.context.year)
        const [elsewhere] = reading.choices
        if (choices.length === 0 && elsewhere) return this.judged(elsewhere, [])
        return { day: null, doubts: [{ kind: 'day-asked', said, choices }], notes: [] }
      }
      case 'empty':
        return { day: null, doubts: [{ kind: 'day-empty' }], notes: [] }
      default:
        return { day: null, doubts: [{ kind: reading.kind === 'impossible' ? 'day-impossible' : 'day-unread', said }], notes: [] }
    }
  }

  private judged(day: Day, notes: readonly LineNote[]): DayFound {
    const { year, today } = this.context
    if (yearOf(day) !== year) return { day: null, doubts: [{ kind: 'other-year', day }], notes: [] }
    if (today !== null && day > today) return { day, doubts: [{ kind: 'future', day }], notes }
    return { day, doubts: [], notes }
  }

  private payment(row: number, totalWord: boolean): void {
    const place = { sheet: this.table.sheet, row: row + 1 }
    const amount = this.amountOf(row)
    const { reading, said } = amount
    const requested = this.text(row, 'requested')
    if (reading.kind === 'refused') return this.leave(row, { kind: 'amount', said, why: reading })
    if (reading.kind === 'empty') return this.withoutAmount(row, requested, amount)
    const value = reading.kind === 'accepted' ? reading.amount : reading.asRead
    const found = this.dayOf(row, place)
    const month = found.day === null ? null : monthOf(found.day)
    const state = this.text(row, 'status')
    const standing = standingOf(state, this.layout.headings[this.columns('status')[0] ?? -1] ?? '')
    const none = standing === 'none' || (standing === 'refunded' && value.gt(0))
    if (none) {
      this.counted.push({ row, amount: value, month, paid: false })
      return this.leave(row, { kind: 'not-paid', said: state })
    }
    if (value.isZero()) return this.leave(row, requested === '' ? { kind: 'zero' } : { kind: 'requested', said: requested })
    this.counted.push({ row, amount: value, month, paid: true })
    const doubts: LineDoubt[] = [...amount.doubts]
    if (reading.kind === 'doubtful') doubts.push({ kind: reading.reason === 'scientific' ? 'scientific' : 'serial-amount' })
    if (standing !== 'paid') doubts.push({ kind: 'state', said: state })
    if (totalWord) doubts.push({ kind: 'total-word' })
    if (this.columns('amount').length === 0 && this.columns('debit').length === 0) doubts.push({ kind: 'requested-only' })
    doubts.push(...this.rowDoubts(row))
    const named = this.named(row)
    const project = this.projectOf(row, named)
    const voucher = this.text(row, 'voucher')
    if (parseScientific(cleanCell(voucher)) && /e\+/i.test(voucher)) doubts.push({ kind: 'voucher-scientific' })
    this.lines.push({
      ...place,
      project: project.project,
      day: found.day,
      amount: value,
      voucher,
      memo: this.text(row, 'memo'),
      named,
      doubts: [...found.doubts, ...project.doubts, ...doubts],
      notes: [...found.notes, ...project.notes, ...amount.notes],
    })
  }

  private withoutAmount(row: number, requested: string, { doubts }: AmountFound): void {
    if (requested !== '' && this.columns('amount').length > 0)
      return this.leave(row, { kind: 'requested', said: requested })
    if (requested !== '') return this.request(row, requested)
    const day = this.text(row, 'day', 'month')
    const payment = day !== '' || this.text(row, 'voucher') !== '' || doubts.length > 0
    this.leave(row, { kind: payment ? 'no-amount' : 'no-payment' })
  }

  /** A list that has only amounts applied for: every line is asked about. */
  private request(row: number, said: string): void {
    const reading = this.amountIn(said)
    if (reading.kind === 'refused') return this.leave(row, { kind: 'amount', said, why: reading })
    if (reading.kind === 'empty') return this.leave(row, { kind: 'no-amount' })
    const amount = reading.kind === 'accepted' ? reading.amount : reading.asRead
    const found = this.dayOf(row, { sheet: this.table.sheet, row: row + 1 })
    const named = this.named(row)
    const project = this.projectOf(row, named)
    this.counted.push({ row, amount, month: found.day === null ? null : monthOf(found.day), paid: true })
    this.lines.push({
      sheet: this.table.sheet,
      row: row + 1,
      project: project.project,
      day: found.day,
      amount,
      voucher: this.text(row, 'voucher'),
      memo: this.text(row, 'memo'),
      named,
      doubts: [{ kind: 'requested-only' }, ...found.doubts, ...project.doubts],
      notes: [...found.notes, ...project.notes],
    })
  }

  private rowDoubts(row: number): LineDoubt[] {
    const doubts: LineDoubt[] = []
    const cells = this.table.rows[row] ?? []
    if (this.marks.get(row)?.some(({ kind }) => kind === 'damaged')) doubts.push({ kind: 'damaged' })
    if (cells.slice(this.width).some((cell) => cell.trim() !== '')) doubts.push({ kind: 'more-cells' })
    const refund = this.text(row, 'refund')
    const back = refund === '' ? null : this.amountIn(refund)
    if (back && !(back.kind === 'empty' || (back.kind === 'accepted' && back.amount.isZero()))) doubts.push({ kind: 'refund' })
    const account = this.text(row, 'account') || this.account.text
    if (this.columns('debit').length > 0 && BALANCE_SIDE.test(account.trim())) doubts.push({ kind: 'account-side' })
    return doubts
  }

  private named(row: number): { code: string; name: string } {
    const own = (role: ListRole) => {
      const text = this.text(row, role)
      if (text !== '') return text
      return this.columns(role).map((column) => heldFromAbove(this.table, row, column)).find((held) => held !== '') ?? ''
    }
    return { code: own('code'), name: own('project') }
  }

  private projectOf(row: number, named: { readonly code: string; readonly name: string }): {
    readonly project: ListProject | null
    readonly doubts: readonly LineDoubt[]
    readonly notes: readonly LineNote[]
  } {
    const { index, answers } = this.context
    const match = index.match(named.code, named.name)
    if (match.kind === 'found') {
      const said = named.name.trim()
      const notes: LineNote[] = match.by === 'code' && said !== '' && index.match('', said).kind !== 'found' && !said.includes(match.project.name) ? [{ kind: 'name-differs', said }] : []
      return { project: match.project, doubts: [], notes }
    }
    if (answers.only !== null && (match.why === 'unnamed' || match.likely === null || match.likely.id === answers.only)) {
      const project = index.get(answers.only)
      if (project) return { project, doubts: [], notes: [] }
    }
    const account = match.why === 'unnamed' ? (index.within(this.text(row, 'account')) ?? this.account.project) : null
    if (account) return { project: account, doubts: [], notes: [] }
    return { project: match.likely, doubts: [{ kind: 'project', match }], notes: [] }
  }
}
