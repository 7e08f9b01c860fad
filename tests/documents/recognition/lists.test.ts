import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { recognitionText } from '@/format/published/recognitionText'
import { type DrawnDocument, merged, row, said } from './drawn'

const TITLE = { paragraph: '2023年项目支出绩效目标表' }
const HEAD = '单位名称|项目名称|预算数|绩效目标|一级指标|二级指标|三级指标|指标值'
const one = (name: string, amount: string, unit = '某局') =>
  `${unit}|${name}|${amount}|做好${name}|产出指标|数量指标|${name}数量|≥30套`

function read(rows: readonly string[], unit = '单位：万元') {
  const blocks: DrawnDocument = [TITLE, { paragraph: unit }, { table: rows.map(row) }]
  const { draft, issues } = recogniseDocument(merged(blocks))
  return {
    projects: draft.plan.projects.map(({ name, budget, goals }) => [name, budget.total, goals.join()]),
    ...said(issues),
    differing: issues.filter(({ kind }) => kind === 'sum-differs'),
  }
}

describe('a row of sums is held against the projects that were read', () => {
  const two = [one('甲', '36'), one('乙', '50.5')]

  it.each<[string, string[]]>([
    ['behind', [...two, '合计||86.50|||||']],
    ['ahead', ['合计||86.50|||||', ...two]],
    ['in the place of a name', [...two, '|合计|86.5|||||']],
    [
      'of units',
      [one('甲', '36'), '小计||36|||||', one('乙', '50', '某所'), '小计||50|||||', '总计||86|||||'],
    ],
    ['of units, ahead', ['小计||36|||||', one('甲', '36'), '小计||50|||||', one('乙', '50', '某所')]],
    ['of what is filled in', [one('甲', '36'), one('乙', ''), '合计||36|||||']],
    ['blank', [...two, '合计|||||||']],
  ])('one that agrees, %s', (_, rows) => {
    const { kinds } = read([HEAD, ...rows])
    expect(kinds.filter((kind) => kind !== 'department-differs')).toEqual(['sum-row'])
  })

  it.each<[string, string, string[]]>([
    ['90', '86.5', [...two, '合计||90|||||']],
    ['86', '86.5', ['合计||86|||||', ...two]],
    ['46', '36', [one('甲', '36'), one('乙', ''), '|合计|46|||||']],
    [
      '51',
      '50',
      [one('甲', '36'), '小计||36|||||', one('乙', '50', '某所'), '小计||51|||||', '总计||86|||||'],
    ],
  ])('%s where %s was read', (stated, comesTo, rows) => {
    const { differing, named } = read([HEAD, ...rows])
    expect(differing.map((issue) => issue.comesTo)).toEqual([comesTo])
    expect(named('sum-differs')).toContain(stated)
    expect(differing.map((issue) => recognitionText(issue).what)).toEqual([
      `这一行的合计与读入的各项目相加不一样，请核对是否少读了项目或写错了金额；相加是 ${comesTo} 万元`,
    ])
  })

  it('by the unit of the list', () => {
    const rows = [HEAD, one('甲', '360000'), one('乙', '500000')]
    expect(read([...rows, '合计||860000|||||'], '单位：元').differing).toEqual([])
    expect(read([...rows, '合计||86|||||'], '单位：元').differing).toHaveLength(1)
  })
})

describe('what reaches over several projects of a list', () => {
  it('an amount is that of none, goals are those of each', () => {
    const { projects, named } = read([
      HEAD,
      '某局|甲|86↓2|一起做好↓2|产出指标|数量指标|甲数量|≥30套',
      '某局|乙|产出指标|数量指标|乙数量|≥2个',
      one('丙', '5'),
    ])
    expect(projects).toEqual([
      ['甲', null, '一起做好'],
      ['乙', null, '一起做好'],
      ['丙', '5', '做好丙'],
    ])
    expect(named('amount-of-several')).toEqual(['86'])
  })
})

it.each(['例：某项目', '（例）某项目', '示例：某项目', '填报示例'])('%s is no project', (name) => {
  const { projects, named } = read([
    HEAD,
    one(name, '100'),
    '||||产出指标|质量指标|合格率|100%',
    one('甲', '36'),
  ])
  expect(projects.map(([first]) => first)).toEqual(['甲'])
  expect(named('example-row')).toEqual(expect.arrayContaining([name, '100', '合格率']))
})

it.each(['注：金额单位为元', '注：本表金额单位均为元。', '说明：预算金额以元为单位'])(
  'a remark at the end of a list states its unit: %s',
  (remark) => {
    const { projects, kinds } = read([HEAD, one('甲', '360000'), `${remark}|||||||`], '')
    expect(projects).toEqual([['甲', '36', '做好甲']])
    expect(kinds).toEqual(['converted-from-yuan'])
  },
)

describe('a schedule without %', () => {
  const plan = (budget: string, heading: string, shares: string) => {
    const { draft, issues } = recogniseDocument(
      merged([
        TITLE,
        {
          table: [
            '项目名称|甲|||',
            `预算数（万元）|${budget}|||`,
            `${heading}|3月底|6月底|10月底|12月底`,
            `|${shares}`,
            '绩效目标|做好甲|||',
            '一级指标|二级指标|三级指标|指标值|',
            '产出指标|数量指标|甲数量|≥30套|',
          ].map(row),
        },
      ]),
    )
    const schedule = Object.entries(draft.plan.projects[0]?.schedule ?? {}).sort()
    return [schedule.map(([, share]) => share), said(issues).kinds] as const
  }

  it.each([
    ['36', '9|18|27|36'],
    ['400', '100|100|100|100'],
    ['36', '6|10|10|10'],
    ['36', '0.25|0.5|0.75|1'],
  ])('of a budget of %s: %s is asked about', (budget, shares) => {
    expect(plan(budget, '资金支出计划', shares)).toEqual([[null, null, null, null], ['schedule-unclear']])
  })

  it.each([
    ['36', '资金支出计划', '25|50|75|100'],
    ['250', '资金支出计划', '25|50|75|100'],
    ['100', '资金支出计划', '20|60|80|100'],
    ['36', '资金支出计划', '20|60|80|90'],
    ['36', '资金支出计划（%）', '9|18|27|36'],
    ['400', '资金支出计划（累计百分比）', '100|100|100|100'],
  ])('of a budget of %s: %s %s is one', (budget, heading, shares) => {
    expect(plan(budget, heading, shares)).toEqual([shares.split('|'), []])
  })
})

describe('资金支出计划 in columns of a list', () => {
  const list = (heading: string, ...rows: string[]) => {
    const { draft, issues } = recogniseDocument(
      merged([
        TITLE,
        { paragraph: '单位：万元' },
        {
          table: [
            `项目名称↓2|预算数↓2|${heading}→4|绩效目标↓2|一级指标↓2|二级指标↓2|三级指标↓2|指标值↓2`,
            '3月底|6月底|9月底|12月底',
            ...rows,
          ].map(row),
        },
      ]),
    )
    const schedules = draft.plan.projects.map(({ schedule }) =>
      Object.entries(schedule)
        .sort()
        .map(([, share]) => share),
    )
    return { schedules, ...said(issues) }
  }

  it('is each project’s, a blank share kept in its place', () => {
    const { schedules, kinds } = list(
      '资金支出计划（%）',
      '甲|30|20|50|80|100|做甲|产出指标|数量指标|甲数|≥1个',
      '甲|30|20|50|80|100|做甲|产出指标|质量指标|合格率|≥9%',
      '乙|30||60|80|100|做乙|产出指标|数量指标|乙数|≥1个',
    )
    expect(schedules).toEqual([
      ['20', '50', '80', '100'],
      [null, '60', '80', '100'],
    ])
    expect(kinds).toEqual([])
  })

  it('in amounts it is said to be', () => {
    const { schedules, named } = list('支出计划（万元）', '甲|30|6|12|20|30|做甲|产出指标|数量指标|甲数|≥1个')
    expect(schedules).toEqual([[]])
    expect(named('schedule-in-amounts')).toEqual(['6', '12', '20', '30'])
  })
})

describe('rows below months that say what they are', () => {
  const form = (...rows: string[]) => {
    const { draft, issues } = recogniseDocument(
      merged([
        TITLE,
        {
          table: [
            '项目名称|甲→4',
            '预算数（万元）|90→4',
            '支出计划|3月底|6月底|9月底|12月底',
            ...rows,
            '绩效目标|做好甲→4',
            '一级指标|二级指标|三级指标|指标值|',
            '产出指标|数量指标|甲数量|≥30套|',
          ].map(row),
        },
      ]),
    )
    return [Object.values(draft.plan.projects[0]?.schedule ?? {}).sort(), said(issues).kinds] as const
  }

  it('amounts above shares are named, the shares are taken', () => {
    const [shares, kinds] = form('金额|18|45|63|90', '比例（%）|20|50|70|100')
    expect([shares, kinds]).toEqual([['100', '20', '50', '70'], ['label-left']])
  })

  it('amounts alone are said to be', () => {
    const [shares, kinds] = form('金额（万元）|18|45|63|90')
    expect(shares).toEqual([null, null, null, null])
    expect(kinds).toContain('schedule-in-amounts')
  })
})

it('a part of a sum below it (其中) is no part of the last project', () => {
  const { projects, kinds } = read([HEAD, one('甲', '36'), '合计||36|||||', '其中：财政拨款||30|||||'])
  expect([projects, kinds]).toEqual([[['甲', '36', '做好甲']], ['sum-row']])
})
