import { describe, expect, it } from 'vitest'
import { Decimal } from '@/domain/number/decimal'
import { amountOfRow, listAmount, totalAmount, valueOf } from '@/domain/payments/listAmount'
import type { ListRole } from '@/domain/payments/listHeadings'
import { heldFromAbove, type CellMark, type ListTable } from '@/domain/payments/listTable'
import { RowCells } from '@/domain/payments/rowCells'

const tableOf = (rows: readonly (readonly string[])[], marks: readonly CellMark[] = []): ListTable => ({
  sheet: null,
  rows,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: false,
  marks,
})
const cellsOf = (columns: Partial<Record<ListRole, readonly number[]>>, table: ListTable): RowCells =>
  new RowCells(table, {
    first: 0,
    last: 0,
    columns: new Map(Object.entries(columns)) as ReadonlyMap<ListRole, readonly number[]>,
    headings: ['甲', '乙', '丙'],
    chosen: [],
    year: null,
  })

const read = (text: string, unit: 'yuan' | 'wan' = 'yuan', year: number | null = null) => {
  const reading = listAmount(text, unit, year)
  if (reading.kind === 'accepted') return reading.amount.toFixed()
  return reading.kind === 'empty' ? 'empty' : `${reading.kind} ${reading.reason}`
}

describe('an amount as finance systems print it', () => {
  it.each([
    ['5', '5'],
    ['-5', '-5'],
    ['5-', '-5'],
    ['1,234.50 -', '-1234.5'],
    ['0', '0'],
    ['-0', '0'],
    ['0.00', '0'],
    ['1,234.50', '1234.5'],
    ['1,234,567.89', '1234567.89'],
    ['12345', '12345'],
    ['123456789', '123456789'],
    ['1234567890', '1234567890'],
    ['0.123', 'refused too-fine'],
    ['12,34', 'refused grouping'],
    ['1,2345', 'refused grouping'],
    [' 5 ', '5'],
    ['￥5', '5'],
    ['(5)', '-5'],
    ['5万元', '50000'],
    ['', 'empty'],
    ['-', 'empty'],
    ['五元', 'refused not-a-number'],
    ['1.2E+05', 'doubtful scientific'],
    ['####', 'refused too-narrow'],
  ])('%j is %s 元', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('in 万元, to the 分', () => {
    expect([read('5', 'wan'), read('0.000001', 'wan'), read('5元', 'wan')]).toEqual(['50000', '0.01', '5'])
    expect(read('0.0000001', 'wan')).toBe('refused too-fine')
  })

  it('asks about a bare number that is a day of the year in a spreadsheet', () => {
    expect(read('43900', 'yuan', 2020)).toBe('doubtful serial-date')
    expect([
      read('43900', 'yuan', 2021),
      read('43,900', 'yuan', 2020),
      read('43900.00', 'yuan', 2020),
    ]).toEqual(['43900', '43900', '43900'])
  })

  it('has a value where it is read, doubtful or not', () => {
    expect(valueOf(listAmount('5', 'yuan'))?.toFixed()).toBe('5')
    expect(valueOf(listAmount('1.2E+05', 'yuan'))?.toFixed()).toBe('120000')
    expect([valueOf(listAmount('', 'yuan')), valueOf(listAmount('五', 'yuan'))]).toEqual([null, null])
  })
})

/** What a row's amount comes to in short: what is read, what the cells say, what is asked and said. */
function found(
  columns: Partial<Record<ListRole, readonly number[]>>,
  row: readonly string[],
  {
    marks = [],
    unit = 'yuan',
    year = null,
  }: {
    readonly marks?: readonly CellMark[]
    readonly unit?: 'yuan' | 'wan'
    readonly year?: number | null
  } = {},
) {
  const { reading, said, doubts, notes } = amountOfRow(cellsOf(columns, tableOf([row], marks)), 0, unit, year)
  const value = valueOf(reading)
  const kinds = [...doubts, ...notes].map(({ kind }) => kind)
  return [value ? value.toFixed() : reading.kind, `(${said})`, ...kinds].join(' ')
}

describe('the amount of a row', () => {
  it('is that of the first of its columns; another that says something else is asked about', () => {
    expect(found({ amount: [1, 0] }, ['5', '5'])).toBe('5 (5)')
    expect(found({ amount: [1, 0] }, ['9', '5'])).toBe('5 (5) two-amounts')
    expect(found({ amount: [1, 0] }, ['9', ''])).toBe('9 (9) two-amounts')
    expect(found({ amount: [1, 0] }, ['0', '5'])).toBe('5 (5)')
    expect(found({ amount: [1, 0] }, ['', ''])).toBe('empty ()')
    expect(found({}, ['9'])).toBe('empty ()')
    expect(found({ amount: [0] }, ['5'], { unit: 'wan' })).toBe('50000 (5)')
    expect(found({ amount: [0] }, ['43900'], { year: 2020 })).toBe('43900 (43900)')
  })

  it('is turned by 方向: what came back is negative, never twice', () => {
    const columns = { amount: [0], direction: [1] } as const
    expect(found(columns, ['5', '借'])).toBe('5 (5)')
    expect(found(columns, ['5', ''])).toBe('5 (5)')
    expect(found(columns, ['5', '贷'])).toBe('-5 (5)')
    expect(found(columns, ['-5', '贷'])).toBe('-5 (-5)')
    expect(found(columns, ['0', '贷'])).toBe('0 (0)')
    expect(found(columns, ['5', '平'])).toBe('5 (5) flow')
    expect(found(columns, ['', '贷'])).toBe('empty ()')
    expect(found(columns, ['1.2E+05', '贷'])).toBe('120000 (1.2E+05)')
  })

  it('is 借方 less 贷方 where both stand', () => {
    const columns = { debit: [0], credit: [1] } as const
    expect(found(columns, ['5', ''])).toBe('5 (5)')
    expect(found(columns, ['', '3'])).toBe('-3 (3)')
    expect(found(columns, ['5', '0.00'])).toBe('5 (5 / 0.00)')
    expect(found(columns, ['0', '3'])).toBe('-3 (0 / 3)')
    expect(found(columns, ['5', '3'])).toBe('2 (5 / 3) both-sides')
    expect(found(columns, ['', ''])).toBe('empty ()')
    expect(found(columns, ['五', '3'])).toBe('refused (五)')
    expect(found(columns, ['5', '三'])).toBe('refused (三)')
    expect(found(columns, ['1.2E+05', ''])).toBe('120000 (1.2E+05) scientific')
    expect(found(columns, ['', '43900'], { year: 2020 })).toBe('-43900 (43900) serial-amount')
    expect(found({ ...columns, amount: [2] }, ['5', '', '9'])).toBe('5 (5)')
    expect(found({ debit: [0], amount: [1] }, ['5', '9'])).toBe('9 (9)')
  })

  it('counts by the number behind a rounded one, and is asked where that is finer than 分', () => {
    const rounded = (full: string | null): CellMark => ({
      row: 0,
      column: 0,
      kind: 'rounded',
      full: full === null ? null : new Decimal(full),
    })
    const amount = { amount: [0] } as const
    expect(found(amount, ['123,457'], { marks: [rounded('123456.78')] })).toBe(
      '123456.78 (123,457) was-rounded',
    )
    expect(found(amount, ['123,457'], { marks: [rounded('123456.789')] })).toBe('123457 (123,457) rounded')
    expect(found(amount, ['123,457'], { marks: [rounded(null)] })).toBe('123457 (123,457)')
    expect(found({ amount: [1] }, ['9', '5'], { marks: [rounded('9.1')] })).toBe('5 (5)')
    expect(found({ debit: [0], credit: [1] }, ['5', '3'], { marks: [rounded('5.25')] })).toBe(
      '2.25 (5 / 3) both-sides was-rounded',
    )
    expect(found(amount, ['12'], { marks: [rounded('12.345678')], unit: 'wan' })).toBe(
      '123456.78 (12) was-rounded',
    )
  })

  it('is asked where a formula was saved without its value, not where letters are damaged', () => {
    const mark = (kind: CellMark['kind'], row = 0): CellMark => ({ row, column: 0, kind, full: null })
    expect(found({ amount: [0] }, [''], { marks: [mark('no-value')] })).toBe('empty () no-value')
    expect(found({ amount: [0] }, ['5'], { marks: [mark('damaged')] })).toBe('5 (5)')
    expect(found({ amount: [0] }, ['5'], { marks: [mark('no-value', 1)] })).toBe('5 (5)')
  })
})

describe('the amount that a total states', () => {
  const stated = (row: readonly string[], unit: 'yuan' | 'wan' = 'yuan') =>
    totalAmount(
      cellsOf({ amount: [0] }, tableOf([row])),
      0,
      unit,
      row.filter((text) => text !== ''),
    )?.toFixed() ?? null

  it.each<[readonly string[], string | null]>([
    [['11', '合计'], '11'],
    [['0', '合计：9元'], '0'],
    [['', '合计：壹拾壹元整'], '11'],
    [['', '合计', '人民币大写：伍佰元整'], '500'],
    [['', '合计：1,234.50元'], '1234.5'],
    [['', '合计: ￥12'], '12'],
    [['', '合计：-12'], '-12'],
    [['', '合计：12 元'], '12'],
    [['', '合计：12人'], null],
    [['', '合计'], null],
    [['', '合计12'], null],
    [['', '合计：12，345.6'], '12345.6'],
  ])('%j: %s', (row, expected) => {
    expect(stated(row)).toBe(expected)
  })

  it('in the unit of the table', () => {
    expect(stated(['', '合计：12'], 'wan')).toBe('120000')
    expect(stated(['', '合计：12万元'], 'wan')).toBe('120000')
  })
})

describe('cells by what they mean', () => {
  const merged: ListTable = {
    ...tableOf([
      ['甲', '1', ''],
      ['', '2', '乙'],
      ['', '3', ''],
      ['', '4'],
    ]),
    merges: [{ top: 0, left: 0, bottom: 2, right: 1 }],
  }

  it('a merged name belongs to each row it spans, and to no other', () => {
    const held = (row: number, column: number) => heldFromAbove(merged, row, column)
    expect([held(0, 0), held(1, 0), held(2, 0), held(3, 0)]).toEqual(['', '甲', '甲', ''])
    expect([held(1, 1), held(1, 2)]).toEqual(['甲', ''])
    const cells = cellsOf({ project: [0], memo: [2] }, merged)
    expect([0, 1, 2, 3].map((row) => cells.held(row, 'project'))).toEqual(['甲', '甲', '甲', ''])
    expect([1, 2].map((row) => cells.held(row, 'memo'))).toEqual(['乙', ''])
    expect(cells.held(1, 'code')).toBe('')
  })

  it('a text is the first among roles and their columns, without blanks around it', () => {
    const cells = cellsOf({ project: [0, 2], memo: [1] }, tableOf([['', ' 备 ', ' 名 ']]))
    expect(cells.text(0, 'project', 'memo')).toBe('名')
    expect(cells.text(0, 'memo', 'project')).toBe('备')
    expect([cells.text(0, 'code'), cells.text(9, 'memo'), cells.at(0, undefined)]).toEqual(['', '', ''])
    expect([cells.has('memo'), cells.has('code'), cellsOf({ code: [] }, merged).has('code')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('marks are those of the row, all of them', () => {
    const mark = (row: number, column: number): CellMark => ({ row, column, kind: 'damaged', full: null })
    const cells = cellsOf({}, tableOf([['']], [mark(0, 0), mark(1, 0), mark(0, 1)]))
    expect(cells.marksOf(0)).toEqual([mark(0, 0), mark(0, 1)])
    expect(cells.marksOf(2)).toEqual([])
  })
})
