import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { factChecks, type FactCheck, type FactSum } from '@/domain/published/factChecks'
import type { DepartmentFacts, Plan } from '@/domain/plan/plan'
import { PLAN_FILE, realText } from '../../documents/realPlan'
import { SIX_PLAN } from '../../fixtures/sixProjects'
import { plain } from '../build'

const decoded = decodePlan(realText, PLAN_FILE).plan
if (!decoded?.facts) throw new Error('the published plan has no facts')
const REAL: Plan & { readonly facts: DepartmentFacts } = { ...decoded, facts: decoded.facts }

function sumsOf(
  checks: readonly FactCheck[],
): Partial<Record<FactSum, readonly [string | null, string | null]>> {
  return Object.fromEntries(
    checks.flatMap((check) =>
      check.kind === 'sum' ? [[check.name, [plain(check.stated), plain(check.difference)]]] : [],
    ),
  )
}

const checksWith = (facts: Partial<DepartmentFacts>): FactCheck[] =>
  factChecks({ ...REAL, facts: { ...REAL.facts, ...facts } })

describe('the published document against itself', () => {
  it('agrees in every sum it states', () => {
    expect(sumsOf(factChecks(REAL))).toEqual({
      projects: ['6580.51', '0'],
      'project-items': ['6580.51', '0'],
      expenditure: ['7001.75', '0'],
      basic: ['421.24', '0'],
      income: ['7001.75', '0'],
      change: ['-724.24', '0'],
      'three-public': ['0.5', '0'],
      'three-public-change': ['0.5', '0'],
      procurement: ['2.2', '0'],
      assets: ['58.29', '0'],
    })
  })

  it('spells its department three ways, has no chairs in its table, one vehicle without a value, one code twice', () => {
    const uneven = factChecks(REAL).flatMap((check): unknown[] => {
      if (check.kind === 'names-differ') return [[check.kind, check.names.length]]
      if (check.kind === 'mentioned-not-listed') return [[check.kind, check.items]]
      if (check.kind === 'listed-without-value')
        return [[check.kind, check.items.map(({ quantity }) => quantity)]]
      return check.kind === 'same-code' ? [[check.code, check.projects.map(({ position }) => position)]] : []
    })
    expect(uneven).toEqual([
      ['mentioned-not-listed', ['办公座椅']],
      ['listed-without-value', ['1']],
      ['names-differ', 3],
      ['323-0105-YBN-V0X2', [4, 6]],
    ])
  })
})

describe('factChecks', () => {
  it('says by how much a sum is out', () => {
    const { expenditure } = REAL.facts
    expect(sumsOf(checksWith({ expenditure: { ...expenditure, basic: '421.23' } }))).toMatchObject({
      expenditure: ['7001.75', '-0.01'],
      basic: ['421.23', '0.01'],
    })
  })

  it('does not check what is not stated', () => {
    const none = checksWith({
      change: null,
      threePublic: null,
      procurement: null,
      assets: null,
      departmentNames: [],
    })
    expect(Object.keys(sumsOf(none))).toEqual(['projects', 'project-items', 'expenditure', 'basic', 'income'])
    expect(none.filter(({ kind }) => kind !== 'sum').map(({ kind }) => kind)).toEqual(['same-code'])
    expect(factChecks({ ...SIX_PLAN, facts: null }).map(({ kind }) => kind)).toEqual(['same-code'])
  })

  it('takes no blank code for one code', () => {
    const projects = REAL.projects.map((project) => ({ ...project, code: '' }))
    expect(factChecks({ ...REAL, projects }).some(({ kind }) => kind === 'same-code')).toBe(false)
  })

  it('names no difference between equal spellings', () => {
    const name = '沧州市南大港管理区劳动和社会保障局'
    const checks = checksWith({
      departmentNames: [
        { name, where: '标题' },
        { name, where: '正文' },
      ],
    })
    expect(checks.some(({ kind }) => kind === 'names-differ')).toBe(false)
  })
})
