import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { nameAndValue } from '@/documents/recognition/indicators/nameAndValue'
import { merged, row, said } from './drawn'

const TITLE = [{ paragraph: '2025年度项目支出绩效目标批复汇总表' }, { paragraph: '单位：万元' }]

function read(...tables: readonly (readonly string[])[]) {
  const blocks = tables.map((lines) => ({ table: lines.map(row) }))
  const { draft, issues } = recogniseDocument(merged([...TITLE, ...blocks]))
  return {
    projects: draft.plan.projects.map(({ name, budget, indicators }) => [
      `${name} ${budget.total}`,
      ...indicators.map((one) =>
        [one.level1, one.level2, one.level3, one.target, one.weight].map((text) => text ?? '').join('|'),
      ),
    ]),
    ...said(issues),
  }
}

describe('indicators in the columns of a list of projects', () => {
  it('are pairs of name and value, numbered in their headings', () => {
    const found = read([
      '项目名称|预算数|指标1名称|指标1值|指标2名称|指标2值',
      '养护|120|里程|≥50公里|合格率|≥95%',
      '文化|36.5|场次|≥60场||',
    ])
    expect(found.projects).toEqual([
      ['养护 120', '||里程|≥50公里|', '||合格率|≥95%|'],
      ['文化 36.5', '||场次|≥60场|'],
    ])
  })

  it('stand under their levels, the names in the headings too', () => {
    const found = read([
      '项目名称↓3|预算金额↓3|产出指标→2|效益指标|满意度指标',
      '数量指标|质量指标|社会效益指标|服务对象满意度指标',
      '堤防长度|合格率|受益人口|群众满意度',
      '加固|300|≥12公里|100%|≥2万人|≥90%',
      '除险|150.25|≥3公里|—||≥92%',
    ])
    expect(found.projects).toEqual([
      [
        '加固 300',
        '产出指标|数量指标|堤防长度|≥12公里|',
        '产出指标|质量指标|合格率|100%|',
        '效益指标|社会效益指标|受益人口|≥2万人|',
        '满意度指标|服务对象满意度指标|群众满意度|≥90%|',
      ],
      ['除险 150.25', '产出指标|数量指标|堤防长度|≥3公里|', '满意度指标|服务对象满意度指标|群众满意度|≥92%|'],
    ])
    expect(found.kinds).toEqual([])
  })

  it.each([
    ['merged', '产出指标→2|效益指标', '↓2'],
    ['with the places of merged cells blank', '产出指标||效益指标', ''],
  ])('hold name and value in one cell under a level, %s, said by column', (_, firsts, down) => {
    const found = read([
      `项目名称${down}|预算数${down}|${firsts}`,
      `${down === '' ? '||' : ''}数量指标|质量指标|社会效益`,
      '加固|300|堤防≥12公里|合格率100%|带动就业',
      '除险|150|1.水库≥3座；2.闸门≥2座|合格率≥96%|受益：1.2万人',
    ])
    expect(found.projects).toEqual([
      [
        '加固 300',
        '产出指标|数量指标|堤防|≥12公里|',
        '产出指标|质量指标|合格率|100%|',
        '效益指标|社会效益|带动就业||',
      ],
      [
        '除险 150',
        '产出指标|数量指标|水库|≥3座|',
        '产出指标|数量指标|闸门|≥2座|',
        '产出指标|质量指标|合格率|≥96%|',
        '效益指标|社会效益|受益|1.2万人|',
      ],
    ])
    expect(found.named('name-and-value')).toEqual(
      expect.arrayContaining(['堤防≥12公里', '合格率100%', '受益：1.2万人']),
    )
  })

  it('have a column for the value beside the name under their level, and weights, signs and units', () => {
    const found = read([
      '项目名称↓2|预算数↓2|数量指标→4|质量指标→4',
      '指标名称|指标性质|指标值|度量单位|指标名称|指标值|计量单位|分值',
      '加固|300|长度|≥|12|公里|合格率|100|%|25',
    ])
    expect(found.projects).toEqual([['加固 300', '|数量指标|长度|≥12公里|', '|质量指标|合格率|100%|25']])
    expect(
      read(['项目名称|预算数|数量指标|指标值|满意度指标|指标值', '加固|300|长度|≥12公里|群众|≥90%']).projects,
    ).toEqual([['加固 300', '|数量指标|长度|≥12公里|', '满意度指标|满意度指标|群众|≥90%|']])
  })

  it('have what was done beside what was planned, which is left out by column', () => {
    const found = read([
      '项目名称↓3|预算数↓3|产出指标→4',
      '面积→2|合格率→2',
      '目标值|完成值|目标值|完成值',
      '加固|300|≥12亩|11亩|100%|98%',
    ])
    expect(found.projects).toEqual([['加固 300', '产出指标||面积|≥12亩|', '产出指标||合格率|100%|']])
    expect(found.named('actual-left')).toEqual(['完成值', '11亩', '完成值', '98%'])
  })

  it('go on for the rows a project is merged over, and below headings printed again', () => {
    const heads = '项目名称|预算数|数量指标|指标值|质量指标|指标值'
    const found = read(
      [heads, '加固↓2|300↓2|长度|≥12公里|合格率|100%', '闸门|≥2座||'],
      [heads, '除险|150|水库|≥3座|合格率|100%'],
    )
    expect(found.projects).toEqual([
      ['加固 300', '|数量指标|长度|≥12公里|', '|质量指标|合格率|100%|', '|数量指标|闸门|≥2座|'],
      ['除险 150', '|数量指标|水库|≥3座|', '|质量指标|合格率|100%|'],
    ])
  })

  it('are none where the columns of levels hold scores, and the table is named', () => {
    const found = read(['项目名称|预算数|产出指标|效益指标|满意度指标|总分', '加固|300|48.5|29|10|87.5'])
    expect(found.projects).toEqual([])
    expect(found.kinds).toContain('table-unread')
  })

  it('beside each other in three sets of columns, one blank in a row', () => {
    const found = read([
      '项目名称|预算数|三级指标|指标值|三级指标|指标值|三级指标|指标值',
      '加固|300|甲|≥1个|乙|≥2个|丙|≥3个',
      '除险|150|甲|≥1个|||丙|≥3个',
    ])
    expect(found.projects).toEqual([
      ['加固 300', '||甲|≥1个|', '||乙|≥2个|', '||丙|≥3个|'],
      ['除险 150', '||甲|≥1个|', '||丙|≥3个|'],
    ])
  })
})

describe('name and value in one text', () => {
  it.each([
    ['演出场次≥60场', '演出场次', '≥60场'],
    ['合格率：100%', '合格率', '100%'],
    ['合格率100%', '合格率', '100%'],
    ['满意度达到９０％以上', '满意度', '９０％以上'],
    ['办结时限不超过5天', '办结时限', '不超过5天'],
    ['完成时间：2025年12月底前', '完成时间', '2025年12月底前'],
    ['≤300万元', null, '≤300万元'],
    ['2025年12月底前', null, '2025年12月底前'],
    ['按期完工', '按期完工', null],
    ['完成12公里堤防加固', '完成12公里堤防加固', null],
    ['发现问题：及时整改', '发现问题：及时整改', null],
    ['不低于上年水平', '不低于上年水平', null],
  ])('%s', (text, name, value) => {
    expect(nameAndValue(text)).toEqual({ name, value })
  })
})
