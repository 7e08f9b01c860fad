import type { FundSource, SpendingBySource } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import { sumMoney, type Money } from '../number/money'
import type { ProjectStatus } from '../status/projectStatus'
import { onlySource, plannedBySource, SOURCES, statedSources, type SourceFault } from '../status/sourceFaults'

/** One 其中 row under 年度资金总额, in 元; each is `null` where neither plan nor manager states it. */
export interface SourceRow {
  readonly source: FundSource
  readonly initial: Money | null
  readonly budget: Money | null
  readonly arrived: Money | null
  readonly executed: Money | null
}

/** Money by source: its rows, the statement they come from, where that contradicts the totals or itself, and what the table's own sources come to where that is not its total. */
export interface FundSources {
  readonly rows: readonly SourceRow[]
  readonly stated: SpendingBySource | null
  readonly faults: readonly SourceFault[]
  readonly printedSum: Money | null
}

/**
 * 其中 of a project's money (domain.md §7): of the plan where it has one source only, else what the manager states by source. A statement that does not come to
 * 执行数 or 全年预算数 fills none of it, one that names money of another source ends the plan's having one only (D), and no source is filled with more than its budget. Where nobody states 全年预算数 by source it is the plan's while nothing was adjusted.
 */
export function fundSources(
  {
    project,
    budget,
    adjustments,
    spent,
    sourceFaults: faults,
  }: Pick<ProjectStatus, 'project' | 'budget' | 'adjustments' | 'spent' | 'sourceFaults'>,
  slice: Slice,
  standpoint: Standpoint,
): FundSources {
  const { money: stated, budgets } = statedSources(
    effectiveEntries(slice, standpoint)
      .filter((entry) => entry.kind === 'spending-by-source')
      .filter(({ subject }) => subject === project.id),
  )
  const planned = plannedBySource(project)
  const printed = SOURCES.flatMap((source) => planned[source] ?? [])
  const single = onlySource(project, stated, budgets)
  const off = (kind: SourceFault['kind']) => faults.some((fault) => fault.kind === kind)
  const executed = SOURCES.some((source) => stated?.sources[source].executed)
  const whole = spent?.gt(budget) ? null : spent
  const comes = executed && !off('executed-sum')
  const budgetOf = (source: FundSource): Money | null => {
    if (budgets) return off('budget-sum') ? null : budgets[source]
    if (source === single) return budget
    return adjustments.length === 0 ? planned[source] : null
  }
  return {
    stated,
    faults,
    printedSum: printed.length > 1 && !sumMoney(printed).eq(project.budget) ? sumMoney(printed) : null,
    rows: SOURCES.map((source): SourceRow => ({
      source,
      initial: planned[source],
      budget: budgetOf(source),
      arrived: stated?.sources[source].arrived ?? null,
      executed: comes ? (stated?.sources[source].executed ?? null) : source === single ? whole : null,
    })),
  }
}

/** 到位数 of the whole project: what the manager states by source, together; `null` where nothing is stated, or not of every source that spent. */
export function arrivedInAll({ rows, faults }: FundSources): Money | null {
  const arrived = rows.flatMap((row) => row.arrived ?? [])
  if (arrived.length === 0 || faults.some(({ kind }) => kind === 'no-arrival')) return null
  return sumMoney(arrived)
}
