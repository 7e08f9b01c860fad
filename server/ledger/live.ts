import type { Database } from '../database/database'
import { headsOf, type Head } from './reading'

/** Hears where a plan's ledger stands, whenever it moves. */
type Hearer = (head: Head) => void

const LOOK = 1_000

/**
 * Tells who listens where ledgers stand: this process's own commits at once, those of others by one look a second while anybody listens. Only positions: what was written is read
 * by the one way there is. A head that was told is not told again.
 */
export function liveHeads(db: Database, log: (error: unknown) => void) {
  const hearers = new Map<string, Set<Hearer>>()
  const checks = new Set<() => Promise<void>>()
  const last = new Map<string, Head>()
  let timer: NodeJS.Timeout | null = null
  let looking = false

  function tell(head: Head): void {
    const known = last.get(head.plan)
    if (known && known.epoch === head.epoch && known.head >= head.head) return
    last.set(head.plan, head)
    for (const hear of hearers.get(head.plan) ?? []) hear(head)
  }

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    try {
      for (const head of await headsOf(db, [...hearers.keys()])) tell(head)
      for (const check of checks) await check()
    } catch (error) {
      log(error)
    } finally {
      looking = false
    }
  }

  function settle(): void {
    if (hearers.size > 0 && timer === null) timer = setInterval(() => void look(), LOOK)
    if (hearers.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }

  return {
    tell,
    look,
    /** Listens to plans; `check` is called with every look. Returns how to stop. */
    listen(plans: readonly string[], hear: Hearer, check: () => Promise<void>): () => void {
      for (const plan of plans) hearers.set(plan, (hearers.get(plan) ?? new Set()).add(hear))
      checks.add(check)
      settle()
      return () => {
        for (const plan of plans) {
          const set = hearers.get(plan)
          set?.delete(hear)
          if (set?.size === 0) hearers.delete(plan)
        }
        checks.delete(check)
        settle()
      }
    },
    listeners: () => checks.size,
    stop: () => {
      if (timer !== null) clearInterval(timer)
      hearers.clear()
      checks.clear()
    },
  }
}

/** Tells where ledgers stand. */
export type LiveHeads = ReturnType<typeof liveHeads>
