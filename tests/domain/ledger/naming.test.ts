import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asideReason, countingSlice, keptAside } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { CLOCK_TOLERANCE, partEarly, recordingFor } from '@/domain/ledger/recording'
import { HEBEI } from '@/domain/plan/preset'
import { yearState } from '@/domain/ledger/yearState'
import { projectStatus } from '@/domain/status/projectStatus'
import { checkpointRound } from '@/domain/work/round'
import { PLAN_ID, SIX_PLAN, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { entryLists, shuffled } from '../arbitraries'
import { signOff as signOffOf } from '../scoring/sheets'
import {
  actual,
  adjust,
  DECEMBER,
  inWan,
  JUNE,
  lock,
  manage,
  OCTOBER,
  pay,
  reopen,
  reschedule,
  settle,
  step,
  total,
  voidOf,
} from '../build'

const PROJECT = SIX_PROJECTS[2]!
const ID = PROJECT.id

const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const reasons = (entries: readonly Entry[]) =>
  keptAside(ledgerOf(entries), ID).map(({ entry, because }) => [entry.id, because.kind])
const spent = (entries: readonly Entry[]) => {
  const slice = countingSlice(ledgerOf(entries), ID)
  return inWan(projectStatus(PROJECT, slice, { asOf: DECEMBER, knownAt: null }, HEBEI).spent)
}
const by = (author: string) => ({ author })

describe('what a void names decides, whatever day it bears', () => {
  it('a payment under an acceptance, voided by a void dated after it', () => {
    const paid = pay(ID, '2020-05-01', '10')
    const accepted = step('accept', ID, JUNE, { covers: [paid.id] })
    const late = { ...voidOf(paid), effectiveOn: OCTOBER }
    expect(reasons([paid, accepted, late])).toEqual([[late.id, 'closed']])
    expect(spent([paid, accepted, late])).toBe('10')
    const back = step('return', ID, JUNE)
    expect(spent([paid, accepted, late, back])).toBeNull()
  })

  it("the leader's acceptance, next to a stated payment or not", () => {
    const accepted = step('accept', ID, JUNE, by('周局长'))
    for (const beside of [[], [total(ID, JUNE, '2')]]) {
      for (const schema of [1, 2] as const) {
        const taken = { ...voidOf(accepted, by('张三')), schema }
        expect(reasons([accepted, taken, ...beside])).toContainEqual([taken.id, 'decision'])
        const slice = sliceOf(ledgerOf([accepted, taken]), ID)
        expect(checkpointRound(ID, JUNE, slice, []).state).toBe('accepted')
      }
    }
  })

  it.each(['accept', 'return'] as const)('%s is a decision to its own writer too', (kind) => {
    const decided = step(kind, ID, JUNE)
    expect(reasons([decided, voidOf(decided)])).toEqual([[expect.any(String), 'decision']])
  })

  it('an id that is not here, until it arrives', () => {
    const paid = pay(ID, '2020-05-01', '10')
    const taken = voidOf(paid)
    expect(reasons([taken])).toEqual([[taken.id, 'unknown']])
    expect(asideReason(ledgerOf([]), taken)).toEqual({ kind: 'unknown', names: paid.id })
    expect(reasons([taken, paid])).toEqual([])
    expect(spent([taken, paid])).toBeNull()
  })

  it("another's entry, and another's void", () => {
    const paid = pay(ID, '2020-05-01', '10', by('张三'))
    const other = voidOf(paid, by('李四'))
    expect(reasons([paid, other])).toEqual([[other.id, 'other-author']])
    expect(spent([paid, other])).toBe('10')
    const own = voidOf(paid, by('张三'))
    const restored = voidOf(own, by('李四'))
    expect(reasons([paid, own, restored])).toEqual([[restored.id, 'other-author']])
    expect(spent([paid, own, voidOf(own, by('张三'))])).toBe('10')
  })

  it('a void of a void is judged by the end of its chain', () => {
    const paid = pay(ID, '2020-05-01', '10')
    const taken = voidOf(paid)
    const accepted = step('accept', ID, JUNE, { covers: [paid.id, taken.id] })
    const back = { ...voidOf(taken), effectiveOn: DECEMBER }
    expect(reasons([paid, taken, accepted, back])).toEqual([[back.id, 'closed']])
  })

  it('a 报送 is withdrawn by its writer until it is accepted', () => {
    const submitted = step('submit', ID, JUNE)
    const withdrawn = voidOf(submitted)
    expect(reasons([submitted, withdrawn])).toEqual([])
    const again = step('submit', ID, JUNE)
    const accepted = step('accept', ID, JUNE, by('周局长'))
    const late = voidOf(again)
    expect(reasons([again, accepted, late])).toEqual([[late.id, 'closed']])
  })

  it("the leader's own adjustment, while nothing is closed over it", () => {
    const role = { author: '周局长' }
    const adjusted = { ...adjust(ID, '2020-05-01', '10', role), role: 'leader' as const }
    const taken = { ...voidOf(adjusted, role), role: 'leader' as const }
    expect(reasons([adjusted, taken])).toEqual([])
    const closed = lock(JUNE, { covers: [adjusted.id] })
    const late = { ...voidOf(adjusted, role), role: 'leader' as const }
    expect(reasons([adjusted, closed, late])).toEqual([[late.id, 'closed']])
  })
})

describe('a sign-off opens by reopen', () => {
  const signOff = signOffOf(ID)
  const stateOf = (entries: readonly Entry[]) =>
    yearState(ID, sliceOf(ledgerOf(entries), ID), PLAN_ID, [], 2020).kind
  const opened = reopen(signOff)

  it('not by a void of today, but by one of schema 1 with a reason by its own author', () => {
    expect(stateOf([signOff, opened])).toBe('open')
    expect(stateOf([signOff, voidOf(signOff)])).toBe('signed-off')
    const old = { ...voidOf(signOff), schema: 1 as const }
    expect(stateOf([signOff, old])).toBe('open')
    expect(stateOf([signOff, { ...old, reason: ' ' }])).toBe('signed-off')
    expect(stateOf([signOff, { ...old, author: '李四' }])).toBe('signed-off')
    expect(stateOf([signOff, opened, voidOf(opened)])).toBe('open')
    expect(reasons([{ ...opened, signOff: 'x' }])).toEqual([[opened.id, 'unknown']])
  })
})

describe('who writes', () => {
  it('a claimed role is judged, none is not', () => {
    const paid = pay(ID, '2020-05-01', '10')
    expect(reasons([{ ...paid, role: 'leader' }])).toEqual([[paid.id, 'role']])
    expect(reasons([{ ...paid, role: 'manager' }, pay(ID, '2020-05-02', '1')])).toEqual([])
  })

  it('the manager named then enters for a project', () => {
    const before = pay(ID, '2020-05-01', '10', by('张三'))
    const named = manage(ID, '李四', by('管理员'))
    const after = pay(ID, '2020-05-02', '10', by('张三'))
    expect(reasons([before, named, after])).toEqual([[after.id, 'other-project']])
    expect(spent([before, named, after, pay(ID, '2020-05-03', '1', by('李四'))])).toBe('11')
  })
})

describe('merging', () => {
  it('gives the same fold, the same aside and the same conflicts in every order', () => {
    fc.assert(
      fc.property(shuffled(entryLists(SIX_PLAN, { maxLength: 40 })), fc.nat(), ({ list, other }, cut) => {
        const halves = [other.slice(0, cut % (other.length + 1)), other.slice(cut % (other.length + 1))]
        const merged = halves.reduce((ledger, half) => addEntries(ledger, half).ledger, emptyLedger(PLAN_ID))
        const whole = ledgerOf(list)
        expect(allEntries(merged)).toEqual(allEntries(whole))
        for (const project of SIX_PLAN.projects) {
          const facts = (ledger: typeof whole) => [
            keptAside(ledger, project.id),
            projectStatus(
              project,
              countingSlice(ledger, project.id),
              { asOf: DECEMBER, knownAt: null },
              HEBEI,
            ),
          ]
          expect(facts(merged)).toEqual(facts(whole))
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('order does not hang on one clock', () => {
  const NOW = '2020-07-01T08:00:00.000Z'
  const plus = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString()

  it('a clock fallen to 2015: what is written second stands', () => {
    const first = actual(`${ID}/1`, JUNE, '95', { recordedAt: NOW })
    const fallen = '2015-01-01T00:00:00.000Z'
    const { recordedAt, behind } = recordingFor(ledgerOf([first]), [`${ID}/1`], fallen)
    expect([recordedAt, behind]).toEqual([plus(1), NOW])
    const second = actual(`${ID}/1`, JUNE, '96', { recordedAt })
    const slice = countingSlice(ledgerOf([second, first]), ID)
    const status = projectStatus(PROJECT, slice, { asOf: JUNE, knownAt: null }, HEBEI)
    expect(status.indicators[0]?.parts[0]?.entry).toBe(second)
  })

  it('goes by the newest of the project and of the plan, and by no other', () => {
    const elsewhere = pay(`${PLAN_ID}/1`, JUNE, '1', { recordedAt: plus(5000) })
    const locked = lock('2020-03-31', { recordedAt: plus(3000) })
    const recorded = (entries: readonly Entry[]) => recordingFor(ledgerOf(entries), [ID], NOW).recordedAt
    expect(recorded([elsewhere])).toBe(NOW)
    expect(recorded([elsewhere, locked])).toBe(plus(3001))
    expect(recorded([pay(ID, JUNE, '1', { recordedAt: NOW })])).toBe(plus(1))
    expect(recordingFor(ledgerOf([locked]), [ID], NOW).behind).toBeNull()
  })

  it('what arrives from the future waits, so that it lifts nobody', () => {
    const stamped = actual(`${ID}/1`, JUNE, '90', { recordedAt: '2027-01-01T00:00:00.000Z' })
    const near = pay(ID, JUNE, '1', { recordedAt: plus(CLOCK_TOLERANCE) })
    const far = pay(ID, JUNE, '1', { recordedAt: plus(CLOCK_TOLERANCE + 1) })
    expect(partEarly([stamped, near, far], NOW)).toEqual({ due: [near], early: [stamped, far] })
    expect(partEarly([stamped], '2027-01-01T00:00:00.000Z').due).toEqual([stamped])
  })
})

describe('a settlement that is voided', () => {
  const one = total(ID, JUNE, '40', by('王芳'))
  const other = total(ID, JUNE, '41', by('李强'))
  const settled = settle(one, [one, other], by('王芳'))
  const rivals = [one, other, settled]
  const standing = (entries: readonly Entry[]) => {
    const slice = countingSlice(ledgerOf(entries), ID)
    const status = projectStatus(PROJECT, slice, { asOf: DECEMBER, knownAt: null }, HEBEI)
    return [inWan(status.spent), status.totalConflicts.length]
  }

  it('by its author opens the conflict again', () => {
    expect(standing(rivals)).toEqual(['40', 0])
    expect(standing([...rivals, voidOf(settled, by('王芳'))])).toEqual(['41', 1])
  })

  it.each([
    ['somebody else', voidOf(settled, by('李强')), 'other-author'],
    [
      'its author as the leader',
      { ...voidOf(settled, by('王芳')), schema: 2 as const, role: 'leader' as const },
      'role',
    ],
  ])('by %s counts for nothing', (_, taken, because) => {
    expect(reasons([...rivals, taken])).toEqual([[taken.id, because]])
    expect(standing([...rivals, taken])).toEqual(['40', 0])
  })

  it('under an acceptance counts for nothing', () => {
    const accepted = step('accept', ID, JUNE, { ...by('刘局'), covers: rivals.map(({ id }) => id) })
    const taken = voidOf(settled, by('王芳'))
    expect(reasons([...rivals, accepted, taken])).toEqual([[taken.id, 'closed']])
  })
})

describe('cuts', () => {
  it('a closing that names nothing was decided on what was recorded until its own moment', () => {
    const at = '2020-07-01T00:00:00.000Z'
    const paid = pay(ID, JUNE, '1', { recordedAt: at })
    const closed = lock(JUNE, { recordedAt: at })
    const late = pay(ID, JUNE, '1', { recordedAt: '2020-07-01T00:00:00.001Z' })
    expect(reasons([paid, closed, late])).toEqual([[late.id, 'closed']])
  })

  it.each(['60人', '60万元'])('a schedule change to %s sets no percentage', (text) => {
    const slice = countingSlice(ledgerOf([reschedule(ID, '2020-05-01', { '06': text })]), ID)
    const status = projectStatus(PROJECT, slice, { asOf: DECEMBER, knownAt: null }, HEBEI)
    expect(status.schedule).toEqual(PROJECT.schedule)
  })
})
