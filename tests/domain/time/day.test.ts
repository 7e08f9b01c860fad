import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import {
  daysAfter,
  dayOfYear,
  daysBetween,
  daysInMonth,
  daysInYear,
  elapsedPercent,
  endOfMonth,
  firstDayOfYear,
  lastDayOfYear,
  monthOf,
  monthsElapsed,
  parseDay,
  yearOf,
} from '@/domain/time/day'
import { days } from '../arbitraries'
import { day } from '../build'

const ZONE = process.env.TZ
afterEach(() => {
  process.env.TZ = ZONE
})

describe('parseDay', () => {
  it.each(['2020-02-29', '2000-02-29', '2019-02-28', '2020-12-31', '2020-01-01', '1999-06-30'])(
    'reads %s',
    (text) => {
      expect(parseDay(text)).toBe(text)
    },
  )

  it.each([
    '2019-02-29',
    '1900-02-29',
    '2100-02-29',
    '2020-02-30',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-1-1',
    '20200101',
    '2020/01/01',
    '2020-01-01T00:00',
    ' 2020-01-01',
    '２０２０-01-01',
    '43831',
    '',
    'abc',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

describe('the calendar', () => {
  it.each([
    [2020, 29],
    [2019, 28],
    [2000, 29],
    [1900, 28],
    [2100, 28],
    [2024, 29],
  ])('February %i has %i days', (year, length) => {
    expect(daysInMonth(year, 2)).toBe(length)
    expect(daysInYear(year)).toBe(length + 337)
  })

  it('has the month ends of the checkpoints', () => {
    expect([3, 6, 10, 12].map((month) => endOfMonth(2020, month))).toEqual([
      '2020-03-31',
      '2020-06-30',
      '2020-10-31',
      '2020-12-31',
    ])
  })

  it('has 12 months that make the year', () => {
    for (const year of [2019, 2020, 2100]) {
      const months = Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1))
      expect(months.reduce((total, length) => total + length, 0)).toBe(daysInYear(year))
      expect(lastDayOfYear(year)).toBe(`${year}-12-31`)
      expect(firstDayOfYear(year)).toBe(`${year}-01-01`)
    }
  })

  it('knows the parts of a day', () => {
    expect([yearOf(day('2020-06-30')), monthOf(day('2020-06-30'))]).toEqual([2020, 6])
  })
})

describe('daysBetween', () => {
  const CASES = [
    ['2020-06-30', '2020-06-30', 0],
    ['2020-02-28', '2020-03-01', 2],
    ['2019-02-28', '2019-03-01', 1],
    ['2020-01-01', '2020-12-31', 365],
    ['2020-01-01', '2020-07-01', 182],
    ['2020-07-01', '2020-12-31', 183],
    ['2020-12-31', '2021-01-01', 1],
    ['2020-10-31', '2020-06-30', -123],
  ] as const

  for (const zone of ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'UTC']) {
    it.each(CASES)(`from %s to %s is %i in ${zone}`, (from, to, length) => {
      process.env.TZ = zone
      expect(daysBetween(day(from), day(to))).toBe(length)
    })
  }

  it('adds up, and turns its sign with its direction', () => {
    fc.assert(
      fc.property(days(), days(), days(), (a, b, c) => {
        expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c))
        expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0)
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
      }),
    )
  })
})

describe('daysAfter', () => {
  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-28', 2, '2020-03-01'],
    ['2019-02-28', 1, '2019-03-01'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-01-01', -1, '2019-12-31'],
    ['2020-06-30', 0, '2020-06-30'],
  ])('%s and %i days is %s', (from, days, to) => {
    for (const zone of ['Asia/Shanghai', 'America/New_York']) {
      process.env.TZ = zone
      expect(daysAfter(day(from), days)).toBe(to)
    }
  })

  it('turns daysBetween around', () => {
    fc.assert(
      fc.property(days(), days(), (a, b) => {
        expect(daysAfter(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })
})

describe('how far the year has gone', () => {
  it.each([
    ['2020-01-01', 1],
    ['2020-03-01', 61],
    ['2019-03-01', 60],
    ['2020-06-30', 182],
    ['2020-12-31', 366],
    ['2019-12-31', 365],
  ])('%s is day %i', (text, count) => {
    expect(dayOfYear(day(text))).toBe(count)
  })

  it.each([
    ['2019-12-31', '0'],
    ['2020-01-01', '0.27'],
    ['2020-06-30', '49.73'],
    ['2020-10-31', '83.33'],
    ['2020-12-31', '100.00'],
    ['2021-01-01', '100'],
  ])('序时进度 of 2020 on %s is %s %%', (text, percent) => {
    expect(elapsedPercent(2020, day(text)).toFixed(percent.includes('.') ? 2 : 0)).toBe(percent)
  })

  it.each([
    ['2020-01-31', '1'],
    ['2020-02-29', '2'],
    ['2019-02-28', '2'],
    ['2020-06-30', '6'],
    ['2020-06-15', '5.5'],
    ['2020-12-31', '12'],
  ])('%s is %s months in', (text, months) => {
    expect(monthsElapsed(day(text)).toFixed()).toBe(months)
  })

  it('never runs backwards', () => {
    fc.assert(
      fc.property(days(), days(), (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        expect(elapsedPercent(2020, first).lte(elapsedPercent(2020, second))).toBe(true)
        if (yearOf(first) === yearOf(second))
          expect(monthsElapsed(first).lte(monthsElapsed(second))).toBe(true)
      }),
    )
  })
})
