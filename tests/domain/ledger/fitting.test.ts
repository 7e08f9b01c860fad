import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingSlice, keptAside } from '@/domain/ledger/aside'
import { closedBy } from '@/domain/ledger/closing'
import type { Entry } from '@/domain/ledger/entry'
import { fittingSlice, framed, misfitsOf } from '@/domain/ledger/fitting'
import { addEntries, allEntries, emptyLedger, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import { HEBEI } from '@/domain/plan/preset'
import { rememberingFold } from '@/domain/status/board'
import { departmentLock } from '@/domain/work/round'
import { managerOf } from '@/domain/work/manager'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { shuffled } from '../arbitraries'
import {
  actual,
  adjust,
  band,
  day,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  manage,
  MARCH,
  OCTOBER,
  pay,
  rectify,
  reschedule,
  settle,
  split,
  step,
  total,
  unlock,
  voidOf,
  zero,
} from '../build'
import { signOff } from '../scoring/sheets'

const P = `${PLAN_ID}/3`
const holding = (...entries: Entry[]): Ledger =>
  addEntries(emptyLedger(PLAN_ID, frameOf(SIX_PLAN)), entries).ledger
const asideOf = (ledger: Ledger, key = P, knownAt: string | null = null) =>
  keptAside(ledger, key, knownAt).map(({ entry, because }) => [entry.id, because.kind])
const spent = (ledger: Ledger) =>
  inWan(
    rememberingFold()(SIX_PLAN, ledger, { asOf: DECEMBER, knownAt: null }, HEBEI).projects[2]?.spent ?? null,
  )

describe('what happened in another year', () => {
  it.each<[string, Entry]>([
    ['a payment of the year before', pay(P, '2019-12-31', '1')],
    ['a payment of the year after', pay(P, '2021-01-01', '1')],
    ['a refund', pay(P, '2021-01-05', '-1')],
    ['a stated total', total(P, '2019-06-30', '5')],
    ['a report of zero', zero(P, '2019-06-30')],
    ['a value', actual(`${P}/1`, '2021-01-02', '95')],
    ['a band', band(`${P}/1`, '2019-12-31', 'achieved', 90)],
  ])('%s counts for nothing and is kept aside', (_, entry) => {
    const ledger = holding(pay(P, '2020-05-01', '10'), entry)
    expect(asideOf(ledger)).toEqual([[entry.id, 'other-year']])
    expect(spent(ledger)).toBe('10')
    expect(countingSlice(ledger, P)).toHaveLength(1)
    expect(allEntries(ledger)).toContain(entry)
  })

  it.each<[string, Entry]>([
    ['the first day', pay(P, '2020-01-01', '1')],
    ['the last day', pay(P, '2020-12-31', '1')],
    ['a sign-off in January', { ...signOff(P), effectiveOn: day('2021-01-20') }],
    ['整改 asked for later', rectify('rectification', P, '2021-03-01', '补齐资料')],
    ['a budget adjusted before the year began', adjust(P, '2019-12-30', '1')],
    ['a split written before the year began', split(`${P}/1`, '2019-12-30', [{}])],
  ])('%s fits', (_, entry) => {
    expect(asideOf(holding(entry))).toEqual([])
  })

  it('its void and its settlement go with it', () => {
    const [mine, other] = [total(P, '2019-06-30', '5'), total(P, '2019-06-30', '6', { author: '李四' })]
    const undone = voidOf(mine)
    const settled = settle(other, [mine, other])
    expect(asideOf(holding(mine, other, undone, settled)).map(([, kind]) => kind)).toEqual(
      Array(4).fill('other-year'),
    )
  })
})

describe('what is about nothing that the plan has', () => {
  const entries = [
    pay(`${PLAN_ID}/9`, '2020-06-01', '70'),
    actual(`${P}/99`, JUNE, '80%'),
    step('accept', `${PLAN_ID}/9`, JUNE),
    lock(JUNE, { covers: [] }),
  ] as const

  it('is kept aside and counts again when a plan brings it', () => {
    const ledger = holding(...entries)
    expect(asideOf(ledger, `${PLAN_ID}/9`)).toEqual([
      [entries[0].id, 'no-subject'],
      [entries[2].id, 'no-subject'],
    ])
    expect(asideOf(ledger)).toEqual([[entries[1].id, 'no-subject']])
    const [first] = SIX_PLAN.projects
    if (!first) throw new Error('no project')
    const nine = { ...first, id: `${PLAN_ID}/9`, position: 9 }
    const updated = framed(ledger, { ...SIX_PLAN, projects: [...SIX_PLAN.projects, nine] })
    expect(misfitsOf(updated, nine.id, null)).toEqual([])
    expect(asideOf(updated)).toEqual([[entries[1].id, 'no-subject']])
  })

  it('nothing is judged while no plan is known, nor by the plan of another ledger', () => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    expect(misfitsOf(ledger, P, null)).toEqual([])
    expect(framed(ledger, { ...SIX_PLAN, id: '2021-323002' })).toBe(ledger)
    expect(asideOf(framed({ ...ledger, plan: `demo:${PLAN_ID}` }, SIX_PLAN))).toHaveLength(1)
  })
})

describe('a closing on a day that is no checkpoint', () => {
  const early = pay(P, '2020-05-01', '1')
  const late = pay(P, '2020-05-02', '70')

  it.each(['2020-08-15', '2020-08-31', '2099-12-31', '2019-12-31', '2020-12-30', '2020-09-30'])(
    'of %s closes nothing, opens nothing and is kept aside',
    (on) => {
      for (const kind of ['accept', 'return', 'submit'] as const) {
        const own = step(kind, P, on, { covers: [early.id] })
        const ledger = holding(early, own, late)
        expect(asideOf(ledger)).toEqual([[own.id, 'no-checkpoint']])
        expect(spent(ledger)).toBe('71')
        expect(closedBy(P, fittingSlice(ledger, P), fittingSlice(ledger, PLAN_ID))).toBeNull()
      }
      for (const own of [lock(on, { covers: [early.id] }), unlock(on)]) {
        const ledger = holding(early, own, late)
        expect(asideOf(ledger, PLAN_ID)).toEqual([[own.id, 'no-checkpoint']])
        expect(departmentLock(fittingSlice(ledger, PLAN_ID), day(on))).toBeNull()
        expect(spent(ledger)).toBe('71')
      }
    },
  )

  it.each([JUNE, OCTOBER, DECEMBER])('of %s closes', (on) => {
    for (const own of [step('accept', P, on, { covers: [early.id] }), lock(on, { covers: [early.id] })])
      expect(asideOf(holding(early, own, late))).toEqual([[late.id, 'closed']])
  })

  it('closes a month that an approved change sets, for its own project and for the department', () => {
    const changed = reschedule(P, '2020-02-01', { '09': '75.00' })
    const covers = [early.id, changed.id]
    const own = step('accept', P, '2020-09-30', { covers })
    const other = step('accept', `${PLAN_ID}/4`, '2020-09-30', { covers })
    const whole = lock('2020-09-30', { covers })
    expect(asideOf(holding(changed, early, own, late))).toEqual([[late.id, 'closed']])
    expect(asideOf(holding(changed, early, other), `${PLAN_ID}/4`)).toEqual([[other.id, 'no-checkpoint']])
    expect(asideOf(holding(changed, early, whole, late))).toEqual([[late.id, 'closed']])
    const alone = holding(early, whole, late)
    expect(asideOf(alone, PLAN_ID)).toEqual([[whole.id, 'no-checkpoint']])
    const joined = addEntries(alone, [changed]).ledger
    expect(asideOf(joined, PLAN_ID)).toEqual([])
    expect(asideOf(joined)).toEqual([[late.id, 'closed']])
    const taken = addEntries(joined, [voidOf(changed)]).ledger
    expect(asideOf(taken, PLAN_ID)).toEqual([[whole.id, 'no-checkpoint']])
    expect(spent(taken)).toBe('71')
  })

  it('stays closed when a change blanks the month afterwards', () => {
    const own = step('accept', P, JUNE, { covers: [early.id] })
    const blanked = reschedule(P, '2020-07-05', { '06': null })
    expect(asideOf(holding(early, own, blanked, late))).toEqual([[late.id, 'closed']])
  })

  it('a month that a change sets is a checkpoint for whoever can have known the change', () => {
    const filled = reschedule(P, '2020-01-05', { '02': '20' })
    const own = step('accept', P, '2020-02-29')
    expect(asideOf(holding(filled, own))).toEqual([])
    const [later, unread] = [{ ...filled, recordedAt: '2020-12-01T00:00:00.000Z' }, lock('2020-02-29')]
    expect(asideOf(holding(later, own, unread)).concat(asideOf(holding(later, unread), PLAN_ID))).toEqual([
      [own.id, 'no-checkpoint'],
      [unread.id, 'no-checkpoint'],
    ])
  })

  it('a change is known to a step that names it, and a month that it leaves blank is none', () => {
    const later = reschedule(
      P,
      '2020-01-05',
      { '02': '20', '05': null },
      { recordedAt: '2020-12-01T00:00:00.000Z' },
    )
    expect(asideOf(holding(later, step('accept', P, '2020-02-29', { covers: [later.id] })))).toEqual([])
    const blank = step('accept', P, '2020-05-31', { covers: [later.id] })
    expect(asideOf(holding(later, blank))).toEqual([[blank.id, 'no-checkpoint']])
  })

  it('a blank column is a checkpoint that sets no milestone', () => {
    expect(asideOf(holding(early, step('accept', P, MARCH), lock(MARCH)))).toEqual([])
  })
})

describe('who enters for a project', () => {
  it.each(['', ' ', '\u3000', '\u200B'])('is nobody new by a blank name: %j is kept aside', (manager) => {
    const [named, blank] = [manage(P, '王工'), manage(P, manager)]
    expect(asideOf(holding(blank))).toEqual([[blank.id, 'no-name']])
    const ledger = holding(named, blank)
    expect(asideOf(ledger)).toEqual([[blank.id, 'no-name']])
    expect(managerOf(P, sliceOf(ledger, P))).toBe('王工')
    const foreign = { ...pay(P, '2020-05-01', '1'), role: 'manager' as const, author: '李四' }
    expect(asideOf(holding(named, blank, foreign)).at(-1)).toEqual([foreign.id, 'other-project'])
  })
})

describe('as known at a moment', () => {
  const paid = pay(P, '2020-05-01', '1')
  const undone = voidOf(paid, { recordedAt: '2020-05-01T00:00:00.000Z' })
  const written = { ...paid, recordedAt: '2020-06-01T00:00:00.000Z' }

  it('a void is aside until what it names had been recorded, and counts from then on', () => {
    const ledger = holding(undone, written)
    expect(asideOf(ledger, P, '2020-05-31T00:00:00.000Z')).toEqual([[undone.id, 'unknown']])
    expect(asideOf(ledger, P, '2020-06-02T00:00:00.000Z')).toEqual([])
    expect(asideOf(ledger)).toEqual([])
  })

  it('what is aside is what is aside in a ledger of what had been recorded by then', () => {
    const entries: readonly Entry[] = [
      undone,
      written,
      pay(P, '2019-05-01', '1'),
      step('accept', P, JUNE, { covers: [] }),
      step('accept', P, '2020-09-30', { covers: [] }),
      reschedule(P, '2020-02-01', { '09': '75.00' }),
      pay(P, '2020-04-01', '3'),
      step('return', P, JUNE),
      lock(JUNE, { covers: [] }),
      unlock(JUNE),
      manage(P, ' '),
    ]
    const moments = entries.map(({ recordedAt }) => recordedAt)
    fc.assert(
      fc.property(shuffled(fc.constant([...entries])), fc.constantFrom(...moments), ({ other }, knownAt) => {
        const then = holding(...entries.filter(({ recordedAt }) => recordedAt <= knownAt))
        const now = other.reduce((ledger, entry) => addEntries(ledger, [entry]).ledger, holding())
        for (const key of [P, PLAN_ID]) expect(asideOf(now, key, knownAt)).toEqual(asideOf(then, key))
        expect(countingSlice(now, P, knownAt)).toEqual(countingSlice(then, P))
      }),
    )
  })
})

it('the slices stay the same objects while nothing in them changes', () => {
  const ledger = holding(pay(P, '2019-05-01', '1'), pay(P, '2020-05-01', '1'), lock('2020-08-15'))
  const next = addEntries(ledger, [pay(`${PLAN_ID}/4`, '2020-05-01', '1')]).ledger
  for (const key of [P, PLAN_ID]) expect(fittingSlice(next, key)).toBe(fittingSlice(ledger, key))
  expect(fittingSlice(next, `${PLAN_ID}/4`)).toBe(sliceOf(next, `${PLAN_ID}/4`))
})
