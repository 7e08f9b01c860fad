import { describe, expect, it } from 'vitest'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { encodeHandover } from '@/documents/exchange/handover'
import { columnName } from '@/documents/workbook/book'
import { readBook } from '@/documents/workbook/readBook'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import { NOTHING, parseWan } from '@/domain/number/money'
import { endOfMonth, type Day } from '@/domain/time/day'
import { planPaste } from '@/domain/sheets/pastePlan'
import { cellOutcomeText } from '@/format/cellOutcomeText'
import { permissionText } from '@/format/permissionText'
import { cellKey } from '@/stores/desk/cells'
import { useExchange } from '@/stores/files/exchange'
import { usePayments } from '@/stores/payments/payments'
import { useRound } from '@/stores/round'
import { useTables } from '@/stores/desk/tables'
import { paymentAsk } from '@/views/entry/paymentAsk'
import { incomingText } from '@/views/exchange/exchangeText'
import { effectText } from '@/views/exchange/paymentText'
import {
  TEMPLATE_CHOICES,
  TEMPLATE_WORDS,
  templateIssueText,
  templateNotes,
} from '@/views/exchange/templateText'
import { PaymentSession } from '@/workers/paymentSession'
import type { PaymentRequest } from '@/workers/payments.worker'
import { asBook } from '../documents/payments/lists'
import { atWork, cellAt, PLAN } from './atWork'

const JUNE = endOfMonth(2020, 6)
const THIRD = `${PLAN}/3`
const HEADS = '支付日期,支付凭证号,项目编码,项目名称,支付金额（万元）,摘要'
type Work = Awaited<ReturnType<typeof atWork>>

/** What is typed at a door: a cell by its row and column in the grid of the third project, or a payment. */
interface Put {
  readonly cell?: readonly [row: number, column: number, text: string]
  readonly payment?: Partial<Record<'day' | 'amount' | 'memo' | 'voucher', string>>
}

const payment = ({ payment: own }: Put) => ({
  day: '2020-07-10',
  amount: '1',
  memo: '',
  voucher: '',
  covered: '' as const,
  confirmed: '',
  ...own,
})
const cell = ({ cell: own }: Put) => own ?? [0, 0, '']

/** Each way in, through what the screens call; resolves to everything that is said before anything is taken. */
const DOORS = {
  grid: async ({ desk }: Work, put: Put) => {
    const [row, column, text] = cell(put)
    const place = cellAt(desk, row, column)
    await desk.enter(place, text, 'wan')
    const state = desk.states.get(cellKey(place))
    const read =
      state?.kind === 'doubtful' || state?.kind === 'refused' ? cellOutcomeText(state, 'wan') : null
    const checks = desk.checks.map(({ kind }) => kind)
    return [read ? `${read.why}。${read.mend}` : '', ...checks].join('\n')
  },
  paste: async ({ desk }: Work, put: Put) => {
    const [row, column, text] = cell(put)
    if (!desk.grid) throw new Error('no grid')
    const block = readClipboard({ text: `${text}\t`, html: null })
    const [first] = planPaste(block, desk.grid, { row, column }, 'wan').cells
    if (!first) return ''
    const { why, mend } = cellOutcomeText(first.outcome, 'wan')
    return `${why}。${mend}`
  },
  template: async ({ desk, pinia, files }: Work, put: Put) => {
    const [row, column, text] = cell(put)
    const tables = useTables(pinia)
    await tables.writeTemplate(THIRD, TEMPLATE_WORDS)
    const book = readBook(new Uint8Array((await files.at(-1)?.content.arrayBuffer()) ?? new ArrayBuffer(0)))
    if (!book.ok || !desk.grid) throw new Error('no template')
    const sheets = book.sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((own, at) =>
        at === row + 1 ? own.map((held, place) => (place === 4 + column ? text : held)) : own,
      ),
    }))
    await tables.openTemplate(
      new File([asBook(sheets) as BlobPart], '填报.xlsx'),
      TEMPLATE_WORDS,
      TEMPLATE_CHOICES,
    )
    const { template } = tables
    if (!template) throw new Error('no template')
    const { reading } = template
    return [
      ...(reading.kind === 'refused' ? reading.issues.map(templateIssueText) : []).map(
        ({ said, mend }) => `${said}。${mend}`,
      ),
      ...templateNotes(
        template.hidden,
        reading,
        (column, line) => `${columnName(column)}${line ?? ''}`,
        (line) => (template.sheet.rows[line - 1] ?? []).slice(1, 3).join(' · '),
      ),
    ].join('\n')
  },
  form: async ({ desk, plans }: Work, put: Put) => {
    const typed = payment(put)
    const { said, questions, ok, key } = paymentAsk(
      desk.asked(typed),
      (id) => plans.plan?.projects.find((own) => own.id === id)?.name ?? id,
      desk.payRefusal(typed),
      null,
    )
    const taken = await desk.pay(typed)
    expect(taken, 'nothing that is asked is taken unanswered').toBe(questions.length === 0 && ok)
    if (questions.length > 0) expect(await desk.pay({ ...typed, confirmed: key })).toBe(true)
    return [said, ...questions].join('\n')
  },
  list: async ({ pinia, workers, plans }: Work, put: Put) => {
    const { day, amount, memo, voucher } = payment(put)
    const third = plans.plan?.projects[2]
    const payments = usePayments(pinia)
    const text = `${HEADS}\n${day},${voucher},${third?.code},${third?.name},${amount},${memo}`
    await payments.open(new File([text], 'a.csv'))
    const worker = workers.at(-1)
    const asked = worker?.sent.at(-1) as Extract<PaymentRequest, { kind: 'open' }>
    const session = new PaymentSession()
    worker?.say({
      kind: 'list',
      opening: session.open(asked.bytes, asked.name, asked.context, asked.answers),
    })
    return [
      ...payments.lines.map(({ why, bar }) => [bar ? permissionText(bar) : '', why].join('')),
      ...payments.effects.map((effect) => effectText(effect).text),
      ...(payments.list?.leftOut ?? []).map(({ why }) => why),
    ].join('\n')
  },
  merge: async ({ desk, pinia, plans, ledgers }: Work, put: Put) => {
    const { plan } = plans
    if (!plan) throw new Error('no plan')
    const typed = payment(put)
    const place = put.cell ? cellAt(desk, put.cell[0], put.cell[1]) : null
    const draft: Draft =
      place === null
        ? {
            kind: 'payment',
            subject: THIRD,
            effectiveOn: typed.day as Day,
            amount: parseWan(typed.amount) ?? NOTHING,
            memo: '',
            voucher: typed.voucher,
            stated: null,
          }
        : place.row.kind === 'spending'
          ? {
              kind: 'spending-total',
              subject: THIRD,
              effectiveOn: place.day,
              amount: parseWan(cell(put)[2]) ?? NOTHING,
              memo: '',
            }
          : {
              kind: 'indicator-actual',
              subject: place.row.indicator.id,
              effectiveOn: place.day,
              measure: null,
              value: { kind: 'text', text: cell(put)[2] },
              evidence: [],
              deviation: null,
              fullYear: null,
              likelihood: null,
            }
    const head = { plan: PLAN, department: plan.department.name, year: 2020, project: null, author: '李强' }
    const writtenAt = '2021-02-01T01:00:00.000Z'
    const entries = writeEntries([draft], {
      plan: PLAN,
      author: '李强',
      role: 'manager',
      account: null,
      recordedAt: writtenAt,
      nextId: () => '01930000-0000-7000-8000-000000000001',
    })
    const exchange = useExchange(pinia)
    await exchange.open(new File([encodeHandover({ ...head, writtenAt }, entries)], '李强.json'))
    expect(ledgers.ledger.ids.has('01930000-0000-7000-8000-000000000001')).toBe(false)
    if (exchange.looking?.kind !== 'handover') throw new Error('refused')
    const text = incomingText(plan, exchange.looking.found, '李强')
    return text.parts.flatMap(({ title, lines }) => [title, ...lines]).join('\n')
  },
} as const
type Door = keyof typeof DOORS

const CELLS: readonly Door[] = ['grid', 'paste', 'template']
const PAYMENTS: readonly Door[] = ['form', 'list']
/** A file of somebody else's has figures, no texts: what a spreadsheet made of a text is asked where the text is. */
const AND_MERGE = (doors: readonly Door[]): readonly Door[] => [...doors, 'merge']

interface Question {
  readonly asked: string
  readonly doors: readonly Door[]
  readonly at?: string
  readonly before?: (work: Work) => Promise<unknown>
  readonly put: Put
  readonly said: RegExp
}

const paid =
  (over: Partial<ReturnType<typeof payment>>, project = 3) =>
  async ({ desk }: Work) => {
    desk.open(project)
    await desk.pay(payment({ payment: over }))
    desk.open(3)
  }

const closed = async ({ pinia, author }: Work) => {
  const round = useRound(pinia)
  await round.step('submit', [THIRD], JUNE, '')
  author.role = 'leader'
  await round.step('accept', [THIRD], JUNE, '')
  author.role = 'manager'
}

/** The same question at every door it can come through; a total is stated at the first three, a payment comes through the others. */
const QUESTIONS: readonly Question[] = [
  { asked: '元 for 万元', doors: AND_MERGE(CELLS), put: { cell: [0, 1, '520000'] }, said: /元与万元弄混/ },
  {
    asked: '元 for 万元',
    doors: AND_MERGE(PAYMENTS),
    put: { payment: { amount: '520000' } },
    said: /元与万元弄混/,
  },
  { asked: 'scientific notation', doors: CELLS, put: { cell: [0, 1, '4.02E+01'] }, said: /科学计数法/ },
  {
    asked: 'scientific notation',
    doors: PAYMENTS,
    put: { payment: { amount: '4.02E+01' } },
    said: /科学计数法/,
  },
  {
    asked: 'scientific notation of a rate',
    doors: CELLS,
    put: { cell: [1, 1, '9.5E+01'] },
    said: /科学计数法/,
  },
  { asked: 'a serial date', doors: AND_MERGE(CELLS), put: { cell: [2, 1, '43900'] }, said: /日期序号/ },
  {
    asked: 'a total below 0',
    doors: CELLS,
    put: { cell: [0, 1, '-5'] },
    said: /累计支出不会小于 0.*逐笔支出/,
  },
  {
    asked: 'a first payment below 0',
    doors: AND_MERGE(PAYMENTS),
    put: { payment: { amount: '-5' } },
    said: /累计支出成为 −5.00 万元|累计支出是负数/,
  },
  {
    asked: 'a rate over 100',
    doors: AND_MERGE(CELLS),
    put: { cell: [1, 1, '105%'] },
    said: /超过 100%|over-100/,
  },
  { asked: 'a rate below 0', doors: AND_MERGE(CELLS), put: { cell: [1, 1, '-5%'] }, said: /负数/ },
  {
    asked: 'the same voucher, day and amount',
    doors: AND_MERGE(PAYMENTS),
    before: paid({ voucher: '记-1', amount: '2' }),
    put: { payment: { voucher: '记 -1', amount: '2' } },
    said: /已在台账：日期、金额和凭证/,
  },
  {
    asked: 'the same under another project',
    doors: AND_MERGE(PAYMENTS),
    before: paid({ voucher: '记-1', amount: '2' }, 1),
    put: { payment: { voucher: '记-1', amount: '2' } },
    said: /已在台账，记在“社会养老保险基金财政补助”/,
  },
  {
    asked: 'a closed checkpoint',
    doors: AND_MERGE(CELLS),
    before: closed,
    put: { cell: [0, 1, '30'] },
    said: /节点已关闭|办公楼修缮.*6月底已由 王芳 通过，并入后暂不计入/,
  },
  {
    asked: 'a closed checkpoint',
    doors: AND_MERGE(PAYMENTS),
    before: closed,
    put: { payment: { day: '2020-06-10' } },
    said: /6月底及以前的填报已关闭|办公楼修缮.*6月底已由 王芳 通过，并入后暂不计入/,
  },
  {
    asked: 'what has not happened yet',
    doors: CELLS,
    at: '2020-07-02T02:00:00.000Z',
    put: { cell: [0, 3, '30'] },
    said: /还没有到.*全年预计/,
  },
  {
    asked: 'what has not happened yet',
    doors: PAYMENTS,
    at: '2020-07-02T02:00:00.000Z',
    put: { payment: { day: '2020-07-10' } },
    said: /还没有到/,
  },
  {
    asked: 'zero where money was spent before',
    doors: AND_MERGE(CELLS),
    before: paid({ day: '2020-03-05', amount: '2' }),
    put: { cell: [0, 1, '0'] },
    said: /2020年3月5日已有大于 0 的支出，不能填为零支出.*作废|2020年3月5日已有大于 0 的支出，零支出不能成立/,
  },
]

const ROWS = QUESTIONS.flatMap((question) => question.doors.map((door) => ({ ...question, door })))

describe('the same questions at every door, before anything is taken', () => {
  it.each(ROWS)('$asked: $door', async ({ door, at, before, put, said }) => {
    const work = await atWork(at)
    work.desk.open(3)
    await before?.(work)
    const held = work.entries().length
    const told = await DOORS[door](work, put)
    expect(told).toMatch(said)
    const taken = work.entries().slice(held)
    if (door !== 'form' && !/105/.test(put.cell?.[2] ?? '')) expect(taken).toHaveLength(0)
  })

  it.each(['grid', 'paste', 'template', 'merge'] as const)(
    'a plain figure raises nothing: %s',
    async (door) => {
      const work = await atWork()
      work.desk.open(3)
      expect(await DOORS[door](work, { cell: [0, 1, '40'] })).not.toMatch(
        /弄混|科学|序号|要核对|暂不计入|不能/,
      )
    },
  )

  it.each(['form', 'list', 'merge'] as const)('a plain payment raises nothing: %s', async (door) => {
    const work = await atWork()
    work.desk.open(3)
    const told = await DOORS[door](work, { payment: { amount: '2', voucher: '记-9' } })
    expect(told).not.toMatch(/核对|已在台账|不能/)
  })

  it('a zero said in the form after money was spent is refused, with the way on', async () => {
    const work = await atWork()
    work.desk.open(3)
    await paid({ day: '2020-03-05' })(work)
    expect(await work.desk.zero('2020-06-30')).toBe(false)
    expect(work.desk.refused && permissionText(work.desk.refused)).toMatch(
      /2020年3月5日已有大于 0 的支出.*作废/,
    )
  })
})
