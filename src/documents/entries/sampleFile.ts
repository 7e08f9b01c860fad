import * as v from 'valibot'
import { demoPlan } from '@/domain/ledger/demo'
import type { Entry } from '@/domain/ledger/entry'
import type { EntryIssue } from '../outcome/entryIssue'
import { decodeEntry } from './entryCodec'
import { entryIssue, shapeFaults, versionFault, type Fault } from './entryIssue'
import { SAMPLE } from './entryShape'
import { readJsonText } from '../jsonText'
import { isRow } from '../plan/planShape'

const SCHEMA = 1

/** A sample year: invented entries for one published plan, and the sentence that says so. All of it stands, or nothing. */
export interface DecodedSample {
  readonly plan: string | null
  readonly note: string | null
  readonly entries: readonly Entry[]
  readonly issues: readonly EntryIssue[]
}

/** Reads a demonstration file from its text. Its entries must carry the plan id `demo:<plan>`, so that no ledger of real entries takes them; everything wrong is told at once. */
export function decodeSample(text: string): DecodedSample {
  const json = readJsonText(text.replace(/^\uFEFF/, ''))
  if (json.kind === 'fault') {
    const { line, column, character } = json
    return refused([{ kind: 'not-json', line, column, path: '', found: character }])
  }
  const root = json.value
  const faults = [
    ...json.repeated.map((path): Fault => ({ kind: 'repeated-cell', path })),
    ...fileFaults(root),
  ]
  const { success, output } = v.safeParse(SAMPLE, root)
  if (!success || faults.length > 0) return refused(faults.map((fault) => entryIssue(root, fault)))
  const { plan, note } = output
  const decoded = output.entries.map((entry) => decodeEntry(entry, 'demo'))
  const issues = [
    ...decoded.flatMap((row, index) => row.issues.map((found) => inRow(index, found))),
    ...setFaults(
      decoded.map(({ entry }) => entry),
      demoPlan(plan),
    ).map((fault) => entryIssue(root, fault)),
  ]
  if (issues.length > 0) return refused(issues)
  return { plan, note, entries: decoded.flatMap(({ entry }) => entry ?? []), issues }
}

function refused(issues: readonly EntryIssue[]): DecodedSample {
  return { plan: null, note: null, entries: [], issues }
}

function fileFaults(root: unknown): Fault[] {
  if (!isRow(root)) return [{ kind: 'wrong-type', expected: 'object', path: [] }]
  if (root.kind !== 'demo') return [{ kind: 'not-a-demo-file', path: ['kind'] }]
  const version = versionFault(root, SCHEMA)
  return version ? [version] : shapeFaults(v.safeParse(SAMPLE, root).issues ?? [])
}

function inRow(index: number, issue: EntryIssue): EntryIssue {
  return { ...issue, path: issue.path === '' ? `entries[${index}]` : `entries[${index}].${issue.path}` }
}

/** What only shows among the entries: one of another demonstration, one whose id stands twice. */
function setFaults(entries: readonly (Entry | null)[], plan: string): Fault[] {
  const firsts = new Map<string, number>()
  return entries.flatMap((entry, index): Fault[] => {
    if (!entry) return []
    const first = firsts.get(entry.id) ?? index
    firsts.set(entry.id, first)
    return [
      ...(entry.plan === plan
        ? []
        : [{ kind: 'foreign-plan' as const, expected: plan, path: ['entries', index, 'plan'] }]),
      ...(first === index
        ? []
        : [{ kind: 'duplicate-id' as const, first: first + 1, path: ['entries', index, 'id'] }]),
    ]
  })
}
