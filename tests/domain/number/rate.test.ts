import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '@/domain/number/money'
import { executionRate } from '@/domain/number/rate'
import { amounts } from '../arbitraries'
import { wan } from '../build'

describe('executionRate', () => {
  it.each([
    ['52', '80', '65'],
    ['0', '80', '0'],
    ['80', '80', '100'],
    ['100', '80', '125'],
    ['-8', '80', '-10'],
  ])('%s of %s 万元 is %s %%', (spent, budget, percent) => {
    const rate = executionRate(wan(spent), wan(budget))
    expect(rate.kind === 'rate' && rate.percent.toFixed()).toBe(percent)
  })

  it('of unreported spending is no 0 %', () => {
    expect(executionRate(null, wan('80'))).toEqual({ kind: 'unreported' })
    expect(executionRate(null, wan('0'))).toEqual({ kind: 'unreported' })
  })

  it.each(['0', '5', '-5'])('with a zero budget and %s spent has no rate', (spent) => {
    expect(executionRate(wan(spent), wan('0'))).toEqual({ kind: 'no-base' })
  })

  it('with a budget adjusted below zero has no rate either', () => {
    expect(executionRate(wan('5'), wan('-10'))).toEqual({ kind: 'no-base' })
  })

  it('does not change when all money is scaled', () => {
    fc.assert(
      fc.property(
        amounts(),
        amounts({ min: 1 }),
        fc.integer({ min: 1, max: 10_000 }),
        (spent, budget, factor) => {
          const rate = executionRate(spent, budget)
          const scaled = executionRate(money(spent.times(factor)), money(budget.times(factor)))
          if (rate.kind !== 'rate' || scaled.kind !== 'rate') throw new Error('no rate')
          expect(scaled.percent.eq(rate.percent)).toBe(true)
        },
      ),
    )
  })
})
