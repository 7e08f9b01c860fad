import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberingFold } from '@/domain/status/board'
import { addEntries, emptyLedger, type Standpoint } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI, type Preset } from '@/domain/plan/preset'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { days, entryLists } from '../arbitraries'
import { inWan, JUNE, OCTOBER, pay } from '../build'

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
})
