import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isTicked } from '@/domain/payments/paymentList'
import { asBook, asCsv, asPage, asTabs, asUtf16, marks, PLAN, readBytes } from './lists'

interface Paid {
  readonly project: number
  readonly month: number
  readonly date: number
  readonly cents: number
}

const two = (value: number) => String(value).padStart(2, '0')
const full = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

/** Ways a day is written that mean one day only. */
const DAYS: readonly ((paid: Paid) => string)[] = [
  ({ month, date }) => `2020-${two(month)}-${two(date)}`,
  ({ month, date }) => `2020/${month}/${date}`,
  ({ month, date }) => `2020.${month}.${date}`,
  ({ month, date }) => `2020年${month}月${date}日`,
  ({ month, date }) => `2020${two(month)}${two(date)}`,
  ({ month, date }) => `${month}月${date}日`,
  ({ month, date }) => `2020-${two(month)}-${two(date)} 10:22:33.0`,
  ({ month, date }) => full(`2020-${month}-${date}`),
  ({ month, date }) => String(43_831 + (Date.UTC(2020, month - 1, date) - Date.UTC(2020, 0, 1)) / 86_400_000),
]

/** Ways an amount in 元 is written. */
const AMOUNTS: readonly ((yuan: string) => string)[] = [
  (yuan) => yuan,
  (yuan) => yuan.replace(/\B(?=(?:\d{3})+\.)/g, ','),
  (yuan) => `￥${yuan}`,
  (yuan) => (yuan.startsWith('-') ? `(${yuan.slice(1)})` : `${yuan}元`),
  (yuan) => full(yuan),
  (yuan) => (yuan.startsWith('-') ? `${yuan.slice(1)}-` : `+${yuan}`),
]

const HEADINGS = {
  day: ['支付日期', '付款日期', '入账日期', '日 期', '记账时间'],
  amount: ['支付金额', '实付金额', '金 额', '支付金额（元）', '付款总金额'],
  voucher: ['支付凭证号', '凭证字号', '支付令编号'],
  memo: ['摘要', '用途', '资金用途'],
  name: ['项目名称', '预算项目', '项 目'],
  code: ['项目编码', '项目代码'],
} as const
type Column = keyof typeof HEADINGS

const NOISE: readonly ((width: number, sum: string, at: number) => string[])[] = [
  (width) => Array.from({ length: width }, () => ''),
  (width, sum, at) =>
    Array.from({ length: width }, (_, own) =>
      own === at ? sum : own === (at === 0 ? 1 : 0) ? '合　计' : '',
    ),
  (width) => ['制表人：李四', '审核人：王五', ...Array.from({ length: width - 2 }, () => '')],
  (width) => ['第 1 页', ...Array.from({ length: width - 1 }, () => '')],
]

const WRITERS = [
  (rows: string[][]) => [asCsv(rows), 'a.csv'] as const,
  (rows: string[][]) => [asTabs(rows), 'a.xls'] as const,
  (rows: string[][]) => [asPage(rows), 'a.xls'] as const,
  (rows: string[][]) => [asUtf16(rows), 'a.txt'] as const,
  (rows: string[][]) => [asBook([{ name: '一', rows }]), 'a.xlsx'] as const,
]

const layout = fc.record({
  paid: fc.array(
    fc.record({
      project: fc.nat(5),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.integer({ min: 1, max: 28 }),
      cents: fc.integer({ min: -16_000_00, max: 16_000_00 }).filter((cents) => cents !== 0),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  columns: fc.shuffledSubarray(['day', 'amount', 'voucher', 'memo', 'name', 'code'] as Column[], {
    minLength: 6,
  }),
  dropped: fc.subarray(['voucher', 'memo', 'code'] as Column[]),
  pick: fc.nat(1000),
  noise: fc.array(fc.tuple(fc.nat(12), fc.nat(3)), { maxLength: 4 }),
  title: fc.boolean(),
  writer: fc.nat(WRITERS.length - 1),
})

const pickOf = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item

/** What a line comes to, as a text: for comparing what was put in with what is ticked. */
const key = (project: string | undefined, day: string | null, cents: number) => `${project} ${day} ${cents}`

function drawn({
  paid,
  columns,
  dropped,
  pick,
  noise,
  title,
}: typeof layout extends fc.Arbitrary<infer T> ? T : never) {
  const kept = columns.filter((column) => !dropped.includes(column))
  const rows: string[][] = []
  if (title)
    rows.push(
      ['国库集中支付明细表', ...kept.slice(1).map(() => '')],
      ['金额单位：元', ...kept.slice(1).map(() => '')],
    )
  else rows.push(['单位：元', ...kept.slice(1).map(() => '')])
  rows.push(kept.map((column, at) => pickOf(HEADINGS[column], pick + at)))
  let sum = 0
  paid.forEach((own, index) => {
    const project = PLAN.projects[own.project]
    const yuan = (own.cents / 100).toFixed(2)
    sum += own.cents
    const cell: Record<Column, string> = {
      day: pickOf(DAYS, pick + index)(own),
      amount: pickOf(AMOUNTS, pick + index * 7)(yuan),
      voucher: `记-${index + 1}`,
      memo: `第${index + 1}笔，劳务费`,
      name: pickOf([project?.name, ` ${project?.name} `, `【${project?.name}】`], index) ?? '',
      code: project?.code ?? '',
    }
    rows.push(kept.map((column) => cell[column]))
    for (const [after, kind] of noise)
      if (after === index)
        rows.push(pickOf(NOISE, kind)(kept.length, (sum / 100).toFixed(2), kept.indexOf('amount')))
  })
  return rows
}

it('what was put in comes out, and nothing else is ticked: 200 random layouts', () => {
  fc.assert(
    fc.property(layout, (drawing) => {
      const rows = drawn(drawing)
      const [bytes, name] = pickOf(WRITERS, drawing.writer)(rows)
      const read = readBytes(bytes, name)
      const wanted = drawing.paid.map(({ project, month, date, cents }) =>
        key(PLAN.projects[project]?.id, `2020-${two(month)}-${two(date)}`, cents),
      )
      const seen = read.lines.map(({ project, day, amount }) =>
        key(project?.id, day, Number(amount.times(100).toFixed())),
      )
      expect(seen).toEqual(wanted)
      const repeats = read.lines.filter((line) => !isTicked(line))
      for (const { doubts } of repeats) expect(doubts.map(({ kind }) => kind)).toEqual(['repeated'])
      for (const { agrees } of read.sums) expect(agrees).toBe(true)
      const again = readBytes(bytes, name, { held: marks(read.lines.filter(isTicked)) })
      expect(again.lines.filter(isTicked)).toEqual([])
    }),
    { seed: 20_200_630, numRuns: 200 },
  )
})

it('a damaged file never ticks an amount that was not in it: 300 damages', () => {
  fc.assert(
    fc.property(
      layout,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (drawing, flips, cut) => {
        const rows = drawn({ ...drawing, noise: [] })
        const bytes = asCsv(rows)
        for (const [at] of flips) bytes[at % bytes.length] = 0xff
        const short = bytes.subarray(0, cut % 3 === 0 ? bytes.length - (cut % 40) : bytes.length)
        let read: ReturnType<typeof readBytes>
        try {
          read = readBytes(short, 'a.csv')
        } catch {
          return
        }
        const wanted = new Set(drawing.paid.map(({ cents }) => cents))
        for (const line of read.lines.filter(isTicked))
          expect(wanted.has(Number(line.amount.times(100).toFixed()))).toBe(true)
      },
    ),
    { seed: 20_201_231, numRuns: 300 },
  )
})
