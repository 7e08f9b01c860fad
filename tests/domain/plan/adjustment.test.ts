import { describe, expect, it } from 'vitest'
import { readSchedule, suggestedMeasures } from '@/domain/plan/adjustment'
import { canBuildUp } from '@/domain/plan/target'
import { SIX_PROJECTS, projectOf } from '../../fixtures/sixProjects'

const { schedule } = SIX_PROJECTS[0]!
const read = (march: string, june: string, october: string, december: string) =>
  readSchedule(schedule, { 3: march, 6: june, 10: october, 12: december })

describe('readSchedule', () => {
  it.each([
    [['', '50', '80', '100'], { '03': null, '06': '50', '10': '80', '12': '100' }],
    [['20%', '６０', '80.5', '100.00'], { '03': '20', '06': '60', '10': '80.5', '12': '100' }],
    [['', '', '', '100'], { '03': null, '06': null, '10': null, '12': '100' }],
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
  ])('refuses %j: %s', ([a = '', b = '', c = '', d = ''], reason, month) => {
    expect(read(a, b, c, d)).toEqual({ kind: 'refused', reason, month })
  })
})

describe('splitting an indicator', () => {
  it('suggests the parts that its name prints', () => {
    const named = (level3: string) => suggestedMeasures({ ...SIX_PROJECTS[0]!.indicators[0]!, level3 })
    expect(named('医疗保险参保率；医疗救助水平')).toEqual(['医疗保险参保率', '医疗救助水平'])
    expect(named('参保人员满意度')).toEqual(['参保人员满意度'])
    expect(named('甲;乙；')).toEqual(['甲', '乙'])
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
