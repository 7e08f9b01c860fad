import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const LEFT = '到期建成新园'
const OWN = '新增绿地。'
const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))

function read(table: readonly DrawnCell[][]) {
  const { draft, issues } = recogniseDocument(merged([TITLE, { table }]))
  const { projects } = draft.plan
  return {
    projects: projects.map(({ name, budget, goals, indicators }) => ({
      name,
      total: budget.total,
      goals,
      targets: indicators.map(({ target }) => target),
    })),
    listed: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
    everyListed: issues.flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

describe('a list of projects with a column of a longer term', () => {
  const levels = '一级指标|二级指标|三级指标'
  const rows = [
    ['产出指标|数量指标|绿地', '≥3公顷'],
    ['效益指标|社会效益指标|绿化率', '≥40%'],
  ] as const
  const orders: readonly (readonly [string, readonly string[]])[] = [
    '中期目标',
    '长期目标',
    '实施期目标',
  ].flatMap((longer) => [
    [`${longer} | 年度目标`, [longer, '年度目标']] as const,
    [`年度目标 | ${longer}`, ['年度目标', longer]] as const,
  ])
  const textUnder = (heading: string) => (heading === '年度目标' ? OWN : LEFT)
  const project = { name: '绿化', total: '25', goals: [OWN], targets: ['≥3公顷', '≥40%'] }

  it.each(orders)('%s: the year’s goal and all indicators are read', (_, goals) => {
    const found = read([
      cells(`项目名称|预算数|${goals.join('|')}|${levels}|指标值`),
      [...['绿化', '25', ...goals.map(textUnder)].map((text) => cell(text, 2)), ...cells(rows[0].join('|'))],
      cells(rows[1].join('|')),
    ])
    expect(found.projects).toEqual([project])
    expect(found.listed('longer-term-left')).toEqual([goals.find((text) => text !== '年度目标'), LEFT])
  })

  it.each(orders)('%s with 指标值 of both terms, printed in every row', (_, goals) => {
    const line = rows.map(([names, target]) =>
      cells(`绿化|25|${goals.map(textUnder).join('|')}|${names}|≥777|${target}`),
    )
    const found = read([cells(`项目名称|预算数|${goals.join('|')}|${levels}|中期指标值|年度指标值`), ...line])
    expect(found.projects).toEqual([project])
    expect(found.listed('longer-term-left')).toEqual(expect.arrayContaining([LEFT, '中期指标值', '≥777']))
  })

  it('below one heading over both goals', () => {
    const found = read([
      [
        cell('项目名称', 2),
        cell('预算数', 2),
        cell('绩效目标', 1, 2),
        ...[...levels.split('|'), '指标值'].map((text) => cell(text, 2)),
      ],
      cells('中期目标|年度目标'),
      ...rows.map((row) => cells(`绿化|25|${LEFT}|${OWN}|${row.join('|')}`)),
    ])
    expect(found.projects).toEqual([project])
    expect(found.listed('longer-term-left')).toContain(LEFT)
  })

  it('takes no amount of the longer term for the budget', () => {
    const found = read([
      cells(`项目名称|项目期预算数|年度预算数|年度目标|${levels}|指标值`),
      ...rows.map((row) => cells(`绿化|777|25|${OWN}|${row.join('|')}`)),
    ])
    expect(found.projects).toEqual([project])
    expect(found.listed('longer-term-left')).toContain('777')
  })
})

describe('projects in columns', () => {
  const names = cells('项目名称|绿化|造林')

  it('have each its own budget and goal, said', () => {
    const found = read([names, cells('预算数|25|777'), cells(`绩效目标|${OWN}|${LEFT}`)])
    expect(found.projects).toEqual([
      { name: '绿化', total: '25', goals: [OWN], targets: [] },
      { name: '造林', total: '777', goals: [LEFT], targets: [] },
    ])
    expect(found.listed('projects-in-columns')).toEqual(['造林'])
  })

  it('take none where their own is blank, nor in a further row', () => {
    const found = read([
      names,
      cells('预算数||777'),
      [cell('绩效目标', 2), ...cells(`|${LEFT}`)],
      cells('|再建一处'),
    ])
    expect(found.projects).toEqual([
      { name: '绿化', total: null, goals: [], targets: [] },
      { name: '造林', total: '777', goals: [LEFT, '再建一处'], targets: [] },
    ])
  })

  it('still read the goal of one project whose name has a remark beside it', () => {
    const found = read([cells('项目名称|绿化|延续'), cells('预算数|25|'), cells(`绩效目标|年度目标|${OWN}`)])
    expect(found.projects).toEqual([{ name: '绿化', total: '25', goals: [OWN], targets: [] }])
    expect(found.everyListed).toContain('延续')
  })
})

describe('sub-headings of goals are never goals', () => {
  const head = [
    [cell('项目名称'), cell('绿化', 1, 3)],
    [cell('预算数'), cell('25', 1, 3)],
  ]
  const levels = [cells('一级指标|二级指标|三级指标|指标值'), cells('产出指标|数量指标|绿地|≥3公顷')]
  const goalsOf = (rows: readonly DrawnCell[][]) => {
    const found = read([...head, ...rows, ...levels])
    expect(found.projects.map(({ targets }) => targets)).toEqual([['≥3公顷']])
    return { goals: found.projects.flatMap(({ goals }) => goals), left: found.listed('goal-left') }
  }

  it.each(['上半年目标', '第一季度目标', '阶段性目标'])(
    '%s | 全年目标, in either order, above texts',
    (part) => {
      const two = (parts: readonly string[]) => [
        [cell('年度绩效目标', 2), cell(parts[0] ?? ''), cell(parts[1] ?? '', 1, 2)],
        parts[0] === part ? [cell(LEFT), cell(OWN, 1, 2)] : [cell(OWN), cell(LEFT, 1, 2)],
      ]
      for (const parts of [
        [part, '全年目标'],
        ['全年目标', part],
      ])
        expect(goalsOf(two(parts))).toEqual({ goals: [OWN], left: [part, LEFT] })
    },
  )

  it.each([
    [
      ['上半年目标', LEFT],
      ['全年目标', OWN],
    ],
    [
      ['全年目标', OWN],
      ['上半年目标', LEFT],
    ],
  ])('%s above %s, as labels of rows', (first, second) => {
    const rows = [first, second].map(([label = '', text = ''], index) => [
      ...(index === 0 ? [cell('年度绩效目标', 2)] : []),
      cell(label),
      cell(text, 1, 2),
    ])
    expect(goalsOf(rows)).toEqual({ goals: [OWN], left: ['上半年目标', LEFT] })
  })

  it.each([
    ['目标1', '目标2', '目标3'],
    ['目标一：', '目标二：', '目标三：'],
    ['绩效目标①', '绩效目标②', '绩效目标③'],
  ])('%s, %s, %s as labels of rows', (...labels) => {
    const rows = labels.map((label, index) => [
      ...(index === 0 ? [cell('年度绩效目标', 3)] : []),
      ...cells(`${label}||第${index + 1}处。`),
    ])
    expect(goalsOf(rows)).toEqual({ goals: ['第1处。', '第2处。', '第3处。'], left: [] })
  })
})

describe('goals of two terms above indicators printed on both sides', () => {
  it.each([
    ['三年完成改厕2000户。', '本年完成改厕650户。'],
    ['三年完成改厕2000户', '本年完成改厕650户'],
    ['2000户', '650户'],
  ])('%s | %s: the year’s goal is read', (longer, annual) => {
    for (const heading of ['实施期目标', '实施期目标（2024年—2026年）', '中期目标']) {
      const found = read([
        [cell('项目名称'), cell('改厕', 1, 6)],
        [cell('预算数'), cell('52', 1, 6)],
        [cell('总体目标', 2), cell(heading, 1, 2), cell('年度目标', 1, 4)],
        [cell(longer, 1, 2), cell(annual, 1, 4)],
        cells('一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值'),
        [cell('产出指标', 2), ...cells('数量指标|户数|2000户|数量指标|户数|650户')],
        cells('质量指标|合格率|100%|质量指标|合格率|≥98%'),
      ])
      expect(found.projects).toEqual([
        { name: '改厕', total: '52', goals: [annual], targets: ['650户', '≥98%'] },
      ])
      expect(found.listed('longer-term-left')).toEqual(expect.arrayContaining([heading, longer]))
      expect(found.everyListed).toContain('100%')
    }
  })
})
