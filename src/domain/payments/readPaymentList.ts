import { isFarOver } from '../desk/amountCell'
import { NOTHING, sumMoney, type Money } from '../number/money'
import type { Day } from '../time/day'
import { KnownPayments, type PaymentMark } from './knownPayments'
import { rolesOf, type ListRole } from './listHeadings'
import { findHalfLayout, findListLayout, type ListLayout } from './listLayout'
import { unitOfTable, type UnitFound } from './listUnit'
import { readRows, type RowsRead } from './listRows'
import { checkTotals } from './listSums'
import type { ListTable } from './listTable'
import { projectOfSheet } from './listTitle'
import {
  askedMore,
  isTicked,
  type LeftOut,
  type LineDoubt,
  type ListLine,
  type PaymentListReading,
} from './paymentList'
import { paymentQuestions } from './paymentQuestions'
import type { ListDepartment } from './suspects/otherDepartment'
import { sheetDoubts, summarySheets } from './suspects/otherSheets'
import { memoryKey, ProjectIndex, type ListProject } from './projectIndex'

/** What a person said about one file: it belongs to that file and to no other. */
export interface ListAnswers {
  /** The unit, where the found one is wrong; `null` as found. */
  readonly unit: 'yuan' | 'wan' | null
  /** The meaning of headings, by heading. */
  readonly columns: Readonly<Record<string, ListRole>>
  /** The project of every line that names none or an unknown one (全部记入); `null` as the lines say. */
  readonly only: string | null
  /** Whether lines that name no project are of the one their sheet is named after (项目按工作表名). */
  readonly bySheet: boolean
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
  bySheet: false,
  projects: {},
  days: {},
  hidden: [],
}

/** What a list is read against: the year, whose plan it is and its projects, the payments that stand, names remembered, and today. */
export interface ListContext {
  readonly year: number
  readonly department: ListDepartment
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

/** Understands the tables of a file as a payment list (domain.md §6): each line with its own fate, nothing taken in silence; `null` when no table has a heading of a day or an amount. */
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
  const found = seen.map((table) => {
    const layout = findListLayout(table, answers.columns)
    return { table, list: layout && { layout, said: unitOfTable(table, layout) } }
  })
  const needs = found.some(({ list }) => list !== null && isOpen(list.said))
  const understood = found.flatMap(({ table, list }): Understood[] => {
    if (!list) {
      leftOut.push(...notAList(table, answers))
      return []
    }
    const { layout, said } = list
    leftOut.push(...hiddenIn(table, layout.first))
    const unit = answered(said, answers, needs)
    const rows = readRows(table, layout, { read: unit.unit, said: said.unit }, { ...context, index, answers })
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
  const first = understood[0] ?? shownOf(unseen, answers) ?? shownOf(seen.map(halfOf(answers)), answers)
  if (!first) return null
  const lines = linesOf(understood, context)
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
    namedSheets: namedSheets(understood, index),
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

/** The sheets named after a project of which some line names none itself. */
function namedSheets(
  understood: readonly Understood[],
  index: ProjectIndex,
): PaymentListReading['namedSheets'] {
  return understood.flatMap(({ table: { sheet }, rows }) => {
    const nameless = rows.lines.some(({ named }) => named.code === '' && named.name === '')
    const project = nameless ? projectOfSheet(sheet, index) : null
    return sheet !== null && project ? [{ sheet, project }] : []
  })
}

/** The layout and unit that are shown where no table was read: the first of some that has headings. */
function shownOf(
  tables: readonly { readonly table: ListTable; readonly layout: ListLayout | null }[],
  answers: ListAnswers,
): Pick<Understood, 'layout' | 'unit'> | undefined {
  for (const { table, layout } of tables)
    if (layout) return { layout, unit: answered(unitOfTable(table, layout), answers, false) }
  return undefined
}

const halfOf =
  ({ columns }: ListAnswers) =>
  (table: ListTable) => ({ table, layout: findHalfLayout(table, columns)?.layout ?? null })

/** The lines of all tables with what is asked of each beside what its own row asks: its unit, its size, a repetition. */
function linesOf(understood: readonly Understood[], context: ListContext): ListLine[] {
  const known = new KnownPayments(context.held)
  const totals = new RunningTotals(context.held)
  const stated = new Set(
    understood.flatMap(({ unit, rows }) => [
      ...(unit.by === 'assumed' ? [] : [unit.unit]),
      ...rows.units.values(),
    ]),
  )
  const sheets = understood.map(({ table, rows }) => ({ sheet: table.sheet, lines: rows.lines }))
  const summaries = summarySheets(sheets)
  const others = sheetDoubts(sheets, summaries)
  const reversed = reversedVouchers(sheets.flatMap(({ lines }) => lines))
  const asked = (one: Understood): ListLine[] => {
    const { unit, rows } = one
    const far = looksLikeWan(one)
    const unsaid = unit.by === 'assumed' && [...stated].some((own) => own !== unit.unit)
    return rows.lines.map((line) => {
      const own = rows.units.get(line.row)
      const found = own ? { unit: own, by: 'title' as const, clash: false } : unit
      const elsewhere = others.get(line)
      const doubts = [
        ...(elsewhere ? [elsewhere] : []),
        ...(reversed.has(line.voucher) ? [{ kind: 'reversed' as const, said: line.voucher }] : []),
      ]
      return totals.asked(
        finished(askedMore(line, doubts), found, { far: far && !own, unsaid: unsaid && !own }, known),
      )
    })
  }
  const sums = (at: number) => sheets[at] !== undefined && summaries.has(sheets[at])
  const plain = understood.map((one, at) => (sums(at) ? null : asked(one)))
  return understood.flatMap((one, at) => plain[at] ?? asked(one))
}

/** The vouchers that some line says it reverses or is reversed by. */
function reversedVouchers(lines: readonly ListLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ doubts }) => doubts.flatMap((doubt) => (doubt.kind === 'reverses' ? doubt.said : []))),
  )
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== '')
}

/** Why a table is no list: with what its headings lack and what they have, so that a person can choose the column. */
function notAList(table: ListTable, answers: ListAnswers): LeftOut[] {
  const half = findHalfLayout(table, answers.columns)
  const first = half ? half.layout.first : table.rows.findIndex(isFilled)
  if (first < 0) return []
  const why = half
    ? { kind: 'half-a-list' as const, lacks: half.lacks, has: half.has }
    : { kind: 'not-a-list' as const }
  return [{ sheet: table.sheet, row: first + 1, why }, ...hiddenIn(table, first)]
}

/** The headings of a payment that stand in hidden columns: said, for what is under them is not read. */
function hiddenIn({ sheet, hiddenHeadings = [] }: ListTable, row: number): LeftOut[] {
  const said = hiddenHeadings.filter((text) => [...rolesOf(text).keys()].some((role) => TELLING.has(role)))
  return said.length === 0 ? [] : [{ sheet, row: row + 1, why: { kind: 'hidden-columns', said } }]
}

const TELLING: ReadonlySet<ListRole> = new Set([
  'day',
  'amount',
  'refund',
  'debit',
  'credit',
  'direction',
  'status',
  'kind',
  'unit',
])

/** Whether a table leaves its unit to a person: it states none, two, or one the product does not know. */
function isOpen({ unit, by, clash }: UnitFound): boolean {
  return by === 'assumed' || clash || unit === 'other'
}

/** The unit with what a person answered: for the tables that leave it open, or for all where none does. */
function answered(found: UnitFound, { unit }: ListAnswers, needs: boolean): UnitFound {
  return unit && (isOpen(found) || !needs) ? { ...found, unit, clash: false, by: 'title' } : found
}

function elsewhere(understood: readonly Understood[], at: number) {
  const others = understood.slice(0, at).flatMap(({ rows }) => rows.counted.map(({ amount }) => amount))
  return others.length === 0 ? NOTHING : sumMoney(others)
}

/** Asks what stands in the way of a whole table, and whether a line is there already. */
function finished(
  line: ListLine,
  unit: UnitFound,
  { far, unsaid }: { readonly far: boolean; readonly unsaid: boolean },
  known: KnownPayments,
): ListLine {
  const doubts: LineDoubt[] = []
  if (unit.unit === 'other') doubts.push({ kind: 'unit-other' })
  else if (unsaid) doubts.push({ kind: 'unit-unsaid' })
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
  const slipped = doubts.some(({ kind }) => kind.startsWith('unit-'))
  if (!slipped && isFarOver(line.amount, line.project?.budget ?? null)) doubts.push({ kind: 'far-over' })
  return askedMore(line, doubts)
}

/** What the payments of each project come to with the lines that nothing stands in the way of: a list that brings one far over its budget is asked about as a line is. */
class RunningTotals {
  private readonly totals = new Map<string, Money>()

  constructor(held: readonly PaymentMark[]) {
    for (const { project, amount } of held) if (project !== null) this.add(project, amount)
  }

  private add(project: string, amount: Money): Money {
    const before = this.totals.get(project)
    const total = before ? sumMoney([before, amount]) : amount
    this.totals.set(project, total)
    return total
  }

  asked(line: ListLine): ListLine {
    const { project, amount } = line
    if (!project || !isTicked(line)) return line
    const before = this.totals.get(project.id) ?? NOTHING
    const total = this.add(project.id, amount)
    if (!amount.gt(0) || !isFarOver(total, project.budget)) return line
    this.totals.set(project.id, before)
    return { ...line, doubts: [{ kind: 'far-over-total' }] }
  }
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
