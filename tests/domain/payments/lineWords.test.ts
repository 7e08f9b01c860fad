import { describe, expect, it } from 'vitest'
import {
  isSumWord,
  namesAdvance,
  namesIncome,
  namesNoPayment,
  namesReceipt,
  saysUnpaid,
} from '@/domain/payments/lineWords'
import { isTicked } from '@/domain/payments/paymentList'
import { NO_ANSWERS, readPaymentList } from '@/domain/payments/readPaymentList'
import { wan } from '../build'

const GOOD = [
  '',
  '装修款',
  '待遇支付',
  '退休人员补助',
  '预算管理培训费',
  '追加采购合同尾款',
  '结转器',
  '上年结转',
  '结转项目尾款',
  '取消收费补贴',
  '补付未付工程款',
  '预算调整评审费',
  '指标登记系统维护费',
  '下达任务书印刷费',
  '财政拨款',
  '无效电话清理费',
  '收回土地补偿款',
  '计算机采购',
  '设计费',
  '错误报告打印费',
  '重复测量费',
  '不予处罚听证费',
  '未成年人保护经费',
  '停车费',
  '应急物资',
  '预付款',
  '质保金',
  '转账支付房租',
  '会计人员培训费',
  '测试仪采购',
  '试点经费',
  '代扣个税',
  '支付质保金',
  '质量保证金',
  '计划生育奖励',
  '应付款项审计费',
  '财政拨款专项审计费',
  '收款机采购',
  '农民增收入户调查费',
  '错峰用电补贴',
  '工程进度款（累计支付至70%）',
  '办公用品等共计12000元',
  '劳务费共计12人',
  '办理通知书印刷费',
  '办理定期体检',
  '退役军人创业保证金补助',
  '补录2018年档案数字化费',
  '待处理财产清查费',
  '尾款全部支付',
  '部分路段养护费',
  '往来接待餐费',
  '分摊物业费',
  '垫付电费',
  '共享平台支付接口费',
  '总支出核算软件',
  '页面设计费',
  '月结卡工本费',
  '3月工资',
  '2020年1-6月物业费',
  '上半年支出审计费',
  '理财规划课程费',
  '定期检测费',
  '退还多收学费',
  '支付贷款利息',
  '专项补助',
  '低保补助资金',
  '核销案件审计费',
]

describe('what the words of a line name', () => {
  it.each([
    '结转',
    '结转本年支出',
    '结转财政拨款支出',
    '结转至财政拨款结转',
    '年终结账',
    '期末结转损益',
    '转入本期盈余',
    '自动转账凭证',
    '年末转销',
    '冲销本年预提',
    '2020年末结转本年支出',
    '指标下达',
    '指标追加',
    '指标调减',
    '额度下达',
    '额度到账',
    '计划批复',
    '支付冻结',
    '年初预算',
    '下达第一批资金',
    '收到财政拨款',
    '追加预算',
    '追加',
    '拨入',
    '预算内调剂',
    '可用指标',
    '剩余指标',
    '计划额度',
  ])('%s is no payment', (text) => {
    expect(namesNoPayment(text)).toBe(true)
  })

  it.each([
    '此笔取消',
    '取消',
    '未付',
    '尚未支付',
    '待付款',
    '支付不成功',
    '不予支付',
    '暂缓支付',
    '未领取',
    '未到账',
    '无效',
    '已注销',
    '已冲',
    '已抵消',
    '已核销',
    '误录',
    '错付',
    '重复录入',
    '重复支付待退',
    '重复支付，待退回',
    '重复',
    '本笔不计',
    '挂账',
    '应付未付',
    '计提应付',
    '收回暂付',
    '归还借款',
    '更正：应为5000',
    '调整',
    'X',
    '待报销',
    '未报销',
    '待处理',
    '预计',
    '预计6月支付',
    '计划支付',
    '应付',
    '欠付',
    '已撤',
    '付错账户',
    '转错',
    '重付',
    '补记去年12月',
    '补登2019年12月',
    '二次支付',
    '分摊',
    '部分',
    '估列',
    '退还投标保证金',
    '退还质保金',
    '退押金',
    '缴纳保证金',
    '支付履约保证金',
  ])('%s speaks against its amount', (text) => {
    expect(saysUnpaid(text)).toBe(true)
  })

  it.each([
    '计',
    'Total',
    'SUM',
    '大写：叁万元整',
    '叁万元整',
    '5月份发生额',
    '上半年支出数',
    '1至6月累计发生',
    '共支付',
    '总支出',
    '全部支出',
    '贷方合计',
    '凭证合计',
    '经费合计3笔',
    '办公楼修缮项目共支出',
    '人员招聘费用计',
    '6月份支付情况',
    '期初数',
    '年初数',
    '上期数',
    '转下页',
    '承上页',
    '月结',
    '季度结算',
    '结余',
  ])('%s is a sum', (text) => {
    expect(isSumWord(text)).toBe(true)
  })

  it.each([
    '购买理财',
    '转存定期',
    '往来款',
    '代垫',
    '押金',
    '冲抵预付',
    '冲预付款',
    '核销借款',
    '3月结清暂付',
  ])('%s is money put aside', (text) => {
    expect(namesAdvance(text)).toBe(true)
  })

  it.each([
    '收款',
    '利息收入',
    '财政拨款',
    '财政下达',
    '区财政局拨款',
    '利息',
    '银行利息',
    '结息',
    '上级补助',
    '上级财政补助资金',
  ])('%s is money received', (text) => {
    expect(namesIncome(text)).toBe(true)
  })

  it.each(GOOD.filter((text) => text !== '财政拨款' && text !== '预付款'))(
    '%j is neither received nor put aside',
    (text) => {
      expect([namesIncome(text), namesAdvance(text)]).toEqual([false, false])
    },
  )

  it.each(GOOD)('%j is a payment like any other', (text) => {
    expect([namesNoPayment(text), saysUnpaid(text), isSumWord(text)]).toEqual([false, false, false])
  })

  it.each([
    ['拨款', true],
    ['财政局', true],
    ['利息收入', true],
    ['退款', false],
    ['退回财政拨款', false],
    ['某公司', false],
  ])('money received by %s: %s', (text, received) => {
    expect(namesReceipt(text)).toBe(received)
  })
})

/** Each line: its amount and whether it is ticked; then the rows left out. */
function read(text: string) {
  const rows = text.split('\n').map((line) => line.split(','))
  const reading = readPaymentList(
    [{ sheet: null, rows, merges: [], hiddenRows: new Set(), hiddenColumns: false, marks: [] }],
    {
      year: 2020,
      department: { code: '', name: '' },
      projects: [{ id: '3', code: '', name: '办公楼修缮', budget: wan('80') }],
      held: [],
      remembered: {},
      today: null,
    },
    { ...NO_ANSWERS, unit: 'yuan' },
  )
  return [
    ...(reading?.lines ?? []).map((line) => `${line.amount.toFixed()} ${isTicked(line) ? 'x' : '.'}`),
    ...(reading?.leftOut ?? []).map(({ row, why }) => `${row} ${why.kind}`),
  ]
}

describe('lists whose words decide', () => {
  it('a closing entry on the credit side is asked, a refund is not', () => {
    expect(
      read(
        '日期,凭证号,项目,摘要,借方金额,贷方金额\n2020-03-05,1,办公楼修缮,付款,2000,\n2020-04-05,2,办公楼修缮,退回多付,,100\n2020-12-31,3,办公楼修缮,结转本年支出,,1900',
      ),
    ).toEqual(['2000 x', '-100 x', '-1900 .'])
  })

  it('money received on a bank account is asked, a refund is not', () => {
    expect(
      read(
        '交易日期,流水号,借方发生额,贷方发生额,余额,对方户名,摘要,项目\n20200301,1,,3000,3000,财政局,拨款,办公楼修缮\n20200302,2,,500,3000,县财政局,往来,办公楼修缮\n20200305,3,2000,,1000,某公司,修缮款,办公楼修缮\n20200307,4,,300,1300,某公司,退款,办公楼修缮',
      ),
    ).toEqual(['-3000 .', '-500 .', '2000 x', '-300 x'])
  })

  it('acts on the budget in a column of kinds are left out, up or down', () => {
    expect(
      read(
        '日期,文号,项目名称,业务类型,金额\n2020-01-10,1,办公楼修缮,指标下达,8000\n2020-03-05,2,办公楼修缮,支付,2000\n2020-08-05,3,办公楼修缮,指标调减,-1000',
      ),
    ).toEqual(['2000 x', '2 not-paid', '4 not-paid'])
  })

  it('a column of where the budget comes from says nothing of the payment', () => {
    expect(read('日期,项目名称,金额,预算来源\n2020-03-05,办公楼修缮,2000,年初预算')).toEqual(['2000 x'])
  })

  it('the parts of a payment under its voucher and day are asked, all of them', () => {
    expect(
      read(
        '支付日期,凭证号,项目名称,收款人,支付金额\n2020-03-05,1,办公楼修缮,代发户,600\n2020-03-05,1,办公楼修缮,其中：张三,210\n2020-03-05,1,办公楼修缮,李四,220\n2020-03-05,1,办公楼修缮,王五,170\n2020-03-06,2,办公楼修缮,某公司,50',
      ),
    ).toEqual(['600 x', '210 .', '220 .', '170 .', '50 x'])
  })
})
