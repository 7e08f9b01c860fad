import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumMoney, type Money } from '@/domain/number/money'
import { dueMilestone, nextMilestone, plannedAt, previousMilestone } from '@/domain/plan/schedule'
import { scheduleOf, SIX, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { days, schedules } from '../arbitraries'
import { day, inWan, wan } from '../build'

const USUAL = scheduleOf({ '03': null, '06': '60.00', '10': '80.00', '12': '100.00' })
const GAPPED = scheduleOf({ '03': '20', '06': null, '10': null, '12': '100' })
const NONE = scheduleOf({ '03': null, '06': null, '10': null, '12': null })
const NIL = scheduleOf({ '03': '0', '06': '0', '10': '80', '12': '100' })

describe('the due and the next checkpoint', () => {
  it.each([
    ['2020-01-01', null, 6],
    ['2020-03-31', null, 6],
    ['2020-06-29', null, 6],
    ['2020-06-30', 6, 10],
    ['2020-10-30', 6, 10],
    ['2020-10-31', 10, 12],
    ['2020-12-30', 10, 12],
    ['2020-12-31', 12, null],
    ['2021-03-31', 12, null],
  ])('of the usual schedule, 3月底 blank, on %s: due %s, next %s', (on, due, next) => {
    expect(dueMilestone(USUAL, day(on))?.month ?? null).toBe(due)
    expect(nextMilestone(USUAL, day(on))?.month ?? null).toBe(next)
  })

  it.each([
    ['2020-03-31', 3, 12],
    ['2020-06-30', 3, 12],
    ['2020-10-31', 3, 12],
    ['2020-12-31', 12, null],
  ])('with 6月底 and 10月底 blank, on %s: due %s, next %s', (on, due, next) => {
    expect(dueMilestone(GAPPED, day(on))?.month ?? null).toBe(due)
    expect(nextMilestone(GAPPED, day(on))?.month ?? null).toBe(next)
  })

  it('are none when nothing was set', () => {
    for (const on of ['2020-01-01', '2020-12-31']) {
      expect(dueMilestone(NONE, day(on))).toBeNull()
      expect(nextMilestone(NONE, day(on))).toBeNull()
    }
  })

  it('keep a milestone of 0 % apart from a blank', () => {
    expect(dueMilestone(NIL, day('2020-03-31'))?.percent.toFixed()).toBe('0')
  })

  it('part the year: a set milestone is either due or to come', () => {
    fc.assert(
      fc.property(schedules(), days(), (schedule, asOf) => {
        const due = dueMilestone(schedule, asOf)
        const next = nextMilestone(schedule, asOf)
        if (due) expect(due.day <= asOf).toBe(true)
        if (next) expect(next.day > asOf).toBe(true)
        for (const { percent, day: end } of schedule) {
          if (percent === null) continue
          expect(end <= asOf ? due !== null && end <= due.day : next !== null && end >= next.day).toBe(true)
        }
      }),
    )
  })
})

describe('previousMilestone', () => {
  it('skips blanks', () => {
    const last = dueMilestone(GAPPED, day('2020-12-31'))
    const first = dueMilestone(GAPPED, day('2020-03-31'))
    expect(last && previousMilestone(GAPPED, last)?.month).toBe(3)
    expect(first && previousMilestone(GAPPED, first)).toBeNull()
  })
})

describe('the plan at a checkpoint', () => {
  it('is exact, whatever its size', () => {
    const [milestone] = scheduleOf({ '06': '33.33' })
    if (!milestone || milestone.percent === null) throw new Error('not set')
    expect(plannedAt({ ...milestone, percent: milestone.percent }, wan('0.0001')).toFixed()).toBe('0.3333')
  })

  it('before another is the nearest that was set', () => {
    const last = dueMilestone(USUAL, day('2020-12-31'))
    const first = dueMilestone(USUAL, day('2020-06-30'))
    expect([last && previousMilestone(USUAL, last)?.month, first && previousMilestone(USUAL, first)]).toEqual(
      [10, null],
    )
  })
})

describe('the six plans as published', () => {
  const at = (on: string): (Money | null)[] =>
    SIX_PROJECTS.map(({ schedule, budget }) => {
      const due = dueMilestone(schedule, day(on))
      return due && plannedAt(due, budget)
    })

  it.each([
    ['2020-06-30', ['2413.86', '552', '40', '6', '281.4', '539.205'], '3832.465'],
    ['2020-10-31', ['3218.48', '736', '64', '8.5', '375.2', '862.728'], '5264.908'],
    ['2020-12-31', SIX.map(({ budget }) => wan(budget).div(10_000).toFixed()), '6580.51'],
  ])('on %s are %j 万元, together %s', (on, planned, total) => {
    const amounts = at(on)
    expect(amounts.map(inWan)).toEqual(planned)
    expect(inWan(sumMoney(amounts.flatMap((amount) => amount ?? [])))).toBe(total)
  })

  it('have nothing at 3月底', () => {
    expect(at('2020-03-31')).toEqual([null, null, null, null, null, null])
  })
})
