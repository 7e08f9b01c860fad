import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import type { ServiceRow } from '@/documents/service/answers'
import { readRecords, type SentEntry } from '@/documents/service/sentEntries'
import type { Moment } from '@/domain/ledger/entry'
import { sliceKey } from '@/domain/ledger/ledger'
import { isDecisive, watchedBy } from '@/domain/ledger/ruling'
import { momentOf, readTo, type StoredStep } from './outbox'

/**
 * What becomes of a plan's queue when the service was restored: what was confirmed is read anew, so this account's own entries go back into the queue, before all else and step by step.
 * A position of the old epoch says nothing of the new one: every step is based on 0 and names instead what its author had before him.
 */
export function requeued(
  rows: readonly ServiceRow[],
  steps: readonly StoredStep[],
  { plan, account, at }: { readonly plan: string; readonly account: string; readonly at: Moment },
): StoredStep[] {
  const own = rows
    .filter(({ by, via }) => by === account && via === 'own')
    .sort((a, b) => a.position - b.position)
  const groups: { at: Moment; position: number; records: SentEntry[] }[] = []
  for (const { entry, position } of own) {
    const written = momentOf(entry) ?? at
    const last = groups.at(-1)
    if (last?.at === written) last.records.push(entry)
    else groups.push({ at: written, position, records: [entry] })
  }
  const foreign = rows.filter(({ by }) => by !== account)
  const first = Math.min(0, ...steps.map(({ seq }) => seq)) - groups.length
  return [
    ...groups.map(({ position, ...group }, index) => ({
      ...group,
      seq: first + index,
      plan,
      basedOn: 0,
      refusal: null,
      aside: false,
      knew: beforeHim(foreign, group.records, position),
    })),
    ...steps
      .filter((step) => step.plan === plan)
      .map((step) => ({
        ...step,
        basedOn: 0,
        refusal: placeless(step.refusal),
        knew: [...new Set([...(step.knew ?? []), ...beforeHim(foreign, step.records, readTo(step))])],
      })),
  ]
}

/** A refusal whose news have no place in the new epoch. */
function placeless(refusal: StoredStep['refusal']): StoredStep['refusal'] {
  if (refusal?.kind !== 'moved') return refusal
  return { ...refusal, since: 0, news: refusal.news.map((news) => ({ ...news, position: 0 })) }
}

/** What others had written up to a position in the slices that the decisions among some records watch. */
function beforeHim(
  foreign: readonly ServiceRow[],
  records: readonly SentEntry[],
  position: number,
): readonly string[] {
  const watches = watching(records)
  return watches ? foreign.filter((row) => row.position <= position && watches(row)).map(({ id }) => id) : []
}

/** Which rows the decisions among some records watch; `null` where they decide on nothing. */
function watching(records: readonly SentEntry[]): ((row: ServiceRow) => boolean) | null {
  const acts = readRecords(records).filter(({ kind }) => isDecisive(kind))
  if (acts.length === 0) return null
  const watched = acts.map(watchedBy)
  if (watched.includes(null)) return () => true
  const slices = new Set(watched.flatMap((own) => own ?? []))
  return ({ entry: { subject } }) => typeof subject !== 'string' || slices.has(sliceKey(subject))
}

/** The position a step of a restored ledger is based on: up to there, others wrote nothing about it but what its author had before him. `rows` are those behind what it is based on. */
export function groundOf(
  { basedOn, knew, records }: Pick<StoredStep, 'basedOn' | 'knew' | 'records'>,
  rows: readonly ServiceRow[],
  account: string,
): number {
  const watches = knew && watching(records)
  if (!watches) return basedOn
  const known = new Set(knew)
  const behind = rows.filter(({ position }) => position > basedOn)
  const news = behind.filter((row) => row.by !== account && !known.has(row.id) && watches(row))
  return Math.min(
    ...news.map(({ position }) => position - 1),
    Math.max(basedOn, ...behind.map(({ position }) => position)),
  )
}

/** A refusal for news without what the step's author had before him all along; `null` where nothing is left of it. */
export function onlyNews({ knew }: Pick<StoredStep, 'knew'>, refusal: ServiceRefusal): ServiceRefusal | null {
  if (refusal.kind !== 'moved' || !knew || refusal.news.length === 0) return refusal
  const known = new Set(knew)
  const news = refusal.news.filter(({ entry }) => !known.has(entry.id))
  return news.length > 0 ? { ...refusal, news } : null
}
