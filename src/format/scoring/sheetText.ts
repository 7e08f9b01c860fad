import type { Deviation, ScoreAdjustment } from '@/domain/ledger/entry'
import type { Decimal } from '@/domain/number/decimal'
import { offOf, type IndicatorRow, type Row } from '@/domain/scoring/row'
import type { Sheet } from '@/domain/scoring/sheet'
import { clauses } from '../clauses'
import { amount, plainNumber, rateText, targetText, type MoneyUnit } from '../figures'
import { changedFrom } from '../papers/changesText'
import { placesApart } from '../papers/formCells'
import { insteadText, recordedDay } from '../ledger/recordedText'
import { valuesText } from '../partText'
import { DEVIATION_WORD } from '../words'
import { carriedMark } from './carriedText'
import { outcomeText } from './outcomeText'
import { bandsText, schemeSourceText } from './schemeText'
import { pointsText, rowFormulaText } from './scoreFormula'
import { GRADE_WORD, OPEN_WORD } from './scoreWord'
import { schemeLabel, weightsFromText, weightsMovedText } from './weightsText'

/** One row of the sheet in words. `open` says why it has no points yet. */
export interface SheetRowText {
  readonly id: string
  readonly position: number
  readonly span: number
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly target: string
  /** The published 指标值 and the document that changed it; empty where it stands as published. */
  readonly changed: string
  readonly actual: string
  /** 「沿用6月底」 where the value was reported for an earlier checkpoint; empty otherwise. */
  readonly carried: string
  readonly weight: string
  readonly points: string
  readonly formula: string
  readonly open: string
  readonly reason: string
  readonly needsReason: boolean
  /** Who took points off, or took that back, with the reason; empty where nobody did. */
  readonly deduction: string
}

/** 项目支出绩效自评表 in words, cell for cell of the national layout (domain.md §7). */
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
    readonly deduction: string
  }
  readonly goals: readonly string[]
  readonly summary: string | null
  readonly rows: readonly SheetRowText[]
  readonly weight: string
  readonly total: string
  /** 等级 beside the total; what is still open where there is none. */
  readonly grade: string
  readonly scheme: string
  readonly schemeFrom: string
  readonly weightsFrom: string
}

/** A row's points, how they came about, or why there are none yet. */
export function scoredText(row: Row): { points: string; formula: string; open: string } {
  const { score, points } = row
  if (typeof score === 'string' || points === null) {
    return { points: '—', formula: '', open: typeof score === 'string' ? OPEN_WORD[score] : '' }
  }
  return {
    points: pointsText(points),
    formula: rowFormulaText(score.formula, offOf(row), points),
    open: '',
  }
}

/** Points off in words: how many, why and by whom, or that they are off no more, and whose earlier act that stands instead of; empty where none ever were. */
export function deductionText({ deduction, lifted, replaced, weight }: Row): string {
  const instead = replaced ? `，${replacedText(replaced)}` : ''
  if (deduction) {
    const above = deduction.pointsOff.gt(weight)
    const off = above
      ? `原扣 ${plainNumber(deduction.pointsOff)} 分，高于现在的分值，只按 ${plainNumber(weight)} 分计，需重新扣分`
      : `扣 ${plainNumber(deduction.pointsOff)} 分`
    return `${off}：${deduction.reason}（${deduction.author}）${instead}`
  }
  return lifted ? `扣分已取消：${lifted.reason}（${lifted.author}）${instead}` : ''
}

function replacedText(replaced: ScoreAdjustment): string {
  const { pointsOff } = replaced
  return insteadText(replaced, pointsOff.isZero() ? '所作的取消' : `所扣 ${plainNumber(pointsOff)} 分`)
}

/** 年度总体目标实际完成情况 as it was written; words from before a change of the budget say so, because nobody but their writer can bring them up to date. Empty where nothing was written. */
export function summaryText({ summary, adjustedSince }: Pick<Sheet, 'summary' | 'adjustedSince'>): string {
  if (!summary || summary.text.trim() === '') return ''
  return adjustedSince
    ? `${summary.text}（填写于${recordedDay(summary.recordedAt)}，预算调整前）`
    : summary.text
}

/** Lays out a sheet: every cell from the ledger, what nobody reported said as such and never 0. */
export function sheetText(sheet: Sheet, unit: MoneyUnit): SheetText {
  const { execution, indicators, project } = sheet
  const places = placesApart([execution.initialBudget, execution.budget, execution.spent], unit)
  return {
    money: {
      initial: amount(execution.initialBudget, unit, places),
      budget: amount(execution.budget, unit, places),
      spent: execution.spent ? amount(execution.spent, unit, places) : '未填报',
      rate: rateText(execution.rate, 2),
      weight: pointsText(execution.weight),
      over: execution.over,
      deduction: deductionText(execution),
      ...scoredText(execution),
    },
    goals: project.goals,
    summary: summaryText(sheet) || null,
    rows: indicators.map((row, index) => ({
      id: row.id,
      position: index + 1,
      span: spanOf(indicators, index),
      level1: row.indicator.level1,
      level2: row.indicator.level2,
      level3: row.indicator.level3,
      target: targetText(row.target),
      changed: changedFrom(row.targetChange, row.indicator.target),
      actual: valuesText(row),
      carried: carriedMark(row),
      weight: pointsText(row.weight),
      reason: clauses([deviationsText(row.deviations), deductionText(row)]),
      needsReason: row.needsReason && !row.explained,
      deduction: deductionText(row),
      ...scoredText(row),
    })),
    weight: pointsText(sumOf(sheet.rows.map((row) => row.weight))),
    total: sheet.outcome.kind === 'complete' ? pointsText(sheet.outcome.total) : '暂不完整',
    grade:
      sheet.outcome.kind === 'complete'
        ? `等级：${GRADE_WORD[sheet.outcome.grade]}`
        : outcomeText(sheet).text,
    scheme: schemeLabel(sheet),
    schemeFrom: schemeFromText(sheet),
    weightsFrom: weightsFromText(sheet),
  }
}

/** Which scheme a sheet is scored by, why, whether its points were changed, and which of its bands are ours. */
export function schemeFromText(sheet: Sheet): string {
  const { scheme, schemeSource } = sheet
  const named = `${scheme.document}（${schemeSourceText(schemeSource)}）`
  const moved = weightsMovedText(sheet)
  return clauses([moved === '' ? named : `按${named}，${moved}`, bandsText(scheme)])
}

/** 偏差原因 in one line, each with its category. */
export function deviationsText(deviations: readonly Deviation[]): string {
  return clauses(deviations.map(({ category, text }) => `${DEVIATION_WORD[category]}：${text}`))
}

/** The sum of points. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((all, value) => all.plus(value))
}

function spanOf(rows: readonly IndicatorRow[], index: number): number {
  const level = (at: number) => rows[at]?.indicator.level1
  if (index > 0 && level(index - 1) === level(index)) return 0
  let end = index + 1
  while (end < rows.length && level(end) === level(index)) end += 1
  return end - index
}
