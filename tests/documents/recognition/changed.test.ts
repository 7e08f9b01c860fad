import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const TITLE = { paragraph: '2023年度项目支出绩效目标调整表（单位：万元）' }
const CAPTIONS = '调整内容|调整前→2|调整后→2'
const MONEY = '年度预算|150→2|230→2'
const GOALS = '年度绩效目标|打井5眼→2|打井8眼→2'
const INDICATORS = [
  '一级指标|二级指标|三级指标|调整前指标值|调整后指标值',
  '产出指标|数量指标|打井眼数|5眼|8眼',
]

function read(...rows: string[]) {
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: rows.map(row) }]))
  const [project] = draft.plan.projects
  return {
    read: project && [project.budget.total, project.budget.fiscal, ...project.goals],
    targets: project?.indicators.map(({ target }) => target),
    ...said(issues),
  }
}

describe('a table of changes: what stood before is taken, what stands after is named', () => {
  it.each<[string, string[], string[]]>([
    ['below headings of columns', [CAPTIONS, MONEY, '其中：财政拨款|150→2|230→2', GOALS], INDICATORS],
    ['without a side label', ['|变更前→2|变更后→2', MONEY, '财政资金|150→2|230→2', GOALS], INDICATORS],
    [
      'in pairs of a row',
      ['预算数|150|财政拨款|150→2', '年度绩效目标|调整前|打井5眼|调整后|打井8眼'],
      INDICATORS,
    ],
    [
      'below sub-headings of the goals',
      ['预算数|150|财政拨款|150→2', '年度绩效目标↓2|调整前→2|调整后→2', '打井5眼→2|打井8眼→2'],
      INDICATORS,
    ],
    [
      'in rows of their own',
      ['预算数|150|财政拨款|150→2', '调整前绩效目标|打井5眼→4', '调整后绩效目标|打井8眼→4'],
      INDICATORS,
    ],
    [
      'with sub-headings of the 指标值',
      [CAPTIONS, MONEY, '财政资金|150→2|230→2', GOALS],
      ['一级指标↓2|二级指标↓2|三级指标↓2|指标值→2', '调整前|调整后', INDICATORS[1] ?? ''],
    ],
    [
      'with headings of the 指标值 below the captions of the table',
      [
        '调整内容|调整前→3|调整后',
        '年度预算|150→3|230',
        '财政资金|150→3|230',
        '年度绩效目标|打井5眼→3|打井8眼',
      ],
      ['一级指标|二级指标|三级指标|指标值|指标值', INDICATORS[1] ?? ''],
    ],
  ])('%s', (_, head, indicators) => {
    const found = read('项目名称|抗旱→4', ...head, ...indicators)
    expect(found.read).toEqual(['150', '150', '打井5眼'])
    expect(found.targets).toEqual(['5眼'])
    const named = ['changed-left', 'label-left', 'column-left'].flatMap((kind) => found.named(kind))
    expect(named).toEqual(expect.arrayContaining(['打井8眼', '8眼']))
    expect(found.kinds).not.toContain('cell-not-understood')
    expect(found.kinds).not.toContain('columns-beside')
  })

  it('a row of other columns below them stays whole', () => {
    const found = read(
      '项目名称|抗旱→4',
      CAPTIONS,
      '预算数|150|财政拨款|120→2',
      '绩效目标|打井5眼→4',
      ...INDICATORS,
    )
    expect(found.read).toEqual(['150', '120', '打井5眼'])
  })
})
