import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const LEFT = '≥7777公顷'
const OWN = '≥3公顷'
const cells = (texts: readonly string[]): DrawnCell[] => texts.map((text) => cell(text))
const head = (across: number, name = '绿化'): DrawnCell[][] =>
  [
    ['项目名称', name],
    ['主管部门', '示例园林局'],
    ['预算数', '66'],
    ['绩效目标', '新增绿地'],
  ].map(([label = '', value = '']) => [cell(label), cell(value, 1, across)])

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  const { projects, year } = draft.plan
  return {
    year,
    names: projects.map(({ name }) => name),
    totals: projects.map(({ budget }) => budget.total),
    goals: projects.flatMap(({ goals }) => goals),
    targets: projects.flatMap(({ indicators }) => indicators.map(({ target }) => target)),
    kinds: issues.map(({ kind }) => kind).filter((kind) => kind !== 'not-stated'),
    places: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
    asked: issues.filter(({ kind }) => kind === 'not-stated').map(({ path }) => path),
  }
}

describe('what was expected beside what was done, as headings of two rows', () => {
  const levels = ['一级指标', '二级指标', '三级指标']
  const begin = levels.map((text) => cell(text, 2))
  const data = ['产出指标', '数量指标', '绿地']

  it.each([
    ['预期', '实际'],
    ['预期目标', '实际完成'],
    ['年初设定', '年终完成'],
    ['年初设定指标', '实际完成情况'],
    ['预期指标值', '实际完成值'],
  ])('%s | %s: the first counts, in either order', (expected, done) => {
    const two = (first: string, second: string, values: readonly string[]) => [
      TITLE,
      {
        table: [
          ...head(6),
          [...begin, cell(first, 1, 2), cell(second, 1, 2)],
          cells(['指标值', '单位', '指标值', '单位']),
          cells([...data, ...values]),
        ],
      },
    ]
    for (const found of [
      read(two(expected, done, ['≥3', '公顷', '7777', '公顷'])),
      read(two(done, expected, ['7777', '公顷', '≥3', '公顷'])),
    ]) {
      expect([found.targets, found.kinds]).toEqual([[OWN], ['actual-left', 'actual-left']])
      expect(found.places('actual-left')).toContain('7777')
    }
  })

  it('one column each', () => {
    const table = [
      ...head(4),
      [...begin, cell('年初设定'), cell('年终完成')],
      cells(['指标值', '指标值']),
      cells([...data, OWN, '7777公顷']),
    ]
    const found = read([TITLE, { table }])
    expect([found.targets, found.kinds]).toEqual([[OWN], ['actual-left']])
  })

  it('a sign, a value and a unit each', () => {
    const parts = ['符号', '值', '单位']
    const table = [
      ...head(8),
      [...begin, cell('预期指标值', 1, 3), cell('实际完成值', 1, 3)],
      cells([...parts, ...parts]),
      cells([...data, '≥', '3', '公顷', '=', '7777', '公顷']),
    ]
    expect(read([TITLE, { table }]).targets).toEqual([OWN])
  })
})

describe('the year beside a longer term', () => {
  const three = ['二级指标', '三级指标', '指标值']
  const own = ['数量指标', '绿地', OWN]
  const other = ['数量指标', '绿地', LEFT]

  it.each([
    ['年度绩效指标', '中期绩效指标'],
    ['年度绩效指标', '实施期绩效指标'],
    ['年度指标', '中期指标'],
    ['年度目标', '总体目标'],
    ['当年绩效指标', '项目全周期绩效指标'],
    ['2025年绩效指标', '2026年绩效指标'],
  ])('%s | %s: the year’s counts, in either order', (annual, longer) => {
    const two = (captions: readonly string[], values: readonly string[]) => [
      TITLE,
      {
        table: [
          ...head(6),
          [cell('一级指标', 2), ...captions.map((text) => cell(text, 1, 3))],
          cells([...three, ...three]),
          cells(['产出指标', ...values]),
        ],
      },
    ]
    for (const found of [
      read(two([annual, longer], [...own, ...other])),
      read(two([longer, annual], [...other, ...own])),
    ]) {
      expect([found.targets, found.goals]).toEqual([[OWN], ['新增绿地']])
      expect(found.kinds).not.toContain('columns-beside')
      expect(found.kinds).not.toContain('cell-not-understood')
      const left = longer.startsWith('20') ? 'other-year-left' : 'longer-term-left'
      expect(found.places(left)).toContain(LEFT)
    }
  })

  it.each([
    ['the year’s first', true],
    ['the year’s last', false],
  ])('in a row above the headings: %s', (_, first) => {
    const [left, right] = first ? ['年度绩效指标', '中期绩效指标'] : ['中期绩效指标', '年度绩效指标']
    const table = [
      ...head(6),
      [cell(left ?? '', 1, 4), cell(right ?? '', 1, 3)],
      cells(['一级指标', ...three, ...three]),
      cells(['产出指标', ...(first ? [...own, ...other] : [...other, ...own])]),
    ]
    const found = read([TITLE, { table }])
    expect([found.targets, new Set(found.kinds)]).toEqual([[OWN], new Set(['longer-term-left'])])
  })
})

describe('二级指标 that stand once before the year and a longer term', () => {
  it('are those of both', () => {
    const top = [cell('一级指标', 2), cell('二级指标', 2), cell('实施期指标', 1, 2), cell('年度指标', 1, 2)]
    const below = ['三级指标', '指标值', '三级指标', '指标值']
    const row = ['产出指标', '数量指标', '绿地', LEFT, '绿地', OWN]
    const { draft } = recogniseDocument(
      merged([TITLE, { table: [...head(5), top, cells(below), cells(row)] }]),
    )
    const [found] = draft.plan.projects[0]?.indicators ?? []
    expect([found?.level2, found?.level3, found?.target]).toEqual(['数量指标', '绿地', OWN])
  })
})

describe('the year and a longer term below each other in one table', () => {
  const levels = ['一级指标', '二级指标', '三级指标', '指标值']
  const own = cells(['产出指标', '数量指标', '绿地', OWN])
  const other = cells(['产出指标', '数量指标', '绿地', LEFT])

  it.each([
    ['年度绩效指标', '中期绩效指标', 'longer-term-left'],
    ['当年绩效指标', '三年规划指标', 'longer-term-left'],
    ['2025年绩效指标', '全周期绩效指标（2024-2026）', 'longer-term-left'],
    ['本年度绩效指标', '2026年绩效指标', 'other-year-left'],
  ])('%s and %s', (annual, longer, kind) => {
    const ours = [[cell(annual, 1, 4)], cells(levels), own]
    const theirs = [[cell(longer, 1, 4)], cells(levels), other]
    for (const blocks of [
      [...ours, ...theirs],
      [...theirs, ...ours],
      [cells(levels), [cell(longer, 1, 4)], other, [cell(annual, 1, 4)], own],
    ]) {
      const found = read([TITLE, { table: [...head(3), ...blocks] }])
      expect([found.targets, found.goals, new Set(found.kinds)]).toEqual([
        [OWN],
        ['新增绿地'],
        new Set([kind]),
      ])
      expect(found.places(kind)).toContain(LEFT)
    }
  })
})

describe('a list of projects with the amounts of two years', () => {
  it.each([
    ['资金安排', '2024年预算', '2025年预算'],
    ['预算安排', '上年预算数', '本年预算数'],
    ['预算数', '2024年', '2025年'],
  ])('%s: %s | %s', (over, before, now) => {
    const names = ['单位', '项目名称']
    const rest = ['年度目标', '一级指标', '二级指标', '三级指标', '指标值']
    const list = (years: readonly string[], amounts: readonly string[]) => [
      TITLE,
      {
        table: [
          [...names.map((text) => cell(text, 2)), cell(over, 1, 2), ...rest.map((text) => cell(text, 2))],
          cells(years),
          cells(['一所', '绿化', ...amounts, '新增绿地', '产出指标', '数量指标', '绿地', OWN]),
        ],
      },
    ]
    for (const found of [
      read(list([before, now], ['7777', '66'])),
      read(list([now, before], ['66', '7777'])),
    ]) {
      expect([found.names, found.totals, found.targets]).toEqual([['绿化'], ['66'], [OWN]])
      expect(found.places('other-year-left')).toContain('7777')
    }
  })
})

describe('a list of several units', () => {
  it('a name that comes again under another unit is another project', () => {
    const names = ['单位', '项目名称', '预算数', '年度目标', '一级指标', '二级指标', '三级指标', '指标值']
    const row = (unit: string, amount: string) =>
      cells([unit, '办公费', amount, `${unit}运转`, '产出指标', '数量指标', '绿地', OWN])
    const found = read([TITLE, { table: [cells(names), row('一所', '10'), row('二所', '20')] }])
    expect([found.names, found.totals, found.goals]).toEqual([
      ['办公费', '办公费'],
      ['10', '20'],
      ['一所运转', '二所运转'],
    ])
  })
})

describe('a row that names 一级指标 below the goals', () => {
  it('is no goal, and gives the level of the rows below it', () => {
    const table = [
      ...head(3),
      [cell('一、产出指标', 1, 4)],
      cells(['序号', '指标名称', '指标值', '说明']),
      cells(['1', '绿地', OWN, '']),
    ]
    const found = read([TITLE, { table }])
    expect([found.goals, found.targets, found.kinds]).toEqual([['新增绿地'], [OWN], ['column-left']])
  })
})

describe('the year of a document', () => {
  const table = [
    ...head(3),
    cells(['一级指标', '二级指标', '三级指标', '指标值']),
    cells(['产出指标', '数量指标', '绿地', OWN]),
  ]

  it('two tables of two years are said', () => {
    const found = read([
      { paragraph: '2024年度项目支出绩效目标表（单位：万元）' },
      { table },
      { paragraph: '2025年度项目支出绩效目标表（单位：万元）' },
      { table },
    ])
    expect([found.year, found.places('years-differ')]).toEqual([
      2024,
      ['2025年度项目支出绩效目标表（单位：万元）'],
    ])
  })

  it.each([
    '2025－2027年项目支出绩效目标表',
    '2025-2027年度省级项目支出绩效目标表',
    '2025年至2027年项目支出绩效目标表',
  ])('%s: a span is no year; it is asked', (title) => {
    const found = read([{ paragraph: title }, { table }])
    expect([found.year, found.names]).toEqual([null, ['绿化']])
    expect(found.asked).toContain('year')
  })

  it.each([
    ['2024年部门决算公开', '2025年度项目支出绩效目标表', 2025],
    ['2024年度决算公开', '2023年度项目支出绩效目标表', 2023],
    ['2024年度部门决算公开', '项目支出绩效目标表', 2024],
  ])('%s, %s: the table’s own counts before that of a settlement', (document, title, year) => {
    expect(read([{ paragraph: document }, { paragraph: title }, { table }]).year).toBe(year)
  })
})
