import { defineStore } from 'pinia'
import { yearOf, type Day } from '@/domain/time/day'
import { closedBy } from '@/domain/ledger/closing'
import { undoing, type Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { departmentKey, sliceKey, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import {
  actOf,
  actsOf,
  permission,
  type About,
  type Act,
  type Actor,
  type Permission,
} from '@/domain/work/permission'
import { managerOf } from '@/domain/work/round'
import { closedBySignOff, yearState, type YearClosing } from '@/domain/scoring/signOff'
import { useAuthor } from './author'
import { useLedger } from './ledger'

/** What came of an act: kept, waiting to be kept, or refused and why. */
export type Done =
  | { readonly kind: 'kept'; readonly entries: readonly Entry[] }
  | { readonly kind: 'waiting' }
  | Exclude<Permission, { kind: 'allowed' }>
  | YearClosing

/** Who acts in which ledger, bound when something is asked for; `ledger` is as it stands when its turn comes. */
export interface Hand {
  readonly plan: string
  ledger(): Ledger
  write(drafts: readonly Draft[], as?: Act | null): Promise<Done>
  undo(step: readonly Entry[], reason: string): Promise<Done>
}

/** Every act goes through here: what the table of DOMAIN.md §9 refuses is not written, whatever a screen offered. */
export const useActs = defineStore('acts', () => {
  const ledgers = useLedger()
  const author = useAuthor()

  /** Whether the one who is at work may do something about a subject, on a day when one is meant. */
  const may = (
    act: Act,
    subject: string,
    day: Day | null = null,
    writtenBy: string | null = null,
  ): Permission => permission(act, author.actor, about(ledgers.ledger, subject, day, writtenBy))

  function hand(): Hand {
    const { visit } = ledgers
    const { actor } = author
    /** Writes drafts as one step, or refuses them all; `as` names an act that a draft's kind does not (voiding to settle a conflict). */
    const write = async (drafts: readonly Draft[], as: Act | null = null): Promise<Done> => {
      const ledger = visit.ledger.value
      const acts = actsOf(drafts)
      const refusal = drafts
        .map((draft, index) => refusalOf(ledger, actor, draft, as ?? acts[index] ?? actOf(draft)))
        .find((answer) => answer !== null)
      if (refusal) return refusal
      const entries = await visit.write(drafts, actor)
      return entries ? { kind: 'kept', entries } : { kind: 'waiting' }
    }
    return {
      plan: visit.plan,
      ledger: () => visit.ledger.value,
      write,
      undo: (step, reason) => write(undoing(step, reason)),
    }
  }

  return { may, hand, write: (drafts: readonly Draft[], as: Act | null = null) => hand().write(drafts, as) }
})

function about(ledger: Ledger, subject: string, day: Day | null, writtenBy: string | null): About {
  const key = sliceKey(subject)
  const slice = sliceOf(ledger, key)
  return {
    manager: managerOf(key, slice),
    closing: closedBy(key, slice, sliceOf(ledger, departmentKey(subject))),
    day,
    author: writtenBy,
  }
}

/** What a signed-off year refuses, whoever asks. */
function signedOff(ledger: Ledger, draft: Draft): YearClosing | null {
  const [project, department] = [sliceKey(draft.subject), departmentKey(draft.subject)]
  const year = yearOf(draft.effectiveOn)
  const slice = (key: string) => sliceOf(ledger, key)
  return closedBySignOff(yearState(project, slice(project), department, slice(department), year), draft)
}

function refusalOf(
  ledger: Ledger,
  actor: Actor,
  draft: Draft,
  act: Act,
): Exclude<Permission, { kind: 'allowed' }> | YearClosing | null {
  const voided =
    draft.kind === 'void'
      ? sliceOf(ledger, sliceKey(draft.subject)).find(({ id }) => id === draft.entry)
      : null
  const answer = permission(
    act,
    actor,
    about(ledger, draft.subject, draft.effectiveOn, voided?.author ?? null),
  )
  return answer.kind === 'allowed' ? signedOff(ledger, draft) : answer
}
