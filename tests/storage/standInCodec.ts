import { Decimal } from '@/domain/decimal'
import type { Entry } from '@/domain/ledger/entry'
import type { EntryCodec } from '@/storage/ledgerStorage'

const FIELDS = ['id', 'plan', 'kind', 'subject', 'effectiveOn', 'recordedAt', 'author'] as const

function plain(value: unknown): unknown {
  if (value instanceof Decimal) return { decimal: value.toString() }
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
  return value
}

function rich(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rich)
  if (value === null || typeof value !== 'object') return value
  if ('decimal' in value) return new Decimal(value.decimal as string)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rich(part)]))
}

export const codec: EntryCodec = {
  encode: plain,
  decode(value) {
    const record = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
    const missing = FIELDS.filter((field) => typeof record[field] !== 'string')
    return missing.length > 0 ? { issue: { missing } } : { entry: rich(value) as Entry }
  },
}
