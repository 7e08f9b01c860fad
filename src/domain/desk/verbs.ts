import { coveringStatement } from '../status/spending'
import { money, NOTHING } from '../number/money'
import type { Draft } from '../ledger/draft'
import type {
  DeviationCategory,
  Entry,
  EntryKind,
  Evidence,
  IndicatorActual,
  Likelihood,
} from '../ledger/entry'
import { sliceKey, sliceOf, type Ledger } from '../ledger/ledger'
import { standingEntries } from '../ledger/standingEntries'
import type { Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { parseDay, yearOf, type Day } from '../time/day'
import { readAmountCell, type AmountUnit } from './amountCell'
import { cellsDrafts, heldActual } from './cellEntry'
import type { CellValue, EntryRow } from './entryGrid'
import { projectDesk, statusAt, type ProjectDesk } from './projectDesk'
import { readCell, type CellReading } from './readCell'

/** A cell of one project's grid, bound when something is typed into it. */
export interface CellPlace {
  readonly project: Project
  readonly row: EntryRow
  readonly day: Day
}

/** A value for a cell. */
export interface PlacedValue {
  readonly place: CellPlace
  readonly value: CellValue
}

/** What a manager says beside a value (domain.md §8). */
export interface Remarks {
  readonly category: DeviationCategory | ''
  readonly text: string
  readonly fullYear: string
  readonly likelihood: Likelihood | ''
}

/** A payment as typed: 万元 unless the text names another unit. */
export interface TypedPayment {
  readonly day: string
  readonly amount: string
  readonly memo: string
  readonly voucher: string
  /** Asked where a statement covers its day: whether that total has it in it already; unanswered it is not added (domain.md §6). */
  readonly covered: 'included' | 'added' | ''
}

/** What the verbs of a desk are worked out on: the ledger as it is when their turn comes, never a screen. */
export interface DeskBasis {
  readonly ledger: Ledger
  readonly preset: Preset
  /** The last day that can have figures. */
  readonly today: Day
}

/** Reads a text typed into a cell against its project as the ledger has it. */
export function reading(
  basis: DeskBasis,
  { project, row, day }: CellPlace,
  text: string,
  unit: AmountUnit,
): CellReading {
  return readCell(text, row, day, deskOf(basis, project, day).grid, unit)
}

/** The drafts that put values into the cells of one project as one step; a value that says nothing new makes none. */
export function putting(
  basis: DeskBasis,
  project: Project,
  values: readonly PlacedValue[],
): readonly Draft[] {
  const own = values.filter(({ place }) => place.project.id === project.id)
  const first = own[0]
  if (!first) return []
  const cells = own.map(({ place: { row, day }, value }) => ({ row, day, value }))
  return cellsDrafts(deskOf(basis, project, first.place.day), cells)
}

/** Says something beside the value of a cell: the same value is entered again with its remarks (history only grows). */
export function remarking(basis: DeskBasis, place: CellPlace, said: Remarks): readonly Draft[] {
  return restating(basis, place, () => ({
    deviation: said.category === '' ? null : { category: said.category, text: said.text.trim() },
    fullYear: said.fullYear.trim() || null,
    likelihood: said.likelihood || null,
  }))
}

/** Adds a reference to a file to the value of a cell. */
export function evidencing(basis: DeskBasis, place: CellPlace, evidence: Evidence): readonly Draft[] {
  return restating(basis, place, (held) => ({ evidence: [...held.evidence, evidence] }))
}

function restating(
  basis: DeskBasis,
  { project, row, day }: CellPlace,
  change: (held: IndicatorActual) => Partial<IndicatorActual>,
): readonly Draft[] {
  const status = statusAt(deskOf(basis, project, day), day)
  const held = status && heldActual(status, row, null)?.entry
  if (!held) return []
  const { kind, subject, measure, value, evidence, deviation, fullYear, likelihood, effectiveOn } = held
  const said = { measure, value, evidence, deviation, fullYear, likelihood, ...change(held) }
  return [{ ...said, kind, subject, effectiveOn }]
}

/** Voids an entry about a subject, with a reason; it stays in the history. An id that is not there makes no draft. */
export function voiding(ledger: Ledger, subject: string, id: string, reason: string): readonly Draft[] {
  const entry = sliceOf(ledger, sliceKey(subject)).find((own) => own.id === id)
  return entry
    ? [{ kind: 'void', subject: entry.subject, effectiveOn: entry.effectiveOn, entry: id, reason }]
    : []
}

/** The standing entries that make what a cell of the grid holds in its own period: from after the column before it to its day. */
export function ownEntries(
  ledger: Ledger,
  { project, row, day }: CellPlace,
  after: Day | null,
): readonly Entry[] {
  return standingEntries(sliceOf(ledger, project.id), null).filter(
    (entry) =>
      entry.effectiveOn <= day &&
      (after === null || entry.effectiveOn > after) &&
      (row.kind === 'spending'
        ? SPENDING.has(entry.kind) && entry.subject === project.id
        : entry.kind === 'indicator-actual' &&
          entry.subject === row.indicator.id &&
          entry.measure === (row.measure?.id ?? null)),
  )
}

const SPENDING: ReadonlySet<EntryKind> = new Set(['payment', 'zero-spending', 'spending-total'])

/** One payment as typed; nothing while its day or amount cannot be read. Where it is said to raise the total that covers its day, that statement is made anew in the same step; no later one moves. */
export function paying(
  basis: DeskBasis,
  project: Project,
  { day, amount, memo, voucher, covered }: TypedPayment,
): readonly Draft[] {
  const on = parseDay(day)
  if (!on) return []
  const read = readAmountCell(amount, { unit: 'wan', budget: null, year: yearOf(on) })
  if (read.kind !== 'accepted') return []
  const stated =
    covered === 'added' ? coveringStatement(deskOf(basis, project, on).yearEnd.spending, on) : null
  return [
    {
      kind: 'payment',
      subject: project.id,
      effectiveOn: on,
      amount: read.amount,
      memo: memo.trim(),
      voucher: voucher.trim(),
      stated: null,
    },
    ...(stated
      ? [
          {
            kind: 'spending-total' as const,
            subject: project.id,
            effectiveOn: stated.entry.effectiveOn,
            amount: money(stated.total.plus(read.amount)),
            memo: '',
          },
        ]
      : []),
  ]
}

/** Says explicitly that nothing was spent up to a day. */
export function reportingZero(project: Project, day: string): readonly Draft[] {
  const on = parseDay(day)
  return on
    ? [{ kind: 'spending-total', subject: project.id, effectiveOn: on, amount: NOTHING, memo: '' }]
    : []
}

function deskOf({ ledger, preset, today }: DeskBasis, project: Project, day: Day): ProjectDesk {
  return projectDesk(project, yearOf(day), ledger, today, preset)
}
