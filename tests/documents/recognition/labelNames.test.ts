import { expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const BELOW = [
  '预算数|36|财政拨款|36',
  '绩效目标|做好甲→3',
  '一级指标|二级指标|三级指标|指标值',
  '产出指标|数量指标|甲数量|≥30套',
]

function read(title: string, ...rows: string[]) {
  const { draft, issues } = recogniseDocument(merged([{ paragraph: title }, { table: rows.map(row) }]))
  const projects = draft.plan.projects.map(({ name, code, budget, goals, indicators }) =>
    [name, code, budget.total, budget.fiscal, goals.join(), indicators.length].join('|'),
  )
  return { projects, places: issues.filter(({ kind }) => kind.startsWith('table-')), ...said(issues) }
}
const TITLE = '2023年度项目支出绩效目标表（单位：万元）'
const NAMES = ['财政专项资金', '其他资金', '上年结转', '单位资金', '本年安排', '备注', '年度总体目标', '合计']

it.each(NAMES)('a project called %s', (name) => {
  const { projects, kinds } = read(TITLE, `项目名称|${name}→3`, ...BELOW)
  expect([projects, kinds]).toEqual([[`${name}||36|36|做好甲|1`], []])
})

it.each(NAMES)('with its code beside it: %s', (name) => {
  const { projects, kinds } = read(TITLE, `项目名称|${name}|项目编码|A-0001`, ...BELOW)
  expect([projects, kinds]).toEqual([[`${name}|A-0001|36|36|做好甲|1`], []])
})

it('names over columns of other tables are no projects', () => {
  const list = ['项目名称|预算数', '甲项目|36', '乙项目|50']
  expect(read('2023年度项目支出绩效目标表', ...list).projects).toEqual([])
})

it('the table of a whole department is none of a project, and is named by what it holds', () => {
  const { places, projects } = read(
    '某县文旅局部门整体支出绩效目标申报表',
    '（2023年度）→4',
    '部门名称|某县文旅局→3',
    '年度主要任务|任务名称|主要内容|预算金额',
    '任务1|公共文化|500|480',
    '一级指标|二级指标|三级指标|指标值',
    '产出指标|数量指标|演出|≥100场',
  )
  expect(projects).toEqual([])
  expect(places.map(({ kind, from }) => [kind, from?.text])).toEqual([['table-left', '部门名称']])
})
