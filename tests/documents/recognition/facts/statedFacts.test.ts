import { describe, expect, it } from 'vitest'
import { departmentNames } from '@/documents/recognition/facts/departmentNames'
import { isDateLine, printedDay } from '@/documents/recognition/facts/printedDay'
import { statedAmounts } from '@/documents/recognition/facts/statedAmounts'
import { settled } from '@/documents/recognition/traced'
import { PUBLISHED_TEXT, recognised } from '../published'

/** The facts of the published text after one change. */
function factsWith(before: string, after: string) {
  if (!PUBLISHED_TEXT.includes(before)) throw new Error(`not in the text: ${before}`)
  const { draft, issues } = recognised(PUBLISHED_TEXT.replace(before, after))
  return { facts: draft.plan.facts, kinds: issues.map(({ kind }) => kind) }
}

describe('amounts of a sentence', () => {
  it.each<[string, string[]]>([
    ['2020年预算收入7001.75万元，其中：基金0万元。', ['2020年预算收入 7001.75 万元', '基金 0 万元']],
    ['包括人员经费389.28万元和公用经费31.96万元', ['包括人员经费 389.28 万元', '和公用经费 31.96 万元']],
    ['总额１，２００．５万元', ['总额 1,200.5 万元']],
    ['共1.2亿元，即12000万元；另500元', ['共 1.2 亿元', '即 12000 万元', '另 500 元']],
    ['2020年10月底前完成', []],
    ['', []],
  ])('%s', (text, amounts) => {
    expect(statedAmounts(text).map(({ label, figure, unit }) => `${label} ${figure} ${unit}`)).toEqual(
      amounts,
    )
  })
})

describe('days as printed', () => {
  it.each([
    ['2020年2月12日', '2020-02-12', true],
    ['公开日期：2020年 2月12日', '2020-02-12', true],
    ['二〇二〇年十二月三十一日', '2020-12-31', true],
    ['二○二○年十月二十日', '2020-10-20', true],
    ['2020-02-12', '2020-02-12', true],
    ['截止时间：2019年12月31日', '2019-12-31', false],
    ['2020年2月30日', null, false],
    ['2020年2月', null, false],
  ])('%s', (text, day, line) => {
    expect([printedDay(text), isDateLine(text)]).toEqual([day, line])
  })
})

describe('spellings of the department', () => {
  const NAME = '沧州市南大港管理区劳动和社会保障局'
  it.each<[string, string[]]>([
    ['现将沧州市南大港劳动和社会保障局公开如下', ['沧州市南大港劳动和社会保障局']],
    ['沧州市南大港管理区劳动与社会保障局', ['沧州市南大港管理区劳动与社会保障局']],
    ['河北省人力资源和社会保障局', []],
    ['本局', []],
    [`${NAME}及${NAME}`, [NAME]],
  ])('%s', (text, spellings) => {
    const sections = [{ heading: null, name: '一', items: [{ kind: 'paragraph' as const, block: 0, text }] }]
    const found = settled(departmentNames(NAME, sections, null)).value
    expect(found).toEqual(spellings.map((name) => ({ name, where: '一' })))
  })
})

describe('what another document words otherwise', () => {
  it('is against the year before', () => {
    expect(factsWith('较2019年减少724.24万元', '较上年减少724.24万元').facts?.change?.againstYear).toBe(2019)
  })

  it('rises', () => {
    const { facts } = factsWith('较2019年减少724.24万元', '较2019年增加724.24万元')
    expect(facts?.change?.total).toMatchObject({ direction: '增加', amount: '724.24' })
  })

  it('leaves a part of the change unsaid', () => {
    const { facts, kinds } = factsWith('；项目支出减少743.1万元，主要是减少对医疗保险基金的补助', '')
    expect(facts?.change).toBeNull()
    expect(kinds).toContain('fact-incomplete')
  })

  it('states an amount in 元, which is listed and not turned', () => {
    const { facts, kinds } = factsWith('机关运行经费预算为31.96万元', '机关运行经费预算为319600元')
    expect(facts?.operating).toBeNull()
    expect(kinds).toContain('fact-in-another-unit')
  })

  it('compares 三公 with the year before in one amount', () => {
    const { facts } = factsWith('较2019年度预算的5.5万元减少了5万元', '比上年减少5万元')
    expect(facts?.threePublic).toMatchObject({ total: '0.5', previous: null, reduction: '5' })
  })

  it('says another sum of 固定资产 in its text than in its table', () => {
    const { facts, kinds } = factsWith('固定资产金额为58.29万元', '固定资产金额为58.92万元')
    expect(facts?.assets?.total).toBe('58.29')
    expect(kinds).toContain('stated-twice')
  })

  it('has no such part', () => {
    const from = PUBLISHED_TEXT.indexOf('六、政府采购预算情况')
    const { plan } = recognised(PUBLISHED_TEXT.slice(0, from)).draft
    expect([plan.facts?.procurement, plan.facts?.assets]).toEqual([null, null])
  })
})
