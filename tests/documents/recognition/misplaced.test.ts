import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const TITLE = { paragraph: '2023年度项目支出绩效目标表（单位：万元）' }
const LEVELS = '一级指标|二级指标|三级指标|指标值'
const ONE = '产出指标|数量指标|甲数量|≥30套'
const TWO = '满意度指标|满意度指标|群众满意度|≥90%'

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  const { plan } = draft
  return {
    year: plan.year,
    projects: plan.projects.map(({ name, budget }) => [name, budget.total, budget.fiscal, budget.other]),
    goals: plan.projects.map(({ goals }) => goals),
    indicators: plan.projects.flatMap(({ indicators }) =>
      indicators.map(({ level3, target, weight }) => [level3, target, weight]),
    ),
    said: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .map(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

const list = (first: string, sum: string, last = '') =>
  read([
    TITLE,
    {
      table: [
        `${first}|项目名称|预算数|财政拨款|其他资金|绩效目标|${LEVELS}`,
        `某厅|甲项目|36|26|10|做好甲|${ONE}`,
        `||||||${TWO}`,
        `某厅|乙项目|${last}|50||做好乙|产出指标|数量指标|乙数量|≥2个`,
        sum,
      ].map(cells),
    },
  ])

describe('a row of sums at the end of a list is no project’s', () => {
  it.each([
    '合计||86|76|10|||||',
    '合 计||86|76|10|||||',
    '总计：||86|76|10|||||',
    '某厅小计||86|76|10|||||',
    '|合计|86|76|10|||||',
    '合计|合计|86|76|10|||||',
  ])('%s', (sum) => {
    for (const first of ['单位名称', '序号', '备注'])
      for (const last of ['', '50']) {
        const found = list(first, sum, last)
        expect(found.projects).toEqual([
          ['甲项目', '36', '26', '10'],
          ['乙项目', last === '' ? null : last, '50', null],
        ])
        expect(found.said('parts-unclear')).toEqual([])
        expect([...found.said('sum-row'), ...found.said('row-left')].flat()).toContain('86')
      }
  })
})

const form = (...rows: (string | DrawnCell[])[]): DrawnDocument[number] => ({
  table: [
    [cell('项目名称'), cell('甲项目', 1, 3)],
    [cell('预算数'), cell('36', 1, 3)],
    ...rows.map((row) => (typeof row === 'string' ? cells(row) : row)),
  ],
})
const GOAL = [cell('绩效目标'), cell('做好甲', 1, 3)]

describe('the year', () => {
  it.each<[number, string[]]>([
    [2025, ['《某省2019年绩效管理办法》', '项目支出绩效目标表', '预算年度：2025']],
    [2024, ['依据《某省2018年预算绩效管理办法》编制', '预算年度：2024', '项目支出绩效目标表']],
    [2024, ['2023年部门预算公开', '（预算年度：2024年）']],
    [2023, ['2022年度绩效监控及2023年度绩效目标表']],
    [2023, ['2023年度绩效目标表及2022年度绩效自评']],
    [2022, ['省财政厅2021年12月关于批复2022年预算的通知']],
    [2023, ['《2023年项目支出绩效目标表》']],
    [2023, ['二〇二三年项目支出绩效目标表']],
    [2024, ['二○二四年度项目支出绩效目标申报表']],
    [2022, ['项目支出绩效目标表', '（二〇二二年度）']],
  ])('%i of %j', (year, lines) => {
    const above = lines.map((paragraph) => ({ paragraph }))
    expect(read([...above, form(GOAL, LEVELS, ONE)]).year).toBe(year)
  })

  it('stands beside its label in the table', () => {
    const found = read([{ paragraph: '2022年部门预算公开' }, form('年度|2023||', GOAL, LEVELS, ONE)])
    expect(found.year).toBe(2023)
  })
})

describe('a row of the numbers of columns', () => {
  it.each([
    ['|||', '1|2|3|4'],
    ['|||', '|||', '甲|乙|1|2'],
    ['|（套）||', '①|②|③|④'],
  ])('%s %s', (...between) => {
    const found = read([TITLE, form(GOAL, LEVELS, ...between, ONE, TWO)])
    expect(found.indicators.map(([name]) => name)).toEqual(['甲数量', '群众满意度'])
    const head = `项目名称|预算数|绩效目标|${LEVELS}`
    const wide = between.map((line) => (/\d|①/.test(line) ? '1|2|3|4|5|6|7' : '|（元）|||||'))
    const listed = read([
      { paragraph: '2023年项目支出绩效目标表' },
      { table: [head, ...wide, `甲项目|360000|做好甲|${ONE}`].map(cells) },
    ])
    const own = wide.some((line) => line.includes('元'))
    expect(listed.projects).toEqual([['甲项目', own ? '36' : '360000', null, null]])
    expect(listed.said(own ? 'unit-not-stated' : 'converted-from-yuan')).toEqual([])
  })
})

describe('points of several indicators are no one’s', () => {
  it.each(['权重', '分值', '权重（%）'])('%s behind the 一级指标', (points) => {
    const found = read([
      TITLE,
      form(
        GOAL,
        `一级指标|${points}|二级指标|三级指标|指标值`,
        [cell('产出指标', 2), cell('50', 2), ...cells('数量指标|甲|≥30套')],
        '质量指标|乙|100%',
        '满意度指标|10|满意度指标|丙|≥90%',
      ),
    ])
    expect(found.indicators).toEqual([
      ['甲', '≥30套', undefined],
      ['乙', '100%', undefined],
      ['丙', '≥90%', undefined],
    ])
    expect(found.said('column-left')).toEqual([[points, '50', '10']])
  })

  it('behind both levels', () => {
    const found = read([
      TITLE,
      form(
        GOAL,
        '一级指标|分值|二级指标|分值|三级指标|指标值|分值',
        [cell('产出指标', 2), cell('50', 2), ...cells('数量指标|20|甲|≥30套|20')],
        '质量指标|30|乙|100%|30',
      ),
    ])
    expect(found.indicators).toEqual([
      ['甲', '≥30套', '20'],
      ['乙', '100%', '30'],
    ])
    expect(found.said('longer-term-left')).toEqual([])
    expect(found.said('columns-beside')).toEqual([])
  })

  it('but each indicator’s where every row has its own', () => {
    const found = read([
      TITLE,
      form(
        GOAL,
        '一级指标|权重|二级指标|三级指标|指标值',
        [cell('产出指标', 2), ...cells('30|数量指标|甲|≥30套')],
        '20|质量指标|乙|100%',
      ),
    ])
    expect(found.indicators.map(([, , weight]) => weight)).toEqual(['30', '20'])
  })

  it('merged over the rows of several', () => {
    const found = read([
      TITLE,
      form(GOAL, `${LEVELS}|权重`, [...cells(ONE), cell('20', 2)], '|质量指标|乙|100%', `${TWO}|10`),
    ])
    expect(found.indicators.map(([, , weight]) => weight)).toEqual([null, null, '10'])
    expect(found.said('weight-of-several')).toEqual([['20']])
  })
})

describe('goals', () => {
  it.each([
    '（二）绩效指标',
    '注：①金额含税；②目标已审核。',
    '编报人：张三',
    '单位：万元',
    '绩效指标如下：',
    '绩效目标具体分解如下：',
    '三、政府采购情况',
    '2.乙项目',
  ])('end with their cell, not with a line behind the table: %s', (paragraph) => {
    const rest = { table: [LEVELS, ONE].map(cells) }
    expect(read([TITLE, form(GOAL), { paragraph }, rest]).goals).toEqual([['做好甲']])
  })

  it('end above a row of who signed', () => {
    expect(read([TITLE, form(GOAL, [cell('编报人：张三', 1, 4)], LEVELS, ONE)]).goals).toEqual([['做好甲']])
  })

  it('that are printed in every row of a list are read once', () => {
    const found = read([
      TITLE,
      {
        table: [
          `项目名称|预算数|绩效目标|${LEVELS}`,
          `甲项目|36|做好甲|${ONE}`,
          '||||||',
          `甲项目|36|做好甲|${TWO}`,
        ].map(cells),
      },
    ])
    expect([found.projects.length, found.goals]).toEqual([1, [['做好甲']]])
  })
})
