import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { existsSync, readFileSync } from 'node:fs'
import type { Moment } from '@/domain/ledger/entry'
import { after, type Clock } from '../clock'
import type { Database } from '../database/database'
import { isAlive } from './postmaster'

const NAME = 'service'
const LASTING = 20_000
const RENEWED = 5_000

/** Who holds a data folder: a process of a machine. */
export interface Holder {
  readonly host: string
  readonly pid: number
  /** When the process began, as the system counts; tells a process from a later one of the same number. */
  readonly began: string | null
  readonly since: Moment
}

/** The data folder is another service's. */
export class Leased extends Error {
  constructor(readonly holder: Holder) {
    super(`another service has this data: process ${holder.pid} on ${holder.host} since ${holder.since}`)
  }
}

/** Takes the data for one service, renews it, gives it back. A holder that is certainly dead (a process of this machine that is gone) loses it at once, one that is not heard of after its time. */
export async function takeLease(
  db: Database,
  clock: Clock,
  lost: () => void,
): Promise<{ readonly release: () => Promise<void> }> {
  const owner = randomUUID()
  const began = beganOf(process.pid)
  const holder: Holder = { host: hostname(), pid: process.pid, began, since: clock.now() }
  await db.transaction(async (tx) => {
    const held = await tx
      .selectFrom('lease')
      .selectAll()
      .where('name', '=', NAME)
      .forUpdate()
      .executeTakeFirst()
    const row = { owner, detail: JSON.stringify(holder), expires: after(clock.now(), LASTING) }
    if (!held)
      return tx
        .insertInto('lease')
        .values({ name: NAME, ...row })
        .execute()
    const other = JSON.parse(held.detail) as Holder
    if (held.expires > clock.now() && !isGone(other)) throw new Leased(other)
    return tx.updateTable('lease').set(row).where('name', '=', NAME).execute()
  })
  const renew = async (): Promise<void> => {
    const [done] = await db.transaction((tx) =>
      tx
        .updateTable('lease')
        .set({ expires: after(clock.now(), LASTING) })
        .where('name', '=', NAME)
        .where('owner', '=', owner)
        .execute(),
    )
    if (Number(done?.numUpdatedRows ?? 0) === 0) lost()
  }
  const timer = setInterval(() => void renew().catch(() => undefined), RENEWED)
  timer.unref()
  return {
    release: async () => {
      clearInterval(timer)
      await db.read.deleteFrom('lease').where('name', '=', NAME).where('owner', '=', owner).execute()
    },
  }
}

function isGone({ host, pid, began }: Holder): boolean {
  if (host !== hostname()) return false
  return !isAlive(pid) || (began !== null && beganOf(pid) !== began)
}

/** When a process began, in ticks since the machine did; `null` where the system does not tell. */
function beganOf(pid: number): string | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
}
