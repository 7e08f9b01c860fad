import { describe, expect, it } from 'vitest'
import type { EntryKind } from '@/domain/ledger/entry'
import { WRITERS } from '@/domain/ledger/naming'
import { decideOnSame, hangsOn, isDecisive } from '@/domain/ledger/ruling'
import { lock, pay, reopen, settle, step, unlock, voidOf } from '../build'
import { PLAN_ID } from '../../fixtures/sixProjects'

const KINDS = Object.keys(WRITERS) as EntryKind[]
const ONE = `${PLAN_ID}/1`
const JUNE = '2020-06-30'

describe('what takes effect only when a shared service has written it', () => {
  it('is every decision, 报送 and every 作废', () => {
    expect(KINDS.filter(isDecisive).sort()).toEqual(
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
  })

  it.each([
    ['报送 on a figure of its project', step('submit', ONE, JUNE), pay(ONE, JUNE, '1'), true],
    ['报送 on a value of its project', step('submit', ONE, JUNE), { subject: `${ONE}/1` }, true],
    ['报送 on a figure of another', step('submit', ONE, JUNE), pay(`${PLAN_ID}/2`, JUNE, '1'), false],
    ['a void on its own project', voidOf(pay(ONE, JUNE, '1')), pay(ONE, JUNE, '1'), true],
    ['a lock on any project', lock(JUNE), pay(`${PLAN_ID}/2`, JUNE, '1'), true],
    ['an unlock on a project', unlock(JUNE), pay(ONE, JUNE, '1'), false],
    ['a figure on nothing', pay(ONE, JUNE, '1'), pay(ONE, JUNE, '1'), false],
  ])('%s hangs: see the table', (_, act, other, hangs) => {
    expect(hangsOn(act, other)).toBe(hangs)
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
