import { decodeEntry } from '@/documents/entries/entryCodec'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { readRefusal, readAnswer, TAKEN, type ServiceRow } from '@/documents/service/answers'
import { readRecords, type SentEntry } from '@/documents/service/sentEntries'
import type { Entry, EntryKind, Moment } from '@/domain/ledger/entry'
import { isLate, type LateReceipts } from '@/domain/ledger/receipts'
import { awaitsService } from '@/domain/ledger/ruling'
import { entryText } from '../records'
import type { Answered, Reach } from './line'

/**
 * A step of this account that the service has not taken, as it is stored: its place in the queue, the position its author had read to, when it was written, and why it was refused (`null` while it waits).
 * A refused step counts for nothing, stays listed, and `aside` says that somebody has seen it.
 */
export interface StoredStep {
  readonly seq: number
  readonly plan: string
  readonly basedOn: number
  readonly at: Moment
  readonly records: readonly SentEntry[]
  readonly refusal: ServiceRefusal | null
  readonly aside: boolean
}

/** A step as it is read: `awaits` says that it takes effect only when the service has written it. */
export interface QueuedStep extends StoredStep {
  readonly awaits: boolean
}

/** How far a plan's ledger was read, and of which epoch. */
export interface Cursor {
  readonly plan: string
  readonly epoch: string
  readonly position: number
}

/** What is to be done about a sent step: its rows are confirmed, it is refused, it is sent again later, or the ledger is read anew first. */
export type Settlement =
  | { readonly kind: 'confirm'; readonly rows: readonly ServiceRow[]; readonly head: number }
  | { readonly kind: 'refuse'; readonly refusal: ServiceRefusal }
  | { readonly kind: 'wait'; readonly because: Exclude<Reach, 'well'> }
  | { readonly kind: 'anew' }

/** What an answer means for the step that was sent. */
export function settlementOf(answer: Answered): Settlement {
  if (answer.kind === 'away') return { kind: 'wait', because: answer.full ? 'full' : 'away' }
  if (answer.kind === 'signed-out') return { kind: 'wait', because: answer.kind }
  if (answer.kind === 'no')
    return answer.error === 'epoch' ? { kind: 'anew' } : { kind: 'refuse', refusal: readRefusal(answer.json) }
  const taken = readAnswer(TAKEN, answer.json)
  return taken
    ? { kind: 'confirm', rows: taken.entries, head: taken.head }
    : { kind: 'wait', because: 'away' }
}

/** Whether a step waits to be sent: nobody has refused it. */
export function waits({ refusal }: Pick<StoredStep, 'refusal'>): boolean {
  return refusal === null
}

/** Whether a step counts in the fold while it waits; what decides does not, since the service may refuse it. */
export function counts(step: QueuedStep): boolean {
  return waits(step) && !step.awaits
}

/** Whether a step takes effect only when the service has written it; `kindOf` knows the kind of an entry by its id, `null` where it does not. */
export function stepAwaits(records: readonly SentEntry[], kindOf: (id: string) => EntryKind | null): boolean {
  return records.some((record) => {
    const { entry } = decodeEntry(record, 'real')
    return entry !== null && awaitsService(entry, entry.kind === 'void' ? kindOf(entry.entry) : null)
  })
}

/** The ids that the voids of a step name. */
export function namedBy(records: readonly SentEntry[]): string[] {
  return records.flatMap((record) => {
    const { kind, entry } = record as { readonly kind?: unknown; readonly entry?: unknown }
    return kind === 'void' && typeof entry === 'string' ? entry : []
  })
}

/** The position a refused step is based on when it is sent again: its author has been shown the news, and nothing behind them. */
export function readTo({ basedOn, refusal }: Pick<StoredStep, 'basedOn' | 'refusal'>): number {
  if (refusal?.kind !== 'moved') return basedOn
  const { since = basedOn, news } = refusal
  return Math.max(Math.min(basedOn, since), ...news.map(({ position }) => position))
}

/** What waits of some steps and takes effect only when the service has written it. */
export function awaitingIn(steps: readonly QueuedStep[]): Entry[] {
  return readRecords(steps.filter((step) => waits(step) && step.awaits).flatMap(({ records }) => records))
}

/** What of some rows the service received long after it was written, and when (domain.md §6). */
export function lateIn(rows: readonly ServiceRow[]): LateReceipts {
  return new Map(
    rows.flatMap(({ id, receivedAt, entry }) => {
      const written = momentOf(entry)
      return written !== null && isLate(written, receivedAt) ? [[id, receivedAt] as const] : []
    }),
  )
}

/** The first step to be sent: they go in the order in which they were written, and a refused one stops nothing. */
export function nextToSend(steps: readonly QueuedStep[]): QueuedStep | null {
  return steps
    .filter(waits)
    .reduce<QueuedStep | null>((first, step) => (first === null || step.seq < first.seq ? step : first), null)
}

/**
 * What becomes of a plan's queue when the service was restored: what was confirmed is read anew, so this account's own entries go back into the queue, before all else and step by step
 * (the service answers `known` for those it has). A position of the old epoch says nothing of the new one, so every step is based on 0: what is decisive is decided again where others wrote.
 */
export function requeued(
  rows: readonly ServiceRow[],
  steps: readonly StoredStep[],
  { plan, account, at }: { readonly plan: string; readonly account: string; readonly at: Moment },
): StoredStep[] {
  const own = rows
    .filter(({ by, via }) => by === account && via === 'own')
    .sort((a, b) => a.position - b.position)
  const groups: { at: Moment; records: SentEntry[] }[] = []
  for (const { entry } of own) {
    const written = momentOf(entry) ?? at
    const last = groups.at(-1)
    if (last?.at === written) last.records.push(entry)
    else groups.push({ at: written, records: [entry] })
  }
  const first = Math.min(0, ...steps.map(({ seq }) => seq)) - groups.length
  return [
    ...groups.map((group, index) => ({
      ...group,
      seq: first + index,
      plan,
      basedOn: 0,
      refusal: null,
      aside: false,
    })),
    ...steps.filter((step) => step.plan === plan).map((step) => ({ ...step, basedOn: 0 })),
  ]
}

function momentOf(record: object): Moment | null {
  return 'recordedAt' in record && typeof record.recordedAt === 'string' ? record.recordedAt : null
}

/** What one who shows a plan's ledger has been given: confirmed up to a position of an epoch, and over it what waits, by what it says. */
export interface Shown {
  readonly epoch: string
  readonly position: number
  readonly confirmed: ReadonlySet<string>
  readonly waiting: ReadonlyMap<string, string>
}

/** What the database holds of a plan beyond what was shown: `rows` behind the shown position, or all where the epoch is another. */
export interface HeldNow {
  readonly cursor: Cursor
  readonly rows: readonly ServiceRow[]
  readonly steps: readonly QueuedStep[]
}

/** The change from what was shown to what is held: ids that leave the fold, entries that stand from now on, records that cannot be read. */
export interface Change {
  readonly gone: readonly string[]
  readonly standing: readonly Entry[]
  readonly unread: readonly SentEntry[]
  readonly shown: Shown
}

/**
 * The ledger is what is confirmed and over it what waits; an entry that the service wrote otherwise stands as the service has it (docs/service-api.md).
 * Of another epoch everything shown leaves and everything held stands.
 */
export function changeTo(shown: Shown | null, { cursor, rows, steps }: HeldNow): Change {
  const before = shown?.epoch === cursor.epoch ? shown : null
  const gone = new Set(shown && !before ? [...shown.confirmed, ...shown.waiting.keys()] : [])
  const confirmed = new Set(before?.confirmed)
  const standing: Entry[] = []
  const unread: SentEntry[] = []
  const read = (record: SentEntry): string | null => {
    const { entry } = decodeEntry(record, 'real')
    const text = entry && entryText(entry)
    const told = before?.waiting.get(record.id)
    if (told !== undefined && told === text) return text
    if (told !== undefined) gone.add(record.id)
    if (entry) standing.push(entry)
    else unread.push(record)
    return text
  }
  for (const { id, entry } of rows) {
    if (confirmed.has(id)) continue
    confirmed.add(id)
    read(entry)
  }
  const waiting = new Map<string, string>()
  for (const record of steps.filter(counts).flatMap(({ records }) => records)) {
    if (confirmed.has(record.id)) continue
    const text = before?.waiting.get(record.id) ?? read(record)
    if (text !== null) waiting.set(record.id, text)
  }
  for (const id of before?.waiting.keys() ?? []) if (!waiting.has(id) && !confirmed.has(id)) gone.add(id)
  const { epoch, position } = cursor
  return { gone: [...gone], standing, unread, shown: { epoch, position, confirmed, waiting } }
}
