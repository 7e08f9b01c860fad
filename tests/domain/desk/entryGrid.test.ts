import { describe, expect, it } from 'vitest'
import { acrossCell, acrossGrid } from '@/domain/desk/acrossGrid'
import { entryColumns, indicatorRowKey, targetAt } from '@/domain/desk/entryGrid'
import { projectDesk, statusAt } from '@/domain/desk/projectDesk'
import { askCell } from '@/domain/desk/readCell'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { PLAN_ID, projectOf, scheduleOf } from '../../fixtures/sixProjects'
import {
  day,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  MARCH,
  OCTOBER,
  pay,
  retarget,
  split,
  total,
  wan,
  zero,
} from '../build'

const CELLS = { '03': null, '06': '50', '10': '80', '12': '100' }
const PROJECT = projectOf(3, '丙', '80', CELLS, ['≥95百分比', '≥100人', '逐步提高'])
const ID = PROJECT.id
const FIRST = `${ID}/1`

function desk(entries: readonly Entry[] = [], today: Day | null = DECEMBER, beside: Day | null = null) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return projectDesk(PROJECT, 2020, ledger, today, HEBEI, beside)
}

describe('the columns of a grid', () => {
  const states = (closed: Day | null, today: Day | null) =>
    entryColumns(PROJECT.schedule, closed, today).map(({ state }) => state)

  it.each<[string, Day | null, Day | null, string]>([
    ['nothing closed, no today', null, null, 'open open open open'],
    ['closed through a checkpoint, its day included', JUNE, null, 'closed closed open open'],
    ['today is the day of a checkpoint', null, OCTOBER, 'open open open future'],
    ['the day before it', null, day('2020-10-30'), 'open open future future'],
    ['closed goes before ahead', DECEMBER, MARCH, 'closed closed closed closed'],
    ['closed and ahead', MARCH, JUNE, 'closed open future future'],
  ])('%s', (_, closed, today, wanted) => {
    expect(states(closed, today).join(' ')).toBe(wanted)
  })

  it('are in the order of the year, whatever order the table has; without one there is no 截至今日', () => {
    const turned = [...PROJECT.schedule].reverse()
    expect(entryColumns(turned, null, null, undefined, day('2020-08-05')).map(({ month }) => month)).toEqual([
      3,
      6,
      null,
      10,
      12,
    ])
    expect(entryColumns([], null, null, undefined, JUNE)).toEqual([])
    expect(entryColumns(PROJECT.schedule, null, null).map(({ paid }) => paid)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('of a desk are closed by what closes the project, its department, or nothing', () => {
    expect(desk([lock(JUNE)]).grid.columns.map(({ state }) => state)).toEqual([
      'closed',
      'closed',
      'open',
      'open',
    ])
  })

  it('know the first money that a zero there would contradict', () => {
    const paid = (...entries: Entry[]) => desk(entries).grid.columns.map((column) => column.paid)
    expect(paid()).toEqual([null, null, null, null])
    expect(paid(pay(ID, '2020-04-01', '1'), pay(ID, '2020-05-01', '1'))).toEqual([
      null,
      '2020-04-01',
      '2020-04-01',
      '2020-04-01',
    ])
    expect(paid(pay(ID, JUNE, '1'))[1]).toBe(JUNE)
    expect(paid(total(ID, JUNE, '1'))).toEqual([null, null, JUNE, JUNE])
    expect(paid(zero(ID, JUNE), pay(ID, JUNE, '-1'))).toEqual([null, null, null, null])
  })
})

describe('the rows of a grid', () => {
  it('are the spending, then each indicator, a split one part by part', () => {
    const { grid } = desk([split(`${ID}/2`, '2020-01-01', [{}, {}])])
    expect(grid.rows.map(({ key }) => key)).toEqual([
      'spending',
      FIRST,
      `${ID}/2#m1`,
      `${ID}/2#m2`,
      `${ID}/3`,
    ])
    expect(grid.rows.map((row) => row.kind === 'indicator' && (row.measure?.id ?? null))).toEqual([
      false,
      null,
      'm1',
      'm2',
      null,
    ])
    expect([grid.year, inWan(grid.budget), grid.project]).toEqual([2020, '80', PROJECT])
    expect([indicatorRowKey('a', null), indicatorRowKey('a', 'b')]).toEqual(['a', 'a#b'])
  })

  it('are judged at a column by the target of its day, elsewhere by that of the year’s end', () => {
    const { grid } = desk([retarget(FIRST, '2020-09-15', '≥90百分比')])
    const row = grid.rows[1]
    if (row?.kind !== 'indicator') throw new Error('no row')
    expect([MARCH, JUNE, OCTOBER, DECEMBER].map((on) => targetAt(row, on).text)).toEqual([
      '≥95百分比',
      '≥95百分比',
      '≥90百分比',
      '≥90百分比',
    ])
    expect(targetAt(row, day('2020-05-05')).text).toBe('≥90百分比')
  })

  it('have their status at each column, and none on a day without one', () => {
    const own = desk([total(ID, JUNE, '40')], DECEMBER, day('2020-08-05'))
    expect(own.statuses.map(({ asOf }) => asOf)).toEqual([MARCH, JUNE, '2020-08-05', OCTOBER, DECEMBER])
    expect(inWan(statusAt(own, day('2020-08-05'))?.spent ?? null)).toBe('40')
    expect(statusAt(own, day('2020-08-06'))).toBeNull()
    expect(own.yearEnd.asOf).toBe(DECEMBER)
  })
})

describe('what a place cannot hold', () => {
  const asked = (typed: string, state: 'open' | 'closed' | 'future', paid: Day | null = null, at = 0) => {
    const { grid } = desk()
    const row = grid.rows[at]!
    const reading = askCell(typed, row, { month: 6, day: JUNE, state, paid, floor: null }, grid, 'wan')
    return reading.kind === 'refused' ? reading.why.reason : reading.kind
  }

  it.each<[string, string, 'open' | 'closed' | 'future', Day | null, number, string]>([
    ['a figure', '40', 'open', null, 0, 'accepted'],
    ['a figure in what is closed', '40', 'closed', null, 0, 'closed'],
    ['what cannot be read in what is closed', 'x', 'closed', null, 0, 'closed'],
    ['nothing in what is closed', '', 'closed', null, 0, 'empty'],
    ['a figure in what lies ahead', '40', 'future', null, 0, 'future'],
    ['what cannot be read in what lies ahead', 'x', 'future', null, 0, 'not-a-number'],
    ['nothing in what lies ahead', '—', 'future', null, 0, 'empty'],
    ['a total in brackets', '(5,000.00)', 'open', null, 0, 'negative-total'],
    ['a total in wide brackets', '（￥5,000）万元', 'open', null, 0, 'negative-total'],
    ['a rate in brackets', '(5%)', 'open', null, 1, 'doubtful'],
    ['zero in brackets', '(0.00)', 'open', null, 0, 'accepted'],
    ['a total with its unit in brackets', '5(万元)', 'open', null, 0, 'not-a-number'],
    ['zero beside money', '0', 'open', MARCH, 0, 'not-zero'],
    ['zero without money', '0', 'open', null, 0, 'accepted'],
    ['more than zero beside money', '1', 'open', MARCH, 0, 'accepted'],
    ['zero doubted beside money', '0e5', 'open', MARCH, 0, 'not-zero'],
    ['a rate of zero beside money', '0', 'open', MARCH, 1, 'accepted'],
  ])('%s', (_, typed, state, paid, at, wanted) => {
    expect(asked(typed, state, paid, at)).toBe(wanted)
  })

  it('says by which day the money is', () => {
    const { grid } = desk()
    const column = { month: 6, day: JUNE, state: 'open', paid: MARCH, floor: null } as const
    expect(askCell('0', grid.rows[0]!, column, grid, 'wan')).toEqual({
      kind: 'refused',
      why: { reason: 'not-zero', day: MARCH },
    })
  })

  it.each([
    ['-5', ['negative-total'], '5', null],
    ['-400000', ['ten-thousand', 'negative-total'], '40', null],
    ['400000', ['ten-thousand'], '40', '400000'],
    ['1e1', ['scientific'], '10', '10'],
    ['-1e1', ['scientific', 'negative-total'], '10', null],
  ])('a total of %s is asked about: %o', (typed, doubts, suggestion, asRead) => {
    const { grid } = desk()
    const reading = askCell(typed, grid.rows[0]!, grid.columns[1]!, grid, 'wan')
    if (reading.kind !== 'doubtful') throw new Error(reading.kind)
    const amount = (value: typeof reading.asRead) => (value?.kind === 'amount' ? inWan(value.amount) : null)
    expect([reading.doubts, amount(reading.suggestion), amount(reading.asRead)]).toEqual([
      doubts,
      suggestion,
      asRead,
    ])
  })

  it('an accepted total is over no rate; a rate over 100 is marked', () => {
    const { grid } = desk()
    const read = (typed: string, at: number) => askCell(typed, grid.rows[at]!, grid.columns[1]!, grid, 'wan')
    expect(read('40', 0)).toEqual({
      kind: 'accepted',
      value: { kind: 'amount', amount: wan('40') },
      over100: false,
    })
    expect(read('105%', 1)).toMatchObject({ kind: 'accepted', over100: true })
    expect(read('基本完成', 3)).toMatchObject({ kind: 'doubtful', doubts: ['band-word'], asRead: null })
    expect(read('0.95', 1)).toMatchObject({
      doubts: ['fraction'],
      asRead: { kind: 'actual', value: { text: '0.95%' } },
    })
  })
})

describe('one checkpoint of all projects', () => {
  const laid = (
    position: number,
    levels: readonly string[],
    cells: Record<string, string | null> = CELLS,
  ): Project => {
    const project = projectOf(
      position,
      `项目${position}`,
      '80',
      cells,
      levels.map(() => '≥90%'),
    )
    return {
      ...project,
      schedule: scheduleOf(cells),
      indicators: project.indicators.map((row, index) => ({ ...row, level2: levels[index] ?? '' })),
    }
  }
  const grid = (on: Day, ...projects: Project[]) =>
    acrossGrid(
      projects.map((project) => projectDesk(project, 2020, emptyLedger(PLAN_ID), DECEMBER, HEBEI)),
      on,
    )

  it('puts the nth row of a 二级指标 under the nth of the others, in the order in which they first come', () => {
    const own = grid(JUNE, laid(1, ['数量', '质量', '数量']), laid(2, ['质量', '质量', '时效']))
    expect(
      own.columns.map((column) => (column.kind === 'spending' ? '支出' : `${column.level2}${column.nth}`)),
    ).toEqual(['支出', '数量1', '质量1', '数量2', '质量2', '时效1'])
    expect(own.rows.map(({ rows }) => rows)).toEqual([
      [0, 1, 2, 3, null, null],
      [0, null, 1, null, 2, 3],
    ])
    expect(own.rows.map(({ at, project }) => [at, project.position])).toEqual([
      [1, 1],
      [1, 2],
    ])
    expect(own.day).toBe(JUNE)
  })

  it('leaves out a project that has no such column', () => {
    const own = grid(MARCH, laid(1, ['数量'], { '06': '50', '12': '100' }), laid(2, ['数量']))
    expect(own.rows.map(({ project, at }) => [project.position, at])).toEqual([[2, 0]])
  })

  it('knows what stands at a place, and that nothing does', () => {
    const own = grid(JUNE, laid(1, ['数量']), laid(2, ['质量']))
    const cell = acrossCell(own, 1, 2)
    expect([cell?.line.project.position, cell?.row.key, cell?.column.day]).toEqual([
      2,
      `${PLAN_ID}/2/1`,
      JUNE,
    ])
    expect(acrossCell(own, 1, 1)).toBeNull()
    expect(acrossCell(own, 2, 0)).toBeNull()
    expect(acrossCell(own, 0, 9)).toBeNull()
    expect(acrossCell(own, 0, 0)?.row.kind).toBe('spending')
  })
})
