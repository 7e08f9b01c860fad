import { describe, expect, it } from 'vitest'
import { asideReason } from '@/domain/ledger/aside'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { ROLES, type Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide } from '@/domain/work/decide'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  day,
  JUNE,
  lock,
  manage,
  pay,
  rectify,
  reopen,
  reschedule,
  settle,
  step,
  total,
  unlock,
  voidOf,
} from '../build'
import { signOff } from '../scoring/sheets'

const THREE = `${PLAN_ID}/3`
const AFTER = '2021-02-01T00:00:00.000Z'
const by = { author: '张三' }

const paid = pay(THREE, '2020-05-06', '3', by)
const first = total(THREE, JUNE, '3', by)
const other = total(THREE, JUNE, '4', { author: '王芳' })
const signed = signOff(THREE, by)
const ownVoid = voidOf(paid, by)

const CASES: readonly (readonly [string, readonly Entry[], Entry])[] = [
  ['payment', [paid], paid],
  ['spending-total', [first], first],
  ['indicator-actual', [actual(`${THREE}/1`, JUNE, '95', by)], actual(`${THREE}/1`, JUNE, '95', by)],
  ['budget-adjustment', [], adjust(THREE, '2020-05-06', '5', by)],
  ['target-change', [], reschedule(THREE, '2020-05-06', { '06': '40', '12': '100' }, by)],
  ['settlement', [first, other], settle(first, [first, other], by)],
  ['submit', [], step('submit', THREE, JUNE, by)],
  ['return', [], step('return', THREE, JUNE, by)],
  ['accept', [], step('accept', THREE, JUNE, by)],
  ['lock', [], lock(JUNE, by)],
  ['unlock', [], unlock(JUNE, by)],
  ['rectification', [], rectify('rectification', THREE, JUNE, '补报', by)],
  ['project-manager', [], manage(THREE, '张三', by)],
  ['sign-off', [], signed],
  ['reopen', [signed], reopen(signed, by)],
  ['void', [paid], ownVoid],
]

const OPEN_ACTS = new Set(['decision', 'role', 'other-author', 'unknown-entry', 'unknown'])

/** What gate and merge say of one and the same void: `null` where neither objects to what it names. */
function bothSay(entries: readonly Entry[], named: Entry, name: string, role: Role) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const draft: Draft = {
    kind: 'void',
    subject: named.subject,
    effectiveOn: named.effectiveOn,
    entry: named.id,
    reason: '填错',
  }
  const today = day('2021-02-01')
  const gate =
    decide([draft], { id: null, name, role }, { ledger, plan: SIX_PLAN, preset: HEBEI, today })?.kind ?? null
  const [written] = writeEntries([draft], {
    plan: PLAN_ID,
    author: name,
    role,
    account: null,
    recordedAt: AFTER,
    nextId: () => 'f',
  })
  const merge = asideReason(ledger, written!)?.kind ?? null
  const only = (kind: string | null) =>
    kind !== null && OPEN_ACTS.has(kind) ? kind.replace('-entry', '') : null
  return { gate: only(gate), merge: only(merge) }
}

describe('what a void may name is judged once: the gate and the merge agree', () => {
  for (const role of ROLES)
    it.each(CASES)(`${role}: %s`, (_, beside, named) => {
      const entries = [...beside.filter(({ id }) => id !== named.id), named]
      for (const name of ['张三', '李四']) {
        const { gate, merge } = bothSay(entries, named, name, role)
        expect(gate).toBe(merge)
      }
    })

  it.each(CASES)('an id that is not here: %s', (_, beside, named) => {
    const { gate, merge } = bothSay(
      beside.filter(({ id }) => id !== named.id),
      named,
      '张三',
      'manager',
    )
    expect([gate, merge]).toEqual(['unknown', 'unknown'])
  })
})

describe('a year is opened again by its own act, judged with the ledger', () => {
  const judged = (entries: readonly Entry[], draft: Draft) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const actor = { id: null, name: '周平', role: 'evaluator' } as const
    return decide([draft], actor, { ledger, plan: SIX_PLAN, preset: HEBEI, today: day('2021-02-01') })
  }
  const opening = (id: string, subject = THREE): Draft => ({
    kind: 'reopen',
    subject,
    effectiveOn: signed.effectiveOn,
    signOff: id,
    reason: '漏报一笔',
  })

  it('of a sign-off that is there, and of nothing else', () => {
    expect(judged([signed], opening(signed.id))).toBeNull()
    expect(judged([], opening(signed.id))).toEqual({ kind: 'unknown-entry' })
    expect(judged([paid], opening(paid.id))).toEqual({ kind: 'unknown-entry' })
    expect(judged([signed], opening(signed.id, `${PLAN_ID}/2`))).toEqual({ kind: 'unknown-entry' })
  })

  it('and never by a void, not even of the one who signed', () => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [signed])
    const actor = { id: null, name: '张三', role: 'evaluator' } as const
    const draft: Draft = {
      kind: 'void',
      subject: THREE,
      effectiveOn: signed.effectiveOn,
      entry: signed.id,
      reason: '改分',
    }
    const situation = { ledger, plan: SIX_PLAN, preset: HEBEI, today: day('2021-02-01') }
    expect(decide([draft], actor, situation)).toEqual({
      kind: 'decision',
      decision: 'sign-off',
      by: 'reopen',
    })
  })
})
