import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/day'
import {
  departmentStatus,
  planPoints,
  spendingCurve,
  type DepartmentStatus,
} from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, projectOf, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, adjust, day, DECEMBER, inWan, JUNE, MARCH, OCTOBER, pay, plain, wan, zero } from '../build'

const project = (position: number): string => `${PLAN_ID}/${position}`

function departmentOf(
  entries: readonly Entry[],
  asOf: Day,
  projects: readonly Project[] = SIX_PROJECTS,
): DepartmentStatus {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const statuses = projects.map((each) =>
    projectStatus(each, sliceOf(ledger, each.id), { asOf, knownAt: null }, HEBEI),
  )
  return departmentStatus(2020, asOf, statuses, HEBEI)
}

describe('the six plans together', () => {
  it.each([
    ['6月底', JUNE, '3832.465', '58.24'],
    ['between 6月底 and 10月底', day('2020-09-15'), '3832.465', '58.24'],
    ['10月底', OCTOBER, '5264.908', '80.01'],
    ['12月底', DECEMBER, '6580.51', '100.00'],
  ])('at %s are %s: %s 万元, %s %%', (_, asOf, planned, percent) => {
    const { standing, budget } = departmentOf([pay(project(1), '2020-01-15', '1')], asOf)
    if (!('planned' in standing)) throw new Error('not due')
    expect([inWan(budget), inWan(standing.planned), standing.planRate?.toFixed(2)]).toEqual([
      '6580.51',
      planned,
      percent,
    ])
  })

  it('at 3月底 are not due: no milestone was set', () => {
    expect(departmentOf([pay(project(1), '2020-01-15', '100')], MARCH).standing).toEqual({ kind: 'not-due' })
  })

  it('have no point at 3月底 and three others', () => {
    const points = planPoints(departmentOf([], JUNE).projects)
    expect(
      points.map(({ month, planned, percent, set, of }) => [
        month,
        inWan(planned),
        percent?.toFixed(2) ?? null,
        set,
        of,
      ]),
    ).toEqual([
      [3, null, null, 0, 6],
      [6, '3832.465', '58.24', 6, 6],
      [10, '5264.908', '80.01', 6, 6],
      [12, '6580.51', '100.00', 6, 6],
    ])
  })

  it('stand in the order of the year, and have none where one project lacks the month', () => {
    const points = (...schedules: readonly Record<string, string | null>[]) =>
      planPoints(
        departmentOf(
          [],
          JUNE,
          schedules.map((schedule, index) => projectOf(index + 1, `项目${index}`, '100', schedule, ['≥1'])),
        ).projects,
      ).map(({ month, planned, set, of }) => [month, inWan(planned), set, of])
    expect(points({ '12': '100', '10': '80' }, { '06': '50', '12': '100' })).toEqual([
      [6, null, 1, 2],
      [10, null, 1, 2],
      [12, '200', 2, 2],
    ])
    expect(points()).toEqual([])
  })

  it('count 42 indicators, none of them met or missed before anything is entered', () => {
    const { indicators } = departmentOf([], JUNE)
    expect(indicators).toMatchObject({
      total: 42,
      unreported: 42,
      met: 0,
      near: 0,
      partial: 0,
      far: 0,
      carried: 0,
    })
    expect(departmentOf([], MARCH).indicators).toMatchObject({ total: 42, 'not-due': 42, unreported: 0 })
  })
})

describe('the department line', () => {
  it('sums amounts and never averages rates', () => {
    const entries = [pay(project(1), '2020-06-30', '402.31'), pay(project(4), '2020-06-30', '10')]
    const { spent, rate } = departmentOf(entries, JUNE)
    expect(inWan(spent)).toBe('412.31')
    expect(rate.kind === 'rate' && rate.percent.toFixed(2)).toBe('6.27')
  })

  it('is unreported, not 0, before anything is entered', () => {
    const { spent, rate, standing, unreported } = departmentOf([], JUNE)
    expect([spent, rate.kind, standing.kind, unreported.length]).toEqual([
      null,
      'unreported',
      'unreported',
      6,
    ])
    expect('gap' in standing).toBe(false)
  })

  it('says which projects are unreported; one that reported zero is not among them', () => {
    const { spent, unreported } = departmentOf([zero(project(3), '2020-06-30')], JUNE)
    expect([inWan(spent), unreported.map(({ project: { position } }) => position)]).toEqual([
      '0',
      [1, 2, 4, 5, 6],
    ])
  })

  it('judges by the same cuts as a project, on exact sums', () => {
    const at = (amount: string) => departmentOf([pay(project(1), '2020-06-30', amount)], JUNE).standing.kind
    expect([
      at('3832.465'),
      at('3832.4649'),
      at('3065.972'),
      at('3065.9719'),
      at('2299.479'),
      at('2299.4789'),
    ]).toEqual(['on-plan', 'slightly-behind', 'slightly-behind', 'behind', 'behind', 'severely-behind'])
    expect([at('4598.958'), at('4598.9579'), at('6580.51'), at('6580.510001')]).toEqual([
      'ahead',
      'on-plan',
      'ahead',
      'over-budget',
    ])
  })

  it('moves with adjustments', () => {
    const { budget, standing } = departmentOf(
      [adjust(project(3), '2020-05-01', '20'), zero(project(3), '2020-05-01')],
      JUNE,
    )
    expect([inWan(budget), 'planned' in standing && inWan(standing.planned)]).toEqual(['6600.51', '3842.465'])
  })

  it('without a budget has no rate, no points and no plan rate', () => {
    const { rate, standing } = departmentOf([zero(project(1), '2020-05-01')], JUNE, [
      projectOf(1, '空', '0', { '06': '50' }, []),
    ])
    expect(rate.kind).toBe('no-base')
    expect('gap' in standing && [standing.kind, standing.planRate, standing.points, standing.pace]).toEqual([
      'on-plan',
      null,
      null,
      null,
    ])
  })

  it('of no project at all stands on nothing and says so', () => {
    const { budget, spent, standing, indicators } = departmentOf([], JUNE, [])
    expect([inWan(budget), spent, standing.kind, indicators.total]).toEqual(['0', null, 'not-due', 0])
    expect(planPoints([])).toEqual([])
  })

  it('knows how far the year has gone', () => {
    expect(departmentOf([], JUNE).elapsed.toFixed(2)).toBe('49.73')
  })

  it('counts each indicator under one light, and carried ones beside', () => {
    const entries = [
      actual(`${project(1)}/1`, '2020-06-30', '100'),
      actual(`${project(1)}/2`, '2020-10-01', '80'),
      actual(`${project(1)}/3`, '2020-10-01', '60'),
      actual(`${project(1)}/4`, '2020-10-01', '0'),
    ]
    expect(departmentOf(entries, OCTOBER).indicators).toEqual({
      met: 1,
      near: 1,
      partial: 1,
      far: 1,
      unreported: 38,
      'not-due': 0,
      'not-judged': 0,
      total: 42,
      carried: 1,
    })
  })
})

describe('plan points of uneven schedules', () => {
  it('are of the budget of their own day: an adjustment moves none before it', () => {
    const only = [projectOf(1, '甲', '100', { '03': null, '06': '50', '12': '100' }, [])]
    const { projects } = departmentOf([adjust(project(1), '2020-08-01', '20')], OCTOBER, only)
    expect(
      planPoints(projects).map(({ month, planned, percent }) => [month, inWan(planned), plain(percent)]),
    ).toEqual([
      [3, null, null],
      [6, '50', '50'],
      [12, '120', '100'],
    ])
  })

  const uneven = [
    projectOf(1, '甲', '100', { '03': '10', '06': '50', '12': '100' }, []),
    projectOf(2, '乙', '100', { '03': null, '06': '0', '12': '100' }, []),
  ]

  it('have none where one project left the cell blank, and count a 0 % that was set', () => {
    expect(
      planPoints(departmentOf([], JUNE, uneven).projects).map(({ month, planned, set }) => [
        month,
        inWan(planned),
        set,
      ]),
    ).toEqual([
      [3, null, 1],
      [6, '50', 2],
      [12, '200', 2],
    ])
  })

  it('the line itself stands on what is due of each', () => {
    const { standing } = departmentOf([zero(project(1), '2020-03-31')], MARCH, uneven)
    expect('planned' in standing && inWan(standing.planned)).toBe('10')
  })
})

describe('spendingCurve', () => {
  it('is the running total by day over all projects, refunds and zeros included', () => {
    const { projects } = departmentOf(
      [
        pay(project(1), '2020-05-01', '10'),
        pay(project(2), '2020-05-01', '5'),
        pay(project(2), '2020-03-01', '2'),
        pay(project(1), '2020-04-01', '1'),
        pay(project(2), '2020-06-01', '-3'),
        zero(project(3), '2020-06-15'),
      ],
      JUNE,
    )
    expect(spendingCurve(projects).map(({ day: on, total }) => [on, inWan(total)])).toEqual([
      ['2020-03-01', '2'],
      ['2020-04-01', '3'],
      ['2020-05-01', '18'],
      ['2020-06-01', '15'],
      ['2020-06-15', '15'],
    ])
  })

  it('is empty, not a line at 0, when nothing was reported', () => {
    expect(spendingCurve(departmentOf([], JUNE).projects)).toEqual([])
  })

  it('ends at what was spent', () => {
    const { projects, spent } = departmentOf(
      [pay(project(1), '2020-05-01', '10'), pay(project(6), '2020-06-01', '0.37')],
      JUNE,
    )
    expect(
      spendingCurve(projects)
        .at(-1)
        ?.total.eq(spent ?? wan('0')),
    ).toBe(true)
    expect(plain(spent)).toBe('103700')
  })
})
