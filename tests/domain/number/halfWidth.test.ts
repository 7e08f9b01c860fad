import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHalfWidth } from '@/domain/number/halfWidth'

describe('toHalfWidth', () => {
  it.each([
    ['１２３，４５６．７８', '123,456.78'],
    ['９５％（百分比）', '95%(百分比)'],
    ['＝﹦═', '==='],
    ['＞＜', '><'],
    ['～－−', '~--'],
    ['　a b', ' a b'],
    ['≥95百分比', '≥95百分比'],
    ['！', '!'],
    ['～', '~'],
    ['９５﹪', '95%'],
    ['95٪', '95%'],
    ['﹥95', '>95'],
    ['﹤95', '<95'],
    ['﹢5﹣', '+5-'],
    ['﹙5﹚', '(5)'],
    ['1﹐200﹒5', '1,200.5'],
    ['\uFE53\uFE67', '\uFE53\uFE67'],
    ['\u00A05', ' 5'],
  ])('%j becomes %j', (text, half) => {
    expect(toHalfWidth(text)).toBe(half)
  })

  it('keeps every position and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const text = String.fromCharCode(...codes)
        const half = toHalfWidth(text)
        expect(half.length).toBe(text.length)
        expect(toHalfWidth(half)).toBe(half)
      }),
    )
  })
})
