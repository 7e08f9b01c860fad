import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { sum } from '@/domain/number/decimal'
import { EVALUATION_FRAME, startedEvaluation } from '@/domain/papers/evaluationFrame'
import { actual, dec } from '../build'
import { laidOut, sheetOf, weigh } from '../scoring/sheets'

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

describe('which 二级指标 a row starts from', () => {
  it.each([
    ['经济效益指标', 'benefit', '社会效益（含经济、生态效益）'],
    ['生态效益指标', 'benefit', '社会效益（含经济、生态效益）'],
    ['社会公众满意度指标', 'benefit', '社会效益（含经济、生态效益） 满意度'],
    ['可持续影响指标', 'benefit', '可持续影响'],
    ['产出数量', 'output', '产出数量'],
    ['经济成本指标', 'output', '产出成本'],
    ['其他', 'output', ''],
  ])('%s', (level2, _, names) => {
    const { rows } = started([['产出指标', level2, '≥90%']], ['95%'])
    expect(
      rows
        .filter(({ state }) => state === 'started')
        .map(({ row }) => row.name)
        .join(' '),
    ).toBe(names)
  })

  it('all of them together, by their weights; one without weight is none', () => {
    const two = [
      ['产出指标', '数量指标', '≥90%'],
      ['产出指标', '数量指标', '≥90%'],
    ] as const
    const { rows } = started(two, ['90%', '45%'])
    const quantity = rows.find(({ row }) => row.name === '产出数量')
    expect([quantity?.indicators.length, quantity?.ratio?.toFixed()]).toEqual([2, '0.75'])
    const project = laidOut(two)
    const weights = { [`${project.id}/1`]: '50', [`${project.id}/2`]: '0' }
    const sheet = sheetOf(project, [
      weigh(project.id, weights, '统一', '字1号'),
      actual(`${project.id}/1`, '2020-12-31', '45%'),
    ])
    const own = startedEvaluation(sheet).rows.find(({ row }) => row.name === '产出数量')
    expect([own?.state, own?.indicators.length, own?.ratio?.toFixed()]).toEqual(['started', 1, '0.5'])
  })

  it('a frame of a place’s own, its rows in its order', () => {
    const frame = [{ part: 'output', name: '数量', weight: dec('100'), from: /数量/ }] as const
    const project = laidOut([['产出指标', '数量指标', '≥90%']])
    const own = startedEvaluation(sheetOf(project, [actual(`${project.id}/1`, '2020-12-31', '45%')]), frame)
    expect([own.points.toFixed(), own.toJudge.toFixed()]).toEqual(['50', '0'])
    expect(own.sheet.project).toBe(project)
  })
})
