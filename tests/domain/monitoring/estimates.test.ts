import { describe, expect, it } from 'vitest'
import type { Entry, IndicatorActual } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { expectationOf } from '@/domain/monitoring/estimate'
import { groundsOf, projectMonitor } from '@/domain/monitoring/monitor'
import { APART, expectedSpending } from '@/domain/monitoring/spendingEstimate'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  day,
  DECEMBER,
  expects,
  JUNE,
  lock,
  OCTOBER,
  pay,
  rectify,
  split,
  step,
  total,
  voidOf,
  wan,
  zero,
} from '../build'

const SCHEDULE = { '03': null, '06': '50', '10': '80', '12': '100' }
/** A project whose indicators ask what is given. */
const asking = (...targets: string[]) => projectOf(3, '办公楼修缮', '80', SCHEDULE, targets)
const P = `${PLAN_ID}/3`

function monitor(
  project: ReturnType<typeof asking>,
  entries: readonly Entry[],
  asOf = JUNE,
  knownAt: string | null = null,
) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const slice = sliceOf(ledger, P)
  const status = projectStatus(project, slice, { asOf, knownAt }, HEBEI)
  return projectMonitor(status, slice, sliceOf(ledger, PLAN_ID), HEBEI, knownAt)
}

type Said = Partial<Pick<IndicatorActual, 'fullYear' | 'likelihood' | 'deviation' | 'measure' | 'evidence'>>
const said = (text: string, over: Said = {}, place = 1): IndicatorActual => ({
  ...actual(`${P}/${place}`, JUNE, text),
  ...over,
})
const why = { category: 'funding', text: '拨款晚' } as const
const file = [{ name: '报告', place: null, size: null, sha256: null }]

describe('全年预计 against the full target (domain.md §8)', () => {
  const light = (target: string, text: string, fullYear: string | null, asOf = JUNE) =>
    monitor(asking(target), [said(text, { fullYear })], asOf).rows[0]?.expectation.light

  it.each([
    ['≥90%', '50', '90', 'met'],
    ['≥90%', '50', '89.99', 'near'],
    ['≥90%', '50', '72', 'near'],
    ['≥90%', '50', '71.99', 'partial'],
    ['≥90%', '50', '53.99', 'far'],
    ['≥90%', '50', '90%', 'met'],
    ['≤5%', '6', '5', 'met'],
    ['≤5%', '6', '6', 'near'],
    ['≥90%', '50', '90人', null],
    ['≥90%', '50', '基本完成', null],
    ['≥90%', '50', '', null],
    ['≥90%', '50', null, null],
    ['群众满意', '满意', '90', null],
  ])('%s, now %s, expected %s: %s', (target, text, fullYear, expected) => {
    expect(light(target, text, fullYear)).toBe(expected)
  })

  it('is the whole of a total that builds up, whatever is due now', () => {
    const parts = split(`${P}/1`, JUNE, [{ buildsUp: true }])
    const entries = [parts, said('60', { measure: 'm1', fullYear: '60' })]
    const [row] = monitor(asking('≥120人'), entries).rows
    expect([row?.status.light, row?.expectation.light]).toEqual(['met', 'far'])
  })

  it.each([
    ['≥90%', '80', '79.99', true],
    ['>90%', '80', '79', true],
    ['≥90%', '80', '80', false],
    ['≥90%', '80', '81', false],
    ['≥90%', '80', '少一些', false],
    ['≥90%', '80', null, false],
    ['≤5%', '6', '5', false],
    ['<5%', '6', '5', false],
    ['=100%', '90', '80', false],
    ['80-90%', '85', '70', false],
    ['群众满意', '满意', '70', false],
  ])('of %s, now %s: expecting %s falls back: %s', (target, text, fullYear, back) => {
    const [row] = monitor(asking(target), [said(text, { fullYear, likelihood: 'possible' })]).rows
    expect(row?.expectation.disagreements.includes('estimate-below-now')).toBe(back)
  })

  it.each<[string, string, Said, readonly string[]]>([
    ['certain and near', '80', { likelihood: 'certain' }, []],
    ['certain and partial', '60', { likelihood: 'certain' }, ['certain-but-behind']],
    ['certain and far', '30', { likelihood: 'certain' }, ['certain-but-behind']],
    ['certain and met', '95', { likelihood: 'certain' }, []],
    ['possible and far', '30', { likelihood: 'possible' }, []],
    ['impossible and met', '95', { likelihood: 'impossible' }, ['impossible-but-met']],
    ['impossible and missed', '80', { likelihood: 'impossible' }, []],
    ['certain to meet', '80', { likelihood: 'certain', fullYear: '90' }, []],
    ['certain to miss', '80', { likelihood: 'certain', fullYear: '89' }, ['estimate-misses']],
    ['impossible, expecting to meet', '80', { likelihood: 'impossible', fullYear: '90' }, ['estimate-meets']],
    ['impossible, expecting to miss', '80', { likelihood: 'impossible', fullYear: '85' }, []],
    ['possible, expecting to meet', '80', { likelihood: 'possible', fullYear: '90' }, []],
    ['an estimate alone', '80', { fullYear: '70' }, ['estimate-below-now']],
  ])('%s', (_, text, over, expected) => {
    const [row] = monitor(asking('≥90%'), [said(text, over)]).rows
    expect(row?.expectation.disagreements).toEqual(expected)
    expect([row?.expectation.fullYear, row?.expectation.likelihood]).toEqual([
      over.fullYear ?? null,
      over.likelihood ?? null,
    ])
  })

  it('says nothing where nothing was said', () => {
    const [status] = projectStatus(
      asking('≥90%'),
      [said('95')],
      { asOf: JUNE, knownAt: null },
      HEBEI,
    ).indicators
    expect(status && expectationOf(status, JUNE, HEBEI)).toEqual({
      fullYear: null,
      light: null,
      likelihood: null,
      disagreements: [],
    })
  })

  it('of a split indicator is that of the part that speaks', () => {
    const parts = split(`${P}/1`, JUNE, [{}, {}])
    const silent = said('95', { measure: 'm1' })
    const speaks = said('80', { measure: 'm2', likelihood: 'impossible', fullYear: '85' })
    const [row] = monitor(asking('≥90%'), [parts, silent, speaks]).rows
    expect(row?.expectation).toEqual({
      fullYear: '85',
      light: 'near',
      likelihood: 'impossible',
      disagreements: [],
    })
  })
})

describe('what a row lacks (domain.md §8)', () => {
  const faults = (...entries: Entry[]) => monitor(asking('≥90%'), entries).rows[0]?.faults

  it.each<[string, string, Said, readonly string[]]>([
    ['near', '80', {}, ['needs-reason']],
    ['partial', '60', {}, ['needs-reason']],
    ['far', '30', {}, ['needs-reason']],
    ['met', '90', {}, []],
    ['met and certain', '90', { likelihood: 'certain' }, []],
    ['有可能 with a reason', '90', { likelihood: 'possible', deviation: why }, ['needs-full-year']],
    ['有可能 with 全年预计', '90', { likelihood: 'possible', fullYear: '91' }, ['needs-reason']],
    ['有可能 with both', '90', { likelihood: 'possible', fullYear: '91', deviation: why }, []],
    [
      'a 全年预计 of blanks is none',
      '90',
      { likelihood: 'possible', fullYear: ' ', deviation: why },
      ['needs-full-year'],
    ],
    ['完全不可能', '30', { likelihood: 'impossible' }, ['needs-reason', 'needs-full-year']],
  ])('%s', (_, text, over, expected) => {
    expect(faults(said(text, over))).toEqual(expected)
  })

  it('of a split indicator, in each of its parts', () => {
    const parts = split(`${P}/1`, JUNE, [{}, {}])
    const part = (measure: string, text: string, over: Said = {}) => said(text, { measure, ...over })
    expect(faults(parts, part('m1', '95'), part('m2', '80', { deviation: why }))).toEqual([])
    const spoken = part('m1', '95', { likelihood: 'certain', fullYear: '95' })
    expect(faults(parts, spoken, part('m2', '80', { likelihood: 'impossible', deviation: why }))).toEqual([
      'needs-full-year',
    ])
    expect(faults(parts, spoken, part('m2', '95', { likelihood: 'possible', fullYear: '95' }))).toEqual([
      'needs-reason',
    ])
    expect(
      faults(parts, spoken, part('m2', '80', { likelihood: 'possible', fullYear: '85', deviation: why })),
    ).toEqual([])
  })

  it('reasons are those of its parts', () => {
    const parts = split(`${P}/1`, JUNE, [{}, {}])
    const [row] = monitor(asking('≥90%'), [
      parts,
      said('95', { measure: 'm1' }),
      said('80', { measure: 'm2', deviation: why }),
    ]).rows
    expect(row?.deviations).toEqual([why])
  })
})

describe('what a green rests on', () => {
  const ground = (entries: readonly Entry[], asOf = JUNE, knownAt: string | null = null) =>
    monitor(asking('≥90%'), entries, asOf, knownAt).rows[0]?.ground
  const parts = split(`${P}/1`, JUNE, [{}, {}])
  const [one, two] = [said('95', { measure: 'm1' }), said('95', { measure: 'm2', evidence: file })]
  const accepted = step('accept', P, JUNE)

  it.each<[string, readonly Entry[], string | null]>([
    ['a lock accepts nothing', [said('95'), lock(JUNE)], 'draft'],
    ['an acceptance of a later checkpoint covers it', [said('95'), step('accept', P, OCTOBER)], 'accepted'],
    ['of an earlier one does not', [said('95'), step('accept', P, '2020-03-31')], 'draft'],
    ['every part accepted, one with evidence', [parts, one, two, accepted], 'accepted-with-evidence'],
    ['every part accepted', [parts, one, { ...two, evidence: [] }, accepted], 'accepted'],
  ])('%s', (_, entries, expected) => {
    expect(ground(entries)).toBe(expected)
  })

  it('one part not accepted makes it a draft', () => {
    const late = { ...two, effectiveOn: day('2020-07-05') }
    expect(ground([parts, one, late, accepted], day('2020-07-31'))).toBe('draft')
  })

  it('is as it was known', () => {
    const value = said('95')
    const accept = step('accept', P, JUNE)
    expect([
      ground([value, accept], JUNE, value.recordedAt),
      ground([value, accept], JUNE, accept.recordedAt),
    ]).toEqual(['draft', 'accepted'])
  })

  it('is counted over projects, silence apart', () => {
    const own = monitor(asking('≥90%', '≥90%', '≥90%', '≥90%', '≥90%', '≥90%'), [
      said('95'),
      said('95', { evidence: file }, 2),
      { ...said('95', {}, 3), effectiveOn: day('2020-06-29') },
      said('50', {}, 4),
      accepted,
    ])
    expect(groundsOf([own, own])).toEqual({
      met: { 'accepted-with-evidence': 2, accepted: 4, draft: 0, carried: 0 },
      unreported: 4,
      all: 12,
    })
    expect(groundsOf([monitor(asking('≥90%'), [said('95')])]).met.draft).toBe(1)
    expect(groundsOf([monitor(asking('≥90%'), [said('95')], OCTOBER)]).met.carried).toBe(1)
    expect(groundsOf([])).toEqual({
      met: { 'accepted-with-evidence': 0, accepted: 0, draft: 0, carried: 0 },
      unreported: 0,
      all: 0,
    })
  })
})

describe('money and results against each other (内部口径)', () => {
  const project = asking('≥90%', '≥90%', '≥90%', '≥90%', '≥90%', '≥90%')
  const values = (met: number, missed: number) =>
    Array.from({ length: met + missed }, (_, at) => said(at < met ? '95' : '5', {}, at + 1))
  const against = (spent: readonly Entry[], met: number, missed: number, asOf = JUNE) =>
    monitor(project, [...spent, ...values(met, missed)], asOf).inconsistency
  const paid = (amount: string) => [pay(P, '2020-06-01', amount)]

  it.each<[string, readonly Entry[], number, number, string | null]>([
    ['on plan, half met', paid('40'), 1, 1, null],
    ['on plan, fewer than half', paid('40'), 1, 2, 'money-without-results'],
    ['ahead, fewer than half', paid('48'), 1, 2, 'money-without-results'],
    ['over the budget, fewer than half', paid('81'), 1, 2, 'money-without-results'],
    ['over the budget, none', paid('81'), 0, 1, 'money-without-results'],
    ['slightly behind, none', paid('32'), 0, 3, null],
    ['behind, 4 of 5', paid('31.99'), 4, 1, 'results-without-money'],
    ['behind, 3 of 4', paid('31.99'), 3, 1, null],
    ['severely behind, all', paid('5'), 2, 0, 'results-without-money'],
    ['behind, none', paid('31.99'), 0, 2, null],
    ['nothing judged', paid('81'), 0, 0, null],
    ['nothing spent, one met', [zero(P, JUNE)], 1, 5, 'results-beside-zero'],
    ['nothing spent, none met', [zero(P, JUNE)], 0, 2, null],
    ['a total of 0 stated', [total(P, JUNE, '0')], 1, 0, 'results-beside-zero'],
    ['nothing reported', [], 2, 0, null],
  ])('%s', (_, spent, met, missed, expected) => {
    expect(against(spent, met, missed)).toBe(expected)
  })

  it('is not told before a checkpoint is due', () => {
    const early = [pay(P, '2020-03-01', '1'), { ...said('95'), effectiveOn: day('2020-03-01') }]
    expect(monitor(project, early, day('2020-03-31')).inconsistency).toBeNull()
  })
})

describe('全年预计执行数', () => {
  const standpoint = { asOf: JUNE, knownAt: null }
  const against = (
    amount: string,
    over: Partial<{ spent: string | null; budget: string; runRate: string | null }> = {},
  ) => {
    const { spent = '20', budget = '80', runRate = null } = over
    return expectedSpending([expects(P, JUNE, amount)], standpoint, {
      spent: spent === null ? null : wan(spent),
      budget: wan(budget),
      runRate: runRate === null ? null : wan(runRate),
    }).disagreements
  }

  it.each<[string, Parameters<typeof against>, readonly string[]]>([
    ['what is spent', ['20'], []],
    ['less', ['19.99'], ['below-spent']],
    ['less, where nothing was reported', ['0', { spent: null }], []],
    ['less than zero spent', ['0', { spent: '0' }], []],
    ['the budget', ['80'], []],
    ['more', ['80.01'], ['over-budget']],
    ['20 % above the pace', ['56', { runRate: '40' }], ['above-run-rate']],
    ['less than that', ['55.99', { runRate: '40' }], []],
    ['20 % below the pace', ['24', { runRate: '40' }], ['below-run-rate']],
    ['less than that below', ['24.01', { runRate: '40' }], []],
    ['as the pace', ['40', { runRate: '40' }], []],
    ['a budget of 0 has no percent', ['0', { budget: '0', runRate: '40', spent: null }], []],
    ['a pace of 0 is one', ['30', { runRate: '0' }], ['above-run-rate']],
  ])('%s', (_, given, expected) => {
    expect(against(...given)).toEqual(expected)
  })

  it('is D: 20 %', () => expect(APART.toFixed()).toBe('20'))

  it('the last that stands, no other kind', () => {
    const [first, second] = [expects(P, '2020-05-31', '40'), expects(P, JUNE, '50')]
    const facts = { spent: null, budget: wan('80'), runRate: null }
    const entryOf = (...entries: Entry[]) => expectedSpending(entries, standpoint, facts).entry
    expect(entryOf(first, second, pay(P, JUNE, '1'))).toBe(second)
    expect(entryOf(first, second, voidOf(second))).toBe(first)
    expect(entryOf(pay(P, JUNE, '1'))).toBeNull()
  })
})

describe('整改 asked for up to the day', () => {
  it('that day among them, as it was known', () => {
    const [asked, answer] = [
      rectify('rectification', P, JUNE, '补报'),
      rectify('rectification-result', P, JUNE, '已补'),
    ]
    const cases = (asOf = JUNE, knownAt: string | null = null) =>
      monitor(asking('≥90%'), [asked, answer], asOf, knownAt).rectifications
    expect(cases()).toEqual([{ asked, answer }])
    expect(cases(day('2020-06-29'))).toEqual([])
    expect(cases(JUNE, asked.recordedAt)).toEqual([{ asked, answer: null }])
    expect(monitor(asking('≥90%'), [adjust(P, JUNE, '1')], DECEMBER).rectifications).toEqual([])
  })
})
