import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { KeptPlan } from '@/documents/plan/keptPlan'
import { decodePlan } from '@/documents/plan/planFile'
import type { PlanIssue } from '@/documents/plan/planIssue'
import type { Plan } from '@/domain/plan/plan'
import type { FetchedText } from '@/storage/dataFiles'
import type { StorageFailure } from '@/storage/ledgerStorage'
import { knownPlans, type KnownPlan, type PlanFailure } from './knownPlans'
import { useWorld } from './world'

export type { KnownPlan, PlanFailure } from './knownPlans'

export type PlanState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: PlanFailure }
  | {
      readonly kind: 'ready'
      readonly plan: Plan
      readonly file: string
      readonly text: string
      readonly issues: readonly PlanIssue[]
      /** Which version it is: of the published file, or the id of the one taken into this browser. */
      readonly version: string
    }

const PUBLISHED = 'published'

/** The plan one is looking at, or why there is none; and the plans there are. */
export const usePlan = defineStore('plan', () => {
  const { fetchDataFile, setting } = useWorld()
  const state = shallowRef<PlanState>({ kind: 'loading' })
  const { published, versions, shelfFailure, indexFailure, known, ...plans } = knownPlans(() => load(...last))
  const remembered = setting('jixiao-board.plan')
  let looked: Promise<unknown> | null = null
  let last: readonly [wanted: string | null, demo: boolean] = [null, false]

  /** The plan asked for; without a wish the one opened last, else the first. The demonstration belongs to the published tables. */
  function choose(wanted: string | null, demo: boolean): KnownPlan | undefined {
    const all = demo ? published.value.map((entry) => ({ ...entry, kept: null })) : known.value
    if (wanted !== null)
      return all.find(({ id }) => id === wanted) ?? known.value.find(({ id }) => id === wanted)
    const before = demo ? null : remembered.read()
    return all.find(({ id }) => id === before) ?? all[0]
  }

  /** The text of a plan's file; the fetched outcome where it could not be had. */
  async function textOf({ file, kept }: KnownPlan): Promise<FetchedText> {
    return kept?.text ? { kind: 'text', text: kept.text } : fetchDataFile(file)
  }

  async function opened(wanted: string | null, demo: boolean): Promise<PlanState> {
    looked ??= plans.read()
    await looked
    const entry = choose(wanted, demo)
    if (!entry) {
      looked = null
      const failure = indexFailure.value ?? { kind: 'no-such-plan', wanted: wanted ?? '', known: known.value }
      return { kind: 'failed', failure }
    }
    const version = entry.kept?.id ?? PUBLISHED
    const { value: now } = state
    if (now.kind === 'ready' && now.plan.id === entry.id && now.version === version) return now
    const file = await textOf(entry)
    if (file.kind !== 'text')
      return { kind: 'failed', failure: { kind: 'unfetched', file: entry.file, fetched: file } }
    const { plan, issues } = decodePlan(file.text, entry.file)
    return plan
      ? { kind: 'ready', plan, file: entry.file, text: file.text, issues, version }
      : { kind: 'failed', failure: { kind: 'unreadable', file: entry.file, issues } }
  }

  async function load(wanted: string | null, demo: boolean): Promise<PlanState> {
    const mine = [wanted, demo] as const
    last = mine
    const loaded = await opened(wanted, demo)
    if (last !== mine) return { kind: 'loading' }
    state.value = loaded
    if (loaded.kind === 'ready' && wanted !== null && !demo) remembered.write(wanted)
    return loaded
  }

  /** Keeps versions of plans in this browser and shows what they change; `null` when they are durable, else why they are not and nothing changed. */
  async function keep(added: readonly KeptPlan[]): Promise<StorageFailure | null> {
    const failure = await plans.keep(added)
    if (failure === null) await load(...last)
    return failure
  }

  return {
    state,
    known,
    versions,
    shelfFailure,
    plan: computed(() => (state.value.kind === 'ready' ? state.value.plan : null)),
    load,
    keep,
    textOf,
  }
})
