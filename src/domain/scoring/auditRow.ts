import { readAmountCell, type AmountRefusal, type AmountUnit } from '../desk/amountCell'
import type { Band } from '../status/attainment'
import type { Decimal } from '../number/decimal'
import { readIndicatorCell, type IndicatorReading, type IndicatorRefusal } from '../desk/indicatorCell'
import type { Money } from '../number/money'
import { HEBEI } from '../plan/preset'
import { judgePart, reportedBy } from '../status/indicatorStatus'
import { executionRate } from '../number/rate'
import { parseTarget, type Target } from '../plan/target'
import { executionScore, indicatorScore, type Formula } from './points'
import type { Scheme } from './scheme'
import { shareOf } from './share'

/** A figure to watch that changes no points: a rate above 100, a target exceeded by how much, spending above the budget, another scheme than the default. */
export type RowNote =
  | { readonly kind: 'over-100' }
  | { readonly kind: 'exceeded'; readonly percent: Decimal }
  | { readonly kind: 'assumed-equal' }
  | { readonly kind: 'over-budget'; readonly percent: Decimal }
  | { readonly kind: 'other-scheme'; readonly scheme: Scheme }

/** The fields of an auditor's row. */
export type RowField = 'target' | 'actual' | 'budget' | 'spent' | 'weight' | 'year' | 'scheme'

/** Why an auditor's row cannot be scored. Never a 0: what is not known has no points (domain.md §10). */
export type RowRefusal =
  | { readonly kind: 'not-a-row' }
  | { readonly kind: 'neither' }
  | { readonly kind: 'both' }
  | { readonly kind: 'repeated'; readonly field: string }
  | { readonly kind: 'missing' | 'wrong-type'; readonly field: RowField }
  | { readonly kind: 'unreported'; readonly field: 'actual' | 'spent' }
  | { readonly kind: 'not-a-weight' | 'not-a-year' | 'not-a-scheme'; readonly text: string }
  | { readonly kind: 'needs-year' }
  | { readonly kind: 'band-without-points'; readonly band: Band }
  | { readonly kind: 'doubtful'; readonly reading: Extract<IndicatorReading, { kind: 'doubtful' }> }
  | { readonly kind: 'actual'; readonly why: IndicatorRefusal }
  | { readonly kind: 'amount'; readonly field: 'budget' | 'spent'; readonly why: AmountRefusal }
  | { readonly kind: 'doubtful-amount'; readonly field: 'budget' | 'spent' }
  | { readonly kind: 'no-base' }

/** A row scored, or why not. */
export type RowOutcome =
  | {
      readonly kind: 'scored'
      readonly points: Decimal
      readonly met: boolean
      readonly ratio: Decimal
      readonly formula: Formula
      readonly notes: readonly RowNote[]
    }
  | { readonly kind: 'refused'; readonly why: RowRefusal }

/** A row of a score file as it was given, with what came of it. */
export interface AuditedRow {
  readonly given: unknown
  readonly outcome: RowOutcome
}

/** Why a score file as a whole cannot be read; the figure of `inexact-number` has more places than a JSON number holds. */
export type ScoreFileFault =
  | {
      readonly kind: 'not-json'
      readonly line: number
      readonly column: number
      readonly character: string | null
    }
  | { readonly kind: 'not-an-array' }
  | { readonly kind: 'inexact-number'; readonly text: string; readonly line: number }

/** What both kinds of row are scored by. */
interface RowRule {
  readonly weight: Decimal
  readonly scheme: Scheme
}

/** A row that cannot be scored. */
export function refused(why: RowRefusal): RowOutcome {
  return { kind: 'refused', why }
}

/** Scores one 指标值 with its 实际完成值 as printed or typed, by the rules of the sheet (domain.md §5, §7); `year` is the fiscal year of a date that prints none. */
export function auditIndicator(
  targetText: string,
  actualText: string,
  year: number | null,
  { weight, scheme }: RowRule,
): RowOutcome {
  const target = parseTarget(targetText)
  const fiscal = target.kind === 'date' ? (target.year ?? year) : null
  const reading = plainReading(readIndicatorCell(actualText, target, fiscal))
  if (reading.kind === 'empty') return refused({ kind: 'unreported', field: 'actual' })
  if (target.kind === 'date' && fiscal === null) return refused({ kind: 'needs-year' })
  if (reading.kind === 'refused') return refused({ kind: 'actual', why: reading })
  if (reading.kind === 'doubtful') return refused({ kind: 'doubtful', reading })
  const reported = reportedBy(reading, target)
  const attainment = reported && judgePart(null, reported, { target, due: 'all', year: fiscal }, HEBEI)
  if (!attainment || (attainment.kind !== 'met' && attainment.kind !== 'missed')) {
    return refused({ kind: 'actual', why: { reason: 'not-a-number' } })
  }
  const share = shareOf(target, reported, attainment)
  if (typeof share === 'string') {
    return refused(
      reported.kind === 'band'
        ? { kind: 'band-without-points', band: reported.band }
        : { kind: 'actual', why: { reason: 'needs-band' } },
    )
  }
  return {
    kind: 'scored',
    ...indicatorScore(share, weight, scheme),
    met: attainment.kind === 'met',
    notes: notesOf(target, reading.over100, attainment.kind === 'met' ? attainment.exceeded : null),
  }
}

/** A row that was printed cannot be asked whether its minus sign is meant: it counts as it stands. */
function plainReading(reading: IndicatorReading): IndicatorReading {
  return reading.kind === 'doubtful' && reading.reason === 'negative' && reading.asRead
    ? { kind: 'accepted', value: reading.asRead, over100: false }
    : reading
}

function notesOf(target: Target, over100: boolean, exceeded: Decimal | null): RowNote[] {
  const notes: RowNote[] = []
  if (target.kind === 'threshold' && target.assumed) notes.push({ kind: 'assumed-equal' })
  if (over100) notes.push({ kind: 'over-100' })
  if (exceeded) notes.push({ kind: 'exceeded', percent: exceeded })
  return notes
}

/** Scores 预算执行率 from two amounts, 万元 unless they name another unit; met from 100 % on. */
export function auditExecution(
  budgetText: string,
  spentText: string,
  { weight, scheme }: RowRule,
): RowOutcome {
  const amounts = readAmounts(budgetText, spentText)
  if ('kind' in amounts) return refused(amounts)
  const { budget, spent } = amounts
  const score = executionScore(spent, budget, weight, scheme)
  if (score === 'unreported') return refused({ kind: 'unreported', field: 'spent' })
  if (score === 'no-base') return refused({ kind: 'no-base' })
  const rate = executionRate(spent, budget)
  const over = rate.kind === 'rate' && spent?.gt(budget) ? rate.percent : null
  return {
    kind: 'scored',
    ...score,
    met: spent?.gte(budget) === true,
    notes: over ? [{ kind: 'over-budget', percent: over }] : [],
  }
}

/** Both amounts in 万元; figures too large for that are taken as 元, the rate being the same. */
function readAmounts(
  budgetText: string,
  spentText: string,
): { budget: Money; spent: Money | null } | RowRefusal {
  const [inWan, inYuan] = (['wan', 'yuan'] as const).map((unit) => readPair(budgetText, spentText, unit))
  if (!inWan || !inYuan) return { kind: 'neither' }
  const tooLarge = 'kind' in inWan && inWan.kind === 'amount' && inWan.why.reason === 'too-large'
  return tooLarge ? inYuan : inWan
}

function readPair(
  budgetText: string,
  spentText: string,
  unit: AmountUnit,
): { budget: Money; spent: Money | null } | RowRefusal {
  const spent = readAmountCell(spentText, { unit })
  if (spent.kind === 'empty') return { kind: 'unreported', field: 'spent' }
  const budget = readAmountCell(budgetText, { unit })
  if (budget.kind === 'empty') return { kind: 'missing', field: 'budget' }
  if (budget.kind === 'refused') return { kind: 'amount', field: 'budget', why: budget }
  if (spent.kind === 'refused') return { kind: 'amount', field: 'spent', why: spent }
  if (budget.kind === 'doubtful') return { kind: 'doubtful-amount', field: 'budget' }
  if (spent.kind === 'doubtful') return { kind: 'doubtful-amount', field: 'spent' }
  return { budget: budget.amount, spent: spent.amount }
}
