import { reportedOnly } from '@/domain/status/reportedOnly'
import { rateBasisText } from './board/rateBasis'
import { HUNDRED, ZERO, type Decimal } from '@/domain/number/decimal'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { money, type Money } from '@/domain/number/money'
import { forecast, type NextNeed } from '@/domain/status/outlook'
import type { Evidence } from '@/domain/ledger/entry'
import type { Preset } from '@/domain/plan/preset'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import { budgetOn, planRateOf, type ProjectStatus } from '@/domain/status/projectStatus'
import { plannedAt } from '@/domain/plan/schedule'
import {
  differenceAmount,
  exactAmount,
  figure,
  figureBeside,
  MONEY_UNIT_NAME,
  percent,
  planPercent,
  plainNumber,
  rateText,
  signedAmount,
  targetText,
  type MoneyUnit,
} from './figures'
import { dayWord, documentText, fullDay, LIGHT_WORD, STANDING_WORD, typedText } from './words'
import { indicatorWord, partText } from './partText'

/** The answer to 「为什么是这个数」: the rule, what went in, what came out. */
export interface Derivation {
  readonly title: string
  readonly result: string
  readonly rule: string
  readonly source: string
  readonly inputs: readonly {
    readonly label: string
    readonly value: string
    readonly note?: string
    /** Files that stand behind the value. */
    readonly evidence?: readonly Evidence[]
    /** Entries of a project that stand behind the figure, to be looked at in the ledger. */
    readonly behind?: { readonly project: number; readonly what: 'spending' }
  }[]
}

const EXACT_PLACES = 4

function withUnit(value: Money, unit: MoneyUnit): string {
  return `${exactAmount(value, unit)} ${MONEY_UNIT_NAME[unit]}`
}

function spentInput(label: string, spent: Money | null, unit: MoneyUnit, note?: string) {
  const value = spent === null ? '未填报' : withUnit(spent, unit)
  return note === undefined ? { label, value } : { label, value, note }
}

/** 实支 of the department: the sum of the projects that reported. */
export function explainDepartmentSpent(status: DepartmentStatus, unit: MoneyUnit): Derivation {
  return {
    title: '部门累计支出',
    result: status.spent === null ? '未填报' : withUnit(status.spent, unit),
    rule: '各项目累计支出的金额之和；未填报的项目不按 0 计，单独列出。',
    source: '部门合计取金额之和，不取各项目比率的平均（本系统口径）',
    inputs: status.projects.map((project) => ({
      ...spentInput(project.project.name, project.spent, unit, `${project.spending.length} 笔`),
      behind: { project: project.project.position, what: 'spending' as const },
    })),
  }
}

/** 执行率 of the department. */
export function explainDepartmentRate(status: DepartmentStatus, unit: MoneyUnit): Derivation {
  return {
    title: '部门执行率',
    result: rateText(status.rate, EXACT_PLACES),
    rule: [
      '执行率 ＝ 累计支出 ÷ 全年预算数，都取全部项目的合计',
      rateBasisText(reportedOnly(status.projects)),
    ]
      .filter(Boolean)
      .join('；')
      .concat('。'),
    source: '财预〔2020〕10号',
    inputs: [
      spentInput('累计支出', status.spent, unit),
      {
        label: '全年预算数',
        value: withUnit(status.budget, unit),
        note: `${status.projects.length} 个项目合计`,
      },
    ],
  }
}

/** The department's plan at its due checkpoints. */
export function explainDepartmentPlan(status: DepartmentStatus, unit: MoneyUnit): Derivation {
  const { standing } = status
  return {
    title: '部门计划应支',
    result:
      'planned' in standing
        ? `${withUnit(standing.planned, unit)}${standing.planRate ? `（${percent(standing.planRate, EXACT_PLACES)}）` : ''}`
        : '未设定',
    rule: '各项目全年预算数 × 最近一个已到期节点的计划比例，再求和；空白节点不设要求，不按 0 计。',
    source: '各项目绩效目标表「资金支出计划（%）」',
    inputs: status.projects.map(({ project, adjustments, standing: own }) =>
      'planned' in own
        ? {
            label: project.name,
            value: withUnit(own.planned, unit),
            note: `${exactAmount(budgetOn(project, adjustments, own.due.day), unit)} × ${plainNumber(own.due.percent)}%（${dayWord(own.due.day)}）`,
          }
        : { label: project.name, value: '未到期' },
    ),
  }
}

/** The department's gap against its plan. */
export function explainDepartmentGap(status: DepartmentStatus, unit: MoneyUnit): Derivation | null {
  const { standing } = status
  if (!('gap' in standing)) return null
  return {
    title: '与计划之差',
    result: gapText(standing.gap, standing.points, unit).replace(/^差 /, ''),
    rule: '差额 ＝ 累计支出 − 计划应支；百分点 ＝ 差额 ÷ 全年预算数。',
    source: '本系统口径：未填报项目的计划计入，支出不按 0 计入',
    inputs: [
      spentInput('累计支出', status.spent, unit),
      { label: '计划应支', value: withUnit(standing.planned, unit) },
      { label: '全年预算数', value: withUnit(status.budget, unit) },
    ],
  }
}

/** How the lights of all indicators were counted. */
export function explainIndicatorCounts(status: DepartmentStatus, preset: Preset): Derivation {
  const { indicators } = status
  const near = figure(preset.attainment.near, 0)
  const partial = figure(preset.attainment.partial, 0)
  return {
    title: '指标达标情况',
    result: `${indicators.total} 项中达标 ${indicators.met} 项`,
    rule: '按指标值所印的比较符逐项比较，94.9 不算达到 ≥95；未填报不算未达标。',
    source: `达成度分档为内部预警口径（${preset.name}），可调整`,
    inputs: [
      { label: LIGHT_WORD.met, value: `${indicators.met} 项` },
      { label: `${LIGHT_WORD.near}（达到指标值的 ${near}% 以上）`, value: `${indicators.near} 项` },
      { label: `${LIGHT_WORD.partial}（${partial}%–${near}%）`, value: `${indicators.partial} 项` },
      { label: `${LIGHT_WORD.far}（不足 ${partial}%）`, value: `${indicators.far} 项` },
      { label: LIGHT_WORD.unreported, value: `${indicators.unreported} 项` },
      ...(indicators['not-due'] > 0
        ? [{ label: LIGHT_WORD['not-due'], value: `${indicators['not-due']} 项` }]
        : []),
      ...(indicators['not-judged'] > 0
        ? [{ label: LIGHT_WORD['not-judged'], value: `${indicators['not-judged']} 项` }]
        : []),
    ],
  }
}

/** 全年预算数 of a project. */
export function explainBudget(status: ProjectStatus, unit: MoneyUnit): Derivation {
  return {
    title: `${status.project.name} · 全年预算数`,
    result: withUnit(status.budget, unit),
    rule: '全年预算数 ＝ 年初预算数 ＋ 经批准的调整。',
    source: '财预〔2020〕10号；年初预算数见绩效目标表',
    inputs: [
      { label: '年初预算数', value: withUnit(status.project.budget, unit) },
      ...status.adjustments.map((entry) => ({
        label: `${fullDay(entry.effectiveOn)}调整`,
        value: `${signedAmount(entry.amount, unit)} ${MONEY_UNIT_NAME[unit]}`,
        note: `${documentText(entry.document)}：${entry.reason}`,
      })),
    ],
  }
}

/** 累计支出 and 执行率 of a project. */
export function explainSpent(status: ProjectStatus, unit: MoneyUnit): Derivation {
  const payments = status.spending.filter(({ entry }) => entry.kind === 'payment')
  const refunds = payments.filter(({ entry }) => entry.kind === 'payment' && entry.amount.isNegative())
  const last = status.spending.at(-1)
  const statement = status.spending.filter(({ stated }) => stated).at(-1)
  return {
    title: `${status.project.name} · 累计支出与执行率`,
    result:
      status.spent === null
        ? '未填报'
        : `${withUnit(status.spent, unit)}，${rateText(status.rate, EXACT_PLACES)}`,
    rule: statement
      ? '累计支出 ＝ 最近一次填报的累计 ＋ 其后各笔支出（退回为负数），该日及以前的各笔只作说明，不再相加；执行率 ＝ 累计支出 ÷ 全年预算数。'
      : '累计支出 ＝ 截至日及以前各笔支出之和（退回为负数）；执行率 ＝ 累计支出 ÷ 全年预算数。',
    source: '财预〔2020〕10号；台账',
    inputs: [
      { label: '截至日', value: fullDay(status.asOf) },
      ...(statement
        ? [
            {
              label: '最近填报的累计',
              value: `${withUnit(statement.total, unit)}（${fullDay(statement.entry.effectiveOn)}）`,
            },
            ...unexplainedInput(statement.unexplained, unit),
          ]
        : []),
      {
        label: '支出',
        value: `${payments.length - refunds.length} 笔`,
        ...(status.spending.length > 0
          ? {
              note: '在台账中看',
              behind: { project: status.project.position, what: 'spending' as const },
            }
          : {}),
      },
      ...(refunds.length > 0 ? [{ label: '退回', value: `${refunds.length} 笔` }] : []),
      ...(last ? [{ label: '最近一笔', value: fullDay(last.entry.effectiveOn) }] : []),
      { label: '全年预算数', value: withUnit(status.budget, unit) },
    ],
  }
}

/** 未逐笔说明 of a statement, or by how much the payments exceed it. */
function unexplainedInput(unexplained: Money | null, unit: MoneyUnit) {
  if (!unexplained || unexplained.isZero()) return []
  return unexplained.isNegative()
    ? [{ label: '逐笔之和多出', value: withUnit(money(unexplained.abs()), unit) }]
    : [{ label: '未逐笔说明', value: withUnit(unexplained, unit) }]
}

/** A gap with its sign, exact enough never to read as nothing; none at all is said as such. */
function gapText(gap: Money, points: Decimal | null, unit: MoneyUnit): string {
  if (gap.isZero()) return '与计划持平'
  const sign = gap.isNegative() ? '−' : '+'
  const share = points ? `（${sign}${figureBeside(points.abs(), ZERO, EXACT_PLACES)} 个百分点）` : ''
  return `差 ${sign}${differenceAmount(gap, unit)} ${MONEY_UNIT_NAME[unit]}${share}`
}

/** The gap of a project and the word for it. */
export function explainStanding(status: ProjectStatus, unit: MoneyUnit, preset: Preset): Derivation {
  const { standing } = status
  const { pace } = preset
  const base = {
    title: `${status.project.name} · 进度判断`,
    source: `分档 ${figure(pace.behind, 0)}/${figure(pace.slightlyBehind, 0)}/100/${figure(pace.ahead, 0)} 为内部预警口径（${preset.name}），可调整`,
  }
  if (standing.kind === 'over-budget' && !('due' in standing)) {
    return {
      ...base,
      result: STANDING_WORD['over-budget'],
      rule: '累计支出超过全年预算数，不论首个计划节点是否到期。',
      inputs: [
        spentInput('累计支出', status.spent, unit),
        { label: '全年预算数', value: withUnit(status.budget, unit) },
      ],
    }
  }
  if (!('due' in standing)) {
    return {
      ...base,
      result: '未到期',
      rule: '截至日及以前没有已设定的计划节点，不作判断。',
      inputs: [{ label: '截至日', value: fullDay(status.asOf) }],
    }
  }
  const planned = {
    label: `${dayWord(standing.due.day)}计划应支`,
    value: withUnit(standing.planned, unit),
    note: `${exactAmount(budgetOn(status.project, status.adjustments, standing.due.day), unit)} × ${plainNumber(standing.due.percent)}%`,
  }
  if (standing.kind === 'unreported') {
    return {
      ...base,
      result: '未填报',
      rule: '截至日及以前没有任何支出填报。未填报不是 0，负责人可以填报零支出。',
      inputs: [planned],
    }
  }
  const today = planRateOf(status)
  const rebased =
    today && !today.eq(standing.due.percent)
      ? [
          {
            label: `占${dayWord(status.asOf)}全年预算数`,
            value: planPercent(today),
            note: `${exactAmount(standing.planned, unit)} ÷ ${exactAmount(status.budget, unit)}`,
          },
        ]
      : []
  return {
    ...base,
    result: `${STANDING_WORD[standing.kind]}，${gapText(standing.gap, standing.points, unit)}`,
    rule: '进度 ＝ 累计支出 ÷ 最近到期节点的计划应支；超过全年预算数为超预算。',
    inputs: [
      spentInput('累计支出', status.spent, unit),
      planned,
      ...rebased,
      ...(standing.pace
        ? [
            {
              label: '进度',
              value: percent(standing.pace, EXACT_PLACES, [
                HUNDRED,
                pace.behind,
                pace.slightlyBehind,
                pace.ahead,
              ]),
            },
          ]
        : []),
    ],
  }
}

/** How one indicator was judged, measure by measure. */
export function explainAttainment(status: IndicatorStatus, preset: Preset): Derivation {
  const { attainment, target, indicator, targetChange } = status
  const ratio =
    'ratio' in attainment && attainment.ratio
      ? percent(attainment.ratio.times(HUNDRED), 2, [
          HUNDRED,
          preset.attainment.near,
          preset.attainment.partial,
        ])
      : null
  return {
    title: indicator.level3,
    result:
      ratio && attainment.kind === 'missed'
        ? `${LIGHT_WORD[status.light]}，达成度 ${ratio}`
        : indicatorWord(status),
    rule: attainmentRule(status, preset),
    source: targetChange
      ? `指标值经 ${documentText(targetChange.document)} 调整`
      : '绩效目标表「指标值」；比较用原值，不先四舍五入',
    inputs: [
      {
        label: '指标值',
        value: target.text,
        ...(target.kind === 'threshold' && target.assumed ? { note: '未印比较符，按等于处理' } : {}),
      },
      ...status.parts.map((part) => ({
        label: part.measure ? typedText(part.measure.name) : '实际完成值',
        value: partText(part, status),
        ...(part.entry
          ? {
              note: `${fullDay(part.entry.effectiveOn)} ${part.entry.author}${part.measure ? `，${LIGHT_WORD[part.light]}` : ''}`,
            }
          : {}),
      })),
    ],
  }
}

function attainmentRule({ target, attainment, parts }: IndicatorStatus, preset: Preset): string {
  const split = parts.length > 1 ? '各分项都达到才算达标，达成度取最低的一项。' : ''
  const over =
    attainment.kind === 'met' && attainment.exceeded
      ? `超出指标值 ${percent(attainment.exceeded, 1, [ZERO, preset.overshoot])}，需说明原因（超过 ${figure(preset.overshoot, 0)}% 或“＝”类超出时提示），不影响得分。`
      : ''
  if (target.kind === 'qualitative') return `定性指标，按达成档次认定。${split}`
  if (target.kind === 'date') return `在规定日期或以前完成为达标。${split}`
  if (target.kind === 'range') return `落在区间内为达标。${split}`
  const sign = targetText(target)
  const rule = target.comparator.startsWith('<')
    ? `实际 ${sign} 为达标；未达标时达成度 ＝ 指标值 ÷ 实际值。`
    : `实际 ${sign} 为达标；未达标时达成度 ＝ 实际值 ÷ 指标值。`
  return `${rule}${split}${over}`
}

/** What the next checkpoint needs, and the straight continuation of the pace so far. */
export function explainNextNeed(status: ProjectStatus, need: NextNeed, unit: MoneyUnit): Derivation {
  const ahead = forecast(Number(status.asOf.slice(0, 4)), status.spent, status.asOf)
  return {
    title: `${dayWord(need.milestone.day)}还需支出`,
    result: withUnit(need.left, unit),
    rule: '还需支出 ＝ 下一节点计划应支 − 累计支出；每月需支 ＝ 还需支出 ÷ 剩余月数（不足一月按天折算）。',
    source: '本系统口径；计划比例见绩效目标表「资金支出计划（%）」',
    inputs: [
      {
        label: `${dayWord(need.milestone.day)}计划应支`,
        value: withUnit(plannedAt(need.milestone, status.budget), unit),
        note: `${exactAmount(status.budget, unit)} × ${plainNumber(need.milestone.percent)}%`,
      },
      spentInput('累计支出', status.spent, unit),
      { label: '剩余天数', value: `${need.daysLeft} 天` },
      ...(ahead
        ? [
            {
              label: '按目前进度直线外推至年底',
              value: `${figure(ahead.div(unit === 'wan' ? 10_000 : 1), 2)} ${MONEY_UNIT_NAME[unit]}`,
              note: '仅为推算，不是计划',
            },
          ]
        : []),
    ],
  }
}
