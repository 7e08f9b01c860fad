import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { withoutNoteMark } from '@/documents/recognition/noteMark'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const wide = (line: string, width: number): DrawnCell[] => {
  const texts = line.split('|')
  return texts.map((text, at) => cell(text, 1, at === texts.length - 1 ? width - at : 1))
}

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  const { projects, year } = draft.plan
  return {
    year,
    projects,
    department: draft.plan.department.name,
    indicators: projects.flatMap(({ indicators }) =>
      indicators.map(({ level3, target }) => [level3, target]),
    ),
    named: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

function form(head: readonly string[], rows: readonly DrawnCell[][], width = 4) {
  return read([TITLE, { table: [...['项目名称|绿化', ...head].map((line) => wide(line, width)), ...rows] }])
}

const HEADS = '一级指标|二级指标|三级指标|指标值'
const ROW = '产出指标|数量指标|绿地|≥3公顷'

describe('the mark of a note', () => {
  it.each([
    ['≥95%¹', '≥95%'],
    ['≥120件①', '≥120件'],
    ['≥120件①②', '≥120件'],
    ['≥95%[1]', '≥95%'],
    ['≥95%【2】', '≥95%'],
    ['≥95%（注1）', '≥95%'],
    ['≥95%注1', '≥95%'],
    ['≥95% *', '≥95%'],
    ['≥3²', '≥3'],
    ['明显改善①', '明显改善'],
    ['45.5※', '45.5'],
  ])('%s is %s', (text, plain) => {
    expect(withoutNoteMark(text)?.text).toBe(plain)
    const found = form(['预算数|66', '绩效目标|绿'], [cells(HEADS), cells(`产出指标|数量指标|绿地|${text}`)])
    expect(found.indicators).toEqual([['绿地', plain]])
    expect(found.named('note-mark')).toEqual([text])
  })

  it.each(['≥500m²', '≥20米³', '≥3×10⁴', '见注1', '①', '≥95%', '①≥5②', '元/人*月'])('%s has none', (text) => {
    expect(withoutNoteMark(text)).toBeNull()
  })

  it('is no part of an amount, a unit or a heading', () => {
    const found = form(
      ['预算数①|66.5①', '绩效目标|绿'],
      [cells('一级指标|二级指标|三级指标|指标值¹|计量单位[1]'), cells('产出指标|数量指标|绿地|≥95|%①')],
      5,
    )
    expect(found.projects[0]?.budget.total).toBe('66.5')
    expect(found.indicators).toEqual([['绿地', '≥95%']])
    expect(found.named('note-mark').sort()).toEqual(['%①', '66.5①'])
  })
})

describe('a 四级指标 and a 三级指标 over several rows', () => {
  const heads = '一级指标|二级指标|三级指标|四级指标|指标值'
  it.each([true, false])('are one name, said once; the 三级指标 merged %s', (isMerged) => {
    const found = form(
      ['预算数|66', '绩效目标|绿'],
      [
        cells(heads),
        [...cells('产出指标|数量指标'), cell('绿地', isMerged ? 2 : 1), ...cells('乔木|≥3公顷')],
        [...cells('产出指标|数量指标'), ...(isMerged ? [] : [cell('绿地')]), ...cells('草坪|≥4公顷')],
      ],
      5,
    )
    expect(found.indicators).toEqual([
      ['绿地-乔木', '≥3公顷'],
      ['绿地-草坪', '≥4公顷'],
    ])
    expect(found.named('level4-joined')).toEqual(['四级指标'])
  })

  it('names each row that has a 指标值 of its own', () => {
    const found = form(
      ['预算数|66', '绩效目标|绿'],
      [
        cells(HEADS),
        [...cells('产出指标|数量指标'), cell('绿地', 2), cell('≥3公顷')],
        cells('产出指标|质量指标|≥95%'),
      ],
    )
    expect(found.indicators).toEqual([
      ['绿地', '≥3公顷'],
      ['绿地', '≥95%'],
    ])
    expect(found.named('level3-repeated')).toEqual(['绿地'])
  })

  it('is the name of an indicator where no 三级指标 stands', () => {
    const found = form(['预算数|66', '绩效目标|绿'], [cells('一级指标|二级指标|四级指标|指标值'), cells(ROW)])
    expect(found.indicators).toEqual([['绿地', '≥3公顷']])
  })
})

describe('a list whose first column is of units and projects', () => {
  it.each([
    '单位名称、项目名称',
    '单位名称/项目名称',
    '单位名称（项目）',
    '部门、项目名称',
    '项目名称（单位）',
  ])('%s', (label) => {
    const found = read([
      TITLE,
      {
        table: [
          cells(`${label}|项目年度绩效目标|${HEADS}`),
          cells('1|2|3|4|5|6'),
          cells('示例园林局|||||'),
          cells(`绿化|新增绿地|${ROW}`),
          cells(`||产出指标|质量指标|成活率|≥95%`),
          cells(`道路|修路|产出指标|数量指标|里程|≥5公里`),
        ],
      },
    ])
    expect(found.projects.map(({ name, goals }) => [name, goals])).toEqual([
      ['绿化', ['新增绿地']],
      ['道路', ['修路']],
    ])
    expect(found.indicators).toHaveLength(3)
    expect(found.department).toBe('示例园林局')
  })
})

describe('a schedule', () => {
  it.each([
    ['第1季度|第2季度|第3季度|第4季度', { '03': '25', '06': '50', '09': '75', '12': '100' }],
    ['一季度末|二季度末|三季度末|全年', { '03': '25', '06': '50', '09': '75', '12': '100' }],
    ['1季度|上半年|前三季度|年底', { '03': '25', '06': '50', '09': '75', '12': '100' }],
  ])('of %s', (months, expected) => {
    const found = form(
      [],
      [
        wide('预算数|66', 5),
        [cell('资金支出计划（%）', 2), ...cells(months)],
        cells('25|50|75|100'),
        wide('绩效目标|绿', 5),
        cells(`${HEADS}|备注`),
        cells(`${ROW}|无`),
      ],
      5,
    )
    expect(found.projects[0]?.schedule).toEqual(expected)
  })

  it.each([
    ['3月底：20%；6月底：50%；12月底：100%', { '03': '20%', '06': '50%', '12': '100%' }],
    ['一季度完成25%，上半年完成50%，全年100%。', { '03': '25%', '06': '50%', '12': '100%' }],
    ['3月底：20万元；6月底：50万元', {}],
    ['3月底：20%；按合同支付', {}],
    ['3月底：20%；3月底：30%', {}],
  ])('in a sentence: %s', (text, expected) => {
    const found = form(['预算数|66', `资金支出计划|${text}`, '绩效目标|绿'], [cells(HEADS), cells(ROW)])
    expect(found.projects[0]?.schedule).toEqual(expected)
    if (Object.keys(expected).length === 0) expect(found.named('cell-not-understood')).toContain(text)
  })
})

describe('what stands beside', () => {
  it('a year with the unit behind it is the year', () => {
    const found = read([
      { paragraph: '项目支出绩效目标表' },
      { paragraph: '（2023年度） 单位：元' },
      {
        table: [
          ...['项目名称|绿化', '预算数|660000', '绩效目标|绿'].map((line) => wide(line, 4)),
          cells(HEADS),
          cells(ROW),
        ],
      },
    ])
    expect([found.year, found.projects[0]?.budget.total]).toEqual([2023, '66'])
  })

  it('goals numbered from the first on, and amounts behind their labels in one cell', () => {
    const found = form(
      ['年度资金总额：75万元|其中：财政拨款：70万元', '年度绩效目标1|绿', '年度绩效目标2|树'],
      [cells(HEADS), cells(ROW)],
    )
    expect(found.projects[0]?.goals).toEqual(['绿', '树'])
    expect(found.projects[0]?.budget).toEqual({ total: '75', fiscal: '70', other: null })
  })

  it('sums and remarks below the rows are said as what they are', () => {
    const found = form(
      ['预算数|66', '绩效目标|绿'],
      [cells(HEADS), cells(ROW), cells('总分|||100'), wide('注：本表由财政局填写', 4)],
    )
    expect(found.indicators).toHaveLength(1)
    expect(found.named('sum-row')).toEqual(['总分', '100'])
  })

  it('a table of projects and indicators in a layout that is not known is said as such', () => {
    const found = read([
      TITLE,
      { table: [cells('项目名称|产出指标|效益指标|满意度指标'), cells('绿化|48.5|29|9')] },
    ])
    expect(found.named('table-unread')).toEqual(['项目名称'])
  })
})

describe('levels that no heading of their own names', () => {
  it('stand over sets of columns beside each other', () => {
    const found = read([
      TITLE,
      {
        table: [
          ...['项目名称|绿化', '预算数|66', '绩效目标|绿'].map((line) => wide(line, 6)),
          [cell('产出指标', 1, 3), cell('效益指标', 1, 3)],
          cells('二级指标|三级指标|指标值|二级指标|三级指标|指标值'),
          cells('数量指标|绿地|≥3公顷|社会效益指标|受益人|≥9人'),
        ],
      },
    ])
    expect(
      found.projects[0]?.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]),
    ).toEqual([
      ['产出指标', '数量指标', '绿地'],
      ['效益指标', '社会效益指标', '受益人'],
    ])
    expect(found.named('cell-not-understood')).toEqual([])
  })

  it.each(['指标类型||指标名称|指标值', '绩效指标|二级指标|指标|指标值'])('stand under %s', (heads) => {
    const found = form(['预算数|66', '绩效目标|绿'], [cells(heads), cells(ROW)])
    expect(found.projects[0]?.indicators[0]).toMatchObject({
      level1: '产出指标',
      level2: '数量指标',
      level3: '绿地',
      target: '≥3公顷',
    })
  })
})

it.each([
  ['申报目标值', '审定目标值'],
  ['申报指标值', '批复指标值'],
  ['送审值', '核定值'],
])('%s beside %s: what was granted counts, in either order', (applied, granted) => {
  const heads = '一级指标|二级指标|三级指标'
  for (const [one, two, values] of [
    [applied, granted, '≥9公顷|≥3公顷'],
    [granted, applied, '≥3公顷|≥9公顷'],
  ]) {
    const found = form(
      ['预算数|66', '绩效目标|绿'],
      [cells(`${heads}|${one}|${two}`), cells(`产出指标|数量指标|绿地|${values}`)],
      5,
    )
    expect(found.indicators).toEqual([['绿地', '≥3公顷']])
    expect(found.named('column-left')).toEqual([applied, '≥9公顷'])
  }
})

it('the source of money is none of its amounts where a list has a column of those', () => {
  const found = read([
    TITLE,
    { table: [cells(`项目名称|资金来源|预算数|年度目标|${HEADS}`), cells(`绿化|一般公共预算|66|绿|${ROW}`)] },
  ])
  expect(found.projects[0]?.budget.total).toBe('66')
  expect(found.named('column-left')).toEqual(['资金来源', '一般公共预算'])
})
