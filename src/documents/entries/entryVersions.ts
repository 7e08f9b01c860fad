import * as v from 'valibot'
import type { Entry, EntryKind, EntrySchema } from '@/domain/ledger/entry'
import type { Json } from './json'
import { COMMON, PAYLOADS } from './entryShape'

/** The schema that is written today; older ones stay readable (domain.md §6). */
export const NEWEST: EntrySchema = 2

/** What one schema does not store: kinds it has not, and cells it leaves out with what they are then. */
interface Version {
  readonly without: ReadonlySet<EntryKind>
  readonly implied: Readonly<Record<string, Json>>
  readonly impliedBy: Partial<Readonly<Record<EntryKind, Readonly<Record<string, Json>>>>>
}

const VERSIONS: Readonly<Record<EntrySchema, Version>> = {
  1: {
    without: new Set([
      'spending-total',
      'settlement',
      'reopen',
      'scheme',
      'spending-reason',
      'spending-by-source',
      're-evaluation',
      'appraisal',
      'appraisal-frame',
    ]),
    implied: { role: null, account: null },
    impliedBy: { weights: { document: '' }, 'score-adjustment': { replaces: null } },
  },
  2: {
    without: new Set(['zero-spending']),
    implied: {},
    impliedBy: { payment: { stated: null } },
  },
}

/** Whether a stored number names a schema that is read. */
export function isEntrySchema(schema: unknown): schema is EntrySchema {
  return schema === 1 || schema === 2
}

/** Whether a text names a kind of entry that a schema has. */
export function isEntryKind(schema: EntrySchema, kind: unknown): kind is EntryKind {
  return (
    typeof kind === 'string' &&
    Object.hasOwn(PAYLOADS, kind) &&
    !VERSIONS[schema].without.has(kind as EntryKind)
  )
}

/** The cells that a kind of entry does not store under a schema, with what they are. */
export function impliedCells(schema: EntrySchema, kind: EntryKind): Readonly<Record<string, Json>> {
  const { implied, impliedBy } = VERSIONS[schema]
  return { ...implied, ...impliedBy[kind] }
}

/** The stored form of one kind of entry under a schema: no cell missing, none besides (domain.md §6); it reads as today's entry. */
export function entrySchema(schema: EntrySchema, kind: EntryKind): v.GenericSchema<unknown, Entry> {
  return SCHEMAS[schema][kind]
}

function schemasOf(schema: EntrySchema): Readonly<Record<EntryKind, v.GenericSchema<unknown, Entry>>> {
  return Object.fromEntries(
    Object.entries(PAYLOADS).map(([kind, payload]) => {
      const implied = impliedCells(schema, kind as EntryKind)
      const cells = Object.entries({ ...COMMON, ...payload }).filter(
        ([cell]) => !Object.hasOwn(implied, cell),
      )
      const { id, ...rest } = Object.fromEntries(cells)
      const shape = { id, schema: v.literal(schema), kind: v.literal(kind), ...rest } as v.ObjectEntries
      return [
        kind,
        v.pipe(
          v.strictObject(shape),
          v.transform((entry) => ({ ...entry, ...implied })),
        ),
      ]
    }),
  ) as unknown as Readonly<Record<EntryKind, v.GenericSchema<unknown, Entry>>>
}

const SCHEMAS = { 1: schemasOf(1), 2: schemasOf(2) }
