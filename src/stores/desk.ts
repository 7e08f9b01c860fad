import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { cellDrafts, cellsDrafts, heldActual } from '@/domain/desk/cellEntry'
import { readAmountCell, type AmountUnit } from '@/domain/desk/amountCell'
import { checkDraft, type Check, type TypedCell } from '@/domain/desk/checks'
import { parseDay, type Day } from '@/domain/time/day'
import type { CellValue, EntryRow } from '@/domain/desk/entryGrid'
import { closedBy } from '@/domain/ledger/closing'
import type { Draft } from '@/domain/ledger/draft'
import type { DeviationCategory, Entry, IndicatorActual, Likelihood } from '@/domain/ledger/entry'
import { departmentKey, sliceOf } from '@/domain/ledger/ledger'
import { readCell, type CellDoubt } from '@/domain/desk/readCell'
import type { PasteRefusal } from '@/domain/sheets/pastePlan'
import type { PastedValue } from '@/domain/sheets/pasteStep'
import { projectDesk, statusAt, type ProjectDesk } from '@/domain/desk/projectDesk'
import { today } from '@/storage/clock'
import { fileEvidence } from '@/storage/fileDigest'
import { useActs, type Done } from './acts'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan } from './plan'

/** What a cell that is not simply saved is about: typed and being kept, not kept, asked about, or refused; the text typed stays. */
export type CellState =
  | { readonly kind: 'saving' | 'failed'; readonly text: string }
  | {
      readonly kind: 'doubtful'
      readonly text: string
      readonly doubts: readonly CellDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | { readonly kind: 'refused'; readonly text: string; readonly why: PasteRefusal }

/** What stands beside a value in its entry. */
type Said = Pick<IndicatorActual, 'evidence' | 'deviation' | 'fullYear' | 'likelihood'>

/** What a manager says beside a value (DOMAIN.md §8). */
interface Remarks {
  readonly category: DeviationCategory | ''
  readonly text: string
  readonly fullYear: string
  readonly likelihood: Likelihood | ''
}

/** A payment as typed. */
interface TypedPayment {
  readonly day: string
  readonly amount: string
  readonly memo: string
  readonly voucher: string
}

/** Names a cell of a project's grid. */
export function cellKey(row: EntryRow, day: Day): string {
  return `${row.key}@${day}`
}

/** The desk of one project: its grid, what is typed and not yet settled, and the steps of this visit that can be undone. */
export const useDesk = defineStore('desk', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const position = ref<number | null>(null)
  const states = shallowRef<ReadonlyMap<string, CellState>>(new Map())
  const done = shallowRef<readonly (readonly Entry[])[]>([])
  const undone = shallowRef<readonly (readonly Entry[])[]>([])
  const refused = shallowRef<Exclude<Done, { kind: 'kept' | 'waiting' }> | null>(null)

  const project = computed(() => plans.plan?.projects.find((own) => own.position === position.value) ?? null)
  const laid = computed<ProjectDesk | null>(() =>
    project.value && plans.plan
      ? projectDesk(project.value, plans.plan.year, ledgers.ledger, today(), board.preset)
      : null,
  )
  const yearEnd = computed(() => laid.value?.yearEnd ?? null)
  const grid = computed(() => laid.value?.grid ?? null)
  const statuses = computed(() => laid.value?.statuses ?? [])
  const statusOn = (day: Day) => laid.value && statusAt(laid.value, day)
  const closing = computed(() =>
    project.value
      ? closedBy(
          project.value.id,
          sliceOf(ledgers.ledger, project.value.id),
          sliceOf(ledgers.ledger, departmentKey(project.value.id)),
        )
      : null,
  )

  function settle(key: string, state: CellState | null): void {
    const next = new Map(states.value)
    if (state) next.set(key, state)
    else next.delete(key)
    states.value = next
  }

  let queue: Promise<unknown> = Promise.resolve()

  /** One act after another: each is worked out on what the one before it has left in the ledger. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = queue.then(act)
    queue = turn.catch(() => null)
    return turn
  }

  watch(
    () => ledgers.unsaved.length,
    (waiting) => {
      if (waiting === 0)
        states.value = new Map([...states.value].filter(([, state]) => state.kind !== 'failed'))
    },
  )

  /** Writes a step that can be undone; resolves to whether it is kept. */
  async function write(drafts: readonly Draft[]): Promise<boolean> {
    if (drafts.length === 0) return true
    const result = await acts.write(drafts)
    refused.value = result.kind === 'kept' || result.kind === 'waiting' ? null : result
    if (result.kind !== 'kept') return false
    done.value = [...done.value, result.entries]
    undone.value = []
    return true
  }

  const record = (drafts: readonly Draft[]) => inTurn(() => write(drafts))

  function draftsFor(row: EntryRow, day: Day, value: CellValue): readonly Draft[] {
    const status = statusOn(day)
    return status && yearEnd.value ? cellDrafts(status, yearEnd.value, row, day, value) : []
  }

  async function put(row: EntryRow, day: Day, value: CellValue, text: string): Promise<void> {
    const key = cellKey(row, day)
    settle(key, { kind: 'saving', text })
    const kept = await inTurn(() => write(draftsFor(row, day, value)))
    settle(key, kept ? null : { kind: 'failed', text })
  }

  /** Takes what was typed into a cell: kept when it is clear, asked about or refused when it is not; a blank changes nothing. */
  async function enter(row: EntryRow, day: Day, text: string, unit: AmountUnit): Promise<void> {
    if (!laid.value) return
    const key = cellKey(row, day)
    const reading = readCell(text, row, day, laid.value.grid, unit)
    if (reading.kind === 'empty') return settle(key, null)
    if (reading.kind === 'refused') return settle(key, { kind: 'refused', text, why: reading.why })
    if (reading.kind === 'accepted') return put(row, day, reading.value, text)
    return settle(key, { ...reading, text })
  }

  /** Applies pasted values as one step with one undo. Spending is taken in the order of its days, each on top of the last. */
  const paste = (values: readonly PastedValue[]) => inTurn(() => writePasted(values))

  async function writePasted(values: readonly PastedValue[]): Promise<boolean> {
    const desk = laid.value
    if (!desk) return false
    const { rows, columns } = desk.grid
    const cells = values.flatMap(({ row: line, column, value }) => {
      const row = rows[line]
      const day = columns[column]?.day
      return row && day ? [{ row, day, value }] : []
    })
    return write(cellsDrafts(desk, cells))
  }

  async function step(from: 'undo' | 'redo'): Promise<void> {
    const steps = from === 'undo' ? done.value : undone.value
    const last = steps.at(-1)
    if (!last) return
    const reason = from === 'undo' ? '撤销' : '恢复'
    const result = await acts.undo(last, reason)
    refused.value = result.kind === 'kept' || result.kind === 'waiting' ? null : result
    if (result.kind !== 'kept') return
    if (from === 'undo') {
      done.value = done.value.slice(0, -1)
      undone.value = [...undone.value, result.entries]
    } else {
      undone.value = undone.value.slice(0, -1)
      done.value = [...done.value, result.entries]
    }
  }

  /** Says something beside the value of a cell: the same value is entered again with its remarks (history only grows). */
  async function restate(row: EntryRow, day: Day, change: Partial<Said>): Promise<void> {
    const held = statusOn(day)
    const entry = held ? heldActual(held, row, null)?.entry : null
    if (!entry) return
    const { subject, measure, value, evidence, deviation, fullYear, likelihood, effectiveOn } = entry
    await record([
      {
        kind: 'indicator-actual',
        subject,
        effectiveOn,
        measure,
        value,
        evidence,
        deviation,
        fullYear,
        likelihood,
        ...change,
      },
    ])
  }

  const remark = (row: EntryRow, day: Day, said: Remarks) =>
    restate(row, day, {
      deviation: said.category === '' ? null : { category: said.category, text: said.text.trim() },
      fullYear: said.fullYear.trim() || null,
      likelihood: said.likelihood || null,
    })

  async function addEvidence(row: EntryRow, day: Day, file: File): Promise<void> {
    const known = statusOn(day)
    const entry = known ? heldActual(known, row, null)?.entry : null
    if (entry) await restate(row, day, { evidence: [...entry.evidence, await fileEvidence(file)] })
  }

  /** Voids an entry with a reason; it stays in the history. */
  async function voidEntry(id: string, reason: string): Promise<void> {
    const entry = project.value && sliceOf(ledgers.ledger, project.value.id).find((own) => own.id === id)
    if (entry)
      await record([
        { kind: 'void', subject: entry.subject, effectiveOn: entry.effectiveOn, entry: id, reason },
      ])
  }

  /** Records one payment as typed: 万元 unless the text names another unit. */
  async function pay({ day, amount, memo, voucher }: TypedPayment): Promise<void> {
    const on = parseDay(day)
    const reading = readAmountCell(amount, { unit: 'wan', budget: null, year: plans.plan?.year ?? null })
    if (!project.value || !on || reading.kind !== 'accepted') return
    await record([
      {
        kind: 'payment',
        subject: project.value.id,
        effectiveOn: on,
        amount: reading.amount,
        memo: memo.trim(),
        voucher: voucher.trim(),
        stated: null,
      },
    ])
  }

  /** Says explicitly that nothing was spent up to a day. */
  async function zero(day: string): Promise<void> {
    const on = parseDay(day)
    if (project.value && on)
      await record([{ kind: 'zero-spending', subject: project.value.id, effectiveOn: on, memo: '' }])
  }

  /** What there is to look at in the grid as it stands, with what is typed and waiting. */
  const checks = computed<readonly Check[]>(() => {
    const desk = laid.value
    if (!desk) return []
    const typed = [...states.value].flatMap(([key, { text }]): TypedCell[] => {
      const row = desk.grid.rows.find((own) => key.startsWith(`${own.key}@`))
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
    refused,
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    open: (to: number) => {
      if (position.value === to) return
      position.value = to
      states.value = new Map()
      done.value = []
      undone.value = []
      refused.value = null
    },
    held: (row: EntryRow, day: Day, after: Day | null) => {
      const status = statusOn(day)
      return status ? heldActual(status, row, after) : null
    },
    enter,
    put,
    paste,
    remark,
    addEvidence,
    voidEntry,
    pay,
    zero,
    adjust: (draft: Draft) => record([draft]),
    dismiss: (row: EntryRow, day: Day) => settle(cellKey(row, day), null),
    undo: () => inTurn(() => step('undo')),
    redo: () => inTurn(() => step('redo')),
  }
})
