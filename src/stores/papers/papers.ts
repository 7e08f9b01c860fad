import { defineStore } from 'pinia'
import { computed } from 'vue'
import { countingSlice } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { paperFacts, type PaperSheet } from '@/domain/papers/paperFacts'
import { departmentSheet, goalsProgress } from '@/domain/papers/departmentSheet'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { lastDayOfYear } from '@/domain/time/day'
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
    const slice = (key: string) => fittingSlice(ledgers.ledger, key)
    const counting = countingSlice(ledgers.ledger, id, board.knownAt)
    return { sheet, facts: paperFacts(sheet, counting, slice(id), plan, slice(plan), basis) }
  }

  const department = computed(() => {
    const { plan } = plans
    const { basis, sheets, year } = evaluation
    if (!plan || !basis) return null
    const standpoint = { asOf: lastDayOfYear(year), knownAt: board.knownAt }
    return departmentSheet(plan, sheets, goalsProgress(plan, ledgers.ledger, standpoint), basis.scheme)
  })
  /** The 整改 of the department and of every project. */
  const rectifications = computed(() => {
    const { plan } = plans
    if (!plan) return []
    return [{ id: plan.id, name: plan.department.name }, ...plan.projects].map(({ id, name }) => ({
      id,
      name,
      own: rectificationLines(id, fittingSlice(ledgers.ledger, id), plan.year, board.knownAt),
    }))
  })

  return {
    department,
    rectifications,
    paperOf,
    papers: computed(() => evaluation.sheets.map(paperOf)),
  }
})
