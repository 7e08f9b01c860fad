import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { decodeSample } from '@/documents/entries/sampleFile'
import { columnName } from '@/documents/workbook/book'
import { demoPlan } from '@/domain/ledger/demo'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { ledgerTally } from '@/domain/ledger/tally'
import { toWan } from '@/domain/number/money'
import { HEBEI } from '@/domain/plan/preset'
import { departmentSheets } from '@/format/papers/departmentBook/departmentSheets'
import { ledgerRows, ledgerTotal } from '@/format/papers/ledgerExport'
import { BookWriting, type BookOrder } from '@/workers/bookWriting'
import { entryLists } from '../domain/arbitraries'
import { adjust, day, JUNE, OCTOBER, pay, voidOf } from '../domain/build'
import { PLAN_FILE, realText } from '../documents/realPlan'
import { evaluate } from '../documents/formulas'
import { boardOf, PUBLISHED } from '../format/board'

const { entries: SAMPLE } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))

const ORDER: BookOrder = {
  what: 'department',
  format: 'xlsx',
  plan: { text: realText, file: PLAN_FILE },
  ledger: PUBLISHED.id,
  origin: 'real',
  asOf: OCTOBER,
  reached: OCTOBER,
  knownOn: null,
  knownAt: null,
}
const DEMO: BookOrder = { ...ORDER, ledger: demoPlan(PUBLISHED.id), origin: 'demo' }

async function written(entries: readonly Entry[], order: BookOrder): Promise<Uint8Array> {
  const writing = new BookWriting(order)
  for (let at = 0; at < entries.length; at += 50) writing.add(entries.slice(at, at + 50).map(encodeEntry))
  return writing.write()
}

function sheetsOf(entries: readonly Entry[], order: BookOrder) {
  const { ledger } = addEntries(emptyLedger(order.ledger), entries)
  const rows = ledgerRows(PUBLISHED, ledger, null)
  return [
    ...departmentSheets(
      PUBLISHED,
      ledger,
      { asOf: order.asOf, knownAt: null },
      { reached: order.reached, known: null, demo: order.origin === 'demo' },
      HEBEI,
    ),
    { name: '台账', rows: [[], ...rows, ledgerTotal(rows)] },
  ]
}

describe.each([
  ['the demo year', SAMPLE, DEMO],
  ['nothing entered', [], ORDER],
] as const)('the department workbook, %s', (_, entries, order) => {
  it('reads back cell for cell: figures as numbers, days as dates, formulas with our own results', async () => {
    const book = await readXlsx(await written(entries, order))
    const sheets = sheetsOf(entries, order)
    expect(book.sheets.map(({ name }) => name)).toEqual(['汇总', '计划与实际', '指标', '得分', '台账'])
    sheets.forEach(({ name, rows }, at) => {
      const read = book.sheets[at]!
      expect(read.rows.length, name).toBe(rows.length)
      rows.forEach((row, line) =>
        row.forEach((cell, column) => {
          const value = read.rows[line]?.[column] ?? null
          const place = `${name} ${columnName(column)}${line + 1}`
          if (cell?.kind === 'text') expect(value ?? '', place).toBe(cell.text)
          if (cell?.kind === 'number') expect(value, place).toBe(Number(cell.value.toFixed()))
          if (cell?.kind === 'day')
            expect(value instanceof Date && value.toISOString().slice(0, 10), place).toBe(cell.day)
          if (cell?.kind === 'formula') {
            expect(value, place).toBe(Number(cell.result.toFixed()))
            expect(read.cells?.get(`${line},${column}`)?.formula, place).toBe(cell.formula)
          }
        }),
      )
    })
  })
})

describe('what the department workbook says', () => {
  const summary = (entries: readonly Entry[], order: BookOrder) => sheetsOf(entries, order)[0]!.rows

  it('has the figures of the board, and their sums', () => {
    const real = SAMPLE.map((entry) => ({ ...entry, plan: PUBLISHED.id }))
    const board = boardOf(real, JUNE)
    const rows = summary(real, { ...ORDER, asOf: JUNE })
    board.projects.forEach(({ project, budget, spent }, at) => {
      const row = rows[5 + at]!
      expect(row[1]).toMatchObject({ text: project.name })
      expect(row[2]).toMatchObject({ kind: 'number', value: toWan(budget) })
      expect(row[3]).toEqual(
        spent === null
          ? expect.objectContaining({ text: '未填报' })
          : expect.objectContaining({ kind: 'number', value: toWan(spent) }),
      )
    })
    const total = rows[5 + board.projects.length]!
    expect(total[2]).toMatchObject({ kind: 'formula', result: toWan(board.budget) })
    expect(total[3]).toMatchObject({ kind: 'formula', result: toWan(board.spent!) })
  })

  it('plans a past checkpoint by the budget of its own day, the formula too', () => {
    const { id } = PUBLISHED.projects[0]!
    const entries = [pay(id, '2020-06-01', '1'), adjust(id, '2020-08-01', '20')].map((entry) => ({
      ...entry,
      plan: PUBLISHED.id,
    }))
    const asOf = day('2020-09-15')
    const { standing } = boardOf(entries, asOf).projects[0]!
    if (!('planned' in standing)) throw new Error('not due')
    const row = summary(entries, { ...ORDER, asOf })[5]!
    const planned = row[6]!
    expect(planned).toMatchObject({ kind: 'formula', result: toWan(standing.planned) })
    expect(planned).toMatchObject({ formula: `${toWan(PUBLISHED.projects[0]!.budget).toFixed()}*0.6` })
    expect(row[5]).toMatchObject({ kind: 'formula', formula: 'G6/C6' })
  })

  it('prints nothing unreported as 0 and grades nothing that is open', () => {
    const [first, schedule, indicators, scores] = sheetsOf([], ORDER)
    for (const row of first!.rows.slice(5, 11)) {
      expect(row[3]).toMatchObject({ text: '未填报' })
      expect(row[4]).toMatchObject({ text: '—' })
      expect(row[13]).toMatchObject({ text: '暂不完整' })
      expect(row[14]).toMatchObject({ text: '—' })
    }
    expect(first!.rows[11]?.[3]).toMatchObject({ text: '未填报' })
    for (const row of schedule!.rows.slice(1)) expect(row[6]?.kind).toBe('text')
    for (const row of indicators!.rows.slice(1, 43)) expect(row[7]?.kind).toBe('text')
    const graded = scores!.rows.slice(1).flatMap((row) => (row[7]?.kind === 'text' ? row[7].text : []))
    expect(new Set(graded)).toEqual(new Set(['', '—']))
    expect(scores!.rows.slice(1).every((row) => row[5]?.kind === 'text')).toBe(true)
  })

  it('keeps the one project that is 暂不完整 in the demo year without a grade', () => {
    const rows = summary(SAMPLE, DEMO).slice(5, 11)
    const open = rows.filter((row) => row[13]?.kind === 'text')
    expect(open.map((row) => row[1])).toMatchObject([{ text: '创业孵化基地专项补助' }])
    expect(open[0]?.[14]).toMatchObject({ text: '—' })
  })

  it('holds formulas that come to what we say, whatever the ledger', () => {
    fc.assert(
      fc.property(entryLists(PUBLISHED), (entries) => {
        for (const { rows } of sheetsOf(entries, ORDER))
          rows.flat().forEach((cell) => {
            if (cell?.kind !== 'formula') return
            const own = evaluate(cell.formula, rows)
            expect(own.minus(cell.result).abs().lte(cell.result.abs().plus(1).times('1e-15'))).toBe(true)
          })
      }),
      { numRuns: 150 },
    )
  })
})

describe('the ledger for an auditor', () => {
  it('has a row for every entry and under them the payments that count, whatever the ledger', () => {
    fc.assert(
      fc.property(entryLists(PUBLISHED), (entries) => {
        const { ledger } = addEntries(emptyLedger(PUBLISHED.id), entries)
        const rows = ledgerRows(PUBLISHED, ledger, null)
        const tally = ledgerTally(ledger, null)
        const word = (state: string) =>
          rows.filter((row) => row[10]?.kind === 'text' && row[10].text === state).length
        expect(rows).toHaveLength(entries.length)
        expect(tally).toMatchObject({
          entries: entries.length,
          voided: word('已作废'),
          aside: word('暂不计入'),
        })
        const total = ledgerTotal(rows)[8]
        if (tally.payments === 0) expect(total).toMatchObject({ kind: 'text', text: '没有' })
        else expect(total?.kind === 'formula' && total.result.eq(tally.paid)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves the void ones out of the sum and in the rows', async () => {
    const paid = ['1.5', '2.25', '-0.75'].map((amount) => pay(`${PUBLISHED.id}/1`, '2020-05-01', amount))
    const entries = [...paid, voidOf(paid[1]!)]
    const book = await readXlsx(await written(entries, { ...ORDER, what: 'ledger' }))
    const rows = book.sheets[0]!.rows
    expect(rows).toHaveLength(1 + 4 + 1)
    expect(rows.map((row) => row[10])).toEqual(['状态', '有效', '已作废', '有效', '有效', ''])
    expect(rows.at(-1)?.[8]).toBe(7_500)
  })

  it('keeps text that begins like a formula as text, in .xlsx and in .csv', async () => {
    const signs = ['=1+1', '+86', '-2+3', '@SUM(A1)', '=HYPERLINK("x")']
    const entries = signs.map((voucher) => ({
      ...pay(`${PUBLISHED.id}/1`, '2020-05-01', '1'),
      voucher,
      author: voucher,
    }))
    const book = await readXlsx(await written(entries, { ...ORDER, what: 'ledger' }))
    const { rows, cells } = book.sheets[0]!
    expect(rows.slice(1, -1).map((row) => row[9])).toEqual(signs)
    expect(rows.slice(1, -1).map((row) => row[2])).toEqual(signs)
    signs.forEach((_, at) => expect(cells?.get(`${at + 1},9`)?.formula).toBeUndefined())
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await written(entries, { ...ORDER, what: 'ledger', format: 'csv' }),
    )
    expect(csv.startsWith('\uFEFF序号,')).toBe(true)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 6 * 8 + signs.length)
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m)
  })

  it('says which entry does not read back, and writes nothing', () => {
    const writing = new BookWriting(ORDER)
    const good = encodeEntry(pay(`${PUBLISHED.id}/1`, '2020-05-01', '1'))
    expect(writing.add([good])).toBe(1)
    expect(() => writing.add([{ ...good, id: 'x', amount: 'abc' }])).toThrow('第 2 条记录读不回')
  })
})

describe('the head of the department workbook', () => {
  const head = async (order: BookOrder) => {
    const { rows } = (await readXlsx(await written(order.origin === 'demo' ? SAMPLE : [], order))).sheets[0]!
    return [rows[1]?.[0], rows[1]?.[3]]
  }

  it('says of a day still ahead that it is looked ahead to, and up to when the data go', async () => {
    expect(await head(DEMO)).toEqual(['截至', '按当前所知；演示数据，均为虚构'])
    expect(await head({ ...DEMO, reached: day('2020-09-15') })).toEqual([
      '提前看',
      '尚未到，数据截至今天 2020年9月15日；按当前所知；演示数据，均为虚构',
    ])
    expect(await head({ ...ORDER, knownOn: day('2020-06-30') })).toEqual(['截至', '按2020年6月30日所知'])
  })
})
