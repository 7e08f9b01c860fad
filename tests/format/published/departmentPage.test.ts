import { describe, expect, it } from 'vitest'
import { factChecks } from '@/domain/published/factChecks'
import type { GoalProgress } from '@/domain/ledger/entry'
import type { DepartmentFacts } from '@/domain/plan/plan'
import { factCheckText, factGroups, goalText } from '@/format/published/departmentPage'
import { day } from '../../domain/build'
import { PUBLISHED } from '../board'

const facts = (() => {
  if (!PUBLISHED.facts) throw new Error('the published plan states no facts')
  return PUBLISHED.facts
})()
const checksOf = (changed: Partial<DepartmentFacts> = {}) =>
  factChecks({ ...PUBLISHED, facts: { ...facts, ...changed } }).map(factCheckText)

describe('the department in figures', () => {
  it('has the stated facts as stated, grouped for reading', () => {
    const values = new Map(
      factGroups(facts).flatMap((group) => group.facts.map(({ label, value }) => [label.trim(), value])),
    )
    expect(
      [
        '预算收入',
        '支出预算',
        '基本支出',
        '人员经费',
        '日常公用经费',
        '项目支出',
        '收支合计减少',
        '基本支出增长',
        '项目支出减少',
        '本年预算',
        '上年预算',
        '机关运行经费',
        '政府采购预算',
        '上年末固定资产',
      ].map((label) => values.get(label)),
    ).toEqual([
      '7,001.75',
      '7,001.75',
      '421.24',
      '389.28',
      '31.96',
      '6,580.51',
      '724.24',
      '18.86',
      '743.1',
      '0.5',
      '5.5',
      '31.96',
      '2.2',
      '58.29',
    ])
  })

  it('shows what is not stated as such, not as 0', () => {
    const [income] = factGroups({ ...facts, income: { ...facts.income, governmentFund: null } })
    expect(income?.facts[2]).toMatchObject({ label: '基金拨款预算', value: '—' })
    const assets = factGroups(facts).flatMap((group) => group.facts)
    expect(assets.find(({ label }) => label.includes('车辆'))).toMatchObject({ value: '—', note: '数量 1' })
  })

  it('leaves out whole sections a document does not have', () => {
    const headings = factGroups({
      ...facts,
      change: null,
      threePublic: null,
      procurement: null,
      assets: null,
    })
    expect(headings.map(({ heading }) => heading)).toEqual(['收入', '支出', '运行、采购与资产'])
  })
})

describe('the checks of the document', () => {
  it('say which sums agree, with their arithmetic', () => {
    expect(
      checksOf()
        .filter(({ holds }) => holds)
        .map(({ text }) => text),
    ).toEqual([
      '4,023.1 ＋ 920 ＋ 80 ＋ 10 ＋ 469 ＋ 1,078.41 ＝ 6,580.51',
      '4,023.1 ＋ 920 ＋ 469 ＋ 1,078.41 ＋ 10 ＋ 80 ＝ 6,580.51',
      '421.24 ＋ 6,580.51 ＋ 0 ＝ 7,001.75',
      '389.28 ＋ 31.96 ＝ 421.24',
      '7,001.75 ＋ 0 ＋ 0 ＋ 0 ＝ 7,001.75',
      '18.86 − 743.1 ＝ −724.24',
      '0 ＋ 0.5 ＋ 0 ＝ 0.5',
      '5.5 − 5 ＝ 0.5',
      '1.6 ＋ 0.6 ＝ 2.2',
      '58.29 ＝ 58.29',
    ])
  })

  it('say what does not agree: the chairs, the vehicle, three spellings, one code twice', () => {
    const uneven = checksOf().filter(({ holds }) => !holds)
    expect(uneven.map(({ name }) => name)).toEqual([
      '采购说明提到、采购表未列',
      '资产表有数量、无价值',
      '部门名称写法不一',
      '项目编码重复',
    ])
    const [chairs, vehicle, names, codes] = uneven.map(({ text }) => text)
    expect(chairs).toBe('办公座椅')
    expect(vehicle).toContain('车辆')
    expect(names?.split('；').map((part) => part.split('（')[0])).toEqual([
      '沧州市南大港管理区劳动和社会保障局',
      '沧州市南大港劳动和社会保障局',
      '南大港劳动和社会保障局',
    ])
    expect(codes).toBe(
      '323-0105-YBN-V0X2：4 人员招聘费用、6 港诚人力资源招聘人员费用（按原表分别列示，互不合并）',
    )
  })

  it('say by how much a sum is out, to the last place', () => {
    const [, , , basic] = checksOf({ expenditure: { ...facts.expenditure, personnel: '389.27' } })
    expect(basic).toEqual({
      holds: false,
      name: '人员经费 ＋ 日常公用经费 ＝ 基本支出',
      text: '389.27 ＋ 31.96，与所列 421.24 相差 −0.01',
    })
  })
})

describe('the goals of the department', () => {
  const [goal] = PUBLISHED.departmentGoals
  if (!goal) throw new Error('no goals')

  it('stand with all their indicators, unreported until someone reports', () => {
    expect(PUBLISHED.departmentGoals.map((own) => goalText(own, null).indicators.length)).toEqual([
      4, 3, 5, 4,
    ])
    expect(goalText(goal, null)).toMatchObject({ progress: '未填报', when: '' })
  })

  it('say the band and the words last reported, with day and author', () => {
    const progress: GoalProgress = {
      id: '01900000-0000-7000-8000-000000000001',
      schema: 2 as const,
      role: null,
      account: null,
      plan: PUBLISHED.id,
      subject: goal.id,
      effectiveOn: day('2020-10-31'),
      recordedAt: '2020-10-31T02:00:00.000Z',
      author: '张三',
      kind: 'goal-progress',
      band: 'partly',
      text: '创业担保贷款尚在审批',
    }
    expect(goalText(goal, progress)).toMatchObject({
      progress: '部分达成并具有一定效果：创业担保贷款尚在审批',
      when: '2020年10月31日 张三',
    })
  })
})
