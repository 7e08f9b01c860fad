import { describe, expect, it } from 'vitest'
import { decodeHandover, encodeHandover } from '@/documents/exchange/handover'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import type { Entry } from '@/domain/ledger/entry'
import { incoming } from '@/domain/ledger/incoming'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { day, DECEMBER, JUNE, OCTOBER, pay, step, total, voidOf } from '../domain/build'
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
  const view = { asOf: day(DECEMBER), clock: '2099-01-01T00:00:00.000Z', waiting: [] }
  return incoming(SIX_PLAN, ledger, read.file.entries, HEBEI, sameEntry, view).aside.map(
    ({ entry, because }) => [entry.id, because.kind],
  )
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

  it.each([
    ['another’s payment', voidOf(paid, { author: '李强' }), 'other-author'],
    [
      'an own payment, in a role that voids none',
      { ...voidOf(paid), schema: 2 as const, role: 'leader' as const },
      'role',
    ],
    [
      'an acceptance in the role of a manager',
      { ...step('accept', ID, JUNE, { author: '王芳' }), schema: 2 as const, role: 'manager' as const },
      'role',
    ],
    [
      'a payment in the role of a leader',
      { ...pay(ID, '2020-05-02', '9'), schema: 2 as const, role: 'leader' as const },
      'role',
    ],
  ])('%s', (_, forged, because) => {
    expect(asideOf([paid], [forged])).toEqual([[forged.id, because]])
    expect(asideOf([], [forged, paid])).toEqual([[forged.id, because]])
  })

  it('a void of a void of another’s entry', () => {
    const own = voidOf(paid)
    const again = voidOf(own, { author: '李强' })
    expect(asideOf([paid, own], [again])).toEqual([[again.id, 'other-author']])
  })

  it('two files, in either order and together, leave the same aside', () => {
    const theft = voidOf(paid, { author: '李强' })
    const late = { ...voidOf(paid), effectiveOn: OCTOBER }
    const files = [
      [paid, theft],
      [accepted, late],
    ] as const
    const ids = (found: readonly (readonly unknown[])[]) => [...new Set(found.map(([id]) => id))].sort()
    const [one, other] = files
    const wanted = [late.id, theft.id].sort()
    expect(ids(asideOf([], files.flat()))).toEqual(wanted)
    expect(ids([...asideOf([], one), ...asideOf(one, other)])).toEqual(wanted)
    expect(ids([...asideOf([], other), ...asideOf(other, one)])).toEqual(wanted)
  })
})
