import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables'
import { readBody } from './stored'

/** How many entries are remembered before they are read anew. */
const MOST = 200_000

/** Where a ledger ends, read in the caller's transaction. */
interface Head {
  readonly plan: string
  readonly last: number
  readonly epoch: string
}

interface Remembered {
  readonly epoch: string
  ledger: Ledger
  readonly upTo: Map<string, number>
}

/**
 * The slices of the ledgers as they are in the database. A slice that was read is remembered with the position it was read to, and only what came after is read again:
 * positions rise in the order of commits, so nothing can appear before it.
 */
export function sliceReader() {
  const plans = new Map<string, Remembered>()
  let held = 0

  const reader = {
    /** A ledger that holds the wanted slices up to `head`, read through the caller's transaction; it may hold others too, older. */
    async read(db: Kysely<Tables>, { plan, last, epoch }: Head, keys: ReadonlySet<string>): Promise<Ledger> {
      if (held > MOST) {
        plans.clear()
        held = 0
      }
      let known = plans.get(plan)
      if (known?.epoch !== epoch) {
        known = { epoch, ledger: emptyLedger(plan), upTo: new Map() }
        plans.set(plan, known)
      }
      const { upTo } = known
      const behind = [...keys].filter((key) => (upTo.get(key) ?? 0) < last)
      if (behind.length === 0) return known.ledger
      const from = Math.min(...behind.map((key) => upTo.get(key) ?? 0))
      const rows = await db
        .selectFrom('entry')
        .select('body')
        .where('plan', '=', plan)
        .where('slice', 'in', behind)
        .where('position', '>', from)
        .where('position', '<=', last)
        .orderBy('position')
        .execute()
      known.ledger = addEntries(
        known.ledger,
        rows.map(({ body }) => readBody(body)),
      ).ledger
      held += rows.length
      for (const key of behind) upTo.set(key, Math.max(last, upTo.get(key) ?? 0))
      return known.ledger
    },
    /** A ledger of exactly what the wanted slices hold up to `head`: read past it meanwhile, it is read anew. */
    async whole(db: Kysely<Tables>, head: Head, keys: ReadonlySet<string>): Promise<Ledger> {
      const ledger = await reader.read(db, head, keys)
      const { upTo } = plans.get(head.plan) ?? {}
      if ([...keys].every((key) => (upTo?.get(key) ?? 0) <= head.last)) return ledger
      return sliceReader().read(db, head, keys)
    },
  }
  return reader
}

/** Remembers slices between transactions. */
export type SliceReader = ReturnType<typeof sliceReader>
