import * as v from 'valibot'
import type { Found, IssueDetail, IssueOwner, IssueSeverity, PlanIssue, RowPlace } from '../outcome/planIssue'
import type { JsonText, Path } from '../jsonText'
import { isRow } from './planShape'

export type { PlanIssue } from '../outcome/planIssue'

/** Something wrong at a path of the file; `note` when the table stands all the same. */
export type PlanFault = IssueDetail & { readonly path: Path; readonly note?: boolean }

/** The value at a path, `undefined` where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  )
}

/** The rows of a list in the file, none where there is no list. */
export function rowsAt(root: unknown, path: Path): readonly unknown[] {
  const value = valueAt(root, path)
  return Array.isArray(value) ? value : []
}

/** The text of a cell, `null` where there is none. */
export function textAt(root: unknown, path: Path): string | null {
  const value = valueAt(root, path)
  return typeof value === 'string' ? value : null
}

/** What a file is before any of its cells: empty, a web page, another encoding, not JSON; `null` when it can be read. */
export function textFault(text: string, json: JsonText): PlanFault | null {
  if (text.trim() === '') return { kind: 'empty-file', path: [] }
  if (/^\s*<(?:!doctype|html|\?xml|!--|head|body)/i.test(text)) return { kind: 'html-page', path: [] }
  if (text.includes('\uFFFD')) return { kind: 'not-utf8', path: [] }
  if (json.kind === 'value') return null
  const { line, column, character } = json
  return { kind: 'not-json', path: [], line, column, character }
}

/** Cells written twice, of which JSON keeps only the last. */
export function repeatedFaults(json: JsonText): PlanFault[] {
  return json.kind === 'value' ? json.repeated.map((path) => ({ kind: 'repeated-cell', path })) : []
}

/** Everything that a schema found wrong, each with its own kind and path. */
export function shapeFaults({
  issues = [],
}: {
  readonly issues?: readonly v.BaseIssue<unknown>[] | undefined
}): PlanFault[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
    return { ...shapeDetail(issue), path }
  })
}

function shapeDetail(issue: v.BaseIssue<unknown>): IssueDetail & { note?: boolean } {
  if (issue.kind === 'validation') {
    const note = issue.message.startsWith('note:')
    return { kind: issue.message.replace('note:', '') as 'not-an-amount', ...(note ? { note } : {}) }
  }
  if (issue.input === undefined || issue.received === 'undefined') return { kind: 'missing-cell' }
  if (issue.received === 'null') return { kind: 'blank-cell' }
  return { kind: 'wrong-type', expected: EXPECTED[issue.type] ?? 'object' }
}

const EXPECTED: Readonly<Record<string, 'text' | 'number' | 'list'>> = {
  string: 'text',
  number: 'number',
  array: 'list',
}

/** Cells that the schema does not know (`traget`): nothing is dropped in silence. */
export function strayFaults(schema: v.GenericSchema, value: unknown): PlanFault[] {
  const found: PlanFault[] = []
  gatherStray(schema, value, [], found)
  return found
}

/** Walks with one path that grows and shrinks, for most cells are known. */
function gatherStray(
  schema: v.GenericSchema | undefined,
  value: unknown,
  path: (string | number)[],
  found: PlanFault[],
): void {
  const { pipe, wrapped, entries, item } = (schema ?? {}) as Composite
  if (pipe) for (let part = 1; part < pipe.length; part += 1) gatherStray(pipe[part], value, path, found)
  else if (wrapped) gatherStray(wrapped, value, path, found)
  else if (item && Array.isArray(value)) {
    for (const [index, row] of value.entries()) {
      path.push(index)
      gatherStray(item, row, path, found)
      path.pop()
    }
  } else if (entries && isRow(value)) {
    for (const key of Object.keys(value)) {
      path.push(key)
      if (Object.hasOwn(entries, key)) gatherStray(entries[key], value[key], path, found)
      else found.push({ kind: 'unknown-cell', path: [...path], note: true })
      path.pop()
    }
  }
}

interface Composite {
  readonly pipe?: readonly v.GenericSchema[]
  readonly wrapped?: v.GenericSchema
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly item?: v.GenericSchema
}

/** How much a fault takes away: the smallest table or row that its cell belongs to. */
export function severityOf({ path, note }: PlanFault): IssueSeverity {
  if (note) return 'note'
  const [part, row, cell, inner] = path
  if (part === 'facts' || part === 'departmentGoals') return 'part'
  if (part === 'plans') return row === undefined ? 'file' : 'part'
  if (part !== 'projects' || row === undefined) return 'file'
  return cell === 'indicators' && inner !== undefined ? 'indicator' : 'project'
}

/** A fault as the issue that is shown: with its place, what stands there and what it costs. */
export function planIssue(root: unknown, fault: PlanFault): PlanIssue {
  const { path, note: _, ...detail } = fault
  const [owner, cell] = ownerOf(root, path)
  return {
    ...detail,
    severity: severityOf(fault),
    path: pathText(path),
    place: { owner, cell: cell.length > 0 ? pathText(cell) : null },
    found: foundAt(valueAt(root, path)),
  }
}

function ownerOf(root: unknown, path: Path): [IssueOwner, Path] {
  const [part, index, cell, inner] = path
  const row = path.slice(0, 2)
  if (part === 'facts') return [{ kind: 'facts' }, path.slice(1)]
  if (typeof index !== 'number') return [{ kind: 'file' }, path]
  if (part === 'plans') return [{ kind: 'listed-plan', ...rowPlace(root, row, 'id') }, path.slice(2)]
  if (part === 'departmentGoals') return [{ kind: 'goal', ...rowPlace(root, row, 'title') }, path.slice(2)]
  const project = rowPlace(root, row, 'name')
  if (cell !== 'indicators' || typeof inner !== 'number') {
    return [{ kind: 'project', ...project }, path.slice(2)]
  }
  const indicator = rowPlace(root, path.slice(0, 4), 'level3')
  return [{ kind: 'indicator', project, ...indicator }, path.slice(4)]
}

function rowPlace(root: unknown, row: Path, name: string): RowPlace {
  return { position: Number(row.at(-1)) + 1, name: textAt(root, [...row, name]) }
}

/** A path as one writes it: `projects[2].schedule.10`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('')
}

function foundAt(value: unknown): Found {
  if (value === undefined) return { type: 'nothing' }
  if (value === null) return { type: 'blank' }
  if (typeof value === 'string') return { type: 'text', text: value }
  if (typeof value === 'number') return { type: 'number', text: String(value) }
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) }
  return { type: Array.isArray(value) ? 'list' : 'object' }
}
