import { randomUUID } from 'node:crypto'
import type { Moment } from '@/domain/ledger/entry'
import type { Database } from '../database/database'

/** What is written down of people and of care: never a password, a token or a code. */
export type Audited =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'password-changed'
  | 'session-ended'
  | 'first-administrator'
  | 'account-made'
  | 'account-changed'
  | 'plan-taken'
  | 'backup-made'
  | 'handover-brought'

/** One line of the audit. */
export interface AuditLine {
  readonly at: Moment
  readonly account: string
  readonly act: string
  readonly about: string
  readonly address: string
}

/** Writes down who did what, from where; `account` is `''` where nobody is signed in. */
export async function audit(
  db: Database,
  act: Audited,
  { account, about, address }: { readonly account: string; readonly about: string; readonly address: string },
  at: Moment,
): Promise<void> {
  await db.read
    .insertInto('audit')
    .values({ id: randomUUID(), at, account, act, about: about.slice(0, 500), address })
    .execute()
}

/** The newest lines of the audit. */
export async function auditLines({ read }: Database, limit: number): Promise<AuditLine[]> {
  return read
    .selectFrom('audit')
    .select(['at', 'account', 'act', 'about', 'address'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}
