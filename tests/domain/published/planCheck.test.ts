import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { parseDecimal } from '@/domain/number/decimal'
import { parseWan } from '@/domain/number/money'
import type { Indicator, Plan, Project } from '@/domain/plan/plan'
import { planCheckKey, planChecks, tableChecks } from '@/domain/published/planCheck'
import { type TableCheck } from '@/domain/published/tableCheck'
import { parseTarget } from '@/domain/plan/target'
import { PLAN_FILE, realText } from '../../documents/realPlan'
import { scheduleOf } from '../../fixtures/sixProjects'

const decoded = decodePlan(realText, PLAN_FILE).plan
if (!decoded) throw new Error('the published plan does not stand')
const REAL: Plan = decoded

const short = ({ where }: TableCheck): string[] =>
  where.map(({ project, indicator, cell }) => `${(indicator ?? project).replace(`${REAL.id}/`, '')} ${cell}`)

describe('the published tables', () => {
  const found = tableChecks(REAL)
  const of = (kind: TableCheck['kind']) => found.filter((check) => check.kind === kind).map(short)

  it.each<[TableCheck['kind'], string[][]]>([
    ['budget-parts', []],
    ['same-project-name', []],
    ['same-indicator-name', [['1/5 level3', '1/6 level3']]],
    ['copied-goals', [['4 goals', '6 goals']]],
    [
      'copied-indicator',
      [
        ['4/2 level3', '5/2 level3'],
        ['4/5 level3', '5/5 level3'],
        ['4/7 level3', '5/7 level3', '6/7 level3'],
      ],
    ],
    ['blank-checkpoint', [[1, 2, 3, 4, 5, 6].map((project) => `${project} schedule.03`)]],
    ['schedule-unset', []],
    ['schedule-falls', []],
    ['schedule-not-ending-at-100', []],
    ['two-measures', [['1/1 level3'], ['2/1 level3'], ['2/2 level3']]],
    ['not-literal', [['3/4 target']]],
    ['rate-without-unit', []],
    ['rate-in-another-unit', [['6/2 target']]],
    ['weights-sum', []],
    ['weight-missing', []],
  ])('%s', (kind, where) => {
    expect(of(kind)).toEqual(where)
  })

  it('names the measures', () => {
    expect(found.flatMap((check) => (check.kind === 'two-measures' ? [check.measures] : []))).toEqual([
      ['基金征缴完成率', '发放率'],
      ['医疗保险参保率', '医疗救助水平'],
      ['困难人口参保率', '医疗救助后个人负担比例'],
    ])
  })

  it('come after the stated facts, each under a key of its own', () => {
    const all = planChecks(REAL)
    const keys = all.map(planCheckKey)
    expect(all[0]?.kind).toBe('sum')
    expect(new Set(keys).size).toBe(all.length)
    expect(keys).toContain('not-literal:2020-323002/3/4.target')
  })
})

const first = REAL.projects[0]
const row = first?.indicators[0]
if (!first || !row) throw new Error('the published plan has no table')
const PROJECT: Project = first
const ROW: Indicator = row

function checked(project: Partial<Project>): TableCheck[] {
  return [...tableChecks({ ...REAL, projects: [{ ...PROJECT, ...project }] })]
}

function kindsOf(indicator: Partial<Indicator>): string[] {
  return checked({ indicators: [{ ...ROW, level3: '完成率', ...indicator }] })
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'blank-checkpoint')
}

describe('a budget', () => {
  it.each<[string, string | null, string | null, string[]]>([
    ['80', '80', null, []],
    ['80', '70', '10.00', []],
    ['80', null, null, []],
    ['80', '70', null, ['-10']],
    ['80', '80', '0.01', ['0.01']],
    ['80', null, '40', []],
    ['80', null, '80.01', ['0.01']],
  ])('%s of %s and %s: %o', (total, fiscal, other, differences) => {
    const budget = parseWan(total)
    if (!budget) throw new Error('no amount')
    const found = checked({ budget, printed: { ...PROJECT.printed, budget: { total, fiscal, other } } })
    expect(
      found.flatMap((check) => (check.kind === 'budget-parts' ? [check.difference.toFixed()] : [])),
    ).toEqual(differences)
  })
})

describe('a schedule', () => {
  it.each([
    [{ '03': null, '06': null }, ['schedule-unset']],
    [{ '03': '50', '06': '40', '12': '100' }, ['schedule-falls']],
    [{ '03': '50', '06': '50', '12': '100' }, []],
    [{ '03': '50', '12': '99.99' }, ['schedule-not-ending-at-100']],
    [{ '03': '50', '12': null }, ['blank-checkpoint', 'schedule-not-ending-at-100']],
    [{ '12': '100.00' }, []],
  ])('%o: %o', (cells, kinds) => {
    const found = checked({ schedule: scheduleOf(cells), indicators: [{ ...ROW, level3: '完成率' }] })
    expect(found.map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('a target', () => {
  it.each([
    ['成本节约率', '≥95百分比', ['not-literal']],
    ['成本节约率', '≥49.99%', []],
    ['成本节约率', '≥50%', ['not-literal']],
    ['成本节约率', '≤95%', []],
    ['成本节约率', '5%', []],
    ['群众投诉率', '≥90%', ['not-literal']],
    ['群众投诉率', '≤1%', []],
    ['再就业率', '≥90', ['rate-without-unit']],
    ['再就业率', '≥0.9', ['rate-without-unit']],
    ['再就业率', '90-95', ['rate-without-unit']],
    ['再就业率', '≥90%', []],
    ['再就业率', '逐步提高', []],
    ['再就业率', '≥100人', ['rate-in-another-unit']],
    ['服务对象满意度', '≥90分', []],
    ['培训人数', '≥90', []],
    ['参保率；救助水平', '≥90%', ['two-measures']],
    ['征缴率和发放率', '≥90%', ['two-measures']],
    ['养老和医疗保险参保率', '≥90%', []],
    ['参保率；', '≥90%', []],
  ])('%s %s: %o', (level3, target, kinds) => {
    expect(kindsOf({ level3, description: '', target: parseTarget(target) })).toEqual(kinds)
  })

  it('is asked for where there is none', () => {
    expect(checked({ indicators: [] }).map(({ kind }) => kind)).toContain('no-indicators')
  })
})

describe('分值', () => {
  const weighted = (...weights: (string | null)[]) =>
    checked({
      indicators: weights.map((weight, index) => ({
        ...ROW,
        id: `${PROJECT.id}/${index + 1}`,
        level3: `完成率${index}`,
        weight,
      })),
    }).filter(({ kind }) => kind.startsWith('weight'))

  it.each([
    [['50', '40'], []],
    [['50分', '５０'], []],
    [['50', '49.9'], ['weights-sum']],
    [['50', null], ['weight-missing']],
    [[null, null], []],
  ])('%o: %o', (weights, kinds) => {
    expect(weighted(...weights).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('says what they come to', () => {
    expect(weighted('50', '49.9')).toMatchObject([{ total: parseDecimal('99.9') }])
  })
})
