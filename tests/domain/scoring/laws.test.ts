import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '@/domain/status/attainment'
import { Decimal, sum, ZERO } from '@/domain/number/decimal'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Entry } from '@/domain/ledger/entry'
import { money } from '@/domain/number/money'
import type { Plan, Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { executionScore, indicatorScore } from '@/domain/scoring/points'
import { pointsSplit } from '@/domain/scoring/lostPoints'
import { ranking } from '@/domain/scoring/ranking'
import { SCHEMES } from '@/domain/scoring/scheme'
import { selfEvaluation, type Sheet } from '@/domain/scoring/sheet'
import { ratioOf, shareOf } from '@/domain/scoring/share'
import { parseTarget } from '@/domain/plan/target'
import { PLAN_ID, projectOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { amounts, comparators, decimals, entryLists, shuffled } from '../arbitraries'
import { actual, pay } from '../build'
import { BASIS, projectWith, reportedAll, sheetOf } from './sheets'

const SMALL: Plan = {
  ...SIX_PLAN,
  projects: [
    projectOf(1, '甲', '80', { '03': null, '06': '50', '10': '80', '12': '100' }, [
      '≥95百分比',
      '=100百分比',
      '≤5起',
      '12月底前完成',
      '逐步提高',
      '90-95%',
      '≥90百分比',
    ]),
    projectOf(2, '乙', '0', { '03': null, '06': null, '10': null, '12': null }, ['≥100人', '=0次']),
  ],
}

const schemes = fc.constantFrom(...SCHEMES)
const weights = decimals({ min: 0, max: 100 })

function sheetsOf(plan: Plan, entries: readonly Entry[], scheme: (typeof SCHEMES)[number]): Sheet[] {
  const { ledger } = addEntries(emptyLedger(plan.id), entries)
  return plan.projects.map((project) =>
    selfEvaluation(project, sliceOf(ledger, project.id), { ...BASIS, scheme }),
  )
}

function isReported(sheet: Sheet): boolean {
  return (
    sheet.execution.spent !== null &&
    sheet.indicators.every(({ parts }) =>
      parts.every((part) => part.measure?.judged === false || part.entry !== null),
    )
  )
}

describe('points of a row', () => {
  const targets = fc.oneof(
    fc
      .tuple(comparators(), decimals({ min: -10, max: 200 }))
      .map(([sign, value]) => `${sign}${value.toFixed()}`),
    fc
      .tuple(decimals({ min: 0, max: 100 }), decimals({ min: 0, max: 100 }))
      .map(([a, b]) => `${Decimal.min(a, b).toFixed()}-${Decimal.max(a, b).toFixed()}`),
  )
  const score = (text: string, value: Decimal, weight: Decimal, scheme: (typeof SCHEMES)[number]) => {
    const target = parseTarget(text)
    const reported = { kind: 'number', value } as const
    const attainment = judge(target, reported, HEBEI)
    if (attainment.kind !== 'met' && attainment.kind !== 'missed') throw new Error(`not judged: ${text}`)
    const share = shareOf(target, reported, attainment)
    if (typeof share === 'string') throw new Error(share)
    return { attainment, share, ...indicatorScore(share, weight, scheme) }
  }

  it('are never below 0 and never above the weight', () => {
    fc.assert(
      fc.property(
        targets,
        decimals({ min: -300, max: 300 }),
        weights,
        schemes,
        (text, value, weight, scheme) => {
          const { points } = score(text, value, weight, scheme)
          expect(points.gte(0) && points.lte(weight) && points.decimalPlaces() <= 2).toBe(true)
        },
      ),
    )
  })

  it('are of the same ratio as the judgement', () => {
    fc.assert(
      fc.property(targets, decimals({ min: -300, max: 300 }), schemes, (text, value, scheme) => {
        const { attainment, share, ratio } = score(text, value, new Decimal(10), scheme)
        expect(ratio.toFixed()).toBe('ratio' in attainment ? attainment.ratio?.toFixed() : null)
        expect(ratioOf(share).toFixed()).toBe(ratio.toFixed())
      }),
    )
  })

  it('never fall when the actual of a ≥ or > target rises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '>'),
        decimals({ min: 0, max: 200 }),
        decimals({ min: -10, max: 300 }),
        decimals({ min: 0, max: 100 }),
        weights,
        schemes,
        (sign, goal, value, more, weight, scheme) => {
          const text = `${sign}${goal.toFixed()}%`
          const before = score(text, value, weight, scheme).points
          const after = score(text, value.plus(more), weight, scheme).points
          expect(after.gte(before)).toBe(true)
        },
      ),
    )
  })

  it('execution: within the weight, never falling with spending, the same when all money is scaled', () => {
    fc.assert(
      fc.property(
        amounts({ min: -1_000_000 }),
        amounts({ min: 1 }),
        amounts({ min: 0 }),
        fc.integer({ min: 1, max: 10_000 }),
        weights,
        schemes,
        (spent, budget, more, scale, weight, scheme) => {
          const at = (amount: Decimal, of: Decimal) => {
            const made = executionScore(money(amount), money(of), weight, scheme)
            return typeof made === 'string' ? null : made
          }
          const plain = at(spent, budget)
          if (!budget.gt(0)) return expect(plain).toBeNull()
          if (!plain) throw new Error('not scored')
          expect(plain.points.gte(0) && plain.points.lte(weight)).toBe(true)
          expect(at(spent.plus(more), budget)?.points.gte(plain.points)).toBe(true)
          const scaled = at(spent.times(scale), budget.times(scale))
          expect(scaled?.points.toFixed()).toBe(plain.points.toFixed())
          expect(scaled?.ratio.toFixed()).toBe(plain.ratio.toFixed())
        },
      ),
    )
  })
})

describe('sheets over random ledgers', () => {
  it('add up, stay within their weights, and have a grade only when everything is reported', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          entryLists(SMALL),
          entryLists(SMALL).map((entries) => [
            ...SMALL.projects.flatMap((one) => reportedAll(one)),
            ...entries,
          ]),
        ),
        schemes,
        (entries, scheme) => {
          const sheets = sheetsOf(SMALL, entries, scheme)
          for (const sheet of sheets) {
            const { outcome, rows } = sheet
            const total = outcome.kind === 'complete' ? outcome.total : outcome.scored
            expect(total.toFixed()).toBe(sum(rows.map(({ points }) => points ?? ZERO)).toFixed())
            for (const { points, weight, score } of rows) {
              if (points === null) continue
              expect(points.gte(0) && points.lte(weight) && points.decimalPlaces() <= 2).toBe(true)
              expect(typeof score === 'object' && points.lte(score.points)).toBe(true)
            }
            const { had, lost, open } = pointsSplit(sheet)
            expect(had.toFixed()).toBe(total.toFixed())
            const settled = had.plus(lost)
            expect(settled.plus(open).toFixed()).toBe(settled.gt(100) ? settled.toFixed() : '100')
            if (outcome.kind === 'complete') {
              expect(isReported(sheet)).toBe(true)
              expect(sum(rows.map(({ weight }) => weight)).toFixed()).toBe('100')
            } else expect('grade' in outcome || 'total' in outcome).toBe(false)
          }
          expect(ranking(sheets)).toHaveLength(sheets.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('do not depend on the order of arrival', () => {
    fc.assert(
      fc.property(shuffled(entryLists(SMALL)), schemes, ({ list, other }, scheme) => {
        const digest = (entries: readonly Entry[]) =>
          JSON.stringify(sheetsOf(SMALL, entries, scheme).map(({ rows, outcome }) => [rows, outcome]))
        expect(digest(other)).toBe(digest(list))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a complete sheet', () => {
  const values = (count: number) =>
    fc.array(decimals({ min: 0, max: 120 }), { minLength: count, maxLength: count })
  const filled = (project: Project, actuals: readonly Decimal[], spent: string) => [
    pay(project.id, '2020-12-31', spent),
    ...project.indicators.map(({ id }, index) =>
      actual(id, '2020-12-31', `${actuals[index]?.toFixed() ?? 0}%`),
    ),
  ]
  const totalOf = ({ outcome }: Sheet) =>
    outcome.kind === 'complete' ? outcome.total.toFixed(2) : outcome.kind

  it('has the same total whatever the order of its indicators, hundredths left over included', () => {
    const layout = [3, 3, 1]
    const levels = ['产出指标', '效益指标', '满意度指标'].flatMap((level1, index) =>
      Array.from({ length: layout[index] ?? 0 }, () => level1),
    )
    const base = projectWith()
    const project = {
      ...base,
      indicators: base.indicators.map((row, index) => ({ ...row, level1: levels[index] ?? '' })),
    }
    fc.assert(
      fc.property(values(7), shuffled(fc.constant([...project.indicators])), (actuals, { other }) => {
        const entries = filled(project, actuals, '90')
        expect(totalOf(sheetOf({ ...project, indicators: other }, entries))).toBe(
          totalOf(sheetOf(project, entries)),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('changes neither rate nor total when all money is scaled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 1, max: 500 }), (cents, scale) => {
        const project = projectWith()
        const spent = new Decimal(cents).div(100)
        const large = { ...project, budget: money(project.budget.times(scale)) }
        const one = sheetOf(project, reportedAll(project, '95%', spent.toFixed()))
        const other = sheetOf(large, reportedAll(large, '95%', spent.times(scale).toFixed()))
        expect(totalOf(other)).toBe(totalOf(one))
        expect(JSON.stringify(other.execution.rate)).toBe(JSON.stringify(one.execution.rate))
      }),
      { numRuns: 100 },
    )
  })

  it('loses its grade with any one entry of its own', () => {
    const project = projectWith()
    const entries = reportedAll(project)
    for (const gone of entries) {
      const sheet = sheetOf(
        project,
        entries.filter((entry) => entry !== gone),
      )
      expect(sheet.outcome.kind).toBe('incomplete')
    }
    expect(sheetOf(project, entries).outcome.kind).toBe('complete')
    expect(PLAN_ID).toBe(entries[0]?.plan)
  })
})
