import { createServer as createPlainServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { machineClock, type Clock } from './clock'
import { migrate, openDatabase } from './database/database'
import { installedEngine } from './embedded/binaries'
import { openCluster, type Cluster } from './embedded/cluster'
import { takeLease } from './embedded/lease'
import { makeApp } from './http/app'
import { pagesIn, shippedPlans } from './http/pages'
import { isLoopback } from './http/request'
import { seedPlans } from './ledger/plans'
import type { Log } from './log'
import { NoEngine } from './operatorWords'
import { makeService } from './service'

/** How a service is run. `database` is the address of a PostgreSQL of one's own; without it one is kept in `data`. */
export interface Options {
  readonly data: string
  readonly database: string | null
  readonly host: string
  readonly port: number
  readonly pages: string | null
  readonly tls: { readonly certificate: string; readonly key: string } | null
  readonly behindProxy: boolean
  /** The address of a proxy on another machine. */
  readonly proxy?: string | null
  readonly user: string | null
  readonly log: Log
  readonly clock?: Clock
  /** Called when the service can no longer be sure of its data and has to end. */
  readonly lost: () => void
}

/** A service that runs. `code` is the one-time code for the first administrator, while there is none. */
export interface RunningService {
  readonly address: string
  readonly port: number
  readonly code: string | null
  readonly adopted: boolean
  stop(): Promise<void>
}

const GRACE = 10_000

/** Starts a service: database, schema, plans, then the door. */
export async function startService(options: Options): Promise<RunningService> {
  const { log, clock = machineClock, pages, host, tls, lost } = options
  const cluster = options.database === null ? await embedded(options) : null
  const db = openDatabase({ url: cluster?.url ?? options.database ?? '' })
  try {
    const schema = await migrate(db, () => clock.now())
    log('schema', schema)
    const lease = cluster ? await takeLease(db, clock, lost) : null
    const reach = {
      secure: tls !== null || options.behindProxy,
      behindProxy: options.behindProxy,
      proxy: options.proxy ?? null,
      beyond: !isLoopback(host) && host !== 'localhost',
    }
    const service = await makeService(db, { clock, reach, log, backups: resolve(options.data, 'backups') })
    const shown = pages === null ? null : pagesIn(resolve(pages))
    if (shown) await seedPlans(db, shippedPlans(shown), clock.now())
    const app = makeApp(service, shown)
    const listener = getRequestListener(app.fetch)
    const server = tls
      ? createTlsServer({ cert: readFileSync(tls.certificate), key: readFileSync(tls.key) }, listener)
      : createPlainServer(listener)
    server.requestTimeout = 60_000
    server.headersTimeout = 20_000
    const port = await listening(server, host, options.port)
    const first = await db.read.selectFrom('account').select('id').limit(1).execute()
    log('listening', { host, port, embedded: cluster !== null })
    return {
      address: `${tls ? 'https' : 'http'}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/`,
      port,
      code: first.length === 0 ? service.code.make() : null,
      adopted: cluster?.adopted ?? false,
      async stop() {
        log('stopping')
        service.stopping.abort()
        service.live.stop()
        await closed(server)
        await lease?.release().catch(() => undefined)
        await db.close()
        await cluster?.stop()
        log('stopped')
      },
    }
  } catch (error) {
    await db.close().catch(() => undefined)
    throw error
  }
}

async function embedded({ data, log, user }: Options): Promise<Cluster> {
  const engine = installedEngine(import.meta.url)
  if (!engine) throw new NoEngine('no embedded PostgreSQL for this machine')
  return openCluster(resolve(data), engine, log, user)
}

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => done((server.address() as AddressInfo).port))
  })
}

/** Takes no new connection, lets what runs end, and after a while no longer waits for it. */
async function closed(server: Server): Promise<void> {
  const hard = setTimeout(() => server.closeAllConnections(), GRACE)
  await new Promise<void>((done) => {
    server.close(() => done())
    server.closeIdleConnections()
  })
  clearTimeout(hard)
}
