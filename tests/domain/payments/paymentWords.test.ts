import { describe, expect, it } from 'vitest'
import { capitalAmount } from '@/domain/payments/capitalAmount'
import { plainHeading, rolesOf } from '@/domain/payments/listHeadings'
import {
  flowOf,
  isCarried,
  isFooter,
  isNumbering,
  paymentKindOf,
  speaksAgainst,
  totalOf,
  totalScope,
} from '@/domain/payments/paymentWords'

describe('how much of a list a total sums', () => {
  it.each([
    ['小计', 'group'],
    ['项目小计', 'group'],
    ['科目合计', 'group'],
    ['本日合计', 'group'],
    ['本季度合计', 'group'],
    ['本页小计', 'page'],
    ['当页合计', 'page'],
    ['页计：', 'page'],
    ['本月合计', 'month'],
    ['当月小计', 'month'],
    ['月计:', 'month'],
    ['3月合计', 'month'],
    ['12月份小计', 'month'],
    ['十二月合计', 'month'],
    ['三月份合计', 'month'],
    ['本年累计', 'year'],
    ['本月累计', 'year'],
    ['累计', 'year'],
    ['本年合计', 'year'],
    ['当年合计', 'year'],
    ['全年合计', 'year'],
    ['年计：', 'year'],
    ['合计', 'all'],
    ['合 计', 'all'],
    ['【合计】', 'all'],
    ['[总计]', 'all'],
    ['合  计', 'all'],
    ['合计（元）', 'all'],
    ['合计：11.00元', 'all'],
    ['总额', 'all'],
    ['共计', 'all'],
    ['总合计', 'all'],
    ['合计数', 'all'],
    ['合计11.00', 'all'],
    ['合计￥11', 'all'],
    ['合计人民币壹拾元整', 'all'],
    ['合计金额：11', 'all'],
    ['小计-5', 'group'],
    ['月计5笔', 'month'],
    ['（合计）', 'all'],
    ['(本页小计)', 'page'],
    ['小计（办公楼修缮）', 'group'],
    ['3月（小计）', 'month'],
  ])('%s: %s', (text, scope) => {
    expect(totalScope(text, false)).toBe(scope)
  })

  it.each([
    '',
    '办公楼修缮',
    '合计劳务费',
    '总计划编制费',
    '合【计】',
    '合]计',
    '共计算机耗材',
    '1-5月合计劳务费',
    '小计划',
    '设计费',
    `合计（${'甲'.repeat(60)}`,
  ])('%s is no total', (text) => {
    expect(totalScope(text, false)).toBeNull()
  })

  it('a label that ends in the word is one only on a row that is no payment', () => {
    for (const [text, scope] of [
      ['办公楼修缮小计', 'group'],
      ['办公楼修缮合计：', 'group'],
      ['办公楼修缮共计（元）', 'group'],
      ['办公楼修缮总计', 'group'],
    ] as const)
      expect([totalScope(text, true), totalScope(text, false)]).toEqual([scope, null])
    for (const text of ['办公楼修缮(小计)', '办公楼修缮（合计）', '办公楼修缮 [小计]', '办公楼修缮【小计】'])
      expect([totalScope(text, true), totalScope(text, false), totalOf(text)]).toEqual([
        'group',
        null,
        '办公楼修缮',
      ])
    expect(totalScope('合计劳务费', true)).toBeNull()
    expect(totalScope('办公楼修缮', true)).toBeNull()
  })
})

describe('rows that are no payment', () => {
  it.each([
    '上年结转',
    '期初余额',
    '过次页',
    '承前页',
    '期初余额：9',
    '余额',
    '结余',
    '结转下年',
    '上月结余',
  ])('%s is carried', (text) => {
    expect(isCarried(text)).toBe(true)
  })
  it.each(['', '办公楼修缮', '支付余额款', '退余额', '结转项目尾款'])('%j is not', (text) => {
    expect(isCarried(text)).toBe(false)
  })

  it.each([
    '制表人：张三',
    '单位负责人:李四',
    '会计主管：',
    '审核：',
    '打印日期：2020-07-01',
    '备注：以上为实付数',
    '第1页',
    '第 1 页 共 2 页',
    '共2页',
    '1/2',
    '-1/2-',
  ])('%s is a footer', (text) => {
    expect(isFooter(text)).toBe(true)
  })
  it.each(['', '制表', '张三', '审核费', '备注', '1/2款', '说明书'])('%j is not', (text) => {
    expect(isFooter(text)).toBe(false)
  })

  it.each<[readonly string[], boolean]>([
    [['1', '2', '3'], true],
    [['1', '', '2'], true],
    [['栏次', '1', '2'], true],
    [['行次', '1', '2', '3'], true],
    [['1'], false],
    [['栏次', '1'], false],
    [['1', '3'], false],
    [['2', '3'], false],
    [['0', '1'], false],
    [['1', '2', 'x'], false],
    [['1', '02'], true],
    [['1.0', '2'], false],
    [[], false],
  ])('%j numbers the columns: %s', (cells, numbers) => {
    expect(isNumbering(cells)).toBe(numbers)
  })
})

describe('the way money went', () => {
  it.each([
    ['', 'out'],
    ['借', 'out'],
    ['借方', 'out'],
    ['支出', 'out'],
    ['付款', 'out'],
    ['D', 'out'],
    ['Dr', 'out'],
    ['-', 'out'],
    ['贷', 'in'],
    ['贷方', 'in'],
    ['收入', 'in'],
    ['退款', 'in'],
    ['退回', 'in'],
    ['CR', 'in'],
    ['平', 'unknown'],
    ['借贷', 'unknown'],
    ['不退', 'unknown'],
  ])('money went by %j: %s', (text, flow) => {
    expect(flowOf(text)).toBe(flow)
  })
})

describe('what a row says against a payment', () => {
  it.each([
    ['', 'payment'],
    ['支付', 'payment'],
    ['支出', 'payment'],
    ['直接支付', 'payment'],
    ['授权支付', 'payment'],
    ['编制内人员', 'payment'],
    ['退休费', 'payment'],
    ['非税收入', 'payment'],
    ['非退款', 'payment'],
    ['C', 'payment'],
    ['退款', 'back'],
    ['支付退款', 'back'],
    ['退票', 'back'],
    ['冲销', 'back'],
    ['撤销', 'back'],
    ['收入', 'back'],
    ['收', 'back'],
    ['贷', 'back'],
    ['作废', 'none'],
    ['已作废', 'none'],
    ['部分退款', 'partly'],
    ['部分作废', 'partly'],
  ])('the kind %j: %s', (text, kind) => {
    expect(paymentKindOf(text)).toBe(kind)
  })

  it.each([
    '已退票',
    '冲销7月3日',
    '此笔作废',
    '作 废',
    '退回装修款',
    '退款',
    '零星维修退款',
    '部分支付',
    '部分退款',
    '部份退还',
    '装修款（已退）',
    '退',
    '3月1日已退票重付',
    '撤销2月3日支付',
    '红字冲回',
    '支付失败',
  ])('%j does', (text) => {
    expect(speaksAgainst(text)).toBe(true)
  })

  it.each([
    '',
    '装修款',
    '退休人员补助',
    '已退休人员补助款',
    '已退役军人补助',
    '退伍安置费',
    '退耕还林补助款',
    '返还保证金',
    '退还保证金',
    '清退款项',
    '机票退票费',
    '未退回',
    '未作废',
    '剩余部分支付',
    '个人部分支付',
    '部分退休人员补助',
    '撤销乡镇人员安置费',
    '红十字会补助',
    '废旧物资处置费',
    '冲锋舟',
    '财政部门培训费',
    '收入调查费',
  ])('%j does not', (text) => {
    expect(speaksAgainst(text)).toBe(false)
  })
})

describe('an amount in words', () => {
  it.each([
    ['伍佰万元整', '5000000'],
    ['壹拾壹元整', '11'],
    ['拾元整', '10'],
    ['壹佰零伍元正', '105'],
    ['壹佰元伍角贰分', '100.52'],
    ['壹佰元零贰分', '100.02'],
    ['壹佰元伍角整', '100.5'],
    ['叁仟肆佰元', '3400'],
    ['壹亿贰仟万元整', '120000000'],
    ['壹拾贰万叁仟肆佰伍拾陆圆柒角捌分', '123456.78'],
    ['一百二十元', '120'],
    ['叁亿元整', '300000000'],
    ['壹万贰仟亿元', '1200000000000'],
    ['伍拾万零叁元', '500003'],
    ['十二元', '12'],
    ['〇元', '0'],
    ['人民币（大写）：伍元整', '5'],
  ])('%s is %s 元', (text, yuan) => {
    expect(capitalAmount(text)?.toFixed()).toBe(yuan)
  })

  it.each(['', '元', '五', '11元', '合计', '12万元', '单位：百元', '千元', '亿元'])('%j has none', (text) => {
    expect(capitalAmount(text)).toBeNull()
  })
})

describe('headings', () => {
  it.each([
    ['支付 金额（元）', '支付金额'],
    ['支付金额（元', '支付金额'],
    ['*日期：', '日期'],
    ['支付\u200B日期', '支付日期'],
    ['金额【元】合', '金额合'],
    ['ＡＢ', 'AB'],
    ['金额（万元）合计', '金额合计'],
    ['金额（元）（含税）', '金额'],
    ['支付金额（万元', '支付金额'],
    ['支付金额【万元', '支付金额'],
  ])('%j is compared as %s', (text, plain) => {
    expect(plainHeading(text)).toBe(plain)
  })

  it('the earlier word of a role is the more telling', () => {
    const rank = (heading: string, role: 'day' | 'amount') => rolesOf(heading).get(role) ?? -1
    expect(rank('支付日期', 'day')).toBeLessThan(rank('制单日期', 'day'))
    expect(rank('支付金额', 'amount')).toBeLessThan(rank('金额', 'amount'))
    expect(rank('金额', 'amount')).toBeLessThan(rank('修缮金额', 'amount'))
  })

  it.each([
    ['日', ['date']],
    ['月份', ['month']],
    ['借方金额', ['amount', 'debit']],
    ['贷方', ['credit']],
    ['实际付款总额', ['amount']],
    ['预付款余额', ['ignored']],
    ['本年累计支付额', ['ignored']],
    ['含税金额', ['ignored']],
    ['用款申请总金额', ['requested']],
    ['应退保证金金额', ['refund']],
    ['实际到账时间', ['day']],
    ['拨付的款项额', ['amount']],
    ['银行凭证流水号', ['voucher']],
    ['付款单据编号', ['voucher']],
    ['省级项目编码', ['code']],
    ['省级项目名称', ['project']],
    ['所属项目', ['project']],
    ['复核状态', ['status']],
    ['业务类型', ['kind']],
    ['款项性质', ['kind']],
    ['支付方式', ['kind']],
    ['收/支', ['direction']],
    ['退票标志', ['status']],
    ['审批结果', ['status']],
    ['付款摘要信息', ['memo']],
    ['收款人', []],
    ['', []],
    ['日期时间金额项目名称凭证号状态摘要科目金额', []],
  ])('%j may be %j', (heading, roles) => {
    expect([...rolesOf(heading).keys()].sort()).toEqual([...roles].sort())
  })
})
