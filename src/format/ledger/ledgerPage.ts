import type { Entry, EntryKind, Evidence } from '@/domain/ledger/entry'
import { countingSlice, keptAside } from '@/domain/ledger/aside'
import { schemeInForce } from '@/domain/scoring/schemeInForce'
import { sliceKey, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import type { LateReceipts } from '@/domain/ledger/receipts'
import type { Plan } from '@/domain/plan/plan'
import { asideReasons } from './asideText'
import { aboutText } from './aboutText'
import { entryContent } from './entryContent'
import type { FactsContext } from './entryFacts'
import { recordedText } from './recordedText'
import { evidenceOf, reopenReasons, voidReasons } from './entryLines'
import type { MoneyUnit } from '../figures'
import { ENTRY_WORD } from './entryWord'
import { unclosed } from '../clauses'
import { fullDay } from '../words'

/** One line of the whole ledger: what was entered, about what, by whom and when; a void one says by whom and why. */
export interface LedgerLine {
  readonly id: string
  readonly kind: EntryKind
  readonly word: string
  readonly project: string
  readonly position: number | null
  readonly about: string
  readonly day: string
  readonly content: string
  readonly evidence: readonly Evidence[]
  readonly author: string
  readonly recorded: string
  /** When the shared service received what it received long after it was written; `null` for all else. */
  readonly late: string | null
  readonly voided: string | null
  readonly aside: string | null
  /** By whom and why a sign-off was opened again; `null` of one that stands and of all else. */
  readonly reopened: string | null
}

/** Which lines are looked at; empty means all. */
export interface LedgerFilter {
  readonly project: string
  readonly kind: string
  readonly find: string
  /** Which figure of the project the lines stand behind: 'spending' up to the day looked at. */
  readonly behind: string
}

/** The whole ledger, what was written last first, as it was known at a moment. */
export function ledgerLines(
  plan: Plan,
  ledger: Ledger,
  knownAt: string | null,
  unit: MoneyUnit,
  late: LateReceipts = new Map(),
): LedgerLine[] {
  const lines: { entry: Entry; line: LedgerLine }[] = []
  for (const [key, slice] of ledger.slices) {
    const aside = keptAside(ledger, key, knownAt)
    const voided = voidReasons(slice, knownAt, aside)
    const kept = asideReasons(aside)
    const reopened = reopenReasons(countingSlice(ledger, key, knownAt), knownAt)
    const context = contextOf(plan, ledger, key)
    for (const entry of slice) {
      if (knownAt !== null && entry.recordedAt > knownAt) continue
      lines.push({
        entry,
        line: {
          ...lineOf(plan, entry, unit, context),
          late: late.has(entry.id)
            ? `服务器 ${recordedText(late.get(entry.id) ?? '')} 收到（离线补报或时钟慢）`
            : null,
          voided: voided(entry.id),
          aside: kept.get(entry.id) ?? null,
          reopened: reopened.get(entry.id) ?? null,
        },
      })
    }
  }
  return lines
    .sort((a, b) => compare(b.entry.recordedAt, a.entry.recordedAt) || compare(b.entry.id, a.entry.id))
    .map(({ line }) => line)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What the entries of a project (or of the plan) are read beside. */
export function contextOf(plan: Plan, ledger: Ledger, key: string): FactsContext {
  return {
    project: plan.projects.find(({ id }) => id === key) ?? null,
    slice: sliceOf(ledger, key),
    schemeAt: (moment) => schemeInForce(plan, ledger, moment).scheme.id,
  }
}

function lineOf(
  plan: Plan,
  entry: Entry,
  unit: MoneyUnit,
  context: FactsContext,
): Omit<LedgerLine, 'voided' | 'aside' | 'reopened' | 'late'> {
  const project = plan.projects.find(({ id }) => id === sliceKey(entry.subject))
  const goal = plan.departmentGoals.find(({ id }) => id === entry.subject)
  return {
    id: entry.id,
    kind: entry.kind,
    word: ENTRY_WORD[entry.kind],
    project: project?.name ?? placeless(plan, entry.subject),
    position: project?.position ?? null,
    about: aboutText(entry, project ?? null) || unclosed([goal?.title ?? '']),
    day: fullDay(entry.effectiveOn),
    content: entryContent(entry, unit, context),
    evidence: evidenceOf(entry),
    author: entry.author,
    recorded: recordedText(entry.recordedAt),
  }
}

const DEPARTMENT = '部门'

/** What an entry is about that is about no project of the plan: the department, or nothing the plan has. */
export function placeless(plan: Plan, subject: string): string {
  return subject === plan.id || plan.departmentGoals.some(({ id }) => id === subject)
    ? DEPARTMENT
    : '不在计划中'
}

/** The lines a filter leaves; words are looked for in everything that is shown. */
export function filterLines(
  lines: readonly LedgerLine[],
  { project, kind, find }: LedgerFilter,
  only: ReadonlySet<string> | null = null,
): LedgerLine[] {
  const words = find.trim().split(/\s+/).filter(Boolean)
  return lines.filter(
    (line) =>
      (project === '' ||
        (project === '0' ? line.project === DEPARTMENT : String(line.position) === project)) &&
      (kind === '' || line.kind === kind) &&
      (only === null || only.has(line.id)) &&
      words.every((word) =>
        [
          line.id,
          line.project,
          line.about,
          line.content,
          line.author,
          line.word,
          line.voided ?? '',
          line.aside ?? '',
          line.reopened ?? '',
        ].some((text) => text.includes(word)),
      ),
  )
}
