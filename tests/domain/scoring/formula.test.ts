import { describe, expect, it } from 'vitest'
import { Decimal } from '@/domain/number/decimal'
import { parseTarget } from '@/domain/plan/target'
import { HEBEI } from '@/domain/plan/preset'
import { pointsSplit } from '@/domain/scoring/lostPoints'
import { executionScore, indicatorScore, type Score } from '@/domain/scoring/points'
import { FLOOR_2021, LINEAR_2020, type Scheme } from '@/domain/scoring/scheme'
import { ratioOf, shareOf, type Share } from '@/domain/scoring/share'
import { judge, type Reported } from '@/domain/status/attainment'
import { actual, day, dec, wan } from '../build'
import { projectWith, reportedAll, sheetOf, takeOff, weigh } from './sheets'

/** Exact numbers as plain text, whatever they stand in. */
function shown(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return value.toFixed()
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, shown(own)]))
}

function share(target: string, reported: Reported): Share | string {
  const read = parseTarget(target)
  const attainment = judge(read, reported, HEBEI, null, 2020)
  if (attainment.kind !== 'met' && attainment.kind !== 'missed') throw new Error(attainment.kind)
  return shareOf(read, reported, attainment)
}
const number = (value: string): Reported => ({ kind: 'number', value: dec(value) })

describe('the share a judged target earns, as the two numbers that make it', () => {
  it.each<[string, Reported, unknown]>([
    ['≥95%', number('95'), { kind: 'full' }],
    ['≥95%', number('92'), { kind: 'part', part: '92', whole: '95' }],
    ['≥95%', number('0'), { kind: 'part', part: '0', whole: '95' }],
    ['≥95%', number('-1'), { kind: 'none', why: 'negative' }],
    ['≤5起', number('10'), { kind: 'part', part: '5', whole: '10' }],
    ['<5起', number('5'), { kind: 'part', part: '5', whole: '5' }],
    ['≤0起', number('1'), { kind: 'none', why: 'zero-target' }],
    ['=0次', number('-1'), { kind: 'none', why: 'negative' }],
    ['=0次', number('1'), { kind: 'none', why: 'zero-target' }],
    ['≤-5℃', number('5'), { kind: 'none', why: 'negative' }],
    ['≥-5℃', number('-6'), { kind: 'none', why: 'negative' }],
    ['90-95%', number('45'), { kind: 'part', part: '45', whole: '90' }],
    ['90-95%', number('190'), { kind: 'part', part: '95', whole: '190' }],
    ['90-95%', number('-1'), { kind: 'none', why: 'negative' }],
    ['90-95%', number('0'), { kind: 'part', part: '0', whole: '90' }],
    ['0-0起', number('1'), { kind: 'none', why: 'zero-target' }],
    ['12月底前完成', { kind: 'day', day: day('2021-01-01') }, { kind: 'none', why: 'late' }],
    ['12月底前完成', { kind: 'day', day: day('2020-12-31') }, { kind: 'full' }],
    [
      '逐步提高',
      { kind: 'band', band: 'partly', percent: dec(70) },
      { kind: 'band', band: 'partly', percent: '70' },
    ],
  ])('%s, %o: %o', (target, reported, wanted) => {
    expect(shown(share(target, reported))).toEqual(wanted)
  })

  it.each<[Share, string]>([
    [{ kind: 'full' }, '1'],
    [{ kind: 'part', part: dec(1), whole: dec(4) }, '0.25'],
    [{ kind: 'band', band: 'partly', percent: dec(70) }, '0.7'],
    [{ kind: 'none', why: 'late' }, '0'],
  ])('%o is %s', (own, ratio) => {
    expect(ratioOf(own).toFixed()).toBe(ratio)
  })
})

describe('how a row came to its points', () => {
  const part: Share = { kind: 'part', part: dec(92), whole: dec(95) }
  const half: Share = { kind: 'part', part: dec(1), whole: dec(2) }
  const given: Share = { kind: 'band', band: 'partly', percent: dec(70) }
  it.each<[Share, Scheme, unknown]>([
    [
      { kind: 'full' },
      LINEAR_2020,
      { points: '12.5', ratio: '1', formula: { kind: 'full', points: '12.5' } },
    ],
    [
      part,
      LINEAR_2020,
      {
        points: '12.11',
        ratio: dec(92).div(95).toFixed(),
        formula: { kind: 'part', part: '92', whole: '95', weight: '12.5', points: '12.11' },
      },
    ],
    [
      given,
      LINEAR_2020,
      {
        points: '8.75',
        ratio: '0.7',
        formula: { kind: 'band', band: 'partly', percent: '70', weight: '12.5', points: '8.75' },
      },
    ],
    [
      { kind: 'none', why: 'late' },
      LINEAR_2020,
      { points: '0', ratio: '0', formula: { kind: 'none', why: 'late' } },
    ],
    [half, LINEAR_2020, { points: '6.25' }],
    [
      half,
      FLOOR_2021,
      {
        points: '0',
        ratio: '0.5',
        formula: { kind: 'below-floor', share: { kind: 'part', part: '1', whole: '2' }, floor: '60' },
      },
    ],
    [{ kind: 'full' }, FLOOR_2021, { points: '12.5' }],
  ])('%o', (own, scheme, wanted) => {
    expect(shown(indicatorScore(own, dec('12.5'), scheme))).toMatchObject(wanted as object)
  })

  const execution = (spent: string, scheme: Scheme): unknown => {
    const score = executionScore(wan(spent), wan('100'), dec(10), scheme) as Score
    return shown(score)
  }

  it.each([
    ['80', '8', '0.8', null],
    ['100', '10', '1', null],
    ['100.01', '10', '1', 'over'],
    ['0', '0', '0', null],
    ['-1', '0', '0', 'negative'],
  ])('execution in proportion: %s of 100', (spent, points, ratio, limit) => {
    expect(execution(spent, LINEAR_2020)).toEqual({
      points,
      ratio,
      formula: {
        kind: 'execution',
        spent: wan(spent).toFixed(),
        budget: '1000000',
        weight: '10',
        points,
        limit,
      },
    })
  })

  it.each([
    ['120', '10', '1', '95', null, '100', '120'],
    ['95', '10', '0.95', '95', null, '100', '95'],
    ['94', '8', '0.94', '80', '95', '80', '94'],
    ['70', '6', '0.7', '60', '80', '60', '70'],
    ['59', '0', '0.59', null, '60', '0', '59'],
  ])('execution in bands: %s of 100 names its band', (spent, points, ratio, from, below, of, rate) => {
    expect(execution(spent, FLOOR_2021)).toEqual({
      points,
      ratio,
      formula: {
        kind: 'execution-band',
        spent: wan(spent).toFixed(),
        budget: '1000000',
        rate,
        from,
        below,
        share: of,
        weight: '10',
        points,
        ours: true,
      },
    })
  })
})

describe('what makes a total', () => {
  const project = projectWith()
  const id = (position: number) => `${project.id}/${position}`
  const full = reportedAll(project)
  it.each([
    ['everything had', full, { had: '100', lost: '0', open: '0' }],
    ['points taken off are lost', [...full, takeOff(id(1), '2.5')], { had: '97.5', lost: '2.5', open: '0' }],
    [
      'a miss is lost, an open row is open',
      [...full.slice(0, -1), actual(id(1), '2020-12-31', '45%')],
      { had: '83.75', lost: '6.25', open: '10' },
    ],
    ['nothing reported', [], { had: '0', lost: '0', open: '100' }],
    [
      'points that no row has are open',
      [...full, weigh(project.id, { [id(1)]: '2.5' })],
      { had: '90', lost: '0', open: '10' },
    ],
  ])('%s', (_, entries, wanted) => {
    expect(shown(pointsSplit(sheetOf(project, entries)))).toEqual(wanted)
  })
})
