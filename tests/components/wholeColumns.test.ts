import { describe, expect, it } from 'vitest'
import { wholeColumns } from '@/components/lists/wholeColumns'

/** Columns of the given widths beside one that stays, 100 px wide, from which they begin. */
function columnsOf(...widths: number[]) {
  let from = 100
  return widths.map((width) => ({ from, to: (from += width) }))
}

describe('a frame is scrolled by whole columns', () => {
  it.each([
    ['all in sight', columnsOf(80, 120), 1, 400, 0],
    ['its end just outside: the one before goes under as a whole', columnsOf(80, 120, 120), 1, 290, 80],
    ['only so far as is needed', columnsOf(80, 80, 120, 120), 2, 320, 80],
    ['wider than what is beside the one that stays: it begins there', columnsOf(80, 300, 120), 1, 290, 80],
    ['the table ends before a whole column is under: as far as is needed', columnsOf(80, 120), 1, 290, 10],
    ['a column before all others', columnsOf(300, 120), 0, 290, 0],
    ['no such column', columnsOf(80), 3, 100, 0],
  ])('%s', (_, columns, at, width, scrolled) => {
    const end = columns.at(-1)?.to ?? 0
    expect(wholeColumns(columns, at, 100, width, end - width)).toBe(scrolled)
  })
})
