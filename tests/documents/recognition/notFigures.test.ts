import { describe, expect, it } from 'vitest'
import { unitRefusal } from '@/documents/recognition/money/budgetUnit'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { planIssueText } from '@/format/published/planIssueText'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const split = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const pair = (label: string, value: string): DrawnCell[] => [cell(label), cell(value, 1, 3)]
const form = (amounts: string, name = '绿化', target = '≥3公顷'): DrawnCell[][] => [
  pair('项目名称', name),
  pair('主管部门', '示例园林局'),
  split(amounts),
  pair('绩效目标', '新增绿地'),
  split('一级指标|二级指标|三级指标|指标值'),
  split(`产出指标|数量指标|绿地|${target}`),
]
const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  return {
    projects: draft.plan.projects.map(({ name, budget }) => [name, budget.total, budget.fiscal]),
    targets: draft.plan.projects.flatMap(({ indicators }) => indicators.map(({ target }) => target)),
    said: issues.flatMap(({ kind, path, from }) =>
      kind === 'not-stated' && path?.includes('.budget.total') !== true
        ? []
        : [`${kind} ${path ?? ''} ${from?.text ?? ''}`.trim()],
    ),
  }
}

describe('a cell that says that there is no figure is neither 0 nor empty', () => {
  it.each(['—', '－', '/', '无', '--'])('%s as an amount: blank, and what stands there is said', (sign) => {
    const { projects, said } = read([TITLE, { table: form(`预算数|${sign}|其中：财政拨款|${sign}`) }])
    expect([projects, said]).toEqual([
      [['绿化', null, null]],
      [`no-figure projects[0].budget.total ${sign}`, `no-figure projects[0].budget.fiscal ${sign}`],
    ])
  })

  it.each<[string, string | null, string[]]>([
    ['', null, ['not-stated projects[0].budget.total']],
    ['0', '0', []],
  ])('“%s” is something else', (printed, total, said) => {
    const found = read([TITLE, { table: form(`预算数|${printed}|备注|`) }])
    expect([found.projects[0]?.[1], found.said]).toEqual([total, said])
  })

  it.each(['—', '/', '无'])('%s as a 指标值 stays as printed, and is said', (sign) => {
    const { targets, said } = read([TITLE, { table: form('预算数|66|备注|', '绿化', sign) }])
    expect([targets, said]).toEqual([[sign], [`target-says-nothing  ${sign}`]])
  })

  it('the fault of a plan file says what a document prints there', () => {
    const issue = {
      kind: 'blank-cell',
      severity: 'project',
      path: 'projects[0].budget.total',
      place: { owner: { kind: 'project', position: 1, name: '绿化' }, cell: 'budget.total' },
    } as const
    const what = (found: Parameters<typeof planIssueText>[0]['found']) =>
      planIssueText({ ...issue, found }, 'x.json').what
    expect([what({ type: 'text', text: '—' }), what({ type: 'blank' })]).toEqual([
      '写的是“—”，没有数',
      '这一格没有内容',
    ])
  })
})

describe('amounts under a unit that cannot be turned into 元 are not taken, and that is said', () => {
  const AMOUNTS = '预算数|66|其中：财政拨款|60'

  it.each([
    ['万美元', 'foreign-currency'],
    ['美元', 'foreign-currency'],
    ['亿日元', 'foreign-currency'],
    ['万港币', 'foreign-currency'],
    ['欧元', 'foreign-currency'],
    ['万泰铢', 'foreign-currency'],
    ['新台币万元', 'foreign-currency'],
    ['万', 'unit-unknown'],
    ['两', 'unit-unknown'],
    ['元/人', 'unit-unknown'],
    ['万吨', 'unit-unknown'],
  ])('单位：%s', (unit, kind) => {
    const title = { paragraph: '2025年度项目支出绩效目标表' }
    for (const blocks of [
      [title, { paragraph: `单位：${unit}` }, { table: form(AMOUNTS) }],
      [title, { paragraph: `（金额单位：${unit}）` }, { table: form(AMOUNTS) }],
      [title, { table: [[cell(`单位：${unit}`, 1, 4)], ...form(AMOUNTS)] }],
    ]) {
      const { projects, said } = read(blocks)
      expect(projects).toEqual([['绿化', null, null]])
      expect(said.filter((line) => !line.startsWith('not-stated'))).toEqual([
        `${kind} projects[0].budget.total 66`,
        `${kind} projects[0].budget.fiscal 60`,
      ])
    }
  })

  it('a unit beside the amount itself comes first', () => {
    const { projects } = read([
      { paragraph: '单位：万美元' },
      { table: form('预算数（万元）|66|其中：财政拨款（万元）|60') },
    ])
    expect(projects).toEqual([['绿化', '66', '60']])
  })

  it.each([
    '单位：示例县水务局',
    '单位：二所',
    '单位：万元',
    '单位：人民币万元',
    '单位：万元、%',
    '单位：人、万元',
  ])('%s is none such', (text) => {
    expect(unitRefusal(text)).toBeNull()
  })
})

describe('a project printed twice under one name and unit', () => {
  it('in two tables is two projects, and asked about', () => {
    const { projects, said } = read([
      TITLE,
      { table: form('预算数|66|备注|') },
      TITLE,
      { table: form('预算数|70|备注|') },
    ])
    expect([projects, said]).toEqual([
      [
        ['绿化', '66', null],
        ['绿化', '70', null],
      ],
      ['project-twice projects[1].name 绿化'],
    ])
  })

  it('in a list with another budget is two projects, and asked about; in another unit it is not', () => {
    const row = (unit: string, amount: string, third: string) =>
      split(`${unit}|办公费|${amount}|办好|产出指标|数量指标|${third}|≥1个`)
    const table = [
      split('单位|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值'),
      row('一所', '10', '甲'),
      row('二所', '10', '乙'),
      row('二所', '10', '丙'),
      row('二所', '12', '丁'),
    ]
    const { draft, issues } = recogniseDocument(merged([TITLE, { table }]))
    expect(draft.plan.projects.map(({ budget, indicators }) => [budget.total, indicators.length])).toEqual([
      ['10', 1],
      ['10', 2],
      ['12', 1],
    ])
    expect(issues.filter(({ kind }) => kind === 'project-twice').map(({ path }) => path)).toEqual([
      'projects[2].name',
    ])
  })
})
