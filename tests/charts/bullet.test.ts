import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bullet } from '@/charts/bullet'
import { parseTarget } from '@/domain/plan/target'
import { comparators, decimals, units } from '../domain/arbitraries'
import { dec } from '../domain/build'

const draw = (target: string, value: string | null) =>
  bullet(parseTarget(target), value === null ? null : dec(value))

describe('bullet', () => {
  it.each([
    ['≥95百分比', 'right'],
    ['>95%', 'right'],
    ['≤5万元', 'left'],
    ['<5万元', 'left'],
  ])('%s allows the %s side', (target, side) => {
    const shape = draw(target, '4')
    expect(side === 'right' ? shape?.allowed.to : shape?.allowed.from).toBe(side === 'right' ? 1 : 0)
    expect(side === 'right' ? shape?.allowed.from : shape?.allowed.to).toBe(shape?.threshold)
    expect(shape?.notch).toBe(false)
  })

  it('draws = as a notch and a range as its span', () => {
    expect(draw('=100百分比', '99')?.notch).toBe(true)
    const range = draw('90-95%', '92')
    expect(range?.allowed.to).toBeGreaterThan(range?.allowed.from ?? 1)
  })

  it('puts over-attainment past the end, inside the axis', () => {
    const shape = draw('≥90百分比', '130')
    expect(shape?.value).toBeGreaterThan(shape?.end ?? 1)
    expect(shape?.value).toBeLessThan(1)
    expect(shape?.threshold).toBeLessThan(shape?.end ?? 0)
  })

  it('keeps the threshold visible away from the edge, for any size', () => {
    for (const target of ['≥1年', '≥99百分比', '≤3000人']) {
      const shape = draw(target, '0.8')
      expect(shape?.threshold).toBeGreaterThan(0)
      expect(shape?.threshold).toBeLessThan(0.99)
    }
  })

  it.each([
    ['=0起', '3', 0],
    ['≤0起', '3', 0],
    ['≤3000人', '4500', 3000 / 4500],
    ['≥120%', '60', 1],
    ['≥95百分比', '260', 95 / 260],
  ])(
    '%s against %s: the axis goes beyond the larger of target, actual and full measure',
    (target, value, share) => {
      const shape = draw(target, value)
      const largest = Math.max(shape?.value ?? 0, shape?.threshold ?? 0, shape?.end ?? 0)
      expect(largest).toBeLessThan(0.95)
      expect(largest).toBeGreaterThan(0.5)
      if (share < 1) expect((shape?.threshold ?? 0) / (shape?.value ?? 1)).toBeCloseTo(share)
      else expect(shape?.threshold).toBeGreaterThan(shape?.end ?? 1)
    },
  )

  it('law: value and threshold stand to each other as the exact numbers do, inside the axis', () => {
    const quantity = decimals({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(quantity, quantity, comparators(), units(), (target, value, comparator, unit) => {
        const shape = bullet(parseTarget(`${comparator}${target.toFixed()}${unit}`), value)
        if (!shape || shape.value === null) throw new Error('nothing drawn')
        const places = [shape.value, shape.threshold, shape.allowed.from, shape.allowed.to, shape.end ?? 0]
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true)
        const order = value.cmp(target)
        if (order > 0) expect(shape.value).toBeGreaterThanOrEqual(shape.threshold)
        if (order < 0) expect(shape.value).toBeLessThanOrEqual(shape.threshold)
        if (order === 0) expect(shape.value).toBe(shape.threshold)
        expect(Math.max(shape.value, shape.threshold)).toBeLessThan(1)
      }),
    )
  })

  it('has no value where nothing was reported, none below zero, no shape for words', () => {
    expect(draw('≥95百分比', null)?.value).toBeNull()
    expect(draw('≥95百分比', '-4')?.value).toBe(0)
    expect(draw('=0', '0')?.value).toBe(0)
    expect(draw('群众满意', null)).toBeNull()
  })
})
