import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { KnownPayments, knownIn, standingPayments, type PaymentMark } from '@/domain/payments/knownPayments'
import { paymentDraft } from '@/domain/payments/paymentDraft'
import { canTick, isTicked, type LineDoubt, type ListLine } from '@/domain/payments/paymentList'
import { paymentQuestions } from '@/domain/payments/paymentQuestions'
import type { SpendingLine } from '@/domain/status/spending'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { day, JUNE, OCTOBER, pay, total, voidOf, wan } from '../build'

const mark = (over: Partial<PaymentMark> = {}): PaymentMark => ({
  project: 'A',
  day: JUNE,
  amount: wan('1'),
  voucher: '记-1',
  memo: '甲',
  ...over,
})

describe('a payment that is there already', () => {
  const held = [mark(), mark({ voucher: '', memo: '乙', amount: wan('2') })]
  const kind = (line: PaymentMark, known: readonly PaymentMark[] = held) =>
    new KnownPayments(known).held(line)?.kind ?? null

  it.each<[string, Partial<PaymentMark>, string | null]>([
    ['the same voucher, day and amount, whatever for', { memo: '别的' }, 'in-ledger'],
    ['blanks and case do not tell vouchers apart', { voucher: ' 记 -1\u200B' }, 'in-ledger'],
    ['of another project', { project: 'B' }, 'other-project'],
    ['of a project not known yet', { project: null }, 'other-project'],
    ['another day', { day: OCTOBER }, 'other-day'],
    ['another day of another project', { day: OCTOBER, project: 'B' }, null],
    ['another day without a voucher', { day: OCTOBER, voucher: '' }, null],
    ['another amount under one voucher and day', { amount: wan('1.01') }, 'other-amount'],
    ['that of another project', { amount: wan('1.01'), project: 'B' }, null],
    ['that on another day', { amount: wan('1.01'), day: OCTOBER }, null],
    ['another voucher, the rest alike', { voucher: '记-2' }, null],
    ['without a voucher, the same words', { voucher: '' }, 'in-ledger'],
    ['a voucher of blanks is none', { voucher: ' ' }, 'in-ledger'],
    ['without a voucher, other words: alike', { voucher: '', memo: '别的' }, 'alike'],
    ['that of another project is not', { voucher: '', memo: '别的', project: 'B' }, null],
    ['without a voucher, of another project', { voucher: '', project: 'B' }, null],
    ['without a voucher and a project', { voucher: '', project: null }, 'other-project'],
    ['what had no voucher, now with one', { voucher: '记-9', memo: '乙', amount: wan('2') }, 'in-ledger'],
    ['now with one and other words', { voucher: '记-9', memo: '丙', amount: wan('2') }, 'alike'],
    ['still without one, other words', { voucher: '', memo: '丙', amount: wan('2') }, null],
    ['the words of another voucher are no sign', { voucher: '记-2', amount: wan('1') }, null],
  ])('%s', (_, over, expected) => {
    expect(kind(mark(over))).toBe(expected)
  })

  it('is nothing where nothing is held', () => {
    expect(kind(mark(), [])).toBeNull()
  })

  it('names the other project, its own first', () => {
    const both = new KnownPayments([mark({ project: 'B' }), mark()])
    expect(both.held(mark())).toEqual({ kind: 'in-ledger' })
    expect(both.held(mark({ project: 'C' }))).toEqual({ kind: 'other-project', project: 'B' })
  })

  it('further up in the file: by voucher, day and amount, or by project and words without one', () => {
    const known = new KnownPayments([])
    const asked = [
      mark(),
      mark({ memo: '别的' }),
      mark({ project: 'B' }),
      mark({ amount: wan('1.01') }),
      mark({ voucher: '' }),
      mark({ voucher: '', memo: '别的' }),
      mark({ voucher: '' }),
      mark({ voucher: '', project: 'B' }),
    ].map((line) => known.repeated(line)?.kind ?? null)
    expect(asked).toEqual([null, 'in-file', 'in-file', null, null, null, 'in-file', null])
  })

  it('under one voucher on another day, further up too', () => {
    const known = new KnownPayments([])
    const asked = [mark(), mark({ day: OCTOBER }), mark({ day: OCTOBER, project: 'B', voucher: '记-2' })]
    expect(asked.map((line) => known.repeated(line)?.kind ?? null)).toEqual([null, 'other-day', null])
  })

  it('in the ledger goes before further up, and leaves no trace', () => {
    const known = new KnownPayments([mark()])
    expect([known.repeated(mark()), known.repeated(mark()), known.held(mark())]).toEqual([
      { kind: 'in-ledger' },
      { kind: 'in-ledger' },
      { kind: 'in-ledger' },
    ])
  })

  it('in a ledger is what stands: what was voided may be entered again', () => {
    const [gone, kept] = [pay(`${PLAN_ID}/3`, JUNE, '1'), pay(`${PLAN_ID}/4`, JUNE, '2')]
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [
      gone,
      kept,
      voidOf(gone),
      total(`${PLAN_ID}/3`, JUNE, '1'),
    ])
    expect(standingPayments(ledger)).toEqual([kept])
    const known = knownIn(ledger)
    expect(
      known.held({ project: `${PLAN_ID}/3`, day: JUNE, amount: wan('1'), voucher: '', memo: '' }),
    ).toBeNull()
    expect(
      known.held({ project: `${PLAN_ID}/4`, day: JUNE, amount: wan('2'), voucher: '', memo: '' }),
    ).toEqual({
      kind: 'in-ledger',
    })
  })
})

describe('what is asked of a payment', () => {
  const around = { budget: wan('100'), unit: null, known: { repeated: () => null }, spending: [] }
  const lines = (...all: readonly [day: string, total: string, stated: boolean][]): SpendingLine[] =>
    all.map(([on, sum, stated]) => ({
      entry: pay('A', on, '1'),
      total: wan(sum),
      stated,
      unexplained: null,
    }))
  const asked = (
    over: Partial<PaymentMark>,
    more: Partial<Parameters<typeof paymentQuestions>[1]> = {},
  ): string[] => paymentQuestions(mark(over), { ...around, ...more }).map(({ kind }) => kind)

  it('the unit, where one can be mistaken', () => {
    const million = { amount: wan('10000') }
    expect(asked(million, { unit: 'wan' })).toEqual(['ten-thousand'])
    expect(asked(million)).toEqual([])
    expect(asked(million, { unit: 'wan', budget: null })).toEqual([])
    expect(asked({}, { unit: 'wan' })).toEqual([])
  })

  it('a repetition', () => {
    expect(asked({}, { known: new KnownPayments([mark()]) })).toEqual(['repeated'])
  })

  it.each<[string, string, readonly SpendingLine[] | null, readonly string[]]>([
    ['more back than was paid', '-6', lines(['2020-05-01', '5', false]), ['negative-total']],
    ['all of it back', '-5', lines(['2020-05-01', '5', false]), []],
    ['back before anything was paid', '-1', lines(['2020-10-31', '5', false]), ['negative-total']],
    ['back where nothing was reported', '-1', [], ['negative-total']],
    ['what a later statement covers moves no total', '-6', lines(['2020-10-31', '5', true]), []],
    ['what one of its day covers too', '-6', lines([JUNE, '5', true]), []],
    ['an earlier statement covers nothing', '-6', lines(['2020-05-01', '5', true]), ['negative-total']],
    ['where totals are not known', '-6', null, []],
    ['paid, whatever the total', '1', lines(['2020-05-01', '-5', false]), []],
    ['nothing moves nothing', '0', lines(['2020-05-01', '-5', false]), []],
  ])('%s', (_, amount, spending, expected) => {
    expect(asked({ amount: wan(amount) }, { spending })).toEqual(expected)
  })

  it('says the total it would come to', () => {
    const found = paymentQuestions(mark({ amount: wan('-6') }), {
      ...around,
      spending: lines(['2020-05-01', '5', false]),
    })
    expect(found.map((own) => (own.kind === 'negative-total' ? own.total.toFixed() : ''))).toEqual(['-10000'])
  })
})

describe('a line of a list', () => {
  const line = (over: Partial<ListLine>): ListLine => ({
    ...mark(),
    sheet: null,
    row: 2,
    project: { id: 'A', code: '', name: '', budget: wan('1') },
    named: { code: '', name: '' },
    doubts: [],
    notes: [],
    ...over,
  })
  const doubt = (kind: string) => ({ kind }) as LineDoubt

  it.each<[string, Partial<ListLine>, boolean, boolean]>([
    ['nothing in its way', {}, true, true],
    ['asked about', { doubts: [doubt('refund')] }, false, true],
    ['without a project', { project: null }, false, false],
    ['without a day', { day: null }, false, false],
    ...(['day-empty', 'day-impossible', 'day-unread', 'other-year', 'future'] as const).map(
      (kind) => [`refused: ${kind}`, { doubts: [doubt('refund'), doubt(kind)] }, false, false] as const,
    ),
  ] as [string, Partial<ListLine>, boolean, boolean][])('%s', (_, over, ticked, can) => {
    expect([isTicked(line(over)), canTick(line(over))]).toEqual([ticked, can])
  })

  it('becomes a payment that states no total, with a project and a day', () => {
    expect(paymentDraft(line({}))).toEqual({
      kind: 'payment',
      subject: 'A',
      effectiveOn: day(JUNE),
      amount: wan('1'),
      memo: '甲',
      voucher: '记-1',
      stated: null,
    })
    expect([paymentDraft(line({ project: null })), paymentDraft(line({ day: null }))]).toEqual([null, null])
  })
})
