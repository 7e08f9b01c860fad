import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asideReason, countingSlice, coveredIds, keptAside, signedIds } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import { standsAlone } from '@/domain/ledger/ruling'
import {
  addEntries,
  allEntries,
  emptyLedger,
  mergeLedgers,
  sliceKey,
  sliceOf,
  type Ledger,
} from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { entryLists, shuffled } from '../arbitraries'
import { signOff, summarise, takeOff, weigh } from '../scoring/sheets'
import {
  actual,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  manage,
  OCTOBER,
  pay,
  settle,
  step,
  total,
  unlock,
  voidOf,
  reopen,
  reopenedFirst,
} from '../build'

const P = `${PLAN_ID}/3`
const PROJECT = SIX_PROJECTS[2]!
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const asideOf = (...entries: Entry[]) => keptAside(ledgerOf(entries), P).map(({ entry }) => entry.id)
const spentAt = (entries: readonly Entry[]) =>
  inWan(
    projectStatus(PROJECT, countingSlice(ledgerOf(entries), P), { asOf: JUNE, knownAt: null }, HEBEI).spent,
  )

describe('what arrives under a closed checkpoint', () => {
  it('is kept aside when the acceptance was not decided on it, whenever it was written', () => {
    const known = pay(P, '2020-05-01', '10')
    const late = pay(P, '2020-06-01', '5')
    const accept = step('accept', P, JUNE, { covers: [known.id] })
    expect(asideOf(known, late, accept)).toEqual([late.id])
    expect(spentAt([known, late, accept])).toBe('10')
    expect(asideOf(known, accept, pay(P, '2020-07-01', '1'))).toEqual([])
  })

  it('counts when an acceptance that names nothing came after it, and not before', () => {
    const before = pay(P, '2020-05-01', '10')
    const accept = step('accept', P, JUNE)
    const after = pay(P, '2020-05-02', '1')
    expect(asideOf(before, accept, after)).toEqual([after.id])
  })

  it.each([
    ['returned', () => [step('return', P, JUNE)]],
    ['unlocked', () => [lock(JUNE, { covers: [] }), unlock(JUNE)]],
  ])('counts again when the checkpoint is %s', (_, opening) => {
    const late = pay(P, '2020-06-01', '5')
    const accept = step('accept', P, JUNE, { covers: [] })
    expect(asideOf(late, accept)).toEqual([late.id])
    expect(asideOf(late, accept, ...opening())).toEqual([])
  })

  it('what was corrected while it was open stays when it is locked again: the old acceptance does not come back', () => {
    const [first, corrected] = [pay(P, '2020-05-01', '10'), pay(P, '2020-06-01', '30')]
    const accept = step('accept', P, JUNE, { covers: [first.id] })
    const locked = lock(JUNE, { covers: [first.id, corrected.id] })
    const opened = [first, accept, lock(JUNE, { covers: [first.id] }), unlock(JUNE)]
    expect(asideOf(...opened, corrected, locked)).toEqual([])
    expect(spentAt([...opened, corrected, locked])).toBe('40')
  })

  it('a lock keeps aside for every project; words and rounds are never kept aside', () => {
    const late = [pay(P, '2020-06-01', '5'), pay(`${PLAN_ID}/4`, '2020-06-01', '5')]
    const locked = lock(JUNE, { covers: [] })
    const said = step('submit', P, JUNE)
    const ledger = ledgerOf([...late, locked, said])
    expect(keptAside(ledger, P).map(({ entry }) => entry.id)).toEqual([late[0]?.id])
    expect(keptAside(ledger, `${PLAN_ID}/4`).map(({ entry }) => entry.id)).toEqual([late[1]?.id])
  })

  it('a void that arrives late does not take back what was accepted', () => {
    const paid = pay(P, '2020-05-01', '10')
    const accept = step('accept', P, JUNE, { covers: [paid.id] })
    const late = voidOf(paid)
    expect(asideOf(paid, accept, late)).toEqual([late.id])
    expect(spentAt([paid, accept, late])).toBe('10')
  })

  it('under two closings the one that was written first speaks: what came late is not let in by another', () => {
    const late = actual(`${P}/1`, JUNE, '95')
    const entries = [
      late,
      step('accept', P, JUNE, { covers: [] }),
      step('accept', P, OCTOBER, { covers: [late.id] }),
    ]
    expect(asideOf(...entries)).toEqual([late.id])
  })

  it.each([
    ['the acceptance of a later checkpoint', () => step('accept', P, OCTOBER, { covers: [] })],
    ['a lock', () => lock(JUNE, { covers: [] })],
    ['a second acceptance from another machine', () => step('accept', P, JUNE, { covers: [] })],
  ])('%s that saw less hides nothing of what was accepted before', (_, later) => {
    const paid = pay(P, '2020-05-01', '10')
    const accepted = step('accept', P, JUNE, { covers: [paid.id] })
    expect(asideOf(paid, accepted, later())).toEqual([])
    expect(asideOf(paid, accepted, step('return', P, JUNE), later())).toEqual([paid.id])
  })

  it('two acceptances of one checkpoint were each decided on what they name', () => {
    const [one, two, none] = [
      pay(P, '2020-05-01', '10'),
      pay(P, '2020-05-02', '20'),
      pay(P, '2020-05-03', '30'),
    ]
    const accepts = [one, two].map(({ id }) => step('accept', P, JUNE, { covers: [id] }))
    expect(asideOf(one, two, none, ...accepts)).toEqual([none.id])
  })

  it('leaves the slice itself where nothing is kept aside, and answers the same twice', () => {
    const ledger = ledgerOf([pay(P, '2020-05-01', '10'), step('accept', P, JUNE)])
    expect(countingSlice(ledger, P)).toBe(sliceOf(ledger, P))
    const other = ledgerOf([pay(P, '2020-05-01', '10'), step('accept', P, JUNE, { covers: [] })])
    expect(countingSlice(other, P)).toBe(countingSlice(other, P))
  })
})

describe('what arrives under a signed-off year', () => {
  const year = '2020-12-31'
  const paid = pay(P, '2020-05-01', '10')
  const scored = weigh(P, {})
  const signed = { ...signOff(P), covers: [paid.id, scored.id] }
  const remark = { ...summarise(P), kind: 'comment' as const }

  it('is kept aside whenever it was written, weights and points off with it; words are not', () => {
    const late = [pay(P, year, '5'), voidOf(paid), weigh(P, {}), takeOff(`${P}/1`, '1')]
    expect(asideOf(paid, scored, signed, ...late, remark)).toEqual(
      expect.arrayContaining(late.map(({ id }) => id)),
    )
    expect(asideOf(paid, scored, signed, ...late, remark)).toHaveLength(late.length)
    expect(asideOf(paid, scored, signed, pay(P, '2021-01-05', '1'))).toEqual([])
  })

  it('counts again once the year is opened, and not when that opening is taken back', () => {
    const late = pay(P, year, '5')
    const opened = reopenedFirst(signed)
    expect(asideOf(paid, signed, late)).toContain(late.id)
    expect(asideOf(paid, signed, late, opened)).toEqual([])
    expect(asideOf(paid, signed, late, opened, reopenedFirst(opened))).toContain(late.id)
    expect(asideOf(paid, signed, late, reopen(signed))).toEqual([])
  })

  it('an opening without a reason opens nothing', () => {
    const late = pay(P, year, '5')
    const opened = reopenedFirst(signed, ' ')
    expect(asideOf(paid, signed, late, opened)).toEqual([late.id, opened.id])
  })

  it('names for a sign-off what counts and moves the sheet', () => {
    const aside = pay(P, '2020-06-01', '5')
    const accept = step('accept', P, JUNE, { covers: [paid.id] })
    expect(signedIds(ledgerOf([paid, scored, aside, accept, remark]), P, year)).toEqual([paid.id, scored.id])
  })
})

describe('a 报送 is withdrawn by its writer until it is accepted', () => {
  const submitted = step('submit', P, JUNE)
  const accepted = step('accept', P, JUNE, { covers: [] })
  const at = <E extends Entry>(entry: E, recordedAt: string): E => ({ ...entry, recordedAt })
  const moment = '2020-07-01T08:00:00.000Z'

  it.each<[string, (taken: Entry) => readonly Entry[], boolean]>([
    ['not accepted', () => [], false],
    ['accepted', () => [accepted], true],
    ['another checkpoint accepted', () => [step('accept', P, OCTOBER, { covers: [] })], false],
    ['the department locked: a lock decides on no 报送', () => [lock(JUNE, { covers: [] })], false],
    ['accepted before it was submitted again', () => [at(accepted, '2020-01-01T00:00:00.000Z')], false],
    ['accepted and returned', () => [accepted, step('return', P, JUNE)], false],
    ['accepted after it was withdrawn', ({ recordedAt }) => [at(accepted, `${recordedAt}Z`)], false],
    ['accepted in the moment of the withdrawal', ({ recordedAt }) => [at(accepted, recordedAt)], true],
    ['accepted in the moment it was submitted', () => [at(accepted, submitted.recordedAt)], true],
    ['accepted knowing of the withdrawal', ({ id }) => [{ ...accepted, covers: [id] }], false],
  ])('%s', (_, more, kept) => {
    const taken = at(voidOf(submitted), moment)
    expect(asideOf(submitted, taken, ...more(taken))).toEqual(kept ? [taken.id] : [])
  })

  it('what was paid before the acceptance is not withdrawn with it', () => {
    const paid = pay(P, '2020-07-05', '10')
    const gone = voidOf(paid)
    expect(asideOf(paid, accepted, gone)).toEqual([])
  })
})

describe('what a closing reaches', () => {
  it('goes by the day of what an act names: of a void what it voids, of a settlement what it keeps', () => {
    const [one, two] = [total(P, JUNE, '1', { author: '王芳' }), total(P, JUNE, '2', { author: '李强' })]
    const accepted = step('accept', P, JUNE, { covers: [one.id, two.id] })
    const settled = { ...settle(one, [one, two]), effectiveOn: DECEMBER }
    expect(asideOf(one, two, accepted, settled)).toEqual([settled.id])
    const later = settle(total(P, OCTOBER, '5'), [])
    expect(asideOf(one, two, accepted, { ...later, kept: 'not here' })).toEqual([later.id])
    expect(asideOf(one, two, accepted, { ...later, kept: 'not here', effectiveOn: JUNE })).toHaveLength(1)
  })

  it('says what closes, and why nothing does', () => {
    const accepted = step('accept', P, JUNE, { covers: [] })
    const ledger = ledgerOf([accepted])
    const late = pay(P, JUNE, '1')
    expect(asideReason(ledger, late)).toEqual({ kind: 'closed', closing: accepted })
    expect(asideReason(ledger, pay(P, '2020-07-01', '1'))).toBeNull()
    expect(asideReason(ledger, actual(`${P}/2`, JUNE, '95'))).toEqual({ kind: 'closed', closing: accepted })
    expect(asideReason(ledger, step('submit', P, JUNE))).toBeNull()
    const covered = { ...accepted, covers: [late.id] }
    expect(asideReason(ledgerOf([covered]), late)).toBeNull()
  })

  it('is read anew when the plan is locked, and as of each moment', () => {
    const late = pay(P, JUNE, '1')
    const before = ledgerOf([late])
    expect(keptAside(before, P)).toEqual([])
    const locked = lock(JUNE, { covers: [] })
    const after = addEntries(before, [locked]).ledger
    expect(sliceOf(after, P)).toBe(sliceOf(before, P))
    expect(keptAside(after, P).map(({ entry }) => entry.id)).toEqual([late.id])
    expect(keptAside(after, P, late.recordedAt)).toEqual([])
    expect(keptAside(after, P, locked.recordedAt)).toHaveLength(1)
    expect(countingSlice(after, P, late.recordedAt)).toBe(sliceOf(after, P))
    expect(countingSlice(after, P)).toEqual([])
  })

  it('names for an acceptance what counts up to its day and moves it: acts by what they name', () => {
    const [may, june, july] = ['2020-05-01', JUNE, '2020-07-01'].map((on) => pay(P, on, '1'))
    const gone = { ...voidOf(may!), effectiveOn: DECEMBER }
    const other = { ...voidOf(july!), effectiveOn: JUNE }
    const mine = [may!, june!, july!, gone, other, weigh(P, {}), summarise(P), step('submit', P, JUNE)]
    const aside = voidOf(june!, { author: '李四' })
    expect(coveredIds(ledgerOf([...mine, aside]), P, JUNE).sort()).toEqual(
      [may!.id, june!.id, gone.id].sort(),
    )
    expect(coveredIds(ledgerOf(mine), P, '2020-04-30')).toEqual([])
    expect(coveredIds(ledgerOf(mine), `${PLAN_ID}/4`, DECEMBER)).toEqual([])
  })
})

describe('a year signed for the whole plan', () => {
  const signed = { ...signOff(PLAN_ID), covers: [] as string[] }
  const money = pay(P, '2020-12-31', '1')

  it('closes each project, until it is opened', () => {
    expect(asideOf(signed, money)).toEqual([money.id])
    expect(keptAside(ledgerOf([signed, money]), P)[0]?.because).toEqual({ kind: 'closed', closing: signed })
    expect(asideOf(signed, money, reopen(signed))).toEqual([])
    expect(keptAside(ledgerOf([signed, money]), P, money.recordedAt)).toHaveLength(1)
    expect(
      keptAside(
        ledgerOf([money, { ...signed, recordedAt: '2021-01-09T00:00:00.000Z' }]),
        P,
        money.recordedAt,
      ),
    ).toEqual([])
  })

  it('closes its own year and those before, none after', () => {
    const next = { ...signOff(PLAN_ID, {}, '2021-12-31'), covers: [money.id] }
    const later = pay(P, '2021-03-01', '1')
    expect(asideOf(next, money, later)).toEqual([later.id])
    expect(asideOf(signed, { ...later })).toEqual([])
    expect(asideOf(signed, next, money, later).sort()).toEqual([money.id, later.id].sort())
  })
})

describe('laws of keeping aside', () => {
  const OPENING = new Set(['accept', 'return', 'lock', 'unlock', 'sign-off'])

  it('goes by content, not by the order of arrival or by who merges into whom', () => {
    fc.assert(
      fc.property(shuffled(entryLists(SIX_PLAN)), fc.nat({ max: 30 }), ({ list, other }, cut) => {
        const whole = ledgerOf(list)
        const merged = mergeLedgers(ledgerOf(other.slice(cut)), ledgerOf(other.slice(0, cut)))
        for (const { id } of SIX_PROJECTS) {
          expect(countingSlice(merged, id)).toEqual(countingSlice(whole, id))
          expect(keptAside(merged, id)).toEqual(keptAside(whole, id))
        }
      }),
      { numRuns: 400 },
    )
  })

  it('an entry is judged beside a slice as in it', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(entryLists(SIX_PLAN, { maxLength: 40 }), fc.boolean(), (arriving, framing) => {
        const acts = [manage(`${PLAN_ID}/1`, '赵六'), step('accept', `${PLAN_ID}/2`, OCTOBER, { covers: [] })]
        const list = [...acts, ...arriving]
        for (const entry of list.filter(({ subject }) => subject !== PLAN_ID)) {
          const key = sliceKey(entry.subject)
          const others = ledgerOf(list.filter(({ id }) => id !== entry.id))
          const ledger = framing ? framed(others, SIX_PLAN) : others
          const joined = addEntries(ledger, [entry]).ledger
          const own = keptAside(joined, key).find(({ entry: { id } }) => id === entry.id)?.because ?? null
          expect(asideReason(ledger, entry)).toEqual(own)
          if (standsAlone(entry)) seen.set(own?.kind ?? '', (seen.get(own?.kind ?? '') ?? 0) + 1)
        }
      }),
      { numRuns: 400 },
    )
    for (const kind of ['', 'closed', 'role', 'other-project', 'other-year'])
      expect([kind, seen.get(kind)]).toEqual([kind, expect.any(Number)])
  })

  it('loses nothing: what counts and what is aside are the whole slice', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (list) => {
        const ledger = ledgerOf(list)
        for (const { id } of SIX_PROJECTS) {
          const both = [...countingSlice(ledger, id), ...keptAside(ledger, id).map(({ entry }) => entry)]
          expect(new Set(both.map((entry) => entry.id))).toEqual(
            new Set(sliceOf(ledger, id).map((entry) => entry.id)),
          )
        }
      }),
      { numRuns: 400 },
    )
  })

  it('what was accepted stays the same to the 分, whatever arrives under it but another decision', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), entryLists(SIX_PLAN), (first, later) => {
        const closed = new Set(first.filter(({ kind }) => OPENING.has(kind)).map(({ id }) => id))
        const before = ledgerOf(first)
        const accept = step('accept', P, JUNE, {
          covers: coveredIds(before, P, JUNE),
          recordedAt: '2099-01-01T00:00:00.000Z',
        })
        const accepted = addEntries(before, [accept]).ledger
        const known = new Set(allEntries(accepted).map(({ id }) => id))
        const after = addEntries(
          accepted,
          later.filter(
            (entry) =>
              !OPENING.has(entry.kind) &&
              !known.has(entry.id) &&
              !(entry.kind === 'void' && closed.has(entry.entry)),
          ),
        ).ledger
        const standpoint = { asOf: JUNE, knownAt: null }
        const figures = (ledger: Ledger) => {
          const {
            reason: _words,
            sourceFaults: _doubt,
            ...rest
          } = projectStatus(PROJECT, countingSlice(ledger, P), standpoint, HEBEI)
          return rest
        }
        expect(figures(after)).toEqual(figures(accepted))
      }),
      { numRuns: 400 },
    )
  })
})
