import { describe, expect, it } from 'vitest'
import { keptAside } from '@/domain/ledger/aside'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { JUNE, lock, pay, step } from '../build'
import { signOff } from '../scoring/sheets'

const P = `${PLAN_ID}/3`
const AT = '2020-07-01T08:00:00.000Z'

describe('a closing that names nothing was decided on what had been recorded by its moment', () => {
  const closings = [
    ['an acceptance', step('accept', P, JUNE, { recordedAt: AT })],
    ['a lock', lock(JUNE, { recordedAt: AT })],
    ['a sign-off', signOff(P, { recordedAt: AT })],
  ] as const
  it.each(closings)('%s: the moment itself is in it, a thousandth after it is not', (_, closing) => {
    const aside = (recordedAt: string) => {
      const { ledger } = addEntries(emptyLedger(PLAN_ID), [
        pay(P, '2020-06-01', '5', { recordedAt }),
        closing,
      ])
      return keptAside(ledger, P).map(({ because }) => because.kind)
    }
    expect(aside('2020-07-01T07:59:59.999Z')).toEqual([])
    expect(aside(AT)).toEqual([])
    expect(aside('2020-07-01T08:00:00.001Z')).toEqual(['closed'])
  })
})
