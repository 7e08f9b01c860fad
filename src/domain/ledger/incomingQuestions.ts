import { otherUnit } from '../desk/amountCell'
import { readIndicatorCell } from '../desk/indicatorCell'
import type { CellDoubt } from '../desk/readCell'
import { KnownPayments, standingPayments, type PaymentMark } from '../payments/knownPayments'
import { paymentQuestions, type PaymentQuestion } from '../payments/paymentQuestions'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import { paidBefore } from '../status/spending'
import { lastDayOfYear, yearOf, type Day } from '../time/day'
import { countingSlice } from './aside'
import { writerOf, type Entry, type Payment } from './entry'
import { sliceKey, type Ledger } from './ledger'

/** What is asked about an arriving entry: what is asked of a payment or a cell at every other door, or a day outside the plan's year. */
export type EntryQuestion =
  | Exclude<PaymentQuestion, { kind: 'ten-thousand' | 'scientific' | 'serial-date' }>
  | { readonly kind: 'cell'; readonly doubt: CellDoubt }
  | { readonly kind: 'over-100' | 'other-year' }
  | { readonly kind: 'not-zero'; readonly day: Day }

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
    return own.flatMap((entry) => {
      const questions = questionsOf(entry, status, plan.year, known)
      const below = fell
        ? undefined
        : status.spending.find((line) => line.entry.id === entry.id && line.total.lt(0))
      if (below) questions.push({ kind: 'negative-total', total: below.total })
      return questions.length > 0 ? [{ entry, questions }] : []
    })
  })
}

function statusOf(project: Project, ledger: Ledger, year: number, preset: Preset): ProjectStatus {
  const standpoint = { asOf: lastDayOfYear(year), knownAt: null }
  return projectStatus(project, countingSlice(ledger, project.id), standpoint, preset)
}

function markOf({ subject, effectiveOn, amount, voucher, memo }: Payment): PaymentMark {
  return { project: subject, day: effectiveOn, amount, voucher, memo }
}

function questionsOf(
  entry: Entry,
  { budget, spending, indicators }: ProjectStatus,
  year: number,
  known: KnownPayments,
): EntryQuestion[] {
  const unit: EntryQuestion = { kind: 'cell', doubt: 'ten-thousand' }
  switch (entry.kind) {
    case 'payment': {
      const held = { repeated: (line: PaymentMark) => known.held(line) }
      const around = { budget, unit: 'wan' as const, known: held, spending: null }
      const found = paymentQuestions(markOf(entry), around).flatMap((question): EntryQuestion[] =>
        question.kind === 'ten-thousand' ? [unit] : question.kind === 'repeated' ? [question] : [],
      )
      return [...found, ...yearQuestion(entry, year)]
    }
    case 'zero-spending':
    case 'spending-total': {
      const zero = entry.kind === 'zero-spending' || entry.amount.isZero()
      const others = spending
        .map((line) => line.entry)
        .filter((own) => own.effectiveOn < entry.effectiveOn || writerOf(own) !== writerOf(entry))
      const paid = zero ? paidBefore(others, entry.effectiveOn) : null
      return [
        ...(zero || otherUnit(entry.amount, { unit: 'wan', budget }) === null ? [] : [unit]),
        ...(paid === null ? [] : [{ kind: 'not-zero' as const, day: paid }]),
        ...yearQuestion(entry, year),
      ]
    }
    case 'indicator-actual': {
      const target = indicators.find(({ indicator }) => indicator.id === entry.subject)?.target
      if (!target || entry.value.kind !== 'text') return yearQuestion(entry, year)
      const reading = readIndicatorCell(entry.value.text, target, year)
      return [
        ...(reading.kind === 'doubtful' ? [{ kind: 'cell' as const, doubt: reading.reason }] : []),
        ...(reading.kind === 'accepted' && reading.over100 ? [{ kind: 'over-100' as const }] : []),
        ...yearQuestion(entry, year),
      ]
    }
    default:
      return []
  }
}

function yearQuestion({ effectiveOn }: Entry, year: number): EntryQuestion[] {
  return yearOf(effectiveOn) === year ? [] : [{ kind: 'other-year' }]
}
