import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const TITLE = [{ paragraph: '2025年度项目支出绩效目标表' }, { paragraph: '单位：万元' }]
function read(...lines: readonly string[]) {
  const { draft, issues } = recogniseDocument(merged([...TITLE, { table: lines.map(row) }]))
  return {
    department: draft.plan.department.name,
    projects: draft.plan.projects.map(({ name, budget, goals, indicators }) => [
      [name, budget.total, budget.fiscal, ...goals].map((text) => text ?? '').join(' '),
      ...indicators.map((one) =>
        [one.level1, one.level2, one.level3, one.target].map((text) => text ?? '').join('|'),
      ),
    ]),
    ...said(issues),
  }
}

describe('projects in columns', () => {
  it('are all read below common headings', () => {
    const found = read(
      '项目名称→3|加固|除险|改造',
      '预算数→3|300|150.25|80',
      '其中：财政拨款→3|280|150|',
      '绩效目标→3|固|险|改',
      '一级指标|二级指标|三级指标|指标值→3',
      '产出指标↓2|数量指标|完成数量|≥12公里|≥3座|',
      '质量指标|合格率|100%|≥98%|≥95%',
    )
    expect(found.projects).toEqual([
      ['加固 300 280 固', '产出指标|数量指标|完成数量|≥12公里', '产出指标|质量指标|合格率|100%'],
      ['除险 150.25 150 险', '产出指标|数量指标|完成数量|≥3座', '产出指标|质量指标|合格率|≥98%'],
      ['改造 80  改', '产出指标|数量指标|完成数量|', '产出指标|质量指标|合格率|≥95%'],
    ])
    expect(found.named('projects-in-columns')).toEqual(['除险', '改造'])
    expect(found.kinds).not.toContain('unit-carried')
  })

  it('have name and value in one cell beside a level, their department over all, sums behind them left out', () => {
    const found = read(
      '主管部门|323002某县水利局→2|',
      '项目名称|加固|除险|合计',
      '预算数|300|150.25|450.25',
      '绩效目标|固|险|',
      '产出指标→3|',
      '数量指标|堤防≥12公里|水库≥3座|',
      '满意度指标|群众≥90%|群众≥92%|',
    )
    expect(found.department).toBe('某县水利局')
    expect(found.projects).toEqual([
      ['加固 300  固', '产出指标|数量指标|堤防|≥12公里', '产出指标|满意度指标|群众|≥90%'],
      ['除险 150.25  险', '产出指标|数量指标|水库|≥3座', '产出指标|满意度指标|群众|≥92%'],
    ])
    expect(found.named('cell-not-understood')).toEqual(['合计', '450.25'])
  })

  it('have no budget where one amount stands over them all, and it is named', () => {
    const found = read('项目名称|加固|除险', '预算数|450→2', '绩效目标|固|险')
    expect(found.projects).toEqual([['加固   固'], ['除险   险']])
    expect(found.named('cell-not-understood')).toEqual(['450'])
  })

  it('are not parted where more stand beside each other than any table prints', () => {
    const many = (text: string) => Array.from({ length: 3000 }, (_, at) => `${text}${at + 1}`).join('|')
    const found = read(`项目名称|${many('甲')}`, `预算数|${many('')}`, `绩效目标|${many('固')}`)
    expect(found.projects).toHaveLength(1)
    expect(found.kinds).not.toContain('projects-in-columns')
  })
})
