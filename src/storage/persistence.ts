/** Whether the browser promised not to clear what is stored: `kept`, `evictable`, or it cannot be asked (`unknown`, as on plain http). */
export type Persistence = 'kept' | 'evictable' | 'unknown'

/** Makes a question to a storage manager that is put once; later calls get the same answer. */
export function persistenceAsker(manager: () => StorageManager | undefined): () => Promise<Persistence> {
  let answer: Promise<Persistence> | null = null
  const ask = async (): Promise<Persistence> => {
    try {
      const storage = manager()
      if (!storage?.persist) return 'unknown'
      return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'evictable'
    } catch {
      return 'unknown'
    }
  }
  return () => (answer ??= ask())
}

/** Reads from a storage manager what it has promised so far; nobody is asked anything. */
export async function persistenceOf(manager: () => StorageManager | undefined): Promise<Persistence> {
  try {
    const promised = await manager()?.persisted?.()
    return promised === undefined ? 'unknown' : promised ? 'kept' : 'evictable'
  } catch {
    return 'unknown'
  }
}

/** Asks the browser, once a visit, to keep our data for good; best after the first save, since some browsers ask the user. */
export const askToPersist = persistenceAsker(() => globalThis.navigator?.storage)
