import { yearOf, type Day } from '../time/day'
import type { IndicatorActual, Measure } from '../ledger/entry'
import type { Money } from '../number/money'
import type { Indicator, Project } from '../plan/plan'
import type { ProjectStatus } from '../status/projectStatus'
import type { Floor } from '../status/spending'
import type { Schedule } from '../plan/schedule'
import type { Target } from '../plan/target'

/** Names a row of the grid: `spending`, an indicator's id, or `<indicator>#<measure>` for one part of a split indicator. */
export type RowKey = string

/** One row of 录入: the spending up to each checkpoint, or an indicator (one row a measure when it is split). */
export type EntryRow =
  | { readonly kind: 'spending'; readonly key: RowKey }
  | {
      readonly kind: 'indicator'
      readonly key: RowKey
      readonly indicator: Indicator
      readonly measure: Measure | null
      /** The target at the year's end, and those of the days that have another; `targetAt` says that of a column's day. */
      readonly target: Target
      readonly targets: ReadonlyMap<Day, Target>
      /** The days of columns at which the indicator was not split so: they take no value of this row. */
      readonly apart: ReadonlySet<Day>
    }

/** One checkpoint as a column, or 截至今日 between two of them, whose `month` is `null`. What is closed refuses entries; what lies ahead is not due yet (domain.md §6, §10). */
export interface EntryColumn {
  readonly month: number | null
  readonly day: Day
  readonly state: 'open' | 'closed' | 'future'
  /** The first day with money above 0 that a zero stated here would contradict; `null` where zero may be said. */
  readonly paid: Day | null
  /** What a cumulative total entered here is held against. */
  readonly floor: Floor | null
}

/** The entry grid of one project: spending and its indicators in the document's order against the checkpoints. */
export interface EntryGrid {
  readonly project: Project
  readonly year: number
  readonly budget: Money
  readonly rows: readonly EntryRow[]
  readonly columns: readonly EntryColumn[]
}

/** What a cell of the grid can hold: cumulative spending up to the checkpoint in 元, or an 实际完成值. */
export type CellValue =
  | { readonly kind: 'amount'; readonly amount: Money }
  | { readonly kind: 'actual'; readonly value: IndicatorActual['value'] }

export const SPENDING_ROW: RowKey = 'spending'

/** The key of an indicator's row, or of the row of one of its measures. */
export function indicatorRowKey(indicator: string, measure: string | null): RowKey {
  return measure === null ? indicator : `${indicator}#${measure}`
}

/** The target an indicator's row is judged against at a column: that of its day. */
export function targetAt(row: Extract<EntryRow, { kind: 'indicator' }>, day: Day): Target {
  return row.targets.get(day) ?? row.target
}

/** What already stands of a project's money, day by day: the first day with money that a zero would contradict, and the floor of a total. */
interface Standing {
  readonly paid: (day: Day) => Day | null
  readonly floor: (day: Day) => Floor | null
}

/** The columns of a project's grid. `closedThrough` is the last closed day, `today` the last day that can have figures; `null` for none. `paid` and `floor` tell what a total is held against; `beside` is a day that has a column of its own where it is no checkpoint (截至今日, domain.md §6). */
export function entryColumns(
  schedule: Schedule,
  closedThrough: Day | null,
  today: Day | null,
  { paid, floor }: Standing = { paid: () => null, floor: () => null },
  beside: Day | null = null,
): readonly EntryColumn[] {
  const first = schedule[0]
  const own =
    beside !== null &&
    first !== undefined &&
    yearOf(beside) === yearOf(first.day) &&
    !schedule.some(({ day }) => day === beside)
      ? [{ month: null, day: beside }]
      : []
  const days = [...schedule, ...own].sort((a, b) => (a.day < b.day ? -1 : 1))
  return days.map(({ month, day }) => ({
    month,
    day,
    state:
      closedThrough !== null && day <= closedThrough
        ? 'closed'
        : today !== null && day > today
          ? 'future'
          : 'open',
    paid: paid(day),
    floor: floor(day),
  }))
}

const NONE: ReadonlyMap<Day, Target> = new Map()

/** The days at which an indicator's target is another than at the year's end: few are ever changed. */
function otherTargets(
  target: Target,
  index: number,
  statuses: readonly ProjectStatus[],
): ReadonlyMap<Day, Target> {
  let others: Map<Day, Target> | null = null
  for (const { asOf, indicators } of statuses) {
    const then = indicators[index]?.target
    if (then && then !== target) (others ??= new Map()).set(asOf, then)
  }
  return others ?? NONE
}

const NOWHERE: ReadonlySet<Day> = new Set()

/** The days at which an indicator had no such part: a split holds from its own day on. */
function daysApart(
  measure: Measure | null,
  index: number,
  statuses: readonly ProjectStatus[],
): ReadonlySet<Day> {
  const days = statuses.filter(
    ({ indicators }) => indicators[index]?.parts.every((part) => part.measure?.id !== measure?.id) === true,
  )
  return days.length === 0 ? NOWHERE : new Set(days.map(({ asOf }) => asOf))
}

/** Lays out a project's entry grid; `statuses` are the project's at the day of each column. */
export function entryGrid(
  yearEnd: ProjectStatus,
  statuses: readonly ProjectStatus[],
  columns: readonly EntryColumn[],
  year: number,
): EntryGrid {
  return {
    project: yearEnd.project,
    year,
    budget: yearEnd.budget,
    rows: [
      { kind: 'spending', key: SPENDING_ROW },
      ...yearEnd.indicators.flatMap(({ indicator, target, parts }, index) => {
        const targets = otherTargets(target, index, statuses)
        return parts.map(({ measure }): EntryRow => ({
          kind: 'indicator',
          key: indicatorRowKey(indicator.id, measure?.id ?? null),
          indicator,
          measure,
          target,
          targets,
          apart: daysApart(measure, index, statuses),
        }))
      }),
    ],
    columns,
  }
}
