import type { DeviationCategory } from '@/domain/ledger/entry'
import type { MonitorRow, ProjectMonitor } from '@/domain/monitoring/monitor'
import { executionRate } from '@/domain/number/rate'
import type { MoneyFacts } from '@/domain/papers/paperFacts'
import type { Plan } from '@/domain/plan/plan'
import { yearOf, type Day } from '@/domain/time/day'
import { amount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { monitorText, periodText } from '../monitoring/monitorPage'
import { actualText, carriedMoney } from '../scoring/carriedText'
import { asOfText, DEVIATION_WORD, FUND_SOURCE_WORD, LIKELIHOOD_WORD } from '../words'
import { changesRow, withChange } from './changesText'
import {
  amountCell,
  columnsAlike,
  head,
  notes,
  placesApart,
  rateCell,
  sheetName,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'
import { offPlanText } from './paperWords'
import { sourceDoubtText, unstatedText } from './sourceFaultText'

const CATEGORIES: readonly DeviationCategory[] = ['funding', 'system', 'staff', 'hardware', 'other']
const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const
const tick = (on: boolean): FormCell => ({ kind: 'text', text: on ? '√' : '', align: 'center' })

/** How wide the columns of the form are, in characters. */
export const MONITOR_WIDTHS = [13, 12, 19, 14, 13, 13, 8, 8, 8, 8, 8, 26, 8, 8, 8, 12]

/** 项目支出绩效目标执行监控表 in the national layout (domain.md §8, R 财预〔2019〕136号), amounts in 万元; the ticks of a reason are its category's. */
export function monitorForm(
  plan: Plan,
  monitor: ProjectMonitor,
  facts: MoneyFacts,
  reached: Day = monitor.status.asOf,
): FormTable {
  const { status } = monitor
  const { project, asOf } = status
  const words = monitorText(monitor, 'wan')
  const period = periodText(asOf, reached)
  const top = monitorTop(plan, monitor, facts, 'wan', reached)
  return {
    name: sheetName(project),
    title: `项目支出绩效目标执行监控表（${yearOf(asOf)}年${period}）`,
    lead: [[`填报单位（盖章）：${plan.department.name}`, asOfText(asOf, reached)]],
    widths: MONITOR_WIDTHS,
    heads: [{ from: top.length, rows: 2 }],
    rows: [
      ...top,
      [
        ...['一级指标', '二级指标', '三级指标', '年度指标值', `${period}执行情况`, '全年预计完成情况'].map(
          (name) => head(name, 1, 2),
        ),
        head('偏差原因分析', 6),
        head('完成目标可能性', 3),
        head('备注', 1, 2),
      ],
      [
        ...CATEGORIES.map((category) => head(DEVIATION_WORD[category])),
        head('原因说明'),
        ...LIKELIHOODS.map((likelihood) => head(LIKELIHOOD_WORD[likelihood])),
      ],
      ...words.rows.map((row, index): FormCell[] => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level2),
        text(row.level3),
        text(withChange(row)),
        text(actualText(row)),
        text(row.fullYear),
        ...ticks(monitor.rows[index], row.reason),
        text(row.flags.join('；')),
      ]),
    ],
    foot: [
      [`填报人及电话：${facts.entered.join('、')}`, '单位负责人（签字）：'],
      [
        notes([
          `执行率＝${period}执行数÷全年预算数 ${amount(status.budget, 'wan')} 万元。`,
          words.rows.some(({ carried }) => carried !== '')
            ? '执行情况下写“沿用”的，本期没有填报，列示较早节点的填报数。'
            : '',
          words.rows.some(({ flags }) => flags.length > 0)
            ? '备注为按内部预警口径核对的提示，不是上级规定。'
            : '',
        ]),
      ],
    ],
  }
}

/** The part of 项目支出绩效目标执行监控表 above its indicators: whose it is, the money with its sources, the year's goal (domain.md §8). */
export function monitorTop(
  plan: Plan,
  monitor: ProjectMonitor,
  facts: MoneyFacts,
  unit: MoneyUnit = 'wan',
  reached: Day = monitor.status.asOf,
): FormCell[][] {
  const { status, expected } = monitor
  const { sources, changes } = facts
  const { project } = status
  const period = periodText(status.asOf, reached)
  const doubt = sourceDoubtText(sources, unit)
  const carried = carriedMoney(status, `${period}执行数`)
  const expectedSpent = expected.entry?.amount ?? null
  const places = placesApart([project.budget, status.spent, expectedSpent], unit)
  const late = ['over-budget', 'severely-behind', 'behind', 'slightly-behind'].includes(status.standing.kind)
  return [
    [
      head('项目名称'),
      text(project.name, 2),
      head('主管部门及代码', 2),
      text(`${plan.department.code}${plan.department.name}`, 6),
      head('实施单位'),
      text(plan.department.name, 4),
    ],
    [
      head(`项目资金\n（${MONEY_UNIT_NAME[unit]}）`, 1, 6 + [doubt, carried].filter(Boolean).length),
      head('', 2),
      head('年初预算数', 3),
      head(`${period}执行数`, 4),
      head(`${period}执行率`, 2),
      head('全年预计执行数', 4),
    ],
    ...columnsAlike([
      [
        text('年度资金总额', 2),
        amountCell(project.budget, '', 3, unit, places),
        amountCell(status.spent, '未填报', 4, unit, places),
        rateCell(status.rate, '—', 2),
        amountCell(expectedSpent, '未填报', 4, unit, places),
      ],
      ...sources.rows.map((row, index): FormCell[] => [
        text(`${index === 0 ? '其中：' : '　　　'}${FUND_SOURCE_WORD[row.source]}`, 2),
        amountCell(row.initial, '', 3, unit),
        amountCell(row.executed, unstatedText(sources, row.source), 4, unit),
        row.budget && row.executed ? rateCell(executionRate(row.executed, row.budget), '', 2) : word('', 2),
        word('', 4),
      ]),
    ]),
    ...(carried === '' ? [] : [[text('执行数填报时点', 2), text(carried, 13)]]),
    ...(doubt === '' ? [] : [[text('分来源资金存疑', 2), text(doubt, 13)]]),
    [text('执行偏差原因及改进措施', 2), text(offPlanText(facts, status.asOf) || (late ? '未说明' : '—'), 13)],
    [head('年度总体\n目标'), text(project.goals.join('\n'), 15)],
    ...changesRow(changes, [1, 15], unit),
  ]
}

function ticks(row: MonitorRow | undefined, reason: string): FormCell[] {
  return [
    ...CATEGORIES.map((category) => tick(row?.deviations.some((own) => own.category === category) === true)),
    text(reason),
    ...LIKELIHOODS.map((likelihood) => tick(row?.expectation.likelihood === likelihood)),
  ]
}
