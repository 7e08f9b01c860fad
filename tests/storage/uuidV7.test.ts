import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidV7, uuidV7Maker } from '@/storage/uuidV7'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('UUIDv7', () => {
  it('writes the example of RFC 9562, appendix A.6', () => {
    const example = [0, 0, 0, 0, 0, 0, 0x04, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]
    const make = uuidV7Maker(
      () => Date.UTC(2022, 1, 22, 19, 22, 22),
      (bytes) => bytes.set(example),
    )
    expect(make()).toBe('017f22e2-79b0-74c3-98c4-dc0c0c07398f')
  })

  it('sorts in the order made, whatever the clock does, and never repeats', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 48 - 10_000 }), { minLength: 2, maxLength: 50 }),
        (times) => {
          let at = 0
          const make = uuidV7Maker(
            () => times[at++ % times.length] ?? 0,
            (bytes) => crypto.getRandomValues(bytes),
          )
          const ids = Array.from({ length: 2 * times.length }, make)
          expect(ids.every((id) => FORM.test(id))).toBe(true)
          expect([...ids].sort()).toEqual(ids)
          expect(new Set(ids).size).toBe(ids.length)
        },
      ),
    )
  })

  it('stays in order past the counter of one millisecond, even with the least random bits', () => {
    const make = uuidV7Maker(
      () => 1_600_000_000_000,
      (bytes) => bytes.fill(0xff),
    )
    const ids = Array.from({ length: 10_000 }, make)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => FORM.test(id))).toBe(true)
  })

  it('makes the ids of the product from the time of day and chance', () => {
    const before = Date.parse(new Date().toISOString())
    const ids = Array.from({ length: 1_000 }, uuidV7)
    const stamp = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)
    expect(stamp).toBeGreaterThanOrEqual(before)
    expect(stamp).toBeLessThanOrEqual(Date.parse(new Date().toISOString()))
    expect([...ids].sort()).toEqual(ids)
  })
})
