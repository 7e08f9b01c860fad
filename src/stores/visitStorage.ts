import { shallowRef } from 'vue'
import type { Entry } from '@/domain/ledger/entry'
import type { Appended, DamagedRecord, LedgerStorage, StorageFailure } from '@/storage/ledgerStorage'
import type { heldEntries } from './heldEntries'
import { missingCount } from './files/missing'
import { toldByService } from './shared/toldByService'

/** Where a ledger is kept: this browser, a shared service with this browser before it, or this page only and why. */
export type Keeping =
  | { readonly place: 'browser' | 'service' }
  | { readonly place: 'memory'; readonly because: StorageFailure | null }

/** How the ledger came into this page: read, not readable so far, or gone from a storage that once held something. Only what was read can be shown: unread is not empty. */
export type Reading = 'read' | 'failed' | 'gone'

/** The storage a ledger is kept in while it is open: what could not be read there, and what failed; `waits` says whether a step is not kept yet. */
export function visitStorage(plan: string, held: ReturnType<typeof heldEntries>, waits: () => boolean) {
  const keeping = shallowRef<Keeping>({ place: 'browser' })
  const reading = shallowRef<Reading>('read')
  const failure = shallowRef<StorageFailure | null>(null)
  const damaged = shallowRef<readonly DamagedRecord[]>([])
  const { missing, recount } = missingCount(plan, held.ids)
  const { hear, ...told } = toldByService()
  let storage: LedgerStorage | null = null
  let left = false

  /** Takes a storage into use; one that comes after the visit was left is closed at once. */
  function keepIn(opened: LedgerStorage, because: StorageFailure | null): boolean {
    if (left) opened.close()
    else {
      storage = opened
      keeping.value = opened.place === 'memory' ? { place: 'memory', because } : { place: opened.place }
    }
    return !left
  }

  /** Reads what the storage holds, and hears from then on what others write there. */
  async function read(opened: LedgerStorage): Promise<void> {
    opened.subscribe(plan, {
      knows: (id) => held.holds(id) || damaged.value.some((record) => record.id === id),
      arrived: (news) => {
        arriving(opened)(news.entries)
        setAside([...damaged.value, ...news.damaged])
      },
      revised: (gone, news) => {
        held.revise(gone, news.entries)
        setAside([...damaged.value, ...news.damaged])
      },
      ...hear,
      lost: (lost) => {
        failure.value = lost
        if (lost.kind === 'broken' || lost.kind === 'full') void recountAfter(opened, lost)
      },
    })
    await load(opened)
  }

  /** Reads all of the plan; resolves to whether it could be read. */
  async function load(opened: LedgerStorage): Promise<boolean> {
    const loaded = await opened.load(plan)
    if (loaded.kind === 'failed') {
      failure.value = loaded.failure
      reading.value = 'failed'
      return false
    }
    arriving(opened)(loaded.entries)
    reading.value = loaded.gone && held.ids().length === 0 ? 'gone' : 'read'
    if (reading.value === 'gone') failure.value = GONE
    setAside(loaded.damaged)
    return reading.value === 'read'
  }

  /** What a newer version wrote leaves every figure wrong that is made without it. */
  function setAside(records: readonly DamagedRecord[]): void {
    const newer = records.filter(isNewer).length
    damaged.value = records.filter((record) => !isNewer(record))
    if (newer === 0) return
    reading.value = 'failed'
    failure.value = { kind: 'newer', records: newer }
  }

  const arriving = ({ place }: LedgerStorage) => (place === 'service' ? held.add : held.arrive)

  /** Counts anew after the storage was lost; an interruption that took nothing, and that nothing waits for, is over. */
  async function recountAfter(opened: LedgerStorage, lost: StorageFailure): Promise<void> {
    missing.value = null
    const gone = await recount(opened)
    const over = lost.kind === 'broken' && lost.cause === 'interrupted' && gone === 0
    if (over && failure.value === lost && !waits()) failure.value = null
  }

  return {
    keeping,
    failure,
    damaged,
    /** The entries of this page that the storage does not hold; `null` while it cannot be told. */
    missing,
    /** Asks the storage anew which those are. */
    recount: async () => storage && recount(storage),
    ...told,
    keepIn,
    reading,
    read,
    /** Reads once more what could not be read before. */
    readAgain: async () => storage !== null && (await load(storage)),
    appended: (to: string, entries: readonly Entry[]) => appended(storage, to, entries),
    everything: () => storage?.everything() ?? Promise.resolve(null),
    close: () => {
      left = true
      storage?.close()
      storage = null
    },
  }
}

/** Whatever the storage does, an answer: one that throws has failed. */
async function appended(
  storage: LedgerStorage | null,
  to: string,
  entries: readonly Entry[],
): Promise<Appended> {
  try {
    return storage ? await storage.append(to, entries) : broken('no storage is open')
  } catch (error) {
    return broken(String(error))
  }
}

function isNewer({ issues }: DamagedRecord): boolean {
  return issues.some((issue) => issue.kind === 'wrong-schema-version' && issue.newer)
}

const GONE: StorageFailure = { kind: 'broken', cause: 'cleared', detail: 'the storage is empty' }

function broken(detail: string): Appended {
  return { kind: 'failed', failure: { kind: 'broken', cause: 'error', detail } }
}
