import type { Entry } from '@/domain/ledger/entry'
import type { Contents, DamagedRecord, EntryCodec, Failed } from './ledgerStorage'

/** A stored record under its key. */
export interface Keyed {
  readonly id: string
  readonly record: unknown
}

/** Reads stored records: each is an entry or a damaged record, none is left out. */
export function readRecords(codec: EntryCodec, stored: Iterable<Keyed>): Contents {
  const entries: Entry[] = []
  const damaged: DamagedRecord[] = []
  for (const { id, record } of stored) {
    const decoded = codec.decode(record)
    if ('entry' in decoded) entries.push(decoded.entry)
    else damaged.push({ id, record, issue: decoded.issue })
  }
  return { entries, damaged }
}

/** What to write for an append, `held` being what is stored under the same ids: only what is new, or a refusal of the whole. */
export function decideAppend(
  codec: EntryCodec,
  plan: string,
  entries: readonly Entry[],
  held: ReadonlyMap<string, unknown>,
): { readonly kind: 'write'; readonly records: readonly Keyed[] } | Failed {
  const foreign = entries.filter((entry) => entry.plan !== plan)
  if (foreign.length > 0) return refused('foreign', foreign)
  const records = new Map<string, unknown>()
  const differing: Entry[] = []
  for (const entry of entries) {
    const { id } = entry
    const record = codec.encode(entry)
    if (records.has(id)) {
      if (canonical(records.get(id)) !== canonical(record)) differing.push(entry)
    } else if (!held.has(id)) records.set(id, record)
    else if (canonicalStored(codec, held.get(id)) !== canonical(record)) differing.push(entry)
  }
  if (differing.length > 0) return refused('differing', differing)
  return { kind: 'write', records: [...records].map(([id, record]) => ({ id, record })) }
}

function refused(why: 'differing' | 'foreign', entries: readonly Entry[]): Failed {
  return { kind: 'failed', failure: { kind: 'refused', why, ids: [...new Set(entries.map(({ id }) => id))] } }
}

function canonicalStored(codec: EntryCodec, record: unknown): string | null {
  const decoded = codec.decode(record)
  return 'entry' in decoded ? canonical(codec.encode(decoded.entry)) : null
}

/** JSON text with sorted keys, so that equal content has equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
