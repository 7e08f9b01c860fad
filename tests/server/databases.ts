import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { installedEngine, type Engine } from '../../server/embedded/binaries'
import { openCluster, type Cluster } from '../../server/embedded/cluster'
import type { Opening } from '../../server/database/database'

/** The PostgreSQL 18 that comes as an optional package; `null` where it was left out. */
export const EMBEDDED = installedEngine(fileURLToPath(import.meta.url))

const DEBIAN = '/usr/lib/postgresql/15'

/** Debian's PostgreSQL 15; `null` where it is not installed (`apt-get install postgresql-15`). */
export const DEBIAN_15: Engine | null = existsSync(`${DEBIAN}/bin/postgres`)
  ? { folder: DEBIAN, version: '15', inPlace: true }
  : null

/** An engine this machine has, and how databases on it are opened. */
export interface Tried {
  readonly name: string
  readonly engine: Engine
  readonly opening: Partial<Opening>
}

/** How databases are opened where every transaction is serializable and one commit in three, at random, fails as a distributed engine's may. */
export function strict(): Partial<Opening> {
  let state = 20_201_105
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    isolation: 'serializable',
    beforeCommit: () => {
      if (random() < 1 / 3) throw Object.assign(new Error('injected conflict'), { code: '40001' })
    },
  }
}

/** What the service's tests run on: the PostgreSQL that is brought along, Debian's, and Debian's with conflicts; those that this machine has. */
export const ENGINES: readonly Tried[] = [
  ...(EMBEDDED ? [{ name: 'the embedded PostgreSQL 18', engine: EMBEDDED, opening: {} }] : []),
  ...(DEBIAN_15
    ? [
        { name: 'PostgreSQL 15', engine: DEBIAN_15, opening: {} },
        { name: 'PostgreSQL 15, serializable, with conflicts', engine: DEBIAN_15, opening: strict() },
      ]
    : []),
]

/** A temporary folder that a database's own user can enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-test-'))
  chmodSync(folder, 0o755)
  return folder
}

/** New databases on an engine, and how to leave no trace of them. */
export interface Databases {
  readonly database: () => Promise<string>
  readonly remove: () => Promise<void>
}

/** New databases on an engine that stands already, by the address of one of its databases whose user may create others; they are dropped again. */
export async function databasesAt(url: string): Promise<Databases> {
  const made: string[] = []
  const told = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  return {
    async database() {
      const name = `jixiao_check_${randomBytes(6).toString('hex')}`
      await told(`create database ${name}`)
      made.push(name)
      const address = new URL(url)
      address.pathname = `/${name}`
      return address.href
    },
    async remove() {
      for (const name of made) await told(`drop database ${name}`)
    },
  }
}

/** A cluster in a temporary folder, and new databases on it. */
export async function startCluster(engine: Engine): Promise<Databases & { readonly cluster: Cluster }> {
  const folder = temporaryFolder()
  const cluster = await openCluster(join(folder, 'data'), engine, () => undefined, null, join(folder, 'open'))
  let count = 0
  return {
    cluster,
    async database() {
      count += 1
      const name = `test_${count}`
      const client = new pg.Client({ connectionString: cluster.url })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return cluster.url.replace(/\/[^/]*$/, `/${name}`)
    },
    async remove() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
