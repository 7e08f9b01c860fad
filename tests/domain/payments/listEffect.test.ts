import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { listEffects, type TakenLine } from '@/domain/payments/listEffect'
import { paymentBars } from '@/domain/payments/paymentBars'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { signOff } from '../scoring/sheets'
import {
  adjust,
  day,
  inWan,
  JUNE,
  lock,
  manage,
  pay,
  reopen,
  statedPay,
  step,
  total,
  unlock,
  voidOf,
  wan,
} from '../build'

const [P3, P4] = [`${PLAN_ID}/3`, `${PLAN_ID}/4`]
const line = (on: string, amount: string, project = P3): TakenLine => ({
  project,
  day: day(on),
  amount: wan(amount),
  voucher: '',
  memo: '',
})
const NOW = '2020-12-31T00:00:00.000Z'
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const effects = (entries: readonly Entry[], ...taken: TakenLine[]) =>
  listEffects(SIX_PLAN.projects, ledgerOf(entries), taken, NOW)
const effect = (entries: readonly Entry[], ...taken: TakenLine[]) => {
  const [only] = effects(entries, ...taken)
  if (!only) throw new Error('no effect')
  return only
}

describe('what a list does to a project', () => {
  it.each<[string, readonly Entry[], readonly TakenLine[], string | null, string, boolean]>([
    ['nothing there', [], [line('2020-03-01', '80')], null, '80', false],
    [
      'adds to what is there',
      [pay(P3, '2020-02-01', '5')],
      [line('2020-03-01', '3'), line('2020-03-02', '4')],
      '5',
      '12',
      false,
    ],
    ['passes the budget', [pay(P3, '2020-02-01', '5')], [line('2020-03-01', '75.01')], '5', '80.01', true],
    [
      'the adjusted budget',
      [adjust(P3, '2020-02-01', '-10')],
      [line('2020-03-01', '70.01')],
      null,
      '70.01',
      true,
    ],
    [
      'under a stated total adds nothing',
      [total(P3, JUNE, '40')],
      [line('2020-03-01', '5')],
      '40',
      '40',
      false,
    ],
    ['after it adds', [total(P3, JUNE, '40')], [line('2020-07-01', '5')], '40', '45', false],
    [
      'under a closed checkpoint counts for nothing',
      [lock(JUNE, { covers: [], recordedAt: '2020-07-01T00:00:00.000Z' })],
      [line('2020-03-01', '5')],
      null,
      '0',
      false,
    ],
    ['the manager writes it', [manage(P3, '李四')], [line('2020-03-01', '5')], null, '5', false],
  ])('%s', (_, entries, taken, before, after, over) => {
    const own = effect(entries, ...taken)
    expect([own.before && inWan(own.before), inWan(own.after), own.over]).toEqual([before, after, over])
    expect(own.count).toBe(taken.length)
  })

  it('each project it names, in the order of the plan, by its own lines', () => {
    const found = effects(
      [],
      line('2020-03-01', '1', P4),
      line('2020-03-01', '2'),
      line('2020-03-02', '3', P4),
    )
    expect(
      found.map(({ project, count, after, budget }) => [
        project.position,
        count,
        inWan(after),
        inWan(budget),
      ]),
    ).toEqual([
      [3, 1, '2', '80'],
      [4, 2, '4', '10'],
    ])
    expect(effects([])).toEqual([])
    expect(effects([], line('2020-03-01', '1', `${PLAN_ID}/99`))).toEqual([])
  })

  it.each<[string, readonly Entry[], readonly TakenLine[], string | null]>([
    ['none below 0', [pay(P3, '2020-02-01', '5')], [line('2020-03-01', '-5')], null],
    [
      'the first day below 0',
      [pay(P3, '2020-02-01', '5')],
      [line('2020-03-01', '-6'), line('2020-03-02', '-1')],
      '2020-03-01',
    ],
    [
      'in between, though the year ends above',
      [pay(P3, '2020-04-01', '9')],
      [line('2020-03-01', '-6')],
      '2020-03-01',
    ],
    ['not one that was below 0 before', [pay(P3, '2020-02-01', '-5')], [line('2020-03-01', '-6')], null],
  ])('%s', (_, entries, taken, expected) => {
    expect(effect(entries, ...taken).negative).toBe(expected)
  })
})

describe('the stated totals that a list explains (domain.md §6: a list never adds by itself)', () => {
  const explained = (entries: readonly Entry[], ...taken: TakenLine[]) =>
    effect(entries, ...taken).explained.map(
      ({ day: on, stated, before, after, surplus }) =>
        `${on} ${inWan(stated)}: ${inWan(before)} → ${inWan(after)}${surplus ? ' too much' : ''}`,
    )

  it.each<[string, readonly Entry[], readonly TakenLine[], readonly string[]]>([
    ['none is stated', [pay(P3, '2020-02-01', '5')], [line('2020-03-01', '5')], []],
    [
      'a part',
      [total(P3, JUNE, '40'), pay(P3, '2020-02-01', '10')],
      [line('2020-03-01', '25')],
      ['2020-06-30 40: 10 → 35'],
    ],
    [
      'all of it',
      [total(P3, JUNE, '40'), pay(P3, JUNE, '10')],
      [line(JUNE, '30')],
      ['2020-06-30 40: 10 → 40'],
    ],
    ['too much', [total(P3, JUNE, '40')], [line(JUNE, '40.01')], ['2020-06-30 40: 0 → 40.01 too much']],
    ['what lies after it explains nothing', [total(P3, JUNE, '40')], [line('2020-07-01', '5')], []],
    [
      'payments after it are none of it',
      [total(P3, JUNE, '40'), pay(P3, '2020-07-01', '9')],
      [line(JUNE, '1')],
      ['2020-06-30 40: 0 → 1'],
    ],
    [
      'one of schema 1, with its own payment',
      [statedPay(P3, JUNE, '10', '40')],
      [line('2020-03-01', '31')],
      ['2020-06-30 40: 10 → 41 too much'],
    ],
    [
      'each by its day, with the lines up to it',
      [total(P3, '2020-10-31', '60'), total(P3, JUNE, '40')],
      [line('2020-03-01', '5'), line('2020-07-01', '6')],
      ['2020-06-30 40: 0 → 5', '2020-10-31 60: 0 → 11'],
    ],
    [
      'the last of a day',
      [total(P3, JUNE, '40'), total(P3, JUNE, '42')],
      [line(JUNE, '1')],
      ['2020-06-30 42: 0 → 1'],
    ],
  ])('%s', (_, entries, taken, expected) => {
    expect(explained(entries, ...taken)).toEqual(expected)
  })

  it('what was voided states and explains nothing', () => {
    const [stated, paid] = [total(P3, JUNE, '40'), pay(P3, JUNE, '10')]
    expect(explained([stated, voidOf(stated)], line(JUNE, '1'))).toEqual([])
    expect(explained([stated, paid, voidOf(paid)], line(JUNE, '1'))).toEqual(['2020-06-30 40: 0 → 1'])
  })
})

describe('what bars a payment', () => {
  const bar = (entries: readonly Entry[], on: string, project = P3) => {
    const found = paymentBars(ledgerOf(entries))(project, day(on))
    return found && (found.kind === 'closed' ? `closed ${found.closing.kind}` : `signed until ${found.until}`)
  }

  it.each<[string, readonly Entry[], string, string | null]>([
    ['nothing closed', [], JUNE, null],
    ['locked, on its day', [lock(JUNE)], JUNE, 'closed lock'],
    ['locked, before', [lock(JUNE)], '2020-01-01', 'closed lock'],
    ['locked, after', [lock(JUNE)], '2020-07-01', null],
    ['unlocked', [lock(JUNE), unlock(JUNE)], JUNE, null],
    ['accepted', [step('accept', P3, JUNE)], JUNE, 'closed accept'],
    ['another project accepted', [step('accept', P4, JUNE)], JUNE, null],
    ['signed off', [signOff(P3)], JUNE, 'signed until 2020-12-31'],
    ['the plan signed off', [signOff(PLAN_ID)], '2020-12-31', 'signed until 2020-12-31'],
    ['signed off before closed', [lock(JUNE), signOff(P3)], JUNE, 'signed until 2020-12-31'],
    ['another year', [signOff(P3)], '2021-01-01', null],
  ])('%s', (_, entries, on, expected) => {
    expect(bar(entries, on)).toBe(expected)
  })

  it('is told of each project and year by itself, however often it is asked', () => {
    const signed = signOff(P3)
    const bars = paymentBars(ledgerOf([signed, lock('2020-03-31')]))
    const kinds = (project: string) =>
      ['2020-03-31', '2020-04-01', '2021-01-01', '2020-03-01'].map(
        (on) => bars(project, day(on))?.kind ?? null,
      )
    expect(kinds(P3)).toEqual(['signed-off', 'signed-off', null, 'signed-off'])
    expect(kinds(P4)).toEqual(['closed', null, null, 'closed'])
    expect(kinds(P3)).toEqual(['signed-off', 'signed-off', null, 'signed-off'])
    expect(bar([signed, reopen(signed)], JUNE)).toBeNull()
  })
})
