import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmountCell } from '@/domain/desk/amountCell'
import { Decimal } from '@/domain/number/decimal'
import { money } from '@/domain/number/money'

const BUDGET = money(9_200_000)
const wan = (text: string) => readAmountCell(text, { unit: 'wan', budget: BUDGET, year: 2020 })
const yuan = (text: string) => readAmountCell(text, { unit: 'yuan', budget: BUDGET, year: 2020 })

function told(reading: ReturnType<typeof readAmountCell>): string {
  switch (reading.kind) {
    case 'accepted':
      return reading.amount.toFixed()
    case 'doubtful':
      return `${reading.reason}: ${reading.suggestion.toFixed()} or ${reading.asRead.toFixed()}`
    case 'refused':
      return reading.reason
    case 'empty':
      return 'empty'
  }
}

describe('amounts in a column of 万元', () => {
  it.each([
    ['552', '5520000'],
    ['552.00', '5520000'],
    ['552.465', '5524650'],
    ['0.0001', '1'],
    ['0.000001', '0.01'],
    ['1,104.5', '11045000'],
    ['１，１０４．５', '11045000'],
    [' 552\u00A0', '5520000'],
    ['\u200B552\uFEFF', '5520000'],
    ["'552", '5520000'],
    ['.5', '5000'],
    ['+552', '5520000'],
    ['552万元', '5520000'],
    ['552 万', '5520000'],
    ['5,520,000元', '5520000'],
    ['5520000.00 元', '5520000'],
    ['5520千元', '5520000'],
    ['0.0552亿元', '5520000'],
    ['０．０５５２亿', '5520000'],
    ['80万元整', '800000'],
    ['￥552', '5520000'],
    ['¥5,520,000元', '5520000'],
    ['人民币552万元', '5520000'],
    ['RMB 552', '5520000'],
    ['-12.5', '-125000'],
    ['−12.5', '-125000'],
    ['－１２．５', '-125000'],
    ['–12.5', '-125000'],
    ['负12.5', '-125000'],
    ['(12.5)', '-125000'],
    ['（12.5）', '-125000'],
    ['(12.5万元)', '-125000'],
    ['(12.5)万元', '-125000'],
    ['-￥12.5', '-125000'],
    ['￥-12.5', '-125000'],
    ['￥(12.5)', '-125000'],
    ['0', '0'],
    ['0.00', '0'],
    ['-0', '0'],
    ['０', '0'],
    ['0元', '0'],
  ])('accepts %s', (text, amount) => {
    expect(told(wan(text))).toBe(amount)
  })

  it.each([
    '',
    '  ',
    '\u00A0',
    '-',
    '--',
    '－',
    '—',
    '——',
    '–',
    '−',
    '/',
    '／',
    '\\',
    '无',
    '空',
    '未填报',
    '未设定',
  ])('takes %j for no entry, never for 0', (text) => {
    expect(wan(text)).toEqual({ kind: 'empty' })
  })

  it.each([
    ['#', 'too-narrow'],
    ['####', 'too-narrow'],
    ['＃＃＃＃', 'too-narrow'],
    ['#N/A', 'error-value'],
    ['#VALUE!', 'error-value'],
    ['#REF!', 'error-value'],
    ['#DIV/0!', 'error-value'],
    ['#NAME?', 'error-value'],
    ['#VALUE！', 'error-value'],
    ['3/4', 'date'],
    ['3-4', 'date'],
    ['2020-03-04', 'date'],
    ['2020/3/4', 'date'],
    ['2020/3/4 0:00:00', 'date'],
    ['2020.3.4', 'date'],
    ['2020年3月4日', 'date'],
    ['3月4日', 'date'],
    ['３月４日', 'date'],
    ['6月底', 'date'],
    ['4-Mar', 'date'],
    ['Mar-20', 'date'],
    ['12:30', 'date'],
    ['60%', 'percent'],
    ['60百分比', 'percent'],
    ['80人', 'other-unit'],
    ['80美元', 'other-unit'],
    ['0.0000001', 'too-fine'],
    ['552.00000001', 'too-fine'],
    ['12.345元', 'too-fine'],
    ['1.0000000000000000000000000000000000000000000000001', 'too-fine'],
    ['100000000', 'too-large'],
    ['1e60', 'too-large'],
    ['12,34', 'grouping'],
    ['1,2345', 'grouping'],
    ['1,23,456', 'grouping'],
    ['五百五十二', 'not-a-number'],
    ['约552', 'not-a-number'],
    ['552-600', 'not-a-number'],
    ['90-95', 'not-a-number'],
    ['3万5千元', 'not-a-number'],
    ['5 5 2', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['(552', 'not-a-number'],
    ['552)', 'not-a-number'],
    ['-(552)', 'not-a-number'],
    ['--552', 'not-a-number'],
    ['-￥-552', 'not-a-number'],
    ['552万元元', 'other-unit'],
    ['=A1', 'not-a-number'],
    ['1'.repeat(100_000), 'not-a-number'],
  ])('refuses %s', (text, reason) => {
    expect(told(wan(text))).toBe(reason)
  })

  it.each([
    ['5.52E+02', 'scientific: 5520000 or 5520000'],
    ['5,520,000', 'ten-thousand: 5520000 or 55200000000'],
    ['9200000', 'ten-thousand: 9200000 or 92000000000'],
    ['-5,520,000', 'ten-thousand: -5520000 or -55200000000'],
  ])('asks about %s', (text, reading) => {
    expect(told(wan(text))).toBe(reading)
  })

  it('asks about what only the other unit fits, at the cuts', () => {
    expect(told(wan('1840'))).toBe('18400000')
    expect(told(wan('1840.01'))).toBe('far-over: 18400100 or 18400100')
    expect(told(wan('9200'))).toBe('far-over: 92000000 or 92000000')
    expect(told(wan('9200.01'))).toBe('ten-thousand: 9200.01 or 92000100')
    expect(told(wan('13800000'))).toMatch(/^ten-thousand/)
    expect(told(wan('13800001'))).toBe('far-over: 138000010000 or 138000010000')
    expect(told(wan('5520000万元'))).toBe('ten-thousand: 5520000 or 55200000000')
    expect(told(wan('552亿'))).toBe('ten-thousand: 5520000 or 55200000000')
    expect(told(wan('92000000元'))).toBe('far-over: 92000000 or 92000000')
    expect(told(wan('552元'))).toBe('ten-thousand: 5520000 or 552')
    expect(told(readAmountCell('5520000', { unit: 'wan' }))).toBe('55200000000')
  })
})

describe('amounts in a column of 元', () => {
  it.each([
    ['5520000', '5520000'],
    ['5,520,000.01', '5520000.01'],
    ['552万元', '5520000'],
    ['0', '0'],
    ['9199.99', '9199.99'],
    ['552', 'ten-thousand: 5520000 or 552'],
    ['9.2', 'ten-thousand: 92000 or 9.2'],
    ['9.19', '9.19'],
    ['9200', '9200'],
    ['552元', 'ten-thousand: 5520000 or 552'],
    ['43931', 'serial-date: 43931 or 43931'],
    ['43931.00', '43931'],
    ['43830', '43830'],
    ['44197', '44197'],
    ['0.005', 'too-fine'],
  ])('reads %s as %s', (text, reading) => {
    expect(told(yuan(text))).toBe(reading)
  })
})

describe('every amount', () => {
  it('is read exactly from the form a spreadsheet shows it in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.boolean(),
        (cents, grouped) => {
          const exact = new Decimal(cents).div(100)
          const [whole = '', places] = exact.abs().toFixed(2).split('.')
          const shown = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${places}`
          const text = exact.isNegative() ? `(${shown})` : shown
          const reading = readAmountCell(text, { unit: 'yuan' })
          expect(reading).toMatchObject({ kind: 'accepted' })
          if (reading.kind === 'accepted') expect(reading.amount.eq(exact)).toBe(true)
        },
      ),
    )
  })

  it('is never finer than 分, and no text makes the reading throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('wan' as const, 'yuan' as const),
        (text, unit) => {
          const reading = readAmountCell(text, { unit, budget: BUDGET, year: 2020 })
          if (reading.kind === 'accepted') expect(reading.amount.decimalPlaces()).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})
