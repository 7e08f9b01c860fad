import { NOTHING, sumMoney, type Money } from '../number/money'
import type { Day } from '../time/day'
import { KnownPayments, type PaymentMark } from './knownPayments'
import type { ListRole } from './listHeadings'
import { findListLayout, unitOfTable, type ListLayout, type UnitFound } from './listLayout'
import { readRows, type RowsRead } from './listRows'
import { checkTotals } from './listSums'
import type { ListTable } from './listTable'
import type { LeftOut, LineDoubt, ListLine, PaymentListReading } from './paymentList'
import { paymentQuestions } from './paymentQuestions'
import { memoryKey, ProjectIndex, type ListProject } from './projectIndex'

/** What a person said about one file: it belongs to that file and to no other. */
export interface ListAnswers {
  /** The unit, where the found one is wrong; `null` as found. */
  readonly unit: 'yuan' | 'wan' | null
  /** The meaning of headings, by heading. */
  readonly columns: Readonly<Record<string, ListRole>>
  /** The project of every line that names none or an unknown one (全部记入); `null` as the lines say. */
  readonly only: string | null
  /** The project of lines by what they say, by `memoryKey`; the day of one line, by `lineKey`. */
  readonly projects: Readonly<Record<string, string>>
  readonly days: Readonly<Record<string, Day>>
  /** The hidden sheets that are to be read. */
  readonly hidden: readonly string[]
}

export const NO_ANSWERS: ListAnswers = {
  unit: null,
  columns: {},
  only: null,
  projects: {},
  days: {},
  hidden: [],
}

/** What a list is read against: the year and its projects, the payments that stand, names remembered, and today. */
export interface ListContext {
  readonly year: number
  readonly projects: readonly ListProject[]
  readonly held: readonly PaymentMark[]
  readonly remembered: Readonly<Record<string, string>>
  readonly today: Day | null
}

/** How a line is named in answers: its sheet and row. */
export function lineKey(line: { readonly sheet: string | null; readonly row: number }): string {
  return `${line.sheet ?? ''}!${line.row}`
}

interface Understood {
  readonly table: ListTable
  readonly layout: ListLayout
  readonly unit: UnitFound
  readonly rows: RowsRead
}

/** Understands the tables of a file as a payment list (domain.md §6): each line with its own fate, nothing taken in silence; `null` when no table has a day and an amount. */
export function readPaymentList(
  tables: readonly ListTable[],
  context: ListContext,
  answers: ListAnswers,
  step: (done: number, of: number) => void = () => {},
): PaymentListReading | null {
  const index = new ProjectIndex(context.projects, { ...context.remembered, ...answers.projects })
  const isHidden = ({ sheet, hidden }: ListTable) => hidden === true && !answers.hidden.includes(sheet ?? '')
  const seen = tables.filter((table) => !isHidden(table))
  const all = seen.reduce((count, { rows }) => count + rows.length, 0)
  let done = 0
  const leftOut: LeftOut[] = []
  const understood = seen.flatMap((table): Understood[] => {
    const layout = findListLayout(table, answers.columns)
    if (!layout) {
      const first = table.rows.findIndex(isFilled)
      if (first >= 0) leftOut.push({ sheet: table.sheet, row: first + 1, why: { kind: 'not-a-list' } })
      return []
    }
    const unit = unitOf(table, layout, answers)
    const rows = readRows(table, layout, unit.unit, { ...context, index, answers })
    done += table.rows.length
    step(done, all)
    return [{ table, layout, unit, rows }]
  })
  const unseen = tables
    .filter(isHidden)
    .map((table) => ({ table, layout: findListLayout(table, answers.columns) }))
  for (const { table, layout } of unseen) {
    const why = {
      kind: 'hidden-sheet' as const,
      rows: table.rows.filter(isFilled).length,
      list: layout !== null,
    }
    if (why.rows > 0) leftOut.push({ sheet: table.sheet, row: 1, why })
  }
  const first =
    understood[0] ??
    unseen.flatMap(({ table, layout }) =>
      layout ? [{ table, layout, unit: unitOf(table, layout, answers) }] : [],
    )[0]
  if (!first) return null
  const far = new Set(understood.filter((one) => looksLikeWan(one)).map(({ table }) => table))
  const known = new KnownPayments(context.held)
  const lines = understood.flatMap(({ table, unit, rows }) =>
    rows.lines.map((line) => finished(line, unit, far.has(table), known)),
  )
  const sums = understood.flatMap(({ table, rows }, at) =>
    checkTotals(table.sheet, rows.totals, rows.counted, elsewhere(understood, at)).map((sum, index) => ({
      sum,
      alone: {
        sheet: table.sheet,
        row: (rows.totals[index]?.row ?? 0) + 1,
        why: { kind: 'total-alone' as const },
      },
    })),
  )
  return {
    unit: first.unit,
    sheets: seen.flatMap(({ sheet }) => sheet ?? []),
    hidden: tables.flatMap(({ sheet, hidden }) =>
      hidden &&
      sheet !== null &&
      (understood.some(({ table }) => table.sheet === sheet) ||
        unseen.some(({ table, layout }) => table.sheet === sheet && layout))
        ? sheet
        : [],
    ),
    shown: { headings: first.layout.headings, columns: first.layout.columns },
    lines,
    leftOut: [
      ...leftOut,
      ...understood.flatMap(({ rows }) => rows.leftOut),
      ...sums.flatMap(({ sum, alone }) => (sum ? [] : alone)),
    ],
    sums: sums.flatMap(({ sum }) => sum ?? []),
  }
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '')
}

function unitOf(table: ListTable, layout: ListLayout, answers: ListAnswers): UnitFound {
  const found = unitOfTable(table, layout)
  return answers.unit ? { ...found, unit: answers.unit, clash: false, by: 'title' } : found
}

function elsewhere(understood: readonly Understood[], at: number) {
  const others = understood.slice(0, at).flatMap(({ rows }) => rows.counted.map(({ amount }) => amount))
  return others.length === 0 ? NOTHING : sumMoney(others)
}

/** Asks what stands in the way of a whole table, and whether a line is there already. */
function finished(line: ListLine, unit: UnitFound, far: boolean, known: KnownPayments): ListLine {
  const doubts: LineDoubt[] = []
  if (unit.unit === 'other') doubts.push({ kind: 'unit-other' })
  else if (unit.clash) doubts.push({ kind: 'unit-clash' })
  else if (far) doubts.push({ kind: 'unit-far' })
  if (line.day !== null) {
    const voucher = line.doubts.some(({ kind }) => kind === 'voucher-scientific') ? '' : line.voucher
    const mark = {
      project: line.project?.id ?? null,
      day: line.day,
      amount: line.amount,
      voucher,
      memo: line.memo,
    }
    const around = {
      budget: line.project?.budget ?? null,
      unit: unit.unit === 'wan' ? ('wan' as const) : null,
      known,
      spending: null,
    }
    for (const question of paymentQuestions(mark, around)) {
      if (question.kind === 'repeated') doubts.push(question)
      else if (question.kind === 'ten-thousand' && !far && !unit.clash) doubts.push({ kind: 'unit-far' })
    }
  }
  return doubts.length === 0 ? line : { ...line, doubts: [...line.doubts, ...doubts] }
}

/** A figure in 万元 of at most one and a half times the budget, read as 元. */
const SMALL = '0.00015'

/** Where no unit is written: whether every figure is far too small for 元 and fits as 万元 (D). */
function looksLikeWan({ unit, rows }: Understood): boolean {
  if (unit.by !== 'assumed') return false
  let judged = 0
  for (const { project, amount } of rows.lines) {
    if (!project || project.budget.isZero() || project.budget.isNegative()) continue
    if (!isSmall(amount, project.budget)) return false
    judged += 1
  }
  return judged > 0
}

/** Whether an amount is at most `SMALL` of a budget; its size alone tells nearly always. */
function isSmall(amount: Money, budget: Money): boolean {
  if (amount.e + 5 <= budget.e) return true
  return amount.e + 2 < budget.e && amount.abs().lte(budget.times(SMALL))
}

/** The name of a line as it is remembered once it was answered. */
export function namedKey({ named }: ListLine): string {
  return memoryKey(named.code, named.name)
}
