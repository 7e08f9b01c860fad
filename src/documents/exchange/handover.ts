import * as v from 'valibot'
import { isDemoPlan, publishedPlan } from '@/domain/ledger/demo'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { EntryIssue } from '../outcome/entryIssue'
import type { FileRefusal } from '../outcome/fileRefusal'
import { decodeEntry, encodeEntry, type Origin } from '../entries/entryCodec'
import { entryIssue, shapeFaults } from '../entries/entryIssue'
import { openSealed, seal } from './sealed'

/** Whose ledger a hand-over carries, who wrote it and when; `project` where it is one project's part. */
export interface HandoverHead {
  readonly plan: string
  readonly department: string
  readonly year: number
  readonly project: string | null
  readonly author: string
  readonly writtenAt: Moment
}

/** A hand-over read: its head (`null` of an old export without one), whether its fingerprint was right, and its entries. */
export interface Handover {
  readonly head: HandoverHead | null
  readonly sealed: boolean
  readonly entries: readonly Entry[]
}

export type HandoverReading =
  { readonly ok: true; readonly file: Handover } | { readonly ok: false; readonly refusal: FileRefusal }

/** Writes a ledger, or one project's part of it, as a file that another machine can take. */
export function encodeHandover(head: HandoverHead, entries: readonly Entry[]): string {
  return seal('handover', { ...head }, entries.map(encodeEntry))
}

const HEAD = v.object({
  plan: v.string(),
  department: v.string(),
  year: v.number(),
  project: v.nullable(v.string()),
  author: v.string(),
  writtenAt: v.string(),
  entries: v.array(v.unknown()),
})
const OLD = v.object({ plan: v.string(), entries: v.array(v.unknown()) })

/** How many faults of a file are told at once. */
const TOLD = 20

/** Reads a hand-over for a plan: all of it, or the refusal that says what is wrong and where. Demonstrations and real ledgers never pass each other's door. */
export function decodeHandover(bytes: Uint8Array, plan: string): HandoverReading {
  const opened = openSealed(bytes)
  if (!opened.ok) return opened
  const { content, kind, sealed } = opened
  if (kind === 'backup') return refused({ kind: 'other-kind', found: kind, wanted: 'handover' })
  const shape = v.safeParse(kind === 'ledger' ? OLD : HEAD, content)
  if (!shape.success) {
    return refused({
      kind: 'cells',
      issues: shapeFaults(shape.issues)
        .slice(0, TOLD)
        .map((fault) => entryIssue(content, fault)),
    })
  }
  const head = kind === 'ledger' ? null : (shape.output as HandoverHead & { entries: readonly unknown[] })
  const named = shape.output.plan
  if (isDemoPlan(named) !== isDemoPlan(plan)) return refused({ kind: 'demo' })
  if (named !== plan) {
    const whose = head ? `${head.department} ${head.year}年` : publishedPlan(named)
    return refused({ kind: 'other-plan', plan: named, named: whose })
  }
  const read = readEntries(shape.output.entries, isDemoPlan(plan) ? 'demo' : 'real', plan)
  if (!read.ok) return read
  const { entries: _, ...rest } = head ?? { entries: [] }
  return { ok: true, file: { head: head ? (rest as HandoverHead) : null, sealed, entries: read.entries } }
}

/** Reads every entry of a file, all or none: one that does not read, is of another plan, or shares its id with a different one refuses the whole. */
export function readEntries(
  rows: readonly unknown[],
  origin: Origin,
  plan: string | null,
):
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: FileRefusal } {
  const entries: Entry[] = []
  const issues: EntryIssue[] = []
  const first = new Map<string, number>()
  rows.forEach((row, index) => {
    const decoded = decodeEntry(row, origin)
    issues.push(...decoded.issues.map((issue) => placed(index, issue)))
    const { entry } = decoded
    if (!entry) return
    const before = first.get(entry.id)
    if (plan !== null && entry.plan !== plan)
      issues.push({ kind: 'foreign-plan', expected: plan, path: `entries[${index}].plan`, found: entry.plan })
    else if (before !== undefined) {
      if (!sameRow(row, rows[before]))
        issues.push({
          kind: 'duplicate-id',
          first: before + 1,
          path: `entries[${index}].id`,
          found: entry.id,
        })
    } else {
      first.set(entry.id, index)
      entries.push(entry)
    }
  })
  return issues.length === 0
    ? { ok: true, entries }
    : { ok: false, refusal: { kind: 'entries', issues: issues.slice(0, TOLD), count: issues.length } }
}

/** Whether two stored rows are the same, whatever the order of their fields: what stands twice alike counts once (domain.md §6). */
function sameRow(a: unknown, b: unknown): boolean {
  const text = (row: unknown) =>
    JSON.stringify(Object.entries(Object(row)).sort(([x], [y]) => (x < y ? -1 : 1)))
  return text(a) === text(b)
}

function placed(index: number, issue: EntryIssue): EntryIssue {
  return { ...issue, path: issue.path === '' ? `entries[${index}]` : `entries[${index}].${issue.path}` }
}

function refused(refusal: FileRefusal): HandoverReading {
  return { ok: false, refusal }
}
