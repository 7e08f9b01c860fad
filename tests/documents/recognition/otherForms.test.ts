import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const TITLE = { paragraph: '2023年度项目支出绩效目标表（单位：万元）' }
const LEVELS = '一级指标|二级指标|三级指标|指标值'
const ONE = '产出指标|数量指标|甲数量|≥30套'

function read(...rows: string[]) {
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: rows.map(row) }]))
  const [project] = draft.plan.projects
  return {
    projects: draft.plan.projects.map(({ name }) => name),
    budget: project && [project.budget.total, project.budget.fiscal, project.budget.other],
    goals: project?.goals,
    indicators: project?.indicators.map((one) =>
      [one.level1, one.level2, one.level3, one.target].map((text) => text ?? '').join('|'),
    ),
    ...said(issues),
  }
}

const form = (...rows: string[]) => read('项目名称|甲项目→3', '预算数|36→3', '绩效目标|做好甲→3', ...rows)
const money = (...rows: string[]) =>
  read('项目名称|甲项目→4', ...rows, '绩效目标|做好甲→4', `${LEVELS}|`, `${ONE}|`)

describe('amounts of several years', () => {
  it('in rows under their headings: the plan’s year is taken with its parts', () => {
    const { budget, named, kinds } = money(
      '年度|合计|财政拨款|其他资金|备注',
      '2022年|30|30||',
      '2023年|36|30|6|',
      '2024年|40|40||',
    )
    expect(budget).toEqual(['36', '30', '6'])
    expect(named('other-year-left')).toEqual(['2022年', '30', '30', '2024年', '40', '40'])
    expect(kinds).toEqual(['other-year-left'])
  })

  it('with none of the plan’s year there is no budget', () => {
    const { budget } = money('年度|合计|财政拨款|其他资金|', '2021年|30|30||', '2022年|40|40||')
    expect(budget).toEqual([null, null, null])
  })

  it('in words', () => {
    const { budget, named } = money('项目资金↓3|以前年度|100→3', '本年度|36→3', '后续年度|200→3')
    expect(budget?.[0]).toBe('36')
    expect(named('other-year-left')).toEqual(['以前年度', '100', '后续年度', '200'])
  })
})

it.each(['36（万元）', '36.00 (万元)', '360000（元）', '36（单位：万元）'])(
  'an amount with its unit in brackets: %s',
  (text) => {
    expect(Number(money(`预算数|${text}→4`).budget?.[0])).toBe(36)
  },
)

describe('columns of 指标值', () => {
  it.each(['指标值（定量）|指标值（定性）', '定量指标值|定性指标值'])(
    'in figures and in words: %s',
    (heads) => {
      const { indicators, kinds, named } = form(
        `一级指标|二级指标|三级指标|${heads}|单位`,
        '产出指标|数量指标|甲数量|≥30||套',
        '产出指标|质量指标|合格率|≥90|良好|%',
        '满意度指标|满意度指标|群众满意度||满意|',
      )
      expect(indicators).toEqual([
        '产出指标|数量指标|甲数量|≥30套',
        '产出指标|质量指标|合格率|≥90%',
        '满意度指标|满意度指标|群众满意度|满意',
      ])
      expect(kinds).toEqual(['column-left'])
      expect(named('column-left')).toContain('良好')
    },
  )

  it('in grades: the best is the 指标值, which is said', () => {
    const { indicators, kinds, named } = form(
      '一级指标↓2|二级指标↓2|三级指标↓2|绩效指标评价标准→4',
      '优|良|中|差',
      '产出指标|数量指标|人数|≥100人|90-100人|80-90人|＜80人',
    )
    expect(indicators).toEqual(['产出指标|数量指标|人数|≥100人'])
    expect(kinds).toEqual(['graded-target', 'column-left'])
    expect(named('column-left')).toEqual(expect.arrayContaining(['90-100人', '80-90人', '＜80人']))
  })

  it.each<[string, string[], string, string]>([
    ['计划值|历史值|行业标准', ['≥96%', '91%', '≥90%'], '≥96%', 'column-left'],
    ['历史值|行业标准|计划值', ['91%', '≥90%', '≥96%'], '≥96%', 'column-left'],
    ['基准值|目标值|备注', ['85%', '≥95%', '无'], '≥95%', 'column-left'],
    ['合计|东区|西区', ['36件', '20件', '16件'], '36件', 'column-left'],
    ['东区|西区|全年', ['20件', '16件', '36件'], '36件', 'column-left'],
    ['优秀|良好|合格', ['≥95%', '≥85%', '≥60%'], '≥95%', 'graded-target column-left'],
    ['优|良|中', ['≥95%', '≥85%', '≥60%'], '≥95%', 'graded-target column-left'],
    ['计划值|上年值|行业标准', ['≥96%', '91%', '≥90%'], '≥96%', 'other-year-left column-left'],
  ])('below one heading: %s', (below, values, wanted, how) => {
    const { indicators, kinds, named } = read(
      '项目名称|甲项目→5',
      '预算数|36→5',
      '绩效目标|做好甲→5',
      '一级指标↓2|二级指标↓2|三级指标↓2|指标值→3',
      below,
      `产出指标|质量指标|合格率|${values.join('|')}`,
    )
    expect(indicators).toEqual([`产出指标|质量指标|合格率|${wanted}`])
    expect(new Set<string>(kinds)).toEqual(new Set(how.split(' ')))
    const left = ['column-left', 'other-year-left'].flatMap((kind) => named(kind))
    expect(left).toEqual(expect.arrayContaining(values.filter((value) => value !== wanted)))
  })

  it.each([
    ['上半年|下半年|备注', ['≥6次', '≥12次', '累计']],
    ['东区|西区|北区', ['≥6次', '≥12次', '≥3次']],
  ])('below one heading, none of the whole year: %s', (below, values) => {
    const { indicators, kinds, named } = read(
      '项目名称|甲项目→5',
      '预算数|36→5',
      '绩效目标|做好甲→5',
      '一级指标↓2|二级指标↓2|三级指标↓2|指标值→3',
      below,
      `产出指标|数量指标|次数|${values.join('|')}`,
    )
    expect(indicators).toEqual(['产出指标|数量指标|次数|'])
    expect(kinds).not.toContain('longer-term-left')
    expect(['column-left', 'part-left'].flatMap((kind) => named(kind))).toEqual(
      expect.arrayContaining(values),
    )
  })

  it.each([
    ['实施期目标→2|年度目标→3', ['产出指标|数量指标|甲数量|≥30套']],
    ['年度目标→2|实施期目标→3', ['产出指标|数量指标|甲总量|≥90套']],
  ])('of two terms that stand over the goals: %s', (terms, wanted) => {
    const { indicators, kinds } = read(
      '项目名称|甲项目→5',
      '预算数|36→5',
      `总体目标↓2|${terms}`,
      '做好一→2|做好二→3',
      '一级指标|二级指标|三级指标|指标值|三级指标|指标值',
      '产出指标|数量指标|甲总量|≥90套|甲数量|≥30套',
    )
    expect(indicators).toEqual(wanted)
    expect(kinds).toEqual(['longer-term-left'])
  })

  it('behind two columns of signs', () => {
    const { indicators, kinds } = form(
      '一级指标|二级指标|三级指标|指标方向|计算符号|指标值|计量单位',
      '产出指标|数量指标|场次|正向指标|大于等于|12|场',
    )
    expect([indicators, kinds]).toEqual([['产出指标|数量指标|场次|大于等于12场'], ['column-left']])
  })
})

describe('names of indicators', () => {
  it('a column called 指标 that holds levels is one', () => {
    const { indicators } = form(
      '指标|指标内容|指标值|备注',
      '产出指标|甲数量|≥30套|',
      '满意度指标|满意度|≥90%|',
    )
    expect(indicators).toEqual(['产出指标||甲数量|≥30套', '满意度指标||满意度|≥90%'])
  })

  it('指标类型 beside 指标内容 is a 二级指标', () => {
    const { indicators } = form(
      '指标类别|指标类型|指标内容|目标值',
      '产出|数量|甲数量|≥30套',
      '满意度|服务对象满意度|满意度|≥90%',
    )
    expect(indicators).toEqual(['产出|数量|甲数量|≥30套', '满意度|服务对象满意度|满意度|≥90%'])
  })

  it('one text of name and value over both columns is parted, which is said', () => {
    const { indicators, kinds } = form(
      LEVELS,
      '产出指标|数量指标|甲数量≥30套→2',
      '产出指标|质量指标|合格率|≥90%',
    )
    expect(indicators).toEqual(['产出指标|数量指标|甲数量|≥30套', '产出指标|质量指标|合格率|≥90%'])
    expect(kinds).toEqual(['name-and-value'])
  })

  it('one text without a value over both columns is named', () => {
    const { indicators, named } = form(
      LEVELS,
      '产出指标|数量指标|做好工作→2',
      '产出指标|质量指标|合格率|≥90%',
    )
    expect(indicators).toEqual(['产出指标|质量指标|合格率|≥90%'])
    expect(named('row-not-aligned')).toContain('做好工作')
  })

  it('in columns under their levels, called 指标内容', () => {
    const { indicators } = read(
      '项目名称↓2|预算数↓2|绩效目标↓2|数量指标→2|质量指标→2|满意度指标→2',
      '指标内容|指标值|指标内容|指标值|指标内容|指标值',
      '甲项目|36|做好甲|甲数量|≥30套|合格率|100%|群众满意度|≥90%',
      '乙项目|50|做好乙|乙数量|2个|||满意度|≥80%',
    )
    expect(indicators).toEqual([
      '|数量指标|甲数量|≥30套',
      '|质量指标|合格率|100%',
      '满意度指标|满意度指标|群众满意度|≥90%',
    ])
  })
})

describe('goals', () => {
  it('below the indicators', () => {
    const { goals, indicators } = read(
      '项目名称|甲项目→3',
      '预算数|36→3',
      LEVELS,
      ONE,
      '年度绩效目标|做好甲→3',
    )
    expect([goals, indicators]).toEqual([['做好甲'], [ONE]])
  })

  it('one a row behind its number', () => {
    const { goals, kinds } = read(
      '项目名称|甲项目→3',
      '预算数|36→3',
      '绩效目标↓3|1|做好甲→2',
      '2|做好乙→2',
      '3|做好丙→2',
      LEVELS,
      ONE,
    )
    expect([goals, kinds]).toEqual([['做好甲', '做好乙', '做好丙'], []])
  })

  it('短期目标 beside 长期目标 is the year’s', () => {
    const { goals } = read(
      '项目名称|甲项目→3',
      '预算数|36→3',
      '长期目标|三年建成→3',
      '短期目标|做好甲→3',
      LEVELS,
      ONE,
    )
    expect(goals).toEqual(['做好甲'])
  })
})

it('two projects side by side whose levels stand before one text each', () => {
  const { projects, indicators } = read(
    '项目名称|甲项目|项目名称|乙项目',
    '预算数|36|预算数|50',
    '绩效目标|做好甲|绩效目标|做好乙',
    '产出指标|甲数量≥30套|产出指标|乙数量=2个',
    '满意度指标|群众满意度≥90%|满意度指标|满意度≥80%',
  )
  expect(projects).toEqual(['甲项目', '乙项目'])
  expect(indicators).toEqual(['产出指标||甲数量|≥30套', '满意度指标||群众满意度|≥90%'])
})

describe('a title names no project', () => {
  it.each([
    '某市本级2021年专项资金绩效目标表',
    '某市2022年项目支出绩效目标申报表',
    '附件：项目支出绩效目标批复表',
  ])('%s', (title) => {
    const table = ['项目名称|甲项目→3', '预算数|36→3', '绩效目标|做好甲→3', LEVELS, ONE].map(row)
    const { issues } = recogniseDocument(
      merged([{ paragraph: title }, { paragraph: '单位：万元' }, { table }]),
    )
    expect(said(issues).kinds).toEqual([])
  })
})

it('one table for the head and one for the indicators of the same name are one project', () => {
  const { draft, issues } = recogniseDocument(
    merged([
      TITLE,
      { table: ['项目名称|甲项目→3', '预算数|36→3', '绩效目标|做好甲→3'].map(row) },
      { table: ['项目名称|甲项目→3', LEVELS, ONE].map(row) },
    ]),
  )
  expect(draft.plan.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([
    ['甲项目', 1],
  ])
  expect(said(issues).kinds).toEqual([])
})

it('what says how to fill a label in names no project', () => {
  const { draft } = recogniseDocument(
    merged([{ table: ['1.项目名称：按批复填写。→4', '2.指标值：应量化。→4', LEVELS, ONE].map(row) }]),
  )
  expect(draft.plan.projects).toEqual([])
})

it.each(['分年度预算安排', '资金安排（万元）'])('amounts of several years in columns: %s', (label) => {
  const { budget, named } = money(`${label}↓2|2022年|2023年|2024年|`, '100|36|200|')
  expect(budget?.[0]).toBe('36')
  expect(named('other-year-left')).toEqual(['2022年', '100', '2024年', '200'])
})

describe('which of several amounts is the year’s', () => {
  it.each<[string, string[]]>([
    ['years over rows', ['年度|2022年|2023年|2024年|', '预算数|100|36|200|', '其中：财政拨款|90|30|180|']],
    [
      'a sum of all years first',
      ['年度|合计|财政拨款||', '合计|106|100||', '2022年|30|30||', '2023年|36|30||', '2024年|40|40||'],
    ],
    ['a sum of all years last', ['年度|合计|财政拨款||', '2022年|30|30||', '2023年|36|30||', '合计|66|60||']],
    [
      'a sum beside the years',
      ['分年度预算安排↓2|合计|2022年|2023年|2024年', '336|100|36|200', '财政拨款|30|||'],
    ],
  ])('%s', (_, rows) => {
    expect(money(...rows).budget).toEqual(['36', '30', null])
  })

  it('a year in brackets', () => {
    const { budget, named } = money('预算数（2022年）|30|预算数（2023年）|36|')
    expect([budget?.[0], named('other-year-left')]).toEqual(['36', ['预算数（2022年）', '30']])
  })

  it('a unit in a cell behind it is its own', () => {
    const { budget, kinds } = money('预算数|360000|元||', '其中：财政拨款|30|万元||')
    expect([budget, kinds]).toEqual([['36', '30', null], ['converted-from-yuan']])
  })

  it('money of one of two budgets is not all that the treasury pays', () => {
    const rows = ['预算数|36|||', '一般公共预算拨款|20|政府性基金预算拨款|10|']
    expect(money(...rows).budget).toEqual(['36', null, null])
    const { budget, kinds } = money('预算数|36|||', '财政拨款|30|||', '一般公共预算拨款|20|||')
    expect([budget, kinds]).toEqual([['36', '30', null], ['label-left']])
  })
})

it('an example among indicators is none', () => {
  const { indicators, named } = form(LEVELS, '产出指标|数量指标|例：培训人数|≥100人', ONE)
  expect(indicators).toEqual([ONE])
  expect(named('example-row')).toContain('例：培训人数')
})

it('goals of several years: the plan’s', () => {
  const { goals, named } = read(
    '项目名称|甲项目→3',
    '预算数|36→3',
    '绩效目标↓2|2023年|做好甲→2',
    '2022年|做旧→2',
    LEVELS,
    ONE,
  )
  expect(goals).toEqual(['做好甲'])
  expect(named('other-year-left')).toEqual(['2022年', '做旧'])
})
