import { describe, expect, it } from 'vitest'
import { findListLayout } from '@/domain/payments/listLayout'
import type { ListTable } from '@/domain/payments/listTable'
import { headingUnit, unitOfTable } from '@/domain/payments/listUnit'

const table = (rows: readonly (readonly string[])[], sheet: string | null = null): ListTable => ({
  sheet,
  rows,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: false,
  marks: [],
})
const unit = (
  { title = '', amount = '支付金额', foot = '' }: Partial<Record<'title' | 'amount' | 'foot', string>>,
  sheet: string | null = null,
) => {
  const rows = [
    [title],
    ['支付日期', '凭证号', '项目名称', amount],
    ['2020-03-05', 'E1', '办公楼修缮', '2'],
    [foot],
  ]
  const own = table(rows, sheet)
  const layout = findListLayout(own, {})
  if (!layout) throw new Error('no list')
  const found = unitOfTable(own, layout)
  return `${found.unit} ${found.by}${found.clash ? ' asked' : ''}`
}

describe('the unit that a text beside a table states', () => {
  it.each([
    ['某局2020年项目支付情况（人民币：万元）', 'wan title'],
    ['单位：万元', 'wan title'],
    ['金额单位：人民币 万元', 'wan title'],
    ['币种：人民币  单位：万元', 'wan title'],
    ['注：本表金额单位为万元。', 'wan title'],
    ['备注：1.以万元为单位；2.含退款', 'wan title'],
    ['2020年支付明细（万元）表', 'wan title'],
    ['【单位：万元】', 'wan title'],
    ['支付明细 万元', 'wan title'],
    ['单位：元', 'yuan title'],
    ['单位：千元', 'other title'],
    ['单位：百元', 'other title'],
    ['（单位：十万元）', 'other title'],
    ['单位：分', 'other title'],
    ['金额单位：角', 'other title'],
    ['币种：美元', 'other title'],
    ['单位：百万', 'other title'],
    ['支付万元表', 'yuan passing asked'],
    ['10万元以上的支付', 'yuan assumed'],
    ['五十万元以上的支付', 'yuan assumed'],
    ['合计人民币（大写）：叁万元整', 'yuan assumed'],
    ['填报单位：分公司', 'yuan assumed'],
    ['（一）部分项目', 'yuan assumed'],
    ['', 'yuan assumed'],
  ])('%s: %s', (text, expected) => {
    expect(unit({ title: text })).toBe(expected)
    expect(unit({ foot: text })).toBe(expected)
  })

  it.each([
    ['支付(万元)', 'wan title'],
    ['支付_万元', 'wan title'],
    ['支付万元', 'yuan passing asked'],
    ['元旦', 'yuan assumed'],
    ['1月', 'yuan assumed'],
  ])('a sheet %s: %s', (sheet, expected) => {
    expect(unit({}, sheet)).toBe(expected)
  })

  it.each([
    ['支付金额（分）', 'other'],
    ['交易金额(单位:分)', 'other'],
    ['支付金额（角）', 'other'],
    ['支付金额（十万元）', 'other'],
    ['支付金额（百元）', 'other'],
    ['支付金额（USD）', 'other'],
    ['支付金额（美元）', 'other'],
    ['支付金额/分', 'other'],
    ['支付金额（元角分）', 'yuan'],
    ['支付金额（元，精确到分）', 'yuan'],
    ['支付金额（人民币：万元）', 'wan'],
    ['支付金额（万）', 'wan'],
    ['支付金额', null],
    ['支付金额（部分）', null],
  ])('a heading %s: %s', (heading, expected) => {
    expect(headingUnit(heading)).toBe(expected)
  })
})
