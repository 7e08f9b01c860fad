import { describe, expect, it } from 'vitest'
import { aheadText } from '@/views/head/aheadText'
import { day, DECEMBER } from '../../domain/build'

describe('a day looked at that has not come', () => {
  it.each([
    [null, '2020-11-30', ''],
    [DECEMBER, '2020-12-31', ''],
    [DECEMBER, '2021-01-01', ''],
    [
      DECEMBER,
      '2020-11-30',
      '12月底尚未到（今天 2020年11月30日，还有 31 天）：以下按那一天的计划提前对照，今天以后的节点还没有到期，不算逾期。',
    ],
    [
      day('2021-01-01'),
      '2020-11-30',
      '2021年1月1日尚未到（今天 2020年11月30日，还有 32 天）：以下按那一天的计划提前对照，今天以后的节点还没有到期，不算逾期。',
    ],
  ])('%s on %s', (asOf, today, said) => {
    expect(aheadText(asOf, day(today))).toBe(said)
  })
})
