import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { sum } from '@/domain/number/decimal'
import { EVALUATION_FRAME, startedEvaluation } from '@/domain/papers/evaluationFrame'
import { actual } from '../build'
import { laidOut, sheetOf } from '../scoring/sheets'

const ROWS = [
  ['产出指标', '数量指标', '≥90%'],
  ['产出指标', '质量指标', '≥90%'],
  ['产出指标', '时效指标', '≥90%'],
  ['产出指标', '成本指标', '≥90%'],
  ['效果指标', '社会效益指标', '≥90%'],
  ['效果指标', '可持续影响指标', '≥90%'],
  ['满意度指标', '服务对象满意度指标', '≥90%'],
] as const

function started(rows: readonly (readonly [string, string, string])[], values: readonly string[]) {
  const project = laidOut(rows)
  const entries = project.indicators.flatMap(({ id }, at): Entry[] =>
    values[at] ? [actual(id, '2020-12-31', values[at])] : [],
  )
  return startedEvaluation(sheetOf(project, entries))
}

const shown = ({ rows }: ReturnType<typeof started>) =>
  rows.map(({ points, state }) => points?.toFixed(2) ?? state).join(' ')
const OWN = 'to-judge to-judge to-judge to-judge to-judge'
const MET = Array.from({ length: 7 }, () => '95%')

describe('绩效评价 (domain.md §12)', () => {
  it('has 100 points: 决策 15, 过程 20, 产出 35, 效益 30', () => {
    const of = (part: string) =>
      sum(EVALUATION_FRAME.filter((row) => row.part === part).map(({ weight }) => weight))
    expect(['decision', 'process', 'output', 'benefit'].map((part) => of(part).toFixed())).toEqual([
      '15',
      '20',
      '35',
      '30',
    ])
  })

  it.each([
    ['all met', ROWS, MET, `${OWN} 8.75 8.75 8.75 8.75 10.00 10.00 10.00`, '65.00', '35.00'],
    [
      'half of the quantity, a third of satisfaction: 8.75 × 0.5 half up, 10 × 30 ÷ 90',
      ROWS,
      ['45%', ...MET.slice(0, 5), '30%'],
      `${OWN} 4.38 8.75 8.75 8.75 10.00 10.00 3.33`,
      '53.96',
      '35.00',
    ],
    [
      'one silent',
      ROWS,
      [...MET.slice(0, 6), ''],
      `${OWN} 8.75 8.75 8.75 8.75 10.00 10.00 open`,
      '55.00',
      '45.00',
    ],
    ['nothing reported', ROWS, [], `${OWN} open open open open open open open`, '0.00', '100.00'],
    [
      'no 成本 in the plan: the evaluator judges it',
      ROWS.filter(([, level2]) => level2 !== '成本指标'),
      MET.slice(1),
      `${OWN} 8.75 8.75 8.75 none 10.00 10.00 10.00`,
      '56.25',
      '43.75',
    ],
  ] as const)('%s', (_, rows, values, points, had, toJudge) => {
    const own = started(rows, values)
    expect(shown(own)).toBe(points)
    expect(own.points.toFixed(2)).toBe(had)
    expect(own.toJudge.toFixed(2)).toBe(toJudge)
  })
})
