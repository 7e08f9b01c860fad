import type { Moment } from '@/domain/ledger/entry'
import type { KeptLedgers } from './keptLedgers'
import type { Reach } from './line'
import { waits, type QueuedStep } from './outbox'

/** How this browser stands to the service: everything is there, something is being sent, the line is away, the service has no room left, or one has to sign in again. */
export interface SyncState {
  readonly state: 'synced' | 'sending' | 'away' | 'full' | 'signed-out'
  /** The ids of what waits to be sent. */
  readonly waiting: ReadonlySet<string>
  /** What of that takes effect only when the service has written it, in the order in which it was written. */
  readonly awaiting: readonly QueuedStep[]
  /** Steps that the service refused, in the order in which they were written. */
  readonly refused: readonly QueuedStep[]
  /** When everything was last known to be in the service. */
  readonly syncedAt: Moment | null
  /** When this browser found that the service had been restored from a backup; `null` when it was not, or that was seen. */
  readonly restored: Moment | null
}

const RETRY = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000]

/** Keeps how the service is reached, tells who watches, and tries again, ever more slowly, while it is away. */
export function standing(
  kept: KeptLedgers,
  now: () => Moment,
  later: (ms: number, act: () => void) => void,
  again: () => void,
) {
  const watchers = new Set<(state: SyncState) => void>()
  let reach: Reach = 'well'
  let syncedAt: Moment | null = null
  let tries = 0
  let retrying = false
  let hasRead = false

  function retry(): void {
    if (retrying) return
    retrying = true
    later(RETRY[Math.min(tries, RETRY.length - 1)] ?? 0, () => {
      retrying = false
      tries += 1
      if (reach === 'away' || reach === 'full') again()
    })
  }

  async function tell(): Promise<void> {
    const [held, read] = await Promise.all([kept.steps(), kept.cursors()])
    if (held.kind === 'failed' || read.kind === 'failed') return
    const waiting = held.value.filter(waits)
    if (waiting.length === 0 && reach === 'well' && hasRead) syncedAt = now()
    const state: SyncState = {
      state: reach === 'well' ? (waiting.length > 0 ? 'sending' : 'synced') : reach,
      waiting: new Set(waiting.flatMap(({ records }) => records.map(({ id }) => id))),
      awaiting: waiting.filter(({ awaits }) => awaits),
      refused: held.value.filter((step) => !waits(step)),
      syncedAt,
      restored:
        read.value
          .flatMap(({ restored }) => restored ?? [])
          .sort()
          .at(-1) ?? null,
    }
    watchers.forEach((told) => told(state))
  }

  return {
    tell,
    isWell: () => reach === 'well',
    /** Notes how the service was reached; `reading` when a ledger was read to its end by it. */
    is: (outcome: Reach, reading = false): void => {
      if ((outcome === 'well' && reach !== 'full') || outcome === 'signed-out') tries = 0
      if (reading && outcome === 'well') hasRead = true
      reach = outcome
      if (outcome === 'away' || outcome === 'full') retry()
    },
    watch: (told: (state: SyncState) => void): (() => void) => {
      watchers.add(told)
      void tell()
      return () => void watchers.delete(told)
    },
  }
}
