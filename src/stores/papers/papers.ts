import { defineStore } from 'pinia'
import { computed } from 'vue'
import { countingSlice } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { paperFacts, type PaperSheet } from '@/domain/papers/paperFacts'
import { departmentSheet, goalsProgress } from '@/domain/papers/departmentSheet'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { lastDayOfYear } from '@/domain/time/day'
import { projectStatus } from '@/domain/status/projectStatus'
import type { Sheet } from '@/domain/scoring/sheet'
import { useBoard } from '../board'
import { useEvaluation } from '../evaluation'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'

/** What the year-end papers say beside the sheets (domain.md §7, §12). */
export const usePapers = defineStore('papers', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const evaluation = useEvaluation()

  function paperOf(sheet: Sheet): PaperSheet {
    const { id } = sheet.project
    const plan = plans.plan?.id ?? ''
    const basis = { year: evaluation.year, preset: board.preset, knownAt: board.knownAt }
    const slice = (key: string) => fittingSlice(ledgers.known, key)
    const counting = countingSlice(ledgers.known, id, board.knownAt)
    return { sheet, facts: paperFacts(sheet, counting, slice(id), plan, slice(plan), basis) }
  }

  const department = computed(() => {
    const { plan } = plans
    const { basis, sheets, year } = evaluation
    if (!plan || !basis) return null
    const standpoint = { asOf: lastDayOfYear(year), knownAt: board.knownAt }
    return departmentSheet(plan, sheets, goalsProgress(plan, ledgers.known, standpoint), basis.scheme)
  })
  /** The 整改 of the department and of every project. */
  const rectifications = computed(() => {
    const { plan } = plans
    if (!plan) return []
    const linesOf = (id: string, statusOn: Parameters<typeof rectificationLines>[4]) =>
      rectificationLines(id, fittingSlice(ledgers.known, id), plan.year, board.knownAt, statusOn)
    return [
      { id: plan.id, name: plan.department.name, own: linesOf(plan.id, null) },
      ...plan.projects.map((project) => ({
        id: project.id,
        name: project.name,
        own: linesOf(project.id, (asOf) =>
          projectStatus(
            project,
            countingSlice(ledgers.known, project.id, board.knownAt),
            { asOf, knownAt: board.knownAt },
            board.preset,
          ),
        ),
      })),
    ]
  })

  return {
    department,
    rectifications,
    paperOf,
    papers: computed(() => evaluation.sheets.map(paperOf)),
  }
})
