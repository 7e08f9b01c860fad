import type { FundSource } from '@/domain/ledger/entry'
import { sum, type Decimal } from '@/domain/number/decimal'
import { sumMoney, type Money } from '@/domain/number/money'
import { completionRate } from '@/domain/papers/departmentSheet'
import { arrivedInAll, type SourceRow } from '@/domain/papers/fundSources'
import type { PaperSheet } from '@/domain/papers/paperFacts'
import type { Plan } from '@/domain/plan/plan'
import type { Target } from '@/domain/plan/target'
import type { IndicatorRow } from '@/domain/scoring/row'
import { SIGN_WORD, plainNumber, targetText, unitText } from '../figures'
import { sheetText } from '../scoring/sheetText'
import { changesRow } from './changesText'
import {
  amountCell,
  columnsAlike,
  head,
  numberCell,
  placesApart,
  rateCell,
  sheetName,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'
import { filledOnText, signedLines } from './paperWords'
import { actualText, carriedSpending } from '../scoring/carriedText'
import { sourceDoubtText, unstatedText } from './sourceFaultText'
import { deviationText, executionReason } from './selfEvaluationForm'

/** The rows of 一 and 三, which stand above 四 beside those of 二. */
const BESIDE_MONEY = 4

/** 项目绩效自评表 in the layout of Hebei's counties (P, domain.md §12): 预算数（调整后） | 到位数 | 执行数 with their sources, 总体完成率, 单项得分 × 权重 = 折算得分. */
export function hebeiForm(plan: Plan, paper: PaperSheet): FormTable {
  const { sheet, facts } = paper
  const { outcome, execution } = sheet
  const words = sheetText(sheet, 'wan')
  const money = moneyRows(paper)
  return {
    name: sheetName(sheet.project),
    title: `项目绩效自评表（${sheet.year}年度）`,
    lead: [
      [`填报单位（盖章）：${plan.department.name}`, `填报日期：${filledOnText(facts.state)}`, '单位：万元'],
    ],
    widths: [12, 13, 21, 9, 6, 8, 8, 14, 9, 9, 9, 35],
    heads: [{ from: money.length + BESIDE_MONEY, rows: 3, under: words.rows.length + 1 }],
    rows: [
      [
        head('一、基本情况', 1, 2),
        head('项目名称'),
        text(sheet.project.name, 3),
        head('主管部门', 2),
        text(`${plan.department.code}${plan.department.name}`, 5),
      ],
      [
        head('实施单位'),
        text(plan.department.name, 3),
        head('是否为专项资金', 2),
        text('□是　□否（待填写）', 5),
      ],
      ...money,
      [
        head('三、目标完成\n情况', 1, 2),
        head('年度预期目标', 4),
        head('具体完成情况', 5),
        head('总体完成率', 2),
      ],
      [text(words.goals.join('\n'), 4), text(words.summary ?? '尚未填写', 5), completionCell(paper)],
      [head('四、指标完成情况', 12)],
      [
        head('一级指标', 1, 2),
        head('二级指标', 1, 2),
        head('三级指标', 1, 2),
        head('指标分值', 1, 2),
        head('预期指标值', 3),
        head('实际完成值', 1, 2),
        head('完成情况', 1, 2),
        head('单项得分', 1, 2),
        head('折算得分', 1, 2),
        head('偏差原因分析及改进措施', 1, 2),
      ],
      [head('符号'), head('值'), head('单位')],
      ...columnsAlike(
        [
          ...words.rows.map((row, index) => indicatorCells(row, sheet.indicators[index])),
          [
            head('五、预算执行率', 3),
            numberCell(execution.weight, ''),
            word('', 4),
            rateCell(execution.rate, '—'),
            word(''),
            numberCell(execution.points, '未定'),
            text(executionReason(paper)),
          ],
        ],
        'own',
      ),
      [
        head('总分', 3),
        numberCell(sum(sheet.rows.map(({ weight }) => weight)), ''),
        word('', 6),
        numberCell(outcome.kind === 'complete' ? outcome.total : null, '暂不完整'),
        text(words.grade),
      ],
      ...changesRow(facts.changes, [1, 11]),
      [head('评分方案'), text(words.schemeFrom, 11)],
      [head('分值依据'), text(words.weightsFrom, 11)],
      [head('审核签认'), text(signedLines(sheet, facts).join('\n'), 11)],
    ],
    foot: [
      [`填报人及电话：${facts.entered.join('、')}`, '单位负责人（签字）：'],
      [
        `注：1. 河北县级表式（各地栏目有不同，按当地印发的为准）。 2. 总体完成率＝各指标完成率按分值加权；单项得分＝得分÷指标分值×100，单项得分×权重（指标分值÷100）＝折算得分（内部口径）。`,
      ],
    ],
  }
}

function completionCell({ sheet }: PaperSheet): FormCell {
  const rate = completionRate(sheet)
  return rate ? rateCell({ kind: 'rate', percent: rate }, '', 2) : word('暂不完整', 2)
}

/** 预算数（调整后）, 到位数 and 执行数, each whole, of public money and of other money; 上年结转资金 stands with what it was stated as. */
function moneyRows({ sheet, facts }: PaperSheet): FormCell[][] {
  const { execution } = sheet
  const { sources } = facts
  const of = (pick: (row: SourceRow) => Money | null, ...names: readonly FundSource[]) => {
    const amounts = sources.rows
      .filter(({ source }) => names.includes(source))
      .flatMap((row) => pick(row) ?? [])
    return amounts.length > 0 ? sumMoney(amounts) : null
  }
  const blocks: readonly [string, Money | null, (row: SourceRow) => Money | null][] = [
    ['预算数（调整后）', execution.budget, (row) => row.budget],
    ['到位数', arrivedInAll(sources), (row) => row.arrived],
    ['执行数', execution.spent, (row) => row.executed],
  ]
  const doubt = sourceDoubtText(sources)
  const carried = carriedSpending(execution)
  const places = placesApart(blocks.map(([, whole]) => whole))
  return [
    [
      head('二、预算执行\n情况', 1, 4 + [doubt, carried].filter(Boolean).length),
      head('', 2),
      head('合计', 3),
      head('其中：财政资金（含上年结转）', 3),
      head('其他资金', 2),
      head('预算执行进度'),
    ],
    ...columnsAlike(
      blocks.map(([name, whole, pick], index): FormCell[] => [
        text(name, 2),
        amountCell(whole, '未填报', 3, 'wan', places),
        amountCell(of(pick, 'fiscal', 'carried-over'), index === 2 ? unstatedText(sources, 'fiscal') : '', 3),
        amountCell(of(pick, 'other'), index === 2 ? unstatedText(sources, 'other') : '', 2),
        index === 2 ? rateCell(execution.rate, '—') : word(''),
      ]),
    ),
    ...(carried === '' ? [] : [[text('执行数填报时点', 2), text(carried, 9)]]),
    ...(doubt === '' ? [] : [[text('分来源资金存疑', 2), text(doubt, 9)]]),
  ]
}

function indicatorCells(
  row: ReturnType<typeof sheetText>['rows'][number],
  own: IndicatorRow | undefined,
): FormCell[] {
  const [sign, value, unit] = targetCells(own?.target)
  const ratio = own && typeof own.score !== 'string' ? own.score.ratio.times(100) : null
  const single = own ? singlePoints(own) : null
  return [
    ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
    text(row.level2),
    text(row.level3),
    numberCell(own?.weight ?? null, '—'),
    text(sign),
    text(value),
    text(unit),
    text(actualText(row)),
    ratio ? rateCell({ kind: 'rate', percent: ratio }, '') : word(row.open || '—'),
    numberCell(single, '—'),
    numberCell(own?.points ?? null, '未定'),
    text(deviationText(row)),
  ]
}

/** 单项得分: points ÷ 分值 × 100; of a chosen band its own percentage as it was given, which rounded points could carry over a cut (79.99 is not 80). */
function singlePoints({ points, weight, score, deduction }: IndicatorRow): Decimal | null {
  if (points === null || typeof score === 'string' || !weight.gt(0)) return null
  const { formula } = score
  return formula.kind === 'band' && deduction === null ? formula.percent : points.div(weight).times(100)
}

/** 符号, 值 and 单位 of a target; what has none of them stands as it was printed. */
function targetCells(target: Target | undefined): readonly [string, string, string] {
  if (target?.kind === 'threshold')
    return [SIGN_WORD[target.comparator], plainNumber(target.value), unitText(target.unit)]
  if (target?.kind === 'range')
    return ['区间', `${plainNumber(target.low)}–${plainNumber(target.high)}`, unitText(target.unit)]
  return ['', target ? targetText(target) : '', '']
}
