import { describe, expect, it } from 'vitest'
import { trend } from '@/charts/trend'
import type { HistoryPoint } from '@/domain/status/history'
import { parseTarget } from '@/domain/plan/target'
import { day, dec, DECEMBER, JUNE, MARCH, OCTOBER } from '../domain/build'

const target = parseTarget('≥95%')
const stood = (
  on: string,
  light: HistoryPoint['light'],
  margin: string | null,
  carried = false,
): HistoryPoint => ({
  day: day(on),
  kind: 'stood',
  target,
  light,
  reported: margin === null ? null : { kind: 'number', value: dec('1') },
  margin: margin === null ? null : dec(margin),
  carried,
})
const blank = (on: string, kind: 'unset' | 'to-come'): HistoryPoint => ({
  ...stood(on, 'not-due', null),
  kind,
})
const draw = (points: readonly HistoryPoint[], estimate: string | null = null) =>
  trend({
    measure: null,
    points,
    estimate: estimate === null ? null : { value: dec('1'), margin: dec(estimate) },
  })

describe('a small trend', () => {
  it('has a stretch a day: dotted where nothing was set or is to come, apart where a value is owed', () => {
    const { stretches } = draw([
      blank(MARCH, 'unset'),
      stood(JUNE, 'unreported', null),
      stood(OCTOBER, 'met', '0'),
      blank(DECEMBER, 'to-come'),
    ])
    expect(stretches.map(({ kind }) => kind)).toEqual(['open', 'owed', 'judged', 'open'])
  })

  it('puts every miss visibly under the line, the smallest too, and marks what is off the scale', () => {
    const { level, dots } = draw([
      stood(MARCH, 'near', '-0.0000421'),
      stood(JUNE, 'partial', '-0.3'),
      stood(OCTOBER, 'far', '-0.93'),
      stood(DECEMBER, 'met', '0'),
    ])
    expect(dots.map(({ y }) => y > level)).toEqual([true, true, true, false])
    expect(dots[0]!.y - level).toBeGreaterThanOrEqual(14)
    expect(dots.map(({ shape }) => shape)).toEqual(['solid', 'solid', 'off', 'solid'])
    expect(dots.every(({ y }) => y >= 0 && y <= 100)).toBe(true)
  })

  it('is hollow where carried, joins the dots, and ends in the estimate of the year', () => {
    const { dots, strokes } = draw(
      [stood(JUNE, 'met', '0.02'), stood(OCTOBER, 'met', '0.02', true), blank(DECEMBER, 'to-come')],
      '-0.05',
    )
    expect(dots.map(({ shape }) => shape)).toEqual(['solid', 'hollow', 'guess'])
    expect(strokes.map(({ guess }) => guess)).toEqual([false, true])
  })

  it('has no estimate where the year has ended', () => {
    expect(draw([stood(DECEMBER, 'met', '0.02')], '0.1').dots).toHaveLength(1)
  })
})
