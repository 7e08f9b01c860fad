import type { Void, Entry, EntryKind } from '../ledger/entry'
import { isClosed } from '../ledger/closing'
import { sliceKey, sliceOf, type Ledger } from '../ledger/ledger'
import type { Role } from '../ledger/role'
import { actOf, isPerson, rolesFor, type About, type Actor, type Permission } from './permission'

/** What a void comes to: the entry it names, and, where that is a void itself, the entry at the end of the chain (domain.md §6). */
export interface Named {
  readonly named: Entry
  readonly end: Exclude<Entry, Void>
}

/** The kinds that are taken back by an act of their own, and by which. */
export type DecisionKind = keyof typeof TAKEN_BACK_BY

/** Why something may not be voided: nothing of that id is there, or it is a decision, which another act takes back. */
export type VoidRefusal =
  | { readonly kind: 'unknown-entry' }
  | {
      readonly kind: 'decision'
      readonly decision: DecisionKind
      readonly by: (typeof TAKEN_BACK_BY)[DecisionKind]
    }
  | Exclude<Permission, { kind: 'allowed' | 'other-project' }>

const TAKEN_BACK_BY = {
  accept: 'return',
  return: 'submit',
  lock: 'unlock',
  unlock: 'lock',
  reopen: 'sign-off',
  settlement: 'settlement',
  'project-manager': 'project-manager',
} as const satisfies Partial<Record<EntryKind, EntryKind>>

/** The kinds whose voids a leader may write: own adjustments (domain.md §9). */
const ADJUSTING: ReadonlySet<EntryKind> = new Set(['budget-adjustment', 'target-change'])

/** What a void names, in the slice it belongs to; `null` where that is not there, lies elsewhere, or names itself in a circle. */
export function namedBy(ledger: Ledger, draft: Pick<Void, 'subject' | 'entry'>): Named | null {
  const slice = new Map(sliceOf(ledger, sliceKey(draft.subject)).map((entry) => [entry.id, entry]))
  const named = slice.get(draft.entry)
  if (!named || named.subject !== draft.subject) return null
  const seen = new Set<string>()
  let end: Entry = named
  while (end.kind === 'void') {
    const next = slice.get(end.entry)
    if (!next || seen.has(next.id)) return null
    seen.add(next.id)
    end = next
  }
  return { named, end }
}

/**
 * Why somebody may not void what is named: a decision by nobody, an entry by its author only, a void of a void by the author of the void it names,
 * and under a closing of the entry's own day not at all by manager or leader. `null` when he may.
 */
export function voidRefusal(
  { named, end }: Named,
  actor: Actor,
  { closing }: Pick<About, 'closing'>,
): VoidRefusal | null {
  if (isDecision(end.kind)) return { kind: 'decision', decision: end.kind, by: TAKEN_BACK_BY[end.kind] }
  const who = voidingRoles(end)
  if (!who.includes(actor.role)) return { kind: 'role', who }
  if (!isPerson(actor, named)) return { kind: 'other-author', author: named.author }
  if (closing && actor.role !== 'evaluator' && isClosed(closing, end.effectiveOn))
    return { kind: 'closed', closing }
  return null
}

function isDecision(kind: EntryKind): kind is DecisionKind {
  return Object.hasOwn(TAKEN_BACK_BY, kind)
}

function voidingRoles(end: Named['end']): readonly Role[] {
  if (ADJUSTING.has(end.kind)) return ['leader']
  return rolesFor(actOf(end)).filter((role) => role === 'manager' || role === 'evaluator')
}
