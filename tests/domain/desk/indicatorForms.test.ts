import { describe, expect, it } from 'vitest'
import { readAmountCell } from '@/domain/desk/amountCell'
import { readIndicatorCell, type ActualValue } from '@/domain/desk/indicatorCell'
import { money } from '@/domain/number/money'
import { parseTarget } from '@/domain/plan/target'

function words(value: ActualValue | null): string {
  if (value === null) return 'nothing'
  return value.kind === 'text' ? value.text : `${value.band} ${value.percent?.toFixed() ?? '?'}`
}

function told(text: string, target: string, year: number | null = 2020): string {
  const reading = readIndicatorCell(text, parseTarget(target), year)
  if (reading.kind === 'accepted') return words(reading.value)
  if (reading.kind === 'doubtful')
    return `${reading.reason}: ${words(reading.suggestion)} or ${words(reading.asRead)}`
  return reading.kind === 'refused' ? reading.reason : 'empty'
}

describe('a figure below zero', () => {
  it.each([
    ['-5万元', '≥10万元', '-5万元'],
    ['-5元', '≤10元', '-5元'],
    ['-5℃', '≥10℃', '-5℃'],
    ['-5℉', '≥10℉', '-5℉'],
    ['-5°', '≥10°', '-5°'],
    ['-5摄氏度', '≥10摄氏度', '-5摄氏度'],
    ['-5百分点', '≥10百分点', '-5百分点'],
    ['-5个百分点', '≥10个百分点', '-5个百分点'],
    ['-5人', '≥10人', 'negative: 5人 or -5人'],
    ['-5人', '≤10人', 'negative: 5人 or -5人'],
    ['-5年', '＜10年', 'negative: 5年 or -5年'],
    ['-5%', '≤10%', '-5%'],
    ['-5%', '<10%', '-5%'],
    ['-5%', '>10%', 'negative: 5% or -5%'],
    ['-5%', '=10%', 'negative: 5% or -5%'],
    ['-5', '≤10', '-5'],
    ['-5', '≥10', 'negative: 5 or -5'],
    ['-5%', '90-95%', 'negative: 5% or -5%'],
    ['-5人', '10-20人', 'negative: 5人 or -5人'],
    ['-5℃', '≥-10℃', '-5℃'],
    ['-5人', '≥-10人', '-5人'],
    ['-0', '≥10人', '-0'],
    ['-0.5', '≥95%', 'negative: 0.5% or -0.5'],
    ['-50', '≥95%', 'negative: 50 or -50'],
  ])('%s against %s reads %s', (text, target, reading) => {
    expect(told(text, target)).toBe(reading)
  })

  it.each([
    ['负5', '-5'],
    ['负 5', '-5'],
    ['(5)', '-5'],
    ['( 5 )', '-5'],
    ['(5人)', '-5人'],
    ['+5', '5'],
    ['+ 5', '5'],
    ['5', '5'],
  ])('written %s is %s', (text, written) => {
    const plain = written.replace('-', '')
    expect(told(text, '≥1人')).toBe(written.startsWith('-') ? `negative: ${plain} or ${written}` : written)
  })

  it.each(['(-5)', '(负5)', '负负5', '(五)', '(5', '5)', '负', '+', '5负', '5+3', '(5)(6)'])(
    'written %s is no figure',
    (text) => {
      expect(readIndicatorCell(text, parseTarget('≥1人')).kind).toBe('refused')
    },
  )
})

describe('a figure that may be a day', () => {
  it.each([
    ['43931', '≥4393人', 'serial-date: 43931 or 43931'],
    ['43931', '≥4393.1人', 'far-over-target: 43931 or 43931'],
    ['43931', '90-95', 'serial-date: 43931 or 43931'],
    ['43931', '1-4393.1', 'far-over-target: 43931 or 43931'],
    ['43831', '≥1人', 'serial-date: 43831 or 43831'],
    ['44196', '≥1人', 'serial-date: 44196 or 44196'],
    ['43830', '≥1人', 'far-over-target: 43830 or 43830'],
    ['44197', '≥1人', 'far-over-target: 44197 or 44197'],
    ['43931人', '≥1人', 'far-over-target: 43931人 or 43931人'],
    ['4E4', '≥1人', 'scientific: 40000 or 40000'],
    ['4e+1人', '≥1人', 'scientific: 40人 or 40人'],
    ['4E4 人', '≥1人', 'scientific: 40000人 or 40000人'],
    ['4E4年', '≥1人', 'not-a-number'],
    ['4E-1', '≥95%', 'not-a-number'],
  ])('%s against %s reads %s', (text, target, reading) => {
    expect(told(text, target)).toBe(reading)
  })

  it('is none where the year is not known', () => {
    expect(told('43931', '≥4393人', null)).toBe('far-over-target: 43931 or 43931')
  })
})

describe('a band in words', () => {
  it.each([
    ['全部达成', 'achieved ?'],
    ['达成年度目标', 'achieved ?'],
    ['达成目标', 'achieved ?'],
    ['达成指标', 'achieved ?'],
    ['达成预期目标 90', 'achieved 90'],
    ['达成。', 'achieved ?'],
    ['达成;', 'achieved ?'],
    ['达成、90', 'achieved 90'],
    ['达成:90', 'achieved 90'],
    ['达成(90)', 'achieved 90'],
    ['达成 90 分', 'achieved 90'],
    ['达成 90.1234', 'achieved 90.1234'],
    ['达成 90.12345', 'needs-band'],
    ['达成 0090', 'needs-band'],
    ['达成 100', 'achieved 100'],
    ['部分达成具有一定效果', 'partly ?'],
    ['部分达成并具有一定效果', 'partly ?'],
    ['部分达成目标', 'partly ?'],
    ['没有达成', 'not ?'],
    ['未达成目标', 'not ?'],
    ['未达成并效果较差', 'not ?'],
    ['未达成效果较差', 'not ?'],
    ['未达成且效果较差 30', 'not 30'],
    ['实现', 'band-word: achieved ? or nothing'],
    ['已落实', 'band-word: achieved ? or nothing'],
    ['按期完成', 'band-word: achieved ? or nothing'],
    ['如期达标', 'band-word: achieved ? or nothing'],
    ['按时合格', 'band-word: achieved ? or nothing'],
    ['大部分完成', 'band-word: partly ? or nothing'],
    ['基本达成', 'band-word: partly ? or nothing'],
    ['部分实现', 'band-word: partly ? or nothing'],
    ['基本落实', 'band-word: partly ? or nothing'],
    ['尚未完成', 'band-word: not ? or nothing'],
    ['没有实现', 'band-word: not ? or nothing'],
    ['未落实', 'band-word: not ? or nothing'],
    ['未达标', 'band-word: not ? or nothing'],
    ['完成了', 'needs-band'],
    ['不完成', 'needs-band'],
    ['达成了', 'needs-band'],
    ['基本达成目标', 'needs-band'],
    ['达成90达成', 'needs-band'],
    ['90达成', 'needs-band'],
  ])('%s reads %s', (text, reading) => {
    expect(told(text, '明显提升')).toBe(reading)
  })

  it('beside a target of figures asks for a figure', () => {
    expect(told('基本完成', '≥95%')).toBe('needs-number')
    expect(told('部分达成 70', '≥95%')).toBe('needs-number')
    expect(told('达成 70', '≥95%')).toBe('not-a-number')
  })
})

describe('a day of the year', () => {
  it.each([
    ['2020-11-20 8:30', '2020-11-20'],
    ['2020-11-20 08:30:15', '2020-11-20'],
    ['2020年 11月 20日', '2020-11-20'],
    ['2020年11月20', '2020-11-20'],
    ['2020-1-5', '2020-01-05'],
    ['1月5日', '2020-01-05'],
    ['11月末', '2020-11-30'],
    ['12月底', '2020-12-31'],
    ['1月底', '2020-01-31'],
    ['0月底', 'needs-date'],
    ['13月底', 'needs-date'],
    ['2月30日', 'needs-date'],
    ['11月', 'month-only: 2020-11-30 or nothing'],
    ['11-20', 'month-day: 2020-11-20 or nothing'],
    ['11/31', 'needs-date'],
    ['2020-11-20 8', 'needs-date'],
    ['2020-11-20后', 'needs-date'],
    ['约2020-11-20', 'needs-date'],
    ['约11月20日', 'needs-date'],
    ['11月20日前', 'by-day: 2020-11-20 or nothing'],
    ['011/20', 'needs-date'],
    ['11/200', 'needs-date'],
  ])('%s reads %s', (text, reading) => {
    expect(told(text, '12月底前完成')).toBe(reading)
  })

  it('with its year needs no other; without it, none is made', () => {
    expect(told('2020-11-20', '12月底前完成', null)).toBe('2020-11-20')
    for (const text of ['11月20日', '11月底', '44155'])
      expect(told(text, '12月底前完成', null)).toBe('needs-date')
  })

  it('prose is none, however long', () => {
    expect(told('字'.repeat(65), '12月底前完成')).toBe('needs-date')
    expect(told('1'.repeat(65), '90-95')).toBe('not-a-number')
    expect(told('1'.repeat(65), '明显提升')).toBe('needs-band')
    expect(told('1'.repeat(64), `≥${'1'.repeat(64)}人`)).toBe('1'.repeat(64))
  })
})

describe('an amount', () => {
  const read = (text: string, unit: 'wan' | 'yuan' = 'wan', budget: string | null = null) => {
    const reading = readAmountCell(text, { unit, budget: budget === null ? null : money(budget), year: 2020 })
    if (reading.kind === 'accepted') return reading.amount.toFixed()
    if (reading.kind === 'doubtful')
      return `${reading.reason} ${reading.suggestion.toFixed()} or ${reading.asRead.toFixed()}`
    return reading.kind === 'refused' ? reading.reason : 'empty'
  }

  it.each([
    ['1圆', '1'],
    ['1元整', '1'],
    ['1百万元', '1000000'],
    ['1千万元', '10000000'],
    ['1亿', '100000000'],
    ['1亿元', '100000000'],
    ['1整', 'other-unit'],
    ['CNY 1', '10000'],
    ['人民币1', '10000'],
    ['1￥', 'other-unit'],
    ['- 1', '-10000'],
    ['负 1', '-10000'],
    ['+1元', '1'],
    ['+￥1元', '1'],
    ['￥+1元', '1'],
    ['(￥1元)', '-1'],
    ['( 1 元 )', '-1'],
    ['+(1)', 'not-a-number'],
    ['-+1', 'not-a-number'],
    ['(1元)元', 'not-a-number'],
    ['1元元元元元元元', 'not-a-number'],
    ['1e2元', 'scientific 100 or 100'],
    ['1e-2', 'scientific 100 or 100'],
    ['-1e2元', 'scientific -100 or -100'],
    ['0.5元', '0.5'],
    ['.5元', '0.5'],
    ['0.005万元', '50'],
    ['999999999999.99元', '999999999999.99'],
    ['1000000000000元', 'too-large'],
    ['99999999.999999', '999999999999.99'],
    ['0.000000000001亿元', 'too-fine'],
    ['0.0000000001亿元', '0.01'],
  ])('%s is %s', (text, amount) => {
    expect(read(text)).toBe(amount)
  })

  it.each([
    ['2', 'wan', '10000', '20000'],
    ['10', 'wan', '10000', 'far-over 100000 or 100000'],
    ['10.0001', 'wan', '10000', 'far-over 100001 or 100001'],
    ['15000', 'wan', '10000', 'ten-thousand 15000 or 150000000'],
    ['15000.01', 'wan', '10000', 'far-over 150000100 or 150000100'],
    ['1', 'yuan', '1000', '1'],
    ['10', 'yuan', '100000', 'ten-thousand 100000 or 10'],
    ['100', 'yuan', '100000', '100'],
    ['99.99', 'yuan', '100000', '99.99'],
    ['15', 'yuan', '100000', 'ten-thousand 150000 or 15'],
    ['15.01', 'yuan', '100000', '15.01'],
    ['0.1', 'yuan', '100000', 'ten-thousand 1000 or 0.1'],
    ['0.09', 'yuan', '100000', '0.09'],
    ['-10', 'yuan', '100000', 'ten-thousand -100000 or -10'],
    ['0', 'yuan', '100000', '0'],
    ['10', 'yuan', '0', '10'],
    ['10', 'yuan', '-5', '10'],
    ['43931', 'yuan', null, 'serial-date 43931 or 43931'],
    ['-43931', 'yuan', null, '-43931'],
    ['43931元', 'wan', null, '43931'],
  ] as const)('%s in a column of %s under a budget of %s 元: %s', (text, unit, budget, amount) => {
    expect(read(text, unit, budget)).toBe(amount)
  })
})

describe('a rate far over 100', () => {
  it.each([
    ['101', 'accepted'],
    ['100.5%', 'accepted'],
    ['150', 'accepted'],
    ['150.1', 'doubtful'],
    ['950', 'doubtful'],
  ])('%s under ≥90%% is %s', (text, kind) => {
    expect(readIndicatorCell(text, parseTarget('≥90%')).kind).toBe(kind)
  })
  it('is none where the target is near it', () => {
    expect(readIndicatorCell('200%', parseTarget('≥140%')).kind).toBe('accepted')
  })
})

describe('a day of completion in words', () => {
  const BY = '12月底前完成'
  it.each([
    ['1月', '2020-01-31'],
    ['11月', '2020-11-30'],
    ['12月', '2020-12-31'],
    ['2月份', '2020-02-29'],
    ['2021年2月', '2021-02-28'],
  ])('%s alone asks whether its end is meant', (text, end) => {
    expect(told(text, BY)).toBe(`month-only: ${end} or nothing`)
  })

  it.each(['0月', '13月', '20月', '2020-13-01', '2020-02-30'])('%s is no day', (text) => {
    expect(told(text, BY)).toBe('needs-date')
  })

  it('a month alone needs a year, its own or that of the plan', () => {
    expect(told('11月', BY, null)).toBe('needs-date')
    expect(told('2020年11月', BY, null)).toBe('month-only: 2020-11-30 or nothing')
  })

  it.each([
    ['11月20日完成', '2020-11-20'],
    ['2020-11-20 完工', '2020-11-20'],
    ['11月20日前完成', 'by-day: 2020-11-20 or nothing'],
    ['11月20日以前', 'by-day: 2020-11-20 or nothing'],
    ['11月前完成', 'by-day: 2020-11-30 or nothing'],
    ['13月前完成', 'needs-date'],
    ['年底前完成', 'needs-date'],
  ])('%s reads %s', (text, reading) => {
    expect(told(text, BY)).toBe(reading)
  })
})
