import { describe, expect, it } from 'vitest'
import { money } from '@/domain/number/money'
import { checkTotals, type CountedAmount, type StatedTotal } from '@/domain/payments/listSums'
import type { TotalScope } from '@/domain/payments/paymentWords'
import { parseDay } from '@/domain/time/day'

const amount = (
  row: number,
  value: number,
  month: number | null = 1,
  paid = true,
  of = '',
): CountedAmount => ({
  row,
  amount: money(value),
  day: month === null ? null : parseDay(`2020-${String(month).padStart(2, '0')}-15`),
  paid,
  of,
})
const total = (
  row: number,
  scope: TotalScope,
  stated: number,
  month: number | null = null,
  of: string | null = null,
): StatedTotal => ({ row, scope, stated: money(stated), month, of })

/** Each total in short: its row in the file, what its lines come to, and whether that agrees. */
function checked(totals: readonly StatedTotal[], lines: readonly CountedAmount[], elsewhere = 0) {
  return checkTotals('表', totals, lines, money(elsewhere)).map(
    (sum) => sum && `${sum.sheet} ${sum.row} ${sum.found.toFixed()} ${sum.agrees ? '=' : '≠'}`,
  )
}

const LINES = [amount(1, 5), amount(2, 6), amount(4, 10, 2), amount(6, 20, 3), amount(8, 40, 3)]

describe('what a total of a list may sum', () => {
  it.each<[string, readonly StatedTotal[], readonly string[]]>([
    [
      'a group: since the total before it',
      [total(3, 'group', 11), total(5, 'group', 10)],
      ['4 11 =', '6 10 ='],
    ],
    [
      'a group under a page: since the last group',
      [total(3, 'page', 11), total(5, 'group', 21)],
      ['4 11 =', '6 21 ='],
    ],
    ['a group above its lines', [total(0, 'group', 11), total(3, 'group', 70)], ['1 11 =', '4 70 =']],
    ['a group of all so far', [total(3, 'group', 11), total(5, 'group', 21)], ['4 11 =', '6 21 =']],
    [
      'a group that is wrong: beside what stands since the one before',
      [total(3, 'group', 11), total(5, 'group', 99)],
      ['4 11 =', '6 10 ≠'],
    ],
    [
      'a page: since the last page, over groups',
      [total(3, 'group', 11), total(5, 'page', 21), total(9, 'page', 60)],
      ['4 11 =', '6 21 =', '10 60 ='],
    ],
    ['a page since any total', [total(3, 'group', 11), total(5, 'page', 10)], ['4 11 =', '6 10 =']],
    ['a page is not all before it', [total(3, 'page', 11), total(5, 'page', 21)], ['4 11 =', '6 10 ≠']],
    ['a month by its name', [total(9, 'month', 60, 3)], ['10 60 =']],
    ['a month of February', [total(9, 'month', 10, 2)], ['10 10 =']],
    [
      'a month without a name: since the month before',
      [total(3, 'month', 11), total(5, 'month', 10)],
      ['4 11 =', '6 10 ='],
    ],
    ['a month since any total', [total(3, 'group', 11), total(5, 'month', 10, 7)], ['4 11 =', '6 10 =']],
    ['a month that is wrong', [total(9, 'month', 61, 3)], ['10 60 ≠']],
    ['the year: all before it', [total(3, 'month', 11, 1), total(7, 'year', 41)], ['4 11 =', '8 41 =']],
    ['the year is nothing else', [total(3, 'month', 11, 1), total(7, 'year', 30)], ['4 11 =', '8 41 ≠']],
    ['everything: all before it', [total(9, 'all', 81)], ['10 81 =']],
    ['everything, stated above', [total(0, 'all', 81)], ['1 81 =']],
    ['everything since the last such', [total(3, 'all', 11), total(7, 'all', 30)], ['4 11 =', '8 30 =']],
    [
      'everything behind it up to the next',
      [total(3, 'all', 10), total(5, 'group', 10)],
      ['4 10 =', '6 10 ='],
    ],
    ['everything that is wrong: beside all before it', [total(9, 'all', 80)], ['10 81 ≠']],
  ])('%s', (_, totals, expected) => {
    expect(checked(totals, LINES)).toEqual(expected.map((text) => `表 ${text}`))
  })

  it('with or without what the list itself calls void', () => {
    const lines = [amount(1, 5), amount(2, 6, 1, false)]
    expect(checked([total(3, 'all', 5), total(4, 'all', 11)], lines)).toEqual(['表 4 5 =', '表 5 11 ='])
    expect(checked([total(3, 'all', 7)], lines)).toEqual(['表 4 5 ≠'])
  })

  it('everything with the sheets before it', () => {
    expect(checked([total(9, 'all', 181)], LINES, 100)).toEqual(['表 10 181 ='])
    expect(checked([total(9, 'group', 181)], LINES, 100)).toEqual(['表 10 81 ≠'])
  })

  it('of nothing is 0', () => {
    expect(checked([total(3, 'all', 0), total(4, 'group', 1)], [])).toEqual(['表 4 0 =', '表 5 0 ≠'])
    expect(checked([], LINES)).toEqual([])
  })
})

describe('a sub-total', () => {
  const of = (row: number, value: number, project: string) => amount(row, value, 1, true, project)
  const LIST = [of(1, 500, 'A'), of(2, 30, 'B'), of(3, 2, 'B'), of(5, 7, 'B'), of(6, 9, 'C'), of(7, 1, 'A')]

  it.each<[string, readonly StatedTotal[], readonly (string | null)[]]>([
    ['sums the project it names, not every line above it', [total(4, 'group', 32, null, 'B')], ['5 32 =']],
    [
      'goes on from the last one of the same project',
      [total(4, 'group', 32, null, 'B'), total(8, 'group', 7, null, 'B')],
      ['5 32 =', '9 7 ='],
    ],
    ['may sum all of its project so far', [total(8, 'group', 39, null, 'B')], ['9 39 =']],
    ['that is wrong is shown beside its own lines', [total(4, 'group', 33, null, 'B')], ['5 32 ≠']],
    ['of which no line is there is not judged', [total(4, 'group', 33, null, 'D')], [null]],
    ['that names none sums the lines directly above that come to it', [total(8, 'group', 17)], ['9 17 =']],
    ['that names none and closes no group is said', [total(8, 'group', 18)], ['9 549 ≠']],
  ])('%s', (_, totals, wanted) => {
    expect(checked(totals, LIST).map((text) => text?.slice(2) ?? null)).toEqual(wanted)
  })
})
