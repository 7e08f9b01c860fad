import { describe, expect, it } from 'vitest'
import { spendingCurve, spendingPoints, type CurveNumbers } from '@/charts/spendingCurve'
import { planPoints, spendingCurve as cumulative } from '@/domain/departmentStatus'
import { OCTOBER, day, pay, wan } from '../domain/build'
import { boardOf, PUBLISHED } from '../format/board'

const drawing = {
  palette: { ink: 'ink', quiet: 'quiet', line: 'line', faint: 'faint', accent: 'accent', surface: 'surface' },
  rem: 16,
  width: 900,
}

function numbersAt(
  asOf = OCTOBER,
  entries = [pay(`${PUBLISHED.id}/1`, '2020-02-10', '1000'), pay(`${PUBLISHED.id}/1`, '2020-09-10', '500')],
): CurveNumbers {
  const board = boardOf(entries, asOf)
  return {
    year: 2020,
    asOf,
    budget: board.budget,
    plan: planPoints(board.projects),
    actual: cumulative(board.projects),
  }
}

const series = (numbers: CurveNumbers, unit: 'wan' | 'yuan' = 'wan') => {
  const option = spendingCurve(numbers, unit, drawing)
  const list = option.series as unknown as { id: string; data: { value: [number, number] }[] }[]
  return (id: string) => list.find((own) => own.id === id)?.data.map(({ value }) => value) ?? []
}

describe('the spending curve', () => {
  it('has a plan point at each checkpoint that was set, none at the blank one', () => {
    expect(series(numbersAt())('plan')).toEqual([
      [182, 3832.465],
      [305, 5264.908],
      [366, 6580.51],
    ])
  })

  it('goes from nothing through each payment and level on to the day looked at', () => {
    expect(series(numbersAt())('actual')).toEqual([
      [0, 0],
      [41, 1000],
      [254, 1500],
      [305, 1500],
    ])
    expect(series(numbersAt(), 'yuan')('actual')[1]).toEqual([41, 10_000_000])
  })

  it('draws nothing that was not reported, and nothing after the day looked at', () => {
    expect(spendingPoints(numbersAt(OCTOBER, []), 'wan')).toEqual([])
    expect(spendingPoints(numbersAt(day('2020-03-01')), 'wan')).toEqual([
      [0, 0],
      [41, 1000],
      [61, 1000],
    ])
  })

  it('has room above the larger of budget and spending', () => {
    const numbers = { ...numbersAt(), actual: [{ day: OCTOBER, total: wan('9000') }] }
    const axis = spendingCurve(numbers, 'wan', drawing).yAxis as { max: number; min: number }
    expect(axis.max).toBeGreaterThan(9000)
    expect(axis.min).toBe(0)
  })
})
