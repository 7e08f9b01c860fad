import { lastDayOfYear } from '../time/day'
import { Decimal, HUNDRED, sum, ZERO } from '../number/decimal'
import {
  compareRecording,
  type BudgetAdjustment,
  type Entry,
  type EntryKind,
  type Moment,
  type ScoreAdjustment,
  type Summary,
  type Weights,
} from '../ledger/entry'
import { effectiveEntries, type CountingSlice } from '../ledger/ledger'
import type { Project } from '../plan/plan'
import { projectStatus } from '../status/projectStatus'
import type { SourceFault } from '../status/sourceFaults'
import { executionRow, indicatorRow, type ExecutionRow, type IndicatorRow, type Row } from './row'
import { printedWeights, type PrintedWeights } from './printedWeights'
import { gradeOf, schemeNamed, type Grade, type Scheme } from './scheme'
import type { EvaluationBasis, SchemeSource } from './schemeInForce'
import { reEvaluated, type ReEvaluatedSheet } from './reEvaluation'
import { weightsInForce, type RowWeights, type WeightProblem } from './weights'
import type { OpenReason } from './yearEnd'

/** What stands between a sheet and its sign-off (domain.md §7); `row` is the id of an indicator, or of the project for 预算执行率. */
export type SheetProblem =
  | { readonly kind: 'open'; readonly row: string; readonly reason: OpenReason }
  | { readonly kind: 'conflict'; readonly row: string }
  | { readonly kind: 'missing-reason'; readonly row: string }
  | { readonly kind: 'deduction-without-reason' | 'deduction-above-row'; readonly row: string }
  | { readonly kind: 'missing-summary' }
  | { readonly kind: 'unknown-scheme'; readonly scheme: string }
  | WeightProblem

const ONLY_SIGNING: ReadonlySet<SheetProblem['kind']> = new Set([
  'conflict',
  'missing-reason',
  'deduction-without-reason',
  'deduction-above-row',
  'missing-summary',
])

/** Whether a problem keeps a sheet 暂不完整; the others only stand between it and its sign-off. */
export function keepsIncomplete({ kind }: SheetProblem): boolean {
  return !ONLY_SIGNING.has(kind)
}

/** The end of a sheet: total and grade, or 暂不完整 with the points so far, the points still open, the rows they lie in and how many points no row has (未分配), and then never a grade. */
export type Outcome =
  | { readonly kind: 'complete'; readonly total: Decimal; readonly grade: Grade }
  | {
      readonly kind: 'incomplete'
      readonly scored: Decimal
      readonly open: Decimal
      readonly rows: readonly Row[]
      readonly unassigned: Decimal
    }

/** A change of weights after results: the entry, the earlier one it stands instead of, the weights before it and after it. */
export interface WeightStep {
  readonly entry: Weights
  readonly replaces: Weights | null
  readonly before: RowWeights
  readonly after: RowWeights
}

/** Where the weights of a sheet come from: an evaluator's entry, the 分值 of the table, or the equal split, with what the table prints and why it is not used. */
export type WeightSource =
  | {
      readonly kind: 'set'
      readonly entry: Weights
      /** The earlier entry it stands instead of, whoever wrote it. */
      readonly replaces: Weights | null
      /** The weights that stood until then, and whether an actual of the project was already there. */
      readonly before: RowWeights
      readonly afterResults: boolean
      /** Every change since the first actual, in order, this one among them where it is one. */
      readonly steps: readonly WeightStep[]
    }
  | { readonly kind: 'printed' }
  | { readonly kind: 'equal'; readonly printed: Exclude<PrintedWeights, { kind: 'fit' }> }

/** 项目支出绩效自评表 of one project and year, every cell filled from the ledger. `weights` is the entry that set them, `null` when none did; `lapsed` the one that another scheme put out of force. */
export interface Sheet {
  readonly project: Project
  readonly year: number
  readonly scheme: Scheme
  readonly schemeSource: SchemeSource
  readonly execution: ExecutionRow
  readonly indicators: readonly IndicatorRow[]
  readonly rows: readonly Row[]
  readonly weights: Weights | null
  readonly lapsed: Weights | null
  readonly weightSource: WeightSource
  readonly summary: Summary | null
  /** The first change of the 全年预算数 recorded after `summary`, whose words are therefore of another budget; `null` where none was (D, domain.md §7). */
  readonly adjustedSince: BudgetAdjustment | null
  readonly outcome: Outcome
  readonly reEvaluation: ReEvaluatedSheet | null
  /** Where the money stated by source contradicts the totals (any more) or itself. */
  readonly sourceFaults: readonly SourceFault[]
  readonly problems: readonly SheetProblem[]
}

/**
 * The year-end 单位自评 of a project (R 财预〔2020〕10号, domain.md §7), from the project's own slice and the same status as every screen.
 * Weights that were set belong to the scheme they were set under: under another one, chosen later or for comparison, rows have what the table prints where it fits that scheme, else its equal split.
 */
export function selfEvaluation(project: Project, slice: CountingSlice, basis: EvaluationBasis): Sheet {
  const { year, scheme, preset, knownAt } = basis
  const standpoint = { asOf: lastDayOfYear(year), knownAt }
  const status = projectStatus(project, slice, standpoint, preset)
  const entries = effectiveEntries(slice, standpoint)
  const own = entries.filter((entry) => entry.subject === project.id)
  const { set, fitting, applied } = weightsSet(project, entries, basis)
  const summary = own.filter((entry) => entry.kind === 'summary').at(-1) ?? null
  const { problems } = weightsInForce(project, scheme, applied)
  const rows = scoredRows(project, slice, basis)
  const [execution, ...indicators] = rows
  const undecided: SheetProblem[] =
    basis.source.kind === 'unknown' ? [{ kind: 'unknown-scheme', scheme: basis.source.entry.scheme }] : []
  const outcome = outcomeOf(rows, [...undecided, ...problems], scheme)
  return {
    project,
    year,
    scheme,
    schemeSource: basis.source,
    execution,
    indicators,
    rows,
    weights: applied,
    lapsed: applied ? null : (set.at(-1) ?? null),
    weightSource: applied
      ? {
          kind: 'set',
          entry: applied,
          replaces: fitting.at(-2) ?? null,
          before: weightsInForce(project, scheme, fitting.at(-2) ?? null).weights,
          afterResults: hasResults(entries, applied.recordedAt),
          steps: fitting.flatMap((entry, index) =>
            hasResults(entries, entry.recordedAt)
              ? {
                  entry,
                  replaces: fitting[index - 1] ?? null,
                  before: weightsInForce(project, scheme, fitting[index - 1] ?? null).weights,
                  after: weightsInForce(project, scheme, entry).weights,
                }
              : [],
          ),
        }
      : sourceOf(printedWeights(project, scheme)),
    summary,
    adjustedSince: summary && adjustedAfter(summary, own),
    outcome,
    sourceFaults: status.sourceFaults,
    reEvaluation: reEvaluated(
      rows,
      own.filter((entry) => entry.kind === 're-evaluation'),
      scheme,
      outcome.kind === 'complete' ? outcome.total : null,
      (moment) => rowsAt(project, slice, basis, moment),
    ),
    problems: [
      ...undecided,
      ...(status.totalConflicts.length > 0 ? [{ kind: 'conflict' as const, row: project.id }] : []),
      ...rows.flatMap(rowProblems),
      ...summaryProblems(summary),
      ...problems,
    ],
  }
}

/** The first budget adjustment of a project that was recorded after an entry of its own. */
function adjustedAfter(entry: Entry, own: readonly Entry[]): BudgetAdjustment | null {
  const later = own.filter(
    (other): other is BudgetAdjustment =>
      other.kind === 'budget-adjustment' && compareRecording(entry, other) < 0,
  )
  return later.sort(compareRecording)[0] ?? null
}

/** The weights that were set for a project, those of them under the scheme it is scored by, and the one that applies. */
function weightsSet({ id }: Project, entries: readonly Entry[], { scheme, schemeAt }: EvaluationBasis) {
  const set = entries.filter((entry) => entry.kind === 'weights' && entry.subject === id) as Weights[]
  const fitting = set.filter(({ recordedAt }) => schemeAt(recordedAt) === scheme.id)
  return { set, fitting, applied: fitting.at(-1) ?? null }
}

/** The rows of a sheet, 预算执行率 first, each with its weight, its points and what was taken off. */
function scoredRows(
  project: Project,
  slice: CountingSlice,
  basis: EvaluationBasis,
): readonly [ExecutionRow, ...IndicatorRow[]] {
  const { year, scheme, preset, knownAt } = basis
  const standpoint = { asOf: lastDayOfYear(year), knownAt }
  const status = projectStatus(project, slice, standpoint, preset)
  const entries = effectiveEntries(slice, standpoint)
  const { weights } = weightsInForce(project, scheme, weightsSet(project, entries, basis).applied)
  const deductions = entries.filter((entry): entry is ScoreAdjustment => entry.kind === 'score-adjustment')
  const basisOf = (id: string) => ({
    weight: weights.get(id) ?? ZERO,
    deductions: deductions.filter(({ subject }) => subject === id),
    scheme,
  })
  return [
    executionRow(status, basisOf(project.id)),
    ...status.indicators.map((row) => indicatorRow(row, year, preset, basisOf(row.indicator.id))),
  ]
}

/** The scheme and the rows of a sheet as they stood at a moment: what a 复评 of that moment was made over. */
function rowsAt(
  project: Project,
  slice: CountingSlice,
  basis: EvaluationBasis,
  moment: Moment,
): { readonly scheme: string; readonly rows: readonly Row[] } {
  const scheme = basis.schemeAt(moment)
  const then = { ...basis, scheme: schemeNamed(scheme) ?? basis.scheme, knownAt: moment }
  return { scheme, rows: scoredRows(project, slice, then) }
}

const RESULTS: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'indicator-actual',
])

/** Whether an actual of a project had been recorded before a moment (any time where `null`): from then on a change of weights needs a reason and a document number (domain.md §7). */
export function hasResults(entries: readonly Entry[], before: Moment | null): boolean {
  return entries.some(({ kind, recordedAt }) => RESULTS.has(kind) && (before === null || recordedAt < before))
}

function sourceOf(printed: PrintedWeights): WeightSource {
  return printed.kind === 'fit' ? { kind: 'printed' } : { kind: 'equal', printed }
}

/** Whether a row holds the grade back: unreported always; what cannot be judged not, once the evaluator gave it a weight of 0 (D). */
function isOpen({ score, weight }: Row): boolean {
  return typeof score === 'string' && (score === 'unreported' || !weight.isZero())
}

/** Total = the sum of the rounded rows, so that the sheet adds up; a grade only when no row is open and the weights stand. */
function outcomeOf(rows: readonly Row[], problems: readonly SheetProblem[], scheme: Scheme): Outcome {
  const total = sum(rows.map((row) => row.points ?? ZERO))
  const open = rows.filter(isOpen)
  if (open.length === 0 && problems.length === 0) {
    return { kind: 'complete', total, grade: gradeOf(total, scheme) }
  }
  const settled = sum(rows.map((row) => (isOpen(row) ? ZERO : row.weight)))
  return {
    kind: 'incomplete',
    scored: total,
    open: Decimal.max(ZERO, HUNDRED.minus(settled)),
    rows: open,
    unassigned: Decimal.max(ZERO, HUNDRED.minus(sum(rows.map(({ weight }) => weight)))),
  }
}

function rowProblems(row: Row): SheetProblem[] {
  const found: SheetProblem[] = []
  if (typeof row.score === 'string' && isOpen(row))
    found.push({ kind: 'open', row: row.id, reason: row.score })
  if (row.deduction?.reason.trim() === '') found.push({ kind: 'deduction-without-reason', row: row.id })
  if (row.deduction?.pointsOff.gt(row.weight)) found.push({ kind: 'deduction-above-row', row: row.id })
  if (row.kind === 'execution') return found
  if (row.conflict.length > 0) found.push({ kind: 'conflict', row: row.id })
  if (row.needsReason && !row.explained) found.push({ kind: 'missing-reason', row: row.id })
  return found
}

function summaryProblems(summary: Summary | null): SheetProblem[] {
  return (summary?.text ?? '').trim() === '' ? [{ kind: 'missing-summary' }] : []
}
