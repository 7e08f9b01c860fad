import { forceCloseDatabase } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { indexedDbStorage } from '@/storage/indexedDb'
import type { LedgerStorage } from '@/storage/ledgerStorage'
import { DATABASE, ENTRIES, MIGRATIONS, versionOf, type Migration } from '@/storage/migrations'
import { openStorage } from '@/storage/openStorage'
import { openTabs } from '@/storage/tabs'
import { ledgerStorageContract, remembering } from './contract'
import { payment, PLAN } from './entries'
import { answer, dump, giveIndexedDb, plant, rawOpen } from './fakeBrowser'

let tabs: LedgerStorage[] = []
type Settings = NonNullable<Parameters<typeof indexedDbStorage>[0]>

const openTab = (settings?: Settings) => {
  const tab = indexedDbStorage(settings)
  tabs.push(tab)
  return tab
}

beforeEach(() => giveIndexedDb())
afterEach(async () => {
  tabs.forEach((tab) => tab.close())
  tabs = []
  vi.restoreAllMocks()
  await new Promise((resolve) => setTimeout(resolve, 5))
  vi.unstubAllGlobals()
})

ledgerStorageContract('indexedDbStorage', () => {
  giveIndexedDb()
  return {
    openTab: () => indexedDbStorage(),
    plant,
    records: async () => {
      const records = (await dump()).stores[0]?.records as { id: string }[]
      return new Map(records.map((record) => [record.id, record]))
    },
    clear: () => Promise.resolve(),
  }
})

const next: Migration = { to: versionOf(MIGRATIONS) + 1, adds: {}, record: null }
const NEXT = [...MIGRATIONS, next]
const quota = () => new DOMException('no room', 'QuotaExceededError')

describe('durability', () => {
  it('resolves only after a strict transaction has completed', async () => {
    const tab = openTab()
    await tab.load(PLAN)
    const steps: string[] = []
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    transaction.mockImplementationOnce(function (this: IDBDatabase, ...args) {
      const tx = this.transaction(...args)
      tx.addEventListener('complete', () => steps.push('complete'))
      return tx
    })
    await tab.append(PLAN, [payment(), payment()]).then(() => steps.push('saved'))
    expect(steps).toEqual(['complete', 'saved'])
    expect(transaction.mock.calls[0]).toEqual([ENTRIES, 'readwrite', { durability: 'strict' }])
  })

  it('stores the encoded entry and nothing else', async () => {
    const entry = payment()
    await openTab().append(PLAN, [entry])
    expect((await dump()).stores[0]?.records).toEqual([encodeEntry(entry)])
  })
})

type Add = (record: unknown) => IDBRequest<IDBValidKey>
type Interference = (add: Add, record: unknown, tx: IDBTransaction) => IDBRequest<IDBValidKey>

/** Interferes with the n-th record that is added. */
function interfere(at: number, act: Interference): void {
  const original = Reflect.get(IDBObjectStore.prototype, 'add') as Add
  let count = 0
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, record) {
    const add: Add = (given) => original.call(this, given)
    return count++ === at ? act(add, record, this.transaction) : add(record)
  })
}

const twice: Interference = (add, record) => {
  add(record)
  return add(record)
}

describe('all or nothing', () => {
  const failures: [string, Interference, string][] = [
    [
      'the disk fills up in the middle',
      () => {
        throw quota()
      },
      'full',
    ],
    [
      'the disk fills up at the commit',
      (add, record, tx) => {
        const request = add(record)
        const abort = Reflect.get(tx, '_abort') as (name: string) => void
        request.addEventListener('success', () => abort.call(tx, 'QuotaExceededError'))
        return request
      },
      'full',
    ],
    ['a record cannot be stored', (add) => add({ id: 'bad', call: () => {} }), 'broken'],
    ['an id turns out to be taken', twice, 'broken'],
  ]
  it.each(failures.flatMap(([name, act, kind]) => [0, 1, 2].map((at) => [name, at, kind, act] as const)))(
    'keeps nothing of a batch when %s (at entry %i), and a second try saves it',
    async (_name, at, kind, act) => {
      const tab = openTab()
      const before = payment()
      await tab.append(PLAN, [before])
      const batch = [payment(), payment(), payment()]
      interfere(at, act)
      const result = await tab.append(PLAN, batch)
      expect(result).toMatchObject({ kind: 'failed', failure: { kind } })
      vi.restoreAllMocks()
      expect(await openTab().load(PLAN)).toEqual({ kind: 'loaded', entries: [before], damaged: [] })
      expect(await tab.append(PLAN, batch)).toMatchObject({ kind: 'saved', added: batch.map(({ id }) => id) })
      expect(await openTab().load(PLAN)).toMatchObject({ entries: [before, ...batch] })
    },
  )

  it('names the constraint that failed, not the abort that followed', async () => {
    const tab = openTab()
    interfere(0, twice)
    expect(await tab.append(PLAN, [payment()])).toMatchObject({
      failure: {
        kind: 'broken',
        cause: 'error',
        detail: expect.stringContaining('ConstraintError') as string,
      },
    })
  })
})

describe('a browser that does not keep', () => {
  it('says that IndexedDB is missing, and memory takes its place', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const tab = openTab()
    expect(await tab.load(PLAN)).toEqual({ kind: 'failed', failure: { kind: 'missing' } })
    expect(await tab.append(PLAN, [payment()])).toEqual({ kind: 'failed', failure: { kind: 'missing' } })
    const opened = await openStorage()
    expect(opened).toMatchObject({ storage: { place: 'memory' }, memoryBecause: { kind: 'missing' } })
    expect(await opened.storage.append(PLAN, [payment()])).toMatchObject({ kind: 'saved' })
  })

  it.each(['SecurityError', 'NotAllowedError', 'InvalidStateError'])(
    'says that %s is a denial, and memory takes its place',
    async (name) => {
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('no', name)
      })
      const denied = { kind: 'blocked', by: 'denied' }
      expect(await openTab().append(PLAN, [payment()])).toEqual({ kind: 'failed', failure: denied })
      expect(await openStorage()).toMatchObject({ storage: { place: 'memory' }, memoryBecause: denied })
    },
  )

  it('works once the browser no longer denies', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('no', 'SecurityError')
    })
    const tab = openTab()
    expect(await tab.load(PLAN)).toMatchObject({ kind: 'failed' })
    expect(await tab.load(PLAN)).toMatchObject({ kind: 'loaded' })
  })

  it('says that reading the property itself is denied', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
    expect(await openTab().load(PLAN)).toEqual({ kind: 'failed', failure: { kind: 'blocked', by: 'denied' } })
    Object.defineProperty(globalThis, 'indexedDB', before ?? {})
  })

  it('uses the browser where it keeps', async () => {
    const opened = await openStorage()
    tabs.push(opened.storage)
    expect(opened).toMatchObject({ storage: { place: 'browser' }, memoryBecause: null })
  })

  it('says that a full disk cannot even be opened', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw quota()
    })
    expect(await openTab().load(PLAN)).toEqual({ kind: 'failed', failure: { kind: 'full' } })
  })

  it('names a full disk once it was told, also where what follows has no name, until there is room', async () => {
    const tab = openTab()
    await tab.append(PLAN, [payment()])
    interfere(0, () => {
      throw new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError')
    })
    const waiting = payment()
    expect(await tab.append(PLAN, [waiting])).toEqual({ kind: 'failed', failure: { kind: 'full' } })
    vi.restoreAllMocks()
    const nameless = new DOMException('Internal error opening backing store', 'UnknownError')
    const reading = vi.spyOn(IDBObjectStore.prototype, 'index').mockImplementation(() => {
      throw nameless
    })
    expect(await tab.load(PLAN)).toEqual({ kind: 'failed', failure: { kind: 'full' } })
    reading.mockRestore()
    expect(await tab.append(PLAN, [waiting])).toMatchObject({ kind: 'saved' })
    interfere(0, () => {
      throw nameless
    })
    expect(await tab.append(PLAN, [payment()])).toMatchObject({ failure: { kind: 'broken', cause: 'error' } })
  })

  it.each([
    ['is used up', 'full', { estimate: async () => ({ usage: 9, quota: 9 }) }, null],
    ['takes a small file no more', 'full', undefined, new DOMException('', 'UnknownError')],
    ['takes a small file', 'broken', { estimate: async () => ({ usage: 1, quota: 9 }) }, null],
    ['may not be asked', 'broken', undefined, new DOMException('', 'SecurityError')],
  ])('asks on an error without a name: where the room %s it is %s', async (_name, kind, storage, error) => {
    vi.stubGlobal('navigator', { storage })
    vi.stubGlobal('caches', {
      open: async () => ({ put: async () => (error ? Promise.reject(error) : undefined) }),
      delete: async () => true,
    })
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    })
    expect(await openTab().load(PLAN)).toMatchObject({ kind: 'failed', failure: { kind } })
  })

  it('says when the browser does not answer, and works when it does at last', async () => {
    let busy = true
    const elsewhere = rawOpen(DATABASE, versionOf(MIGRATIONS), (db) => {
      const store = db.createObjectStore(ENTRIES, { keyPath: 'id' })
      store.createIndex('plan', 'plan')
      const keepBusy = () => {
        if (busy) store.count().onsuccess = keepBusy
      }
      keepBusy()
    })
    const tab = openTab({ patience: { blocked: 5, silence: 10 } })
    const silence = { kind: 'failed', failure: { kind: 'blocked', by: 'silence' } }
    expect(await tab.load(PLAN)).toEqual(silence)
    expect(await tab.load(PLAN)).toEqual(silence)
    busy = false
    const db = await elsewhere
    await vi.waitFor(async () => expect(await tab.load(PLAN)).toMatchObject({ kind: 'loaded' }))
    db.close()
  })
})

describe('versions', () => {
  it('waits for an older tab that does not let go, says so, and works once it is closed', async () => {
    const old = openTab()
    const entry = payment()
    await old.append(PLAN, [entry])
    old.close()
    const holding = await rawOpen()
    const tab = openTab({ migrations: NEXT, patience: { blocked: 5, silence: 5_000 } })
    const blocked = { kind: 'failed', failure: { kind: 'blocked', by: 'other-tab' } }
    expect(await tab.append(PLAN, [payment()])).toEqual(blocked)
    expect(await tab.load(PLAN)).toEqual(blocked)
    holding.close()
    await vi.waitFor(async () =>
      expect(await tab.load(PLAN)).toEqual({ kind: 'loaded', entries: [entry], damaged: [] }),
    )
  })

  it('lets a newer tab pass politely, tells its listeners, and says newer from then on', async () => {
    const old = openTab()
    const entry = payment()
    await old.append(PLAN, [entry])
    const listening = remembering()
    old.subscribe(PLAN, listening.listener)
    const tab = openTab({ migrations: NEXT })
    expect(await tab.load(PLAN)).toMatchObject({ kind: 'loaded', entries: [entry] })
    expect(listening.failures).toEqual([{ kind: 'newer' }])
    expect(await old.append(PLAN, [payment()])).toEqual({ kind: 'failed', failure: { kind: 'newer' } })
  })

  it('leaves a database of a newer version untouched', async () => {
    const db = await rawOpen(
      DATABASE,
      99,
      (fresh) => void fresh.createObjectStore('future', { keyPath: 'id' }),
    )
    db.close()
    const tab = openTab()
    expect(await tab.load(PLAN)).toEqual({ kind: 'failed', failure: { kind: 'newer' } })
    expect(await tab.append(PLAN, [payment()])).toEqual({ kind: 'failed', failure: { kind: 'newer' } })
    expect(await openStorage()).toMatchObject({ storage: { place: 'browser' }, memoryBecause: null })
    expect(await dump()).toMatchObject({ version: 99, stores: [{ name: 'future' }] })
  })
})

describe('a storage lost behind the back', () => {
  it('tells that the database was deleted, and appending all that is held mends it', async () => {
    const tab = openTab()
    const entries = [payment(), payment()]
    await tab.append(PLAN, entries)
    const listening = remembering()
    tab.subscribe(PLAN, listening.listener)
    await answer(indexedDB.deleteDatabase(DATABASE))
    expect(listening.failures).toMatchObject([{ kind: 'broken', cause: 'cleared' }])
    expect(await tab.append(PLAN, entries)).toMatchObject({
      kind: 'saved',
      added: entries.map(({ id }) => id),
    })
    expect(listening.failures.length).toBe(1)
  })

  it('tells that the connection was cut, and opens another', async () => {
    const open = vi.spyOn(indexedDB, 'open')
    const tab = openTab()
    const entry = payment()
    await tab.append(PLAN, [entry])
    const listening = remembering()
    tab.subscribe(PLAN, listening.listener)
    const request = open.mock.results[0]?.value as IDBOpenDBRequest
    forceCloseDatabase(request.result as never)
    await vi.waitFor(() =>
      expect(listening.failures).toMatchObject([{ kind: 'broken', cause: 'interrupted' }]),
    )
    expect(await tab.load(PLAN)).toMatchObject({ kind: 'loaded', entries: [entry] })
  })

  it('notices a database that has become empty without a word, also on the next visit', async () => {
    const notes = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => notes.get(key) ?? null,
      setItem: (key: string, value: string) => notes.set(key, value),
      removeItem: (key: string) => notes.delete(key),
    })
    const looking = openTab()
    await looking.load(PLAN)
    looking.close()
    giveIndexedDb()
    const first = openTab()
    const early = remembering()
    first.subscribe(PLAN, early.listener)
    await first.append(PLAN, [payment()])
    expect(early.failures).toEqual([])
    first.close()
    notes.clear()
    const reading = openTab()
    await reading.load(PLAN)
    reading.close()
    giveIndexedDb()
    const opened = await openStorage()
    tabs.push(opened.storage)
    const listening = remembering()
    opened.storage.subscribe(PLAN, listening.listener)
    expect(listening.failures).toMatchObject([{ kind: 'broken', cause: 'cleared' }])
    expect(await opened.storage.load(PLAN)).toMatchObject({ kind: 'loaded', entries: [] })
    expect(listening.failures.length).toBe(1)
  })

  it('opens again by itself when the connection turns out to be closed', async () => {
    const open = vi.spyOn(indexedDB, 'open')
    const tab = openTab()
    await tab.load(PLAN)
    const request = open.mock.results[0]?.value as IDBOpenDBRequest
    request.result.close()
    expect(await tab.append(PLAN, [payment()])).toMatchObject({ kind: 'saved' })
    expect(open).toHaveBeenCalledTimes(2)
  })
})

describe('tabs that missed a message', () => {
  const returning = () => {
    let back = () => {}
    return { whenReturning: (callback: () => void) => ((back = callback), () => {}), comeBack: () => back() }
  }

  it('find what is new when the page is returned to, and are not told what they know', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { whenReturning, comeBack } = returning()
    const [a, b] = [openTab(), openTab({ whenReturning })]
    const listening = remembering()
    b.subscribe(PLAN, listening.listener)
    const [first, second] = [payment(), payment()]
    await a.append(PLAN, [first])
    expect(listening.news).toEqual([])
    comeBack()
    comeBack()
    await vi.waitFor(() => expect(listening.heard()).toEqual([first]))
    await a.append(PLAN, [second])
    comeBack()
    await vi.waitFor(() => expect(listening.heard()).toEqual([first, second]))
    expect(listening.news.length).toBe(2)
  })

  it('hear nothing after stopping, even when the reading had begun', async () => {
    const { whenReturning, comeBack } = returning()
    const tab = openTab({ whenReturning })
    await tab.load(PLAN)
    await plant(encodeEntry(payment()))
    const listening = remembering()
    const stop = tab.subscribe(PLAN, listening.listener)
    comeBack()
    stop()
    await tab.load(PLAN)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(listening.news).toEqual([])
  })

  it('look for themselves when a message cannot be understood', async () => {
    const tab = openTab()
    await tab.load(PLAN)
    const entry = payment()
    await plant(encodeEntry(entry))
    const listening = remembering()
    tab.subscribe(PLAN, listening.listener)
    const line = openTabs(`${DATABASE}.${ENTRIES}`, () => {})
    line.tell({ plan: PLAN, ids: [7] as never })
    await vi.waitFor(() => expect(listening.heard()).toEqual([entry]))
    line.close()
  })

  it('are told of damaged records too, and of a storage that cannot be read', async () => {
    const { whenReturning, comeBack } = returning()
    const tab = openTab({ whenReturning })
    await tab.load(PLAN)
    await plant({ id: 'broken', plan: PLAN })
    const listening = remembering()
    tab.subscribe(PLAN, listening.listener)
    comeBack()
    await vi.waitFor(() =>
      expect(listening.news).toMatchObject([{ entries: [], damaged: [{ id: 'broken' }] }]),
    )
    vi.spyOn(IDBObjectStore.prototype, 'index').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError')
    })
    comeBack()
    await vi.waitFor(() =>
      expect(listening.failures).toMatchObject([
        { kind: 'broken', cause: 'error', detail: 'UnknownError: disk' },
      ]),
    )
  })
})
