import { describe, expect, it } from 'vitest'
import { paying, type TypedPayment } from '@/domain/desk/verbs'
import { writeEntries } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { totalAt } from '@/domain/status/spending'
import { SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { day, DECEMBER, inWan, JUNE, OCTOBER, total } from '../build'

const PROJECT = SIX_PROJECTS[2]!
const stated = [total(PROJECT.id, JUNE, '40'), total(PROJECT.id, OCTOBER, '60')]

/** The totals of 6月底, 10月底 and the year's end after a payment of 5 万元 is typed. */
function totalsAfter(before: readonly Entry[], on: string, covered: TypedPayment['covered']) {
  const { ledger } = addEntries(emptyLedger(SIX_PLAN.id), before)
  const drafts = paying({ ledger, preset: HEBEI, today: DECEMBER }, PROJECT, {
    day: on,
    amount: '5',
    memo: '',
    voucher: '',
    covered,
    confirmed: '',
  })
  let count = 0
  const written = writeEntries(drafts, {
    plan: SIX_PLAN.id,
    author: '王芳',
    role: 'manager',
    account: null,
    recordedAt: '2020-12-31T00:00:00.000Z',
    nextId: () => `~${(count += 1)}`,
  })
  const after = addEntries(ledger, written).ledger
  const { spending } = projectStatus(
    PROJECT,
    sliceOf(after, PROJECT.id),
    { asOf: day(DECEMBER), knownAt: null },
    HEBEI,
  )
  return [written.length, ...[JUNE, OCTOBER, DECEMBER].map((at) => inWan(totalAt(spending, day(at))))]
}

describe('a payment typed beside stated totals', () => {
  it.each([
    ['in the total already: no total moves', '2020-05-01', 'included', [1, '40', '60', '60']],
    ['on the very day of the statement', JUNE, 'included', [1, '40', '60', '60']],
    ['it raises the total that covers it, no later one', '2020-05-01', 'added', [2, '45', '60', '60']],
    ['the same on its very day', JUNE, 'added', [2, '45', '60', '60']],
    ['of the period of the next statement', '2020-07-01', 'added', [2, '40', '65', '65']],
    ['not answered: never added by itself', '2020-05-01', '', [1, '40', '60', '60']],
    ['after every statement it is added by the fold alone', '2020-11-01', 'added', [1, '40', '60', '65']],
  ] as const)('%s', (_, on, covered, expected) => {
    expect(totalsAfter(stated, on, covered)).toEqual(expected)
  })
})
