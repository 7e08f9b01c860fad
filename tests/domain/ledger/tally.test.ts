import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { filledSubjects } from '@/domain/ledger/filled'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { ledgerTally } from '@/domain/ledger/tally'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, inWan, JUNE, lock, pay, step, total, voidOf } from '../build'

const [P3, P4] = [`${PLAN_ID}/3`, `${PLAN_ID}/4`]

function tallied(entries: readonly Entry[], knownAt: string | null = null) {
  const { paid, ...counts } = ledgerTally(addEntries(emptyLedger(PLAN_ID), entries).ledger, knownAt)
  return { ...counts, paid: inWan(paid) }
}

describe('how much a ledger holds', () => {
  it('of nothing is nothing', () => {
    expect(tallied([])).toEqual({ entries: 0, voided: 0, aside: 0, payments: 0, paid: '0' })
  })

  it('counts every entry once: void, kept aside, or counting; money from the payments that count, of every day', () => {
    const [gone, paid, back] = [pay(P3, '2020-05-01', '7'), pay(P3, JUNE, '40'), pay(P3, '2021-03-01', '-5')]
    const accepted = step('accept', P4, JUNE, { covers: [] })
    const late = pay(P4, JUNE, '100')
    const entries = [gone, voidOf(gone), paid, back, total(P3, JUNE, '90'), actual(`${P3}/1`, JUNE, '95')]
    expect(tallied(entries)).toEqual({ entries: 6, voided: 1, aside: 0, payments: 2, paid: '35' })
    expect(tallied([...entries, accepted, late, lock('2019-12-31')])).toEqual({
      entries: 9,
      voided: 1,
      aside: 1,
      payments: 2,
      paid: '35',
    })
  })

  it('of what was known at a moment, that moment included', () => {
    const first = pay(P3, '2020-05-01', '7')
    const second = pay(P3, '2020-05-02', '8')
    const gone = voidOf(first)
    expect(tallied([first, second, gone], first.recordedAt)).toMatchObject({ entries: 1, paid: '7' })
    expect(tallied([first, second, gone], second.recordedAt)).toMatchObject({ entries: 2, voided: 0 })
    expect(tallied([first, second, gone], gone.recordedAt)).toMatchObject({
      entries: 3,
      voided: 1,
      paid: '8',
    })
  })

  it('a void kept aside voids nothing, and a payment kept aside is not paid', () => {
    const paid = pay(P3, '2020-05-01', '7')
    const other = voidOf(paid, { author: '李四' })
    expect(tallied([paid, other])).toEqual({ entries: 2, voided: 0, aside: 1, payments: 1, paid: '7' })
  })
})

describe('how much is filled in of a plan', () => {
  it('counts entries by what they are about', () => {
    const own = [pay(P3, JUNE, '1'), pay(P3, JUNE, '2'), actual(`${P3}/1`, JUNE, '95')]
    expect(filledSubjects([...own, pay(P3, JUNE, '1', { plan: '2021-323002' })], PLAN_ID)).toEqual({
      [P3]: 2,
      [`${P3}/1`]: 1,
    })
    expect(filledSubjects([], PLAN_ID)).toEqual({})
  })
})
