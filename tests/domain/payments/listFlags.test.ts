import { describe, expect, it } from 'vitest'
import { isFlagHeading, paymentStateOf, statesOf } from '@/domain/payments/listFlags'

describe('what a payment’s state says', () => {
  it.each([
    ['', 'paid'],
    ['-', 'paid'],
    ['支付成功', 'paid'],
    ['已支付', 'paid'],
    ['正常', 'paid'],
    ['支付', 'paid'],
    ['清算', 'paid'],
    ['记账', 'paid'],
    ['终审', 'paid'],
    ['已退款', 'refunded'],
    ['退票', 'refunded'],
    ['红冲', 'refunded'],
    ['退款成功', 'refunded'],
    ['已作废', 'none'],
    ['未支付', 'none'],
    ['待清算', 'none'],
    ['支付失败', 'none'],
    ['支付中', 'none'],
    ['审核中', 'none'],
    ['支付待', 'unknown'],
    ['部分退款', 'partly'],
    ['部分退回', 'partly'],
    ['已部份冲销', 'partly'],
    ['部分支付', 'partly'],
    ['部分作废', 'partly'],
    ['全部分摊，已支付', 'paid'],
    ['甲', 'unknown'],
  ])('%j: %s', (text, state) => {
    expect(paymentStateOf(text, '支付状态')).toBe(state)
  })

  it.each([
    ['是', 'none'],
    ['Y', 'none'],
    ['yes', 'none'],
    ['1', 'none'],
    ['TRUE', 'none'],
    ['已作废', 'none'],
    ['√', 'none'],
    ['', 'paid'],
    ['-', 'paid'],
    ['否', 'paid'],
    ['0', 'paid'],
    ['不是', 'paid'],
    ['未作废', 'paid'],
    ['0.00', 'paid'],
    ['某字', 'unknown'],
    ['2020-05-01', 'unknown'],
  ])('under 是否作废 %j: %s', (text, state) => {
    expect(paymentStateOf(text, '是否作废')).toBe(state)
  })

  it.each([
    ['作废', ['√', '是', 'Y', '1', 'TRUE'], ['', '否', 'N', '0', '未作废', '正常']],
    ['已作废', ['是', '√'], ['', '否']],
    ['冲销标志', ['是', '1', '已冲销'], ['', '否', '未冲销']],
    ['红冲标志', ['是', 'Y', '已红冲'], ['否', '']],
    ['退票标志', ['是', '√', '已退票'], ['', '否']],
    ['是否退回', ['是', '已退'], ['否', '未退回']],
    ['驳回', ['是', '已驳回'], ['否', '']],
    ['注销标识', ['1', '已注销'], ['0']],
    ['有效', ['否', 'N', '0', '无效', '×', '已作废'], ['是', 'Y', '1', '有效', '√']],
    ['是否有效', ['否', '无效'], ['是', '有效']],
    ['审批结果', ['不通过', '驳回', '不同意', '审核不通过'], ['通过', '同意', '']],
    ['审核意见', ['不同意', '未通过'], ['同意']],
    ['是否支付', ['否', '未支付'], ['是', '已支付']],
    ['状态', ['作废', '已注销', '已取消', '退票'], ['有效', '未退款', '']],
    ['是否政府采购', [], ['是', '否', '']],
    ['工资标志', [], ['1', '0', '工资']],
    ['打印状态', ['已作废'], ['未打印', '已打印']],
  ])('%s: %j are none, %j are paid', (heading, none, paid) => {
    const verdict = (text: string) => paymentStateOf(text, heading)
    expect(none.filter((text) => !['none', 'refunded'].includes(verdict(text)))).toEqual([])
    expect(paid.filter((text) => verdict(text) !== 'paid')).toEqual([])
  })

  it.each([
    ['作废日期', '2020-05-01'],
    ['退款原因', '账号有误'],
    ['有效', ''],
    ['是否支付', ''],
    ['是否调账', '是'],
    ['状态', '甲'],
    ['特殊标志', '特'],
  ])('%s %j is asked', (heading, text) => {
    expect(paymentStateOf(text, heading)).toBe('unknown')
  })

  it('several columns of states: a flag decides, two states that differ are asked', () => {
    const of = (...cells: readonly (readonly [string, string])[]) => {
      const found = statesOf(cells.map(([heading, text]) => ({ heading, text })))
      return found && `${found.heading} ${found.state}`
    }
    expect(of(['支付状态', '已支付'], ['是否作废', '是'])).toBe('是否作废 none')
    expect(of(['支付状态', ''], ['申请状态', '已退回'])).toBe('申请状态 refunded')
    expect(of(['支付状态', '已支付'], ['申请状态', '待审核'])).toBe('申请状态 unknown')
    expect(of(['支付状态', '部分退款'], ['记账状态', '甲'])).toBe('支付状态 partly')
    expect(of(['支付状态', '已支付'], ['打印状态', '未打印'])).toBeNull()
    expect(of()).toBeNull()
  })
})

describe('a column of states or flags', () => {
  it.each([
    '作废',
    '已作废',
    '作废标志',
    '是否有效',
    '有效',
    '冲销标志',
    '退票标志',
    '是否退回',
    '审批结果',
    '审核意见',
    '凭证状态',
    '作废原因',
    '退款日期',
    '支付情况',
    '是否专项',
    '驳回',
    '注销标识',
  ])('%s', (heading) => {
    expect(isFlagHeading(heading)).toBe(true)
  })
  it.each([
    '退款金额',
    '冲销金额',
    '审核人',
    '审批日期',
    '审批金额',
    '退休人员',
    '退款单号',
    '有效期',
    '执行情况',
    '收款人',
    '项目名称',
    '',
    '退役军人补助',
    '审批文号',
  ])('%s is none', (heading) => {
    expect(isFlagHeading(heading)).toBe(false)
  })
})
