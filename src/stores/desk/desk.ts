import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { AmountUnit } from '@/domain/desk/amountCell'
import { heldActual } from '@/domain/desk/cellEntry'
import { checkDraft, type DeskCheck, type TypedCell } from '@/domain/desk/checks'
import type { CellValue, EntryRow } from '@/domain/desk/entryGrid'
import { projectDesk, statusAt, type ProjectDesk } from '@/domain/desk/projectDesk'
import {
  evidencing,
  paying,
  putting,
  reading,
  remarking,
  reportingZero,
  voiding,
  type CellPlace,
  type DeskBasis,
  type PlacedValue,
  type Remarks,
  type TypedPayment,
} from '@/domain/desk/verbs'
import { isDemoPlan } from '@/domain/ledger/demo'
import { closedBy } from '@/domain/ledger/closing'
import type { Draft } from '@/domain/ledger/draft'
import { departmentKey, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { useBoard } from '../board'
import { useCells } from './cells'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useSteps } from './steps'
import { useWorld } from '../world'

/** The desk of the project one is at: its grid and what may be done on it. What is typed belongs to its project from the first sign, whatever screen comes next. */
export const useDesk = defineStore('desk', () => {
  const { fileEvidence } = useWorld()
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const cells = useCells()
  const steps = useSteps()
  const position = ref<number | null>(null)
  const { preset } = board

  const project = computed(() => plans.plan?.projects.find((own) => own.position === position.value) ?? null)
  const laid = computed<ProjectDesk | null>(() =>
    project.value && plans.plan
      ? projectDesk(project.value, plans.plan.year, ledgers.ledger, ledgers.workingDay, preset)
      : null,
  )
  const yearEnd = computed(() => laid.value?.yearEnd ?? null)
  const grid = computed(() => laid.value?.grid ?? null)
  const statuses = computed(() => laid.value?.statuses ?? [])
  const closing = computed(() => {
    if (!project.value) return null
    const { id } = project.value
    return closedBy(id, sliceOf(ledgers.ledger, id), sliceOf(ledgers.ledger, departmentKey(id)))
  })
  const own = computed(() => (project.value ? steps.of(ledgers.ledger.plan, project.value.id) : null))
  const states = computed(() => cells.of(ledgers.ledger.plan, project.value?.id ?? ''))

  watch(
    () => (ledgers.opened && project.value ? ([ledgers.ledger.plan, project.value.id] as const) : null),
    (at, before) => at && at.join() !== before?.join() && cells.restore(...at),
    { immediate: true },
  )
  watch(
    () => ledgers.unsaved.length,
    (waiting) => waiting === 0 && cells.kept(ledgers.ledger.plan),
  )
  watch(
    () => ledgers.ledger.plan,
    (_, before) => isDemoPlan(before) && steps.forget(before),
  )

  const basis = (ledger: Ledger): DeskBasis => ({ ledger, preset, today: ledgers.workingDay })

  /** Records a verb on the project one is at, bound now; nothing where there is none. */
  function record(verb: (project: Project, ledger: Ledger) => readonly Draft[]): Promise<boolean> {
    const { value: at } = project
    return at ? steps.hand(at.id)((ledger) => verb(at, ledger)) : Promise.resolve(false)
  }

  async function put(place: CellPlace, value: CellValue, text: string): Promise<void> {
    const { plan } = ledgers.ledger
    cells.settle(plan, place, { kind: 'saving', text })
    const kept = await steps.hand(place.project.id)((ledger) =>
      putting(basis(ledger), place.project, [{ place, value }]),
    )
    cells.settle(plan, place, kept ? null : { kind: 'failed', text })
  }

  /** Takes what was typed into a cell: kept when it is clear, asked about or refused when it is not; a blank changes nothing. */
  async function enter(place: CellPlace, text: string, unit: AmountUnit): Promise<void> {
    const read = reading(basis(ledgers.ledger), place, text, unit)
    if (read.kind === 'accepted') return put(place, read.value, text)
    cells.settle(ledgers.ledger.plan, place, read.kind === 'empty' ? null : { ...read, text })
  }

  /** What there is to look at in the grid as it stands, with what is typed and waiting. */
  const checks = computed<readonly DeskCheck[]>(() => {
    const { value: desk } = laid
    if (!desk) return []
    const typed = [...states.value].flatMap(([key, { text }]): TypedCell[] => {
      const row = desk.grid.rows.find((other) => key.startsWith(`${other.key}@`))
      return row ? [{ row: row.key, day: key.slice(key.lastIndexOf('@') + 1) as Day, text }] : []
    })
    return checkDraft(desk, typed, 'wan')
  })

  return {
    position,
    project,
    laid,
    grid,
    statuses,
    yearEnd,
    closing,
    states,
    checks,
    refused: computed(() => own.value?.refused ?? null),
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
      const evidence = await fileEvidence(file)
      return hand((ledger) => evidencing(basis(ledger), place, evidence))
    },
    voidEntry: (id: string, reason: string) => record((at, ledger) => voiding(ledger, at.id, id, reason)),
    /** Voids several entries as one step. */
    voidEntries: (ids: readonly string[], reason: string) =>
      record((at, ledger) => ids.flatMap((id) => voiding(ledger, at.id, id, reason))),
    pay: (typed: TypedPayment) => record((at, ledger) => paying(basis(ledger), at, typed)),
    zero: (day: string) => record((at) => reportingZero(at, day)),
    adjust: (draft: Draft) => record(() => [draft]),
    dismiss: (place: CellPlace) => cells.settle(ledgers.ledger.plan, place, null),
    /** Keeps what is being typed into a cell, letter by letter. */
    typing: (place: CellPlace, text: string | null) => cells.typing(ledgers.ledger.plan, place, text),
    undo: () => project.value && steps.undo(project.value.id),
    redo: () => project.value && steps.redo(project.value.id),
  }
})
