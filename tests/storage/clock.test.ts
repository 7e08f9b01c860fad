import { afterEach, describe, expect, it, vi } from 'vitest'
import { now, today } from '@/storage/clock'

afterEach(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it.each([
    ['2020-06-30T15:59:59.999Z', '2020-06-30'],
    ['2020-06-30T16:00:00.000Z', '2020-07-01'],
    ['2020-12-31T16:00:00.000Z', '2021-01-01'],
  ])('reads %s in Shanghai as the day %s, and the moment in UTC', (moment, day) => {
    vi.useFakeTimers({ now: new Date(moment) })
    expect(today()).toBe(day)
    expect(now()).toBe(moment)
  })
})
