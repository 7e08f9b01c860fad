import { describe, expect, it } from 'vitest'
import { isPeriodWord, saysUnpaid } from '@/domain/payments/lineWords'
import { isReceived } from '@/domain/payments/amountWords'
import { rolesOf } from '@/domain/payments/listHeadings'
import { isStrangeType } from '@/domain/payments/paymentWords'
import { otherSides } from '@/domain/payments/suspects/otherSides'
import { readText } from '../../documents/payments/lists'

const seen = (text: string) =>
  readText(text).lines.map(
    ({ row, amount, doubts }) => `${row} ${amount.toFixed()} ${doubts.map(({ kind }) => kind).join(' ')}`,
  )

describe('a column of types', () => {
  it.each(['支付', '支出', '付款', '直接支付', '授权支付', '转账', '转账支出', '报销', '公务卡还款', ''])(
    '%s passes',
    (text) => expect(isStrangeType('业务类型', text)).toBe(false),
  )
  it.each(['财政拨款收入', '利息', '内部转账', '拨款', '额度下达', '预算拨付调整', '其他'])(
    '%s is asked',
    (text) => expect(isStrangeType('业务类型', text)).toBe(true),
  )
  it('says nothing under other headings', () => expect(isStrangeType('款项性质', '工程款')).toBe(false))
})

describe('words of not paid', () => {
  it.each([
    '拟付',
    '待确认',
    '退单',
    '暂估',
    '暂估入账',
    '利息收入',
    '挂起',
    '转回',
    '测试数据',
    '已在上期报送',
    '列2019年支出',
    '属于人员招聘费用',
    '分摊：办公楼60%、人员招聘40%',
    '履约保证金',
  ])('%s', (text) => expect(saysUnpaid(text)).toBe(true))
  it.each(['修缮预付款', '测试设备采购', '一季度养老补助', '确认书印刷费', '拟建房屋勘察费', '2019年尾款'])(
    '%s is a name',
    (text) => expect(saysUnpaid(text)).toBe(false),
  )
  it.each(['全年', '上半年', '第一季度', '1-3月', '1—6月合计', '3月'])('%s is but a period', (text) =>
    expect(isPeriodWord(text)).toBe(true),
  )
  it.each(['6月工资', '1-5月劳务费', '一季度养老补助', '3月5日会议费'])('%s is more', (text) =>
    expect(isPeriodWord(text)).toBe(false),
  )
})

describe('headings', () => {
  it.each(['付款日', '支付日', '付款时间'])('%s is a day', (heading) =>
    expect([...rolesOf(heading).keys()]).toEqual(['day']),
  )
  it.each(['收入', '收入金额', '收款金额'])('%s is received', (heading) =>
    expect(isReceived(heading)).toBe(true),
  )
  it.each(['制单日期', '申请日期', '编制日期'])('%s alone is asked', (heading) =>
    expect(seen(`${heading},项目名称,摘要,金额（元）\n2020-06-28,办公楼修缮,甲,10001`)).toEqual([
      '2 10001 aside-day',
    ]),
  )
  it('two amounts of which none is a payment are asked', () =>
    expect(
      seen('日期,项目名称,摘要,申请金额（元）,批准金额（元）\n2020-06-28,办公楼修缮,甲,10000,9000'),
    ).toEqual(['2 10000 requested-only']))
})

describe('two sides', () => {
  it('the credit of an entry that debits the same is asked', () =>
    expect(
      seen(
        '凭证日期,凭证号,项目,摘要,借方金额,贷方金额\n2020-03-05,记-1,办公楼修缮,支付工程款,100000,0.00\n2020-03-05,记-1,办公楼修缮,支付工程款,0.00,100000\n2020-04-05,记-2,办公楼修缮,退回,,50000',
      ),
    ).toEqual(['2 100000 ', '3 -100000 other-side', '4 -50000 ']))
  it('lines without a voucher are no entry', () => expect(otherSides([]).size).toBe(0))
  it('what stands in a column of receipts came back', () => {
    const rows = '2020-03-06,办公楼修缮,付款,,20000\n2020-03-08,办公楼修缮,退款,2000,'
    for (const heads of ['收入金额,支出金额', '收入,支出'])
      expect(seen(`日期,项目名称,摘要,${heads}\n${rows}`)).toEqual(['2 20000 ', '3 -2000 came-back'])
  })
})
