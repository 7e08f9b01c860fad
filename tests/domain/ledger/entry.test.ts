import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEntries } from '@/domain/ledger/entry'
import { SIX_PLAN } from '../../fixtures/sixProjects'
import { entries } from '../arbitraries'
import { pay } from '../build'

const ID = '2020-323002/1'

describe('the order of a fold', () => {
  it('is by the day it is about, then when it was written, then the id', () => {
    const late = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-02T00:00:00.000Z', id: 'a' })
    const early = pay(ID, '2020-05-01', '1', { recordedAt: '2020-06-09T00:00:00.000Z', id: 'z' })
    const again = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-03T00:00:00.000Z', id: '0' })
    const twin = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-02T00:00:00.000Z', id: 'b' })
    expect([twin, again, late, early].sort(compareEntries)).toEqual([early, late, twin, again])
  })

  it('is total: two entries are equal only when they are one', () => {
    fc.assert(
      fc.property(entries(SIX_PLAN), entries(SIX_PLAN), (a, b) => {
        expect(Math.sign(compareEntries(a, b))).toBe(-Math.sign(compareEntries(b, a)) + 0)
        expect(compareEntries(a, b) === 0).toBe(a.id === b.id)
      }),
    )
  })
})
