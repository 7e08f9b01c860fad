import type { KeptReview, Review } from '@/domain/papers/reviews'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import type { Sheet } from '@/domain/scoring/sheet'
import { plainNumber } from '../figures'
import { recordedDay } from '../ledger/recordedText'
import { rowName } from '../scoring/scoreWord'

/** What a 复评 or 绩效评价 gave which row. */
export function reviewRowsText(sheet: Sheet, entry: Review): string {
  return entry.kind === 're-evaluation'
    ? entry.rows.map(({ row, points }) => `${rowName(sheet, row)} ${plainNumber(points)} 分`).join('、')
    : entry.rows
        .map(({ row, points }) => {
          const name = EVALUATION_FRAME.find(({ id }) => id === row)?.name ?? '未列明的一行'
          return `${name} ${plainNumber(points)} 分`
        })
        .join('、')
}

/** A 复评 or 绩效评价 in one line: who gave what, when, and who took it back with which reason. */
export function reviewText(sheet: Sheet, { entry, withdrawn, replaced }: KeptReview): string {
  const said = `${entry.author}，${recordedDay(entry.recordedAt)}：${reviewRowsText(sheet, entry)}`
  if (withdrawn)
    return `${said}；${withdrawn.author} 于${recordedDay(withdrawn.recordedAt)}撤回，不计入：${withdrawn.reason}`
  return replaced
    ? `${said}；各行以${replaced.author} ${recordedDay(replaced.recordedAt)}再评的为准，不计入`
    : said
}
