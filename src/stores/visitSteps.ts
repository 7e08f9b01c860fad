import { ref, shallowRef } from 'vue'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { allEntries } from '@/domain/ledger/ledger'
import { recordingFor } from '@/domain/ledger/recording'
import type { Actor } from '@/domain/work/permission'
import type { World } from '@/storage/world'
import type { heldEntries } from './heldEntries'
import type { visitStorage } from './visitStorage'

/** Entries on their way to the storage since a moment, or refused by it; never dropped. `said` names what was asked for, by whom: asked again while it waits it is the same step. */
interface Step {
  readonly entries: readonly Entry[]
  readonly said: string | null
  readonly since: Moment
  readonly failed: boolean
}

/** What a visit tells: that something became durable, or that a step came to its end, one way or the other. */
export interface Hearer {
  saved(): void
  settled(): void
}

/** The steps of a ledger: written, kept, waiting, tried again. An entry joins the ledger when it is durable, not before. */
export function visitSteps(
  plan: string,
  world: World,
  held: ReturnType<typeof heldEntries>,
  storage: ReturnType<typeof visitStorage>,
  hear: Hearer,
) {
  const { ledger, early } = held
  const { failure, missing, reading } = storage
  const savedAt = ref<Moment | null>(null)
  const steps = shallowRef<readonly Step[]>([])
  let trying: Promise<boolean> | null = null
  const hearers = new Map<readonly Entry[], (entries: readonly Entry[]) => void>()

  function end(step: Step, waits: boolean): void {
    steps.value = steps.value.flatMap((own) => (own !== step ? own : waits ? { ...own, failed: true } : []))
  }

  /** Keeps entries of this plan; while it lasts they are among the steps, afterwards only when they failed and are to wait. */
  async function keep(entries: readonly Entry[], toWait: boolean, said: string | null): Promise<boolean> {
    const step: Step = { entries, said, since: world.clock.now(), failed: false }
    steps.value = [...steps.value, step]
    const outcome = await storage.appended(plan, entries)
    end(step, outcome.kind === 'failed' && toWait)
    if (outcome.kind === 'failed') failure.value = outcome.failure
    else {
      if (outcome.awaits) storage.awaiting.value = [...storage.awaiting.value, ...entries]
      else if (toWait) held.add(entries)
      else held.arrive(entries)
      savedAt.value = outcome.at
      hear.saved()
      hearers.get(entries)?.(entries)
      hearers.delete(entries)
    }
    hear.settled()
    return outcome.kind === 'saved'
  }

  /** Tries again to keep what could not be kept, step by step; after a lost storage everything held is written again (what is kept already costs nothing). */
  async function keepAgain(): Promise<boolean> {
    const lost = failure.value?.kind === 'broken' || failure.value?.kind === 'full'
    if (reading.value === 'failed' && !(await storage.readAgain())) return false
    const waiting = steps.value.filter(({ failed }) => failed)
    if (lost && !(await keep([...allEntries(ledger.value), ...early.value], false, null))) return false
    missing.value = new Set()
    let all = true
    for (const step of waiting) {
      end(step, false)
      all = (await keep(step.entries, true, step.said)) && all
    }
    return all
  }

  /** What failed is said until it is mended: a retry that hangs must not look like one that went well. */
  async function retry(): Promise<void> {
    trying ??= keepAgain()
    const mended = await trying
    trying = null
    if (mended) failure.value = null
  }

  /** Writes drafts as one step, all or nothing; resolves when it is durable, or with `null` when it waits: `later` then tells when it is. The same step again while it waits is a retry, never a second one. */
  async function write(
    drafts: readonly Draft[],
    actor: Actor,
    later: (entries: readonly Entry[]) => void = () => {},
  ): Promise<readonly Entry[] | null> {
    const said = JSON.stringify([actor, drafts])
    const same = steps.value.find((step) => step.said === said)
    if (same?.failed) await retry()
    const entries = same?.entries ?? written(drafts, actor)
    const kept = same
      ? steps.value.every((step) => step.entries !== same.entries)
      : entries.length === 0 || (await keep(entries, true, said))
    if (kept) return entries
    hearers.set(entries, later)
    return null
  }

  function written(drafts: readonly Draft[], actor: Actor): readonly Entry[] {
    held.latestClock()
    const subjects = drafts.map(({ subject }) => subject)
    return writeEntries(drafts, {
      plan,
      author: actor.name,
      role: actor.role,
      account: actor.id,
      recordedAt: recordingFor(ledger.value, subjects, world.clock.now()).recordedAt,
      nextId: world.nextId,
    })
  }

  return { savedAt, steps, write, retry, take: (entries: readonly Entry[]) => keep(entries, false, null) }
}
