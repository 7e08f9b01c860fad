import type { Day } from '../time/day'
import { checkSaid, saidTexts, type Said } from './checkSaid'
import { countingSlice } from '../ledger/aside'
import type { Draft } from '../ledger/draft'
import {
  compareEntries,
  type BudgetAdjustment,
  type CheckDecision,
  type Decided,
  type Entry,
  type Moment,
  type TargetChange,
} from '../ledger/entry'
import { voidedIds, type Ledger } from '../ledger/ledger'
import type { Plan } from '../plan/plan'
import { planCheckKey, planChecks, type PlanCheck } from './planCheck'

/** An approved adjustment that a mend can name. */
export type Adjustment = BudgetAdjustment | TargetChange

/** The standing decisions on findings, by what they are about, in the order of the fold: the last of each stands. With them the adjustments that stand. */
export interface CheckDecisions {
  readonly of: ReadonlyMap<string, readonly CheckDecision[]>
  readonly adjustments: readonly Adjustment[]
}

/**
 * Where a finding stands. A decision made on other words than the document now has does not count: the finding is open again and `before` shows it.
 * `adjustment` is what a mend names, `null` when that was voided or never arrived: then the mend does not stand either.
 */
export type FindingState =
  | { readonly kind: 'open'; readonly before: CheckDecision | null }
  | { readonly kind: 'decided'; readonly decision: CheckDecision; readonly adjustment: Adjustment | null }

/** Something the checks of the plan in use found, what the document says there, and what was decided on it, the last decision last. */
export interface Finding {
  readonly key: string
  readonly check: PlanCheck
  readonly subject: string
  readonly said: readonly Said[]
  readonly state: FindingState
  readonly decisions: readonly CheckDecision[]
}

/** Folds the decisions of a ledger; a document has no as-of day, so only what was known by a moment counts, and the last in the order of the fold stands (domain.md §6). */
export function checkDecisions(ledger: Ledger, knownAt: Moment | null): CheckDecisions {
  const of = new Map<string, CheckDecision[]>()
  const adjustments: Adjustment[] = []
  for (const entry of standing(ledger, knownAt)) {
    if (entry.kind === 'budget-adjustment' || entry.kind === 'target-change') adjustments.push(entry)
    if (entry.kind !== 'check') continue
    const own = of.get(entry.finding)
    if (own) own.push(entry)
    else of.set(entry.finding, [entry])
  }
  return { of, adjustments }
}

function standing(ledger: Ledger, knownAt: Moment | null): Entry[] {
  return [...ledger.slices.keys()]
    .flatMap((key) => {
      const slice = countingSlice(ledger, key, knownAt)
      const voided = voidedIds(slice, knownAt)
      return slice.filter(
        ({ id, recordedAt }) => (knownAt === null || recordedAt <= knownAt) && !voided.has(id),
      )
    })
    .sort(compareEntries)
}

/** What the checks of a plan found, with what was decided on each; sums that hold are no findings. */
export function planFindings(plan: Plan, decisions: CheckDecisions): readonly Finding[] {
  return planChecks(plan)
    .filter((check) => check.kind !== 'sum' || !check.difference.isZero())
    .map((check) => {
      const key = planCheckKey(check)
      const said = checkSaid(check, plan)
      const own = decisions.of.get(key) ?? []
      return {
        key,
        check,
        subject: subjectOf(check, plan),
        said,
        state: stateOf(own.at(-1) ?? null, said, decisions.adjustments),
        decisions: own,
      }
    })
}

/** The standing decisions whose finding the plan in use no longer has; they stay in the ledger and are shown as such. */
export function lostDecisions(
  findings: readonly Finding[],
  { of }: CheckDecisions,
): readonly CheckDecision[] {
  const present = new Set(findings.map(({ key }) => key))
  return [...of].flatMap(([key, own]) => (present.has(key) ? [] : own.slice(-1)))
}

function subjectOf(check: PlanCheck, plan: Plan): string {
  const projects = 'where' in check ? new Set(check.where.map(({ project }) => project)) : new Set<string>()
  const [only] = projects
  return only !== undefined && projects.size === 1 ? only : plan.id
}

function stateOf(
  decision: CheckDecision | null,
  said: readonly Said[],
  adjustments: readonly Adjustment[],
): FindingState {
  if (decision === null) return { kind: 'open', before: null }
  const texts = saidTexts(said)
  const same =
    decision.said.length === texts.length && decision.said.every((text, index) => text === texts[index])
  const named = adjustmentOf(decision.decided)
  const adjustment = adjustments.find(({ id }) => id === named) ?? null
  return same && (named === null || adjustment !== null)
    ? { kind: 'decided', decision, adjustment }
    : { kind: 'open', before: decision }
}

function adjustmentOf(decided: Decided): string | null {
  return decided.kind === 'mended' && decided.by.kind === 'adjustment' ? decided.by.entry : null
}

/** The adjustments that can be what mends a finding: those of the projects it is about, of any project where it is about several. */
export function adjustmentsFor(
  finding: Finding,
  plan: Plan,
  all: readonly Adjustment[],
): readonly Adjustment[] {
  const { subject } = finding
  return subject === plan.id
    ? all
    : all.filter((entry) => entry.subject === subject || entry.subject.startsWith(`${subject}/`))
}

/** The draft of a decision; `null` without a reason, or for a mend that does not say what should stand and where it is corrected. */
export function decisionDraft(finding: Finding, on: Day, decided: Decided, reason: string): Draft | null {
  const { key, subject, said } = finding
  if (reason.trim() === '' || !saysAll(decided)) return null
  return {
    kind: 'check',
    subject,
    effectiveOn: on,
    finding: key,
    said: saidTexts(said),
    decided,
    reason: reason.trim(),
  }
}

function saysAll(decided: Decided): boolean {
  if (decided.kind !== 'mended') return true
  const { should, by } = decided
  return should.trim() !== '' && (by.kind === 'adjustment' ? by.entry : by.title).trim() !== ''
}
