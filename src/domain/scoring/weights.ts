import { Decimal, HUNDRED, parseDecimal, sum, ZERO } from '../number/decimal'
import { visibleText } from '../number/visibleText'
import type { Weights } from '../ledger/entry'
import type { Project } from '../plan/plan'
import { printedWeights } from './printedWeights'
import { groupOf, type GroupId, type Scheme } from './scheme'

/** The points of each row, by indicator id; the project's own id is the 预算执行率 row. */
export type RowWeights = ReadonlyMap<string, Decimal>

/** Why weights cannot stand. A reason lifts `group-sum`, `execution-weight` and `empty-group`, that of 成本 only with a document number (domain.md §7); the 100 of the whole sheet is never lifted, because the grades are cuts of 100 (D). */
export type WeightProblem =
  | { readonly kind: 'unknown-row'; readonly row: string }
  | { readonly kind: 'not-a-weight'; readonly row: string; readonly text: string }
  | { readonly kind: 'unplaced'; readonly row: string }
  | { readonly kind: 'empty-group'; readonly group: GroupId; readonly expected: Decimal }
  | {
      readonly kind: 'group-sum'
      readonly group: GroupId
      readonly expected: Decimal
      readonly actual: Decimal
    }
  | { readonly kind: 'execution-weight'; readonly expected: Decimal; readonly actual: Decimal }
  | { readonly kind: 'total'; readonly expected: Decimal; readonly actual: Decimal }

const CENT = new Decimal('0.01')

/** Splits points into equal parts of 2 places that add up to them; the hundredths left over go one each to the first parts (D): 50 ÷ 3 is 16.67, 16.67, 16.66. */
export function equalParts(points: Decimal, count: number): Decimal[] {
  if (count === 0) return []
  const part = points.div(count).toDecimalPlaces(2, Decimal.ROUND_DOWN)
  const left = points.minus(part.times(count)).div(CENT)
  return Array.from({ length: count }, (_, index) => (left.gt(index) ? part.plus(CENT) : part))
}

/** A 一级指标 whose points do not divide evenly among its rows: `left` over, a hundredth each to the first `first` of them. */
export interface UnevenGroup {
  readonly group: GroupId
  readonly first: number
  readonly left: Decimal
}

/** Where the equal split leaves hundredths over, and how many rows got one (domain.md §7). */
export function unevenGroups(project: Project, scheme: Scheme): UnevenGroup[] {
  return scheme.groups.flatMap((group) => {
    const rows = project.indicators.filter((row) => groupOf(row, scheme) === group)
    const parts = equalParts(group.weight, rows.length)
    const first = parts.filter((part) => part.gt(parts.at(-1) ?? part)).length
    return first > 0 ? [{ group: group.id, first, left: CENT.times(first) }] : []
  })
}

/** Ids are positions: the shorter number is the smaller. */
function byPosition(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** The weights nobody set: equal inside each 一级指标 (D, domain.md §7). Left-over hundredths follow the ids, so the order of the list changes nothing; what a scheme cannot place has 0. */
export function defaultWeights(project: Project, scheme: Scheme): RowWeights {
  const weights = new Map<string, Decimal>([[project.id, scheme.execution.weight]])
  for (const { id } of project.indicators) weights.set(id, ZERO)
  for (const group of scheme.groups) {
    const ids = project.indicators.filter((row) => groupOf(row, scheme) === group).map(({ id }) => id)
    const parts = equalParts(group.weight, ids.length)
    ids.sort(byPosition).forEach((id, index) => weights.set(id, parts[index] ?? ZERO))
  }
  return weights
}

/** The weights that stand until an evaluator sets others: those the table prints where they fit the scheme, else the equal split (domain.md §7). */
function startingWeights(project: Project, scheme: Scheme): RowWeights {
  const printed = printedWeights(project, scheme)
  return printed.kind === 'fit'
    ? new Map([[project.id, scheme.execution.weight], ...printed.weights])
    : defaultWeights(project, scheme)
}

/** Reads points as typed: 0 to 100, 分 may follow; `null` for anything else. */
export function readPoints(text: string): Decimal | null {
  const value = parseDecimal(visibleText(text).replace(/\s*分$/, ''))
  return value && value.gte(0) && value.lte(HUNDRED) ? value : null
}

/** Reads the weight of a row of a sheet: points of 2 places at most, so that the sheet adds up as printed; `null` for anything else. */
function readWeight(text: string): Decimal | null {
  const value = readPoints(text)
  return value && value.decimalPlaces() <= 2 ? value : null
}

/** The weights in force and what is wrong with them: what an entry names replaces the printed or equal ones row by row, what cannot be read leaves those standing. */
export function weightsInForce(
  project: Project,
  scheme: Scheme,
  set: Pick<Weights, 'weights' | 'document' | 'reason'> | null,
): { readonly weights: RowWeights; readonly problems: readonly WeightProblem[] } {
  const weights = new Map(startingWeights(project, scheme))
  const problems: WeightProblem[] = []
  const named = new Set<string>()
  for (const [row, text] of Object.entries(set?.weights ?? {})) {
    const value = readWeight(text)
    if (!weights.has(row)) problems.push({ kind: 'unknown-row', row })
    else if (value === null) problems.push({ kind: 'not-a-weight', row, text })
    else {
      weights.set(row, value)
      named.add(row)
    }
  }
  const said = (text: string | undefined) => (text ?? '').trim() !== ''
  problems.push(...unplaced(project, scheme, named))
  const sums = sumProblems(project, scheme, weights)
  if (!said(set?.reason)) problems.push(...sums)
  else if (!said(set?.document)) problems.push(...sums.filter(withoutCost))
  const actual = sum(weights.values())
  if (!actual.eq(HUNDRED)) problems.push({ kind: 'total', expected: HUNDRED, actual })
  return { weights, problems }
}

/** Checks weights before they are written: every problem at once, none when they may stand (domain.md §7: enforced, or overridden with a reason). */
export function weightProblems(
  project: Project,
  scheme: Scheme,
  weights: Readonly<Record<string, string>>,
  { document, reason }: Pick<Weights, 'document' | 'reason'>,
): readonly WeightProblem[] {
  return weightsInForce(project, scheme, { weights, document, reason }).problems
}

/** Points for 成本 of a plan that has none stay 未分配 until weights with a document number say where they go. */
function withoutCost(problem: WeightProblem): boolean {
  return problem.kind === 'empty-group' && problem.group === 'cost'
}

function unplaced(project: Project, scheme: Scheme, named: ReadonlySet<string>): WeightProblem[] {
  return project.indicators
    .filter((row) => groupOf(row, scheme) === null && !named.has(row.id))
    .map(({ id }) => ({ kind: 'unplaced', row: id }))
}

function sumProblems(project: Project, scheme: Scheme, weights: RowWeights): WeightProblem[] {
  const problems: WeightProblem[] = []
  const { weight: expected } = scheme.execution
  const execution = weights.get(project.id) ?? ZERO
  if (!execution.eq(expected)) problems.push({ kind: 'execution-weight', expected, actual: execution })
  for (const group of scheme.groups) {
    const rows = project.indicators.filter((row) => groupOf(row, scheme) === group)
    const actual = sum(rows.map(({ id }) => weights.get(id) ?? ZERO))
    if (rows.length === 0) problems.push({ kind: 'empty-group', group: group.id, expected: group.weight })
    else if (!actual.eq(group.weight)) {
      problems.push({ kind: 'group-sum', group: group.id, expected: group.weight, actual })
    }
  }
  return problems
}
