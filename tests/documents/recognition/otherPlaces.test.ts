import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

function read(...lines: readonly string[]) {
  const { draft, issues } = recogniseDocument(
    merged([{ paragraph: '2024年度项目支出绩效目标表' }, { table: lines.map(row) }]),
  )
  return {
    projects: draft.plan.projects.map(({ name, budget, goals, indicators }) => [
      [name, budget.total, budget.fiscal, budget.other, ...goals].map((text) => text ?? '').join(' '),
      ...indicators.map((one) =>
        [one.level1, one.level2, one.level3, one.target].map((text) => text ?? '').join('|'),
      ),
    ]),
    ...said(issues),
  }
}

const HEAD = ['项目名称|装备→6', '年度资金总额（万元）|60→6', '年度绩效目标|配齐→6']

describe('tables as other places print them', () => {
  it('a block of the 总目标 above that of the year is of a longer term, low side labels are no names', () => {
    const found = read(
      '项目名称|检测→4',
      '项目预算（万元）|88→4',
      '年度目标|三十座→4',
      '总目标绩效指标↓2|一级指标|二级指标|指标内容|指标值',
      '产出指标|数量指标|桥梁|100座',
      '本年度绩效指标↓3|一级指标|二级指标|指标内容|指标值',
      '产出指标|数量指标|桥梁|30座',
      '满意度指标|服务对象满意度指标|群众|≥90%',
    )
    expect(found.projects).toEqual([
      ['检测 88   三十座', '产出指标|数量指标|桥梁|30座', '满意度指标|服务对象满意度指标|群众|≥90%'],
    ])
    expect(found.named('longer-term-left')).toContain('100座')
    expect(found.kinds).not.toContain('level3-repeated')
  })

  it('a sign in words is part of the value, before or behind it', () => {
    const found = read(
      ...HEAD,
      '一级指标|二级指标|三级指标|运算符号|指标值|计量单位|备注',
      '产出指标|数量指标|甲|大于等于|100|套|',
      '产出指标|质量指标|乙|较上年提高|5|%|',
      '产出指标|成本指标|丙|左右|3|万元|',
      '产出指标|时效指标|丁|约|95|%|',
      '产出指标|时效指标|戊|正向|95|%|',
    )
    expect(found.projects[0]?.slice(1).map((text) => text.split('|').at(-1))).toEqual([
      '大于等于100套',
      '较上年提高5%',
      '3万元左右',
      '约95%',
      '95%',
    ])
    expect(found.named('direction-left')).toEqual(['运算符号', '正向'])
  })

  it('a unit in the heading of 指标值 belongs to its bare figures', () => {
    const found = read(
      '项目名称|装备→3',
      '预算数（万元）|60→3',
      '绩效目标|配齐→3',
      '一级指标|二级指标|三级指标|指标值（%）',
      '产出指标|质量指标|甲|≥98',
      '产出指标|质量指标|乙|95%',
      '产出指标|时效指标|丙|按期完成',
    )
    expect(found.projects[0]?.slice(1).map((text) => text.split('|').at(-1))).toEqual([
      '≥98%',
      '95%',
      '按期完成',
    ])
  })

  it('amounts and 指标值 by year: the plan’s year counts, the sum of all years does not', () => {
    const found = read(
      '项目名称|装备→5',
      '资金总额（万元）|180→5',
      '其中：2024年|60→5',
      '2025年|70→5',
      '2026年|50→5',
      '总体目标|配齐→5',
      '一级指标|二级指标|三级指标|2024年|2025年|2026年',
      '产出指标|数量指标|甲|≥100套|≥200套|≥300套',
    )
    expect(found.projects).toEqual([['装备 60   配齐', '产出指标|数量指标|甲|≥100套']])
    expect(found.named('longer-term-left')).toEqual(['资金总额（万元）', '180'])
    expect(found.named('other-year-left')).toEqual(expect.arrayContaining(['70', '50', '≥200套', '≥300套']))
  })

  it('two halves whose indicators are called 指标内容 hold different ones', () => {
    const found = read(
      '项目名称|装备→5',
      '预算数（万元）|60→5',
      '绩效目标|配齐→5',
      '产出指标→3|效益指标→3',
      '二级指标|指标内容|目标值|二级指标|指标内容|目标值',
      '数量指标|装备|≥100套|社会效益|破案率|≥80%',
    )
    expect(found.projects[0]?.slice(1)).toEqual([
      '产出指标|数量指标|装备|≥100套',
      '效益指标|社会效益|破案率|≥80%',
    ])
    expect(found.kinds).not.toContain('longer-term-left')
  })

  it('a unit beside its own label, and the number of a page in a row, are read as such', () => {
    const found = read(
      '项目名称：|装备|金额单位：|万元',
      '预算金额：|60|其中：财政拨款|60',
      '绩效目标：|配齐→3',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标↓3|数量指标|甲|≥100套',
      '第 1 页 共 2 页→3',
      '质量指标|乙|≥95%',
    )
    expect(found.projects).toEqual([
      ['装备 60 60  配齐', '产出指标|数量指标|甲|≥100套', '产出指标|质量指标|乙|≥95%'],
    ])
    expect(found.kinds).toEqual([])
  })

  it('labels with amounts in one cell are taken apart in rows of money only', () => {
    const found = read(
      '项目名称|装备→3',
      '项目资金（万元）|年度资金总额：100→3',
      '|其中：财政拨款 80|其他资金 20|',
      '绩效目标|配齐→3',
      '一级指标|二级指标|三级指标|指标值',
      '成本指标|经济成本|资金投入 500|≤500万元',
    )
    expect(found.projects).toEqual([['装备 100 80 20 配齐', '成本指标|经济成本|资金投入 500|≤500万元']])
  })

  it('indicators without headings may lack 二级指标, a name may hold its code, a budget may stand below', () => {
    const found = read(
      '项目名称及编码|装备 13000024P001→3',
      '绩效目标|配齐→3',
      '绩效指标↓2|产出指标|枪械|≥100套',
      '满意度指标|群众|≥90%',
      '预算数（万元）|60→3',
      '备注|无→3',
    )
    expect(found.projects).toEqual([['装备 60   配齐', '产出指标||枪械|≥100套', '满意度指标||群众|≥90%']])
    expect(found.named('name-with-code')).toEqual(['装备 13000024P001'])
    expect(found.kinds).not.toContain('row-not-aligned')
  })

  it('a list whose lower headings leave the places of the upper ones blank; sums of a unit are no projects', () => {
    const found = read(
      '单位名称|项目名称|预算数|绩效目标|绩效指标→4',
      '||||一级指标|二级指标|三级指标|指标值',
      '某局|甲|60|配|产出指标|数量指标|装备|≥100套',
      '小计||60|||||',
      '某局|乙|70|建|产出指标|数量指标|系统|≥1套',
    )
    expect(found.projects).toEqual([
      ['甲 60   配', '产出指标|数量指标|装备|≥100套'],
      ['乙 70   建', '产出指标|数量指标|系统|≥1套'],
    ])
    expect(found.kinds).not.toContain('department-differs')
    expect(found.named('sum-row')).toEqual(['小计', '60'])
  })

  it('months with 前, and a row label of shares', () => {
    const { draft, issues } = recogniseDocument(
      merged([
        { paragraph: '2024年度项目支出绩效目标表（单位：万元）' },
        {
          table: [
            '项目名称|装备→3',
            '预算数|60→3',
            '资金支出计划|3月底前|6月底前|12月底前',
            '累计支出比例|25%|50%|100%',
            '绩效目标|配齐→3',
          ].map(row),
        },
      ]),
    )
    expect(draft.plan.projects[0]?.schedule).toEqual({ '03': '25%', '06': '50%', '12': '100%' })
    expect(issues.filter(({ kind }) => kind === 'cell-not-understood')).toEqual([])
  })

  it('projects whose name, budget and goal stand in lines above their tables', () => {
    const table = (name: string) => ({
      table: ['一级指标|二级指标|三级指标|指标值', `产出指标|数量指标|${name}|≥1套`].map(row),
    })
    const lines = (...texts: readonly string[]) => texts.map((paragraph) => ({ paragraph }))
    const { draft } = recogniseDocument(
      merged([
        ...lines('2024年度项目支出绩效目标表', '项目名称：甲', '预算金额：60万元', '绩效目标：配齐'),
        table('装备'),
        ...lines('项目名称：乙', '预算金额：700000元', '绩效目标：建好'),
        table('系统'),
      ]),
    )
    expect(
      draft.plan.projects.map(({ name, budget, goals, indicators }) => [
        name,
        budget.total,
        ...goals,
        ...indicators.map(({ level3 }) => level3),
      ]),
    ).toEqual([
      ['甲', '60', '配齐', '装备'],
      ['乙', '70', '建好', '系统'],
    ])
  })
})
