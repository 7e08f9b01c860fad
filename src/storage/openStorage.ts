import { indexedDbStorage } from './indexedDb'
import type { LedgerStorage, StorageFailure } from './ledgerStorage'

/** The storage to use, and why it is only memory when the browser keeps nothing; any other trouble is told by the storage itself. */
export interface Opened {
  readonly storage: LedgerStorage
  readonly memoryBecause: StorageFailure | null
}

/** Opens this browser's storage, or memory where there is none or it is denied; the screen must say which (`memoryBecause`). */
export async function openStorage(): Promise<Opened> {
  const storage = indexedDbStorage()
  const trouble = await storage.trouble()
  if (trouble?.kind !== 'missing' && !(trouble?.kind === 'blocked' && trouble.by === 'denied')) {
    return { storage, memoryBecause: null }
  }
  storage.close()
  const { memoryStorage } = await import('./memoryStorage')
  return { storage: memoryStorage('real'), memoryBecause: trouble }
}
