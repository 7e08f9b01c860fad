import { shallowRef } from 'vue'
import type { LedgerStorage } from '@/storage/ledgerStorage'

/** The entries of a page that the storage does not hold, as it was last asked; `null` while that cannot be told. */
export function missingCount(plan: string, ids: () => readonly string[]) {
  const missing = shallowRef<ReadonlySet<string> | null>(new Set())
  return {
    missing,
    /** Asks the storage anew; resolves to how many those are. */
    recount: async (storage: LedgerStorage): Promise<number | null> => {
      const found = await missingIn(storage, plan, ids(), missing.value)
      missing.value = found
      return found?.size ?? null
    },
  }
}

/** The ids that a storage does not hold, `null` where it cannot be asked; as before where a newer version has taken it over: that one keeps them. */
async function missingIn(
  storage: LedgerStorage,
  plan: string,
  ids: readonly string[],
  before: ReadonlySet<string> | null,
): Promise<ReadonlySet<string> | null> {
  const loaded = await storage.load(plan)
  if (loaded.kind === 'failed') return loaded.failure.kind === 'newer' ? before : null
  const there = new Set(loaded.entries.map(({ id }) => id))
  return new Set(ids.filter((id) => !there.has(id)))
}
