import { cleanCell, saysNothing } from '@/domain/number/cellText'
import { type Decimal, parseDecimal } from '@/domain/number/decimal'
import { toHalfWidth } from '@/domain/number/halfWidth'
import { parseHeading, statedUnit } from '@/domain/sheets/pasteLabels'
import { readRate } from '../plan/planShape'
import type { Account } from './facts/account'
import { cellPlace, type Row, type Slot, textOf } from './documentRows'
import { headLabel } from './headings'
import { Leaf } from './traced'

type Text = Leaf

/** The month a heading of 资金支出计划 names (3月底, 上半年, 6月30日), as the plan file writes it (`03`); `null` when it names none. */
export function monthOf(text: string): string | null {
  const heading = parseHeading(text.trim().replace(/^(截至?|到)(?=\d)|之?前$/g, ''))
  return heading.kind === 'checkpoint' ? String(heading.month).padStart(2, '0') : null
}

interface Column {
  readonly month: string
  readonly place: number
  readonly row: Row
}

/** 资金支出计划 of one project: its months, and below or beside each the cumulative share in percent, a blank one kept in its place. */
export class ScheduleRows {
  readonly percents = new Map<string, Text>()
  private columns: Column[] = []
  private waiting = false
  private inAmounts = false
  private inPercent = false
  private width = 0
  private readonly account: Account
  private readonly path: string

  constructor(account: Account, path: string) {
    this.account = account
    this.path = path
  }

  get begun(): boolean {
    return this.percents.size > 0 || this.waiting
  }

  /** Takes the row that bears the label, or a further row of months; what is no month or share stays to be listed. */
  takeMonths(row: Row, labelled: boolean): boolean {
    const months = row.slots.map((slot) => (slot?.begins ? monthOf(textOf(slot.cell)) : null))
    if (months.every((month) => month === null)) return false
    if (labelled) this.inAmounts = row.cells.some((cell) => isAmountLabel(textOf(cell)))
    this.inPercent ||= saysPercent(row)
    if (this.takePairs(row, months)) return true
    this.columns = []
    for (const [place, slot] of row.slots.entries()) {
      const month = months[place]
      if (!slot || month === null || month === undefined) continue
      if (this.percents.has(month)) {
        this.account.issueAt('month-repeated', row.table, slot.cell)
        continue
      }
      this.account.understood(slot.cell)
      this.percents.set(month, new Leaf(null, cellPlace(row.table, slot.cell)))
      this.columns.push({ month, place, row })
    }
    this.width = row.slots.length
    this.waiting = this.columns.length > 0
    return true
  }

  /** Months and shares side by side: 3月底 | 25 | 6月底 | 50. */
  private takePairs(row: Row, months: readonly (string | null)[]): boolean {
    const pairs = row.slots.flatMap((slot, place) => {
      const month = months[place]
      const beside = row.slots[place + 1]
      if (!slot || !month || !beside?.begins) return []
      return months[place + 1] === null && readRate(textOf(beside.cell)) !== null
        ? [{ slot, month, beside }]
        : []
    })
    if (pairs.length === 0) return false
    for (const [place, slot] of row.slots.entries()) {
      const month = months[place]
      if (!slot || !month) continue
      const pair = pairs.find((other) => other.slot === slot)
      if (this.percents.has(month)) {
        this.account.issueAt('month-repeated', row.table, slot.cell)
        continue
      }
      this.account.understood(slot.cell)
      this.percents.set(month, new Leaf(null, cellPlace(row.table, slot.cell)))
      if (pair) this.put(month, row, pair.beside)
    }
    this.waiting = false
    return true
  }

  /** Takes the months and shares that one cell beside the label prints as a sentence (3月底：20%；6月底：50%…); `false` where it says anything else. */
  takeSentence({ cells, table }: Row): boolean {
    const at = cells.findIndex((cell) => headLabel(textOf(cell)) === 'schedule')
    const cell = cells.slice(at + 1).find((one) => textOf(one) !== '')
    const parts =
      cell?.lines
        .join('；')
        .split(/[;；,，、。]/)
        .map((part) => part.trim()) ?? []
    const shares = parts.filter((part) => part !== '').map(shareIn)
    const known = shares.flatMap((share) => share ?? [])
    const months = new Set(known.map(({ month }) => month))
    if (!cell || known.length < 2 || known.length < shares.length || months.size < known.length) return false
    this.account.understood(cell)
    for (const { month, share } of known) this.percents.set(month, new Leaf(share, cellPlace(table, cell)))
    return true
  }

  /** Takes the row of shares below the months; `false` when none is expected or it cannot be told which share is whose. */
  takeShares(row: Row): boolean {
    if (!this.waiting) return false
    const slots = this.placed(row)
    if (slots === null) return false
    if (this.leavesAmounts(row)) return true
    this.waiting = false
    this.inPercent ||= saysPercent(row)
    for (const cell of row.cells)
      if (
        /^(?:累计|计划)?(?:资金|预算)?(?:支出|执行|用款)?(?:累计)?(?:比例|进度|率)(?:[（(].{1,4}[）)])?$/.test(
          textOf(cell),
        )
      )
        this.account.understood(cell)
    for (const { month, place } of this.columns) {
      const slot = slots[place]
      if (slot?.begins) this.put(month, row, slot)
    }
    return true
  }

  /** Takes the share of one month in a list of projects; printed again in a further row it is the same. */
  putListed(row: Row, month: string, slot: Slot, said: 'percent' | 'amounts' | null): void {
    const { cell } = slot
    const known = this.percents.get(month)
    if (cell.row !== row.index || (known && known.value !== null && known.value !== textOf(cell))) return
    this.inAmounts = said === 'amounts'
    this.inPercent ||= said === 'percent'
    if (known && (known.value !== null || textOf(cell) === '')) this.account.understood(cell)
    else this.put(month, row, slot)
  }

  /** Whether a row below months is of amounts and the next one of shares: then it is named and that one taken. */
  private leavesAmounts(row: Row): boolean {
    const lead = leadOf(row, this.columns[0]?.place ?? 0)
    if (!isOfAmounts(lead)) return false
    const below = row.all[row.index + 1]
    const next = below ? leadOf(below, this.columns[0]?.place ?? 0) : ''
    if (!/比例|进度|占比|百分|[%％]/.test(next)) {
      this.inAmounts = true
      return false
    }
    this.account.leave('label-left', row.table, row.cells)
    return true
  }

  private placed(row: Row): readonly (Slot | undefined)[] | null {
    const filled = row.cells.filter((cell) => textOf(cell) !== '')
    if (filled.some((cell) => headLabel(textOf(cell)) !== null || monthOf(textOf(cell)) !== null)) return null
    if (filled.length > 0 && !filled.some((cell) => isShareText(textOf(cell)))) return null
    if (row.table.merges) return row.slots
    const first = this.columns[0]?.place ?? 0
    if (row.slots.length === this.columns.length && row.slots.length < this.width) {
      return [...Array.from<undefined>({ length: first }), ...row.slots]
    }
    return row.slots.length < this.width ? null : row.slots
  }

  /** Says where shares add up to 100 without rising to it: by all appearance each is its own quarter's, and they are kept as printed. Figures that no % tells from the amounts of a budget, in 万元 or as printed, or from fractions are none. */
  finish(totals: readonly Decimal[]): void {
    const printed = [...this.percents].sort(([one], [other]) => (one < other ? -1 : 1))
    const values = printed.flatMap(([, { value }]) => (value === null ? [] : (readRate(value) ?? [])))
    if (values.length < 2 || values.length < printed.length) return
    if (!this.inPercent && isNoShare(values, totals)) return this.refuse(printed)
    const sum = values.reduce((total, value) => total.plus(value))
    if (!sum.eq(100) || values.at(-1)?.eq(100)) return
    this.account.issue('schedule-by-quarter', printed[0]?.[1].from ?? null, this.path)
  }

  private refuse(printed: readonly (readonly [string, Text])[]): void {
    const [from, ...more] = printed.flatMap(([, { from: place }]) => place ?? [])
    this.account.issue('schedule-unclear', from ?? null, this.path, more)
    for (const [month, { from: place }] of printed) this.percents.set(month, new Leaf(null, place))
  }

  private put(month: string, row: Row, slot: Slot): void {
    const text = textOf(slot.cell)
    const value = this.account.value(row.table, slot.cell)
    if (this.inAmounts && text !== '') {
      this.account.issueAt('schedule-in-amounts', row.table, slot.cell, `${this.path}.${month}`)
      return
    }
    if (text !== '' && saysNothing(cleanCell(text)))
      this.account.issue('no-figure', value.from, `${this.path}.${month}`)
    this.percents.set(month, saysNothing(cleanCell(text)) ? new Leaf(null, value.from) : value)
    if (text !== '' && !saysNothing(cleanCell(text)) && readRate(text) === null) {
      this.account.issueAt('not-a-rate', row.table, slot.cell, `${this.path}.${month}`)
    }
  }
}

function shareIn(part: string): { readonly month: string; readonly share: string } | null {
  const [, name = '', share = ''] =
    /^(.{2,12}?)[:：]?(?:完成|支出|达到|累计)*\s*(\d+(?:\.\d+)?\s*[%％])$/.exec(part) ?? []
  const month = monthOf(name)
  return month === null ? null : { month, share }
}

/** What stands before the columns of months in a row of figures (金额（万元）, 比例（%）). */
function leadOf({ cells, index }: Row, first: number): string {
  return cells
    .filter((cell) => cell.column < first && cell.row === index)
    .map(textOf)
    .join('')
}

function isOfAmounts(lead: string): boolean {
  return /金额|万元|[(（]元[)）]/.test(lead) && !/[%％]|比例|占比/.test(lead)
}

function saysPercent({ cells }: Row): boolean {
  return cells.some((cell) => /[%％]|百分|比例|占比/.test(textOf(cell)))
}

/** Whether figures for the months of a year come to the budget, or to 1, and do not rise to 100. */
function isNoShare(values: readonly Decimal[], totals: readonly Decimal[]): boolean {
  const last = values.at(-1)
  const rises = values.every((value, at) => at === 0 || value.gt(values[at - 1] ?? value))
  if (!last || (last.eq(100) && rises)) return false
  if (last.eq(1) && rises) return true
  const sum = values.reduce((total, value) => total.plus(value))
  const toBudget = totals.some((total) => total.eq(sum) || (total.eq(last) && !last.eq(100)))
  return toBudget && !sum.eq(100)
}

function isAmountLabel(text: string): boolean {
  return headLabel(text) === 'schedule' && statedUnit(text) !== null
}

function isShareText(text: string): boolean {
  const plain = cleanCell(text)
  return saysNothing(plain) || parseDecimal(toHalfWidth(plain).replace(/%$/, '')) !== null || /\d/.test(plain)
}
