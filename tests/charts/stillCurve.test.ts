import { describe, expect, it } from 'vitest'
import { packedOrder, unpackedOrder, type CurveOrder } from '@/charts/curveOrder'
import { tokenPalette } from '@/charts/palette'
import { stillCurve } from '@/charts/stillCurve'
import { planPoints, spendingCurve as cumulative } from '@/domain/status/departmentStatus'
import { money } from '@/domain/number/money'
import { OCTOBER, pay } from '../domain/build'
import { boardOf, PUBLISHED } from '../format/board'

function order(): CurveOrder {
  const board = boardOf(
    [pay(`${PUBLISHED.id}/1`, '2020-02-10', '1000.07'), pay(`${PUBLISHED.id}/1`, '2020-09-10', '0.103333')],
    OCTOBER,
  )
  return {
    numbers: {
      year: 2020,
      asOf: OCTOBER,
      before: null,
      budget: money(board.budget),
      plan: planPoints(board.projects),
      actual: cumulative(board.projects),
    },
    unit: 'wan',
    drawing: { palette: tokenPalette(), rem: 16, width: 640 },
    height: 240,
  }
}

describe('a curve that is ordered as a text', () => {
  it('comes out with every amount exact, nothing as nothing', () => {
    const own = order()
    const back = unpackedOrder(packedOrder(own))
    expect(back).toEqual(own)
    expect(back.numbers.actual.at(-1)?.total.eq(own.numbers.actual.at(-1)?.total ?? 0)).toBe(true)
  })

  it('is drawn as a picture of its size, in the colours of the page, saying what the live chart says', () => {
    const svg = stillCurve(packedOrder(order()))
    expect(svg).toMatch(/^<svg width="640" height="240"[^>]*viewBox="0 0 640 240"/)
    expect(svg).toContain('计划 5,264.91')
    expect(svg).toContain('var(--accent)')
    expect(svg).not.toMatch(/undefined|NaN|#[0-9a-fA-F]{6}/)
  })

  it('carries no inline style, which the page would refuse', () => {
    expect(stillCurve(packedOrder(order()))).not.toMatch(/<style|\sstyle\s*=/)
    expect(stillCurve(packedOrder(order()), 'paper')).not.toMatch(/<style|data-style/)
  })
})
