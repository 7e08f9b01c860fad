import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attainmentLight,
  combine,
  goalOf,
  judge,
  type Attainment,
  type AttainmentLight,
  type Reported,
} from '@/domain/status/attainment'
import type { Decimal } from '@/domain/number/decimal'
import { HEBEI } from '@/domain/plan/preset'
import { parseTarget } from '@/domain/plan/target'
import { THRESHOLDS } from '../../fixtures/targets'
import { decimals, shuffled } from '../arbitraries'
import { day, dec, plain } from '../build'

const number = (text: string | Decimal): Reported => ({ kind: 'number', value: dec(String(text)) })
const judged = (target: string, actual: string | Decimal, share: string | null = null): Attainment =>
  judge(parseTarget(target), number(actual), HEBEI, share === null ? null : dec(share))

/** An attainment in one short word: `met`, `met +20` (exceeded, by how much), `missed 0.5`, or its kind. */
function brief(attainment: Attainment): string {
  if (attainment.kind === 'met') {
    return attainment.exceeded ? `met +${attainment.exceeded.toDecimalPlaces(4).toFixed()}` : 'met'
  }
  if (attainment.kind === 'missed') return `missed ${attainment.ratio?.toDecimalPlaces(6).toFixed() ?? '?'}`
  return attainment.kind
}

describe('judge', () => {
  it.each([
    // ≥: at the cut and 0.01 on both sides, exact before any rounding
    ['≥95%', '95', 'met'],
    ['≥95%', '95.01', 'met'],
    ['≥95%', '94.99', 'missed 0.999895'],
    ['≥95%', '94.996', 'missed 0.999958'],
    ['≥95%', '94.9999999999', 'missed 1'],
    ['≥95%', '47.5', 'missed 0.5'],
    ['≥95%', '0', 'missed 0'],
    ['≥95%', '-10', 'missed 0'],
    ['≥1年', '0.99', 'missed 0.99'],
    // ≥ with 0 and below: met or 0
    ['≥0', '0', 'met'],
    ['≥0', '5', 'met'],
    ['≥0', '-0.01', 'missed 0'],
    ['≥-5%', '-5', 'met'],
    ['≥-5%', '-5.01', 'missed 0'],
    // > is strict at the target
    ['>95%', '95', 'missed 1'],
    ['>95%', '95.01', 'met'],
    ['>95%', '94.99', 'missed 0.999895'],
    ['>0起', '0', 'missed 0'],
    ['>0起', '1', 'met'],
    // ≤
    ['≤5起', '5', 'met'],
    ['≤5起', '4.99', 'met'],
    ['≤5起', '5.01', 'missed 0.998004'],
    ['≤5起', '10', 'missed 0.5'],
    ['≤5起', '0', 'met'],
    ['≤0起', '0', 'met'],
    ['≤0起', '1', 'missed 0'],
    ['≤80万元', '1000000', 'missed 0.00008'],
    // < is strict at the target
    ['<5起', '5', 'missed 1'],
    ['<5起', '4.99', 'met'],
    ['<5起', '5.01', 'missed 0.998004'],
    ['<0', '0', 'missed 0'],
    // =: below misses, above is met and asks for a reason, with target 0 only 0 is met
    ['=100%', '100', 'met'],
    ['=100%', '99.99', 'missed 0.9999'],
    ['=100%', '100.01', 'met +0.01'],
    ['=100%', '200', 'met +100'],
    ['=100%', '-1', 'missed 0'],
    ['=0次', '0', 'met'],
    ['=0次', '1', 'missed 0'],
    ['=0次', '0.01', 'missed 0'],
    ['=0次', '-1', 'missed 0'],
    ['100', '99', 'missed 0.99'],
    // ranges: inside with both ends, else the nearer bound
    ['90-95%', '90', 'met'],
    ['90-95%', '95', 'met'],
    ['90-95%', '92.5', 'met'],
    ['90-95%', '89.99', 'missed 0.999889'],
    ['90-95%', '95.01', 'missed 0.999895'],
    ['90-95%', '45', 'missed 0.5'],
    ['90-95%', '190', 'missed 0.5'],
    ['90-95%', '0', 'missed 0'],
    ['90-95%', '-90', 'missed 0'],
    ['0-5', '0', 'met'],
    ['0-5', '-0.01', 'missed 0'],
    ['0-0', '1', 'missed 0'],
    // overshoot past 15 % of a ≥ target asks for a reason; at 15 % it does not
    ['≥80人', '92', 'met'],
    ['≥80人', '92.01', 'met +15.0125'],
    ['≥80人', '91.99', 'met'],
    ['≥80人', '160', 'met +100'],
    // less than asked is never too much for ≤
    ['≤80人', '1', 'met'],
  ])('%s with %s is %s', (target, actual, expected) => {
    expect(brief(judged(target, actual))).toBe(expected)
  })

  it.each([
    ['12月底前完成', '2020-12-31', 'met'],
    ['12月底前完成', '2020-11-30', 'met'],
    ['12月底前完成', '2021-01-01', 'missed 0'],
    ['6月30日前完成', '2020-06-30', 'met'],
    ['6月30日前完成', '2020-07-01', 'missed 0'],
    ['6月15日前完成', '2020-06-15', 'met'],
    ['6月15日前完成', '2020-06-16', 'missed 0'],
    ['6月5日前完成', '2020-06-05', 'met'],
    ['6月5日前完成', '2020-06-06', 'missed 0'],
    ['6月5日前完成', '2020-05-31', 'met'],
    ['6月底前完成', '2019-12-31', 'met'],
    ['2月底前完成', '2020-02-29', 'met'],
    ['2月底前完成', '2020-03-01', 'missed 0'],
    ['2021年3月底前', '2021-03-31', 'met'],
    ['2021年3月底前', '2021-04-01', 'missed 0'],
    ['年底前完成', '2020-12-31', 'met'],
  ])('%s done on %s in the year 2020 is %s', (target, done, expected) => {
    expect(brief(judge(parseTarget(target), { kind: 'day', day: day(done) }, HEBEI, null, 2020))).toBe(
      expected,
    )
  })

  it.each<[string, Reported, string]>([
    ['逐步提高', { kind: 'band', band: 'achieved', percent: dec(80) }, 'met'],
    ['逐步提高', { kind: 'band', band: 'achieved', percent: null }, 'met'],
    ['逐步提高', { kind: 'band', band: 'partly', percent: dec(60) }, 'missed 0.6'],
    ['逐步提高', { kind: 'band', band: 'partly', percent: null }, 'missed ?'],
    ['逐步提高', { kind: 'band', band: 'not', percent: dec('59.99') }, 'missed 0.5999'],
    ['逐步提高', { kind: 'band', band: 'not', percent: dec(0) }, 'missed 0'],
    ['逐步提高', { kind: 'band', band: 'not', percent: dec(-5) }, 'missed 0'],
    ['逐步提高', { kind: 'band', band: 'partly', percent: dec(130) }, 'missed 1'],
  ])('the band of %s: %j is %s', (target, reported, expected) => {
    expect(brief(judge(parseTarget(target), reported, HEBEI))).toBe(expected)
  })

  it.each<[string, Reported]>([
    ['逐步提高', number('95')],
    ['12月底前完成', number('12')],
    ['≥95%', { kind: 'day', day: day('2020-12-31') }],
    ['≥95%', { kind: 'band', band: 'achieved', percent: dec(100) }],
    ['90-95%', { kind: 'band', band: 'not', percent: dec(0) }],
    ['12月底前完成', { kind: 'band', band: 'achieved', percent: dec(100) }],
  ])('does not judge %s by %j: that is another kind of answer', (target, reported) => {
    expect(judge(parseTarget(target), reported, HEBEI)).toEqual({ kind: 'not-judged', reason: 'wrong-kind' })
  })
})

describe('the laws of the ratio', () => {
  const texts = THRESHOLDS.map(({ text }) => text).concat(['90-95%', '0-5', '-5-3', '=0次', '≤0起'])
  const reported: fc.Arbitrary<Reported> = fc.oneof(
    { weight: 6, arbitrary: decimals({ min: -500, max: 5000 }).map((value) => number(value)) },
    fc.record({
      kind: fc.constant('band' as const),
      band: fc.constantFrom('achieved' as const, 'partly' as const, 'not' as const),
      percent: fc.option(decimals({ min: -50, max: 150 })),
    }),
    fc.constant({ kind: 'day' as const, day: day('2020-06-30') }),
  )

  it('it lies in 0…1, whatever is reported for whatever target', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...texts), fc.constantFrom('逐步提高', '12月底前完成')),
        reported,
        fc.option(decimals({ min: 0, max: 100 })),
        (text, value, share) => {
          const attainment = judge(parseTarget(text), value, HEBEI, share)
          if (!('ratio' in attainment) || attainment.ratio === null) return
          expect(attainment.ratio.gte(0) && attainment.ratio.lte(1)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('raising an actual never lowers the ratio of a ≥ target, nor turns met into missed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '>'),
        decimals({ min: -10, max: 200 }),
        decimals({ min: -10, max: 400 }),
        decimals({ min: 0, max: 400 }),
        (sign, target, actual, more) => {
          const before = judged(`${sign}${target.toFixed()}`, actual)
          const after = judged(`${sign}${target.toFixed()}`, actual.plus(more))
          if (before.kind === 'met') expect(after.kind).toBe('met')
          if (before.kind === 'missed' && after.kind === 'missed')
            expect(after.ratio?.gte(before.ratio ?? 0)).toBe(true)
        },
      ),
    )
  })

  it('raising an actual never helps a ≤ target', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≤', '<'),
        decimals({ min: 0, max: 200 }),
        decimals({ min: 0, max: 400 }),
        decimals({ min: 0, max: 400 }),
        (sign, target, actual, more) => {
          const before = judged(`${sign}${target.toFixed()}`, actual)
          const after = judged(`${sign}${target.toFixed()}`, actual.plus(more))
          if (before.kind === 'missed') expect(after.kind).toBe('missed')
          if (before.kind === 'missed' && after.kind === 'missed')
            expect(after.ratio?.lte(before.ratio ?? 1)).toBe(true)
        },
      ),
    )
  })

  it('a strict target at the target is missed, an inclusive one is met', () => {
    fc.assert(
      fc.property(decimals({ min: -200, max: 200 }), (value) => {
        const at = (sign: string): string => judged(`${sign}${value.toFixed()}`, value).kind
        expect([at('≥'), at('≤'), at('='), at('>'), at('<')]).toEqual([
          'met',
          'met',
          'met',
          'missed',
          'missed',
        ])
      }),
    )
  })
})

describe('totals that build up over the year', () => {
  it.each([
    ['≥100人', '60', '60', 'met'],
    ['≥100人', '59.99', '60', 'missed 0.999833'],
    ['≥100人', '60', null, 'missed 0.6'],
    ['≥100人', '0', '0', 'met'],
    ['=100人', '60', '60', 'met'],
    ['=100人', '30', '60', 'missed 0.5'],
    ['=100人', '5', '0', 'met'],
    ['=0次', '1', '60', 'missed 0'],
    ['≤100万元', '60', '60', 'met'],
    ['≤100万元', '75', '60', 'missed 0.8'],
    ['90-110人', '54', '60', 'met'],
    ['90-110人', '66', '60', 'met'],
    ['90-110人', '27', '60', 'missed 0.5'],
    ['90-110人', '66.01', '60', 'missed 0.999849'],
  ])('%s with %s at a plan share of %s is %s', (target, actual, share, expected) => {
    expect(brief(judged(target, actual, share))).toBe(expected)
  })

  it.each(['60', '0', '100'])('rates are compared with the full target at a share of %s', (share) => {
    expect(brief(judged('≥95%', '28.5', share))).toBe('missed 0.3')
    expect(brief(judged('90-95%', '45', share))).toBe('missed 0.5')
  })

  it('the goal is target × share, exactly', () => {
    const target = parseTarget('≥7人')
    if (target.kind !== 'threshold') throw new Error(target.kind)
    expect(goalOf(target, dec('33.33')).toFixed()).toBe('2.3331')
    expect(goalOf(target, null).toFixed()).toBe('7')
  })
})

describe('combine', () => {
  const met: Attainment = { kind: 'met', ratio: dec(1), exceeded: null }
  const missed = (ratio: string): Attainment => ({ kind: 'missed', ratio: dec(ratio), band: null })
  const lost = (band: 'partly' | 'not', ratio: string | null): Attainment => ({
    kind: 'missed',
    ratio: ratio === null ? null : dec(ratio),
    band,
  })
  const over = (by: string): Attainment => ({ kind: 'met', ratio: dec(1), exceeded: dec(by) })
  const marked: Attainment = { kind: 'not-judged', reason: 'marked' }
  const unreported: Attainment = { kind: 'unreported' }
  const unread: Attainment = { kind: 'not-judged', reason: 'wrong-kind' }
  const achieved = (ratio: string | null): Attainment => ({
    kind: 'met',
    ratio: ratio === null ? null : dec(ratio),
    exceeded: null,
  })

  it.each<[string, Attainment[], Attainment]>([
    ['all met', [met, met], met],
    ['one missed', [met, missed('0.9')], missed('0.9')],
    ['the worst counts', [missed('0.9'), missed('0.5'), missed('0.7')], missed('0.5')],
    ['one unreported leaves it unreported, never 0', [met, unreported], unreported],
    ['a miss beside an unreported one is still open', [missed('0.5'), unreported], unreported],
    ['not yet due', [met, { kind: 'not-due' }], { kind: 'not-due' }],
    ['a part marked as not judged does not count', [met, marked], met],
    ['nor a bad one', [missed('0.5'), marked], missed('0.5')],
    ['a part whose value cannot be taken leaves the whole unjudged, never met', [met, unread], unread],
    ['a miss beside it is open too', [missed('0.5'), unread], unread],
    ['unreported before that', [unread, unreported], unreported],
    ['nothing judged', [marked, marked], marked],
    ['nothing at all', [], marked],
    ['one exceeded asks for a reason', [met, over('20')], over('20')],
    ['the largest overshoot is named', [over('20'), over('50'), met], over('50')],
    ['an overshoot does not hide a miss', [over('20'), missed('0.9')], missed('0.9')],
    ['bands: the lower points', [achieved('0.95'), achieved('0.8')], achieved('0.8')],
    ['bands: points still open leave them open', [achieved('0.95'), achieved(null)], achieved(null)],
    [
      'missed bands alike in points: the lower band',
      [lost('partly', '0.6'), lost('not', '0.6')],
      lost('not', '0.6'),
    ],
    ['missed bands, both open: the lower band', [lost('partly', null), lost('not', null)], lost('not', null)],
    [
      'missed bands: points still open before any given',
      [lost('not', '0'), lost('partly', null)],
      lost('partly', null),
    ],
  ])('%s', (_, parts, whole) => {
    expect(combine(parts)).toEqual(whole)
  })

  it('does not depend on the order of the parts', () => {
    const part = fc.oneof(
      fc.constantFrom(met, marked, unreported, achieved(null), achieved('0.8')),
      decimals({ min: 0, max: 1 }).map((ratio) => missed(ratio.toFixed())),
      decimals({ min: 0, max: 90 }).map((by) => over(by.toFixed())),
    )
    fc.assert(
      fc.property(shuffled(fc.array(part, { maxLength: 5 })), ({ list, other }) => {
        expect(JSON.stringify(combine(other))).toBe(JSON.stringify(combine(list)))
      }),
    )
  })
})

describe('attainmentLight', () => {
  it.each<[string, AttainmentLight]>([
    ['100', 'met'],
    ['99.99', 'near'],
    ['80.01', 'near'],
    ['80', 'near'],
    ['79.99', 'partial'],
    ['60.01', 'partial'],
    ['60', 'partial'],
    ['59.99', 'far'],
    ['0', 'far'],
    ['-5', 'far'],
  ])('%s of =100 is %s', (actual, light) => {
    expect(attainmentLight(judged('=100%', actual), HEBEI)).toBe(light)
  })

  it.each<[Attainment, AttainmentLight]>([
    [{ kind: 'unreported' }, 'unreported'],
    [{ kind: 'not-due' }, 'not-due'],
    [{ kind: 'not-judged', reason: 'marked' }, 'not-judged'],
    [{ kind: 'missed', ratio: null, band: 'partly' }, 'partial'],
    [{ kind: 'missed', ratio: null, band: 'not' }, 'far'],
    [{ kind: 'met', ratio: null, exceeded: null }, 'met'],
  ])('%j is %s', (attainment, light) => {
    expect(attainmentLight(attainment, HEBEI)).toBe(light)
  })

  it('stays on its side of a cut, however close', () => {
    fc.assert(
      fc.property(decimals({ min: 1, max: 1000 }), fc.constantFrom(80, 60), (target, cut) => {
        const at = target.times(cut).div(100)
        const lights = [at, at.minus('0.0000000001')].map((actual) =>
          attainmentLight(judged(`≥${target.toFixed()}`, actual), HEBEI),
        )
        expect(lights).toEqual(cut === 80 ? ['near', 'partial'] : ['partial', 'far'])
      }),
    )
  })
})

describe('the preset', () => {
  it('is 河北: 60/80/120 for pace, 60/80 for attainment, 15 for overshoot', () => {
    const { pace, attainment, overshoot } = HEBEI
    expect(
      [pace.behind, pace.slightlyBehind, pace.ahead, attainment.partial, attainment.near, overshoot].map(
        plain,
      ),
    ).toEqual(['60', '80', '120', '60', '80', '15'])
  })

  it('is data: another preset moves the cuts', () => {
    const strict = { ...HEBEI, attainment: { near: dec(90), partial: dec(70) }, overshoot: dec(5) }
    expect(attainmentLight(judged('≥100', '85'), strict)).toBe('partial')
    expect(brief(judge(parseTarget('≥100'), number('106'), strict))).toBe('met +6')
  })
})
