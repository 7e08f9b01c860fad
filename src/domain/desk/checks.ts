import { readAmountCell } from './amountCell'
import type { Reported } from '../status/attainment'
import { yearOf, type Day } from '../time/day'
import { HUNDRED, type Decimal } from '../number/decimal'
import type { EntryGrid, EntryRow } from './entryGrid'
import {
  draftColumns,
  isRate,
  targetOf,
  type DraftColumn,
  type GridDraft,
  type IndicatorRow,
} from './gridDraft'
import { readIndicatorCell } from './indicatorCell'
import type { Money } from '../number/money'
import type { IndicatorId } from '../plan/plan'
import type { Preset } from '../plan/preset'
import type { ProjectStatus } from '../status/projectStatus'
import type { Target, Unit } from '../plan/target'

/** A cell of the entry grid. */
export interface CellRef {
  readonly row: EntryRow
  readonly day: Day
}

interface About {
  /** The id of the project, or of the indicator where only one is meant. */
  readonly subject: IndicatorId
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
  const columns = draftColumns(grid, statuses, draft, preset)
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

function spendingCell(grid: EntryGrid, day: Day): readonly CellRef[] {
  return grid.rows.filter((row) => row.kind === 'spending').map((row) => ({ row, day }))
}

function spendingChecks(grid: EntryGrid, column: DraftColumn, earlier: readonly DraftColumn[]): Check[] {
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
function typedChecks(grid: EntryGrid, column: DraftColumn, draft: GridDraft): Check[] {
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

function subjectOf(grid: EntryGrid, row: EntryRow): IndicatorId {
  return row.kind === 'spending' ? grid.project.id : row.indicator.id
}

function cellChecks(grid: EntryGrid, column: DraftColumn): Check[] {
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

function valuesOf(grid: EntryGrid, column: DraftColumn): { row: IndicatorRow; reported: Reported }[] {
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
function sameInAll(grid: EntryGrid, column: DraftColumn): Check[] {
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
function spentButUnreported(grid: EntryGrid, column: DraftColumn): Check[] {
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
function sameAsLast(grid: EntryGrid, column: DraftColumn, last: DraftColumn): Check[] {
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
