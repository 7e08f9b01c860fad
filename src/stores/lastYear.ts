import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { decodePlan } from '@/documents/plan/planFile'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { countingSlice } from '@/domain/ledger/aside'
import { continuingProjects } from '@/domain/plan/continuing'
import { frameOf } from '@/domain/plan/frame'
import type { Plan, Project } from '@/domain/plan/plan'
import { projectStatus, type ProjectStatus } from '@/domain/status/projectStatus'
import { endOfMonth, monthOf, type Day } from '@/domain/time/day'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan, type KnownPlan } from './plan'

/** The plan of the same department a year earlier with its ledger, where one stands: what a project had reached at the same checkpoint then. */
export const useLastYear = defineStore('lastYear', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const { preset } = useBoard()
  const before = shallowRef<{ readonly of: string; readonly plan: Plan; readonly ledger: Ledger } | null>(
    null,
  )

  async function planOf(known: KnownPlan): Promise<Plan | null> {
    const file = await plans.textOf(known)
    return file.kind === 'text' ? decodePlan(file.text, known.file).plan : null
  }

  return {
    /** Reads it once for the plan one is at; nothing where there is none or it cannot be read. */
    read: async () => {
      const { plan } = plans
      if (!plan || before.value?.of === plan.id) return
      const last = (
        await Promise.all(plans.known.filter(({ year }) => year === plan.year - 1).map(planOf))
      ).find((own) => own?.department.code === plan.department.code)
      const held = last && (await ledgers.everything())
      if (!last || held?.kind !== 'loaded') return
      const own = held.entries.filter((entry) => entry.plan === last.id)
      before.value = {
        of: plan.id,
        plan: last,
        ledger: addEntries(emptyLedger(last.id, frameOf(last)), own).ledger,
      }
    },
    /** How the project that this one continues stood at the same checkpoint a year earlier; `null` where none is certain. */
    statusOf: (project: Project, day: Day): ProjectStatus | null => {
      const { plan } = plans
      const { value: last } = before
      if (!plan || last?.of !== plan.id) return null
      const line = continuingProjects([last.plan, plan]).find(({ years }) =>
        years.some((own) => own.plan === plan && own.project === project),
      )
      const then = line?.years.find((own) => own.plan === last.plan)?.project
      if (!then) return null
      const asOf = endOfMonth(last.plan.year, monthOf(day))
      return projectStatus(then, countingSlice(last.ledger, then.id), { asOf, knownAt: null }, preset)
    },
  }
})
