import { describe, expect, it } from 'vitest'
import { clampToYear, defaultAsOf } from '@/domain/time/asOf'
import { day } from '../build'

describe('defaultAsOf', () => {
  it.each([
    ['a past year opens at its end', '2026-02-01', '2020-12-31'],
    ['a past year at its end from its first day after', '2021-01-01', '2020-12-31'],
    ['the running year opens at today, whenever the last entry is from', '2020-11-02', '2020-11-02'],
    ['at its last day too', '2020-12-31', '2020-12-31'],
    ['at its first day too', '2020-01-01', '2020-01-01'],
    ['a coming year opens at its first day', '2019-11-02', '2020-01-01'],
  ])('%s', (_, today, asOf) => {
    expect(defaultAsOf(2020, day(today))).toBe(asOf)
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
