import { readRecords } from '../records'
import type { LedgerStorage, Loaded } from '../ledgerStorage'
import type { KeptLedgers } from './keptLedgers'
import { awaitingIn, changeTo, counts, lateIn, placesOf } from './outbox'
import type { ServiceSync } from './serviceSync'
import type { Showing } from './shownLedgers'

/** What a ledger storage over the service needs beside the line: who one is, which plans there are, and how to wait until a ledger could be read for the first time. */
interface Around {
  readonly kept: KeptLedgers
  readonly sync: ServiceSync
  readonly account: string
  readonly plans: () => Promise<readonly string[]>
  readonly waited: (ms: number) => Promise<void>
}

const ASK_AGAIN = 3_000

/** A ledger storage whose ledger is the service's: durable here at once, sent after that; what was never read waits until it can be, since an empty board would say that nothing was reported. */
export function serviceStorage({ kept, sync, account, plans, waited }: Around): LedgerStorage {
  const mine = new Map<string, Showing>()
  const closing = new AbortController()

  async function firstRead(plan: string): Promise<void> {
    while (!closing.signal.aborted) {
      await sync.pull(plan)
      const cursor = await kept.cursor(plan)
      if (cursor.kind === 'failed' || cursor.value !== null) return
      await waited(ASK_AGAIN)
    }
  }

  return {
    place: 'service',
    async load(plan): Promise<Loaded> {
      await firstRead(plan)
      const held = await kept.since(plan, null, 0)
      if (held.kind === 'failed') return held
      if (held.value === null) return { kind: 'loaded', entries: [], damaged: [] }
      const { standing, unread, shown } = changeTo(null, held.value)
      const showing = mine.get(plan)
      if (showing) showing.shown = shown
      showing?.listener.awaits(awaitingIn(held.value.steps))
      showing?.listener.late(lateIn(held.value.rows))
      showing?.listener.placed(placesOf(held.value.rows), true)
      void sync.send()
      const { damaged } = readRecords(
        unread.map((record) => ({ id: record.id, record })),
        'real',
      )
      return { kind: 'loaded', entries: standing, damaged }
    },
    async everything(): Promise<Loaded> {
      const known = await plans()
      await Promise.all(known.map((plan) => sync.pull(plan)))
      const held = await Promise.all(known.map((plan) => kept.since(plan, null, 0)))
      const lost = held.find(({ kind }) => kind === 'failed')
      if (lost?.kind === 'failed') return lost
      const records = held.flatMap((one) =>
        one.kind === 'done' && one.value
          ? [
              ...one.value.steps.filter(counts).flatMap((step) => step.records),
              ...one.value.rows.map(({ entry }) => entry),
            ]
          : [],
      )
      const byId = new Map(records.map((record) => [record.id, { id: record.id, record }]))
      return { kind: 'loaded', ...readRecords(byId.values(), 'real') }
    },
    append: (plan, entries) =>
      entries.every((entry) => entry.account === account)
        ? sync.queue(plan, entries, mine.get(plan) ?? null)
        : sync.bring(plan, entries),
    subscribe(plan, listener) {
      const showing: Showing = { plan, listener, shown: null, last: Promise.resolve() }
      mine.set(plan, showing)
      sync.showings.add(showing)
      return () => void sync.showings.delete(showing)
    },
    close() {
      closing.abort()
      for (const showing of mine.values()) sync.showings.delete(showing)
      mine.clear()
    },
  }
}
