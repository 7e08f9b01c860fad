import { describe, expect, it } from 'vitest'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const split = (line: string): DrawnCell[] => line.split('|').map((text) => cell(text))

function read(lines: readonly string[], goals = '绩效目标') {
  const rows = lines.map(split)
  const across = (rows[0]?.length ?? 2) - 1
  const table = [
    [cell('项目名称'), cell('绿化', 1, across)],
    [cell('预算数'), cell('66', 1, across)],
    [cell(goals), cell('新增绿地', 1, across)],
    ...rows,
  ]
  const { draft, issues } = recogniseDocument(merged([TITLE, { table }]))
  return {
    rows: draft.plan.projects.flatMap(({ indicators }) =>
      indicators.map(({ level1, level2, level3, target }) =>
        [level1, level2, level3, target].map((text) => text ?? '').join('|'),
      ),
    ),
    kinds: [...new Set(issues.map(({ kind }) => kind))].filter((kind) => kind !== 'not-stated'),
  }
}

describe('two indicators side by side in one row', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'row by row where the levels stand once',
      ['一级指标|三级指标|指标值|三级指标|指标值', '产出指标|甲|≥1个|乙|≥2个', '效益指标|丙|≥3人||'],
      ['产出指标||甲|≥1个', '产出指标||乙|≥2个', '效益指标||丙|≥3人'],
      ['indicators-beside'],
    ],
    [
      'row by row where there are none',
      ['指标名称|指标值|指标名称|指标值', '甲|≥1个|乙|≥2个', '丙|≥3人|丁|≥4%'],
      ['||甲|≥1个', '||乙|≥2个', '||丙|≥3人', '||丁|≥4%'],
      ['indicators-beside'],
    ],
    [
      'down where they are numbered down',
      ['序号|指标名称|指标值|序号|指标名称|指标值', '1|甲|≥1个|3|丙|≥3人', '2|乙|≥2个||| '],
      ['||甲|≥1个', '||乙|≥2个', '||丙|≥3人'],
      ['indicators-beside', 'column-left'],
    ],
    [
      'down where each side has its levels',
      [
        '一级指标|二级指标|三级指标|指标值|一级指标|二级指标|三级指标|指标值',
        '产出指标|数量指标|甲|≥1个|效益指标|社会效益|丙|≥3人',
        '产出指标|质量指标|乙|≥2个|满意度指标|满意度|丁|≥4%',
      ],
      [
        '产出指标|数量指标|甲|≥1个',
        '产出指标|质量指标|乙|≥2个',
        '效益指标|社会效益|丙|≥3人',
        '满意度指标|满意度|丁|≥4%',
      ],
      ['indicators-beside'],
    ],
  ])('%s', (_, lines, rows, kinds) => {
    expect(read(lines)).toEqual({ rows, kinds })
  })

  it('are values of two terms where one name stands in both, and the last set is the year’s', () => {
    const lines = ['三级指标|指标值|三级指标|指标值', '甲|≥9个|甲|≥1个', '乙|≥9个|乙|≥2个']
    expect(read(lines)).toEqual({
      rows: ['||甲|≥1个', '||乙|≥2个'],
      kinds: ['columns-beside', 'longer-term-left'],
    })
  })

  it('are values of two terms where the table speaks of a longer one above', () => {
    const lines = ['中期目标|三年绿化|年度目标|绿化', '三级指标|指标值|三级指标|指标值', '甲|≥9个|乙|≥1个']
    expect(read(lines).rows).toEqual(['||乙|≥1个'])
  })
})
