import { decodeEntry } from '@/documents/entries/entryCodec'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { readRefusal, readAnswer, TAKEN, type ServiceRow } from '@/documents/service/answers'
import { readRecords, type SentEntry } from '@/documents/service/sentEntries'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { isLate, type LateReceipts } from '@/domain/ledger/receipts'
import { hangsOn, isDecisive } from '@/domain/ledger/ruling'
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
  /** Queued anew after a restore: the entries of others that its author had before him when he decided; a decision on nothing else needs no second look. */
  readonly knew?: readonly string[]
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
  /** When this browser found that the service had been restored from a backup, until somebody has seen it said. */
  readonly restored?: Moment | null
}

/** What is to be done about a sent step: its rows are confirmed, it is refused, it is sent again later, or the ledger is read anew first. */
export type Settlement =
  | { readonly kind: 'confirm'; readonly rows: readonly ServiceRow[]; readonly head: number }
  | { readonly kind: 'refuse'; readonly refusal: ServiceRefusal }
  | { readonly kind: 'wait'; readonly because: Exclude<Reach, 'well'> }
  | { readonly kind: 'anew' }

/** What an answer means for the step that was sent. Every step here is this account's own: where it is nobody's who is signed in, another account is, in this browser. */
export function settlementOf(answer: Answered): Settlement {
  if (answer.kind === 'away') return { kind: 'wait', because: answer.full ? 'full' : 'away' }
  if (answer.kind === 'signed-out') return { kind: 'wait', because: answer.kind }
  if (answer.kind === 'no' && answer.error === 'not-yourself') return { kind: 'wait', because: 'signed-out' }
  if (answer.kind === 'no')
    return answer.error === 'epoch' ? { kind: 'anew' } : { kind: 'refuse', refusal: readRefusal(answer.json) }
  const taken = readAnswer(TAKEN, answer.json)
  return taken
    ? { kind: 'confirm', rows: taken.entries, head: taken.head }
    : { kind: 'wait', because: 'away' }
}

const RIGHTS: ReadonlySet<string> = new Set(['role', 'other-project', 'other-author'])

/** Whether a step was refused for want of a right: what the account was granted may have changed. */
export function wantsRight(refusal: ServiceRefusal): boolean {
  if (refusal.kind === 'refused') return RIGHTS.has(refusal.refusal.kind)
  return refusal.kind === 'not-granted' || (refusal.kind === 'other' && refusal.said === 'unknown-plan')
}

/** Whether a step waits to be sent: nobody has refused it. */
export function waits({ refusal }: Pick<StoredStep, 'refusal'>): boolean {
  return refusal === null
}

/** Whether a step counts in the fold while it waits; what decides does not, since the service may refuse it. */
export function counts(step: QueuedStep): boolean {
  return waits(step) && !step.awaits
}

/** Whether a step takes effect only when the service has written it. */
export function stepAwaits(records: readonly SentEntry[]): boolean {
  return readRecords(records).some(({ kind }) => isDecisive(kind))
}

/**
 * The steps that wait behind one that is refused and were decided on what it says, and so on behind those: none was written by somebody who knew of the refusal, so none is sent.
 * What was written after it was known is no such step.
 */
export function behindRefused(refused: StoredStep, steps: readonly StoredStep[]): StoredStep[] {
  const out = [refused]
  for (const step of [...steps].sort((one, other) => one.seq - other.seq)) {
    if (step.seq <= refused.seq || step.plan !== refused.plan || !waits(step)) continue
    const said = out.flatMap(({ records }) => readRecords(records))
    const acts = readRecords(step.records)
    if (acts.some((act) => said.some((own) => hangsOn(act, own)))) out.push(step)
  }
  return out.slice(1)
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

/** Where some rows stand in the order of the service, by id. */
export function placesOf(rows: readonly ServiceRow[]): (readonly [string, number])[] {
  return rows.map(({ id, position }) => [id, position] as const)
}

/** The first step to be sent: they go in the order in which they were written, and a refused one stops nothing. */
export function nextToSend(steps: readonly QueuedStep[]): QueuedStep | null {
  return steps
    .filter(waits)
    .reduce<QueuedStep | null>((first, step) => (first === null || step.seq < first.seq ? step : first), null)
}

/** When a record says that it was written; `null` where it does not. */
export function momentOf(record: object): Moment | null {
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
