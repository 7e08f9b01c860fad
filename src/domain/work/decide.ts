import { countingSlice } from '../ledger/aside'
import { closedBy, isClosed } from '../ledger/closing'
import { writeEntries, type Draft } from '../ledger/draft'
import type { Entry, EntryKind, Settlement } from '../ledger/entry'
import { addEntries, departmentKey, effectiveEntries, sliceKey, sliceOf, type Ledger } from '../ledger/ledger'
import { fittingSlice, framed, misfitOf, type Misfit } from '../ledger/fitting'
import { formFault, namedByVoid, namesSomebody, voidFault, type VoidFault } from '../ledger/naming'
import { sumMoney, type Money } from '../number/money'
import type { Plan } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { closedBySignOff, yearState, type YearClosing } from '../ledger/yearState'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import { sourceFaults, type SourceFault } from '../status/sourceFaults'
import { moneyBefore } from '../status/spending'
import { yearOf, type Day } from '../time/day'
import { evaluationRefusal, type EvaluationRefusal } from './evaluating'
import { actOf, permission, type About, type Actor, type Permission } from './permission'
import { managerOf } from './manager'
import { saysSomething } from './reason'
import { departmentLock, mayStep, roundIn, type RoundState } from './round'

/** Why a draft is not written (domain.md §6, §9): who may, whose it is, what closes it, what it names, when it can be. */
export type Refusal =
  | Exclude<Permission, { kind: 'allowed' }>
  | YearClosing
  | VoidFault
  | Misfit
  | { readonly kind: 'unknown-entry' }
  | EvaluationRefusal
  | { readonly kind: 'future'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'not-yet'; readonly day: Day }
  /** A 报送 of a checkpoint for which no plan was set: there is nothing to be held against (domain.md §4). */
  | { readonly kind: 'unset-checkpoint'; readonly day: Day }
  | {
      readonly kind: 'out-of-turn'
      readonly step: 'submit' | 'return' | 'accept' | 'unlock'
      readonly state: RoundState
    }
  | { readonly kind: 'conflict'; readonly subjects: readonly string[] }
  | { readonly kind: 'negative-total' }
  | { readonly kind: 'not-zero'; readonly day: Day }
  | { readonly kind: 'source-faults'; readonly faults: readonly SourceFault[] }
  | { readonly kind: 'negative-budget'; readonly budget: Money }
  | { readonly kind: 'no-reason' | 'no-note' | 'no-name' }
  /** An act of one's own about the same waits for the shared service, which has not written it yet. */
  | { readonly kind: 'awaiting' }

type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>

/** What a step is judged on: the ledger and the plan as they are, the thresholds, and the day it is. */
export interface Situation {
  readonly ledger: Ledger
  readonly plan: Plan | null
  readonly preset: Preset
  readonly today: Day
}

/** The kinds that say what has happened by their day: nothing about the future is one of them. */
const ACTUAL: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'spending-by-source',
  'indicator-actual',
])

/** The kinds whose judgement reads more of the ledger than who enters and what is closed, or changes that for the drafts after it. */
const DECIDING: ReadonlySet<EntryKind> = new Set([
  'void',
  'settlement',
  'reopen',
  'sign-off',
  'scheme',
  'submit',
  'return',
  'accept',
  'lock',
  'unlock',
  'project-manager',
  'spending-total',
  'spending-by-source',
  'zero-spending',
  'budget-adjustment',
])

/** What an evaluator scores: taken back only with a reason that says something (domain.md §7). */
const REVIEWS: ReadonlySet<EntryKind> = new Set(['re-evaluation', 'appraisal', 'score-adjustment'])

/**
 * Judges a step, draft by draft, each on the ledger with the step's earlier drafts in it: the first refusal refuses them all, `null` lets them be written.
 * The one gate of screen, store, merge and service.
 */
export function decide(drafts: readonly Draft[], actor: Actor, situation: Situation): Refusal | null {
  let ledger = framed(situation.ledger, situation.plan)
  let pending: Entry[] = []
  const write = provisionally(ledger.plan, actor)
  for (const draft of drafts) {
    if (DECIDING.has(draft.kind) || pending.some(({ kind }) => DECIDING.has(kind))) {
      ledger = addEntries(ledger, pending).ledger
      pending = []
    }
    const refusal = refusalOf(draft, actor, { ...situation, ledger })
    if (refusal) return refusal
    pending.push(write(draft))
  }
  return null
}

/** Writes the earlier drafts of a step for the judgement of the later ones: after everything that is there. */
function provisionally(plan: string, actor: Actor): (draft: Draft) => Entry {
  let count = 0
  const pen = {
    plan,
    author: actor.name,
    role: actor.role,
    account: actor.id,
    recordedAt: '9999-12-31T23:59:59.999Z',
    nextId: () => `~${String((count += 1)).padStart(9, '0')}`,
  }
  return (draft) => writeEntries([draft], pen)[0] as Entry
}

function refusalOf(draft: Draft, actor: Actor, situation: Situation): Refusal | null {
  const { ledger, today } = situation
  if (draft.kind === 'void' || draft.kind === 'settlement' || draft.kind === 'reopen') {
    if (draft.reason.trim() === '') return { kind: 'no-reason' }
  }
  const incomplete = formFault(draft)
  if (incomplete) return incomplete
  if (draft.kind === 'reopen' && !saysSomething(draft.reason)) return { kind: 'thin-reason' }
  if (draft.kind === 'spending-reason' && draft.text.trim() === '') return { kind: 'no-reason' }
  if (draft.kind === 'void') return voidRefusal(draft, actor, ledger)
  if (draft.kind === 'reopen' && !namesSignOff(ledger, draft)) return { kind: 'unknown-entry' }
  if (draft.kind === 'settlement' && !settles(ledger, draft)) return { kind: 'unknown-entry' }
  const answer = permission(actOf(draft), actor, aboutOf(ledger, draft.subject, draft.effectiveOn))
  if (answer.kind !== 'allowed') return answer
  if (ACTUAL.has(draft.kind) && draft.effectiveOn > today)
    return { kind: 'future', day: draft.effectiveOn, today }
  if (draft.kind === 'project-manager' && !namesSomebody(draft)) return { kind: 'no-name' }
  return (
    wordsFault(draft) ??
    misfitOf(draft, ledger) ??
    signedOff(ledger, draft) ??
    evaluationRefusal(draft, actor, situation) ??
    stepRefusal(draft, situation) ??
    lockRefusal(draft, situation) ??
    sourcesRefusal(draft, situation) ??
    budgetRefusal(draft, situation) ??
    statementRefusal(draft, actor, ledger)
  )
}

/** An act that others are to read and follow says why, or what: a return what to mend, a lock and an unlock a reason (domain.md §6). */
function wordsFault(draft: Draft): { readonly kind: 'no-reason' | 'no-note' } | null {
  const { kind } = draft
  if (kind === 'lock' || kind === 'unlock' || kind === 'check')
    return draft.reason.trim() === '' ? { kind: 'no-reason' } : null
  if (kind === 'return') return draft.note.trim() === '' ? { kind: 'no-note' } : null
  if (kind === 'comment' || kind === 'summary' || kind === 'rectification' || kind === 'rectification-result')
    return draft.text.trim() === '' ? { kind: 'no-note' } : null
  return null
}

/** A void is judged by the entry it names: its kind, its author, and what closes that entry's own day; it bears that entry's subject itself. */
function voidRefusal(draft: DraftOf<'void'>, actor: Actor, ledger: Ledger): Refusal | null {
  const found = namedByVoid(sliceOf(ledger, sliceKey(draft.subject)), draft)
  if (found?.named.subject !== draft.subject) return { kind: 'unknown-entry' }
  const { subject, effectiveOn, kind } = found.end
  if (REVIEWS.has(kind) && !saysSomething(draft.reason)) return { kind: 'thin-reason' }
  const fault = voidFault(found, { account: actor.id, author: actor.name, role: actor.role })
  if (fault) return fault
  const { closing } = aboutOf(ledger, subject, effectiveOn)
  if (closing && actor.role !== 'evaluator' && isClosed(closing, effectiveOn))
    return { kind: 'closed', closing }
  return signedOff(ledger, { ...draft, effectiveOn })
}

/** Whether what a reopening names is a sign-off of its own subject. */
function namesSignOff(ledger: Ledger, { subject, signOff }: DraftOf<'reopen'>): boolean {
  return sliceOf(ledger, sliceKey(subject)).some(
    (entry) => entry.kind === 'sign-off' && entry.id === signOff && entry.subject === subject,
  )
}

/** Whether a settlement names only what is there, of its own subject and day, and keeps one of them. */
function settles(
  ledger: Ledger,
  { subject, effectiveOn, seen, kept }: Pick<Settlement, 'subject' | 'effectiveOn' | 'seen' | 'kept'>,
): boolean {
  const there = new Set(
    sliceOf(ledger, sliceKey(subject))
      .filter((entry) => entry.subject === subject && entry.effectiveOn === effectiveOn)
      .map(({ id }) => id),
  )
  return seen.includes(kept) && seen.every((id) => there.has(id))
}

/** What stands around a subject on a day: who enters, what closes it. */
export function aboutOf(ledger: Ledger, subject: string, day: Day | null): About {
  const key = sliceKey(subject)
  const slice = fittingSlice(ledger, key)
  return {
    manager: managerOf(key, slice),
    closing: closedBy(key, slice, fittingSlice(ledger, departmentKey(subject))),
    day,
  }
}

function signedOff(ledger: Ledger, draft: Draft): YearClosing | null {
  const [project, department] = [sliceKey(draft.subject), departmentKey(draft.subject)]
  const slice = (key: string) => fittingSlice(ledger, key)
  const state = yearState(project, slice(project), department, slice(department), yearOf(draft.effectiveOn))
  return closedBySignOff(state, draft)
}

/** A step of the round follows on where the round stands, from its own day on, and not over an open conflict. */
function stepRefusal(draft: Draft, { ledger, plan, preset, today }: Situation): Refusal | null {
  if (draft.kind !== 'submit' && draft.kind !== 'return' && draft.kind !== 'accept') return null
  const { kind, subject, effectiveOn } = draft
  if (kind === 'submit' && effectiveOn > today) return { kind: 'not-yet', day: effectiveOn }
  const round = roundIn(ledger, subject, effectiveOn)
  if (!mayStep(kind, round)) return { kind: 'out-of-turn', step: kind, state: round.state }
  const project = plan?.projects.find(({ id }) => id === subject)
  if (kind === 'return' || !project) return null
  const slice = countingSlice(ledger, subject)
  const status = projectStatus(project, slice, { asOf: effectiveOn, knownAt: null }, preset)
  if (kind === 'submit' && !isSet(status, effectiveOn)) return { kind: 'unset-checkpoint', day: effectiveOn }
  const subjects = [
    ...(status.totalConflicts.length + status.scheduleConflicts.length > 0 ? [subject] : []),
    ...status.indicators.flatMap(({ indicator, conflicts }) => (conflicts.length > 0 ? indicator.id : [])),
  ]
  return subjects.length > 0 ? { kind: 'conflict', subjects } : null
}

/** Whether a schedule says how far spending should be by a day: a blank checkpoint is none (domain.md §4). */
function isSet({ schedule }: Pick<ProjectStatus, 'schedule'>, on: Day): boolean {
  return schedule.some(({ day, percent }) => day === on && percent !== null)
}

/** What is locked can be unlocked; nothing else is, and no checkpoint is locked that no project of the department was set. */
function lockRefusal(draft: Draft, { ledger, plan, preset }: Situation): Refusal | null {
  if (draft.kind !== 'lock' && draft.kind !== 'unlock') return null
  const { kind, subject, effectiveOn: asOf } = draft
  if (kind === 'unlock' && departmentLock(fittingSlice(ledger, departmentKey(subject)), asOf)) return null
  const set = plan?.projects.some((project) =>
    isSet(projectStatus(project, countingSlice(ledger, project.id), { asOf, knownAt: null }, preset), asOf),
  )
  if (set === false) return { kind: 'unset-checkpoint', day: asOf }
  return kind === 'unlock' ? { kind: 'out-of-turn', step: kind, state: 'open' } : null
}

/** A year's budget is never below 0: an adjustment that would make it so has the wrong sign or unit. */
function budgetRefusal(draft: Draft, { ledger, plan, preset }: Situation): Refusal | null {
  const project = plan?.projects.find(({ id }) => id === draft.subject)
  if (draft.kind !== 'budget-adjustment' || !project) return null
  const standpoint = { asOf: draft.effectiveOn, knownAt: null }
  const { budget } = projectStatus(project, countingSlice(ledger, project.id), standpoint, preset)
  const after = sumMoney([budget, draft.amount])
  return after.lt(0) ? { kind: 'negative-budget', budget: after } : null
}

/** What is stated by source comes to the totals of its day and agrees with itself; a part left blank is not stated and no 0 (domain.md §7). */
function sourcesRefusal(draft: Draft, { ledger, plan, preset }: Situation): Refusal | null {
  if (draft.kind !== 'spending-by-source') return null
  const { subject, effectiveOn: asOf, sources } = draft
  const all = Object.values(sources).flatMap(({ arrived, executed, budget }) =>
    [arrived, executed, budget].flatMap((amount) => amount ?? []),
  )
  if (all.some((amount) => amount.isNegative() && !amount.isZero())) return { kind: 'negative-total' }
  const project = plan?.projects.find(({ id }) => id === subject)
  if (!project) return null
  const slice = countingSlice(ledger, subject)
  const { budget, spent, adjustments } = projectStatus(project, slice, { asOf, knownAt: null }, preset)
  const before = effectiveEntries(slice, { asOf, knownAt: null })
    .filter((entry) => entry.kind === 'spending-by-source')
    .filter((entry) => entry.subject === subject)
  const totals = { budget, spent, adjusted: adjustments.length > 0 }
  const faults = sourceFaults(project, [...before, draft], totals).filter(({ kind }) => kind !== 'unstated')
  return faults.length > 0 ? { kind: 'source-faults', faults } : null
}

/** A statement is 0 or more, and 0 only where nothing above 0 counts on or before its day that it does not itself replace (domain.md §6). */
function statementRefusal(draft: Draft, actor: Actor, ledger: Ledger): Refusal | null {
  if (draft.kind !== 'spending-total') return null
  if (draft.amount.isNegative() && !draft.amount.isZero()) return { kind: 'negative-total' }
  if (!draft.amount.isZero()) return null
  const { subject, effectiveOn } = draft
  const counting = effectiveEntries(countingSlice(ledger, subject), { asOf: effectiveOn, knownAt: null })
  const before = moneyBefore(counting, { effectiveOn, author: actor.name, account: actor.id })
  return before && { kind: 'not-zero', day: before.effectiveOn }
}
