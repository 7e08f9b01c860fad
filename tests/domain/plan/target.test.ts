import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canBuildUp,
  isRate,
  parseQuantity,
  parseTarget,
  parseUnit,
  sameUnit,
  splitComparator,
  type Target,
  type Unit,
} from '@/domain/plan/target'
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

describe('the grammar at its edges (domain.md §5)', () => {
  /** A target in short, as the grammar writes it; its kind where it is qualitative. */
  const brief = (text: string) => {
    const target = parseTarget(text)
    if (target.kind === 'qualitative') return target.kind
    const year = target.kind === 'date' && target.year === null ? 'any ' : ''
    return `${target.kind} ${year}${print(target)}`
  }

  it.each([
    ['⩾95%', 'threshold >=95%'],
    ['⩽5%', 'threshold <=5%'],
    ['大于或等于95%', 'threshold >=95%'],
    ['小于等于5%', 'threshold <=5%'],
    ['不多于5人', 'threshold <=5人'],
    ['5人及以下', 'threshold <=5人'],
    ['5人以下', 'threshold <=5人'],
    ['不低于 95 %', 'threshold >=95%'],
    ['95%以上 ', 'threshold >=95%'],
    ['>=95%以上', 'qualitative'],
    ['以上', 'qualitative'],
    ['≥95.5.5%', 'qualitative'],
    ['1,234人', 'threshold 1234人'],
    ['12,345.67元', 'threshold 12345.67元'],
    ['1234,567人', 'qualitative'],
    ['-5', 'threshold -5'],
    ['--5', 'qualitative'],
    ['5 人 次', 'threshold 5人 次'],
    [`5${'人'.repeat(12)}`, `threshold 5${'人'.repeat(12)}`],
    [`5${'人'.repeat(13)}`, 'qualitative'],
    ['5/人', 'qualitative'],
    ['5元/人', 'threshold 5元/人'],
    ['5-人', 'qualitative'],
    ['5人，6户', 'qualitative'],
    ['95%%', 'qualitative'],
    ['95%左右', 'qualitative'],
    ['95%人', 'qualitative'],
    ['3天前', 'qualitative'],
    ['3天后', 'qualitative'],
    ['3月末', 'date any 3月底前完成'],
    ['3个上下', 'qualitative'],
    ['3项完成', 'qualitative'],
    ['3项办结', 'qualitative'],
    ['3万到位', 'qualitative'],
    ['3项验收', 'qualitative'],
    ['3以上人', 'qualitative'],
  ])('%j: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['90-95', 'range 90~95'],
    ['90—95%', 'range 90~95%'],
    ['90——95%', 'range 90~95%'],
    ['90———95%', 'qualitative'],
    ['90–95%', 'range 90~95%'],
    ['90 到 95 人', 'range 90~95人'],
    ['90人至95人', 'range 90~95人'],
    ['90%-95', 'qualitative'],
    ['90人-95', 'qualitative'],
    ['90-95人', 'range 90~95人'],
    ['90人-95%', 'qualitative'],
    ['95-95', 'range 95~95'],
    ['95.01-95', 'qualitative'],
    ['90-95左右', 'qualitative'],
    ['-95--90', 'range -95~-90'],
    ['1,200-1,500人', 'range 1200~1500人'],
    ['≥90~95', 'qualitative'],
    ['90~95以上', 'qualitative'],
    ['x90-95', 'qualitative'],
    ['90-95人，', 'qualitative'],
  ])('a range %j: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['本年12月底前', 'date any 12月底前完成'],
    ['当年6月30日前完成', 'date any 6月30日前完成'],
    ['于6月底前完成', 'date any 6月底前完成'],
    ['在6月底前', 'date any 6月底前完成'],
    ['2020年6月30日', 'date 2020年6月30日前完成'],
    ['6月30日以前', 'date any 6月30日前完成'],
    ['6月30日之前验收', 'date any 6月30日前完成'],
    ['12月31日到位', 'date any 12月31日前完成'],
    ['12月办结', 'date any 12月底前完成'],
    ['2020年末', 'date 2020年12月底前完成'],
    ['年底', 'date any 12月底前完成'],
    ['年末前办结', 'date any 12月底前完成'],
    ['2月29日前', 'date any 2月29日前完成'],
    ['2020年2月29日前', 'date 2020年2月29日前完成'],
    ['2019年2月29日前', 'qualitative'],
    ['2月30日前', 'qualitative'],
    ['4月31日前', 'qualitative'],
    ['0月底前', 'qualitative'],
    ['1月底前', 'date any 1月底前完成'],
    ['6月0日前', 'qualitative'],
    ['6月1日前', 'date any 6月1日前完成'],
    ['12月份', 'qualitative'],
    ['6月', 'qualitative'],
    ['2020年度', 'qualitative'],
    ['1999年', 'qualitative'],
    ['2100年', 'threshold 2100年'],
    ['12020年底前', 'qualitative'],
    ['第6月底前', 'qualitative'],
    ['6月底前完成支付', 'qualitative'],
  ])('a date %j: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['≥95%', '>=', '95%'],
    ['>= 95%', '>=', '95%'],
    ['95% 以上', '>=', '95%'],
    ['大于等于95%', '>=', '95%'],
    ['大于95%', '>', '95%'],
  ])('the comparator of %j', (text, comparator, rest) => {
    expect(splitComparator(text)).toEqual({ comparator, rest })
  })

  it('no comparator, no split', () => expect(splitComparator('95%')).toBeNull())

  it.each([
    ['≥95%', true, false],
    ['90-95%', true, false],
    ['≥95人', false, true],
    ['90-95人', false, true],
    ['95', false, true],
    ['12月底前', false, false],
    ['群众满意', false, false],
  ])('%s is a rate: %s, and may build up: %s', (text, rate, builds) => {
    expect([isRate(parseTarget(text)), canBuildUp(parseTarget(text))]).toEqual([rate, builds])
  })
})
