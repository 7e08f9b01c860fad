import { describe, expect, it } from 'vitest'
import type { YearState } from '@/domain/ledger/yearState'
import { measureText, offPlanText, reasonText } from '@/format/papers/paperWords'
import { DECEMBER, explain, OCTOBER, day } from '../../domain/build'
import { signOff } from '../../domain/scoring/sheets'

const because = {
  category: 'funding',
  text: '材料不全',
  nextStep: '四季度集中拨付',
  who: '',
} as const
const october = (by: string | null) => explain('p', OCTOBER, { ...because, by: by === null ? null : day(by) })
const said: YearState = {
  kind: 'signed-off',
  signOff: {
    ...signOff('p', { author: '陈评' }),
    words: [{ concern: 'off-budget', text: '尾款跨年支付' }],
  },
}

describe('a reason of an earlier checkpoint on a later paper (domain.md §8)', () => {
  it.each([
    ['2020-11-30', DECEMBER, '原定措施：四季度集中拨付（期限2020年11月30日已过）', ''],
    [
      '2020-12-31',
      DECEMBER,
      '改进措施：四季度集中拨付，2020年12月31日前',
      '四季度集中拨付，2020年12月31日前（10月底说明）',
    ],
    [null, DECEMBER, '改进措施：四季度集中拨付', '四季度集中拨付（10月底说明）'],
  ] as const)('by %s, on %s', (by, on, words, measure) => {
    expect(reasonText(october(by), on)).toBe(`经费保障：材料不全（10月底说明）；${words}`)
    expect(measureText(october(by), on)).toBe(measure)
  })

  it('is told as it was said on its own day', () => {
    expect(reasonText(october('2020-11-30'), OCTOBER)).toBe(
      '经费保障：材料不全；改进措施：四季度集中拨付，2020年11月30日前',
    )
  })

  it('what the sign-off said stands beside it, and alone where no reason was given, on 监控 papers too', () => {
    const signed = '尾款跨年支付（陈评签认时说明）'
    expect(offPlanText({ reason: null, state: said }, DECEMBER)).toBe(signed)
    expect(offPlanText({ reason: october(null), state: said }, DECEMBER)).toContain(signed)
    const own = explain('p', DECEMBER, { ...because, by: null })
    expect(offPlanText({ reason: own, state: said }, DECEMBER)).not.toContain(signed)
    expect(offPlanText({ reason: null }, DECEMBER)).toBe('')
  })
})
