import fc from 'fast-check'
import { BAND_POINTS } from '@/domain/status/band'
import { Decimal } from '@/domain/number/decimal'
import type { Day } from '@/domain/time/day'
import type { Entry, Payment } from '@/domain/ledger/entry'
import { money } from '@/domain/number/money'
import { uuidV7Maker } from '@/storage/uuidV7'
import { amounts, days, moments } from '../domain/arbitraries'

export const PLAN = '2020-323002'
export const OTHER_PLAN = '2021-323002'

const newId = uuidV7Maker(
  () => 1_600_000_000_000,
  (bytes) => bytes.fill(7),
)

/** A payment with a fresh id; what is given replaces its fields. */
export function payment(change: Partial<Payment> = {}): Payment {
  const plan = change.plan ?? PLAN
  return {
    id: newId(),
    schema: 2 as const,
    role: null,
    account: null,
    plan,
    subject: `${plan}/1`,
    effectiveOn: '2020-06-30' as Day,
    recordedAt: '2020-07-01T02:03:04.005Z',
    author: '王芳',
    kind: 'payment',
    amount: money('1234567.89'),
    memo: '上半年拨付',
    voucher: '记-0031',
    stated: null,
    ...change,
  }
}

const is = <const T>(value: T) => fc.constant(value)
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '≥95%', '　', '<br>"\t\n', '办公楼修缮'),
)
const name = text.map((typed) => `甲${typed}`)
const hundredths = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => new Decimal(value).div(100))
const banded = fc.constantFrom('achieved' as const, 'partly' as const, 'not' as const).chain((band) => {
  const { from, to } = BAND_POINTS[band]
  return fc.record({
    kind: is('band'),
    band: is(band),
    percent: nullable(hundredths(from * 100, to * 100 - 1)),
  })
})
const covers = nullable(fc.array(fc.uuid({ version: 7 }), { maxLength: 3 }))
const evidence = fc.record({
  name,
  place: nullable(text),
  size: nullable(fc.nat()),
  sha256: nullable(is('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')),
})

const decided = fc.oneof(
  fc.record({ kind: fc.constantFrom('accepted', 'noted') }),
  fc.record({
    kind: is('mended'),
    should: name,
    by: fc.oneof(
      fc.record({ kind: is('adjustment'), entry: fc.uuid({ version: 7 }) }),
      fc.record({ kind: is('document'), title: name }),
    ),
  }),
)

const PROJECT = `${PLAN}/1`
const INDICATOR = `${PLAN}/1/2`
const about = (subject: string, payload: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ subject: is(subject), ...payload })

const firstPayloads = fc.oneof(
  about(PROJECT, {
    kind: is('payment'),
    amount: amounts(),
    memo: text,
    voucher: text,
    stated: nullable(amounts()),
  }),
  about(PROJECT, { kind: is('zero-spending'), memo: text }),
  about(PROJECT, { kind: is('spending-estimate'), amount: hundredths(0, 900_000_000), memo: text }),
  about(PROJECT, { kind: is('budget-adjustment'), amount: amounts(), document: text, reason: text }),
  about(INDICATOR, {
    kind: is('indicator-actual'),
    measure: nullable(name),
    value: fc.oneof(fc.record({ kind: is('text'), text }), banded),
    evidence: fc.array(evidence, { maxLength: 2 }),
    deviation: nullable(fc.record({ category: fc.constantFrom('funding', 'other'), text })),
    fullYear: nullable(text),
    likelihood: nullable(fc.constantFrom('certain', 'possible', 'impossible')),
  }),
  about(INDICATOR, {
    kind: is('measures'),
    measures: fc.array(fc.record({ id: name, name: text, judged: fc.boolean(), buildsUp: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  about(INDICATOR, {
    kind: is('target-change'),
    change: fc.record({ kind: is('target'), text }),
    document: text,
    reason: text,
  }),
  about(PROJECT, {
    kind: is('target-change'),
    change: fc.record({ kind: is('schedule'), percents: is({ '03': null, '06': '60.00', '12': '100' }) }),
    document: text,
    reason: text,
  }),
  about(PROJECT, {
    kind: is('weights'),
    weights: is({ [INDICATOR]: '12.5' }),
    document: is(''),
    reason: text,
  }),
  about(INDICATOR, {
    kind: is('score-adjustment'),
    pointsOff: hundredths(0, 10_000),
    replaces: is(null),
    reason: text,
  }),
  about(PROJECT, { kind: fc.constantFrom('summary', 'rectification', 'comment'), text }),
  about(PROJECT, {
    kind: is('sign-off'),
    text,
    covers,
    sheet: nullable(
      fc.record({
        scheme: name,
        rows: fc.array(
          fc.record({ row: name, weight: hundredths(0, 10_000), points: hundredths(0, 10_000) }),
          { maxLength: 3 },
        ),
        total: hundredths(0, 10_000),
      }),
    ),
    words: fc.array(fc.record({ concern: name, text }), { maxLength: 2 }),
  }),
  about(PROJECT, { kind: is('wording'), paragraph: name, generated: text, text }),
  about(PROJECT, {
    kind: is('check'),
    finding: name,
    said: fc.array(text, { maxLength: 3 }),
    decided,
    reason: name,
  }),
  about(PLAN, { kind: is('check'), finding: name, said: is([]), decided, reason: name }),
  about(`${PLAN}/G1`, { kind: is('goal-progress'), band: fc.constantFrom('achieved', 'not'), text }),
  about(PROJECT, { kind: fc.constantFrom('submit', 'return', 'accept'), note: text, covers }),
  about(PLAN, { kind: fc.constantFrom('lock', 'unlock'), reason: text, covers }),
  about(PROJECT, { kind: is('void'), entry: fc.uuid({ version: 7 }), reason: text }),
  about(PROJECT, { kind: is('project-manager'), manager: name }),
)

const id = fc.uuid({ version: 7 })
const sum = nullable(amounts({ min: 0 }))
const funds = fc.record({ arrived: sum, executed: sum })
const laterPayloads = fc.oneof(
  about(PROJECT, { kind: is('payment'), amount: amounts(), memo: text, voucher: text, stated: is(null) }),
  about(PROJECT, { kind: is('spending-total'), amount: amounts({ min: 0 }), memo: text }),
  about(INDICATOR, { kind: is('settlement'), seen: fc.array(id, { maxLength: 3 }), kept: id, reason: text }),
  about(PROJECT, { kind: is('reopen'), signOff: id, reason: name }),
  about(PLAN, { kind: is('scheme'), scheme: name, document: text, reason: text }),
  about(PROJECT, {
    kind: is('spending-reason'),
    category: fc.constantFrom('funding', 'other'),
    text: name,
    nextStep: text,
    by: nullable(days()),
    who: text,
  }),
  about(PROJECT, {
    kind: is('spending-by-source'),
    sources: fc.record({ fiscal: funds, 'carried-over': funds, other: funds }),
  }),
  about(PROJECT, {
    kind: is('re-evaluation'),
    rows: fc.array(fc.record({ row: name, points: hundredths(0, 10_000), text }), { maxLength: 2 }),
  }),
  about(PROJECT, {
    kind: is('appraisal'),
    rows: fc.array(fc.record({ row: name, points: hundredths(0, 10_000), basis: text }), { maxLength: 2 }),
    seen: fc.array(id, { maxLength: 2 }),
  }),
  about(PLAN, { kind: is('appraisal-frame'), weights: is({ goals: '5' }), document: text, reason: text }),
  about(PROJECT, { kind: is('weights'), weights: is({ [INDICATOR]: '12.5' }), document: text, reason: text }),
  about(INDICATOR, {
    kind: is('score-adjustment'),
    pointsOff: hundredths(0, 10_000),
    replaces: nullable(id),
    reason: text,
  }),
)

const written = { id, plan: is(PLAN), effectiveOn: days(), recordedAt: moments(), author: name }
const first = fc.tuple(
  fc.record({ ...written, schema: is(1), role: is(null), account: is(null) }),
  firstPayloads,
)
const later = fc.tuple(
  fc.record({
    ...written,
    schema: is(2),
    role: fc.constantFrom(null, 'manager', 'leader'),
    account: nullable(name),
  }),
  laterPayloads,
)

/** Any entry of the plan, of any kind and schema, that the door takes. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .oneof(first, later)
  .map(([own, payload]) => ({ ...own, ...payload }) as unknown as Entry)

/** Any ledger: entries of different ids. */
export const anyLedger = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 30 })

/** Entries by id, for comparing what has no order. */
export function byId<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
}
