import { framed } from '@/domain/ledger/fitting'
import { emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { rememberingFold, type BoardFold } from '@/domain/status/board'
import { lastDayWithData } from '@/domain/status/lastDay'
import { clampToYear, defaultAsOf } from '@/domain/time/asOf'
import type { Day } from '@/domain/time/day'
import { dayInChina } from '../clock'
import type { Service } from '../service'

const folds = new WeakMap<Plan, BoardFold>()

/**
 * How a plan stands on a day (its default day where none is asked for): sums and a line a project, folded by the domain, with the position of the ledger that they contain.
 * `null` for a plan that is not here. Amounts are decimal texts in 元.
 */
export async function overviewOf({ db, plans, slices, clock }: Service, id: string, wanted: Day | null) {
  const found = await db.snapshot(async (tx) => {
    const head = await tx.selectFrom('ledger_head').selectAll().where('plan', '=', id).executeTakeFirst()
    const held = head && (await plans.held(tx, id))
    if (!head || !held) return null
    const keys = new Set([id, ...held.plan.projects.map((project) => project.id)])
    const ledger = head.last === 0 ? emptyLedger(id) : await slices.whole(tx, { ...head, plan: id }, keys)
    return { head, held, ledger }
  })
  return found && overviewOver(found.held.plan, found.ledger, found, wanted, clock.now())
}

/** The overview of a plan over what its ledger holds up to a head: judged by what the plan says, as on the board, so that what does not fit it counts for nothing (domain.md §6). */
export function overviewOver(
  plan: Plan,
  held: Ledger,
  {
    head,
    held: { version },
  }: {
    readonly head: { readonly last: number; readonly epoch: string }
    readonly held: { readonly version: number }
  },
  wanted: Day | null,
  now: string,
) {
  const ledger = framed(held, plan)
  const asOf = wanted ? clampToYear(plan.year, wanted) : defaultAsOf(plan.year, dayInChina(now))
  const fold = folds.get(plan) ?? rememberingFold()
  folds.set(plan, fold)
  const { budget, spent, standing, indicators, projects, unreported } = fold(
    plan,
    ledger,
    { asOf, knownAt: null },
    HEBEI,
  )
  return {
    plan: plan.id,
    year: plan.year,
    department: plan.department.name,
    version,
    epoch: head.epoch,
    position: head.last,
    asOf,
    lastDay: lastDayWithData(ledger),
    budget: budget.toFixed(),
    spent: spent?.toFixed() ?? null,
    planned: 'planned' in standing ? standing.planned.toFixed() : null,
    standing: standing.kind,
    unreported: unreported.length,
    indicators,
    projects: projects.map((status) => ({
      project: status.project.id,
      name: status.project.name,
      budget: status.budget.toFixed(),
      spent: status.spent?.toFixed() ?? null,
      planned: 'planned' in status.standing ? status.standing.planned.toFixed() : null,
      standing: status.standing.kind,
      lights: status.indicators.map(({ light }) => light),
    })),
  }
}
