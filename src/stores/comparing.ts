import { defineStore } from 'pinia'
import { computed } from 'vue'
import { rememberingFold } from '@/domain/status/board'
import { compareDepartments } from '@/domain/status/compare'
import { lastDayOfYear, yearOf, type Day } from '@/domain/time/day'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan } from './plan'
import { useViewing } from './viewing'

/** The day one is looking at beside an earlier one of the same year (`vs` in the address). */
export const useComparing = defineStore('comparing', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const viewing = useViewing()
  const board = useBoard()
  const fold = rememberingFold()

  const foldOn = (asOf: Day) =>
    plans.plan && fold(plans.plan, ledgers.known, { asOf, knownAt: board.knownAt }, board.preset)

  /** The day compared with; `null` when none is asked for, or one that is not earlier. */
  const day = computed(() => {
    const { vs } = viewing.view
    const { asOf } = board
    return vs !== null && asOf !== null && vs < asOf && yearOf(vs) === yearOf(asOf) ? vs : null
  })
  const comparison = computed(() =>
    plans.plan === null || day.value === null || board.department === null
      ? null
      : compareDepartments(
          fold(plans.plan, ledgers.known, { asOf: day.value, knownAt: board.knownAt }, board.preset),
          board.department,
        ),
  )
  /** The year's end beside the day compared with, for what is written about the whole year; `null` where none is asked for. */
  const yearEnd = computed(() => {
    const { vs } = viewing.view
    if (plans.plan === null || vs === null) return null
    const end = lastDayOfYear(plans.plan.year)
    if (yearOf(vs) !== plans.plan.year || vs >= end) return null
    const [before, now] = [foldOn(vs), foldOn(end)]
    return before && now && compareDepartments(before, now)
  })
  return { day, comparison, yearEnd }
})
