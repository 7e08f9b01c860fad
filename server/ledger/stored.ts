import { createHash } from 'node:crypto'
import { decodeEntry, encodeEntry } from '@/documents/entries/entryCodec'
import type { Entry } from '@/domain/ledger/entry'

/** The one text of an entry: its cells as they are exchanged, keys sorted at every depth; what is stored, restored and compared byte for byte. */
export function canonicalText(entry: Entry): string {
  return JSON.stringify(encodeEntry(entry), sorted)
}

function sorted(_key: string, part: unknown): unknown {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part
}

/** The fingerprint of a text (SHA-256, hex): two texts of one digest are one text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a stored body back; one that this version cannot read stops everything that would be judged by it. */
export function readBody(body: string): Entry {
  const { entry, issues } = decodeEntry(JSON.parse(body))
  if (!entry) throw new UnreadableBody(issues.map(({ kind, path }) => `${path} ${kind}`).join('; '))
  return entry
}

/** A stored entry that this version does not understand: nothing is judged by half a ledger. */
export class UnreadableBody extends Error {}
