import { describe, expect, it } from 'vitest'
import { clampToYear, defaultAsOf } from '@/domain/time/asOf'
import { day } from '../build'

describe('defaultAsOf', () => {
  it.each([
    ['a past year opens at its end', '2020-08-15', '2026-02-01', '2020-12-31'],
    ['a past year without data too', null, '2021-01-01', '2020-12-31'],
    ['the running year opens at the last day with data', '2020-08-15', '2020-11-02', '2020-08-15'],
    ['without data at today', null, '2020-11-02', '2020-11-02'],
    ['a coming year at its first day', null, '2019-11-02', '2020-01-01'],
    ['data of another year is held to the year', '2021-01-15', '2020-12-31', '2020-12-31'],
  ])('%s', (_, last, today, asOf) => {
    expect(defaultAsOf(2020, last === null ? null : day(last), day(today))).toBe(asOf)
  })
})

describe('clampToYear', () => {
  it.each([
    ['2019-12-31', '2020-01-01'],
    ['2020-01-01', '2020-01-01'],
    ['2020-06-30', '2020-06-30'],
    ['2020-12-31', '2020-12-31'],
    ['2021-01-01', '2020-12-31'],
  ])('%s is held to %s', (given, held) => {
    expect(clampToYear(2020, day(given))).toBe(held)
  })
})
