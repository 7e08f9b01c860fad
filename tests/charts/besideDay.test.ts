import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideDay, type Pixel } from '@/charts/besideDay'

const frame = { width: 600, top: 0, bottom: 200 }
const box = { width: 150, height: 90 }
const rising: Pixel[] = [
  [60, 190],
  [560, 20],
]

describe('what is said of a day stands beside its line', () => {
  it.each([
    ['at the left edge over the curve', 60, [68, 0]],
    ['early, on the side where the curve is not', 250, [92, 0]],
    ['late, under the curve', 400, [408, 110]],
    ['at the right edge on the other side', 560, [402, 110]],
  ] as const)('%s', (_, at, expected) => {
    expect(besideDay({ at, box, frame, lines: [rising] })).toEqual(expected)
  })

  it('is within the frame, and never over its own line where a side has room', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 600, noNaN: true }),
        fc.integer({ min: 40, max: 280 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 200 })), {
          maxLength: 8,
        }),
        (at, width, line) => {
          const [x, y] = besideDay({ at, box: { width, height: 90 }, frame, lines: [line] })
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(600)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y + 90).toBeLessThanOrEqual(200)
          expect(at < x || at > x + width).toBe(true)
        },
      ),
    )
  })

  it.each([
    [300, 400, 200],
    [310, 400, 0],
    [100, 700, 0],
  ])('at %i, stays in a frame where neither side has room for %i', (at, width, left) => {
    expect(besideDay({ at, box: { width, height: 90 }, frame, lines: [] })[0]).toBe(left)
  })
})
