import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { searcher } from '@/format/search'
import { actual, adjust, manage, OCTOBER, pay } from '../domain/build'
import { PUBLISHED } from './board'

const P = PUBLISHED.id
const payment = {
  ...pay(`${P}/3`, '2020-06-01', '1234.5'),
  memo: '外墙进度款',
  voucher: '记账凭证 2020-06-018',
}
const entries = [
  payment,
  pay(`${P}/5`, '2020-06-01', '20'),
  actual(`${P}/3/4`, OCTOBER, '6.2%', { deviation: { category: 'other', text: 'ＡＢＣ公司延误' } }),
  adjust(`${P}/3`, '2020-05-01', '1'),
  manage(`${P}/3`, '王工'),
]
const search = searcher(PUBLISHED, addEntries(emptyLedger(P), entries).ledger, null, 'wan')
const found = (typed: string) =>
  search(typed, 20).found.map(({ kind, position, indicator }) => [kind, position, indicator].join(' '))

describe('one search', () => {
  it.each([
    ['办公楼修缮', ['project 3 ']],
    ['YWGV', ['project 5 ']],
    ['ybn-v0x2', ['project 4 ', 'project 6 ']],
    ['办公楼 成本费用', ['indicator 3 4']],
    ['2020-06-018', ['entry 3 ']],
    ['记账凭证 外墙', ['entry 3 ']],
    ['1,234.50', ['entry 3 ']],
    ['12345000', ['entry 3 ']],
    ['abc', ['entry 3 ']],
    ['办公楼 延误', ['entry 3 ']],
    ['王工', ['entry 3 ']],
    ['没有这个词', []],
    ['   ', []],
  ])('%s', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  it('counts what it does not list, and lists only what was known then', () => {
    expect(search('支出', 1)).toMatchObject({ entries: 2 })
    const early = searcher(
      PUBLISHED,
      addEntries(emptyLedger(P), entries).ledger,
      '2019-01-01T00:00:00.000Z',
      'wan',
    )
    expect(early('外墙', 8).entries).toBe(0)
  })

  it('leads to the entry itself', () => {
    expect(search('外墙', 8).found[0]).toMatchObject({ id: payment.id, position: 3 })
    expect(search('外墙', 8).found[0]?.title).toContain('外墙进度款，凭证 记账凭证 2020-06-018')
  })
})
