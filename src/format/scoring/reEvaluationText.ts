import type { ReEvaluatedRow, ReEvaluatedSheet } from '@/domain/scoring/reEvaluation'
import type { Sheet } from '@/domain/scoring/sheet'
import { plainNumber, signed } from '../figures'
import { insteadText, recordedText } from '../ledger/recordedText'
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
        weight: pointsText(row.weight),
        own: row.points ? pointsText(row.points) : '未定',
        points: again?.stale ? '须重新复评' : again?.entry && again.points ? pointsText(again.points) : '—',
        difference: again?.difference ? signed(again.difference, 2) : '—',
        text: again ? [again.text, insteadOfText(again)].filter(Boolean).join('；') : '',
      }
    }),
    end: found ? endText(sheet, found) : '',
    by: found ? `${reviewersOf(found).join('、')}，${recordedText(found.last.recordedAt)}` : '',
  }
}

/** Everybody whose 复评 of a row counts, in the order of the rows; the last writer where none does. */
export function reviewersOf({ rows, last }: ReEvaluatedSheet): string[] {
  const own = [...new Set(rows.flatMap(({ entry }) => entry?.author ?? []))]
  return own.length > 0 ? own : [last.author]
}

/** Whose earlier 复评 of the row this one stands instead of, with its points; empty where there was none. */
export function insteadOfText({ replaced }: ReEvaluatedRow): string {
  return replaced ? insteadText(replaced.entry, `所评 ${plainNumber(replaced.points)} 分`) : ''
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
