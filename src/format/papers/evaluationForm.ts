import { sum } from '@/domain/number/decimal'
import type { FramePart, StartedEvaluation, StartedRow } from '@/domain/papers/evaluationFrame'
import type { Plan } from '@/domain/plan/plan'
import { percent, plainNumber } from '../figures'
import { pointsText } from '../scoring/scoreFormula'
import { head, numberCell, sheetName, text, word, type FormCell, type FormTable } from './formCells'

const PART_WORD: Readonly<Record<FramePart, string>> = {
  decision: '决策',
  process: '过程',
  output: '产出',
  benefit: '效益',
}

/** 绩效评价指标评分表 (domain.md §12): what starts from the self-evaluation says how; what is the evaluator's reads 待评 and leaves room for its basis. */
export function evaluationForm(plan: Plan, evaluation: StartedEvaluation): FormTable {
  const { sheet, rows } = evaluation
  return {
    name: sheetName(sheet.project),
    title: `项目绩效评价指标评分表（${sheet.year}年度）`,
    lead: [[`被评价单位：${plan.department.name}`, '评价机构（盖章）：', '评价日期：　　　　年　　月　　日']],
    widths: [12, 26, 11, 11, 50, 36],
    rows: [
      [head('项目名称'), text(sheet.project.name, 5)],
      [
        head('一级指标'),
        head('二级指标'),
        head('分值'),
        head('得分'),
        head('评分依据'),
        head('评价意见及扣分说明'),
      ],
      ...rows.map((own, index): FormCell[] => [
        ...(spanOf(rows, index) > 0 ? [head(partText(own.row.part, rows), 1, spanOf(rows, index))] : []),
        text(own.row.name),
        numberCell(own.row.weight, ''),
        numberCell(own.points, '待评'),
        text(basisText(own)),
        text(''),
      ]),
      [
        head('总分', 2),
        numberCell(sum(rows.map(({ row: { weight } }) => weight)), ''),
        word('待评'),
        text(
          `按自评得分率起算 ${pointsText(evaluation.points)} 分，待评 ${pointsText(evaluation.toJudge)} 分；评完以前没有总分和等级`,
          2,
        ),
      ],
    ],
    foot: [
      ['评价人员（签字）：', '评价机构负责人（签字）：'],
      [
        '注：决策 15 分、过程 20 分、产出 35 分、效益 30 分为内部口径，以委托评价的文件为准；产出、效益从自评表得分率起算，评价人员可以改，改分要写依据；决策、过程由评价人员逐项评分并写明依据。',
      ],
    ],
  }
}

function partText(part: FramePart, rows: readonly StartedRow[]): string {
  const weights = rows.filter(({ row }) => row.part === part).map(({ row }) => row.weight)
  return `${PART_WORD[part]}（${plainNumber(sum(weights))} 分）`
}

function spanOf(rows: readonly StartedRow[], index: number): number {
  const part = (at: number) => rows[at]?.row.part
  if (index > 0 && part(index - 1) === part(index)) return 0
  return rows.filter(({ row }) => row.part === part(index)).length
}

function basisText({ state, ratio, points, row, indicators }: StartedRow): string {
  const names = indicators.map(({ indicator }) => indicator.level3).join('、')
  switch (state) {
    case 'to-judge':
      return '待评：由评价人员评分，写明依据'
    case 'none':
      return '待评：绩效目标表没有这类指标'
    case 'open':
      return `待评：自评未填报或不能评分（${names}）`
    case 'started':
      return `自评得分率 ${ratio ? percent(ratio.times(100), 2, []) : ''} × ${plainNumber(row.weight)} = ${points ? pointsText(points) : ''}（${names}）`
  }
}
