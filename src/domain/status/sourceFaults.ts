import type { FundSource, SpendingBySource } from '../ledger/entry'
import { NOTHING, parseWan, sumMoney, type Money } from '../number/money'
import type { Project } from '../plan/plan'

/** 当年财政拨款 / 上年结转资金 / 其他资金, in the order of the form. */
export const SOURCES: readonly FundSource[] = ['fiscal', 'carried-over', 'other']

/**
 * Where money stated by source contradicts the totals or itself (domain.md §7): executed or 全年预算数 by source do not come to the whole, a source executed more than
 * arrived or without a 到位数 while others have one, money of a source that 全年预算数 does not have, or more spent than the only source has while nobody says of what (`unstated`).
 */
export type SourceFault =
  | { readonly kind: 'executed-sum'; readonly stated: Money; readonly spent: Money | null }
  | { readonly kind: 'budget-sum'; readonly stated: Money; readonly budget: Money }
  | {
      readonly kind: 'above-arrived'
      readonly source: FundSource
      readonly executed: Money
      readonly arrived: Money
    }
  | {
      readonly kind: 'unstated'
      readonly source: FundSource
      readonly executed: Money
      readonly budget: Money
    }
  | { readonly kind: 'no-arrival' | 'outside-budget'; readonly source: FundSource; readonly amount: Money }

/** The totals that money by source is held against. */
export interface SourceTotals {
  readonly budget: Money
  readonly spent: Money | null
  /** Whether 全年预算数 was adjusted, so that the table no longer says it by source. */
  readonly adjusted: boolean
}

type Stated = Pick<SpendingBySource, 'sources'>
type BySource = Readonly<Record<FundSource, Money | null>>

/** What stands of the statements by source, in their order: the last one for 到位数 and 执行数, the last that says 全年预算数 for that. */
export function statedSources<S extends Stated>(
  statements: readonly S[],
): { readonly money: S | null; readonly budgets: BySource | null } {
  const budgets = statements.filter(({ sources }) => SOURCES.some((source) => sources[source].budget)).at(-1)
  return {
    money: statements.at(-1) ?? null,
    budgets: budgets ? of((source) => budgets.sources[source].budget ?? null) : null,
  }
}

const planned = new WeakMap<Project, BySource>()

/** The money of a project by source as its table prints it; remembered, because a printed table never changes and is asked at every checkpoint. */
export function plannedBySource(project: Project): BySource {
  const known = planned.get(project)
  if (known) return known
  const read = (text: string | null) => (text === null ? null : parseWan(text))
  const { fiscal, other } = project.printed.budget
  const own = { fiscal: read(fiscal), 'carried-over': null, other: read(other) }
  planned.set(project, own)
  return own
}

/** Holds the statements by source of a project against its totals and against themselves. */
export function sourceFaults(
  project: Project,
  statements: readonly Stated[],
  totals: SourceTotals,
): readonly SourceFault[] {
  const { money, budgets } = statedSources(statements)
  const unstated = unstatedSource(project, money, budgets, totals)
  if (!money) return unstated
  const { sources } = money
  const [executed, arrived] = (['executed', 'arrived'] as const).map((side) =>
    SOURCES.flatMap((source) => sources[source][side] ?? []),
  )
  const faults: SourceFault[] = [...unstated]
  const stated = executed && executed.length > 0 ? sumMoney(executed) : null
  if (stated && !totals.spent?.eq(stated)) faults.push({ kind: 'executed-sum', stated, spent: totals.spent })
  const planned = budgets ?? printedWhole(project, totals)
  const inAll = budgets && sumMoney(SOURCES.flatMap((source) => budgets[source] ?? []))
  if (inAll && !inAll.eq(totals.budget))
    faults.push({ kind: 'budget-sum', stated: inAll, budget: totals.budget })
  for (const source of SOURCES) {
    const own = sources[source]
    if (own.executed && own.arrived && own.executed.gt(own.arrived))
      faults.push({ kind: 'above-arrived', source, executed: own.executed, arrived: own.arrived })
    if (own.executed?.gt(0) && !own.arrived && arrived && arrived.length > 0)
      faults.push({ kind: 'no-arrival', source, amount: own.executed })
    const named = [own.executed, own.arrived].find((amount) => amount?.gt(0))
    if (planned && named && !planned[source]?.gt(0))
      faults.push({ kind: 'outside-budget', source, amount: named })
  }
  return faults
}

/** More spent than the only source of a project's money has, while nobody says of what: somebody paid the rest, and the machine fills in no source (domain.md §7). */
function unstatedSource(
  project: Project,
  money: Stated | null,
  budgets: BySource | null,
  { spent, budget }: SourceTotals,
): readonly SourceFault[] {
  if (!spent?.gt(budget) || SOURCES.some((source) => money?.sources[source].executed)) return []
  const source = onlySource(project, money, budgets)
  return source ? [{ kind: 'unstated', source, executed: spent, budget }] : []
}

/** The one source that all of a project's money has, by what its table prints and nobody states otherwise; `null` where there are several or none is printed. */
export function onlySource(
  project: Project,
  stated: Stated | null,
  budgets: BySource | null,
): FundSource | null {
  const planned = plannedBySource(project)
  const whole = SOURCES.filter((source) => planned[source]?.eq(project.budget))
  const [only] = whole
  if (only === undefined || whole.length > 1) return null
  const others = SOURCES.filter((source) => source !== only)
  if (others.some((source) => planned[source]?.isZero() === false)) return null
  const named = others.flatMap((source) => [
    stated?.sources[source].arrived ?? NOTHING,
    stated?.sources[source].executed ?? NOTHING,
    budgets?.[source] ?? NOTHING,
  ])
  return named.every((amount) => amount.isZero()) ? only : null
}

/** 全年预算数 by source as the table says it; `null` where it prints none, does not come to its own total, or something was adjusted. */
function printedWhole(project: Project, { adjusted }: SourceTotals): BySource | null {
  const planned = plannedBySource(project)
  const printed = SOURCES.flatMap((source) => planned[source] ?? [])
  return !adjusted && printed.length > 0 && sumMoney(printed).eq(project.budget) ? planned : null
}

function of(pick: (source: FundSource) => Money | null): BySource {
  return { fiscal: pick('fiscal'), 'carried-over': pick('carried-over'), other: pick('other') }
}
