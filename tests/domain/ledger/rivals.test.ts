import { describe, expect, it } from 'vitest'
import type { Entry, SpendingTotal } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { settleRivals, settlingOf } from '@/domain/ledger/rivals'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { DECEMBER, inWan, JUNE, OCTOBER, settle, total, voidOf } from '../build'

const P = `${PLAN_ID}/3`
const stated = (amount: string, author: string, over: Partial<SpendingTotal> = {}): SpendingTotal => ({
  ...total(P, JUNE, amount, { author }),
  ...over,
})

/** What is shown of the stated totals among entries, and which conflict, both in 万元. */
function settled(entries: readonly Entry[], asOf = DECEMBER, knownAt: string | null = null) {
  const slice = sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
  const totals = slice.flatMap((entry) => (entry.kind === 'spending-total' ? entry : []))
  const found = settleRivals(totals, (a, b) => a.amount.eq(b.amount), settlingOf(slice, { asOf, knownAt }))
  return (
    found && `${inWan(found.shown.amount)} [${found.conflict.map(({ amount }) => inWan(amount)).join(' ')}]`
  )
}

describe('rivals about one thing and day (domain.md §6)', () => {
  const wang = stated('40', '王芳')
  const wangAgain = stated('42', '王芳')
  const li = stated('41', '李强')
  const zhao = stated('40', '赵敏')
  const tang = stated('43', '唐宁')
  const kept = settle(wang, [wang, li])

  it.each<[string, readonly Entry[], string | null]>([
    ['nobody stated anything', [], null],
    ['one does not conflict', [wang], '40 []'],
    ['the last of one writer is his', [wangAgain, wang], '42 []'],
    ['two that differ: the latest is shown, both conflict', [wang, li], '41 [40 41]'],
    ['two that agree', [wang, zhao], '40 []'],
    ['two that agree and one that does not: all three', [wang, li, zhao], '40 [40 41 40]'],
    ['a writer who comes round to the other', [wang, li, stated('41', '王芳')], '41 []'],
    ['settled: the kept one is shown, later or not', [wang, li, kept], '40 []'],
    ['settled for the later', [wang, li, settle(li, [wang, li])], '41 []'],
    ['one the settlement has not seen opens it again', [wang, li, kept, stated('43', '赵敏')], '43 [40 43]'],
    ['unless it says what was kept', [wang, li, kept, stated('40', '赵敏')], '40 []'],
    ['a settlement that had not seen the other', [wang, li, settle(wang, [wang])], '41 [40 41]'],
    ['what was kept is no longer its writer’s', [wang, li, kept, wangAgain], '41 [42 41]'],
    ['the last settlement stands', [wang, li, kept, settle(li, [wang, li])], '41 []'],
    [
      'one that keeps what no longer counts leaves the one before it',
      [wang, wangAgain, li, settle(li, [wangAgain, li]), settle(wang, [wang, li])],
      '41 []',
    ],
    [
      'a later one that saw fewer decides those: what was decided before stays out',
      [wang, li, tang, settle(wang, [wang, li, tang]), settle(li, [wang, li])],
      '41 []',
    ],
    [
      'two that each saw another rival: each of theirs is out, what neither saw beside the other is open',
      [wang, li, tang, settle(wang, [wang, li]), settle(tang, [li, tang])],
      '43 [40 43]',
    ],
    [
      'the next one settles the kept and the new',
      [wang, li, kept, tang, settle(tang, [wang, tang])],
      '43 []',
    ],
    [
      'and still where what was kept first is no longer its writer’s, who is a rival again',
      [wang, li, kept, tang, settle(tang, [wang, tang]), wangAgain],
      '43 [42 43]',
    ],
    [
      'a later one that arrived without what it kept changes nothing',
      [wang, li, kept, settle(tang, [wang, tang])],
      '40 []',
    ],
    ['a settlement taken back', [wang, li, kept, voidOf(kept)], '41 [40 41]'],
  ])('%s', (_, entries, expected) => {
    expect(settled(entries)).toBe(expected)
    expect(settled([...entries].reverse())).toBe(expected)
  })

  it('go by the moment of writing, and inside a moment by the id', () => {
    const recordedAt = '2020-07-01T00:00:00.000Z'
    const at = (amount: string, id: string, author: string) => stated(amount, author, { id, recordedAt })
    expect(settled([at('1', 'b', '王芳'), at('2', 'a', '王芳')])).toBe('1 []')
    expect(settled([at('1', 'b', '王芳'), at('2', 'a', '李强')])).toBe('1 [2 1]')
    const late = stated('1', '王芳', { id: 'a', recordedAt: '2020-07-02T00:00:00.000Z' })
    expect(settled([late, at('2', 'b', '李强')])).toBe('1 [2 1]')
  })

  it('are told apart by account where there is one, by name otherwise', () => {
    expect(
      settled([stated('1', '王芳', { account: 'a' }), stated('2', '王芳（养老股）', { account: 'a' })]),
    ).toBe('2 []')
    expect(settled([stated('1', '王芳', { account: 'a' }), stated('2', '王芳', { account: 'b' })])).toBe(
      '2 [1 2]',
    )
  })

  it('are settled from the settlement’s day on, and once it is known', () => {
    const later = { ...kept, effectiveOn: OCTOBER }
    expect(settled([wang, li, later], JUNE)).toBe('41 [40 41]')
    expect(settled([wang, li, later], OCTOBER)).toBe('40 []')
    expect(settled([wang, li, kept], DECEMBER, li.recordedAt)).toBe('41 [40 41]')
    expect(settled([wang, li, kept], DECEMBER, kept.recordedAt)).toBe('40 []')
  })

  describe('a void of schema 1 that begins 核定采用 sets what it names aside', () => {
    const adopted = (entry: Entry) => ({ ...voidOf(entry), schema: 1 as const, reason: '核定采用李强的数' })

    it.each<[string, readonly Entry[], string]>([
      ['the other stands', [wang, li, adopted(wang)], '41 []'],
      ['also where it names the later', [wang, li, adopted(li)], '40 []'],
      ['two others still differ', [wang, li, stated('43', '赵敏'), adopted(wang)], '43 [41 43]'],
      ['all set aside: all are rivals again', [wang, li, adopted(wang), adopted(li)], '41 [40 41]'],
      [
        'a settlement may keep what was set aside',
        [wang, li, stated('43', '赵敏'), adopted(wang), settle(wang, [wang, li])],
        '43 [40 43]',
      ],
    ])('%s', (_, entries, expected) => {
      expect(settled(entries)).toBe(expected)
    })

    it('counts only once it is known', () => {
      const one = adopted(wang)
      expect(settled([wang, li, one], DECEMBER, li.recordedAt)).toBe('41 [40 41]')
      expect(settled([wang, li, one, voidOf(one)])).toBe('41 [40 41]')
    })
  })
})
