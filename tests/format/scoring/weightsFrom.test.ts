import { describe, expect, it } from 'vitest'
import type { Project } from '@/domain/plan/plan'
import { printedPoints, weightsFromText } from '@/format/scoring/weightsText'
import { sheetText } from '@/format/scoring/sheetText'
import { laidOut, projectWith, sheetOf, weigh } from '../../domain/scoring/sheets'

const PLAIN = projectWith()
const printing = (...weights: (string | null)[]): Project => ({
  ...PLAIN,
  indicators: PLAIN.indicators.map((row, index) => ({
    ...row,
    level3: `指标${index + 1}`,
    weight: weights[index] ?? null,
  })),
})

describe('where weights come from', () => {
  it.each([
    ['表内分值：按绩效目标表所列，各一级指标合计与办法相符', ['20', '10', '10', '10', '20', '10', '10']],
    ['平均分配：绩效目标表没有列分值，在各一级指标内均分', []],
    [
      '平均分配：绩效目标表列有分值，但指标2、指标3没有写，没有采用；在各一级指标内均分，需要按表内分值的请评价人员设定并写明理由',
      ['20', null, null, '10', '20', '10', '10'],
    ],
    [
      '平均分配：绩效目标表列有分值，但产出指标合计 60 分，办法为 50 分，没有采用；在各一级指标内均分，需要按表内分值的请评价人员设定并写明理由',
      ['30', '10', '10', '10', '20', '10', '10'],
    ],
    [
      '平均分配：绩效目标表列有分值，但指标1写的不是 0 到 100 之间、最多两位小数的数，没有采用；在各一级指标内均分，需要按表内分值的请评价人员设定并写明理由',
      ['若干', '10', '10', '10', '20', '10', '10'],
    ],
  ])('%s', (text, weights) => {
    const sheet = sheetOf(printing(...weights), [])
    expect(weightsFromText(sheet)).toBe(text)
    expect(sheetText(sheet, 'wan').weightsFrom).toBe(text)
  })

  it.each([
    [3, '（产出指标尾差 0.02 分计入前 2 项，每项 0.01 分）', '16.67 16.67 16.66 30 10'],
    [6, '（产出指标尾差 0.02 分计入前 2 项，每项 0.01 分）', '8.34 8.34 8.33 8.33 8.33 8.33 30 10'],
    [7, '（产出指标尾差 0.02 分计入前 2 项，每项 0.01 分）', '7.15 7.15 7.14 7.14 7.14 7.14 7.14 30 10'],
    [4, '', '12.5 12.5 12.5 12.5 30 10'],
  ])('%i rows: hundredths left over go where 分值依据 says', (count, said, points) => {
    const outputs = Array.from({ length: count }, () => ['产出指标', '数量指标', '≥90%'] as const)
    const sheet = sheetOf(
      laidOut([...outputs, ['效益指标', '社会效益指标', '≥90%'], ['满意度指标', '满意度指标', '≥90%']]),
      [],
    )
    expect(sheet.indicators.map(({ weight }) => weight.toFixed()).join(' ')).toBe(points)
    expect(weightsFromText(sheet)).toBe(`平均分配：绩效目标表没有列分值，在各一级指标内均分${said}`)
  })

  it('one hundredth left over goes to the first row, of every 一级指标 that leaves one', () => {
    const rows = (level1: string, count: number) =>
      Array.from({ length: count }, () => [level1, '数量指标', '≥90%'] as const)
    const text = weightsFromText(
      sheetOf(laidOut([...rows('产出指标', 7), ...rows('效益指标', 1), ...rows('满意度指标', 3)]), []),
    )
    expect(text).toContain(
      '（产出指标尾差 0.02 分计入前 2 项，每项 0.01 分；满意度指标尾差 0.01 分计入第一项）',
    )
  })

  it('says who set them, and why', () => {
    const project = printing()
    const set = weigh(project.id, { [`${project.id}/1`]: '15' }, '按重要程度')
    expect(weightsFromText(sheetOf(project, [set]))).toMatch(/^人工设定：.+，按重要程度，.+ 12\.5 → 15$/)
  })

  it.each([
    ['１０分', '10'],
    ['12.50', '12.5'],
    ['若干', '若干'],
    [' ', null],
    [null, null],
    [undefined, null],
  ])('%s is typed as %s', (text, points) => {
    expect(printedPoints(text)).toBe(points)
  })
})
