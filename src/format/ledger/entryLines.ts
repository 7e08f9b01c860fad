import type { Aside } from '@/domain/ledger/aside'
import type { Entry, Evidence, Void } from '@/domain/ledger/entry'
import { voidedIds, type Slice } from '@/domain/ledger/ledger'
import { standingEntries } from '@/domain/ledger/standingEntries'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { exactAmount, type MoneyUnit } from '../figures'
import { ENTRY_WORD } from './entryWord'
import { fullDay } from '../words'
import { aboutText } from './aboutText'
import { asideReasons } from './asideText'
import { entryContent } from './entryContent'
import { recordedText } from './recordedText'

/** One line of the ledger behind a project's figures. */
export interface EntryLine {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly about: string
  readonly content: string
  readonly evidence: readonly Evidence[]
  readonly total: string
  readonly author: string
  readonly recorded: string
  readonly voided: string | null
  readonly aside: string | null
}

/** The entries of a project up to the day looked at, newest first; voided ones stay and say why. */
export function entryLines(
  status: ProjectStatus,
  slice: Slice,
  unit: MoneyUnit,
  knownAt: string | null = null,
  aside: readonly Aside[] = [],
): EntryLine[] {
  const voided = voidReasons(slice, knownAt, aside)
  const kept = asideReasons(aside)
  const totals = new Map(status.spending.map((line) => [line.entry.id, line.total]))
  return slice
    .filter(
      (entry) =>
        (entry.kind !== 'void' || kept.has(entry.id)) &&
        entry.effectiveOn <= status.asOf &&
        (knownAt === null || entry.recordedAt <= knownAt),
    )
    .map((entry): EntryLine => {
      const total = totals.get(entry.id)
      return {
        id: entry.id,
        day: fullDay(entry.effectiveOn),
        kind: ENTRY_WORD[entry.kind],
        about: aboutText(entry, status.project),
        content: entryContent(entry, unit, { project: status.project, slice, schemeAt: null }),
        evidence: evidenceOf(entry),
        total: total ? exactAmount(total, unit) : '',
        author: entry.author,
        recorded: recordedText(entry.recordedAt),
        voided: voided(entry.id),
        aside: kept.get(entry.id) ?? null,
      }
    })
    .reverse()
}

/** The files an entry names as evidence. */
export function evidenceOf(entry: Entry): readonly Evidence[] {
  return entry.kind === 'indicator-actual' ? entry.evidence : []
}

/** Says of an entry why and by whom it was voided, as it was known at a moment; `null` of one that stands. A void that is kept aside takes nothing back. */
export function voidReasons(
  slice: Slice,
  knownAt: string | null,
  aside: readonly Aside[] = [],
): (entry: string) => string | null {
  const late = new Set(aside.map(({ entry }) => entry.id))
  const counting = late.size === 0 ? slice : slice.filter(({ id }) => !late.has(id))
  const voided = voidedIds(counting, knownAt)
  const standing = new Map(
    counting
      .filter((entry): entry is Void => entry.kind === 'void' && !voided.has(entry.id))
      .filter((entry) => knownAt === null || entry.recordedAt <= knownAt)
      .map((entry) => [entry.entry, entry]),
  )
  return (id) => {
    const by = voided.has(id) ? standing.get(id) : undefined
    return by ? `已作废：${by.reason}（${by.author}，${recordedText(by.recordedAt)}）` : null
  }
}

/** Says of every sign-off that was opened again, by its id, why and by whom, as it was known at a moment (domain.md §6). */
export function reopenReasons(counting: Slice, knownAt: string | null): ReadonlyMap<string, string> {
  return new Map(
    standingEntries(counting, knownAt).flatMap((entry) =>
      entry.kind === 'reopen'
        ? [
            [
              entry.signOff,
              `已重开：${entry.reason}（${entry.author}，${recordedText(entry.recordedAt)}）`,
            ] as const,
          ]
        : [],
    ),
  )
}
