import { describe, expect, it } from 'vitest'
import { isTicked } from '@/domain/payments/paymentList'
import { leftOutText } from '@/format/payments/leftOutText'
import { asBook, brief, marks, readBytes, readText, why } from './lists'

/** Each line in short with what is asked of it. */
const seen = (text: string) =>
  readText(text).lines.map((line) => [brief(line), ...line.doubts.map(({ kind }) => kind)].join(' '))
/** One line of 办公楼修缮 under some columns of amounts. */
const amounts = (headings: string, ...rows: readonly string[]) =>
  `单位：元\n支付日期,凭证号,项目,${headings}\n${rows.map((row, at) => `2020-03-0${at + 1},h${at},办公楼修缮,${row}`).join('\n')}`
const one = (headings: string, row: string) => seen(amounts(headings, row)).join('')

describe('which column is the amount', () => {
  it.each([
    ['合同金额,本期支付金额', '200000,60000', '60000.00 x'],
    ['合同金额,本次付款金额', '200000,60000', '60000.00 x'],
    ['合同金额,本期付款', '200000,60000', '60000.00 x'],
    ['合同金额,本月支付', '200000,60000', '60000.00 x'],
    ['合同总金额,实际付款', '200000,60000', '60000.00 x'],
    ['发票金额,本期实付', '200000,60000', '60000.00 x'],
    ['结算金额,已付金额,未付金额', '200000,60000,140000', '60000.00 . running-total'],
    ['合同金额,支付比例,累计支付金额,本期支付金额', '200000,30%,60000,60000', '60000.00 x'],
    ['报销金额,实付', '10000,2000', '2000.00 x'],
    ['金额,税额,价税合计', '10000,900,10900', '10900.00 x'],
    ['价税合计,支付金额', '10900,10000', '10000.00 x'],
    ['申请金额,审批金额,拨付金额', '200000,150000,60000', '60000.00 x'],
    ['单价,数量,金额', '10,6,60', '60.00 x'],
    ['支付金额,实际支付金额', '60000,60000.00', '60000.00 x'],
    ['金额,其中：财政资金,其中：自筹', '60000,50000,10000', '60000.00 x'],
    ['支付金额,支付金额', '10000,3000', '10000.00 . two-amounts'],
    ['支付金额,支付金额', ',20000', '20000.00 . two-amounts'],
    ['支付金额,金额', '10000,3000', '10000.00 . two-amounts'],
    ['金额,手续费', '10000,30', '10000.00 . two-amounts'],
    ['金额,扣税,实发', '10000,500,9500', '9500.00 . two-amounts'],
    ['金额,某栏', '10000,9500.00', '10000.00 . two-amounts'],
    ['金额,某栏', '10000,10000.00', '10000.00 x'],
    ['金额,某栏', '10000,95', '10000.00 x'],
    ['金额,收款人账号', '10000,62220000.12', '10000.00 x'],
    ['金额,手续费', '10000,0', '10000.00 x'],
    ['支付金额,冲销金额', '40000,40000', '40000.00 . refund'],
    ['支付金额,红冲金额', '40000,', '40000.00 x'],
    ['支付金额,收回金额', '40000,100', '40000.00 . refund'],
    ['到账金额', '60000', '60000.00 . requested-only'],
    ['批复金额', '60000', '60000.00 . requested-only'],
    ['合同金额', '60000', '60000.00 . requested-only'],
    ['用款计划', '60000', '60000.00 . requested-only'],
  ])('%s: %s', (headings, row, expected) => {
    expect(one(headings, row)).toBe(`3 3 2020-03-01 ${expected}`)
  })

  it.each([
    ['直接支付金额,授权支付金额', '30000,5000', '35000.00 . in-parts'],
    ['直接支付金额,授权支付金额', '30000,', '30000.00 x'],
    ['直接支付金额,授权支付金额', '0.00,5000', '5000.00 x'],
    ['直接支付,授权支付,合计', '30000,5000,35000', '35000.00 x'],
    ['直接支付,授权支付,合计', '30000,5000,36000', '35000.00 . in-parts'],
    ['直接支付金额,授权支付金额,小计', ',5000,9000', '5000.00 . two-amounts'],
    ['财政资金支付金额,自筹资金支付金额', '30000,5000', '35000.00 . in-parts'],
    ['财政拨款支出,其他资金支出', '10000,3000', '13000.00 . in-parts'],
    ['一般公共预算金额,政府性基金金额', '10000,3000', '13000.00 . in-parts'],
    ['财政直接支付,财政授权支付', ',20000', '20000.00 x'],
  ])('parts %s: %s', (headings, row, expected) => {
    expect(one(headings, row)).toBe(`3 3 2020-03-01 ${expected}`)
  })

  it('names both amounts, and takes what a person chose', () => {
    const text = amounts('支付金额,金额', '10000,3000')
    expect(readText(text).lines.map(why)).toEqual([
      '这一行的金额不一致：“支付金额”是 10000、“金额”是 3000，请在上方选定金额是哪一列，或核对后再勾选。',
    ])
    expect(readText(text, { answers: { columns: { 金额: 'amount' } } }).lines.map(brief)).toEqual([
      '3 3 2020-03-01 3000.00 x',
    ])
    expect(readText(amounts('直接支付金额,授权支付金额', '30000,5000')).lines.map(why)).toEqual([
      '这一行有几个金额：“直接支付金额”是 30000、“授权支付金额”是 5000，按各部分相加列出，请核对后再勾选。',
    ])
  })

  it.each([
    ['100000,10', '100000.00 x'],
    ['123456.78,12.35', '123456.78 x'],
    ['200000,2', '200000.00 . two-amounts'],
  ])('元 and 万元 beside each other: %s', (row, expected) => {
    const text = `日期,凭证号,项目,金额（元）,金额（万元）\n2020-03-01,1,办公楼修缮,${row}`
    expect(seen(text)).toEqual([`2 3 2020-03-01 ${expected}`])
  })
})

describe('what a list is about', () => {
  const titled = (title: string) => `${title}\n日期,凭证号,项目,金额\n2020-03-05,1,办公楼修缮,10000`
  it.each(['收入明细账 单位：元', '用款计划明细（2020年）', '2020年合同台账', '额度到账登记簿'])(
    '%s is asked',
    (title) => {
      expect(seen(titled(title))).toEqual(['3 3 2020-03-05 10000.00 . other-book'])
    },
  )
  it.each([
    '支付明细',
    '零余额账户用款额度 支出明细',
    '合同支付台账',
    '收支明细账',
    '项目：人才引进计划',
    '项目明细账',
  ])('%s is none', (title) => {
    expect(
      readText(titled(title)).lines.flatMap(({ doubts }) => doubts.map(({ kind }) => kind)),
    ).not.toContain('other-book')
  })
})

describe('whose a line is', () => {
  const block = (project: string, cells = '') =>
    `支付明细 单位：元\n日期,凭证号,摘要,金额\n项目：办公楼修缮\n2020-03-05,1,材料,10000\n小计,,,10000\n${project}${cells}\n2020-03-06,2,人工,20000`
  it.each([
    ['项目：某某工程', '7 - 2020-03-06 20000.00 . project', '某某工程'],
    ['项目名称：食堂改造', '7 - 2020-03-06 20000.00 . project', '食堂改造'],
    ['会计年度：2020,项目：食堂改造,单位：元', '7 - 2020-03-06 20000.00 . project', '食堂改造'],
    ['项目名称：', '7 - 2020-03-06 20000.00 . project', ''],
    ['项目：人员招聘费用', '7 4 2020-03-06 20000.00 x', ''],
  ])('%s ends the project above', (title, expected, name) => {
    const text = block(title)
    expect(seen(text)).toEqual(['4 3 2020-03-05 10000.00 x', expected])
    expect(readText(text).lines[1]?.named.name).toBe(name)
  })

  it('a second table with its own title and headings is none of the project above', () => {
    const head = '日期,凭证号,摘要,借方,贷方'
    const text = (title: string) =>
      `项目：办公楼修缮 单位：元\n${head}\n2020-03-05,1,材料,10000,\n${title}\n${head}\n2020-03-06,2,人工,20000,`
    expect(seen(text('食堂改造明细账'))[1]).toBe('6 - 2020-03-06 20000.00 . project')
    expect(seen(text('项目：办公楼修缮 单位：元'))[1]).toBe('6 3 2020-03-06 20000.00 x')
    expect(seen(text('第2页'))[1]).toBe('6 3 2020-03-06 20000.00 x')
  })
})

describe('the year of days without one', () => {
  const ledger = (...titles: readonly string[]) =>
    `${titles.join('\n')}\n月,日,凭证号,项目,金额（元）\n3,5,记-1,办公楼修缮,10000`
  it.each([
    [ledger('2019年度项目明细账')],
    [ledger('项目明细账', '会计年度：2019')],
    [ledger('项目明细账  会计期间：2019.01-2019.12')],
    [ledger('2019年度  项目：办公楼修缮  单位：元')],
    [ledger('2019年度项目支出明细账', '2020-1-10 打印')],
    ['2019年国库集中支付明细\n日期,项目,金额（元）\n3月5日,办公楼修缮,10000'],
    ['支付明细\n年度,日期,项目,金额（元）\n2019,3月5日,办公楼修缮,10000'],
  ])('%s: is not this year’s', (text) => {
    expect(readText(text).lines.map(({ day, doubts }) => [day, ...doubts.map(({ kind }) => kind)])).toEqual([
      ['2019-03-05', 'other-year'],
    ])
  })
  it.each([
    [ledger('2020年度项目明细账')],
    [ledger('项目明细账')],
    [ledger('2019年结转、2020年支付明细')],
    [ledger('项目：2019年办公楼修缮')],
    [ledger('财预〔2019〕10号')],
  ])('%s: is this year’s', (text) => {
    expect(seen(text)).toEqual([expect.stringMatching(/2020-03-05 10000\.00 x$/)])
  })
  it('a sheet named by a year', () => {
    const rows = [
      ['月', '日', '项目', '金额（元）'],
      ['3', '5', '办公楼修缮', '10000'],
    ]
    const days = (name: string) => readBytes(asBook([{ name, rows }]), 'a.xlsx').lines.map(({ day }) => day)
    expect([days('2019年'), days('2020年'), days('支付')]).toEqual([
      ['2019-03-05'],
      ['2020-03-05'],
      ['2020-03-05'],
    ])
  })
})

describe('the unit of a block, a row, a sheet', () => {
  const head = '日期,凭证号,项目,金额'
  const row = (month: number, amount: string) => `2020-0${month}-06,${month},办公楼修缮,${amount}`
  it.each([
    [
      'over repeated headings',
      `1月 单位：元\n${head}\n${row(1, '100000')}\n合计,,,100000\n\n2月 单位：万元\n${head}\n${row(2, '20')}\n合计,,,20`,
      ['3 3 2020-01-06 100000.00 x', '8 3 2020-02-06 200000.00 x'],
    ],
    [
      'in repeated headings',
      `1月\n${head}（元）\n${row(1, '100000')}\n2月\n${head}（万元）\n${row(2, '20')}`,
      ['3 3 2020-01-06 100000.00 x', '6 3 2020-02-06 200000.00 x'],
    ],
    [
      'from a line on; what stands before it is asked',
      `${head}\n${row(1, '100000')}\n单位：万元\n${row(2, '20')}`,
      ['2 3 2020-01-06 100000.00 . unit-unsaid', '4 3 2020-02-06 200000.00 x'],
    ],
    [
      'in a column',
      `${head},单位\n${row(1, '100000')},元\n${row(2, '20')},万元\n${row(3, '3')},千元\n${row(4, '40000')},`,
      [
        '2 3 2020-01-06 100000.00 x',
        '3 3 2020-02-06 200000.00 x',
        '4 3 2020-03-06 3.00 . unit-other',
        '5 3 2020-04-06 40000.00 . unit-unsaid',
      ],
    ],
    [
      'a column 单位 of departments',
      `单位：元\n${head},单位\n${row(1, '100000')},劳动局`,
      ['3 3 2020-01-06 100000.00 x'],
    ],
    [
      'a currency',
      `单位：元\n${head},币种\n${row(1, '100')},人民币\n${row(2, '100')},美元`,
      ['3 3 2020-01-06 100.00 x', '4 3 2020-02-06 100.00 . unit-other'],
    ],
  ])('%s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected)
  })

  it('a sheet without one beside one with 万元 is asked; the answer is for that sheet', () => {
    const sheet = (name: string, title: string, month: number, amount: string) => ({
      name,
      rows: [[title], ['项目', '日期', '凭证号', '金额'], ['办公楼修缮', `2020-0${month}-05`, name, amount]],
    })
    const bytes = asBook([sheet('1月', '单位：万元', 1, '5'), sheet('2月', '支付', 2, '60000')])
    expect(readBytes(bytes, 'a.xlsx').lines.map((line) => line.doubts.map(({ kind }) => kind))).toEqual([
      [],
      ['unit-unsaid'],
    ])
    expect(readBytes(bytes, 'a.xlsx', { answers: { unit: 'yuan' } }).lines.map(brief)).toEqual([
      '3 3 2020-01-05 50000.00 x',
      '3 3 2020-02-05 60000.00 x',
    ])
  })
})

describe('the questions of typing', () => {
  it('a line, or the lines together, of more than twice the budget', () => {
    expect(seen(amounts('金额', '8000000', '1600000.01', '100000'))).toEqual([
      '3 3 2020-03-01 8000000.00 . far-over',
      '4 3 2020-03-02 1600000.01 . far-over',
      '5 3 2020-03-03 100000.00 x',
    ])
    expect(seen(amounts('金额', '900000', '700000', '1', '-1'))).toEqual([
      '3 3 2020-03-01 900000.00 x',
      '4 3 2020-03-02 700000.00 x',
      '5 3 2020-03-03 1.00 . far-over-total',
      '6 3 2020-03-04 -1.00 x',
    ])
  })
  it('one voucher and amount on another day, in the file and in the ledger', () => {
    const text = (day: string) => `单位：元\n支付日期,凭证号,项目,金额\n${day},ZF001,办公楼修缮,100000`
    const held = marks(readText(text('2020-03-05')).lines)
    expect(readText(text('2020-03-06'), { held }).lines.map(why)).toEqual([
      '同一凭证、同样金额的一笔记在另一天，可能是同一笔（如制单日期与支付日期），请核对后再选。',
    ])
    expect(seen(`${text('2020-03-05')}\n2020-03-06,ZF001,办公楼修缮,100000`)[1]).toContain('repeated')
  })
})

describe('headings that lack one', () => {
  const told = (text: string) => readText(text).leftOut.map((row) => [row.row, leftOutText(row.why)])
  it('a day without an amount: the column can be chosen', () => {
    const text = '日期,凭证号,项目,甲\n2020-03-05,1,办公楼修缮,5000'
    expect(told(text)).toEqual([
      [1, '找到了日期的表头“日期”，没有找到金额的表头，没有读入；是支付清单的，请在上方选定“金额”是哪一列。'],
    ])
    expect(readText(text, { answers: { columns: { 甲: 'amount' } } }).lines.filter(isTicked)).toHaveLength(1)
  })
  it('a column chosen by hand that is no payment’s is asked about', () => {
    const text = '项目,截止日期,累计支出\n办公楼修缮,2020-03-31,100000'
    const { lines } = readText(text, { answers: { columns: { 累计支出: 'amount' } } })
    expect(lines.map(why)).toEqual([
      '金额取自“累计支出”一列，不像逐笔支付的金额，请核对后再勾选；日期取自“截止日期”一列，不像支付日期，请核对后再勾选。',
    ])
  })
  it('an amount without a day', () => {
    expect(told('项目,支出\n办公楼修缮,5000')).toEqual([
      [1, '找到了金额的表头“支出”，没有找到日期的表头，没有读入；是支付清单的，请在上方选定“日期”是哪一列。'],
    ])
  })
  it('a hidden column of amounts is named', () => {
    const rows = [
      ['项目', '日期', '凭证号', '支付金额（元）'],
      ['办公楼修缮', '2020-03-05', '1', '45000'],
    ]
    const book = asBook([{ name: '支付', rows }], (xml) =>
      xml.replace('<sheetData>', '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>'),
    )
    expect(readBytes(book, 'a.xlsx').leftOut.map((row) => leftOutText(row.why))).toContain(
      '“支付金额（元）”在隐藏的列里，没有读入；需要的请取消隐藏后再打开。',
    )
  })
})
