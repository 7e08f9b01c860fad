import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal, parseDecimal, sum } from '@/domain/number/decimal'
import { decimals } from '../arbitraries'

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['10.00', '10'],
    ['80', '80'],
    ['4023.1', '4023.1'],
    ['1,078.41', '1078.41'],
    ['1,234,567', '1234567'],
    [' 5 ', '5'],
    ['+5', '5'],
    ['-5.50', '-5.5'],
    ['007', '7'],
    ['0.1', '0.1'],
  ])('reads %j as %s', (text, value) => {
    expect(parseDecimal(text)?.toFixed()).toBe(value)
  })

  it.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '1,20',
    '1,2000',
    ',100',
    '1.2.3',
    '1e5',
    'NaN',
    'Infinity',
    '0x10',
    '5 0',
    '--5',
    '５',
    '五',
    'abc',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  it('gives back every number it prints', () => {
    fc.assert(
      fc.property(decimals(), (value) => {
        expect(parseDecimal(value.toFixed())?.eq(value)).toBe(true)
      }),
    )
  })
})

describe('sum', () => {
  it('of nothing is 0', () => expect(sum([]).toFixed()).toBe('0'))

  it('is exact where floats are not', () => {
    expect(sum(['0.1', '0.2'].map((text) => new Decimal(text))).toFixed()).toBe('0.3')
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(decimals()), (values) => {
        expect(sum(values).eq(sum([...values].reverse()))).toBe(true)
      }),
    )
  })
})

describe('Decimal', () => {
  it.each([
    ['0.125', '0.13'],
    ['0.135', '0.14'],
    ['-0.125', '-0.13'],
    ['2.005', '2.01'],
  ])('rounds %s half up to %s', (value, rounded) => {
    expect(new Decimal(value).toFixed(2)).toBe(rounded)
  })
})
