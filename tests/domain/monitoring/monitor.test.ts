import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, IndicatorActual, Likelihood } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { groundsOf, projectMonitor } from '@/domain/monitoring/monitor'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { entryLists } from '../arbitraries'
import { actual, day, DECEMBER, expects, inWan, JUNE, OCTOBER, pay, rectify, step, zero } from '../build'

const P = `${PLAN_ID}/3`
const PROJECT = SIX_PROJECTS[2]!

function monitor(entries: readonly Entry[], asOf = JUNE, project = PROJECT) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const slice = sliceOf(ledger, project.id)
  const status = projectStatus(project, slice, { asOf, knownAt: null }, HEBEI)
  return projectMonitor(status, slice, sliceOf(ledger, PLAN_ID), HEBEI)
}

function said(
  text: string,
  over: Partial<Pick<IndicatorActual, 'fullYear' | 'likelihood' | 'deviation' | 'evidence'>> = {},
): IndicatorActual {
  return { ...actual(`${P}/1`, JUNE, text), ...over }
}
const why = { category: 'funding', text: '拨款晚' } as const
const file = [{ name: '报告', place: null, size: null, sha256: null }]

describe('the money of the monitor', () => {
  it('continues the pace so far to the year’s end, and nothing from nothing', () => {
    expect(inWan(monitor([pay(P, '2020-06-01', '45.5')], day('2020-06-30')).runRate)).toBe('91.5')
    expect(monitor([]).runRate).toBeNull()
    expect(monitor([pay(P, '2020-06-01', '45')], DECEMBER).runRate).toBeNull()
  })
})

describe('the 全年预计执行数 of the manager', () => {
  const spent = pay(P, '2020-06-01', '20')
  const half = day('2020-06-30')

  it.each([
    ['not said', [], []],
    ['as the pace goes', ['40.21'], []],
    ['above by just under 20 % of 80', ['56.2197'], []],
    ['above by 20 % and a little', ['56.2198'], ['above-run-rate']],
    ['below by just under 20 %', ['24.2198'], []],
    ['below by 20 % and a little', ['24.2197'], ['below-run-rate']],
    ['what is spent', ['20'], ['below-run-rate']],
    ['0.01 below what is spent', ['19.99'], ['below-spent', 'below-run-rate']],
    ['the budget', ['80'], ['above-run-rate']],
    ['0.01 above the budget', ['80.01'], ['over-budget', 'above-run-rate']],
    ['the last one stands', ['80.01', '40'], []],
  ] as const)('%s', (_, amounts, disagreements) => {
    const own = monitor([spent, ...amounts.map((text) => expects(P, '2020-06-30', text))], half)
    expect(own.runRate?.toFixed(2)).toBe('402197.80')
    expect(own.expected.disagreements).toEqual(disagreements)
    expect(inWan(own.expected.entry?.amount ?? null)).toBe(amounts.at(-1) ?? null)
  })

  it('is never made up from the pace, and one about a later day is not said yet', () => {
    expect(monitor([spent], half).expected.entry).toBeNull()
    expect(monitor([spent, expects(P, '2020-10-31', '60')], half).expected.entry).toBeNull()
  })

  it('moves no spending, no light and no score', () => {
    const [without, with_] = [monitor([spent], half), monitor([spent, expects(P, '2020-06-30', '79')], half)]
    expect(with_.status.spent?.toFixed()).toBe(without.status.spent?.toFixed())
    expect(with_.status.standing).toEqual(without.status.standing)
    expect(with_.runRate?.toFixed()).toBe(without.runRate?.toFixed())
  })
})

describe('what a row lacks', () => {
  it.each([
    ['met, certain', '95', { likelihood: 'certain' }, []],
    ['near without a reason', '80', {}, ['needs-reason']],
    ['near with one', '80', { deviation: why }, []],
    ['a blank reason is none', '80', { deviation: { ...why, text: ' ' } }, ['needs-reason']],
    [
      '有可能 makes both mandatory, met or not',
      '95',
      { likelihood: 'possible' },
      ['needs-reason', 'needs-full-year'],
    ],
    ['完全不可能 with both', '50', { likelihood: 'impossible', deviation: why, fullYear: '60' }, []],
    ['完全不可能 without 全年预计', '50', { likelihood: 'impossible', deviation: why }, ['needs-full-year']],
  ] as const)('%s', (_, text, over, faults) => {
    expect(monitor([said(text, over)]).rows[0]?.faults).toEqual(faults)
  })

  it('nothing of what nobody reported', () => {
    expect(monitor([]).rows[0]?.faults).toEqual([])
  })
})

describe('the manager’s own estimate', () => {
  it.each<[string, string, string | null, Likelihood | null, readonly string[]]>([
    ['agrees', '80', '92', 'certain', []],
    ['certain, far behind', '50', '92', 'certain', ['certain-but-behind']],
    ['certain, and expects to miss', '80', '85', 'certain', ['estimate-misses']],
    ['impossible, and met', '95', '95', 'impossible', ['impossible-but-met', 'estimate-meets']],
    ['impossible, and expects to meet', '80', '90', 'impossible', ['estimate-meets']],
    ['below what is reached', '80', '70', 'possible', ['estimate-below-now']],
    ['in words: read as no figure', '80', '基本完成', 'certain', []],
    ['nothing said', '50', null, null, []],
  ])('%s', (_, text, fullYear, likelihood, expected) => {
    const row = monitor([said(text, { fullYear, likelihood, deviation: why })]).rows[0]
    expect(row?.expectation.disagreements).toEqual(expected)
  })
})

describe('what the green rests on', () => {
  it.each([
    ['a draft', () => [said('95')], 'draft'],
    ['submitted is not accepted', () => [said('95'), step('submit', P, JUNE)], 'draft'],
    ['accepted', () => [said('95'), step('accept', P, JUNE)], 'accepted'],
    [
      'accepted with evidence',
      () => [said('95', { evidence: file }), step('accept', P, JUNE)],
      'accepted-with-evidence',
    ],
    [
      'returned after it was accepted',
      () => [said('95'), step('accept', P, JUNE), step('return', P, JUNE)],
      'draft',
    ],
    ['missed', () => [said('50')], null],
    ['unreported', () => [], null],
  ] as const)('%s', (_, entries, ground) => {
    expect(monitor(entries()).rows[0]?.ground).toBe(ground)
  })

  it('a value from before the due checkpoint is carried', () => {
    expect(monitor([said('95'), step('accept', P, JUNE)], OCTOBER).rows[0]?.ground).toBe('carried')
  })

  it('adds up: met by ground, missed, silent and the rest are all', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (entries) => {
        const monitors = SIX_PROJECTS.map((project) => monitor(entries, OCTOBER, project))
        const { met, unreported, all } = groundsOf(monitors)
        const green = monitors
          .flatMap(({ rows }) => rows)
          .filter(({ status }) => status.attainment.kind === 'met')
        expect(Object.values(met).reduce((sum, own) => sum + own, 0)).toBe(green.length)
        expect(green.length + unreported).toBeLessThanOrEqual(all)
      }),
      { numRuns: 300 },
    )
  })
})

describe('money and results', () => {
  const met = (count: number) =>
    Array.from({ length: 5 }, (_, index) => actual(`${P}/${index + 1}`, JUNE, index < count ? '99.9' : '5'))
  it.each([
    ['on plan, most met', '40', 5, null],
    ['on plan, fewer than half met', '40', 2, 'money-without-results'],
    ['severely behind, 4 of 5 met', '10', 4, 'results-without-money'],
    ['severely behind, 3 of 5 met', '10', 3, null],
    ['slightly behind, all met', '35', 5, null],
  ] as const)('%s', (_, paid, count, expected) => {
    expect(monitor([pay(P, '2020-06-01', paid), ...met(count)]).inconsistency).toBe(expected)
  })

  it('results beside a zero; none where spending is not reported', () => {
    expect(monitor([zero(P, JUNE), ...met(3)]).inconsistency).toBe('results-beside-zero')
    expect(monitor(met(3)).inconsistency).toBeNull()
  })
})

it('整改 asked for up to the day, each with its answer', () => {
  const asked = rectify('rectification', P, JUNE, '补报')
  const later = rectify('rectification', P, OCTOBER, '再补')
  expect(monitor([asked, later]).rectifications).toEqual([{ asked, answer: null }])
})
