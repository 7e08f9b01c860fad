import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { readAmountCell, type AmountRefusal, type AmountUnit } from '../desk/amountCell'
import { cleanCell, serialDay } from '../number/cellText'
import { parseDay, yearOf, type Day } from '../time/day'
import { comparableName } from '../number/visibleText'
import type { Draft } from '../ledger/draft'
import type { Payment } from '../ledger/entry'
import { money, sumMoney, type Money } from '../number/money'
import type { Plan, Project } from '../plan/plan'
import type { ProjectStatus } from '../status/projectStatus'

dayjs.extend(customParseFormat)

/** What a column of a payment list holds. */
export type PaymentColumn = 'day' | 'amount' | 'voucher' | 'memo' | 'project' | 'code'

/** The headings that finance systems print for each column (P); the first that fits wins, the more telling ones first. */
export const HEADINGS: Readonly<Record<PaymentColumn, readonly string[]>> = {
  day: [
    '支付日期',
    '付款日期',
    '支出日期',
    '记账日期',
    '凭证日期',
    '业务日期',
    '交易日期',
    '清算日期',
    '制单日期',
    '日期',
  ],
  amount: ['支付金额', '付款金额', '支出金额', '实付金额', '本次支付', '借方金额', '发生额', '借方', '金额'],
  voucher: [
    '支付凭证号',
    '记账凭证号',
    '凭证编号',
    '凭证号',
    '凭证字号',
    '支付令编号',
    '单据编号',
    '单据号',
    '凭证',
  ],
  memo: ['摘要', '用途', '支付用途', '资金用途', '款项内容', '事由', '备注'],
  project: ['项目名称', '预算项目', '项目'],
  code: ['项目编码', '项目代码', '预算项目编码'],
}

/** Which column of a list holds what, the unit of its amounts, and the line its headings stand on (from 0). */
export interface PaymentLayout {
  readonly line: number
  readonly columns: Readonly<Partial<Record<PaymentColumn, number>>>
  readonly unit: AmountUnit
  readonly headings: readonly string[]
}

function plainHeading(text: string): string {
  return comparableName(text).replace(/[(（[].*$/, '')
}

/** Finds the headings of a payment list within its first lines, by name; `remembered` are headings that were chosen before. */
export function findLayout(
  rows: readonly (readonly string[])[],
  remembered: Readonly<Record<string, PaymentColumn>> = {},
): PaymentLayout | null {
  let best: PaymentLayout | null = null
  for (const [line, row] of rows.slice(0, 30).entries()) {
    const layout = layoutOf(row, line, remembered)
    const fits = Object.keys(layout.columns).length
    if (fits >= 2 && fits > (best ? Object.keys(best.columns).length : 0)) best = layout
  }
  return best
}

/** The layout that a heading line gives, with columns chosen by hand where they are named. */
export function layoutOf(
  row: readonly string[],
  line: number,
  remembered: Readonly<Record<string, PaymentColumn>> = {},
): PaymentLayout {
  const columns: Partial<Record<PaymentColumn, number>> = {}
  row.forEach((heading, index) => {
    const chosen = remembered[plainHeading(heading)]
    if (chosen !== undefined) columns[chosen] ??= index
  })
  for (const [column, names] of Object.entries(HEADINGS) as [PaymentColumn, readonly string[]][]) {
    if (columns[column] !== undefined) continue
    const taken = new Set(Object.values(columns))
    for (const name of names) {
      const index = row.findIndex((heading, at) => plainHeading(heading) === name && !taken.has(at))
      if (index < 0) continue
      columns[column] = index
      break
    }
  }
  const heading = columns.amount === undefined ? '' : (row[columns.amount] ?? '')
  return { line, columns, unit: /万/.test(heading) ? 'wan' : 'yuan', headings: row }
}

/** The heading as it is remembered. */
export function rememberedHeading(text: string): string {
  return plainHeading(text)
}

/** Why a line cannot be taken; `line` and `column` as they stand in the file, from 1 and from 0. */
export type PaymentIssue = { readonly line: number; readonly column: number; readonly text: string } & (
  | { readonly kind: 'no-day' | 'other-year' | 'no-amount' | 'no-project' | 'several-projects' }
  | { readonly kind: 'amount'; readonly why: AmountRefusal }
)

/** Why a line may be one that is there already: the same in the ledger or in the file, or its voucher with another amount. */
export type PaymentDoubt = 'in-ledger' | 'in-file' | 'other-amount'

/** One line of the list as the payment it would be. */
export interface ListedPayment {
  readonly line: number
  readonly project: Project
  readonly day: Day
  readonly amount: Money
  readonly memo: string
  readonly voucher: string
  readonly doubt: PaymentDoubt | null
}

/** A total that the list states, and what its lines come to. */
export interface StatedSum {
  readonly line: number
  readonly stated: Money
  readonly summed: Money
}

/** A payment list read: every payment, everything that stands in the way, and the totals it states. */
export interface PaymentList {
  readonly payments: readonly ListedPayment[]
  readonly issues: readonly PaymentIssue[]
  readonly sums: readonly StatedSum[]
}

const TOTAL = /^(?:合计|总计|小计|累计|本页合计|本月合计|本年累计)[:：]?$/

/** How finance systems write a day; read strictly, month and date with or without their 0. */
const WRITTEN = [
  'YYYYMMDD',
  ...['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'].flatMap((form) => [
    form,
    form.replace('M', 'MM'),
    form.replace('D', 'DD'),
    form.replace('M', 'MM').replace('D', 'DD'),
  ]),
]

function readDay(text: string, year: number): Day | null {
  const plain = cleanCell(text).replace(/ \d{1,2}:\d{2}(?::\d{2})?$/, '')
  const read = dayjs(plain, WRITTEN, true)
  return read.isValid() ? parseDay(read.format('YYYY-MM-DD')) : serialDay(plain, year)
}

/** `100-` is how some systems print a negative amount. */
function signFirst(text: string): string {
  return text.trim().replace(/^(.*\d)\s*-$/, '-$1')
}

/** Reads the lines of a payment list; `only` is the project all of them are for, where the list names none. */
export function readPayments(
  plan: Plan,
  rows: readonly (readonly string[])[],
  layout: PaymentLayout,
  known: readonly Payment[],
  only: Project | null,
): PaymentList {
  const payments: ListedPayment[] = []
  const issues: PaymentIssue[] = []
  const sums: StatedSum[] = []
  let since = 0
  rows.slice(layout.line + 1).forEach((row, index) => {
    const line = layout.line + 2 + index
    const cell = (column: PaymentColumn) => {
      const at = layout.columns[column]
      return at === undefined ? '' : (row[at] ?? '').trim()
    }
    if (row.every((own) => own.trim() === '')) return
    const amountText = signFirst(cell('amount'))
    const reading = readAmountCell(amountText, { unit: layout.unit, year: null })
    const total = row.map((own) => own.replace(/\s+/g, '')).find((own) => TOTAL.test(own))
    if (total !== undefined) {
      if (reading.kind !== 'accepted') return
      const counted = total.startsWith('小计') || total.startsWith('本') ? payments.slice(since) : payments
      sums.push({ line, stated: reading.amount, summed: sumMoney(counted.map(({ amount }) => amount)) })
      since = payments.length
      return
    }
    const fault = (column: PaymentColumn, kind: Exclude<PaymentIssue['kind'], 'amount'>) =>
      issues.push({ line, column: layout.columns[column] ?? 0, text: cell(column), kind })
    const day = readDay(cell('day'), plan.year)
    if (day === null) fault('day', 'no-day')
    else if (yearOf(day) !== plan.year) fault('day', 'other-year')
    const project = projectOf(plan, cell('code'), cell('project'), only)
    if (typeof project === 'string') fault(cell('code') === '' ? 'project' : 'code', project)
    if (reading.kind === 'empty') fault('amount', 'no-amount')
    else if (reading.kind === 'refused')
      issues.push({
        line,
        column: layout.columns.amount ?? 0,
        text: cell('amount'),
        kind: 'amount',
        why: reading,
      })
    const amount =
      reading.kind === 'accepted' ? reading.amount : reading.kind === 'doubtful' ? reading.asRead : null
    if (day === null || yearOf(day) !== plan.year || typeof project === 'string' || amount === null) return
    const payment = { line, project, day, amount, memo: cell('memo'), voucher: cell('voucher') }
    payments.push({ ...payment, doubt: doubtOf(payment, payments, known) })
  })
  return { payments, issues, sums }
}

function projectOf(
  plan: Plan,
  code: string,
  name: string,
  only: Project | null,
): Project | 'no-project' | 'several-projects' {
  if (only) return only
  const byCode = plan.projects.filter((project) => code !== '' && project.code === code)
  const byName = plan.projects.filter((project) => name !== '' && same(project.name, name))
  const both = byCode.filter((project) => byName.includes(project))
  for (const found of [both, byCode, byName]) if (found.length === 1 && found[0]) return found[0]
  return byCode.length + byName.length === 0 ? 'no-project' : 'several-projects'
}

function same(a: string, b: string): boolean {
  return comparableName(a) === comparableName(b)
}

function doubtOf(
  payment: Omit<ListedPayment, 'doubt'>,
  before: readonly ListedPayment[],
  known: readonly Payment[],
): PaymentDoubt | null {
  const { voucher, project, day, amount } = payment
  if (voucher === '') return null
  const held = known.filter((own) => own.subject === project.id && own.voucher.trim() === voucher)
  if (held.some((own) => own.effectiveOn === day && own.amount.eq(amount))) return 'in-ledger'
  const here = before.filter((own) => own.project === project && own.voucher === voucher)
  if (here.some((own) => own.day === day && own.amount.eq(amount))) return 'in-file'
  return held.length > 0 ? 'other-amount' : null
}

/** What the taken lines do to a project's total, against its budget. */
export interface RunningTotal {
  readonly project: Project
  readonly count: number
  readonly before: Money | null
  readonly after: Money
  readonly budget: Money
  readonly over: boolean
}

/** The total of each project before and after the taken lines, at the year's end. */
export function runningTotals(
  statuses: readonly ProjectStatus[],
  taken: readonly ListedPayment[],
): RunningTotal[] {
  return statuses.flatMap(({ project, spent, budget }) => {
    const own = taken.filter((payment) => payment.project.id === project.id)
    if (own.length === 0) return []
    const after = sumMoney([...(spent ? [spent] : []), ...own.map(({ amount }) => amount)])
    return [{ project, count: own.length, before: spent, after, budget, over: money(after).gt(budget) }]
  })
}

/** The drafts that the taken lines are. */
export function paymentDrafts(taken: readonly ListedPayment[]): Draft[] {
  return taken.map(({ project, day, amount, memo, voucher }) => ({
    kind: 'payment',
    subject: project.id,
    effectiveOn: day,
    amount,
    memo,
    voucher,
    stated: null,
  }))
}
