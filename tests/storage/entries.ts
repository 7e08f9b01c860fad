import fc from 'fast-check'
import { Decimal } from '@/domain/decimal'
import { endOfMonth, type Day } from '@/domain/day'
import type { Entry, Payment } from '@/domain/ledger/entry'
import { money } from '@/domain/money'
import { uuidV7Maker } from '@/storage/uuidV7'

export const PLAN = '2020-323002'
export const OTHER_PLAN = '2021-323002'

const seeded = uuidV7Maker(
  () => 1_600_000_000_000,
  (bytes) => bytes.fill(7),
)

/** A payment with a fresh id; what is given replaces its fields. */
export function payment(change: Partial<Payment> = {}): Payment {
  return {
    id: seeded(),
    schema: 1,
    plan: PLAN,
    subject: `${PLAN}/1`,
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

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '≥95%', '　', '<br>"\t\n', '办公楼修缮'),
)
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 2 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(10 ** places))
const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => new Decimal(hundredths).div(100))
const moment = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = fc
  .tuple(fc.integer({ min: 2019, max: 2021 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => endOfMonth(y, m))
const band = fc.constantFrom('achieved' as const, 'partly' as const, 'not' as const)
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const evidence = fc.record({
  name: text,
  place: nullable(text),
  size: nullable(fc.nat()),
  sha256: nullable(fc.constant('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')),
})
const value = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('band' as const), band, percent: nullable(percent) }),
)
const change = fc.oneof(
  fc.record({ kind: fc.constant('target' as const), text }),
  fc.record({
    kind: fc.constant('schedule' as const),
    percents: fc.constant({ '03': null, '06': '60.00', '12': '100.00' }),
  }),
)

const payloads = fc.oneof(
  fc.record({ kind: fc.constant('payment' as const), amount: decimal.map(money), memo: text, voucher: text }),
  fc.record({ kind: fc.constant('zero-spending' as const), memo: text }),
  fc.record({
    kind: fc.constant('budget-adjustment' as const),
    amount: decimal.map(money),
    document: text,
    reason: text,
  }),
  fc.record({
    kind: fc.constant('indicator-actual' as const),
    measure: nullable(text),
    value,
    evidence: fc.array(evidence, { maxLength: 2 }),
    deviation: nullable(fc.record({ category: fc.constantFrom('funding' as const, 'other' as const), text })),
    fullYear: nullable(text),
    likelihood: nullable(fc.constantFrom('certain' as const, 'possible' as const, 'impossible' as const)),
  }),
  fc.record({
    kind: fc.constant('measures' as const),
    measures: fc.array(fc.record({ id: text, name: text, judged: fc.boolean(), buildsUp: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  fc.record({ kind: fc.constant('target-change' as const), change, document: text, reason: text }),
  fc.record({
    kind: fc.constant('weights' as const),
    weights: fc.constant({ [`${PLAN}/1/1`]: '12.5' }),
    reason: text,
  }),
  fc.record({ kind: fc.constant('score-adjustment' as const), pointsOff: percent, reason: text }),
  fc.record({
    kind: fc.constantFrom(
      'summary' as const,
      'rectification' as const,
      'sign-off' as const,
      'comment' as const,
    ),
    text,
  }),
  fc.record({ kind: fc.constant('goal-progress' as const), band, text }),
  fc.record({ kind: fc.constantFrom('submit' as const, 'return' as const, 'accept' as const), note: text }),
  fc.record({ kind: fc.constantFrom('lock' as const, 'unlock' as const), reason: text }),
  fc.record({ kind: fc.constant('void' as const), entry: fc.uuid(), reason: text }),
  fc.record({ kind: fc.constant('project-manager' as const), manager: text }),
)

/** Any entry of the plan, of any kind. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .tuple(
    fc.record({
      id: fc.uuid({ version: 7 }),
      schema: fc.constant(1 as const),
      plan: fc.constant(PLAN),
      subject: fc.constantFrom(`${PLAN}/1`, `${PLAN}/1/1`, `${PLAN}/G1`, PLAN),
      effectiveOn: day,
      recordedAt: moment,
      author: text,
    }),
    payloads,
  )
  .map(([written, payload]) => ({ ...written, ...payload }) as Entry)

/** Any ledger: entries of different ids. */
export const anyLedger = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 30 })

/** Entries by id, for comparing what has no order. */
export function byId<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
}
