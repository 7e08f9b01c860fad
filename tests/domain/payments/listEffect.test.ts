import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { listEffects } from '@/domain/payments/listEffect'
import { paymentBars } from '@/domain/payments/paymentBars'
import { HEBEI } from '@/domain/plan/preset'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { day, lock, pay, wan } from '../build'

const P3 = `${PLAN_ID}/3`
const line = (on: string, amount: string) => ({
  project: P3,
  day: day(on),
  amount: wan(amount),
  voucher: '',
  memo: '',
})
const NOW = '2020-12-31T00:00:00.000Z'

describe('what a list does to a project', () => {
  it('adds its lines where nothing is stated, and says when they pass the budget', () => {
    const ledger = addEntries(emptyLedger(PLAN_ID), [pay(P3, '2020-02-01', '5')]).ledger
    const [effect] = listEffects(SIX_PLAN.projects, ledger, [line('2020-03-01', '80')], HEBEI, NOW)
    expect([effect?.before?.toFixed(), effect?.after.toFixed(), effect?.over]).toEqual([
      '50000',
      '850000',
      true,
    ])
    expect(effect?.explained).toEqual([])
  })

  it('explains a stated total and says what is left, or what is too much', () => {
    const stated = { ...pay(P3, '2020-06-30', '10'), stated: wan('40') }
    const ledger = addEntries(emptyLedger(PLAN_ID), [stated]).ledger
    const explained = (amount: string) =>
      listEffects(SIX_PLAN.projects, ledger, [line('2020-03-01', amount)], HEBEI, NOW)[0]?.explained.map(
        ({ day: on, before, after, surplus }) => [on, before.toFixed(), after.toFixed(), surplus],
      )
    expect(explained('25')).toEqual([['2020-06-30', '100000', '350000', false]])
    expect(explained('31')).toEqual([['2020-06-30', '100000', '410000', true]])
  })
})

it('a closed checkpoint bars the days it covers and no others', () => {
  const bars = paymentBars(addEntries(emptyLedger(PLAN_ID), [lock('2020-06-30')]).ledger)
  expect(bars(P3, day('2020-06-30'))?.kind).toBe('closed')
  expect(bars(P3, day('2020-07-01'))).toBeNull()
})
