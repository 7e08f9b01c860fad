import { defineStore } from 'pinia'
import { computed } from 'vue'
import { countingSlice } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { departmentKey } from '@/domain/ledger/ledger'
import { projectMonitor, type ProjectMonitor } from '@/domain/monitoring/monitor'
import { moneyFacts, type MoneyFacts } from '@/domain/papers/paperFacts'
import { lastDayOfYear, yearOf } from '@/domain/time/day'
import { useBoard } from './board'
import { useEvaluation } from './evaluation'
import { useLedger } from './ledger'

/** The double monitor of every project as of the day one is looking at (domain.md §8). */
export const useMonitoring = defineStore('monitoring', () => {
  const ledgers = useLedger()
  const board = useBoard()
  const evaluation = useEvaluation()
  return {
    /** What the form of a project's money says beside it. */
    factsOf: ({ status }: ProjectMonitor): MoneyFacts => ({
      ...moneyFacts(status, countingSlice(ledgers.known, status.project.id, board.knownAt), board.knownAt),
      ...(status.asOf === lastDayOfYear(yearOf(status.asOf))
        ? { state: evaluation.stateOf(status.project) }
        : {}),
    }),
    monitors: computed(() =>
      board.projects.map((status) =>
        projectMonitor(
          status,
          countingSlice(ledgers.known, status.project.id, board.knownAt),
          fittingSlice(ledgers.known, departmentKey(status.project.id)),
          board.preset,
          board.knownAt,
        ),
      ),
    ),
  }
})
