import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Plan, Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis, schemeInForce } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { pay, voidOf } from '../build'
import { brief, choose, laidOut, pointsOf, projectWith, reportedAll, weigh } from './sheets'

const WITH_COST = laidOut([
  ['产出指标', '数量指标', '≥90%'],
  ['产出指标', '成本指标', '≥90%'],
  ['效益指标', '社会效益指标', '≥90%'],
  ['满意度指标', '服务对象满意度指标', '≥90%'],
])
const printing = (project: Project, ...weights: (string | null)[]): Project => ({
  ...project,
  indicators: project.indicators.map((row, index) => ({ ...row, weight: weights[index] ?? null })),
})
const of2021 = printing(WITH_COST, '40', '20', '20', '10')
const of2020 = printing(WITH_COST, '30', '20', '30', '10')
const second = (project: Project): Project => ({ ...project, id: `${PLAN_ID}/2`, position: 2 })

function plan(projects: readonly Project[], year = 2020): Plan {
  return { ...SIX_PLAN, year, projects }
}
function chosen(of: Plan, entries: readonly Entry[] = [], knownAt: string | null = null): string {
  const { scheme, source } = schemeInForce(of, addEntries(emptyLedger(PLAN_ID), entries).ledger, knownAt)
  return `${scheme.id} ${source.kind}`
}

describe('the scheme of a plan', () => {
  it.each([2019, 2020, 2021, 2022, 2026])('is 财预〔2020〕10号 in %i when nothing says otherwise', (year) => {
    expect(chosen(plan([projectWith()], year))).toBe('2020-10 default')
    expect(chosen(plan([WITH_COST], year))).toBe('2020-10 default')
  })

  it.each<[string, Project[], string]>([
    ['one table prints another', [of2021], '2021-101 printed'],
    ['the table beside it prints none', [of2021, second(projectWith())], '2021-101 printed'],
    ['all print the default', [of2020, second(of2020)], '2020-10 default'],
    ['the tables disagree', [of2021, second(of2020)], '2020-10 default'],
    ['one is incomplete', [of2021, second(printing(WITH_COST, '40', null, '20', '10'))], '2020-10 default'],
    ['one fits nothing', [of2021, second(printing(WITH_COST, '41', '19', '20', '10'))], '2020-10 default'],
  ])('%s: %s', (_, projects, expected) => {
    expect(chosen(plan(projects))).toBe(expected)
    expect(chosen(plan(projects, 2023))).toBe(expected)
  })

  const other = choose('2021-101', { recordedAt: '2021-01-05T00:00:00.000Z' })
  const back = choose('2020-10', { recordedAt: '2021-01-06T00:00:00.000Z' })
  it.each<[string, Entry[], string | null, string]>([
    ['chosen', [other], null, '2021-101 set'],
    ['chosen and chosen back', [other, back], null, '2020-10 set'],
    ['as it was known before', [other, back], '2021-01-05T12:00:00.000Z', '2021-101 set'],
    ['before anything was chosen', [other], '2021-01-01T00:00:00.000Z', '2020-10 default'],
    ['voided', [other, voidOf(other, { author: other.author })], null, '2020-10 default'],
    ['one that is not known here', [choose('2031-7')], null, '2020-10 unknown'],
    ['by a role that may not', [choose('2021-101', { role: 'manager' })], null, '2020-10 default'],
  ])('%s', (_, entries, knownAt, expected) => {
    expect(chosen(plan([projectWith()]), entries, knownAt)).toBe(expected)
  })

  it('recorded goes before what the tables print', () => {
    expect(chosen(plan([of2021]), [back])).toBe('2020-10 set')
  })
})

function sheet(project: Project, entries: readonly Entry[], year = 2020) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return selfEvaluation(
    project,
    sliceOf(ledger, project.id),
    evaluationBasis(plan([project], year), ledger, HEBEI, null),
  )
}

describe('a sheet by the scheme of its plan', () => {
  it('79.27 % of a 2022 budget is 7.93, and 6.00 only under the other scheme chosen', () => {
    const project = projectWith()
    const spent = [pay(project.id, '2022-12-31', '79.27')]
    expect(pointsOf(sheet(project, spent, 2022).execution)).toBe('7.93')
    const other = sheet(project, [...spent, choose('2021-101', {}, '2022-12-31')], 2022)
    expect(pointsOf(other.execution)).toBe('6.00')
    expect(other.schemeSource.kind).toBe('set')
  })

  it('leaves the points for 成本 unassigned and without a grade until weights bear a document number', () => {
    const none = laidOut([
      ['产出指标', '数量指标', '≥90%'],
      ['效益指标', '社会效益指标', '≥90%'],
      ['满意度指标', '服务对象满意度指标', '≥90%'],
    ])
    const entries = [...reportedAll(none), choose('2021-101', { recordedAt: '2021-01-05T00:00:00.000Z' })]
    const moved = (document: string) =>
      weigh(none.id, { [`${none.id}/1`]: '60' }, '未设成本指标', document, {
        recordedAt: '2021-01-06T00:00:00.000Z',
      })
    const open = sheet(none, entries)
    expect(brief(open)).toBe('incomplete 80.00 + 20.00')
    expect(open.outcome.kind === 'incomplete' && open.outcome.unassigned.toFixed()).toBe('20')
    expect(sheet(none, [...entries, moved('')]).outcome.kind).toBe('incomplete')
    expect(brief(sheet(none, [...entries, moved('县财〔2022〕6号')]))).toBe('100.00 excellent')
  })

  it('weights lapse with the scheme they were set under and are in force again with it', () => {
    const project = projectWith()
    const at = (day: number) => ({ recordedAt: `2021-01-0${day}T00:00:00.000Z` })
    const set = weigh(project.id, { [`${project.id}/1`]: '20', [`${project.id}/2`]: '5' }, '', '', at(1))
    const entries = [...reportedAll(project), set, choose('2021-101', at(2))]
    const lapsed = sheet(project, entries)
    expect(lapsed.weights).toBeNull()
    expect(lapsed.lapsed).toEqual(set)
    expect(sheet(project, [...entries, choose('2020-10', at(3))]).weights).toEqual(set)
  })

  it('has no total under a scheme that is not known here', () => {
    const project = projectWith()
    const unknown = sheet(project, [...reportedAll(project), choose('2031-7')])
    expect(unknown.outcome.kind).toBe('incomplete')
    expect(unknown.problems[0]).toEqual({ kind: 'unknown-scheme', scheme: '2031-7' })
  })
})
