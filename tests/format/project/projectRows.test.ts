import { describe, expect, it } from 'vitest'
import { worstFirst } from '@/domain/status/worstFirst'
import type { Entry } from '@/domain/ledger/entry'
import { HEBEI } from '@/domain/plan/preset'
import { projectRows } from '@/format/project/projectRows'
import { MARCH, OCTOBER, actual, adjust, day, pay, split, total, zero } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id

function tableOf(entries: readonly Entry[], asOf = OCTOBER, unit: 'wan' | 'yuan' = 'wan') {
  const { projects } = boardOf(entries, asOf)
  return projectRows(worstFirst(projects), projects, unit, HEBEI)
}
const rowOf = (position: number, entries: readonly Entry[], asOf = OCTOBER) => {
  const row = tableOf(entries, asOf).rows.find((candidate) => candidate.position === position)
  if (!row) throw new Error(`no project ${position}`)
  return row
}
const figures = ({ budget, spent, rate, plan, gap, word }: ReturnType<typeof rowOf>) => [
  budget.text,
  spent.text,
  rate.text,
  plan.text,
  gap.text,
  word,
]

describe('what is doubtful about the amount spent', () => {
  const paid = pay(`${P}/3`, '2020-05-01', '40')
  it.each<[string, readonly Entry[], string | null]>([
    ['nothing reported', [], null],
    ['payments alone', [paid], null],
    ['a total that its payments explain', [paid, total(`${P}/3`, '2020-06-30', '40')], null],
    ['a total above its payments', [paid, total(`${P}/3`, '2020-06-30', '41')], null],
    ['a total below its payments', [paid, total(`${P}/3`, '2020-06-30', '39.9')], '与逐笔不符'],
    ['a total of 0 over a payment', [paid, total(`${P}/3`, '2020-06-30', '0')], '与逐笔不符'],
    ['a zero beside money', [paid, zero(`${P}/3`, '2020-06-30')], '与逐笔不符'],
    [
      'a total below them that a later one mends',
      [paid, total(`${P}/3`, '2020-06-30', '0'), total(`${P}/3`, '2020-07-31', '40')],
      null,
    ],
    [
      'rival totals',
      [total(`${P}/3`, '2020-06-30', '40'), total(`${P}/3`, '2020-06-30', '41', { author: '李四' })],
      '有冲突',
    ],
  ])('%s', (_, entries, doubt) => {
    expect(rowOf(3, entries).doubt).toBe(doubt)
  })
})

describe('the rows of 总览', () => {
  it('show the plan of the budget that the rate beside it is of', () => {
    const entries = [adjust(`${P}/5`, '2020-11-10', '-12'), pay(`${P}/5`, '2020-10-01', '294')]
    const row = rowOf(5, entries, day('2020-11-30'))
    expect(figures(row)).toEqual(['457.00', '294.00', '64.3%', '82.1%', '−17.8', '滞后'])
    expect(row.planPercent?.toFixed(4)).toBe('82.1007')
  })

  it('stand worst first: over budget, by how late and how much money, unreported, slightly late, on plan, ahead', () => {
    const { rows } = tableOf([
      pay(`${P}/1`, '2020-10-01', '4023'),
      pay(`${P}/2`, '2020-10-01', '100'),
      pay(`${P}/3`, '2020-10-01', '52'),
      pay(`${P}/4`, '2020-10-01', '10.01'),
      zero(`${P}/5`, '2020-10-01'),
    ])
    expect(rows.map(({ position, word }) => [position, word])).toEqual([
      [4, '超预算'],
      [2, '严重滞后'],
      [5, '严重滞后'],
      [6, '未填报'],
      [3, '略滞后'],
      [1, '超前'],
    ])
  })

  it('give both projects of one code their own figures', () => {
    const entries = [pay(`${P}/4`, '2020-10-01', '6'), pay(`${P}/6`, '2020-10-01', '900')]
    expect(figures(rowOf(4, entries))).toEqual(['10.00', '6.00', '60.0%', '85%', '−25.0', '滞后'])
    expect(figures(rowOf(6, entries))).toEqual(['1,078.41', '900.00', '83.5%', '80%', '+3.5', '按计划'])
  })

  it('say 未填报 and no rate, and have no bar, where nothing was reported; zero is a report', () => {
    expect(figures(rowOf(5, []))).toEqual(['469.00', '未填报', '—', '80%', '—', '未填报'])
    expect(rowOf(5, []).ratePercent).toBeNull()
    expect(figures(rowOf(5, [zero(`${P}/5`, '2020-10-01')]))).toEqual([
      '469.00',
      '0.00',
      '0.0%',
      '80%',
      '−80.0',
      '严重滞后',
    ])
  })

  it('compare with no plan at the blank checkpoint', () => {
    const row = rowOf(1, [pay(`${P}/1`, '2020-02-01', '1000')], MARCH)
    expect(figures(row)).toEqual(['4,023.10', '1,000.00', '24.9%', '未设定', '—', '未到期'])
    expect(row.planPercent).toBeNull()
  })

  it.each([
    ['79.9999', '99.9999%'],
    ['63.9999', '79.9999%'],
    ['80.0001', '100.0001%'],
  ])('show %s of 80 as %s, on its side of plan and budget', (spent, rate) => {
    expect(rowOf(3, [pay(`${P}/3`, '2020-10-01', spent)]).rate.text).toBe(rate)
  })

  it('have a column for each 二级指标 in order of first appearance, whatever order a project prints', () => {
    const { columns, rows } = tableOf([])
    expect(columns.map(({ name }) => name)).toEqual([
      '数量',
      '质量',
      '时效',
      '成本',
      '社会效益',
      '可持续影响',
      '满意度',
    ])
    for (const { cells } of rows) expect(cells.flat()).toHaveLength(7)
    const fourth = rows.find(({ position }) => position === 4)
    expect(fourth?.cells.flat().map(({ position }) => position)).toEqual([2, 1, 3, 4, 5, 6, 7])
  })

  it('flag what was carried, exceeded or reported twice', () => {
    const flags = (entries: readonly Entry[]) =>
      rowOf(1, entries)
        .cells.flat()
        .map(({ flag }) => flag)
    expect(flags([actual(`${P}/1/1`, '2020-10-31', '104%')])[0]).toBe('exceeded')
    expect(flags([actual(`${P}/1/2`, '2020-06-30', '96%')])[1]).toBe('carried')
    expect(
      flags([
        actual(`${P}/1/2`, '2020-10-31', '96%'),
        actual(`${P}/1/2`, '2020-10-31', '90%', { author: '李四' }),
      ])[1],
    ).toBe('conflict')
  })

  it('show a split indicator by the measure that decides, or as open while one is missing', () => {
    const id = `${P}/2/1`
    const parts = split(id, '2020-01-02', [{ name: '参保率' }, { name: '救助水平' }])
    const first = actual(id, '2020-10-31', '99.5%', { measure: 'm1' })
    const second = actual(id, '2020-10-31', '97%', { measure: 'm2' })
    const cell = (entries: readonly Entry[]) => rowOf(2, entries).cells.flat()[0]
    expect(cell([parts, first])).toMatchObject({ value: '—', word: '未填报' })
    expect(cell([parts, first, second])).toMatchObject({ value: '97%', word: '接近' })
  })
})
