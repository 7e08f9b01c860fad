import { yearOf, type Day } from '../time/day'
import { Decimal, HUNDRED } from '../number/decimal'
import { closings, isClosed } from '../ledger/closing'
import type { Deviation } from '../ledger/entry'
import type { Slice } from '../ledger/ledger'
import type { Money } from '../number/money'
import { forecast } from '../status/outlook'
import type { Preset } from '../plan/preset'
import type { IndicatorStatus } from '../status/indicatorStatus'
import type { ProjectStatus } from '../status/projectStatus'
import { rectifications, type RectificationCase } from '../work/round'
import { expectationOf, type Expectation } from './estimate'
import { expectedSpending, type ExpectedSpending } from './spendingEstimate'

/** What a row of the monitor lacks (domain.md §8): a behind light needs a reason; 有可能 or 完全不可能 makes 全年预计 and the reason mandatory. */
export type RowFault = 'needs-reason' | 'needs-full-year'

/** Which ground a met indicator stands on. */
export type Ground = 'accepted-with-evidence' | 'accepted' | 'draft' | 'carried'

/** An indicator in 项目支出绩效目标执行监控表. */
export interface MonitorRow {
  readonly status: IndicatorStatus
  readonly deviations: readonly Deviation[]
  readonly expectation: Expectation
  readonly faults: readonly RowFault[]
  readonly ground: Ground | null
}

/** How money and results speak against each other (D: ours, said as 内部口径). */
export type Inconsistency = 'money-without-results' | 'results-without-money' | 'results-beside-zero'

/** When they do: the shares of met indicators among the judged ones, in percent; data, not code. */
export const CONSISTENCY = { few: new Decimal(50), most: new Decimal(80) } as const

/** The double monitor of one project (R 财预〔2019〕136号): execution and attainment, with what is expected of the year. */
export interface ProjectMonitor {
  readonly status: ProjectStatus
  /** The straight continuation of the pace so far to the year's end; `null` at the year's end or where nothing was reported. */
  readonly runRate: Money | null
  /** What the manager expects for the year, and where that disagrees. */
  readonly expected: ExpectedSpending
  readonly rows: readonly MonitorRow[]
  readonly inconsistency: Inconsistency | null
  readonly rectifications: readonly RectificationCase[]
}

/** On how much the green of the department rests: met indicators by their ground, and what is silent. */
export interface Grounds {
  readonly met: Readonly<Record<Ground, number>>
  readonly unreported: number
  readonly all: number
}

function behind({ light }: IndicatorStatus): boolean {
  return light === 'near' || light === 'partial' || light === 'far'
}

function faultsOf(status: IndicatorStatus): RowFault[] {
  const said = status.parts.flatMap(({ entry }) => entry ?? [])
  const doubtful = said.filter(({ likelihood }) => likelihood === 'possible' || likelihood === 'impossible')
  const reasoned = said.some(({ deviation }) => hasText(deviation?.text))
  const faults: RowFault[] = []
  if ((behind(status) || doubtful.length > 0) && !reasoned) faults.push('needs-reason')
  if (!doubtful.every(({ fullYear }) => hasText(fullYear))) faults.push('needs-full-year')
  return faults
}

function hasText(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== ''
}

function groundOf(status: IndicatorStatus, accepted: (day: Day) => boolean): Ground | null {
  if (status.attainment.kind !== 'met') return null
  if (status.carried) return 'carried'
  const entries = status.parts.flatMap((part) => part.entry ?? [])
  if (!entries.every((entry) => accepted(entry.effectiveOn))) return 'draft'
  return entries.some((entry) => entry.evidence.length > 0) ? 'accepted-with-evidence' : 'accepted'
}

function inconsistencyOf({ standing, spent, indicators }: ProjectStatus): Inconsistency | null {
  const judged = indicators.filter(
    ({ attainment }) => attainment.kind === 'met' || attainment.kind === 'missed',
  )
  if (judged.length === 0 || standing.kind === 'not-due' || standing.kind === 'unreported') return null
  const met = new Decimal(judged.filter(({ attainment }) => attainment.kind === 'met').length)
    .times(HUNDRED)
    .div(judged.length)
  if (spent?.isZero() && met.gt(0)) return 'results-beside-zero'
  const paid = standing.kind === 'on-plan' || standing.kind === 'ahead' || standing.kind === 'over-budget'
  if (paid && met.lt(CONSISTENCY.few)) return 'money-without-results'
  const late = standing.kind === 'behind' || standing.kind === 'severely-behind'
  return late && met.gte(CONSISTENCY.most) ? 'results-without-money' : null
}

/** Monitors a project from its status at a checkpoint or any month end; `slice` and `planSlice` say what was accepted and what 整改 was asked for. */
export function projectMonitor(
  status: ProjectStatus,
  slice: Slice,
  planSlice: Slice,
  preset: Preset,
  knownAt: string | null = null,
): ProjectMonitor {
  const closed = closings(status.project.id, slice, planSlice, knownAt).filter(
    ({ kind }) => kind === 'accept',
  )
  const accepted = (day: Day) => closed.some((closing) => isClosed(closing, day))
  const runRate = forecast(yearOf(status.asOf), status.spent, status.asOf)
  const { asOf, spent, budget } = status
  return {
    status,
    runRate,
    expected: expectedSpending(slice, { asOf, knownAt }, { spent, budget, runRate }),
    rows: status.indicators.map((own): MonitorRow => ({
      status: own,
      deviations: own.parts.flatMap((part) => part.entry?.deviation ?? []),
      expectation: expectationOf(own, status.asOf, preset),
      faults: faultsOf(own),
      ground: groundOf(own, accepted),
    })),
    inconsistency: inconsistencyOf(status),
    rectifications: rectifications(slice, knownAt).filter(({ asked }) => asked.effectiveOn <= status.asOf),
  }
}

/** On what the green rests over several projects. */
export function groundsOf(monitors: readonly ProjectMonitor[]): Grounds {
  const rows = monitors.flatMap((monitor) => monitor.rows)
  const count = (ground: Ground) => rows.filter((row) => row.ground === ground).length
  return {
    met: {
      'accepted-with-evidence': count('accepted-with-evidence'),
      accepted: count('accepted'),
      draft: count('draft'),
      carried: count('carried'),
    },
    unreported: rows.filter(({ status }) => status.light === 'unreported').length,
    all: rows.length,
  }
}
