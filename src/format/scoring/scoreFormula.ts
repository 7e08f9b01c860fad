import { Decimal, HUNDRED } from '@/domain/number/decimal'
import { lostBeforeRounding } from '@/domain/scoring/lostPoints'
import type { Formula } from '@/domain/scoring/points'
import type { Row } from '@/domain/scoring/row'
import type { NoShare, Share } from '@/domain/scoring/share'
import { exactAmount, figure, percent, plainNumber } from '../figures'
import { BAND_WORD } from '../words'
import { OURS } from './schemeText'

/** Points as the sheet prints them, 2 places. */
export function pointsText(points: Decimal): string {
  return figure(points, 2)
}

const NO_SHARE: Readonly<Record<NoShare, string>> = {
  'zero-target': '指标值为 0，未达到即不得分，得 0.00',
  negative: '完成值或指标值为负，不按比例计分，得 0.00',
  late: '晚于指标值规定的时间，得 0.00',
}

/** The formula of a row with its numbers in it, as far as the points by the rule: 「92 ÷ 95 × 10 = 9.68」; amounts in 万元. */
export function formulaText(formula: Formula): string {
  switch (formula.kind) {
    case 'full':
      return `达到指标值，得满分 ${pointsText(formula.points)}`
    case 'part': {
      const { part, whole, weight, points } = formula
      return `${plainNumber(part)} ÷ ${plainNumber(whole)} × ${plainNumber(weight)} = ${pointsText(points)}`
    }
    case 'band': {
      const { band, percent: given, weight, points } = formula
      return `${BAND_WORD[band]} ${plainNumber(given)}% × ${plainNumber(weight)} = ${pointsText(points)}`
    }
    case 'none':
      return NO_SHARE[formula.why]
    case 'below-floor':
      return `${shareText(formula.share, formula.floor)}，不足 ${plainNumber(formula.floor)}%，得 0.00`
    case 'execution':
      return executionText(formula)
    case 'execution-band':
      return bandText(formula)
  }
}

function shareText(share: Share, floor: Decimal): string {
  if (share.kind === 'band') return `${BAND_WORD[share.band]} ${plainNumber(share.percent)}%`
  if (share.kind !== 'part') return ''
  const ratio = share.part.times(HUNDRED).div(share.whole)
  return `${plainNumber(share.part)} ÷ ${plainNumber(share.whole)} = ${percent(ratio, 2, floor)}`
}

function executionText(formula: Extract<Formula, { kind: 'execution' }>): string {
  const { spent, budget, weight, points, limit } = formula
  const quotient = `${exactAmount(spent, 'wan')} ÷ ${exactAmount(budget, 'wan')}`
  if (limit === 'over') return `${quotient}，超过 100%，按 100% 计，得满分 ${pointsText(points)}`
  if (limit === 'negative') return `${quotient}，累计支出为负，得 0.00`
  return `${quotient} × ${plainNumber(weight)} = ${pointsText(points)}`
}

function bandText(formula: Extract<Formula, { kind: 'execution-band' }>): string {
  const { spent, budget, rate, from, below, share, weight, points, ours } = formula
  const cuts = [from, below].filter((cut) => cut !== null)
  const head = `${exactAmount(spent, 'wan')} ÷ ${exactAmount(budget, 'wan')} = ${percent(rate, 2, cuts)}`
  const band =
    from === null
      ? `不足 ${below ? plainNumber(below) : ''}%`
      : below === null
        ? `达到 ${plainNumber(from)}%`
        : `${plainNumber(from)}%（含）至 ${plainNumber(below)}%`
  return `${head}，${band}，按 ${plainNumber(share)}% 计：${plainNumber(share)}% × ${plainNumber(weight)} = ${pointsText(points)}${ours ? `（分档为${OURS}）` : ''}`
}

/** The formula of a row with what the evaluator took off behind it: 「…= 9.68，扣 1.00 分，得 8.68」. */
export function rowFormulaText(formula: Formula, off: Decimal | null, points: Decimal): string {
  const text = formulaText(formula)
  return off?.gt(0) ? `${text}，扣 ${plainOff(off)} 分，得 ${pointsText(points)}` : text
}

/** A loss that rounding to a hundredth gives back. */
export const UNDER_A_HUNDREDTH = '不足 0.01 分'

/** What a scored row lost and why: by its result (失), by points taken off (扣, with the reason), or both. */
export function lostWords(row: Row): string {
  const { score, points, weight, deduction } = row
  if (typeof score === 'string' || points === null) return ''
  if (weight.isZero()) return '未达标，分值为 0，不计分'
  const [lost, off] = [weight.minus(score.points), score.points.minus(points)]
  const byResult = lost.gt(0)
    ? `失 ${pointsText(lost)} 分`
    : lostBeforeRounding(row).gt(0)
      ? `失分${UNDER_A_HUNDREDTH}`
      : ''
  return [byResult, off.gt(0) ? `扣 ${plainOff(off)} 分（${deduction?.reason.trim() || '未写明原因'}）` : '']
    .filter(Boolean)
    .join('，')
}

function plainOff(off: Decimal): string {
  return figure(off, Math.max(2, off.decimalPlaces()))
}
