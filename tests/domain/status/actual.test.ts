import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActual } from '@/domain/status/actual'
import { parseTarget } from '@/domain/plan/target'
import { ACTUALS } from '../../fixtures/actuals'
import { QUALITATIVE, THRESHOLDS } from '../../fixtures/targets'
import { comparators, decimals, typed, units } from '../arbitraries'
import { plain } from '../build'

describe('readActual', () => {
  it.each(ACTUALS)('against $target: $text is $reads', (given) => {
    const reading = readActual(given.text, parseTarget(given.target))
    expect(reading.kind).toBe(given.reads)
    if (reading.kind === 'accepted' && given.reads === 'accepted') {
      expect([plain(reading.value), reading.over100]).toEqual([given.value, given.over100 ?? false])
    }
    if (reading.kind === 'doubtful' && given.reads === 'doubtful') {
      expect([reading.reason, plain(reading.value), plain(reading.suggestion)]).toEqual([
        'fraction',
        given.value,
        given.suggestion,
      ])
    }
    if (reading.kind === 'refused' && given.reads === 'refused') expect(reading.reason).toBe(given.reason)
  })

  it('names both units when another was typed', () => {
    expect(readActual('95人', parseTarget('≥95百分比'))).toEqual({
      kind: 'refused',
      reason: 'other-unit',
      entered: { kind: 'other', printed: '人' },
      expected: { kind: 'percent' },
    })
  })

  it('never throws, and accepts no number that was not typed', () => {
    const texts = [...THRESHOLDS.map(({ text }) => text), ...QUALITATIVE]
    fc.assert(
      fc.property(typed(), fc.constantFrom(...texts), (text, target) => {
        const reading = readActual(text, parseTarget(target))
        if (reading.kind === 'accepted') expect(/[\d０-９]/.test(text)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads back the threshold itself, sign and unit and all, as its exact value', () => {
    fc.assert(
      fc.property(comparators(), decimals({ min: 2, max: 5000 }), units(), (comparator, value, unit) => {
        const text = `${comparator}${value.toFixed()}${unit}`
        const reading = readActual(text, parseTarget(text))
        expect(reading.kind === 'accepted' && reading.value.eq(value)).toBe(true)
      }),
    )
  })
})
