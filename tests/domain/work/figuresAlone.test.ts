import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { standsAlone } from '@/domain/ledger/ruling'
import { HEBEI } from '@/domain/plan/preset'
import type { Day } from '@/domain/time/day'
import { decide } from '@/domain/work/decide'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists } from '../arbitraries'
import { JUNE, total } from '../build'

describe('what stands alone', () => {
  it('law: is judged alike on a ledger with other figures in it and without them', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(entryLists(SIX_PLAN), entryLists(SIX_PLAN), (there, arriving) => {
        const figures = arriving.filter(standsAlone)
        const before = addEntries(emptyLedger(PLAN_ID), there).ledger
        const after = addEntries(before, figures).ledger
        for (const figure of figures) {
          const actor = { id: null, name: figure.author, role: figure.role ?? ('manager' as const) }
          const on = (ledger: typeof before) =>
            decide([figure as Draft], actor, {
              ledger,
              plan: SIX_PLAN,
              preset: HEBEI,
              today: '2021-02-01' as Day,
            })
          const refusal = on(before)
          expect(on(after)).toEqual(refusal)
          if (refusal) refused += 1
          else taken += 1
        }
      }),
      { numRuns: 400 },
    )
    expect([taken > 100, refused > 100]).toEqual([true, true])
  })

  it('is no total of 0, which goes by what was spent before', () => {
    const subject = `${PLAN_ID}/3`
    expect([total(subject, JUNE, '0'), total(subject, JUNE, '1')].map(standsAlone)).toEqual([false, true])
  })
})
