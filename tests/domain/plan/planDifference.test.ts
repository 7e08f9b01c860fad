import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continuingProjects } from '@/domain/plan/continuing'
import { filledSubjects } from '@/domain/ledger/filled'
import type { Plan } from '@/domain/plan/plan'
import { planDifference } from '@/domain/plan/planDifference'
import { decodePlan } from '@/documents/plan/planFile'
import { PLAN_FILE, realText } from '../../documents/realPlan'
import { payment } from '../../storage/entries'

const plan = decodePlan(realText, PLAN_FILE).plan as Plan
const project = (index: number) => plan.projects[index] as Plan['projects'][number]
const withProject = (index: number, change: Partial<Plan['projects'][number]>): Plan => ({
  ...plan,
  projects: plan.projects.map((own, at) => (at === index ? { ...own, ...change } : own)),
})

describe('the difference between two versions of a plan', () => {
  it('is nothing between equal ones', () => {
    expect(planDifference(plan, plan)).toEqual({ plan: [], rows: [] })
  })

  it('names a changed cell by its row', () => {
    const after = withProject(2, { purpose: '改了' })
    expect(planDifference(plan, after).rows).toEqual([
      {
        id: project(2).id,
        kind: 'changed',
        name: project(2).name,
        renamed: false,
        cells: [{ cell: 'purpose', before: project(2).purpose, after: '改了' }],
      },
    ])
  })

  it('tells a blank checkpoint from a rate', () => {
    const { printed } = project(0)
    const after = withProject(0, {
      printed: { ...printed, schedule: { ...printed.schedule, '03': '0' } },
    })
    expect(planDifference(plan, after).rows[0]?.cells).toEqual([
      { cell: 'schedule.03', before: null, after: '0' },
    ])
  })

  it('says when a row is called otherwise, since another may have moved into its place', () => {
    const indicators = project(1).indicators.map((own, at) => (at === 0 ? { ...own, level3: '另一项' } : own))
    const [row] = planDifference(plan, withProject(1, { indicators })).rows
    expect(row).toMatchObject({ id: project(1).indicators[0]?.id, renamed: true, name: '另一项' })
  })

  it('lists each row that is gone, a project with its indicators', () => {
    const after = { ...plan, projects: plan.projects.slice(0, 5) }
    const gone = planDifference(plan, after).rows
    expect(gone.map(({ kind }) => kind)).toEqual(gone.map(() => 'gone'))
    expect(gone.map(({ id }) => id)).toEqual([project(5).id, ...project(5).indicators.map(({ id }) => id)])
  })

  it('turns around: what is added one way is gone the other', () => {
    const some = fc.subarray([0, 1, 2, 3, 4, 5])
    fc.assert(
      fc.property(some, some, (a, b) => {
        const of = (kept: number[]) => ({ ...plan, projects: kept.map(project) })
        const [there, back] = [planDifference(of(a), of(b)), planDifference(of(b), of(a))]
        const ids = (rows: typeof there.rows, kind: string) =>
          rows.flatMap((row) => (row.kind === kind ? row.id : [])).sort()
        expect(ids(there.rows, 'added')).toEqual(ids(back.rows, 'gone'))
      }),
    )
  })
})

describe('every cell that a version may print otherwise', () => {
  const cellsOf = (after: Plan) => {
    const { plan: whole, rows } = planDifference(plan, after)
    return [...whole, ...rows.flatMap(({ cells }) => cells)].map(({ cell, before, after: now }) => [
      cell,
      before,
      now,
    ])
  }
  const own = project(2)
  const { budget, schedule } = own.printed
  const printed = (over: Partial<typeof budget>) => ({
    printed: { budget: { ...budget, ...over }, schedule },
  })
  const indicator = own.indicators[0]!
  const withIndicator = (change: Partial<typeof indicator>) =>
    withProject(2, {
      indicators: own.indicators.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
    })

  it.each<[string, Plan, string | null, string | null]>([
    ['name', withProject(2, { name: '新' }), own.name, '新'],
    ['code', withProject(2, { code: '新' }), own.code, '新'],
    ['budget.total', withProject(2, printed({ total: '81' })), budget.total, '81'],
    ['budget.fiscal', withProject(2, printed({ fiscal: '81' })), budget.fiscal, '81'],
    ['budget.other', withProject(2, printed({ other: '1' })), budget.other, '1'],
    [
      'budget.total',
      withProject(2, printed({ total: `${budget.total}.00` })),
      budget.total,
      `${budget.total}.00`,
    ],
    ['goals', withProject(2, { goals: ['甲', '乙'] }), own.goals.join('\n'), '甲\n乙'],
    ['level1', withIndicator({ level1: '新' }), indicator.level1, '新'],
    ['level2', withIndicator({ level2: '新' }), indicator.level2, '新'],
    ['description', withIndicator({ description: '新' }), indicator.description, '新'],
    ['target', withIndicator({ target: { kind: 'qualitative', text: '新' } }), indicator.target.text, '新'],
    ['basis', withIndicator({ basis: '新' }), indicator.basis, '新'],
    ['weight', withIndicator({ weight: '10' }), null, '10'],
    [
      'department.name',
      { ...plan, department: { ...plan.department, name: '新' } },
      plan.department.name,
      '新',
    ],
    ['source.title', { ...plan, source: { ...plan.source, title: '新' } }, plan.source.title, '新'],
    [
      'source.published',
      { ...plan, source: { ...plan.source, published: null } },
      plan.source.published,
      null,
    ],
    ['facts', { ...plan, facts: null }, JSON.stringify(plan.facts), null],
  ])('%s', (cell, after, before, now) => {
    expect(cellsOf(after)).toEqual([[cell, before, now]])
  })

  it('a blank weight and no such column are the same nothing; goals of the department by title and text', () => {
    expect(cellsOf(withIndicator({ weight: null }))).toEqual([])
    const [goal, ...rest] = plan.departmentGoals
    const changed = { ...plan, departmentGoals: [{ ...goal!, goal: '新' }, ...rest] }
    const [[cell, before, after] = []] = cellsOf(changed)
    expect(cell).toBe('departmentGoals')
    expect(before?.split('\n')[0]).toBe(`${goal!.title}：${goal!.goal}`)
    expect(after?.split('\n')[0]).toBe(`${goal!.title}：新`)
    const none = cellsOf({ ...plan, departmentGoals: [] })
    expect(none.map(([each, , now]) => [each, now])).toEqual([['departmentGoals', null]])
  })

  it('a month that one version alone prints', () => {
    const after = withProject(2, { printed: { budget, schedule: { ...schedule, '09': '70' } } })
    expect(cellsOf(after)).toEqual([['schedule.09', null, '70']])
  })

  it('a row that came or went is named, its cells are not; a changed one is not renamed by it', () => {
    const { rows } = planDifference({ ...plan, projects: [own] }, { ...plan, projects: [own, project(3)] })
    expect(rows.map(({ kind, name, renamed, cells }) => [kind, name, renamed, cells.length])).toEqual([
      ['added', project(3).name, false, 0],
      ...project(3).indicators.map(({ level3 }) => ['added', level3, false, 0]),
    ])
    expect(planDifference(plan, withIndicator({ basis: '新' })).rows).toMatchObject([
      { id: indicator.id, kind: 'changed', name: indicator.level3, renamed: false },
    ])
  })
})

describe('projects that continue', () => {
  const next: Plan = { ...plan, id: '2021-323002', year: 2021 }

  it('are joined by the name they print, the earliest year first', () => {
    const found = continuingProjects([next, plan])
    expect(found.map(({ name }) => name)).toEqual(plan.projects.map(({ name }) => name))
    expect(found[0]?.years.map((own) => own.plan.year)).toEqual([2020, 2021])
  })

  it('of one year alone do not continue; the last year’s name is shown', () => {
    expect(continuingProjects([plan])).toEqual([])
    const renamed = {
      ...next,
      projects: next.projects.map((each, at) => (at === 0 ? { ...each, name: '换' } : each)),
    }
    expect(continuingProjects([plan, renamed])).toHaveLength(plan.projects.length - 1)
    const spaced = {
      ...next,
      projects: [{ ...project(2), name: ` ${project(2).name.slice(0, 1)}　${project(2).name.slice(1)}` }],
    }
    expect(continuingProjects([spaced, plan]).map(({ name }) => name)).toEqual([spaced.projects[0]!.name])
  })

  it('over three years, each year once, in the order of the years', () => {
    const later = { ...plan, id: '2022-323002', year: 2022 }
    const found = continuingProjects([later, plan, next])
    expect(found[0]?.years.map((each) => each.plan.year)).toEqual([2020, 2021, 2022])
    expect(continuingProjects([plan, plan])).toEqual([])
  })

  it('are not joined across departments', () => {
    const other = { ...next, department: { ...next.department, code: '323003' } }
    expect(continuingProjects([plan, other])).toEqual([])
  })

  it('need the same code where a year prints the name twice', () => {
    const name = project(0).name
    const twice: Plan = {
      ...plan,
      projects: [project(0), { ...project(1), name }],
    }
    const moved: Plan = { ...next, projects: [{ ...project(1), name }] }
    expect(continuingProjects([twice, moved])[0]?.years.map((own) => own.project.code)).toEqual([
      project(1).code,
      project(1).code,
    ])
    const coded = { ...next, projects: [{ ...project(1), name, code: '999' }] }
    expect(continuingProjects([twice, coded])).toEqual([])
    const once = { ...plan, projects: [{ ...project(1), name }] }
    expect(continuingProjects([once, { ...coded }])).toHaveLength(1)
  })
})

it('counts what is filled in by what it is about, in one plan alone', () => {
  const one = payment()
  expect(filledSubjects([one, { ...one, id: 'x', plan: 'other' }], one.plan)).toEqual({ [one.subject]: 1 })
})
