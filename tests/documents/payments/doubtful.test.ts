import { describe, expect, it } from 'vitest'
import { leftOutText } from '@/format/payments/leftOutText'
import { asBook, brief, readBytes, readText, why } from './lists'

/** Each line with what is asked of it, then each row left out. */
const seen = (text: string) => {
  const { lines, leftOut } = readText(text)
  return [
    ...lines.map((line) => [brief(line), ...line.doubts.map(({ kind }) => kind)].join(' ')),
    ...leftOut.map(({ row, why }) => `${row} ${why.kind}`),
  ]
}
const HEAD = '单位：元\n支付日期,凭证号,项目,摘要,支付金额'

describe('the two sides of a voucher in one column of amounts', () => {
  const sided = (heading: string, out: string, back: string) =>
    seen(
      `单位：元\n日期,凭证号,项目,摘要,${heading},金额\n2020-04-10,记-1,办公楼修缮,付工程款,${out},50000\n2020-04-10,记-1,办公楼修缮,付工程款,${back},50000\n2020-05-11,记-3,办公楼修缮,退回工程款,${back},1000`,
    )
  it.each([
    ['方向', '借', '贷'],
    ['借贷', '借方', '贷方'],
    ['借/贷', '借', '贷'],
    ['借贷标志', 'D', 'C'],
  ])('%s: what is credited with the amount debited is asked, a refund is not', (heading, out, back) => {
    expect(sided(heading, out, back)).toEqual([
      '3 3 2020-04-10 50000.00 x',
      '4 3 2020-04-10 -50000.00 . other-side',
      '5 3 2020-05-11 -1000.00 x',
    ])
  })

  it('an account of money is asked by 借 and 贷 too, not by 收 and 支', () => {
    const booked = (direction: string, value: string) =>
      seen(
        `单位：元\n日期,凭证号,科目名称,项目,${direction},金额\n2020-04-10,记-1,银行存款,办公楼修缮,${value},50000`,
      )
    expect(booked('方向', '借')).toEqual(['3 3 2020-04-10 50000.00 . account-side'])
    expect(booked('收支', '支出')).toEqual(['3 3 2020-04-10 50000.00 x'])
  })
})

describe('a row under the table', () => {
  it('is none that has a figure, a voucher or a project', () => {
    expect(
      seen(
        `${HEAD}\n2020/6,记-3,办公楼修缮,付设计费,7000\n2020/05,,,付设计费,9500\n2020-04,记-5,办公楼修缮,付设计费,9000\n,17,办公楼修缮,经办人：李四,\n制表人：张三,,,审核：李四,2020/6\n,,,,1/2\n制表：,张三,李四,,`,
      ),
    ).toEqual([
      '3 3 - 7000.00 . day-unread',
      '4 - - 9500.00 . day-unread project',
      '5 3 - 9000.00 . day-unread',
      '6 no-amount',
      '7 footer',
      '8 footer',
      '9 footer',
    ])
  })
})

describe('a row that comes to the rows above it', () => {
  const PAID = ['2020-04-10,记-1,办公楼修缮,付款,5000', '2020-05-10,记-2,办公楼修缮,付款,6000']
  const MORE = ['2020-05-12,记-3,人员招聘费用,劳务费,700', '2020-05-13,记-4,办公楼修缮,付款,30']
  it.each([
    ['all so far', [...PAID, '2020-05-31,,办公楼修缮,处室,11000'], [5]],
    [
      'all so far, over and over',
      [...PAID, ...[28, 29, 30].map((day) => `2020-05-${day},,办公楼修缮,处室,11000`)],
      [5, 6, 7],
    ],
    ['the month', [...PAID, ...MORE, '2020-05-31,,办公楼修缮,处室,6730'], [7]],
    ['the project', [...PAID, ...MORE, '2020-05-31,,办公楼修缮,处室,11030'], [7]],
    ['the project in the month', [...PAID, ...MORE, '2020-05-31,,办公楼修缮,处室,6030'], [7]],
    ['since the last sum', [...PAID, '小计,,,,11000', ...MORE, '2020-05-31,,办公楼修缮,处室,730'], [8]],
    [
      'since a sum told by its words',
      [...PAID, '2020-05-11,,办公楼修缮,共支付,11000', ...MORE, '2020-05-31,,人员招聘费用,处室,730'],
      [5, 8],
    ],
    ['one row alone', [...PAID, '2020-05-31,,办公楼修缮,付款二,6000'], []],
    ['a row with a voucher', [...PAID, '2020-05-31,记-3,办公楼修缮,付款二,11000'], []],
    ['another amount', [...PAID, '2020-05-31,,办公楼修缮,付款二,11001'], []],
  ])('%s', (_, rows, asked) => {
    const { lines } = readText(`${HEAD}\n${rows.join('\n')}`)
    expect(
      lines.flatMap((line) => (line.doubts.some(({ kind }) => kind === 'sums-above') ? line.row : [])),
    ).toEqual(asked)
  })

  it('in a list without vouchers a payee shows a payment', () => {
    const list = (payee: string) =>
      readText(
        `单位：元\n支付日期,项目,收款人,支付金额\n2020-04-10,办公楼修缮,甲,5000\n2020-05-10,办公楼修缮,乙,6000\n2020-05-31,办公楼修缮,${payee},11000`,
      ).lines.map((line) => [brief(line).slice(-1), ...line.doubts.map(({ kind }) => kind)].join(' '))
    expect(list('丙')).toEqual(['x', 'x', 'x'])
    expect(list('')).toEqual(['x', 'x', '. sums-above'])
  })
})

describe('an amount in several columns', () => {
  const amounts = (headings: string, ...rows: readonly string[]) =>
    `单位：元\n支付日期,凭证号,项目,${headings}\n${rows.map((row, at) => `2020-03-0${at + 1},h${at},办公楼修缮,${row}`).join('\n')}`
  const short = (headings: string, ...rows: readonly string[]) =>
    readText(amounts(headings, ...rows)).lines.map((line) =>
      [line.amount.toFixed(), brief(line).slice(-1), ...line.doubts.map(({ kind }) => kind)].join(' '),
    )

  it.each([
    ['财政拨款,其他资金,合计'],
    ['财政拨款,自筹资金,小计'],
    ['财政拨款支出,事业支出,合计'],
    ['本年财政拨款,上年结转,支付合计'],
    ['中央,省级,合计'],
    ['工资,社保,总计'],
    ['金额,手续费,合计'],
    ['基本支出,项目支出,合计'],
    ['附件,财政拨款,其他资金,合计', '2,', '1,', '3,'],
    ['收款人,财政拨款,其他资金,合计', '甲,', '乙,', ','],
  ])('%s: the whole is the payment where the parts come to it in every row', (headings, ...before) => {
    const [a = '', b = '', c = ''] = before
    expect(short(headings, `${a}5000,1000,6000`, `${b}5000,,5000`, `${c},2000,2000`)).toEqual([
      '6000 x',
      '5000 x',
      '2000 x',
    ])
  })

  it('the whole may stand before its parts, and totals, footers and printed headings are no other rows', () => {
    expect(short('合计,财政拨款,其他资金', '6000,5000,1000', '2000,,2000')).toEqual(['6000 x', '2000 x'])
    const text = `${amounts('财政拨款,其他资金,合计', '5000,1000,6000')}\n支付日期,凭证号,项目,财政拨款,其他资金,合计\n2020-04-01,9,办公楼修缮,,200,200\n合计,,,5000,1200,6200\n制表：,张三,,审核：,李四,`
    const { lines, sums } = readText(text)
    expect(lines.map(brief)).toEqual(['3 3 2020-03-01 6000.00 x', '5 3 2020-04-01 200.00 x'])
    expect(sums.map(({ agrees }) => agrees)).toEqual([true])
  })

  it.each([
    ['财政拨款,其他资金,合计', ['5000,1000,6500', '5000,,5000'], ['6000 . in-parts', '5000 x']],
    ['财政拨款,上年结余,合计', ['5000,1000,6000', '5000,,5000'], ['5000 . two-amounts', '5000 x']],
    ['财政拨款,其他资金', ['5000,1000', ',2000'], ['6000 . in-parts', '2000 x']],
    ['支出金额,上年结余,合计', ['5000,1000,6000', '5000,,5000'], ['5000 . two-amounts', '5000 x']],
    ['本次支付金额,累计支付金额,合计', ['5000,1000,6000'], ['5000 x']],
    ['应付金额,扣款,实付金额', ['10000,800,9200', '5000,0,5000'], ['9200 . two-amounts', '5000 x']],
    ['应付金额,代扣税金,实付金额', ['10000,800,9200', '5000,0,5000'], ['9200 . two-amounts', '5000 x']],
    ['应付金额,代扣个税额,实付金额', ['10000,800,9200', '5000,,5000'], ['9200 . two-amounts', '5000 x']],
    ['支付金额,扣回金额', ['5000,', '5000,100'], ['5000 x', '5000 . refund']],
  ])('%s: what cannot be decided is asked', (headings, rows, expected) => {
    expect(short(headings, ...rows)).toEqual(expected)
  })

  it('a total is not said to agree where another amount of it was left out', () => {
    const { sums, leftOut } = readText(
      `${amounts('财政拨款,上年结余,合计', '5000,1000,6000')}\n合计,,,5000,1000,6000`,
    )
    expect([sums, leftOut.map(({ row, why }) => `${row} ${why.kind}`)]).toEqual([[], ['4 total-aside']])
  })

  it('a column that a person chose is taken as it is', () => {
    const chosen = (headings: string, row: string, heading: string) =>
      readText(amounts(headings, row), { answers: { columns: { [heading]: 'amount' } } }).lines.map(brief)
    expect(chosen('财政拨款,其他资金,合计', '5000,1000,6000', '财政拨款')).toEqual([
      '3 3 2020-03-01 5000.00 x',
    ])
    expect(chosen('财政拨款,上年结余,合计', '5000,1000,6000', '合计')).toEqual(['3 3 2020-03-01 6000.00 x'])
    expect(chosen('支出金额,上年结余,合计', '5000,1000,6000', '合计')).toEqual(['3 3 2020-03-01 6000.00 x'])
    expect(chosen('支付金额,其中：财政资金', '5000,1000', '其中：财政资金')).toEqual([
      '3 3 2020-03-01 5000.00 x',
    ])
    expect(chosen('应付金额,扣款,实付金额', '10000,800,9200', '应付金额')).toEqual([
      '3 3 2020-03-01 10000.00 x',
    ])
  })
})

describe('words that leave doubt', () => {
  it.each([
    '待报销',
    '欠付',
    '付错账户',
    '收款',
    '财政拨款',
    '可用指标',
    '购买理财',
    '退还投标保证金',
    '补记去年12月',
    '共支付',
    '全部支出',
    '本月发生',
    '累计发生额',
  ])('%s is asked', (text) => {
    expect(seen(`${HEAD}\n2020-04-10,1,办公楼修缮,${text},5000`)).not.toContain('3 3 2020-04-10 5000.00 x')
  })
})

describe('a page named .xls', () => {
  const page = (rows: string, heading = '支付金额（元）') =>
    readBytes(
      new TextEncoder().encode(
        `<html><style>.old{text-decoration:line-through}</style><table><tr><th>支付日期<th>凭证号<th>项目<th>摘要<th>${heading}</tr>${rows}</table></html>`,
      ),
      'list.xls',
    )
  const row = (amount: string) => `<tr><td>2020-04-10<td>1<td>办公楼修缮<td>付款${amount}</tr>`

  it.each([
    ['<td x:num="7000.55">7001', '支付金额（元）', '7000.55 x', '单元格显示为 7001，按格内的实际数读。'],
    ['<td x:num="7000">7,000.00', '支付金额（元）', '7000.00 x', null],
    [
      '<td x:num="120000">12.00',
      '支付金额（元）',
      '120000.00 .',
      '单元格显示为 12.00，格内的数却是 120000，按格内的数列出，请核对金额和单位后再勾选。',
    ],
    ['<td x:num="120000">12.00', '支付金额（万元）', '120000.00 x', '单元格显示为 12.00，按格内的实际数读。'],
    [
      '<td x:num="7000.555">7001',
      '支付金额（元）',
      '7001.00 .',
      '单元格显示为 7001，实际的数细到分以下，请核对。',
    ],
    ['<td x:num>7001', '支付金额（元）', '7001.00 x', null],
  ])(
    '%s under %s: the number behind the amount counts, and is asked where it is another',
    (cell, heading, said, text) => {
      const { lines } = page(row(cell), heading)
      expect(lines.map((line) => [brief(line).split(' ').slice(3).join(' '), why(line)])).toEqual([
        [said, text],
      ])
    },
  )

  it.each([
    [
      'every cell struck',
      '<tr><td><s>2020-04-10</s><td><s>1</s><td><s>办公楼修缮</s><td><s>付款</s><td><s>6000</s></tr>',
    ],
    [
      'every cell in a strike',
      '<tr><td><strike>2020-04-10</strike><td><del>1</del><td><td><td><del>6000</del></tr>',
    ],
    [
      'the row struck by its style',
      '<tr style="text-decoration:line-through"><td>2020-04-10<td>1<td>办公楼修缮<td>付款<td>6000</tr>',
    ],
    [
      'cells struck by a class',
      '<tr><td class=old>2020-04-10<td class=old>1<td class=old>办公楼修缮<td class=old>付款<td class=old>6000</tr>',
    ],
    ['the amount struck', row('<td><s>6000</s>')],
  ])('%s: the row is listed as struck', (_, struck) => {
    const { lines, leftOut } = page(`${row('<td>5000')}${struck}`)
    expect(lines.map(brief)).toEqual(['2 3 2020-04-10 5000.00 x'])
    expect(leftOut.map((own) => `${own.row} ${leftOutText(own.why)}`)).toEqual([
      '3 划掉了（删除线），没有读入；需要的请去掉删除线后再打开。',
    ])
  })

  it('what is struck beside what counts is not read and bars nothing', () => {
    const { lines, leftOut } = page(row('<td><del>6000</del>5000'))
    expect([lines.map(brief), leftOut]).toEqual([['2 3 2020-04-10 5000.00 x'], []])
  })
})

it('a struck row of a workbook is listed as struck', () => {
  const rows = [
    ['支付日期', '凭证号', '项目', '支付金额（元）'],
    ['2020-04-10', '1', '办公楼修缮', '5000'],
    ['2020-04-11', '2', '办公楼修缮', '6000'],
  ]
  const struck = (xml: string) =>
    xml.replace(/<c r="[A-D]3".*?<\/c>/g, (cell) =>
      cell.replace(/<is><t[^>]*>(.*?)<\/t><\/is>/, '<is><r><rPr><strike/></rPr><t>$1</t></r></is>'),
    )
  const { lines, leftOut } = readBytes(asBook([{ name: '支付', rows }], struck), 'list.xlsx')
  expect(lines.map(brief)).toEqual(['2 3 2020-04-10 5000.00 x'])
  expect(leftOut.map(({ row, why: { kind } }) => `${row} ${kind}`)).toEqual(['3 struck'])
})
