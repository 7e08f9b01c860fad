import type { DecodedEntry } from '@/documents/entries/entryCodec'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { LateReceipts } from '@/domain/ledger/receipts'

/** A stored record that is no entry: its key, its content untouched for export, and what is wrong with it. Never dropped. */
export interface DamagedRecord {
  readonly id: string
  readonly record: unknown
  readonly issues: DecodedEntry['issues']
}

/**
 * Why a ledger could not be read or kept.
 * `missing`: the browser has no IndexedDB. `blocked`: another tab holds an older version, the browser denies, or it does not answer.
 * `full`: no room left. `newer`: a newer version of the product wrote the database, or so many `records` in it. `refused`: entries of another plan, ids that are
 * already taken by other content (history is never changed, domain.md §6), or entries that could not be read back. `broken`: anything else, `detail` for whoever mends it.
 * `service`: the shared service did not answer, has ended the session, or refused.
 */
export type StorageFailure =
  | { readonly kind: 'missing' }
  | { readonly kind: 'blocked'; readonly by: 'other-tab' | 'denied' | 'silence' }
  | { readonly kind: 'full' }
  | { readonly kind: 'newer'; readonly records?: number }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly ids: readonly string[] }
  | { readonly kind: 'broken'; readonly cause: 'cleared' | 'interrupted' | 'error'; readonly detail: string }
  | { readonly kind: 'service'; readonly because: 'away' | 'signed-out' | ServiceRefusal }

/** Why a batch was not taken: an id taken by other content, another plan's entry, or one that the decoder would refuse. */
export type Refusal = 'differing' | 'foreign' | 'unreadable'

/** A failed act of the storage; nothing was written by it. */
export interface Failed {
  readonly kind: 'failed'
  readonly failure: StorageFailure
}

/** Entries read and records that could not be. */
export interface Contents {
  readonly entries: readonly Entry[]
  readonly damaged: readonly DamagedRecord[]
}

/** `gone`: the storage holds nothing at all, and once did; that is no ledger without entries. */
export type Loaded = ({ readonly kind: 'loaded'; readonly gone?: boolean } & Contents) | Failed

/** `added` are the ids that were new; `at` is when they had become durable, the time that 已保存到本机 shows. What `awaits` counts for nothing until a shared service has written it. */
export type Appended =
  | {
      readonly kind: 'saved'
      readonly added: readonly string[]
      readonly at: Moment
      readonly awaits?: boolean
    }
  | Failed

/** Whoever shows a plan's ledger and wants to hear of what others write. */
export interface LedgerListener {
  /** Whether an id is already held, as an entry or as a damaged record; asked at each re-reading, so that only news arrives. */
  knows(id: string): boolean
  /** Entries written elsewhere; the same may arrive twice, so add by id. */
  arrived(news: Contents): void
  /** A shared service decided otherwise: these ids leave the ledger, and then the news stand. */
  revised(gone: readonly string[], news: Contents): void
  /** What lies here and counts for nothing until a shared service has written it, all of it each time. */
  awaits(entries: readonly Entry[]): void
  /** When a shared service received what it received long after it was written: more of it each time. */
  late(receipts: LateReceipts): void
  /** Where entries stand in the order of a shared service: more of them each time, or all `anew`. */
  placed(positions: readonly (readonly [string, number])[], anew: boolean): void
  /** The storage was lost behind our back, perhaps with all it held; append everything that is held here again to mend it. */
  lost(failure: StorageFailure): void
}

/** Where a ledger is kept: this browser, this page's memory, a shared service with this browser before it. Every failure is a value (STYLE.md 2). */
export interface LedgerStorage {
  readonly place: 'browser' | 'memory' | 'service'
  /** All of a plan's entries, in no particular order, and the damaged records beside them. */
  load(plan: string): Promise<Loaded>
  /** All entries of all plans, and the damaged records: what a backup holds. */
  everything(): Promise<Loaded>
  /** Adds entries all or nothing, by id only once; they are durable when the promise resolves with `saved`. */
  append(plan: string, entries: readonly Entry[]): Promise<Appended>
  /** Tells of entries that others write; subscribe before loading, so that nothing falls between. Returns how to stop. */
  subscribe(plan: string, listener: LedgerListener): () => void
  /** Lets go of everything held open. */
  close(): void
}
