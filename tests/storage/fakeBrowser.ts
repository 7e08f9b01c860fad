import {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
} from 'fake-indexeddb'
import { vi } from 'vitest'
import { DATABASE, ENTRIES } from '@/storage/migrations'

const CLASSES = {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
}

/** Gives this test an IndexedDB with an empty disk; undo with `vi.unstubAllGlobals()`. */
export function giveIndexedDb(): void {
  for (const [name, value] of Object.entries(CLASSES)) vi.stubGlobal(name, value)
  vi.stubGlobal('indexedDB', new IDBFactory())
}

/** A database with its structure and contents, as a fixture keeps it. */
export interface Dump {
  readonly database: string
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly keyPath: string
    readonly indexes: readonly { readonly name: string; readonly keyPath: string }[]
    readonly records: readonly unknown[]
  }[]
}

/** Makes a database as a past version left it, with the browser's own calls and nothing of ours. */
export async function restore(dump: Dump): Promise<void> {
  const db = await rawOpen(dump.database, dump.version, (fresh) => {
    for (const { name, keyPath, indexes, records } of dump.stores) {
      const store = fresh.createObjectStore(name, { keyPath })
      for (const index of indexes) store.createIndex(index.name, index.keyPath)
      for (const record of records) store.add(record)
    }
  })
  db.close()
}

/** The structure and contents of a database as it is. */
export async function dump(database: string = DATABASE): Promise<Dump> {
  const db = await rawOpen(database)
  const tx = db.transaction([...db.objectStoreNames])
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async (name) => {
      const store = tx.objectStore(name)
      const indexes = [...store.indexNames].map((index) => ({
        name: index,
        keyPath: store.index(index).keyPath as string,
      }))
      return {
        name,
        keyPath: store.keyPath as string,
        indexes,
        records: await answer<unknown[]>(store.getAll()),
      }
    }),
  )
  db.close()
  return { database, version: db.version, stores }
}

/** Opens a database with the browser's own calls; a connection so made never lets go politely. */
export function rawOpen(
  name: string = DATABASE,
  version?: number,
  upgrade?: (db: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.addEventListener('upgradeneeded', () => upgrade?.(request.result))
  return answer(request)
}

/** Writes a record past the storage. */
export async function plant(record: unknown): Promise<void> {
  const db = await rawOpen()
  await answer(db.transaction(ENTRIES, 'readwrite').objectStore(ENTRIES).put(record))
  db.close()
}

/** What a request of the browser answers. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no error')))
  })
}
