import type { ReEvaluatedSheet } from '@/domain/scoring/reEvaluation'
import type { Sheet } from '@/domain/scoring/sheet'
import { plainNumber, signed } from '../figures'
import { recordedText } from '../ledger/recordedText'
import { pointsText } from './scoreFormula'
import { GRADE_WORD, rowName } from './scoreWord'

/** A row of 复评: 自评分 | 复评分 | 差异 | 说明. */
export interface ReEvaluatedText {
  readonly id: string
  readonly name: string
  readonly weight: string
  readonly own: string
  readonly points: string
  readonly difference: string
  readonly text: string
}

/** 复评 in words, row by row beside 自评, with its end and who made it last; both empty where nobody re-evaluated. */
export function reEvaluationText(sheet: Sheet): {
  readonly rows: readonly ReEvaluatedText[]
  readonly end: string
  readonly by: string
} {
  const { reEvaluation: found } = sheet
  return {
    rows: sheet.rows.map((row, index) => {
      const again = found?.rows[index]
      return {
        id: row.id,
        name: rowName(sheet, row.id),
        weight: plainNumber(row.weight),
        own: row.points ? pointsText(row.points) : '未定',
        points: again?.entry && again.points ? pointsText(again.points) : '—',
        difference: again?.difference ? signed(again.difference, 2) : '—',
        text: again?.text ?? '',
      }
    }),
    end: found ? endText(sheet, found) : '',
    by: found ? `${found.last.author}，${recordedText(found.last.recordedAt)}` : '',
  }
}

function endText(sheet: Sheet, { total, difference, grade, stale }: ReEvaluatedSheet): string {
  if (stale.length > 0)
    return `${stale.map((row) => rowName(sheet, row)).join('、')}的复评分高于现在的分值，不计入，请重新复评`
  if (!total || !grade) return '复评暂不完整：还有未定的行'
  const beside = difference
    ? `，比自评 ${difference.isZero() ? '不增不减' : `${signed(difference, 2)} 分`}`
    : ''
  return `复评 ${pointsText(total)} 分，${GRADE_WORD[grade]}${beside}`
}
