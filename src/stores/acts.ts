import { defineStore } from 'pinia'
import { undoing, type Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import type { Ledger } from '@/domain/ledger/ledger'
import type { Day } from '@/domain/time/day'
import { aboutOf, decide, type Refusal } from '@/domain/work/decide'
import { permission, type Act, type Permission } from '@/domain/work/permission'
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

  function hand(): Hand {
    const { visit, workingDay: today } = ledgers
    const { actor } = author
    const { plan } = plans
    const ledger = () => framed(visit.ledger.value, plan)
    const write = async (drafts: readonly Draft[], later?: Later): Promise<Done> => {
      const refusal =
        shared?.refusal(
          visit.plan,
          actor.role,
          drafts.map(({ subject }) => subject),
        ) ?? decide(drafts, actor, { ledger: ledger(), plan, preset, today })
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

  return {
    hand,
    write: (drafts: readonly Draft[]) => hand().write(drafts),
    /** Whether the one who is at work may do something about a subject at all, on a day when one is meant. */
    may: (act: Act, subject: string, day: Day | null = null): Permission =>
      shared?.refusal(ledgers.ledger.plan, author.actor.role, act === 'see' ? [] : [subject]) ??
      permission(act, author.actor, aboutOf(ledgers.ledger, subject, day)),
    /** Why the one who is at work could not void an entry; `null` when he could. */
    voidRefusal: ({
      id,
      subject,
      effectiveOn,
    }: Pick<Entry, 'id' | 'subject' | 'effectiveOn'>): Refusal | null =>
      decide([{ kind: 'void', subject, effectiveOn, entry: id, reason: '试问能否作废' }], author.actor, {
        ledger: ledgers.ledger,
        plan: plans.plan,
        preset,
        today: ledgers.workingDay,
      }),
  }
})
