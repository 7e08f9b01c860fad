import { computed, ref, shallowRef } from 'vue'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { allEntries } from '@/domain/ledger/ledger'
import { recordingFor } from '@/domain/ledger/recording'
import type { Actor } from '@/domain/work/permission'
import type { World } from '@/storage/world'
import { heldEntries } from './heldEntries'
import { visitStorage } from './visitStorage'

/** Entries on their way to the storage since a moment, or refused by it; never dropped. `said` names what was asked for, by whom: asked again while it waits it is the same step. */
interface Step {
  readonly entries: readonly Entry[]
  readonly said: string | null
  readonly since: Moment
  readonly failed: boolean
}

/** What a visit tells: that something became durable, or that a step came to its end, one way or the other. */
interface Hearer {
  saved(): void
  settled(): void
}

/** One ledger while it is open, and after one has left it until everything written in it is durable. */
export type LedgerVisit = ReturnType<typeof ledgerVisit>

/** Opens a place for the ledger of a plan: what it holds, what is on its way to the storage, what could not be kept. An entry joins the ledger when it is durable, not before. */
export function ledgerVisit(plan: string, origin: 'real' | 'demo', world: World, hear: Hearer) {
  const held = heldEntries(plan, world)
  const storage = visitStorage(plan, held)
  const { ledger, early, add, arrive, latestClock } = held
  const { keeping, failure, damaged, missing } = storage
  const savedAt = ref<Moment | null>(null)
  const steps = shallowRef<readonly Step[]>([])
  const hearers = new Map<readonly Entry[], () => void>()

  /** Keeps entries of this plan; while it lasts they are among the steps, afterwards only when they failed and are to wait. */
  async function keep(
    entries: readonly Entry[],
    toWait: boolean,
    said: string | null = null,
  ): Promise<boolean> {
    const step: Step = { entries, said, since: world.clock.now(), failed: false }
    steps.value = [...steps.value, step]
    const outcome = await storage.appended(plan, entries)
    const waits = outcome.kind === 'failed' && toWait
    steps.value = steps.value.flatMap((own) => (own !== step ? own : waits ? { ...own, failed: true } : []))
    if (outcome.kind === 'failed') failure.value = outcome.failure
    else {
      if (toWait) add(entries)
      else arrive(entries)
      savedAt.value = outcome.at
      hear.saved()
      hearers.get(entries)?.()
      hearers.delete(entries)
    }
    hear.settled()
    return outcome.kind === 'saved'
  }

  async function retry(): Promise<void> {
    const lost = failure.value?.kind === 'broken'
    failure.value = null
    const waiting = steps.value.filter(({ failed }) => failed)
    if (lost && !(await keep([...allEntries(ledger.value), ...early.value], false))) return
    missing.value = 0
    for (const step of waiting) {
      steps.value = steps.value.filter((own) => own !== step)
      await keep(step.entries, true, step.said)
    }
  }

  return {
    plan,
    origin,
    ledger,
    keeping,
    savedAt,
    failure,
    damaged,
    missing,
    /** What arrived from the future: kept, waiting for its time, counting for nothing. */
    early,
    latestClock,
    steps,
    saving: computed(() => steps.value.some(({ failed }) => !failed)),
    /** Since when the oldest step waits for an answer of the storage; `null` when none does. */
    savingSince: computed(() => steps.value.find(({ failed }) => !failed)?.since ?? null),
    onItsWay: computed(() => steps.value.filter(({ failed }) => !failed).flatMap(({ entries }) => entries)),
    unsaved: computed(() => steps.value.filter(({ failed }) => failed).flatMap(({ entries }) => entries)),
    keepIn: storage.keepIn,
    read: storage.read,
    add,
    /** Writes drafts as one step, all or nothing; resolves when it is durable, or with `null` when it waits: `later` then tells when it is. The same step again while it waits is a retry, never a second one. */
    write: async (
      drafts: readonly Draft[],
      actor: Actor,
      later: () => void = () => {},
    ): Promise<readonly Entry[] | null> => {
      const said = JSON.stringify([actor, drafts])
      const same = steps.value.find((step) => step.said === said)
      if (same?.failed) await retry()
      if (same && steps.value.every(({ entries }) => entries !== same.entries)) return same.entries
      if (same) {
        hearers.set(same.entries, later)
        return null
      }
      latestClock()
      const entries = writeEntries(drafts, {
        plan,
        author: actor.name,
        role: actor.role,
        account: actor.id,
        recordedAt: recordingFor(
          ledger.value,
          drafts.map(({ subject }) => subject),
          world.clock.now(),
        ).recordedAt,
        nextId: world.nextId,
      })
      if (entries.length === 0 || (await keep(entries, true, said))) return entries
      hearers.set(entries, later)
      return null
    },
    /** Takes entries written elsewhere, as they are; those already here cost nothing. Resolves to whether they are durable. */
    take: async (entries: readonly Entry[]): Promise<boolean> => {
      for (const to of new Set(entries.map((entry) => entry.plan))) {
        const own = entries.filter((entry) => entry.plan === to)
        const taken =
          to === plan ? await keep(own, false) : (await storage.appended(to, own)).kind === 'saved'
        if (!taken) return false
      }
      return true
    },
    /** Tries again to keep what could not be kept, step by step; after a lost storage everything held is written again (what is kept already costs nothing). */
    retry,
    everything: storage.everything,
    /** Everything held: kept, on its way, waiting. */
    held: (): Entry[] => [
      ...allEntries(ledger.value),
      ...early.value,
      ...steps.value.flatMap(({ entries }) => entries),
    ],
    close: () => {
      held.stopTicking()
      storage.close()
    },
  }
}
