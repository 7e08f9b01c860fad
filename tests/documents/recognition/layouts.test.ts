import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { FileReading } from '@/documents/recognition/several/fileReading'
import { joinFiles } from '@/documents/recognition/several/joinFiles'
import { cell, type DrawnCell, type DrawnDocument, dumped, merged, tabbed } from './drawn'
import { documentOf, PUBLISHED_TEXT, recognised } from './published'

const HEAD: DrawnCell[][] = [
  [cell('500100某县财政局', 1, 5), cell('单位：万元')],
  [cell('项目编码'), cell('A-1', 1, 2), cell('项目名称'), cell('甲项目', 1, 2)],
  [
    cell('预算规模及资金用途', 2),
    cell('预算数'),
    cell('10'),
    cell('其中：财政资金'),
    cell('10'),
    cell('其他资金'),
  ],
  [cell('办事', 1, 5)],
  [cell('资金支出计划（%）', 2), cell('3月底'), cell('6月底'), cell('10月底'), cell('12月底', 1, 2)],
  [cell(''), cell('50'), cell('80'), cell('100', 1, 2)],
  [cell('绩效目标'), cell('1、办好', 1, 5)],
]
const HEADINGS = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据']
const INDICATORS: DrawnCell[][] = [
  HEADINGS.map((text) => cell(text)),
  [cell('产出指标', 2), cell('数量指标', 2), ...['件数', '办件', '≥100件', '计划'].map((text) => cell(text))],
  ['人数', '到场', '≥20人', '计划'].map((text) => cell(text)),
  [cell('满意度指标', 1, 2), ...['满意度', '满意', '≥90%', '计划'].map((text) => cell(text))],
]
const TITLE = { paragraph: '某县财政局2022年部门预算绩效公开' }
const WHOLE = [...HEAD, ...INDICATORS]

type Found = ReturnType<typeof recogniseDocument>

/** What each layout of a document gives, by name. */
function everywhere(blocks: DrawnDocument): [string, Found][] {
  return [
    ['merged', recogniseDocument(merged(blocks))],
    ['dumped', recogniseDocument(documentOf(dumped(blocks)))],
    ['tab-separated', recogniseDocument(documentOf(tabbed(blocks)))],
  ]
}

const projectsOf = ({ draft }: Found) => draft.plan.projects
/** Without what only the tab-separated layout has to ask: whether 满意度指标 is 一级 and 二级指标 in one cell. */
const kindsOf = ({ issues: all }: Found) => {
  const issues = all.filter(({ kind }) => kind !== 'level2-from-level1')
  return issues.map(({ kind, path }) => (path === null ? kind : `${kind} ${path}`))
}
const UNDATED = 'not-stated source.published'

const TARGETS = [
  ['产出指标', '数量指标', '件数', '≥100件'],
  ['产出指标', '数量指标', '人数', '≥20人'],
  ['满意度指标', '满意度指标', '满意度', '≥90%'],
]
const targetsOf = (found: Found) =>
  projectsOf(found).map(({ indicators }) =>
    indicators.map(({ level1, level2, level3, target }) => [level1, level2, level3, target]),
  )

describe.each([
  ['in one table', [TITLE, { table: WHOLE }]],
  ['in two tables', [TITLE, { table: HEAD }, { paragraph: ' ' }, { table: INDICATORS }]],
  [
    'parted by a page with the headings repeated',
    [TITLE, { table: HEAD }, { table: INDICATORS }, { table: INDICATORS.slice(0, 1) }],
  ],
] satisfies [string, DrawnDocument][])('a project %s', (_, blocks) => {
  it.each(everywhere(blocks))('%s', (__, found) => {
    expect(projectsOf(found)).toHaveLength(1)
    expect(projectsOf(found)[0]).toMatchObject({
      code: 'A-1',
      name: '甲项目',
      budget: { total: '10', fiscal: '10', other: null },
      purpose: '办事',
      schedule: { '03': null, '06': '50', '10': '80', '12': '100' },
      goals: ['1、办好'],
    })
    expect(targetsOf(found)).toEqual([TARGETS])
    expect(kindsOf(found)).toEqual([UNDATED])
  })
})

describe('several projects', () => {
  const second = WHOLE.map((row) =>
    row.map((one) => (one.lines[0] === '甲项目' ? cell('乙项目', one.down, one.across) : one)),
  )
  it.each(everywhere([TITLE, { table: [...WHOLE, ...second] }]))('in one table, %s', (_, found) => {
    expect(projectsOf(found).map(({ name }) => name)).toEqual(['甲项目', '乙项目'])
    expect(targetsOf(found)).toEqual([TARGETS, TARGETS])
    expect(kindsOf(found)).toEqual([UNDATED])
  })

  it.each(
    everywhere([
      TITLE,
      { table: [[cell('部门整体绩效目标表', 1, 6)], ...INDICATORS] },
      { paragraph: '1、甲项目绩效目标表' },
      { table: WHOLE },
    ]),
  )('below the table of the whole department, %s', (_, found) => {
    expect(projectsOf(found).map(({ name }) => name)).toEqual(['甲项目'])
    expect(kindsOf(found)).toEqual([UNDATED, 'table-left'])
  })
})

/** The whole table with some rows put in place of one. */
function replaced(row: number, ...rows: DrawnCell[][]): DrawnDocument {
  return [TITLE, { table: [...WHOLE.slice(0, row), ...rows, ...WHOLE.slice(row + 1)] }]
}

describe('what is printed otherwise', () => {
  it.each(everywhere(replaced(0, [cell('500100某县财政局', 1, 5), cell('单位：元')])))(
    'amounts in 元 are turned exactly and listed, %s',
    (_, found) => {
      expect(projectsOf(found)[0]?.budget).toEqual({ total: '0.001', fiscal: '0.001', other: null })
      expect(kindsOf(found)).toEqual([
        'converted-from-yuan projects[0].budget.total',
        'amount-implausible projects[0].budget.total',
        'converted-from-yuan projects[0].budget.fiscal',
        UNDATED,
      ])
    },
  )

  const noted = [...WHOLE, [cell('注：以上指标按季考核', 1, 6)]]
  it.each(everywhere([TITLE, { table: noted }]))('a note below the rows is listed, %s', (_, found) => {
    expect(targetsOf(found)).toEqual([TARGETS])
    expect(
      kindsOf(found).filter((kind) => /row-not-aligned|row-left|cell-not-understood/.test(kind)),
    ).toHaveLength(1)
  })

  const spare = [...WHOLE, [cell('效益指标'), cell('生态效益指标'), cell(''), cell(''), cell(''), cell('')]]
  it.each(everywhere([TITLE, { table: spare }]))('a row without an indicator is listed, %s', (_, found) => {
    expect(targetsOf(found)).toEqual([TARGETS])
    expect(kindsOf(found)).toEqual([UNDATED, 'blank-row'])
  })
})

describe('a 指标值 in three columns', () => {
  const rows: DrawnCell[][] = [
    ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '计量单位'].map((text) => cell(text)),
    ['产出指标', '数量指标', '件数', '≥', '100', '件'].map((text) => cell(text)),
    ['产出指标', '质量指标', '合格率', '=', '100', '%'].map((text) => cell(text)),
    ['效益指标', '社会效益指标', '影响', '定性', '逐步提高', '—'].map((text) => cell(text)),
  ]
  it.each(everywhere([TITLE, { table: [...HEAD, ...rows] }]))('%s', (_, found) => {
    expect(projectsOf(found)[0]?.indicators.map(({ target }) => target)).toEqual([
      '≥100件',
      '=100%',
      '逐步提高',
    ])
    expect(kindsOf(found)).toEqual([UNDATED])
  })
})

describe('资金支出计划 in other forms', () => {
  it.each<[string, DrawnCell[][], Record<string, string | null>]>([
    [
      'months and shares side by side',
      [[cell('资金支出计划'), cell('6月底'), cell('40'), cell('12月底'), cell('100', 1, 2)]],
      { '06': '40', '12': '100' },
    ],
    [
      'quarters',
      [
        [
          cell('资金支出计划', 2),
          ...['一季度', '二季度', '三季度', '四季度'].map((text) => cell(text)),
          cell(''),
        ],
        ['25', '50', '75', '100', ''].map((text) => cell(text)),
      ],
      { '03': '25', '06': '50', '09': '75', '12': '100' },
    ],
    [
      'full width',
      [
        [cell('资金支出计划（％）', 2), cell('６月底', 1, 3), cell('１２月底', 1, 2)],
        [cell('５０％', 1, 3), cell('１００％', 1, 2)],
      ],
      { '06': '５０％', '12': '１００％' },
    ],
  ])('%s', (_, rows, schedule) => {
    const table = [...HEAD.slice(0, 4), ...rows, ...HEAD.slice(6), ...INDICATORS]
    for (const [, found] of everywhere([TITLE, { table }])) {
      expect(projectsOf(found)[0]?.schedule).toEqual(schedule)
      expect(kindsOf(found)).toEqual([UNDATED])
    }
  })

  it('in amounts is listed and not turned', () => {
    const text = PUBLISHED_TEXT.replace('资金支出计划（%）', '资金支出计划（万元）')
    const found = recognised(text)
    expect(projectsOf(found)[0]?.schedule).toEqual({ '03': null, '06': null, '10': null, '12': null })
    expect(found.issues.filter(({ kind }) => kind === 'schedule-in-amounts')).toHaveLength(3)
  })
})

describe('a text whose covered cells are missing altogether', () => {
  it('gives the same plan', () => {
    const bare = PUBLISHED_TEXT.replaceAll(/\n\t\n(\t(?:数量|质量|时效|成本|可持续影响)指标)/g, '\n$1')
    expect(bare.length).toBeLessThan(PUBLISHED_TEXT.length)
    expect(recognised(bare).draft.plan).toEqual(recognised(PUBLISHED_TEXT).draft.plan)
  })
})

describe('a broken cell', () => {
  it('of text between the tables is listed', () => {
    const { issues } = recognised(
      PUBLISHED_TEXT.replace('4、人员招聘费用绩效', '附注：甲\n4、人员招聘费用绩效'),
    )
    expect(issues.filter(({ kind }) => kind === 'text-not-understood').map(({ from }) => from?.text)).toEqual(
      ['附注：甲'],
    )
  })

  it('of a 二级指标 is not filled from another group', () => {
    const text = PUBLISHED_TEXT.replace('\t效果指标\n\t社会效益指标', '\t效果指标\n\t')
    const { draft, issues } = recognised(text)
    expect(draft.plan.projects[0]?.indicators[4]).toMatchObject({ level1: '效果指标', level2: null })
    expect(issues.map(({ path }) => path)).toContain('projects[0].indicators[4].level2')
  })

  it.each([
    ['a code', '323-0404-JBN-S7QC', '', 'not-stated projects[0].code', undefined],
    ['a budget', '\t4023.1\n\t其中', '\t约四千\n\t其中', 'not-an-amount projects[0].budget.total', '约四千'],
    ['a share', '\t60.00', '\t过半', 'not-a-rate projects[0].schedule.06', '过半'],
    ['a heading', '\t指标值确定依据', '\t备注', 'column-left', '备注'],
    [
      'a title',
      '1、社会养老保险基金财政补助绩效',
      '1、社会养老绩效',
      'title-differs projects[0].name',
      undefined,
    ],
    ['a department', '323002沧州市', '323003沧州市', 'department-differs department.name', undefined],
    ['a month', '10月底', '6月底', 'month-repeated', '6月底'],
  ])('%s is listed', (_, before, after, kind, source) => {
    const found = recognised(PUBLISHED_TEXT.replace(before, after))
    expect(kindsOf(found)).toContain(kind)
    if (source !== undefined) expect(found.issues.map(({ from }) => from?.text)).toContain(source)
  })
})

describe('a sheet', () => {
  const titled: DrawnCell[][] = [[cell('某县财政局2022年部门预算绩效公开', 1, 6)], ...WHOLE]
  it.each(everywhere([{ table: titled }]))('whose title is a row of its table, %s', (_, found) => {
    expect(found.draft.plan).toMatchObject({
      id: '2022-500100',
      year: 2022,
      source: { title: '某县财政局2022年部门预算绩效公开', published: null },
      facts: null,
    })
    expect(kindsOf(found)).toEqual([UNDATED])
  })

  it('without a title takes what is stated for it', () => {
    const found = recogniseDocument(merged([{ table: WHOLE }]), {
      year: 2022,
      title: '指标表',
      published: '2022-03-01',
    })
    expect(found.draft.plan).toMatchObject({
      id: '2022-500100',
      source: { title: '指标表', published: '2022-03-01' },
    })
    expect(kindsOf(found)).toEqual([])
  })

  it('without a department takes what is stated for it, alone and among several files', () => {
    const document = merged([TITLE, { table: WHOLE.slice(1) }])
    const stated = { code: '500100', department: '某县财政局' }
    expect(recogniseDocument(document).draft.plan.department).toEqual({ code: null, name: null })
    const files = ['一.docx', '二.docx'].map((name) => new FileReading(name, document))
    for (const plan of [recogniseDocument(document, stated).draft.plan, joinFiles(files, stated).plan])
      expect(plan.department).toEqual({ code: '500100', name: '某县财政局' })
  })
})

describe('text copied from Word', () => {
  it('goes on with the goals in lines of their own', () => {
    const text = tabbed([TITLE, { table: WHOLE }]).replace('1、办好', '1、办好\n2、办快')
    expect(projectsOf(recognised(text))[0]?.goals).toEqual(['1、办好', '2、办快'])
  })
})
