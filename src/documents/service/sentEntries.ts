import { decodeEntry } from '../entries/entryCodec'
import type { Entry } from '@/domain/ledger/entry'

/** An entry as it is stored and sent. */
export interface SentEntry {
  readonly id: string
}

/** What stored entries say; one that cannot be read is left out here and stays where it lies. */
export function readRecords(records: readonly SentEntry[]): Entry[] {
  return records.flatMap((record) => decodeEntry(record, 'real').entry ?? [])
}
