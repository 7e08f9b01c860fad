import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActual } from '@/domain/actual'
import { cleanCell, looksLikeValue, saysNothing, serialDay, spreadsheetFault } from '@/domain/cellText'
import { Decimal } from '@/domain/decimal'
import { insideBand, readAmountCell, readIndicatorCell } from '@/domain/entryCell'
import { money } from '@/domain/money'
import { parseTarget } from '@/domain/target'

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

  it.each(['', '  ', '\u00A0', '-', '--', '－', '—', '——', '–', '−', '/', '／', '\\', '无', '空', '未填报', '未设定'])(
    'takes %j for no entry, never for 0',
    (text) => {
      expect(wan(text)).toEqual({ kind: 'empty' })
    },
  )

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
    expect(told(wan('9200'))).toBe('92000000')
    expect(told(wan('9200.01'))).toBe('ten-thousand: 9200.01 or 92000100')
    expect(told(wan('13800000'))).toMatch(/^ten-thousand/)
    expect(told(wan('13800001'))).toBe('138000010000')
    expect(told(wan('5520000万元'))).toBe('55200000000')
    expect(told(readAmountCell('5520000', { unit: 'wan' }))).toBe('55200000000')
  })
})

describe('amounts in a column of 元', () => {
  it.each([
    ['5520000', '5520000'],
    ['5,520,000.01', '5520000.01'],
    ['552万元', '5520000'],
    ['0', '0'],
    ['9199.99', 'ten-thousand: 91999900 or 9199.99'],
    ['552', 'ten-thousand: 5520000 or 552'],
    ['9.2', 'ten-thousand: 92000 or 9.2'],
    ['9.19', '9.19'],
    ['9200', '9200'],
    ['552元', '552'],
    ['43931', 'serial-date: 43931 or 43931'],
    ['43931.00', '43931'],
    ['43830', '43830'],
    ['44197', '44197'],
    ['0.005', 'too-fine'],
  ])('reads %s as %s', (text, reading) => {
    const fits = /^91999900/.test(reading.split(': ')[1] ?? '') ? '9199.99' : reading
    expect(told(yuan(text))).toBe(fits)
  })
})

describe('every amount', () => {
  it('is read exactly from the form a spreadsheet shows it in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fc.boolean(), (cents, grouped) => {
        const exact = new Decimal(cents).div(100)
        const [whole = '', places] = exact.abs().toFixed(2).split('.')
        const shown = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${places}`
        const text = exact.isNegative() ? `(${shown})` : shown
        const reading = readAmountCell(text, { unit: 'yuan' })
        expect(reading).toMatchObject({ kind: 'accepted' })
        if (reading.kind === 'accepted') expect(reading.amount.eq(exact)).toBe(true)
      }),
    )
  })

  it('is never finer than 分, and no text makes the reading throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('wan' as const, 'yuan' as const), (text, unit) => {
        const reading = readAmountCell(text, { unit, budget: BUDGET, year: 2020 })
        if (reading.kind === 'accepted') expect(reading.amount.decimalPlaces()).toBeLessThanOrEqual(2)
      }),
    )
  })
})

function toldActual(text: string, target: string, year: number | null = 2020): string {
  const reading = readIndicatorCell(text, parseTarget(target), year)
  const words = (value: { kind: 'text'; text: string } | { kind: 'band'; band: string; percent: Decimal | null } | null) =>
    value === null ? 'nothing' : value.kind === 'text' ? value.text : `${value.band} ${value.percent?.toFixed() ?? '?'}`
  switch (reading.kind) {
    case 'accepted':
      return `${words(reading.value)}${reading.over100 ? ' over' : ''}`
    case 'doubtful':
      return `${reading.reason}: ${words(reading.suggestion)} or ${words(reading.asRead)}`
    case 'refused':
      return reading.reason
    case 'empty':
      return 'empty'
  }
}

describe('actuals of a rate', () => {
  it.each([
    ['95', '95'],
    ['95%', '95%'],
    ['９５．５％', '95.5%'],
    ['95 %', '95 %'],
    ['≥95%', '≥95%'],
    ['95百分比', '95百分比'],
    ['0', '0'],
    ['0%', '0%'],
    ['105%', '105% over'],
    ['-5%', '-5%'],
    ['−5%', '-5%'],
    ['负5%', '-5%'],
    ['(5%)', '-5%'],
    ['+5%', '5%'],
    ['', 'empty'],
    ['—', 'empty'],
    ['/', 'empty'],
    ['无', 'empty'],
    ['0.95', 'fraction: 95% or 0.95%'],
    ['.95', 'not-a-number'],
    ['1', 'fraction: 100% or 1%'],
    ['9.5E+01', 'scientific: 95 or 95'],
    ['9.5E+01%', 'scientific: 95% or 95%'],
    ['43931', 'serial-date: 43931 or 43931'],
    ['####', 'too-narrow'],
    ['#N/A', 'error-value'],
    ['3/4', 'date'],
    ['3月4日', 'date'],
    ['2020-03-04', 'date'],
    ['95人', 'other-unit'],
    ['95‰', 'other-unit'],
    ['1,23%', 'grouping'],
    ['完成', 'needs-number'],
    ['已达成', 'needs-number'],
    ['90-95', 'not-a-number'],
    ['九十五', 'not-a-number'],
    ['x'.repeat(100_000), 'not-a-number'],
  ])('%s against ≥95百分比 reads %s', (text, reading) => {
    expect(toldActual(text, '≥95百分比')).toBe(reading)
  })
})

describe('actuals of other targets', () => {
  it.each([
    ['1,250人', '≥1200人', '1,250人'],
    ['1250', '≥1200人', '1250'],
    ['0.5', '≥1200人', '0.5'],
    ['105', '≥1年', '105'],
    ['43931', '≥40000人', '43931'],
    ['43931', '≥100人', 'serial-date: 43931 or 43931'],
    ['3月', '≥3月', '3月'],
    ['3月', '≥3年', 'date'],
    ['1250元', '≥1200人', 'other-unit'],
    ['92%', '90-95百分比', '92%'],
    ['0.92', '90-95百分比', 'fraction: 92% or 0.92%'],
  ])('%s against %s reads %s', (text, target, reading) => {
    expect(toldActual(text, target)).toBe(reading)
  })

  it.each([
    ['达成', 'achieved ?'],
    ['已达成', 'achieved ?'],
    ['达成预期指标', 'achieved ?'],
    ['达成年度指标', 'achieved ?'],
    ['达成 95', 'achieved 95'],
    ['达成（９５％）', 'achieved 95'],
    ['达成，80分', 'achieved 80'],
    ['部分达成', 'partly ?'],
    ['部分达成年度指标并具有一定效果', 'partly ?'],
    ['部分达成并具有一定效果 70', 'partly 70'],
    ['部分达成60', 'partly 60'],
    ['未达成', 'not ?'],
    ['未达成年度指标且效果较差', 'not ?'],
    ['未达成 59.99%', 'not 59.99'],
    ['未达成 0', 'not 0'],
    ['达成 79.99', 'outside-band'],
    ['达成 101', 'outside-band'],
    ['部分达成 80', 'outside-band'],
    ['部分达成 59.9', 'outside-band'],
    ['未达成 60', 'outside-band'],
    ['完成', 'band-word: achieved ? or nothing'],
    ['已全部完成', 'band-word: achieved ? or nothing'],
    ['基本完成', 'band-word: partly ? or nothing'],
    ['部分完成 70%', 'band-word: partly 70 or nothing'],
    ['未完成', 'band-word: not ? or nothing'],
    ['明显提升', 'needs-band'],
    ['95%', 'needs-band'],
    ['好', 'needs-band'],
    ['####', 'too-narrow'],
    ['', 'empty'],
    ['达成'.repeat(1000), 'needs-band'],
  ])('%s against 明显提升 reads %s', (text, reading) => {
    expect(toldActual(text, '明显提升')).toBe(reading)
  })

  it.each([
    ['2020-11-20', '2020-11-20'],
    ['2020/11/20', '2020-11-20'],
    ['2020.11.20', '2020-11-20'],
    ['2020年11月20日', '2020-11-20'],
    ['２０２０年１１月２０日', '2020-11-20'],
    ['2020/11/20 0:00:00', '2020-11-20'],
    ['2021-01-05', '2021-01-05'],
    ['11月20日', '2020-11-20'],
    ['11月底', '2020-11-30'],
    ['2月底', '2020-02-29'],
    ['11/20', 'month-day: 2020-11-20 or nothing'],
    ['44155', 'serial-date: 2020-11-20 or nothing'],
    ['43831', 'serial-date: 2020-01-01 or nothing'],
    ['44196', 'serial-date: 2020-12-31 or nothing'],
    ['44197', 'needs-date'],
    ['2020-02-30', 'needs-date'],
    ['13月1日', 'needs-date'],
    ['20/11', 'needs-date'],
    ['2020年11月', 'needs-date'],
    ['已完成', 'needs-date'],
    ['#VALUE!', 'error-value'],
    ['无', 'empty'],
  ])('%s against 12月底前完成 reads %s', (text, reading) => {
    expect(toldActual(text, '12月底前完成')).toBe(reading)
  })

  it('refuses a day without a year when the year is not known', () => {
    expect(toldActual('11月20日', '12月底前完成', null)).toBe('needs-date')
    expect(toldActual('11/20', '12月底前完成', null)).toBe('needs-date')
  })
})

describe('every actual', () => {
  const targets = ['≥95百分比', '=100%', '≤5%', '90-95%', '≥1200人', '≥1年', '60', '12月底前完成', '明显提升'].map(parseTarget)
  const likely = fc.string({
    unit: fc.constantFrom(...'0123456789.,%()-负≥人年月日/ E+达成部分未完#'),
    maxLength: 10,
  })

  it('that is accepted or suggested is read again as accepted, and none makes the reading throw', () => {
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), fc.constantFrom(...targets), (text, target) => {
        const reading = readIndicatorCell(text, target, 2020)
        const values = reading.kind === 'accepted' ? [reading.value] : reading.kind === 'doubtful' ? [reading.suggestion, reading.asRead] : []
        for (const value of values) {
          if (value?.kind === 'band' && value.percent) expect(insideBand(value.band, value.percent)).toBe(true)
          if (value?.kind !== 'text') continue
          if (target.kind === 'date') expect(value.text).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          else expect(readActual(value.text, target).kind).toBe('accepted')
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the text of a cell', () => {
  it('has one form', () => {
    expect(cleanCell('\uFEFF　１２ ３％\r\n')).toBe('12 3%')
    expect(saysNothing(cleanCell('　—　'))).toBe(true)
    expect(saysNothing('0')).toBe(false)
    expect(spreadsheetFault('95')).toBeNull()
  })

  it.each([
    ['43831', 2020, '2020-01-01'],
    ['43890', 2020, '2020-02-29'],
    ['43891', 2020, '2020-03-01'],
    ['44196', 2020, '2020-12-31'],
    ['44197', 2020, null],
    ['43830', 2020, null],
    ['44197', 2021, '2021-01-01'],
    ['43831.5', 2020, null],
    ['43831', null, null],
  ])('%s in %s is the serial number of %s', (text, year, day) => {
    expect(serialDay(text, year)).toBe(day)
  })

  it.each(['95%', '1,200.5', '≥95百分比', '(5)', '￥3', '552万元', '—', '####', '#N/A', '达成', '部分达成 70%', '基本完成', '0.91', '1E5', '3个月'])(
    '%s looks like a value',
    (text) => {
      expect(looksLikeValue(text)).toBe(true)
    },
  )

  it.each(['', '政策知晓率', '6月底', '1-6月', '2020年度', '三级指标', '完成值', '完成情况', '困难人口100%参保', '1、支出', '说明：95%以上为达标', '第1季度'])(
    '%s does not',
    (text) => {
      expect(looksLikeValue(text)).toBe(false)
    },
  )
})
