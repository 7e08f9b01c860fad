import { describe, expect, it } from 'vitest'
import type { Formula } from '@/domain/scoring/points'
import { executionScore, indicatorScore } from '@/domain/scoring/points'
import { FLOOR_2021, LINEAR_2020, type Scheme } from '@/domain/scoring/scheme'
import type { Share } from '@/domain/scoring/share'
import { formulaText, rowFormulaText } from '@/format/scoring/scoreFormula'
import { dec, wan } from '../../domain/build'

const of = (share: Share, weight: string, scheme: Scheme = LINEAR_2020): Formula =>
  indicatorScore(share, dec(weight), scheme).formula
const part = (a: string, b: string): Share => ({ kind: 'part', part: dec(a), whole: dec(b) })
const execution = (spent: string, budget: string, scheme: Scheme = LINEAR_2020): Formula => {
  const score = executionScore(wan(spent), wan(budget), dec(10), scheme)
  if (typeof score === 'string') throw new Error(score)
  return score.formula
}

describe('the formula of a row, its numbers in it', () => {
  it.each<[Formula, string]>([
    [of(part('92', '95'), '10'), '92 ÷ 95 × 10 = 9.68'],
    [of(part('94.996', '95'), '12.5'), '94.996 ÷ 95 × 12.5 = 12.50'],
    [of(part('1200', '1500'), '10'), '1,200 ÷ 1,500 × 10 = 8.00'],
    [of(part('0', '95'), '10'), '0 ÷ 95 × 10 = 0.00'],
    [of({ kind: 'full' }, '12.5'), '达到指标值，得满分 12.50'],
    [of({ kind: 'band', band: 'achieved', percent: dec(95) }, '15'), '达成预期指标 95% × 15 = 14.25'],
    [of({ kind: 'none', why: 'zero-target' }, '10'), '指标值为 0，未达到即不得分，得 0.00'],
    [of({ kind: 'none', why: 'negative' }, '10'), '完成值或指标值为负，不按比例计分，得 0.00'],
    [of({ kind: 'none', why: 'late' }, '10'), '晚于指标值规定的时间，得 0.00'],
    [of(part('50', '95'), '10', FLOOR_2021), '50 ÷ 95 = 52.63%，不足 60%，得 0.00'],
    [of(part('59.9999', '100'), '10', FLOOR_2021), '59.9999 ÷ 100 = 59.9999%，不足 60%，得 0.00'],
    [
      of({ kind: 'band', band: 'not', percent: dec(40) }, '10', FLOOR_2021),
      '未达成且效果较差 40%，不足 60%，得 0.00',
    ],
    [execution('65.07', '65.66'), '65.07 ÷ 65.66 × 10 = 9.91'],
    [execution('4023.1', '4023.1'), '4,023.10 ÷ 4,023.10 × 10 = 10.00'],
    [execution('70', '65.66'), '70.00 ÷ 65.66，超过 100%，按 100% 计，得满分 10.00'],
    [execution('-1', '65.66'), '−1.00 ÷ 65.66，累计支出为负，得 0.00'],
    [
      execution('94.999', '100', FLOOR_2021),
      '94.999 ÷ 100.00 = 94.999%，80%（含）至 95%，按 80% 计：80% × 10 = 8.00（分档为内部口径）',
    ],
    [
      execution('97', '100', FLOOR_2021),
      '97.00 ÷ 100.00 = 97.00%，达到 95%，按 100% 计：100% × 10 = 10.00（分档为内部口径）',
    ],
    [
      execution('9', '100', FLOOR_2021),
      '9.00 ÷ 100.00 = 9.00%，不足 60%，按 0% 计：0% × 10 = 0.00（分档为内部口径）',
    ],
  ])('%#: %s', (formula, text) => {
    expect(formulaText(formula)).toBe(text)
  })

  it('says what was taken off behind it', () => {
    const formula = of(part('92', '95'), '10')
    expect(rowFormulaText(formula, dec(1), dec('8.68'))).toBe('92 ÷ 95 × 10 = 9.68，扣 1.00 分，得 8.68')
    expect(rowFormulaText(formula, null, dec('9.68'))).toBe('92 ÷ 95 × 10 = 9.68')
  })
})
