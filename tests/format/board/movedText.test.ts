import { describe, expect, it } from 'vitest'
import { movedLine, movedText } from '@/format/board/movedText'
import type { SubmissionText, SubmittedValue } from '@/format/board/submissionText'

const AREA: SubmittedValue = {
  id: 'area',
  name: '维修面积',
  before: '首次填报',
  value: '1200平方米',
  target: '≥1000平方米',
  light: 'met',
  word: '已达标',
  reason: '',
  evidence: '',
}
const SEEN: SubmissionText = {
  key: 'p/2020-06-30',
  title: '办公楼修缮',
  position: 3,
  day: '6月底',
  by: '王芳 2020-07-01 10:00 报送',
  money: '实支 40.00',
  state: 'on-plan',
  word: '按计划',
  changed: [AREA],
  unchanged: 6,
  estimate: '',
  heed: [],
  why: null,
}

describe('what moved since a submission was seen', () => {
  it.each<[string, Partial<SubmissionText>, readonly string[]]>([
    ['nothing', {}, []],
    ['a value', { changed: [{ ...AREA, value: '900平方米' }] }, ['维修面积 1200平方米 → 900平方米']],
    [
      'the reason of a value',
      { changed: [{ ...AREA, evidence: '验收单' }] },
      ['维修面积（数值未变，说明、佐证等有改动）'],
    ],
    [
      'a value more',
      { changed: [AREA, { ...AREA, id: 'cost', name: '成本', value: '80万元' }] },
      ['成本 80万元'],
    ],
    ['a value less', { changed: [] }, ['维修面积（已不在本次填报之列）']],
    ['the spending', { money: '实支 41.00' }, ['支出（原为：实支 40.00）']],
    ['the estimate', { estimate: '全年预计 70.00' }, ['全年预计']],
    ['who submitted', { by: '王芳 2020-07-02 09:00 报送' }, ['报送']],
    ['what to heed', { heed: ['报送后又有 1 条改动'] }, ['报送后又有 1 条改动']],
    ['how many are unchanged', { unchanged: 5 }, ['办理前请留意的事项']],
  ])('%s', (_, change, named) => {
    const moved = movedText(SEEN, { ...SEEN, ...change })
    expect(moved.named).toEqual(named)
    expect(moved.values.has('area')).toBe(
      named[0]?.startsWith('维修面积') === true && change.changed?.length === 1,
    )
  })

  it('is the whole of what was not seen', () => {
    expect(movedText(null, SEEN).named).toEqual(['办公楼修缮 是打开后才有的'])
  })

  it('is one line over all submissions, of those that moved', () => {
    expect(
      movedLine([
        { title: '甲', named: ['支出', '成本'] },
        { title: '乙', named: [] },
        { title: '丙', named: ['报送'] },
      ]),
    ).toBe('甲：支出、成本；丙：报送')
  })
})
