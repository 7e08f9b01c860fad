import { describe, expect, it } from 'vitest'
import { headingColumn, namedRows, parseHeading, rowNames, statedUnit } from '@/domain/sheets/pasteLabels'
import { gridOf, MEDICAL, MIXED, PENSION } from '../../fixtures/entryProjects'

describe('headings', () => {
  it.each([
    ['3月底', 3],
    ['6月底', 6],
    ['６月底', 6],
    ['6 月 底', 6],
    ['6月末', 6],
    ['6月', 6],
    ['6月份', 6],
    ['06月', 6],
    ['1-6月', 6],
    ['1—6月', 6],
    ['1～6月', 6],
    ['1月至6月', 6],
    ['1至10月', 10],
    ['截至6月底', 6],
    ['截止10月底累计', 10],
    ['截至2020年6月底', 6],
    ['2020年截至6月底', 6],
    ['2020年6月30日', 6],
    ['2020-06-30', 6],
    ['2020/10/31', 10],
    ['6月30日', 6],
    ['6月底（万元）', 6],
    ['6月底(%)', 6],
    ['6月底实际完成值', 6],
    ['1-6月执行数', 6],
    ['1-6月执行情况', 6],
    ['六月底', 6],
    ['十二月底', 12],
    ['一季度', 3],
    ['上半年', 6],
    ['2020年上半年', 6],
    ['前三季度', 9],
    ['全年', 12],
    ['年底', 12],
    ['13月', null],
    ['0月', null],
    ['6月15日', null],
    ['3月4日', null],
    ['6月计划', null],
    ['支出', null],
    ['552', null],
    ['月'.repeat(10_000), null],
  ])('%s is the checkpoint of month %s', (text, month) => {
    const heading = parseHeading(text)
    expect(heading.kind === 'checkpoint' ? heading.month : null).toBe(month)
  })

  it.each(['三级指标', '一级 指标', '序号', '指标名称', '年度指标值', '指标值（%）', '备注', '单位'])(
    '%s heads a label column',
    (text) => {
      expect(parseHeading(text)).toEqual({ kind: 'label' })
    },
  )

  it('names a column of the grid, unless it is of another year or month', () => {
    const grid = gridOf(MEDICAL)
    const column = (text: string) => headingColumn(parseHeading(text), grid)
    expect(['3月底', '6月底', '10月底', '全年'].map(column)).toEqual([0, 1, 2, 3])
    expect(['2020年6月底', '2019年6月底', '9月底', '', '合计'].map(column)).toEqual([
      1,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('stated units', () => {
  it.each([
    ['支出（万元）', 'wan'],
    ['支出(元)', 'yuan'],
    ['单位：万元', 'wan'],
    ['（单位：元）', 'yuan'],
    ['执行情况（单位:万元）', 'wan'],
    ['支出万元', null],
    ['参保率（%）', null],
    ['', null],
  ])('%s says %s', (text, unit) => {
    expect(statedUnit(text)).toBe(unit)
  })
})

describe('row names', () => {
  const medical = rowNames(gridOf(MEDICAL))
  const pension = rowNames(gridOf(PENSION))

  it.each([
    [['支出'], [0]],
    [['累计支出（万元）'], [0]],
    [['执行数'], [0]],
    [['社会医疗保险基金财政补助'], [0]],
    [['政策知晓率'], [5]],
    [['5、政策知晓率：'], [5]],
    [['政策 知晓率'], [5]],
    [['按期完成率'], [3]],
    [['质量指标'], [2]],
    [['质量指标', '政策知晓率'], [5]],
    [['产出指标', '数量指标', '医疗保险参保率；医疗救助水平'], [1]],
    [['医疗保险参保率；\n医疗救助水平'], [1]],
    [['合计'], []],
    [['', ' '], []],
    [['x'.repeat(100_000)], []],
  ])('%j is row %j', (labels, rows) => {
    expect(namedRows(labels, medical)).toEqual(rows)
  })

  it('are told apart by their 二级指标 where that is given, and are namesakes otherwise', () => {
    expect(namedRows(['按时完成待遇发放，保障人们生活'], pension)).toEqual([2, 3])
    expect(
      namedRows(['效果指标', '按时完成待遇发放,保障人们生活', '应缴尽缴、应发尽发，维护社会稳定'], pension),
    ).toEqual([2, 3])
    expect(namedRows(['可持续影响指标', '按时完成待遇发放，保障人们生活'], pension)).toEqual([3])
  })

  it('are found for each kind of target', () => {
    const mixed = rowNames(gridOf(MIXED))
    expect(
      ['技能培训', '培训人数', '首期开班时间', '社会影响', '合同年限'].map((name) =>
        namedRows([name], mixed),
      ),
    ).toEqual([[0], [1], [2], [3], [4]])
  })
})
