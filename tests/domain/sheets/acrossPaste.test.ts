import { describe, expect, it } from 'vitest'
import { acrossCell, acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { PLAN_ID, projectOf, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { DECEMBER, inWan, JUNE } from '../build'

const SCHEDULE = { '03': null, '06': '50.00', '10': '80.00', '12': '100.00' }
const desks = (projects = SIX_PROJECTS) =>
  projects.map((project) => projectDesk(project, 2020, emptyLedger(PLAN_ID), DECEMBER, HEBEI))
const grid = acrossGrid(desks(), JUNE)
const said = (rows: readonly (readonly string[])[], focus = { row: 0, column: 0 }, over = grid) =>
  planAcross({ rows, merged: [], underlying: [] }, over, focus, 'wan').cells.map(({ row, outcome }) => {
    if (outcome.kind === 'accepted')
      return `${row} ${outcome.value.kind === 'amount' ? inWan(outcome.value.amount) : '…'}`
    return `${row} ${outcome.kind}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}` : ''}`
  })

describe('one checkpoint of all projects', () => {
  it('has a row for every project, the spending first, and a place for the nth row of a 二级指标', () => {
    expect(grid.rows.map(({ project }) => project.position)).toEqual([1, 2, 3, 4, 5, 6])
    expect(grid.columns[0]).toEqual({ kind: 'spending' })
    expect(acrossCell(grid, 2, 0)?.row.kind).toBe('spending')
    expect(grid.columns).toHaveLength(8)
    expect(acrossCell(grid, 2, 8)).toBeNull()
    expect(acrossCell(grid, 6, 0)).toBeNull()
  })

  it('leaves a place empty where a project has fewer rows', () => {
    const few = acrossGrid(
      desks([...SIX_PROJECTS.slice(0, 1), projectOf(7, '小项', '5', SCHEDULE, ['≥1'])]),
      JUNE,
    )
    expect(acrossCell(few, 1, 1)?.row.kind).toBe('indicator')
    expect(acrossCell(few, 1, 2)).toBeNull()
  })
})

describe('a block pasted over all projects', () => {
  it('goes by place from the focused cell', () => {
    expect(said([['100'], ['20']], { row: 1, column: 0 })).toEqual(['1 100', '2 20'])
    expect(said([['1'], ['2']], { row: 5, column: 0 })).toEqual(['5 1', '6 outside'])
  })

  it('goes by the names of projects where every row has one, in whatever order; a heading is none', () => {
    expect(
      said([
        ['项目', '支出'],
        ['办公楼修缮', '40'],
        [' 社会医疗保险 基金财政补助', '552'],
      ]),
    ).toEqual(['2 40', '1 552'])
    expect(
      said([
        ['项目名称（单位：千元）', '累计支出'],
        ['社会医疗保险基金财政补助', '5520'],
        ['办公楼修缮', '75'],
      ]),
    ).toEqual(['1 552', '2 7.5'])
    expect(
      said([
        ['办公楼修缮', '40'],
        ['不知道的项目', '2'],
      ])[1],
    ).not.toBe('2 40')
  })

  it('asks where a name is that of two projects', () => {
    const twins = acrossGrid(
      desks([projectOf(1, '同名', '100', SCHEDULE, ['≥1']), projectOf(2, '同名', '100', SCHEDULE, ['≥1'])]),
      JUNE,
    )
    expect(said([['同名', '40']], { row: 0, column: 0 }, twins)).toEqual(['0 doubtful namesake'])
  })

  it('judges each cell for its own project: 元 for 万元, blanks, and places that are not there', () => {
    expect(said([['400000']], { row: 2, column: 0 })).toEqual(['2 doubtful ten-thousand'])
    expect(said([['']], { row: 2, column: 0 })).toEqual(['2 empty'])
    expect(said([['40', '92', '', '', '', '', '', '', '7']], { row: 2, column: 0 }).at(-1)).toBe('2 outside')
  })
})

describe('the columns of a pasted table go by what their headings say', () => {
  const placed = (heads: readonly string[], row: readonly string[], focus = { row: 0, column: 0 }) =>
    planAcross({ rows: [heads, row], merged: [], underlying: [] }, grid, focus, 'wan').cells.map(
      ({ row: project, column, outcome }) =>
        `${project}:${column ?? '-'}${outcome.kind === 'outside' ? ` ${outcome.why}` : ''}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}` : ''}`,
    )

  it.each([
    [
      ['项目', '6月底累计支出', '10月底累计支出'],
      ['2:0', '2:- unknown-column'],
    ],
    [
      ['项目', '2020年6月底支出', '2019年6月底支出'],
      ['2:0', '2:- before-column'],
    ],
    [
      ['项目', '累计支出', '数量指标2'],
      ['2:0', '2:2'],
    ],
    [
      ['项目', '累计支出', '数量指标2（%）'],
      ['2:0', '2:2'],
    ],
    [
      ['项目', '累计支出', '数量指标2(百分比)'],
      ['2:0', '2:2'],
    ],
    [
      ['项目', '累计支出', '办公楼修缮 指标5'],
      ['2:0', '2:5'],
    ],
    [
      ['项目', '累计支出', '办公楼修缮 指标5（%）'],
      ['2:0', '2:5'],
    ],
    [
      ['项目', '累计支出', '数量指标'],
      ['2:0', '2:- unknown-column'],
    ],
    [
      ['项目', '累计支出', '没有的名称'],
      ['2:0', '2:- unknown-column'],
    ],
    [
      ['项目', '累计支出', ''],
      ['2:0', '2:- unknown-column'],
    ],
    [
      ['项目', '累计支出', '本月支出'],
      ['2:0', '2:- flow-column'],
    ],
  ])('%j', (heads, places) => {
    expect(placed(heads, ['办公楼修缮', '40', '50'])).toEqual(places)
  })

  it('a bare checkpoint over one column is the cell looked at; beside a total it is the money', () => {
    expect(placed(['项目', '6月底'], ['办公楼修缮', '40'])).toEqual(['2:0'])
    expect(placed(['项目', '6月底'], ['办公楼修缮', '92'], { row: 2, column: 2 })).toEqual(['2:2'])
    expect(placed(['项目', '6月底', '累计支出'], ['办公楼修缮', '40', '50'], { row: 2, column: 2 })).toEqual([
      '2:0 same-place',
      '2:0 same-place',
    ])
  })
})
