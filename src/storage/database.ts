import { openDB, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks } from 'idb'
import { indexedDbFailure, isClosed, isCutOff, tellingError } from './indexedDbFailure'
import type { Failed, StorageFailure } from './ledgerStorage'
import { ENTRIES, stepsFrom, versionOf, type Migration } from './migrations'

/** How long to wait for other tabs to let go, and for the browser to answer at all, in ms. */
export interface Patience {
  readonly blocked: number
  readonly silence: number
}

/** A database kept open, and opened again when it was closed under us. */
export interface Database {
  /** Runs work on the open database; an error of the browser becomes a failure. */
  run<T>(
    work: (db: IDBPDatabase) => Promise<T>,
  ): Promise<{ readonly kind: 'done'; readonly value: T } | Failed>
  /** Notes that something is kept here from now on, so that an empty database is noticed later. */
  kept(): void
  /** Whether something was kept here once, in this visit or before. */
  wasKept(): boolean
  close(): void
}

interface Settings {
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly patience: Patience
  readonly lost: (failure: StorageFailure) => void
}

/** An opening: its outcome, and the failure to tell meanwhile when it takes too long. */
interface Connection {
  readonly settled: Promise<Connected>
  readonly stuck: Promise<Connected>
}

type Connected = { readonly kind: 'open'; readonly db: IDBPDatabase } | Failed

const CLEARED: StorageFailure = { kind: 'broken', cause: 'cleared', detail: 'the database is gone' }

/** Opens a database when first needed, brings it to the newest version, and lets go politely when a newer version wants it. */
export function keepDatabase({ name, migrations, patience, lost }: Settings): Database {
  let connection: Connection | null = null
  let closed = false
  let toldCleared = false
  let full = false
  const note = keptNote(name)

  /** A full disk is named once; until something is kept again, what breaks breaks for want of room. */
  const named = async (failure: StorageFailure): Promise<StorageFailure> => {
    if (failure.kind === 'full') full = true
    if (failure.kind !== 'broken' || failure.cause === 'cleared') return failure
    full ||= await noRoom()
    return full ? { kind: 'full' } : failure
  }

  const begin = (): Connection => {
    const { promise: stuck, resolve } = withResolver<Connected>()
    const give = (by: 'other-tab' | 'silence') => () => resolve(failed({ kind: 'blocked', by }))
    const timers = [setTimeout(give('silence'), patience.silence)]
    const letGo = (failure: StorageFailure) => {
      if (connection === mine) connection = null
      if (!closed) void named(failure).then(lost)
    }
    const open = async (): Promise<Connected> => {
      const errors: unknown[] = []
      let wasEmpty = false
      try {
        if (!hasIndexedDb()) return failed({ kind: 'missing' })
        const opening = () => openDB(name, versionOf(migrations), callbacks)
        const callbacks: OpenDBCallbacks<unknown> = {
          upgrade: (database, from, _to, tx) => {
            wasEmpty = from === 0
            migrate(database, tx, stepsFrom(migrations, from)).catch((error) => {
              errors.push(error)
              abortQuietly(tx)
            })
          },
          blocked: () => void timers.push(setTimeout(give('other-tab'), patience.blocked)),
          blocking: (_current, wanted) => {
            db.close()
            toldCleared = wanted === null
            letGo(toldCleared ? CLEARED : { kind: 'newer' })
          },
          terminated: () =>
            letGo({ kind: 'broken', cause: 'interrupted', detail: 'connection closed by the browser' }),
        }
        const db = await opening().catch((error: unknown) => {
          if (errors.length > 0 || !isCutOff(error)) throw error
          return opening()
        })
        if (closed) db.close()
        else if (wasEmpty && note.known() && !toldCleared) lost(CLEARED)
        toldCleared = false
        return { kind: 'open', db }
      } catch (error) {
        return failed(await named(indexedDbFailure(tellingError([...errors, error]), true)))
      } finally {
        timers.forEach(clearTimeout)
      }
    }
    const mine: Connection = {
      stuck,
      settled: open().then((connected) => {
        if (connected.kind === 'failed' && connection === mine) connection = null
        return connected
      }),
    }
    return mine
  }

  return {
    async run(work) {
      for (let attempt = 0; ; attempt += 1) {
        const used = (connection ??= begin())
        const connected = await Promise.race([used.settled, used.stuck])
        if (connected.kind === 'failed') return connected
        try {
          return { kind: 'done', value: await work(connected.db) }
        } catch (error) {
          const failure = indexedDbFailure(error, false)
          if (failure.kind === 'broken') {
            connected.db.close()
            if (connection === used) connection = null
          }
          if (isClosed(error) && attempt === 0 && !closed) continue
          return failed(await named(failure))
        }
      }
    },
    kept: () => {
      full = false
      note.remember()
    },
    wasKept: () => note.known(),
    close() {
      closed = true
      void connection?.settled.then((connected) => connected.kind === 'open' && connected.db.close())
    },
  }
}

/** Asked only when something broke; where it cannot be fetched, nothing is known. */
async function noRoom(): Promise<boolean> {
  const probe = await import('./diskProbe').catch(() => null)
  return (await probe?.noRoom()) ?? false
}

function failed(failure: StorageFailure): Failed {
  return { kind: 'failed', failure }
}

/** Aborts a transaction that may be aborting already. */
export function abortQuietly(tx: { abort(): void }): void {
  try {
    tx.abort()
  } catch {
    /* an error has aborted it before us */
  }
}

function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}

/**
 * A note beside the database that something was kept in it: a browser replaces a database that it cannot read by an empty one without a word
 * (Chromium did after its disk was full), and that must not pass for a first visit.
 */
function keptNote(name: string) {
  const key = `${name}.kept`
  let known = false
  return {
    known: () => known || quietly(() => localStorage.getItem(key) !== null),
    remember: () => {
      if (!known) quietly(() => localStorage.setItem(key, ''))
      known = true
    },
  }
}

/** A browser that denies this small note still works; it only notices less. */
function quietly<T>(act: () => T): T | false {
  try {
    return act()
  } catch {
    return false
  }
}

function hasIndexedDb(): boolean {
  return (globalThis.indexedDB ?? null) !== null
}

async function migrate(
  db: IDBPDatabase,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  steps: readonly Migration[],
): Promise<void> {
  tx.done.catch(() => {})
  for (const { adds, record } of steps) {
    for (const [store, { keyPath, indexes }] of Object.entries(adds)) {
      const made = db.createObjectStore(store, { keyPath })
      for (const [index, path] of Object.entries(indexes)) made.createIndex(index, path)
    }
    if (record === null) continue
    for (let cursor = await tx.objectStore(ENTRIES).openCursor(); cursor; cursor = await cursor.continue()) {
      await cursor.update(record(cursor.value))
    }
  }
}
