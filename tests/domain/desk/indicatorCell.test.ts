import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActual } from '@/domain/status/actual'
import type { Decimal } from '@/domain/number/decimal'
import { withinBand } from '@/domain/status/band'
import { readIndicatorCell } from '@/domain/desk/indicatorCell'
import { parseTarget } from '@/domain/plan/target'

function toldActual(text: string, target: string, year: number | null = 2020): string {
  const reading = readIndicatorCell(text, parseTarget(target), year)
  const words = (
    value: { kind: 'text'; text: string } | { kind: 'band'; band: string; percent: Decimal | null } | null,
  ) =>
    value === null
      ? 'nothing'
      : value.kind === 'text'
        ? value.text
        : `${value.band} ${value.percent?.toFixed() ?? '?'}`
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
    ['-5%', 'negative: 5% or -5%'],
    ['−5%', 'negative: 5% or -5%'],
    ['负5%', 'negative: 5% or -5%'],
    ['(5%)', 'negative: 5% or -5%'],
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
    [`${'x'.repeat(200_000)}1`, 'not-a-number'],
  ])('%s against ≥95百分比 reads %s', (text, reading) => {
    expect(toldActual(text, '≥95百分比')).toBe(reading)
  })
})

describe('actuals of other targets', () => {
  it.each([
    ['1,250人', '≥1200人', '1,250人'],
    ['1250', '≥1200人', '1250'],
    ['0.5', '≥1200人', '0.5'],
    ['95', '≥1年', '95'],
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
    ['是', 'band-word: achieved ? or nothing'],
    ['否', 'band-word: not ? or nothing'],
    ['合格', 'band-word: achieved ? or nothing'],
    ['不合格', 'band-word: not ? or nothing'],
    ['明显提升', 'band-word: achieved ? or nothing'],
    ['稳步提升', 'needs-band'],
    ['95%', 'needs-band'],
    ['好', 'needs-band'],
    ['####', 'too-narrow'],
    ['', 'empty'],
    ['达成'.repeat(1000), 'needs-band'],
  ])('%s against 明显提升 reads %s', (text, reading) => {
    expect(toldActual(text, '明显提升')).toBe(reading)
  })

  it.each([
    ['1:1', '1:1', 'band-word: achieved ? or nothing'],
    ['1：1', '1:1', 'band-word: achieved ? or nothing'],
    ['1:2', '1:1', 'needs-band'],
    ['完成', '完成', 'band-word: achieved ? or nothing'],
    ['完成', '=100%', 'done-word: 100% or nothing'],
    ['合格', '=100百分比', 'done-word: 100% or nothing'],
    ['已完成', '=12个', 'done-word: 12个 or nothing'],
    ['未完成', '=100%', 'needs-number'],
    ['完成', '≥95%', 'needs-number'],
    ['完成', '≤5%', 'needs-number'],
    ['完成', '90-95%', 'needs-number'],
  ])('%s against %s reads %s', (text, target, reading) => {
    expect(toldActual(text, target)).toBe(reading)
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
    ['2020年11月', 'month-only: 2020-11-30 or nothing'],
    ['11月', 'month-only: 2020-11-30 or nothing'],
    ['2月份', 'month-only: 2020-02-29 or nothing'],
    ['13月', 'needs-date'],
    ['12月底前完成', 'by-day: 2020-12-31 or nothing'],
    ['11月20日前', 'by-day: 2020-11-20 or nothing'],
    ['11月前完成', 'by-day: 2020-11-30 or nothing'],
    ['11月20日完成', '2020-11-20'],
    ['2020年11月20日已完成', '2020-11-20'],
    ['已完成', 'needs-date'],
    ['完成', 'needs-date'],
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
  const targets = [
    '≥95百分比',
    '=100%',
    '≤5%',
    '90-95%',
    '≥1200人',
    '≥1年',
    '60',
    '12月底前完成',
    '明显提升',
  ].map(parseTarget)
  const likely = fc.string({
    unit: fc.constantFrom(...'0123456789.,%()-负≥人年月日/ E+达成部分未完#'),
    maxLength: 10,
  })

  it.each(['-1', '负0.95', '(0.5)'])(
    '%s under a rate suggests a rate that is not asked about again',
    (text) => {
      const reading = readIndicatorCell(text, parseTarget('≥95百分比'), 2020)
      expect(reading).toMatchObject({ kind: 'doubtful', reason: 'negative' })
      const suggested = reading.kind === 'doubtful' ? reading.suggestion : null
      expect(suggested?.kind === 'text' && readActual(suggested.text, parseTarget('≥95百分比')).kind).toBe(
        'accepted',
      )
    },
  )

  it('that is accepted or suggested is read again as accepted, and none makes the reading throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(likely, fc.string({ unit: 'binary' })),
        fc.constantFrom(...targets),
        (text, target) => {
          const reading = readIndicatorCell(text, target, 2020)
          const values =
            reading.kind === 'accepted'
              ? [reading.value]
              : reading.kind === 'doubtful'
                ? [reading.suggestion, reading.asRead]
                : []
          for (const value of values) {
            if (value?.kind === 'band' && value.percent)
              expect(withinBand(value.band, value.percent)).toBe(true)
            if (value?.kind !== 'text') continue
            if (target.kind === 'date') expect(value.text).toMatch(/^\d{4}-\d{2}-\d{2}$/)
            else expect(readActual(value.text, target).kind).toBe('accepted')
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('a figure far over its target that is no rate', () => {
  it.each([
    ['2020', '≥1年'],
    ['2020年', '≥1年'],
    ['5000', '≥500人'],
    ['100', '≥10个'],
    ['1500', '=150户'],
    ['900', '≤5起'],
    ['1000', '90-100人'],
  ])('%s against %s is asked about', (text, target) => {
    expect(toldActual(text, target)).toBe(`far-over-target: ${text} or ${text}`)
  })

  it.each([
    ['3', '≥1年'],
    ['99', '≥1次'],
    ['4999', '≥500人'],
    ['2020', '≥2000人'],
    ['999', '90-100人'],
    ['5', '≥0起'],
  ])('%s against %s is taken', (text, target) => {
    expect(toldActual(text, target)).toBe(text)
  })
})
