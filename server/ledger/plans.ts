import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { decodePlan } from '@/documents/plan/planFile'
import type { PlanIssue } from '@/documents/outcome/planIssue'
import { isDemoPlan } from '@/domain/ledger/demo'
import type { Moment } from '@/domain/ledger/entry'
import type { Plan } from '@/domain/plan/plan'
import type { Database } from '../database/database'
import type { Tables } from '../database/tables'

/** A plan with the version it is at and everything an entry of it can be about. */
export interface HeldPlan {
  readonly plan: Plan
  readonly version: number
  readonly subjects: ReadonlySet<string>
}

/** What came of a plan file that was brought: a version (`changed` false when it is the text that was there), or why it is not taken. */
export type PlanTaken =
  | { readonly ok: true; readonly plan: string; readonly version: number; readonly changed: boolean }
  | { readonly ok: false; readonly issues: readonly PlanIssue[] }

/** The plans of the service, each with its versions; the newest is remembered decoded. */
export function planShelf() {
  const shelf = new Map<string, HeldPlan>()

  /** The newest version of a plan, `null` when there is none. */
  async function held(db: Kysely<Tables>, plan: string): Promise<HeldPlan | null> {
    const newest = await db
      .selectFrom('plan_version')
      .select('version')
      .where('plan', '=', plan)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!newest) return null
    const known = shelf.get(plan)
    if (known?.version === newest.version) return known
    const { text } = await db
      .selectFrom('plan_version')
      .select('text')
      .where('plan', '=', plan)
      .where('version', '=', newest.version)
      .executeTakeFirstOrThrow()
    const read = decodePlan(text, `${plan}.json`).plan
    if (!read) throw new Error(`the stored plan ${plan} cannot be read`)
    const value = { plan: read, version: newest.version, subjects: subjectsOf(read) }
    shelf.set(plan, value)
    return value
  }

  return { held, forget: () => shelf.clear() }
}

/** The plans in memory. */
export type PlanShelf = ReturnType<typeof planShelf>

function subjectsOf(plan: Plan): ReadonlySet<string> {
  return new Set([
    plan.id,
    ...plan.departmentGoals.map(({ id }) => id),
    ...plan.projects.flatMap(({ id, indicators }) => [id, ...indicators.map((indicator) => indicator.id)]),
  ])
}

/** Takes a plan file as the newest version of its plan, with a ledger to it when it is new; a text that stands already stays one version. `account` is `null` for what the product ships. */
export async function takePlan(
  db: Database,
  text: string,
  name: string,
  account: string | null,
  now: Moment,
): Promise<PlanTaken> {
  const { plan, issues } = decodePlan(text, name)
  const broken = issues.filter(({ severity }) => severity !== 'note')
  if (!plan || broken.length > 0 || isDemoPlan(plan.id)) return { ok: false, issues: broken }
  return db.transaction(async (tx) => {
    const newest = await tx
      .selectFrom('plan_version')
      .selectAll()
      .where('plan', '=', plan.id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (newest?.text === text) return { ok: true, plan: plan.id, version: newest.version, changed: false }
    const version = (newest?.version ?? 0) + 1
    await tx
      .insertInto('plan_version')
      .values({ plan: plan.id, version, text, account, received_at: now })
      .execute()
    if (!newest)
      await tx.insertInto('ledger_head').values({ plan: plan.id, last: 0, epoch: randomUUID() }).execute()
    return { ok: true, plan: plan.id, version, changed: true }
  })
}

/** Brings the plans the product ships into the service: a plan that is new, or one that nobody has replaced since. */
export async function seedPlans(
  db: Database,
  texts: ReadonlyMap<string, string>,
  now: Moment,
): Promise<void> {
  for (const [file, text] of texts) {
    const { plan } = decodePlan(text, file)
    if (!plan) continue
    const newest = await db.read
      .selectFrom('plan_version')
      .select('account')
      .where('plan', '=', plan.id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (newest && newest.account !== null) continue
    await takePlan(db, text, file, null, now)
  }
}
