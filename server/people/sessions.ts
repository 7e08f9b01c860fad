import { createHash, randomBytes } from 'node:crypto'
import type { Moment } from '@/domain/ledger/entry'
import { after } from '../clock'
import type { Database } from '../database/database'
import { isFull } from '../database/retry'
import { accountOf, type Account, type SessionOfAccount } from './accounts'

const HOUR = 3_600_000
/** A session ends half a day after it was last used, and a week after it was opened, whatever happens. */
const IDLE = 12 * HOUR
const LONGEST = 7 * 24 * HOUR
const NOTED_EACH = 5 * 60_000

/** A session as its owner may see it; `id` is the first part of its digest and opens nothing. */
export interface SessionShown {
  readonly id: string
  readonly createdAt: Moment
  readonly seenAt: Moment
  readonly address: string
  readonly agent: string
  readonly current: boolean
}

/** Who is signed in, by which session. */
export interface SignedIn {
  readonly account: Account
  readonly digest: string
}

/** Reads a session by its digest, with its account; `null` where there is none. */
export type SessionReader = (digest: string) => Promise<SessionOfAccount | null>

/** Where a request comes from. */
export interface Caller {
  readonly address: string
  readonly agent: string
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Opens a session: a token of 32 random bytes, of which only the digest is kept. */
export async function openSession(
  db: Database,
  account: string,
  { address, agent }: Caller,
  now: Moment,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.transaction(async (tx) => {
    await tx.deleteFrom('session').where('expires_at', '<', now).execute()
    await tx
      .insertInto('session')
      .values({
        digest: digestOf(token),
        account,
        created_at: now,
        seen_at: now,
        expires_at: after(now, LONGEST),
        address,
        agent: agent.slice(0, 200),
      })
      .execute()
  })
  return token
}

/** Who a token belongs to; `null` when it was revoked, has run out or never was, or the account is disabled. */
export async function signedInBy(
  db: Database,
  sessionOf: SessionReader,
  token: string,
  now: Moment,
): Promise<SignedIn | null> {
  const digest = digestOf(token)
  const found = await sessionOf(digest)
  if (!found || !stands(found.session, now) || found.account.disabledAt !== null) return null
  const { session: row, account } = found
  if (row.seen_at < after(now, -NOTED_EACH)) await noteSeen(db, digest, now)
  return { account, digest }
}

/** Notes when a session was last used; where there is no room to, whoever is signed in reads on all the same. */
async function noteSeen(db: Database, digest: string, now: Moment): Promise<void> {
  try {
    await db.read.updateTable('session').set({ seen_at: now }).where('digest', '=', digest).execute()
  } catch (error) {
    if (!isFull(error)) throw error
  }
}

async function standing(db: Database, digest: string, now: Moment) {
  const row = await db.read.selectFrom('session').selectAll().where('digest', '=', digest).executeTakeFirst()
  return row && stands(row, now) ? row : null
}

function stands(row: { readonly expires_at: Moment; readonly seen_at: Moment }, now: Moment): boolean {
  return row.expires_at >= now && row.seen_at >= after(now, -IDLE)
}

/** What an account is granted while a session stands and sees some plans, as a text to compare; `null` when it no longer does. What listens asks again and again. */
export async function rightsNow(
  db: Database,
  digest: string,
  plans: readonly string[],
  now: Moment,
): Promise<string | null> {
  const row = await standing(db, digest, now)
  const account = row && (await accountOf(db.read, row.account))
  const sees =
    account?.disabledAt === null &&
    plans.every((plan) => account.grants.some((grant) => grant.plan === plan || grant.plan === '*'))
  return sees ? rightsOf(account) : null
}

/** What an account is granted, as a text to compare. */
export function rightsOf({ grants }: Pick<Account, 'grants'>): string {
  return grants
    .map(({ plan, role, project }) => JSON.stringify([plan, role, project]))
    .sort()
    .join()
}

/** The sessions of an account. */
export async function sessionsOf(
  { read }: Database,
  account: string,
  current: string,
): Promise<SessionShown[]> {
  const rows = await read
    .selectFrom('session')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ digest, created_at: createdAt, seen_at: seenAt, address, agent }) => ({
    id: digest.slice(0, 16),
    createdAt,
    seenAt,
    address,
    agent,
    current: digest === current,
  }))
}

/** Ends the session of a token, whoever's it is: another takes its place in the same browser. Returns how many. */
export async function endOwnSession(db: Database, token: string): Promise<number> {
  const done = await db.transaction((tx) =>
    tx.deleteFrom('session').where('digest', '=', digestOf(token)).execute(),
  )
  return Number(done[0]?.numDeletedRows ?? 0)
}

/** Ends sessions of an account: one by its shown id, or all but one, or all. Returns how many. */
export async function endSessions(
  db: Database,
  account: string,
  which: { readonly id: string } | { readonly but: string | null },
): Promise<number> {
  const done = await db.transaction(async (tx) => {
    const query = tx.deleteFrom('session').where('account', '=', account)
    if ('id' in which)
      return query.where('digest', 'like', `${which.id.replaceAll(/[^0-9a-f]/g, '')}%`).execute()
    return which.but === null ? query.execute() : query.where('digest', '<>', which.but).execute()
  })
  return Number(done[0]?.numDeletedRows ?? 0)
}
