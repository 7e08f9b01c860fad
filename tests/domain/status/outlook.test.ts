import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast, nextNeed } from '@/domain/status/outlook'
import { scheduleOf } from '../../fixtures/sixProjects'
import { amounts, days, schedules } from '../arbitraries'
import { day, inWan, wan } from '../build'

const USUAL = scheduleOf({ '03': null, '06': '50.00', '10': '80.00', '12': '100.00' })

describe('nextNeed of 80 万元', () => {
  it('after 6月底: 24 of 64 left, 123 days, 6 a month against 6.666… so far', () => {
    const need = nextNeed(USUAL, wan('80'), wan('40'), day('2020-06-30'))
    expect([
      need?.milestone.month,
      inWan(need?.planned ?? null),
      inWan(need?.left ?? null),
      need?.daysLeft,
    ]).toEqual([10, '64', '24', 123])
    expect(need?.perMonth.toFixed()).toBe('60000')
    expect(need?.soFarPerMonth?.toFixed(2)).toBe('66666.67')
  })

  it('skips the blank 3月底', () => {
    expect(nextNeed(USUAL, wan('80'), null, day('2020-03-31'))?.milestone.month).toBe(6)
  })

  it('with nothing reported needs the whole, and has no pace so far', () => {
    const need = nextNeed(USUAL, wan('80'), null, day('2020-03-31'))
    expect([inWan(need?.left ?? null), need?.soFarPerMonth]).toEqual(['40', null])
  })

  it('with zero reported has a pace of zero', () => {
    expect(nextNeed(USUAL, wan('80'), wan('0'), day('2020-03-31'))?.soFarPerMonth?.toFixed()).toBe('0')
  })

  it('needs nothing more once the next plan is reached, never a negative amount', () => {
    expect(inWan(nextNeed(USUAL, wan('80'), wan('70'), day('2020-06-30'))?.left ?? null)).toBe('0')
  })

  it('is none after the last checkpoint', () => {
    expect(nextNeed(USUAL, wan('80'), wan('40'), day('2020-12-31'))).toBeNull()
  })

  it('before the year counts the whole of it', () => {
    const need = nextNeed(USUAL, wan('80'), null, day('2019-12-31'))
    expect([need?.daysLeft, inWan(need?.perMonth ?? null)?.slice(0, 8)]).toEqual([182, '6.666666'])
  })

  it('is finite for every schedule and day', () => {
    fc.assert(
      fc.property(schedules(), amounts(), fc.option(amounts()), days(), (schedule, budget, spent, asOf) => {
        const need = nextNeed(schedule, budget, spent, asOf)
        if (!need) return
        expect(need.daysLeft).toBeGreaterThan(0)
        expect(need.perMonth.isFinite() && need.perMonth.gte(0)).toBe(true)
        expect(need.soFarPerMonth?.isFinite() ?? true).toBe(true)
      }),
    )
  })
})

describe('forecast', () => {
  it('continues the pace straight on: 91 in 182 of 366 days make 183', () => {
    expect(inWan(forecast(2020, wan('91'), day('2020-06-30')))).toBe('183')
  })

  it.each([
    ['nothing reported', null, '2020-06-30'],
    ['the year over', '50', '2020-12-31'],
    ['the year not begun', '50', '2019-12-31'],
  ])('is none with %s', (_, spent, on) => {
    expect(forecast(2020, spent === null ? null : wan(spent), day(on))).toBeNull()
  })

  it('of zero is zero', () => {
    expect(inWan(forecast(2020, wan('0'), day('2020-06-30')))).toBe('0')
  })
})
