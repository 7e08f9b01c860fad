import { describe, expect, it } from 'vitest'
import { cleanCell, looksLikeValue, saysNothing, serialDay, spreadsheetFault } from '@/domain/number/cellText'

describe('the text of a cell', () => {
  it('has one form', () => {
    expect(cleanCell('\uFEFF　１２ ３％\r\n')).toBe('12 3%')
    expect(saysNothing(cleanCell('　—　'))).toBe(true)
    expect(saysNothing('0')).toBe(false)
    expect(spreadsheetFault('95')).toBeNull()
  })

  it.each([
    ['43831', 2020, '2020-01-01'],
    ['43890', 2020, '2020-02-29'],
    ['43891', 2020, '2020-03-01'],
    ['44196', 2020, '2020-12-31'],
    ['44197', 2020, null],
    ['43830', 2020, null],
    ['44197', 2021, '2021-01-01'],
    ['43831.5', 2020, null],
    ['43831', null, null],
  ])('%s in %s is the serial number of %s', (text, year, day) => {
    expect(serialDay(text, year)).toBe(day)
  })

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
    '0.91',
    '1E5',
    '3个月',
  ])('%s looks like a value', (text) => {
    expect(looksLikeValue(text)).toBe(true)
  })

  it.each([
    '',
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
  ])('%s does not', (text) => {
    expect(looksLikeValue(text)).toBe(false)
  })
})
