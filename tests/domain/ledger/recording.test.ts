import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { clockBehind, newestMoment } from '@/domain/ledger/newest'
import { CLOCK_TOLERANCE, clockOffset, newestOf, recordingFor } from '@/domain/ledger/recording'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { JUNE, lock, pay } from '../build'

const NOW = '2020-07-01T08:00:00.000Z'
const plus = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString()
const at = (project: number, ms: number, on: string = JUNE) =>
  pay(`${PLAN_ID}/${project}`, on, '1', { recordedAt: plus(ms) })
const ledgerOf = (...entries: Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger

describe('the newest entry', () => {
  it('of nothing is none', () => {
    expect(newestOf([])).toBeNull()
    expect(newestMoment(emptyLedger(PLAN_ID))).toBeNull()
  })

  it('is told by when it was written, not by the day it is about or the project', () => {
    const early = at(3, 5000, '2020-01-15')
    expect(newestOf([early, at(3, 1000, '2020-12-31')])).toBe(plus(5000))
    expect(newestOf([at(3, 1000), at(3, 5000)])).toBe(plus(5000))
    expect(newestMoment(ledgerOf(at(1, 1000), early, at(5, 3000)))).toBe(plus(5000))
    expect(newestMoment(ledgerOf(at(1, 9000), early))).toBe(plus(9000))
    expect(newestMoment(ledgerOf(at(1, 1000), at(2, 9000)))).toBe(plus(9000))
  })
})

describe('a clock behind the ledger (domain.md §6: more than two minutes is said)', () => {
  it.each([
    ['nothing written', null, 0],
    ['written before', plus(-1), 0],
    ['written now', NOW, 0],
    ['two minutes, which machines differ by anyway', plus(CLOCK_TOLERANCE), 0],
    ['a millisecond more', plus(CLOCK_TOLERANCE + 1), CLOCK_TOLERANCE + 1],
    ['a day', plus(86_400_000), 86_400_000],
  ])('%s', (_, newest, behind) => {
    expect(clockBehind(newest, NOW)).toBe(behind)
  })

  it('is two minutes', () => expect(CLOCK_TOLERANCE).toBe(2 * 60 * 1000))
})

describe('the moment of a new entry: the later of the clock and just after the newest it answers', () => {
  const record = (subjects: readonly string[], ...entries: Entry[]) =>
    recordingFor(ledgerOf(...entries), subjects, NOW)

  it.each<[string, readonly string[], readonly Entry[], string, string | null]>([
    ['nothing there', [`${PLAN_ID}/3`], [], NOW, null],
    ['older ones', [`${PLAN_ID}/3`], [at(3, -1)], NOW, null],
    ['one of this moment', [`${PLAN_ID}/3`], [at(3, 0)], plus(1), null],
    ['ahead as far as is tolerated', [`${PLAN_ID}/3`], [at(3, 120_000)], plus(120_001), null],
    ['further', [`${PLAN_ID}/3`], [at(3, 120_001)], plus(120_002), plus(120_001)],
    ['of the project, for an indicator', [`${PLAN_ID}/3/2`], [at(3, 10)], plus(11), null],
    ['of the plan', [`${PLAN_ID}/3/2`], [lock(JUNE, { recordedAt: plus(7) })], plus(8), null],
    ['of another project: none of its business', [`${PLAN_ID}/3`], [at(4, 10)], NOW, null],
    ['the latest of several', [`${PLAN_ID}/3`, `${PLAN_ID}/4`], [at(3, 10), at(4, 30)], plus(31), null],
    ['whichever comes first', [`${PLAN_ID}/4`, `${PLAN_ID}/3`], [at(3, 10), at(4, 30)], plus(31), null],
  ])('%s', (_, subjects, entries, recordedAt, behind) => {
    expect(record(subjects, ...entries)).toEqual({ recordedAt, behind })
  })
})

describe('how far a clock is behind the service’s', () => {
  it.each<[string, number, number, number, number, number]>([
    ['a right clock stays', 0, 0, 40, 20, 0],
    ['what the answer cannot tell stays', 15, 0, 40, 20, 15],
    ['asked and answered at once', 0, 0, 0, 0, 0],
    ['thirty hours slow', 0, 0, 40, 108_000_020, 108_000_000],
    ['a minute fast', 0, 0, 40, -59_980, -60_000],
    ['put right by hand since it was found slow', 108_000_000, 0, 40, 20, 0],
    ['drifted by more than the answer took', 1_000, 0, 40, 980, 960],
    ['set back between question and answer', 7, 40, 0, 20, 7],
  ])('%s', (_, before, asked, answered, told, expected) => {
    const answer = { asked: plus(asked), answered: plus(answered), told: plus(told) }
    expect(clockOffset(before, answer)).toBe(expected)
  })

  it('is not changed by a time that is none', () => {
    expect(clockOffset(5, { asked: NOW, answered: NOW, told: 'soon' })).toBe(5)
  })
})
