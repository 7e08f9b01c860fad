import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decimal } from '@/domain/number/decimal'
import { executionRate } from '@/domain/number/rate'
import { parseTarget } from '@/domain/plan/target'
import {
  amount,
  amountsApart,
  differenceAmount,
  exactAmount,
  figure,
  figureBeside,
  percent,
  plainNumber,
  planPercent,
  printedFigure,
  rateText,
  reportedText,
  signed,
  signedAmount,
  targetText,
} from '@/format/figures'
import { amounts, decimals } from '../domain/arbitraries'
import { dec, wan } from '../domain/build'
import { read } from './board'

const rate = (value: Decimal) => ({ kind: 'rate' as const, percent: value })

describe('figures', () => {
  it.each([
    ['0', 2, '0.00'],
    ['-0', 2, '0.00'],
    ['-0.001', 2, '0.00'],
    ['-1234.5', 2, '−1,234.50'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '−0.01'],
    ['1.045', 2, '1.05'],
    ['999.995', 2, '1,000.00'],
    ['999999.995', 2, '1,000,000.00'],
    ['1234567', 0, '1,234,567'],
    ['123', 0, '123'],
  ])('%s at %i places is %s', (value, places, text) => {
    expect(figure(dec(value), places)).toBe(text)
  })

  it('law: a figure reads back as the number rounded half up, with no sign on a zero', () => {
    fc.assert(
      fc.property(decimals(), fc.integer({ min: 0, max: 4 }), (value, places) => {
        const text = figure(value, places)
        expect(read(text).eq(value.toDecimalPlaces(places))).toBe(true)
        expect(text).toMatch(/^−?\d{1,3}(,\d{3})*(\.\d+)?$/)
        expect(text).not.toMatch(/^−[0.]+$/)
      }),
    )
  })

  it.each([
    ['94.996', '95', 1, '94.996'],
    ['79.96', '80', 1, '79.96'],
    ['99.96', '100', 1, '99.96'],
    ['95', '95', 1, '95.0'],
    ['95.04', '95', 1, '95.04'],
    ['94.4', '95', 1, '94.4'],
    ['99.99999999', '100', 2, '99.99999999'],
    ['-0.00000002', '0', 1, '−0.00000002'],
    ['94.996', '94.996', 1, '94.996'],
  ])('%s beside %s is %s', (value, threshold, places, text) => {
    expect(figureBeside(dec(value), dec(threshold), places)).toBe(text)
  })

  it('law: what is printed stands to every threshold as the exact value does, however close', () => {
    const near = fc
      .tuple(decimals({ min: -200, max: 200 }), fc.integer({ min: -30, max: 30 }), fc.nat({ max: 12 }))
      .map(([value, steps, places]) => ({ value, threshold: value.plus(dec(10).pow(-places).times(steps)) }))
    fc.assert(
      fc.property(near, decimals({ min: -200, max: 200 }), ({ value, threshold }, other) => {
        const shown = read(figureBeside(value, [threshold, other], 1))
        expect(shown.cmp(threshold)).toBe(value.cmp(threshold))
        expect(shown.cmp(other)).toBe(value.cmp(other))
      }),
    )
  })

  it('rounds an endless value that is its threshold as the threshold is rounded', () => {
    const share = dec('5264.908').times(100).div('6580.51')
    expect([rateText(rate(share), 2, share), planPercent(share)]).toEqual(['80.01%', '80.01%'])
  })

  it('signs gaps, and never rounds one to zero', () => {
    expect([
      signed(dec('2.04'), 1),
      signed(dec('-15'), 1),
      signed(dec('0'), 1),
      signed(dec('-0.04'), 1),
    ]).toEqual(['+2.0', '−15.0', '0.0', '−0.04'])
    expect(signedAmount(wan('-0.000001'), 'wan')).toBe('−0.000001')
    expect(signedAmount(wan('-0.000001'), 'yuan')).toBe('−0.01')
  })
})

describe('amounts', () => {
  it('have 2 places and, when asked why, all they have', () => {
    expect([amount(wan('3832.465'), 'wan'), amount(wan('3832.465'), 'yuan')]).toEqual([
      '3,832.47',
      '38,324,650.00',
    ])
    expect(exactAmount(wan('3832.465'), 'wan')).toBe('3,832.465')
    expect(exactAmount(wan('80'), 'wan')).toBe('80.00')
  })

  it('law: the exact amount reads back as itself in either unit', () => {
    fc.assert(
      fc.property(amounts(), (value) => {
        expect(read(exactAmount(value, 'yuan')).eq(value)).toBe(true)
        expect(read(exactAmount(value, 'wan')).times(10_000).eq(value)).toBe(true)
      }),
    )
  })

  it.each([
    ['64', '52', ['64.00', '52.00']],
    ['64', '63.9999', ['64.0000', '63.9999']],
    ['80.000001', '80', ['80.000001', '80.000000']],
    ['3832.465', '3832.465', ['3,832.47', '3,832.47']],
  ])('%s beside %s read as %j', (one, other, texts) => {
    expect(amountsApart(wan(one), wan(other), 'wan')).toEqual(texts)
  })

  it('law: two amounts read alike only when they are', () => {
    fc.assert(
      fc.property(amounts(), fc.integer({ min: -200, max: 200 }), (one, cents) => {
        const other = wan(
          one
            .plus(cents / 100)
            .div(10_000)
            .toFixed(),
        )
        const [a, b] = amountsApart(one, other, 'wan')
        expect(read(a).cmp(read(b))).toBe(one.cmp(other))
        expect(read(differenceAmount(wan(one.minus(other).div(10_000).toFixed()), 'wan')).isZero()).toBe(
          cents === 0,
        )
      }),
    )
  })
})

describe('rates', () => {
  it('are none where there is none', () => {
    expect([rateText({ kind: 'unreported' }), rateText({ kind: 'no-base' })]).toEqual(['—', '—'])
  })

  it.each([
    ['99.96', null, 1, '99.96%'],
    ['99.96', '80', 1, '99.96%'],
    ['79.996', '80', 2, '79.996%'],
    ['100', '80', 2, '100.00%'],
    ['100.0004', '80', 2, '100.0004%'],
    ['58.2396', '60', 2, '58.24%'],
  ])('%s beside the plan %s is not rounded to it nor to 100', (value, plan, places, text) => {
    expect(rateText(rate(dec(value)), places, plan === null ? null : dec(plan))).toBe(text)
  })

  it('law: one 分 short of the budget is never printed as all of it, one 分 over never as no more', () => {
    const budgets = amounts({ min: 100 })
    fc.assert(
      fc.property(budgets, fc.constantFrom('-0.01', '0.01'), (budget, cent) => {
        const spent = wan(budget.plus(cent).div(10_000).toFixed())
        const text = rateText(executionRate(spent, budget), 2, dec(80))
        expect(read(text.slice(0, -1)).cmp(100)).toBe(dec(cent).cmp(0))
      }),
    )
  })

  it.each([
    ['79.999', 2, '79.999%'],
    ['80', 2, '80.00%'],
    ['80.0004', 2, '80.0004%'],
    ['59.9949', 2, '59.99%'],
    ['59.996', 2, '59.996%'],
    ['65.004', 2, '65.004%'],
    ['95.04', 1, '95.04%'],
    ['79.96', 1, '79.96%'],
    ['-0.004', 2, '−0.004%'],
  ])('%s at %s places is not rounded onto a cut it is not: %s', (value, places, text) => {
    expect(percent(dec(value), places)).toBe(text)
  })

  it('law: what reads as a multiple of 5 is one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120_000_000 }),
        fc.integer({ min: 0, max: 2 }),
        (value, places) => {
          const exact = dec(value).div(1_000_000)
          const shown = read(percent(exact, places).slice(0, -1))
          expect(shown.mod(5).isZero()).toBe(exact.mod(5).isZero())
          expect(planPercent(exact, places) === `${shown.toFixed()}%`).toBe(true)
        },
      ),
    )
  })

  it('of a plan have no needless zeros', () => {
    expect([percent(dec('58.2396'), 2), planPercent(dec('60.00')), planPercent(dec('80.0079'))]).toEqual([
      '58.24%',
      '60%',
      '80.01%',
    ])
  })
})

describe('values and targets', () => {
  it.each([
    ['94.996', '≥95百分比', '94.996%'],
    ['95.125', '≥95百分比', '95.125%'],
    ['79.999', '≥80%', '79.999%'],
    ['95', '≥95百分比', '95%'],
    ['104', '=100百分比', '104%'],
    ['0.8', '≥1年', '0.8年'],
    ['89.96', '90-95%', '89.96%'],
    ['95.04', '90-95%', '95.04%'],
    ['12', '逐步提高', '12'],
  ])('%s reported for %s is %s', (value, target, text) => {
    expect(reportedText(dec(value), parseTarget(target))).toBe(text)
  })

  it.each([
    ['≥95百分比', '≥95%'],
    ['＝１００％', '=100%'],
    ['≥1年', '≥1年'],
    ['不超过3000人', '≤3,000人'],
    ['90-95%', '90–95%'],
    ['群众满意', '群众满意'],
    ['12月底前完成', '12月底前完成'],
  ])('the target %s is %s', (printed, text) => {
    expect(targetText(parseTarget(printed))).toBe(text)
  })

  it('keep the places they were given', () => {
    expect([plainNumber(dec('10.00')), plainNumber(dec('-1234.5')), plainNumber(dec('0.125'))]).toEqual([
      '10',
      '−1,234.5',
      '0.125',
    ])
    expect([
      printedFigure('10.00'),
      printedFigure('4023.1'),
      printedFigure('若干'),
      printedFigure(null),
    ]).toEqual(['10.00', '4,023.1', '若干', '—'])
  })
})
