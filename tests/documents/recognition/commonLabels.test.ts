import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const YEAR = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const split = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const pair = (label: string, value: string, across = 3): DrawnCell[] => [cell(label), cell(value, 1, across)]
const LEVELS = split('一级指标|二级指标|三级指标|指标值')
const ROW = split('产出指标|数量指标|清淤|≥12公里')

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  const { department, projects } = draft.plan
  return {
    department: department.name,
    projects: projects.map(({ name, code, budget: { total, fiscal, other }, goals }) => [
      name,
      code,
      [total, fiscal, other],
      goals,
    ]),
    rows: projects.flatMap(({ indicators }) =>
      indicators.map(({ level1, level2, level3, target }) =>
        [level1, level2, level3, target].map((text) => text ?? '').join('|'),
      ),
    ),
    left: issues.flatMap(({ kind, from, more = [] }) =>
      kind === 'not-stated' ? [] : [[kind, from?.text, ...more.map(({ text }) => text)].join(' ')],
    ),
  }
}

const WHOLE = [['清淤', null, ['55', '50', null], ['清淤12公里']]]

describe('labels that published forms print', () => {
  it.each([
    ['主管单位', '项目名称', '资金总额', '财政投入', '目标任务'],
    ['预算主管部门', '申报项目名称', '预算资金', '财政专项资金', '年度工作目标'],
    ['归口管理部门', '支出名称', '总投入', '财政补助资金', '预期绩效'],
    ['部门', '项目全称', '批复资金', '财政拨款数', '绩效目标任务'],
  ])('%s, %s, %s, %s, %s', (department, name, total, fiscal, goals) => {
    const table = [
      pair(name, '清淤'),
      pair(department, '示例水务局'),
      split(`${total}|55|其中：${fiscal}|50`),
      pair(goals, '清淤12公里'),
      LEVELS,
      ROW,
    ]
    const found = read([YEAR, { table }])
    expect([found.department, found.projects, found.left]).toEqual(['示例水务局', WHOLE, []])
  })

  it('填报单位 is the department where no 主管部门 stands, and is named as left out beside one', () => {
    const rest = [split('预算数|55|其中：财政拨款|50'), pair('绩效目标', '清淤12公里'), LEVELS, ROW]
    const own = read([YEAR, { table: [pair('项目名称', '清淤'), pair('填报单位', '示例河道所'), ...rest] }])
    const both = read([
      YEAR,
      { table: [pair('项目名称', '清淤'), split('填报单位|示例河道所|主管部门|示例水务局'), ...rest] },
    ])
    expect([own.department, own.left]).toEqual(['示例河道所', []])
    expect([both.department, both.left]).toEqual(['示例水务局', ['label-left 填报单位 示例河道所']])
  })

  it('what was asked for is no budget beside what was granted', () => {
    const table = [
      pair('项目名称', '清淤'),
      split('申请金额|45|批复金额|40'),
      pair('绩效目标', '清淤12公里'),
      LEVELS,
      ROW,
    ]
    const found = read([YEAR, { table }])
    expect([found.projects[0]?.[2], found.left]).toEqual([['40', null, null], ['label-left 申请金额 45']])
  })

  it('a total that may be of many years is none', () => {
    const table = [
      pair('项目名称', '清淤'),
      split('总投资|300|项目总投入|200'),
      pair('绩效目标', '清淤12公里'),
      LEVELS,
      ROW,
    ]
    const found = read([YEAR, { table }])
    expect(found.projects[0]?.[2]).toEqual([null, null, null])
    expect(found.left).toEqual(['label-left 总投资 300', 'label-left 项目总投入 200'])
  })
})

describe('a label and its value in one cell', () => {
  const rest = [LEVELS, ROW]
  it.each<[string, DrawnCell[][]]>([
    [
      'each in a row of its own',
      [
        [cell('填报单位：示例水务局', 1, 4)],
        [cell('项目名称：清淤', 1, 4)],
        split('预算数：55|其中：财政拨款|50|'),
        [cell('绩效目标：清淤12公里', 1, 4)],
      ],
    ],
    [
      'several in one cell',
      [
        [cell('填报单位：示例水务局    金额单位：万元', 1, 4)],
        [cell('项目名称：清淤', 1, 2), cell('备注', 1, 2)],
        split('预算数|55|其中：财政拨款|50'),
        pair('绩效目标', '清淤12公里'),
      ],
    ],
    [
      'beside labels in cells of their own',
      [
        [cell('主管部门：示例水务局', 1, 2), cell('项目名称'), cell('清淤')],
        split('预算数|55|其中：财政拨款|50'),
        pair('绩效目标', '清淤12公里'),
      ],
    ],
  ])('%s', (_, head) => {
    const found = read([
      { paragraph: '2025年度项目支出绩效目标表（单位：万元）' },
      { table: [...head, ...rest] },
    ])
    expect([found.department, found.projects]).toEqual(['示例水务局', WHOLE])
    expect(found.left).toEqual([])
  })

  it('stays as printed beside a label', () => {
    const table = [
      pair('项目名称', '清淤'),
      split('预算数|55|其中：财政拨款|50'),
      pair('绩效目标', '总体目标：清淤12公里'),
      ...rest,
    ]
    expect(read([YEAR, { table }]).projects[0]?.[3]).toEqual(['总体目标：清淤12公里'])
  })

  it('in lines above a table that holds the indicators', () => {
    const found = read([
      YEAR,
      { paragraph: '项目名称：清淤' },
      { paragraph: '主管部门：示例水务局' },
      { paragraph: '绩效目标：清淤12公里' },
      { table: [split('预算数|55|其中：财政拨款|50'), ...rest] },
    ])
    expect([found.department, found.projects, found.left]).toEqual(['示例水务局', WHOLE, []])
  })
})

describe('columns of indicators that name their levels by what stands in them', () => {
  const head = [pair('项目名称', '清淤'), pair('绩效目标', '清淤12公里')]

  it.each<[string, string, string, string]>([
    ['指标类型', '指标类型|指标名称|目标值|备注', '产出指标|清淤|≥12公里|', '产出指标||清淤|≥12公里'],
    [
      'two levels in one',
      '指标类型|指标名称|目标值|备注',
      '产出指标—数量指标|清淤|≥12公里|',
      '产出指标|数量指标|清淤|≥12公里',
    ],
    ['any other heading', '绩效目标分解|指标名称|目标值|备注', '产出|清淤|≥12公里|', '产出||清淤|≥12公里'],
    [
      '一级指标 | 二级指标 | 指标内容',
      '一级指标|二级指标|指标内容|年度目标',
      '产出指标|数量指标|清淤|≥12公里',
      '产出指标|数量指标|清淤|≥12公里',
    ],
    [
      '计划完成值',
      '一级指标|二级指标|考核指标|计划完成值',
      '产出指标|数量指标|清淤|≥12公里',
      '产出指标|数量指标|清淤|≥12公里',
    ],
  ])('%s', (_, heading, row, expected) => {
    const found = read([YEAR, { table: [...head, split(heading), split(row)] }])
    expect([found.rows, found.left]).toEqual([[expected], []])
  })

  it('指标类型 that counts (定量) is no level', () => {
    const found = read([
      YEAR,
      { table: [...head, split('一级指标|指标类型|三级指标|指标值'), split('产出指标|定量|清淤|≥12公里')] },
    ])
    expect([found.rows, found.left]).toEqual([['产出指标||清淤|≥12公里'], ['column-left 指标类型 定量']])
  })

  it('what was done stands beside what is planned, one line each', () => {
    const heading = '三级指标|年度目标值|完成值|评分标准|备注'
    const table = [
      pair('项目名称', '清淤', 4),
      pair('绩效目标', '清淤12公里', 4),
      split(heading),
      split('清淤|≥12公里|11公里|按比例|甲'),
      split('水质|≥90%|95%|按比例|乙'),
    ]
    const found = read([YEAR, { table }])
    expect([found.rows, found.left]).toEqual([
      ['||清淤|≥12公里', '||水质|≥90%'],
      ['column-left 完成值 11公里 95%', 'column-left 评分标准 按比例 按比例', 'column-left 备注 甲 乙'],
    ])
  })

  it('项目 is the name in a list', () => {
    const table = [
      split('序号|主管部门|项目|预算资金|绩效目标|一级指标|三级指标|目标值'),
      split('1|示例水务局|清淤|55|清淤12公里|产出指标|清淤|≥12公里'),
      split('2|示例水务局|修渠|60|修渠3公里|产出指标|修渠|≥3公里'),
    ]
    expect(read([YEAR, { table }]).projects.map(([name, , budget]) => [name, budget])).toEqual([
      ['清淤', ['55', null, null]],
      ['修渠', ['60', null, null]],
    ])
  })
})
