import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money, parseWan, parseYuan, sumMoney, toWan } from '@/domain/number/money'
import { SIX } from '../../fixtures/sixProjects'
import { amounts } from '../arbitraries'
import { inWan, wan } from '../build'

describe('parseWan', () => {
  it.each([
    ['10.00', '100000'],
    ['80', '800000'],
    ['4023.1', '40231000'],
    ['1078.41', '10784100'],
    ['1,078.41', '10784100'],
    ['0', '0'],
    ['0.000001', '0.01'],
    ['-5', '-50000'],
    ['１，０７８．４１', '10784100'],
    ['－５', '-50000'],
    ['−5', '-50000'],
  ])('reads %s 万元 as %s 元', (text, yuan) => {
    expect(parseWan(text)?.toFixed()).toBe(yuan)
  })

  it.each(['', 'abc', '80万元', '1,20', '####', '0.0000001', '1.1234567', '1e5', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(parseWan(text)).toBeNull()
    },
  )
})

describe('parseYuan', () => {
  it.each([
    ['0.01', '0.01'],
    ['100000.00', '100000'],
    ['1,234.5', '1234.5'],
    ['１２３', '123'],
    ['10.000', '10'],
  ])('reads %s', (text, yuan) => {
    expect(parseYuan(text)?.toFixed()).toBe(yuan)
  })

  it.each(['0.001', '1.005', '', '元', '1,20'])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeNull()
  })

  it('refuses whatever is finer than 分', () => {
    fc.assert(
      fc.property(amounts(), fc.integer({ min: 1, max: 9 }), (amount, tail) => {
        expect(parseYuan(`${amount.toFixed(2)}${tail}`)).toBeNull()
        expect(parseYuan(amount.toFixed(2))?.eq(amount)).toBe(true)
      }),
    )
  })
})

describe('sums', () => {
  it('of the six 预算数 are the 项目支出 the text states: 6580.51', () => {
    expect(inWan(sumMoney(SIX.map(({ budget }) => wan(budget))))).toBe('6580.51')
  })

  it.each([
    [['421.24', '6580.51'], '7001.75'],
    [['389.28', '31.96'], '421.24'],
    [['18.86', '-743.1'], '-724.24'],
  ])('%j make %s', (terms, total) => {
    expect(inWan(sumMoney(terms.map(wan)))).toBe(total)
  })

  it('of nothing are 0', () => expect(inWan(sumMoney([]))).toBe('0'))

  it('are the same in 元 and in 万元', () => {
    fc.assert(
      fc.property(fc.array(amounts()), (list) => {
        const whole = toWan(sumMoney(list))
        const parts = list.reduce((total, amount) => total.plus(toWan(amount)), money(0).times(1))
        expect(whole.eq(parts)).toBe(true)
      }),
    )
  })
})
