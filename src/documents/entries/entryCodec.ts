import * as v from 'valibot'
import { Decimal } from '@/domain/number/decimal'
import { isDemoPlan, publishedPlan } from '@/domain/ledger/demo'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import type { EntryIssue } from '../outcome/entryIssue'
import { SUBJECT_LEVELS, subjectLevel, type SubjectLevel } from '@/domain/ledger/subject'
import { entryIssue, shapeFaults, versionFault, type Fault } from './entryIssue'
import { entrySchema, impliedCells, isEntryKind, isEntrySchema, NEWEST } from './entryVersions'
import { valueAt } from '../plan/planIssue'
import { isRow } from '../plan/planShape'
import type { Json } from './json'

/** Where entries come from: real ones and those of a demonstration never pass the same door. */
export type Origin = 'real' | 'demo'

/** What came of a stored entry: the entry, or everything that is wrong with it. */
export type DecodedEntry =
  | { readonly entry: Entry; readonly issues: readonly [] }
  | { readonly entry: null; readonly issues: readonly EntryIssue[] }

/** An entry as it is stored and exchanged: amounts and points as plain decimal texts (元, at most 2 places), all else as it is, under the schema it was written with; a closing that names nothing says nothing. */
export function encodeEntry(entry: Entry): { readonly [key: string]: Json } {
  const implied = impliedCells(entry.schema, entry.kind)
  return encode(
    Object.fromEntries(
      Object.entries(entry).filter(
        ([cell, value]) => !Object.hasOwn(implied, cell) && !saysNothing(entry.kind, cell, value),
      ),
    ),
  ) as { readonly [key: string]: Json }
}

/** The cells of a closing that are left out where they say nothing, as files had it before there were such cells. */
function saysNothing(kind: EntryKind, cell: string, value: unknown): boolean {
  if (cell === 'covers') return value === null
  if (kind !== 'sign-off') return false
  return (
    (cell === 'sheet' && value === null) || (cell === 'words' && Array.isArray(value) && value.length === 0)
  )
}

function encode(value: unknown): Json {
  if (Decimal.isDecimal(value)) return value.toFixed()
  if (Array.isArray(value)) return value.map(encode)
  if (isRow(value)) return Object.fromEntries(Object.entries(value).map(([key, cell]) => [key, encode(cell)]))
  return value as Json
}

/** Reads a stored entry exactly (domain.md §6): nothing is guessed, rounded or dropped; what cannot be taken whole is refused with path and reason. A real door refuses a demonstration's entries, and the other way round. */
export function decodeEntry(value: unknown, origin: Origin = 'real'): DecodedEntry {
  const { entry, faults } = readEntry(value, origin)
  return entry
    ? { entry, issues: [] }
    : { entry: null, issues: faults.map((fault) => entryIssue(value, fault)) }
}

function readEntry(value: unknown, origin: Origin): { entry: Entry | null; faults: readonly Fault[] } {
  if (!isRow(value)) return refused({ kind: 'wrong-type', expected: 'object', path: [] })
  const { schema, kind } = value
  if (!isEntrySchema(schema))
    return refused(versionFault(value, NEWEST) ?? { kind: 'not-a-choice', path: ['schema'] })
  if (kind === undefined) return refused({ kind: 'missing', path: ['kind'] })
  if (!isEntryKind(schema, kind)) return refused({ kind: 'unknown-kind', path: ['kind'] })
  const { success, output, issues = [] } = v.safeParse(entrySchema(schema, kind), value)
  const faults = [...shapeFaults(issues), ...placeFaults(value, kind, origin)]
  return { entry: success && faults.length === 0 ? output : null, faults }
}

function refused(fault: Fault): { entry: null; faults: readonly Fault[] } {
  return { entry: null, faults: [fault] }
}

/** An entry belongs to a plan of its door, and is about something of that plan that its kind can be about: elsewhere it would be kept and never seen, or counted where it does not belong. */
function placeFaults(row: Readonly<Record<string, unknown>>, kind: EntryKind, origin: Origin): Fault[] {
  const { plan, subject } = row
  if (typeof plan !== 'string') return []
  const faults: Fault[] = []
  if (isDemoPlan(plan) !== (origin === 'demo')) {
    faults.push({ kind: origin === 'real' ? 'demo-plan' : 'real-plan', path: ['plan'] })
  }
  if (typeof subject !== 'string') return faults
  const allowed = allowedLevels(row, kind)
  const level = subjectLevel(publishedPlan(plan), subject)
  if (level === null || !allowed.includes(level)) {
    faults.push({ kind: 'wrong-subject', allowed, path: ['subject'] })
  }
  return faults
}

/** A change of an 指标值 is about an indicator, one of the schedule about a project. */
function allowedLevels(row: Readonly<Record<string, unknown>>, kind: EntryKind): readonly SubjectLevel[] {
  const changed = kind === 'target-change' ? valueAt(row, ['change', 'kind']) : null
  if (changed === 'target') return ['indicator']
  return changed === 'schedule' ? ['project'] : SUBJECT_LEVELS[kind]
}
