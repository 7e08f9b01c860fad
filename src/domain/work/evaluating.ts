import type { Draft } from '../ledger/draft'
import { sliceOf, type Ledger } from '../ledger/ledger'
import type { SignOff } from '../ledger/entry'
import type { Plan } from '../plan/plan'
import { schemeNamed } from '../scoring/scheme'
import { yearState } from '../ledger/yearState'
import { saysSomething } from './reason'

/** Why an evaluator's draft is not written although he may write such drafts (domain.md §7). */
export type EvaluationRefusal =
  | { readonly kind: 'unknown-scheme'; readonly scheme: string }
  | { readonly kind: 'no-document' }
  | { readonly kind: 'thin-reason' }
  | { readonly kind: 'signed-project'; readonly project: string; readonly signOff: SignOff }

/** Judges an evaluator's draft by what it says and by the sheet it moves; `null` lets it be written. */
export function evaluationRefusal(
  draft: Draft,
  { ledger, plan }: { readonly ledger: Ledger; readonly plan: Plan | null },
): EvaluationRefusal | null {
  if (draft.kind !== 'scheme') return null
  if (!schemeNamed(draft.scheme)) return { kind: 'unknown-scheme', scheme: draft.scheme }
  if (draft.document.trim() === '') return { kind: 'no-document' }
  if (!saysSomething(draft.reason)) return { kind: 'thin-reason' }
  return plan && signedProject(plan, ledger)
}

/** The scheme moves every sheet of the plan: none of them may be signed. */
function signedProject(
  { projects, id: department, year }: Plan,
  ledger: Ledger,
): Extract<EvaluationRefusal, { kind: 'signed-project' }> | null {
  for (const { id, name } of projects) {
    const state = yearState(id, sliceOf(ledger, id), department, sliceOf(ledger, department), year)
    if (state.kind === 'signed-off') return { kind: 'signed-project', project: name, signOff: state.signOff }
  }
  return null
}
