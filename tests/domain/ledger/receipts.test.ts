import { describe, expect, it } from 'vitest'
import { isLate, receivedBy } from '@/domain/ledger/receipts'
import { framed } from '@/domain/ledger/fitting'
import { addEntries, allEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { rememberingFold } from '@/domain/status/board'
import { newsSince } from '@/domain/work/since'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { DECEMBER, pay } from '../build'

const PROJECT = `${PLAN_ID}/3`
const at = (day: string, time = '09:00') => `${day}T${time}:00.000Z`
const paidAt = (recordedAt: string, amount: string) => pay(PROJECT, '2020-05-06', amount, { recordedAt })

describe('what was known when', () => {
  const online = paidAt(at('2020-06-01'), '1')
  const offline = paidAt(at('2020-06-02'), '2')
  const late = new Map([[offline.id, at('2020-06-05')]])
  const ledger = framed(addEntries(emptyLedger(PLAN_ID), [online, offline]).ledger, SIX_PLAN)
  const spentAsKnown = (knownAt: string | null) => {
    const standpoint = { asOf: DECEMBER, knownAt }
    return rememberingFold()(SIX_PLAN, receivedBy(ledger, late, knownAt), standpoint, HEBEI).spent?.toFixed()
  }

  it.each([
    [at('2020-05-31'), undefined],
    [at('2020-06-01'), '10000'],
    [at('2020-06-02'), '10000'],
    [at('2020-06-04', '23:59'), '10000'],
    [at('2020-06-05'), '30000'],
    [null, '30000'],
  ])('by %s the department had spent %s', (knownAt, spent) => {
    expect(spentAsKnown(knownAt)).toBe(spent)
  })

  it('is the same ledger where nothing came late, and keeps its frame where something did', () => {
    expect(receivedBy(ledger, new Map(), at('2020-06-02'))).toBe(ledger)
    expect(receivedBy(ledger, late, null)).toBe(ledger)
    expect(receivedBy(ledger, late, at('2020-06-05'))).toBe(ledger)
    const before = receivedBy(ledger, late, at('2020-06-04'))
    expect(allEntries(before)).toEqual([online])
    expect(before.frame).toBe(ledger.frame)
  })

  it('is news from when it was received on', () => {
    const { projects } = rememberingFold()(SIX_PLAN, ledger, { asOf: DECEMBER, knownAt: null }, HEBEI)
    const since = (moment: string, receipts = late) =>
      newsSince(projects, ledger, moment, { asOf: DECEMBER, knownAt: null }, receipts).map(
        ({ payments }) => payments?.count,
      )
    expect(since(at('2020-06-03'))).toEqual([1])
    expect(since(at('2020-06-03'), new Map())).toEqual([])
    expect(since(at('2020-06-06'))).toEqual([])
  })

  it.each([
    ['2020-06-01T09:00:00.300Z', false],
    ['2020-06-01T09:02:00.000Z', false],
    ['2020-06-01T09:02:00.001Z', true],
    ['2020-06-01T08:00:00.000Z', false],
  ])('received at %s is late: %s', (receivedAt, is) => {
    expect(isLate(at('2020-06-01'), receivedAt)).toBe(is)
  })
})
