import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { countingSlice } from '@/domain/ledger/aside'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { approvedChanges } from '@/domain/papers/approvedChanges'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { adjust, DECEMBER, inWan, JUNE, OCTOBER, plain, reschedule, retarget, voidOf } from '../build'
import { projectWith } from '../scoring/sheets'

const PROJECT = projectWith(['≥95%', '≥90%'])
const P = PROJECT.id

function changes(entries: readonly Entry[], asOf = DECEMBER) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return approvedChanges(PROJECT, countingSlice(ledger, P), { asOf, knownAt: null })
}

describe('approved changes of a project (domain.md §3, §6)', () => {
  it('each stand over what stood before them, in the order of their days', () => {
    const found = changes([
      adjust(P, OCTOBER, '5'),
      adjust(P, JUNE, '-20'),
      retarget(`${P}/1`, JUNE, '≥90%'),
      retarget(`${P}/1`, OCTOBER, '≥85%'),
    ])
    expect(
      found.map((change) =>
        change.kind === 'budget'
          ? [inWan(change.before), inWan(change.after)]
          : change.kind === 'target'
            ? [change.before.text, change.after.text]
            : [],
      ),
    ).toEqual([
      ['100', '80'],
      ['≥95%', '≥90%'],
      ['80', '85'],
      ['≥90%', '≥85%'],
    ])
  })

  it('a schedule names the checkpoints that it moves, and leaves a passed one', () => {
    const [found] = changes([reschedule(P, '2020-07-01', { '06': '10', '10': '70', '12': '100' })])
    expect(
      found?.kind === 'schedule' &&
        found.moved.map(({ month, before, after }) => [month, plain(before), plain(after)]),
    ).toEqual([[10, '80', '70']])
  })

  it('what is voided, later than the day or of nothing in the table is none', () => {
    const wrong = adjust(P, JUNE, '5')
    expect(changes([wrong, voidOf(wrong), retarget(`${P}/9`, JUNE, '≥1%')])).toEqual([])
    expect(changes([adjust(P, OCTOBER, '5')], JUNE)).toEqual([])
  })
})
