import { randomUUID } from 'node:crypto'
import type { Clock } from './clock'
import type { Database } from './database/database'
import { gathered } from './database/gathered'
import { appender, type Appender } from './ledger/appender'
import { liveHeads, type LiveHeads } from './ledger/live'
import { planShelf, type PlanShelf } from './ledger/plans'
import { sliceReader, type SliceReader } from './ledger/slices'
import type { Log } from './log'
import { counters, type Counters } from './metrics'
import { firstCode, type FirstCode } from './people/firstAdministrator'
import { accountsBySession } from './people/accounts'
import { openPasswords, type Passwords } from './people/passwords'
import type { SessionReader } from './people/sessions'

/** How the service is reached. `secure`: behind TLS, so that cookies say so; `behindProxy`: the caller's address stands in X-Forwarded-For, where a proxy on this machine or at the address `proxy` says so; `beyond`: others than this machine reach it. */
export interface Reach {
  readonly secure: boolean
  readonly behindProxy: boolean
  readonly proxy?: string | null
  readonly beyond: boolean
}

/** Everything a request needs. */
export interface Service {
  readonly server: string
  readonly db: Database
  readonly clock: Clock
  readonly plans: PlanShelf
  readonly slices: SliceReader
  readonly appender: Appender
  readonly live: LiveHeads
  readonly passwords: Passwords
  readonly sessionOf: SessionReader
  readonly code: FirstCode
  readonly reach: Reach
  readonly log: Log
  readonly counters: Counters
  /** The folder for the backups that an administrator takes by the page; `null` where there is none. */
  readonly backups: string | null
  /** Aborted when the service stops: what stays open ends then. */
  readonly stopping: AbortController
}

/** Puts a service together over a database that has its schema. */
export async function makeService(
  db: Database,
  {
    clock,
    reach,
    log,
    passwords,
    backups = null,
  }: Pick<Service, 'clock' | 'reach' | 'log'> & {
    readonly passwords?: Passwords
    readonly backups?: string | null
  },
): Promise<Service> {
  const plans = planShelf()
  const slices = sliceReader()
  const live = liveHeads(db, (error) => log('live', { error: String(error) }))
  return {
    server: await serverId(db),
    db,
    clock,
    plans,
    slices,
    appender: appender(db, plans, slices, clock, (plan, head, epoch) => live.tell({ plan, head, epoch })),
    live,
    passwords: passwords ?? (await openPasswords()),
    sessionOf: gathered((digests) => accountsBySession(db.read, digests)),
    code: firstCode(clock),
    reach,
    log,
    counters: counters(),
    backups,
    stopping: new AbortController(),
  }
}

/** The id of this service's data: a client binds what it has not sent yet to it. */
async function serverId(db: Database): Promise<string> {
  return db.transaction(async (tx) => {
    const known = await tx
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'server')
      .executeTakeFirst()
    if (known) return known.value
    const value = randomUUID()
    await tx.insertInto('setting').values({ key: 'server', value }).execute()
    return value
  })
}
