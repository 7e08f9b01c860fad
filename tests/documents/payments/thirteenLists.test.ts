import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readListFile } from '@/documents/payments/readList'
import { readAmountCell } from '@/domain/desk/amountCell'
import { listAmount } from '@/domain/payments/listAmount'
import { canTick, isTicked } from '@/domain/payments/paymentList'
import { lineKey, namedKey } from '@/domain/payments/readPaymentList'
import {
  asBook,
  asCsv,
  asGb18030,
  asPage,
  asTabs,
  asUtf16,
  brief,
  listBytes,
  marks,
  readBytes,
  why,
} from './lists'

const EIGHT = (first: number) =>
  [
    '1 2020-01-15 5000000.00 x',
    '1 2020-02-29 3200000.00 x',
    '2 2020-03-05 1500000.50 x',
    '3 2020-04-10 120000.00 x',
    '4 2020-05-20 28500.00 x',
    '6 2020-06-01 2246687.50 x',
    '6 2020-06-15 -12340.00 x',
    '5 2020-06-20 800000.00 x',
  ].map((line, index) => `${first + index} ${line}`)

/** What must come out of each file: its lines, the sums it states (row, agrees), the rows left out. */
const WANTED: readonly (readonly [
  name: string,
  lines: readonly string[],
  sums: readonly number[],
  leftOut: readonly (readonly [number, string])[],
])[] = [
  ['footer-gb18030.csv', EIGHT(4), [12], [[13, 'footer']]],
  ['basic-expenditure-row.csv', [...EIGHT(4), '12 - 2020-06-25 312400.00 .'], [], []],
  ['unit-in-title.csv', ['4 1 2020-01-15 5000000.00 x', '5 2 2020-02-20 1500000.00 x'], [], []],
  ['no-voucher.csv', ['2 3 2020-01-15 100000.00 x', '3 3 2020-03-15 50000.00 x'], [], []],
  [
    'subsidiary-ledger-debit-credit.csv',
    ['5 3 2020-03-10 100000.00 x', '8 3 2020-05-11 -5000.00 x'],
    [6, 7, 9, 10],
    [[4, 'carried']],
  ],
  ['year-month-day-columns.csv', ['3 - 2020-03-10 100000.00 .'], [], []],
  [
    'timestamps.csv',
    ['2 3 2020-03-10 100000.00 x', '3 3 2020-03-11 100000.00 x', '4 3 2020-03-12 1000.00 x'],
    [],
    [],
  ],
  [
    'day-spellings.csv',
    [
      '2 3 2020-03-10 100000.00 x',
      '3 3 - 100000.00 .',
      '4 3 - 1000.00 .',
      '5 3 - 1000.00 .',
      '6 3 2020-03-10 1000.00 x',
      '7 3 2020-03-10 1000.00 x',
    ],
    [],
    [],
  ],
  [
    'two-sheets.xlsx',
    [
      '4 1 2020-01-15 500000.10 x',
      '5 2 2020-01-16 250000.00 x',
      '4 1 2020-02-15 100000.00 x',
      '5 3 2020-02-29 -3000.25 x',
    ],
    [],
    [],
  ],
  ['html-named.xls', EIGHT(2), [], []],
  ['bracketed-code-names.csv', ['2 3 2020-03-10 10000.00 x', '3 3 2020-03-11 10000.00 .'], [], []],
  [
    'subtotals.csv',
    ['2 1 2020-01-15 5000000.00 x', '3 1 2020-02-29 3200000.00 x', '5 3 2020-04-10 120000.00 x'],
    [4, 6, 7],
    [],
  ],
  ['total-in-words.csv', ['2 1 2020-01-15 5000000.00 x'], [3], []],
]

function tablesOf(name: string) {
  const file = readListFile(listBytes(name), name)
  if (!file.ok) throw new Error(file.problem.kind)
  return file.tables
}

/** Each file as it lies there and as other programs would save it. */
const VARIANTS: readonly (readonly [string, (name: string) => readonly [Uint8Array, string]])[] = [
  ['as it is', (name) => [listBytes(name), name]],
  [
    '.xlsx',
    (name) => [asBook(tablesOf(name).map(({ sheet, rows }) => ({ name: sheet ?? '表', rows }))), 'a.xlsx'],
  ],
  ['.xls that is a page', (name) => [asPage(tablesOf(name).flatMap(({ rows }) => rows)), 'a.xls']],
  ['.xls of tabs', (name) => [asTabs(tablesOf(name).flatMap(({ rows }) => rows)), 'a.xls']],
  ['.csv in UTF-8, quoted', (name) => [asCsv(tablesOf(name).flatMap(({ rows }) => rows)), 'a.csv']],
  ['.csv in GB18030', (name) => [asGb18030(tablesOf(name).flatMap(({ rows }) => rows)), 'a.csv']],
  ['UTF-16 text', (name) => [asUtf16(tablesOf(name).flatMap(({ rows }) => rows)), 'a.txt']],
]

describe.each(WANTED)('%s', (name, lines, sums, leftOut) => {
  it.each(VARIANTS)('%s', (variant, make) => {
    const [bytes, file] = make(name)
    const read = readBytes(bytes, file)
    const joined = name.endsWith('.xlsx') && variant !== 'as it is' && variant !== '.xlsx'
    const seen = read.lines.map(brief)
    expect(joined ? seen.map((line) => line.replace(/^\d+ /, '')) : seen).toEqual(
      joined ? lines.map((line) => line.replace(/^\d+ /, '')) : lines,
    )
    if (joined) return
    expect(read.sums.map(({ row, agrees }) => [row, agrees])).toEqual(sums.map((row) => [row, true]))
    expect(read.leftOut.map(({ row, why: { kind } }) => [row, kind])).toEqual(leftOut)
  })

  it('a second opening takes nothing twice', () => {
    const bytes = listBytes(name)
    const first = readBytes(bytes, name)
    const taken = marks(first.lines.filter(isTicked))
    const again = readBytes(bytes, name, { held: taken })
    expect(again.lines.filter(isTicked)).toEqual([])
    const repeated = again.lines.filter(({ doubts }) => doubts.some(({ kind }) => kind === 'repeated'))
    expect(repeated).toHaveLength(taken.length)
  })
})

describe('what is said and asked', () => {
  const lineOf = (name: string, row: number) => {
    const line = readBytes(listBytes(name), name).lines.find((own) => own.row === row)
    if (!line) throw new Error(`no line ${row}`)
    return line
  }

  it.each([
    ['basic-expenditure-row.csv', 12, '“基本支出-工资福利”不属于任何项目，请选择项目或不录入。'],
    ['bracketed-code-names.csv', 3, '“办公楼修缮（2020年）”像是“办公楼修缮”，确认一次后记住。'],
    ['day-spellings.csv', 2, '日期“3月10日”没有写年份，按本年度读作2020年3月10日。'],
    ['day-spellings.csv', 3, '日期“20-3-11”可能是2020年3月11日，请选择。'],
    ['day-spellings.csv', 4, '日期“03/12/2020”可能是2020年3月12日或2020年12月3日，请选择。'],
    ['day-spellings.csv', 5, '日期“2020-02-30”在日历上没有，请改正原表。'],
    ['day-spellings.csv', 6, '日期 43900 是 Excel 的日期序号，读作2020年3月10日。'],
    ['year-month-day-columns.csv', 3, '这一行没有写项目，请选择项目或不录入。'],
  ])('%s row %d', (name, row, said) => {
    expect(why(lineOf(name, row))).toBe(said)
  })

  it('a name that was asked about once is remembered', () => {
    const line = lineOf('bracketed-code-names.csv', 3)
    const remembered = { [namedKey(line)]: '2020-323002/3' }
    const again = readBytes(listBytes('bracketed-code-names.csv'), 'b.csv', { remembered })
    expect(again.lines.map(brief)[1]).toBe('3 3 2020-03-11 10000.00 x')
  })

  it('全部记入 and a chosen day answer what was asked', () => {
    const only = readBytes(listBytes('year-month-day-columns.csv'), 'y.csv', {
      answers: { only: '2020-323002/3' },
    })
    expect(only.lines.map(brief)).toEqual(['3 3 2020-03-10 100000.00 x'])
    const days = readBytes(listBytes('day-spellings.csv'), 'd.csv', {
      answers: { days: { [lineKey(lineOf('day-spellings.csv', 4))]: '2020-03-12' as never } },
    })
    expect(days.lines.map(brief)[2]).toBe('4 3 2020-03-12 1000.00 x')
  })

  it('the unit of 单位：万元 can be changed', () => {
    const read = readBytes(listBytes('unit-in-title.csv'), 'u.csv', { answers: { unit: 'yuan' } })
    expect(read.lines.map(({ amount }) => amount.toFixed())).toEqual(['500', '150'])
  })

  it('what is asked can be ticked once it has a day and a project, what is refused cannot', () => {
    const can = (name: string) =>
      readBytes(listBytes(name), name)
        .lines.filter(canTick)
        .map(({ row }) => row)
    expect(can('day-spellings.csv')).toEqual([2, 6, 7])
    expect(can('bracketed-code-names.csv')).toEqual([2, 3])
    expect(can('year-month-day-columns.csv')).toEqual([])
  })
})

describe('a figure as most systems print it', () => {
  it('is read as the reader of all amounts reads it', () => {
    const figures = fc.oneof(
      fc.stringMatching(/^-?\d{1,10}(\.\d{1,3})?$/),
      fc.stringMatching(/^-?\d{1,3}(,\d{3}){0,3}(\.\d{1,2})?$/),
      fc.stringMatching(/^[-0-9,.e+]{1,12}$/),
    )
    fc.assert(
      fc.property(figures, (text) => {
        const found = listAmount(text, 'yuan', 2020)
        const whole = readAmountCell(text, { unit: 'yuan', year: 2020 })
        const words = (own: typeof found) => JSON.stringify(own)
        if (/^\s*.*\d\s*-$/.test(text)) return
        expect(words(found)).toBe(words(whole))
      }),
      { numRuns: 3000 },
    )
  })
})
