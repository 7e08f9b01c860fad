import { describe, expect, it } from 'vitest'
import {
  daysOf,
  shareOf,
  spendingCurve,
  spendingPoints,
  tooltipLines,
  type CurveNumbers,
} from '@/charts/spendingCurve'
import { planPoints } from '@/domain/status/departmentStatus'
import type { Day } from '@/domain/time/day'
import { DECEMBER, JUNE, MARCH, OCTOBER, day, pay, reschedule, wan } from '../domain/build'
import { boardOf, curveNumbersOf, PUBLISHED } from '../format/board'

const drawing = {
  palette: {
    ink: 'ink',
    quiet: 'quiet',
    line: 'line',
    faint: 'faint',
    accent: 'accent',
    pale: 'pale',
    surface: 'surface',
    track: 'track',
    good: 'good',
    near: 'near',
    partial: 'partial',
    bad: 'bad',
  },
  rem: 16,
  width: 900,
}

function numbersAt(
  asOf = OCTOBER,
  entries = [pay(`${PUBLISHED.id}/1`, '2020-02-10', '1000'), pay(`${PUBLISHED.id}/1`, '2020-09-10', '500')],
): CurveNumbers {
  return curveNumbersOf(entries, asOf)
}

const series = (numbers: CurveNumbers, unit: 'wan' | 'yuan' = 'wan') => {
  const option = spendingCurve(numbers, unit, drawing)
  const list = option.series as unknown as { id: string; data: { value: [number, number] }[] }[]
  return (id: string) => list.find((own) => own.id === id)?.data.map(({ value }) => value) ?? []
}

describe('the words at the end of the year', () => {
  it.each([
    ['wan', 900],
    ['yuan', 900],
  ] as const)('have room for their longest, in %s at %i px', (unit, width) => {
    const { grid } = spendingCurve(numbersAt(), unit, { ...drawing, width })
    const longest = { wan: '预算 6,580.51', yuan: '预算 65,805,100.00' }[unit]
    const room = (grid as { right: number }).right
    expect(room).toBeGreaterThanOrEqual(12 * (2 + (longest.length - 2) * 0.55))
  })
})

describe('amounts in 元 on a narrow screen', () => {
  const narrow = (asOf: Day, spent: string) =>
    spendingCurve(numbersAt(asOf, [pay(`${PUBLISHED.id}/1`, '2020-10-20', spent)]), 'yuan', {
      ...drawing,
      width: 316,
    })

  it('leave more than half of the width to the year, and the money axis its own figures', () => {
    const { left, right } = narrow(OCTOBER, '500').grid as { left: number; right: number }
    expect(316 - left - right).toBeGreaterThan(158)
    expect(left).toBeGreaterThanOrEqual('65,805,100'.length * 0.6 * 11)
  })

  it.each(['5840', '6700'])(
    'have the words of the budget and of %s spent over the end, one over the other',
    (spent) => {
      const drawn = narrow(day('2020-12-31'), spent).series as unknown as {
        id: string
        data: { label: { position: string; align: string; offset: [number, number] } }[]
      }[]
      const label = (id: string) => drawn.find((own) => own.id === id)?.data.at(-1)?.label
      for (const id of ['plan', 'actual'])
        expect(label(id)).toMatchObject({ position: 'top', align: 'right' })
      const [plan = 0, actual = 0] = ['plan', 'actual'].map((id) => label(id)?.offset[1] ?? 0)
      expect(Math.abs(plan - actual)).toBeGreaterThan(12)
      expect(plan < actual).toBe(spent === '5840')
    },
  )

  it('have what was spent within the frame at any day', () => {
    const drawn = narrow(OCTOBER, '500').series as unknown as {
      id: string
      data: { label: { align: string; offset: [number, number] } }[]
    }[]
    expect(drawn.find(({ id }) => id === 'actual')?.data.at(-1)?.label).toMatchObject({ align: 'right' })
  })
})

describe('the two words at the end of the year', () => {
  it.each([
    ['2020-11-30', '5840'],
    ['2020-12-31', '6518'],
    ['2020-12-31', '6700'],
  ])('stand apart on %s with %s spent, in the order of their amounts', (asOf, spent) => {
    const numbers = numbersAt(day(asOf), [pay(`${PUBLISHED.id}/1`, '2020-11-20', spent)])
    const drawn = spendingCurve(numbers, 'wan', drawing).series as unknown as {
      id: string
      data: { label: { offset: [number, number] } }[]
    }[]
    const down = (id: string) => drawn.find((own) => own.id === id)?.data.at(-1)?.label.offset[1] ?? 0
    const apart = down('actual') - down('plan')
    expect(Math.abs(apart)).toBeGreaterThan(16)
    expect(apart > 0).toBe(wan(spent).lte(numbers.budget))
  })
})

describe('the spending curve', () => {
  it('has a plan point at each checkpoint that was set, none at the blank one', () => {
    expect(series(numbersAt())('plan')).toEqual([
      [182, 3832.465],
      [305, 5264.908],
      [366, 6580.51],
    ])
  })

  it('goes from the first report through each payment and level on to the day looked at', () => {
    expect(series(numbersAt())('actual')).toEqual([
      [41, 1000],
      [254, 1500],
      [305, 1500],
    ])
    expect(series(numbersAt(), 'yuan')('actual')[0]).toEqual([41, 10_000_000])
  })

  it('draws nothing that was not reported, and nothing after the day looked at', () => {
    expect(spendingPoints(numbersAt(OCTOBER, []), 'wan')).toEqual([])
    expect(spendingPoints(numbersAt(day('2020-03-01')), 'wan')).toEqual([
      [41, 1000],
      [61, 1000],
    ])
  })

  it('draws nothing before a first statement of the last day, however late it is', () => {
    const actual = [{ day: DECEMBER, total: wan('3189.1'), stated: true }]
    expect(spendingPoints({ ...numbersAt(DECEMBER), actual }, 'wan')).toEqual([[366, 3189.1]])
  })

  it('stands what is of another year at the ends of the axis', () => {
    const numbers = {
      ...numbersAt(day('2021-02-01')),
      actual: [
        { day: day('2019-12-20'), total: wan('5') },
        { day: day('2020-03-01'), total: wan('20') },
      ],
    }
    expect(spendingPoints(numbers, 'wan')).toEqual([
      [0, 5],
      [61, 20],
      [366, 20],
    ])
  })

  it('steps at each payment, and runs straight between plan points', () => {
    const list = spendingCurve(numbersAt(), 'wan', drawing).series as unknown as {
      id: string
      step?: string
    }[]
    expect(list.slice(0, 3).map(({ id, step }) => [id, step])).toEqual([
      ['elapsed', undefined],
      ['plan', undefined],
      ['actual', 'end'],
    ])
  })

  it('labels the plan, the budget it ends in, and what was spent last', () => {
    const labels = (id: string, unit: 'wan' | 'yuan') =>
      (
        spendingCurve(numbersAt(), unit, drawing).series as unknown as {
          id: string
          data: { label: { show: boolean; formatter: string } }[]
        }[]
      )
        .find((own) => own.id === id)
        ?.data.flatMap(({ label }) => (label.show ? [label.formatter] : []))
    expect(labels('plan', 'wan')).toEqual(['计划 3,832.47', '计划 5,264.91', '预算 6,580.51'])
    expect(labels('actual', 'wan')).toEqual(['实支 1,500.00'])
    expect(labels('actual', 'yuan')).toEqual(['实支 15,000,000.00'])
  })

  it.each([
    [
      900,
      [
        '{head|3月底}\n{sub|未设定}',
        '{head|6月底}\n{sub|58.24%}',
        '{head|10月底}\n{sub|80.01%}',
        '{head|12月底}\n{sub|100%}',
      ],
    ],
    [
      300,
      [
        '{head|3月}\n{sub|未设定}',
        '{head|6月}\n{sub|58.2%}',
        '{head|10月}\n{sub|80.01%}',
        '{head|12月}\n{sub|}',
      ],
    ],
  ])('names the checkpoints under the axis at %i pixels, the blank one as not set', (width, names) => {
    const axis = spendingCurve(numbersAt(), 'wan', { ...drawing, width }).xAxis as unknown as {
      axisLabel: { customValues: number[]; formatter: (x: number) => string }
    }
    expect(axis.axisLabel.customValues).toEqual([91, 182, 305, 366])
    expect(axis.axisLabel.customValues.map(axis.axisLabel.formatter)).toEqual(names)
  })

  it('says how many projects set none where some did', () => {
    const board = boardOf([reschedule(`${PUBLISHED.id}/3`, '2020-01-02', { '03': '10' })], OCTOBER)
    const numbers = { ...numbersAt(), plan: planPoints(board.projects) }
    const axis = spendingCurve(numbers, 'wan', drawing).xAxis as unknown as {
      axisLabel: { formatter: (x: number) => string }
    }
    expect(axis.axisLabel.formatter(91)).toBe('{head|3月底}\n{sub|5 个未设定}')
  })

  const momentsAt = (asOf: Day) =>
    (
      spendingCurve(numbersAt(asOf), 'wan', drawing).series as unknown as {
        id: string
        z: number
        data: { label: { formatter: string } }[]
        lineStyle: { type: string }
      }[]
    ).filter(({ id }) => id.startsWith('at-'))

  it('stand behind the data', () => {
    expect(momentsAt(OCTOBER).every(({ z }) => z === 0)).toBe(true)
  })

  it('says of a day plan, spent, gap, 序时 and what the day moved', () => {
    const numbers = {
      ...numbersAt(),
      actual: [
        { day: JUNE, total: wan('3800') },
        { day: OCTOBER, total: wan('5000') },
      ],
    }
    expect(tooltipLines(OCTOBER, numbers, 'wan')).toEqual([
      '10月底',
      '计划 5,264.91 万元',
      '实支 5,000.00 万元',
      '差 −264.91 万元',
      '序时进度 5,483.76 万元',
      '当日 +1,200.00 万元',
    ])
    const first = { ...numbers, actual: [{ day: OCTOBER, total: wan('5000'), stated: true }] }
    expect(tooltipLines(OCTOBER, first, 'wan').join()).not.toContain('当日 ')
    expect(tooltipLines(MARCH, numbers, 'wan')).toEqual(['3月底', '计划 未设定', '序时进度 1,636.14 万元'])
  })

  it('says between checkpoints the plan of the due one and the gap to it; before the first there is none', () => {
    const spent = [
      { day: day('2020-02-10'), total: wan('1000') },
      { day: day('2020-08-15'), total: wan('3800') },
    ]
    const numbers = { ...numbersAt(), actual: spent }
    expect(tooltipLines(day('2020-08-15'), numbers, 'wan').slice(0, 4)).toEqual([
      '8月15日',
      '计划（6月底） 3,832.47 万元',
      '实支 3,800.00 万元',
      '差 −32.47 万元',
    ])
    expect(tooltipLines(day('2020-02-10'), numbers, 'wan').slice(0, 2)).toEqual([
      '2月10日',
      '实支 1,000.00 万元',
    ])
  })

  it('is read by keys day by day: checkpoints, days of spending, the day looked at', () => {
    const numbers = { ...numbersAt(JUNE), actual: [{ day: day('2020-02-10'), total: wan('10') }] }
    expect(daysOf(numbers)).toEqual(['2020-02-10', '2020-03-31', '2020-06-30', '2020-10-31', '2020-12-31'])
    expect(shareOf(numbers, day('2020-12-31'))).toBe(1)
  })

  it('draws what was spent by the day compared with pale', () => {
    const then = (before: Day | null) =>
      (
        spendingCurve({ ...numbersAt(), before, actual: [{ day: JUNE, total: wan('3800') }] }, 'wan', drawing)
          .series as { id: string; data: unknown }[]
      ).find(({ id }) => id === 'then')?.data
    expect(then(null)).toBeUndefined()
    expect(then(MARCH)).toBeUndefined()
    expect(then(day('2020-08-31'))).toEqual([
      [182, 3800],
      [244, 3800],
    ])
  })

  it.each([
    [OCTOBER, 0],
    [day('2020-08-15'), 1],
  ])('marks %s only where no checkpoint stands there', (asOf, marks) => {
    const marked = momentsAt(asOf).flatMap(({ data }) => data[1]?.label.formatter || [])
    expect(marked).toEqual(marks === 0 ? [] : ['截至8月15日'])
  })

  it('draws the blank checkpoint dashed, the set ones solid', () => {
    expect(momentsAt(OCTOBER).map(({ lineStyle }) => lineStyle.type)).toEqual([
      'dashed',
      'solid',
      'solid',
      'solid',
    ])
  })

  it('has room above the larger of budget and spending', () => {
    const numbers = { ...numbersAt(), actual: [{ day: OCTOBER, total: wan('9000') }] }
    const axis = spendingCurve(numbers, 'wan', drawing).yAxis as { max: number; min: number }
    expect(axis.max).toBeGreaterThan(9000)
    expect(axis.min).toBe(0)
  })
})
