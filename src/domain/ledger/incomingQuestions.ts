import { isFarOver, otherUnit } from '../desk/amountCell'
import { readIndicatorCell } from '../desk/indicatorCell'
import type { CellDoubt } from '../desk/readCell'
import { KnownPayments, standingPayments, type PaymentMark } from '../payments/knownPayments'
import type { Money } from '../number/money'
import { paymentQuestions, type PaymentQuestion } from '../payments/paymentQuestions'
import { approvedChanges } from '../papers/approvedChanges'
import { lostUnit } from '../plan/adjustment'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import type { Target } from '../plan/target'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import { floorAt, paidBefore } from '../status/spending'
import { lastDayOfYear, type Day } from '../time/day'
import { countingSlice } from './aside'
import {
  sameWriter,
  type Entry,
  type IndicatorActual,
  type Payment,
  type SpendingTotal,
  type ZeroSpending,
} from './entry'
import { sliceKey, type Ledger } from './ledger'

/** What is asked about an arriving entry: what is asked of a payment or a cell at every other door. One of another year is kept aside and not asked about. */
export type EntryQuestion =
  | Exclude<PaymentQuestion, { kind: 'ten-thousand' | 'scientific' | 'serial-date' | 'far-over' }>
  | { readonly kind: 'cell'; readonly doubt: CellDoubt }
  | { readonly kind: 'over-100' }
  | { readonly kind: 'not-zero'; readonly day: Day }
  | { readonly kind: 'lost-unit'; readonly before: Target; readonly after: Target }

/** An arriving entry and what is asked about it. */
export interface AskedEntry {
  readonly entry: Entry
  readonly questions: readonly EntryQuestion[]
}

/** Asks of arriving entries what every other door asks before it takes them (domain.md §6): `merged` is the ledger with them, `ours` without. */
export function askedOf(
  plan: Plan,
  ours: Ledger,
  merged: Ledger,
  fresh: readonly Entry[],
  preset: Preset,
): AskedEntry[] {
  const known = new KnownPayments(standingPayments(ours).map(markOf))
  return plan.projects.flatMap((project) => {
    const own = fresh.filter(({ subject }) => sliceKey(subject) === project.id)
    if (own.length === 0) return []
    const status = statusOf(project, merged, plan.year, preset)
    const fell = statusOf(project, ours, plan.year, preset).spending.some(({ total }) => total.lt(0))
    const bare = lostUnits(own, project, merged, plan.year)
    return own.flatMap((entry) => {
      const questions = questionsOf(entry, status, plan.year, known)
      const below = fell
        ? undefined
        : status.spending.find((line) => line.entry.id === entry.id && line.total.lt(0))
      questions.push(...bare.filter((change) => change.entry === entry).map(asked))
      if (entry.kind === 'spending-total' && falls(entry, status))
        questions.push({ kind: 'cell', doubt: 'falls' })
      if (below) questions.push({ kind: 'negative-total', total: below.total })
      return questions.length > 0 ? [{ entry, questions }] : []
    })
  })
}

interface LostUnit {
  readonly entry: Entry
  readonly before: Target
  readonly after: Target
}

function asked({ before, after }: LostUnit): EntryQuestion {
  return { kind: 'lost-unit', before, after }
}

/** The arriving changes of an 指标值 that leave out the unit of the one before. */
function lostUnits(own: readonly Entry[], project: Project, merged: Ledger, year: number): LostUnit[] {
  if (!own.some(({ kind }) => kind === 'target-change')) return []
  const standpoint = { asOf: lastDayOfYear(year), knownAt: null }
  return approvedChanges(project, countingSlice(merged, project.id), standpoint).flatMap((change) =>
    change.kind === 'target' && lostUnit(change.before, change.after) ? change : [],
  )
}

function statusOf(project: Project, ledger: Ledger, year: number, preset: Preset): ProjectStatus {
  const standpoint = { asOf: lastDayOfYear(year), knownAt: null }
  return projectStatus(project, countingSlice(ledger, project.id), standpoint, preset)
}

function markOf({ subject, effectiveOn, amount, voucher, memo }: Payment): PaymentMark {
  return { project: subject, day: effectiveOn, amount, voucher, memo }
}

const UNIT: EntryQuestion = { kind: 'cell', doubt: 'ten-thousand' }

function questionsOf(
  entry: Entry,
  status: ProjectStatus,
  year: number,
  known: KnownPayments,
): EntryQuestion[] {
  if (entry.kind === 'payment') return ofPayment(entry, status.budget, known)
  if (entry.kind === 'zero-spending' || entry.kind === 'spending-total') return ofTotal(entry, status)
  return entry.kind === 'indicator-actual' ? ofActual(entry, status, year) : []
}

function ofPayment(entry: Payment, budget: Money, known: KnownPayments): EntryQuestion[] {
  const held = { repeated: (line: PaymentMark) => known.held(line) }
  return paymentQuestions(markOf(entry), { budget, unit: 'wan', known: held, spending: null }).flatMap(
    (question): EntryQuestion[] =>
      question.kind === 'ten-thousand' ? [UNIT] : question.kind === 'repeated' ? [question] : [],
  )
}

function ofTotal(entry: SpendingTotal | ZeroSpending, { budget, spending }: ProjectStatus): EntryQuestion[] {
  const zero = entry.kind === 'zero-spending' || entry.amount.isZero()
  if (!zero) {
    if (otherUnit(entry.amount, { unit: 'wan', budget }) !== null) return [UNIT]
    return isFarOver(entry.amount, budget) ? [{ kind: 'cell', doubt: 'far-over' }] : []
  }
  const others = spending
    .map((line) => line.entry)
    .filter((own) => own.effectiveOn < entry.effectiveOn || !sameWriter(own, entry))
  const paid = paidBefore(others, entry.effectiveOn)
  return paid === null ? [] : [{ kind: 'not-zero', day: paid }]
}

/** Whether an arriving total that is shown lies below the one before it. */
function falls({ id, effectiveOn, amount }: SpendingTotal, { spending }: ProjectStatus): boolean {
  const floor = floorAt(spending, effectiveOn)
  return floor !== null && amount.lt(floor.total) && spending.some(({ entry }) => entry.id === id)
}

function ofActual(entry: IndicatorActual, { indicators }: ProjectStatus, year: number): EntryQuestion[] {
  const target = indicators.find(({ indicator }) => indicator.id === entry.subject)?.target
  if (!target || entry.value.kind !== 'text') return []
  const reading = readIndicatorCell(entry.value.text, target, year)
  if (reading.kind === 'doubtful') return [{ kind: 'cell', doubt: reading.reason }]
  return reading.kind === 'accepted' && reading.over100 ? [{ kind: 'over-100' }] : []
}
