import { expect, it } from 'vitest'
import { countingSlice, coveredIds } from '@/domain/ledger/aside'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { JUNE, manage, pay, step } from '../build'

const P = `${PLAN_ID}/3`

it('takes nothing out of what was accepted when another manager turns out to have been named by then', () => {
  const named = manage(P, '另一人')
  const paid = pay(P, JUNE, '40')
  const before = addEntries(emptyLedger(PLAN_ID), [paid]).ledger
  const accepted = addEntries(before, [
    step('accept', P, JUNE, { covers: coveredIds(before, P, JUNE) }),
  ]).ledger
  const counts = (entries: Parameters<typeof addEntries>[1]) =>
    countingSlice(addEntries(accepted, entries).ledger, P).some(({ id }) => id === paid.id)
  expect(counts([named])).toBe(true)
  expect(countingSlice(addEntries(before, [named]).ledger, P).some(({ id }) => id === paid.id)).toBe(false)
})
