import { describe, expect, it } from 'vitest'
import { severalIn } from '@/documents/recognition/indicators/severalInCell'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, merged, row, said } from './drawn'

function read(name: string, target: string) {
  const head = ['项目名称|甲项目→3', '预算数|36→3', '绩效目标|做好甲→3', '一级指标|二级指标|三级指标|指标值']
  const table = [...head.map(row), ['产出指标', '数量指标', name, target].map((text) => cell(text))]
  const { draft, issues } = recogniseDocument(
    merged([{ paragraph: '2023年度项目支出绩效目标表（单位：万元）' }, { table }]),
  )
  const indicators = draft.plan.projects[0]?.indicators.map((one) => `${one.level3}|${one.target}`)
  return { indicators, kinds: said(issues).kinds }
}

describe('several indicators in one row of cells', () => {
  it.each([
    ['甲件数\n乙件数\n丙件数', '4件\n5件\n6件', ['甲件数|4件', '乙件数|5件', '丙件数|6件']],
    ['甲件数\n乙件数', '4\n5', ['甲件数|4', '乙件数|5']],
    ['指标1：就业\n指标2：创业', '增加\n提升', ['就业|增加', '创业|提升']],
    ['指标1：单价\n指标2：总价', '指标1：≤2万元\n指标2：≤80万元', ['单价|≤2万元', '总价|≤80万元']],
    ['指标一：单价；指标二：总价', '指标一：≤2万元；指标二：≤80万元', ['单价|≤2万元', '总价|≤80万元']],
    ['指标1 单价\n指标2 总价', '≤2万元\n≤80万元', ['单价|≤2万元', '总价|≤80万元']],
    ['就业人数\n创业人数', '显著提升\n有效改善', ['就业人数|显著提升', '创业人数|有效改善']],
    ['办结时间\n办结率', '6月底前\n100%', ['办结时间|6月底前', '办结率|100%']],
    ['完好率\n合格率', '1.≥95%\n2.≥90%', ['完好率|≥95%', '合格率|≥90%']],
  ])('%j and %j are parted, which is said', (name, target, wanted) => {
    expect(read(name, target)).toEqual({ indicators: wanted, kinds: ['cell-split'] })
  })

  it.each([
    ['指标1：就业\n指标2：创业', '增加'],
    ['甲件数\n乙件数', '4件\n5件\n6件'],
    ['甲乙件数', '4件\n5件'],
    ['甲件数\n乙件数', '100%'],
    ['就业\n创业', '带动就业\n促进创业'],
    ['农村道路\n村级广场', '好\n整洁有序'],
    ['农村道路\n村级广场', '通畅\n通畅'],
    ['合格率、达标率', '95%、90%'],
    ['甲件数和乙件数', '4件；5件'],
    ['办结率', '≥95%、≥90%'],
  ])('%j and %j stay one, which is asked', (name, target) => {
    const { indicators, kinds } = read(name, target)
    expect([indicators?.length, kinds]).toEqual([1, ['several-in-one-cell']])
  })
})

describe('a text that a narrow column broke is one', () => {
  it.each([
    ['社会保障服\n务水平', '不断提\n升'],
    ['社会保障服务\n水平', '显著\n提升'],
    ['完成时间', '2023年\n12月底前'],
    ['参保人员满意\n度', '≥95\n%'],
    ['培训人员数\n量', '1000\n人次'],
    ['长户\n数', '≥1,260\n户'],
  ])('%j and %j', (name, target) => {
    const { indicators, kinds } = read(name, target)
    expect([indicators, kinds]).toEqual([[`${name}|${target}`.replaceAll('\n', '')], []])
  })
})

it('one of each is none', () => {
  const [name, target] = [cell('甲数量'), cell('≥30套')].map(({ lines }) => ({
    row: 0,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    lines,
    tables: [],
  }))
  expect(name && target && severalIn(name, target)).toEqual([null, null])
})
