import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import { projectStatus } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import { PLAN_ID, projectOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { days, entryLists } from '../arbitraries'
import { actual, band, DECEMBER, JUNE, MARCH, OCTOBER, split } from '../build'

const PROJECT = projectOf(2, '乙', '920', { '03': null, '06': '60', '10': '80', '12': '100' }, [
  '≥99百分比',
  '≥100人',
])
const RATE = `${PROJECT.id}/1`
const PEOPLE = `${PROJECT.id}/2`

function at(asOf: Day, entries: readonly Entry[], position = 1): IndicatorStatus {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const status = projectStatus(PROJECT, sliceOf(ledger, PROJECT.id), { asOf, knownAt: null }, HEBEI)
  const own = status.indicators[position - 1]
  if (!own) throw new Error('no indicator')
  return own
}

const said = (measure: string, day: string, text: string, indicator = RATE) =>
  actual(indicator, day, text, { measure })
const TWO = split(RATE, '2020-01-01', [{}, {}])
const lights = ({ parts }: IndicatorStatus) => parts.map(({ light }) => light)

describe('the light of the whole', () => {
  const WORST = ['far', 'partial', 'near', 'met']

  it('is the worst of its parts, or that of the one that is open, whatever the ledger holds', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), days(), (entries, asOf) => {
        const { ledger } = addEntries(emptyLedger(SIX_PLAN.id), entries)
        for (const project of SIX_PLAN.projects) {
          const status = projectStatus(project, sliceOf(ledger, project.id), { asOf, knownAt: null }, HEBEI)
          for (const own of status.indicators) {
            const judged = lights(own).filter((light) => light !== 'not-judged')
            const open =
              judged.find((light) => light === 'unreported') ?? judged.find((light) => light === 'not-due')
            const worst = WORST.find((light) => judged.some((other) => other === light))
            expect(own.light).toBe(open ?? worst ?? 'not-judged')
          }
        }
      }),
    )
  })

  it('is that of a part far off, although the points of another band are still open', () => {
    const project = projectOf(2, '乙', '920', { '06': '60' }, ['逐步提高'])
    const entries = [
      split(RATE, '2020-01-01', [{}, {}]),
      { ...band(RATE, '2020-06-30', 'not', 50), measure: 'm1' },
      { ...band(RATE, '2020-06-30', 'partly', null), measure: 'm2' },
    ]
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const status = projectStatus(project, sliceOf(ledger, project.id), { asOf: JUNE, knownAt: null }, HEBEI)
    expect(status.indicators[0]?.light).toBe('far')
  })
})

describe('a split indicator', () => {
  it('has the worst light, each part its own: 参保率 99.1% has met ≥99% although its twin at 98.4% has not', () => {
    const own = at(JUNE, [TWO, said('m1', '2020-06-30', '99.1%'), said('m2', '2020-06-30', '98.4%')])
    expect([lights(own), own.light, own.missedPart]).toEqual([['met', 'near'], 'near', false])
  })

  it('with a missed and an unreported part is unreported, and says that a part has missed', () => {
    const missed = at(JUNE, [TWO, said('m1', '2020-06-30', '50%')])
    expect([lights(missed), missed.light, missed.missedPart]).toEqual([
      ['far', 'unreported'],
      'unreported',
      true,
    ])
    const met = at(JUNE, [TWO, said('m1', '2020-06-30', '99%')])
    expect([met.light, met.missedPart]).toEqual(['unreported', false])
  })

  it('with a missed part beside one that is not due is not due, and says so too', () => {
    const own = at(
      MARCH,
      [
        split(PEOPLE, '2020-01-01', [{}, { buildsUp: true }]),
        said('m1', '2020-03-31', '50人', PEOPLE),
        said('m2', '2020-03-31', '1人', PEOPLE),
      ],
      2,
    )
    expect([lights(own), own.light, own.missedPart]).toEqual([['far', 'not-due'], 'not-due', true])
  })

  it('bears 不评判 on the part marked so and is judged by the others', () => {
    const own = at(JUNE, [
      split(RATE, '2020-01-01', [{ judged: false }, {}]),
      said('m1', '2020-06-30', '1%'),
      said('m2', '2020-06-30', '99%'),
    ])
    expect([lights(own), own.light]).toEqual([['not-judged', 'met'], 'met'])
  })

  it.each([
    ['both new', '2020-10-31', '2020-10-31', [false, false], false],
    ['one from before', '2020-06-30', '2020-10-31', [true, false], true],
    ['both from before', '2020-06-30', '2020-06-30', [true, true], true],
    ['the day of the checkpoint before belongs to it', '2020-06-30', '2020-07-01', [true, false], true],
    ['the day after it is new', '2020-07-01', '2020-07-01', [false, false], false],
  ])('is carried as soon as one judged part is: %s', (_, first, second, parts, whole) => {
    const own = at(OCTOBER, [TWO, said('m1', first, '99%'), said('m2', second, '99%')])
    expect([own.parts.map(({ carried }) => carried), own.carried]).toEqual([parts, whole])
  })

  it('is not carried by a part that is not judged, nor by one that nobody reported, nor before the second checkpoint', () => {
    const marked = split(RATE, '2020-01-01', [{ judged: false }, {}])
    expect(
      at(OCTOBER, [marked, said('m1', '2020-06-30', '1%'), said('m2', '2020-10-31', '99%')]).carried,
    ).toBe(false)
    expect(at(DECEMBER, [TWO]).carried).toBe(false)
    expect(at(JUNE, [TWO, said('m1', '2020-02-01', '99%'), said('m2', '2020-02-01', '99%')]).carried).toBe(
      false,
    )
  })
})
