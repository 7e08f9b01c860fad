import { describe, expect, it } from 'vitest'
import { judge, type Reported } from '@/domain/status/attainment'
import { HEBEI } from '@/domain/plan/preset'
import { afterPointsOff, executionScore, indicatorScore, roundPoints } from '@/domain/scoring/points'
import { FLOOR_2021, LINEAR_2020, type Scheme } from '@/domain/scoring/scheme'
import { shareOf } from '@/domain/scoring/share'
import { parseTarget } from '@/domain/plan/target'
import { day, dec, wan } from '../build'

function scored(targetText: string, reported: Reported, weight: string, scheme: Scheme): string {
  const target = parseTarget(targetText)
  const attainment = judge(target, reported, HEBEI, null, 2020)
  if (attainment.kind !== 'met' && attainment.kind !== 'missed') return attainment.kind
  const share = shareOf(target, reported, attainment)
  if (typeof share === 'string') return share
  return `${attainment.kind} ${indicatorScore(share, dec(weight), scheme).points.toFixed(2)}`
}

describe('indicator points, 2020', () => {
  it.each([
    // ≥: the cut and 0.01 on both sides
    ['≥95%', '95', '10', 'met 10.00'],
    ['≥95%', '95.01', '10', 'met 10.00'],
    ['≥95%', '94.99', '10', 'missed 10.00'],
    ['≥95%', '94.996', '10', 'missed 10.00'],
    ['≥95%', '94', '10', 'missed 9.89'],
    ['≥95%', '92', '10', 'missed 9.68'],
    ['≥95%', '92', '12.5', 'missed 12.11'],
    ['≥95%', '200', '10', 'met 10.00'],
    ['≥95%', '0', '10', 'missed 0.00'],
    ['≥95%', '-5', '10', 'missed 0.00'],
    ['≥1年', '0.5', '12.5', 'missed 6.25'],
    // > is strict at the target: missed, with a ratio of 1
    ['>95%', '95', '10', 'missed 10.00'],
    ['>95%', '95.01', '10', 'met 10.00'],
    ['>95%', '94.99', '10', 'missed 10.00'],
    ['>95%', '47.5', '10', 'missed 5.00'],
    // ≤ overshoot
    ['≤5起', '5', '10', 'met 10.00'],
    ['≤5起', '4.99', '10', 'met 10.00'],
    ['≤5起', '0', '10', 'met 10.00'],
    ['≤5起', '5.01', '10', 'missed 9.98'],
    ['≤5起', '10', '10', 'missed 5.00'],
    ['≤5起', '1000000', '10', 'missed 0.00'],
    ['<5起', '5', '10', 'missed 10.00'],
    ['<5起', '4.99', '10', 'met 10.00'],
    // =: below and above
    ['=100%', '100', '12.5', 'met 12.50'],
    ['=100%', '100.01', '12.5', 'met 12.50'],
    ['=100%', '99.99', '12.5', 'missed 12.50'],
    ['=100%', '80', '12.5', 'missed 10.00'],
    ['100', '50', '10', 'missed 5.00'],
    // target 0: met or 0
    ['=0次', '0', '10', 'met 10.00'],
    ['=0次', '0.01', '10', 'missed 0.00'],
    ['=0次', '-1', '10', 'missed 0.00'],
    ['≤0起', '0', '10', 'met 10.00'],
    ['≤0起', '1', '10', 'missed 0.00'],
    ['>0起', '0', '10', 'missed 0.00'],
    ['<0', '0', '10', 'missed 0.00'],
    ['≥0', '0', '10', 'met 10.00'],
    ['≥0', '-1', '10', 'missed 0.00'],
    // ranges: the nearer bound
    ['90-95%', '90', '10', 'met 10.00'],
    ['90-95%', '95', '10', 'met 10.00'],
    ['90-95%', '89.99', '10', 'missed 10.00'],
    ['90-95%', '45', '10', 'missed 5.00'],
    ['90-95%', '190', '10', 'missed 5.00'],
    ['0-5起', '-1', '10', 'missed 0.00'],
    // half up, on the exact quotient
    ['≥100%', '12.345', '10', 'missed 1.23'],
    ['≥100%', '12.35', '10', 'missed 1.24'],
    ['≥12', '7', '12.06', 'missed 7.04'],
    ['≥3', '1', '10.05', 'missed 3.35'],
    ['≥95%', '92', '0', 'missed 0.00'],
  ])('%s, %s of %s: %s', (target, value, weight, expected) => {
    expect(scored(target, { kind: 'number', value: dec(value) }, weight, LINEAR_2020)).toBe(expected)
  })

  it.each([
    ['2020-12-31', 'met 10.00'],
    ['2021-01-01', 'missed 0.00'],
  ])('12月底前完成, %s: %s', (on, expected) => {
    expect(scored('12月底前完成', { kind: 'day', day: day(on) }, '10', LINEAR_2020)).toBe(expected)
  })
})

describe('bands, their ends included as printed', () => {
  it.each([
    ['achieved', '100', 'met 15.00'],
    ['achieved', '100.01', 'outside-band'],
    ['achieved', '80', 'met 12.00'],
    ['achieved', '79.99', 'outside-band'],
    ['partly', '80', 'outside-band'],
    ['partly', '79.99', 'missed 12.00'],
    ['partly', '60', 'missed 9.00'],
    ['partly', '59.99', 'outside-band'],
    ['not', '60', 'outside-band'],
    ['not', '59.99', 'missed 9.00'],
    ['not', '0', 'missed 0.00'],
    ['not', '-0.01', 'outside-band'],
    ['achieved', null, 'band-without-points'],
  ] as const)('%s %s: %s', (band, percent, expected) => {
    const reported: Reported = { kind: 'band', band, percent: percent === null ? null : dec(percent) }
    expect(scored('逐步提高', reported, '15', LINEAR_2020)).toBe(expected)
  })
})

describe('indicator points, 2021: nothing below 60 %', () => {
  it.each([
    ['≥100%', '60', 'missed 6.00'],
    ['≥100%', '60.01', 'missed 6.00'],
    ['≥100%', '59.99', 'missed 0.00'],
    ['≥95%', '57', 'missed 6.00'],
    ['≥95%', '56.9999999', 'missed 0.00'],
    ['≥100%', '100', 'met 10.00'],
    ['≤5起', '9', 'missed 0.00'],
  ])('%s, %s: %s', (target, value, expected) => {
    expect(scored(target, { kind: 'number', value: dec(value) }, '10', FLOOR_2021)).toBe(expected)
  })

  it.each([
    ['partly', '60', 'missed 6.00'],
    ['not', '59.99', 'missed 0.00'],
  ] as const)('%s %s: %s', (band, percent, expected) => {
    expect(scored('逐步提高', { kind: 'band', band, percent: dec(percent) }, '10', FLOOR_2021)).toBe(expected)
  })
})

describe('execution points', () => {
  const points = (spent: string | null, budget: string, scheme: Scheme, weight = '10') => {
    const score = executionScore(spent === null ? null : wan(spent), wan(budget), dec(weight), scheme)
    return typeof score === 'string' ? score : score.points.toFixed(2)
  }

  it.each([
    ['65.07', '65.66', '9.91'],
    ['65.66', '65.66', '10.00'],
    ['65.67', '65.66', '10.00'],
    ['131.32', '65.66', '10.00'],
    ['65.65', '65.66', '10.00'],
    ['0', '65.66', '0.00'],
    ['-1', '65.66', '0.00'],
    ['0', '0', 'no-base'],
    ['5', '0', 'no-base'],
    ['5', '-1', 'no-base'],
    [null, '65.66', 'unreported'],
    [null, '0', 'unreported'],
  ])('%s of %s: %s', (spent, budget, expected) => {
    expect(points(spent, budget, LINEAR_2020)).toBe(expected)
  })

  it.each([
    ['120', '10.00'],
    ['100', '10.00'],
    ['95', '10.00'],
    ['94.99', '8.00'],
    ['80', '8.00'],
    ['79.99', '6.00'],
    ['60', '6.00'],
    ['59.99', '0.00'],
    ['0', '0.00'],
  ])('in bands: %s of 100: %s', (spent, expected) => {
    expect(points(spent, '100', FLOOR_2021)).toBe(expected)
    expect(points(null, '100', FLOOR_2021)).toBe('unreported')
    expect(points('0', '0', FLOOR_2021)).toBe('no-base')
  })
})

describe('points off and rounding', () => {
  it.each([
    ['9.68', '1', '8.68'],
    ['9.68', '9.68', '0.00'],
    ['9.68', '9.69', '0.00'],
    ['9.68', '100', '0.00'],
    ['9.68', '0', '9.68'],
    ['9.68', '-1', '9.68'],
    ['9.68', '0.005', '9.68'],
    ['9.68', '0.006', '9.67'],
    ['0', '5', '0.00'],
  ])('%s less %s: %s', (points, off, left) => {
    expect(afterPointsOff(dec(points), dec(off)).toFixed(2)).toBe(left)
  })

  it.each([
    ['9.684', '10', '9.68'],
    ['9.685', '10', '9.69'],
    ['9.675', '9.675', '9.67'],
    ['16.667', '16.667', '16.66'],
    ['-0', '10', '0.00'],
  ])('%s of %s: %s', (points, weight, rounded) => {
    expect(roundPoints(dec(points), dec(weight)).toFixed(2)).toBe(rounded)
  })
})
