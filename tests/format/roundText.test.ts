import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { roundIn } from '@/domain/work/round'
import { passedLaterText, roundAtDesk } from '@/format/roundText'
import { DECEMBER, lock, OCTOBER, step, unlock } from '../domain/build'
import { PUBLISHED } from './board'

const P = `${PUBLISHED.id}/5`
const inOctober = (entries: readonly Entry[]) =>
  roundIn(addEntries(emptyLedger(PUBLISHED.id), entries).ledger, P, OCTOBER)
const later = () => [step('submit', P, DECEMBER), step('accept', P, DECEMBER)]

describe('a checkpoint that a later one’s acceptance passed or closed', () => {
  it.each([
    ['submitted', [step('submit', P, OCTOBER), ...later()], '随12月底通过并关闭'],
    [
      'sent back',
      [step('submit', P, OCTOBER), step('return', P, OCTOBER), ...later()],
      '随12月底关闭，不再补正',
    ],
    ['never submitted', later(), '随12月底关闭'],
    ['accepted by itself', [step('submit', P, OCTOBER), step('accept', P, OCTOBER), ...later()], ''],
    ['submitted, and the later one waits', [step('submit', P, OCTOBER), step('submit', P, DECEMBER)], ''],
    [
      'submitted, and the later one is sent back',
      [step('submit', P, OCTOBER), ...later(), step('return', P, DECEMBER)],
      '',
    ],
    ['locked with a later one', [step('submit', P, OCTOBER), lock(DECEMBER)], ''],
    [
      'accepted, opened again, and then closed by the later one',
      [step('submit', P, OCTOBER), step('accept', P, OCTOBER), lock(OCTOBER), unlock(OCTOBER), ...later()],
      '随12月底关闭',
    ],
  ] as const)('%s', (_, entries, expected) => {
    expect(passedLaterText(inOctober(entries))).toBe(expected)
  })

  it('says it at the desk before who accepted', () => {
    const { word, said } = roundAtDesk(inOctober([step('submit', P, OCTOBER), ...later()]), true)
    expect(word).toBe('已通过')
    expect(said).toMatch(/^随12月底通过并关闭；/)
  })
})
