import { describe, expect, it } from 'vitest'
import { decodeHandover, encodeHandover } from '@/documents/exchange/handover'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import type { Entry } from '@/domain/ledger/entry'
import { incoming } from '@/domain/ledger/incoming'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { JUNE, OCTOBER, pay, step, total, voidOf } from '../domain/build'
import { PLAN_ID, SIX_PLAN } from '../fixtures/sixProjects'

const ID = `${PLAN_ID}/3`
const HEAD = {
  plan: PLAN_ID,
  department: '民政局',
  year: 2020,
  project: null,
  author: '王芳',
  writtenAt: '2021-02-01T02:00:00.000Z',
}

/** What a hand-over file with some entries would leave aside, by id and reason. */
function asideOf(ours: readonly Entry[], theirs: readonly Entry[]) {
  const read = decodeHandover(new TextEncoder().encode(encodeHandover(HEAD, theirs)), PLAN_ID)
  if (!read.ok) throw new Error(read.refusal.kind)
  const { ledger } = addEntries(emptyLedger(PLAN_ID), ours)
  return incoming(
    SIX_PLAN,
    ledger,
    read.file.entries,
    HEBEI,
    sameEntry,
    '2099-01-01T00:00:00.000Z',
  ).aside.map(({ entry, because }) => [entry.id, because.kind])
}

describe('what a desk refuses, a hand-over file cannot bring either', () => {
  const paid = pay(ID, '2020-05-01', '10')
  const accepted = step('accept', ID, JUNE, { author: '李局', covers: [paid.id] })

  it('a void of an accepted payment, dated after the acceptance', () => {
    const late = { ...voidOf(paid), effectiveOn: OCTOBER }
    expect(asideOf([paid, accepted], [late])).toEqual([[late.id, 'closed']])
  })

  it("a void of the leader's acceptance, next to a stated payment", () => {
    const taken = voidOf(accepted)
    expect(asideOf([paid, accepted, total(ID, JUNE, '12')], [taken])).toContainEqual([taken.id, 'decision'])
  })

  it('a void of an unknown id', () => {
    const taken = voidOf(paid)
    expect(asideOf([], [taken])).toEqual([[taken.id, 'unknown']])
    expect(asideOf([], [taken, paid])).toEqual([])
  })
})
