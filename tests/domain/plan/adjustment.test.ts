import { describe, expect, it } from 'vitest'
import { readSchedule, suggestedMeasures } from '@/domain/plan/adjustment'
import { printedWeight } from '@/domain/plan/printedWeight'
import { canBuildUp } from '@/domain/plan/target'
import type { Day } from '@/domain/time/day'
import { SIX_PROJECTS, projectOf } from '../../fixtures/sixProjects'

const { schedule } = SIX_PROJECTS[0]!
const read = (march: string, june: string, october: string, december: string) =>
  readSchedule(schedule, { 3: march, 6: june, 10: october, 12: december }, null)

describe('readSchedule', () => {
  it.each([
    [['', '50', '80', '100'], { '03': null, '06': '50', '10': '80', '12': '100' }],
    [['20%', '６０', '80.5', '100.00'], { '03': '20', '06': '60', '10': '80.5', '12': '100' }],
    [['', '', '', '100'], { '03': null, '06': null, '10': null, '12': '100' }],
    [['0', '60', '80', '100'], { '03': '0', '06': '60', '10': '80', '12': '100' }],
    [['', '60', '60', '100'], { '03': null, '06': '60', '10': '60', '12': '100' }],
    [['', '100', '100', '100'], { '03': null, '06': '100', '10': '100', '12': '100' }],
    [['', ' 61 ％ ', '80', '100'], { '03': null, '06': '61', '10': '80', '12': '100' }],
    [['', '', '80', '100'], { '03': null, '06': null, '10': '80', '12': '100' }],
  ])('takes %j', ([a = '', b = '', c = '', d = ''], percents) => {
    expect(read(a, b, c, d)).toEqual({ kind: 'accepted', percents })
  })

  it.each([
    [['', 'abc', '80', '100'], 'not-a-rate', 6],
    [['', '-1', '80', '100'], 'not-a-rate', 6],
    [['', '60', '100.01', '100'], 'not-a-rate', 10],
    [['', '60', '59.99', '100'], 'falls', 10],
    [['70', '60', '80', '100'], 'falls', 6],
    [['', '60', '80', '99.99'], 'not-100', 12],
    [['', '60', '80', ''], 'not-100', 12],
    [['', '60.0', '80', '100'], 'unchanged', 12],
    [['', '60%%', '80', '100'], 'not-a-rate', 6],
    [['', '%60', '80', '100'], 'not-a-rate', 6],
    [['', '60', '80', '101'], 'not-a-rate', 12],
    [['', '60', '', '59'], 'falls', 12],
    [['', '', '', ''], 'not-100', 12],
    [['-0.01', '60', '80', '100'], 'not-a-rate', 3],
  ])('refuses %j: %s', ([a = '', b = '', c = '', d = ''], reason, month) => {
    expect(read(a, b, c, d)).toEqual({ kind: 'refused', reason, month })
  })
})

describe('a schedule approved in the middle of the year', () => {
  const approved = '2020-07-05' as Day
  const on = (june: string, october: string) =>
    readSchedule(schedule, { 3: '', 6: june, 10: october, 12: '100' }, approved)

  it('names only what lies before it', () => {
    expect(on('60', '75')).toEqual({ kind: 'accepted', percents: { '10': '75', '12': '100' } })
    expect(readSchedule(schedule, { 6: '50', 10: '80', 12: '100' }, '2020-06-30' as Day)).toMatchObject({
      percents: { '06': '50', '10': '80', '12': '100' },
    })
  })

  it('does not move a checkpoint that has passed', () => {
    expect(on('50', '80')).toEqual({ kind: 'refused', reason: 'passed', month: 6 })
    expect(on('', '75')).toEqual({ kind: 'refused', reason: 'passed', month: 6 })
  })
})

describe('a schedule that is typed in part', () => {
  it('takes a month that nobody typed as blank', () => {
    expect(readSchedule(schedule, { 12: '100' }, null)).toEqual({
      kind: 'accepted',
      percents: { '03': null, '06': null, '10': null, '12': '100' },
    })
    expect(readSchedule([], {}, null)).toEqual({ kind: 'refused', reason: 'not-100', month: 0 })
  })
})

describe('a printed 分值', () => {
  it.each([
    ['10', '10'],
    ['１０分', '10'],
    ['12.5 分', '12.5'],
    ['10%', '10'],
    ['10％', '10'],
    ['0', '0'],
    ['', null],
    [' ', null],
    [null, null],
    [undefined, null],
    ['十分', null],
    ['10分值', null],
    ['分10', null],
    ['10分%', null],
  ])('%j is %s', (text, weight) => {
    expect(printedWeight(text)?.toFixed() ?? null).toBe(weight)
  })
})

describe('splitting an indicator', () => {
  it('suggests the parts that its name prints', () => {
    const named = (level3: string) => suggestedMeasures({ ...SIX_PROJECTS[0]!.indicators[0]!, level3 })
    expect(named('医疗保险参保率；医疗救助水平')).toEqual(['医疗保险参保率', '医疗救助水平'])
    expect(named('参保人员满意度')).toEqual(['参保人员满意度'])
    expect(named('甲;乙；')).toEqual(['甲', '乙'])
    expect(named(' 甲 ； ； 乙 ')).toEqual(['甲', '乙'])
    expect(named('甲、乙')).toEqual(['甲、乙'])
    expect(named('')).toEqual([])
  })

  it('lets totals build up, rates never', () => {
    const [rate, years, words] = projectOf(9, '试', '1', { '12': '100' }, [
      '≥95百分比',
      '≥120人',
      '群众满意',
    ]).indicators
    expect([rate, years, words].map((indicator) => indicator && canBuildUp(indicator.target))).toEqual([
      false,
      true,
      false,
    ])
  })
})
