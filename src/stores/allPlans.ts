import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { decodePlan } from '@/documents/plan/planFile'
import { defaultAsOf } from '@/domain/time/asOf'
import { rememberingFold } from '@/domain/status/board'
import { continuingProjects } from '@/domain/plan/continuing'
import type { Day } from '@/domain/time/day'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { StorageFailure } from '@/storage/ledgerStorage'
import { useClock } from './clock'
import { useLedger } from './ledger'
import { usePlan, type KnownPlan } from './plan'
import { useWorld } from './world'

/** A plan with its real ledger folded at its own day; `plan` is `null` where its file cannot be read, `department` where the ledger cannot. */
export interface FoldedPlan {
  readonly known: KnownPlan
  readonly plan: Plan | null
  readonly asOf: Day | null
  readonly department: DepartmentStatus | null
}

/** A project that continues, with its status in each year, the earliest first. */
export interface ContinuingStatus {
  readonly name: string
  readonly years: readonly { readonly plan: Plan; readonly status: ProjectStatus }[]
}

/** All plans that can be opened, side by side, and the projects that continue from year to year; always the real ledgers. */
export const useAllPlans = defineStore('allPlans', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const clock = useClock()
  const world = useWorld()
  const foldedPlans = shallowRef<readonly FoldedPlan[]>([])
  const failure = shallowRef<StorageFailure | null>(null)
  const preset = HEBEI
  const fold = rememberingFold()

  async function read(): Promise<void> {
    const held = await ledgers.everything()
    const entries = held?.kind === 'loaded' && !held.gone ? held.entries : null
    foldedPlans.value = await Promise.all(
      plans.known.map(async (known): Promise<FoldedPlan> => {
        const file = await plans.textOf(known)
        const plan = file.kind === 'text' ? decodePlan(file.text, known.file).plan : null
        if (!plan || !entries) return { known, plan, asOf: null, department: null }
        const { ledger } = addEntries(
          emptyLedger(plan.id, frameOf(plan)),
          entries.filter((entry) => entry.plan === plan.id),
        )
        const asOf = defaultAsOf(plan.year, clock.today)
        const department = fold(plan, ledger, { asOf, knownAt: null }, preset)
        return { known, plan, asOf, department }
      }),
    )
  }

  const continuing = computed<readonly ContinuingStatus[]>(() =>
    continuingProjects(foldedPlans.value.flatMap(({ plan }) => plan ?? [])).map(({ name, years }) => ({
      name,
      years: years.flatMap(({ plan, project }) => {
        const own = foldedPlans.value.find((folded) => folded.plan === plan)
        const status = own?.department?.projects.find((other) => other.project === project)
        return status ? [{ plan, status }] : []
      }),
    })),
  )

  return {
    preset,
    foldedPlans,
    continuing,
    failure,
    read,
    /** Takes a plan of this browser out of the list; its ledger and its versions stay. */
    takeOut: async ({ id, year, department }: KnownPlan, author: string) => {
      failure.value = await plans.keep([
        {
          id: world.nextId(),
          plan: id,
          year,
          department,
          text: null,
          source: '',
          author,
          reason: '移出',
          at: world.clock.now(),
        },
      ])
      await read()
    },
  }
})
