import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberingFold } from '@/domain/status/board'
import { departmentStatus } from '@/domain/status/departmentStatus'
import { addEntries, emptyLedger, type Standpoint } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI, type Preset } from '@/domain/plan/preset'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { days, entryLists } from '../arbitraries'
import { inWan, JUNE, lock, OCTOBER, pay } from '../build'

const NOW = { asOf: JUNE, knownAt: null }
const ledger = addEntries(emptyLedger(PLAN_ID), [
  pay(`${PLAN_ID}/1`, '2020-06-01', '100'),
  pay(`${PLAN_ID}/3`, '2020-06-01', '40'),
]).ledger

describe('the remembering fold', () => {
  it('folds again only the project that a new entry touches', () => {
    const fold = rememberingFold()
    const before = fold(SIX_PLAN, ledger, NOW, HEBEI)
    const more = addEntries(ledger, [pay(`${PLAN_ID}/3`, '2020-06-02', '1')]).ledger
    const after = fold(SIX_PLAN, more, NOW, HEBEI)
    expect(after.projects.map((status, index) => status === before.projects[index])).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ])
    expect([inWan(before.spent), inWan(after.spent)]).toEqual(['140', '141'])
  })

  it.each<[string, Plan, Standpoint, Preset]>([
    ['day', SIX_PLAN, { ...NOW, asOf: OCTOBER }, HEBEI],
    ['moment', SIX_PLAN, { ...NOW, knownAt: '2020-06-30T00:00:00.000Z' }, HEBEI],
    ['preset', SIX_PLAN, NOW, { ...HEBEI }],
    ['plan', { ...SIX_PLAN, projects: SIX_PLAN.projects.map((each) => ({ ...each })) }, NOW, HEBEI],
  ])('folds again when the %s changes, and only then', (_, plan, standpoint, preset) => {
    const fold = rememberingFold()
    const [first] = fold(SIX_PLAN, ledger, NOW, HEBEI).projects
    expect(fold(SIX_PLAN, ledger, { ...NOW }, HEBEI).projects[0]).toBe(first)
    expect(fold(plan, ledger, standpoint, preset).projects[0]).not.toBe(first)
  })

  it('says the same as a fold that remembers nothing, whatever came before', () => {
    const fold = rememberingFold()
    fc.assert(
      fc.property(entryLists(SIX_PLAN), days(), (entries, asOf) => {
        const own = addEntries(emptyLedger(PLAN_ID), entries).ledger
        const standpoint = { asOf, knownAt: null }
        expect(fold(SIX_PLAN, own, standpoint, HEBEI)).toEqual(
          rememberingFold()(SIX_PLAN, own, standpoint, HEBEI),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('says after every entry what a fold of everything says, its sums among it', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), days(), (entries, asOf) => {
        const fold = rememberingFold()
        const standpoint = { asOf, knownAt: null }
        let grown = emptyLedger(PLAN_ID)
        for (const entry of entries) {
          grown = addEntries(grown, [entry]).ledger
          const kept = fold(SIX_PLAN, grown, standpoint, HEBEI)
          expect(kept).toEqual(departmentStatus(SIX_PLAN.year, asOf, kept.projects, HEBEI))
        }
        expect(fold(SIX_PLAN, grown, standpoint, HEBEI)).toEqual(
          rememberingFold()(SIX_PLAN, grown, standpoint, HEBEI),
        )
        expect(fold(SIX_PLAN, emptyLedger(PLAN_ID), standpoint, HEBEI)).toEqual(
          rememberingFold()(SIX_PLAN, emptyLedger(PLAN_ID), standpoint, HEBEI),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('folds every project again when what the whole department is closed by changes', () => {
    const fold = rememberingFold()
    fold(SIX_PLAN, ledger, NOW, HEBEI)
    const locked = addEntries(ledger, [lock(JUNE, { recordedAt: '2020-07-01T00:00:00.000Z' })]).ledger
    fold(SIX_PLAN, locked, NOW, HEBEI)
    const late = addEntries(locked, [
      pay(`${PLAN_ID}/1`, '2020-06-02', '7', { recordedAt: '2020-07-02T00:00:00.000Z' }),
    ]).ledger
    for (const own of [late, locked, ledger, late])
      expect(fold(SIX_PLAN, own, NOW, HEBEI)).toEqual(rememberingFold()(SIX_PLAN, own, NOW, HEBEI))
  })
})
