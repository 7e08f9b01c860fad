import { ZERO } from '@/domain/number/decimal'
import type { Compared } from '@/domain/scoring/comparison'
import { whatMovesMost, type PointsSplit } from '@/domain/scoring/lostPoints'
import type { Sheet, SheetProblem } from '@/domain/scoring/sheet'
import { plainNumber, signed } from '../figures'
import { carriedIn } from './carriedText'
import { pointsText } from './scoreFormula'
import { GRADE_WORD, OPEN_WORD, rowName } from './scoreWord'
import { weightProblemText } from './weightsText'

/** The end of a sheet as one sentence, marked where it is made of what was reported for an earlier checkpoint; a grade only where the sheet is complete. */
export function outcomeText({ outcome, rows }: Sheet): { readonly text: string; readonly complete: boolean } {
  return outcome.kind === 'complete'
    ? {
        complete: true,
        text: `${pointsText(outcome.total)} 分，${GRADE_WORD[outcome.grade]}${carriedIn(rows)}`,
      }
    : {
        complete: false,
        text: `暂不完整：已得 ${pointsText(outcome.scored)} 分${carriedIn(rows)}，尚有 ${pointsText(outcome.open)} 分未定（${openText(outcome)}）`,
      }
}

function openText({ rows, unassigned }: Extract<Sheet['outcome'], { kind: 'incomplete' }>): string {
  return [
    ...(rows.length > 0 || unassigned.isZero() ? [`${rows.length} 行`] : []),
    ...(unassigned.isZero() ? [] : [`${plainNumber(unassigned)} 分未分配`]),
  ].join('，')
}

/** What stands between a sheet and its sign-off, in words; `row` leads to it. */
export function problemText(
  sheet: Sheet,
  problem: SheetProblem,
): { readonly text: string; readonly row: string | null } {
  switch (problem.kind) {
    case 'open':
      return { text: `${rowName(sheet, problem.row)}：${OPEN_WORD[problem.reason]}`, row: problem.row }
    case 'conflict':
      return { text: `${rowName(sheet, problem.row)}：填报不一致，请先在“审核”页核定`, row: problem.row }
    case 'missing-reason':
      return { text: `${rowName(sheet, problem.row)}：未说明偏差原因及改进措施`, row: problem.row }
    case 'deduction-without-reason':
      return { text: `${rowName(sheet, problem.row)}：扣分没有写明原因`, row: problem.row }
    case 'deduction-above-row': {
      const row = sheet.rows.find(({ id }) => id === problem.row)
      const [off, weight] = [row?.deduction?.pointsOff ?? ZERO, row?.weight ?? ZERO]
      return {
        text: `${rowName(sheet, problem.row)}：需重新扣分，原扣 ${plainNumber(off)} 分，高于现在的分值 ${plainNumber(weight)} 分`,
        row: problem.row,
      }
    }
    case 'unknown-scheme':
      return { text: `台账选定的评分方案“${problem.scheme}”本软件没有，请评价人员另行选定`, row: null }
    case 'missing-summary':
      return { text: '年度总体目标实际完成情况尚未填写', row: null }
    case 'unknown-row':
    case 'not-a-weight':
    case 'unplaced':
    case 'empty-group':
    case 'group-sum':
    case 'execution-weight':
    case 'total':
      return { text: weightProblemText(sheet, problem), row: null }
  }
}

/** A row that lost points, in words, with its points to be drawn. */
export interface LostText {
  readonly text: string
  readonly split: PointsSplit
}

/** What costs the most points, the most first. */
export function lostText(sheet: Sheet): readonly LostText[] {
  return whatMovesMost(sheet)
    .slice(0, 5)
    .map(({ row, lost }) => ({
      text: `${row.kind === 'execution' ? '预算执行率' : row.indicator.level3}：失 ${pointsText(lost)} 分（满分 ${plainNumber(row.weight)}）`,
      split: { had: row.weight.minus(lost), lost, open: ZERO },
    }))
}

/** The total under another scheme, beside the one that counts. */
export function comparedText({ sheet, difference }: Compared): {
  readonly scheme: string
  readonly total: string
  readonly note: string
} {
  const { outcome } = sheet
  return {
    scheme: sheet.scheme.document,
    total:
      outcome.kind === 'complete'
        ? `${pointsText(outcome.total)} 分，${GRADE_WORD[outcome.grade]}`
        : '不能算出总分',
    note:
      outcome.kind === 'complete'
        ? difference && !difference.isZero()
          ? `相差 ${signed(difference, 2)} 分`
          : '与本办法相同'
        : (sheet.problems[0] && problemText(sheet, sheet.problems[0]).text) || '',
  }
}
