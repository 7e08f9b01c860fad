import fc from 'fast-check'
import type { Band } from '@/domain/status/attainment'
import { daysInMonth, type Day } from '@/domain/time/day'
import { Decimal } from '@/domain/number/decimal'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { money, NOTHING, type Money } from '@/domain/number/money'
import { ROLES } from '@/domain/ledger/role'
import type { Plan } from '@/domain/plan/plan'
import type { Schedule } from '@/domain/plan/schedule'
import type { Comparator } from '@/domain/plan/target'
import { scheduleOf } from '../fixtures/sixProjects'

/** Exact numbers with up to 6 places, 0 and whole numbers often. */
export function decimals({ min = -1_000_000, max = 1_000_000 } = {}): fc.Arbitrary<Decimal> {
  const scaled = (places: number) =>
    fc
      .integer({ min: Math.ceil(min * 10 ** places), max: Math.floor(max * 10 ** places) })
      .map((whole) => new Decimal(whole).div(10 ** places))
  return fc.oneof(scaled(0), scaled(2), scaled(6))
}

/** Amounts to the 分, below zero unless told otherwise. */
export function amounts({ min = -100_000_000, max = 10_000_000_000 } = {}): fc.Arbitrary<Money> {
  const cents = fc.integer({ min, max }).map((value) => money(new Decimal(value).div(100)))
  const wan = fc.integer({ min: Math.ceil(min / 1_000_000), max: Math.floor(max / 1_000_000) })
  return fc
    .oneof(
      { weight: 3, arbitrary: cents },
      { weight: 2, arbitrary: wan.map((value) => money(value * 10_000)) },
    )
    .filter((amount) => amount.times(100).gte(min))
}

const TWO = (value: number): string => String(value).padStart(2, '0')

/** Days of 2020 and a little of the years on both sides; month ends often. */
export function days(): fc.Arbitrary<Day> {
  return fc
    .record({
      year: fc.oneof({ weight: 18, arbitrary: fc.constant(2020) }, fc.constant(2019), fc.constant(2021)),
      month: fc.integer({ min: 1, max: 12 }),
      date: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constant(31)),
    })
    .map(
      ({ year, month, date }) =>
        `${year}-${TWO(month)}-${TWO(Math.min(date, daysInMonth(year, month)))}` as Day,
    )
}

/** A 资金支出计划 that never falls, each cell blank or 0…100. */
export function schedules(): fc.Arbitrary<Schedule> {
  const cell = fc.option(fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100))
  return fc.tuple(cell, cell, cell, cell).map((cells) => {
    const set = cells.filter((value) => value !== null).sort((a, b) => a - b)
    const percents = cells.map((value) => (value === null ? null : String(set.shift() ?? 0)))
    return scheduleOf({
      '03': percents[0] ?? null,
      '06': percents[1] ?? null,
      '10': percents[2] ?? null,
      '12': percents[3] ?? null,
    })
  })
}

/** Every comparator. */
export function comparators(): fc.Arbitrary<Comparator> {
  return fc.constantFrom('>=', '<=', '>', '<', '=')
}

/** Printed units that the grammar keeps or folds. */
export function units(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '',
    '%',
    '百分比',
    '％',
    '%(百分比)',
    '年',
    '人',
    '个',
    '万元',
    '起',
    '次',
    '元/人*月',
    '平方米',
  )
}

/** A moment within 2020, close ones and equal ones often. */
export function moments(): fc.Arbitrary<Moment> {
  const start = Date.UTC(2020, 0, 1)
  return fc
    .oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 366 * 86_400_000 }))
    .map((offset) => new Date(start + offset).toISOString())
}

/** What people type, well and badly. */
export function typed(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      '95',
      '95%',
      '≥95%',
      '0.95',
      '９５％',
      '1,200',
      '####',
      '',
      '0',
      '-1',
      '94.996',
      '120',
      '<95',
      '1年',
      '3/4',
      '已完成',
      '2020-11-30',
    ),
    decimals({ min: -10, max: 200 }).map((value) => value.toFixed()),
    fc.string({ maxLength: 8 }),
  )
}

const BANDS: readonly Band[] = ['achieved', 'partly', 'not']

type Written =
  'id' | 'schema' | 'plan' | 'subject' | 'effectiveOn' | 'recordedAt' | 'author' | 'role' | 'account'
type Own<E> = E extends Entry ? Omit<E, Written> : never
type Payload = Own<Entry>

/** A decision on a finding, of few keys, so that they replace each other often. */
function checkPayloads(): fc.Arbitrary<Payload> {
  return fc.record({
    kind: fc.constant('check' as const),
    finding: fc.constantFrom('sum:projects', 'blank-checkpoint:a', 'not-literal:b'),
    said: fc.constantFrom(['≥95百分比'], []),
    decided: fc.oneof(
      fc.record({ kind: fc.constantFrom('accepted' as const, 'noted' as const) }),
      fc.record({
        kind: fc.constant('mended' as const),
        should: fc.constant('≤95%'),
        by: fc.constant({ kind: 'document' as const, title: '更正公告' }),
      }),
    ),
    reason: fc.constantFrom('说明', '字〔2020〕1号'),
  })
}

function funds() {
  return fc.record({
    arrived: fc.option(amounts({ min: 0 })),
    executed: fc.option(amounts({ min: 0 })),
  })
}

/** The parts of an entry about a project. */
function projectPayloads(): fc.Arbitrary<Payload> {
  const words = fc.constantFrom('', '说明', '字〔2020〕1号')
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('payment' as const),
        amount: amounts({ min: -5_000_000, max: 500_000_000 }),
        memo: words,
        voucher: words,
        stated: fc.option(amounts({ min: 0, max: 500_000_000 }), { nil: null }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('zero-spending' as const), memo: words }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('spending-total' as const),
        amount: fc.oneof(amounts({ min: 0, max: 500_000_000 }), fc.constant(NOTHING)),
        memo: words,
      }),
    },
    fc.record({
      kind: fc.constant('spending-reason' as const),
      category: fc.constantFrom('funding' as const, 'other' as const),
      text: fc.constant('拨付较晚'),
      nextStep: words,
      by: fc.option(days()),
      who: words,
    }),
    fc.record({
      kind: fc.constant('spending-by-source' as const),
      sources: fc.record({ fiscal: funds(), 'carried-over': funds(), other: funds() }),
    }),
    fc.record({
      kind: fc.constant('re-evaluation' as const),
      rows: fc.array(
        fc.record({
          row: fc.constantFrom('execution', 'a'),
          points: decimals({ min: 0, max: 10 }),
          text: words,
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({
      kind: fc.constant('appraisal' as const),
      rows: fc.array(
        fc.record({
          row: fc.constantFrom('initiation', 'cost'),
          points: decimals({ min: 0, max: 10 }),
          basis: words,
        }),
        { maxLength: 2 },
      ),
      seen: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant('spending-estimate' as const),
      amount: amounts({ min: 0, max: 900_000_000 }),
      memo: words,
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('budget-adjustment' as const),
        amount: amounts({ min: -900_000_000, max: 900_000_000 }),
        document: words,
        reason: words,
      }),
    },
    fc.record({
      kind: fc.constant('target-change' as const),
      change: fc.record({
        kind: fc.constant('schedule' as const),
        percents: fc.dictionary(
          fc.constantFrom('03', '06', '10', '12', '07'),
          fc.option(fc.constantFrom('0', '25.00', '60%', '100', 'abc', '')),
          { maxKeys: 4 },
        ),
      }),
      document: words,
      reason: words,
    }),
    fc.record({
      kind: fc.constantFrom('submit' as const, 'return' as const, 'accept' as const),
      note: words,
      covers: fc.constantFrom(null, []),
    }),
    fc.record({
      kind: fc.constantFrom('rectification' as const, 'rectification-result' as const),
      text: words,
    }),
    fc.record({ kind: fc.constant('summary' as const), text: words }),
    fc.record({
      kind: fc.constant('sign-off' as const),
      text: words,
      covers: fc.constantFrom(null, []),
      sheet: fc.constant(null),
      words: fc.constant([]),
    }),
    fc.record({ kind: fc.constant('comment' as const), text: words }),
    fc.record({
      kind: fc.constant('wording' as const),
      paragraph: fc.constantFrom('a', 'b'),
      generated: words,
      text: words,
    }),
    checkPayloads(),
    fc.record({ kind: fc.constant('project-manager' as const), manager: words }),
    fc.record({
      kind: fc.constant('weights' as const),
      weights: fc.constant({}),
      document: words,
      reason: words,
    }),
  )
}

/** The parts of an entry about an indicator. */
function indicatorPayloads(): fc.Arbitrary<Payload> {
  const words = fc.constantFrom('', '说明')
  const measure = fc.constantFrom(null, null, null, 'm1', 'm2')
  return fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('indicator-actual' as const),
        measure,
        value: fc.oneof(
          { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), text: typed() }) },
          fc.record({
            kind: fc.constant('band' as const),
            band: fc.constantFrom(...BANDS),
            percent: fc.option(decimals({ min: -5, max: 130 })),
          }),
        ),
        evidence: fc.constant([]),
        deviation: fc.option(
          fc.record({
            category: fc.constantFrom(
              'funding' as const,
              'system' as const,
              'staff' as const,
              'hardware' as const,
              'other' as const,
            ),
            text: words,
          }),
        ),
        fullYear: fc.option(typed()),
        likelihood: fc.option(
          fc.constantFrom('certain' as const, 'possible' as const, 'impossible' as const),
        ),
      }),
    },
    fc.record({
      kind: fc.constant('measures' as const),
      measures: fc.array(
        fc.record({
          id: fc.constantFrom('m1', 'm2', 'm3'),
          name: words,
          judged: fc.boolean(),
          buildsUp: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    }),
    fc.record({
      kind: fc.constant('target-change' as const),
      change: fc.record({
        kind: fc.constant('target' as const),
        text: fc.constantFrom('≥80百分比', '≤5起', '90-95%', '12月底前完成', '逐步提高', '=0', '≥100人', ''),
      }),
      document: words,
      reason: words,
    }),
    fc.record({
      kind: fc.constant('score-adjustment' as const),
      pointsOff: decimals({ min: 0, max: 10 }),
      replaces: fc.constant(null),
      reason: words,
    }),
    fc.record({ kind: fc.constant('comment' as const), text: words }),
  )
}

/** The parts of an entry about the plan or one of its department goals. */
function planPayloads(): fc.Arbitrary<Payload> {
  const words = fc.constantFrom('', '说明')
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('lock' as const, 'unlock' as const),
      reason: words,
      covers: fc.constantFrom(null, []),
    }),
    checkPayloads(),
    fc.record({
      kind: fc.constant('scheme' as const),
      scheme: fc.constant('2020-10'),
      document: words,
      reason: words,
    }),
    fc.record({
      kind: fc.constant('appraisal-frame' as const),
      weights: fc.constant({ initiation: '6', goals: '4' }),
      document: words,
      reason: words,
    }),
    fc.record({ kind: fc.constant('goal-progress' as const), band: fc.constantFrom(...BANDS), text: words }),
    fc.record({ kind: fc.constant('comment' as const), text: words }),
  )
}

/** What only schema 1 says. */
function isFirst(payload: Payload): boolean {
  return payload.kind === 'zero-spending' || (payload.kind === 'payment' && payload.stated !== null)
}

/** One random entry of any kind but `void`, about a project, an indicator, the plan or a goal of it. */
export function entries(plan: Plan): fc.Arbitrary<Entry> {
  const projects = plan.projects.map((project) => project.id)
  const indicators = plan.projects.flatMap((project) => project.indicators.map((indicator) => indicator.id))
  const about = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ subject: fc.constantFrom(...projects), payload: projectPayloads() }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ subject: fc.constantFrom(...indicators), payload: indicatorPayloads() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ subject: fc.constantFrom(plan.id, `${plan.id}/G1`), payload: planPayloads() }),
    },
  )
  return fc
    .record({
      id: fc.uuid({ version: 7 }),
      about,
      effectiveOn: days(),
      recordedAt: moments(),
      author: fc.constantFrom('张三', '李四', '王五'),
      role: fc.constantFrom(null, ...ROLES),
    })
    .map(({ id, about: { subject, payload }, effectiveOn, recordedAt, author, role }): Entry => ({
      id,
      ...(isFirst(payload)
        ? { schema: 1 as const, role: null, account: null }
        : { schema: 2 as const, role, account: null }),
      plan: plan.id,
      subject,
      effectiveOn,
      recordedAt,
      author,
      ...payload,
    }))
}

/** An entry that names another one before it: a void, a settlement of its subject, or the reopening of a sign-off. */
function naming(entry: Entry, named: Entry, before: readonly Entry[], how: number): Entry {
  const { id, schema, plan, role, account, recordedAt, author } = entry
  const { subject, effectiveOn } = named
  const base = { id, schema, plan, role, account, recordedAt, author, subject, effectiveOn }
  const later = { ...base, schema: 2 as const }
  if (named.kind === 'sign-off' && how === 0)
    return { ...later, kind: 'reopen', signOff: named.id, reason: '漏报' }
  if (SETTLED.has(named.kind) && how === 0) {
    const rivals = before.filter((own) => own.subject === subject && SETTLED.has(own.kind))
    return { ...later, kind: 'settlement', seen: rivals.map((own) => own.id), kept: named.id, reason: '核定' }
  }
  return { ...base, kind: 'void', entry: named.id, reason: '填错' }
}

const SETTLED: ReadonlySet<Entry['kind']> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'indicator-actual',
])

/** A random ledger's entries: unique ids, every kind, and such as name entries before them (voids of voids among those) in the list. */
export function entryLists(plan: Plan, { maxLength = 30, voids = true } = {}): fc.Arbitrary<Entry[]> {
  return fc
    .uniqueArray(
      fc.record({
        entry: entries(plan),
        names: fc.option(fc.nat({ max: maxLength }), { freq: 4 }),
        how: fc.nat({ max: 2 }),
      }),
      {
        maxLength,
        selector: ({ entry }) => entry.id,
      },
    )
    .map((drafts) => {
      const list: Entry[] = []
      for (const { entry, names, how } of drafts) {
        const named = voids && names !== null && list.length > 0 ? list[names % list.length] : undefined
        const covered = list.filter((_, index) => index % 2 === 0).map((own) => own.id)
        if (named) list.push(naming(entry, named, list, how))
        else if ('covers' in entry && entry.covers !== null) list.push({ ...entry, covers: covered })
        else list.push(entry)
      }
      return list
    })
}

/** A list and the same list in another order. */
export function shuffled<T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<{ list: T[]; other: T[] }> {
  return lists.chain((list) =>
    fc
      .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
      .map((other) => ({ list, other })),
  )
}
