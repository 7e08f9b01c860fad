import { randomUUID } from 'node:crypto'
import type { Moment } from '@/domain/ledger/entry'
import { after } from '../clock'
import type { Database } from '../database/database'

const MINUTE = 60_000
const REMEMBERED = 60 * MINUTE

/** How many failures are free, and how long one waits at most after more, in ms. From an address that failed for an account: up to a quarter of an hour; for the account from elsewhere, never so long that anybody could lock its owner out. */
const RULES = {
  pair: { free: 5, most: 15 * MINUTE },
  address: { free: 30, most: 15 * MINUTE },
  account: { free: 20, most: 10_000 },
} as const

type Kind = keyof typeof RULES

function keysOf(login: string, address: string): readonly (readonly [Kind, string])[] {
  return [
    ['pair', `p ${login} ${address}`],
    ['address', `a ${address}`],
    ['account', `l ${login}`],
  ]
}

/** How many seconds somebody has to wait before trying a login from an address; 0 when at once. */
export async function waitFor(db: Database, login: string, address: string, now: Moment): Promise<number> {
  const keys = keysOf(login, address)
  const tries = await db.read
    .selectFrom('login_try')
    .select(['key', 'at', 'ok'])
    .where(
      'key',
      'in',
      keys.map(([, key]) => key),
    )
    .where('at', '>', after(now, -REMEMBERED))
    .orderBy('at')
    .execute()
  const waits = keys.map(([kind, key]) => {
    const own = tries.filter((one) => one.key === key)
    const failed = own.slice(own.map(({ ok }) => ok).lastIndexOf(1) + 1)
    const { free, most } = RULES[kind]
    const last = failed.at(-1)
    if (!last || failed.length < free) return 0
    const pause = Math.min(most, 1_000 * 2 ** (failed.length - free))
    return Math.max(0, pause - (Date.parse(now) - Date.parse(last.at)))
  })
  return Math.ceil(Math.max(...waits) / 1_000)
}

/** Notes a try. A success forgives the failures of the account from this address, not those of the address as a whole. */
export async function noteTry(
  db: Database,
  login: string,
  address: string,
  ok: boolean,
  now: Moment,
): Promise<void> {
  const noted = keysOf(login, address).filter(([kind]) => !ok || kind !== 'address')
  await db.transaction(async (tx) => {
    await tx.deleteFrom('login_try').where('at', '<', after(now, -REMEMBERED)).execute()
    await tx
      .insertInto('login_try')
      .values(noted.map(([, key]) => ({ key, at: now, id: randomUUID(), ok: ok ? 1 : 0 })))
      .execute()
  })
}
