import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry } from '@/documents/entries/entryCodec'
import { type Json } from '@/documents/entries/json'
import { BAND_POINTS, withinBand } from '@/domain/status/band'
import { Decimal } from '@/domain/number/decimal'
import type { Entry } from '@/domain/ledger/entry'
import { entryLists } from '../../domain/arbitraries'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { STORED, STORED_FIRST } from '../../fixtures/storedEntries'

const KINDS = Object.keys(STORED) as (keyof typeof STORED)[]

function throughText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function faultsOf(value: unknown, origin?: 'demo'): string[] {
  return decodeEntry(value, origin).issues.map(({ path, kind }) => `${path}: ${kind}`)
}

function at(path: string, cell: Json, entry: object): object {
  const [key = '', ...rest] = path.split('.')
  const row = entry as Record<string, object>
  return { ...row, [key]: rest.length === 0 ? cell : at(rest.join('.'), cell, row[key] ?? {}) }
}

/** Random entries hold what a fold must bear; a door takes less. This makes them such as a door takes. */
function fitForTheDoor(entry: Entry): Entry {
  switch (entry.kind) {
    case 'indicator-actual': {
      const { value } = entry
      if (value.kind === 'text' || value.percent === null) return entry
      const { from, to } = BAND_POINTS[value.band]
      const inside = Decimal.max(from, Decimal.min(value.percent, to - 0.5))
      return { ...entry, value: { ...value, percent: inside } }
    }
    case 'target-change': {
      const { change } = entry
      if (change.kind === 'target') return entry
      const percents = Object.entries(change.percents).map(([month, text]) => [
        month,
        /^\d+(\.\d+)?$/.test(text ?? '') ? text : null,
      ])
      return { ...entry, change: { kind: 'schedule', percents: Object.fromEntries(percents) } }
    }
    case 'lock':
    case 'unlock':
      return { ...entry, subject: PLAN_ID }
    case 'scheme':
    case 'appraisal-frame':
      return { ...entry, subject: PLAN_ID }
    case 'goal-progress':
      return { ...entry, subject: `${PLAN_ID}/G1` }
    case 'check':
      return entry.subject === `${PLAN_ID}/G1` ? { ...entry, subject: PLAN_ID } : entry
    default:
      return entry
  }
}

describe('encode and decode', () => {
  it.each(KINDS)('%s is read, and written as it was', (kind) => {
    const { entry, issues } = decodeEntry(throughText(STORED[kind]))
    expect(issues).toEqual([])
    expect(entry?.kind).toBe(kind)
    expect(throughText(entry && encodeEntry(entry))).toEqual(STORED[kind])
  })

  it.each(Object.entries(STORED_FIRST))('%s of schema 1 is read, and written as it was', (kind, stored) => {
    const { entry, issues } = decodeEntry(throughText(stored))
    expect(issues).toEqual([])
    expect(entry).toMatchObject({ kind, schema: 1, role: null, account: null })
    expect(throughText(entry && encodeEntry(entry))).toEqual(stored)
  })

  it('gives every random entry back, cell by cell', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (list) => {
        for (const entry of list.map(fitForTheDoor)) {
          seen.add(entry.kind)
          const decoded = decodeEntry(throughText(encodeEntry(entry)))
          expect(decoded).toEqual({ entry, issues: [] })
        }
      }),
      { numRuns: 1_500 },
    )
    expect([...seen].sort()).toEqual([...KINDS, 'zero-spending'].sort())
  })

  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.10', '0.1'],
    ['40231000', '40231000'],
    ['123456789012345678.01', '123456789012345678.01'],
  ])('an amount %s is one exact text: %s', (text, written) => {
    const { entry } = decodeEntry(at('amount', text, STORED.payment))
    expect(entry && encodeEntry(entry).amount).toBe(written)
  })

  it('never writes an exponent, and reads no negative zero', () => {
    const { entry } = decodeEntry(STORED['score-adjustment'])
    const texts = ['1e-7', '1e21', '-0'].map((text) =>
      entry?.kind === 'score-adjustment'
        ? encodeEntry({ ...entry, pointsOff: new Decimal(text) }).pointsOff
        : null,
    )
    expect(texts).toEqual(['0.0000001', '1000000000000000000000', '0'])
    const zero = decodeEntry(at('amount', '-0', STORED.payment)).entry
    expect(zero?.kind === 'payment' && zero.amount.isNegative()).toBe(false)
    expect(faultsOf(at('pointsOff', '-0', STORED['score-adjustment']))).toEqual([])
  })
})

describe('what is refused', () => {
  it.each(KINDS)('%s without any one of its cells, or with one more', (kind) => {
    for (const cell of Object.keys(STORED[kind]).filter((name) => name !== 'schema')) {
      const { [cell]: _, ...rest } = STORED[kind]
      expect(faultsOf(rest)).toEqual([`${cell}: missing`])
    }
    expect(faultsOf({ ...STORED[kind], extra: 1 })).toEqual(['extra: unknown-cell'])
  })

  const refused: [keyof typeof STORED, string, Json, string][] = [
    ['payment', 'kind', 'gift', 'kind: unknown-kind'],
    ['payment', 'kind', 'toString', 'kind: unknown-kind'],
    ['payment', 'kind', null, 'kind: unknown-kind'],
    ['payment', 'schema', 3, 'schema: wrong-schema-version'],
    ['comment', 'schema', 1, 'role: unknown-cell'],
    ['payment', 'kind', 'zero-spending', 'kind: unknown-kind'],
    ['payment', 'role', 'boss', 'role: not-a-choice'],
    ['payment', 'account', '', 'account: blank'],
    ['spending-total', 'amount', '-1', 'amount: out-of-range'],
    ['spending-total', 'schema', 1, 'kind: unknown-kind'],
    ['settlement', 'seen', ['x'], 'seen[0]: not-an-id'],
    ['settlement', 'subject', '2020-323002', 'subject: wrong-subject'],
    ['scheme', 'subject', '2020-323002/1', 'subject: wrong-subject'],
    ['reopen', 'reason', ' ', 'reason: blank'],
    ['spending-reason', 'by', '2020-02-30', 'by: not-a-day'],
    ['re-evaluation', 'rows', [{ row: 'a', points: '101', text: '' }], 'rows[0].points: out-of-range'],
    ['payment', 'schema', '1', 'schema: wrong-schema-version'],
    ['payment', 'id', '', 'id: not-an-id'],
    ['payment', 'id', '0172f6a1-5c00-4000-8000-000000000001', 'id: not-an-id'],
    ['payment', 'id', '0172F6A1-5C00-7000-8000-000000000001', 'id: not-an-id'],
    ['payment', 'id', '0172f6a1-5c00-7000-c000-000000000001', 'id: not-an-id'],
    ['payment', 'author', ' ', 'author: blank'],
    ['payment', 'effectiveOn', '2020-6-30', 'effectiveOn: not-a-day'],
    ['payment', 'effectiveOn', '2020-06-31', 'effectiveOn: not-a-day'],
    ['payment', 'effectiveOn', '2020-06-30T00:00:00.000Z', 'effectiveOn: not-a-day'],
    ['payment', 'effectiveOn', 20200630, 'effectiveOn: wrong-type'],
    ['payment', 'recordedAt', '2020-07-01', 'recordedAt: not-a-moment'],
    ['payment', 'recordedAt', '2020-07-01T01:32:00Z', 'recordedAt: not-a-moment'],
    ['payment', 'recordedAt', '2020-07-01T01:32:00.000+08:00', 'recordedAt: not-a-moment'],
    ['payment', 'recordedAt', '2020-07-01T24:00:00.000Z', 'recordedAt: not-a-moment'],
    ['payment', 'recordedAt', '2020-02-30T01:32:00.000Z', 'recordedAt: not-a-moment'],
    ['payment', 'recordedAt', ' 2020-07-01T01:32:00.000Z', 'recordedAt: not-a-moment'],
    ...['', ' 1', '1,200', '1.234', '.5', '5.', '1e3', '+5', '０', '007', 'NaN', 'Infinity', '0x10'].map(
      (text): [keyof typeof STORED, string, Json, string] => [
        'payment',
        'amount',
        text,
        'amount: not-an-amount',
      ],
    ),
    ['payment', 'amount', '1234567890123456789', 'amount: not-an-amount'],
    ['payment', 'amount', 80, 'amount: wrong-type'],
    ['payment', 'amount', null, 'amount: wrong-type'],
    ['payment', 'memo', null, 'memo: wrong-type'],
    ['payment', 'plan', 'demo:2020-323002', 'plan: demo-plan'],
    ['payment', 'subject', '2020-323002', 'subject: wrong-subject'],
    ['payment', 'subject', '2020-323002/1/3', 'subject: wrong-subject'],
    ['payment', 'subject', '2020-323002/G1', 'subject: wrong-subject'],
    ['payment', 'subject', '2020-3230021/1', 'subject: wrong-subject'],
    ['payment', 'subject', '2021-323002/1', 'subject: wrong-subject'],
    ['payment', 'subject', '2020-323002/01', 'subject: wrong-subject'],
    ['payment', 'subject', '2020-323002/1/', 'subject: wrong-subject'],
    ['indicator-actual', 'subject', '2020-323002/1', 'subject: wrong-subject'],
    ['lock', 'subject', '2020-323002/1', 'subject: wrong-subject'],
    ['goal-progress', 'subject', '2020-323002/4', 'subject: wrong-subject'],
    ['target-change', 'subject', '2020-323002/3/1', 'subject: wrong-subject'],
    ['target-change', 'change', { kind: 'target', text: '≥90' }, 'subject: wrong-subject'],
    ['target-change', 'change.percents', { '06': 'abc' }, 'change.percents.06: not-a-number'],
    ['target-change', 'change.percents', { '06': '60%' }, 'change.percents.06: not-a-number'],
    ['target-change', 'change.percents', { '06': '100.01' }, 'change.percents.06: out-of-range'],
    ['target-change', 'change.percents', { '13': '60' }, 'change.percents.13: not-a-month'],
    ['target-change', 'change.percents', [], 'change.percents: wrong-type'],
    ['target-change', 'change', { kind: 'budget', text: '' }, 'change.kind: not-a-choice'],
    ['target-change', 'change', '≥90', 'change: wrong-type'],
    ['score-adjustment', 'pointsOff', '-1', 'pointsOff: out-of-range'],
    ['weights', 'weights', { '': '10' }, 'weights.: blank'],
    ['weights', 'weights', { a: '101' }, 'weights.a: out-of-range'],
    ['goal-progress', 'band', 'good', 'band: not-a-choice'],
    ['check', 'reason', ' ', 'reason: blank'],
    ['check', 'subject', '2020-323002/3/4', 'subject: wrong-subject'],
    ['check', 'said', '≥95百分比', 'said: wrong-type'],
    ['check', 'decided', { kind: 'refused' }, 'decided.kind: not-a-choice'],
    ['check', 'decided.should', ' ', 'decided.should: blank'],
    ['check', 'decided.by', { kind: 'document', title: '' }, 'decided.by.title: blank'],
    ['check', 'decided.by', { kind: 'adjustment', entry: '5' }, 'decided.by.entry: not-an-id'],
    ['void', 'entry', '5', 'entry: not-an-id'],
    [
      'measures',
      'measures',
      [{ id: 'm1', name: '', judged: 'yes', buildsUp: true }],
      'measures[0].judged: wrong-type',
    ],
    ['measures', 'measures', {}, 'measures: wrong-type'],
    ['indicator-actual', 'measure', '', 'measure: blank'],
    ['indicator-actual', 'value.kind', 'number', 'value.kind: not-a-choice'],
    ['indicator-actual', 'value', null, 'value: wrong-type'],
    ['indicator-actual', 'deviation.category', 'money', 'deviation.category: not-a-choice'],
    ['indicator-actual', 'likelihood', '有可能', 'likelihood: not-a-choice'],
    [
      'indicator-actual',
      'evidence',
      [{ name: 'a', place: null, size: -1, sha256: null }],
      'evidence[0].size: not-a-size',
    ],
    [
      'indicator-actual',
      'evidence',
      [{ name: 'a', place: null, size: 1.5, sha256: null }],
      'evidence[0].size: not-a-size',
    ],
    [
      'indicator-actual',
      'evidence',
      [{ name: 'a', place: null, size: null, sha256: 'A' }],
      'evidence[0].sha256: not-a-fingerprint',
    ],
  ]
  it.each(refused)('%s with %s = %j: %s', (kind, path, cell, fault) => {
    expect(faultsOf(at(path, cell, STORED[kind]))).toEqual([fault])
  })

  it.each([[null], [undefined], ['payment'], [1], [[]], [[STORED.payment]]])(
    '%j, which is no entry',
    (value) => {
      expect(decodeEntry(value)).toMatchObject({
        entry: null,
        issues: [{ kind: 'wrong-type', expected: 'object', path: '' }],
      })
    },
  )

  it('says that an entry is of a newer version, and what is written there', () => {
    expect(decodeEntry({ schema: 3, whatever: true }).issues).toEqual([
      { kind: 'wrong-schema-version', supported: 2, newer: true, path: 'schema', found: '3' },
    ])
    expect(decodeEntry({ ...STORED.payment, schema: 0 }).issues).toMatchObject([{ newer: false, found: '0' }])
  })

  it('tells everything that is wrong at once, with what is written', () => {
    const entry = {
      ...STORED.payment,
      id: 'x',
      amount: '12.345',
      subject: '2019-1/1',
      plan: 'demo:2020-323002',
    }
    expect(decodeEntry(entry).issues).toEqual([
      { kind: 'not-an-id', path: 'id', found: 'x' },
      { kind: 'not-an-amount', path: 'amount', found: '12.345' },
      { kind: 'demo-plan', path: 'plan', found: 'demo:2020-323002' },
      { kind: 'wrong-subject', allowed: ['project'], path: 'subject', found: '2019-1/1' },
    ])
  })

  it('throws on nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.dictionary(
          fc.constantFrom(
            'id',
            'subject',
            'amount',
            'value',
            'change',
            'weights',
            'measures',
            'evidence',
            'percent',
          ),
          fc.jsonValue(),
        ),
        (kind, cells) => {
          const { entry, issues } = decodeEntry({ ...STORED[kind], ...cells })
          expect(entry === null).toBe(issues.length > 0)
        },
      ),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.anything(), (value) => decodeEntry(value).entry === null))
  })
})

describe('the two doors', () => {
  const demo = { ...STORED.payment, plan: 'demo:2020-323002' }
  it('a demonstration takes its own entries, about the published ids, and no real one', () => {
    expect(faultsOf(demo, 'demo')).toEqual([])
    expect(faultsOf(STORED.payment, 'demo')).toEqual(['plan: real-plan'])
    expect(faultsOf({ ...demo, subject: 'demo:2020-323002/1' }, 'demo')).toEqual(['subject: wrong-subject'])
  })
  it('real storage takes no entry of a demonstration', () => {
    expect(faultsOf(demo)).toEqual(['plan: demo-plan'])
  })
})

describe('points inside a band', () => {
  it.each([
    ['achieved', '100', true],
    ['achieved', '80', true],
    ['achieved', '79.99', false],
    ['achieved', '100.01', false],
    ['partly', '80', false],
    ['partly', '79.99', true],
    ['partly', '60', true],
    ['partly', '59.99', false],
    ['not', '60', false],
    ['not', '59.99', true],
    ['not', '0', true],
    ['not', '-0.01', false],
  ] as const)('%s with %s: %s', (band, percent, holds) => {
    expect(withinBand(band, new Decimal(percent))).toBe(holds)
    const value = { kind: 'band', band, percent }
    const { issues } = decodeEntry(at('value', value, STORED['indicator-actual']))
    const refusal = [{ kind: 'outside-band', band, path: 'value.percent', found: percent }]
    expect(issues).toEqual(holds ? [] : refusal)
  })

  it('every percentage has exactly one band, and points may stay open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const percent = new Decimal(hundredths).div(100)
        const bands = (['achieved', 'partly', 'not'] as const).filter((band) => withinBand(band, percent))
        expect(bands).toHaveLength(1)
      }),
    )
    expect(
      faultsOf(at('value', { kind: 'band', band: 'not', percent: null }, STORED['indicator-actual'])),
    ).toEqual([])
  })
})
