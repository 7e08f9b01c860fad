import { describe, expect, it } from 'vitest'
import type { Entry, GoalProgress } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { completionRate, departmentSheet, goalsProgress, sheetsMoney } from '@/domain/papers/departmentSheet'
import type { Project } from '@/domain/plan/plan'
import { LINEAR_2020, FLOOR_2021 } from '@/domain/scoring/scheme'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { PUBLISHED } from '../../format/board'
import { actual, adjust, day, dec, JUNE, OCTOBER, pay, split, voidOf, wan, zero } from '../build'
import { BASIS, laidOut, sheetOf, takeOff, weigh } from '../scoring/sheets'

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

describe('the money of a department', () => {
  it('of no sheets, or where nobody reported', () => {
    const none = sheetsMoney([])
    expect([none.spent, none.rate.kind, none.budget.toFixed(), none.initial.toFixed()]).toEqual([
      null,
      'unreported',
      '0',
      '0',
    ])
    const partly = sheetsMoney([made(1, '300', '150', ALL), made(2, '100', '', ALL)])
    expect(partly.budget.eq(wan('400'))).toBe(true)
    expect(partly.rate).toEqual({ kind: 'rate', percent: dec('37.5') })
    expect(partly.reported).toEqual({
      reported: 1,
      unreported: 1,
      rate: { kind: 'rate', percent: dec('50') },
    })
    const silent = sheetsMoney([made(1, '300', '', ALL), made(2, '100', '', ALL)])
    expect([silent.spent, silent.rate.kind, silent.unreported.length]).toEqual([null, 'unreported', 2])
  })

  it('zero reported is 0, and the rate is that of the sums', () => {
    const zeros = sheetsMoney([made(1, '300', '0', ALL)])
    expect([zeros.spent?.toFixed(), zeros.rate, zeros.unreported]).toEqual([
      '0',
      { kind: 'rate', percent: wan('0') },
      [],
    ])
    const { rate } = sheetsMoney([made(1, '300', '150', ALL), made(2, '100', '100', ALL)])
    expect(rate.kind === 'rate' && rate.percent.toFixed()).toBe('62.5')
  })

  it('has the 基本支出 that the document states, null where it states none', () => {
    const basic = (stated: string | null) => {
      const facts = PUBLISHED.facts && {
        ...PUBLISHED.facts,
        expenditure: { ...PUBLISHED.facts.expenditure, basic: stated },
      }
      return departmentSheet({ ...PUBLISHED, facts }, [], [], LINEAR_2020).money.basic?.toFixed() ?? null
    }
    expect([basic('421.24'), basic('0'), basic(null)]).toEqual(['4212400', '0', null])
    expect(departmentSheet({ ...PUBLISHED, facts: null }, [], [], LINEAR_2020).money.basic).toBeNull()
  })
})

describe('the rows of a department', () => {
  const rowsOf = (...sheets: Parameters<typeof departmentSheet>[1]) =>
    departmentSheet(PUBLISHED, sheets, [], LINEAR_2020).rows
  const row = (id: string, ...sheets: Parameters<typeof departmentSheet>[1]) => {
    const found = rowsOf(...sheets).find((own) => own.id === id)
    if (!found) throw new Error(id)
    return found
  }

  it('name what they are made of and what holds them back', () => {
    const [full, silent] = [made(1, '300', '300', ALL), made(2, '100', '', [...ALL.slice(0, 4), '', '', ''])]
    const execution = row('execution', full, silent)
    expect([execution.counted, execution.open, execution.ratio]).toEqual([[full, silent], [silent], null])
    expect(row('output', full, silent)).toMatchObject({ counted: [full, silent], open: [] })
    expect(departmentSheet(PUBLISHED, [full, silent], [], LINEAR_2020).outcome.kind).toBe('incomplete')
    expect(row('benefit', full, silent)).toMatchObject({
      counted: [full, silent],
      open: [silent],
      points: null,
    })
  })

  it('money that came back more than was paid earns nothing, a department without a budget has no rate', () => {
    expect(row('execution', made(1, '100', '-5', ALL)).points?.toFixed()).toBe('0')
    expect(row('execution', made(1, '0', '5', ALL)).points).toBeNull()
    const cut = [adjust(`${PLAN_ID}/1`, '2020-11-01', '-100')]
    expect(row('execution', made(1, '100', '0', ALL, cut)).points).toBeNull()
  })

  it('leave out projects without a budget, and groups without points', () => {
    const [funded, unfunded] = [made(1, '100', '100', ALL), made(2, '0', '0', HALF)]
    expect(row('benefit', funded, unfunded)).toMatchObject({ counted: [funded] })
    expect(row('benefit', funded, unfunded).points?.toFixed()).toBe('30')
    const outputs = laidOut([['产出指标', '数量指标', '≥90%']])
    const narrow = sheetOf(outputs, [
      actual(`${outputs.id}/1`, YEAR_END, '95%'),
      pay(outputs.id, YEAR_END, '100'),
    ])
    expect(row('benefit', narrow)).toMatchObject({ counted: [], open: [], ratio: null, points: null })
    expect(row('output', narrow).ratio?.toFixed()).toBe('1')
  })

  it('an indicator of no weight holds nothing back', () => {
    const project = projectOf(1, '项目1', '100', SCHEDULE, SEVEN)
    const weights = Object.fromEntries(
      project.indicators.map(({ id }, at) => [id, ['50', '0', '0', '0', '30', '0', '10'][at] ?? '0']),
    )
    const given = [0, 4, 6].map((at) => actual(project.indicators[at]!.id, YEAR_END, '45%'))
    const sheet = sheetOf(project, [weigh(project.id, weights, '统一', '字1号'), ...given])
    expect(row('output', sheet).points?.toFixed()).toBe('25')
    expect(row('benefit', sheet).points?.toFixed()).toBe('15')
    expect(completionRate(sheet)?.toFixed()).toBe('50')
  })

  it('成本 belongs to 产出 where a scheme has it apart', () => {
    const project = laidOut([
      ['成本指标', '经济成本指标', '≥90%'],
      ['产出指标', '数量指标', '≥90%'],
    ])
    const entries = [
      actual(`${project.id}/1`, YEAR_END, '45%'),
      actual(`${project.id}/2`, YEAR_END, '90%'),
      pay(project.id, YEAR_END, '100'),
    ]
    const sheet = sheetOf(project, entries, { scheme: FLOOR_2021 })
    expect(sheet.indicators.map(({ group }) => group)).toEqual(['cost', 'output'])
    const { counted, ratio } = row('output', sheet)
    expect([counted, ratio?.lt(1)]).toEqual([[sheet], true])
  })

  it('round each to 2 places, so that the total is that of the rows', () => {
    const third = ['30%', ...ALL.slice(1)]
    const own = departmentSheet(PUBLISHED, [made(1, '300', '100', third)], [], LINEAR_2020)
    expect(own.rows.map(({ points }) => points?.toFixed())).toEqual(['3.33', '41.67', '30', '10'])
    expect(own.outcome).toMatchObject({ kind: 'complete' })
    expect(own.outcome.kind === 'complete' && own.outcome.total.toFixed()).toBe('85')
  })
})

describe('总体完成率', () => {
  it('is of the ratios, before points are taken off, and none without weight', () => {
    const project = projectOf(1, '项目1', '100', SCHEDULE, SEVEN)
    const reported = project.indicators.map(({ id }) => actual(id, YEAR_END, '45%'))
    const off = takeOff(`${project.id}/1`, '1')
    expect(completionRate(sheetOf(project, [...reported, off]))?.toFixed()).toBe('50')
    expect(completionRate(sheetOf({ ...project, indicators: [] }, []))).toBeNull()
    const parts = split(project.indicators[0]!.id, JUNE, [{}, {}])
    expect(completionRate(sheetOf(project, [...reported.slice(1), parts]))).toBeNull()
  })
})

describe('the 分项绩效目标 with the last that was said of each', () => {
  const [first, second] = ['G1', 'G2'].map((id) => ({
    id: `${PLAN_ID}/${id}`,
    title: id,
    goal: '',
    indicators: [],
  }))
  const plan = { ...PUBLISHED, departmentGoals: [first!, second!] }
  const said = (subject: string, on: string, text: string): GoalProgress => {
    const { memo: _, ...base } = zero(subject, on)
    return { ...base, kind: 'goal-progress', band: 'achieved', text }
  }
  const progress = (entries: readonly Entry[], asOf = day(YEAR_END), knownAt: string | null = null) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    return goalsProgress(plan, ledger, { asOf, knownAt }).map((own) => own.progress?.text ?? null)
  }
  const [june, october] = [said(first!.id, JUNE, '一半'), said(first!.id, OCTOBER, '大半')]

  it('each by itself, by the day and as it was known', () => {
    expect(progress([])).toEqual([null, null])
    expect(progress([october, june, said(second!.id, JUNE, '另一项')])).toEqual(['大半', '另一项'])
    expect(progress([october, june], day(JUNE))).toEqual(['一半', null])
    expect(progress([june, october], day(YEAR_END), june.recordedAt)).toEqual(['一半', null])
    expect(progress([june, october, voidOf(october)])).toEqual(['一半', null])
    expect(progress([june, { ...june, id: 'x', kind: 'comment', text: '说明' }])).toEqual(['一半', null])
    expect(goalsProgress(plan, emptyLedger(PLAN_ID), { asOf: day(YEAR_END), knownAt: null })[0]?.goal).toBe(
      first,
    )
  })
})
