import { describe, expect, it } from 'vitest'
import { continuedName, isPageNumber } from '@/documents/recognition/continuation'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const split = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const LEVELS = split('一级指标|二级指标|三级指标|指标值')
const pair = (label: string, value: string): DrawnCell[] => [cell(label), cell(value, 1, 3)]
const project = (name: string): DrawnCell[][] => [
  pair('项目名称', name),
  pair('预算数', '66'),
  pair('绩效目标', '巡河'),
  LEVELS,
  split(`产出指标|数量指标|${name}次数|≥48次`),
]
const REST = [split('||里程|≥900公里'), split('效益指标|生态效益|水质|Ⅲ类以上')]

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  return {
    projects: draft.plan.projects.map(({ name, indicators }) => [
      name,
      ...indicators.map(({ level1, level3 }) => `${level1}|${level3}`),
    ]),
    kinds: issues.map(({ kind }) => kind).filter((kind) => kind !== 'not-stated'),
  }
}

const WHOLE = ['河长制', '产出指标|河长制次数', '产出指标|里程', '效益指标|水质']
const headed = (name: string): DrawnDocument[number] => ({
  table: [pair('项目名称', name), LEVELS, ...REST],
})

describe('a table that goes on belongs to the project before', () => {
  it.each<[string, DrawnDocument]>([
    ['（续上表）', [{ paragraph: '（续上表）' }, { table: [LEVELS, ...REST] }]],
    ['续前表', [{ paragraph: '续前表' }, { table: REST }]],
    ['承上页', [{ paragraph: '承上页' }, { table: REST }]],
    ['the name with the mark in a line', [{ paragraph: '河长制（续）' }, { table: [LEVELS, ...REST] }]],
    ['the name with the mark in the head', [headed('河长制（续）')]],
    [
      'under a title with the mark',
      [{ paragraph: '2025年度项目支出绩效目标表（续）' }, headed('河长制（续一）')],
    ],
    ['under the plain title again', [TITLE, headed('河长制（续）')]],
    ['under the plain title again, 续表 behind the name', [TITLE, headed('河长制 续表')]],
  ])('%s', (_, blocks) => {
    const found = read([TITLE, { table: project('河长制') }, ...blocks])
    expect([found.projects, found.kinds]).toEqual([[WHOLE], ['continued']])
  })

  it.each(['—2—', '- 2 -', '2', '第2页', '第 2 页 共 3 页', '2/3', '共3页，第2页'])(
    'behind the number of a page: %s',
    (page) => {
      for (const table of [REST, [LEVELS, ...REST]]) {
        const found = read([TITLE, { table: project('河长制') }, { paragraph: page }, { table }])
        expect([found.projects, found.kinds]).toEqual([[WHOLE], []])
      }
    },
  )

  it('and to the one it names where another came between', () => {
    const found = read([
      TITLE,
      { table: project('河长制') },
      TITLE,
      { table: project('湖长制') },
      TITLE,
      headed('河长制（续）'),
    ])
    expect(found.projects).toEqual([WHOLE, ['湖长制', '产出指标|湖长制次数']])
  })

  it('but not another whose name only begins alike', () => {
    const found = read([TITLE, { table: project('河长制') }, TITLE, { table: project('河长制宣传') }])
    expect(found.projects.map(([name]) => name)).toEqual(['河长制', '河长制宣传'])
  })

  it.each<[string, DrawnCell[][]]>([
    ['its first row has headings', [split('科目|收入|支出|合计'), split('基本支出|1|2|3')]],
    ['its first row begins no level', [split('张三|科长|1980年|大学'), split('李四|科员|1990年|大学')]],
    ['it is wider', [split('产出指标|甲|乙|丙|丁')]],
  ])('and not a table behind a page that is none: %s', (_, table) => {
    const found = read([TITLE, { table: project('河长制') }, { paragraph: '—2—' }, { table }])
    expect(found.projects).toEqual([['河长制', '产出指标|河长制次数']])
    expect(found.kinds).toContain('table-left')
  })

  it('in a list of projects', () => {
    const names = split('项目名称|预算数|绩效目标|一级指标|二级指标|三级指标|指标值')
    const row = (name: string, third: string) => split(`${name}|5|办好|产出指标|数量指标|${third}|≥1个`)
    const found = read([
      TITLE,
      { table: [names, row('路灯', '甲')] },
      { paragraph: '续表' },
      { table: [names, row('路灯（续）', '乙'), row('绿化', '丙')] },
    ])
    expect(found.projects.map(([name, ...rest]) => [name, rest.length])).toEqual([
      ['路灯', 2],
      ['绿化', 1],
    ])
  })
})

describe('what a line says of going on', () => {
  it.each<[string, string | null]>([
    ['续表', ''],
    ['（续上表）', ''],
    ['附：续表一', ''],
    ['河长制（续）', '河长制'],
    ['甲项目绩效目标表（续二）', '甲'],
    ['河长制', null],
    ['继续推进', null],
  ])('%s', (text, name) => {
    expect(continuedName(text)?.name ?? null).toBe(name)
  })

  it.each(['2.5', '2025年', '第2项', '二', '2、绿化', '—'])('%s is no page number', (text) => {
    expect(isPageNumber(text)).toBe(false)
  })
})
