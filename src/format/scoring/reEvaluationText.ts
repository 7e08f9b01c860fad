import type { ReEvaluatedSheet } from '@/domain/scoring/reEvaluation'
import type { Sheet } from '@/domain/scoring/sheet'
import { plainNumber, signed } from '../figures'
import { recordedText } from '../ledger/recordedText'
import { pointsText } from './scoreFormula'
import { outcomeText } from './outcomeText'
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
        points: again?.stale ? '须重新复评' : again?.entry && again.points ? pointsText(again.points) : '—',
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
    return `${stale.map((row) => rowName(sheet, row)).join('、')}须重新复评：复评以后分值、评分方案或自评分有变动，原复评分不计入`
  if (!total || !grade) return `复评暂不完整：自评${outcomeText(sheet).text}`
  const beside = difference
    ? `，比自评 ${difference.isZero() ? '不增不减' : `${signed(difference, 2)} 分`}`
    : ''
  return `复评 ${pointsText(total)} 分，${GRADE_WORD[grade]}${beside}`
}
