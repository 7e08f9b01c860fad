import { describe, expect, it } from 'vitest'
import type { EntryKind } from '@/domain/ledger/entry'
import { WRITERS } from '@/domain/ledger/naming'
import { awaitsService, decideOnSame, isDecisive, isStamped } from '@/domain/ledger/ruling'
import { lock, pay, reopen, settle, step, unlock, voidOf } from '../build'
import { PLAN_ID } from '../../fixtures/sixProjects'

const KINDS = Object.keys(WRITERS) as EntryKind[]
const ONE = `${PLAN_ID}/1`
const JUNE = '2020-06-30'

describe('what takes effect only when a shared service has written it', () => {
  it('is what the service writes itself, but a manager’s correction of his own figure', () => {
    const waiting = KINDS.filter((kind) => awaitsService({ kind, role: 'leader' }, null))
    expect(waiting.sort()).toEqual(
      [
        'accept',
        'lock',
        'project-manager',
        'reopen',
        'return',
        'settlement',
        'sign-off',
        'submit',
        'unlock',
        'void',
      ].sort(),
    )
    expect(waiting.every(isStamped)).toBe(true)
    expect(KINDS.filter(isDecisive)).toEqual(KINDS.filter((kind) => isStamped(kind) && kind !== 'submit'))
  })

  it.each([
    ['manager', 'payment', false],
    ['manager', 'indicator-actual', false],
    ['manager', null, false],
    ['manager', 'submit', true],
    ['leader', 'budget-adjustment', true],
    ['evaluator', 'score-adjustment', true],
    [null, 'payment', true],
  ] as const)('a void by %s of %s: %s', (role, named, awaits) => {
    expect(awaitsService({ kind: 'void', role }, named)).toBe(awaits)
  })
})

describe('acts about the same', () => {
  const accepted = step('accept', ONE, JUNE)
  const paid = pay(ONE, JUNE, '1')
  it.each([
    ['another verb of the round', accepted, step('return', ONE, JUNE), true],
    ['another project', accepted, step('accept', `${PLAN_ID}/2`, JUNE), false],
    ['another checkpoint', accepted, step('accept', ONE, '2020-10-31'), false],
    ['lock and unlock', lock(JUNE), unlock(JUNE), true],
    ['a lock and a round', lock(JUNE), accepted, false],
    ['the same void twice', voidOf(paid), voidOf(paid), true],
    ['voids of two', voidOf(paid), voidOf(pay(ONE, JUNE, '1')), false],
    ['the same settlement', settle(paid, [paid]), settle(paid, [paid]), true],
    ['settlements of two conflicts', settle(paid, [paid]), settle(paid, [pay(ONE, JUNE, '2')]), false],
    ['reopened twice', reopen(accepted), reopen(accepted), true],
  ])('%s', (_, one, other, same) => {
    expect(decideOnSame(one, other)).toBe(same)
  })
})
