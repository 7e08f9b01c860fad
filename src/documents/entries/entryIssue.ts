import type * as v from 'valibot'
import type { EntryFault, EntryIssue } from '../outcome/entryIssue'
import type { Path } from '../jsonText'
import { pathText, valueAt } from '../plan/planIssue'

/** Something wrong at a path of a stored value. */
export type Fault = EntryFault & { readonly path: Path }

/** Each thing a schema finds wrong as a fault of its own kind. */
export function shapeFaults(issues: readonly v.BaseIssue<unknown>[]): Fault[] {
  return issues.map((issue) => ({
    ...shapeFault(issue),
    path: (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
  }))
}

function shapeFault(issue: v.BaseIssue<unknown>): EntryFault {
  if (issue.kind === 'validation') {
    const kind = issue.message as EntryFault['kind']
    return kind === 'outside-band'
      ? { kind, band: valueAt(issue.input, ['band']) as 'achieved' }
      : { kind: kind as 'not-an-amount' }
  }
  if (issue.expected === 'never') return { kind: 'unknown-cell' }
  if (issue.input === undefined) return { kind: 'missing' }
  if (issue.type === 'picklist' || issue.type === 'literal') return { kind: 'not-a-choice' }
  if (issue.type === 'variant' && issue.expected !== 'Object') return { kind: 'not-a-choice' }
  return { kind: 'wrong-type', expected: EXPECTED[issue.type] ?? 'object' }
}

const EXPECTED: Readonly<Record<string, Extract<EntryFault, { kind: 'wrong-type' }>['expected']>> = {
  string: 'text',
  number: 'number',
  boolean: 'true-or-false',
  array: 'list',
}

/** A fault as the issue that is shown: its path as one writes it, and what is written there. */
export function entryIssue(root: unknown, { path, ...fault }: Fault): EntryIssue {
  return { ...fault, path: pathText(path), found: foundText(valueAt(root, path)) }
}

function foundText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Why a value of another schema version is not read by this one's cells; `null` when it is this version's. */
export function versionFault(value: Readonly<Record<string, unknown>>, supported: number): Fault | null {
  const { schema } = value
  if (schema === supported) return null
  const newer = typeof schema === 'number' && schema > supported
  return { kind: 'wrong-schema-version', supported, newer, path: ['schema'] }
}
