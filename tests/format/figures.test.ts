import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '@/domain/target'
import {
  amount,
  exactAmount,
  figure,
  figureBeside,
  percent,
  planPercent,
  rateText,
  reportedText,
  signed,
} from '@/format/figures'
import { dec, wan } from '../domain/build'

describe('figures', () => {
  it.each([
    ['0', 2, '0.00'],
    ['-0.001', 2, '0.00'],
    ['-1234.5', 2, '−1,234.50'],
    ['0.005', 2, '0.01'],
    ['999999.995', 2, '1,000,000.00'],
    ['1234567', 0, '1,234,567'],
  ])('%s at %i places is %s', (value, places, text) => {
    expect(figure(dec(value), places)).toBe(text)
  })

  it.each([
    ['94.996', '95', 1, '94.996'],
    ['79.96', '80', 1, '79.96'],
    ['99.96', '100', 1, '99.96'],
    ['95', '95', 1, '95.0'],
    ['95.04', '95', 1, '95.04'],
    ['94.4', '95', 1, '94.4'],
  ])('%s beside %s is %s', (value, threshold, places, text) => {
    expect(figureBeside(dec(value), dec(threshold), places)).toBe(text)
  })

  it('law: what is printed stands to the threshold as the exact value does', () => {
    const thousandths = fc.integer({ min: -200_000, max: 200_000 }).map((value) => dec(value).div(1000))
    fc.assert(
      fc.property(thousandths, thousandths, (value, threshold) => {
        const shown = dec(figureBeside(value, threshold, 1).replaceAll(',', '').replace('−', '-'))
        expect(shown.cmp(threshold)).toBe(value.cmp(threshold))
      }),
    )
  })

  it('signs gaps, and never rounds one to zero', () => {
    expect([
      signed(dec('2.04'), 1),
      signed(dec('-15'), 1),
      signed(dec('0'), 1),
      signed(dec('-0.04'), 1),
    ]).toEqual(['+2.0', '−15.0', '0.0', '−0.04'])
  })

  it('shows amounts at 2 places and, when asked why, exactly', () => {
    expect([amount(wan('3832.465'), 'wan'), amount(wan('3832.465'), 'yuan')]).toEqual([
      '3,832.47',
      '38,324,650.00',
    ])
    expect(exactAmount(wan('3832.465'), 'wan')).toBe('3,832.465')
  })

  it('has no rate where there is none', () => {
    expect([rateText({ kind: 'unreported' }), rateText({ kind: 'no-base' })]).toEqual(['—', '—'])
    expect(rateText({ kind: 'rate', percent: dec('99.96') })).toBe('99.96%')
    expect([percent(dec('58.2396'), 2), planPercent(dec('60.00')), planPercent(dec('80.0079'))]).toEqual([
      '58.24%',
      '60%',
      '80.01%',
    ])
  })

  it('shows a reported value beside its target', () => {
    expect(reportedText(dec('94.996'), parseTarget('≥95百分比'))).toBe('94.996%')
    expect(reportedText(dec('0.8'), parseTarget('≥1年'))).toBe('0.8年')
  })
})
