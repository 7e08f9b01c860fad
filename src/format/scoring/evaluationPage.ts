import { ZERO, type Decimal } from '@/domain/number/decimal'
import type { Compared } from '@/domain/scoring/comparison'
import { printedWeight } from '@/domain/plan/printedWeight'
import { pointsSplit, whatMovesMost, type PointsSplit } from '@/domain/scoring/lostPoints'
import type { PrintedWeights } from '@/domain/scoring/printedWeights'
import type { Place } from '@/domain/scoring/ranking'
import type { IndicatorRow, Row } from '@/domain/scoring/row'
import type { Grade } from '@/domain/scoring/scheme'
import type { Sheet, SheetProblem } from '@/domain/scoring/sheet'
import type { YearState } from '@/domain/scoring/signOff'
import type { WeightProblem } from '@/domain/scoring/weights'
import type { OpenReason } from '@/domain/scoring/yearEnd'
import { valuesText } from '../partText'
import { amount, plainNumber, rateText, signed, targetText, type MoneyUnit } from '../figures'
import { recordedText } from '../projectPage'
import { pointsText, rowFormulaText } from './scoreFormula'
import { bandsText, GROUP_WORD, schemeSourceText } from './schemeText'
import { DEVIATION_WORD } from '../words'

/** The grades as 财预〔2020〕10号 calls them. */
export const GRADE_WORD: Readonly<Record<Grade, string>> = {
  excellent: '优',
  good: '良',
  fair: '中',
  poor: '差',
}

const OPEN_WORD: Readonly<Record<OpenReason, string>> = {
  unreported: '未填报',
  'not-judged': '不能按指标值评判',
  'no-base': '全年预算数为 0，没有执行率',
  'band-without-points': '只填了达成程度，分值未定',
  'outside-band': '分值不在所选档次内',
}

/** One row of the sheet in words. `open` says why it has no points yet. */
export interface SheetRowText {
  readonly id: string
  readonly position: number
  readonly span: number
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  readonly points: string
  readonly formula: string
  readonly open: string
  readonly reason: string
  readonly needsReason: boolean
}

/** 项目支出绩效自评表 in words, cell for cell of the national layout (DOMAIN.md §7). */
export interface SheetText {
  readonly money: {
    readonly initial: string
    readonly budget: string
    readonly spent: string
    readonly rate: string
    readonly weight: string
    readonly points: string
    readonly formula: string
    readonly open: string
    readonly over: boolean
  }
  readonly goals: readonly string[]
  readonly summary: string | null
  readonly rows: readonly SheetRowText[]
  readonly weight: string
  readonly total: string
  readonly scheme: string
  readonly schemeFrom: string
  readonly weightsFrom: string
}

function scoredText(row: Row): { points: string; formula: string; open: string } {
  const { score, points, deduction } = row
  if (typeof score === 'string' || points === null) {
    return { points: '—', formula: '', open: typeof score === 'string' ? OPEN_WORD[score] : '' }
  }
  return {
    points: pointsText(points),
    formula: rowFormulaText(score.formula, deduction?.pointsOff ?? null, points),
    open: '',
  }
}

/** Lays out a sheet: every cell from the ledger, what nobody reported said as such and never 0. */
export function sheetText(sheet: Sheet, unit: MoneyUnit): SheetText {
  const { execution, indicators, summary, project } = sheet
  const money = (value: Parameters<typeof amount>[0] | null) => (value ? amount(value, unit) : '未填报')
  return {
    money: {
      initial: amount(execution.initialBudget, unit),
      budget: amount(execution.budget, unit),
      spent: money(execution.spent),
      rate: rateText(execution.rate, 2),
      weight: plainNumber(execution.weight),
      over: execution.over,
      ...scoredText(execution),
    },
    goals: project.goals,
    summary: summary && summary.text.trim() !== '' ? summary.text : null,
    rows: indicators.map((row, index) => ({
      id: row.id,
      position: index + 1,
      span: spanOf(indicators, index),
      level1: row.indicator.level1,
      level2: row.indicator.level2,
      level3: row.indicator.level3,
      target: targetText(row.target),
      actual: valuesText(row),
      weight: plainNumber(row.weight),
      reason: [
        ...row.deviations.map(({ category, text }) => `${DEVIATION_WORD[category]}：${text}`),
        ...(row.deduction ? [`扣分：${row.deduction.reason}`] : []),
      ].join('；'),
      needsReason: row.needsReason && !row.explained,
      ...scoredText(row),
    })),
    weight: plainNumber(sumOf(sheet.rows.map((row) => row.weight))),
    total: sheet.outcome.kind === 'complete' ? pointsText(sheet.outcome.total) : '暂不完整',
    scheme: sheet.scheme.document,
    schemeFrom: schemeFromText(sheet),
    weightsFrom: weightsFromText(sheet),
  }
}

/** Which scheme a sheet is scored by, why, and which of its bands are ours. */
export function schemeFromText({ scheme, schemeSource }: Sheet): string {
  return [`${scheme.document}（${schemeSourceText(schemeSource)}）`, bandsText(scheme)]
    .filter(Boolean)
    .join('；')
}

/** Where the weights of a sheet come from, and why the table's own are not used where it prints some. */
export function weightsFromText(sheet: Sheet): string {
  const { weightSource: source } = sheet
  if (source.kind === 'set') {
    const { author, recordedAt, reason } = source.entry
    return `人工设定：${author}，${recordedText(recordedAt)}${reason.trim() === '' ? '' : `，${reason}`}`
  }
  const lapsed = sheet.lapsed ? `；${sheet.lapsed.author} 按原评分方案设定的分值，方案改变后不再采用` : ''
  if (source.kind === 'printed') return `表内分值：按绩效目标表所列，各一级指标合计与办法相符${lapsed}`
  const why = unusedText(sheet, source.printed)
  return why === ''
    ? `平均分配：绩效目标表没有列分值，在各一级指标内均分${lapsed}`
    : `平均分配：绩效目标表列有分值，但${why}，没有采用；在各一级指标内均分，需要按表内分值的请评价人员设定并写明理由${lapsed}`
}

/** A printed 分值 as points to be typed; `null` where none is printed, the text as it stands where it cannot be read. */
export function printedPoints(text: string | null | undefined): string | null {
  if ((text ?? '').trim() === '') return null
  const value = printedWeight(text)
  return value ? plainNumber(value) : (text ?? null)
}

function unusedText(sheet: Sheet, printed: Exclude<PrintedWeights, { kind: 'fit' }>): string {
  const names = (rows: readonly string[]) => rows.map((row) => rowName(sheet, row)).join('、')
  switch (printed.kind) {
    case 'none':
      return ''
    case 'incomplete':
      return `${names(printed.rows)}没有写`
    case 'unreadable':
      return `${names(printed.rows)}写的不是 0 到 100 之间、最多两位小数的数`
    case 'other-sums':
      return [
        ...printed.groups.map(
          ({ group, expected, actual }) =>
            `${GROUP_WORD[group]}指标合计 ${plainNumber(actual)} 分，办法为 ${plainNumber(expected)} 分`,
        ),
        ...(printed.unplaced.length > 0 ? [`${names(printed.unplaced)}的一级指标不在本办法之列`] : []),
      ].join('，')
  }
}

function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((all, value) => all.plus(value))
}

function spanOf(rows: readonly IndicatorRow[], index: number): number {
  const level = (at: number) => rows[at]?.indicator.level1
  if (index > 0 && level(index - 1) === level(index)) return 0
  let end = index + 1
  while (end < rows.length && level(end) === level(index)) end += 1
  return end - index
}

/** The end of a sheet as one sentence; a grade only where the sheet is complete. */
export function outcomeText({ outcome }: Sheet): { readonly text: string; readonly complete: boolean } {
  return outcome.kind === 'complete'
    ? { complete: true, text: `${pointsText(outcome.total)} 分，${GRADE_WORD[outcome.grade]}` }
    : {
        complete: false,
        text: `暂不完整：已得 ${pointsText(outcome.scored)} 分，尚有 ${pointsText(outcome.open)} 分未定（${openText(outcome)}）`,
      }
}

function openText({ rows, unassigned }: Extract<Sheet['outcome'], { kind: 'incomplete' }>): string {
  return [
    ...(rows.length > 0 || unassigned.isZero() ? [`${rows.length} 行`] : []),
    ...(unassigned.isZero() ? [] : [`${plainNumber(unassigned)} 分未分配`]),
  ].join('，')
}

function rowName(sheet: Sheet, id: string): string {
  return sheet.indicators.find((row) => row.id === id)?.indicator.level3 ?? '预算执行率'
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

/** What is wrong with weights, in words. */
export function weightProblemText(sheet: Sheet, problem: WeightProblem): string {
  switch (problem.kind) {
    case 'unknown-row':
      return `权重中的 ${problem.row} 不是本项目的指标`
    case 'not-a-weight':
      return `${rowName(sheet, problem.row)}的分值「${problem.text}」不是 0 到 100 之间、最多两位小数的数`
    case 'unplaced':
      return `${rowName(sheet, problem.row)}的一级指标不在本办法之列，请指定分值并写明理由`
    case 'empty-group':
      return problem.group === 'cost'
        ? `没有成本指标，其 ${plainNumber(problem.expected)} 分未分配，请评价人员记录分值并写明文号和理由`
        : `没有${GROUP_WORD[problem.group]}指标，其 ${plainNumber(problem.expected)} 分无处可分，请调整并写明理由`
    case 'group-sum':
      return `${GROUP_WORD[problem.group]}指标应共 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分；确需如此的请写明理由`
    case 'execution-weight':
      return `预算执行率应为 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分；确需如此的请写明理由`
    case 'total':
      return `全部分值应共 ${plainNumber(problem.expected)} 分，现为 ${plainNumber(problem.actual)} 分`
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

/** The rule of the ranking, shown beside it. */
export const RANKING_RULE =
  '按自评总分由高到低；同分同名次，次序依公开文本；暂不完整的不排名次，列在最后（内部口径）'

/** A project in the department's ranking. */
export interface PlaceText {
  readonly position: number
  readonly rank: string
  readonly name: string
  readonly execution: string
  readonly indicators: string
  readonly total: string
  readonly grade: string
  readonly state: string
  readonly split: PointsSplit
  readonly splitText: string
}

/** Lays out the ranking; an incomplete sheet has neither rank nor grade. */
export function placeText({ rank, sheet }: Place, state: YearState): PlaceText {
  const { outcome, execution, indicators, project } = sheet
  const scored = indicators.flatMap((row) => row.points ?? [])
  return {
    position: project.position,
    rank: rank === null ? '—' : String(rank),
    name: project.name,
    execution: execution.points ? pointsText(execution.points) : '未定',
    indicators: scored.length === indicators.length ? pointsText(sumOf(scored)) : '未定',
    total: outcome.kind === 'complete' ? pointsText(outcome.total) : '暂不完整',
    grade: outcome.kind === 'complete' ? GRADE_WORD[outcome.grade] : '—',
    state: yearStateText(state),
    split: pointsSplit(sheet),
    splitText: splitText(pointsSplit(sheet)),
  }
}

function splitText({ had, lost, open }: PointsSplit): string {
  return [
    `得 ${pointsText(had)} 分`,
    ...(lost.gt(0) ? [`失 ${pointsText(lost)} 分`] : []),
    ...(open.gt(0) ? [`未定 ${pointsText(open)} 分`] : []),
  ].join('，')
}

/** Whether a year is signed off, in words. */
export function yearStateText(state: YearState): string {
  if (state.kind === 'signed-off') {
    return `${state.signOff.author} 于 ${recordedText(state.signOff.recordedAt)} 签认`
  }
  return state.reopened ? `已重开：${state.reopened.reason}（${state.reopened.author}）` : '未签认'
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
