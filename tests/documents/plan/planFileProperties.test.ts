import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { planIssueText } from '@/format/published/planIssueText'
import { PLAN_FILE, realPlan, realText } from '../realPlan'

type Step = string | number

function pathsOf(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const steps: Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...steps.flatMap((step) => pathsOf((value as Record<Step, unknown>)[step], [...path, step]))]
}

const paths = pathsOf(realPlan()).filter((path) => path.length > 0)

const junk = fc.oneof(
  fc.constantFrom('', ' ', 'abc', '-1', '0', '100.001', '1e3', '≈95', '__proto__', '２０％', '2020-02-30'),
  fc.string({ maxLength: 8 }),
  fc.jsonValue({ maxDepth: 2 }),
)

const mutation = fc.record({
  path: fc.constantFrom(...paths),
  act: fc.oneof(
    fc.constant({ kind: 'delete' as const }),
    fc.constant({ kind: 'repeat' as const }),
    junk.map((value) => ({ kind: 'replace' as const, value })),
    fc.record({ kind: fc.constant('add' as const), key: fc.string({ maxLength: 4 }), value: junk }),
  ),
})

type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

function mutate(plan: unknown, { path, act }: Mutation): void {
  const parent = path.slice(0, -1).reduce<any>((value, step) => value?.[step], plan)
  const last = path.at(-1)
  if (typeof parent !== 'object' || parent === null || last === undefined) return
  if (act.kind === 'replace') parent[last] = act.value
  else if (act.kind === 'add') parent[act.key] = act.value
  else if (act.kind === 'repeat' && Array.isArray(parent)) parent.push(parent[Number(last)])
  else if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete parent[last]
}

function check(text: string): void {
  const { plan, issues } = decodePlan(text, PLAN_FILE)
  for (const issue of issues) {
    const said = planIssueText(issue, PLAN_FILE)
    expect(said.where.startsWith(PLAN_FILE)).toBe(true)
    for (const words of [said.what, said.mend, said.effect]) expect(words).toMatch(/\p{Script=Han}/u)
    expect(`${said.where}${said.what}${said.mend}`).not.toMatch(/undefined|\[object|NaN/)
  }
  if (plan === null) {
    expect(issues.some(({ severity }) => severity === 'file' || severity === 'project')).toBe(true)
    return
  }
  const ids = plan.projects.flatMap((project) => [project.id, ...project.indicators.map(({ id }) => id)])
  expect(new Set(ids).size).toBe(ids.length)
  for (const project of plan.projects) {
    expect(project.budget.isFinite() && !project.budget.isNegative()).toBe(true)
    const shares = project.schedule.flatMap(({ percent }) => percent ?? [])
    expect(shares.every((share, index) => share.gte(shares[index - 1] ?? 0) && share.lte(100))).toBe(true)
  }
}

describe('a broken plan file', () => {
  it('never throws: what stands is sound, what does not is listed', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const plan = realPlan()
        for (const each of mutations) mutate(plan, each)
        check(JSON.stringify(plan))
      }),
      { numRuns: 400 },
    )
  })

  it('loses nothing in silence: fewer rows mean an issue', () => {
    fc.assert(
      fc.property(mutation, (each) => {
        const plan = realPlan()
        mutate(plan, each)
        const decoded = decodePlan(JSON.stringify(plan), PLAN_FILE)
        const rows = Array.isArray(plan.projects) ? plan.projects.length : 0
        const kept = decoded.plan?.projects.length ?? 0
        if (kept < rows || rows < 6) {
          const last = each.path.length === 2 && each.path[0] === 'projects' && each.path[1] === 5
          expect(decoded.issues.length > 0 || last).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never throws on a text cut, spliced or overwritten anywhere', () => {
    const spot = fc.nat({ max: realText.length })
    fc.assert(
      fc.property(spot, fc.nat({ max: 40 }), fc.string({ maxLength: 12 }), (at, length, put) => {
        check(realText.slice(0, at) + put + realText.slice(at + length))
      }),
      { numRuns: 300 },
    )
  })

  it('never throws on any text or any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        check(text)
        expect(Array.isArray(decodePlanIndex(text).plans)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
