import { describe, expect, it } from 'vitest'
import { lastDayOfYear } from '@/domain/time/day'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { closedBySignOff, yearState, type YearState } from '@/domain/ledger/yearState'
import { reopenDraft, signOffDraft } from '@/domain/scoring/signOff'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { day, reopen, reopenedFirst, voidOf, wan } from '../build'
import { projectWith, reportedAll, sheetOf, signOff, summarise } from './sheets'

const project = projectWith()

function stateOf(entries: readonly Entry[], knownAt: string | null = null): YearState {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return yearState(project.id, sliceOf(ledger, project.id), PLAN_ID, sliceOf(ledger, PLAN_ID), 2020, knownAt)
}

const signed = signOff(project.id, { author: '评价员' })
const reopened = reopen(signed)

describe('the state of a year', () => {
  it('is open until signed off, by whom and when', () => {
    expect(stateOf([])).toEqual({ kind: 'open', reopened: null })
    expect(stateOf([signed])).toEqual({ kind: 'signed-off', signOff: signed })
  })

  it('is opened again by an act of its own, and says which; by a void where schema 1 did it, with a reason', () => {
    expect(stateOf([signed, reopened])).toEqual({ kind: 'open', reopened })
    const first = reopenedFirst(signed)
    expect(stateOf([signed, first])).toEqual({ kind: 'open', reopened: first })
    expect(stateOf([signed, reopenedFirst(signed, ' ')]).kind).toBe('signed-off')
    expect(stateOf([signed, voidOf(signed)]).kind).toBe('signed-off')
  })

  it('can be signed off again', () => {
    const again = signOff(project.id)
    expect(stateOf([signed, reopened, again])).toEqual({ kind: 'signed-off', signOff: again })
  })

  it('voiding the void of schema 1 signs it off again', () => {
    const first = reopenedFirst(signed)
    expect(stateOf([signed, first, reopenedFirst(first)])).toEqual({ kind: 'signed-off', signOff: signed })
  })

  it('is closed by a sign-off of the whole plan too; every one must be opened', () => {
    const whole = signOff(PLAN_ID)
    expect(stateOf([whole])).toEqual({ kind: 'signed-off', signOff: whole })
    expect(stateOf([signed, whole, reopen(signed)])).toEqual({ kind: 'signed-off', signOff: whole })
    expect(stateOf([signed, whole, reopen(signed), reopen(whole)]).kind).toBe('open')
  })

  it('is as it was known', () => {
    expect(stateOf([signed, reopened], signed.recordedAt)).toEqual({ kind: 'signed-off', signOff: signed })
    expect(stateOf([signed], '2019-01-01T00:00:00.000Z').kind).toBe('open')
  })

  it('is not closed by the sign-off of another project or year', () => {
    expect(stateOf([signOff(`${PLAN_ID}/2`)]).kind).toBe('open')
    expect(stateOf([signOff(project.id, {}, '2021-01-15')]).kind).toBe('open')
  })
})

describe('a signed-off year', () => {
  const state = stateOf([signed])
  const about = { subject: project.id, effectiveOn: day('2020-12-31') }
  const drafts: [string, Draft, boolean][] = [
    ['a payment on its last day', { ...about, kind: 'spending-total', amount: wan('0'), memo: '' }, true],
    [
      'a payment on its first day',
      { ...about, kind: 'spending-total', amount: wan('0'), memo: '', effectiveOn: day('2020-01-01') },
      true,
    ],
    [
      'a payment of the next year',
      { ...about, kind: 'spending-total', amount: wan('0'), memo: '', effectiveOn: day('2021-01-01') },
      false,
    ],
    ['weights', { ...about, kind: 'weights', weights: {}, document: '', reason: '' }, true],
    ['a comment', { ...about, kind: 'comment', text: '' }, false],
    ['the void of another entry', { ...about, kind: 'void', entry: 'x', reason: '录入有误' }, true],
    ['reopening with a reason', { ...about, kind: 'reopen', signOff: signed.id, reason: '漏报' }, false],
    ['reopening without', { ...about, kind: 'reopen', signOff: signed.id, reason: ' ' }, true],
  ]

  it.each(drafts)('%s', (_, draft, refused) => {
    expect(closedBySignOff(state, draft)).toEqual(
      refused ? { kind: 'signed-off', until: lastDayOfYear(2020), signOff: signed } : null,
    )
    expect(closedBySignOff({ kind: 'open', reopened: null }, draft)).toBeNull()
  })
})

describe('signing off and opening again', () => {
  it('refuses a sheet with problems and names them all', () => {
    const open = signOffDraft(sheetOf(project, []), '同意', [])
    expect(open.kind === 'refused' && open.problems).toHaveLength(9)
  })

  it('is about the last day of the year', () => {
    const ready = signOffDraft(sheetOf(project, [...reportedAll(project), summarise(project.id)]), '同意', [
      'a',
      'b',
    ])
    expect(ready).toEqual({
      kind: 'ready',
      draft: {
        kind: 'sign-off',
        subject: project.id,
        effectiveOn: '2020-12-31',
        text: '同意',
        covers: ['a', 'b'],
      },
    })
  })

  it('opens only with a reason', () => {
    expect(reopenDraft(signed, ' ')).toBeNull()
    expect(reopenDraft(signed, '漏报一笔支出')).toEqual({
      kind: 'reopen',
      subject: project.id,
      effectiveOn: '2020-12-31',
      signOff: signed.id,
      reason: '漏报一笔支出',
    })
  })
})
