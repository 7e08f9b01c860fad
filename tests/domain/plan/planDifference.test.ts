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

describe('projects that continue', () => {
  const next: Plan = { ...plan, id: '2021-323002', year: 2021 }

  it('are joined by the name they print, the earliest year first', () => {
    const found = continuingProjects([next, plan])
    expect(found.map(({ name }) => name)).toEqual(plan.projects.map(({ name }) => name))
    expect(found[0]?.years.map((own) => own.plan.year)).toEqual([2020, 2021])
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
  })
})

it('counts what is filled in by what it is about, in one plan alone', () => {
  const one = payment()
  expect(filledSubjects([one, { ...one, id: 'x', plan: 'other' }], one.plan)).toEqual({ [one.subject]: 1 })
})
