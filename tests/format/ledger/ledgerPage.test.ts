import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import { filterLines, ledgerLines } from '@/format/ledger/ledgerPage'
import { actual, dec, lock, manage, pay, step, voidOf } from '../../domain/build'
import { written } from '../../domain/scoring/sheets'
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

it('names what is about nothing in the plan as such, and why nothing counts', () => {
  const misfits = [
    pay(`${P}/9`, '2020-06-01', '70'),
    actual(`${P}/3/99`, '2020-06-30', '80%'),
    pay(`${P}/3`, '2019-12-30', '1'),
    step('accept', `${P}/3`, '2020-08-15'),
    manage(`${P}/3`, ''),
    lock('2020-06-30'),
  ]
  const full = addEntries(emptyLedger(P, frameOf(PUBLISHED)), misfits).ledger
  const lines = ledgerLines(PUBLISHED, full, null, 'wan').reverse()
  expect(lines.map(({ project, aside }) => [project, aside])).toEqual([
    ['不在计划中', '暂不计入：计划中没有这个项目或指标，计划更新后再判定'],
    ['办公楼修缮', '暂不计入：计划中没有这个项目或指标，计划更新后再判定'],
    ['办公楼修缮', '暂不计入：2019年12月30日不在2020年内，属于别的年度的，请在那一年的计划中填报'],
    ['办公楼修缮', '暂不计入：2020年8月15日不是资金支出计划的节点，计划设有这一节点后再判定'],
    ['办公楼修缮', '暂不计入：没有写明由谁填报'],
    ['部门', null],
  ])
  expect(filterLines(lines, { ...all, project: '0' }).map(({ project }) => project)).toEqual(['部门'])
})

describe('a line of 绩效评价', () => {
  const said = (points: string, seen: string[], over: Partial<Entry>): Entry => ({
    ...written(`${P}/3`, over),
    kind: 'appraisal',
    rows: [{ row: 'initiation', points: dec(points), basis: '查阅立项批复' }],
    seen,
  })
  const first = said('4.5', [], { author: '陈评', recordedAt: '2021-01-10T08:00:00.000Z' })
  const second = said('3', [first.id], { author: '王评', recordedAt: '2021-01-11T08:00:00.000Z' })
  const framed: Entry = {
    ...written(P, { recordedAt: '2021-01-12T08:00:00.000Z' }),
    kind: 'appraisal-frame',
    weights: { initiation: '6', goals: '4' },
    document: '县财〔2021〕7号',
    reason: '县里统一调整',
  }
  const judged = addEntries(emptyLedger(P), [first, second, framed]).ledger
  const [frame, later, earlier] = ledgerLines(PUBLISHED, judged, null, 'wan')

  it('says old → new with the basis', () => {
    expect(earlier?.content).toBe('评价得分：项目立项 4.5；依据：项目立项：查阅立项批复')
    expect(later?.content).toBe('评价得分：项目立项 4.5 → 项目立项 3；依据：项目立项：查阅立项批复')
    expect(later).toMatchObject({ word: '绩效评价', project: '办公楼修缮', author: '王评' })
  })

  it('says which points of the frame moved, by which document', () => {
    expect(frame?.content).toBe('评价分值：项目立项 5 → 6、绩效目标 5 → 4，县财〔2021〕7号，县里统一调整')
    expect(frame?.project).toBe('部门')
  })
})
