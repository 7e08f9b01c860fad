import { describe, expect, it } from 'vitest'
import type { ListLine } from '@/domain/payments/paymentList'
import { asBook, brief, readBytes, readText, why } from './lists'

const seen = (text: string) =>
  readText(text).lines.map((line) =>
    [brief(line).slice(-1), ...line.doubts.map(({ kind }) => kind)].join(' '),
  )
const flagged = (heading: string, ...values: readonly string[]) =>
  readText(
    `单位：元\n支付日期,凭证号,项目,金额,${heading}\n${values.map((value, at) => `2020-03-0${at + 1},N${at},办公楼修缮,500${at},${value}`).join('\n')}`,
  )
const ticks = (heading: string, ...values: readonly string[]) =>
  values
    .map((_, at) => {
      const line = flagged(heading, ...values).lines.find(({ row }) => row === at + 3)
      return line && line.doubts.length === 0 ? 'x' : '.'
    })
    .join('')

describe('a column of few short values: what is not known to mean paid is not ticked where others differ', () => {
  it.each([
    ['支付标志', ['1', '0', ''], 'x..'],
    ['终审标志', ['Y', 'N'], 'x.'],
    ['支付状态', ['已支付', ''], 'x.'],
    ['支付状态', ['已支付', '已清算', '支付成功', '已付款', '已完成', '', '已记账'], 'xxxxx.x'],
    ['回单状态', ['已回单', '未回单', ''], 'x..'],
    ['红字', ['', '是'], 'x.'],
    ['记账方向', ['D', 'C'], 'x.'],
    ['打印状态', ['已打印', '未打印'], 'x.'],
    ['被冲销凭证', ['', 'N0'], '..'],
    ['冲销凭证号', ['', 'N9'], 'x.'],
    ['银行反馈', ['交易成功', '余额不足'], 'x.'],
    ['进度', ['已付款', '审批'], 'x.'],
    ['支付进度', ['已支付', '待支付'], 'x.'],
    ['有效性', ['有效', '失效'], 'x.'],
    ['启用', ['是', '否'], 'x.'],
    ['锁定', ['', '是', ''], 'x.x'],
    ['阶段', ['支付', '支付', '计划'], 'xx.'],
    ['核销标志', ['1', '0'], '..'],
    ['标识', ['A', 'A', 'B'], '...'],
  ])('%s %j: %s', (heading, values, expected) => {
    expect(ticks(heading, ...values)).toBe(expected)
  })

  it.each([
    ['支出功能分类', ['甲', '乙']],
    ['部门', ['办公室', '财务股']],
    ['经办人', ['张三', '李四']],
    ['币种', ['人民币', '人民币']],
    ['支付方式', ['直接支付', '授权支付']],
    ['资金性质', ['一般', '基金']],
    ['是否政府采购', ['是', '否']],
    ['工资标志', ['1', '0']],
    ['打印状态', ['未打印', '未打印']],
    ['启用', ['是', '是']],
    ['支付状态', ['', '']],
    ['作废标志', ['', '否']],
    ['附件张数', ['1', '2']],
    ['人数', ['1', '1', '2']],
    ['某栏', ['甲乙', '丙丁']],
  ])('%s %j asks nothing', (heading, values) => {
    expect(ticks(heading, ...values)).toBe(values.map(() => 'x').join(''))
  })

  it('says which column says what', () => {
    expect(why(flagged('启用', '是', '否').lines[1] as ListLine)).toContain('“启用”一列写的是“否”')
  })
})

describe('running totals and days of something else', () => {
  const row = '2020-03-31,办公楼修缮'
  it.each([
    ['截至日期,项目名称,已支付金额', `${row},20000`, '. running-total aside-day'],
    [
      '下达日期,项目名称,指标金额,已支付金额,可用余额',
      `${row},800000,300000,500000`,
      '. running-total aside-day',
    ],
    ['日期,项目名称,本年支出', `${row},20000`, '. running-total'],
    ['截至日期,项目名称,支付金额', `${row},20000`, '. aside-day'],
    ['支付日期,项目名称,凭证号,已支付金额', `${row},T1,20000`, 'x'],
    ['支付日期,项目名称,指标金额,支付金额', `${row},800000,20000`, 'x'],
    ['支付日期,项目名称,支付金额,可用余额', `${row},20000,500000`, 'x'],
  ])('%s', (headings, cells, expected) => {
    expect(seen(`单位：元\n${headings}\n${cells}`)).toEqual([expected])
  })
})

describe('a sheet that sums or repeats others', () => {
  const head = ['支付日期', '凭证号', '项目名称', '金额（元）']
  const pay = (day: string, voucher: string, amount: string) => [day, voucher, '办公楼修缮', amount]
  const january = {
    name: '1月',
    rows: [head, pay('2020-01-05', 'A1', '10000'), pay('2020-01-06', 'A2', '20000')],
  }
  const february = {
    name: '2月',
    rows: [head, pay('2020-02-05', 'B1', '5000'), pay('2020-02-06', 'B2', '25000')],
  }
  const sums = [head, pay('2020-01-31', '', '30000'), pay('2020-02-29', '', '30000')]
  const again = [
    head,
    ...[...january.rows, ...february.rows]
      .filter((row) => row !== head)
      .map(([day, , project, amount]) => [day ?? '', '', project ?? '', amount ?? '']),
  ]
  const asked = (
    ...sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
  ) => {
    const { lines } = readBytes(asBook(sheets), 'a.xlsx')
    return [
      ...new Set(lines.map(({ sheet, doubts }) => [sheet, ...doubts.map(({ kind }) => kind)].join(' '))),
    ]
  }

  it.each([
    ['汇总', sums],
    ['全年', again],
    ['Sheet3', sums],
    ['2020年度', again],
  ])('%s', (name, rows) => {
    const own = { name, rows }
    expect(asked(january, february, own).filter((said) => !said.startsWith(name))).toEqual(['1月', '2月'])
    expect(asked(own, january, february).filter((said) => !said.startsWith(name))).toEqual(['1月', '2月'])
    expect(
      asked(january, february, own)
        .filter((said) => said.startsWith(name))
        .every((said) => said.includes('sheet-sums')),
    ).toBe(true)
  })

  it('one row of another sheet, without its voucher', () => {
    const extra = {
      name: '补录',
      rows: [head, pay('2020-01-05', '', '10000'), pay('2020-03-05', 'C1', '7000')],
    }
    expect(asked(january, extra)).toEqual(['1月', '补录 sheet-repeats', '补录'])
  })

  it('two months, equal sums, other vouchers: nothing is asked', () => {
    expect(asked(january, february)).toEqual(['1月', '2月'])
    expect(asked({ name: '汇总', rows: january.rows })).toEqual(['汇总'])
    const other = { name: '乙', rows: [head, pay('2020-01-05', 'X1', '10000'), pay('2020-01-09', 'X2', '1')] }
    expect(asked(january, other)).toEqual(['1月', '乙'])
  })
})

describe('headings merged over several columns in a page', () => {
  it('the column 支付 under 金额 is the amount', () => {
    const page = `<table><tr><td colspan=5>支付明细表</td></tr><tr><th rowspan=2>支付日期<th rowspan=2>凭证号<th rowspan=2>项目<th colspan=2>金额</tr><tr><th>申请<th>支付</tr><tr><td>2020-03-05<td>H1<td>办公楼修缮<td>50000<td>40,000.00</tr></table>`
    const { lines } = readBytes(new TextEncoder().encode(page), 'a.xls')
    expect(lines.map((line) => [brief(line), why(line)])).toEqual([['4 3 2020-03-05 40000.00 x', null]])
  })
})
