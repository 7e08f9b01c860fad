import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntries } from '@/documents/exchange/handover'
import { decodePlan } from '@/documents/plan/planFile'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import { HEBEI } from '@/domain/plan/preset'
import { boardAnswer } from '@/format/boardAnswer'
import { day, lock, voidOf } from '../domain/build'
import { recomputed, type PrintedPlan, type Stored } from './recomputed'

const FILE = '2020-323002.json'
const text = readFileSync(new URL(`../../public/data/${FILE}`, import.meta.url), 'utf8')
const printed = JSON.parse(text) as PrintedPlan
const { plan } = decodePlan(text, FILE)
if (!plan) throw new Error('the published plan does not read')

const PROJECTS = printed.projects.slice(0, 3)
/** A project that the plan does not have. */
const NOWHERE = { id: `${printed.id}/99`, name: '', indicators: [] }
const DAYS = ['03-31', '05-02', '06-29', '06-30', '06-30', '07-01', '09-15', '10-31', '12-31']
const TARGETS = [
  '≥95百分比',
  '=100%',
  '≤5%',
  '<3次',
  '>90%',
  '90-95%',
  '≥100人',
  '=0次',
  '按规定完成',
  '≥1年',
]
const TYPED = [
  '95',
  '94.996%',
  '100%',
  '≥95%',
  '<95%',
  '0.95',
  '1',
  '0',
  '-3',
  '4.9%',
  '2次',
  '88人',
  '1年',
  '好',
  '76',
  '57%',
]

const amount = fc.integer({ min: -40_000_000, max: 900_000_000 }).map((fen) => {
  const size = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`
})
const value = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...TYPED) }),
  fc.constantFrom(
    { kind: 'band', band: 'achieved', percent: '91.5' },
    { kind: 'band', band: 'partly', percent: null },
    { kind: 'band', band: 'partly', percent: '60' },
    { kind: 'band', band: 'not', percent: '59.999999' },
  ),
)
const month = fc.constantFrom('03', '06', '10', '12')
const percents = fc
  .dictionary(month, fc.option(fc.constantFrom('0', '33.333', '60', '100')), { minKeys: 1 })
  .map((kind) => ({ kind: 'schedule', percents: { ...kind } }))

/** One act: where, when and by whom it is written, and what it says. */
const stated = fc.constantFrom('0', '400000', '24138600', '24000000.5')
const act = fc.record({
  project: fc.nat({ max: PROJECTS.length }),
  indicator: fc.nat({ max: 1 }),
  year: fc.oneof({ weight: 14, arbitrary: fc.constant(2020) }, fc.constantFrom(2019, 2021)),
  day: fc.constantFrom(...DAYS),
  author: fc.constantFrom('张三', '李四'),
  schema: fc.constantFrom(1 as const, 2 as const),
  names: fc.nat(),
  covers: fc.boolean(),
  said: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('payment'), amount }) },
    fc.constant({ kind: 'zero' }),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('total'), amount: stated }) },
    fc.record({ kind: fc.constant('budget-adjustment'), amount }),
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('indicator-actual'),
        measure: fc.constantFrom(null, null, 'm1', 'm2'),
        value,
      }),
    },
    fc.record({
      kind: fc.constant('measures'),
      measures: fc.array(fc.record({ judged: fc.boolean(), buildsUp: fc.boolean() }), { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('target'), text: fc.constantFrom(...TARGETS) }),
    fc.record({ kind: fc.constant('schedule'), change: percents }),
    { weight: 3, arbitrary: fc.constant({ kind: 'void' }) },
    fc.constantFrom({ kind: 'accept' }, { kind: 'return' }, { kind: 'lock' }, { kind: 'unlock' }),
  ),
})

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** The acts as stored entries, a second apart; a void names an earlier entry of its author that is no decision, a closing may name what it was decided on. */
function stored(acts: readonly Act[]): Stored[] {
  const entries: Stored[] = []
  acts.forEach(({ project, indicator, year, day, author, schema, names, covers, said }, index) => {
    const place = PROJECTS[project] ?? NOWHERE
    const own = entries.filter(
      (entry) =>
        entry.author === author &&
        entry.subject.startsWith(place.id) &&
        !/^(accept|return|lock|unlock)$/.test(entry.kind),
    )
    const named = own[names % Math.max(1, own.length)]
    const decided = covers
      ? { covers: entries.filter(({ effectiveOn }) => effectiveOn <= `2020-${day}`).map(({ id }) => id) }
      : {}
    const row = place.indicators[indicator]?.id ?? `${place.id}/99`
    const document = { document: '字1号', reason: '调整' }
    const payload = {
      payment: () => ({
        subject: place.id,
        amount: 'amount' in said ? said.amount : '',
        memo: '',
        voucher: '',
        ...(schema === 1 ? { stated: null } : {}),
      }),
      total: () => ({
        kind: 'spending-total',
        schema: 2,
        subject: place.id,
        amount: 'amount' in said ? said.amount : '',
        memo: '',
      }),
      zero: () => ({ kind: 'zero-spending', schema: 1, subject: place.id, memo: '' }),
      'budget-adjustment': () => ({
        subject: place.id,
        amount: 'amount' in said ? said.amount : '',
        ...document,
      }),
      'indicator-actual': () => ({
        subject: row,
        measure: 'measure' in said ? said.measure : null,
        value: 'value' in said ? said.value : null,
        evidence: [],
        deviation: null,
        fullYear: null,
        likelihood: null,
      }),
      measures: () => ({
        subject: row,
        measures: ('measures' in said ? said.measures : []).map((measure, at) => ({
          id: `m${at + 1}`,
          name: `分项${at + 1}`,
          ...measure,
        })),
      }),
      target: () => ({
        kind: 'target-change',
        subject: row,
        change: { kind: 'target', text: 'text' in said ? said.text : '' },
        ...document,
      }),
      schedule: () => ({
        kind: 'target-change',
        subject: place.id,
        change: 'change' in said ? said.change : null,
        ...document,
      }),
      void: () =>
        named && { subject: named.subject, effectiveOn: named.effectiveOn, entry: named.id, reason: '录错' },
      accept: () => ({ subject: place.id, note: '', ...decided }),
      return: () => ({ subject: place.id, note: '', ...decided }),
      lock: () => ({ subject: printed.id, reason: '汇总', ...decided }),
      unlock: () => ({ subject: printed.id, reason: '更正', ...decided }),
    }[said.kind]?.()
    if (!payload) return
    const version = 'schema' in payload ? payload.schema : schema
    entries.push({
      id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      schema: version,
      plan: printed.id,
      kind: said.kind,
      effectiveOn: `${year}-${day}`,
      recordedAt: new Date(Date.UTC(2020, 5, 1) + index * 86_400_000).toISOString(),
      author,
      ...(version === 2 ? { role: null, account: null } : {}),
      ...payload,
    })
  })
  return entries
}

/** The order of conflicts and of what is kept aside says nothing. */
function unordered<
  T extends { conflicts: readonly { values: readonly unknown[] }[]; aside: readonly string[] },
>(answer: T) {
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort()
  return {
    ...answer,
    conflicts: sorted(answer.conflicts.map((one) => ({ ...one, values: sorted(one.values) }))),
    aside: [...answer.aside].sort(),
  }
}

function orders<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one, at) =>
    orders(all.filter((_, other) => other !== at)).map((rest) => [one, ...rest]),
  )
}

function decoded(rows: readonly Stored[]): readonly Entry[] {
  const read = readEntries(rows, 'real', printed.id)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.entries
}

describe('the board', () => {
  it('equals an independent recomputation from the rules, over ledgers of every kind, merged in every order', () => {
    const knownOn = fc.option(fc.constantFrom('2020-06-10', '2020-06-30', '2020-07-15'))
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 45, size: 'max' }),
        fc.constantFrom(...DAYS, '08-15'),
        knownOn,
        (acts, to, until) => {
          const rows = stored(acts)
          const asOf = day(`2020-${to}`)
          const knownAt = until && `${until}T15:59:59.999Z`
          const { department, projects, conflicts, aside } = recomputed(printed, rows, asOf, knownAt)
          const wanted = unordered({ department, projects, conflicts, aside })
          const files = [0, 1, 2].map((file) =>
            decoded(rows.filter((_, at) => at % 3 === file || at % 5 === file)),
          )
          for (const order of orders(files)) {
            const ledger = order.reduce(
              (all, file) => addEntries(all, file).ledger,
              emptyLedger(plan.id, frameOf(plan)),
            )
            const found = boardAnswer(plan, ledger, { asOf, knownAt }, HEBEI, { knownOn: null, issues: [] })
            expect(
              unordered({
                department: found.department,
                projects: found.projects,
                conflicts: found.conflicts,
                aside: found.aside,
              }),
            ).toEqual(wanted)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

it('names what is kept aside of the department too: the void of a lock, which only an unlock opens', () => {
  const closed = lock('2020-06-30')
  const undone = voidOf(closed)
  const { ledger } = addEntries(emptyLedger(plan.id), [closed, undone])
  const { aside } = boardAnswer(plan, ledger, { asOf: day('2020-12-31'), knownAt: null }, HEBEI, {
    knownOn: null,
    issues: [],
  })
  expect(aside).toEqual([undone.id])
})
