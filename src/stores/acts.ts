import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { undoing, type Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import type { Ledger } from '@/domain/ledger/ledger'
import { decideOnSame } from '@/domain/ledger/ruling'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { aboutOf, decide, type Refusal } from '@/domain/work/decide'
import { permission, underGrants, type Act, type Permission } from '@/domain/work/permission'
import { useAuthor } from './author'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan } from './plan'
import { useWorld } from './world'

/** What came of an act: kept, waiting to be kept, or refused and why. */
export type Done =
  { readonly kind: 'kept'; readonly entries: readonly Entry[] } | { readonly kind: 'waiting' } | Refusal

/** Hears which entries of drafts that had to wait are durable now. */
type Later = (entries: readonly Entry[]) => void

/** Who acts in which ledger, bound when something is asked for; `ledger` is as it stands when its turn comes. */
export interface Hand {
  readonly plan: string
  ledger(): Ledger
  /** `later` tells when drafts that had to wait are durable. */
  write(drafts: readonly Draft[], later?: Later): Promise<Done>
  undo(step: readonly Entry[], reason: string): Promise<Done>
}

/** Every act goes through here: what the gate refuses is not written, whatever a screen offered (domain.md §9). */
export const useActs = defineStore('acts', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const { shared } = useWorld()
  const { preset } = useBoard()

  /** The gate with who acts, in which plan and on which day bound now. */
  function gate() {
    const { actor } = author
    const { plan } = plans
    const { workingDay: today } = ledgers
    return (drafts: readonly Draft[], ledger: Ledger, awaiting: readonly Entry[]): Refusal | null =>
      shared?.refusal(
        ledger.plan,
        actor.role,
        drafts.map(({ subject }) => subject),
      ) ??
      (drafts.some((draft) => awaiting.some(({ id }) => draft.kind === 'void' && draft.entry === id))
        ? { kind: 'awaiting' }
        : null) ??
      decide(drafts, actor, { ledger, plan, preset, today }) ??
      (drafts.some((draft) => awaiting.some((own) => decideOnSame(own, draft))) ? { kind: 'awaiting' } : null)
  }

  function hand(): Hand {
    const { visit } = ledgers
    const { actor } = author
    const { plan } = plans
    const refusalOf = gate()
    const ledger = () => framed(visit.ledger.value, plan)
    const write = async (drafts: readonly Draft[], later?: Later): Promise<Done> => {
      const refusal = refusalOf(drafts, ledger(), visit.awaiting.value)
      if (refusal) return refusal
      const entries = await visit.write(drafts, actor, later)
      return entries ? { kind: 'kept', entries } : { kind: 'waiting' }
    }
    return {
      plan: visit.plan,
      ledger,
      write,
      undo: (step, reason) => write(undoing(step, reason)),
    }
  }

  function may(act: Act, subject: string, day: Day | null = null): Permission {
    const ruled = permission(act, author.actor, aboutOf(ledgers.ledger, subject, day))
    if (!shared) return ruled
    const { plan } = ledgers.ledger
    const about = act === 'see' ? [] : [subject]
    return underGrants(
      ruled,
      shared.rolesFor(plans.plan?.id ?? null),
      shared.refusal(plan, author.actor.role, about),
    )
  }

  return {
    hand,
    write: (drafts: readonly Draft[]) => hand().write(drafts),
    /** Why drafts would be refused now; `null` where they would not. */
    refusalNow: (drafts: readonly Draft[]) =>
      gate()(drafts, framed(ledgers.ledger, plans.plan), ledgers.awaiting),
    /** What was refused for want of a grant is refused only while that is missing; every other refusal stands. */
    stillRefused: (refusal: Refusal | null, subject: string): Refusal | null =>
      refusal?.kind === 'not-granted'
        ? (shared?.refusal(ledgers.ledger.plan, author.actor.role, [subject]) ?? null)
        : refusal,
    /** Whether the one who is at work may do something about a subject at all, on a day when one is meant. */
    may,
    /** The projects in which the account may do something that it was not granted for all of them. */
    grantedIn: (act: Act): readonly Project[] => {
      const { plan } = plans
      if (!plan || may(act, plan.id).kind !== 'not-granted') return []
      return plan.projects.filter(({ id }) => may(act, id).kind === 'allowed')
    },
    /** Why the one who is at work could not void an entry; `null` when he could. */
    voidRefusal: ({
      id,
      subject,
      effectiveOn,
    }: Pick<Entry, 'id' | 'subject' | 'effectiveOn'>): Refusal | null =>
      (ledgers.visit.voiding.value.has(id) ? { kind: 'awaiting' } : null) ??
      decide([{ kind: 'void', subject, effectiveOn, entry: id, reason: '试问能否作废' }], author.actor, {
        ledger: ledgers.ledger,
        plan: plans.plan,
        preset,
        today: ledgers.workingDay,
      }),
  }
})

/** Acts of one part of a screen and what came of the last of them: a refusal is said as long as its cause stands, and no longer. */
export function lastAct() {
  const acts = useActs()
  const held = shallowRef<{ readonly drafts: readonly Draft[]; readonly done: Done } | null>(null)
  return {
    last: computed((): Done | null => {
      if (held.value === null) return null
      const { drafts, done } = held.value
      if (done.kind === 'kept' || done.kind === 'waiting') return done
      const now = acts.refusalNow(drafts)
      return done.kind === 'awaiting' && now?.kind !== 'awaiting' ? null : now
    }),
    /** Resolves to whether it is kept. */
    act: async (drafts: readonly Draft[]): Promise<boolean> => {
      const done = await acts.write(drafts)
      held.value = { drafts, done }
      return done.kind === 'kept'
    },
    /** Another thing is looked at, or somebody else is at work. */
    forget: () => (held.value = null),
  }
}
