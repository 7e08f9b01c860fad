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

describe('what a sum is made of', () => {
  const sums = (plan: Plan) =>
    new Map(factChecks(plan).flatMap((check) => (check.kind === 'sum' ? [[check.name, check] as const] : [])))
  const terms = (plan: Plan, name: FactSum) =>
    sums(plan)
      .get(name)
      ?.terms.map(({ label, value }) => `${label} ${plain(value)}`)

  it.each<[FactSum, string[]]>([
    ['expenditure', ['基本支出 421.24', '项目支出 6580.51', '其他 0']],
    ['basic', ['人员经费 389.28', '日常公用经费 31.96']],
    ['income', ['一般公共预算收入 7001.75', '基金拨款 0', '财政专户核拨 0', '其他来源收入 0']],
    ['change', ['基本支出增长 18.86', '项目支出减少 -743.1']],
    ['three-public-change', ['上年 5.5', '减少 -5']],
    ['procurement', ['台式计算机 1.6', '激光打印机 0.6']],
    ['assets', ['4、其他固定资产 58.29']],
  ])('%s: each term by its name and with its sign', (name, wanted) => {
    expect(terms(REAL, name)).toEqual(wanted)
  })

  it('is the tables themselves for what the document states of its projects', () => {
    expect(terms(REAL, 'projects')?.[0]).toBe('社会养老保险基金财政补助 4023.1')
    expect(sums({ ...REAL, projects: [] }).has('projects')).toBe(false)
    const unstated = { ...REAL.facts, expenditure: { ...REAL.facts.expenditure, projects: null } }
    expect(sums({ ...REAL, facts: unstated }).has('projects')).toBe(false)
  })

  it('leaves a term that cannot be read out, and is no sum without a term or without what is stated', () => {
    const { expenditure } = REAL.facts
    const withBasic = (over: Partial<DepartmentFacts['expenditure']>) => ({
      ...REAL,
      facts: { ...REAL.facts, expenditure: { ...expenditure, ...over } },
    })
    expect(terms(withBasic({ dailyPublic: null }), 'basic')).toEqual(['人员经费 389.28'])
    expect(terms(withBasic({ dailyPublic: '约三十' }), 'basic')).toEqual(['人员经费 389.28'])
    expect(terms(withBasic({ dailyPublic: null, personnel: null }), 'basic')).toBeUndefined()
    expect(terms(withBasic({ basic: null }), 'basic')).toBeUndefined()
  })

  it.each([
    ['增长', '5', '5'],
    ['增加', '5', '5'],
    ['减少', '5', '-5'],
    ['下降', '5', '-5'],
    ['降低', '5', '-5'],
  ])('a change that is %s by %s counts %s', (direction, amount, counted) => {
    const one = { direction, amount, reason: null }
    const none = { direction: '持平', amount: '0', reason: null }
    const plan = {
      ...REAL,
      facts: { ...REAL.facts, change: { againstYear: 2019, total: one, basic: one, projects: none } },
    }
    const sum = sums(plan).get('change')
    expect([plain(sum?.stated ?? null), plain(sum?.terms[0]?.value ?? null)]).toEqual([counted, counted])
    expect(plain(sum?.difference ?? null)).toBe('0')
    const unread = { ...one, amount: '若干' }
    const facts = { ...REAL.facts, change: { againstYear: 2019, total: unread, basic: one, projects: none } }
    expect(sums({ ...REAL, facts }).has('change')).toBe(false)
  })

  it('raises nothing where everything named is listed and everything listed has its value', () => {
    const { procurement, assets } = REAL.facts
    const kinds = checksWith({
      procurement: procurement && { ...procurement, mentioned: ['计算机'] },
      assets: assets && { ...assets, items: [{ name: '车辆', quantity: '1', value: '0' }] },
      departmentNames: [{ name: '社保局', where: '标题' }],
    }).map(({ kind }) => kind)
    expect(kinds).not.toContain('mentioned-not-listed')
    expect(kinds).not.toContain('listed-without-value')
    const bare = checksWith({
      assets: assets && { ...assets, items: [{ name: '房屋', quantity: null, value: null }] },
    })
    expect(bare.some(({ kind }) => kind === 'listed-without-value')).toBe(false)
  })
})
