import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HUNDRED, sum } from '@/domain/number/decimal'
import type { Project } from '@/domain/plan/plan'
import { printedWeights } from '@/domain/scoring/printedWeights'
import { FLOOR_2021, LINEAR_2020, SCHEMES } from '@/domain/scoring/scheme'
import { equalParts, weightsInForce } from '@/domain/scoring/weights'
import { dec } from '../build'
import { laidOut, projectWith, reportedAll, sheetOf, weigh } from './sheets'

const PLAIN = projectWith()
function printing(...weights: (string | null | undefined)[]): Project {
  return {
    ...PLAIN,
    indicators: PLAIN.indicators.map((row, index) =>
      weights[index] === undefined ? row : { ...row, weight: weights[index] },
    ),
  }
}
const FIT = ['20', '10', '10', '10', '20', '10', '10'] as const
const texts = (project: Project) =>
  [...weightsInForce(project, LINEAR_2020, null).weights.values()].map((weight) => weight.toFixed())

describe('分值 that the table prints', () => {
  it('are used where every indicator has one and every group comes to the points of the scheme', () => {
    const project = printing(...FIT)
    expect(printedWeights(project, LINEAR_2020).kind).toBe('fit')
    expect(texts(project)).toEqual(['10', ...FIT])
    const sheet = sheetOf(project, reportedAll(project))
    expect(sheet.weightSource).toEqual({ kind: 'printed' })
    expect(sheet.problems.filter(({ kind }) => kind === 'group-sum' || kind === 'total')).toEqual([])
  })

  it('are read as printed', () => {
    expect(
      printedWeights(printing('２０', '10分', ' 10 分', '10%', '20.00', '10', '10'), LINEAR_2020).kind,
    ).toBe('fit')
  })

  it.each<[string, (string | null | undefined)[], unknown]>([
    ['none in the table', [], { kind: 'none' }],
    ['a column left blank', [null, null, null, '', null, null, null], { kind: 'none' }],
    [
      'one missing',
      ['20', '10', null, '10', '20', '10', '10'],
      { kind: 'incomplete', rows: [`${PLAIN.id}/3`] },
    ],
    ['words', ['20', '10', '若干', '10', '20', '10', '10'], { kind: 'unreadable', rows: [`${PLAIN.id}/3`] }],
    ['below 0', ['30', '-10', '20', '10', '20', '10', '10'], { kind: 'unreadable', rows: [`${PLAIN.id}/2`] }],
    ['3 places', ['19.999', '10.001', '10', '10', '20', '10', '10'], { kind: 'unreadable' }],
    [
      '100 without 执行率',
      ['20', '20', '10', '10', '20', '10', '10'],
      { kind: 'other-sums', groups: [{ group: 'output', expected: dec(50), actual: dec(60) }] },
    ],
    [
      '90 in other groups',
      ['20', '20', '10', '10', '10', '10', '10'],
      { kind: 'other-sums', groups: [{ group: 'output' }, { group: 'benefit', actual: dec(20) }] },
    ],
    ['a hundredth short', ['19.99', '10', '10', '10', '20', '10', '10'], { kind: 'other-sums' }],
  ])('%s: equal weights, and why', (_, weights, printed) => {
    const project = printing(...weights)
    expect(printedWeights(project, LINEAR_2020)).toMatchObject(printed as object)
    expect(texts(project)).toEqual(texts(PLAIN))
    expect(sheetOf(project, []).weightSource).toMatchObject({ kind: 'equal', printed })
  })

  it('of a row that the scheme cannot place are not used', () => {
    const other = laidOut([
      ['产出指标', '数量指标', '≥90%'],
      ['效益指标', '社会效益指标', '≥90%'],
      ['满意度指标', '满意度', '≥90%'],
      ['别的指标', '别的', '≥90%'],
    ])
    const project = {
      ...other,
      indicators: other.indicators.map((row, index) => ({
        ...row,
        weight: ['50', '30', '10', '0'][index] ?? '',
      })),
    }
    expect(printedWeights(project, LINEAR_2020)).toMatchObject({
      kind: 'other-sums',
      groups: [],
      unplaced: [`${other.id}/4`],
    })
  })

  it('give way to what an evaluator sets, row by row, and belong to one scheme', () => {
    const project = printing(...FIT)
    const set = weigh(project.id, { [`${project.id}/1`]: '15', [`${project.id}/2`]: '15' })
    const sheet = sheetOf(project, [set])
    expect(sheet.weightSource).toMatchObject({ kind: 'set', entry: set, afterResults: false })
    expect(sheet.rows.map(({ weight }) => weight.toFixed())).toEqual([
      '10',
      '15',
      '15',
      '10',
      '10',
      '20',
      '10',
      '10',
    ])
    expect(printedWeights(project, FLOOR_2021).kind).toBe('other-sums')
  })

  it('make 100 with 预算执行率 whenever they are used', () => {
    const cell = fc.constantFrom(
      '0',
      '5',
      '10',
      '12.5',
      '15',
      '20',
      '25',
      '10分',
      '',
      '若干',
      null,
      undefined,
    )
    const fitting = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 30 }))
      .map(([a, b]) => [
        ...[dec(a), ...equalParts(dec(50 - a), 3)].map((own) => own.toFixed()),
        dec(b).toFixed(),
        dec(30 - b).toFixed(),
        '10',
      ])
    fc.assert(
      fc.property(fc.oneof(fitting, fc.array(cell, { minLength: 7, maxLength: 7 })), (weights) => {
        for (const scheme of SCHEMES) {
          const found = printedWeights(printing(...weights), scheme)
          if (found.kind !== 'fit') continue
          expect(sum(found.weights.values()).plus(scheme.execution.weight).eq(HUNDRED)).toBe(true)
          expect(found.weights.size).toBe(7)
        }
      }),
    )
  })
})
