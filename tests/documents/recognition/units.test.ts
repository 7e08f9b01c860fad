import { describe, expect, it } from 'vitest'
import { statedBudgetUnit } from '@/documents/recognition/money/budgetUnit'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const INDICATORS = [
  ['产出指标', '数量指标', '件数', '≥100件'],
  ['满意度指标', '服务对象满意度指标', '满意度', '≥90%'],
]
const LEVELS = ['一级指标', '二级指标', '三级指标', '指标值']
const cells = (texts: readonly string[]): DrawnCell[] => texts.map((text) => cell(text))

function single(label: string, amount: string): DrawnCell[][] {
  return [
    [cell('项目名称'), cell('甲项目', 1, 3)],
    [cell(label), cell(amount, 1, 3)],
    [cell('年度目标'), cell('办好', 1, 3)],
    ...[LEVELS, ...INDICATORS].map(cells),
  ]
}

const rowsOf = (name: string, amount: string): DrawnCell[][] =>
  INDICATORS.map((indicator) => cells([name, amount, '办好', ...indicator]))

const LIST = [...rowsOf('甲项目', '1,205,000.00'), ...rowsOf('乙项目', '98,000')]
const LIST_HEAD = ['项目名称', '预算数', '绩效目标', ...LEVELS]

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  return {
    totals: draft.plan.projects.map(({ budget }) => budget.total),
    converted: issues.filter(({ kind }) => kind === 'converted-from-yuan').map(({ path }) => path),
  }
}

describe('the unit of the amounts', () => {
  it.each([
    ['元', '12050000', '1205'],
    ['百元', '12050', '120.5'],
    ['千元', '1205', '120.5'],
    ['百万元', '1.205', '120.5'],
    ['亿元', '0.01205', '120.5'],
  ])('%s is turned exactly into 万元 and listed, wherever it is stated', (unit, printed, total) => {
    const places: DrawnDocument[] = [
      [{ paragraph: `单位：${unit}` }, { table: single('预算数', printed) }],
      [{ paragraph: `金额单位：人民币${unit}` }, { table: single('预算数', printed) }],
      [{ paragraph: `（单位：${unit}）` }, { table: single('预算数', printed) }],
      [{ paragraph: `【金额单位：${unit}】` }, { table: single('预算数', printed) }],
      [{ table: [[cell(`（单位：${unit}）`, 1, 4)], ...single('预算数', printed)] }],
      [{ table: [...single('预算数', printed), [cell(`说明：本表金额单位为${unit}。`, 1, 4)]] }],
      [{ table: single('预算数', printed) }, { paragraph: `注：1.表内金额单位均为${unit}。2.另附说明。` }],
      [{ paragraph: `2022年项目绩效目标表（单位：${unit}）` }, { table: single('预算数', printed) }],
      [{ table: single(`预算数（${unit}）`, printed) }],
      [{ table: single('预算数', `${printed}${unit}`) }],
    ]
    for (const blocks of places)
      expect(read(blocks)).toEqual({ totals: [total], converted: ['projects[0].budget.total'] })
  })

  it.each<[string, DrawnDocument]>([
    ['in a row above', [{ table: [[cell('单位：元', 1, 7)], cells(LIST_HEAD), ...LIST] }]],
    ['in a line above', [{ paragraph: '单位：元' }, { table: [cells(LIST_HEAD), ...LIST] }]],
    [
      'in the title',
      [{ paragraph: '2022年项目绩效目标表（单位：元）' }, { table: [cells(LIST_HEAD), ...LIST] }],
    ],
    ['in the heading', [{ table: [cells(['项目名称', '预算数（元）', '绩效目标', ...LEVELS]), ...LIST] }]],
  ])('of a list holds for every project of it, stated %s', (_, blocks) => {
    expect(read(blocks)).toEqual({
      totals: ['120.5', '9.8'],
      converted: ['projects[0].budget.total', 'projects[1].budget.total'],
    })
  })

  const grouped: DrawnCell[][] = [
    [
      ...['序号', '项目编码', '项目名称'].map((text) => cell(text, 2)),
      cell('项目资金（元）', 1, 3),
      cell('年度绩效目标', 2),
      cell('绩效指标', 1, 4),
    ],
    cells(['合计', '财政拨款', '其他资金', ...LEVELS]),
    ...INDICATORS.map((row) => cells(['1', 'A01', '甲项目', '2000000', '1500000', '500000', '办好', ...row])),
    ...INDICATORS.map((row) => cells(['2', 'A02', '乙项目', '10000', '10000', '', '办好', ...row])),
  ]
  it.each<[string, DrawnDocument]>([
    ['without a title', [{ table: grouped }]],
    ['below its title', [{ table: [[cell('附件3：2024年项目支出绩效目标表', 1, 11)], ...grouped] }]],
    ['below a line', [{ paragraph: '2024年项目支出绩效目标表' }, { table: grouped }]],
  ])('of a group of amounts in a list holds for 合计 and each source, %s', (_, blocks) => {
    const { projects } = recogniseDocument(merged(blocks)).draft.plan
    expect(projects.map(({ name, budget }) => [name, budget])).toEqual([
      ['甲项目', { total: '200', fiscal: '150', other: '50' }],
      ['乙项目', { total: '1', fiscal: '1', other: null }],
    ])
  })

  const amounts = (...rows: [string, string, string, string][]): DrawnCell[][] => [
    [cell('项目名称'), cell('甲项目', 1, 3)],
    ...rows.map(cells),
    [cell('年度目标'), cell('办好', 1, 3)],
    ...[LEVELS, ...INDICATORS].map(cells),
  ]
  const budgetOf = (blocks: DrawnDocument) => {
    const { draft, issues } = recogniseDocument(merged(blocks))
    return {
      budgets: draft.plan.projects.map(({ budget: { total, fiscal } }) => [total, fiscal]),
      lines: [...new Set(issues.map(({ kind }) => kind))].filter((kind) => /unit|currency/.test(kind)),
    }
  }

  it.each<[string, DrawnDocument, string | null]>([
    ['its label', [{ table: amounts(['预算数（千元）', '1250', '其中：财政拨款', '1000']) }], '100'],
    ['its cell', [{ table: amounts(['预算数', '1250千元', '其中：财政拨款', '1000']) }], '100'],
    [
      'its label, against the unit above the table',
      [{ paragraph: '单位：万元' }, { table: amounts(['预算数（千元）', '1250', '财政拨款', '1000']) }],
      '100',
    ],
    [
      'its label, but not over its own',
      [{ table: amounts(['预算数（千元）', '1250', '财政拨款（万元）', '1000']) }],
      '1000',
    ],
    [
      'its cell, but not over the unit above the table',
      [{ paragraph: '单位：万元' }, { table: amounts(['预算数', '1250千元', '财政拨款', '1000']) }],
      '1000',
    ],
  ])('of a total holds for its sources, stated in %s', (_, blocks, fiscal) => {
    expect(budgetOf(blocks)).toEqual({ budgets: [['125', fiscal]], lines: [] })
  })

  it('of a label that stands beside several rows of amounts holds for them', () => {
    const table = [
      [cell('项目名称'), cell('甲项目', 1, 3)],
      [cell('资金金额（千元）', 2), cell('年度资金总额'), cell('1250', 1, 2)],
      [cell('其中：财政拨款'), cell('1000', 1, 2)],
      [cell('年度目标'), cell('办好', 1, 3)],
      ...[LEVELS, ...INDICATORS].map(cells),
    ]
    expect(budgetOf([{ table }])).toEqual({ budgets: [['125', '100']], lines: [] })
  })

  it('of each table is its own, in brackets below its title', () => {
    const of = (unit: string): DrawnDocument => [
      { paragraph: '2025年度项目支出绩效目标表' },
      { paragraph: `（单位：${unit}）` },
      { table: single('预算数', '500') },
    ]
    expect(read([...of('千元'), ...of('万元')]).totals).toEqual(['50', '500'])
  })

  it('of a title holds for both tables that stand beside each other below it', () => {
    const table = [
      ['项目名称', '甲桥', '项目名称', '乙桥'],
      ['预算数', '300', '预算数', '400'],
      ['绩效目标', '加固甲桥', '绩效目标', '加固乙桥'],
      ['三级指标', '指标值', '三级指标', '指标值'],
      ['甲桥长度', '≥30米', '乙桥长度', '≥50米'],
    ].map(cells)
    const { budgets, lines } = budgetOf([
      { paragraph: '2025年度项目支出绩效目标表（单位：千元）' },
      { table },
    ])
    expect([budgets.map(([total]) => total), lines]).toEqual([['30', '40'], []])
  })

  it.each<[string, DrawnDocument]>([
    ['a label', [{ table: amounts(['预算数（美元）', '66', '财政拨款', '66']) }]],
    ['a label, by ten thousands', [{ table: amounts(['预算数（万欧元）', '66', '财政拨款', '66']) }]],
    ['cells', [{ table: amounts(['预算数', '66万美元', '财政拨款', '66万美元']) }]],
    [
      'the title',
      [
        { paragraph: '2025年度项目支出绩效目标表（单位：万美元）' },
        { table: amounts(['预算数', '66', '财政拨款', '66']) },
      ],
    ],
  ])('that is a foreign currency is said, and no amount is taken: %s', (_, blocks) => {
    expect(budgetOf(blocks)).toEqual({ budgets: [[null, null]], lines: ['foreign-currency'] })
  })

  it('is not taken from words', () => {
    expect(['项目单位：某县元氏中学', '奖补（每人500元）', '单位', ''].map(statedBudgetUnit)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
