import { isDemoPlan } from '@/domain/ledger/demo'
import type { Entry } from '@/domain/ledger/entry'
import { encodeEntry } from '../entries/entryCodec'
import type { FileRefusal } from '../outcome/fileRefusal'
import { decodeBackup } from './backup'
import { openBundle } from './bundle'
import { decodeHandover } from './handover'

/** The entries of one plan that a file brings, or why it brings none. */
export type LedgerFileReading =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: FileRefusal }

/** Reads what a hand-over, an exported ledger or a backup holds for a plan; a backup's other plans are left out, a demonstration takes none. */
export function readLedgerFile(bytes: Uint8Array, plan: string): LedgerFileReading {
  const bundle = openBundle(bytes)
  if (!bundle.ok) return bundle
  const reading = decodeHandover(bundle.text, plan)
  if (reading.ok) return { ok: true, entries: reading.file.entries }
  if (reading.refusal.kind !== 'other-kind') return reading
  if (isDemoPlan(plan)) return { ok: false, refusal: { kind: 'demo' } }
  const backup = decodeBackup(bundle.text)
  if (!backup.ok) return backup
  return { ok: true, entries: backup.backup.entries.filter((entry) => entry.plan === plan) }
}

/** Whether two entries of one id say the same: their stored forms do. */
export function sameEntry(a: Entry, b: Entry): boolean {
  return text(a) === text(b)
}

function text(entry: Entry): string {
  return JSON.stringify(Object.entries(encodeEntry(entry)).sort(([a], [b]) => (a < b ? -1 : 1)))
}
