import { describe, expect, it } from 'vitest'
import type { EntryKind } from '@/domain/ledger/entry'
import { ROLES, type Role } from '@/domain/ledger/role'
import { actOf, actsOf, permission, type About, type Act } from '@/domain/work/permission'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { day, JUNE, lock, step, wan } from '../build'

const OPEN: About = { manager: null, closing: null, day: JUNE, author: null }
const CLOSED: About = { ...OPEN, closing: step('accept', `${PLAN_ID}/3`, JUNE) }

type Answer = 'allowed' | 'role' | 'other-project' | 'other-author' | 'closed'

/** Each row: leader, manager, evaluator, admin. `own`: own projects; `mine`: own entries; `!`: refused once closed. */
const TABLE: readonly (readonly [Act, string, string, string, string])[] = [
  ['see', 'yes', 'yes', 'yes', 'yes'],
  ['enter', 'no', 'own !', 'no', 'no'],
  ['submit', 'no', 'own !', 'no', 'no'],
  ['void', 'no', 'mine !', 'mine', 'no'],
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
]
const COLUMNS: readonly Role[] = ['leader', 'manager', 'evaluator', 'admin']

interface Case {
  readonly act: Act
  readonly role: Role
  readonly project: 'own' | 'other' | 'unassigned'
  readonly entry: 'mine' | 'theirs' | 'none'
  readonly closed: boolean
  readonly expected: Answer
}

function expected(cell: string, at: Pick<Case, 'project' | 'entry' | 'closed'>): Answer {
  if (cell === 'no') return 'role'
  if (cell.includes('own') && at.project === 'other') return 'other-project'
  if (cell.includes('mine') && at.entry === 'theirs') return 'other-author'
  return cell.includes('!') && at.closed ? 'closed' : 'allowed'
}

const CASES: readonly Case[] = TABLE.flatMap(([act, ...cells]) =>
  COLUMNS.flatMap((role, index) =>
    (['own', 'other', 'unassigned'] as const).flatMap((project) =>
      (['mine', 'theirs', 'none'] as const).flatMap((entry) =>
        [false, true].map((closed) => ({
          act,
          role,
          project,
          entry,
          closed,
          expected: expected(cells[index] ?? '', { project, entry, closed }),
        })),
      ),
    ),
  ),
)

describe('permission', () => {
  it.each(CASES)('$act by $role, $project project, $entry entry, closed $closed: $expected', (at) => {
    const about: About = {
      ...(at.closed ? CLOSED : OPEN),
      manager: at.project === 'own' ? '张三' : at.project === 'other' ? '李四' : null,
      author: at.entry === 'mine' ? '张三' : at.entry === 'theirs' ? '李四' : null,
    }
    expect(permission(at.act, { name: '张三', role: at.role }, about).kind).toBe(at.expected)
  })

  it('knows every role', () => {
    expect([...ROLES].sort()).toEqual([...COLUMNS].sort())
  })

  it('says who may, whose it is and what closes it', () => {
    const about: About = { ...CLOSED, manager: '李四', author: '王五' }
    expect(permission('review', { name: '张三', role: 'manager' }, about)).toEqual({
      kind: 'role',
      who: ['leader'],
    })
    expect(permission('enter', { name: '张三', role: 'manager' }, about)).toEqual({
      kind: 'other-project',
      manager: '李四',
    })
    expect(permission('void', { name: '张三', role: 'evaluator' }, about)).toEqual({
      kind: 'other-author',
      author: '王五',
    })
    expect(permission('enter', { name: '李四', role: 'manager' }, about)).toEqual({
      kind: 'closed',
      closing: CLOSED.closing,
    })
  })

  it.each([
    ['on the day that is closed', JUNE, 'closed'],
    ['before it', day('2020-01-15'), 'closed'],
    ['the day after it', day('2020-07-01'), 'allowed'],
  ] as const)('an entry %s', (_, on, kind) => {
    const about: About = { ...OPEN, closing: lock(JUNE), day: on }
    expect(permission('enter', { name: '张三', role: 'manager' }, about).kind).toBe(kind)
  })

  it('restating a total that somebody else stated is entering; any other void is voiding', () => {
    const draft = { subject: `${PLAN_ID}/3`, effectiveOn: JUNE }
    const voiding = { ...draft, kind: 'void' as const, entry: 'x', reason: '' }
    const payment = {
      ...draft,
      kind: 'payment' as const,
      amount: wan('1'),
      memo: '',
      voucher: '',
      stated: wan('2'),
    }
    expect(actsOf([voiding, payment])).toEqual(['enter', 'enter'])
    expect(actsOf([voiding, { ...payment, stated: null }])).toEqual(['void', 'enter'])
    expect(actsOf([voiding, { ...payment, effectiveOn: day('2020-01-01') }])).toEqual(['void', 'enter'])
  })

  it.each<[Exclude<EntryKind, 'check'>, Act]>([
    ['payment', 'enter'],
    ['zero-spending', 'enter'],
    ['spending-total', 'enter'],
    ['settlement', 'settle'],
    ['spending-reason', 'explain-spending'],
    ['spending-by-source', 'explain-spending'],
    ['scheme', 'evaluate'],
    ['reopen', 'evaluate'],
    ['re-evaluation', 'evaluate'],
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
    ['void', 'void'],
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
