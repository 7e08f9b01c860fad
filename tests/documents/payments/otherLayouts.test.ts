import { describe, expect, it } from 'vitest'
import { readListFile } from '@/documents/payments/readList'
import { isTicked } from '@/domain/payments/paymentList'
import { asBook, asCsv, brief, marks, readBytes, readTables, readText, why } from './lists'

const HEAD = '支付日期,凭证号,项目名称,支付金额,摘要'
const YUAN = { answers: { unit: 'yuan' as const } }
const lines = (text: string) => readText(text, YUAN).lines.map(brief)
const kinds = (text: string, against: Parameters<typeof readText>[1] = YUAN) =>
  readText(text, against).lines.map(({ doubts }) => doubts.map(({ kind }) => kind))
const left = (text: string) => readText(text, YUAN).leftOut.map(({ row, why: { kind } }) => [row, kind])

describe('columns', () => {
  it.each([
    [
      '制单日期 beside 支付日期',
      '制单日期,支付日期,项目名称,支付金额\n2020-01-01,2020-01-15,办公楼修缮,5',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      '入账日期 beside 制单日期',
      '制单日期,入账日期,项目名称,金额\n2020-01-01,2020-01-15,办公楼修缮,5',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      '申请金额 beside 支付金额',
      '日期,项目名称,申请金额,支付金额\n2020-01-15,办公楼修缮,9,5',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      '支付金额 before 申请金额',
      '日期,项目名称,支付金额,申请金额\n2020-01-15,办公楼修缮,5,9',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      '预算数, 余额 and 累计 are no payment',
      '日期,项目,预算金额,累计支付金额,支付金额,余额\n2020-01-15,办公楼修缮,800000,100,5,9',
      '2 3 2020-01-15 5.00 x',
    ],
    ['方向 turns an amount', '日期,项目,方向,金额\n2020-01-15,办公楼修缮,贷,5', '2 3 2020-01-15 -5.00 x'],
    ['a semicolon parts cells', '日期;项目;金额\n2020-01-15;办公楼修缮;5', '2 3 2020-01-15 5.00 x'],
    ['a bar parts cells', '日期|项目|金额\n2020-01-15|办公楼修缮|1,234.50', '2 3 2020-01-15 1234.50 x'],
    [
      'wide blanks part cells',
      '日期    项目    金额\n2020-01-15    办公楼修缮    5',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      'headings of two rows',
      '序号,支付信息,,项目名称\n,日期,金额,\n1,2020-01-15,5,办公楼修缮',
      '3 3 2020-01-15 5.00 x',
    ],
    ['年, 月 and 日 in columns', '年,月,日,项目名称,金额\n2020,1,15,办公楼修缮,5', '2 3 2020-01-15 5.00 x'],
    [
      'headings nobody listed',
      '实际付款时间,项目全称名称,实际付款总金额\n2020-01-15,办公楼修缮,5',
      '2 3 2020-01-15 5.00 x',
    ],
    [
      'invisible letters in headings',
      '支付\u200B日期,项目 名称,支 付 金 额（元）\n2020-01-15,办公楼修缮,5',
      '2 3 2020-01-15 5.00 x',
    ],
    ['one amount called 借方金额', '日期,项目,借方金额\n2020-01-15,办公楼修缮,5', '2 3 2020-01-15 5.00 x'],
  ])('%s', (_, text, wanted) => {
    expect(lines(text)).toEqual([wanted])
  })

  it.each([
    ['only applied for', '日期,项目,申请金额\n2020-01-15,办公楼修缮,5', [['requested-only']]],
    ['no day of payment yet', '制单日期,支付日期,项目,金额\n2020-01-15,,办公楼修缮,5', [['day-elsewhere']]],
    ['debit and credit at once', '日期,项目,借方,贷方\n2020-01-15,办公楼修缮,5,3', [['both-sides']]],
    [
      'an account of money',
      '科目：1002 银行存款\n日期,项目,借方,贷方\n2020-01-15,办公楼修缮,,5',
      [['account-side']],
    ],
    ['a direction nobody knows', '日期,项目,方向,金额\n2020-01-15,办公楼修缮,平,5', [['flow']]],
    [
      'a cell cut in two by its own comma',
      `${HEAD}\n2020-01-15,T1,办公楼修缮,100,000.00,修缮`,
      [['more-cells']],
    ],
    ['科学计数法', `${HEAD}\n2020-01-15,T1,办公楼修缮,1.2E+05,修缮`, [['scientific']]],
    ['a voucher in 科学计数法', `${HEAD}\n2020-01-15,1.3E+13,办公楼修缮,12,修缮`, [['voucher-scientific']]],
  ])('%s is asked', (_, text, wanted) => {
    expect(kinds(text)).toEqual(wanted)
    expect(readText(text, YUAN).lines.filter(isTicked)).toEqual([])
  })

  it.each([
    [
      'heading and title of two units',
      '单位：元\n日期,项目,金额（万元）\n2020-01-15,办公楼修缮,5',
      [['unit-clash']],
    ],
    ['千元', '单位：千元\n日期,项目,金额\n2020-01-15,办公楼修缮,5', [['unit-other']]],
    [
      '万元 without saying so',
      '日期,项目,金额\n2020-01-15,办公楼修缮,5\n2020-02-15,社会养老保险基金财政补助,500',
      [['unit-far'], ['unit-far']],
    ],
    ['元 under 万元', '单位：万元\n日期,项目,金额\n2020-01-15,办公楼修缮,50000', [['unit-far']]],
  ])('the unit is asked: %s', (_, text, wanted) => {
    expect(kinds(text, {})).toEqual(wanted)
    expect(readText(text).lines.filter(isTicked)).toEqual([])
  })

  it('答 a unit and nothing is asked of it', () => {
    const text = '日期,项目,金额\n2020-01-15,办公楼修缮,5'
    expect(readText(text, { answers: { unit: 'wan' } }).lines.map(brief)).toEqual([
      '2 3 2020-01-15 50000.00 x',
    ])
    expect(readText(text, { answers: { unit: 'yuan' } }).lines.map(brief)).toEqual(['2 3 2020-01-15 5.00 x'])
  })
})

describe('rows that are no payments', () => {
  it.each([
    [
      'void, refunded, not yet paid',
      '日期,项目,金额,支付状态\n2020-01-15,办公楼修缮,5,已作废\n2020-01-16,办公楼修缮,6,已退款\n2020-01-17,办公楼修缮,7,待支付\n2020-01-18,办公楼修缮,8,支付成功',
      [
        [2, 'not-paid'],
        [3, 'not-paid'],
        [4, 'not-paid'],
      ],
      ['5 3 2020-01-18 8.00 x'],
    ],
    [
      '是否作废',
      '日期,项目,金额,是否作废\n2020-01-15,办公楼修缮,5,是\n2020-01-16,办公楼修缮,6,否',
      [[2, 'not-paid']],
      ['3 3 2020-01-16 6.00 x'],
    ],
    [
      'numbers of columns, headings again',
      `${HEAD}\n1,2,3,4,5\n2020-01-15,T1,办公楼修缮,5,x\n${HEAD}\n2020-01-16,T2,办公楼修缮,6,y`,
      [
        [2, 'numbers'],
        [4, 'heading'],
      ],
      ['3 3 2020-01-15 5.00 x', '5 3 2020-01-16 6.00 x'],
    ],
    [
      'carried balances',
      `${HEAD}\n,,,9,期初余额\n2020-01-15,T1,办公楼修缮,5,x\n,,,9,过次页\n,,,9,承前页`,
      [
        [2, 'carried'],
        [4, 'carried'],
        [5, 'carried'],
      ],
      ['3 3 2020-01-15 5.00 x'],
    ],
    [
      'footers',
      `${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n单位负责人：张三,,,会计：李四,\n第1页 共2页,,,,\n打印日期：2020-07-01,,,,`,
      [
        [3, 'footer'],
        [4, 'footer'],
        [5, 'footer'],
      ],
      ['2 3 2020-01-15 5.00 x'],
    ],
    [
      'one bad amount',
      `${HEAD}\n2020-01-15,T1,办公楼修缮,五元,x\n2020-01-16,T2,办公楼修缮,6,y\n2020-01-17,T3,办公楼修缮,,z\n2020-01-18,T4,办公楼修缮,0.00,w`,
      [
        [2, 'amount'],
        [4, 'no-amount'],
        [5, 'zero'],
      ],
      ['3 3 2020-01-16 6.00 x'],
    ],
  ])('%s', (_, text, out, wanted) => {
    expect(left(text)).toEqual(out)
    expect(lines(text)).toEqual(wanted)
  })

  it('totals of a month, the year, a page, a group by name and in words are checked, and a wrong one is said', () => {
    const { sums, lines: own } = readText(
      `${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n,,,5,1月合计\n2020-02-15,T2,办公楼修缮,6,y\n,,,6,2月合计\n,,,11,本年累计\n,,办公楼修缮小计,12,\n合计：11.00元,,,,\n人民币大写：壹拾壹元整,,,,合计`,
    )
    expect(own).toHaveLength(2)
    expect(
      sums.map(({ row, stated, found, agrees }) => [row, stated.toFixed(), found.toFixed(), agrees]),
    ).toEqual([
      [3, '5', '5', true],
      [5, '6', '6', true],
      [6, '11', '11', true],
      [7, '12', '11', false],
      [8, '11', '11', true],
      [9, '11', '11', true],
    ])
  })

  it('a payment whose words say 合计 is asked about, not swallowed', () => {
    const read = readText(`${HEAD}\n2020-01-15,T1,办公楼修缮,5,合计`, YUAN)
    expect(read.lines.map(({ doubts }) => doubts.map(({ kind }) => kind))).toEqual([['total-word']])
    expect(lines(`${HEAD}\n2020-01-15,T1,办公楼修缮,5,1-5月合计劳务费`)).toEqual(['2 3 2020-01-15 5.00 x'])
  })
})

describe('days', () => {
  it.each([
    ['2020年3月10日', '2020-03-10'],
    ['二〇二〇年三月十日', '2020-03-10'],
    ['2020 - 3 - 10', '2020-03-10'],
    ['２０２０．３．１０', '2020-03-10'],
    ['20200310', '2020-03-10'],
    ['20200310102233', '2020-03-10'],
    ['2020-03-10T10:22:33+08:00', '2020-03-10'],
    ['2020-03-10 下午 3:05', '2020-03-10'],
    ['2020/3/10(周二)', '2020-03-10'],
    ['10-Mar-2020', '2020-03-10'],
    ['Mar 10, 2020', '2020-03-10'],
    ['03/25/2020', '2020-03-25'],
    ['43900.43', '2020-03-10'],
    ['20年3月10日', '2020-03-10'],
  ])('%s', (text, day) => {
    expect(readText(`日期,项目,金额\n"${text}",办公楼修缮,5000`).lines.map(({ day: own }) => own)).toEqual([
      day,
    ])
  })

  it.each([
    ['3-10', 'day-asked'],
    ['10-Mar-20', 'day-asked'],
    ['2020-03-10T23:30:00Z', 'day-asked'],
    ['2019-03-10', 'other-year'],
    ['43500', 'other-year'],
    ['2020-13-01', 'day-impossible'],
    ['13月1日', 'day-impossible'],
    ['2020-06', 'day-unread'],
    ['上旬', 'day-unread'],
    ['', 'day-empty'],
  ])('%s: %s', (text, kind) => {
    const [line] = readText(`日期,项目,金额,凭证号\n"${text}",办公楼修缮,5000,记-1`).lines
    expect(line?.doubts.map((doubt) => doubt.kind)).toEqual([kind])
  })

  it('a day after today is refused', () => {
    const [line] = readText('日期,项目,金额\n2020-03-10,办公楼修缮,5000', {
      today: '2020-03-09' as never,
    }).lines
    expect(line?.doubts.map(({ kind }) => kind)).toEqual(['future'])
  })
})

describe('projects', () => {
  const one = (code: string, name: string) => {
    const [line] = readText(`日期,项目编码,项目名称,金额\n2020-03-10,${code},${name},5000`).lines
    if (!line) throw new Error('no line')
    const match = line.doubts.flatMap((doubt) => (doubt.kind === 'project' ? doubt.match.why : []))
    return [line.project?.id.split('/')[1] ?? '-', ...match].join(' ')
  }
  it.each([
    ['', '【办公楼修缮】', '3'],
    ['', '办公楼\u200B 修缮', '3'],
    ['', '3、办公楼修缮', '3'],
    ['', '323-0701-JBN-YQI0 办公楼修缮', '3'],
    ['', '办公楼修缮(323-0701-JBN-YQI0)', '3'],
    ['３２３－０７０１－jbn－YQI0', '', '3'],
    ['323-0701-JBN-YQI0', '办公楼修缮工程', '3'],
    ['323-0105-YBN-V0X2', '人员招聘费用', '4'],
    ['323-0105-YBN-V0X2', '港诚人力资源招聘人员费用', '6'],
    ['13092320T0001', '办公楼修缮', '3'],
    ['323-0105-YBN-V0X2', '', '- shared-code'],
    ['323-0105-YBN-V0X2', '招聘', '- shared-code'],
    ['323-0701-JBN-YQI0', '人员招聘费用', '- contradiction'],
    ['323-0701-JBN-YQI0', '食堂采购', '3 other-name'],
    ['323-0701-JBN-XXXX', '办公楼修缮', '3 other-code'],
    ['', '食堂', '- unknown'],
    ['', '2020年办公楼修缮', '3 suffix'],
  ])('%s %s', (code, name, wanted) => {
    expect(one(code, name)).toBe(wanted)
  })

  it('a name merged over several lines belongs to each of them', () => {
    const bytes = asBook(
      [
        {
          name: '一',
          rows: [
            ['项目名称', '日期', '金额'],
            ['办公楼修缮', '2020-03-10', '5000'],
            ['', '2020-03-11', '6000'],
          ],
        },
      ],
      (xml) => xml.replace('</worksheet>', '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>'),
    )
    expect(readBytes(bytes, 'm.xlsx').lines.map(brief)).toEqual([
      '2 3 2020-03-10 5000.00 x',
      '3 3 2020-03-11 6000.00 x',
    ])
  })

  it('one name stands for a whole table: in a title and beside an account', () => {
    expect(lines('项目：办公楼修缮\n日期,金额\n2020-03-10,5000')).toEqual(['3 3 2020-03-10 5000.00 x'])
    expect(lines('日期,科目名称,金额\n2020-03-10,项目支出-办公楼修缮,5000')).toEqual([
      '2 3 2020-03-10 5000.00 x',
    ])
  })
})

describe('repetitions', () => {
  const held = marks(
    readText(`${HEAD}\n2020-03-10,记-1,办公楼修缮,5000,甲\n2020-03-11,,办公楼修缮,6000,乙`).lines,
  )
  const said = (row: string) =>
    readText(`${HEAD}\n${row}`, { held }).lines.flatMap(({ doubts }) =>
      doubts.flatMap((doubt) => (doubt.kind === 'repeated' ? doubt.repeated.kind : [])),
    )
  it.each([
    ['2020-03-10,记-1,办公楼修缮,5000,别的用途', ['in-ledger']],
    ['2020-03-10,记-1,人员招聘费用,5000,甲', ['other-project']],
    ['2020-03-10,,办公楼修缮,5000,甲', ['in-ledger']],
    ['2020-03-11,记-9,办公楼修缮,6000,乙', ['in-ledger']],
    ['2020-03-11,记-9,办公楼修缮,6000,别的', ['alike']],
    ['2020-03-11,,办公楼修缮,6000,别的', []],
    ['2020-03-10,记-1,办公楼修缮,5001,甲', ['other-amount']],
    ['2020-03-10,记-1,,5000,甲', ['other-project']],
  ])('%s', (row, wanted) => {
    expect(said(row)).toEqual(wanted)
  })

  it('the second of two alike in one file is asked about', () => {
    expect(
      lines(
        `${HEAD}\n2020-03-10,记-7,办公楼修缮,5,x\n2020-03-10,记-7,办公楼修缮,5,x\n2020-03-10,记-7,办公楼修缮,6,x`,
      ),
    ).toEqual(['2 3 2020-03-10 5.00 x', '3 3 2020-03-10 5.00 .', '4 3 2020-03-10 6.00 x'])
  })
})

describe('damaged files', () => {
  const text = `${HEAD}\n2020-03-10,T1,办公楼修缮,5000,修缮预付款\n2020-03-11,T2,办公楼修缮,6000,尾款`
  it('a UTF-8 file cut inside a letter is read, the line said', () => {
    const bytes = new TextEncoder().encode(text)
    const read = readBytes(bytes.subarray(0, bytes.length - 1), 'cut.csv')
    expect(read.lines.map(brief)).toEqual(['2 3 2020-03-10 5000.00 x', '3 3 2020-03-11 6000.00 .'])
    expect(why(read.lines[1] as never)).toBe('这一行有读不出来的字，文件可能没有拷完整，请核对。')
  })
  it('a quote never closed swallows no line', () => {
    expect(lines(text.replace('修缮预付款', '"修缮'))).toEqual([
      '2 3 2020-03-10 5000.00 x',
      '3 3 2020-03-11 6000.00 x',
    ])
  })
  it.each([
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.xls', 'old-xls'],
    ['no text', new Uint8Array([1, 2, 0, 0xff, 0xfe, 3, 0, 4]), 'a.csv', 'encoding'],
    ['a workbook cut off', asBook([{ name: '一', rows: [['a']] }]).subarray(0, 200), 'a.xlsx', 'damaged'],
    ['nothing', new Uint8Array(0), 'a.csv', 'empty'],
  ])('%s', (_, bytes, name, kind) => {
    const file = readListFile(bytes, name)
    expect(file.ok ? 'read' : file.problem.kind).toBe(kind)
  })
})

describe('workbooks', () => {
  const book = (change: (xml: string) => string) =>
    readBytes(
      asBook(
        [
          {
            name: '一',
            rows: [
              ['日期', '项目', '金额'],
              ['2020-03-10', '办公楼修缮', '5000'],
              ['2020-03-11', '办公楼修缮', '6000'],
            ],
          },
        ],
        change,
      ),
      'a.xlsx',
    )
  const cell = (xml: string, of: string, by: string) => xml.replace(new RegExp(`<c r="${of}"[^]*?</c>`), by)

  it('a rounded amount counts by the number behind it and is said; finer than 分 is asked', () => {
    const exact = book((xml) => cell(xml, 'C2', '<c r="C2" s="1"><v>5000.56</v></c>'))
    expect(exact.lines.map(brief)[0]).toBe('2 3 2020-03-10 5000.56 x')
    expect(why(exact.lines[0] as never)).toBe('单元格显示为 5,001，按格内的实际数读。')
    const fine = book((xml) => cell(xml, 'C2', '<c r="C2" s="1"><v>5000.567</v></c>'))
    expect(fine.lines.map(brief)[0]).toBe('2 3 2020-03-10 5001.00 .')
  })
  it('a formula without its value and a hidden row are said', () => {
    const formula = book((xml) => cell(xml, 'C2', '<c r="C2"><f>A1+1</f></c>'))
    expect(formula.leftOut.map(({ row, why: { kind } }) => [row, kind])).toEqual([[2, 'no-value']])
    const hidden = book((xml) => xml.replace('<row r="2">', '<row r="2" hidden="1">'))
    expect(hidden.leftOut.map(({ row, why: { kind } }) => [row, kind])).toEqual([[2, 'hidden']])
    expect(hidden.lines.map(brief)).toEqual(['3 3 2020-03-11 6000.00 x'])
  })
  it('a page named .xls: its hidden rows are said, a day merged over several rows is each one’s', () => {
    const page = (first: string, rest: string) =>
      readBytes(
        new TextEncoder().encode(
          `<html><meta charset="utf-8"><table><tr><td>日期</td><td>项目</td><td>金额</td></tr><tr>${first}<td>办公楼修缮</td><td>5000</td></tr>${rest}</table></html>`,
        ),
        'a.xls',
      )
    const day = '<td>2020-03-10</td>'
    for (const hides of ['style="display:none"', 'style="visibility: hidden"', 'hidden']) {
      const row = `<tr ${hides}>${day}<td>办公楼修缮</td><td>6000</td></tr>`
      for (const rest of [row, `${row}<tr>${day}<td>办公楼修缮</td><td>7000</td></tr>`]) {
        const read = page(day, rest)
        expect(read.leftOut.map(({ row: at, why: { kind } }) => [at, kind])).toEqual([[3, 'hidden']])
        expect(read.lines.map(({ amount }) => amount.toFixed())).not.toContain('6000')
      }
    }
    const merged = page('<td rowspan="2">2020-03-10</td>', '<tr><td>办公楼修缮</td><td>6000</td></tr>')
    expect(merged.lines.map(({ day: on }) => on)).toEqual(['2020-03-10', '2020-03-10'])
  })
  it('a sheet that is no list is said, the others are read', () => {
    const bytes = asBook([
      { name: '封面', rows: [['某局支付清单']] },
      {
        name: '一',
        rows: [
          ['日期', '项目', '金额'],
          ['2020-03-10', '办公楼修缮', '5000'],
        ],
      },
    ])
    const read = readBytes(bytes, 'a.xlsx')
    expect(read.sheets).toEqual(['封面', '一'])
    expect(read.leftOut.map(({ sheet, row, why: { kind } }) => [sheet, row, kind])).toEqual([
      ['封面', 1, 'not-a-list'],
    ])
    expect(read.lines.map(brief)).toEqual(['2 3 2020-03-10 5000.00 x'])
  })
})

it('2,000 lines against 10,000 projects are understood', () => {
  const rows = [['日期', '项目编码', '项目名称', '金额', '凭证号']]
  for (let at = 0; at < 2000; at += 1)
    rows.push(['2020-03-10', '', '办公楼修缮', String((at % 500) + 1), `记-${at}`])
  const file = readListFile(asCsv(rows), 'a.csv')
  expect(file.ok && readTables(file.tables).lines.filter(isTicked)).toHaveLength(2000)
})
