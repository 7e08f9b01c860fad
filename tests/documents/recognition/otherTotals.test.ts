import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, merged } from './drawn'

const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const TITLE = { paragraph: '2023年度项目支出绩效目标表（单位：万元）' }
const LEVELS = '一级指标|二级指标|三级指标|指标值'
const ONE = '产出指标|数量指标|甲数量|≥30套'

function read(...rows: string[]) {
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: rows.map(cells) }]))
  const [project] = draft.plan.projects
  return {
    total: project?.budget.total,
    targets: project?.indicators.map(({ level2, target }) => [level2, target]),
    said: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .map(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

const form = (...rows: string[]) => read('项目名称|甲项目||', ...rows, '绩效目标|做好甲||', LEVELS, ONE)

describe('the total of a project of several years gives way to the year’s', () => {
  it.each([
    ['项目总额（万元）', '本年度预算金额（万元）'],
    ['项目预算总额', '其中：本年度预算'],
    ['项目总金额', '2023年预算金额'],
    ['预算总额（三年）', '当年预算额'],
    ['资金总额', '本年度申请资金'],
    ['项目总额', '年度资金总额'],
  ])('%s, %s', (whole, own) => {
    for (const rows of [
      [`${whole}|500|${own}|200`],
      [`${own}|200|${whole}|500`],
      [`${whole}|500||`, `${own}|200||`],
    ]) {
      const found = form(...rows)
      expect(found.total).toBe('200')
      expect(found.said('whole-project-left').flat()).toContain('500')
    }
  })

  it('in a list of projects', () => {
    const found = read(`项目名称|项目总额|本年预算|绩效目标|${LEVELS}`, `甲项目|500|36|做好甲|${ONE}`)
    expect([found.total, found.said('column-left')]).toEqual(['36', [['项目总额', '500']]])
  })
})

describe('words are no amount', () => {
  it.each<[string, string[]]>([
    ['100', ['资金来源|合计|一般公共预算|政府性基金', '金额|100|60|40']],
    ['36', ['年度预算|上年执行|32|本年安排|36']],
    ['36', ['预算安排情况|申报金额|40|核定金额|36']],
  ])('%s of %j', (total, rows) => {
    const found = form(...rows)
    expect([found.total, found.said('not-an-amount')]).toEqual([total, []])
  })
})

describe('what a column for signs says in words', () => {
  const signed = (...rows: string[]) =>
    read(
      '项目名称|甲项目||||',
      '预算数|36||||',
      '绩效目标|做好甲||||',
      '一级指标|二级指标|三级指标|指标性质|指标值|度量单位',
      ...rows.map((row, at) => `产出指标|数量指标|指标${at}|${row}`),
    )

  it.each(['降低', '下降', '减少', '增长', '提高', '±', '=>'])('%s stands before the figure', (word) => {
    const found = signed('≥|30|套', `${word}|10|%`)
    expect(found.targets?.map(([, target]) => target)).toEqual(['≥30套', `${word}10%`])
  })

  it('a day keeps its word before and behind', () => {
    const found = signed('不晚于|2023年6月|', '|12月31日|前')
    expect(found.targets?.map(([, target]) => target)).toEqual(['不晚于2023年6月', '12月31日前'])
  })

  it('a word of another kind is no part of the figure', () => {
    const found = signed('约束性|80|%', '约|10|%')
    expect(found.targets?.map(([, target]) => target)).toEqual(['80%', '约10%'])
    expect(found.said('column-left')).toEqual([['指标性质', '约束性']])
  })

  it('a direction without a sign is asked about', () => {
    const found = signed('正向|90|%', '反向|5|天')
    expect(found.said('direction-left')).toEqual([['指标性质', '正向', '反向']])
  })
})

it('a 二级指标 that stands once for two terms is the year’s too', () => {
  const found = read(
    '项目名称|甲项目||||',
    '总体目标|实施期目标|三年做好|年度目标|做好甲|',
    '一级指标|二级指标|三级指标|指标值|三级指标|指标值',
    '产出指标|数量指标|甲数量|≥90套|甲数量|≥30套',
  )
  expect(found.targets).toEqual([['数量指标', '≥30套']])
  expect(found.said('longer-term-left').flat()).not.toContain('二级指标')
})
