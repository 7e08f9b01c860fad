import type { GoalProgress } from '../ledger/entry'
import { effectiveEntries, type Ledger, type Standpoint } from '../ledger/ledger'
import { countingSlice } from '../ledger/aside'
import { Decimal, HUNDRED, sum, ZERO } from '../number/decimal'
import { parseWan, sumMoney, type Money } from '../number/money'
import { executionRate, type Rate } from '../number/rate'
import type { DepartmentGoal, Plan } from '../plan/plan'
import { roundPoints } from '../scoring/points'
import type { IndicatorRow, Row } from '../scoring/row'
import { reportedOnly, type ReportedOnly } from '../status/reportedOnly'
import { gradeOf, type Grade, type Scheme } from '../scoring/scheme'
import type { Sheet } from '../scoring/sheet'

/** What a department is scored for, and out of how many points (D, domain.md §12). */
export const DEPARTMENT_FRAME = [
  { id: 'execution', weight: new Decimal(10) },
  { id: 'output', weight: new Decimal(50) },
  { id: 'benefit', weight: new Decimal(30) },
  { id: 'satisfaction', weight: new Decimal(10) },
] as const

export type DepartmentRowId = (typeof DEPARTMENT_FRAME)[number]['id']

/** One scored row of the department: the numbers it is made of, and its points (`null` while something it needs is not reported); `open` names the projects that hold it back. */
export interface DepartmentRow {
  readonly id: DepartmentRowId
  readonly weight: Decimal
  readonly ratio: Decimal | null
  readonly points: Decimal | null
  readonly open: readonly Sheet[]
  /** The projects that have such rows at all. */
  readonly counted: readonly Sheet[]
  /** The rows of those projects that make the ratio; none while it is open. */
  readonly rows: readonly Row[]
}

/** Money of the department, in 元; what nobody stated is `null`, and a sum with something unreported says which projects. */
export interface DepartmentMoney {
  readonly basic: Money | null
  readonly initial: Money
  readonly budget: Money
  readonly spent: Money | null
  /** Σ执行数 ÷ Σ全年预算数 of all projects, as the board has it, and what it is of those that report. */
  readonly rate: Rate
  readonly reported: ReportedOnly
  readonly unreported: readonly Sheet[]
}

/** 部门整体支出绩效自评表 of a plan's year. */
export interface DepartmentSheet {
  readonly plan: Plan
  readonly sheets: readonly Sheet[]
  readonly money: DepartmentMoney
  readonly goals: readonly { readonly goal: DepartmentGoal; readonly progress: GoalProgress | null }[]
  readonly rows: readonly DepartmentRow[]
  readonly outcome:
    | { readonly kind: 'complete'; readonly total: Decimal; readonly grade: Grade }
    | { readonly kind: 'incomplete'; readonly scored: Decimal; readonly open: Decimal }
}

/** The 分项绩效目标 of a plan with the last that was said of each. */
export function goalsProgress(plan: Plan, ledger: Ledger, standpoint: Standpoint): DepartmentSheet['goals'] {
  return plan.departmentGoals.map((goal) => ({
    goal,
    progress:
      effectiveEntries(countingSlice(ledger, goal.id, standpoint.knownAt), standpoint)
        .filter((entry) => entry.kind === 'goal-progress')
        .filter(({ subject }) => subject === goal.id)
        .at(-1) ?? null,
  }))
}

/** Sums of money over sheets (domain.md §4: amounts, never rates); what nobody reported is left out of 执行数 and named. */
export function sheetsMoney(sheets: readonly Sheet[]): Omit<DepartmentMoney, 'basic'> {
  const spent = sheets.flatMap(({ execution }) => execution.spent ?? [])
  const budget = sumMoney(sheets.map(({ execution }) => execution.budget))
  const all = spent.length === 0 ? null : sumMoney(spent)
  return {
    initial: sumMoney(sheets.map(({ execution }) => execution.initialBudget)),
    budget,
    spent: all,
    rate: executionRate(all, budget),
    reported: reportedOnly(sheets.map(({ execution }) => execution)),
    unreported: sheets.filter(({ execution }) => execution.spent === null),
  }
}

/**
 * 部门整体支出绩效自评 (D, domain.md §12): 预算执行 = min(1, 执行 ÷ 全年预算) of all projects together; the others are the projects' own shares of their points,
 * weighted by 全年预算数, because the 分项绩效目标 have a band and no points. One unreported row keeps its group open, and the whole 暂不完整.
 */
export function departmentSheet(
  plan: Plan,
  sheets: readonly Sheet[],
  goals: DepartmentSheet['goals'],
  scheme: Scheme,
): DepartmentSheet {
  const money = { ...sheetsMoney(sheets), basic: parseWan(plan.facts?.expenditure.basic ?? '') }
  const rows = DEPARTMENT_FRAME.map(({ id, weight }) =>
    id === 'execution' ? executionRow(weight, sheets, money) : resultRow(id, weight, sheets),
  )
  const scored = sum(rows.map(({ points }) => points ?? ZERO))
  const open = sum(rows.map(({ points, weight }) => (points ? ZERO : weight)))
  return {
    plan,
    sheets,
    money,
    goals,
    rows,
    outcome: rows.some(({ points }) => points === null)
      ? { kind: 'incomplete', scored, open }
      : { kind: 'complete', total: scored, grade: gradeOf(scored, scheme) },
  }
}

function executionRow(
  weight: Decimal,
  sheets: readonly Sheet[],
  { spent, budget, unreported }: Omit<DepartmentMoney, 'basic'>,
): DepartmentRow {
  const ratio =
    spent === null || unreported.length > 0 || budget.lte(0)
      ? null
      : Decimal.max(ZERO, Decimal.min(1, spent.div(budget)))
  return {
    id: 'execution',
    weight,
    ratio,
    points: ratio && roundPoints(weight.times(ratio), weight),
    open: unreported,
    counted: sheets,
    rows: ratio === null ? [] : sheets.map(({ execution }) => execution),
  }
}

const GROUPS = { output: ['output', 'cost'], benefit: ['benefit'], satisfaction: ['satisfaction'] } as const

function resultRow(id: keyof typeof GROUPS, weight: Decimal, sheets: readonly Sheet[]): DepartmentRow {
  const groups: readonly (string | null)[] = GROUPS[id]
  const shares = sheets
    .map((sheet) => ({ sheet, rows: sheet.indicators.filter(({ group }) => groups.includes(group)) }))
    .filter(({ sheet, rows }) => sheet.execution.budget.gt(0) && sum(rows.map((row) => row.weight)).gt(0))
  const open = shares.filter(({ rows }) => rows.some(isOpen)).map(({ sheet }) => sheet)
  const counted = shares.map(({ sheet }) => sheet)
  if (shares.length === 0 || open.length > 0)
    return { id, weight, ratio: null, points: null, open, counted, rows: [] }
  const budget = sum(counted.map(({ execution }) => execution.budget))
  const earned = sum(
    shares.map(({ sheet, rows }) =>
      sheet.execution.budget
        .times(sum(rows.map((row) => row.points ?? ZERO)))
        .div(sum(rows.map((row) => row.weight))),
    ),
  )
  const ratio = earned.div(budget)
  return {
    id,
    weight,
    ratio,
    points: roundPoints(weight.times(ratio), weight),
    open,
    counted,
    rows: shares.flatMap(({ rows }) => rows),
  }
}

function isOpen({ points, weight }: IndicatorRow): boolean {
  return points === null && !weight.isZero()
}

/** How much of its points a sheet's rows have, in percent, weighted by their 分值; `null` while one of them is open or they have no weight. */
export function completionRate({ indicators }: Sheet): Decimal | null {
  const rows = indicators.filter(({ weight }) => !weight.isZero())
  if (rows.length === 0 || rows.some(({ score }) => typeof score === 'string')) return null
  const earned = rows.map(({ score, weight }) =>
    typeof score === 'string' ? ZERO : score.ratio.times(weight),
  )
  return sum(earned)
    .times(HUNDRED)
    .div(sum(rows.map(({ weight }) => weight)))
}
