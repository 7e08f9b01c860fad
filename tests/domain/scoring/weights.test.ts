import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HUNDRED, sum } from '@/domain/number/decimal'
import type { Project } from '@/domain/plan/plan'
import { FLOOR_2021, LINEAR_2020 } from '@/domain/scoring/scheme'
import { defaultWeights, equalParts, readPoints, weightProblems } from '@/domain/scoring/weights'
import { dec } from '../build'
import { laidOut, projectWith } from './sheets'

const project = projectWith()
const row = (position: number) => `${project.id}/${position}`
const texts = (of: Project, scheme = LINEAR_2020) =>
  [...defaultWeights(of, scheme)].map(([, weight]) => weight.toFixed())
const output = (count: number): (readonly [string, string, string])[] =>
  Array.from({ length: count }, () => ['产出指标', '数量指标', '≥90%'] as const)
const REST = [
  ['效益指标', '社会效益指标', '≥90%'],
  ['满意度指标', '服务对象满意度指标', '≥90%'],
] as const

describe('equal parts', () => {
  it.each([
    ['50', 4, '12.5 12.5 12.5 12.5'],
    ['30', 2, '15 15'],
    ['10', 1, '10'],
    ['50', 3, '16.67 16.67 16.66'],
    ['50', 7, '7.15 7.15 7.14 7.14 7.14 7.14 7.14'],
    ['20', 0, ''],
    ['0', 2, '0 0'],
  ])('%s in %i: %s', (points, count, parts) => {
    expect(equalParts(dec(points), count).map((part) => part.toFixed())).toEqual(
      parts === '' ? [] : parts.split(' '),
    )
  })

  it('always add up, differ by a hundredth at most and have 2 places at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 60 }), (cents, count) => {
        const points = dec(cents).div(100)
        const parts = equalParts(points, count)
        expect(sum(parts).toFixed()).toBe(points.toFixed())
        expect((parts[0] ?? points).minus(parts.at(-1) ?? points).lte('0.01')).toBe(true)
        expect(parts.every((part) => part.decimalPlaces() <= 2)).toBe(true)
      }),
    )
  })
})

describe('default weights', () => {
  it('are 12.5 × 4, 15 × 2, 10 and 10 for the printed layout', () => {
    expect(texts(project)).toEqual(['10', '12.5', '12.5', '12.5', '12.5', '15', '15', '10'])
  })

  it('make 成本 a group of its own in 2021', () => {
    const plan = laidOut([['产出指标', '数量指标', '≥90%'], ['产出指标', '成本指标', '≥90%'], ...REST])
    expect(texts(plan, LINEAR_2020)).toEqual(['10', '25', '25', '30', '10'])
    expect(texts(plan, FLOOR_2021)).toEqual(['10', '40', '20', '20', '10'])
  })

  it('stay with the indicator when the list is in another order', () => {
    const three = laidOut([...output(3), ...REST])
    const backwards = { ...three, indicators: [...three.indicators].reverse() }
    expect(
      [...defaultWeights(backwards, LINEAR_2020)].sort(([a], [b]) => a.localeCompare(b)).map(String),
    ).toEqual([...defaultWeights(three, LINEAR_2020)].sort(([a], [b]) => a.localeCompare(b)).map(String))
  })

  it('give the tenth indicator no hundredth before the second', () => {
    const twelve = laidOut([...output(12), ...REST])
    const weights = defaultWeights(twelve, LINEAR_2020)
    expect(weights.get(`${twelve.id}/2`)?.toFixed()).toBe('4.17')
    expect(weights.get(`${twelve.id}/10`)?.toFixed()).toBe('4.16')
  })
})

describe('a typed weight', () => {
  it.each([
    ['12.5', '12.5'],
    ['12.5分', '12.5'],
    ['１２．５ 分', '12.5'],
    ['0', '0'],
    ['100', '100'],
    ['100.01', null],
    ['-1', null],
    ['', null],
    ['十', null],
    ['10%', null],
  ])('%s: %s', (text, value) => {
    expect(readPoints(text)?.toFixed() ?? null).toBe(value)
  })
})

describe('proposed weights', () => {
  const kinds = (
    weights: Record<string, string>,
    reason = '',
    of = project,
    scheme = LINEAR_2020,
    document = '',
  ) =>
    weightProblems(of, scheme, weights, { document, reason }).map((problem) =>
      'group' in problem
        ? `${problem.kind} ${problem.group}`
        : 'row' in problem
          ? `${problem.kind} ${problem.row.slice(-2)}`
          : problem.kind,
    )

  it.each<[string, Record<string, string>, string, string[]]>([
    ['nothing set', {}, '', []],
    ['moved inside a group', { [row(1)]: '20', [row(2)]: '5' }, '', []],
    ['a group short', { [row(1)]: '10' }, '', ['group-sum output', 'total']],
    ['a group short by 0.01', { [row(1)]: '12.49' }, '', ['group-sum output', 'total']],
    ['between groups', { [row(1)]: '7.5', [row(5)]: '20' }, '', ['group-sum output', 'group-sum benefit']],
    ['between groups with a reason', { [row(1)]: '7.5', [row(5)]: '20' }, '突出效益', []],
    [
      'a blank reason lifts nothing',
      { [row(1)]: '7.5', [row(5)]: '20' },
      '  ',
      ['group-sum output', 'group-sum benefit'],
    ],
    [
      'execution moved',
      { [project.id]: '0', [row(7)]: '20' },
      '',
      ['execution-weight', 'group-sum satisfaction'],
    ],
    ['execution moved with a reason', { [project.id]: '0', [row(7)]: '20' }, '无预算', []],
    ['not 100, whatever the reason', { [row(7)]: '5' }, '酌情', ['total']],
    ['another row', { [`${project.id}/9`]: '10' }, '', ['unknown-row /9']],
    ['no number', { [row(1)]: '很多' }, '', ['not-a-weight /1']],
    [
      'finer than the sheet prints',
      { [row(1)]: '12.505', [row(2)]: '12.495' },
      '',
      ['not-a-weight /1', 'not-a-weight /2'],
    ],
    ['below 0', { [row(1)]: '-1' }, '', ['not-a-weight /1']],
  ])('%s', (_, weights, reason, expected) => {
    expect(kinds(weights, reason)).toEqual(expected)
  })

  it('say what no group takes, and the group that nothing fills', () => {
    const odd = laidOut([...output(2), ['投入指标', '资金', '≥90%'], ['满意度指标', '', '≥90%']])
    expect(kinds({}, '', odd)).toEqual(['unplaced /3', 'empty-group benefit', 'total'])
    expect(kinds({ [`${odd.id}/3`]: '30' }, '按效益计', odd)).toEqual([])
  })

  it('a plan without 成本 leaves 20 points of the 2021 scheme to nobody until weights bear a document number', () => {
    const none = laidOut([...output(1), ...REST])
    expect(kinds({}, '', none, FLOOR_2021)).toEqual(['empty-group cost', 'total'])
    const moved = { [`${none.id}/1`]: '60' }
    expect(kinds(moved, '未设成本指标', none, FLOOR_2021)).toEqual(['empty-group cost'])
    expect(kinds(moved, '', none, FLOOR_2021, '县财〔2022〕6号')).toContain('empty-group cost')
    expect(kinds(moved, '未设成本指标', none, FLOOR_2021, '县财〔2022〕6号')).toEqual([])
  })

  it('the printed layout stands under both schemes when nothing is set', () => {
    expect(sum(defaultWeights(project, LINEAR_2020).values()).eq(HUNDRED)).toBe(true)
  })
})
