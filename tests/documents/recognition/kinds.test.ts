import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { yuanInWords } from '@/documents/recognition/money/yuanInWords'
import { numberedItems } from '@/documents/recognition/indicators/numberedItems'
import { cell, type DrawnCell, type DrawnDocument, dumped, merged, tabbed } from './drawn'
import { documentOf } from './published'

const LEVELS = ['一级指标', '二级指标', '三级指标', '指标值']
const ROADS = [
  ['产出指标', '数量指标', '道路里程', '≥20公里'],
  ['效益指标', '社会效益指标', '受益人数', '≥5000人'],
]
const LESSONS = [
  ['产出指标', '数量指标', '培训场次', '≥8场'],
  ['满意度指标', '服务对象满意度指标', '学员满意度', '≥95%'],
  ['产出指标', '时效指标', '完成时间', '11月底前'],
]
const YEAR = { paragraph: '某县示例局2024年部门预算公开' }
const WAN = { paragraph: '单位：万元' }
const cells = (texts: readonly string[]): DrawnCell[] => texts.map((text) => cell(text))

interface Form {
  readonly label?: string
  readonly head?: readonly string[]
  readonly extra?: readonly DrawnCell[][]
}

function form(
  name: string,
  amount: string,
  rows: readonly (readonly string[])[],
  { label = '预算数', head = LEVELS, extra = [] }: Form = {},
): DrawnCell[][] {
  const rest = head.length - 1
  return [
    [cell('项目名称'), cell(name, 1, rest)],
    [cell(label), cell(amount, 1, rest)],
    ...extra,
    [cell('年度目标'), cell(`办好${name}`, 1, rest)],
    cells(head),
    ...rows.map(cells),
  ]
}

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  const { projects } = draft.plan
  return {
    names: projects.map(({ name }) => name),
    totals: projects.map(({ budget }) => budget.total),
    goals: projects.map(({ goals }) => goals),
    rows: projects.map(({ indicators }) =>
      indicators.map(({ level1, level2, level3, target }) => [level1, level2, level3, target]),
    ),
    kinds: issues.map(({ kind }) => kind).filter((kind) => kind !== 'not-stated'),
    issues,
  }
}

describe('a unit said once above several tables', () => {
  const first = { table: form('道路', '1205000', ROADS) }
  const second = { table: form('培训', '98000', LESSONS) }

  it('holds for those that follow, which is said with every amount', () => {
    const { totals, issues } = read([YEAR, { paragraph: '单位：元' }, first, { paragraph: '二' }, second])
    expect(totals).toEqual(['120.5', '9.8'])
    const said = issues.filter(({ kind }) => kind === 'unit-carried')
    expect(said.map(({ from, more }) => [from?.text, more?.map(({ text }) => text)])).toEqual([
      ['单位：元', ['98000']],
    ])
  })

  it('ends where another is said', () => {
    const blocks = [YEAR, { paragraph: '单位：元' }, first, WAN, { table: form('培训', '9.8', LESSONS) }]
    expect(read(blocks).totals).toEqual(['120.5', '9.8'])
    expect(read(blocks).kinds).not.toContain('unit-carried')
  })

  it('does not reach into another part of the document: that table is asked about', () => {
    const income = { table: [cells(['收入', '金额']), cells(['财政拨款', '100'])] }
    const blocks = [YEAR, { paragraph: '单位：元' }, income, { paragraph: '五、绩效目标' }]
    const { totals, kinds } = read([...blocks, { table: form('培训', '9.8', LESSONS) }])
    expect([totals, kinds.includes('unit-not-stated')]).toEqual([['9.8'], true])
  })

  it('is doubted where a table has none and others count in another', () => {
    const own: DrawnCell[][] = [[cell('单位：元', 1, 4)], ...form('道路', '1205000', ROADS)]
    const { totals, kinds } = read([YEAR, { table: own }, { paragraph: '二' }, second])
    expect([totals, kinds.includes('unit-doubtful')]).toEqual([['120.5', '98000'], true])
  })

  it.each([
    ['120.5', 'unit-not-stated'],
    ['1205000', 'unit-doubtful'],
  ])('is said to be missing, %s', (amount, kind) => {
    expect(read([YEAR, { table: form('道路', amount, ROADS) }]).kinds).toContain(kind)
  })

  it.each([
    ['元', '9.8'],
    ['万元', '1205000'],
  ])('is doubted where the amount is not to be believed, %s %s', (unit, amount) => {
    const { kinds } = read([YEAR, { paragraph: `单位：${unit}` }, { table: form('道路', amount, ROADS) }])
    expect(kinds).toContain('amount-implausible')
  })
})

describe('several indicators in one cell', () => {
  it.each([
    ['1.里程\n2.桥梁', '1.≥20公里\n2.≥3座'],
    ['1、里程 2、桥梁', '1、≥20公里 2、≥3座'],
    ['①里程；②桥梁', '①≥20公里；②≥3座'],
    ['（1）里程；（2）桥梁。', '（1）≥20公里；（2）≥3座。'],
    ['1.里程\n2.桥梁', '≥20公里\n≥3座'],
    ['里程\n桥梁', '≥20公里\n≥3座'],
    ['1.里程\n2.桥梁', '1.≥20公里\n2.≥3座'],
  ])('%j with %j become as many, which is said', (name, target) => {
    const { rows, kinds } = read([
      YEAR,
      WAN,
      { table: form('道路', '1', [['产出指标', '数量指标', name, target]]) },
    ])
    expect(rows).toEqual([
      [
        ['产出指标', '数量指标', '里程', '≥20公里'],
        ['产出指标', '数量指标', '桥梁', '≥3座'],
      ],
    ])
    expect(kinds).toEqual(['cell-split'])
  })

  it('are as many where a figure stands straight behind its number', () => {
    const row = ['产出指标', '数量指标', '1.里程\n2.桥梁', '1.89公里\n2.3座']
    const { rows } = read([YEAR, WAN, { table: form('道路', '1', [row]) }])
    expect(rows[0]?.map(([, , , target]) => target)).toEqual(['89公里', '3座'])
  })

  it.each([
    ['1.里程 2.桥梁', '≥20'],
    ['里程', '≥20公里\n≥3座'],
    ['1.里程 2.桥梁 3.路灯', '1.≥20 2.≥3'],
  ])('%j with %j stay one and are asked about', (name, target) => {
    const { rows, kinds } = read([
      YEAR,
      WAN,
      { table: form('道路', '1', [['产出指标', '数量指标', name, target]]) },
    ])
    expect([rows[0]?.length, kinds]).toEqual([1, ['several-in-one-cell']])
  })

  it('are told by their numbers, from 1 on', () => {
    expect(
      ['1.5万元 2.0万元', '2.甲 3.乙', '1.甲', '医疗保险参保率；医疗救助水平', '1.甲 1.乙'].map(
        numberedItems,
      ),
    ).toEqual([null, null, null, null, null])
  })
})

describe('two projects beside each other', () => {
  const [left, right] = [form('道路', '120.5', ROADS), form('培训', '9.8', LESSONS)]
  const rows = right.map((row, index) => [...(left[index] ?? cells(['', '', '', ''])), ...row])
  it('are two, the left one first', () => {
    const found = read([YEAR, WAN, { table: rows }])
    expect(found.names).toEqual(['道路', '培训'])
    expect(found.totals).toEqual(['120.5', '9.8'])
    expect(found.goals).toEqual([['办好道路'], ['办好培训']])
    expect(found.rows).toEqual([ROADS, LESSONS])
    expect(found.kinds).toContain('tables-beside')
  })
})

describe('columns of two years', () => {
  it.each([
    [['2023年指标值', '2024年指标值'], 1],
    [['2024年指标值', '2025年指标值'], 0],
    [['上年指标值', '本年指标值'], 1],
  ])('%j: the plan’s year counts', (heads, at) => {
    const head = [...LEVELS.slice(0, 3), ...heads]
    const rows = ROADS.map(([one = '', two = '', three = '', target = '']) =>
      at === 1 ? [one, two, three, '≥7777个', target] : [one, two, three, target, '≥7777个'],
    )
    const found = read([YEAR, WAN, { table: form('道路', '120.5', rows, { head }) }])
    expect(found.rows).toEqual([ROADS])
    const named = found.issues.filter(({ more = [] }) => more.some(({ text }) => text === '≥7777个'))
    expect(named).toHaveLength(1)
  })

  it('below one heading merged over both', () => {
    const [name = [], amount = [], goal = []] = form('道路', '120.5', [], { head: [...LEVELS, ''] })
    const top = [...LEVELS.slice(0, 3).map((text) => cell(text, 2)), cell('指标值', 1, 2)]
    const rows = ROADS.map(([one = '', two = '', three = '', target = '']) =>
      cells([one, two, three, '≥7777个', target]),
    )
    const found = read([
      YEAR,
      WAN,
      { table: [name, amount, goal, top, cells(['2023年', '2024年']), ...rows] },
    ])
    expect([found.rows, found.kinds]).toEqual([[ROADS], ['other-year-left']])
  })

  it('of amounts: 上年预算数 is named, 本年预算数 is the budget', () => {
    const row = [cell('上年预算数'), cell('88'), cell('本年预算数'), cell('120.5')]
    const [name = [], , ...rest] = form('道路', '', ROADS)
    const found = read([YEAR, WAN, { table: [name, row, ...rest] }])
    expect([found.totals, found.kinds]).toEqual([['120.5'], ['label-left']])
  })
})

describe('labels', () => {
  it.each(['年度金额', '金额（万元）', '资金（万元）', '批复金额', '项目金额', '本年预算数', '预算安排'])(
    '%s is the amount',
    (label) => {
      expect(read([YEAR, WAN, { table: form('道路', '120.5', ROADS, { label }) }]).totals).toEqual(['120.5'])
    },
  )

  it('指标类别 is the 一级指标', () => {
    const head = ['指标类别', '二级指标', '三级指标', '指标值']
    expect(read([YEAR, WAN, { table: form('道路', '1', ROADS, { head }) }]).rows).toEqual([ROADS])
  })

  it('指标符号, 指标值 and 单位（文字描述） are one 指标值', () => {
    const head = ['一级指标', '二级指标', '三级指标', '指标符号', '指标值', '单位（文字描述）']
    const rows = [
      ['产出指标', '数量指标', '道路里程', '≥', '20', '公里'],
      ['效益指标', '可持续影响指标', '长效机制', '', '', '建立健全'],
    ]
    const found = read([YEAR, WAN, { table: form('道路', '1', rows, { head }) }])
    expect(found.rows[0]?.map(([, , , target]) => target)).toEqual(['≥20公里', '建立健全'])
    expect(found.kinds).toEqual([])
  })
})

describe('indicators without headings', () => {
  it('are read in the customary order, which is said', () => {
    const table = form('道路', '1', ROADS).filter((row) => row[0]?.lines[0] !== '一级指标')
    const found = read([YEAR, WAN, { table }])
    expect([found.rows, found.kinds]).toEqual([[ROADS], ['headings-missing']])
  })
})

describe('a table that goes on', () => {
  const [head, tail] = [form('道路', '1', ROADS), LESSONS.map(cells)]
  it.each<[string, DrawnDocument]>([
    ['（续） in its title', [{ paragraph: '道路绩效目标表（续）' }, { table: [cells(LEVELS), ...tail] }]],
    [
      '（续表）, its name printed again',
      [
        { paragraph: '（续表）' },
        { table: [[cell('项目名称'), cell('道路', 1, 3)], cells(LEVELS), ...tail] },
      ],
    ],
    ['续表 in a row', [{ table: [[cell('续表', 1, 4)], cells(LEVELS), ...tail] }]],
  ])('%s, is one project', (_, rest) => {
    const found = read([YEAR, { paragraph: '道路绩效目标表' }, WAN, { table: head }, ...rest])
    expect(found.names).toEqual(['道路'])
    expect(found.rows).toEqual([[...ROADS, ...LESSONS]])
    expect(found.kinds).toEqual(['continued'])
  })
})

describe('amounts', () => {
  it.each([
    ['¥120.5', '120.5'],
    ['￥1,205.50', '1,205.50'],
    ['120.5万元（大写：壹佰贰拾万伍仟元整）', '120.5'],
    ['人民币1,205,000元整', '120.5'],
  ])('%s', (printed, total) => {
    expect(read([YEAR, WAN, { table: form('道路', printed, ROADS) }]).totals).toEqual([total])
  })

  it.each(['120.5万元（大写：壹佰贰拾万元整）', '约120', '120-130'])(
    '%s is no amount, and said',
    (printed) => {
      const { totals, kinds } = read([YEAR, WAN, { table: form('道路', printed, ROADS) }])
      expect([totals, kinds]).toEqual([[printed], ['not-an-amount']])
    },
  )

  it.each([
    ['壹佰贰拾万伍仟元整', '1205000'],
    ['叁仟零伍元陆角', '3005.6'],
    ['贰亿零壹万元', '200010000'],
    ['拾万元正', '100000'],
    ['伍元零捌分', '5.08'],
  ])('%s is %s 元', (words, yuan) => expect(yuanInWords(words)?.toFixed()).toBe(yuan))
})

describe('a document of very many unread lines', () => {
  it('lists them in one', () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => ({ paragraph: `说明${index}的文字。` }))
    const { issues } = read([YEAR, WAN, { table: form('道路', '1', ROADS) }, ...lines])
    expect(issues.length).toBeLessThan(20)
  })
})

describe('the same in text', () => {
  it.each([tabbed, dumped])('%o', (write) => {
    const blocks = [YEAR, { paragraph: '单位：元' }, { table: form('道路', '1205000', ROADS) }]
    const { draft } = recogniseDocument(documentOf(write(blocks)))
    expect(draft.plan.projects.map(({ budget }) => budget.total)).toEqual(['120.5'])
  })
})

describe('layouts of other provinces', () => {
  const below = (labels: readonly string[], values: readonly string[]) => [
    [cell('项目名称'), cell('会议保障', 1, 3)],
    cells(labels),
    cells(values),
    [cell('年度目标'), cell('办好会议', 1, 3)],
    cells(LEVELS),
    ...ROADS.map(cells),
  ]

  it.each<[string, string[], string[], [string | null, string | null, string | null]]>([
    [
      'the sum last',
      ['预算金额（万元）', '其中：财政拨款', '其他资金', '合计'],
      ['', '8', '2', '10'],
      ['10', '8', '2'],
    ],
    [
      'the total first',
      ['预算总额（万元）', '财政拨款', '其他资金', '备注'],
      ['10', '8', '2', ''],
      ['10', '8', '2'],
    ],
    [
      '元',
      ['预算总额（元）', '财政拨款（元）', '其他资金', ''],
      ['100000', '80000', '', ''],
      ['10', '8', null],
    ],
  ])('amounts below their labels: %s', (_, labels, values, [total, fiscal, other]) => {
    const { draft } = recogniseDocument(merged([YEAR, WAN, { table: below(labels, values) }]))
    expect(draft.plan.projects[0]?.budget).toEqual({ total, fiscal, other })
  })

  it('a column beside them that no plan takes is named', () => {
    const { totals, issues } = read([
      YEAR,
      { table: below(['预算总额（万元）', '上级资金', '财政拨款', ''], ['10', '6', '4', '']) },
    ])
    expect(totals).toEqual(['10'])
    expect(issues.find(({ kind }) => kind === 'column-left')?.more?.map(({ text }) => text)).toEqual(['6'])
  })

  it('one column 项目资金 of a list is the budget, in the unit that the title says', () => {
    const head = ['项目名称', '项目资金', '年度目标', ...LEVELS]
    const { names, totals, kinds } = read([
      YEAR,
      { paragraph: '2024年项目绩效目标汇总表（单位：元）' },
      { table: [cells(head), cells(['修路', '864000', '修好路', ...(ROADS[0] ?? [])])] },
    ])
    expect([names, totals, kinds]).toEqual([['修路'], ['86.4'], ['converted-from-yuan']])
  })

  it('the columns of indicators may stand in any order', () => {
    const head = ['序号', '指标值', '三级指标', '二级指标', '一级指标']
    const rows = ROADS.map((row, at) => [String(at + 1), ...[...row].reverse()])
    expect(read([YEAR, WAN, { table: form('修路', '80', rows, { head }) }]).rows).toEqual([ROADS])
  })

  it('one heading 指标值 over a sign, a value and a unit', () => {
    const table = [
      [cell('项目名称'), cell('机房运维', 1, 5)],
      [cell('预算数'), cell('80', 1, 5)],
      [cell('年度目标'), cell('运维', 1, 5)],
      [cell('一级指标'), cell('二级指标'), cell('三级指标'), cell('指标值', 1, 3)],
      cells(['产出指标', '质量指标', '可用率', '≥', '99.9', '%']),
      cells(['产出指标', '时效指标', '响应时间', '≤', '30', '分钟']),
    ]
    const { rows, kinds } = read([YEAR, WAN, { table }])
    expect(rows[0]?.map(([, , name, target]) => [name, target])).toEqual([
      ['可用率', '≥99.9%'],
      ['响应时间', '≤30分钟'],
    ])
    expect(kinds).toEqual([])
  })

  it.each([
    ['人民币壹佰贰拾万元整（1,200,000.00元）', '120'],
    ['大写：捌拾万元整（小写：¥800000）', '80'],
    ['壹佰贰拾万元整（1,300,000元）', '壹佰贰拾万元整（1,300,000元）'],
  ])('an amount in words before its figures must come to the same: %s', (amount, total) => {
    expect(read([YEAR, { table: form('养老服务', amount, ROADS) }]).totals).toEqual([total])
  })
})
