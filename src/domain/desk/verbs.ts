import { coveringStatement } from '../status/spending'
import { money, NOTHING, type Money } from '../number/money'
import { knownIn, type KnownPayments, type PaymentMark } from '../payments/knownPayments'
import { paymentBars, type PaymentBar } from '../payments/paymentBars'
import { paymentQuestions, type PaymentQuestion } from '../payments/paymentQuestions'
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
import { visibleText } from '../number/visibleText'
import { parseDay, yearOf, type Day } from '../time/day'
import { readAmountCell, type AmountReading, type AmountUnit } from './amountCell'
import { cellsDrafts, heldActual } from './cellEntry'
import type { CellValue, EntryRow } from './entryGrid'
import { projectDesk, statusAt, type ProjectDesk } from './projectDesk'
import { askCell, type CellReading } from './readCell'

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
  /** The `key` of the questions somebody has looked at and answered with yes. */
  readonly confirmed: string
}

/** What a typed payment comes to before it is entered: its amount, what is asked and must be confirmed under `key`, what closes its day. */
export interface AskedPayment {
  readonly reading: AmountReading
  /** In 元, as it would be entered; `null` where it cannot be read. */
  readonly amount: Money | null
  readonly questions: readonly PaymentQuestion[]
  readonly key: string
  readonly bar: PaymentBar | { readonly kind: 'future'; readonly day: Day; readonly today: Day } | null
}

/** What the verbs of a desk are worked out on: the ledger as it is when their turn comes, never a screen. */
export interface DeskBasis {
  readonly ledger: Ledger
  readonly preset: Preset
  /** The last day that can have figures. */
  readonly today: Day
}

/** Reads a text typed into a cell against its project as the ledger has it; 无 or a dash over a value that stands is answered, since neither empties it. */
export function reading(
  basis: DeskBasis,
  { project, row, day }: CellPlace,
  text: string,
  unit: AmountUnit,
): CellReading {
  const desk = deskOf(basis, project, day)
  const { grid } = desk
  const column = grid.columns.find((own) => own.day === day)
  const read: CellReading = column ? askCell(text, row, column, grid, unit) : { kind: 'empty' }
  const status = statusAt(desk, day)
  const holds =
    status !== null && (row.kind === 'spending' ? status.spent : heldActual(status, row, null)) !== null
  return read.kind === 'empty' && holds && visibleText(text).trim() !== ''
    ? { kind: 'refused', why: { reason: 'says-nothing' } }
    : read
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

/** Says something beside the value of a cell: the same value is entered again with its remarks (history only grows), and not at all where it says what stands. */
export function remarking(basis: DeskBasis, place: CellPlace, said: Remarks): readonly Draft[] {
  const deviation = said.category === '' ? null : { category: said.category, text: said.text.trim() }
  const [fullYear, likelihood] = [said.fullYear.trim() || null, said.likelihood || null]
  return restating(basis, place, (held) =>
    held.deviation?.category === deviation?.category &&
    held.deviation?.text === deviation?.text &&
    held.fullYear === fullYear &&
    held.likelihood === likelihood
      ? null
      : { deviation, fullYear, likelihood },
  )
}

/** Adds a reference to a file to the value of a cell; a file that is named there already (its content is the same) is not named twice. */
export function evidencing(basis: DeskBasis, place: CellPlace, evidence: Evidence): readonly Draft[] {
  return restating(basis, place, ({ evidence: named }) =>
    named.some(({ sha256 }) => sha256 !== null && sha256 === evidence.sha256)
      ? null
      : { evidence: [...named, evidence] },
  )
}

function restating(
  basis: DeskBasis,
  { project, row, day }: CellPlace,
  change: (held: IndicatorActual) => Partial<IndicatorActual> | null,
): readonly Draft[] {
  const status = statusAt(deskOf(basis, project, day), day)
  const held = status && heldActual(status, row, null)?.entry
  const changed = held ? change(held) : null
  if (!held || !changed) return []
  const { kind, subject, measure, value, evidence, deviation, fullYear, likelihood, effectiveOn } = held
  const said = { measure, value, evidence, deviation, fullYear, likelihood, ...changed }
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

/** Asks of a typed payment what every door asks: its unit, its form, whether it is there already, whether its day is closed (domain.md §6). */
export function askPayment(
  basis: DeskBasis,
  project: Project,
  typed: Pick<TypedPayment, 'day' | 'amount' | 'memo' | 'voucher'>,
  known: KnownPayments = knownIn(basis.ledger),
): AskedPayment {
  const day = parseDay(typed.day)
  const { yearEnd } = deskOf(basis, project, day ?? basis.today)
  const { budget, spending } = yearEnd
  const reading = readAmountCell(typed.amount, { unit: 'wan', budget, year: day ? yearOf(day) : null })
  const amount =
    reading.kind === 'accepted' ? reading.amount : reading.kind === 'doubtful' ? reading.asRead : null
  const questions: PaymentQuestion[] = []
  if (reading.kind === 'doubtful' && reading.reason !== 'ten-thousand')
    questions.push({ kind: reading.reason })
  if (
    reading.kind === 'doubtful' &&
    reading.reason === 'ten-thousand' &&
    reading.suggestion.abs().lt(reading.asRead.abs())
  )
    questions.push({ kind: 'ten-thousand', suggestion: reading.suggestion })
  const [memo, voucher] = [typed.memo.trim(), typed.voucher.trim()]
  if (day && amount) {
    const mark = { project: project.id, day, amount, voucher, memo }
    const held = { repeated: (line: PaymentMark) => known.held(line) }
    questions.push(...paymentQuestions(mark, { budget, unit: null, known: held, spending }))
  }
  return {
    reading,
    amount,
    questions,
    key: [...questions.map(({ kind }) => kind), typed.day, amount?.toFixed(), voucher, memo].join('|'),
    bar: day && barOf(basis, project, day),
  }
}

function barOf({ ledger, today }: DeskBasis, project: Project, day: Day): AskedPayment['bar'] {
  const bar = paymentBars(ledger)(project.id, day)
  return bar ?? (day > today ? { kind: 'future', day, today } : null)
}

/** One payment as typed; nothing while its day or amount cannot be read or something is asked and not confirmed. Where it is said to raise the total that covers its day, that statement is made anew in the same step; no later one moves. */
export function paying(basis: DeskBasis, project: Project, typed: TypedPayment): readonly Draft[] {
  const on = parseDay(typed.day)
  const { amount, questions, key } = askPayment(basis, project, typed)
  if (!on || !amount || (questions.length > 0 && typed.confirmed !== key)) return []
  const stated =
    typed.covered === 'added' ? coveringStatement(deskOf(basis, project, on).yearEnd.spending, on) : null
  return [
    {
      kind: 'payment',
      subject: project.id,
      effectiveOn: on,
      amount,
      memo: typed.memo.trim(),
      voucher: typed.voucher.trim(),
      stated: null,
    },
    ...(stated
      ? [
          {
            kind: 'spending-total' as const,
            subject: project.id,
            effectiveOn: stated.entry.effectiveOn,
            amount: money(stated.total.plus(amount)),
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

/** The desk of a project over the ledger as it is, with a column for a day. */
export function deskOf({ ledger, preset, today }: DeskBasis, project: Project, day: Day): ProjectDesk {
  return projectDesk(project, yearOf(day), ledger, today, preset, day)
}
