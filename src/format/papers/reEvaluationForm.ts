import type { PaperSheet } from '@/domain/papers/paperFacts'
import { sum } from '@/domain/number/decimal'
import type { Plan } from '@/domain/plan/plan'
import type { ReEvaluatedRow } from '@/domain/scoring/reEvaluation'
import { signed } from '../figures'
import { recordedDay } from '../ledger/recordedText'
import { actualText, carriedSpending } from '../scoring/carriedText'
import { outcomeText } from '../scoring/outcomeText'
import { insteadOfText, reEvaluationText, reviewersOf } from '../scoring/reEvaluationText'
import { sheetText } from '../scoring/sheetText'
import { changesRow, withChange } from './changesText'
import { dash, head, numberCell, sheetName, text, word, type FormCell, type FormTable } from './formCells'
import { signedLines } from './paperWords'
import { reviewText } from './reviewText'

/** 项目绩效自评复评表 (domain.md §12): 自评分 | 复评分 | 差异 | 说明 row by row; a row nobody looked at again keeps its own points and says so. */
export function reEvaluationForm(plan: Plan, { sheet, facts }: PaperSheet): FormTable {
  const { reEvaluation: again, outcome, execution } = sheet
  const words = sheetText(sheet, 'wan')
  const all = reEvaluationText(sheet)
  return {
    name: sheetName(sheet.project),
    title: `项目绩效自评复评表（${sheet.year}年度）`,
    lead: [
      [
        `被复评单位：${plan.department.name}`,
        '复评单位（盖章）：',
        `复评日期：${again ? recordedDay(again.last.recordedAt) : '　　　　年　　月　　日'}`,
      ],
    ],
    widths: [12, 28, 20, 20, 9, 9, 9, 9, 34],
    heads: [{ from: 0, rows: 2, under: words.rows.length + 1 }],
    rows: [
      [head('项目名称'), text(sheet.project.name, 8)],
      [
        '一级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '自评分',
        '复评分',
        '差异',
        '复评说明',
      ].map((name) => head(name)),
      [
        head('预算执行率', 2),
        dash(),
        text(actualText({ actual: words.money.rate, carried: carriedSpending(execution) })),
        ...pointsCells(sheet.execution.weight, execution.points, again?.rows[0] ?? null),
      ],
      ...words.rows.map((row, index): FormCell[] => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level3),
        text(withChange(row)),
        text(actualText(row)),
        ...pointsCells(
          sheet.indicators[index]?.weight ?? null,
          sheet.indicators[index]?.points ?? null,
          again?.rows[index + 1] ?? null,
        ),
      ]),
      [
        head('总分', 4),
        numberCell(sum(sheet.rows.map(({ weight }) => weight)), ''),
        numberCell(outcome.kind === 'complete' ? outcome.total : null, '暂不完整'),
        again ? numberCell(again.total, '暂不完整') : word('未复评'),
        differenceCell(again?.difference ?? null),
        text(all.end),
      ],
      [head('自评等级'), text(outcomeText(sheet).text, 8)],
      ...changesRow(facts.changes, [1, 8]),
      [head('评分方案'), text(words.schemeFrom, 8)],
      [head('分值依据'), text(words.weightsFrom, 8)],
      ...(facts.withdrawn.length === 0
        ? []
        : [[head('撤回的复评'), text(facts.withdrawn.map((own) => reviewText(sheet, own)).join('\n'), 8)]]),
      [head('审核签认'), text(signedLines(sheet, facts).join('\n'), 8)],
    ],
    foot: [
      [`复评人员：${again ? reviewersOf(again).join('、') : ''}`, '单位负责人（签字）：'],
      ['注：复评不改自评分；没有复评的行，复评分照自评分计入复评总分，以“—”表示；复评分不高于分值。'],
    ],
  }
}

function pointsCells(
  weight: ReEvaluatedRow['points'],
  own: ReEvaluatedRow['points'],
  again: ReEvaluatedRow | null,
): FormCell[] {
  return [
    numberCell(weight, '—'),
    numberCell(own, '未定'),
    numberCell(again?.entry ? again.points : null, again?.stale ? '须重新复评' : '—'),
    differenceCell(again?.difference ?? null),
    text(
      again?.entry
        ? [
            [again.text, again.entry.author].filter(Boolean).join('（') + (again.text ? '）' : ''),
            insteadOfText(again),
          ]
            .filter(Boolean)
            .join('；')
        : '',
    ),
  ]
}

/** A difference of points with its sign; 「—」 where there is none to tell. */
function differenceCell(value: ReEvaluatedRow['difference']): FormCell {
  return value ? { kind: 'number', text: signed(value, 2), value, places: 2 } : word('—')
}
