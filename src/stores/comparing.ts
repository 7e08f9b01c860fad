import { defineStore } from 'pinia'
import { computed } from 'vue'
import { rememberingFold } from '@/domain/status/board'
import { compareDepartments } from '@/domain/status/compare'
import { yearOf } from '@/domain/time/day'
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
          fold(plans.plan, ledgers.ledger, { asOf: day.value, knownAt: board.knownAt }, board.preset),
          board.department,
        ),
  )
  return { day, comparison }
})
