import { describe, expect, it } from 'vitest'
import { strayDays } from '@/views/head/strayDays'
import { day } from '../../domain/build'

const STANDING = day('2020-12-31')

describe('days of an address that are not taken', () => {
  it.each([
    [{}, '', {}],
    [{ asOf: '2020-06-30', vs: '2020-03-31', knownOn: '2021-02-01', since: '2021-01-05' }, '', {}],
    [
      { asOf: '2020-02-30' },
      '地址中的截至日“2020-02-30”不是日历上的日期，没有采用，现为截至 2020年12月31日。',
      { asOf: undefined },
    ],
    [
      { asOf: '2021-06-30' },
      '地址中的截至日 2021年6月30日不在 2020 年内，没有采用，现为截至 2020年12月31日。',
      { asOf: STANDING },
    ],
    [{ vs: 'abc' }, '地址中的对比日“abc”不是日历上的日期，没有采用，没有作对比。', { vs: undefined }],
    [
      { vs: ['2019-06-30'] },
      '地址中的对比日 2019年6月30日不在 2020 年内，没有采用，没有作对比。',
      { vs: undefined },
    ],
    [{ vs: null }, '地址中的对比日“”不是日历上的日期，没有采用，没有作对比。', { vs: undefined }],
    [
      { since: 'x', knownOn: '2020-13-45' },
      '地址中的“自哪天以来”“x”不是日历上的日期，没有采用，从上次打开算起。地址中的“按哪天所知”“2020-13-45”不是日历上的日期，没有采用，现按目前所知。',
      { since: undefined, knownOn: undefined },
    ],
  ])('%j', (query, said, mended) => {
    expect(strayDays(query, 2020, STANDING)).toEqual({ said, query: mended })
  })
})
