import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { type KeptPlan, plansInForce } from '@/documents/plan/keptPlan'
import { decodePlan } from '@/documents/plan/planFile'
import { decodePlanIndex, type PlanIndexEntry } from '@/documents/plan/planIndex'
import type { PlanIssue } from '@/documents/plan/planIssue'
import type { Plan } from '@/domain/plan/plan'
import type { FetchedText } from '@/storage/dataFiles'
import type { StorageFailure } from '@/storage/ledgerStorage'
import { useWorld } from './world'

/** Why there is no plan to show. */
export type PlanFailure =
  | {
      readonly kind: 'unfetched'
      readonly file: string
      readonly fetched: Exclude<FetchedText, { kind: 'text' }>
    }
  | { readonly kind: 'unreadable'; readonly file: string; readonly issues: readonly PlanIssue[] }
  | { readonly kind: 'no-such-plan'; readonly wanted: string; readonly known: readonly KnownPlan[] }

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

/** A plan that can be opened: published beside the page, or taken into this browser (which then stands before the published one). */
export interface KnownPlan extends PlanIndexEntry {
  readonly kept: KeptPlan | null
}

const INDEX = 'index.json'
const PUBLISHED = 'published'

/** The plan one is looking at, or why there is none; and the plans there are. */
export const usePlan = defineStore('plan', () => {
  const { fetchDataFile, planShelf, setting } = useWorld()
  const state = shallowRef<PlanState>({ kind: 'loading' })
  const published = shallowRef<readonly PlanIndexEntry[]>([])
  const versions = shallowRef<readonly KeptPlan[]>([])
  const shelfFailure = shallowRef<StorageFailure | null>(null)
  const remembered = setting('jixiao-board.plan')
  let indexFailure: PlanFailure | null = null
  let looked: Promise<unknown> | null = null
  let last: readonly [wanted: string | null, demo: boolean] = [null, false]

  const shelf = planShelf(async () => {
    await readShelf()
    await load(...last)
  })
  const known = computed<readonly KnownPlan[]>(() => {
    const own = plansInForce(versions.value)
    const beside = published.value.map((entry) => ({
      ...entry,
      kept: own.find(({ plan }) => plan === entry.id) ?? null,
    }))
    const added = own.filter(({ plan }) => !published.value.some(({ id }) => id === plan))
    return [
      ...beside,
      ...added.map((kept) => ({
        id: kept.plan,
        year: kept.year,
        department: kept.department,
        file: `${kept.plan}.json`,
        kept,
      })),
    ]
  })

  async function readIndex(): Promise<void> {
    const fetched = await fetchDataFile(INDEX)
    if (fetched.kind !== 'text') {
      indexFailure = { kind: 'unfetched', file: INDEX, fetched }
      return
    }
    const { plans, issues } = decodePlanIndex(fetched.text)
    published.value = plans
    indexFailure = issues.length > 0 ? { kind: 'unreadable', file: INDEX, issues } : null
  }

  async function readShelf(): Promise<void> {
    const read = await shelf.versions()
    if (read.kind === 'loaded') versions.value = read.versions
    shelfFailure.value = read.kind === 'loaded' ? null : read.failure
  }

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
    looked ??= Promise.all([readIndex(), readShelf()])
    await looked
    const entry = choose(wanted, demo)
    if (!entry) {
      looked = null
      const failure = indexFailure ?? { kind: 'no-such-plan', wanted: wanted ?? '', known: known.value }
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

  /** Keeps versions of plans in this browser; `null` when they are durable, else why they are not and nothing changed. */
  async function keep(added: readonly KeptPlan[]): Promise<StorageFailure | null> {
    const kept = await shelf.add(added)
    if (kept.kind === 'failed') return kept.failure
    versions.value = [
      ...versions.value,
      ...added.filter(({ id }) => !versions.value.some((old) => old.id === id)),
    ]
    await load(...last)
    return null
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
