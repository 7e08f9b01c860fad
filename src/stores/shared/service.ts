import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { readRecords, type SentEntry } from '@/documents/service/sentEntries'
import type { Entry } from '@/domain/ledger/entry'
import type { SyncState } from '@/storage/service/standing'
import { useWorld } from '../world'

export type { People, Told } from '@/storage/service/people'

/** A step that the service refused, as somebody looks at it. */
export interface RefusedStep {
  readonly seq: number
  readonly plan: string
  readonly at: string
  readonly refusal: NonNullable<SyncState['refused'][number]['refusal']>
  readonly aside: boolean
  readonly entries: readonly Entry[]
  readonly records: readonly SentEntry[]
  /** What others wrote meanwhile, where that is why. */
  readonly news: readonly Entry[]
}

function byTime(one: SyncState['refused'][number], other: SyncState['refused'][number]): number {
  return Date.parse(one.at) - Date.parse(other.at) || one.seq - other.seq
}

/** How this browser stands to the shared service, and what can be asked of it; only where one serves the page. */
export const useService = defineStore('service', () => {
  const { shared, saveFile } = useWorld()
  const sync = shallowRef<SyncState | null>(null)
  shared?.watch((state) => (sync.value = state))

  /** In the order in which they were written: one queued anew after a restore has a later place in the queue. */
  const refused = computed<readonly RefusedStep[]>(() =>
    [...(sync.value?.refused ?? [])].sort(byTime).flatMap(({ seq, plan, at, refusal, aside, records }) =>
      refusal
        ? [
            {
              seq,
              plan,
              at,
              refusal,
              aside,
              records,
              entries: readRecords(records),
              news: refusal.kind === 'moved' ? readRecords(refusal.news.map(({ entry }) => entry)) : [],
            },
          ]
        : [],
    ),
  )

  return {
    shared,
    sync,
    refused,
    /** How many entries were refused and nobody has put aside. */
    unseen: computed(() =>
      refused.value.filter(({ aside }) => !aside).reduce((sum, { records }) => sum + records.length, 0),
    ),
    /** Gives everything that was refused to be saved as a file, as it was written. */
    saveRefused: () =>
      saveFile(
        '未能同步的记录.json',
        new Blob(
          [`${JSON.stringify({ schema: 1, kind: 'refused', steps: sync.value?.refused ?? [] }, null, 2)}\n`],
          {
            type: 'application/json',
          },
        ),
      ),
    /** Whether an entry has reached the service, still waits here, or neither is known (no service). */
    reachOf: (id: string): 'here' | 'server' | null =>
      sync.value === null ? null : sync.value.waiting.has(id) ? 'here' : 'server',
  }
})
