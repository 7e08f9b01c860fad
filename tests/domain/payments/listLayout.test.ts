import { describe, expect, it } from 'vitest'
import type { ListRole } from '@/domain/payments/listHeadings'
import { findListLayout, layoutFrom } from '@/domain/payments/listLayout'
import { unitOfTable } from '@/domain/payments/listUnit'
import type { ListTable } from '@/domain/payments/listTable'

/** A table written as text: a line a row, a comma between cells. */
const tableOf = (text: string): ListTable => ({
  sheet: null,
  rows: text.split('\n').map((line) => line.split(',')),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: false,
  marks: [],
})

/** A layout in short: its heading rows, then each role with its columns. */
function brief(text: string, chosen: Readonly<Record<string, ListRole>> = {}): string | null {
  const layout = findListLayout(tableOf(text), chosen)
  if (!layout) return null
  const roles = [...layout.columns].filter(([, columns]) => columns.length > 0)
  return `${layout.first}-${layout.last} ${roles
    .map(([role, columns]) => `${role}:${columns.join('+')}`)
    .sort()
    .join(' ')}${layout.year === null ? '' : ` of ${layout.year}`}`
}

const ROW = '2020-01-15,办公楼修缮,5'

describe('the headings of a payment list', () => {
  it.each([
    ['in the first row', `日期,项目,金额\n${ROW}`, '0-0 amount:2 day:0 project:1'],
    ['below a title', `支付清单\n,,\n日期,项目,金额\n${ROW}`, '2-2 amount:2 day:0 project:1'],
    ['the more telling column of a role first', '制单日期,支付日期,金额,支付金额', '0-0 amount:3+2 day:1+0'],
    ['two alike: the left one first', '日期,日期,金额', '0-0 amount:2 day:0+1'],
    ['年, 月 and 日', '年,月,日,金额', '0-0 amount:3 date:2 month:1 year:0'],
    ['日 without 月 is no day', '日,金额', null],
    ['月 without 日 is no day', '月,金额', null],
    ['no amount', '日期,项目', null],
    ['no day', '项目,金额', null],
    ['an amount applied for', '日期,申请金额', '0-0 day:0 requested:1'],
    ['only what came back', '日期,退款金额', null],
    ['debit alone is the amount', '日期,借方', '0-0 amount:1 day:0'],
    ['debit beside an amount is none', '日期,借方,支付金额', '0-0 amount:2 day:0'],
    ['credit alone', '日期,贷方', null],
    ['debit and credit', '日期,借方,贷方', '0-0 credit:2 day:0 debit:1'],
    ['借方金额 beside 贷方金额 is the debit', '日期,借方金额,贷方金额', '0-0 credit:2 day:0 debit:1'],
    ['借方金额 alone is the amount', '日期,借方金额', '0-0 amount:1 day:0'],
    ['debit and credit need no 方向', '日期,方向,借方,贷方', '0-0 credit:3 day:0 debit:2'],
    ['方向 beside one amount', '日期,方向,金额', '0-0 amount:2 day:0 direction:1'],
    ['what looks like an amount and is none', '日期,预算数,余额,金额', '0-0 amount:3 day:0 ignored:2+1'],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it.each([
    [
      'two rows, the upper merged over its columns',
      '支付信息,,项目\n日期,金额,\n2020-01-15,5,办公楼修缮',
      '0-1 amount:1 day:0 project:2',
    ],
    ['three rows', '清单,,\n支付,,项目\n日期,金额,\n2020-01-15,5,办公楼', '1-2 amount:1 day:0 project:2'],
    [
      'upper and lower together make one',
      '支付,,项目\n时间,额,\n2020-01-15,5,办公楼',
      '0-1 amount:1 day:0 project:2',
    ],
    ['a row of data is no heading', '日期,金额\n2020-01-15,5\n项目,凭证号', '0-0 amount:1 day:0'],
    ['the table that says more', '日期,金额,凭证号\n,,\n日期,金额\n', '0-0 amount:1 day:0 voucher:2'],
    ['the first of two tables', `日期,金额\n2020-01-15,5\n日期,项目,金额\n${ROW}`, '0-0 amount:1 day:0'],
    ['a year in the heading', '2020年,,项目,金额\n月,日,,', '0-1 amount:3 date:1 month:0 project:2 of 2020'],
    ['a year above', '2019年度,\n日期,金额', '0-1 amount:1 day:0 of 2019'],
    ['a year above 月 and 日', '2019年,,\n月,日,金额', '0-1 amount:2 date:1 month:0 of 2019'],
  ])('over several rows: %s', (_, text, expected) => {
    expect(brief(text)).toBe(expected)
  })

  it('not beyond the first 60 rows', () => {
    const blank = (rows: number) => '甲\n'.repeat(rows)
    expect(brief(`${blank(59)}日期,金额`)).toBe('59-59 amount:1 day:0')
    expect(brief(`${blank(62)}日期,金额`)).toBeNull()
  })

  it('by what a person said of them', () => {
    expect(brief('甲,乙,项目', { 甲: 'day', 乙: 'amount' })).toBe('0-0 amount:1 day:0 project:2')
    expect(brief('日期,金额,支付金额', { 金额: 'ignored' })).toBe('0-0 amount:2 day:0 ignored:1')
    expect(brief('日期,金额,支付金额', { 金额: 'amount' })).toBe('0-0 amount:1+2 day:0')
  })

  it('shows every heading as it stands, upper and lower', () => {
    expect(findListLayout(tableOf('支付,,项目\n日期,金额,\n'), {})?.headings).toEqual([
      '支付 日期',
      '支付 金额',
      '项目',
    ])
  })

  it('from a given row', () => {
    const table = tableOf('日期,项目,金额\n2020-01-15,办公楼,5\n日期,金额\n2020-01-16,6')
    expect(layoutFrom(table, 2, {})?.first).toBe(2)
    expect(layoutFrom(table, 3, {})).toBeNull()
    expect(layoutFrom(tableOf('日期,金额'), 0, {})?.last).toBe(0)
  })
})

describe('the unit of a list', () => {
  const unit = (text: string) => {
    const table = tableOf(text)
    const layout = findListLayout(table, {})
    if (!layout) throw new Error('no list')
    const { unit: own, by, clash } = unitOfTable(table, layout)
    return `${own} ${by}${clash ? ' clash' : ''}`
  }

  it.each([
    ['not said: 元', '日期,金额', 'yuan assumed'],
    ['in the heading', '日期,金额（万元）', 'wan heading'],
    ['元 in the heading', '日期,金额(元)', 'yuan heading'],
    ['千元 in the heading', '日期,金额（千元）', 'other heading'],
    ['亿元 in the heading', '日期,金额（亿元）', 'other heading'],
    ['in a heading of 借方', '日期,借方（万元）,贷方（万元）', 'wan heading'],
    ['of another column is none', '日期,余额（万元）,金额', 'yuan assumed'],
    ['above', '单位：万元,\n日期,金额', 'wan title'],
    ['above, in brackets', '支付清单（万元）,\n日期,金额', 'wan title'],
    ['above, alone', '万元,\n日期,金额', 'wan title'],
    ['above, 金额单位', '金额单位：元,\n日期,金额', 'yuan title'],
    ['above, 人民币', '单位：人民币万元,\n日期,金额', 'wan title'],
    ['above, 万 alone', '单位：万,\n日期,金额', 'wan title'],
    ['above, with letters nobody sees', '单\u200B位：万元,\n日期,金额', 'wan title'],
    ['above, full width', '单位:（万元）,\n日期,金额', 'wan title'],
    ['千元 above', '单位：千元,\n日期,金额', 'other title'],
    ['百元 above', '（单位：百元）,\n日期,金额', 'other title'],
    ['below', '日期,金额\n2020-01-15,5\n单位：万元,', 'wan title'],
    ['the first that says it', '单位：元,\n单位：万元,\n日期,金额', 'yuan title'],
    ['a unit that goes on is asked about', '单位：万元村委会,\n日期,金额', 'yuan passing clash'],
    ['a sentence says it too', `单位：万元${'，本表各栏按规定填列'.repeat(6)},\n日期,金额`, 'wan title'],
    ['heading and title agree', '单位：万元,\n日期,金额（万元）', 'wan heading'],
    ['heading and title clash', '单位：元,\n日期,金额（万元）', 'wan heading clash'],
    ['a row of data says nothing', '日期,金额,摘要,甲,乙\n2020-01-15,5,单位：万元,x,y', 'yuan assumed'],
    ['a short row below does', '日期,金额,摘要,甲,乙\n2020-01-15,5,z,x,y\n,,单位：万元,,', 'wan title'],
  ])('%s', (_, text, expected) => {
    expect(unit(text)).toBe(expected)
  })
})
