import { join, resolve } from 'node:path'
import { machineClock } from '../clock'
import { migrate, openDatabase, type Database } from '../database/database'
import { installedEngine } from '../embedded/binaries'
import { holdsCluster, openCluster } from '../embedded/cluster'
import { takeLease } from '../embedded/lease'
import { NoEngine } from '../operatorWords'
import { backUp, backupName, restore, RestoreRefused } from './backup'

/** Which data a command is about: a folder with its database, or the address of one. */
export interface Whose {
  readonly data: string
  readonly database: string | null
  readonly user: string | null
}

/** Backs up, while the service runs or not; prints where. A folder that holds no service's data is refused: an empty backup would look like a good one. */
export async function runBackup(whose: Whose, out: string): Promise<void> {
  if (whose.database === null && !holdsCluster(resolve(whose.data)))
    throw new RestoreRefused('no-data', resolve(whose.data))
  await withDatabase(whose, false, async (db) => {
    const now = machineClock.now()
    const folder = join(resolve(out), backupName(now))
    const { rows } = await backUp(db, folder, now)
    console.log(`已备份 ${rows.entry ?? 0} 条记录、${rows.account ?? 0} 个账户：\n\n  ${folder}`)
  })
}

/** Restores into an empty place that no service uses. */
export async function runRestore(whose: Whose, folder: string): Promise<void> {
  await withDatabase(whose, true, async (db) => {
    const { rows, takenAt } = await restore(db, resolve(folder))
    console.log(`已恢复 ${takenAt} 的备份：${rows.entry ?? 0} 条记录、${rows.account ?? 0} 个账户。`)
  })
}

async function withDatabase(
  { data, database, user }: Whose,
  alone: boolean,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  const engine = database === null ? installedEngine(import.meta.url) : null
  if (database === null && !engine) throw new NoEngine('no embedded PostgreSQL for this machine')
  const cluster = engine && (await openCluster(resolve(data), engine, () => undefined, user))
  const db = openDatabase({ url: cluster?.url ?? database ?? '' })
  try {
    await migrate(db, () => machineClock.now())
    const lease = cluster && alone ? await takeLease(db, machineClock, () => process.exit(1)) : null
    await work(db)
    await lease?.release()
  } finally {
    await db.close()
    if (cluster?.adopted) cluster.leave()
    else await cluster?.stop()
  }
}
