import type { PaperSheet } from '@/domain/papers/paperFacts'
import { problemRows } from '@/domain/scoring/lostPoints'
import type { Row } from '@/domain/scoring/row'
import { keepsIncomplete, type Sheet } from '@/domain/scoring/sheet'
import { lastDayOfYear } from '@/domain/time/day'
import { unclosed } from '../clauses'
import { bracketed, carriedRow, carriedSpending } from '../scoring/carriedText'
import { problemText as openProblem } from '../scoring/outcomeText'
import { lostWords, pointsText } from '../scoring/scoreFormula'
import { OPEN_WORD, rowName } from '../scoring/scoreWord'
import { deviationsText, sheetText } from '../scoring/sheetText'
import { measureText, offBudgetCause } from './paperWords'

/** One problem as papers list it: the row it lies in (`null` where it is none), what it is, and why as it was written (empty where no reason belongs to it). */
export interface ProblemText {
  readonly row: string | null
  readonly text: string
  readonly cause: string
  /** What nobody reported, as a name in a list; absent of any other problem. */
  readonly silent?: string
}

/** 主要问题 of a project: the rows that lost points or missed (also where rounding or a weight of 0 costs nothing) with what they reached, and what nobody reported or else keeps the sheet 暂不完整, in the words of its own page. */
export function problemsOf(paper: PaperSheet): ProblemText[] {
  const { sheet } = paper
  const { rows, money } = sheetText(sheet, 'wan')
  const spending = bracketed(carriedSpending(sheet.execution))
  const lost = problemRows(sheet).map(({ row }): ProblemText => {
    const own = rows.find(({ id }) => id === row.id)
    const what = own
      ? `“${rowName(sheet, row.id)}”完成 ${own.actual}（指标值 ${[own.target, own.carried].filter(Boolean).join('，')}）`
      : `预算执行率 ${money.rate}${spending}`
    return { row: row.id, text: `${what}，${lostWords(row)}`, cause: causeOf(paper, row) }
  })
  const { id, over, spent } = { ...sheet.execution, id: sheet.project.id }
  const silent = rows
    .filter(({ open }) => open !== '')
    .map((row) => {
      const name = `“${rowName(sheet, row.id)}”`
      const own = { row: row.id, text: `${name}${row.open}`, cause: '' }
      return row.open === OPEN_WORD.unreported ? { ...own, silent: name } : own
    })
  const holding = sheet.problems
    .filter(
      (problem) =>
        keepsIncomplete(problem) &&
        (problem.kind !== 'open' || (problem.row === id && problem.reason !== 'unreported')),
    )
    .map((problem) => ({ cause: '', ...openProblem(sheet, problem) }))
  return [
    ...lost,
    ...holding,
    ...(spent === null ? [{ row: id, text: '支出未填报', cause: '', silent: '支出' }] : []),
    ...silent,
    ...(over
      ? [{ row: id, text: `支出超过全年预算数${spending}`, cause: causeOf(paper, sheet.execution) }]
      : []),
  ]
}

/** The problems of a project with all that nobody reported in one, where that are several 指标: 「7 项指标未填报：…」, the spending before them where it is silent too. */
export function silentTogether(problems: readonly ProblemText[], project: string): ProblemText[] {
  const silent = problems.filter(({ silent: name }) => name !== undefined)
  const names = silent.filter(({ row }) => row !== project).map(({ silent: name }) => name)
  if (names.length < 2) return [...problems]
  const money = silent.find(({ row }) => row === project)
  const whole: ProblemText = {
    row: money?.row ?? null,
    text: `${money ? `${money.text}；` : ''}${names.length} 项指标未填报：${names.join('、')}`,
    cause: '',
  }
  return problems.flatMap((own) => (own === silent[0] ? whole : silent.includes(own) ? [] : own))
}

const UNSAID = '未说明'

function causeOf(paper: PaperSheet, row: Row): string {
  if (!row.needsReason) return ''
  if (row.kind === 'execution') return offBudgetCause(paper) || UNSAID
  const said = row.parts
    .filter(({ attainment }) => attainment.kind === 'missed')
    .flatMap(({ entry }) => entry?.deviation ?? [])
  return deviationsText(said) || UNSAID
}

/** The problems of a project, each with its reason behind it, what nobody reported in one. */
export function problemLines(paper: PaperSheet): string[] {
  return silentTogether(problemsOf(paper), paper.sheet.project.id).map(({ text, cause }) =>
    cause === '' ? text : cause === UNSAID ? `${text}，未说明原因` : `${text}，原因：${unclosed([cause])}`,
  )
}

/** 改进措施 as they were written: what comes next for money that is off the budget, as far as it is still to come. What explains a miss is a reason and stands with its problem. */
export function measuresOf(paper: PaperSheet): string[] {
  const { execution, year } = paper.sheet
  const { needsReason, reason } = execution
  const next = needsReason && reason ? measureText(reason, lastDayOfYear(year)) : ''
  return next === '' ? [] : [`预算执行：${next}`]
}

/** What a 复评 found: the rows it gave fewer points than the self-evaluation, with its words. */
export function againProblems(sheet: Sheet): ProblemText[] {
  return (sheet.reEvaluation?.rows ?? []).flatMap(({ row, points, difference, text: why }) =>
    difference?.isNegative() && points && row.points
      ? {
          row: row.id,
          text: `${row.kind === 'execution' ? '预算执行率' : `“${rowName(sheet, row.id)}”`}${bracketed(carriedRow(row))}自评 ${pointsText(row.points)} 分、复评 ${pointsText(points)} 分：${why}`,
          cause: '',
        }
      : [],
  )
}
