import { defineStore } from 'pinia'
import { countingSlice } from '@/domain/ledger/aside'
import { projectHistory, type ProjectHistory } from '@/domain/status/history'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { useBoard } from './board'
import { useLedger } from './ledger'

/** How the indicators of a project stood at its checkpoints; folded once for every status. */
export const useHistory = defineStore('history', () => {
  const ledgers = useLedger()
  const board = useBoard()
  const folded = new WeakMap<ProjectStatus, ProjectHistory>()
  return {
    of: (status: ProjectStatus): ProjectHistory => {
      const known = folded.get(status)
      if (known) return known
      const history = projectHistory(
        status.project,
        countingSlice(ledgers.known, status.project.id, board.knownAt),
        { asOf: status.asOf, knownAt: board.knownAt },
        board.preset,
      )
      folded.set(status, history)
      return history
    },
  }
})
