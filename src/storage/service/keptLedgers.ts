import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { ServicePage, ServiceRow } from '@/documents/service/answers'
import type { Entry, EntryKind, Moment } from '@/domain/ledger/entry'
import { abortQuietly, keepDatabase } from '../database'
import type { Failed, StorageFailure } from '../ledgerStorage'
import type { Migration } from '../migrations'
import { decideAppend } from '../records'
import {
  namedBy,
  requeued,
  stepAwaits,
  type Cursor,
  type HeldNow,
  type QueuedStep,
  type StoredStep,
} from './outbox'

const ROWS = 'rows'
const STEPS = 'steps'
const CURSORS = 'cursors'
const FILES = 'files'
const ALL = [ROWS, STEPS, CURSORS]
const PATIENCE = { blocked: 1_500, silence: 10_000 }
const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    adds: {
      [ROWS]: { keyPath: 'key', indexes: { id: 'id' } },
      [STEPS]: { keyPath: 'seq', indexes: {} },
      [CURSORS]: { keyPath: 'plan', indexes: {} },
      [FILES]: { keyPath: 'name', indexes: {} },
    },
    record: null,
  },
]

type Done<T> = { readonly kind: 'done'; readonly value: T } | Failed
type Writing = IDBPTransaction<unknown, string[], 'readwrite'>
type Reading = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>

/** What this browser keeps of a service for one account: confirmed rows, the queue of steps, how far each ledger was read, the plan files. */
export type KeptLedgers = ReturnType<typeof keptLedgers>

/** Opens it: a database of its own by service and account, so that nobody sees or sends the queue of another (domain.md §9). */
export function keptLedgers(server: string, account: string, lost: (failure: StorageFailure) => void) {
  const name = `jixiao-board.service.${server}.${account}`
  const database = keepDatabase({ name, migrations: MIGRATIONS, patience: PATIENCE, lost })
  const writing = <T>(work: (tx: Writing) => Promise<T>): Promise<Done<T>> =>
    database.run((db) => inOne(db, work))

  return {
    name,
    /** What is held of a plan behind a position; everything where the epoch is another, `null` where it was never read. */
    since: (plan: string, epoch: string | null, position: number): Promise<Done<HeldNow | null>> =>
      database.run(async (db) => {
        const tx = db.transaction(ALL)
        const cursor = (await tx.objectStore(CURSORS).get(plan)) as Cursor | undefined
        const from = cursor?.epoch === epoch ? position : 0
        const [rows, steps] = await Promise.all([
          tx.objectStore(ROWS).getAll(behind(plan, from)) as Promise<ServiceRow[]>,
          readSteps(tx),
        ])
        return cursor ? { cursor, rows, steps: steps.filter((step) => step.plan === plan) } : null
      }),
    steps: (): Promise<Done<QueuedStep[]>> => database.run((db) => readSteps(db.transaction(ALL))),
    cursor: (plan: string): Promise<Done<Cursor | null>> =>
      database.run(async (db) => ((await db.get(CURSORS, plan)) as Cursor | undefined) ?? null),
    /** Puts a step behind the queue, all or nothing and by id only once; the position it is based on is what this browser had read. */
    queue: (plan: string, entries: readonly Entry[], at: Moment) =>
      writing((tx) => queued(tx, plan, entries, at)),
    /** Takes a part of the ledger that was read after a position; one that another tab was before with changes nothing. */
    take: ({ plan, epoch, entries, head, more }: ServicePage, after: number) =>
      writing(async (tx) => {
        const cursors = tx.objectStore(CURSORS)
        const cursor = (await cursors.get(plan)) as Cursor | undefined
        if ((cursor?.position ?? 0) !== after || (cursor && cursor.epoch !== epoch)) return
        put(
          tx,
          ROWS,
          entries.map((row) => keyed(plan, row)),
        )
        await cursors.put({ plan, epoch, position: more ? (entries.at(-1)?.position ?? after) : head })
      }),
    /** Confirms a step: its rows stand, it leaves the queue. */
    confirm: ({ plan, seq }: QueuedStep, epoch: string, rows: readonly ServiceRow[]) =>
      writing(async (tx) => {
        const cursor = (await tx.objectStore(CURSORS).get(plan)) as Cursor | undefined
        if (cursor?.epoch !== epoch) return
        put(
          tx,
          ROWS,
          rows.map((row) => keyed(plan, row)),
        )
        await tx.objectStore(STEPS).delete(seq)
      }),
    /** Marks a step that is still there: refused, to be sent again, or seen. */
    mark: (seq: number, change: Partial<Pick<StoredStep, 'refusal' | 'aside' | 'basedOn'>>) =>
      writing(async (tx) => {
        const steps = tx.objectStore(STEPS)
        const step = (await steps.get(seq)) as StoredStep | undefined
        if (step) await steps.put({ ...step, ...change })
      }),
    /** Begins a plan anew in another epoch: nothing is confirmed, what is this account's own goes back into the queue. */
    restart: (plan: string, epoch: string, account: string, at: Moment) =>
      writing(async (tx) => {
        const cursor = (await tx.objectStore(CURSORS).get(plan)) as Cursor | undefined
        if (cursor?.epoch === epoch) return
        const rows = (await tx.objectStore(ROWS).getAll(behind(plan, 0))) as ServiceRow[]
        const steps = (await tx.objectStore(STEPS).getAll()) as StoredStep[]
        put(tx, STEPS, requeued(rows, steps, { plan, account, at }))
        await tx.objectStore(ROWS).delete(behind(plan, 0))
        await tx.objectStore(CURSORS).put({ plan, epoch, position: 0 })
      }),
    file: (name: string): Promise<Done<string | null>> =>
      database.run(async (db) => {
        const file = (await db.get(FILES, name)) as { text: string } | undefined
        return file?.text ?? null
      }),
    keepFile: (name: string, text: string) =>
      database.run(async (db) => void (await db.put(FILES, { name, text }))),
    kept: () => database.kept(),
    close: () => database.close(),
  }
}

function keyed(plan: string, row: ServiceRow): ServiceRow & { readonly key: string } {
  return { ...row, key: keyOf(plan, row.position) }
}

function keyOf(plan: string, position: number): string {
  return `${plan} ${String(position).padStart(15, '0')}`
}

function behind(plan: string, position: number): IDBKeyRange {
  return IDBKeyRange.bound(keyOf(plan, position), `${plan} ~`, true)
}

/** The queue, and of each step whether it takes effect only when the service has written it. */
async function readSteps(tx: Reading): Promise<QueuedStep[]> {
  const steps = (await tx.objectStore(STEPS).getAll()) as StoredStep[]
  return Promise.all(steps.map(async (step) => ({ ...step, awaits: await awaits(tx, step.records, steps) })))
}

/** Whether a step awaits the service; what a void of it names is looked up among the confirmed and the waiting. */
async function awaits(
  tx: Reading,
  records: StoredStep['records'],
  steps: readonly StoredStep[],
): Promise<boolean> {
  const kinds = new Map<string, unknown>()
  for (const id of namedBy(records)) {
    const row = (await tx.objectStore(ROWS).index('id').get(id)) as ServiceRow | undefined
    const waiting = steps.flatMap((step) => step.records).find((record) => record.id === id)
    kinds.set(id, ((row?.entry ?? waiting) as { readonly kind?: unknown } | undefined)?.kind)
  }
  return stepAwaits(records, (id) => (kinds.get(id) as EntryKind | undefined) ?? null)
}

/** Puts records; one that does not go in fails the transaction, which tells it. */
function put(tx: Writing, store: string, records: readonly unknown[]): void {
  for (const record of records)
    tx.objectStore(store)
      .put(record)
      .catch(() => {})
}

/** One strict transaction: everything in it is durable when it resolves, or nothing of it. */
async function inOne<T>(db: IDBPDatabase, work: (tx: Writing) => Promise<T>): Promise<T> {
  const tx = db.transaction(ALL, 'readwrite', { durability: 'strict' })
  tx.done.catch(() => {})
  try {
    const value = await work(tx)
    await tx.done
    return value
  } catch (error) {
    abortQuietly(tx)
    throw error
  }
}

async function queued(tx: Writing, plan: string, entries: readonly Entry[], at: Moment) {
  const cursor = (await tx.objectStore(CURSORS).get(plan)) as Cursor | undefined
  const steps = (await tx.objectStore(STEPS).getAll()) as StoredStep[]
  const held = new Map<string, unknown>(
    steps.flatMap(({ records }) => records.map((record) => [record.id, record] as const)),
  )
  const index = tx.objectStore(ROWS).index('id')
  const rows = await Promise.all(entries.map(({ id }) => index.get(id) as Promise<ServiceRow | undefined>))
  for (const row of rows) if (row) held.set(row.id, row.entry)
  const decision = decideAppend(plan, entries, held, 'real')
  if (decision.kind === 'failed') return decision
  const ids = decision.records.map(({ id }) => id)
  if (ids.length === 0) return { kind: 'queued' as const, ids, awaits: false }
  const step: StoredStep = {
    seq: Math.max(0, ...steps.map(({ seq }) => seq)) + 1,
    plan,
    basedOn: cursor?.position ?? 0,
    at,
    records: decision.records.map(({ record }) => record as StoredStep['records'][number]),
    refusal: null,
    aside: false,
  }
  await tx.objectStore(STEPS).put(step)
  return { kind: 'queued' as const, ids, awaits: await awaits(tx, step.records, steps) }
}
