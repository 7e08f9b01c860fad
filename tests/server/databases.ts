import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { installedEngine, type Engine } from '../../server/embedded/binaries'
import { openCluster, type Cluster } from '../../server/embedded/cluster'

/** The PostgreSQL 18 that comes as an optional package; `null` where it was left out. */
export const EMBEDDED = installedEngine(fileURLToPath(import.meta.url))

const DEBIAN = '/usr/lib/postgresql/15'

/** Debian's PostgreSQL 15; `null` where it is not installed (`apt-get install postgresql-15`). */
export const DEBIAN_15: Engine | null = existsSync(`${DEBIAN}/bin/postgres`)
  ? { folder: DEBIAN, version: '15', inPlace: true }
  : null

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
