import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { lastDayWithData } from '@/domain/status/lastDay'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { actual, adjust, JUNE, lock, pay, step, total, voidOf, zero } from '../build'

const ID = `${PLAN_ID}/1`
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger

describe('lastDayWithData', () => {
  it.each<[string, Entry[], string | null]>([
    ['of nothing is none', [], null],
    [
      'is the latest payment, zero or actual',
      [pay(ID, '2020-03-01', '1'), actual(`${ID}/1`, '2020-05-01', '95'), zero(ID, '2020-04-01')],
      '2020-05-01',
    ],
    [
      'adjustments and locks are no data',
      [pay(ID, '2020-03-01', '1'), adjust(ID, '2020-08-01', '1'), lock('2020-10-31')],
      '2020-03-01',
    ],
  ])('%s', (_, entries, last) => {
    expect(lastDayWithData(ledgerOf(entries))).toBe(last)
  })

  it('is the latest of any project, of any order', () => {
    const [march, june] = [pay(ID, '2020-03-01', '1'), pay(`${PLAN_ID}/4`, '2020-06-01', '1')]
    expect(lastDayWithData(ledgerOf([june, march]))).toBe('2020-06-01')
    expect(
      lastDayWithData(ledgerOf([pay(`${PLAN_ID}/4`, '2020-03-01', '1'), pay(ID, '2020-06-01', '1')])),
    ).toBe('2020-06-01')
    expect(lastDayWithData(ledgerOf([lock('2020-10-31'), march]))).toBe('2020-03-01')
    expect(lastDayWithData(ledgerOf([lock('2020-10-31')]))).toBeNull()
    expect(lastDayWithData(ledgerOf([total(ID, '2020-07-01', '1')]))).toBe('2020-07-01')
  })

  it('passes over what was voided', () => {
    const entry = pay(ID, '2020-06-30', '5')
    expect(lastDayWithData(ledgerOf([pay(ID, '2020-03-01', '1'), entry, voidOf(entry)]))).toBe('2020-03-01')
  })

  it('passes over what is kept aside and what does not fit the plan', () => {
    const march = pay(ID, '2020-03-01', '1')
    const late = pay(ID, '2020-06-15', '1')
    const accepted = step('accept', ID, JUNE, { covers: [march.id] })
    expect(lastDayWithData(ledgerOf([march, late, accepted]))).toBe('2020-03-01')
    const misfit = pay(ID, '2021-02-01', '1')
    const stranger = pay(`${PLAN_ID}/99`, '2020-08-01', '1')
    const ledger = ledgerOf([march, misfit, stranger])
    expect(lastDayWithData(ledger)).toBe('2021-02-01')
    expect(lastDayWithData(framed(ledger, SIX_PLAN))).toBe('2020-03-01')
  })
})
