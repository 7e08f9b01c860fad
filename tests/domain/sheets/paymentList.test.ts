import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '@/documents/payments/csvRows'
import {
  findLayout,
  paymentDrafts,
  readPayments,
  runningTotals,
  type PaymentList,
} from '@/domain/sheets/paymentList'
import type { Payment } from '@/domain/ledger/entry'
import { paymentIssueText } from '@/views/exchange/paymentText'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { inWan, pay, plain } from '../build'
import { emptyLedger } from '@/domain/ledger/ledger'
import { projectDesk } from '@/domain/desk/projectDesk'
import { HEBEI } from '@/domain/plan/preset'

const P3 = `${PLAN_ID}/3`
const csv = (text: string) => readCsv(new TextEncoder().encode(text))?.rows ?? []

function read(text: string, known: readonly Payment[] = [], only: string | null = null): PaymentList {
  const rows = csv(text)
  const layout = findLayout(rows)
  if (!layout) throw new Error('no layout')
  return readPayments(SIX_PLAN, rows, layout, known, SIX_PLAN.projects.find(({ id }) => id === only) ?? null)
}

describe('finding the columns', () => {
  it.each([
    [
      '支付日期,项目名称,支付金额（元）,凭证号,摘要',
      { day: 0, project: 1, amount: 2, voucher: 3, memo: 4 },
      'yuan',
    ],
    ['序号,记账日期,借方金额(万元),记账凭证号', { day: 1, amount: 2, voucher: 3 }, 'wan'],
    ['日 期,金 额', { day: 0, amount: 1 }, 'yuan'],
    ['项目编码;项目名称;付款日期;实付金额', { code: 0, project: 1, day: 2, amount: 3 }, 'yuan'],
  ])('%s', (heading, columns, unit) => {
    expect(findLayout(csv(`某局支出明细表\n${heading}\n`))).toMatchObject({ line: 1, columns, unit })
  })

  it('none where no line names a day and an amount; what was chosen before goes first', () => {
    expect(findLayout(csv('甲,乙\n1,2'))).toBeNull()
    expect(findLayout(csv('过账,入账额\n1,2'), { 过账: 'day', 入账额: 'amount' })?.columns).toEqual({
      day: 0,
      amount: 1,
    })
  })
})

describe('reading the lines', () => {
  it.each([
    ['2020-06-30', '2020-06-30'],
    ['2020/6/3', '2020-06-03'],
    ['2020.6.3', '2020-06-03'],
    ['20200603', '2020-06-03'],
    ['2020年6月3日', '2020-06-03'],
    ['2020-06-03 14:05:00', '2020-06-03'],
    ['２０２０-０６-０３', '2020-06-03'],
    ['43985', '2020-06-03'],
  ])('the day %s', (text, day) => {
    expect(read(`日期,金额\n${text},100`, [], P3).payments[0]?.day).toBe(day)
  })

  it.each([
    ['"1,234.50"', '1234.5'],
    ['-20', '-20'],
    ['(20)', '-20'],
    ['20-', '-20'],
    ['￥20.05', '20.05'],
    ['１００', '100'],
  ])('the amount %s', (text, amount) => {
    expect(plain(read(`日期,金额\n2020-06-03,${text}`, [], P3).payments[0]?.amount ?? null)).toBe(amount)
  })

  it('reads 万元 where the heading says so', () => {
    expect(plain(read('日期,金额（万元）\n2020-06-03,1.5', [], P3).payments[0]?.amount ?? null)).toBe('15000')
  })

  it.each([
    ['日期,金额\n13月1日,5', 'no-day', '第 2 行日期「13月1日」读不出来，请写成 2020-06-30 一类'],
    ['日期,金额\n2019-06-30,5', 'other-year', '第 2 行日期「2019-06-30」不在本年度内，请只留本年度的支付'],
    ['日期,金额\n2020-06-30,', 'no-amount', '第 2 行金额是空白，请填写或删去该行'],
    ['日期,金额\n2020-06-30,五元', 'amount', '第 2 行金额「五元」不是能识别的数。只填数字，可以带单位'],
    ['日期,金额\n2020-06-30,1.005', 'amount', '第 2 行金额「1.005」金额细到分以下。按实际支付金额填到分'],
  ])('%s is refused with its place', (text, kind, said) => {
    const { issues, payments } = read(text, [], P3)
    expect(payments).toEqual([])
    expect(issues.map((issue) => [issue.kind, paymentIssueText(issue)])).toEqual([[kind, said]])
  })

  it('finds the project by its name or its code; a code that two bear asks for the name', () => {
    const heading = '日期,金额,项目编码,项目名称'
    expect(read(`${heading}\n2020-06-30,5,,办公楼 修缮`).payments[0]?.project.position).toBe(3)
    expect(read(`${heading}\n2020-06-30,5,323-0701-JBN-YQI0,`).payments[0]?.project.position).toBe(3)
    expect(read(`${heading}\n2020-06-30,5,323-0105-YBN-V0X2,`).issues[0]?.kind).toBe('several-projects')
    expect(
      read(`${heading}\n2020-06-30,5,323-0105-YBN-V0X2,人员招聘费用`).payments[0]?.project.position,
    ).toBe(4)
    expect(read(`${heading}\n2020-06-30,5,,食堂`).issues[0]?.kind).toBe('no-project')
  })

  it('checks the totals that the list states, and takes none of them for a payment', () => {
    const { payments, sums } = read(
      '日期,摘要,金额\n2020-06-01,甲,10\n2020-06-02,乙,20\n,小 计,30\n2020-06-03,丙,5\n,合计,36',
      [],
      P3,
    )
    expect(payments).toHaveLength(3)
    expect(sums.map(({ line, stated, summed }) => [line, plain(stated), plain(summed)])).toEqual([
      [4, '30', '30'],
      [6, '36', '35'],
    ])
  })

  it('finds what is known already by its voucher', () => {
    const known = { ...pay(P3, '2020-06-01', '0.001'), voucher: '记-1' }
    const { payments } = read(
      '日期,凭证号,金额\n2020-06-01,记-1,10\n2020-06-01,记-1,11\n2020-06-02,记-2,5\n2020-06-02,记-2,5\n2020-06-02,,5\n2020-06-02,,5',
      [known],
      P3,
    )
    expect(payments.map(({ doubt }) => doubt)).toEqual([
      'in-ledger',
      'other-amount',
      null,
      'in-file',
      null,
      null,
    ])
  })

  it('shows what the totals become against the budget', () => {
    const { payments } = read('日期,金额\n2020-06-01,800000\n2020-06-02,0.01', [], P3)
    const desks = SIX_PLAN.projects.map((own) => projectDesk(own, 2020, emptyLedger(PLAN_ID), null, HEBEI))
    const [total] = runningTotals(
      desks.map(({ yearEnd }) => yearEnd),
      payments,
    )
    expect([inWan(total?.after ?? null), total?.over, total?.before]).toEqual(['80.000001', true, null])
    expect(paymentDrafts(payments)).toHaveLength(2)
  })
})

describe('the text of a list', () => {
  const rows = [
    ['日期', '金额'],
    ['2020-06-30', '100'],
  ]
  it.each([
    ['UTF-8', [...new TextEncoder().encode('日期,金额\n2020-06-30,100')], 'utf-8'],
    [
      'UTF-8 with its mark',
      [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('日期,金额\n2020-06-30,100')],
      'utf-8',
    ],
    [
      'GB18030',
      [
        0xc8,
        0xd5,
        0xc6,
        0xda,
        0x2c,
        0xbd,
        0xf0,
        0xb6,
        0xee,
        0x0a,
        ...new TextEncoder().encode('2020-06-30,100'),
      ],
      'gb18030',
    ],
  ])('%s', (_, bytes, encoding) => {
    expect(readCsv(new Uint8Array(bytes))).toEqual({ encoding, rows })
  })

  it('is refused where the bytes are no text', () => {
    expect(readCsv(new Uint8Array([0xff, 0xff, 0x00, 0x81]))).toBeNull()
    expect(readCsv(new Uint8Array([65, 0, 66]))).toBeNull()
  })

  it('never crashes or half-applies on 1,000 damaged lists; each refusal names its line', () => {
    const good = new TextEncoder().encode(
      '支付日期,项目名称,支付金额（元）,凭证号\n2020-06-30,办公楼修缮,"1,000.50",记-1\n2020-07-01,办公楼修缮,(5),记-2\n合计,,995.50,',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (flips) => {
          const damaged = good.slice()
          for (const [at, byte] of flips) damaged[at] = byte
          const text = readCsv(damaged)
          const layout = text && findLayout(text.rows)
          if (!text || !layout) return
          const { payments, issues } = readPayments(SIX_PLAN, text.rows, layout, [], null)
          for (const issue of issues) expect(paymentIssueText(issue)).toMatch(/^第 \d+ 行/)
          for (const { amount, day } of payments) {
            expect(amount.isFinite()).toBe(true)
            expect(day.startsWith('2020-')).toBe(true)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
