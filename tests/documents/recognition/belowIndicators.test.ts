import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { merged, row, said } from './drawn'

const TITLE = { paragraph: '2023年度项目支出绩效目标表（单位：万元）' }
const LEVELS = '一级指标|二级指标|三级指标|指标值'
const ONE = '产出指标|数量指标|甲数量|≥30套'
const LAST = '满意度指标|服务对象满意度|群众满意度|≥90%'

function read(...rows: string[]) {
  const head = ['项目名称|甲项目→3', '预算数|36→3', '绩效目标|做好甲→3', LEVELS]
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: [...head, ...rows].map(row) }]))
  const indicators = draft.plan.projects[0]?.indicators.map((one) =>
    [one.level1, one.level2, one.level3, one.target].map((text) => text ?? '').join('|'),
  )
  return { indicators, ...said(issues) }
}

describe('what stands below the indicators is no indicator and is listed in one line', () => {
  it.each([
    ['数量 as a heading', ['经济科目|数量|单价|金额', '办公费|10|0.5|5', '差旅费|25|1|25']],
    ['a block with its title', ['支出明细→4', '序号|支出内容|测算依据|金额（万元）', '1|设备|4台×10|40']],
    ['amounts of years', ['分年度投资计划|2023年|2024年|2025年', '投资额|80|120|60']],
    ['times', ['实施进度计划|开始时间|完成时间|责任人', '招标|2023年3月|2023年4月|李四']],
    ['sources', ['投资来源|中央|省级|县级', '金额|40|30|10', '|1.5|2|3']],
    ['who filled it in', ['填表人：|王五|联系电话：|5551234']],
    ['who signed it', ['单位负责人|李四|填报日期|2023年1月8日']],
    ['a remark', ['说明|本表一式三份|报送日期|2023年1月']],
  ])('%s', (_, below) => {
    const { indicators, kinds, named } = read(ONE, LAST, ...below)
    expect(indicators).toEqual([ONE, LAST])
    const title = below[0]?.includes('→') === true
    expect(kinds).toEqual(title ? ['row-not-aligned', 'below-left'] : ['below-left'])
    const filled = below.filter((line) => !line.includes('→')).flatMap((line) => line.split('|'))
    expect(named('below-left')).toEqual(filled.filter((text) => text !== ''))
  })

  it('customary levels below it go on', () => {
    const { indicators, named } = read(ONE, '填表人|王五|联系电话|5551234', LAST)
    expect(indicators).toEqual([ONE, LAST])
    expect(named('below-left')).toEqual(['填表人', '王五', '联系电话', '5551234'])
  })
})

describe('levels in words of their own stay', () => {
  it.each([
    '过程指标|财务管理|制度健全性|健全',
    '资金管理|使用规范|合规性|合规',
    '社会影响|受益面|覆盖村数|3个',
    '民生保障|经济效益|增收|提升',
    '民生保障|到户情况|到户数|≥20户',
  ])('%s', (line) => {
    expect(read(ONE, line)).toMatchObject({ indicators: [ONE, line], kinds: [] })
  })

  it('where none of the table is customary', () => {
    const rows = ['民生保障|到户|到户数|20户', '基础设施|道路|里程|3公里']
    expect(read(...rows)).toMatchObject({ indicators: rows, kinds: [] })
  })
})

describe('a blank 一级指标 that the 二级指标 contradicts is that of the 二级指标, and is asked', () => {
  it.each([
    ['产出指标', '经济效益指标', '效益指标'],
    ['产出指标', '社会效果', '效果指标'],
    ['产出', '服务对象满意度指标', '满意度'],
    ['产出指标', '满意度指标', '满意度指标'],
    ['效益指标', '质量指标', '产出指标'],
  ])('%s, %s', (first, second, wanted) => {
    const { indicators, kinds, named } = read(`${first}|某指标|甲|1个`, `|${second}|乙|2个`, '||丙|3个')
    expect(indicators?.slice(1)).toEqual([`${wanted}|${second}|乙|2个`, `${wanted}|${second}|丙|3个`])
    expect([kinds, named('level1-from-level2')]).toEqual([['level1-from-level2'], [second]])
  })

  it.each([
    ['产出指标', '成本指标'],
    ['效益指标', '服务对象满意度'],
    ['产出指标', '其他'],
  ])('%s, %s go together', (first, second) => {
    const { indicators, kinds } = read(`${first}|某指标|甲|1个`, `|${second}|乙|2个`)
    expect([indicators?.[1], kinds]).toEqual([`${first}|${second}|乙|2个`, []])
  })

  it('one after another', () => {
    const { indicators } = read(ONE, '|社会效益指标|乙|提升', '|服务对象满意度指标|丙|≥90%')
    expect(indicators?.slice(1)).toEqual([
      '效益指标|社会效益指标|乙|提升',
      '满意度指标|服务对象满意度指标|丙|≥90%',
    ])
  })

  it('merged over both rows it is as printed', () => {
    const { indicators, kinds } = read('产出指标↓2|数量指标|甲|1个', '经济效益指标|乙|2个')
    expect([indicators?.[1], kinds]).toEqual(['产出指标|经济效益指标|乙|2个', []])
  })
})
