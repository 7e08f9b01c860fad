import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import OfficialTable from '@/views/project/OfficialTable.vue'
import { officialTable } from '@/format/papers/officialTable'
import { OCTOBER, actual, pay } from '../../domain/build'
import { boardOf, PUBLISHED } from '../../format/board'
import { mountedHere } from '../../components/mounting'

const here = mountedHere()
const P = PUBLISHED.id
const board = boardOf(
  [pay(`${P}/1`, '2020-06-20', '2400'), actual(`${P}/1/2`, '2020-10-31', '94.996%')],
  OCTOBER,
)
const sheets = board.projects.map((status) => officialTable(PUBLISHED, status))
const show = (table: (typeof sheets)[number]) => here(mount(OfficialTable, { props: { table } }))

/** How many columns each row fills, counting what reaches down into it. */
function widths(rows: readonly HTMLTableRowElement[]): number[] {
  const reaching: number[] = []
  return rows.map((row, index) => {
    for (const cell of row.cells) {
      for (let down = 0; down < cell.rowSpan; down += 1) {
        reaching[index + down] = (reaching[index + down] ?? 0) + cell.colSpan
      }
    }
    return reaching[index] ?? 0
  })
}

describe('OfficialTable', () => {
  it.each(sheets)('$title fills its eight columns in every row', (sheet) => {
    for (const body of show(sheet).findAll('tbody')) {
      const rows = body.findAll('tr').map((row) => row.element as HTMLTableRowElement)
      expect(widths(rows)).toEqual(rows.map(() => 8))
    }
  })

  it('has a ninth column where the table prints 分值, a blank one blank', () => {
    const [status] = board.projects
    if (!status) throw new Error('no project')
    const indicators = status.indicators.map((own, index) => ({
      ...own,
      indicator: { ...own.indicator, weight: index === 1 ? null : `${index}分` },
    }))
    const project = { ...status.project, indicators: indicators.map(({ indicator }) => indicator) }
    const table = show(officialTable(PUBLISHED, { ...status, project, indicators }))
    for (const body of table.findAll('tbody')) {
      const rows = body.findAll('tr').map((row) => row.element as HTMLTableRowElement)
      expect(widths(rows)).toEqual(rows.map(() => 9))
    }
    const heads = table.findAll('thead th, tbody:last-child tr:first-child th').map((cell) => cell.text())
    expect(heads.slice(4, 7)).toEqual(['指标值', '分值', '指标值确定依据'])
    expect(table.text()).toContain('0分')
    expect(table.text()).not.toContain('1分')
  })

  it('prints 一级指标 once for the rows of its group', () => {
    const [first] = sheets
    if (!first) throw new Error('no sheet')
    const groups = show(first).findAll('th[scope="rowgroup"]')
    expect(groups.map((cell) => [cell.text(), cell.attributes('rowspan')])).toEqual([
      ['产出指标', '4'],
      ['效果指标', '2'],
      ['满意度指标', '1'],
    ])
  })

  it('leaves the blank cell blank and puts the actuals beside the printed ones', () => {
    const [first] = sheets
    if (!first) throw new Error('no sheet')
    const rows = show(first).findAll('tr')
    const cells = (head: string) =>
      rows
        .find((row) => row.findAll('th').some((cell) => cell.text() === head))
        ?.findAll('td.number')
        .map((cell) => cell.text())
    expect(cells('计划')).toEqual(['', '60.00', '80.00', '100.00'])
    expect(cells('实际执行率')).toEqual(['未填报', '59.66%', '59.66%', '未到期'])
    const second = rows.find((row) => row.text().includes('按时发放待遇，保障参保人员生活'))
    expect(
      second
        ?.findAll('td')
        .map((cell) => cell.text())
        .slice(-4),
    ).toEqual(['≥95百分比', '按规定完成', '94.996%', '接近'])
  })

  it('shows both tables of one code under their own names and budgets', () => {
    const texts = [sheets[3], sheets[5]].flatMap((sheet) => (sheet ? [show(sheet).text()] : []))
    for (const text of texts) expect(text).toContain('323-0105-YBN-V0X2')
    expect(texts[0]).toContain('10.00')
    expect(texts[1]).toContain('1078.41')
  })
})
