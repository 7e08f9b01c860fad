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

/** A cluster in a temporary folder, and new databases on it. */
export async function startCluster(engine: Engine): Promise<{
  readonly cluster: Cluster
  readonly database: () => Promise<string>
  readonly remove: () => Promise<void>
}> {
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
