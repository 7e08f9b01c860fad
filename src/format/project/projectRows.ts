import type { AttainmentLight } from '@/domain/status/attainment'
import type { Decimal } from '@/domain/number/decimal'
import type { Preset } from '@/domain/plan/preset'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import { planRateOf, type ProjectStatus } from '@/domain/status/projectStatus'
import type { Standing } from '@/domain/status/standing'
import { amount, planPercent, rateText, signed, targetText, type MoneyUnit } from '../figures'
import { indicatorWord, partText } from '../partText'
import type { Why } from '../phrase'
import { planOfWord } from '../board/planWord'
import { shortLevel2, STANDING_WORD } from '../words'

/** Fetched when a figure is first asked about. */
const derivations = () => import('../derivation')

/** One indicator as a cell: value over threshold, with its light. */
export interface IndicatorCell {
  readonly id: string
  readonly position: number
  readonly light: AttainmentLight
  readonly name: string
  readonly word: string
  readonly value: string
  readonly target: string
  readonly label: string
  readonly flag: 'carried' | 'exceeded' | 'conflict' | null
  readonly why: Why
}

/** A figure that can say what it is made of. */
export interface Explained {
  readonly text: string
  readonly why: Why | null
}

/** One project as a row of 总览. `rate` and `plan` also come as exact percentages, for the bar. */
export interface ProjectRow {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly budget: Explained
  readonly spent: Explained
  /** What is doubtful about the amount spent, as 录入 and 数据核对 say it: rival totals, or a report that the payments contradict; `null` where nothing is. */
  readonly doubt: string | null
  readonly rate: Explained
  readonly plan: Explained
  /** The checkpoint the plan is of, where the day looked at is not its own. */
  readonly planOf: string
  readonly gap: Explained
  readonly state: Standing['kind']
  readonly word: string
  readonly ratePercent: Decimal | null
  readonly planPercent: Decimal | null
  readonly cells: readonly (readonly IndicatorCell[])[]
}

/** The rows of 总览 with one column for each 二级指标 the projects print, in the order of first appearance. */
export interface ProjectRows {
  readonly columns: readonly { readonly key: string; readonly name: string }[]
  readonly rows: readonly ProjectRow[]
}

/** Lays out projects, already ranked, as rows of words and figures. */
export function projectRows(
  ranked: readonly ProjectStatus[],
  inOrder: readonly ProjectStatus[],
  unit: MoneyUnit,
  preset: Preset,
): ProjectRows {
  const keys = [...new Set(inOrder.flatMap(({ project }) => project.indicators.map(({ level2 }) => level2)))]
  return {
    columns: keys.map((key) => ({ key, name: shortLevel2(key) })),
    rows: ranked.map((status) => projectRow(status, keys, unit, preset)),
  }
}

function projectRow(
  status: ProjectStatus,
  keys: readonly string[],
  unit: MoneyUnit,
  preset: Preset,
): ProjectRow {
  const { project, standing, rate } = status
  const plan = planRateOf(status)
  const why = async () => (await derivations()).explainStanding(status, unit, preset)
  const whySpent = async () => (await derivations()).explainSpent(status, unit)
  return {
    id: project.id,
    position: project.position,
    name: project.name,
    budget: {
      text: amount(status.budget, unit),
      why: async () => (await derivations()).explainBudget(status, unit),
    },
    spent: { text: status.spent === null ? '未填报' : amount(status.spent, unit), why: whySpent },
    doubt: spentDoubt(status),
    rate: { text: rateText(rate, 1, plan), why: rate.kind === 'rate' ? whySpent : null },
    plan: { text: plan ? planPercent(plan) : '未设定', why },
    planOf: planOfWord(status.asOf, [status]),
    gap: {
      text: 'points' in standing && standing.points ? signed(standing.points, 1) : '—',
      why: 'gap' in standing ? why : null,
    },
    state: standing.kind,
    word: STANDING_WORD[standing.kind],
    ratePercent: rate.kind === 'rate' ? rate.percent : null,
    planPercent: plan,
    cells: keys.map((key) =>
      status.indicators
        .filter(({ indicator }) => indicator.level2 === key)
        .map((indicator) => indicatorCell(indicator, status, preset)),
    ),
  }
}

/** Rival totals before a report below its own payments (domain.md §6): a statement is taken as it stands, and a zero beside money states nothing. */
function spentDoubt({ totalConflicts, spending, silentZeros }: ProjectStatus): string | null {
  if (totalConflicts.length > 0) return '有冲突'
  const stated = spending.filter((line) => line.stated).at(-1)
  return silentZeros.length > 0 || stated?.unexplained?.isNegative() ? '与逐笔不符' : null
}

/** One indicator of a project as a cell. */
export function indicatorCell(status: IndicatorStatus, owner: ProjectStatus, preset: Preset): IndicatorCell {
  const { indicator, light } = status
  const value = indicatorValue(status)
  const target = targetText(status.target)
  const flag =
    status.conflict.length > 0
      ? 'conflict'
      : status.attainment.kind === 'met' && status.attainment.exceeded
        ? 'exceeded'
        : status.carried
          ? 'carried'
          : null
  return {
    id: indicator.id,
    position: owner.project.indicators.indexOf(indicator) + 1,
    light,
    name: indicator.level3,
    word: indicatorWord(status),
    value,
    target,
    label: `${owner.project.name}，${indicator.level3}，${value}，指标 ${target}，${indicatorWord(status)}${flag ? `，${FLAG_WORD[flag]}` : ''}`,
    flag,
    why: async () => (await derivations()).explainAttainment(status, preset),
  }
}

export const FLAG_WORD = {
  carried: '沿用上一节点填报',
  exceeded: '超额，需说明原因',
  conflict: '填报不一致',
} as const

/** The value an indicator shows: its own, or for a split one that of the measure that decides it. */
export function indicatorValue(status: IndicatorStatus): string {
  const open = status.parts.find(
    (part) => part.attainment.kind === 'unreported' || part.attainment.kind === 'not-due',
  )
  const deciding = status.parts.find((part) => part.attainment === status.attainment)
  const part = status.parts.length === 1 ? status.parts[0] : (open ?? deciding ?? status.parts[0])
  return part?.entry ? partText(part, status) : '—'
}
