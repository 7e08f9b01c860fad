import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const cells = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))
const HEAD = ['项目名称|绿化', '预算数|66', '绩效目标|新增绿地']

function read(rows: readonly DrawnCell[][]) {
  const head = HEAD.map((line) => line.split('|')).map(([label = '', value = '']) => [
    cell(label),
    cell(value, 1, (rows[0]?.reduce((sum, { across }) => sum + across, 0) ?? 4) - 1),
  ])
  const { draft, issues } = recogniseDocument(merged([TITLE, { table: [...head, ...rows] }]))
  return {
    targets: draft.plan.projects.flatMap(({ indicators }) => indicators.map(({ target }) => target)),
    named: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

const LEVELS = '一级指标|二级指标|三级指标'

describe('columns of a part of the year beside the whole', () => {
  it.each([
    ['半年（计划）指标值', '全年（计划）指标值'],
    ['上半年目标值', '全年目标值'],
    ['半年度指标值', '年度指标值'],
    ['1-6月指标值', '全年指标值'],
    ['一季度目标值', '年度目标值'],
    ['第3季度指标值', '指标值'],
    ['6月底指标值', '指标值'],
  ])('%s | %s: the whole year counts, in either order', (part, whole) => {
    const one = read([cells(`${LEVELS}|${part}|${whole}`), cells('产出指标|数量指标|绿地|≥1公顷|≥3公顷')])
    expect(one.targets).toEqual(['≥3公顷'])
    expect(one.named('part-left')).toEqual([part, '≥1公顷'])
    const two = read([cells(`${LEVELS}|${whole}|${part}`), cells('产出指标|数量指标|绿地|≥3公顷|≥1公顷')])
    expect(two.targets).toEqual(['≥3公顷'])
    expect(two.named('part-left')).toEqual([part, '≥1公顷'])
  })

  it('below one heading: the whole year counts', () => {
    const found = read([
      [...LEVELS.split('|').map((text) => cell(text, 2)), cell('指标值', 1, 3)],
      cells('一季度|上半年|全年'),
      cells('产出指标|数量指标|绿地|≥1公顷|≥2公顷|≥3公顷'),
    ])
    expect(found.targets).toEqual(['≥3公顷'])
    expect(found.named('part-left')).toEqual(['一季度', '≥1公顷', '上半年', '≥2公顷'])
  })

  it('are no 指标值 of the year where only they stand', () => {
    const found = read([cells(`${LEVELS}|上半年指标值|备注`), cells('产出指标|数量指标|绿地|≥1公顷|无')])
    expect(found.targets).toEqual([null])
    expect(found.named('column-left').concat(found.named('part-left'))).toContain('≥1公顷')
  })
})

describe('the units and signs of 指标值 in columns of their own', () => {
  it.each(['绩效度量单位', '计量单位', '指标值计量单位', '计量（度量）单位', '绩效指标单位'])(
    '%s',
    (unit) => {
      const found = read([
        cells(`${LEVELS}|指标性质|绩效指标值|${unit}`),
        cells('产出指标|数量指标|绿地|≥|3|公顷'),
      ])
      expect(found.targets).toEqual(['≥3公顷'])
    },
  )
})
