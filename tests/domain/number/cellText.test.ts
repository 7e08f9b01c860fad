import { describe, expect, it } from 'vitest'
import {
  cleanCell,
  dayOf,
  LONGEST_VALUE,
  looksLikeValue,
  misgrouped,
  parseScientific,
  saysNothing,
  serialDay,
  spreadsheetFault,
} from '@/domain/number/cellText'

describe('the text of a cell has one form', () => {
  it.each([
    ['\uFEFF　１２ ３％\r\n', '12 3%'],
    ['95%', '95%'],
    ['\u20105', '-5'],
    ['\u20115', '-5'],
    ['\u20125', '-5'],
    ['\u20135', '-5'],
    ['\u22125', '-5'],
    ['1\u20132\u20133', '1-2-3'],
    ["'95", '95'],
    ["'", "'"],
    ["95'", "95'"],
    ["''95", "'95"],
    ['’95', '’95'],
    ['', ''],
    ['办公楼 修缮', '办公楼 修缮'],
    ['(5)', '(5)'],
    ['9\u200B5', '95'],
  ])('%j is %j', (text, clean) => {
    expect(cleanCell(text)).toBe(clean)
  })
})

describe('a cell that says there is no entry (domain.md §10: never 0)', () => {
  it.each([
    '',
    '-',
    '--',
    '---',
    '—',
    '——',
    '———',
    '―',
    '─',
    '/',
    '\\',
    '无',
    '空',
    '未填报',
    '未设定',
    '未到期',
  ])('%j says nothing', (text) => {
    expect(saysNothing(text)).toBe(true)
    expect(looksLikeValue(text)).toBe(text !== '')
  })
  it.each(['0', '----', '————', '//', '无误', '未填', '-0', ' 0', '全无'])('%j says something', (text) => {
    expect(saysNothing(text)).toBe(false)
  })
  it('an em dash with wide blanks around it', () => expect(saysNothing(cleanCell('　—　'))).toBe(true))
})

describe('what a spreadsheet put into a cell instead of its value', () => {
  it.each([
    ['#', 'too-narrow'],
    ['########', 'too-narrow'],
    ['##5', null],
    ['5##', null],
    ['#N/A', 'error-value'],
    ['#VALUE!', 'error-value'],
    ['#REF!', 'error-value'],
    ['#DIV/0!', 'error-value'],
    ['#name?', 'error-value'],
    ['#NUM!', 'error-value'],
    ['#NULL!', 'error-value'],
    ['#SPILL!', 'error-value'],
    ['#GETTING_DATA', 'error-value'],
    ['#甲', null],
    ['5#N/A', null],
  ])('%s: %s', (text, fault) => {
    expect(spreadsheetFault(text)).toBe(fault)
  })

  it.each([
    '2020-3-4',
    '2020/03/04',
    '2020.3.4',
    '2020-03',
    '2020/3',
    '2020年3月',
    '2020年3月4日',
    '3月4日',
    '3月',
    '3月底',
    '3月份',
    '9:30',
    '9:30:15',
    '4-Mar',
    '4 March 2020',
    'Mar-20',
    'Sept 2020',
    '3/4',
    '3-4',
    '12/31',
    '31/12',
    '3/4/2020',
    '3-4-20',
    '1/1',
    '3/4 9:30',
    '2020-03-04 09:30:15',
  ])('%s is a date it made of a figure', (text) => {
    expect(spreadsheetFault(text)).toBe('date')
  })

  it.each([
    '95',
    '2020',
    '13/13',
    '0/5',
    '5/0',
    '12/32',
    '32/12',
    '13/31',
    '3/4-5',
    '3/4人',
    '第3/4',
    '3/4/20201',
    '2020-3/4',
    '3月上旬',
    '9:3',
    '9:30:15:1',
    'Foo-20',
    '3 9:30',
    '1.5',
  ])('%s is none', (text) => {
    expect(spreadsheetFault(text)).toBeNull()
  })
})

describe('a spreadsheet’s serial number of a day', () => {
  it.each([
    ['43831', 2020, '2020-01-01'],
    ['43861', 2020, '2020-01-31'],
    ['43862', 2020, '2020-02-01'],
    ['43890', 2020, '2020-02-29'],
    ['43891', 2020, '2020-03-01'],
    ['44196', 2020, '2020-12-31'],
    ['44197', 2020, null],
    ['43830', 2020, null],
    ['44197', 2021, '2021-01-01'],
    ['44561', 2021, '2021-12-31'],
    ['44562', 2021, null],
    ['36526', 2000, '2000-01-01'],
    ['36525', 2000, null],
    ['43831.5', 2020, null],
    ['143831', 2020, null],
    ['4383', 2020, null],
    ['a43831', 2020, null],
    ['43831人', 2020, null],
    ['43,831', 2020, null],
    ['43831', null, null],
  ])('%s in %s: %s', (text, year, day) => {
    expect(serialDay(text, year)).toBe(day)
  })

  it('a day from its parts is one of the calendar, of a year in four figures', () => {
    expect([dayOf(2020, 2, 29), dayOf(2019, 2, 29), dayOf(2020, 13, 1), dayOf(2020, 1, 0)]).toEqual([
      '2020-02-29',
      null,
      null,
      null,
    ])
    expect([dayOf(999, 1, 2), dayOf(2020, 6, 5)]).toEqual(['0999-01-02', '2020-06-05'])
  })
})

describe('the form a spreadsheet gives long numbers', () => {
  it.each([
    ['4.02E+07', '40200000'],
    ['1e5', '100000'],
    ['-1.5e-2', '-0.015'],
    ['+2E3', '2000'],
    ['12', null],
    ['e5', null],
    ['1e', null],
    ['1e555', null],
    ['1.e5', null],
    ['1e5人', null],
    ['约1e5', null],
  ])('%s: %s', (text, value) => {
    expect(parseScientific(text)?.toFixed() ?? null).toBe(value)
  })
})

describe('thousands separators where none belong (read neither way)', () => {
  it.each([
    '12,34',
    '1,2345',
    '1,23,456',
    '1234,567',
    '￥12,34',
    '≥1,2345人',
    '12,34.5',
    '1,2',
    '1,234,56',
    '-1,2345',
  ])('%s', (text) => {
    expect(misgrouped(text)).toBe(true)
  })
  it.each([
    '1,234',
    '12,345',
    '123,456',
    '1,234,567',
    '1,234.56',
    '￥1,234',
    '≥1,234人',
    '1234',
    '',
    '人,人',
    '5人,6人',
    '1.5',
  ])('%s is in order', (text) => {
    expect(misgrouped(text)).toBe(false)
  })
})

describe('telling a value from a label', () => {
  it.each([
    '95%',
    '1,200.5',
    '≥95百分比',
    '(5)',
    '￥3',
    '552万元',
    '—',
    '####',
    '#N/A',
    '达成',
    '部分达成 70%',
    '基本完成',
    '未达成且效果较差',
    '0.91',
    '.5',
    '1E5',
    '3个月',
    '不低于95%',
    '不超过5天',
    '-5',
    '负5',
    '人民币5元',
    '≈5',
    '9'.repeat(40),
  ])('%s looks like a value', (text) => {
    expect(looksLikeValue(text)).toBe(true)
  })

  it.each([
    '',
    ' ',
    '政策知晓率',
    '6月底',
    '1-6月',
    '2020年度',
    '三级指标',
    '完成值',
    '完成情况',
    '困难人口100%参保',
    '1、支出',
    '说明：95%以上为达标',
    '第1季度',
    '3/4',
    '2020-03-04',
    '#甲',
    '9'.repeat(41),
  ])('%s does not', (text) => {
    expect(looksLikeValue(text)).toBe(false)
  })

  it('no figure is longer than 64 letters', () => expect(LONGEST_VALUE).toBe(64))
})
