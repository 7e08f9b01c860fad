import { type KeptPlan, readKeptPlans } from '@/documents/plan/keptPlan'
import { abortQuietly, keepDatabase } from './database'
import type { Failed, StorageFailure } from './ledgerStorage'
import type { Migration } from './migrations'
import { openTabs } from './tabs'

const NAME = 'jixiao-board.plans'
const VERSIONS = 'versions'
const PATIENCE = { blocked: 1_500, silence: 10_000 }
/** Numbered as the ledger's: a released step is never edited. */
const MIGRATIONS: readonly Migration[] = [
  { to: 1, adds: { [VERSIONS]: { keyPath: 'id', indexes: {} } }, record: null },
]

/** The plans somebody took into this browser, every version of them. */
export interface PlanShelf {
  versions(): Promise<{ readonly kind: 'loaded'; readonly versions: readonly KeptPlan[] } | Failed>
  /** Adds versions all or nothing; they are durable when it resolves with `saved`, and one that is there already costs nothing. */
  add(versions: readonly KeptPlan[]): Promise<{ readonly kind: 'saved' } | Failed>
}

/** Keeps plans in this browser in a database of their own, so that reading them never waits for the ledger's; `told` hears when another tab added some. */
export function planShelf(told: () => void): PlanShelf {
  const database = keepDatabase({
    name: NAME,
    migrations: MIGRATIONS,
    patience: PATIENCE,
    lost: (failure: StorageFailure) => failure.kind === 'broken' && told(),
  })
  const tabs = openTabs(NAME, told)
  return {
    async versions() {
      const read = await database.run((db) => db.getAll(VERSIONS) as Promise<unknown[]>)
      return read.kind === 'failed' ? read : { kind: 'loaded', versions: readKeptPlans(read.value) }
    },
    async add(versions) {
      const written = await database.run(async (db) => {
        const tx = db.transaction(VERSIONS, 'readwrite', { durability: 'strict' })
        tx.done.catch(() => {})
        try {
          const held = new Set(await tx.store.getAllKeys())
          await Promise.all(
            versions.filter(({ id }) => !held.has(id)).map(async (version) => tx.store.add(version)),
          )
        } catch (error) {
          abortQuietly(tx)
          throw error
        }
        await tx.done
      })
      if (written.kind === 'failed') return written
      database.kept()
      tabs.tell({ plan: '', ids: [] })
      return { kind: 'saved' }
    },
  }
}
