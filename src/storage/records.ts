import { decodeEntry, encodeEntry, type Origin } from '@/documents/entries/entryCodec'
import type { Entry } from '@/domain/ledger/entry'
import type { Contents, DamagedRecord, Failed, Refusal } from './ledgerStorage'

/** A stored record under its key. */
export interface Keyed {
  readonly id: string
  readonly record: unknown
}

/** Reads stored records: each is an entry or a damaged record, none is left out. */
export function readRecords(stored: Iterable<Keyed>, origin: Origin): Contents {
  const entries: Entry[] = []
  const damaged: DamagedRecord[] = []
  for (const { id, record } of stored) {
    const { entry, issues } = decodeEntry(record, origin)
    if (entry) entries.push(entry)
    else damaged.push({ id, record, issues })
  }
  return { entries, damaged }
}

/** What an append writes, or why it writes nothing. */
export type Decision = { readonly kind: 'write'; readonly records: readonly Keyed[] } | Failed

/** What to write for an append, `held` being what is stored under the same ids: only what is new, or a refusal of the whole. */
export function decideAppend(
  plan: string,
  entries: readonly Entry[],
  held: ReadonlyMap<string, unknown>,
  origin: Origin,
): Decision {
  const foreign = entries.filter((entry) => entry.plan !== plan)
  if (foreign.length > 0) return refused('foreign', foreign)
  const unreadable: Entry[] = []
  const differing: Entry[] = []
  const fresh = new Map<string, { readonly record: unknown; readonly text: string }>()
  for (const entry of entries) {
    const { id } = entry
    const record = encodeEntry(entry)
    const text = readBack(record, origin)
    const before = fresh.get(id)?.text ?? (held.has(id) ? readBack(held.get(id), origin) : undefined)
    if (text === null) unreadable.push(entry)
    else if (before === undefined) fresh.set(id, { record, text })
    else if (before !== text) differing.push(entry)
  }
  if (unreadable.length > 0) return refused('unreadable', unreadable)
  if (differing.length > 0) return refused('differing', differing)
  return { kind: 'write', records: [...fresh].map(([id, { record }]) => ({ id, record })) }
}

function refused(why: Refusal, entries: readonly Entry[]): Failed {
  return { kind: 'failed', failure: { kind: 'refused', why, ids: [...new Set(entries.map(({ id }) => id))] } }
}

/** The text of what a record says; `null` when it says nothing readable. */
function readBack(record: unknown, origin: Origin): string | null {
  const { entry } = decodeEntry(record, origin)
  return entry && entryText(entry)
}

/** What an entry says, as JSON text with sorted keys: equal entries have equal texts. */
export function entryText(entry: Entry): string {
  return JSON.stringify(encodeEntry(entry), sorted)
}

function sorted(_key: string, part: unknown): unknown {
  return part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part
}
