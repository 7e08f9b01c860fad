import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { heldActual } from '@/domain/desk/cellEntry'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { statusAt } from '@/domain/desk/projectDesk'
import {
  evidencing,
  putting,
  remarking,
  reportingZero,
  voiding,
  type CellPlace,
  type DeskBasis,
  type PlacedValue,
  type Remarks,
} from '@/domain/desk/verbs'
import type { Draft } from '@/domain/ledger/draft'
import type { Ledger } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { useActs } from '../acts'
import { useBoard } from '../board'
import { useEvidence } from '../files/evidence'
import { useCells } from './cells'
import { deskEntering } from './deskEntering'
import { deskPayments } from './deskPayments'
import { deskShown } from './deskShown'
import { useLedger } from '../ledger'
import { useService } from '../shared/service'
import { useSteps } from './steps'
import { turnedBack } from './turnedBack'

/** The desk of the project one is at: its grid and what may be done on it. What is typed belongs to its project from the first sign, whatever screen comes next. */
export const useDesk = defineStore('desk', () => {
  const files = useEvidence()
  const ledgers = useLedger()
  const acts = useActs()
  const board = useBoard()
  const cells = useCells()
  const steps = useSteps()
  const service = useService()
  const position = ref<number | null>(null)
  const { preset } = board

  const { project, laid, own, ...shown } = deskShown(position)

  const basis = (ledger: Ledger): DeskBasis => ({ ledger, preset, today: ledgers.workingDay })

  /** Records a verb on the project one is at, bound now; nothing where there is none. */
  function record(
    verb: (project: Project, ledger: Ledger) => readonly Draft[],
    later?: () => void,
  ): Promise<boolean> {
    const { value: at } = project
    return at ? steps.hand(at.id)((ledger) => verb(at, ledger), later) : Promise.resolve(false)
  }

  const { enter, put, typing } = deskEntering(basis)
  const turned = turnedBack(preset)

  return {
    position,
    /** What is known of the keeping, here and by the shared service, for the words of the cells. */
    keeping: () => ({
      whereLies: ledgers.visit.whereLies,
      refused: service.refused,
      reachOf: service.reachOf,
      voiding: ledgers.visit.voiding.value,
      positions: ledgers.visit.positions.value,
    }),
    project,
    laid,
    ...shown,
    refused: computed(() => acts.stillRefused(own.value?.refused ?? null, project.value?.id ?? '')),
    canUndo: computed(() => (own.value?.done.length ?? 0) > 0),
    canRedo: computed(() => (own.value?.undone.length ?? 0) > 0),
    open: (to: number) => {
      position.value = to
    },
    held: (row: EntryRow, day: Day, after: Day | null) => {
      const status = laid.value && statusAt(laid.value, day)
      return status ? heldActual(status, row, after) : null
    },
    enter,
    put,
    /** Applies pasted values of one project as one step with one undo. */
    paste: (values: readonly PlacedValue[]) => {
      const of = values[0]?.place.project
      return of ? steps.hand(of.id)((ledger) => putting(basis(ledger), of, values)) : Promise.resolve(false)
    },
    remark: (place: CellPlace, said: Remarks) =>
      steps.hand(place.project.id)((ledger) => remarking(basis(ledger), place, said)),
    addEvidence: async (place: CellPlace, file: File) => {
      const hand = steps.hand(place.project.id)
      const evidence = await files.take(file)
      if (evidence === null) return false
      return hand((ledger) => {
        const drafts = evidencing(basis(ledger), place, evidence)
        if (drafts.length === 0) files.known(evidence)
        return drafts
      })
    },
    voidEntry: (id: string, reason: string) => record((at, ledger) => voiding(ledger, at.id, id, reason)),
    /** Voids several entries as one step. */
    voidEntries: (ids: readonly string[], reason: string) =>
      record((at, ledger) => ids.flatMap((id) => voiding(ledger, at.id, id, reason))),
    ...deskPayments(project, basis, record),
    zero: (day: string) => record((at) => reportingZero(at, day)),
    adjust: (draft: Draft, later?: () => void) => record(() => [draft], later),
    dismiss: (place: CellPlace) => cells.settle(ledgers.ledger.plan, place, null),
    typing,
    /** Resolves to what it left: the projects of the step, and the figures in them that did not move. */
    undo: () => turned(project.value ? steps.turnBack(project.value.id, 'done') : []),
    redo: () => turned(project.value ? steps.turnBack(project.value.id, 'undone') : []),
    turned,
  }
})
