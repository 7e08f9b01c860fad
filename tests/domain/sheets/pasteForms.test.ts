import { describe, expect, it } from 'vitest'
import { acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { namedRows, parseHeading, rowNames, statedUnit } from '@/domain/sheets/pasteLabels'
import { coveredBy } from '@/domain/sheets/pasteLayout'
import type { MergedRegion, PastedBlock } from '@/domain/sheets/pastedBlock'
import { planPaste, withRivals, type PasteCell } from '@/domain/sheets/pastePlan'
import { applyPaste } from '@/domain/sheets/pasteStep'
import { gridOf, MEDICAL, MIXED, projectOf } from '../../fixtures/entryProjects'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { DECEMBER, JUNE, wan } from '../build'

const medical = gridOf(MEDICAL)

function block(rows: readonly (readonly string[])[], more: Partial<PastedBlock> = {}): PastedBlock {
  return { rows, merged: [], underlying: [], ...more }
}

function told({ row, column, outcome }: PasteCell): string {
  const place = `${row ?? '-'},${column ?? '-'}`
  if (outcome.kind === 'accepted' || outcome.kind === 'doubtful') {
    const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
    const text =
      value.kind === 'amount'
        ? value.amount.toFixed()
        : value.value.kind === 'text'
          ? value.value.text
          : value.value.band
    return `${place} ${text}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}?` : ''}`
  }
  return `${place} ${outcome.kind === 'refused' ? `${outcome.why.reason}!` : outcome.why}`
}

const plan = (
  rows: readonly (readonly string[])[],
  focus = { row: 0, column: 0 },
  more: Partial<PastedBlock> = {},
  grid = medical,
) => planPaste(block(rows, more), grid, focus, 'wan').cells.map(told)

describe('a heading', () => {
  it.each([
    ['截止到6月底', 6, null],
    ['截至到6月', 6, null],
    ['到6月底', 6, null],
    ['至6月', 6, null],
    ['1月-6月', 6, null],
    ['1~6月', 6, null],
    ['1到6月', 6, null],
    ['1月到10月', 10, null],
    ['2020年1-6月', 6, 2020],
    ['2020年6月', 6, 2020],
    ['截至2020年6月30日累计', 6, 2020],
    ['6月累计实际资金支出额', 6, null],
    ['6月完成率', 6, null],
    ['6月执行进度', 6, null],
    ['6月值', 6, null],
    ['6月情况', 6, null],
    ['十月', 10, null],
    ['十一月底', 11, null],
    ['一月', 1, null],
    ['2020.6.30', 6, 2020],
    ['2020-2-28', 2, 2020],
    ['2020-2-29', 2, 2020],
    ['4月30日', 4, null],
    ['9月30日', 9, null],
    ['11月30日', 11, null],
    ['1月31日', 1, null],
    ['12月31日', 12, null],
    ['第一季度', 3, null],
    ['二季度', 6, null],
    ['第二季度', 6, null],
    ['三季度', 9, null],
    ['第三季度', 9, null],
    ['四季度', 12, null],
    ['第四季度', 12, null],
    ['年末', 12, null],
    ['2021年全年', 12, 2021],
    ['6月底(单位:万元)', 6, null],
    ['6月底[元]', 6, null],
    ['6月底(百分比)', 6, null],
  ])('%s is month %s of %s', (text, month, year) => {
    expect(parseHeading(text)).toEqual({ kind: 'checkpoint', month, year })
  })

  it.each([
    '2020-2-30',
    '2020-2-27',
    '4月31日',
    '6月31日',
    '1月30日',
    '2020-13-31',
    '2020-0-31',
    '十三月',
    '6月底后',
    '约6月底',
    '6月底(人)',
    '6月底人数',
    '2-6月',
    '20年6月',
    '全年度',
    '前6月',
  ])('%s is none that is known', (text) => {
    expect(parseHeading(text)).toEqual({ kind: 'unknown' })
  })

  it.each([
    '编号',
    '一级指标',
    '二级指标',
    '指标',
    '指标描述',
    '指标内容',
    '指标解释',
    '绩效指标',
    '项目',
    '项目名称',
    '名称',
    '内容',
    '指标值',
    '目标值',
    '全年指标值',
    '年度目标值',
    '计量单位',
    '说明',
    '评价标准',
    '评分标准',
    '指标值确定依据',
    '依据',
    '指标值(万元)',
  ])('%s heads labels', (text) => {
    expect(parseHeading(text)).toEqual({ kind: 'label' })
  })

  it.each(['四级指标', '指标名', '项目名称表', '序号1', '我的备注'])('%s heads none', (text) => {
    expect(parseHeading(text).kind).toBe('unknown')
  })

  it('is blank where nothing is seen, and unknown past forty signs', () => {
    expect(parseHeading(' \u200B')).toEqual({ kind: 'blank' })
    expect(parseHeading('x'.repeat(41)).kind).toBe('unknown')
  })

  it.each([
    ['（元）', 'yuan'],
    ['支出[万元]', 'wan'],
    ['单位：元', 'yuan'],
    ['（单位：元）', 'yuan'],
    ['（单位元）', 'yuan'],
    ['支出（元）合计', null],
    ['单位：万元。', null],
    ['（千元）', 'thousand'],
    ['金额单位：百万元', 'million'],
    ['10月底（亿元）', 'hundred-million'],
    ['（美元）', null],
    ['元', null],
  ])('%s states %s', (text, unit) => {
    expect(statedUnit(text)).toBe(unit)
  })
})

describe('the name of a row', () => {
  const names = rowNames(medical)
  it.each([
    ['1.政策知晓率', [5]],
    ['12、政策知晓率', [5]],
    ['政策知晓率。', [5]],
    ['政策知晓率;:', [5]],
    ['政策知晓率（%）', [5]],
    ['123、政策知晓率', []],
    ['政策知晓率1', []],
    ['项目支出', [0]],
    ['预算执行数', [0]],
    ['预算执行', [0]],
    ['资金支出', [0]],
    ['年度资金支出', [0]],
    ['累计支出数', [0]],
    ['实际支出金额', [0]],
    ['全年支出合计', [0]],
    ['支出额', [0]],
    ['执行金额', [0]],
    ['支付金额', [0]],
    ['支付数', [0]],
    ['拨付金额', [0]],
    ['支出计划', []],
    ['支出率', []],
    ['三公支出', []],
    ['数量', []],
    ['数量指标', [1]],
  ])('%s: %j', (label, rows) => {
    expect(namedRows([label], names)).toEqual(rows)
  })

  it('weighs more than its 二级指标, and two names more than one', () => {
    expect(namedRows(['数量指标', '质量指标'], names)).toEqual([1, 2])
    expect(namedRows(['数量指标', '政策知晓率'], names)).toEqual([5])
    expect(
      namedRows(
        [
          '医疗保险参保率；医疗救助水平',
          '困难人口参保率；医疗救助后个人负担比例',
          '困难人口100%参保；报销比例',
        ],
        names,
      ),
    ).toEqual([2])
    expect(namedRows(['支出', '政策知晓率'], names)).toEqual([0, 5])
    expect(namedRows(['政策知晓率', '政策知晓率'], names)).toEqual([5])
  })

  it('is prose past four hundred signs, and then names nothing', () => {
    const long = '长'.repeat(400)
    const project = projectOf(2, '丙', 100_000, [
      ['产出指标', '数量指标', long, '', '≥1'],
      ['产出指标', '质量指标', `${long}长`, '', '≥1'],
    ])
    const own = rowNames(gridOf(project))
    expect(namedRows([long], own)).toEqual([1])
    expect(namedRows([`${long}长`], own)).toEqual([])
  })

  it('of spending is no name of an indicator', () => {
    const project = projectOf(2, '丙', 100_000, [['产出指标', '数量指标', '支出', '', '≥1']])
    expect(namedRows(['支出'], rowNames(gridOf(project)))).toEqual([0, 1])
  })
})

describe('the covered cells of merged regions', () => {
  const rows = [
    ['a', '', 'c'],
    ['', '', ''],
  ]
  const covered = (region: MergedRegion) =>
    [...coveredBy(block(rows, { merged: [region] }))].map(
      ([key, { row, column, text }]) => `${key}<${row}:${column} ${text}`,
    )

  it('are all but the first, with its text', () => {
    expect(covered({ row: 0, column: 0, rows: 2, columns: 2 })).toEqual([
      '0:1<0:0 a',
      '1:0<0:0 a',
      '1:1<0:0 a',
    ])
  })

  it('end with the block', () => {
    expect(covered({ row: 1, column: 2, rows: 5, columns: 5 })).toEqual([])
    expect(covered({ row: 0, column: 1, rows: 9, columns: 9 })).toEqual(['0:2<0:1 ', '1:1<0:1 ', '1:2<0:1 '])
    expect(covered({ row: 7, column: 0, rows: 1, columns: 1 })).toEqual([])
    expect(covered({ row: 0, column: 0, rows: 1, columns: 1 })).toEqual([])
  })
})

describe('where a block begins', () => {
  it('headings stand in one of the first three rows, under titles alone', () => {
    const data = ['政策知晓率', '96%']
    expect(plan([['指标', '6月底'], data])).toEqual(['5,1 96%'])
    expect(plan([['某局', ''], ['指标', '6月底'], data])).toEqual(['5,1 96%'])
    expect(plan([['某局', ''], ['执行表', ''], ['指标', '6月底'], data])).toEqual(['5,1 96%'])
    expect(plan([['某局', ''], ['执行表', ''], ['2020', ''], ['指标', '6月底'], data])).not.toContain(
      '5,1 96%',
    )
  })

  it('a row with a figure is no heading, nor is any after it', () => {
    expect(
      plan(
        [
          ['政策知晓率', '96%'],
          ['指标', '6月底'],
        ],
        { row: 0, column: 1 },
      )[0],
    ).toBe('5,1 96%')
    expect(
      plan([
        ['—', '6月底'],
        ['政策知晓率', '96%'],
      ]),
    ).toEqual(['5,1 96%'])
  })

  it('the unit of the first title that states one holds, a heading’s goes before it, a row’s before both', () => {
    const rows = (title: string, heading: string, name: string, value: string) =>
      plan([
        [title, ''],
        ['指标', heading],
        [name, value],
      ])
    expect(rows('单位：元', '6月底', '支出', '5520000')).toEqual(['0,1 5520000'])
    expect(rows('单位：元', '6月底（万元）', '支出', '552')).toEqual(['0,1 5520000'])
    expect(rows('单位：万元', '6月底（万元）', '支出（元）', '5520000')).toEqual(['0,1 5520000'])
    expect(
      plan([
        ['表一', '单位：元'],
        ['单位：万元', ''],
        ['指标', '6月底'],
        ['支出', '5520000'],
      ]),
    ).toEqual(['0,1 5520000'])
  })

  it.each([
    ['累计支出（元）', '支出', '5520000'],
    ['项目（单位：千元）', '支出', '5520'],
    ['指标（百万元）', '累计支出', '5.52'],
    ['（元）', '支出', '5520000'],
  ])('what stands over the names is said of the whole block: %s', (corner, name, value) => {
    expect(
      plan([
        [corner, '6月底'],
        [name, value],
      ]),
    ).toEqual(['0,1 5520000'])
  })

  it('over the names goes behind a heading’s own unit and a row’s, and before a title’s; 美元 is not taken', () => {
    const rows = (title: string, corner: string, heading: string, name: string, value: string) =>
      plan([
        [title, ''],
        [corner, heading],
        [name, value],
      ])
    expect(rows('', '项目（千元）', '6月底（元）', '支出', '5520000')).toEqual(['0,1 5520000'])
    expect(rows('', '项目（千元）', '6月底', '支出（元）', '5520000')).toEqual(['0,1 5520000'])
    expect(rows('单位：万元', '项目（千元）', '6月底', '支出', '5520')).toEqual(['0,1 5520000'])
    expect(rows('', '项目（万美元）', '6月底', '支出', '552')).toEqual(['0,- unit-column', '0,- unit-column'])
  })
})

describe('which columns are labels', () => {
  it('the leading ones up to the last that names a row, and texts; not the figures after them', () => {
    expect(plan([['1', '政策知晓率', '96%', '97%']], { row: 0, column: 1 })).toEqual(['5,1 96%', '5,2 97%'])
    expect(plan([['好', '政策知晓率', '96%']], { row: 0, column: 1 })).toEqual(['5,1 96%'])
    expect(plan([['政策知晓率', '备考', '96%']], { row: 0, column: 1 })).toEqual(['5,1 96%'])
  })

  it('a column of 指标值 beside the names is one where it repeats theirs, a blank aside', () => {
    const at = { row: 0, column: 1 }
    expect(
      plan(
        [
          ['政策知晓率', '≥95百分比', '96%'],
          ['持续影响程度', '≥90百分比', '92%'],
        ],
        at,
      ),
    ).toEqual(['5,1 96%', '6,1 92%'])
    expect(
      plan(
        [
          ['政策知晓率', '≥95百分比', '96%'],
          ['持续影响程度', '', '92%'],
        ],
        at,
      ),
    ).toEqual(['5,1 96%', '6,1 92%'])
    expect(
      plan(
        [
          ['政策知晓率', '', '96%'],
          ['持续影响程度', '', '92%'],
        ],
        at,
      ),
    ).toEqual(['5,1 blank', '5,2 96%', '6,1 blank', '6,2 92%'])
    expect(
      plan(
        [
          ['合计', '≥95百分比', '96%'],
          ['政策知晓率', '≥95百分比', '97%'],
        ],
        at,
      ),
    ).toEqual(['-,1 unknown-row', '5,1 97%'])
  })

  it('a column headed as one is one wherever it stands', () => {
    expect(
      plan([
        ['指标', '6月底', '备注', '10月底'],
        ['政策知晓率', '96%', '1', '97%'],
      ]),
    ).toEqual(['5,1 96%', '5,2 97%'])
  })

  it('words alone are values where nothing beside them is a figure', () => {
    expect(plan([['政策知晓率']], { row: 5, column: 1 })).toEqual(['5,1 not-a-number!'])
  })
})

describe('where a cell goes', () => {
  it('names of no row leave its figures outside, whatever the place of the focus', () => {
    expect(
      plan(
        [
          ['支出', '552'],
          ['某某率', '1'],
        ],
        { row: 3, column: 1 },
      ),
    ).toEqual(['0,1 5520000', '-,1 unknown-row'])
  })

  it('a covered cell is empty as merged where nothing can be put there', () => {
    const merged = [{ row: 0, column: 0, rows: 1, columns: 2 }]
    expect(plan([['552', '']], { row: 0, column: 3 }, { merged })).toEqual(['0,3 5520000', '0,- merged'])
    expect(plan([['552', '']], { row: 99, column: 0 }, { merged })).toEqual(['-,0 beyond-rows', '-,1 merged'])
    expect(plan([['552', '']], { row: 0, column: 1 }, { merged })).toEqual([
      '0,1 5520000',
      '0,2 5520000 merged?',
    ])
  })

  it('the number behind a cell is read for its own cell', () => {
    const underlying = [{ row: 0, column: 1, text: '600.005' }]
    expect(plan([['552', '600.01']], { row: 0, column: 1 }, { underlying })).toEqual([
      '0,1 5520000',
      '0,2 6000050 rounded?',
    ])
    const unread = [{ row: 0, column: 0, text: 'x' }]
    expect(plan([['552']], { row: 0, column: 1 }, { underlying: unread })).toEqual(['0,1 5520000'])
    const doubted = [{ row: 0, column: 0, text: '0.95' }]
    expect(plan([['1%']], { row: 5, column: 1 }, { underlying: doubted })).toEqual([
      '5,1 95% fraction+rounded?',
    ])
  })

  it('what is doubtful is not over 100 by itself', () => {
    const underlying = [{ row: 0, column: 0, text: '105.04%' }]
    expect(
      planPaste(block([['105%']], { underlying }), medical, { row: 5, column: 1 }, 'wan').cells[0]?.outcome,
    ).toMatchObject({
      kind: 'doubtful',
      doubts: ['rounded'],
      asRead: { kind: 'actual', value: { text: '105%' } },
    })
  })

  it('says how rows and columns were found', () => {
    const found = (rows: readonly (readonly string[])[]) => {
      const { byName, byHeading } = planPaste(block(rows), medical, { row: 0, column: 0 }, 'wan')
      return [byName, byHeading]
    }
    expect(found([['552']])).toEqual([false, false])
    expect(found([['支出', '552']])).toEqual([true, false])
    expect(found([['6月底'], ['552']])).toEqual([false, true])
    expect(
      found([
        ['指标', '6月底'],
        ['支出', '552'],
      ]),
    ).toEqual([true, true])
  })
})

describe('two values for one place', () => {
  const value = { kind: 'amount', amount: wan('1') } as const
  const at = (row: number, column: number, outcome: PasteCell['outcome']): PasteCell => ({
    from: { row, column },
    row: 0,
    column: 0,
    raw: '',
    outcome,
  })
  const accepted = { kind: 'accepted', value, over100: false } as const
  const doubtful = { kind: 'doubtful', doubts: ['scientific'], suggestion: value, asRead: null } as const

  it('are both asked about, with what was doubtful already; one alone is not', () => {
    expect(withRivals([at(0, 0, accepted)])).toEqual([at(0, 0, accepted)])
    const [first, second, third] = withRivals([
      at(0, 0, accepted),
      at(1, 0, doubtful),
      at(2, 0, { kind: 'empty', why: 'blank' }),
    ])
    expect(first?.outcome).toEqual({
      kind: 'doubtful',
      doubts: ['same-place'],
      suggestion: value,
      asRead: value,
    })
    expect(second?.outcome).toEqual({
      kind: 'doubtful',
      doubts: ['scientific', 'same-place'],
      suggestion: value,
      asRead: null,
    })
    expect(third?.outcome).toEqual({ kind: 'empty', why: 'blank' })
    const apart = [at(0, 0, accepted), { ...at(1, 0, accepted), column: 1 }]
    expect(withRivals(apart)).toEqual(apart)
  })

  it('are never taken together, and a value without a place is not taken', () => {
    const taken = (...cells: PasteCell[]) => applyPaste({ cells }, new Map())
    expect(taken(at(0, 0, accepted), at(1, 0, accepted))).toMatchObject({
      kind: 'nothing',
      why: 'same-place',
      cells: [{}, {}],
    })
    expect(taken({ ...at(0, 0, accepted), row: null })).toEqual({
      kind: 'nothing',
      why: 'no-values',
      cells: [],
    })
    expect(taken({ ...at(0, 0, accepted), column: null })).toEqual({
      kind: 'nothing',
      why: 'no-values',
      cells: [],
    })
    expect(taken(at(0, 0, accepted))).toEqual({
      kind: 'step',
      clears: [],
      values: [{ row: 0, column: 0, value }],
    })
    expect(taken()).toEqual({ kind: 'nothing', why: 'no-values', cells: [] })
  })
})

describe('a block over all projects', () => {
  const desks = SIX_PROJECTS.map((project) =>
    projectDesk(project, 2020, emptyLedger(PLAN_ID), DECEMBER, HEBEI),
  )
  const grid = acrossGrid(desks, JUNE)
  const across = (
    rows: readonly (readonly string[])[],
    focus = { row: 0, column: 0 },
    more: Partial<PastedBlock> = {},
  ) => planAcross(block(rows, more), grid, focus, 'wan')
  const said = (...given: Parameters<typeof across>) => across(...given).cells.map(told)

  it('by names begins under titles and headings, and a row without a name of ours changes nothing for the others', () => {
    expect(across([['办公楼修缮', '40']]).byName).toBe(true)
    expect(
      across([
        ['项目', '支出'],
        ['办公楼修缮', '40'],
      ]).byName,
    ).toBe(true)
    expect(
      said([
        ['某局', ''],
        ['项目', '支出'],
        ['办公楼修缮', '40'],
      ]),
    ).toEqual(['2,0 400000'])
    expect(
      said([
        ['办公楼修缮', '40'],
        ['不知道', '2'],
      ]),
    ).toEqual(['2,0 400000', '-,0 unknown-project'])
    expect(across([['40'], ['50']]).byName).toBe(false)
    expect(across([]).cells).toEqual([])
    expect(across([['办公楼修缮', '40']]).byHeading).toBe(false)
  })

  it('by names goes from the spending on, or from the focused column', () => {
    expect(said([['办公楼修缮', '40', '92%']])).toEqual(['2,0 400000 no-heading?', '2,1 92% no-heading?'])
    expect(said([['办公楼修缮', '92%']], { row: 0, column: 2 })).toEqual(['2,2 92%'])
  })

  it('by place goes right and down from the focused cell', () => {
    expect(
      said(
        [
          ['40', '92%'],
          ['5', '95%'],
        ],
        { row: 2, column: 0 },
      ),
    ).toEqual(['2,0 400000', '2,1 92%', '3,0 50000', '3,1 95%'])
    expect(said([['92%', '99%']], { row: 2, column: 1 })).toEqual(['2,1 92%', '2,2 99%'])
    expect(said([['1'], ['2']], { row: 5, column: 0 })).toEqual(['5,0 10000', '6,0 beyond-rows'])
    expect(said([['1', '2']], { row: 2, column: 7 })[1]).toBe('2,8 beyond-columns')
  })

  it('takes a merged name for every row it covers, a merged value only when asked, the exact number behind a cell', () => {
    const merged = [{ row: 0, column: 0, rows: 2, columns: 1 }]
    expect(
      said(
        [
          ['办公楼修缮', '40'],
          ['', '41'],
        ],
        { row: 0, column: 0 },
        { merged },
      ),
    ).toEqual(['2,0 400000 same-place?', '2,0 410000 same-place?'])
    const value = [{ row: 0, column: 0, rows: 2, columns: 1 }]
    expect(said([['4'], ['']], { row: 2, column: 0 }, { merged: value })).toEqual([
      '2,0 40000',
      '3,0 40000 merged?',
    ])
    const underlying = [{ row: 0, column: 1, text: '40.004' }]
    expect(said([['办公楼修缮', '40.00']], { row: 0, column: 0 }, { underlying })).toEqual([
      '2,0 400040 rounded?',
    ])
  })

  it('two values for one project are both asked about', () => {
    expect(
      said([
        ['办公楼修缮', '40'],
        ['办公楼修缮', '41'],
        ['人员招聘费用', '5'],
      ]),
    ).toEqual(['2,0 400000 same-place?', '2,0 410000 same-place?', '3,0 50000'])
  })
})

it('a day and a band are pasted into their own kinds of row', () => {
  const mixed = gridOf(MIXED)
  expect(plan([['1300'], ['6月20日'], ['达成 90'], ['1年']], { row: 1, column: 1 }, {}, mixed)).toEqual([
    '1,1 1300',
    '2,1 2020-06-20',
    '3,1 achieved',
    '4,1 1年',
  ])
})
