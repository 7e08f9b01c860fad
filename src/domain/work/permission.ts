import type { Day } from '../time/day'
import { isClosed, type Closing } from '../ledger/closing'
import type { CheckDecision, EntryKind } from '../ledger/entry'
import { departmentKey } from '../ledger/ledger'
import { WRITERS } from '../ledger/naming'
import { ROLES, type Role } from '../ledger/role'

/** Who acts: the id of the account (`null` without a service), the name that stands on the entries, and the role chosen for it. */
export interface Actor {
  readonly id: string | null
  readonly name: string
  readonly role: Role
}

/** What may be done, the rows of the table of domain.md §9; `answer`, `settle`, `report-goal`, `comment`, `word` (of a report), `check` (deciding on a finding) and `note-check` (noting one as doubtful) are ours (D). */
export type Act =
  | 'see'
  | 'enter'
  | 'submit'
  | 'settle'
  | 'review'
  | 'lock'
  | 'ask-rectification'
  | 'answer-rectification'
  | 'adjust'
  | 'report-goal'
  | 'evaluate'
  | 'summarise'
  | 'administer'
  | 'comment'
  | 'word'
  | 'check'
  | 'note-check'
  | 'explain-spending'

/** What an act is about: who enters for the project (`null`: nobody was named), what closes it, the day it touches. */
export interface About {
  readonly manager: string | null
  readonly closing: Closing | null
  readonly day: Day | null
}

/** Whether an act is allowed, or why not and who may. */
export type Permission =
  | { readonly kind: 'allowed' }
  | RoleMissing
  | { readonly kind: 'other-project'; readonly manager: string }
  | { readonly kind: 'other-author'; readonly author: string }
  | { readonly kind: 'closed'; readonly closing: Closing }
  | NotGranted

/** It is another role's to do; `held`, behind a shared service: whether the account was granted one of them and has only to change to it. */
interface RoleMissing {
  readonly kind: 'role'
  readonly who: readonly Role[]
  readonly held?: boolean
}

/** Behind a shared service: the account was not granted the role for this; `whole`: for all projects of the plan, `before`: it was until now. */
export interface NotGranted {
  readonly kind: 'not-granted'
  readonly role: Role
  readonly whole: boolean
  readonly before: boolean
}

interface Rule {
  readonly roles: readonly Role[]
  /** Roles that may act on their own projects only. */
  readonly ownProject?: readonly Role[]
  /** Roles that a closed checkpoint stops. */
  readonly stopped?: readonly Role[]
}

const RULES: Readonly<Record<Act, Rule>> = {
  see: { roles: ROLES },
  comment: { roles: WRITERS.comment },
  word: { roles: WRITERS.wording, ownProject: ['manager'] },
  check: { roles: ['leader', 'evaluator'] },
  'note-check': { roles: WRITERS.check, ownProject: ['manager'] },
  enter: { roles: WRITERS.payment, ownProject: ['manager'], stopped: ['manager'] },
  'explain-spending': { roles: WRITERS['spending-reason'], ownProject: ['manager'] },
  submit: { roles: WRITERS.submit, ownProject: ['manager'], stopped: ['manager'] },
  settle: { roles: WRITERS.settlement, ownProject: ['manager'], stopped: ['manager', 'leader'] },
  review: { roles: WRITERS.accept },
  lock: { roles: WRITERS.lock },
  'ask-rectification': { roles: WRITERS.rectification },
  'answer-rectification': { roles: WRITERS['rectification-result'], ownProject: ['manager'] },
  adjust: { roles: WRITERS['budget-adjustment'], stopped: ['leader'] },
  'report-goal': { roles: WRITERS['goal-progress'] },
  summarise: { roles: WRITERS.summary, ownProject: ['manager'] },
  evaluate: { roles: WRITERS.weights },
  administer: { roles: WRITERS['project-manager'] },
}

const ALLOWED: Permission = { kind: 'allowed' }

/**
 * Decides whether somebody may do something (domain.md §9): the role first, then whose project it is, then whether it is closed. What a void may name is `voidFault`.
 * A project for which nobody was named is every manager's own (D). The screen hides what this refuses, the store refuses it.
 */
export function permission(act: Act, actor: Actor, about: About): Permission {
  const rule = RULES[act]
  if (!rule.roles.includes(actor.role)) return { kind: 'role', who: rule.roles }
  if (rule.ownProject?.includes(actor.role) && about.manager !== null && about.manager !== actor.name) {
    return { kind: 'other-project', manager: about.manager }
  }
  if (about.closing && about.day && rule.stopped?.includes(actor.role) && isClosed(about.closing, about.day))
    return { kind: 'closed', closing: about.closing }
  return ALLOWED
}

/** What behind a shared service becomes of a permission: whose role it is comes first (`roles`: those the account was granted), then what it was granted. */
export function underGrants(
  ruled: Permission,
  roles: readonly Role[],
  refused: NotGranted | null,
): Permission {
  if (ruled.kind !== 'role') return refused ?? ruled
  return { ...ruled, held: ruled.who.some((role) => roles.includes(role)) }
}

const ACT_OF: Readonly<Record<Exclude<EntryKind, 'check' | 'void'>, Act>> = {
  payment: 'enter',
  'zero-spending': 'enter',
  'spending-total': 'enter',
  settlement: 'settle',
  'spending-reason': 'explain-spending',
  'spending-by-source': 'explain-spending',
  scheme: 'evaluate',
  reopen: 'evaluate',
  're-evaluation': 'evaluate',
  appraisal: 'evaluate',
  'appraisal-frame': 'evaluate',
  'spending-estimate': 'enter',
  'indicator-actual': 'enter',
  measures: 'enter',
  'budget-adjustment': 'adjust',
  'target-change': 'adjust',
  weights: 'evaluate',
  'score-adjustment': 'evaluate',
  'sign-off': 'evaluate',
  summary: 'summarise',
  'goal-progress': 'report-goal',
  submit: 'submit',
  return: 'review',
  accept: 'review',
  lock: 'lock',
  unlock: 'lock',
  rectification: 'ask-rectification',
  'rectification-result': 'answer-rectification',
  comment: 'comment',
  wording: 'word',
  'project-manager': 'administer',
}

type Told =
  | { readonly kind: Exclude<EntryKind, 'check' | 'void'> }
  | Pick<CheckDecision, 'kind' | 'subject' | 'decided'>

/** The act that writing a draft is. A finding of one project can be noted by its manager; what concerns several or the department is decided on for them all. */
export function actOf(draft: Told): Act {
  if (draft.kind !== 'check') return ACT_OF[draft.kind]
  const { subject, decided } = draft
  return decided.kind === 'noted' && subject !== departmentKey(subject) ? 'note-check' : 'check'
}
