import { readAmountCell, type AmountUnit } from './amountCell'
import { judge, type Attainment, type Reported } from '../status/attainment'
import { yearOf, type Day } from '../time/day'
import { SPENDING_ROW, type CellValue, type EntryGrid, type EntryRow, type RowKey } from './entryGrid'
import { readIndicatorCell, type ActualValue } from './indicatorCell'
import type { Deviation, IndicatorActual } from '../ledger/entry'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import type { Preset } from '../plan/preset'
import {
  reportedBy,
  type MeasureStatus,
  type ProjectStatus,
  type SpendingLine,
} from '../status/projectStatus'
import { dueMilestone } from '../plan/schedule'
import type { Target } from '../plan/target'

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

/** What a cell holds from now on: typed, or saved in the period of its checkpoint. `open` is typed but not readable yet. */
export type Held =
  | { readonly kind: 'none' | 'open' }
  | {
      readonly kind: 'value'
      readonly reported: Reported
      readonly attainment: Attainment
      readonly explained: boolean
    }

/** One checkpoint with the draft saved: the cumulative spending, and what each indicator's cell holds. */
export interface DraftColumn {
  readonly day: Day
  readonly after: Day | null
  readonly status: ProjectStatus
  readonly total: Money | null
  readonly spendingTouched: boolean
  readonly held: ReadonlyMap<RowKey, Held>
  readonly typed: ReadonlyMap<RowKey, DraftCell>
}

/** Lays the draft over the saved status of each checkpoint, as saving it would. */
export function draftColumns(
  grid: EntryGrid,
  statuses: readonly ProjectStatus[],
  draft: GridDraft,
  preset: Preset,
): readonly DraftColumn[] {
  const columns: DraftColumn[] = []
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
  const value = typed ? typedValue(typed, row, status, grid) : 'blank'
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

/** A row of the grid that is an indicator's. */
export type IndicatorRow = Extract<EntryRow, { kind: 'indicator' }>

function statusOf(row: IndicatorRow, status: ProjectStatus) {
  return status.indicators.find(({ indicator }) => indicator.id === row.indicator.id) ?? null
}

function partOf(row: IndicatorRow, status: ProjectStatus): MeasureStatus | null {
  const measure = row.measure?.id ?? null
  return statusOf(row, status)?.parts.find((part) => (part.measure?.id ?? null) === measure) ?? null
}

/** The target of a row as it stood at a checkpoint. */
export function targetOf(row: IndicatorRow, status: ProjectStatus): Target {
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
  const target = targetOf(row, status)
  const total = part.measure?.buildsUp === true && 'unit' in target && !isRate(target)
  const share = total ? (dueMilestone(status.schedule, day)?.percent ?? null) : null
  return total && share === null ? { kind: 'not-due' } : judge(target, reported, preset, share, yearOf(day))
}

function typedValue(
  cell: DraftCell,
  row: IndicatorRow,
  status: ProjectStatus,
  grid: EntryGrid,
): ActualValue | 'blank' | 'open' {
  if (cell.input.kind === 'value') return cell.input.value.kind === 'actual' ? cell.input.value.value : 'open'
  const reading = readIndicatorCell(cell.input.text, targetOf(row, status), grid.year)
  return reading.kind === 'accepted' ? reading.value : reading.kind === 'empty' ? 'blank' : 'open'
}

function isExplained(deviation: Deviation | null): boolean {
  return deviation !== null && deviation.text.trim() !== ''
}

/** Whether a target is a rate in percent. */
export function isRate(target: Target): boolean {
  return (target.kind === 'threshold' || target.kind === 'range') && target.unit.kind === 'percent'
}
