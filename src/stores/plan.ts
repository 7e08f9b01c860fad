import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { decodePlan } from '@/documents/planFile'
import { decodePlanIndex, type PlanIndexEntry } from '@/documents/planIndex'
import type { PlanIssue } from '@/documents/planIssue'
import type { Plan } from '@/domain/plan'
import { fetchDataFile, type FetchedText } from '@/storage/dataFiles'

/** Why there is no plan to show. */
export type PlanFailure =
  | {
      readonly kind: 'unfetched'
      readonly file: string
      readonly fetched: Exclude<FetchedText, { kind: 'text' }>
    }
  | { readonly kind: 'unreadable'; readonly file: string; readonly issues: readonly PlanIssue[] }
  | { readonly kind: 'no-such-plan'; readonly wanted: string; readonly known: readonly PlanIndexEntry[] }

export type PlanState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: PlanFailure }
  | {
      readonly kind: 'ready'
      readonly plan: Plan
      readonly file: string
      readonly issues: readonly PlanIssue[]
    }

const INDEX = 'index.json'

async function loadPlan(wanted: string | null): Promise<PlanState> {
  const index = await fetchDataFile(INDEX)
  if (index.kind !== 'text')
    return { kind: 'failed', failure: { kind: 'unfetched', file: INDEX, fetched: index } }
  const { plans, issues } = decodePlanIndex(index.text)
  const entry = wanted === null ? plans[0] : plans.find(({ id }) => id === wanted)
  if (!entry) {
    return issues.length > 0
      ? { kind: 'failed', failure: { kind: 'unreadable', file: INDEX, issues } }
      : { kind: 'failed', failure: { kind: 'no-such-plan', wanted: wanted ?? '', known: plans } }
  }
  const file = await fetchDataFile(entry.file)
  if (file.kind !== 'text')
    return { kind: 'failed', failure: { kind: 'unfetched', file: entry.file, fetched: file } }
  const decoded = decodePlan(file.text, entry.file)
  return decoded.plan
    ? { kind: 'ready', plan: decoded.plan, file: entry.file, issues: decoded.issues }
    : { kind: 'failed', failure: { kind: 'unreadable', file: entry.file, issues: decoded.issues } }
}

/** The published plan one is looking at, or why there is none. */
export const usePlan = defineStore('plan', () => {
  const state = shallowRef<PlanState>({ kind: 'loading' })
  return {
    state,
    plan: computed(() => (state.value.kind === 'ready' ? state.value.plan : null)),
    load: async (wanted: string | null) => {
      const loaded = await loadPlan(wanted)
      state.value = loaded
      return loaded
    },
  }
})
