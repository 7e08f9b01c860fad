import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '@/domain/number/money'
import { HEBEI } from '@/domain/plan/preset'
import { dueMilestone, plannedAt } from '@/domain/plan/schedule'
import { paceOf, standingOf, type Pace } from '@/domain/status/standing'
import { scheduleOf } from '../../fixtures/sixProjects'
import { amounts, days, schedules } from '../arbitraries'
import { day, inWan, JUNE, MARCH, plain, wan } from '../build'

const USUAL = scheduleOf({ '03': null, '06': '50.00', '10': '80.00', '12': '100.00' })

describe('paceOf a plan of 100.00 万元 in a budget of 200.00', () => {
  it.each<[string, Pace]>([
    ['-0.01', 'severely-behind'],
    ['0', 'severely-behind'],
    ['59.99', 'severely-behind'],
    ['60', 'behind'],
    ['60.01', 'behind'],
    ['79.99', 'behind'],
    ['80', 'slightly-behind'],
    ['80.01', 'slightly-behind'],
    ['99.99', 'slightly-behind'],
    ['99.999999', 'slightly-behind'],
    ['100', 'on-plan'],
    ['100.01', 'on-plan'],
    ['119.99', 'on-plan'],
    ['120', 'ahead'],
    ['120.01', 'ahead'],
    ['200', 'ahead'],
    ['200.000001', 'over-budget'],
    ['200.01', 'over-budget'],
  ])('with %s spent is %s', (spent, pace) => {
    expect(paceOf(wan(spent), wan('100'), wan('200'), HEBEI)).toBe(pace)
  })
})

describe('paceOf where there is nothing to divide by', () => {
  it.each<[string, string, string, Pace]>([
    ['zero budget, nothing spent', '0', '0', 'on-plan'],
    ['zero budget, something spent', '5', '0', 'over-budget'],
    ['zero budget, a refund', '-5', '0', 'severely-behind'],
    ['zero plan, nothing spent', '0', '80', 'on-plan'],
    ['zero plan, something spent', '5', '80', 'ahead'],
    ['zero plan, all spent and more', '80.01', '80', 'over-budget'],
    ['zero plan, refunds below zero', '-5', '80', 'severely-behind'],
  ])('%s', (_, spent, budget, pace) => {
    expect(paceOf(wan(spent), wan('0'), wan(budget), HEBEI)).toBe(pace)
  })
})

describe('standingOf', () => {
  it('is not due before the first checkpoint that was set, whatever was spent inside the budget', () => {
    for (const spent of [null, wan('0'), wan('50')]) {
      expect(standingOf(USUAL, wan('80'), spent, MARCH, HEBEI)).toEqual({ kind: 'not-due' })
    }
  })

  it('is over budget before the first checkpoint too', () => {
    expect(standingOf(USUAL, wan('80'), wan('80.01'), MARCH, HEBEI)).toEqual({ kind: 'over-budget' })
  })

  it('plans a past checkpoint by the budget of its own day', () => {
    const budgetOn = (on: string) => (on <= '2020-06-30' ? wan('80') : wan('100'))
    const standing = standingOf(USUAL, wan('100'), wan('40'), day('2020-08-01'), HEBEI, budgetOn)
    if (!('gap' in standing)) throw new Error(standing.kind)
    expect([standing.kind, inWan(standing.planned), standing.points?.toFixed()]).toEqual([
      'on-plan',
      '40',
      '0',
    ])
  })

  it('is unreported, not 0, without an entry', () => {
    const standing = standingOf(USUAL, wan('80'), null, JUNE, HEBEI)
    expect(standing.kind).toBe('unreported')
    expect(standing.kind === 'unreported' && inWan(standing.planned)).toBe('40')
    expect(standing).not.toHaveProperty('gap')
  })

  it('says the gap of 办公楼修缮 at 10月底: 应支 64.00, 实支 52.00, 15.0 points', () => {
    const standing = standingOf(USUAL, wan('80'), wan('52'), day('2020-10-31'), HEBEI)
    if (!('gap' in standing)) throw new Error(standing.kind)
    expect([
      standing.kind,
      inWan(standing.planned),
      inWan(standing.gap),
      plain(standing.points),
      plain(standing.pace),
    ]).toEqual(['slightly-behind', '64', '-12', '-15', '81.25'])
  })

  it('between checkpoints still compares with the last one that was due', () => {
    const standing = standingOf(USUAL, wan('80'), wan('40'), day('2020-10-30'), HEBEI)
    expect(standing.kind === 'on-plan' && standing.due.month).toBe(6)
  })

  it('has no points on a zero budget and no pace on a zero plan', () => {
    const nothing = standingOf(USUAL, wan('0'), wan('0'), JUNE, HEBEI)
    expect('gap' in nothing && [nothing.points, nothing.pace]).toEqual([null, null])
    const nil = standingOf(scheduleOf({ '06': '0' }), wan('80'), wan('8'), JUNE, HEBEI)
    expect('gap' in nil && [nil.kind, plain(nil.points), nil.pace]).toEqual(['ahead', '10', null])
  })

  it('has neither on a budget adjusted below zero', () => {
    const below = standingOf(USUAL, wan('-10'), wan('5'), JUNE, HEBEI)
    expect('gap' in below && [below.kind, below.points, below.pace]).toEqual(['over-budget', null, null])
  })

  it('does not change when all money is scaled', () => {
    fc.assert(
      fc.property(
        schedules(),
        amounts({ min: 1 }),
        amounts(),
        days(),
        fc.integer({ min: 2, max: 1000 }),
        (schedule, budget, spent, asOf, factor) => {
          const one = standingOf(schedule, budget, spent, asOf, HEBEI)
          const many = standingOf(
            schedule,
            money(budget.times(factor)),
            money(spent.times(factor)),
            asOf,
            HEBEI,
          )
          expect(many.kind).toBe(one.kind)
          if ('gap' in one && 'gap' in many) {
            expect(plain(many.points)).toBe(plain(one.points))
            expect(plain(many.pace)).toBe(plain(one.pace))
            expect(many.gap.eq(one.gap.times(factor))).toBe(true)
          }
        },
      ),
    )
  })

  it('never gets worse by spending more within the budget', () => {
    const order: readonly string[] = ['severely-behind', 'behind', 'slightly-behind', 'on-plan', 'ahead']
    fc.assert(
      fc.property(
        schedules(),
        amounts({ min: 1 }),
        amounts(),
        amounts(),
        days(),
        (schedule, budget, a, b, asOf) => {
          const [less, more] = a.lte(b) ? [a, b] : [b, a]
          const before = standingOf(schedule, budget, less, asOf, HEBEI)
          const after = standingOf(schedule, budget, more, asOf, HEBEI)
          if (after.kind === 'over-budget' || after.kind === 'not-due') return
          expect(order.indexOf(after.kind)).toBeGreaterThanOrEqual(order.indexOf(before.kind))
        },
      ),
    )
  })

  it('is exactly on plan when exactly the plan was spent', () => {
    fc.assert(
      fc.property(schedules(), amounts({ min: 1 }), days(), (schedule, budget, asOf) => {
        const due = dueMilestone(schedule, asOf)
        if (!due) return
        const standing = standingOf(schedule, budget, plannedAt(due, budget), asOf, HEBEI)
        expect(standing.kind).toBe('on-plan')
        expect('gap' in standing && standing.gap.isZero()).toBe(true)
      }),
    )
  })
})
