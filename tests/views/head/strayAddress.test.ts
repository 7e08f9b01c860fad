import { describe, expect, it } from 'vitest'
import { screens } from '@/router'
import { strayAddress, type AddressPage } from '@/views/head/strayAddress'
import { day } from '../../domain/build'

const PAGE: AddressPage = {
  screen: 'overview',
  year: 2020,
  standing: day('2020-12-31'),
  today: day('2026-11-29'),
  positions: [1, 2, 3],
  entries: new Set(['e1']),
}
const on = (screen: string, query: Record<string, unknown>, params = {}) =>
  strayAddress(query, params, { ...PAGE, screen })

describe('what of an address is not taken', () => {
  it.each([
    [{}, '', {}],
    [{ asOf: '2020-06-30', vs: '2020-03-31', knownOn: '2021-02-01', since: '2021-01-05' }, '', {}],
    [{ unit: 'wan', demo: null, plan: 'whatever', foo: 'bar', why: 'x', utm: ['a', 'b'] }, '', {}],
    [
      { asOf: '2020-02-30' },
      '地址中的截至日“2020-02-30”不是日历上的日期，没有采用，现为截至 2020年12月31日。',
      { asOf: undefined },
    ],
    [
      { asOf: '2021-06-30' },
      '地址中的截至日 2021年6月30日不在 2020 年内，没有采用，现为截至 2020年12月31日。',
      { asOf: '2020-12-31' },
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
    [
      { knownOn: '2099-01-01' },
      '地址中的“按哪天所知” 2099年1月1日还没有到，没有采用，现按目前所知。',
      { knownOn: undefined },
    ],
    [{ unit: 'dollar' }, '地址中的金额单位“dollar”不是万元或元，没有采用，现为万元。', { unit: undefined }],
    [
      { asOf: ['2020-06-30', '2020-10-31'] },
      '地址中的截至日不止一个，采用了第一个“2020-06-30”。',
      { asOf: '2020-06-30' },
    ],
    [{ asOf: ['2020-06-30', '2020-06-30'] }, '', { asOf: '2020-06-30' }],
    [
      { show: 'x'.repeat(5000) },
      `地址中的“只看”“${'x'.repeat(24)}…”不是本页的名单，没有采用，现列全部。`,
      { show: undefined },
    ],
  ])('%j', (query, said, mended) => {
    expect(on('overview', query)).toEqual({ said, query: mended, params: {} })
  })

  it.each([
    ['overview', ['missed', 'met-carried', 'silent', 'contested', 'behind', 'over-budget']],
    ['project', ['missed', 'open', 'carried']],
    ['monitor', ['late', 'silent', 'faults', 'flags', 'draft', 'accepted-with-evidence', 'missed', 'open']],
    ['round', ['open', 'submitted', 'returned', 'accepted', 'reopened']],
    ['evaluation', ['complete', 'incomplete']],
    ['checks', ['open', 'accepted', 'noted', 'mended']],
    ['department', ['agree', 'heed']],
    ['ledger', ['voided']],
  ])('%s has the lists that its counts open, and says of any other that it is none', (screen, lists) => {
    for (const show of lists) expect(on(screen, { show }).said, show).toBe('')
    for (const show of [
      'foo',
      '',
      'toString',
      'constructor',
      '__proto__',
      'MISSED',
      'missed ',
      'met-carried-carried',
    ])
      expect(on(screen, { show })).toEqual({
        said: `地址中的“只看”“${show}”不是本页的名单，没有采用，现列全部。`,
        query: { show: undefined },
        params: {},
      })
  })

  it.each([
    ['overview', 'rate', true],
    ['monitor', '-gap', true],
    ['overview', '--gap', false],
    ['overview', 'foo', false],
    ['overview', '', false],
    ['overview', 'constructor', false],
    ['ledger', 'rate', false],
  ])('%s sorted by “%s”: %s', (screen, sort, taken) => {
    expect(on(screen, { sort }).said).toBe(
      taken ? '' : `地址中的排序“${sort}”不是本页可以排序的列，没有采用，现按本页原有次序。`,
    )
  })

  it.each([
    [{ project: '2', kind: 'payment', find: '任何字', entry: 'e1' }, ''],
    [{ project: '0' }, ''],
    [{ project: '2', behind: 'spending' }, ''],
    [{ entry: 'nope' }, '地址中的记录“nope”不在本台账，没有采用，现列全部。'],
    [{ entry: '' }, '地址中的记录“”不在本台账，没有采用，现列全部。'],
    [{ entry: ['e1', 'e2'] }, '地址中的记录不止一个，采用了第一个“e1”。'],
    [
      { entry: 'e2', knownOn: '2020-06-30' },
      '地址中的记录“e2”不在按 2020年6月30日所知的台账，没有采用，现列全部。',
    ],
    [{ project: '9' }, '地址中的项目“9”不是本年绩效目标表中的序号，没有采用，现列全部项目。'],
    [{ project: '01' }, '地址中的项目“01”不是本年绩效目标表中的序号，没有采用，现列全部项目。'],
    [{ kind: 'toString' }, '地址中的类别“toString”不是台账的类别，没有采用，现列全部类别。'],
    [{ behind: 'spending' }, '地址中的“计入哪项数”没有写明是哪个项目的累计支出，没有采用，现列全部。'],
    [{ behind: 'income' }, '地址中的“计入哪项数”“income”不是台账能列的数，没有采用，现列全部。'],
  ])('the ledger: %j', (query, said) => {
    expect(on('ledger', query).said).toBe(said)
    expect(on('overview', { ...query, asOf: undefined, knownOn: undefined }).said).toBe('')
  })

  it('an entry is not judged before the ledger is read', () => {
    expect(strayAddress({ entry: 'nope' }, {}, { ...PAGE, screen: 'ledger', entries: null }).said).toBe('')
  })

  it('a paper that is none is said, and the first stands', () => {
    expect(on('papers', {}, { kind: 'foo' })).toEqual({
      said: '地址中的报表“foo”不是年终报表之一，没有采用，现为项目支出绩效自评表。',
      query: {},
      params: { kind: 'project' },
    })
    expect(on('papers', {}, { kind: 'summary' })).toEqual({ said: '', query: {}, params: {} })
  })

  it('law: what it makes of any address is taken whole, on every screen', () => {
    const nonsense = [
      '',
      null,
      'foo',
      'x'.repeat(3000),
      '2020-02-30',
      '1999-01-01',
      '<b>',
      ['a', 'b'],
      [],
      [''],
    ]
    const keys = [
      'asOf',
      'vs',
      'since',
      'knownOn',
      'unit',
      'show',
      'sort',
      'project',
      'kind',
      'behind',
      'entry',
    ]
    for (const { name } of screens)
      for (const value of nonsense) {
        const query = Object.fromEntries(keys.map((key) => [key, value]))
        const params = { kind: 'foo' }
        const first = on(String(name), query, params)
        const again = on(String(name), { ...query, ...first.query }, { ...params, ...first.params })
        expect(again, `${String(name)} ${JSON.stringify(value)}`).toEqual({ said: '', query: {}, params: {} })
      }
  })
})
