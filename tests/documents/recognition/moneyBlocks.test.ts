import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const INDICATORS = ['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|绿地|≥3公顷'].map(cells)

function read(table: readonly DrawnCell[][]) {
  const { draft, issues } = recogniseDocument(merged([TITLE, { table }]))
  return {
    budgets: draft.plan.projects.map(({ budget }) => [budget.total, budget.fiscal, budget.other]),
    named: (kind?: string) =>
      issues
        .filter((one) => kind === undefined || one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

const form = (...rows: string[]) =>
  read([
    [cell('项目名称'), cell('绿化', 1, 3)],
    ...rows.map(cells),
    [cell('绩效目标'), cell('新增绿地', 1, 3)],
    ...INDICATORS,
  ])

const OTHERS = [
  '项目总投资',
  '项目总预算（万元）',
  '累计已安排资金',
  '以前年度已投入资金',
  '上年预算数',
  '2024年预算数',
  '申请数',
  '申报金额',
  '中期资金总额',
  '投资概算数',
]

describe('amounts of two totals', () => {
  it.each(OTHERS)('%s beside the year’s: each part goes to its own, in either order', (other) => {
    const own = other === '申报金额' ? '批复金额' : '本年度预算'
    const first = form(
      `${other}|500|${own}|120`,
      '其中：财政拨款|400|其中：财政拨款|100',
      '其他资金|99|其他资金|20',
    )
    expect(first.budgets).toEqual([['120', '100', '20']])
    expect(first.named()).toEqual(expect.arrayContaining(['500', '400', '99']))
    const second = form(
      `${own}|120|${other}|500`,
      '其中：财政拨款|100|其中：财政拨款|400',
      '其他资金|20|其他资金|99',
    )
    expect(second.budgets).toEqual([['120', '100', '20']])
    expect(second.named()).toEqual(expect.arrayContaining(['500', '400', '99']))
  })

  it.each(OTHERS)('%s above the year’s: each part goes to its own', (other) => {
    const own = other === '申报金额' ? '批复金额' : '本年度预算'
    const wide = (line: string) => `${line}||`
    const found = form(
      wide(`${other}|500`),
      wide('其中：财政拨款|400'),
      wide('其他资金|99'),
      wide(`${own}|120`),
      wide('其中：财政拨款|100'),
      wide('其他资金|20'),
    )
    expect(found.budgets[0]?.[0]).toBe('120')
    expect(found.budgets[0]).not.toContain(other === '申报金额' ? '' : '400')
    expect(found.named()).toEqual(expect.arrayContaining(['500', '400', '99']))
  })

  it('are parts of the total that stands before them in the row', () => {
    const found = form(
      '项目总投资|500|其中：财政拨款|400',
      '年度资金总额|120|其中：财政拨款|100',
      '其他资金|20||',
    )
    expect(found.budgets).toEqual([['120', '100', '20']])
  })

  it.each([
    ['申报数', '批复数'],
    ['申请金额', '批复金额'],
    ['送审数', '核定数'],
    ['建议数', '审定数'],
  ])('%s and %s over columns: what was granted counts', (applied, granted) => {
    for (const order of [0, 1]) {
      const turned = (one: string, other: string) => (order === 0 ? `${one}|${other}` : `${other}|${one}`)
      const found = form(
        `项目资金||${turned(applied, granted)}`,
        `|资金总额|${turned('120', '95')}`,
        `|其中：财政拨款|${turned('118', '90')}`,
      )
      expect(found.budgets).toEqual([['95', '90', null]])
      expect(found.named('column-left')).toEqual([applied, '120', '118'])
    }
  })

  it('of what was asked for and granted in a list: what was granted counts', () => {
    const found = read([
      cells('项目名称|申报金额|批复金额|年度目标|一级指标|二级指标|三级指标|申报指标值|批复指标值'),
      cells('绿化|120|95|绿。|产出指标|数量指标|绿地|≥9公顷|≥3公顷'),
    ])
    expect(found.budgets).toEqual([['95', null, null]])
    expect(found.named('column-left')).toEqual(['申报金额', '120', '申报指标值', '≥9公顷'])
    expect(found.named('columns-beside')).toEqual([])
  })
})

describe('amounts by level of government', () => {
  it('are parts: the total is the budget, and each is named', () => {
    const found = form(
      '资金总额|450||',
      '中央资金|200|省级资金|100',
      '市级资金|50|县级资金|80',
      '其他资金|20||',
    )
    expect(found.budgets).toEqual([['450', null, '20']])
    expect(found.named('label-left')).toEqual(
      expect.arrayContaining(['中央资金', '200', '省级资金', '100', '市级资金', '50', '县级资金', '80']),
    )
  })

  it.each([
    ['中央财政资金|200|省级财政拨款|100'],
    ['省级财政拨款|200|县级财政拨款|100'],
    ['上级补助资金|200|县级财政拨款|100'],
    ['县级财政拨款|100|中央补助|200'],
  ])('%s: none is the 财政资金', (row) => {
    const found = form('资金总额|300||', row)
    expect(found.budgets).toEqual([['300', null, null]])
    expect(found.named()).toEqual(expect.arrayContaining(['100', '200']))
  })

  it.each([['县级财政拨款|300|上级补助|0'], ['县级财政拨款|300||']])('%s: the only one is', (row) => {
    expect(form('资金总额|300||', row).budgets).toEqual([['300', '300', null]])
  })

  it('are no total where one stands behind them', () => {
    expect(form('县级预算数|80|市级资金|50', '资金总额|130||').budgets).toEqual([['130', null, null]])
  })

  it('are asked about where no total stands', () => {
    const found = form('县级预算数|80|市级资金|50')
    expect(found.budgets).toEqual([[null, null, null]])
    expect(found.named('parts-unclear')).toEqual(['县级预算数', '80', '市级资金', '50'])
  })
})

describe('a project of several rows of amounts in a list', () => {
  const heads = '项目名称|功能科目|预算数|年度目标|一级指标|二级指标|三级指标|指标值'
  const rows = [
    ['2050201', '产出指标|数量指标|绿地|≥3公顷'],
    ['2050202', '效益指标|社会效益|绿化率|≥40%'],
    ['2050203', '满意度指标|满意度|居民|≥90%'],
  ] as const
  const list = (
    amounts: readonly string[],
    isMerged: boolean,
    subjects: readonly string[] = rows.map(([one]) => one),
  ) =>
    read([
      cells(heads),
      ...rows.map(([, rest], index) => [
        ...(isMerged ? (index === 0 ? [cell('绿化', 3)] : []) : [cell('绿化')]),
        ...cells(`${subjects[index]}|${amounts[index]}|绿。|${rest}`),
      ]),
    ])

  it.each([true, false])('has their sum, said, names merged %s', (isMerged) => {
    const found = list(['10', '20.5', '5'], isMerged)
    expect(found.budgets).toEqual([['35.5', null, null]])
    expect(found.named('parts-added')).toEqual(['10', '20.5', '5'])
  })

  it('has the row of their sum, where one stands', () => {
    const found = list(['35', '30', '5'], true, ['小计', '2050201', '2050202'])
    expect(found.budgets).toEqual([['35', null, null]])
    expect(found.named('parts-added')).toEqual([])
    expect(found.named('label-left')).toEqual(expect.arrayContaining(['30', '5']))
  })

  it('has none where that row is not their sum', () => {
    const found = list(['30', '5', '36'], true, ['2050201', '2050202', '小计'])
    expect(found.budgets).toEqual([[null, null, null]])
    expect(found.named('parts-unclear')).toEqual(expect.arrayContaining(['30', '5', '36']))
  })

  it.each([
    ['an amount is none', ['10', '若干', '5'], undefined],
    ['the rows say nothing of what they are', ['10', '20', '5'], ['', '', '']],
    ['all are alike', ['10', '10', '10'], undefined],
  ] as const)('is asked about where %s', (_, amounts, subjects) => {
    const found = list(amounts, true, subjects)
    expect(found.budgets).toEqual([[null, null, null]])
    expect(found.named('parts-unclear')).toEqual(expect.arrayContaining(['预算数', ...amounts]))
  })
})
