import { describe, expect, it } from 'vitest'
import { onlyQuestion } from '@/domain/payments/paymentList'
import { lineWhy } from '@/format/payments/lineText'
import { sharedQuestions } from '@/format/payments/questionText'
import { readListFile } from '@/documents/payments/readList'
import { asBook, brief, readTables, readText } from './lists'

const HEAD = '支付日期,凭证号,项目名称,支付金额,摘要'
const YUAN = { answers: { unit: 'yuan' as const } }
const rows = (...lines: readonly string[]) => readText([HEAD, ...lines].join('\n'), YUAN).lines.map(brief)

describe('money lent, advanced or moved on is asked about', () => {
  it.each([
    '借款',
    '张三差旅借款',
    '预付款',
    '预付工程款',
    '2020年预付款',
    '预支差旅费',
    '备用金',
    '拨付食堂备用金',
    '划转',
    '资金划转至工会户',
    '暂付款',
    '归还借款',
  ])('%s', (memo) => {
    const [paid, back] = readText(
      [HEAD, `2020-01-15,T1,办公楼修缮,5000,${memo}`, `2020-01-16,T2,办公楼修缮,-3000,${memo}`].join('\n'),
      YUAN,
    ).lines
    expect(paid?.doubts).toContainEqual({ kind: 'spoken-against', said: memo })
    expect(back?.doubts).toContainEqual({ kind: 'spoken-against', said: memo })
  })

  it.each(['修缮预付款', '借款利息', '创业担保借款贴息', '预付卡', '工程款', '办公设备'])(
    'not %s',
    (memo) => {
      expect(rows(`2020-01-15,T1,办公楼修缮,5000,${memo}`)).toEqual(['2 3 2020-01-15 5000.00 x'])
    },
  )

  it('in a column of kinds and in the account', () => {
    const text =
      '日期,项目名称,业务类型,科目,金额\n2020-01-15,办公楼修缮,借款,,5\n2020-01-16,办公楼修缮,,预付账款,6'
    expect(readText(text, YUAN).lines.map(({ doubts }) => doubts)).toEqual([
      [{ kind: 'spoken-against', said: '借款' }],
      [{ kind: 'spoken-against', said: '预付账款' }],
    ])
  })
})

describe('the parts of a payment (其中) without vouchers', () => {
  it('are asked about until they come to the whole', () => {
    expect(
      rows(
        '2020-01-15,,办公楼修缮,9000,工程款',
        '2020-01-15,,办公楼修缮,4000,其中：材料费',
        '2020-01-15,,办公楼修缮,5000,人工费',
        '2020-01-15,,办公楼修缮,3000,设计费',
      ),
    ).toEqual([
      '2 3 2020-01-15 9000.00 x',
      '3 3 2020-01-15 4000.00 .',
      '4 3 2020-01-15 5000.00 .',
      '5 3 2020-01-15 3000.00 x',
    ])
  })

  it('end with another day or a voucher', () => {
    expect(
      rows(
        '2020-01-15,T1,办公楼修缮,9000,工程款',
        '2020-01-15,,办公楼修缮,4000,其中：材料费',
        '2020-01-15,,办公楼修缮,4500,人工费',
        '2020-01-15,T2,办公楼修缮,3000,设计费',
        '2020-01-16,,办公楼修缮,2000,监理费',
      ),
    ).toEqual([
      '2 3 2020-01-15 9000.00 x',
      '3 3 2020-01-15 4000.00 .',
      '4 3 2020-01-15 4500.00 .',
      '5 3 2020-01-15 3000.00 x',
      '6 3 2020-01-16 2000.00 x',
    ])
  })
})

describe('a sheet for each project', () => {
  const sheet = (name: string, amount: string) => ({
    name,
    rows: [
      ['日期', '凭证号', '金额（元）', '摘要'],
      ['2020-01-15', `${name}-1`, amount, '工程款'],
    ],
  })
  const file = readListFile(
    asBook([sheet('办公楼修缮', '5000'), sheet('2.创业孵化基地专项补助', '6000'), sheet('Sheet3', '7000')]),
    '支付.xlsx',
  )
  const tables = file.ok ? file.tables : []

  it('is offered by name or code and asked until it is answered', () => {
    const reading = readTables(tables)
    expect(reading.lines.map(brief)).toEqual([
      '2 - 2020-01-15 5000.00 .',
      '2 - 2020-01-15 6000.00 .',
      '2 - 2020-01-15 7000.00 .',
    ])
    expect(reading.namedSheets.map(({ sheet: name, project }) => [name, project.id.split('/')[1]])).toEqual([
      ['办公楼修缮', '3'],
      ['2.创业孵化基地专项补助', '5'],
    ])
  })

  it('is taken by its sheet once that is said; a sheet that names none is still asked about', () => {
    expect(readTables(tables, { answers: { bySheet: true } }).lines.map(brief)).toEqual([
      '2 3 2020-01-15 5000.00 x',
      '2 5 2020-01-15 6000.00 x',
      '2 - 2020-01-15 7000.00 .',
    ])
  })

  it('is not offered where the lines name their projects, and what they name goes before it', () => {
    const named = asBook([
      {
        name: '办公楼修缮',
        rows: [
          ['日期', '项目名称', '金额（元）'],
          ['2020-01-15', '人员招聘费用', '500'],
        ],
      },
    ])
    const read = readListFile(named, '支付.xlsx')
    const reading = readTables(read.ok ? read.tables : [], { answers: { bySheet: true } })
    expect([reading.lines.map(brief), reading.namedSheets]).toEqual([['2 4 2020-01-15 500.00 x'], []])
  })
})

describe('an amount in the unit of its own column', () => {
  it('says how it was read', () => {
    const { lines } = readText(
      '日期,项目名称,金额,单位\n2020-01-15,办公楼修缮,1.5,万元\n2020-01-16,办公楼修缮,500,元',
      YUAN,
    )
    expect(lines.map((line) => [line.amount.toFixed(), lineWhy(line, null, (id) => id)])).toEqual([
      ['15000', '金额写作 1.5，按本行“单位”一列的“万元”换算成元。'],
      ['500', null],
    ])
  })
})

describe('one kind of question over many lines', () => {
  it('is gathered where it is all that a line waits for', () => {
    const { lines } = readText(
      [
        HEAD,
        '2020-01-15,T1,办公楼修缮,5000,备用金',
        '2020-01-16,T2,办公楼修缮,6000,预付款',
        '2020-01-17,T3,食堂改造,7000,预付款',
        '2020-02-30,T4,办公楼修缮,8000,预付款',
        '2020-01-18,T5,办公楼修缮,9000,工程款',
      ].join('\n'),
      YUAN,
    )
    expect(lines.map(onlyQuestion)).toEqual(['spoken-against', 'spoken-against', null, null, null])
    const shown = lines.map((line, at) => ({ question: onlyQuestion(line), on: at === 0, bar: null }))
    expect(sharedQuestions(shown)).toMatchObject([{ question: 'spoken-against', lines: 2, on: 1 }])
    expect(sharedQuestions(shown.slice(1))).toEqual([])
    expect(sharedQuestions(shown.map((own) => ({ ...own, bar: {} })))).toEqual([])
  })
})
