import { defineStore } from 'pinia'
import { computed } from 'vue'
import { clampToYear, defaultAsOf } from '@/domain/time/asOf'
import { worstFirst } from '@/domain/status/worstFirst'
import { rememberingFold } from '@/domain/status/board'
import { lastDayWithData } from '@/domain/status/lastDay'
import type { GoalProgress } from '@/domain/ledger/entry'
import { fittingSlice } from '@/domain/ledger/fitting'
import { effectiveEntries } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { useClock } from './clock'
import { useLedger } from './ledger'
import { usePlan } from './plan'
import { useViewing } from './viewing'

/** What every screen shows: the fold of plan and ledger as of the day one is looking at. */
export const useBoard = defineStore('board', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const viewing = useViewing()
  const clock = useClock()
  const fold = rememberingFold()
  const preset = HEBEI

  const lastData = computed(() => lastDayWithData(ledgers.ledger))
  const asOf = computed(() => {
    if (plans.plan === null) return null
    const { year } = plans.plan
    const { asOf: asked } = viewing.view
    return asked === null ? defaultAsOf(year, clock.today) : clampToYear(year, asked)
  })
  /** The day up to which something can be late: the day looked at, or today where that one is still ahead (domain.md §10). */
  const reached = computed(() => (asOf.value !== null && asOf.value > clock.today ? clock.today : asOf.value))
  const knownAt = computed(() => ledgers.knownAt)
  const department = computed(() =>
    plans.plan === null || asOf.value === null
      ? null
      : fold(plans.plan, ledgers.known, { asOf: asOf.value, knownAt: knownAt.value }, preset),
  )
  const projects = computed(() => department.value?.projects ?? [])
  return {
    preset,
    asOf,
    reached,
    knownAt,
    department,
    projects,
    ranked: computed(() => worstFirst(projects.value)),
    /** The last report of a department goal as of the day; `null` when there is none. */
    goalProgress: (goal: string): GoalProgress | null =>
      asOf.value === null
        ? null
        : (effectiveEntries(fittingSlice(ledgers.known, goal), { asOf: asOf.value, knownAt: knownAt.value })
            .filter((entry) => entry.kind === 'goal-progress')
            .at(-1) ?? null),
    empty: computed(() => lastData.value === null),
  }
})
