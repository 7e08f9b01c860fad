import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { filterLines, ledgerLines } from '@/format/ledger/ledgerPage'
import { actual, pay, voidOf } from '../../domain/build'
import { PUBLISHED } from '../board'

const P = PUBLISHED.id
const wrong = { ...pay(`${P}/3`, '2020-05-20', '260'), voucher: '记-0031' }
const entries = [
  wrong,
  voidOf(wrong),
  pay(`${P}/3`, '2020-05-20', '26'),
  actual(`${P}/6/2`, '2020-06-30', '0.8年'),
]
const { ledger } = addEntries(emptyLedger(P), entries)
const all = { project: '', kind: '', find: '', behind: '' }

describe('the whole ledger', () => {
  it('lists what was written last first, the void ones with who and why', () => {
    const lines = ledgerLines(PUBLISHED, ledger, null, 'wan')
    expect(lines.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).reverse())
    expect(lines.at(-1)?.voided).toContain('已作废：录入有误（张三')
    expect(lines[0]).toMatchObject({
      project: '港诚人力资源招聘人员费用',
      about: '就业人员稳定率',
      content: '0.8年',
    })
  })

  it('is as it was known at a moment: nothing later, nothing void yet', () => {
    const lines = ledgerLines(PUBLISHED, ledger, wrong.recordedAt, 'wan')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.voided).toBeNull()
  })

  it('is filtered by project, kind and words of anything shown', () => {
    const lines = ledgerLines(PUBLISHED, ledger, null, 'wan')
    expect(filterLines(lines, all)).toHaveLength(4)
    expect(filterLines(lines, { ...all, project: '3' })).toHaveLength(3)
    expect(filterLines(lines, { ...all, kind: 'indicator-actual' })).toHaveLength(1)
    expect(filterLines(lines, { ...all, find: '办公楼 记-0031' }).map(({ id }) => id)).toEqual([wrong.id])
    expect(filterLines(lines, { ...all, find: '没有这个' })).toEqual([])
  })
})
