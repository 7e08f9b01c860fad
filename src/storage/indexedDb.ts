import type { IDBPDatabase } from 'idb'
import type { Entry } from '@/domain/ledger/entry'
import { now } from './clock'
import { abortQuietly, keepDatabase, type Patience } from './database'
import { tellingError } from './indexedDbFailure'
import type {
  Appended,
  Contents,
  Failed,
  Loaded,
  LedgerListener,
  LedgerStorage,
  StorageFailure,
} from './ledgerStorage'
import { BY_PLAN, DATABASE, ENTRIES, MIGRATIONS, type Migration } from './migrations'
import type { Decision, Keyed } from './records'
import { openTabs, whenPageReturns } from './tabs'

/** A ledger storage in this browser, which can say beforehand whether it works at all. */
export interface BrowserStorage extends LedgerStorage {
  /** Opens the database; `null` when it is usable. */
  trouble(): Promise<StorageFailure | null>
}

interface Settings {
  readonly migrations?: readonly Migration[]
  readonly patience?: Patience
  readonly whenReturning?: (callback: () => void) => () => void
}

interface Subscription {
  readonly plan: string
  readonly listener: LedgerListener
  /** Re-readings run one after another, so that each knows what the one before brought. */
  last: Promise<void>
}

const MANY = 100
const PATIENCE: Patience = { blocked: 1_500, silence: 10_000 }

/** Keeps ledgers in IndexedDB: one strict transaction an append, other tabs told at once and re-read when the page is returned to. */
export function indexedDbStorage({
  migrations = MIGRATIONS,
  patience = PATIENCE,
  whenReturning = whenPageReturns,
}: Settings = {}): BrowserStorage {
  const subscriptions = new Set<Subscription>()
  let untold: StorageFailure | null = null
  const database = keepDatabase({
    name: DATABASE,
    migrations,
    patience,
    lost: (failure) => {
      if (subscriptions.size === 0) untold = failure
      subscriptions.forEach(({ listener }) => listener.lost(failure))
    },
  })

  const reread = async (subscription: Subscription, ids: readonly string[] | null) => {
    const { plan, listener } = subscription
    const read = await database.run((db) => readUnknown(db, plan, ids, listener))
    if (!subscriptions.has(subscription)) return
    if (read.kind === 'failed') return listener.lost(read.failure)
    const news = await contents(read.value)
    if (news.entries.length + news.damaged.length > 0) listener.arrived(news)
  }
  const look = (plan: string | null, ids: readonly string[] | null) => {
    for (const subscription of subscriptions) {
      if (plan !== null && subscription.plan !== plan) continue
      subscription.last = subscription.last.then(() => reread(subscription, ids)).catch(surface)
    }
  }
  const tabs = openTabs(`${DATABASE}.${ENTRIES}`, (news) => look(news?.plan ?? null, news?.ids ?? null))
  const stopReturning = whenReturning(() => look(null, null))

  return {
    place: 'browser',
    async trouble() {
      const opened = await database.run(() => Promise.resolve())
      return opened.kind === 'failed' ? opened.failure : null
    },
    async load(plan) {
      const read = await database.run((db) => readPlan(db, plan))
      if (read.kind === 'failed') return read
      const { found, held } = read.value
      if (found.length > 0) database.kept()
      return loaded(found, held === 0 && database.wasKept())
    },
    async everything() {
      const read = await database.run(readAll)
      if (read.kind === 'failed') return read
      return loaded(read.value, read.value.length === 0 && database.wasKept())
    },
    async append(plan, entries): Promise<Appended> {
      const { decideAppend } = await records()
      const written = await database.run((db) =>
        write(db, entries, (held) => decideAppend(plan, entries, held, 'real')),
      )
      if (written.kind === 'failed') return written
      if (written.value.kind === 'failed') return written.value
      const at = now()
      const added = written.value.ids
      if (added.length > 0) {
        database.kept()
        tabs.tell({ plan, ids: added })
      }
      return { kind: 'saved', added, at }
    },
    subscribe(plan, listener) {
      const subscription: Subscription = { plan, listener, last: Promise.resolve() }
      subscriptions.add(subscription)
      if (untold) listener.lost(untold)
      untold = null
      return () => void subscriptions.delete(subscription)
    },
    close() {
      subscriptions.clear()
      stopReturning()
      tabs.close()
      database.close()
    },
  }
}

/** What reads and writes records: fetched when there are any, for a browser that has none shows its figures without. */
const records = () => import('./records')

async function contents(stored: readonly Keyed[]): Promise<Contents> {
  if (stored.length === 0) return { entries: [], damaged: [] }
  return (await records()).readRecords(stored, 'real')
}

/** What was read, and whether a storage that once held something is empty now. */
async function loaded(found: readonly Keyed[], gone: boolean): Promise<Loaded> {
  return { kind: 'loaded', ...(await contents(found)), ...(gone ? { gone } : {}) }
}

/** An error here is a bug in a listener: it must show, and must not stop later news. */
function surface(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}

/** A plan's records, and with them those that no index finds because they lost their plan; `held` counts those of all plans. */
async function readPlan(db: IDBPDatabase, plan: string): Promise<{ found: Keyed[]; held: number }> {
  const { store } = db.transaction(ENTRIES)
  const index = store.index(BY_PLAN)
  const [ids, records, indexed, all] = await Promise.all([
    index.getAllKeys(plan),
    index.getAll(plan),
    index.count(anyPlan()),
    store.count(),
  ])
  const found = records.map((record: unknown, at) => ({ id: keyText(ids[at]), record }))
  if (indexed === all) return { found, held: all }
  const [known, every] = await Promise.all([index.getAllKeys(anyPlan()), store.getAllKeys()])
  const placed = new Set(known.map(keyText))
  const lost = every.filter((id) => !placed.has(keyText(id)))
  const strays = await Promise.all(lost.map((id) => store.get(id) as Promise<unknown>))
  return { found: [...found, ...strays.map((record, at) => ({ id: keyText(lost[at]), record }))], held: all }
}

async function readAll(db: IDBPDatabase): Promise<Keyed[]> {
  const { store } = db.transaction(ENTRIES)
  const [ids, records] = await Promise.all([store.getAllKeys(), store.getAll()])
  return records.map((record: unknown, at) => ({ id: keyText(ids[at]), record }))
}

/** A record's key as text; only a damaged one has another. */
function keyText(key: IDBValidKey | undefined): string {
  return typeof key === 'string' ? key : JSON.stringify(key)
}

/** Every text: texts sort before arrays. */
function anyPlan(): IDBKeyRange {
  return IDBKeyRange.bound('', [], false, true)
}

async function readUnknown(
  db: IDBPDatabase,
  plan: string,
  ids: readonly string[] | null,
  listener: LedgerListener,
): Promise<Keyed[]> {
  const { store } = db.transaction(ENTRIES)
  const candidates =
    ids ?? (await store.index(BY_PLAN).getAllKeys(plan)).filter((id) => typeof id === 'string')
  const unknown = candidates.filter((id) => !listener.knows(id))
  const records = await Promise.all(unknown.map((id) => store.get(id) as Promise<unknown>))
  return unknown.flatMap((id, at) => (records[at] === undefined ? [] : [{ id, record: records[at] }]))
}

/** What is stored under ids; for many ids the keys are read at once first, since few of them are taken (10,000 new: 45 against 680 ms). */
async function readHeld(
  store: { get(id: string): Promise<unknown>; getAllKeys(): Promise<IDBValidKey[]> },
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const taken = ids.length > MANY ? new Set(await store.getAllKeys()) : null
  const asked = taken === null ? ids : ids.filter((id) => taken.has(id))
  const records = await Promise.all(asked.map((id) => store.get(id)))
  return new Map(asked.flatMap((id, at) => (records[at] === undefined ? [] : [[id, records[at]]])))
}

async function write(
  db: IDBPDatabase,
  entries: readonly Entry[],
  decide: (held: ReadonlyMap<string, unknown>) => Decision,
): Promise<{ readonly kind: 'written'; readonly ids: readonly string[] } | Failed> {
  const tx = db.transaction(ENTRIES, 'readwrite', { durability: 'strict' })
  tx.done.catch(() => {})
  const stored = await readHeld(tx.store, [...new Set(entries.map(({ id }) => id))])
  const decision = decide(stored)
  if (decision.kind === 'failed') return decision
  const adding = decision.records.map(async ({ record }) => {
    try {
      await tx.store.add(record)
    } catch (error) {
      abortQuietly(tx)
      throw error
    }
  })
  const outcomes = await Promise.allSettled([...adding, tx.done])
  const errors = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  )
  if (errors.length > 0) throw tellingError(errors)
  return { kind: 'written', ids: decision.records.map(({ id }) => id) }
}
