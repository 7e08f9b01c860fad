import * as v from 'valibot'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { FileRefusal } from '../outcome/fileRefusal'
import { encodeEntry } from '../entries/entryCodec'
import { type Json } from '../entries/json'
import { entryIssue, shapeFaults } from '../entries/entryIssue'
import { KEPT_PLAN, type KeptPlan } from '../plan/keptPlan'
import { readEntries } from './handover'
import { openSealed, seal } from './sealed'

/** Everything a browser keeps: the real entries of all plans, damaged records untouched, every version of the plans taken in, and what was set. */
export interface Backup {
  readonly writtenAt: Moment
  readonly settings: { readonly author: string; readonly role: string }
  readonly damaged: readonly Json[]
  readonly plans: readonly KeptPlan[]
  readonly entries: readonly Entry[]
}

export type BackupReading =
  { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly refusal: FileRefusal }

/** Writes a backup, sealed. */
export function encodeBackup({ writtenAt, settings, damaged, plans, entries }: Backup): string {
  return seal('backup', { writtenAt, settings, damaged, plans: [...plans] }, entries.map(encodeEntry))
}

const SHAPE = v.object({
  writtenAt: v.string(),
  settings: v.strictObject({ author: v.string(), role: v.string() }),
  damaged: v.array(v.unknown()),
  /** Backups of before plans could be taken in have none. */
  plans: v.optional(v.array(KEPT_PLAN), []),
  entries: v.array(v.unknown()),
})

/** Reads a backup whole, or says why not. */
export function decodeBackup(bytes: Uint8Array): BackupReading {
  const opened = openSealed(bytes)
  if (!opened.ok) return opened
  if (opened.kind !== 'backup')
    return { ok: false, refusal: { kind: 'other-kind', found: opened.kind, wanted: 'backup' } }
  const shape = v.safeParse(SHAPE, opened.content)
  if (!shape.success) {
    const issues = shapeFaults(shape.issues).map((fault) => entryIssue(opened.content, fault))
    return { ok: false, refusal: { kind: 'cells', issues } }
  }
  const read = readEntries(shape.output.entries, 'real', null)
  if (!read.ok) return read
  const { writtenAt, settings, damaged, plans } = shape.output
  return {
    ok: true,
    backup: { writtenAt, settings, damaged: damaged as readonly Json[], plans, entries: read.entries },
  }
}
