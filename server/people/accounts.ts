import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Moment } from '@/domain/ledger/entry'
import type { Role } from '@/domain/ledger/role'
import { sqlState } from '../database/retry'
import type { Database, Tx } from '../database/database'
import type { Tables } from '../database/tables'
import { foldedName } from './names'
import type { Passwords } from './passwords'

/** A role for a plan (`'*'`: every plan), for one project of it or for all. */
export interface Grant {
  readonly plan: string
  readonly role: Role
  readonly project: string | null
}

/** Somebody who may sign in, as others may see it: never with the hash. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly createdAt: Moment
  readonly disabledAt: Moment | null
  readonly grants: readonly Grant[]
}

/** Why an account is not made: its name or login is taken (they are never given twice), or the last administrator would go. */
export type AccountRefusal = { readonly kind: 'taken' | 'unknown' | 'last-administrator' }

/** Every plan. */
export const EVERY_PLAN = '*'

/** The grants of an account that hold for a plan. */
export function grantsFor({ grants }: Pick<Account, 'grants'>, plan: string): readonly Grant[] {
  return grants.filter((grant) => grant.plan === plan || grant.plan === EVERY_PLAN)
}

/** Whether an account administers the service: the role of every plan. */
export function isAdministrator({ grants }: Pick<Account, 'grants'>): boolean {
  return grants.some(({ plan, role }) => plan === EVERY_PLAN && role === 'admin')
}

/** An account by its id, with what it was granted. */
export async function accountOf(db: Kysely<Tables>, id: string): Promise<Account | null> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const grants = await db.selectFrom('grant_of').selectAll().where('account', '=', id).execute()
  return shown(row, grants)
}

/** A session with the account it is of. */
export interface SessionOfAccount {
  readonly session: { readonly seen_at: Moment; readonly expires_at: Moment }
  readonly account: Account
}

/** The accounts that sessions are of, by the digest of each session; those that are not there are left out. */
export async function accountsBySession(
  db: Kysely<Tables>,
  digests: readonly string[],
): Promise<ReadonlyMap<string, SessionOfAccount>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .leftJoin('grant_of', 'grant_of.account', 'account.id')
    .selectAll('account')
    .select(['session.digest', 'session.seen_at', 'session.expires_at'])
    .select(['grant_of.plan', 'grant_of.role', 'grant_of.project'])
    .where('session.digest', 'in', digests)
    .execute()
  const parted = new Map<string, typeof rows>()
  for (const row of rows) parted.set(row.digest, [...(parted.get(row.digest) ?? []), row])
  const found = new Map<string, SessionOfAccount>()
  for (const [digest, own] of parted) {
    const [first] = own
    if (!first) continue
    const grants = own.flatMap(({ id: account, plan, role, project }) =>
      plan === null || role === null || project === null ? [] : [{ account, plan, role, project }],
    )
    const { seen_at, expires_at } = first
    found.set(digest, { session: { seen_at, expires_at }, account: shown(first, grants) })
  }
  return found
}

/** Every account, in the order in which they were made. */
export async function allAccounts({ read }: Database): Promise<Account[]> {
  const rows = await read.selectFrom('account').selectAll().orderBy('created_at').orderBy('id').execute()
  const grants = await read.selectFrom('grant_of').selectAll().execute()
  return rows.map((row) =>
    shown(
      row,
      grants.filter(({ account }) => account === row.id),
    ),
  )
}

function shown(row: Tables['account'], grants: readonly Tables['grant_of'][]): Account {
  const { id, name, login, created_at: createdAt, disabled_at: disabledAt } = row
  return {
    id,
    name,
    login,
    createdAt,
    disabledAt,
    grants: grants.map(({ plan, role, project }) => ({ plan, role, project: project || null })),
  }
}

/** Makes an account; its name stands on entries, so it is unique, as a reader sees it, and never changes. Accounts are made one after the other: the row of the service's id is held meanwhile. */
export async function makeAccount(
  db: Database,
  made: {
    readonly name: string
    readonly login: string
    readonly hash: string
    readonly grants: readonly Grant[]
  },
  now: Moment,
): Promise<
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refusal: AccountRefusal }
> {
  const { name, login, hash, grants } = made
  const id = randomUUID()
  try {
    await db.transaction(async (tx) => {
      await tx.selectFrom('setting').select('key').where('key', '=', 'server').forUpdate().execute()
      const others = await tx.selectFrom('account').select('name').execute()
      if (others.some((other) => foldedName(other.name) === foldedName(name))) throw new NameTaken()
      await tx
        .insertInto('account')
        .values({ id, name, login, hash, created_at: now, disabled_at: null })
        .execute()
      await grant(tx, id, grants)
    })
    return { ok: true, id }
  } catch (error) {
    if (error instanceof NameTaken || sqlState(error) === '23505')
      return { ok: false, refusal: { kind: 'taken' } }
    throw error
  }
}

async function grant(tx: Tx, account: string, grants: readonly Grant[]): Promise<void> {
  const rows = new Map(
    grants.map(({ plan, role, project }) => [
      `${plan} ${role} ${project}`,
      { account, plan, role, project: project ?? '' },
    ]),
  )
  if (rows.size > 0)
    await tx
      .insertInto('grant_of')
      .values([...rows.values()])
      .execute()
}

/** What can be changed of an account: what it is granted, whether it may sign in, its password. */
export interface AccountChange {
  readonly grants?: readonly Grant[]
  readonly disabled?: boolean
  readonly hash?: string
}

/** Changes an account. One administrator always stays. */
export async function changeAccount(
  db: Database,
  id: string,
  { grants, disabled, hash }: AccountChange,
  now: Moment,
): Promise<AccountRefusal | null> {
  const changing = db.transaction<AccountRefusal | null>(async (tx) => {
    const before = await tx
      .selectFrom('account')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) return { kind: 'unknown' }
    if (grants) {
      await tx.deleteFrom('grant_of').where('account', '=', id).execute()
      await grant(tx, id, grants)
    }
    await tx
      .updateTable('account')
      .set({
        hash: hash ?? before.hash,
        disabled_at:
          disabled === undefined ? before.disabled_at : disabled ? (before.disabled_at ?? now) : null,
      })
      .where('id', '=', id)
      .execute()
    const left = await tx
      .selectFrom('account')
      .innerJoin('grant_of', 'grant_of.account', 'account.id')
      .select('account.id')
      .where('grant_of.plan', '=', EVERY_PLAN)
      .where('grant_of.role', '=', 'admin')
      .where('account.disabled_at', 'is', null)
      .limit(1)
      .execute()
    if (left.length === 0) throw new LastAdministrator()
    return null
  })
  return changing.catch((error: unknown) => {
    if (error instanceof LastAdministrator) return { kind: 'last-administrator' as const }
    throw error
  })
}

class LastAdministrator extends Error {}
class NameTaken extends Error {}

/** A password that is easy to read out: five groups of four, without letters that look alike. */
export function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(20)]
    .map((byte, index) => (index > 0 && index % 4 === 0 ? '-' : '') + letters[byte % letters.length])
    .join('')
}

/** Takes a new password where one is set at sign-in of an old hash. */
export async function rehash(
  db: Database,
  passwords: Passwords,
  id: string,
  password: string,
): Promise<void> {
  const hash = await passwords.hash(password)
  await db.transaction((tx) => tx.updateTable('account').set({ hash }).where('id', '=', id).execute())
}
