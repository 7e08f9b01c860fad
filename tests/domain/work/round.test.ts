import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { managerOf } from '@/domain/work/manager'
import { checkpointRound, comments, departmentLock, mayStep, rectifications } from '@/domain/work/round'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, JUNE, lock, manage, OCTOBER, pay, rectify, step, unlock, voidOf } from '../build'

const P = `${PLAN_ID}/3`

function roundOf(entries: readonly Entry[], day = JUNE, knownAt: string | null = null) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return checkpointRound(P, day, sliceOf(ledger, P), sliceOf(ledger, PLAN_ID), knownAt)
}
const sliceWith = (...entries: Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)

describe('the round of a checkpoint', () => {
  it.each([
    ['nothing done', () => [], 'open'],
    ['submitted', () => [step('submit', P, JUNE)], 'submitted'],
    ['returned', () => [step('submit', P, JUNE), step('return', P, JUNE)], 'returned'],
    [
      'mended',
      () => [step('submit', P, JUNE), step('return', P, JUNE), step('submit', P, JUNE)],
      'submitted',
    ],
    ['accepted', () => [step('submit', P, JUNE), step('accept', P, JUNE)], 'accepted'],
    ['unlocked after it was accepted', () => [step('accept', P, JUNE), lock(JUNE), unlock(JUNE)], 'reopened'],
    ['accepted after it was unlocked', () => [lock(JUNE), unlock(JUNE), step('accept', P, JUNE)], 'accepted'],
    ['another checkpoint', () => [step('submit', P, OCTOBER)], 'open'],
    ['another project', () => [step('submit', `${PLAN_ID}/4`, JUNE)], 'open'],
  ] as const)('%s', (_, entries, state) => {
    expect(roundOf(entries()).state).toBe(state)
  })

  it('goes by the order in which acts were written, not by their ids', () => {
    const early = step('submit', P, JUNE, { id: '01900000-0000-7000-8000-ffffffffffff' })
    expect(roundOf([step('return', P, JUNE), early]).state).toBe('returned')
  })

  it('knows only what had been written by then; a void takes no decision back, and a 报送 is withdrawn', () => {
    const submit = step('submit', P, JUNE)
    const accept = step('accept', P, JUNE)
    expect(roundOf([submit, accept], JUNE, submit.recordedAt).state).toBe('submitted')
    expect(roundOf([submit, accept, voidOf(accept)]).state).toBe('accepted')
    expect(roundOf([submit, voidOf(submit)]).state).toBe('open')
  })

  it('counts what was written about it since it was submitted', () => {
    const before = pay(P, '2020-05-01', '1')
    const submit = step('submit', P, JUNE)
    const late = [pay(P, '2020-06-01', '2'), actual(`${P}/1`, JUNE, '95'), voidOf(before)]
    expect(roundOf([before, submit]).changedSince).toBe(0)
    expect(roundOf([before, submit, ...late, pay(P, '2020-07-01', '3')]).changedSince).toBe(3)
  })

  it('says what closes it: its own acceptance, a later one, or a lock', () => {
    expect(roundOf([step('accept', P, JUNE)]).closing?.kind).toBe('accept')
    expect(roundOf([step('accept', P, OCTOBER)]).closing?.effectiveOn).toBe(OCTOBER)
    expect(roundOf([lock(JUNE)]).closing?.kind).toBe('lock')
    expect(roundOf([lock(JUNE)], OCTOBER).closing).toBeNull()
  })

  it.each([
    ['open', () => [], ['submit']],
    ['submitted', () => [step('submit', P, JUNE)], ['return', 'accept']],
    ['returned', () => [step('submit', P, JUNE), step('return', P, JUNE)], ['submit']],
    ['accepted', () => [step('submit', P, JUNE), step('accept', P, JUNE)], ['return']],
    ['reopened', () => [step('accept', P, JUNE), unlock(JUNE)], ['submit']],
    ['open under a lock', () => [lock(JUNE)], []],
    ['submitted, then locked', () => [step('submit', P, JUNE), lock(JUNE)], ['return', 'accept']],
    ['open under a later acceptance', () => [step('accept', P, OCTOBER)], []],
  ] as const)('%s: what may follow', (_, entries, steps) => {
    const round = roundOf(entries())
    expect((['submit', 'return', 'accept'] as const).filter((kind) => mayStep(kind, round))).toEqual(steps)
  })

  it('says whether the department is locked', () => {
    const slice = (...entries: Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, PLAN_ID)
    expect(departmentLock(slice(lock(JUNE)), JUNE)?.kind).toBe('lock')
    expect(departmentLock(slice(lock(JUNE)), OCTOBER)).toBeNull()
    expect(departmentLock(slice(lock(JUNE), unlock(JUNE)), JUNE)).toBeNull()
  })
})

describe('who enters', () => {
  it('is the last one named, nobody when none was', () => {
    expect(managerOf(P, sliceWith())).toBeNull()
    expect(managerOf(P, sliceWith(manage(P, '王芳'), manage(P, '李强')))).toBe('李强')
  })
})

describe('整改', () => {
  it('is answered by the first result written after it, each result answering one', () => {
    const first = rectify('rectification', P, JUNE, '补报凭证')
    const second = rectify('rectification', P, JUNE, '说明原因')
    const result = rectify('rectification-result', P, JUNE, '已补')
    expect(rectifications(sliceWith(first, second, result))).toEqual([
      { asked: first, answer: result },
      { asked: second, answer: null },
    ])
  })

  it('is not answered by what was written before it, or about another checkpoint', () => {
    const result = rectify('rectification-result', P, JUNE, '已补')
    const asked = rectify('rectification', P, JUNE, '补报')
    const other = rectify('rectification-result', P, OCTOBER, '已补')
    expect(rectifications(sliceWith(result, asked, other))).toEqual([{ asked, answer: null }])
  })

  it('comments stand in the order they were written', () => {
    expect(comments(sliceWith())).toEqual([])
  })
})
