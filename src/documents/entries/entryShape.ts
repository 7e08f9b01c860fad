import * as v from 'valibot'
import { withinBand } from '@/domain/status/band'
import { parseDay, type Day } from '@/domain/time/day'
import { Decimal, HUNDRED } from '@/domain/number/decimal'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import { ROLES } from '@/domain/ledger/role'
import type { EntryFault } from '../outcome/entryIssue'
import { money } from '@/domain/number/money'
import { isRow } from '../plan/planShape'

function that<T>(holds: (value: T) => boolean, otherwise: EntryFault['kind']) {
  return v.check<T, EntryFault['kind']>(holds, otherwise)
}

function matching(pattern: RegExp, otherwise: EntryFault['kind']) {
  return v.pipe(
    v.string(),
    that((text) => pattern.test(text), otherwise),
  )
}

const AMOUNT = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,2})?$/
const NUMBER = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,18})?$/
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const CLOCK = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Adding 0 turns −0 into 0: one amount, one text. */
function exact(text: string): Decimal {
  return new Decimal(text).plus(0)
}

const TEXT = v.string()
const NAME = matching(/\S/, 'blank')
const ID = matching(UUID_V7, 'not-an-id')
const DAY = v.pipe(
  v.string(),
  that((text) => parseDay(text) !== null, 'not-a-day'),
  v.transform((text) => text as Day),
)
const MOMENT = v.pipe(
  v.string(),
  that((text) => parseDay(text.slice(0, 10)) !== null && CLOCK.test(text.slice(10)), 'not-a-moment'),
)
const MONEY = v.pipe(
  matching(AMOUNT, 'not-an-amount'),
  v.transform((text) => money(exact(text))),
)
const SUM = v.pipe(
  MONEY,
  that((amount) => !amount.isNegative(), 'out-of-range'),
)
const EXACT = v.pipe(matching(NUMBER, 'not-a-number'), v.transform(exact))
const POINTS = v.pipe(EXACT, that(withinHundred, 'out-of-range'))
/** A percentage or points kept as the text that was entered. */
const PERCENT_TEXT = v.pipe(
  matching(NUMBER, 'not-a-number'),
  that((text) => !NUMBER.test(text) || withinHundred(exact(text)), 'out-of-range'),
)
const MONTH = matching(/^(?:0[1-9]|1[0-2])$/, 'not-a-month')
const BAND = v.picklist(['achieved', 'partly', 'not'])
const ROW = v.custom<Record<string, unknown>>(isRow)

function withinHundred(value: Decimal): boolean {
  return !value.isNegative() && value.lte(HUNDRED)
}

function table<const K extends v.GenericSchema<string>, const V extends v.GenericSchema>(key: K, value: V) {
  return v.pipe(ROW, v.record(key, value))
}

const EVIDENCE = v.strictObject({
  name: NAME,
  place: v.nullable(TEXT),
  size: v.nullable(
    v.pipe(
      v.number(),
      that((size) => Number.isSafeInteger(size) && size >= 0, 'not-a-size'),
    ),
  ),
  sha256: v.nullable(matching(/^[0-9a-f]{64}$/, 'not-a-fingerprint')),
})

const VALUE = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: TEXT }),
  v.pipe(
    v.strictObject({ kind: v.literal('band'), band: BAND, percent: v.nullable(EXACT) }),
    v.forward(
      v.check(
        ({ band, percent }) => percent === null || withinBand(band, percent),
        'outside-band' satisfies EntryFault['kind'],
      ),
      ['percent'],
    ),
  ),
])

const CATEGORY = v.picklist(['funding', 'system', 'staff', 'hardware', 'other'])
const DEVIATION = v.strictObject({ category: CATEGORY, text: TEXT })

const MEASURE = v.strictObject({ id: NAME, name: TEXT, judged: v.boolean(), buildsUp: v.boolean() })

const CHANGE = v.variant('kind', [
  v.strictObject({ kind: v.literal('target'), text: TEXT }),
  v.strictObject({ kind: v.literal('schedule'), percents: table(MONTH, v.nullable(PERCENT_TEXT)) }),
])

const DECIDED = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['accepted', 'noted']) }),
  v.strictObject({
    kind: v.literal('mended'),
    should: NAME,
    by: v.variant('kind', [
      v.strictObject({ kind: v.literal('adjustment'), entry: ID }),
      v.strictObject({ kind: v.literal('document'), title: NAME }),
    ]),
  }),
])

type Written =
  'id' | 'schema' | 'plan' | 'subject' | 'effectiveOn' | 'recordedAt' | 'author' | 'role' | 'account' | 'kind'

type Cells<T> = { readonly [Cell in keyof T]-?: v.GenericSchema<unknown, T[Cell]> }

type PayloadOf<Kind extends EntryKind, E extends Entry = Entry> = E extends Entry
  ? Kind extends E['kind']
    ? Omit<E, Written>
    : never
  : never

const FUNDS = v.strictObject({
  arrived: v.nullable(SUM),
  executed: v.nullable(SUM),
  budget: v.optional(v.nullable(SUM)),
})
const SIGNED = v.strictObject({
  scheme: NAME,
  rows: v.array(v.strictObject({ row: NAME, weight: POINTS, points: POINTS })),
  total: POINTS,
})
const SAID = v.strictObject({ concern: NAME, text: TEXT })
const COVERS = v.optional(v.nullable(v.array(ID)), null)
const NOTE = { note: TEXT, covers: COVERS }
const LOCKING = { reason: TEXT, covers: COVERS }
const WORDS = { text: TEXT }

/** What every entry holds besides its schema, its kind and what that kind holds. */
export const COMMON = {
  id: ID,
  plan: NAME,
  subject: NAME,
  effectiveOn: DAY,
  recordedAt: MOMENT,
  author: NAME,
  role: v.nullable(v.picklist(ROLES)),
  account: v.nullable(NAME),
}

/** What each kind of entry holds besides what all hold; the compiler keeps it level with `Entry`, cell by cell. */
export const PAYLOADS: { readonly [Kind in EntryKind]: Cells<PayloadOf<Kind>> } = {
  payment: { amount: MONEY, memo: TEXT, voucher: TEXT, stated: v.nullable(MONEY) },
  'zero-spending': { memo: TEXT },
  'spending-total': { amount: SUM, memo: TEXT },
  'spending-estimate': { amount: SUM, memo: TEXT },
  'budget-adjustment': { amount: MONEY, document: TEXT, reason: TEXT },
  'indicator-actual': {
    measure: v.nullable(NAME),
    value: VALUE,
    evidence: v.array(EVIDENCE),
    deviation: v.nullable(DEVIATION),
    fullYear: v.nullable(TEXT),
    likelihood: v.nullable(v.picklist(['certain', 'possible', 'impossible'])),
  },
  measures: { measures: v.array(MEASURE) },
  'target-change': { change: CHANGE, document: TEXT, reason: TEXT },
  weights: { weights: table(NAME, PERCENT_TEXT), document: TEXT, reason: TEXT },
  'score-adjustment': { pointsOff: POINTS, replaces: v.nullable(ID), reason: TEXT },
  scheme: { scheme: NAME, document: TEXT, reason: TEXT },
  'spending-reason': { category: CATEGORY, text: NAME, nextStep: TEXT, by: v.nullable(DAY), who: TEXT },
  'spending-by-source': { sources: v.strictObject({ fiscal: FUNDS, 'carried-over': FUNDS, other: FUNDS }) },
  're-evaluation': { rows: v.array(v.strictObject({ row: NAME, points: POINTS, text: TEXT })) },
  appraisal: {
    rows: v.array(v.strictObject({ row: NAME, points: POINTS, basis: TEXT })),
    seen: v.array(ID),
  },
  'appraisal-frame': { weights: table(NAME, PERCENT_TEXT), document: TEXT, reason: TEXT },
  summary: WORDS,
  'goal-progress': { band: BAND, text: TEXT },
  submit: NOTE,
  return: NOTE,
  accept: NOTE,
  lock: LOCKING,
  unlock: LOCKING,
  rectification: WORDS,
  'rectification-result': WORDS,
  'sign-off': {
    ...WORDS,
    covers: COVERS,
    sheet: v.optional(v.nullable(SIGNED), null),
    words: v.optional(v.array(SAID), []),
  },
  reopen: { signOff: ID, reason: NAME },
  settlement: { seen: v.array(ID), kept: ID, reason: TEXT },
  comment: WORDS,
  wording: { paragraph: NAME, generated: TEXT, text: TEXT },
  check: { finding: NAME, said: v.array(TEXT), decided: DECIDED, reason: NAME },
  void: { entry: ID, reason: TEXT },
  'project-manager': { manager: TEXT },
}

/** A demonstration file before its entries are read one by one. */
export const SAMPLE = v.strictObject({
  schema: v.literal(1),
  kind: v.literal('demo'),
  plan: NAME,
  note: NAME,
  entries: v.array(v.unknown()),
})
