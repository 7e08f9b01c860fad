import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { countingSlice } from '@/domain/ledger/aside'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { Decimal } from '@/domain/number/decimal'
import { HEBEI } from '@/domain/plan/preset'
import { parseTarget } from '@/domain/plan/target'
import { judge } from '@/domain/status/attainment'
import { marginOf, projectHistory } from '@/domain/status/history'
import type { Day } from '@/domain/time/day'
import { PUBLISHED } from '../../format/board'
import { actual, day, dec, OCTOBER, retarget, split } from '../build'

const PROJECT = PUBLISHED.projects[2]!
const I = `${PROJECT.id}/1`
const history = (entries: readonly Entry[], asOf: Day = OCTOBER) => {
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), entries)
  return projectHistory(PROJECT, countingSlice(ledger, PROJECT.id), { asOf, knownAt: null }, HEBEI)
}
const line = (entries: readonly Entry[], asOf: Day = OCTOBER, part = 0) =>
  history(entries, asOf)
    .get(I)
    ?.[part]?.points.map(({ day: on, kind, light, reported, carried }) =>
      [
        on.slice(5),
        kind === 'stood' ? light : kind,
        reported?.kind === 'number' ? reported.value.toFixed() : '—',
        carried ? '沿用' : '',
      ]
        .filter(Boolean)
        .join(' '),
    )

describe('how far a value is on the allowed side', () => {
  it.each([
    ['≥95%', '94.996', '-0.00004210526315789473684210526315789473684211'],
    ['≥95%', '95', '0'],
    ['≤20%', '25', '-0.25'],
    ['≤20%', '15', '0.25'],
    ['=100%', '110', '0.1'],
    ['90-95', '99.75', '-0.05'],
    ['90-95', '92', '0'],
    ['≥0', '3', null],
    ['12月底前完成', '3', null],
  ])('%s against %s: %s', (target, value, margin) => {
    expect(marginOf(parseTarget(target), dec(value))?.toFixed() ?? null).toBe(margin)
  })

  it('is below zero exactly where the value has missed', () => {
    const figures = fc
      .integer({ min: 1, max: 200_000 })
      .map((thousandths) => new Decimal(thousandths).div(1000))
    fc.assert(
      fc.property(fc.constantFrom('≥', '≤', '='), figures, figures, (sign, bound, value) => {
        const target = parseTarget(`${sign}${bound.toFixed()}%`)
        const missed = judge(target, { kind: 'number', value }, HEBEI, null, 2020).kind === 'missed'
        expect(marginOf(target, value)?.lt(0)).toBe(missed)
      }),
    )
  })
})

describe('an indicator at the checkpoints', () => {
  it('keeps apart what was not set, not reported, carried and still to come', () => {
    expect(line([])).toEqual(['03-31 unset —', '06-30 unreported —', '10-31 unreported —', '12-31 to-come —'])
    expect(line([actual(I, '2020-06-20', '80')])).toEqual([
      '03-31 unset —',
      '06-30 near 80',
      '10-31 near 80 沿用',
      '12-31 to-come —',
    ])
    expect(line([actual(I, '2020-03-20', '91')])?.[0]).toBe('03-31 met 91')
  })

  it('has the day looked at beside the checkpoints', () => {
    expect(line([actual(I, '2020-08-01', '92')], day('2020-08-15'))).toEqual([
      '03-31 unset —',
      '06-30 unreported —',
      '08-15 met 92',
      '10-31 to-come —',
      '12-31 to-come —',
    ])
  })

  it('judges each day by the target of that day', () => {
    const changed = [actual(I, '2020-06-20', '92'), retarget(I, '2020-09-01', '≥95百分比')]
    expect(line(changed)?.slice(1, 3)).toEqual(['06-30 met 92', '10-31 near 92 沿用'])
  })

  it('follows each part of a split indicator; before it was split a part had no value', () => {
    const parts = split(I, '2020-07-01', [{ name: '甲' }, { name: '乙' }])
    const said = [actual(I, '2020-06-20', '99'), actual(I, OCTOBER, '80', { measure: 'm2' })]
    expect(line([parts, ...said], OCTOBER, 1)?.slice(1, 3)).toEqual(['06-30 not-judged —', '10-31 near 80'])
    expect(line([parts, ...said], OCTOBER, 0)?.[2]).toBe('10-31 unreported —')
  })

  it('measures a total that builds up against what is due, not against the year', () => {
    const people = retarget(I, '2020-01-02', '≥100人')
    const building = split(I, '2020-01-03', [{ buildsUp: true }])
    const margins = (value: string) =>
      history([people, building, actual(I, '2020-06-20', value, { measure: 'm1' })])
        .get(I)?.[0]
        ?.points.slice(1, 3)
        .map(({ margin }) => margin?.toFixed())
    expect(margins('50')).toEqual(['0', '-0.375'])
    expect(margins('40')).toEqual(['-0.2', '-0.5'])
  })

  it('carries the estimate of the whole year only where it reads as a figure', () => {
    const estimated = (fullYear: string) =>
      history([{ ...actual(I, OCTOBER, '80'), fullYear }])
        .get(I)?.[0]
        ?.estimate?.value.toFixed() ?? null
    expect(estimated('93%')).toBe('93')
    expect(estimated('年底可达标')).toBeNull()
    expect(estimated('')).toBeNull()
  })
})
