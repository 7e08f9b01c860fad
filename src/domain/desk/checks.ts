import type { AmountUnit } from './amountCell'
import { cellsDrafts, heldActual, partOfRow } from './cellEntry'
import { targetAt, type EntryGrid, type EntryRow, type RowKey } from './entryGrid'
import { draftedStatuses, type ProjectDesk } from './projectDesk'
import { askCell, type CellReading } from './readCell'
import { samePayments } from './samePayments'
import { HUNDRED, type Decimal } from '../number/decimal'
import { money, type Money } from '../number/money'
import type { IndicatorId, ProjectId } from '../plan/plan'
import { lostUnit } from '../plan/adjustment'
import { isRate, type Target, type Unit } from '../plan/target'
import type { Reported } from '../status/attainment'
import type { MeasureStatus } from '../status/indicatorStatus'
import type { ProjectStatus } from '../status/projectStatus'
import type { SourceFault } from '../status/sourceFaults'
import { yearOf, type Day } from '../time/day'

/** A cell of the entry grid. */
export interface CellRef {
  readonly row: EntryRow
  readonly day: Day
}

interface About {
  /** The id of the project, or of the indicator where only one is meant. */
  readonly subject: ProjectId | IndicatorId
  readonly cells: readonly CellRef[]
}

/** One thing to look at while typing. None blocks; each names its cells, and the words and the way to mend are made elsewhere. */
export type DeskCheck =
  | (About & {
      readonly kind: 'over-budget'
      readonly total: Money
      readonly budget: Money
      readonly day: Day
    })
  | (About & {
      readonly kind: 'decreasing'
      readonly total: Money
      readonly before: Money
      readonly day: Day
      readonly beforeDay: Day
    })
  | (About & {
      readonly kind: 'outside-year'
      readonly day: Day
      readonly year: number
    })
  | (About & { readonly kind: 'silent-zero'; readonly day: Day; readonly author: string })
  | (About & {
      readonly kind: 'same-payment'
      readonly day: Day
      readonly amount: Money
      readonly authors: readonly string[]
    })
  | (About & {
      readonly kind: 'surplus'
      readonly day: Day
      readonly total: Money
      readonly over: Money
    })
  | (About & {
      readonly kind: 'source-faults'
      readonly faults: readonly SourceFault[]
      readonly day: Day
    })
  | (About & { readonly kind: 'negative-total'; readonly total: Money; readonly day: Day })
  | (About & { readonly kind: 'over-100'; readonly value: Decimal })
  | (About & { readonly kind: 'unit-mismatch'; readonly entered: Unit; readonly expected: Unit | 'money' })
  | (About & { readonly kind: 'missed-unexplained'; readonly reported: Reported; readonly target: Target })
  | (About & {
      readonly kind: 'exceeded-unexplained'
      readonly reported: Reported
      readonly target: Target
      readonly percent: Decimal
    })
  | (About & { readonly kind: 'same-in-all'; readonly day: Day; readonly reported: Reported })
  | (About & { readonly kind: 'lost-unit'; readonly before: Target; readonly after: Target })
  | (About & { readonly kind: 'spent-but-unreported'; readonly day: Day })
  | (About & { readonly kind: 'same-as-last'; readonly day: Day; readonly lastDay: Day })

/** A cell as typed and not settled: its text stands in the grid, nothing of it is kept. */
export interface TypedCell {
  readonly row: RowKey
  readonly day: Day
  readonly text: string
}

interface ReadCell extends CellRef {
  readonly reading: CellReading
}

type IndicatorCells = Extract<EntryRow, { kind: 'indicator' }>

/** One column with what is typed folded in: the status of its day, and which cells belong to its period. */
interface Column {
  readonly day: Day
  readonly after: Day | null
  readonly status: ProjectStatus
  readonly typed: readonly ReadCell[]
}

/**
 * Looks over a project's grid as it would be with the typed cells saved: every finding at once, in the order of the columns.
 * What is typed is written with a provisional pen and folded with everything else, so that nothing is judged here (domain.md §5).
 */
export function checkDraft(
  desk: ProjectDesk,
  typed: readonly TypedCell[],
  unit: AmountUnit,
): readonly DeskCheck[] {
  const { grid } = desk
  const read = typed.flatMap(({ row: key, day, text }): ReadCell[] => {
    const row = grid.rows.find((own) => own.key === key)
    const column = grid.columns.find((own) => own.day === day)
    return row && column ? [{ row, day, reading: unasked(askCell(text, row, column, grid, unit)) }] : []
  })
  const clear = read.flatMap(({ row, day, reading }) =>
    reading.kind === 'accepted' ? [{ row, day, value: reading.value }] : [],
  )
  const statuses = draftedStatuses(desk, cellsDrafts(desk, clear))
  const columns = statuses.map((status, index): Column => {
    const day = grid.columns[index]?.day ?? status.asOf
    const after = grid.columns[index - 1]?.day ?? null
    return { day, after, status, typed: read.filter((cell) => cell.day === day) }
  })
  return columns.flatMap((column, index) => {
    const last = columns[index - 1] ?? null
    const spending = spendingChecks(grid, column, columns.slice(0, index))
    const falls = spending.some(({ kind }) => kind === 'decreasing')
    return [
      ...spending,
      ...statementChecks(grid, column).filter(({ kind }) => kind !== 'surplus' || !falls),
      ...unitChecks(grid, column),
      ...lostUnits(grid, column, last),
      ...valueChecks(grid, column),
      ...sameInAll(grid, column),
      ...spentButUnreported(grid, column),
      ...(last ? sameAsLast(grid, column, last) : []),
    ]
  })
}

/** A total of which only its fall is asked: what it would come to is looked over as if it stood. */
function unasked(reading: CellReading): CellReading {
  return reading.kind === 'doubtful' && reading.doubts.every((doubt) => doubt === 'falls')
    ? { kind: 'accepted', value: reading.suggestion, over100: false }
    : reading
}

/** Whether spending belongs to a column: typed there, or entered in its period. */
function spendingTouched({ status, day, after, typed }: Column): boolean {
  return (
    typed.some(({ row, reading }) => row.kind === 'spending' && reading.kind === 'accepted') ||
    status.spending.some(
      ({ entry }) => entry.effectiveOn <= day && (after === null || entry.effectiveOn > after),
    )
  )
}

function isOpen({ typed }: Column, row: EntryRow): boolean {
  return typed.some(
    (cell) =>
      cell.row.key === row.key && (cell.reading.kind === 'refused' || cell.reading.kind === 'doubtful'),
  )
}

interface Value {
  readonly row: IndicatorCells
  readonly part: MeasureStatus
  readonly reported: Reported
}

/** The values that belong to a column: reported in its period, and not being typed over. */
function valuesOf(grid: EntryGrid, column: Column): Value[] {
  return grid.rows.flatMap((row): Value[] => {
    const part = partOfRow(column.status, row)
    const held = heldActual(column.status, row, column.after)
    if (row.kind !== 'indicator' || !part?.reported || !held || held.carried || isOpen(column, row)) return []
    return [{ row, part, reported: part.reported }]
  })
}

function spendingCell(grid: EntryGrid, day: Day): readonly CellRef[] {
  return grid.rows.filter((row) => row.kind === 'spending').map((row) => ({ row, day }))
}

function spendingChecks(grid: EntryGrid, column: Column, earlier: readonly Column[]): DeskCheck[] {
  const { status, day } = column
  const { spent: total, budget } = status
  if (total === null || !spendingTouched(column)) return []
  const about = { subject: grid.project.id, cells: spendingCell(grid, day), day, total }
  const found: DeskCheck[] = []
  if (total.gt(budget)) found.push({ kind: 'over-budget', ...about, budget })
  if (total.isNegative()) found.push({ kind: 'negative-total', ...about })
  if (status.sourceFaults.length > 0)
    found.push({ kind: 'source-faults', ...about, faults: status.sourceFaults })
  const before = earlier.filter((other) => other.status.spent !== null).at(-1)
  if (before?.status.spent && total.lt(before.status.spent)) {
    found.push({ kind: 'decreasing', ...about, before: before.status.spent, beforeDay: before.day })
  }
  return found
}

/** Statements that their own payments exceed, stored zeros that money contradicts and payments that may be one, in the period of a column (domain.md §6). */
function statementChecks(grid: EntryGrid, { status, day, after }: Column): DeskCheck[] {
  const own = (on: Day) => on <= day && (after === null || on > after)
  const about = { subject: grid.project.id, cells: spendingCell(grid, day) }
  return [
    ...status.silentZeros
      .filter(({ effectiveOn }) => own(effectiveOn))
      .map(({ effectiveOn, author }) => ({
        kind: 'silent-zero' as const,
        ...about,
        day: effectiveOn,
        author,
      })),
    ...samePayments(
      status.spending.flatMap(({ entry }) =>
        entry.kind === 'payment' && own(entry.effectiveOn) ? [entry] : [],
      ),
    ).flatMap(([first, ...others]) =>
      first
        ? {
            kind: 'same-payment' as const,
            ...about,
            day: first.effectiveOn,
            amount: first.amount,
            authors: [first, ...others].map(({ author }) => author),
          }
        : [],
    ),
    ...status.spending.flatMap(({ entry, total, unexplained }) =>
      own(entry.effectiveOn) && unexplained?.isNegative()
        ? {
            kind: 'surplus' as const,
            ...about,
            day: entry.effectiveOn,
            total,
            over: money(unexplained.abs()),
          }
        : [],
    ),
  ]
}

/** What only the typed text shows: a unit that is not the cell's. */
function unitChecks(grid: EntryGrid, column: Column): DeskCheck[] {
  return column.typed.flatMap(({ row, day, reading }): DeskCheck[] => {
    if (reading.kind !== 'refused') return []
    const { why } = reading
    const subject = row.kind === 'spending' ? grid.project.id : row.indicator.id
    const about = { kind: 'unit-mismatch' as const, subject, cells: [{ row, day }] }
    if (why.reason === 'percent') return [{ ...about, entered: { kind: 'percent' }, expected: 'money' }]
    if (why.reason !== 'other-unit') return []
    return [{ ...about, entered: why.entered, expected: 'expected' in why ? why.expected : 'money' }]
  })
}

/** Targets that were changed to a bare figure in the period of a column although they were published with a unit (domain.md §5). */
function lostUnits(grid: EntryGrid, { day }: Column, last: Column | null): DeskCheck[] {
  const seen = new Set<IndicatorId>()
  return grid.rows.flatMap((row): DeskCheck[] => {
    if (row.kind !== 'indicator' || seen.has(row.indicator.id)) return []
    seen.add(row.indicator.id)
    const before = row.indicator.target
    const after = targetAt(row, day)
    if (lostUnit(before, after) === null || (last && lostUnit(before, targetAt(row, last.day)))) return []
    return [{ kind: 'lost-unit', subject: row.indicator.id, cells: [{ row, day }], before, after }]
  })
}

function valueChecks(grid: EntryGrid, column: Column): DeskCheck[] {
  return valuesOf(grid, column).flatMap(({ row, part, reported }): DeskCheck[] => {
    const { attainment } = part
    const target = targetAt(row, column.day)
    const about = { subject: row.indicator.id, cells: [{ row, day: column.day }] }
    const found: DeskCheck[] = []
    if (reported.kind === 'day' && yearOf(reported.day) !== grid.year) {
      found.push({ kind: 'outside-year', ...about, day: reported.day, year: grid.year })
    }
    if (reported.kind === 'number' && isRate(target) && reported.value.gt(HUNDRED)) {
      found.push({ kind: 'over-100', ...about, value: reported.value })
    }
    if ((part.entry?.deviation?.text ?? '').trim() !== '') return found
    if (attainment.kind === 'missed') found.push({ kind: 'missed-unexplained', ...about, reported, target })
    if (attainment.kind === 'met' && attainment.exceeded) {
      found.push({ kind: 'exceeded-unexplained', ...about, reported, target, percent: attainment.exceeded })
    }
    return found
  })
}

function same(a: Reported, b: Reported): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.value.eq(b.value)
  if (a.kind === 'day' && b.kind === 'day') return a.day === b.day
  if (a.kind !== 'band' || b.kind !== 'band' || a.band !== b.band) return false
  return a.percent === null || b.percent === null ? a.percent === b.percent : a.percent.eq(b.percent)
}

const FEWEST_ALIKE = 3

/** One value in every indicator of a checkpoint, three at least (D): likely filled down, not measured. */
function sameInAll(grid: EntryGrid, column: Column): DeskCheck[] {
  const values = valuesOf(grid, column)
  const first = values[0]
  const all = grid.rows.filter((row) => row.kind === 'indicator').length
  if (!first || all < FEWEST_ALIKE || values.length < all) return []
  if (!values.every(({ reported }) => same(reported, first.reported))) return []
  const cells = values.map(({ row }) => ({ row, day: column.day }))
  return [{ kind: 'same-in-all', subject: grid.project.id, cells, day: column.day, reported: first.reported }]
}

const OUTPUT = /^产出/

/** The whole budget spent and outputs of this checkpoint not reported: money gone, nothing to show for it yet. */
function spentButUnreported(grid: EntryGrid, column: Column): DeskCheck[] {
  const { status, day } = column
  const { spent, budget } = status
  const values = valuesOf(grid, column)
  const touched = spendingTouched(column) || values.length > 0
  if (spent === null || !touched || !budget.gt(0) || spent.lt(budget)) return []
  const open = grid.rows.filter(
    (row) =>
      row.kind === 'indicator' &&
      OUTPUT.test(row.indicator.level1) &&
      !isOpen(column, row) &&
      !values.some((value) => value.row === row),
  )
  if (open.length === 0) return []
  return [
    { kind: 'spent-but-unreported', subject: grid.project.id, cells: open.map((row) => ({ row, day })), day },
  ]
}

/** Every figure of a checkpoint as at the last one, two at least (D): likely copied. Spending counts where it was entered. */
function sameAsLast(grid: EntryGrid, column: Column, last: Column): DeskCheck[] {
  const values = valuesOf(grid, column)
  const before = new Map(valuesOf(grid, last).map(({ row, reported }) => [row.key, reported]))
  const alike = values.filter(({ row, reported }) => {
    const then = before.get(row.key)
    return then !== undefined && same(reported, then)
  })
  if (alike.length < values.length) return []
  const { spent } = column.status
  const paid = spendingTouched(column) && spent !== null
  if (paid && !(last.status.spent && spent.eq(last.status.spent))) return []
  const cells = [
    ...(paid ? spendingCell(grid, column.day) : []),
    ...alike.map(({ row }) => ({ row, day: column.day })),
  ]
  if (cells.length < 2) return []
  return [{ kind: 'same-as-last', subject: grid.project.id, cells, day: column.day, lastDay: last.day }]
}
