import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { completionRate, departmentSheet, sheetsMoney } from '@/domain/papers/departmentSheet'
import type { Project } from '@/domain/plan/plan'
import { LINEAR_2020 } from '@/domain/scoring/scheme'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { PUBLISHED } from '../../format/board'
import { actual, adjust, pay, wan, zero } from '../build'
import { BASIS } from '../scoring/sheets'

const YEAR_END = '2020-12-31'
const SCHEDULE = { '03': null, '06': '60.00', '10': '80.00', '12': '100.00' }
const SEVEN = Array.from({ length: 7 }, () => '≥90%')

/** A project of some 万元 whose seven indicators (4 产出, 2 效果, 1 满意度) report what is given, `''` nothing. */
function made(
  position: number,
  budget: string,
  spent: string,
  values: readonly string[],
  more: Entry[] = [],
) {
  const project: Project = projectOf(position, `项目${position}`, budget, SCHEDULE, SEVEN)
  const entries = [
    ...(spent === '' ? [] : [spent === '0' ? zero(project.id, YEAR_END) : pay(project.id, YEAR_END, spent)]),
    ...project.indicators.flatMap(({ id }, at) => (values[at] ? [actual(id, YEAR_END, values[at])] : [])),
    ...more,
  ]
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return selfEvaluation(project, sliceOf(ledger, project.id), BASIS)
}

const ALL = Array.from({ length: 7 }, () => '95%')
/** 产出 all met; 效果 45/90 on both; 满意度 met. */
const HALF = ['95%', '95%', '95%', '95%', '45%', '45%', '95%']

const cases = [
  ['all met and spent', [made(1, '100', '100', ALL)], '10.00 50.00 30.00 10.00', '100.00 excellent'],
  [
    'weighted by 全年预算数, not by projects: 效果 (300 × 1 + 100 × 0.5) ÷ 400 = 0.875',
    [made(1, '300', '300', ALL), made(2, '100', '100', HALF)],
    '10.00 50.00 26.25 10.00',
    '96.25 excellent',
  ],
  [
    '预算执行 of the sums: 250 ÷ 400, over in one does not hide the other',
    [made(1, '300', '150', ALL), made(2, '100', '100', ALL)],
    '6.25 50.00 30.00 10.00',
    '96.25 excellent',
  ],
  [
    'above the budget earns nothing more',
    [made(1, '100', '120', ALL)],
    '10.00 50.00 30.00 10.00',
    '100.00 excellent',
  ],
  [
    'zero spent is reported, and earns nothing',
    [made(1, '100', '0', ALL)],
    '0.00 50.00 30.00 10.00',
    '90.00 excellent',
  ],
  [
    'one project silent about money',
    [made(1, '300', '300', ALL), made(2, '100', '', ALL)],
    'open(1) 50.00 30.00 10.00',
    'incomplete 90.00 + 10.00',
  ],
  [
    'one row silent keeps its group open',
    [made(1, '300', '300', ALL), made(2, '100', '100', [...ALL.slice(0, 6), ''])],
    '10.00 50.00 30.00 open(1)',
    'incomplete 90.00 + 10.00',
  ],
  [
    'nothing reported at all',
    [made(1, '100', '', [])],
    'open(1) open(1) open(1) open(1)',
    'incomplete 0.00 + 100.00',
  ],
  ['no project', [], 'open(0) open(0) open(0) open(0)', 'incomplete 0.00 + 100.00'],
] as const

describe('部门整体支出绩效自评 (domain.md §12)', () => {
  it.each(cases)('%s', (_, sheets, rows, end) => {
    const own = departmentSheet(PUBLISHED, sheets, [], LINEAR_2020)
    expect(own.rows.map(({ points, open }) => points?.toFixed(2) ?? `open(${open.length})`).join(' ')).toBe(
      rows,
    )
    const { outcome } = own
    expect(
      outcome.kind === 'complete'
        ? `${outcome.total.toFixed(2)} ${outcome.grade}`
        : `incomplete ${outcome.scored.toFixed(2)} + ${outcome.open.toFixed(2)}`,
    ).toBe(end)
  })

  it('adds amounts, leaves out and names what nobody reported', () => {
    const money = sheetsMoney([
      made(1, '300', '150', ALL, [adjust(`${PLAN_ID}/1`, '2020-11-01', '20')]),
      made(2, '100', '', ALL),
    ])
    expect(money.initial.eq(wan('400'))).toBe(true)
    expect(money.budget.eq(wan('420'))).toBe(true)
    expect(money.spent?.eq(wan('150'))).toBe(true)
    expect(money.unreported.map(({ project }) => project.position)).toEqual([2])
  })

  it('has a 总体完成率 weighted by 分值, and none while a row is open', () => {
    expect(completionRate(made(1, '100', '100', HALF))?.toFixed(4)).toBe('83.3333')
    expect(completionRate(made(1, '100', '100', ALL))?.toFixed()).toBe('100')
    expect(completionRate(made(1, '100', '', [...ALL.slice(0, 6), '']))).toBeNull()
  })
})
