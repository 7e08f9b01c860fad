import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { standingEntries } from '@/domain/ledger/standingEntries'
import { closedBySignOff, yearState } from '@/domain/ledger/yearState'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { signOff } from '../scoring/sheets'
import { day, DECEMBER, JUNE, pay, reopen, reopenedFirst, voidOf } from '../build'

const P = `${PLAN_ID}/3`

function stateOf(entries: readonly Entry[], year = 2020, knownAt: string | null = null) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return yearState(P, sliceOf(ledger, P), PLAN_ID, sliceOf(ledger, PLAN_ID), year, knownAt)
}

/** The id of what closes the year, else of what opened it, else nothing. */
function brief(...given: Parameters<typeof stateOf>) {
  const state = stateOf(...given)
  return state.kind === 'open' ? `open ${state.reopened?.id ?? ''}`.trim() : state.signOff.id
}

describe('the state of a project’s year (domain.md §6, §7)', () => {
  const [first, second, whole] = [signOff(P), signOff(P), signOff(PLAN_ID)]
  const opened = reopen(first)
  const [openedSecond, openedWhole] = [reopen(second), reopen(whole)]

  it.each<[string, readonly Entry[], string]>([
    ['nobody signed', [pay(P, JUNE, '1')], 'open'],
    ['signed', [first], first.id],
    ['signed twice: the latest', [second, first], second.id],
    ['the whole plan signed', [whole], whole.id],
    ['project and plan: the latest', [first, whole], whole.id],
    ['opened', [first, opened], `open ${opened.id}`],
    ['every sign-off must be opened', [first, second, opened], second.id],
    ['and then the last opening is told', [first, second, opened, openedSecond], `open ${openedSecond.id}`],
    ['the plan’s too', [first, whole, opened], whole.id],
    ['opened on both sides', [first, whole, opened, openedWhole], `open ${openedWhole.id}`],
    ['signed anew after it was opened', [first, opened, second], second.id],
    ['an opening of nothing opens nothing', [first, { ...opened, signOff: second.id }], first.id],
    ['a void of today opens nothing', [first, voidOf(first)], first.id],
    ['of one indicator, or of another project', [signOff(`${P}/1`), signOff(`${PLAN_ID}/4`)], 'open'],
  ])('%s', (_, entries, expected) => {
    expect(brief(entries)).toBe(expected)
    expect(brief([...entries].reverse())).toBe(expected)
  })

  it('a void of schema 1 by the one who signed opens it, and its void closes it again', () => {
    const old = reopenedFirst(first)
    expect(brief([first, old])).toBe(`open ${old.id}`)
    expect(brief([first, old, reopenedFirst(old)])).toBe(first.id)
  })

  it('the later is told by the id inside one moment', () => {
    const recordedAt = '2021-01-10T00:00:00.000Z'
    const one = signOff(P, { id: 'a', recordedAt })
    const two = signOff(PLAN_ID, { id: 'b', recordedAt })
    expect(brief([one, two])).toBe('b')
    expect(brief([{ ...one, id: 'c' }, two])).toBe('c')
    const [openOne, openTwo] = [reopen(one, { id: 'y', recordedAt }), reopen(two, { id: 'x', recordedAt })]
    expect(brief([one, two, openOne, openTwo])).toBe('open y')
  })

  it('is that of its own year', () => {
    const next = signOff(P, {}, '2021-12-31')
    expect(brief([first, next], 2020)).toBe(first.id)
    expect(brief([first, next], 2021)).toBe(next.id)
    expect(brief([first], 2021)).toBe('open')
    expect(brief([first, opened, next], 2021)).toBe(next.id)
  })

  it('is as it was known at a moment, that moment included', () => {
    expect(brief([first, opened], 2020, '2019-12-31T00:00:00.000Z')).toBe('open')
    expect(brief([first, opened], 2020, first.recordedAt)).toBe(first.id)
    expect(brief([first, opened], 2020, opened.recordedAt)).toBe(`open ${opened.id}`)
  })
})

describe('what a signed-off year refuses', () => {
  const signed = signOff(P)
  const state = stateOf([signed])
  const closing = { kind: 'signed-off', until: DECEMBER, signOff: signed }
  const base = { subject: P, effectiveOn: DECEMBER }
  const paid: Draft = { ...base, kind: 'spending-total', amount: pay(P, JUNE, '1').amount, memo: '' }
  const opening: Draft = { ...base, kind: 'reopen', signOff: signed.id, reason: '漏报' }

  it.each<[string, Draft, boolean]>([
    ['money on its last day', paid, true],
    ['money before it', { ...paid, effectiveOn: JUNE }, true],
    ['money of the next year is free', { ...paid, effectiveOn: day('2021-01-01') }, false],
    ['a comment changes no figure', { ...base, kind: 'comment', text: '说明' }, false],
    ['nor do words', { ...base, kind: 'wording', paragraph: 'a', generated: '', text: '' }, false],
    ['nor a 复评', { ...base, kind: 're-evaluation', rows: [] }, false],
    ['a summary does', { ...base, kind: 'summary', text: '完成' }, true],
    ['its reopening with a reason is the way', opening, false],
    ['without a reason it is none', { ...opening, reason: ' ' }, true],
    ['of another sign-off it is none', { ...opening, signOff: 'x' }, true],
  ])('%s', (_, draft, refused) => {
    expect(closedBySignOff(state, draft)).toEqual(refused ? closing : null)
    expect(closedBySignOff({ kind: 'open', reopened: null }, draft)).toBeNull()
  })
})

describe('what stands in a slice', () => {
  const sliceWith = (...entries: Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
  const ids = (slice: readonly Entry[], knownAt: string | null = null) =>
    standingEntries(slice, knownAt).map(({ id }) => id)
  const at = (id: string, on: string, recordedAt: string) => pay(P, on, '1', { id, recordedAt })
  const [early, late] = ['2020-05-01T00:00:00.000Z', '2020-05-02T00:00:00.000Z']

  it('is in the order of writing, by id inside a moment, whatever day it is about', () => {
    const slice = sliceWith(
      at('c', '2020-01-01', late),
      at('b', '2020-12-01', early),
      at('a', '2020-06-01', late),
    )
    expect(ids(slice)).toEqual(['b', 'a', 'c'])
  })

  it('is known by then, not voided, and sound by what it names', () => {
    const slice = sliceWith(at('a', '2020-01-01', early), at('b', '2020-01-01', late))
    expect([ids(slice, early), ids(slice, late), ids(slice, '2020-04-30T00:00:00.000Z')]).toEqual([
      ['a'],
      ['a', 'b'],
      [],
    ])
    const paid = pay(P, JUNE, '1')
    const [own, other] = [voidOf(paid), voidOf(paid, { author: '李四' })]
    expect(ids(sliceWith(paid, own))).toEqual([own.id])
    expect(ids(sliceWith(paid, other))).toEqual([paid.id])
  })

  it('is kept with a slice of a ledger, for each moment', () => {
    const slice = sliceWith(at('a', '2020-01-01', early), at('b', '2020-01-01', late))
    expect(standingEntries(slice, null)).toBe(standingEntries(slice, null))
    expect(standingEntries(slice, early)).toBe(standingEntries(slice, early))
    expect(standingEntries(slice, early)).not.toBe(standingEntries(slice, null))
  })
})
