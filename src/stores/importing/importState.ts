import type { KeptPlan } from '@/documents/plan/keptPlan'
import type { DocumentReply } from '@/workers/document.worker'
import type { Found, Step } from '@/workers/documentSession'
import type { KnownPlan } from '../plan'

/** A plan that stands already, and what changes against it; `null` until that is known, `unread` where it could not be had or read and nothing was compared. */
export interface Against {
  readonly plan: KnownPlan
  readonly lines: Extract<DocumentReply, { kind: 'difference' }>['lines'] | null
}

/** Why nothing came of a document: words of the reader, or a kind that the screen says. */
export type RefusedWhy =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'too-large' | 'too-many' | 'no-worker' | 'stopped' }

/** How far one is with a document: nothing yet, being read, refused, or found and waiting for a decision, beside the plan of the same id and the year before. */
export type Importing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly step: Step; readonly more: number }
  | { readonly kind: 'refused'; readonly name: string; readonly why: RefusedWhy }
  | {
      readonly kind: 'found'
      readonly name: string
      readonly found: Found
      readonly against: Against | null
      readonly earlier: Against | null
    }

/** The version of a plan that taking what was found makes; `null` where nothing that stands was found. */
export function versionOf(
  now: Importing,
  made: Pick<KeptPlan, 'id' | 'author' | 'reason' | 'at'>,
): KeptPlan | null {
  if (now.kind !== 'found' || !now.found.stands) return null
  const { id: plan, year, department, text } = now.found
  if (plan === null || year === null) return null
  return { ...made, source: now.name, plan, year, department: department ?? '', text }
}

/** The state after one of the plans beside could not be had, so that nothing is compared. */
export function withoutLines(now: Importing, which: 'against' | 'earlier'): Importing {
  const own = now.kind === 'found' ? now[which] : null
  return own && now.kind === 'found' ? { ...now, [which]: { ...own, lines: 'unread' } } : now
}

/** The state after an answer of the worker that says how far it is, that there is nothing, or what a comparison found; any other leaves it as it is. */
export function answered(now: Importing, name: string, reply: DocumentReply): Importing {
  if (reply.kind === 'step')
    return { kind: 'reading', name: reply.name ?? name, step: reply.step, more: reply.more ?? 0 }
  if (reply.kind === 'refused') return { kind: 'refused', name, why: { kind: 'said', text: reply.why } }
  if (now.kind !== 'found') return now
  if (reply.kind === 'difference' && now.against)
    return { ...now, against: { ...now.against, lines: reply.lines } }
  if (reply.kind === 'years' && now.earlier)
    return { ...now, earlier: { ...now.earlier, lines: reply.lines } }
  return now
}

/** The state after a person has stopped: reading is said to have been stopped, anything else is left. */
export function stopped(now: Importing): Importing {
  return now.kind === 'reading'
    ? { kind: 'refused', name: now.name, why: { kind: 'stopped' } }
    : { kind: 'idle' }
}

/** What was found and waits for a decision; `null` at any other moment. */
export function foundNow(now: Importing): Found | null {
  return now.kind === 'found' ? now.found : null
}
