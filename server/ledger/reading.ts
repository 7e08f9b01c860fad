import type { Moment } from '@/domain/ledger/entry'
import type { Database } from '../database/database'
import type { StoredRow } from './outcome'

/** Where a ledger stands. */
export interface Head {
  readonly plan: string
  readonly head: number
  readonly epoch: string
}

/** How many entries one answer holds at most. */
export const MOST_READ = 2_000

/** Part of a ledger in the order of its positions; `more` says that there is more behind it. */
export interface Page extends Head {
  readonly rows: readonly StoredRow[]
  readonly more: boolean
}

/** Where ledgers stand now; those that are not there are left out. */
export async function headsOf({ read }: Database, plans: readonly string[]): Promise<Head[]> {
  if (plans.length === 0) return []
  const rows = await read.selectFrom('ledger_head').selectAll().where('plan', 'in', plans).execute()
  return rows.map(({ plan, last, epoch }) => ({ plan, head: last, epoch }))
}

/** Reads a ledger after a position; `null` for a plan that is not here. Positions have no gaps, so a reader that goes on from the last one misses nothing. */
export async function readAfter(
  db: Database,
  plan: string,
  after: number,
  limit: number,
): Promise<Page | null> {
  return db.snapshot(async (tx) => {
    const head = await tx.selectFrom('ledger_head').selectAll().where('plan', '=', plan).executeTakeFirst()
    if (!head) return null
    const rows = await tx
      .selectFrom('entry')
      .select(['position', 'id', 'received_at', 'via', 'account', 'body'])
      .where('plan', '=', plan)
      .where('position', '>', after)
      .orderBy('position')
      .limit(limit)
      .execute()
    return {
      plan,
      head: head.last,
      epoch: head.epoch,
      rows: rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt })),
      more: (rows.at(-1)?.position ?? head.last) < head.last,
    }
  })
}

/** A row as the API writes it: the entry's own text inside, byte for byte. */
export function rowText({ position, receivedAt, via, account, body }: RowShown): string {
  const head = JSON.stringify({ position, receivedAt, via, by: account })
  return `${head.slice(0, -1)},"entry":${body}}`
}

interface RowShown {
  readonly position: number
  readonly receivedAt: Moment
  readonly via: string
  readonly account: string
  readonly body: string
}
