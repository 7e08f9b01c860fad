import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeEntry } from '@/documents/entries/entryCodec'
import { decodePlan } from '@/documents/plan/planFile'
import { decodeSample } from '@/documents/entries/sampleFile'
import { attentionList } from '@/domain/status/attention'
import { rememberingFold } from '@/domain/status/board'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { demoPlan, isDemoPlan, publishedPlan } from '@/domain/ledger/demo'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, voidedIds, sliceOf } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { day, DECEMBER, inWan, JUNE, MARCH, OCTOBER, plain } from '../../domain/build'

const PLAN_FILE = '2020-323002.json'
const SAMPLE = readFileSync('public/data/2020-323002.demo.json', 'utf8')
const sample = decodeSample(SAMPLE)
const raw = JSON.parse(SAMPLE) as { entries: Record<string, unknown>[] }

const ROUND: ReadonlySet<EntryKind> = new Set(['submit', 'return', 'accept', 'rectification', 'comment'])

let plan: Plan
let boards: Record<string, DepartmentStatus>
const fold = rememberingFold()

function boardAt(asOf: string, knownAt: string | null = null): DepartmentStatus {
  const { ledger } = addEntries(emptyLedger(demoPlan(plan.id)), sample.entries)
  return fold(plan, ledger, { asOf: day(asOf), knownAt }, HEBEI)
}

beforeAll(() => {
  const decoded = decodePlan(readFileSync(`public/data/${PLAN_FILE}`, 'utf8'), PLAN_FILE)
  if (!decoded.plan) throw new Error('no plan')
  plan = decoded.plan
  boards = Object.fromEntries([MARCH, JUNE, OCTOBER, DECEMBER].map((asOf) => [asOf, boardAt(asOf)]))
})

function project(asOf: string, position: number): ProjectStatus {
  const found = boards[asOf]?.projects[position - 1]
  if (!found) throw new Error(`no project ${position}`)
  return found
}

function indicator(asOf: string, id: string): IndicatorStatus {
  const [position, row] = id.split('/').map(Number)
  const found = project(asOf, position ?? 0).indicators[(row ?? 0) - 1]
  if (!found) throw new Error(`no indicator ${id}`)
  return found
}

function ofKind<Kind extends EntryKind>(kind: Kind): Extract<Entry, { kind: Kind }>[] {
  return sample.entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind)
}

describe('the sample file', () => {
  it('is read whole, says that it is invented, and is for the published plan', () => {
    expect(sample.issues).toEqual([])
    expect(sample.note).toContain('演示数据')
    expect(sample.note).toContain('虚构')
    expect(sample.plan).toBe(plan.id)
    expect(sample.entries).toHaveLength(raw.entries.length)
  })

  it('marks every entry as of the demonstration, about the published ids', () => {
    const known = new Set([
      ...plan.departmentGoals.map((goal) => goal.id),
      ...plan.projects.flatMap(({ id, indicators }) => [id, ...indicators.map((row) => row.id)]),
    ])
    for (const entry of sample.entries) {
      expect(isDemoPlan(entry.plan)).toBe(true)
      expect(publishedPlan(entry.plan)).toBe(plan.id)
      expect(known).toContain(entry.subject)
      expect(entry.author).toMatch(/^演示·/)
    }
  })

  it('cannot be added to a real ledger, nor pass the door of real storage', () => {
    const real = emptyLedger(plan.id)
    const added = addEntries(real, sample.entries)
    expect(added.ledger).toBe(real)
    expect(allEntries(added.ledger)).toEqual([])
    expect(added.foreign).toHaveLength(sample.entries.length)
    for (const entry of raw.entries) {
      expect(decodeEntry(entry).issues).toMatchObject([{ kind: 'demo-plan', path: 'plan' }])
    }
  })

  it('was written as a year is: ids by the moment, after the day it is about, in working hours', () => {
    for (const { id, kind, recordedAt, effectiveOn } of sample.entries) {
      expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(recordedAt))
      const there = new Date(Date.parse(recordedAt) + 8 * 3_600_000).toISOString()
      expect(there.slice(0, 10) >= effectiveOn).toBe(true)
      expect(Date.parse(there.slice(0, 10)) - Date.parse(effectiveOn)).toBeLessThanOrEqual(
        (ROUND.has(kind) ? 15 : 8) * 86_400_000,
      )
      expect(there.slice(11, 13) >= '08' && there.slice(11, 13) < '18').toBe(true)
    }
    expect(new Set(sample.entries.map((entry) => entry.id)).size).toBe(sample.entries.length)
  })

  it('gives a reason and a full-year figure wherever the target may be missed', () => {
    for (const entry of ofKind('indicator-actual')) {
      if (entry.likelihood !== 'possible' && entry.likelihood !== 'impossible') continue
      expect(entry.deviation?.text).toBeTruthy()
      expect(entry.fullYear).toBeTruthy()
    }
  })
})

describe('the sample year shows every state', () => {
  it.each([
    ['2020-01-31', 1, 'not-due'],
    [MARCH, 3, 'not-due'],
    ['2020-06-29', 6, 'not-due'],
    [JUNE, 1, 'slightly-behind'],
    [JUNE, 2, 'ahead'],
    [JUNE, 3, 'behind'],
    [JUNE, 4, 'unreported'],
    [JUNE, 5, 'behind'],
    [JUNE, 6, 'on-plan'],
    [OCTOBER, 1, 'on-plan'],
    [OCTOBER, 2, 'on-plan'],
    [OCTOBER, 3, 'slightly-behind'],
    [OCTOBER, 4, 'on-plan'],
    [OCTOBER, 5, 'severely-behind'],
    [OCTOBER, 6, 'on-plan'],
    [DECEMBER, 1, 'on-plan'],
    [DECEMBER, 2, 'on-plan'],
    [DECEMBER, 3, 'slightly-behind'],
    [DECEMBER, 4, 'on-plan'],
    [DECEMBER, 5, 'slightly-behind'],
    [DECEMBER, 6, 'over-budget'],
  ] as const)('%s project %i: %s', (asOf, position, kind) => {
    expect(boardAt(asOf).projects[position - 1]?.standing.kind).toBe(kind)
  })

  it.each([
    [MARCH, 'not-due', '1826.511579', null, '6580.51'],
    [JUNE, 'slightly-behind', '3783.193140', '3832.465', '6580.51'],
    [OCTOBER, 'slightly-behind', '5205.913953', '5264.908', '6580.51'],
    [DECEMBER, 'slightly-behind', '6518.768415', '6580.51', '6580.51'],
  ])('%s the department: %s, spent %s of %s planned', (asOf, kind, spent, planned, budget) => {
    const board = boards[asOf]
    expect(board?.standing.kind).toBe(kind)
    expect(board?.spent?.div(10_000).toFixed(6)).toBe(spent)
    expect(board && 'planned' in board.standing ? inWan(board.standing.planned) : null).toBe(planned)
    expect(inWan(board?.budget ?? null)).toBe(budget)
  })

  it.each([
    [MARCH, { 'not-due': 42 }],
    [JUNE, { met: 14, near: 5, partial: 2, unreported: 21 }],
    [OCTOBER, { met: 18, near: 7, partial: 2, far: 1, unreported: 14, carried: 5 }],
    [DECEMBER, { met: 37, near: 3, far: 1, unreported: 1 }],
  ])('%s the lights of the 42 indicators', (asOf, counts) => {
    const none = { met: 0, near: 0, partial: 0, far: 0, unreported: 0, 'not-due': 0, 'not-judged': 0 }
    expect(boards[asOf]?.indicators).toEqual({ ...none, carried: 0, total: 42, ...counts })
  })

  it('办公楼修缮 at 10月底: 52.00 of 64.00 万元, 15 points behind', () => {
    const { standing, spent } = project(OCTOBER, 3)
    expect(inWan(spent)).toBe('52')
    expect(standing).toMatchObject({ kind: 'slightly-behind' })
    expect('gap' in standing && [inWan(standing.planned), plain(standing.points)]).toEqual(['64', '-15'])
  })

  it('人员招聘费用: nothing said by 6月底, all of it later', () => {
    expect(project(JUNE, 4).spent).toBeNull()
    expect(project(JUNE, 4).indicators.every(({ light }) => light === 'unreported')).toBe(true)
    expect(inWan(project(DECEMBER, 4).spent)).toBe('10')
  })

  it('payments from January on, so that the curve starts early', () => {
    const paid = new Set(ofKind('payment').map((entry) => entry.effectiveOn.slice(0, 7)))
    expect(paid.size).toBe(12)
    expect(project(MARCH, 1).spending.length).toBe(3)
  })

  it('a zero said explicitly is 0, and is not unreported', () => {
    expect(ofKind('zero-spending')).toHaveLength(1)
    expect(inWan(project(MARCH, 3).spent)).toBe('0')
    expect(project(MARCH, 4).spent).toBeNull()
  })

  it('one refund, and one budget adjustment between two projects under one document', () => {
    expect(ofKind('payment').filter(({ amount }) => amount.isNegative())).toHaveLength(1)
    const adjusted = ofKind('budget-adjustment')
    expect(adjusted.map(({ subject, amount }) => [subject, inWan(amount)])).toEqual([
      ['2020-323002/5', '-12'],
      ['2020-323002/6', '12'],
    ])
    expect(new Set(adjusted.map(({ document }) => document))).toEqual(new Set(['演示财预〔2020〕31号']))
    expect(inWan(project(DECEMBER, 6).budget)).toBe('1090.41')
  })

  it('one entry typed ten times too large, voided the next day and written again', () => {
    const [wrong] = ofKind('void').map(({ entry }) => sample.entries.find(({ id }) => id === entry))
    const slice = sliceOf(addEntries(emptyLedger(demoPlan(plan.id)), sample.entries).ledger, '2020-323002/6')
    expect([...voidedIds(slice, null)]).toEqual([wrong?.id])
    const spentAs = (knownAt: string | null) =>
      inWan(boardAt('2020-04-15', knownAt).projects[5]?.spent ?? null)
    expect(spentAs('2020-04-15T15:59:59.999Z')).toBe('1165.012029')
    expect(spentAs(null)).toBe('357.171624')
  })

  it.each([
    [JUNE, '1/1', 'near', '98.2%'],
    [OCTOBER, '1/1', 'near', '99.4%'],
    [DECEMBER, '1/1', 'met', '100%'],
    [OCTOBER, '1/4', 'near', '94.996%'],
    [OCTOBER, '2/2', 'met', '100%'],
    [OCTOBER, '3/4', 'far', '6.2%'],
    [OCTOBER, '4/2', 'partial', '68.5%'],
    [OCTOBER, '5/3', 'partial', '57.5%'],
    [OCTOBER, '6/2', 'near', '0.8年'],
    [DECEMBER, '6/2', 'met', '1.3年'],
  ])('%s indicator %s: %s at %s', (asOf, id, light, text) => {
    const status = indicator(asOf, id)
    expect(status.light).toBe(light)
    expect(status.parts.map(({ entry }) => entry?.value)).toEqual([{ kind: 'text', text }])
  })

  it('≥1年 missed without a reason at 10月底, exceeded at the end of the year', () => {
    expect(indicator(OCTOBER, '6/2').parts[0]?.entry?.deviation).toBeNull()
    const unexplained = attentionList(boards[OCTOBER]?.projects ?? []).filter(
      (item) => item.kind === 'missed' && !item.explained,
    )
    expect(unexplained).toHaveLength(1)
    const { attainment } = indicator(DECEMBER, '6/2')
    expect(attainment.kind === 'met' && plain(attainment.exceeded)).toBe('30')
  })

  it('the compound indicator is split in two, and the worse part speaks', () => {
    expect(indicator(MARCH, '2/1').parts).toHaveLength(1)
    for (const asOf of [JUNE, OCTOBER, DECEMBER]) {
      expect(indicator(asOf, '2/1').parts.map(({ measure }) => measure?.name)).toEqual([
        '医疗保险参保率',
        '医疗救助水平',
      ])
    }
    expect(indicator(OCTOBER, '2/1').parts.map(({ attainment }) => attainment.kind)).toEqual([
      'met',
      'missed',
    ])
    expect(indicator(OCTOBER, '2/1').light).toBe('near')
    expect(indicator(DECEMBER, '2/1').light).toBe('met')
  })

  it('at the end of the year only project 5 is incomplete, and the rest is said', () => {
    const open = boards[DECEMBER]?.projects.map(
      ({ indicators }) => indicators.filter(({ light }) => light === 'unreported').length,
    )
    expect(open).toEqual([0, 0, 0, 0, 1, 0])
    expect(
      ofKind('summary')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(plan.projects.map(({ id }) => id))
    expect(
      ofKind('goal-progress')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(plan.departmentGoals.map(({ id }) => id))
  })
})

describe('what the door of a demonstration refuses', () => {
  const [first = {}, second = {}] = raw.entries
  const file = (change: object, entries: readonly object[] = [first, second]) =>
    JSON.stringify({ schema: 1, kind: 'demo', plan: '2020-323002', note: '演示数据', entries, ...change })
  const faultsOf = (text: string) => {
    const decoded = decodeSample(text)
    expect(decoded.entries).toEqual([])
    return decoded.issues.map(({ path, kind }) => `${path}: ${kind}`)
  }

  it('takes a good one, with or without a byte order mark', () => {
    expect(decodeSample(file({})).entries).toHaveLength(2)
    expect(decodeSample(`\uFEFF${file({})}`).entries).toHaveLength(2)
  })

  it.each([
    ['not JSON', '{"schema": 1,', ': not-json'],
    ['nothing', '', ': not-json'],
    ['a list', '[]', ': wrong-type'],
    ['a plan file', '{"schema": 1, "plan": "2020-323002"}', 'kind: not-a-demo-file'],
    ['a ledger', file({ kind: 'ledger' }), 'kind: not-a-demo-file'],
    ['a newer version', file({ schema: 2 }), 'schema: wrong-schema-version'],
    ['no note', file({ note: undefined }), 'note: missing'],
    ['an empty note', file({ note: '' }), 'note: blank'],
    ['no list', file({ entries: {} }), 'entries: wrong-type'],
    ['a stray cell', file({ more: 1 }), 'more: unknown-cell'],
    ['a cell written twice', file({}).replace('{', '{"kind":"demo",'), 'kind: repeated-cell'],
    [
      'an entry of the real plan',
      file({}, [{ ...first, plan: '2020-323002' }]),
      'entries[0].plan: real-plan',
    ],
    ['one of another year', file({ plan: '2021-323002' }, [first]), 'entries[0].plan: foreign-plan'],
    ['one twice', file({}, [first, second, first]), 'entries[2].id: duplicate-id'],
    [
      'a broken amount',
      file({}, [first, { ...second, amount: '1.234' }]),
      'entries[1].amount: not-an-amount',
    ],
    ['no entry at all', file({}, [first, []]), 'entries[1]: wrong-type'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })

  it('tells everything at once and keeps nothing', () => {
    const entries = [{ ...first, author: '' }, { ...first, kind: 'gift' }, second, second]
    expect(faultsOf(file({}, entries))).toEqual([
      'entries[0].author: blank',
      'entries[1].kind: unknown-kind',
      'entries[3].id: duplicate-id',
    ])
  })
})
