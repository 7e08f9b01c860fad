import { describe, expect, it } from 'vitest'
import type { CellMark, ListTable } from '@/domain/payments/listTable'
import { isTicked, type ListLine } from '@/domain/payments/paymentList'
import {
  lineKey,
  namedKey,
  NO_ANSWERS,
  readPaymentList,
  type ListAnswers,
  type ListContext,
} from '@/domain/payments/readPaymentList'
import { day, wan } from '../build'

const PROJECTS = [
  { id: '3', code: '323-0701-JBN', name: '办公楼修缮', budget: wan('80') },
  { id: '4', code: '323-0105-YBN', name: '人员招聘费用', budget: wan('10') },
]
const CONTEXT: ListContext = {
  year: 2020,
  department: { code: '', name: '' },
  projects: PROJECTS,
  held: [],
  remembered: {},
  today: null,
}
const HEAD = '日期,凭证号,项目,金额,摘要'

const tableOf = (text: string, over: Partial<ListTable> = {}): ListTable => ({
  sheet: null,
  rows: text.split('\n').map((line) => line.split(',')),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: false,
  marks: [],
  ...over,
})

function read(
  given: string | readonly ListTable[],
  answers: Partial<ListAnswers> = { unit: 'yuan' },
  context: Partial<ListContext> = {},
) {
  const tables = typeof given === 'string' ? [tableOf(given)] : given
  const reading = readPaymentList(tables, { ...CONTEXT, ...context }, { ...NO_ANSWERS, ...answers })
  if (!reading) throw new Error('no list')
  return reading
}

/** A line in short: row, project, day, amount, whether it is ticked, and what is asked and said of it. */
const brief = (line: ListLine) =>
  [
    line.row,
    line.project?.id ?? '-',
    line.day ?? '-',
    line.amount.toFixed(),
    isTicked(line) ? 'x' : '.',
    ...[...line.doubts, ...line.notes].map(({ kind }) => kind),
  ].join(' ')
const lines = (...given: Parameters<typeof read>) => read(...given).lines.map(brief)
const left = (...given: Parameters<typeof read>) =>
  read(...given).leftOut.map(({ row, why }) => `${row} ${why.kind}`)
const sums = (...given: Parameters<typeof read>) =>
  read(...given).sums.map(({ row, found, agrees }) => `${row} ${found.toFixed()} ${agrees ? '=' : '≠'}`)

describe('what speaks against a payment', () => {
  const of = (heading: string, said: string, amount = '400') =>
    `日期,项目,${heading},金额\n2020-01-15,办公楼修缮,${said},${amount}`

  it.each([
    ['交易类型', '支付', '2 3 2020-01-15 400 x'],
    ['交易类型', '退款', '2 3 2020-01-15 -400 . came-back'],
    ['业务类型', '直接支付', '2 3 2020-01-15 400 x'],
    ['业务类型', '退票', '2 3 2020-01-15 -400 . came-back'],
    ['收支类型', '支出', '2 3 2020-01-15 400 x'],
    ['收支类型', '收入', '2 3 2020-01-15 -400 . came-back'],
    ['支付类型', '授权支付', '2 3 2020-01-15 400 x'],
    ['类型', '部分退款', '2 3 2020-01-15 400 . spoken-against'],
    ['收/支', '支', '2 3 2020-01-15 400 x'],
    ['收/支', '收', '2 3 2020-01-15 -400 . came-back'],
    ['收支', '收入', '2 3 2020-01-15 -400 . came-back'],
    ['收支方向', '收入', '2 3 2020-01-15 -400 . came-back'],
    ['方向', '贷', '2 3 2020-01-15 -400 x'],
    ['支付方式', '退款', '2 3 2020-01-15 -400 . came-back'],
    ['标注', '已作废', '2 3 2020-01-15 400 . spoken-against'],
    ['收款人', '某退役军人服务站', '2 3 2020-01-15 400 x'],
    ['备注', '此笔作废', '2 3 2020-01-15 400 . spoken-against'],
    ['用途', '退回装修款', '2 3 2020-01-15 400 . spoken-against'],
    ['摘要', '退休人员补助', '2 3 2020-01-15 400 x'],
  ])('%s %s', (heading, said, expected) => {
    expect(lines(of(heading, said))).toEqual([expected])
  })

  it('an amount below 0 agrees with it', () => {
    expect(lines(of('交易类型', '退款', '-400'))).toEqual(['2 3 2020-01-15 -400 x'])
    expect(lines(of('备注', '退款', '-400'))).toEqual(['2 3 2020-01-15 -400 x'])
  })

  it('what is void is left out', () => {
    expect([lines(of('交易类别', '作废')), left(of('交易类别', '作废'))]).toEqual([[], ['2 not-paid']])
  })

  it('every column of kinds and of words is asked', () => {
    const rows = '日期,项目,业务类型,交易类型,金额\n2020-01-15,办公楼修缮,直接支付,退款,400'
    expect(lines(rows)).toEqual(['2 3 2020-01-15 -400 . came-back'])
    const memos = '日期,项目,摘要,备注,金额\n2020-01-15,办公楼修缮,装修款,已退票,400'
    expect(lines(memos)).toEqual(['2 3 2020-01-15 400 . spoken-against'])
  })

  it('a total is checked against what came back as such', () => {
    const rows = `${of('交易类型', '支付', '1000')}\n2020-01-16,办公楼修缮,退款,400\n合计,,,600`
    expect(sums(rows)).toEqual(['4 600 ='])
  })

  it('a sub-total in brackets is one', () => {
    const rows = '日期,项目,金额\n2020-01-15,办公楼修缮,5\n2020-01-15,办公楼修缮(小计),5'
    expect([lines(rows), sums(rows)]).toEqual([['2 3 2020-01-15 5 x'], ['3 5 =']])
  })

  it('a heading in 万 alone is in 万元', () => {
    const { unit } = read('日期,项目,金额(万)\n2020-01-15,办公楼修缮,5', { unit: null })
    expect(unit).toEqual({ unit: 'wan', by: 'heading', clash: false })
  })
})

describe('a row of a payment list', () => {
  it.each([
    ['plain', '2020-01-15,T1,办公楼修缮,5,x', '2 3 2020-01-15 5 x'],
    ['what came back', '2020-01-15,T1,办公楼修缮,-5,x', '2 3 2020-01-15 -5 x'],
    ['no project', '2020-01-15,T1,,5,x', '2 - 2020-01-15 5 . project'],
    ['no day', ',T1,办公楼修缮,5,x', '2 3 - 5 . day-empty'],
    ['an amount in 科学计数法', '2020-01-15,T1,办公楼修缮,1.2E+05,x', '2 3 2020-01-15 120000 . scientific'],
    ['an amount that is a day', '2020-01-15,T1,办公楼修缮,43900,x', '2 3 2020-01-15 43900 . serial-amount'],
    [
      'a voucher in 科学计数法',
      '2020-01-15,1.3E+13,办公楼修缮,12,x',
      '2 3 2020-01-15 12 . voucher-scientific',
    ],
    ['a voucher of letters', '2020-01-15,e+1,办公楼修缮,12,x', '2 3 2020-01-15 12 x'],
    ['a cell too many', '2020-01-15,T1,办公楼修缮,5,x,y', '2 3 2020-01-15 5 . more-cells'],
    ['a blank cell too many', '2020-01-15,T1,办公楼修缮,5,x, ', '2 3 2020-01-15 5 x'],
    ['a total’s word in a payment', '2020-01-15,T1,办公楼修缮,5,合计', '2 3 2020-01-15 5 . total-word'],
    ['a balance’s word in a payment', '2020-01-15,T1,办公楼修缮,5,上年结转', '2 3 2020-01-15 5 x'],
  ])('%s', (_, row, expected) => {
    expect(lines(`${HEAD}\n${row}`)).toEqual([expected])
  })

  it.each([
    ['blank', ',,,,', []],
    ['a total unread', ',,,,合计', ['2 total-unread']],
    ['carried', ',,,9,期初余额', ['2 carried']],
    ['carried, with a day', '2020-01-01,,,9,上年结转', ['2 carried']],
    ['a footer', '制表人：张三,,,,', ['2 footer']],
    ['a page', '第1页,,共2页,,', ['2 footer']],
    ['numbers of the columns', '1,2,3,4,5', ['2 numbers']],
    ['栏次', '栏次,1,2,3,4', ['2 numbers']],
    ['headings again', HEAD, ['2 heading']],
    ['nothing paid', '2020-01-15,T1,办公楼修缮,0.00,x', ['2 zero']],
    ['no amount', '2020-01-15,T1,办公楼修缮,,x', ['2 no-amount']],
    ['a voucher alone', ',T1,办公楼修缮,,x', ['2 no-amount']],
    ['neither day nor voucher nor amount', ',,办公楼修缮,,x', ['2 no-payment']],
    ['an amount not read', '2020-01-15,T1,办公楼修缮,五元,x', ['2 amount']],
  ])('%s is left out and said', (_, row, expected) => {
    expect(left(`${HEAD}\n${row}`)).toEqual(expected)
    expect(lines(`${HEAD}\n${row}\n2020-01-16,T2,办公楼修缮,6,y`)).toEqual(['3 3 2020-01-16 6 x'])
  })

  it('numbered 1 may be a payment of one', () => {
    expect(lines('序号,日期,项目,金额\n1,2020-01-15,办公楼修缮,5\n2,2020-01-16,办公楼修缮,6')).toEqual([
      '2 3 2020-01-15 5 x',
      '3 3 2020-01-16 6 x',
    ])
  })

  it('hidden is left out, a damaged one is asked', () => {
    const rows = `${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n2020-01-16,T2,办公楼修缮,6,y`
    const hidden = tableOf(rows, { hiddenRows: new Set([1]) })
    expect([left([hidden]), lines([hidden])]).toEqual([['2 hidden'], ['3 3 2020-01-16 6 x']])
    const marks: CellMark[] = [{ row: 2, column: 4, kind: 'damaged', full: null }]
    expect(lines([tableOf(rows, { marks })])).toEqual(['2 3 2020-01-15 5 x', '3 3 2020-01-16 6 . damaged'])
    const lost: CellMark[] = [{ row: 1, column: 3, kind: 'no-value', full: null }]
    expect(left([tableOf(`${HEAD}\n,,办公楼修缮,,x`, { marks: lost })])).toEqual(['2 no-value'])
  })

  it.each([
    '以上合计',
    '以上小计',
    '月末合计',
    '办公楼修缮小计',
    '办公楼修缮 合计',
    '（办公楼修缮）小计：',
    '2020年办公楼修缮合计',
    '本月支出合计',
    '截至本月累计',
    '截至6月底累计支出',
    '累计支出',
    '支出合计',
    '汇总',
    '总计',
  ])('a row with a day and a project that says %s is a total: checked, never taken', (word) => {
    const list = `${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n2020-01-16,T2,办公楼修缮,6,y\n2020-01-31,,办公楼修缮,11,${word}`
    expect([lines(list), sums(list)]).toEqual([['2 3 2020-01-15 5 x', '3 3 2020-01-16 6 x'], ['4 11 =']])
    const named = list.replace(`办公楼修缮,11,${word}`, `${word},11,`)
    expect(lines(named)).toEqual(['2 3 2020-01-15 5 x', '3 3 2020-01-16 6 x'])
  })

  it.each(['其中：材料费', '其中', '本月支出', '截至6月底', '截至2020年6月30日'])(
    '%s may be a total or a payment: it is asked about',
    (word) => {
      expect(lines(`${HEAD}\n2020-01-31,,办公楼修缮,11,${word}`)).toEqual(['2 3 2020-01-31 11 . total-word'])
    },
  )

  it.each(['首付', '合同总价款的30%', '工程设计费', '总承包费', '截流沟工程款', '其他费用', '统计服务费'])(
    '%s is a payment',
    (memo) => {
      expect(lines(`${HEAD}\n2020-01-31,,办公楼修缮,11,${memo}`)).toEqual(['2 3 2020-01-31 11 x'])
    },
  )

  it('a day merged over several lines belongs to each of them', () => {
    const merged = tableOf(`${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n,T2,办公楼修缮,6,y`, {
      merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
    })
    expect(lines([merged])).toEqual(['2 3 2020-01-15 5 x', '3 3 2020-01-15 6 x'])
  })

  it('keeps voucher, words and names as they stand, and where', () => {
    const [line] = read([
      tableOf('日期,凭证号,项目编码,项目名称,金额,摘要\n2020-01-15, T1 , 99 ,食堂,5, 备 ', { sheet: '表' }),
    ]).lines
    expect(line).toMatchObject({
      sheet: '表',
      row: 2,
      voucher: 'T1',
      memo: '备',
      named: { code: '99', name: '食堂' },
    })
    expect([lineKey(line!), lineKey({ sheet: null, row: 7 }), namedKey(line!)]).toEqual([
      '表!2',
      '!7',
      '99|食堂',
    ])
  })
})

describe('states, requests and refunds', () => {
  const STATES = '日期,项目,金额,支付状态'
  it.each([
    ['paid', '5,支付成功', '2 3 2020-01-15 5 x', []],
    ['unknown', '5,某状态', '2 3 2020-01-15 5 . state', []],
    ['void', '5,已作废', null, ['2 not-paid']],
    ['refunded', '5,已退款', null, ['2 not-paid']],
    ['a refund in figures', '-5,退款', '2 3 2020-01-15 -5 . state', []],
  ])('%s', (_, cells, line, out) => {
    const text = `${STATES}\n2020-01-15,办公楼修缮,${cells}`
    expect(lines(text)).toEqual(line === null ? [] : [line])
    expect(left(text)).toEqual(out)
  })

  it('是否作废 by its own heading', () => {
    expect(left('日期,项目,金额,是否作废\n2020-01-15,办公楼修缮,5,是\n2020-01-16,办公楼修缮,6,否')).toEqual([
      '2 not-paid',
    ])
  })

  it('what is applied for is no payment beside a column of payments, and asked about without one', () => {
    const both = '日期,项目,申请金额,支付金额'
    expect(left(`${both}\n2020-01-15,办公楼修缮,9,\n2020-01-15,办公楼修缮,9,0`)).toEqual([
      '2 requested',
      '3 requested',
    ])
    expect(lines(`${both}\n2020-01-15,办公楼修缮,9,5`)).toEqual(['2 3 2020-01-15 5 x'])
    const only = '日期,项目,申请金额'
    expect(lines(`${only}\n2020-01-15,办公楼修缮,9`)).toEqual(['2 3 2020-01-15 9 . requested-only'])
    expect(
      left(`${only}\n2020-01-15,办公楼修缮,九\n2020-01-15,办公楼修缮,0\n2020-01-15,办公楼修缮,-`),
    ).toEqual(['2 amount', '3 no-amount', '4 no-amount'])
    expect(left(`${only}\n2020-01-15,办公楼修缮,9\n合计,,9`)).toEqual(['3 total-unread'])
  })

  it('an amount that came back beside the payment is asked', () => {
    const refund = '日期,项目,金额,退款金额'
    expect(
      lines(
        `${refund}\n2020-01-15,办公楼修缮,5,1\n2020-01-16,办公楼修缮,6,0\n2020-01-17,办公楼修缮,7,\n2020-01-18,办公楼修缮,8,一`,
      ),
    ).toEqual([
      '2 3 2020-01-15 5 . refund',
      '3 3 2020-01-16 6 x',
      '4 3 2020-01-17 7 x',
      '5 3 2020-01-18 8 . refund',
    ])
  })

  it('a debit to an account of money is asked, in a column or in a title', () => {
    const sides = '日期,科目,项目,借方,贷方'
    expect(
      lines(`${sides}\n2020-01-15,1002 银行存款,办公楼修缮,5,\n2020-01-16,业务活动费用,办公楼修缮,6,`),
    ).toEqual(['2 3 2020-01-15 5 . account-side', '3 3 2020-01-16 6 x'])
    expect(lines('科目：零余额账户用款额度\n日期,项目,借方,贷方\n2020-01-15,办公楼修缮,5,')).toEqual([
      '3 3 2020-01-15 5 . account-side',
    ])
    expect(lines('日期,科目,项目,金额\n2020-01-15,银行存款,办公楼修缮,5')).toEqual(['2 3 2020-01-15 5 x'])
  })
})

describe('the project of a row', () => {
  it.each([
    ['its own', '日期,项目编码,项目名称,金额\n2020-01-15,323-0701-JBN,办公楼修缮,5', '2 3 2020-01-15 5 x'],
    [
      'another name under its code',
      '日期,项目编码,项目名称,金额\n2020-01-15,323-0701-JBN,办公楼修缮工程尾款,5',
      '2 3 2020-01-15 5 x',
    ],
    [
      'less than its name under its code',
      '日期,项目编码,项目名称,金额\n2020-01-15,323-0701-JBN,楼修缮,5',
      '2 3 2020-01-15 5 x name-differs',
    ],
    ['its code alone', '日期,项目编码,项目名称,金额\n2020-01-15,323-0701-JBN,,5', '2 3 2020-01-15 5 x'],
    ['named in its account', '日期,科目,金额\n2020-01-15,项目支出-办公楼修缮,5', '2 3 2020-01-15 5 x'],
    ['named in a title', '项目：办公楼修缮\n日期,金额\n2020-01-15,5', '3 3 2020-01-15 5 x'],
    [
      'a title that names no project',
      '单位名称：劳动局\n日期,金额\n2020-01-15,5',
      '3 - 2020-01-15 5 . project',
    ],
    [
      'its own name before the title’s',
      '项目：人员招聘费用\n日期,项目,金额\n2020-01-15,办公楼修缮,5',
      '3 3 2020-01-15 5 x',
    ],
    [
      'an unknown name is asked under any title',
      '项目：人员招聘费用\n日期,项目,金额\n2020-01-15,食堂,5',
      '3 - 2020-01-15 5 . project',
    ],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual([expected])
  })

  it('a title between the rows holds for those below, until the next', () => {
    expect(
      lines(
        '日期,摘要,金额\n2020-01-15,甲,5\n项目：办公楼修缮,,\n2020-01-16,乙,6\n项目：人员招聘费用,,\n2020-01-17,丙,7\n科目：管理费,,\n2020-01-18,丁,8',
      ),
    ).toEqual([
      '2 - 2020-01-15 5 . project',
      '4 3 2020-01-16 6 x',
      '6 4 2020-01-17 7 x',
      '8 - 2020-01-18 8 . project',
    ])
  })

  it('全部记入 one: what names none or an unknown one, never what names another', () => {
    const text =
      '日期,项目,金额\n2020-01-15,,5\n2020-01-16,食堂,6\n2020-01-17,人员招聘费用,7\n2020-01-18,2021年人员招聘费用,8'
    expect(lines(text, { unit: 'yuan', only: '3' })).toEqual([
      '2 3 2020-01-15 5 x',
      '3 3 2020-01-16 6 x',
      '4 4 2020-01-17 7 x',
      '5 4 2020-01-18 8 . project',
    ])
    expect(lines(text, { unit: 'yuan', only: '4' })[3]).toBe('5 4 2020-01-18 8 x')
    expect(lines(text, { unit: 'yuan', only: '99' })[0]).toBe('2 - 2020-01-15 5 . project')
  })

  it('answered by name, in this file or before', () => {
    const text = '日期,项目,金额\n2020-01-15,食堂,5'
    expect(lines(text, { unit: 'yuan', projects: { '|食堂': '4' } })).toEqual(['2 4 2020-01-15 5 x'])
    expect(lines(text, { unit: 'yuan' }, { remembered: { '|食堂': '3' } })).toEqual(['2 3 2020-01-15 5 x'])
    expect(
      lines(text, { unit: 'yuan', projects: { '|食堂': '4' } }, { remembered: { '|食堂': '3' } }),
    ).toEqual(['2 4 2020-01-15 5 x'])
  })

  it('a day answered is that of its sheet and row', () => {
    const table = tableOf(`${HEAD}\n上旬,T1,办公楼修缮,5,x\n上旬,T2,办公楼修缮,6,y`, { sheet: '表' })
    expect(lines([table], { unit: 'yuan', days: { '表!3': day('2020-01-05') } })).toEqual([
      '2 3 - 5 . day-unread',
      '3 3 2020-01-05 6 x',
    ])
  })
})

describe('totals of a list', () => {
  it('count what stands above them, void or not, and are no payments', () => {
    const text =
      '日期,项目,金额,状态\n2020-01-15,办公楼修缮,5,\n2020-01-16,办公楼修缮,6,已作废\n,合计,5,\n,合计,11,\n,合计,9,'
    expect(sums(text)).toEqual(['4 5 =', '5 11 =', '6 5 ≠'])
    expect(lines(text)).toHaveLength(1)
  })

  it('of a month by its name or by its own day', () => {
    const rows = '日期,项目,金额\n2020-01-15,办公楼修缮,5\n2020-02-15,办公楼修缮,6\n2020-01-20,办公楼修缮,7'
    expect(sums(`${rows}\n,1月合计,12`)).toEqual(['5 12 ='])
    expect(sums(`${rows}\n2020-01-31,本月合计,12`)).toEqual(['5 12 ='])
    expect(sums(`${rows}\n,2月份小计,6`)).toEqual(['5 6 ='])
  })

  it('over the sheets before it', () => {
    const one = tableOf('日期,项目,金额\n2020-01-15,办公楼修缮,5', { sheet: '一' })
    const two = tableOf('日期,项目,金额\n2020-01-16,办公楼修缮,6\n,合计,11', { sheet: '二' })
    expect(read([one, two]).sums).toMatchObject([{ sheet: '二', row: 3, agrees: true }])
    expect(read([two, one]).sums).toMatchObject([{ sheet: '二', row: 3, agrees: false }])
  })
})

describe('several tables', () => {
  const LIST = '日期,项目,金额\n2020-01-15,办公楼修缮,5'

  it('one that is no list is said at its first row that says something', () => {
    const cover = tableOf(',\n封面', { sheet: '封面' })
    const list = tableOf(LIST, { sheet: '表' })
    const reading = read([cover, list])
    expect(reading.sheets).toEqual(['封面', '表'])
    expect(reading.leftOut).toEqual([{ sheet: '封面', row: 2, why: { kind: 'not-a-list' } }])
    expect(read([tableOf(','), list]).leftOut).toEqual([])
    expect(reading.shown.headings).toEqual(['日期', '项目', '金额'])
    expect(readPaymentList([cover], CONTEXT, NO_ANSWERS)).toBeNull()
    expect(readPaymentList([], CONTEXT, NO_ANSWERS)).toBeNull()
  })

  it('below one another, each with columns of its own', () => {
    expect(lines(`${LIST}\n项目,日期,支付金额\n人员招聘费用,2020-02-15,6`)).toEqual([
      '2 3 2020-01-15 5 x',
      '4 4 2020-02-15 6 x',
    ])
  })

  it('says how far it is, in rows of all tables', () => {
    const steps: [number, number][] = []
    const tables = [tableOf(LIST), tableOf('封面'), tableOf(`${LIST}\n2020-01-16,办公楼修缮,6`)]
    readPaymentList(tables, CONTEXT, NO_ANSWERS, (done, of) => steps.push([done, of]))
    expect(steps).toEqual([
      [2, 6],
      [5, 6],
    ])
  })
})

describe('the unit of a list, asked of every line', () => {
  const list = (...amounts: string[]) =>
    `日期,项目,金额\n${amounts.map((amount, at) => `2020-01-${at + 11},办公楼修缮,${amount}`).join('\n')}`
  const doubts = (text: string, answers: Partial<ListAnswers> = {}) =>
    read(text, answers).lines.map((line) => line.doubts.map(({ kind }) => kind).join(' '))

  it('where none is written and every figure fits as 万元 alone', () => {
    expect(doubts(list('5', '40'))).toEqual(['unit-far', 'unit-far'])
    expect(doubts(list('120'))).toEqual(['unit-far'])
    expect(doubts(list('120.01'))).toEqual([''])
    expect(doubts(list('5', '50000'))).toEqual(['', ''])
    expect(doubts(list('-5'))).toEqual(['unit-far'])
    expect(doubts('日期,项目,金额\n2020-01-11,食堂,5')).toEqual(['project'])
    expect(doubts(list('5'), { unit: 'yuan' })).toEqual([''])
    expect(doubts(`单位：元\n${list('5')}`)).toEqual([''])
  })

  it('where 万元 is written and 元 fits alone', () => {
    expect(doubts(`单位：万元\n${list('500000')}`)).toEqual(['unit-far'])
    expect(doubts(`单位：万元\n${list('50')}`)).toEqual([''])
    expect(doubts(`单位：万元\n${list('5000', '50')}`)).toEqual(['unit-far', ''])
  })

  it('where heading and title say different ones, or one nobody reads', () => {
    expect(doubts('单位：元\n日期,项目,金额（万元）\n2020-01-11,办公楼修缮,500000')).toEqual(['unit-clash'])
    expect(doubts(`单位：千元\n${list('5')}`)).toEqual(['unit-other'])
    expect(doubts(`单位：千元\n${list('5')}`, { unit: 'wan' })).toEqual([''])
    expect(read(`单位：千元\n${list('5')}`, { unit: 'wan' }).unit).toEqual({
      unit: 'wan',
      by: 'title',
      clash: false,
    })
    expect(read(list('5'), {}).unit).toEqual({ unit: 'yuan', by: 'assumed', clash: false })
  })

  it('of its own sheet alone', () => {
    const reading = read([tableOf(list('5')), tableOf(`单位：元\n${list('6')}`)], {})
    expect(reading.lines.map((line) => line.doubts.map(({ kind }) => kind))).toEqual([['unit-far'], []])
  })
})

describe('repetitions', () => {
  it('in the ledger and in the file, none asked of a line without a day', () => {
    const held = [{ project: '3', day: day('2020-01-15'), amount: wan('0.0005'), voucher: 'T1', memo: '' }]
    const text = `${HEAD}\n2020-01-15,T1,办公楼修缮,5,x\n2020-01-16,T2,办公楼修缮,6,x\n2020-01-16,T2,办公楼修缮,6,x\n,T1,办公楼修缮,5,x`
    expect(lines(text, { unit: 'yuan' }, { held })).toEqual([
      '2 3 2020-01-15 5 . repeated',
      '3 3 2020-01-16 6 x',
      '4 3 2020-01-16 6 . repeated',
      '5 3 - 5 . day-empty',
    ])
  })

  it('by the voucher where it is whole, within its own project’s ledger', () => {
    const held = [
      { project: '3', day: day('2020-01-15'), amount: wan('0.0005'), voucher: 'T1', memo: '' },
      { project: '4', day: day('2020-01-15'), amount: wan('0.0006'), voucher: 'T2', memo: '' },
    ]
    const repeated = (row: string) =>
      read(`${HEAD}\n${row}`, { unit: 'yuan' }, { held }).lines.flatMap(({ doubts }) =>
        doubts.flatMap((doubt) => (doubt.kind === 'repeated' ? doubt.repeated.kind : [])),
      )
    expect(repeated('2020-01-15,T1,办公楼修缮,5,x')).toEqual(['in-ledger'])
    expect(repeated('2020-01-15,T3,办公楼修缮,5,x')).toEqual([])
    expect(repeated('2020-01-15,T2,办公楼修缮,6,x')).toEqual(['other-project'])
    expect(repeated('2020-01-15,T2,,6,x')).toEqual(['other-project'])
  })

  it('a figure in 元 is asked about its size alone, however large', () => {
    expect(lines(`${HEAD}\n2020-01-15,T1,办公楼修缮,50000000,x`)).toEqual([
      '2 3 2020-01-15 50000000 . far-over',
    ])
    expect(lines(`${HEAD}\n2020-01-15,T1,办公楼修缮,1600000,x`)).toEqual(['2 3 2020-01-15 1600000 x'])
  })

  it('never by a voucher that a spreadsheet shortened', () => {
    const text = `${HEAD}\n2020-01-15,1.3E+13,办公楼修缮,5,x\n2020-01-15,1.3E+13,办公楼修缮,5,y`
    expect(lines(text)).toEqual([
      '2 3 2020-01-15 5 . voucher-scientific',
      '3 3 2020-01-15 5 . voucher-scientific',
    ])
  })
})
