import { defineStore } from 'pinia'
import { computed } from 'vue'
import { countingSlice } from '@/domain/ledger/aside'
import type { Appraisal, Moment } from '@/domain/ledger/entry'
import { fittingSlice } from '@/domain/ledger/fitting'
import { effectiveEntries } from '@/domain/ledger/ledger'
import { appraised } from '@/domain/papers/appraisal'
import { frameInForce } from '@/domain/papers/evaluationFrame'
import { reviewsOf, withdrawnOf } from '@/domain/papers/reviews'
import type { Project } from '@/domain/plan/plan'
import type { Sheet } from '@/domain/scoring/sheet'
import { lastDayOfYear } from '@/domain/time/day'
import { lastAct } from '../acts'
import { useBoard } from '../board'
import { useEvaluation } from '../evaluation'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'

/** 绩效评价 of the projects, and what evaluators do with it (domain.md §12). */
export const useAppraisal = defineStore('appraisal', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const evaluation = useEvaluation()
  const { last, act, forget } = lastAct()

  const effectiveOn = computed(() => lastDayOfYear(evaluation.year))
  const counting = (key: string) =>
    effectiveEntries(countingSlice(ledgers.known, key, board.knownAt), {
      asOf: effectiveOn.value,
      knownAt: board.knownAt,
    })
  const entriesOf = (project: string) => counting(project).filter((entry) => entry.kind === 'appraisal')
  const frameAt = (knownAt: Moment | null) =>
    frameInForce(countingSlice(ledgers.known, plans.plan?.id ?? '', knownAt), {
      asOf: effectiveOn.value,
      knownAt,
    })
  const frame = computed(() => frameAt(board.knownAt))

  return {
    last,
    forget,
    frame,
    appraisedOf: (sheet: Sheet) => {
      const { id } = sheet.project
      const kept = reviewsOf(fittingSlice(ledgers.known, id), id, 'appraisal', board.knownAt)
      return appraised(sheet, frame.value, entriesOf(id), frameAt, withdrawnOf(kept))
    },
    /** Scores rows, each with its basis, in the place of what is on the screen. */
    appraise: ({ id }: Project, rows: Appraisal['rows']) =>
      act([
        {
          kind: 'appraisal',
          subject: id,
          effectiveOn: effectiveOn.value,
          rows,
          seen: entriesOf(id).map((entry) => entry.id),
        },
      ]),
    /** Points the rows of the frame by a document. */
    weigh: (weights: Readonly<Record<string, string>>, document: string, reason: string) =>
      act([
        {
          kind: 'appraisal-frame',
          subject: plans.plan?.id ?? '',
          effectiveOn: effectiveOn.value,
          weights,
          document,
          reason,
        },
      ]),
  }
})
