import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { UNPLACED } from '@/domain/ledger/receipts'
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
    [
      'submitted, then passed with a later checkpoint',
      () => [step('submit', P, JUNE), step('submit', P, OCTOBER), step('accept', P, OCTOBER)],
      'accepted',
    ],
    [
      'passed with a later checkpoint that is locked since',
      () => [step('submit', P, JUNE), step('accept', P, OCTOBER), lock(OCTOBER)],
      'accepted',
    ],
    [
      'passed with a later checkpoint that was returned since',
      () => [step('submit', P, JUNE), step('accept', P, OCTOBER), step('return', P, OCTOBER)],
      'submitted',
    ],
    [
      'submitted after a later checkpoint was passed',
      () => [step('accept', P, OCTOBER), step('submit', P, JUNE)],
      'submitted',
    ],
    ['under a later lock', () => [step('submit', P, JUNE), lock(OCTOBER)], 'submitted'],
    ['never submitted under a later acceptance', () => [step('accept', P, OCTOBER)], 'open'],
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

  it('counts what a shared service took after it, whenever it was written, and nothing that it took before', () => {
    const [seen, offline] = [pay(P, '2020-05-01', '1'), pay(P, '2020-05-02', '2')]
    const submit = step('submit', P, JUNE)
    const fast = pay(P, '2020-05-03', '3')
    const unsent = { ...pay(P, '2020-05-04', '4'), recordedAt: seen.recordedAt }
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [seen, offline, submit, fast, unsent])
    const taken = (places: readonly (readonly [Entry, number])[]) =>
      checkpointRound(
        P,
        JUNE,
        sliceOf(ledger, P),
        sliceOf(ledger, PLAN_ID),
        null,
        UNPLACED.withAll(places.map(([{ id }, at]) => [id, at] as const)),
      ).changedSince
    expect(
      taken([
        [seen, 1],
        [fast, 2],
        [submit, 3],
        [offline, 4],
      ]),
    ).toBe(2)
    expect(taken([])).toBe(1)
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
    ['reopened', () => [step('accept', P, JUNE), lock(JUNE), unlock(JUNE)], ['submit']],
    ['accepted, then unlocked without a lock', () => [step('accept', P, JUNE), unlock(JUNE)], ['return']],
    ['open under a lock', () => [lock(JUNE)], []],
    ['submitted, then locked', () => [step('submit', P, JUNE), lock(JUNE)], ['return', 'accept']],
    ['open under a later acceptance', () => [step('accept', P, OCTOBER)], []],
    ['passed with a later acceptance', () => [step('submit', P, JUNE), step('accept', P, OCTOBER)], []],
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

  it('of one moment goes by ids: what was written just before it is no answer', () => {
    const at = { recordedAt: '2020-07-01T00:00:00.000Z' }
    const early = rectify('rectification-result', P, JUNE, '早', at)
    const asked = rectify('rectification', P, JUNE, '补报', at)
    const late = rectify('rectification-result', P, JUNE, '晚', at)
    expect(rectifications(sliceWith(late, asked, early))).toEqual([{ asked, answer: late }])
    expect(rectifications(sliceWith(asked, early))).toEqual([{ asked, answer: null }])
  })

  it('is answered about its own subject', () => {
    const asked = rectify('rectification', P, JUNE, '补报')
    const other = rectify('rectification-result', `${P}/1`, JUNE, '已补')
    expect(rectifications(sliceWith(asked, other))).toEqual([{ asked, answer: null }])
  })

  it('comments stand in the order they were written, and nothing else does', () => {
    const { kind: _, text, ...base } = rectify('rectification', P, OCTOBER, '先写的')
    const first = { ...base, kind: 'comment', text } as const
    const { kind: __, text: later, ...next } = rectify('rectification', P, JUNE, '后写的')
    const second = { ...next, kind: 'comment', text: later } as const
    expect(comments(sliceWith(second, pay(P, JUNE, '1'), first))).toEqual([first, second])
    expect(comments(sliceWith(first), '2019-01-01T00:00:00.000Z')).toEqual([])
  })
})

describe('the round by what was written when', () => {
  const AT = { recordedAt: '2020-07-01T00:00:00.000Z' }

  it('an unlock opens only what was accepted', () => {
    expect(roundOf([step('submit', P, JUNE), lock(JUNE), unlock(JUNE)]).state).toBe('submitted')
    expect(roundOf([step('submit', P, JUNE), step('return', P, JUNE), unlock(JUNE)]).state).toBe('returned')
    expect(roundOf([step('accept', P, JUNE), unlock(OCTOBER)]).state).toBe('accepted')
  })

  it('of one moment goes by ids, as the closing does', () => {
    const locked = lock(JUNE, { recordedAt: '2020-06-30T00:00:00.000Z' })
    const [accept, open] = [step('accept', P, JUNE, AT), unlock(JUNE, AT)]
    expect([roundOf([locked, open, accept]).state, roundOf([locked, open, accept]).closing]).toEqual([
      'reopened',
      null,
    ])
    const [first, last] = [unlock(JUNE, AT), step('accept', P, JUNE, AT)]
    expect([roundOf([locked, first, last]).state, roundOf([locked, first, last]).closing]).toEqual([
      'accepted',
      last,
    ])
  })

  it('names the act that made it, and the last 报送', () => {
    const [sent, back, again] = [step('submit', P, JUNE), step('return', P, JUNE), step('submit', P, JUNE)]
    expect(roundOf([sent, back])).toMatchObject({ project: P, day: JUNE, step: back, submitted: sent })
    expect(roundOf([sent, back, again])).toMatchObject({ step: again, submitted: again })
    const [accept, locked, open] = [step('accept', P, JUNE), lock(JUNE), unlock(JUNE)]
    expect(roundOf([accept, locked, open])).toMatchObject({ step: open, submitted: null, changedSince: 0 })
    expect(roundOf([])).toMatchObject({ step: null, submitted: null, changedSince: 0 })
  })

  it('is of the project itself', () => {
    expect(roundOf([step('submit', `${P}/1`, JUNE)]).state).toBe('open')
  })

  it.each<[string, Entry, number]>([
    ['of the moment itself', pay(P, '2020-06-01', '1', AT), 0],
    ['of a later one', pay(P, '2020-06-01', '1', { recordedAt: '2020-07-01T00:00:00.001Z' }), 1],
    ['about a later day', pay(P, '2020-07-01', '1', { recordedAt: '2020-07-01T00:00:00.001Z' }), 0],
    ['words', rectify('rectification', P, JUNE, '补', { recordedAt: '2020-07-02T00:00:00.000Z' }), 0],
  ])('what changed since 报送: %s', (_, entry, count) => {
    expect(roundOf([step('submit', P, JUNE, AT), entry]).changedSince).toBe(count)
  })

  it('a lock of the department is told by locks and unlocks of that day alone', () => {
    const slice = (...entries: Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, PLAN_ID)
    const locked = lock(JUNE)
    const other = rectify('rectification', PLAN_ID, JUNE, '补')
    expect(departmentLock(slice(locked, other), JUNE)).toBe(locked)
    expect(departmentLock(slice(locked, unlock(OCTOBER)), JUNE)).toBe(locked)
    expect(departmentLock(slice(locked), JUNE, '2019-01-01T00:00:00.000Z')).toBeNull()
    expect(departmentLock(slice(unlock(JUNE)), JUNE)).toBeNull()
  })

  it('the manager is named for the project itself, by an entry that names one', () => {
    const named = manage(P, '王芳')
    expect(managerOf(P, sliceWith(named, pay(P, JUNE, '1')))).toBe('王芳')
    expect(managerOf(P, sliceWith(named, manage(`${P}/1`, '李强')))).toBe('王芳')
    const later = manage(P, '李强')
    expect(managerOf(P, sliceWith(named, later), named.recordedAt)).toBe('王芳')
  })
})
