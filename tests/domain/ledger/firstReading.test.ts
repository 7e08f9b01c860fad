import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { firstReading, holdsFirst, writtenFirst } from '@/domain/ledger/firstReading'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { inWan, JUNE, pay, statedPay, total, voidOf, zero } from '../build'
import { signOff } from '../scoring/sheets'

const P = `${PLAN_ID}/3`
const first = <E extends Entry>(entry: E): E => ({ ...entry, schema: 1 })
const ledgerOf = (...entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const counted = (...entries: readonly Entry[]) =>
  firstReading(ledgerOf(...entries), P).map((entry) =>
    entry.kind === 'payment' ? `payment ${inWan(entry.amount)}` : entry.kind,
  )

describe('entries as the first version counted them', () => {
  const paid = first(pay(P, '2020-05-01', '10'))

  it('adds every payment; a stated total was only noted beside it, zero was a payment of 0', () => {
    expect(counted(paid, statedPay(P, JUNE, '30', '40'), first(zero(P, '2020-03-31')))).toEqual([
      'payment 0',
      'payment 10',
      'payment 30',
    ])
    expect(firstReading(ledgerOf(statedPay(P, JUNE, '30', '40')), P)).toMatchObject([{ stated: null }])
    expect(firstReading(ledgerOf(first(zero(P, JUNE))), P)).toMatchObject([{ stated: null, voucher: '' }])
  })

  it('takes back whatever a void names, with a reason or none; the void itself counts for nothing', () => {
    const other = first(pay(P, '2020-05-02', '7'))
    expect(counted(paid, other, first(voidOf(paid)))).toEqual(['payment 7'])
    expect(counted(paid, other, { ...first(voidOf(paid)), reason: ' ' })).toEqual(['payment 7'])
    expect(counted(other, first(voidOf(paid)))).toEqual(['payment 7'])
  })

  it('takes back a sign-off only with a reason', () => {
    const signed = first(signOff(P))
    expect(counted(signed)).toEqual(['sign-off'])
    expect(counted(signed, { ...first(voidOf(signed)), reason: ' ' })).toEqual(['sign-off'])
    expect(counted(signed, { ...first(voidOf(signed)), reason: '数据有误' })).toEqual([])
  })

  it('takes back nothing when nothing was voided', () => {
    expect(counted(paid)).toEqual(['payment 10'])
  })
})

describe('what of a ledger the first version wrote', () => {
  it('is told from what came later', () => {
    const later = total(P, JUNE, '40')
    const early = first(pay(P, '2020-05-01', '10'))
    expect(holdsFirst(ledgerOf(later))).toBe(false)
    expect(holdsFirst(ledgerOf(later, early))).toBe(true)
    expect([...writtenFirst(ledgerOf(later, early)).slices.values()].flat().map(({ id }) => id)).toEqual([
      early.id,
    ])
  })
})
