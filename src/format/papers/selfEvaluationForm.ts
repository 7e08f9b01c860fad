import type { PaperSheet } from '@/domain/papers/paperFacts'
import { sum } from '@/domain/number/decimal'
import type { Money } from '@/domain/number/money'
import { executionRate } from '@/domain/number/rate'
import type { Plan } from '@/domain/plan/plan'
import type { Scheme } from '@/domain/scoring/scheme'
import { clauses } from '../clauses'
import { MONEY_UNIT_NAME, plainNumber, type MoneyUnit } from '../figures'
import { deductionText, sheetText, type SheetRowText } from '../scoring/sheetText'
import { actualText, carriedSpending } from '../scoring/carriedText'
import { bandsText } from '../scoring/schemeText'
import { FUND_SOURCE_WORD } from '../words'
import { changesRow, withChange } from './changesText'
import {
  amountCell,
  columnsAlike,
  dash,
  head,
  notes,
  numberCell,
  placesApart,
  rateCell,
  sheetName,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'
import { filledOnText, offBudgetText, signedLines } from './paperWords'
import { sourceDoubtText, unstatedText } from './sourceFaultText'

/** How wide the columns of the form are, in characters. */
export const SELF_EVALUATION_WIDTHS = [9, 10, 13, 24, 14, 14, 10, 10, 29]

/** 偏差原因分析及改进措施 of a row as paper and screen print it; what is missing is said, and that a row without points counts for none. */
export function deviationText({
  reason,
  needsReason,
  weight,
}: Pick<SheetRowText, 'reason' | 'needsReason' | 'weight'>): string {
  return clauses([Number(weight) === 0 ? '分值为 0，不计分' : '', reason, needsReason ? '未说明' : ''])
}

/** The part of 项目支出绩效自评表 above its indicators: whose it is, the money with its sources, the year's goal (domain.md §7). */
export function selfEvaluationTop(
  plan: Plan,
  { sheet, facts }: PaperSheet,
  unit: MoneyUnit = 'wan',
): readonly (readonly FormCell[])[] {
  const { project, execution } = sheet
  const words = sheetText(sheet, unit)
  const doubt = sourceDoubtText(facts.sources, unit)
  const carried = carriedSpending(execution)
  return [
    [head('项目名称', 2), text(project.name, 7)],
    [
      head('主管部门', 2),
      text(`${plan.department.code}${plan.department.name}`, 3),
      head('实施单位'),
      text(plan.department.name, 3),
    ],
    [
      head(`项目资金\n（${MONEY_UNIT_NAME[unit]}）`, 1, 6 + [doubt, carried].filter(Boolean).length),
      head('', 2),
      ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((name) => head(name)),
    ],
    ...columnsAlike([
      [
        text('年度资金总额', 2),
        ...amountCells([execution.initialBudget, execution.budget, execution.spent], unit, '未填报'),
        numberCell(execution.weight, '—'),
        rateCell(execution.rate, '—'),
        numberCell(execution.points, '未定'),
      ],
      ...facts.sources.rows.map((row, index): FormCell[] => [
        text(`${index === 0 ? '其中：' : '　　　'}${FUND_SOURCE_WORD[row.source]}`, 2),
        ...amountCells(
          [row.initial, row.budget, row.executed],
          unit,
          '',
          unstatedText(facts.sources, row.source),
        ),
        dash(),
        row.budget && row.executed ? rateCell(executionRate(row.executed, row.budget), '') : word(''),
        dash(),
      ]),
    ]),
    ...(carried === '' ? [] : [[text('执行数填报时点', 2), text(carried, 6)]]),
    ...(doubt === '' ? [] : [[text('分来源资金存疑', 2), text(doubt, 6)]]),
    [text('执行偏差原因分析及改进措施', 2), text(executionReason({ sheet, facts }), 6)],
    [head('年度总体\n目标', 1, 2), head('预期目标', 4), head('实际完成情况', 4)],
    [text(words.goals.join('\n'), 4), text(words.summary ?? '尚未填写', 4)],
  ]
}

function amountCells(
  amounts: readonly (Money | null)[],
  unit: MoneyUnit,
  none = '',
  last = none,
): FormCell[] {
  const places = placesApart(amounts, unit)
  return amounts.map((own, at) => amountCell(own, at === amounts.length - 1 ? last : none, 1, unit, places))
}

/** Why execution is off the budget, and why points were taken off: 「—」 where it is not off, 未说明 where nobody said, neither beforehand nor at the sign-off (domain.md §7). */
export function executionReason(paper: PaperSheet): string {
  const { rate } = paper.sheet.execution
  const off = deductionText(paper.sheet.execution)
  const exact = rate.kind === 'rate' && rate.percent.eq(100)
  const said = exact ? '' : offBudgetText(paper)
  const missing = rate.kind === 'rate' && !exact ? '未说明' : '—'
  return clauses([said || (exact && off ? '' : missing), off])
}

/** 项目支出绩效自评表 in the national layout (domain.md §7, R 财预〔2020〕10号), amounts in 万元, as a finance bureau takes it. */
export function selfEvaluationForm(plan: Plan, paper: PaperSheet): FormTable {
  const { sheet, facts } = paper
  const { outcome } = sheet
  const words = sheetText(sheet, 'wan')
  const top = selfEvaluationTop(plan, paper)
  return {
    name: sheetName(sheet.project),
    title: `项目支出绩效自评表（${sheet.year}年度）`,
    lead: [[`填报单位（盖章）：${plan.department.name}`, `填报日期：${filledOnText(facts.state)}`]],
    widths: SELF_EVALUATION_WIDTHS,
    heads: [{ from: top.length, rows: 1, under: words.rows.length }],
    rows: [
      ...top,
      [head('绩效指标', 1, words.rows.length + 1), ...INDICATOR_HEADS.map((name) => head(name))],
      ...words.rows.map((row, index): FormCell[] => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level2),
        text(row.level3),
        text(withChange(row)),
        text(actualText(row)),
        numberCell(sheet.indicators[index]?.weight ?? null, '—'),
        numberCell(sheet.indicators[index]?.points ?? null, '未定'),
        text(deviationText(row)),
      ]),
      [
        head('总分', 6),
        numberCell(sum(sheet.rows.map(({ weight }) => weight)), ''),
        numberCell(outcome.kind === 'complete' ? outcome.total : null, '暂不完整'),
        text(words.grade),
      ],
      ...changesRow(facts.changes, [2, 7]),
      [head('评分方案', 2), text(words.schemeFrom, 7)],
      [head('分值依据', 2), text(words.weightsFrom, 7)],
      [head('审核签认', 2), text(signedLines(sheet, facts).join('\n'), 7)],
    ],
    foot: [
      [`填报人及电话：${facts.entered.join('、')}`, '单位负责人（签字）：'],
      [notes(scoringNotes(sheet.scheme))],
    ],
  }
}

const INDICATOR_HEADS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
]

/** What is printed under the form: how it is scored by its scheme. */
function scoringNotes(scheme: Scheme): string[] {
  const { floor, execution, document } = scheme
  const linear = execution.rule.kind === 'linear'
  return [
    '其他资金包括与财政资金共同投入同一项目的自有资金、社会资金等。',
    linear
      ? '预算执行率得分＝全年执行数÷全年预算数×分值，超过100%的按100%计。'
      : `预算执行率按档次计分（${[document, bandsText(scheme)].filter(Boolean).join('；')}）。`,
    `定量指标达到指标值的得满分；未达到的，“≥”类得分＝实际完成值÷指标值×分值，“≤”类得分＝指标值÷实际完成值×分值，不超过分值${floor ? `，完成率不足 ${plainNumber(floor)}% 的不得分` : ''}。`,
    '定性指标按达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别在分值的100%—80%（含80%）、80%—60%（含60%）、60%—0%内计分。',
    '等级：优（90分及以上）、良（80分及以上）、中（60分及以上）、差（不足60分）。',
  ]
}
