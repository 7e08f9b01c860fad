import { judge, type Attainment, type Reported } from './attainment'
import { yearOf, type Day } from './day'
import { HUNDRED, type Decimal } from './decimal'
import { readAmountCell, readIndicatorCell, type ActualValue, type AmountUnit } from './entryCell'
import { SPENDING_ROW, type CellValue, type EntryGrid, type EntryRow, type RowKey } from './entryGrid'
import type { Deviation, IndicatorActual } from './ledger/entry'
import { money, NOTHING, sumMoney, type Money } from './money'
import type { IndicatorId, ProjectId } from './plan'
import type { Preset } from './preset'
import { reportedBy, type MeasureStatus, type ProjectStatus, type SpendingLine } from './projectStatus'
import { dueMilestone } from './schedule'
import type { Target, Unit } from './target'

/** A cell being typed or pasted: its text, or the value already read from it, and the reason given beside it. */
export interface DraftCell {
  readonly row: RowKey
  readonly day: Day
  readonly input:
    { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly value: CellValue }
  readonly deviation: Deviation | null
}

/** A payment being typed in the payments list; parts not yet readable are `null`. */
export interface DraftPayment {
  readonly id: string
  readonly day: Day | null
  readonly amount: Money | null
}

/** Everything typed into a project's grid and payments list and not yet saved. */
export interface GridDraft {
  readonly unit: AmountUnit
  readonly cells: readonly DraftCell[]
  readonly payments: readonly DraftPayment[]
}

/** A cell of the entry grid. */
export interface CellRef {
  readonly row: EntryRow
  readonly day: Day
}

interface About {
  readonly subject: ProjectId | IndicatorId
  readonly cells: readonly CellRef[]
}

/** One thing to look at while typing. None blocks; each names its cells, and the words and the way to mend are made elsewhere. */
export type Check =
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
      readonly payment: string | null
    })
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
  | (About & { readonly kind: 'spent-but-unreported'; readonly day: Day })
  | (About & { readonly kind: 'same-as-last'; readonly day: Day; readonly lastDay: Day })

/** What a cell holds from now on: typed, or saved in the period of its checkpoint. `open` is typed but not readable yet. */
type Held =
  | { readonly kind: 'none' | 'open' }
  | {
      readonly kind: 'value'
      readonly reported: Reported
      readonly attainment: Attainment
      readonly explained: boolean
    }

interface Column {
  readonly day: Day
  readonly after: Day | null
  readonly status: ProjectStatus
  readonly total: Money | null
  readonly spendingTouched: boolean
  readonly held: ReadonlyMap<RowKey, Held>
  readonly typed: ReadonlyMap<RowKey, DraftCell>
}

/**
 * Looks over a project's grid as it would be with the draft saved: every finding at once, in the order of the checkpoints (issue of the ledger, item 4).
 * `statuses` holds the saved status at each of the grid's checkpoints, in their order.
 */
export function checkDraft(
  grid: EntryGrid,
  statuses: readonly ProjectStatus[],
  draft: GridDraft,
  preset: Preset,
): readonly Check[] {
  const columns = columnsOf(grid, statuses, draft, preset)
  return [
    ...columns.flatMap((column, index) => {
      const last = columns[index - 1] ?? null
      return [
        ...spendingChecks(grid, column, columns.slice(0, index)),
        ...typedChecks(grid, column, draft),
        ...cellChecks(grid, column),
        ...sameInAll(grid, column),
        ...spentButUnreported(grid, column),
        ...(last ? sameAsLast(grid, column, last) : []),
      ]
    }),
    ...paymentChecks(grid, draft),
  ]
}

function columnsOf(
  grid: EntryGrid,
  statuses: readonly ProjectStatus[],
  draft: GridDraft,
  preset: Preset,
): readonly Column[] {
  const columns: Column[] = []
  let shift: Money | null = null
  let after: Day | null = null
  for (const [index, { day }] of grid.columns.entries()) {
    const status = statuses[index]
    if (!status) break
    const typed = new Map(draft.cells.filter((cell) => cell.day === day).map((cell) => [cell.row, cell]))
    const saved: Money | null = status.spent
    const paid = draft.payments.filter(
      (payment) => payment.day !== null && payment.day <= day && payment.amount,
    )
    const withPayments: Money | null =
      saved === null && paid.length === 0
        ? null
        : sumMoney([saved ?? NOTHING, ...paid.flatMap(({ amount }) => amount ?? [])])
    const begins = after
    if (status.spending.some(({ entry }) => isStated(entry) && inPeriod(entry.effectiveOn, begins, day)))
      shift = null
    const cumulative = typedAmount(typed.get(SPENDING_ROW), grid, draft.unit)
    if (cumulative) shift = money(cumulative.minus(withPayments ?? NOTHING))
    columns.push({
      day,
      after,
      status,
      typed,
      total:
        withPayments === null && shift === null
          ? null
          : money((withPayments ?? NOTHING).plus(shift ?? NOTHING)),
      spendingTouched:
        cumulative !== null ||
        paid.some((payment) => inPeriod(payment.day, begins, day)) ||
        status.spending.some(({ entry }) => inPeriod(entry.effectiveOn, begins, day)),
      held: new Map(
        grid.rows.map((row) => [row.key, heldBy(row, status, day, begins, typed.get(row.key), grid, preset)]),
      ),
    })
    after = day
  }
  return columns
}

/** A total that was itself stated (截至某日累计) keeps its figure when an earlier one changes. */
function isStated(entry: SpendingLine['entry']): boolean {
  return 'stated' in entry && entry.stated !== null
}

function inPeriod(day: Day | null, after: Day | null, until: Day): boolean {
  return day !== null && day <= until && (after === null || day > after)
}

function typedAmount(cell: DraftCell | undefined, grid: EntryGrid, unit: AmountUnit): Money | null {
  if (!cell) return null
  if (cell.input.kind === 'value') return cell.input.value.kind === 'amount' ? cell.input.value.amount : null
  const reading = readAmountCell(cell.input.text, { unit, budget: grid.budget, year: grid.year })
  return reading.kind === 'accepted' ? reading.amount : null
}

function heldBy(
  row: EntryRow,
  status: ProjectStatus,
  day: Day,
  after: Day | null,
  typed: DraftCell | undefined,
  grid: EntryGrid,
  preset: Preset,
): Held {
  if (row.kind === 'spending') return { kind: 'none' }
  const part = partOf(row, status)
  const value = typed ? typedValue(typed, row, grid) : 'blank'
  if (value === 'open') return { kind: 'open' }
  if (value !== 'blank') {
    const reported = part && reportedBy({ value } as IndicatorActual, targetOf(row, status))
    if (!part || !reported) return { kind: 'open' }
    return {
      kind: 'value',
      reported,
      attainment: judged(row, part, reported, status, day, preset),
      explained: isExplained(typed?.deviation ?? null),
    }
  }
  if (!part?.entry || !part.reported || !inPeriod(part.entry.effectiveOn, after, day)) return { kind: 'none' }
  const deviation = typed?.deviation ?? part.entry.deviation
  return {
    kind: 'value',
    reported: part.reported,
    attainment: part.attainment,
    explained: isExplained(deviation),
  }
}

type IndicatorRow = Extract<EntryRow, { kind: 'indicator' }>

function statusOf(row: IndicatorRow, status: ProjectStatus) {
  return status.indicators.find(({ indicator }) => indicator.id === row.indicator.id) ?? null
}

function partOf(row: IndicatorRow, status: ProjectStatus): MeasureStatus | null {
  const measure = row.measure?.id ?? null
  return statusOf(row, status)?.parts.find((part) => (part.measure?.id ?? null) === measure) ?? null
}

function targetOf(row: IndicatorRow, status: ProjectStatus): Target {
  return statusOf(row, status)?.target ?? row.target
}

function judged(
  row: IndicatorRow,
  part: MeasureStatus,
  reported: Reported,
  status: ProjectStatus,
  day: Day,
  preset: Preset,
): Attainment {
  if (part.measure?.judged === false) return { kind: 'not-judged', reason: 'marked' }
  const share = part.measure?.buildsUp ? (dueMilestone(status.schedule, day)?.percent ?? null) : null
  return judge(targetOf(row, status), reported, preset, share)
}

function typedValue(cell: DraftCell, row: IndicatorRow, grid: EntryGrid): ActualValue | 'blank' | 'open' {
  if (cell.input.kind === 'value') return cell.input.value.kind === 'actual' ? cell.input.value.value : 'open'
  const reading = readIndicatorCell(cell.input.text, row.target, grid.year)
  return reading.kind === 'accepted' ? reading.value : reading.kind === 'empty' ? 'blank' : 'open'
}

function isExplained(deviation: Deviation | null): boolean {
  return deviation !== null && deviation.text.trim() !== ''
}

function spendingCell(grid: EntryGrid, day: Day): readonly CellRef[] {
  return grid.rows.filter((row) => row.kind === 'spending').map((row) => ({ row, day }))
}

function spendingChecks(grid: EntryGrid, column: Column, earlier: readonly Column[]): Check[] {
  const { total, day, spendingTouched } = column
  if (total === null || !spendingTouched) return []
  const about = { subject: grid.project.id, cells: spendingCell(grid, day), day, total }
  const found: Check[] = []
  const { budget } = column.status
  if (total.gt(budget)) found.push({ kind: 'over-budget', ...about, budget })
  const before = earlier.filter((other) => other.total !== null).at(-1)
  if (before?.total && total.lt(before.total)) {
    found.push({ kind: 'decreasing', ...about, before: before.total, beforeDay: before.day })
  }
  return found
}

/** What only the typed text shows: a unit that is not the cell's. */
function typedChecks(grid: EntryGrid, column: Column, draft: GridDraft): Check[] {
  return grid.rows.flatMap((row): Check[] => {
    const cell = column.typed.get(row.key)
    if (cell?.input.kind !== 'text') return []
    const about = {
      kind: 'unit-mismatch' as const,
      subject: subjectOf(grid, row),
      cells: [{ row, day: column.day }],
    }
    if (row.kind === 'spending') {
      const reading = readAmountCell(cell.input.text, {
        unit: draft.unit,
        budget: grid.budget,
        year: grid.year,
      })
      if (reading.kind !== 'refused') return []
      if (reading.reason === 'percent') return [{ ...about, entered: { kind: 'percent' }, expected: 'money' }]
      return reading.reason === 'other-unit'
        ? [{ ...about, entered: reading.entered, expected: 'money' }]
        : []
    }
    const reading = readIndicatorCell(cell.input.text, targetOf(row, column.status), grid.year)
    if (reading.kind !== 'refused' || reading.reason !== 'other-unit') return []
    return [{ ...about, entered: reading.entered, expected: reading.expected }]
  })
}

function subjectOf(grid: EntryGrid, row: EntryRow): ProjectId | IndicatorId {
  return row.kind === 'spending' ? grid.project.id : row.indicator.id
}

function cellChecks(grid: EntryGrid, column: Column): Check[] {
  return grid.rows.flatMap((row): Check[] => {
    const held = column.held.get(row.key)
    if (row.kind === 'spending' || held?.kind !== 'value') return []
    const { reported, attainment } = held
    const target = targetOf(row, column.status)
    const about = { subject: row.indicator.id, cells: [{ row, day: column.day }] }
    const found: Check[] = []
    if (reported.kind === 'day' && yearOf(reported.day) !== grid.year) {
      found.push({ kind: 'outside-year', ...about, day: reported.day, year: grid.year, payment: null })
    }
    if (reported.kind === 'number' && isRate(target) && reported.value.gt(HUNDRED)) {
      found.push({ kind: 'over-100', ...about, value: reported.value })
    }
    if (held.explained) return found
    if (attainment.kind === 'missed') found.push({ kind: 'missed-unexplained', ...about, reported, target })
    if (attainment.kind === 'met' && attainment.exceeded) {
      found.push({ kind: 'exceeded-unexplained', ...about, reported, target, percent: attainment.exceeded })
    }
    return found
  })
}

function isRate(target: Target): boolean {
  return (target.kind === 'threshold' || target.kind === 'range') && target.unit.kind === 'percent'
}

function valuesOf(grid: EntryGrid, column: Column): { row: IndicatorRow; reported: Reported }[] {
  return grid.rows.flatMap((row) => {
    const held = column.held.get(row.key)
    return row.kind === 'indicator' && held?.kind === 'value' ? [{ row, reported: held.reported }] : []
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
function sameInAll(grid: EntryGrid, column: Column): Check[] {
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
function spentButUnreported(grid: EntryGrid, column: Column): Check[] {
  const { total, status, day } = column
  const touched = column.spendingTouched || valuesOf(grid, column).length > 0
  if (total === null || !touched || !status.budget.gt(0) || total.lt(status.budget)) return []
  const open = grid.rows.filter(
    (row) =>
      row.kind === 'indicator' &&
      OUTPUT.test(row.indicator.level1) &&
      column.held.get(row.key)?.kind === 'none',
  )
  if (open.length === 0) return []
  return [
    { kind: 'spent-but-unreported', subject: grid.project.id, cells: open.map((row) => ({ row, day })), day },
  ]
}

/** Every figure of a checkpoint as at the last one, two at least (D): likely copied. Spending counts where it was entered. */
function sameAsLast(grid: EntryGrid, column: Column, last: Column): Check[] {
  const values = valuesOf(grid, column)
  const alike = values.filter(({ row, reported }) => {
    const before = last.held.get(row.key)
    return before?.kind === 'value' && same(reported, before.reported)
  })
  if (alike.length < values.length) return []
  const spent = column.spendingTouched && column.total !== null
  if (spent && !(last.total && column.total?.eq(last.total))) return []
  const cells = [
    ...(spent ? spendingCell(grid, column.day) : []),
    ...alike.map(({ row }) => ({ row, day: column.day })),
  ]
  if (cells.length < 2) return []
  return [{ kind: 'same-as-last', subject: grid.project.id, cells, day: column.day, lastDay: last.day }]
}

function paymentChecks(grid: EntryGrid, draft: GridDraft): Check[] {
  return draft.payments.flatMap(({ id, day }): Check[] =>
    day === null || yearOf(day) === grid.year
      ? []
      : [{ kind: 'outside-year', subject: grid.project.id, cells: [], day, year: grid.year, payment: id }],
  )
}
