import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { demoPlan } from '@/domain/ledger/demo'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { clockBehind, newestMoment } from '@/domain/ledger/newest'
import type { Day } from '@/domain/time/day'
import type { Actor } from '@/domain/work/permission'
import type { World } from '@/storage/world'
import { useClock } from './clock'
import { lastingStorage } from './files/lasting'
import { readSample } from './files/sample'
import { ledgerVisit, type LedgerVisit } from './ledgerVisit'
import { usePlan } from './plan'
import { asKnown } from './shared/asKnown'
import { useWorld } from './world'

/** After so long, in ms, a save that has no answer is said to be slow; it is never given up. */
const LONG = 8_000

/** The ledger the board folds, real or demonstration, and its keeping. What is still on its way when another is opened arrives where it was written. */
export const useLedger = defineStore('ledger', () => {
  const world = useWorld()
  const clock = useClock()
  const plans = usePlan()
  const { persistence, look, askOnce } = lastingStorage(world)
  const sampleFailed = ref(false)
  const opened = ref(false)
  const visit = shallowRef<LedgerVisit>(begin('', 'real'))
  const newest = computed(() => newestMoment(visit.value.ledger.value))
  const unfinished = new Set<LedgerVisit>()

  function begin(plan: string, origin: 'real' | 'demo'): LedgerVisit {
    const settled = () => {
      if (mine === visit.value || mine.steps.value.length > 0) return
      unfinished.delete(mine)
      mine.close()
    }
    const saved = () => {
      clock.look()
      if (origin === 'real') askOnce()
    }
    const mine: LedgerVisit = ledgerVisit(plan, origin, world, { saved, settled })
    return mine
  }

  /** Goes to a ledger: one left with steps unsettled is taken up again, any other begins anew. Resolves to it when it must still be read. */
  function goTo(plan: string, origin: 'real' | 'demo'): LedgerVisit | null {
    const { value: before } = visit
    if (before.plan === plan && before.origin === origin) return null
    const waiting = [...unfinished].find((own) => own.plan === plan && own.origin === origin)
    if (before.steps.value.length > 0) unfinished.add(before)
    else before.close()
    const next = waiting ?? begin(plan, origin)
    unfinished.delete(next)
    visit.value = next
    sampleFailed.value = false
    opened.value = waiting !== undefined
    return waiting ? null : next
  }

  async function openReal(plan: string): Promise<void> {
    const mine = goTo(plan, 'real')
    if (!mine) return
    void look()
    const { storage, memoryBecause } = await world.openLedger()
    if (mine.keepIn(storage, memoryBecause)) await mine.read(storage)
    if (mine === visit.value) opened.value = true
  }

  async function openDemo(plan: string): Promise<void> {
    const mine = goTo(demoPlan(plan), 'demo')
    if (!mine) return
    const [entries, { memoryStorage }] = await Promise.all([
      readSample(world, plan),
      import('@/storage/memoryStorage'),
    ])
    if (mine !== visit.value) return
    sampleFailed.value = entries === null
    mine.keepIn(memoryStorage('demo'), null)
    if (entries) mine.add(entries)
    opened.value = true
  }

  return {
    visit,
    origin: computed(() => visit.value.origin),
    ...asKnown(visit, () => plans.plan),
    keeping: computed(() => visit.value.keeping.value),
    savedAt: computed(() => visit.value.savedAt.value),
    saving: computed(() => visit.value.saving.value),
    slow: computed(() => isLong(visit.value.savingSince.value, clock.aboutNow)),
    /** The day it is for whoever enters: the machine's, or the newest entry's where the machine's clock has fallen behind. */
    workingDay: computed(() => dayAtWork(newest.value && world.clock.dayOf(newest.value), clock.today)),
    /** By how many milliseconds the machine's clock is behind the ledger; 0 when it is not. */
    clockBehind: computed(() => clockBehind(newest.value, clock.aboutNow)),
    onItsWay: computed(() => visit.value.onItsWay.value),
    failure: computed(() => visit.value.failure.value),
    unsaved: computed(() => visit.value.unsaved.value),
    damaged: computed(() => visit.value.damaged.value),
    /** How many entries leaving the page would lose, those of ledgers left before they were durable among them. */
    onlyHere: () => [visit.value, ...unfinished].reduce((sum, own) => sum + own.onlyHere(), 0),
    /** Counts that anew, as the storages themselves say. */
    recount: () => Promise.all([visit.value, ...unfinished].map((own) => own.recount())),
    reading: computed(() => visit.value.reading.value),
    missing: computed(() => visit.value.missing.value),
    early: computed(() => visit.value.early.value),
    awaiting: computed(() => visit.value.awaiting.value),
    persistence,
    sampleFailed,
    opened,
    openReal,
    openDemo,
    write: (drafts: readonly Draft[], actor: Actor) => visit.value.write(drafts, actor),
    take: (entries: readonly Entry[]) => visit.value.take(entries),
    everything: () => visit.value.everything(),
    beginAnew: () => visit.value.beginAnew(),
    retry: () => visit.value.retry(),
    saveAside: (encode: (entry: Entry) => unknown) => saveAside(visit.value, world, encode),
  }
})

function dayAtWork(newest: Day | null, today: Day): Day {
  return newest && newest > today ? newest : today
}

function isLong(since: Moment | null, now: Moment): boolean {
  return since !== null && Date.parse(now) - Date.parse(since) >= LONG
}

/** Hands everything held, kept or waiting or damaged, to be saved as a file. */
function saveAside(
  { plan, damaged, held }: LedgerVisit,
  world: World,
  encode: (entry: Entry) => unknown,
): void {
  const aside = {
    schema: 1,
    kind: 'ledger',
    plan,
    entries: held().map(encode),
    damaged: damaged.value.map(({ record }) => record),
  }
  world.saveFile(
    `绩效台账-${plan.replace(':', '-')}.json`,
    new Blob([`${JSON.stringify(aside, null, 2)}\n`], { type: 'application/json' }),
  )
}
