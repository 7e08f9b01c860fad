import { randomUUID } from 'node:crypto'
import type { Moment } from '@/domain/ledger/entry'
import { after } from '../clock'
import type { Database, Tx } from '../database/database'

const MINUTE = 60_000
const REMEMBERED = 60 * MINUTE
const KNOWN = 30 * 24 * 60 * MINUTE

/**
 * How many failures are free, and how long one waits at most after more, in ms. For an account from an address that failed for it: up to a quarter of an hour. For everybody else at
 * that address, and for the account from elsewhere: never so long that one could lock the others out.
 */
const RULES = {
  pair: { free: 5, most: 15 * MINUTE },
  address: { free: 30, most: 10_000 },
  account: { free: 20, most: 10_000 },
} as const

type Kind = keyof typeof RULES

function keysOf(login: string, address: string): Readonly<Record<Kind, string>> {
  return { pair: `p ${login} ${address}`, address: `a ${address}`, account: `l ${login}` }
}

/** A try of a password that has begun: it counts as failed until it is said to be right. */
export interface BegunTry {
  readonly right: (now: Moment) => Promise<void>
}

/**
 * Begins a try of a login from an address, or says how many seconds it has to wait. It is counted before the password is looked at, one after the other under the row of the service's
 * id, so that as many at once as one likes are no more than as many in turn.
 */
export async function beginTry(
  db: Database,
  login: string,
  address: string,
  now: Moment,
): Promise<BegunTry | { readonly seconds: number }> {
  const keys = keysOf(login, address)
  const id = randomUUID()
  const seconds = await db.transaction(async (tx) => {
    await tx.selectFrom('setting').select('key').where('key', '=', 'server').forUpdate().execute()
    await forget(tx, now)
    const wait = await waitFor(tx, keys, now)
    if (wait === 0)
      await tx
        .insertInto('login_try')
        .values(Object.values(keys).map((key) => ({ key, at: now, id, ok: 0 })))
        .execute()
    return wait
  })
  if (seconds > 0) return { seconds }
  return { right: (then) => forgive(db, keys, id, then) }
}

async function forget(tx: Tx, now: Moment): Promise<void> {
  await tx.deleteFrom('login_try').where('ok', '=', 0).where('at', '<', after(now, -REMEMBERED)).execute()
  await tx.deleteFrom('login_try').where('at', '<', after(now, -KNOWN)).execute()
}

/** How many seconds to wait. Who has signed in from this address before is held up only by failures of his own there, not by those of others. */
async function waitFor(tx: Tx, keys: Readonly<Record<Kind, string>>, now: Moment): Promise<number> {
  const tries = await tx
    .selectFrom('login_try')
    .select(['key', 'at', 'ok'])
    .where('key', 'in', Object.values(keys))
    .orderBy('at')
    .execute()
  const known = tries.some(({ key, ok }) => key === keys.pair && ok === 1)
  const kinds: readonly Kind[] = known ? ['pair'] : ['pair', 'address', 'account']
  const waits = kinds.map((kind) => {
    const failed = tries.filter(({ key, ok }) => key === keys[kind] && ok === 0)
    const { free, most } = RULES[kind]
    const last = failed.at(-1)
    if (!last || failed.length < free) return 0
    const pause = Math.min(most, 1_000 * 2 ** (failed.length - free))
    return Math.max(0, pause - (Date.parse(now) - Date.parse(last.at)))
  })
  return Math.ceil(Math.max(...waits) / 1_000)
}

/** A right password forgives the failures of its account, and of the address this one try: that others failed there stays. */
async function forgive(
  db: Database,
  { pair, address, account }: Readonly<Record<Kind, string>>,
  id: string,
  now: Moment,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.deleteFrom('login_try').where('key', 'in', [pair, account]).execute()
    await tx.deleteFrom('login_try').where('key', '=', address).where('id', '=', id).execute()
    await tx.insertInto('login_try').values({ key: pair, at: now, id, ok: 1 }).execute()
  })
}
