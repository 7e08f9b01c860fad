import { describe, expect, it } from 'vitest'
import { dayOfRow } from '@/domain/payments/listDay'
import type { ListRole } from '@/domain/payments/listHeadings'
import { readPaidDay } from '@/domain/payments/paidDay'
import { RowCells } from '@/domain/payments/rowCells'
import { day } from '../build'

/** A reading in short: the day and how it was said, the days it may mean, or the kind. */
function brief(text: string, year = 2020): string {
  const reading = readPaidDay(text, year)
  if (reading.kind === 'day') return `${reading.day} ${reading.how}`
  return reading.kind === 'asked' ? `asked ${reading.choices.join(' ')}` : reading.kind
}

describe('the day of a payment as systems write it', () => {
  it.each([
    ['2020-03-10', '2020-03-10 written'],
    ['2020-02-30', 'impossible'],
    ['2020-3-1', '2020-03-01 written'],
    ['2020/3/10', '2020-03-10 written'],
    ['2020.03.10', '2020-03-10 written'],
    ['2020\\3\\10', '2020-03-10 written'],
    ['2020年3月10日', '2020-03-10 written'],
    ['2020年3月10号', '2020-03-10 written'],
    ['2020年3月10', '2020-03-10 written'],
    ['2020 年 3 月 10 日', '2020-03-10 written'],
    ['2020-13-10', 'impossible'],
    ['2020/3/100', 'unread'],
    ['20200310', '2020-03-10 written'],
    ['202003101022', '2020-03-10 written'],
    ['20200310102233', '2020-03-10 written'],
    ['2020031010', 'unread'],
    ['20201310', 'impossible'],
    ['3月10日', '2020-03-10 supplied'],
    ['3 月 10', '2020-03-10 supplied'],
    ['12月31号', '2020-12-31 supplied'],
    ['2月30日', 'impossible'],
    ['20年3月10日', '2020-03-10 written'],
    ['19 年 3 月 10 日', '2019-03-10 written'],
    ['20年13月1日', 'impossible'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['二〇二〇年三月十日', '2020-03-10 written'],
    ['二零二零年十二月三十一日', '2020-12-31 written'],
    ['二○二〇年一月一日', '2020-01-01 written'],
    ['二〇二〇年十月二十日', '2020-10-20 written'],
    ['二〇二〇年十一月二十九号', '2020-11-29 written'],
    ['三月五日', '2020-03-05 supplied'],
    ['2020年三月10日', '2020-03-10 written'],
    ['一二三', 'unread'],
  ])('in numerals: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['12/31/2020', '2020-12-31 written'],
    ['31/12/2020', '2020-12-31 written'],
    ['5/5/2020', '2020-05-05 written'],
    ['3/10/2020', 'asked 2020-03-10 2020-10-03'],
    ['3-10-2019', 'asked 2019-03-10 2019-10-03'],
    ['13/13/2020', 'impossible'],
    ['20-03-10', 'asked 2020-03-10'],
    ['20-10-20', 'asked 2020-10-20'],
    ['20/2/30', 'asked 2030-02-20'],
    ['10.11.20', 'asked 2020-11-10 2020-10-11'],
    ['11-12-10', 'asked 2011-12-10 2010-12-11 2010-11-12'],
    ['3-10', 'asked 2020-03-10 2020-10-03'],
    ['3/31', 'asked 2020-03-31'],
    ['31.3', 'asked 2020-03-31'],
    ['5.5', 'asked 2020-05-05'],
    ['13.13', 'impossible'],
  ])('two days may be meant, or the year is in two figures: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['10-Mar-2020', '2020-03-10 written'],
    ['10 March 2020', '2020-03-10 written'],
    ['10Mar2020', '2020-03-10 written'],
    ['10-mar-20', 'asked 2020-03-10'],
    ['Mar 10, 2020', '2020-03-10 written'],
    ['December 1 2020', '2020-12-01 written'],
    ['JAN-10-20', 'asked 2020-01-10'],
    ['Mar10, 2020', '2020-03-10 written'],
    ['30-Feb-2020', 'impossible'],
    ['31 Feb 20', 'impossible'],
    ['10-Foo-2020', 'unread'],
    ['Foo 10, 2020', 'unread'],
  ])('with an English month: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['43831', '2020-01-01 serial'],
    ['44196', '2020-12-31 serial'],
    ['43900.99', '2020-03-10 serial'],
    ['36526', '2000-01-01 serial'],
    ['36525', 'unread'],
    ['73050', '2099-12-31 serial'],
    ['73051', 'unread'],
    ['438310', 'unread'],
  ])('as a spreadsheet’s number: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each(['', ' ', '-', '--', '---', '—', '——', '/', '无', '\u200B'])('%j is no day', (text) => {
    expect(brief(text)).toBe('empty')
  })

  it.each(['----', '———', '上旬', '2020', '2020-06', '6月', '100', '3-10-20201'])(
    '%j is not read',
    (text) => {
      expect(brief(text)).toBe('unread')
    },
  )

  it.each([
    ['2020-03-10 10:22', '2020-03-10 written'],
    ['2020-03-10 10:22:33.120', '2020-03-10 written'],
    ['2020/3/10 下午3:05', '2020-03-10 written'],
    ['2020/3/10 3:05 PM', '2020-03-10 written'],
    ['2020年3月10日10时22分33秒', '2020-03-10 written'],
    ['2020年3月10日 10点22', '2020-03-10 written'],
    ['2020-03-10T00:00:00', '2020-03-10 written'],
    ['2020-03-10 星期二', '2020-03-10 written'],
    ['2020/3/10(周二)', '2020-03-10 written'],
    ['2020/3/10 礼拜二 08:00', '2020-03-10 written'],
    ['3月10日 08:00', '2020-03-10 supplied'],
    ['20200310 10:22:33', '2020-03-10 written'],
  ])('with a clock or a weekday: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    ['2020-03-10T10:22:33+08:00', '2020-03-10 written'],
    ['2020-03-10T10:22:33+0800', '2020-03-10 written'],
    ['2020-03-10T15:59:59Z', '2020-03-10 written'],
    ['2020-03-10T16:00:00Z', 'asked 2020-03-10 2020-03-11'],
    ['2020-03-10T16:00:00z', 'asked 2020-03-10 2020-03-11'],
    ['2020-12-31T16:00Z', 'asked 2020-12-31'],
    ['2020-03-10T23:30+09:00', '2020-03-10 written'],
    ['2020-03-10T00:30+09:00', 'asked 2020-03-10 2020-03-09'],
    ['2020-03-10T12:00-05:00', 'asked 2020-03-10 2020-03-11'],
    ['2020-03-10T11:29+0030', '2020-03-10 written'],
    ['2020-03-10T16:29+0030', '2020-03-10 written'],
    ['2020-03-10T16:30+0030', 'asked 2020-03-10 2020-03-11'],
  ])('with a zone, by the day it was here: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it('prefers the days of the plan’s year among those it may mean', () => {
    expect(brief('11-12-10', 2010)).toBe('asked 2010-12-11 2010-11-12')
    expect(brief('10-Mar-19', 2020)).toBe('asked 2019-03-10')
    expect(brief('3月10日', 2021)).toBe('2021-03-10 supplied')
  })
})

describe('the day of a row (domain.md §6: nothing of another year, nothing about the future)', () => {
  const CONTEXT = { year: 2020, today: null }
  const rowOf = (
    columns: Partial<Record<ListRole, readonly number[]>>,
    cells: readonly string[],
    {
      context = CONTEXT,
      answered = '',
      year = null,
    }: {
      readonly context?: Parameters<typeof dayOfRow>[2]
      readonly answered?: string
      readonly year?: number | null
    } = {},
  ) => {
    const table = {
      sheet: null,
      rows: [cells],
      merges: [],
      hiddenRows: new Set<number>(),
      hiddenColumns: false,
      marks: [],
    }
    const layout = {
      first: 0,
      last: 0,
      columns: new Map(Object.entries(columns)) as ReadonlyMap<ListRole, readonly number[]>,
      headings: [],
      chosen: [],
      year,
    }
    const found = dayOfRow(
      new RowCells(table, layout),
      0,
      context,
      answered === '' ? undefined : day(answered),
    )
    const said = [...found.doubts, ...found.notes].map((own) =>
      'choices' in own ? `${own.kind} ${own.choices.join(' ')}`.trim() : own.kind,
    )
    return [found.day ?? '-', ...said].join(' ')
  }

  it.each([
    ['2020-03-10', '2020-03-10'],
    ['3月10日', '2020-03-10 year-supplied'],
    ['43900', '2020-03-10 serial-day'],
    ['2019-12-31', '2019-12-31 other-year'],
    ['2021-01-01', '2021-01-01 other-year'],
    ['3-10', '- day-asked 2020-03-10 2020-10-03'],
    ['3/10/2019', '2019-03-10 other-year'],
    ['', '- day-empty'],
    ['2020-02-30', '- day-impossible'],
    ['上旬', '- day-unread'],
    ['43500', '2019-02-04 other-year'],
  ])('%j', (text, expected) => {
    expect(rowOf({ day: [0] }, [text])).toBe(expected)
  })

  it('is what a person chose, whatever stands there', () => {
    expect(rowOf({ day: [0] }, ['上旬'], { answered: '2020-03-01' })).toBe('2020-03-01')
    expect(rowOf({ day: [0] }, ['2020-05-01'], { answered: '2019-03-01' })).toBe('2019-03-01 other-year')
  })

  it('is refused after today, not on it; what was said of it stays said', () => {
    const context = { year: 2020, today: day('2020-03-10') }
    expect(rowOf({ day: [0] }, ['2020-03-10'], { context })).toBe('2020-03-10')
    expect(rowOf({ day: [0] }, ['2020-03-11'], { context })).toBe('2020-03-11 future')
    expect(rowOf({ day: [0] }, ['3月11日'], { context })).toBe('2020-03-11 future year-supplied')
    expect(rowOf({ day: [0] }, ['2021-03-11'], { context })).toBe('2021-03-11 other-year')
  })

  it('comes of year, month and day in columns, the year of the heading or of the plan where none stands there', () => {
    const columns = { year: [0], month: [1], date: [2] } as const
    expect(rowOf(columns, ['2020', '3', '10'])).toBe('2020-03-10')
    expect(rowOf(columns, ['2020年', '3月', '10日'])).toBe('2020-03-10')
    expect(rowOf(columns, ['2020年度', '3月份', '10号'])).toBe('2020-03-10')
    expect(rowOf(columns, ['', '3', '10'])).toBe('2020-03-10')
    expect(rowOf(columns, ['', '3', '10'], { year: 2019 })).toBe('2019-03-10 other-year')
    expect(rowOf(columns, ['', '2', '30'])).toBe('- day-impossible')
    expect(rowOf({ month: [1], date: [2] }, ['', '12', '31'])).toBe('2020-12-31')
    expect(rowOf({ ...columns, day: [3] }, ['', '', '', '2020-05-01'])).toBe('2020-05-01')
  })

  it('asks where its own column is blank and another day stands beside it', () => {
    const columns = { day: [0, 1, 2] } as const
    expect(rowOf(columns, ['2020-03-10', '2020-03-01', ''])).toBe('2020-03-10')
    expect(rowOf(columns, ['', '', '2020-03-01'])).toBe('- day-elsewhere 2020-03-01')
    expect(rowOf(columns, ['', '2020-03-02', '2020-03-01'])).toBe('- day-elsewhere 2020-03-02')
    expect(rowOf(columns, ['', '3-10', ''])).toBe('- day-elsewhere 2020-03-10 2020-10-03')
    expect(rowOf(columns, ['', '上旬', ''])).toBe('- day-elsewhere')
    expect(rowOf(columns, ['', '', ''])).toBe('- day-empty')
    expect(rowOf({}, ['2020-03-10'])).toBe('- day-empty')
  })
})

it('does not take a paragraph for a day, whatever it begins with', () => {
  for (const text of ['2020-05-08' + ' '.repeat(200) + '付', '['.repeat(101), '一'.repeat(101)])
    expect(readPaidDay(text, 2020)).toEqual({ kind: 'unread' })
})
