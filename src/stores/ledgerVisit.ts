import { computed } from 'vue'
import type { Entry } from '@/domain/ledger/entry'
import { allEntries } from '@/domain/ledger/ledger'
import type { World } from '@/storage/world'
import { heldEntries } from './heldEntries'
import { visitSteps, type Hearer } from './visitSteps'
import { visitStorage } from './visitStorage'

/** One ledger while it is open, and after one has left it until everything written in it is durable. */
export type LedgerVisit = ReturnType<typeof ledgerVisit>

/** Opens a place for the ledger of a plan: what it holds, what is on its way to the storage, what could not be kept. An entry joins the ledger when it is durable, not before. */
export function ledgerVisit(plan: string, origin: 'real' | 'demo', world: World, hear: Hearer) {
  const held = heldEntries(plan, world)
  const storage = visitStorage(plan, held, () => steps.value.length > 0)
  const { ledger, early, add, latestClock } = held
  const { keeping, failure, damaged, missing, awaiting, late, positions, reading } = storage
  const { savedAt, steps, write, retry, take } = visitSteps(plan, world, held, storage, hear)

  /** Where an entry of the ledger lies: durably, in this page only, or `unsure` while that cannot be told. */
  function whereLies(id: string): 'kept' | 'page' | 'unsure' {
    if (origin === 'demo') return 'kept'
    if (keeping.value.place === 'memory') return 'page'
    if (missing.value === null) return 'unsure'
    return missing.value.has(id) ? 'page' : 'kept'
  }

  return {
    plan,
    origin,
    ledger,
    keeping,
    savedAt,
    failure,
    damaged,
    /** How many entries of this page the storage does not hold; `null` while it cannot be told. */
    missing: computed(() => missing.value?.size ?? null),
    whereLies,
    reading,
    /** Begins with nothing where what was kept is gone. */
    beginAnew: (): void => {
      reading.value = 'read'
      failure.value = null
    },
    awaiting,
    /** The ids of what stands and would not, once the shared service has written a void that waits. */
    voiding: computed(() => new Set(awaiting.value.flatMap((own) => (own.kind === 'void' ? own.entry : [])))),
    late,
    positions,
    /** What arrived from the future: kept, waiting for its time, counting for nothing. */
    early,
    latestClock,
    steps,
    saving: computed(() => steps.value.some(({ failed }) => !failed)),
    /** Since when the oldest step waits for an answer of the storage; `null` when none does. */
    savingSince: computed(() => steps.value.find(({ failed }) => !failed)?.since ?? null),
    onItsWay: computed(() => steps.value.filter(({ failed }) => !failed).flatMap(({ entries }) => entries)),
    /** How many entries leaving this page would lose: on their way, refused, kept nowhere, or lost from the storage (all that are here while it cannot be told). */
    onlyHere: (): number =>
      held.ids().filter((id) => whereLies(id) !== 'kept').length +
      steps.value.reduce((sum, { entries }) => sum + entries.length, 0),
    /** Asks the storage anew what it holds of this ledger. */
    recount: async (): Promise<void> => {
      if (origin === 'real') await storage.recount()
    },
    unsaved: computed(() => steps.value.filter(({ failed }) => failed).flatMap(({ entries }) => entries)),
    keepIn: storage.keepIn,
    read: storage.read,
    add,
    write,
    /** Takes entries written elsewhere, as they are; those already here cost nothing. Resolves to whether they are durable. */
    take: async (entries: readonly Entry[]): Promise<boolean> => {
      for (const to of new Set(entries.map((entry) => entry.plan))) {
        const own = entries.filter((entry) => entry.plan === to)
        const taken = to === plan ? await take(own) : (await storage.appended(to, own)).kind === 'saved'
        if (!taken) return false
      }
      return true
    },
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
