import { describe, expect, it } from 'vitest'
import { readTypedDay } from '@/domain/time/typedDay'

describe('a day as people type it', () => {
  it.each([
    ['2020-06-15', '2020-06-15'],
    ['2020-6-5', '2020-06-05'],
    ['2020/6/15', '2020-06-15'],
    ['2020.6.15', '2020-06-15'],
    ['2020年6月15日', '2020-06-15'],
    ['2020 年 6 月 15 日', '2020-06-15'],
    ['２０２０－０６－１５', '2020-06-15'],
    ['20200615', '2020-06-15'],
    ['06152020', '2020-06-15'],
    ['6-15', '2020-06-15'],
    ['6.15', '2020-06-15'],
    ['6月15日', '2020-06-15'],
    ['0615', '2020-06-15'],
    ['2020-02-29', '2020-02-29'],
  ])('%s', (text, day) => {
    expect(readTypedDay(text, 2020)).toBe(day)
  })

  it.each(['', '2020', '2020-6', '2020-02-30', '13-45', '615', '2020-13-01', 'abc', '20201315', '1.2.3'])(
    'reads nothing from %j',
    (text) => {
      expect(readTypedDay(text, 2020)).toBeNull()
    },
  )

  it('needs a year where none is given', () => {
    expect(readTypedDay('6-15', null)).toBeNull()
    expect(readTypedDay('2021-06-15', null)).toBe('2021-06-15')
  })
})
