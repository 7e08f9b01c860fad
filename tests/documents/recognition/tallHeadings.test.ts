import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const TITLE = { paragraph: '2023年度项目支出绩效目标表（单位：万元）' }

function money(...rows: string[]) {
  const table = [
    '项目名称|甲项目→5',
    ...rows,
    '绩效目标|做好甲→5',
    '一级指标|二级指标|三级指标→3|指标值',
    '产出指标|数量指标|甲数量→3|≥30套',
  ]
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: table.map(row) }]))
  const [project] = draft.plan.projects
  return {
    budget: project && [project.budget.total, project.budget.fiscal, project.budget.other],
    goals: project?.goals,
    targets: project?.indicators.map(({ target }) => target),
    ...said(issues),
  }
}

describe('amounts of one project below headings of several rows', () => {
  it.each<[string, string[]]>([
    [
      'a part with its sum between the total and the other money',
      ['预算资金↓3|合计↓2|财政拨款→3|其他资金↓2', '小计|一般公共预算|政府性基金', '150|125|90|35|25'],
    ],
    [
      'the labels of the total in words',
      ['年度预算↓3|资金总额↓2|财政资金→3|自筹资金↓2', '小计|本级|上级', '150|125|90|35|25'],
    ],
    [
      'the part before the total',
      ['项目资金↓3|财政拨款→3|其他资金↓2|合计↓2', '小计|一般公共预算|政府性基金', '125|90|35|25|150'],
    ],
    [
      'one heading over all',
      [
        '资金情况↓4|预算资金→5',
        '合计↓2|财政拨款→3|其他资金↓2',
        '小计|一般公共预算|政府性基金',
        '150|125|90|35|25',
      ],
    ],
    [
      'cells that were not merged down',
      ['预算资金↓3|合计|财政拨款→3|其他资金', '|小计|一般公共预算|政府性基金|', '150|125|90|35|25'],
    ],
    [
      'nor across',
      ['预算资金|合计|财政拨款|||其他资金', '||小计|一般公共预算拨款|政府性基金|', '|150|125|90|35|25'],
    ],
  ])('%s', (_, rows) => {
    const { budget, goals, targets, named, kinds } = money(...rows)
    expect(budget).toEqual(['150', '125', '25'])
    expect(goals).toEqual(['做好甲'])
    expect(targets).toEqual(['≥30套'])
    expect(kinds).toEqual(['column-left'])
    expect(named('column-left')).toEqual(expect.arrayContaining(['90', '35']))
  })

  it('a further source is named with its amount and is none of the plan’s', () => {
    const { budget, named } = money(
      '预算资金↓3|合计↓2|财政拨款→2|财政专户↓2|其他资金↓2',
      '小计|一般公共预算',
      '150|120|120|5|25',
    )
    expect(budget).toEqual(['150', '120', '25'])
    expect(named('column-left')).toEqual(expect.arrayContaining(['财政专户', '5']))
  })

  it('by the unit of the table', () => {
    const { budget } = money(
      '预算资金（元）↓3|总额↓2|财政资金→3|其他资金↓2',
      '小计|其中：上级→2',
      '1500000|1250000|90→2|250000',
    )
    expect(budget).toEqual(['150', '125', '25'])
  })

  it('parts without a sum leave the 财政资金 blank', () => {
    const { budget, named } = money(
      '预算资金↓3|合计↓2|财政拨款→3|其他资金↓2',
      '中央|省级|县级',
      '150|30|30|65|25',
    )
    expect(budget).toEqual(['150', null, '25'])
    expect(named('column-left')).toEqual(expect.arrayContaining(['30', '65']))
  })

  it('the sum of a part alone is no total', () => {
    const { budget } = money('预算资金↓3|财政拨款→5', '小计|一般公共预算|政府性基金→3', '125|90|35→3')
    expect(budget?.[0]).toBeNull()
  })
})
