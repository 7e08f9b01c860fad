import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { toWan, type Money } from '@/domain/number/money'
import type { ProjectMonitor } from '@/domain/monitoring/monitor'
import { planRateOf } from '@/domain/status/projectStatus'
import type { PaperSheet } from '@/domain/papers/paperFacts'
import { problemRows } from '@/domain/scoring/lostPoints'
import { reportedOnly } from '@/domain/status/reportedOnly'
import { ranking } from '@/domain/scoring/ranking'
import { placeText } from '../scoring/rankingText'
import { sheetText } from '../scoring/sheetText'
import { rateBasisText } from '../board/rateBasis'
import { planPercent, signedAmount } from '../figures'
import { actualText, bracketed, carriedMoney, carriedSpending } from '../scoring/carriedText'
import {
  amountCell,
  columnsAlike,
  figure,
  head,
  nameAmong,
  numberCell,
  placesApart,
  rateCell,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'
import { monitorText } from '../monitoring/monitorPage'
import { pointsText, UNDER_A_HUNDREDTH } from '../scoring/scoreFormula'
import { rowName } from '../scoring/scoreWord'
import { LIGHT_WORD, STANDING_WORD } from '../words'
import { deviationText, executionReason } from './selfEvaluationForm'

const wan = (value: Money | null, places: number) => amountCell(value, '未填报', 1, 'wan', places)
const MISSED = new Set(['near', 'partial', 'far', 'unreported'])

/** The tables at the end of a monitoring report, in 万元: money by project with its sum, and every indicator that is missed or that nobody reported. */
export function monitorTables(
  department: DepartmentStatus,
  monitors: readonly ProjectMonitor[],
): FormTable[] {
  const { projects, budget, spent, rate, unreported, indicators } = department
  const all = projects.map(({ project }) => project)
  const missed = monitors.flatMap((monitor) =>
    monitorText(monitor, 'wan')
      .rows.filter(({ light }) => MISSED.has(light))
      .map((row): FormCell[] => [
        text(nameAmong(monitor.status.project, all)),
        text(row.level3),
        text(row.target),
        text(actualText({ actual: row.judged, carried: row.carried })),
        text(LIGHT_WORD[row.light]),
        text(row.reason || (row.light === 'unreported' ? '—' : '未说明原因')),
      ]),
  )
  return [
    {
      name: '预算执行',
      title: '附表1　项目预算执行情况（万元）',
      widths: [28, 14, 14, 11, 11, 14, 11, 10],
      rows: [
        ['项目', '全年预算数', '累计支出', '执行率', '计划比率', '实支减计划', '支出状态', '达标指标'].map(
          (words) => head(words),
        ),
        ...columnsAlike([
          ...projects.map((status): FormCell[] => {
            const plan = planRateOf(status)
            const gap = 'gap' in status.standing ? status.standing.gap : null
            const places = placesApart([status.budget, status.spent])
            const met = status.indicators.filter(({ light }) => light === 'met').length
            return [
              text(`${nameAmong(status.project, all)}${bracketed(carriedMoney(status, '累计支出'))}`),
              wan(status.budget, places),
              wan(status.spent, places),
              rateCell(status.rate, '—'),
              word(plan ? planPercent(plan) : '未到期'),
              figure(gap ? signedAmount(gap, 'wan') : '—', gap && toWan(gap), 2),
              text(STANDING_WORD[status.standing.kind]),
              word(`${met}/${status.indicators.length}`),
            ]
          }),
          [
            head(
              unreported.length > 0
                ? `合计（${[`${unreported.length} 个项目未填报，支出未计入`, rateBasisText(reportedOnly(projects))].filter(Boolean).join('；')}）`
                : '合计',
            ),
            wan(budget, placesApart([budget, spent])),
            wan(spent, placesApart([budget, spent])),
            rateCell(rate, '—'),
            text(''),
            text(''),
            text(''),
            word(`${indicators.met}/${indicators.total}`),
          ],
        ]),
      ],
    },
    listed(
      '未达标和未填报的指标',
      `附表2　未达标和未填报的指标（${missed.length} 项）`,
      [
        ['项目', 20],
        ['指标', 26],
        ['指标值', 10],
        ['完成值', 14],
        ['状态', 10],
        ['原因', 30],
      ],
      missed,
    ),
  ]
}

/** The tables at the end of a self-evaluation report: the ranking, and every row that lost points; what is 暂不完整 has neither rank nor grade. */
export function evaluationTables(papers: readonly PaperSheet[]): FormTable[] {
  const sheets = papers.map(({ sheet }) => sheet)
  const all = sheets.map(({ project }) => project)
  const places = ranking(sheets).map((place): FormCell[] => {
    const words = placeText(place, { kind: 'open', reopened: null })
    const { outcome, execution, project } = place.sheet
    return [
      word(words.rank),
      text(nameAmong(project, all)),
      figure(words.execution, execution.points, 2),
      word(words.indicators),
      figure(words.total, outcome.kind === 'complete' ? outcome.total : null, 2),
      text(words.grade),
    ]
  })
  const lost = papers.flatMap((paper) => {
    const { sheet } = paper
    const { rows, money } = sheetText(sheet, 'wan')
    return problemRows(sheet).map(({ row, lost: points }): FormCell[] => {
      const own = rows.find(({ id }) => id === row.id)
      return [
        text(nameAmong(sheet.project, all)),
        text(rowName(sheet, row.id)),
        text(own?.target ?? '100%'),
        text(actualText(own ?? { actual: money.rate, carried: carriedSpending(sheet.execution) })),
        numberCell(row.weight, ''),
        points.isZero()
          ? word(row.weight.isZero() ? '不计分' : UNDER_A_HUNDREDTH)
          : figure(pointsText(points), points, 2),
        text(own ? deviationText(own) : executionReason(paper)),
      ]
    })
  })
  return [
    listed(
      '得分',
      '附表1　项目自评得分',
      [
        ['名次', 8],
        ['项目', 30],
        ['预算执行率得分', 16],
        ['指标得分', 14],
        ['总分', 14],
        ['等级', 10],
      ],
      places,
    ),
    listed(
      '失分',
      `附表2　失分的评分项（${lost.length} 项）`,
      [
        ['项目', 20],
        ['评分项', 24],
        ['指标值', 10],
        ['完成值', 12],
        ['分值', 8],
        ['失分', 8],
        ['原因及扣分说明', 30],
      ],
      lost,
    ),
  ]
}

function listed(
  name: string,
  title: string,
  columns: readonly (readonly [words: string, width: number])[],
  rows: readonly (readonly FormCell[])[],
): FormTable {
  return {
    name,
    title,
    widths: columns.map(([, width]) => width),
    rows: [
      columns.map(([words]) => head(words)),
      ...(rows.length > 0 ? rows : [[text('没有', columns.length)]]),
    ],
  }
}
