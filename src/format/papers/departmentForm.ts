import type { DepartmentRow, DepartmentRowId, DepartmentSheet } from '@/domain/papers/departmentSheet'
import { hasUnsigned, type PaperSheet } from '@/domain/papers/paperFacts'
import { sum } from '@/domain/number/decimal'
import { sumMoney } from '@/domain/number/money'
import { rateBasisText } from '../board/rateBasis'
import { exactAmount, percent, plainNumber } from '../figures'
import { carriedIn, carriedNote } from '../scoring/carriedText'
import { pointsText } from '../scoring/scoreFormula'
import { GRADE_WORD } from '../scoring/scoreWord'
import { BAND_WORD } from '../words'
import { budgetChangesText } from './changesText'
import {
  amountCell,
  columnsAlike,
  head,
  nameAmong,
  notes,
  numberCell,
  placesApart,
  ROUNDING_RULE,
  rateCell,
  ratePlaces,
  text,
  word,
  type FormCell,
  type FormTable,
} from './formCells'

const ROW_WORD: Readonly<Record<DepartmentRowId, string>> = {
  execution: '预算执行',
  output: '履职产出',
  benefit: '履职效果',
  satisfaction: '满意度',
}

/** 部门整体支出绩效自评表 (domain.md §12), amounts in 万元; what is not in the ledger is said and never 0. */
export function departmentForm(sheet: DepartmentSheet, papers: readonly PaperSheet[]): FormTable {
  const { plan, goals } = sheet
  const above = [
    [head('部门名称'), text(`${plan.department.code}${plan.department.name}`, 6)],
    ...moneyRows(sheet),
    [head('年度总体\n目标', 1, 2), head('预期目标', 3), head('完成情况', 3)],
    [text((plan.facts?.overallGoals ?? []).join('\n') || '公开文本没有列出', 3), text(goalsText(goals), 3)],
  ]
  return {
    name: '部门整体',
    title: `部门整体支出绩效自评表（${plan.year}年度）`,
    upright: true,
    lead: [[`填报单位（盖章）：${plan.department.name}`], ['填报日期：　　　　年　　月　　日', '单位：万元']],
    widths: [10, 18, 12, 12, 12, 9, 22],
    heads: [
      { from: above.length, rows: 1, under: goals.length },
      { from: above.length + goals.length + 1, rows: 1 },
    ],
    rows: [
      ...above,
      [
        head('分项绩效\n目标', 1, goals.length + 1),
        ...['目标', '绩效指标'].map((name) => head(name, 2)),
        head('达成程度'),
        head('进展情况'),
      ],
      ...goals.map(({ goal, progress }): FormCell[] => [
        text(`${goal.title}\n${goal.goal}`, 2),
        text(goal.indicators.join('\n'), 2),
        text(progress ? BAND_WORD[progress.band] : '未填报'),
        text(progress?.text ?? ''),
      ]),
      [
        head('自评得分', 1, sheet.rows.length + 2),
        head('评分项'),
        head('分值'),
        head('得分率'),
        head('得分'),
        head('怎么算的', 2),
      ],
      ...sheet.rows.map((row): FormCell[] => [
        text(ROW_WORD[row.id]),
        numberCell(row.weight, ''),
        row.ratio
          ? rateCell(
              { kind: 'rate', percent: row.ratio.times(100) },
              '',
              1,
              ratePlaces(row.ratio, row.weight, row.points),
            )
          : word('未定'),
        numberCell(row.points, '未定'),
        text(howText(row, sheet), 2),
      ]),
      totalRow(sheet, papers),
    ],
    foot: [
      ['填报人及电话：', '单位负责人（签字）：'],
      [
        notes([
          '预算执行 10 分、履职产出 50 分、履职效果 30 分、满意度 10 分为内部口径，可按财政部门要求调整。',
          '分项绩效目标只有达成程度、没有分值，不折算得分；履职产出、履职效果、满意度取各项目自评表的得分率，按全年预算数加权。',
          '基本支出的执行数不在本系统台账中，预算执行按项目支出计算。',
          '有未填报的，暂不完整，不给等级。',
          ROUNDING_RULE,
          budgetChangesText(papers),
          hasUnsigned(papers) ? '总分后写“含未签认”的，有自评表尚未签认，得分和等级可能变动。' : '',
          carriedNote(sheet.sheets),
        ]),
      ],
    ],
  }
}

function moneyRows({ money, sheets }: DepartmentSheet): FormCell[][] {
  const { basic, initial, budget, spent, rate, reported, unreported } = money
  const places = placesApart([initial, budget, spent])
  const said = [
    unreported.length > 0 ? `${unreported.length} 个项目未填报，未计入执行数` : '',
    unreported.length > 0 ? rateBasisText(reported) : '',
    carriedIn(sheets.map(({ execution }) => execution)) && '执行数含沿用',
  ]
    .filter(Boolean)
    .join('；')
  return [
    [
      head('年度预算', 1, 4),
      ...['类别', '年初预算数', '全年预算数', '全年执行数', '执行率', '备注'].map((name) => head(name)),
    ],
    ...columnsAlike([
      [
        text('基本支出'),
        amountCell(basic, '未列出'),
        word('待填写'),
        word('未填报'),
        word('—'),
        text('全年预算数、执行数不在本系统台账中，由财务另行填列'),
      ],
      [
        text('项目支出'),
        amountCell(initial, '', 1, 'wan', places),
        amountCell(budget, '', 1, 'wan', places),
        amountCell(spent, '未填报', 1, 'wan', places),
        rateCell(rate, '—'),
        text(said),
      ],
      [
        head('合计'),
        amountCell(basic && sumMoney([basic, initial]), '待填写'),
        word('待填写'),
        word('待填写'),
        word('—'),
        text('基本支出填列后，与项目支出相加'),
      ],
    ]),
  ]
}

function goalsText(goals: DepartmentSheet['goals']): string {
  const said = (['achieved', 'partly', 'not'] as const).flatMap((band) => {
    const count = goals.filter(({ progress }) => progress?.band === band).length
    return count > 0 ? [`${BAND_WORD[band]} ${count} 项`] : []
  })
  const silent = goals.filter(({ progress }) => progress === null).length
  if (goals.length === 0) return '没有分项绩效目标'
  return `分项绩效目标 ${goals.length} 项：${[...said, ...(silent > 0 ? [`未填报 ${silent} 项`] : [])].join('，')}`
}

function howText(row: DepartmentRow, { money, sheets }: DepartmentSheet): string {
  const { id, weight, ratio, points, open, counted, rows } = row
  const all = sheets.map(({ project }) => project)
  if (open.length > 0)
    return `未填报或不能评分：${open.map(({ project }) => nameAmong(project, all)).join('、')}`
  if (ratio === null || points === null) return '没有可以计分的项目'
  if (id === 'execution')
    return money.spent
      ? `${exactAmount(money.spent, 'wan')} ÷ ${exactAmount(money.budget, 'wan')} × ${plainNumber(weight)} = ${pointsText(points)}${money.spent.gt(money.budget) ? '（超过100%按100%计）' : ''}${carriedIn(rows)}`
      : ''
  return `${counted.length} 个项目的得分率按全年预算数加权 ${percent(ratio.times(100), ratePlaces(ratio, weight, points), [])} × ${plainNumber(weight)} = ${pointsText(points)}${carriedIn(rows)}`
}

function totalRow({ rows, outcome }: DepartmentSheet, papers: readonly PaperSheet[]): FormCell[] {
  const complete = outcome.kind === 'complete'
  const unsigned = hasUnsigned(papers) ? '（含未签认）' : ''
  const mark = `${unsigned}${carriedIn(rows.flatMap((own) => own.rows))}`
  return [
    head('总分'),
    numberCell(sum(rows.map(({ weight }) => weight)), ''),
    word(''),
    numberCell(complete ? outcome.total : null, '暂不完整'),
    text(
      complete
        ? `等级：${GRADE_WORD[outcome.grade]}${mark}`
        : `暂不完整：已得 ${pointsText(outcome.scored)} 分${mark}，尚有 ${pointsText(outcome.open)} 分未定`,
      2,
    ),
  ]
}
