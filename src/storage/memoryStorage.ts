import type { Origin } from '@/documents/entries/entryCodec'
import { now } from './clock'
import type { LedgerListener, LedgerStorage } from './ledgerStorage'
import { decideAppend, readRecords } from './records'

/** Records in memory by id, and who wants to hear of new ones; storages on one shelf are like tabs of one browser. */
export interface Shelf {
  readonly records: Map<string, unknown>
  readonly subscriptions: Set<{
    readonly listener: LedgerListener
    readonly plan: string
    readonly owner: object
  }>
}

export function emptyShelf(): Shelf {
  return { records: new Map(), subscriptions: new Set() }
}

/** Keeps ledgers in this page's memory only: for a trial, and where the browser keeps nothing. `place` says so, that the screen can. */
export function memoryStorage(origin: Origin = 'real', shelf: Shelf = emptyShelf()): LedgerStorage {
  const owner = {}
  const stored = () => [...shelf.records].map(([id, record]) => ({ id, record }))
  return {
    place: 'memory',
    load(plan) {
      const { entries, damaged } = readRecords(stored(), origin)
      return Promise.resolve({
        kind: 'loaded',
        entries: entries.filter((entry) => entry.plan === plan),
        damaged: damaged.filter(({ record }) => planOf(record) === plan || planOf(record) === null),
      })
    },
    everything: () => Promise.resolve({ kind: 'loaded', ...readRecords(stored(), origin) }),
    append(plan, entries) {
      const decision = decideAppend(plan, entries, shelf.records, origin)
      if (decision.kind === 'failed') return Promise.resolve(decision)
      for (const { id, record } of decision.records) shelf.records.set(id, record)
      for (const { listener, ...subscription } of shelf.subscriptions) {
        if (subscription.owner === owner || subscription.plan !== plan) continue
        const news = readRecords(
          decision.records.filter(({ id }) => !listener.knows(id)),
          origin,
        )
        if (news.entries.length > 0) listener.arrived(news)
      }
      return Promise.resolve({ kind: 'saved', added: decision.records.map(({ id }) => id), at: now() })
    },
    subscribe(plan, listener) {
      const subscription = { listener, plan, owner }
      shelf.subscriptions.add(subscription)
      return () => void shelf.subscriptions.delete(subscription)
    },
    close() {
      for (const subscription of shelf.subscriptions) {
        if (subscription.owner === owner) shelf.subscriptions.delete(subscription)
      }
    },
  }
}

function planOf(record: unknown): string | null {
  const plan: unknown = typeof record === 'object' && record !== null && 'plan' in record ? record.plan : null
  return typeof plan === 'string' ? plan : null
}
