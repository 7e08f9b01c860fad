import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waterfall } from '@/charts/waterfall'
import { Decimal } from '@/domain/number/decimal'

const numbers = (values: readonly number[]) => values.map((value) => new Decimal(value))

describe('a waterfall', () => {
  it('goes from the plan to the actual, a bar after a bar, in true lengths', () => {
    const { zero, steps, end } = waterfall(numbers([-160, -12, 24, 90]))
    expect(steps.map(({ from }) => from)).toEqual([zero, ...steps.slice(0, -1).map(({ to }) => to)])
    expect(end).toBe(steps.at(-1)?.to)
    const lengths = steps.map(({ from, to }) => to - from)
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(12 / 160)
    expect(Math.sign(lengths[2] ?? 0)).toBe(1)
  })

  it('stands with nothing at all', () => {
    expect(waterfall([])).toMatchObject({ steps: [], ticks: [] })
    expect(waterfall(numbers([0, 0])).steps.every(({ from, to }) => from === to)).toBe(true)
  })

  it('law: everything lies within the width, the zero line too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { maxLength: 12 }), (values) => {
        const { zero, steps, end, ticks } = waterfall(numbers(values.map((value) => value / 100)))
        const all = [zero, end, ...steps.flatMap(({ from, to }) => [from, to]), ...ticks.map(({ at }) => at)]
        expect(all.every((part) => part >= 0 && part <= 1)).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
