import { computed, shallowRef } from 'vue'
import { type KeptPlan, plansInForce } from '@/documents/plan/keptPlan'
import { decodePlanIndex, type PlanIndexEntry } from '@/documents/plan/planIndex'
import type { PlanIssue } from '@/documents/plan/planIssue'
import type { FetchedText } from '@/storage/dataFiles'
import type { StorageFailure } from '@/storage/ledgerStorage'
import { useWorld } from './world'

/** A plan that can be opened: published beside the page, or taken into this browser (which then stands before the published one). */
export interface KnownPlan extends PlanIndexEntry {
  readonly kept: KeptPlan | null
}

/** Why there is no plan to show. */
export type PlanFailure =
  | {
      readonly kind: 'unfetched'
      readonly file: string
      readonly fetched: Exclude<FetchedText, { kind: 'text' }>
    }
  | { readonly kind: 'unreadable'; readonly file: string; readonly issues: readonly PlanIssue[] }
  | { readonly kind: 'no-such-plan'; readonly wanted: string; readonly known: readonly KnownPlan[] }

const INDEX = 'index.json'

/** The plans there are: those published beside the page and the versions kept in this browser; `changed` hears when another tab keeps one. */
export function knownPlans(changed: () => Promise<unknown>) {
  const { fetchDataFile, planShelf } = useWorld()
  const published = shallowRef<readonly PlanIndexEntry[]>([])
  const versions = shallowRef<readonly KeptPlan[]>([])
  const shelfFailure = shallowRef<StorageFailure | null>(null)
  const indexFailure = shallowRef<PlanFailure | null>(null)
  const shelf = planShelf(async () => {
    await readShelf()
    await changed()
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
      indexFailure.value = { kind: 'unfetched', file: INDEX, fetched }
      return
    }
    const { plans, issues } = decodePlanIndex(fetched.text)
    published.value = plans
    indexFailure.value = issues.length > 0 ? { kind: 'unreadable', file: INDEX, issues } : null
  }

  async function readShelf(): Promise<void> {
    const read = await shelf.versions()
    if (read.kind === 'loaded') versions.value = read.versions
    shelfFailure.value = read.kind === 'loaded' ? null : read.failure
  }

  /** Keeps versions of plans in this browser; `null` when they are durable, else why they are not and nothing changed. */
  async function keep(added: readonly KeptPlan[]): Promise<StorageFailure | null> {
    const kept = await shelf.add(added)
    if (kept.kind === 'failed') return kept.failure
    versions.value = [
      ...versions.value,
      ...added.filter(({ id }) => !versions.value.some((old) => old.id === id)),
    ]
    return null
  }

  return {
    published,
    versions,
    shelfFailure,
    indexFailure,
    known,
    read: () => Promise.all([readIndex(), readShelf()]),
    keep,
  }
}
