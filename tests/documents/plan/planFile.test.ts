import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { toWan } from '@/domain/number/money'
import { decodeBroken, PLAN_FILE, realText } from '../realPlan'

const whole = { projects: 6, indicators: 42 }

function standing({ plan }: ReturnType<typeof decodePlan>) {
  return (
    plan && { projects: plan.projects.length, indicators: plan.projects.flatMap((p) => p.indicators).length }
  )
}

describe('the published plan', () => {
  const { plan, issues } = decodePlan(realText, PLAN_FILE)

  it('stands whole without an issue', () => {
    expect(issues).toEqual([])
    expect(standing({ plan, issues })).toEqual(whole)
  })

  it('keeps the two projects of one code apart', () => {
    const same = plan?.projects.filter(({ code }) => code === '323-0105-YBN-V0X2') ?? []
    expect(same.map(({ id, name, budget }) => [id, name, toWan(budget).toString()])).toEqual([
      ['2020-323002/4', '人员招聘费用', '10'],
      ['2020-323002/6', '港诚人力资源招聘人员费用', '1078.41'],
    ])
  })

  it('has the checkpoints in the order of the year, 3月底 blank and not 0', () => {
    expect(
      plan?.projects[3]?.schedule.map(({ day, percent }) => [day, percent && percent.toString()]),
    ).toEqual([
      ['2020-03-31', null],
      ['2020-06-30', '60'],
      ['2020-10-31', '85'],
      ['2020-12-31', '100'],
    ])
  })

  it('keeps cells verbatim beside their meaning', () => {
    expect(plan?.projects[3]?.printed).toEqual({
      budget: { total: '10.00', fiscal: '10.00', other: null },
      schedule: { '03': null, '06': '60.00', '10': '85.00', '12': '100.00' },
    })
    expect(plan?.projects[3]?.budget.toString()).toBe('100000')
    expect(plan?.projects[5]?.indicators[1]?.target).toMatchObject({
      kind: 'threshold',
      text: '≥1年',
      comparator: '>=',
      unit: { kind: 'other', printed: '年' },
    })
  })
})

describe('a file of which nothing stands', () => {
  const cut = realText.slice(0, 4000)
  it.each([
    ['empty', '', { kind: 'empty-file' }],
    ['blank', ' \n\t', { kind: 'empty-file' }],
    ['a web page', '<!DOCTYPE html>\n<html></html>', { kind: 'html-page' }],
    ['a web page after a blank line', '\n<html lang="zh">', { kind: 'html-page' }],
    ['saved as GBK', realText.replace('沧州市', '\uFFFD\uFFFD'), { kind: 'not-utf8' }],
    ['plain words', '绩效', { kind: 'not-json', line: 1, column: 1, character: '绩' }],
    [
      'a comma after the last cell',
      '{\n  "schema": 1,\n}',
      { kind: 'not-json', line: 3, column: 1, character: '}' },
    ],
    ['a Chinese quote', '{\n  “schema”: 1\n}', { kind: 'not-json', line: 2, column: 3, character: '“' }],
    ['cut off', cut, { kind: 'not-json' }],
    ['a list', '[]', { kind: 'wrong-type', expected: 'object', found: { type: 'list' } }],
    ['null', 'null', { kind: 'wrong-type', expected: 'object', found: { type: 'blank' } }],
    [
      'another file',
      '{"plans":[]}',
      { kind: 'wrong-schema-version', newer: false, found: { type: 'nothing' } },
    ],
    ['a newer one', '{"schema":2,"tables":[]}', { kind: 'wrong-schema-version', newer: true, supported: 1 }],
    ['a version in quotes', '{"schema":"1"}', { kind: 'wrong-schema-version', newer: false }],
  ])('%s', (_, text, issue) => {
    const decoded = decodePlan(text, PLAN_FILE)
    expect(decoded.plan).toBeNull()
    expect(decoded.issues).toMatchObject([{ ...issue, severity: 'file' }])
  })

  it.each([
    ['id', { kind: 'missing-cell', path: 'id' }],
    ['year', { kind: 'missing-cell', path: 'year' }],
    ['department', { kind: 'missing-cell', path: 'department' }],
    ['source', { kind: 'missing-cell', path: 'source' }],
    ['projects', { kind: 'missing-cell', path: 'projects' }],
  ])('without %s', (cell, issue) => {
    const decoded = decodeBroken((plan) => delete plan[cell])
    expect(decoded.plan).toBeNull()
    expect(decoded.issues).toMatchObject([{ ...issue, severity: 'file' }])
  })

  it('without any project', () => {
    expect(decodeBroken((plan) => (plan.projects = [])).issues).toMatchObject([
      { kind: 'no-rows', severity: 'file', path: 'projects' },
    ])
  })

  it('with every project broken', () => {
    const decoded = decodeBroken((plan) => {
      for (const project of plan.projects) project.budget.total = 'abc'
    })
    expect(decoded.plan).toBeNull()
    expect(decoded.issues.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(
      Array.from({ length: 6 }, () => 'not-an-amount project'),
    )
  })
})

const third = { kind: 'project', position: 3, name: '办公楼修缮' }
const lost = { projects: 5, indicators: 35 }

describe('a broken cell of a project takes that project away', () => {
  it.each<[string, (project: any) => void, object]>([
    [
      'a missing table cell',
      (p) => delete p.budget.total,
      { kind: 'missing-cell', path: 'projects[2].budget.total', found: { type: 'nothing' } },
    ],
    ['a missing column', (p) => delete p.schedule, { kind: 'missing-cell', path: 'projects[2].schedule' }],
    [
      'a missing part',
      (p) => delete p.budget.other,
      { kind: 'missing-cell', path: 'projects[2].budget.other' },
    ],
    [
      'a blank budget',
      (p) => (p.budget.total = null),
      { kind: 'blank-cell', path: 'projects[2].budget.total', found: { type: 'blank' } },
    ],
    [
      'a number for a text',
      (p) => (p.budget.total = 80),
      {
        kind: 'wrong-type',
        expected: 'text',
        path: 'projects[2].budget.total',
        found: { type: 'number', text: '80' },
      },
    ],
    [
      'a list for a row',
      (p) => (p.budget = ['80']),
      { kind: 'wrong-type', expected: 'object', path: 'projects[2].budget', found: { type: 'list' } },
    ],
    [
      'a text for a list',
      (p) => (p.goals = '1、'),
      { kind: 'wrong-type', expected: 'list', path: 'projects[2].goals' },
    ],
    [
      'a budget of abc',
      (p) => (p.budget = { total: 'abc', fiscal: '80', other: null }),
      { kind: 'not-an-amount', path: 'projects[2].budget.total', found: { type: 'text', text: 'abc' } },
    ],
    [
      'a budget finer than 分',
      (p) => (p.budget.total = '80.0000001'),
      { kind: 'not-an-amount', path: 'projects[2].budget.total' },
    ],
    [
      'a budget below 0',
      (p) => (p.budget = { total: '-80', fiscal: null, other: null }),
      { kind: 'negative-amount', path: 'projects[2].budget.total' },
    ],
    [
      'a rate of abc',
      (p) => (p.schedule['10'] = 'abc'),
      {
        kind: 'not-a-rate',
        path: 'projects[2].schedule.10',
        place: { owner: third, cell: 'schedule.10' },
        found: { type: 'text', text: 'abc' },
      },
    ],
    [
      'a rate in numbers',
      (p) => (p.schedule['06'] = 50),
      { kind: 'wrong-type', expected: 'text', path: 'projects[2].schedule.06' },
    ],
    [
      'a rate above 100',
      (p) => (p.schedule['12'] = '100.01'),
      { kind: 'rate-out-of-range', path: 'projects[2].schedule.12' },
    ],
    [
      'a rate below 0',
      (p) => (p.schedule['03'] = '-1'),
      { kind: 'rate-out-of-range', path: 'projects[2].schedule.03' },
    ],
    [
      'a schedule that falls',
      (p) => (p.schedule['10'] = '49.99'),
      {
        kind: 'schedule-falls',
        path: 'projects[2].schedule.10',
        before: { month: 6, text: '50.00' },
        found: { type: 'text', text: '49.99' },
      },
    ],
    [
      'a month of no year',
      (p) => (p.schedule['13'] = null),
      { kind: 'not-a-month', path: 'projects[2].schedule.13' },
    ],
    [
      'an id of nothing',
      (p) => (p.id = '323-0701-JBN-YQI0'),
      { kind: 'wrong-id', expected: '2020-323002/3', path: 'projects[2].id' },
    ],
    ['no name', (p) => (p.name = ' '), { kind: 'blank-cell', path: 'projects[2].name' }],
  ])('%s', (_, damage, issue) => {
    const decoded = decodeBroken((plan) => damage(plan.projects[2]))
    const own = decoded.issues.filter(({ severity }) => severity === 'project')
    expect(own).toMatchObject([{ ...issue, place: { owner: { kind: 'project', position: 3 } } }])
    expect(standing(decoded)).toEqual(lost)
    expect(decoded.plan?.projects.map(({ position }) => position)).toEqual([1, 2, 4, 5, 6])
  })

  it('a row that is no row at all', () => {
    const decoded = decodeBroken((plan) => (plan.projects[2] = '办公楼修缮'))
    expect(decoded.issues).toMatchObject([
      {
        kind: 'wrong-type',
        expected: 'object',
        path: 'projects[2]',
        place: { owner: { ...third, name: null }, cell: null },
      },
    ])
    expect(standing(decoded)).toEqual(lost)
  })

  it('an id that stands twice: the one in its own place is kept', () => {
    const decoded = decodeBroken((plan) => (plan.projects[1].id = '2020-323002/3'))
    expect(decoded.issues).toContainEqual(
      expect.objectContaining({
        kind: 'duplicate-id',
        severity: 'project',
        path: 'projects[1].id',
        first: 3,
      }),
    )
    expect(decoded.plan?.projects.map(({ name }) => name)).toContain('办公楼修缮')
    expect(decoded.plan?.projects.map(({ id }) => id)).not.toContain('2020-323002/2')
  })

  it('a cell written twice, of which JSON would keep the last', () => {
    const twice = realText.replace('"name": "办公楼修缮",', '"name": "办公楼修缮",\n      "name": "办公楼",')
    const decoded = decodePlan(twice, PLAN_FILE)
    expect(decoded.issues).toMatchObject([
      { kind: 'repeated-cell', severity: 'project', path: 'projects[2].name' },
    ])
    expect(standing(decoded)).toEqual(lost)
  })
})

describe('a broken cell of an indicator takes that indicator away', () => {
  it.each<[string, (indicator: any) => void, object]>([
    [
      'a missing cell',
      (i) => delete i.basis,
      { kind: 'missing-cell', path: 'projects[2].indicators[1].basis' },
    ],
    [
      'a blank target',
      (i) => (i.target = null),
      { kind: 'blank-cell', path: 'projects[2].indicators[1].target' },
    ],
    [
      'an unknown comparator',
      (i) => (i.target = '≈95百分比'),
      {
        kind: 'unknown-comparator',
        path: 'projects[2].indicators[1].target',
        found: { type: 'text', text: '≈95百分比' },
      },
    ],
    ['a target as a number', (i) => (i.target = 95), { kind: 'wrong-type', expected: 'text' }],
    [
      'an id of another row',
      (i) => (i.id = '2020-323002/2/2'),
      { kind: 'wrong-id', expected: '2020-323002/3/2' },
    ],
    ['an id that stands twice', (i) => (i.id = '2020-323002/3/1'), { kind: 'duplicate-id', first: 1 }],
  ])('%s', (_, damage, issue) => {
    const decoded = decodeBroken((plan) => damage(plan.projects[2].indicators[1]))
    const own = decoded.issues.filter(({ severity }) => severity === 'indicator')
    expect(own).toMatchObject([
      {
        ...issue,
        place: {
          owner: {
            kind: 'indicator',
            position: 2,
            name: '质量全程跟踪',
            project: { position: 3, name: '办公楼修缮' },
          },
        },
      },
    ])
    expect(standing(decoded)).toEqual({ projects: 6, indicators: 41 })
    expect(decoded.plan?.projects[2]?.indicators.map(({ id }) => id)).not.toContain('2020-323002/3/2')
  })
})

describe('what is only noted, all projects standing', () => {
  it.each<[string, (plan: any) => void, object]>([
    [
      'a schedule that ends below 100',
      (p) => (p.projects[2].schedule['12'] = '95'),
      { kind: 'schedule-not-ending-at-100', path: 'projects[2].schedule.12' },
    ],
    [
      'a schedule with no rate at all',
      (p) => (p.projects[2].schedule = { '06': null }),
      { kind: 'schedule-unset', path: 'projects[2].schedule' },
    ],
    [
      'budget parts that do not add up',
      (p) => (p.projects[2].budget.fiscal = '75'),
      { kind: 'budget-parts-differ', path: 'projects[2].budget.total' },
    ],
    [
      'other money above the whole budget',
      (p) => (p.projects[2].budget = { total: '80', fiscal: null, other: '80.01' }),
      { kind: 'budget-parts-differ', path: 'projects[2].budget.total' },
    ],
    [
      'a part of the budget that is no amount',
      (p) => (p.projects[2].budget.other = '若干'),
      { kind: 'not-an-amount', path: 'projects[2].budget.other' },
    ],
    [
      'a cell of no table',
      (p) => (p.projects[2].budget.reserve = '1'),
      { kind: 'unknown-cell', path: 'projects[2].budget.reserve' },
    ],
    [
      'a plan id of another year',
      (p) => (p.year = 2021),
      { kind: 'wrong-id', path: 'id', expected: '2021-323002' },
    ],
    [
      'a stated figure that is no number',
      (p) => (p.facts.operating = '约32'),
      { kind: 'not-an-amount', path: 'facts.operating' },
    ],
  ])('%s', (_, damage, issue) => {
    const decoded = decodeBroken(damage)
    expect(decoded.issues).toMatchObject([{ ...issue, severity: 'note' }])
    expect(standing(decoded)).toEqual(whole)
  })

  it('a file named for another year than its id', () => {
    expect(decodePlan(realText, '2021-323002.json').issues).toMatchObject([
      { kind: 'wrong-id', severity: 'note', expected: '2021-323002' },
    ])
  })

  it('a table that is gone: one note at the gap, not one a table', () => {
    const decoded = decodeBroken((plan) => plan.projects.splice(2, 1))
    expect(decoded.issues).toMatchObject([
      { kind: 'wrong-position', severity: 'note', path: 'projects[2].id', expected: '2020-323002/3' },
    ])
    expect(decoded.plan?.projects.map(({ position }) => position)).toEqual([1, 2, 4, 5, 6])
  })

  it('a project without indicators', () => {
    const decoded = decodeBroken((plan) => (plan.projects[2].indicators = []))
    expect(decoded.issues).toMatchObject([{ kind: 'no-rows', severity: 'note' }])
    expect(standing(decoded)).toEqual({ projects: 6, indicators: 35 })
  })
})

describe('what is no issue', () => {
  it.each<[string, (plan: any) => void]>([
    ['fewer checkpoints', (p) => delete p.projects[2].schedule['03']],
    ['other months', (p) => (p.projects[2].schedule = { '12': '100', '09': '75', '04': '10.5' })],
    ['a rate that stays', (p) => (p.projects[2].schedule['10'] = '50.00')],
    ['a rate with its sign', (p) => (p.projects[2].schedule['10'] = '80%')],
    ['a blank purpose', (p) => (p.projects[2].purpose = null)],
    ['a budget of 0', (p) => (p.projects[2].budget = { total: '0', fiscal: '0', other: null })],
    [
      'thousands separators',
      (p) => (p.projects[0].budget = { total: '4,023.10', fiscal: '4023.1', other: null }),
    ],
    ['a qualitative target', (p) => (p.projects[2].indicators[1].target = '逐步提高')],
    ['no stated facts', (p) => (p.facts = null)],
    ['equal names', (p) => (p.projects[2].name = p.projects[0].name)],
  ])('%s', (_, damage) => {
    const decoded = decodeBroken(damage)
    expect(decoded.issues).toEqual([])
    expect(standing(decoded)).toEqual(whole)
  })

  it('a byte order mark', () => {
    expect(decodePlan(`\uFEFF${realText}`, PLAN_FILE).issues).toEqual([])
  })

  it('months out of order in the file are in order in the plan', () => {
    const { plan } = decodeBroken((p) => (p.projects[2].schedule = { '12': '100', '09': '75', '04': null }))
    expect(plan?.projects[2]?.schedule.map(({ month }) => month)).toEqual([4, 9, 12])
  })
})

describe('stated facts and department goals', () => {
  it('a broken section is as if not stated, the others stay', () => {
    const { plan, issues } = decodeBroken((p) => delete p.facts.procurement.items[0].amount)
    expect(issues).toMatchObject([
      {
        kind: 'missing-cell',
        severity: 'part',
        path: 'facts.procurement.items[0].amount',
        place: { owner: { kind: 'facts' } },
      },
    ])
    expect(plan?.facts?.procurement).toBeNull()
    expect(plan?.facts?.assets?.total).toBe('58.29')
  })

  it('facts that are none', () => {
    const { plan, issues } = decodeBroken((p) => (p.facts = 'none'))
    expect(issues).toMatchObject([{ kind: 'wrong-type', severity: 'part', path: 'facts' }])
    expect(plan?.facts).toBeNull()
  })

  it('a broken goal is left out', () => {
    const { plan, issues } = decodeBroken((p) => delete p.departmentGoals[1].title)
    expect(issues).toMatchObject([
      {
        kind: 'missing-cell',
        severity: 'part',
        path: 'departmentGoals[1].title',
        place: { owner: { kind: 'goal', position: 2, name: null } },
      },
    ])
    expect(plan?.departmentGoals.map(({ id }) => id)).toEqual([
      '2020-323002/G1',
      '2020-323002/G3',
      '2020-323002/G4',
    ])
  })

  it('no goals at all', () => {
    const { plan, issues } = decodeBroken((p) => delete p.departmentGoals)
    expect(issues).toMatchObject([{ kind: 'missing-cell', severity: 'part' }])
    expect(plan?.departmentGoals).toEqual([])
  })
})

it('does not blame a schedule for an end that cannot be read', () => {
  const { issues } = decodeBroken((plan) => (plan.projects[2].schedule['12'] = 'abc'))
  expect(issues).toMatchObject([{ kind: 'not-a-rate', path: 'projects[2].schedule.12' }])
})

it('tells everything that is wrong at once', () => {
  const { issues } = decodeBroken((plan) => {
    plan.projects[0].budget.total = 'abc'
    plan.projects[0].schedule['06'] = '120'
    delete plan.projects[1].purpose
    plan.projects[2].schedule['10'] = '1'
    plan.projects[3].indicators[6].target = '≮95'
    plan.projects[4].schedule['12'] = '99'
    delete plan.departmentGoals[0].goal
    plan.facts.change.total.amount = '很多'
  })
  expect(issues.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
    'departmentGoals[0].goal missing-cell',
    'facts.change.total.amount not-an-amount',
    'projects[0].budget.total not-an-amount',
    'projects[0].schedule.06 rate-out-of-range',
    'projects[1].purpose missing-cell',
    'projects[2].schedule.10 schedule-falls',
    'projects[3].indicators[6].target unknown-comparator',
    'projects[4].schedule.12 schedule-not-ending-at-100',
  ])
})
