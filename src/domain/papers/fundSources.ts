import type { FundSource, SpendingBySource } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import { NOTHING, parseWan, sumMoney, type Money } from '../number/money'
import type { Project } from '../plan/plan'
import type { ProjectStatus } from '../status/projectStatus'

/** 当年财政拨款 / 上年结转资金 / 其他资金, in the order of the form. */
const SOURCES: readonly FundSource[] = ['fiscal', 'carried-over', 'other']

/** One 其中 row under 年度资金总额, in 元; each is `null` where neither plan nor manager states it. */
export interface SourceRow {
  readonly source: FundSource
  readonly initial: Money | null
  readonly budget: Money | null
  readonly arrived: Money | null
  readonly executed: Money | null
}

/** Money by source: its rows, the statement they come from, and the sum that the statement makes where it is not 执行数 and so fills nothing. */
export interface FundSources {
  readonly rows: readonly SourceRow[]
  readonly stated: SpendingBySource | null
  readonly otherSum: Money | null
}

/**
 * 其中 of a project's money (domain.md §7): of the plan where it has one source only, else what the manager states by source. A statement that does not come to
 * 执行数 fills no 执行数, and one that names money of another source ends the plan's having one only (D). 全年预算数 by source is the plan's while nothing was adjusted.
 */
export function fundSources(
  {
    project,
    budget,
    adjustments,
    spent,
  }: Pick<ProjectStatus, 'project' | 'budget' | 'adjustments' | 'spent'>,
  slice: Slice,
  standpoint: Standpoint,
): FundSources {
  const stated =
    effectiveEntries(slice, standpoint)
      .filter((entry) => entry.kind === 'spending-by-source')
      .filter(({ subject }) => subject === project.id)
      .at(-1) ?? null
  const planned = plannedBySource(project)
  const single = onlySource(project, planned, stated)
  const executed = SOURCES.flatMap((source) => stated?.sources[source].executed ?? [])
  const comes = executed.length > 0 && spent !== null && sumMoney(executed).eq(spent)
  return {
    stated,
    otherSum: executed.length > 0 && !comes ? sumMoney(executed) : null,
    rows: SOURCES.map((source): SourceRow => {
      const initial = planned[source]
      return {
        source,
        initial,
        budget: source === single ? budget : adjustments.length === 0 ? initial : null,
        arrived: stated?.sources[source].arrived ?? null,
        executed: comes ? (stated?.sources[source].executed ?? null) : source === single ? spent : null,
      }
    }),
  }
}

type Planned = Readonly<Record<FundSource, Money | null>>

function plannedBySource({ printed }: Project): Planned {
  const read = (text: string | null) => (text === null ? null : parseWan(text))
  return { fiscal: read(printed.budget.fiscal), 'carried-over': null, other: read(printed.budget.other) }
}

/** The one source that all of a project's money has, by what its table prints and nobody states otherwise; `null` where there are several or none is printed. */
function onlySource(
  { budget }: Project,
  planned: Planned,
  stated: SpendingBySource | null,
): FundSource | null {
  const whole = SOURCES.filter((source) => planned[source]?.eq(budget))
  const [only] = whole
  if (only === undefined || whole.length > 1) return null
  const others = SOURCES.filter((source) => source !== only)
  if (others.some((source) => planned[source]?.isZero() === false)) return null
  const named = others.flatMap((source) => [
    stated?.sources[source].arrived ?? NOTHING,
    stated?.sources[source].executed ?? NOTHING,
  ])
  return named.every((amount) => amount.isZero()) ? only : null
}

/** 到位数 of the whole project: what the manager states by source, together; `null` where nothing is stated. */
export function arrivedInAll({ rows }: FundSources): Money | null {
  const arrived = rows.flatMap((row) => row.arrived ?? [])
  return arrived.length === 0 ? null : sumMoney(arrived)
}
