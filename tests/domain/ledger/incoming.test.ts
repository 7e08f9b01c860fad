import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { incoming } from '@/domain/ledger/incoming'
import { addEntries, emptyLedger, mergeLedgers } from '@/domain/ledger/ledger'
import { framed } from '@/domain/ledger/fitting'
import { HEBEI } from '@/domain/plan/preset'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists } from '../arbitraries'
import {
  actual,
  adjust,
  day,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  pay,
  reschedule,
  retarget,
  settle,
  step,
  total,
  voidOf,
} from '../build'

const P = `${PLAN_ID}/3`
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const same = (a: Entry, b: Entry) => JSON.stringify(a) === JSON.stringify(b)
const look = (
  ours: readonly Entry[],
  theirs: readonly Entry[],
  clock = '2099-01-01T00:00:00.000Z',
  waiting: readonly Entry[] = [],
) => incoming(SIX_PLAN, ledgerOf(ours), theirs, HEBEI, same, { asOf: day(DECEMBER), clock, waiting })

describe('what a file would bring', () => {
  it('tells new from known, and what the money becomes', () => {
    const known = pay(P, '2020-05-01', '10')
    const fresh = pay(P, '2020-06-01', '5')
    const found = look([known], [known, fresh])
    expect(found.fresh).toEqual([fresh])
    expect(found.known).toBe(1)
    expect(
      found.changes.map((own) => [
        own.project.position,
        own.fresh,
        inWan(own.spent.before),
        inWan(own.spent.after),
      ]),
    ).toEqual([[3, 1, '10', '15']])
  })

  it('asks about an arriving total below the one before it, unless it counts for nothing', () => {
    const before = total(P, '2020-03-31', '20', { author: '王芳' })
    const questions = (ours: readonly Entry[], theirs: readonly Entry[]) =>
      look(ours, theirs).asked.map(({ entry, questions: own }) => [entry.id, own])
    const fallen = total(P, JUNE, '15', { author: '王芳' })
    expect(questions([before], [fallen])).toEqual([[fallen.id, [{ kind: 'cell', doubt: 'falls' }]]])
    expect(questions([before], [total(P, JUNE, '20', { author: '王芳' })])).toEqual([])
    expect(questions([], [fallen])).toEqual([])
    const mended = total(P, JUNE, '30', { author: '王芳' })
    expect(questions([before], [fallen, mended])).toEqual([])
  })

  it('what is kept aside of the whole plan too', () => {
    const locked = lock(JUNE)
    const taken = voidOf(locked)
    expect(look([locked], [taken]).aside.map(({ entry, because }) => [entry.id, because.kind])).toEqual([
      [taken.id, 'decision'],
    ])
  })

  it('what was recorded in the future waits, and moves nothing yet', () => {
    const early = pay(P, '2020-06-01', '5', { recordedAt: '2027-01-01T00:00:00.000Z' })
    const found = look([], [early], '2026-12-31T00:00:00.000Z')
    expect([found.fresh, found.early, found.merged.slices.size]).toEqual([[early], [early], 0])
    expect(inWan(found.changes[0]?.spent.after ?? null)).toBeNull()
    expect(look([], [early], '2026-12-31T23:59:00.000Z').early).toEqual([])
  })

  it('nothing when it is opened again', () => {
    const entries = [pay(P, '2020-05-01', '10'), actual(`${P}/1`, JUNE, '95')]
    const found = look(entries, entries)
    expect([found.fresh, found.known, found.differing, found.aside, found.conflicts, found.changes]).toEqual([
      [],
      2,
      [],
      [],
      [],
      [],
    ])
  })

  it('an id with other content is told, never taken', () => {
    const own = pay(P, '2020-05-01', '10')
    const found = look([own], [pay(P, '2020-05-01', '11', { id: own.id })])
    expect(found.differing).toEqual([own.id])
    expect(found.fresh).toEqual([])
  })

  it('a conflict that it makes, once', () => {
    const own = actual(`${P}/1`, JUNE, '95', { author: '王芳' })
    const theirs = actual(`${P}/1`, JUNE, '90', { author: '李强' })
    expect(look([own], [theirs]).conflicts.map(({ indicator }) => indicator?.indicator.id)).toEqual([
      `${P}/1`,
    ])
    expect(look([own, theirs], [theirs]).conflicts).toEqual([])
  })

  it.each([
    ['a target', `${P}/1`, (author: string, text: string) => retarget(`${P}/1`, JUNE, text, { author })],
    [
      'a schedule',
      undefined,
      (author: string, text: string) => reschedule(P, '2020-05-01', { '10': text.slice(1, 3) }, { author }),
    ],
  ])('%s that another changed for the same day', (_, about, change) => {
    const [own, theirs] = [change('赵局', '≥85%'), change('钱局', '≥80%')]
    const found = (here: Entry[], file: Entry[]) =>
      look(here, file).conflicts.map(({ indicator, conflict }) => [
        indicator?.indicator.id,
        conflict.rivals.map(({ id }) => id),
      ])
    expect(found([own], [theirs])).toEqual([[about, [own.id, theirs.id]]])
    expect(found([own, theirs], [theirs])).toEqual([])
    expect(found([own], [change('钱局', '≥85百分比')])).toEqual([])
    expect(found([own], [theirs, settle(theirs, [own, theirs])])).toEqual([])
  })

  it.each([
    ['differing totals of one day', '40', '41', [['40', '41']]],
    ['equal totals agree', '40', '40', []],
  ])('%s', (_, ours, given, expected) => {
    const own = total(P, JUNE, ours, { author: '王芳' })
    const theirs = total(P, JUNE, given, { author: '李强' })
    const rivals = (found: ReturnType<typeof look>) =>
      found.totalConflicts.map((one) => one.total.rivals.map((rival) => inWan(rival.total)))
    expect(rivals(look([own], [theirs]))).toEqual(expected)
    expect(rivals(look([own, theirs], [theirs]))).toEqual([])
  })

  it('what comes under a closed checkpoint, and what an acceptance from elsewhere leaves aside here', () => {
    const paid = pay(P, '2020-05-01', '10')
    const accept = step('accept', P, JUNE, { covers: [] })
    expect(look([accept], [paid]).aside.map(({ entry }) => entry.id)).toEqual([paid.id])
    expect(look([paid], [accept]).aside.map(({ entry }) => entry.id)).toEqual([paid.id])
    expect(look([paid, accept], [accept]).aside).toEqual([])
  })

  it('merges to the union whoever opens whose file, 1,000 times', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN, { maxLength: 15 }), fc.nat({ max: 15 }), (list, cut) => {
        const one = list.slice(0, cut)
        const other = list.slice(Math.floor(cut / 2))
        const here = look(one, other).merged
        const there = look(other, one).merged
        expect(here).toEqual(framed(mergeLedgers(ledgerOf(one), ledgerOf(other)), SIX_PLAN))
        expect(new Set(here.ids.keys())).toEqual(new Set(there.ids.keys()))
        expect(here.slices.get(P)).toEqual(there.slices.get(P))
      }),
      { numRuns: 1000 },
    )
  })

  it('whose entries they are, what is voided and whose it was, what is decided', () => {
    const own = pay(P, '2020-05-01', '10', { author: '王芳' })
    const wrong = voidOf(own, { author: '李强' })
    const raised = adjust(P, '2020-05-02', '20', { author: '刘局' })
    const submitted = step('submit', P, JUNE, { author: '李强' })
    const found = look([own], [wrong, raised, submitted, pay(P, '2020-06-01', '5', { author: '李强' })])
    expect(found.writers.map(({ author, count }) => [author, count])).toEqual([
      ['李强', 3],
      ['刘局', 1],
    ])
    expect(found.voids).toEqual([{ entry: wrong, named: own, counts: false }])
    expect(found.aside.map(({ because }) => because.kind)).toEqual(['other-author'])
    expect(found.decisions.map(({ entry, counts }) => [entry, counts])).toEqual([
      [raised, true],
      [submitted, true],
    ])
    const [change] = found.changes
    expect([inWan(change?.budget.before ?? null), inWan(change?.budget.after ?? null)]).toEqual(['80', '100'])
    expect(change?.rounds.map(({ day, before, after }) => [day, before.state, after.state])).toEqual([
      [JUNE, 'open', 'submitted'],
    ])
  })

  it('the department’s own entries show in every project they move', () => {
    const found = look([], [lock(JUNE)])
    expect(
      found.changes.map(({ project, fresh, rounds }) => [project.position, fresh, rounds.length]),
    ).toEqual(SIX_PLAN.projects.map(({ position }) => [position, 0, 1]))
  })

  it('what waits here already for its time is known', () => {
    const ahead = pay(P, '2020-06-01', '5', { recordedAt: '2030-01-01T00:00:00.000Z' })
    const found = look([], [ahead], '2021-01-01T00:00:00.000Z', [ahead])
    expect([found.fresh, found.known, found.early, found.spent.after]).toEqual([[], 1, [], null])
  })

  it('taken in either order two files end at the same figures, each preview beginning where the last ended', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (entries) => {
        const [a, b] = [0, 1].map((part) => entries.filter((_, at) => at % 2 === part))
        if (!a || !b) return
        const first = look([], a)
        const then = look(a, b)
        const other = look(b, a)
        const key = ({ spent, budget }: Pick<typeof then, 'spent' | 'budget'>) => [
          spent.after?.toFixed(),
          budget.after.toFixed(),
        ]
        expect(key(then)).toEqual(key(other))
        expect([then.spent.before?.toFixed(), then.budget.before.toFixed()]).toEqual(key(first))
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is counted and compared before a file is taken', () => {
  it('known are those that say the same; differing ones are neither known nor new', () => {
    const [one, two] = [pay(P, '2020-05-01', '10'), pay(P, '2020-05-02', '20')]
    const found = look([one, two], [one, pay(P, '2020-05-02', '21', { id: two.id }), pay(P, JUNE, '1')])
    expect([found.known, found.differing, found.fresh.length]).toEqual([1, [two.id], 1])
    expect(found.merged.slices.get(P)).toHaveLength(3)
  })

  it('changes of the projects it touches, at the year’s end, indicators counted to their project', () => {
    const found = look(
      [pay(P, JUNE, '10')],
      [
        actual(`${P}/1`, JUNE, '95'),
        pay(P, '2020-12-31', '5'),
        pay(P, '2021-01-01', '7'),
        pay(`${PLAN_ID}/4`, JUNE, '1'),
      ],
    )
    expect(
      found.changes.map((own) => [
        own.project.position,
        own.fresh,
        inWan(own.spent.before),
        inWan(own.spent.after),
      ]),
    ).toEqual([
      [3, 3, '10', '15'],
      [4, 1, null, '1'],
    ])
  })

  it('a void that arrives changes the money before it changes nothing else', () => {
    const paid = pay(P, JUNE, '10')
    const [change] = look([paid], [voidOf(paid)]).changes
    expect([change?.fresh, inWan(change?.spent.before ?? null), change?.spent.after]).toEqual([1, '10', null])
  })

  it('what is aside already is not told again', () => {
    const accept = step('accept', P, JUNE, { covers: [] })
    const [held, late] = [pay(P, '2020-05-01', '1'), pay(P, '2020-05-02', '2')]
    expect(look([accept, held], [late]).aside.map(({ entry }) => entry.id)).toEqual([late.id])
  })

  it('a conflict of totals whose rivals only change is one of the new ones, a settled one is none', () => {
    const [own, theirs] = [total(P, JUNE, '40', { author: '王芳' }), total(P, JUNE, '41', { author: '李强' })]
    const third = total(P, JUNE, '42', { author: '赵敏' })
    const rivals = (found: ReturnType<typeof look>) =>
      found.totalConflicts.map(({ total: { day: on, rivals: all } }) => [
        on,
        all.map((rival) => inWan(rival.total)),
      ])
    expect(rivals(look([own, theirs], [third]))).toEqual([[JUNE, ['40', '41', '42']]])
    expect(rivals(look([own, theirs], [total(P, '2020-10-31', '50')]))).toEqual([])
    const changed = total(P, JUNE, '43', { author: '李强' })
    expect(rivals(look([own, theirs], [changed]))).toEqual([[JUNE, ['40', '43']]])
  })

  it('a conflict of an indicator is told with its project and day, one that stood before is not', () => {
    const own = actual(`${P}/1`, JUNE, '95', { author: '王芳' })
    const theirs = actual(`${P}/1`, JUNE, '90', { author: '李强' })
    const third = actual(`${P}/1`, JUNE, '91', { author: '赵敏' })
    expect(look([own], [theirs]).conflicts.map(({ status }) => status.project.id)).toEqual([P])
    expect(look([own, theirs], [actual(`${P}/1`, JUNE, '90', { author: '李强' })]).conflicts).toEqual([
      expect.objectContaining({ conflict: expect.objectContaining({ day: JUNE, measure: null }) }),
    ])
    const rivals = ({ conflicts }: ReturnType<typeof look>) =>
      conflicts.map(({ conflict }) => [conflict.day, conflict.rivals.length])
    expect(rivals(look([own, theirs], [third]))).toEqual([[JUNE, 3]])
    expect(rivals(look([own, theirs], [actual(`${P}/1`, '2020-10-31', '91')]))).toEqual([])
    expect(look([own], [actual(`${P}/2`, JUNE, '90', { author: '李强' })]).conflicts).toEqual([])
  })
})
