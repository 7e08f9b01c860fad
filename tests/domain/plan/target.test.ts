import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantity, parseTarget, parseUnit, sameUnit, type Target, type Unit } from '@/domain/plan/target'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { DATES, QUALITATIVE, RANGES, THRESHOLDS } from '../../fixtures/targets'
import { comparators, decimals, units } from '../arbitraries'

const unitText = (unit: Unit): string => (unit.kind === 'percent' ? '%' : unit.printed)

/** Prints a target as the grammar writes it. */
function print(target: Target): string {
  switch (target.kind) {
    case 'threshold':
      return `${target.assumed ? '' : target.comparator}${target.value.toFixed()}${unitText(target.unit)}`
    case 'range':
      return `${target.low.toFixed()}~${target.high.toFixed()}${unitText(target.unit)}`
    case 'date': {
      const year = target.year === null ? '' : `${target.year}年`
      return `${year}${target.month}月${target.date === null ? '底' : `${target.date}日`}前完成`
    }
    case 'qualitative':
      return target.text
  }
}

describe('parseTarget', () => {
  it.each(THRESHOLDS)(
    'reads $text as $comparator $value $unit',
    ({ text, comparator, value, unit, assumed }) => {
      const target = parseTarget(text)
      if (target.kind !== 'threshold') throw new Error(target.kind)
      expect([
        target.comparator,
        target.value.toFixed(),
        unitText(target.unit),
        target.assumed,
        target.text,
      ]).toEqual([comparator, value, unit, assumed ?? false, text])
    },
  )

  it.each(RANGES)('reads $text as $low to $high $unit', ({ text, low, high, unit }) => {
    const target = parseTarget(text)
    if (target.kind !== 'range') throw new Error(target.kind)
    expect([target.low.toFixed(), target.high.toFixed(), unitText(target.unit), target.text]).toEqual([
      low,
      high,
      unit,
      text,
    ])
  })

  it.each(DATES)('reads $text as a date', ({ text, month, date, year }) => {
    expect(parseTarget(text)).toEqual({ kind: 'date', text, month, date, year })
  })

  it.each(QUALITATIVE)('leaves %j qualitative', (text) => {
    expect(parseTarget(text)).toEqual({ kind: 'qualitative', text })
  })

  it('reads the 42 published targets: ≥90 ×19, ≥95 ×15, ≥99 ×4, =100 ×3, and one of one year', () => {
    const counts: Record<string, number> = {}
    for (const { target } of SIX_PROJECTS.flatMap(({ indicators }) => indicators)) {
      counts[print(target)] = (counts[print(target)] ?? 0) + 1
    }
    expect(counts).toEqual({ '>=90%': 19, '>=95%': 15, '>=99%': 4, '=100%': 3, '>=1年': 1 })
  })

  it('never throws and always keeps the text', () => {
    const near = fc
      .array(fc.constantFrom(...'≥≤><=-~至90１,.%％月底前年日人以上不低于完成 /（）'), { maxLength: 10 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ maxLength: 20 })), (text) => {
        const target = parseTarget(text)
        expect(target.text).toBe(text)
        if (target.kind === 'range') expect(target.low.lte(target.high)).toBe(true)
        if (target.kind === 'threshold') expect(target.value.isFinite()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives back every threshold it prints', () => {
    fc.assert(
      fc.property(comparators(), decimals(), units(), (comparator, value, unit) => {
        const target: Target = {
          kind: 'threshold',
          text: '',
          comparator,
          value,
          unit: parseUnit(unit),
          assumed: false,
        }
        const again = parseTarget(print(target))
        expect({ ...again, text: '' }).toEqual(target)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back every range and date it prints', () => {
    fc.assert(
      fc.property(decimals(), decimals(), units(), fc.constantFrom(...DATES), (a, b, unit, { text }) => {
        const range: Target = {
          kind: 'range',
          text: '',
          low: a.lte(b) ? a : b,
          high: a.lte(b) ? b : a,
          unit: parseUnit(unit),
        }
        expect({ ...parseTarget(print(range)), text: '' }).toEqual(range)
        const date = parseTarget(text)
        expect({ ...parseTarget(print(date)), text }).toEqual(date)
      }),
    )
  })

  it('reads the same whatever is printed full-width', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    for (const { text } of [...THRESHOLDS, ...RANGES, ...DATES]) {
      expect(JSON.stringify({ ...parseTarget(wide(text)), text }).replaceAll('＊', '*')).toBe(
        JSON.stringify(parseTarget(text)),
      )
    }
  })

  it('comes to an end over long nonsense', () => {
    for (const part of ['1,', '1', '90-', '人', '≥', ' ', '1,111', '12月'])
      expect(parseTarget(part.repeat(200_000))).toHaveProperty('kind')
  })
})

describe('units', () => {
  it.each(['百分比', '%', '％', '%(百分比)', '％（百分比）', ' % '])('%j is the percent unit', (text) => {
    expect(parseUnit(text)).toEqual({ kind: 'percent' })
  })

  it.each(['年', '人', '百分点', '个百分点', '‰', '百分之百', ''])('%j is kept as printed', (text) => {
    expect(parseUnit(text)).toEqual({ kind: 'other', printed: text })
  })

  it.each([
    ['%', '百分比', true],
    ['人', '人', true],
    ['元/人*月', '元／人＊月', true],
    ['人', '户', false],
    ['%', '', false],
    ['万元', '元', false],
    ['', '', true],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(sameUnit(parseUnit(a), parseUnit(b))).toBe(same)
    expect(sameUnit(parseUnit(b), parseUnit(a))).toBe(same)
  })
})

describe('parseQuantity', () => {
  it('reads a number with its unit', () => {
    const read = parseQuantity('１，２００ 人')
    expect(read && [read.value.toFixed(), unitText(read.unit)]).toEqual(['1200', '人'])
  })

  it.each(['', '人', '≥5', '5-6', '5,6', '10%左右', '5,人'])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })
})
