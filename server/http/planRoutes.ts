import { Hono } from 'hono'
import { compress } from 'hono/compress'
import * as v from 'valibot'
import { parseDay } from '@/domain/time/day'
import { overviewOf } from '../ledger/overview'
import { takePlan } from '../ledger/plans'
import { grantsFor } from '../people/accounts'
import { audit } from '../people/audit'
import type { Service } from '../service'
import {
  administrator,
  atMost,
  bodyOf,
  callerOf,
  numberOf,
  Refused,
  seesPlan,
  signedIn,
  type Env,
} from './request'

const PLAN_FILE = v.strictObject({ text: v.string() })
/** The largest number of a version that the database can ask for. */
const NEWEST = 2_147_483_647
const LARGEST = 8 * 1_048_576

/** The plans with their versions, and how they stand on a day. */
export function planRoutes(service: Service): Hono<Env> {
  const { db, clock, plans } = service
  const app = new Hono<Env>()
  app.use('/plans', signedIn(service))
  app.use('/plans/*', signedIn(service))
  app.use('/overview', signedIn(service))

  app.get('/plans', async (c) => {
    const { account } = c.get('signedIn')
    const heads = await db.read.selectFrom('ledger_head').selectAll().orderBy('plan').execute()
    const seen = heads.filter(({ plan }) => grantsFor(account, plan).length > 0)
    const shown = await Promise.all(
      seen.map(async ({ plan: id, last, epoch }) => {
        const held = await plans.held(db.read, id)
        if (!held) return []
        const { plan, version } = held
        return [{ plan: id, year: plan.year, department: plan.department.name, version, head: last, epoch }]
      }),
    )
    return c.json({ plans: shown.flat() })
  })

  app.get('/plans/:plan', seesPlan, compress(), async (c) => {
    const id = c.req.param('plan')
    const wanted = numberOf(c, 'version', 0, NEWEST)
    const row = await db.read
      .selectFrom('plan_version')
      .select(['version', 'text', 'received_at'])
      .where('plan', '=', id)
      .$if(c.req.query('version') !== undefined, (query) => query.where('version', '=', wanted))
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!row) throw new Refused(404, { kind: 'unknown-plan' })
    const etag = `"${row.version}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    return c.body(row.text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
  })

  app.post('/plans', administrator, atMost(LARGEST), async (c) => {
    const { account } = c.get('signedIn')
    const { text } = await bodyOf(c, PLAN_FILE)
    const taken = await takePlan(db, text, 'plan.json', account.id, clock.now())
    if (!taken.ok) throw new Refused(422, { kind: 'plan', issues: taken.issues })
    const { plan, version, changed } = taken
    const { address } = callerOf(c, service)
    if (changed)
      await audit(
        db,
        'plan-taken',
        { account: account.id, about: `${plan} ${version}`, address },
        clock.now(),
      )
    return c.json({ plan, version, changed }, changed ? 201 : 200)
  })

  app.get('/overview', async (c) => {
    const { account } = c.get('signedIn')
    const wanted = c.req.query('asOf')
    const asOf = wanted === undefined ? null : parseDay(wanted)
    if (wanted !== undefined && asOf === null) throw new Refused(400, { kind: 'wrong-shape', at: ['asOf'] })
    const heads = await db.read.selectFrom('ledger_head').select('plan').orderBy('plan').execute()
    const seen = heads.filter(({ plan }) => grantsFor(account, plan).length > 0)
    const overviews = []
    for (const { plan } of seen) overviews.push(await overviewOf(service, plan, asOf))
    return c.json({ plans: overviews.flatMap((one) => one ?? []) })
  })

  return app
}
