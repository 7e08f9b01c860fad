import type { Entry, Moment } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { recordingFor } from '@/domain/ledger/recording'
import { readBody } from './stored'
import type { Tx } from '../database/database'

/** Whether the moments of a step's entries may not stand: one is ahead of the service's clock, or not after what is already there, which its author may have seen. */
export function outOfOrder(entries: readonly Entry[], ledger: Ledger, now: Moment): boolean {
  return entries.some(
    ({ subject, recordedAt }) =>
      recordedAt > now || recordingFor(ledger, [subject], recordedAt).recordedAt !== recordedAt,
  )
}

/**
 * Entries as they are recorded on the service (domain.md §6): none later than the service's clock, so that a fast clock wins over nobody, and each just after
 * the newest that its author had seen (`seen`), so that who answers an entry is never older than it. What nobody had seen keeps the moment of its author.
 */
export function inOrder(
  entries: readonly Entry[],
  { ledger, seen, now }: { readonly ledger: Ledger; readonly seen: Ledger; readonly now: Moment },
): readonly Entry[] {
  return entries.map((entry) => {
    const { subject, recordedAt: written } = entry
    const { recordedAt } =
      written > now ? recordingFor(ledger, [subject], now) : recordingFor(seen, [subject], written)
    return recordedAt === written ? entry : { ...entry, recordedAt }
  })
}

/** The slices of a ledger up to a position, as its reader had them. */
export async function seenBy(
  tx: Tx,
  plan: string,
  position: number,
  slices: ReadonlySet<string>,
): Promise<Ledger> {
  const rows = await tx
    .selectFrom('entry')
    .select('body')
    .where('plan', '=', plan)
    .where('slice', 'in', [...slices])
    .where('position', '<=', position)
    .execute()
  return addEntries(
    emptyLedger(plan),
    rows.map(({ body }) => readBody(body)),
  ).ledger
}
