import { describe, expect, it } from 'vitest'
import type { EntryKind } from '@/domain/ledger/entry'
import { ROLES, type Role } from '@/domain/ledger/role'
import { actOf, permission, underGrants, type About, type Act } from '@/domain/work/permission'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { day, JUNE, lock, step } from '../build'

const OPEN: About = { manager: null, closing: null, day: JUNE }
const CLOSED: About = { ...OPEN, closing: step('accept', `${PLAN_ID}/3`, JUNE) }

type Answer = 'allowed' | 'role' | 'other-project' | 'closed'

/** Each row: leader, manager, evaluator, admin. `own`: own projects; `!`: refused once closed. */
const TABLE: readonly (readonly [Act, string, string, string, string])[] = [
  ['see', 'yes', 'yes', 'yes', 'yes'],
  ['enter', 'no', 'own !', 'no', 'no'],
  ['submit', 'no', 'own !', 'no', 'no'],
  ['settle', 'yes !', 'own !', 'no', 'no'],
  ['review', 'yes', 'no', 'no', 'no'],
  ['lock', 'yes', 'no', 'no', 'no'],
  ['ask-rectification', 'yes', 'no', 'yes', 'no'],
  ['answer-rectification', 'no', 'own', 'no', 'no'],
  ['adjust', 'yes !', 'no', 'no', 'no'],
  ['report-goal', 'yes', 'no', 'no', 'no'],
  ['summarise', 'no', 'own', 'yes', 'no'],
  ['evaluate', 'no', 'no', 'yes', 'no'],
  ['administer', 'no', 'no', 'no', 'yes'],
  ['comment', 'yes', 'yes', 'yes', 'yes'],
  ['word', 'yes', 'own', 'yes', 'no'],
  ['check', 'yes', 'no', 'yes', 'no'],
  ['note-check', 'yes', 'own', 'yes', 'no'],
  ['explain-spending', 'no', 'own', 'no', 'no'],
]
const COLUMNS: readonly Role[] = ['leader', 'manager', 'evaluator', 'admin']

interface Case {
  readonly act: Act
  readonly role: Role
  readonly project: 'own' | 'other' | 'unassigned'
  readonly closed: boolean
  readonly expected: Answer
}

function expected(cell: string, at: Pick<Case, 'project' | 'closed'>): Answer {
  if (cell === 'no') return 'role'
  if (cell.includes('own') && at.project === 'other') return 'other-project'
  return cell.includes('!') && at.closed ? 'closed' : 'allowed'
}

const CASES: readonly Case[] = TABLE.flatMap(([act, ...cells]) =>
  COLUMNS.flatMap((role, index) =>
    (['own', 'other', 'unassigned'] as const).flatMap((project) =>
      [false, true].map((closed) => ({
        act,
        role,
        project,
        closed,
        expected: expected(cells[index] ?? '', { project, closed }),
      })),
    ),
  ),
)

describe('permission', () => {
  it.each(CASES)('$act by $role, $project project, closed $closed: $expected', (at) => {
    const about: About = {
      ...(at.closed ? CLOSED : OPEN),
      manager: at.project === 'own' ? '张三' : at.project === 'other' ? '李四' : null,
    }
    expect(permission(at.act, { id: null, name: '张三', role: at.role }, about).kind).toBe(at.expected)
  })

  it('knows every role', () => {
    expect([...ROLES].sort()).toEqual([...COLUMNS].sort())
  })

  it('says who may, whose it is and what closes it', () => {
    const about: About = { ...CLOSED, manager: '李四' }
    expect(permission('review', { id: null, name: '张三', role: 'manager' }, about)).toEqual({
      kind: 'role',
      who: ['leader'],
    })
    expect(permission('enter', { id: null, name: '张三', role: 'manager' }, about)).toEqual({
      kind: 'other-project',
      manager: '李四',
    })
    expect(permission('enter', { id: null, name: '李四', role: 'manager' }, about)).toEqual({
      kind: 'closed',
      closing: CLOSED.closing,
    })
  })

  it('behind a shared service says first whose role it is and whether it was granted, then what was not granted', () => {
    const [allowed, other] = [{ kind: 'allowed' }, { kind: 'role', who: ['leader', 'evaluator'] }] as const
    const refused = { kind: 'not-granted', role: 'manager', whole: true, before: false } as const
    expect(underGrants(allowed, ['manager'], null)).toEqual(allowed)
    expect(underGrants(allowed, ['manager'], refused)).toEqual(refused)
    expect(underGrants(other, ['manager'], refused)).toEqual({ ...other, held: false })
    expect(underGrants(other, ['manager', 'evaluator'], refused)).toEqual({ ...other, held: true })
    expect(underGrants({ kind: 'closed', closing: lock(JUNE) }, ['manager'], refused)).toEqual(refused)
  })

  it.each([
    ['on the day that is closed', JUNE, 'closed'],
    ['before it', day('2020-01-15'), 'closed'],
    ['the day after it', day('2020-07-01'), 'allowed'],
  ] as const)('an entry %s', (_, on, kind) => {
    const about: About = { ...OPEN, closing: lock(JUNE), day: on }
    expect(permission('enter', { id: null, name: '张三', role: 'manager' }, about).kind).toBe(kind)
  })

  it('about no day is not closed, whatever else is', () => {
    const actor = { id: null, name: '张三', role: 'manager' } as const
    expect(permission('enter', actor, { ...CLOSED, day: null }).kind).toBe('allowed')
  })

  it.each<[Exclude<EntryKind, 'check' | 'void'>, Act]>([
    ['payment', 'enter'],
    ['zero-spending', 'enter'],
    ['spending-total', 'enter'],
    ['settlement', 'settle'],
    ['spending-reason', 'explain-spending'],
    ['spending-by-source', 'explain-spending'],
    ['scheme', 'evaluate'],
    ['reopen', 'evaluate'],
    ['re-evaluation', 'evaluate'],
    ['appraisal', 'evaluate'],
    ['appraisal-frame', 'evaluate'],
    ['spending-estimate', 'enter'],
    ['indicator-actual', 'enter'],
    ['measures', 'enter'],
    ['budget-adjustment', 'adjust'],
    ['target-change', 'adjust'],
    ['weights', 'evaluate'],
    ['score-adjustment', 'evaluate'],
    ['sign-off', 'evaluate'],
    ['summary', 'summarise'],
    ['goal-progress', 'report-goal'],
    ['submit', 'submit'],
    ['return', 'review'],
    ['accept', 'review'],
    ['lock', 'lock'],
    ['unlock', 'lock'],
    ['rectification', 'ask-rectification'],
    ['rectification-result', 'answer-rectification'],
    ['comment', 'comment'],
    ['wording', 'word'],
    ['project-manager', 'administer'],
  ])('writing %s is to %s', (kind, act) => {
    expect(actOf({ kind })).toBe(act)
  })

  it.each([
    ['accepted', `${PLAN_ID}/3`, 'check'],
    ['noted', `${PLAN_ID}/3`, 'note-check'],
    ['noted', PLAN_ID, 'check'],
  ] as const)('a finding %s about %s is to %s', (kind, subject, act) => {
    expect(actOf({ kind: 'check', subject, decided: { kind } })).toBe(act)
  })
})
