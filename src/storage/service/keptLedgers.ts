import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { ServicePage, ServiceRow } from '@/documents/service/answers'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { abortQuietly, keepDatabase } from '../database'
import type { Failed, StorageFailure } from '../ledgerStorage'
import type { Migration } from '../migrations'
import { decideAppend } from '../records'
import {
  behindRefused,
  nextToSend,
  stepAwaits,
  waits,
  type Cursor,
  type HeldNow,
  type QueuedStep,
  type StoredStep,
} from './outbox'
import { requeued } from './restored'

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
    /** The step to be sent next, and how far its ledger was read, as of one moment: a position means nothing in another epoch. */
    next: (): Promise<Done<{ readonly step: QueuedStep; readonly cursor: Cursor | null } | null>> =>
      database.run(async (db) => {
        const tx = db.transaction(ALL)
        const step = nextToSend(await readSteps(tx))
        if (!step) return null
        return {
          step,
          cursor: ((await tx.objectStore(CURSORS).get(step.plan)) as Cursor | undefined) ?? null,
        }
      }),
    cursor: (plan: string): Promise<Done<Cursor | null>> =>
      database.run(async (db) => ((await db.get(CURSORS, plan)) as Cursor | undefined) ?? null),
    cursors: (): Promise<Done<Cursor[]>> =>
      database.run(async (db) => (await db.getAll(CURSORS)) as Cursor[]),
    /** Notes that somebody has seen that the service was restored. */
    restoreSeen: () => writing(restoreSeen),
    /** Puts a step behind the queue, all or nothing and by id only once; the position it is based on is what this browser had read. */
    queue: (plan: string, entries: readonly Entry[], at: Moment) =>
      writing((tx) => queued(tx, plan, entries, at)),
    /** Takes a part of the ledger that was read after a position; one that another tab was before with changes nothing. What waits and is there already has arrived. */
    take: (page: ServicePage, after: number) => writing((tx) => taken(tx, account, page, after)),
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
    /** Notes why a step was refused, and of those behind it that hang on it that they are not sent. */
    refuse: (seq: number, refusal: ServiceRefusal) => writing((tx) => refused(tx, seq, refusal)),
    /** Marks a step that is still there: to be sent again, or seen. */
    mark: (seq: number, change: Partial<Pick<StoredStep, 'refusal' | 'aside' | 'basedOn'>>) =>
      writing(async (tx) => {
        const steps = tx.objectStore(STEPS)
        const step = (await steps.get(seq)) as StoredStep | undefined
        if (step) await steps.put({ ...step, ...change })
      }),
    /** Begins a plan anew in another epoch: nothing is confirmed, what is this account's own goes back into the queue. */
    restart: (plan: string, epoch: string, at: Moment) =>
      writing(async (tx) => {
        const cursor = (await tx.objectStore(CURSORS).get(plan)) as Cursor | undefined
        if (cursor?.epoch === epoch) return
        const rows = (await tx.objectStore(ROWS).getAll(behind(plan, 0))) as ServiceRow[]
        const steps = (await tx.objectStore(STEPS).getAll()) as StoredStep[]
        put(tx, STEPS, requeued(rows, steps, { plan, account, at }))
        await tx.objectStore(ROWS).delete(behind(plan, 0))
        await tx.objectStore(CURSORS).put({ plan, epoch, position: 0, restored: at })
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
  return steps.map((step) => ({ ...step, awaits: stepAwaits(step.records) }))
}

async function taken(
  tx: Writing,
  account: string,
  { plan, epoch, entries, head, more }: ServicePage,
  after: number,
): Promise<void> {
  const cursors = tx.objectStore(CURSORS)
  const cursor = (await cursors.get(plan)) as Cursor | undefined
  if ((cursor?.position ?? 0) !== after || (cursor && cursor.epoch !== epoch)) return
  put(
    tx,
    ROWS,
    entries.map((row) => keyed(plan, row)),
  )
  const position = more ? (entries.at(-1)?.position ?? after) : head
  await cursors.put({ ...cursor, plan, epoch, position })
  if (!more) await dropArrived(tx, plan, account)
}

async function refused(tx: Writing, seq: number, refusal: ServiceRefusal): Promise<void> {
  const steps = (await tx.objectStore(STEPS).getAll()) as StoredStep[]
  const step = steps.find((own) => own.seq === seq)
  if (!step) return
  const behind = behindRefused(step, steps).map((own) => ({ ...own, refusal: { kind: 'behind' } }))
  put(tx, STEPS, [{ ...step, refusal }, ...behind])
}

async function restoreSeen(tx: Writing): Promise<void> {
  const cursors = tx.objectStore(CURSORS)
  for (const cursor of (await cursors.getAll()) as Cursor[])
    if (cursor.restored) await cursors.put({ ...cursor, restored: null })
}

/** Takes out of the queue what stands in the ledger already: its answer was lost, or a restored service had it. */
async function dropArrived(tx: Writing, plan: string, account: string): Promise<void> {
  const index = tx.objectStore(ROWS).index('id')
  for (const step of (await tx.objectStore(STEPS).getAll()) as StoredStep[]) {
    if (step.plan !== plan || !waits(step)) continue
    const rows = await Promise.all(
      step.records.map(({ id }) => index.get(id) as Promise<ServiceRow | undefined>),
    )
    if (rows.every((row) => row?.by === account)) await tx.objectStore(STEPS).delete(step.seq)
  }
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
  return { kind: 'queued' as const, ids, awaits: stepAwaits(step.records) }
}
