import type { SignOff } from '@/domain/ledger/entry'
import { describe, expect, it } from 'vitest'
import { todoKinds, todosOf } from './todoLedger'
import type { Entry } from '@/domain/ledger/entry'
import type { Actor } from '@/domain/work/permission'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, day, JUNE, lock, manage, OCTOBER, rectify, step, total, unlock } from '../build'

const P = `${PLAN_ID}/3`
const kinds = todoKinds
const { kind: _, text: __, ...base } = rectify('rectification', P, '2020-12-31', '')
const signed: SignOff = { ...base, kind: 'sign-off', text: '', covers: null, sheet: null, words: [] }

describe('what waits for a manager', () => {
  it.each([
    ['long before the first checkpoint: nothing', '2020-05-01', [], []],
    ['shortly before it', '2020-06-20', [], ['upcoming']],
    ['on its day', '2020-06-30', [], ['due']],
    ['within the days of reporting', '2020-07-10', [], ['due']],
    ['after them', '2020-07-11', [], ['overdue']],
    ['submitted: with the leader', '2020-07-11', [step('submit', P, JUNE)], []],
    ['returned', '2020-07-11', [step('submit', P, JUNE), step('return', P, JUNE)], ['returned']],
    ['accepted', '2020-07-11', [step('submit', P, JUNE), step('accept', P, JUNE)], []],
    ['locked before it was submitted', '2020-07-11', [lock(JUNE)], []],
    ['整改 of a day to come', '2020-05-01', [rectify('rectification', P, JUNE, '补')], []],
    ['returned on a day to come', '2020-05-01', [step('submit', P, JUNE), step('return', P, JUNE)], []],
    ['整改 comes first', '2020-07-11', [rectify('rectification', P, JUNE, '补')], ['answer', 'overdue']],
  ] as const)('%s', (_, asOf, entries, expected) => {
    expect(kinds({ id: null, name: '王芳', role: 'manager' }, P, entries, day(asOf))).toEqual(expected)
  })

  it('is nothing of another manager’s project', () => {
    expect(kinds({ id: null, name: '王芳', role: 'manager' }, P, [manage(P, '李强')], JUNE)).toEqual([])
    expect(kinds({ id: null, name: '李强', role: 'manager' }, P, [manage(P, '李强')], JUNE)).toEqual(['due'])
  })

  it('a blank 3月底 asks for nothing', () => {
    expect(kinds({ id: null, name: '王芳', role: 'manager' }, P, [], day('2020-03-31'))).toEqual([])
  })

  it('rival values are to be settled', () => {
    const rivals = [
      actual(`${P}/1`, JUNE, '95', { author: '王芳' }),
      actual(`${P}/1`, JUNE, '96', { author: '李强' }),
    ]
    expect(kinds({ id: null, name: '王芳', role: 'manager' }, P, rivals, JUNE)).toEqual(['settle', 'due'])
    expect(kinds({ id: null, name: '赵局', role: 'leader' }, P, rivals, JUNE)).toEqual(['settle'])
    expect(kinds({ id: null, name: '陈评', role: 'evaluator' }, P, rivals, JUNE)).toEqual([])
  })

  it('rival totals are to be settled', () => {
    const rivals = [total(P, JUNE, '40', { author: '王芳' }), total(P, JUNE, '41', { author: '李强' })]
    const manager = { id: null, name: '王芳', role: 'manager' } as const
    expect(kinds(manager, P, rivals, JUNE)).toEqual(['settle-total', 'due'])
    expect(kinds({ id: null, name: '赵局', role: 'leader' }, P, rivals, JUNE)).toEqual(['settle-total'])
    expect(kinds(manager, P, [rivals[0]!, total(P, JUNE, '40', { author: '李强' })], JUNE)).toEqual(['due'])
  })
})

describe('what waits for the others', () => {
  it.each([
    ['leader', [step('submit', P, JUNE)], '2020-07-01', ['review']],
    ['leader', [step('submit', P, OCTOBER)], '2020-07-01', []],
    ['leader', [], '2020-07-01', []],
    ['leader', [rectify('rectification', P, JUNE, '补')], '2020-03-31', []],
    ['leader', [step('submit', P, JUNE), step('accept', P, OCTOBER)], '2020-11-01', []],
    ['leader', [], '2020-07-15', ['waiting']],
    ['leader', [rectify('rectification', P, JUNE, '补')], '2020-07-01', ['unanswered']],
    ['evaluator', [rectify('rectification', P, JUNE, '补')], '2020-07-01', ['unanswered']],
    ['evaluator', [step('submit', P, JUNE)], '2020-07-15', []],
    ['evaluator', [], '2020-12-30', []],
    ['evaluator', [], '2020-12-31', ['sign']],
    ['evaluator', [signed], '2020-12-31', []],
    ['evaluator', [], '2021-02-01', ['sign']],
    ['evaluator', [signed], '2021-02-01', []],
    ['admin', [], '2020-07-15', ['unassigned']],
    ['admin', [manage(P, '王芳')], '2020-07-15', []],
  ] as const)('%s', (role, entries, asOf, expected) => {
    expect(kinds({ id: null, name: '赵局', role }, P, entries, day(asOf))).toEqual(expected)
  })
})

describe('what is said of each', () => {
  const leader = { id: null, name: '赵局', role: 'leader' } as const
  const manager = { id: null, name: '王芳', role: 'manager' } as const
  const told = (actor: Actor, asOf: string, entries: readonly Entry[] = []) =>
    todosOf(actor, [P], entries, day(asOf)).map((todo) =>
      'days' in todo ? [todo.kind, todo.day, todo.days] : [todo.kind],
    )

  it.each<[string, Actor, string, unknown[]]>([
    ['15 days before', manager, '2020-06-15', [['upcoming', JUNE, 15]]],
    ['16 days before: nothing yet', manager, '2020-06-14', []],
    ['the day before', manager, '2020-06-29', [['upcoming', JUNE, 1]]],
    ['on the day', manager, '2020-06-30', [['due', JUNE, 0]]],
    ['ten days after', manager, '2020-07-10', [['due', JUNE, 10]]],
    ['eleven days after', manager, '2020-07-11', [['overdue', JUNE, 11]]],
    ['ten days after, for the leader', leader, '2020-07-10', []],
    ['eleven days after, for the leader', leader, '2020-07-11', [['waiting', JUNE, 11]]],
    ['before it, for the leader', leader, '2020-06-20', []],
  ])('%s', (_, actor, asOf, expected) => {
    expect(told(actor, asOf)).toEqual(expected)
  })

  it('what was submitted is looked at from the day of its checkpoint', () => {
    const early = [step('submit', P, OCTOBER)]
    expect(told(leader, '2020-10-30', early).filter(([kind]) => kind === 'review')).toEqual([])
    expect(told(leader, '2020-10-31', early).filter(([kind]) => kind === 'review')).toEqual([['review']])
  })

  it('an accepted one that was opened again is to be submitted, one closed by a later acceptance is not', () => {
    expect(told(manager, '2020-07-01', [step('accept', P, JUNE), lock(JUNE), unlock(JUNE)])).toEqual([
      ['due', JUNE, 1],
    ])
    expect(told(manager, '2020-07-01', [step('accept', P, OCTOBER)])).toEqual([])
    expect(told(manager, '2020-07-01', [step('submit', P, JUNE), step('accept', P, JUNE)])).toEqual([])
  })

  it('one sent back is with the manager; the leader only sees it late', () => {
    const back = [step('submit', P, JUNE), step('return', P, JUNE)]
    expect(told(leader, '2020-07-01', back)).toEqual([])
    expect(told(leader, '2020-07-11', back)).toEqual([['waiting', JUNE, 11]])
  })

  it('整改 that was answered asks nobody', () => {
    const asked = rectify('rectification', P, JUNE, '补')
    const answered = [asked, rectify('rectification-result', P, JUNE, '已补')]
    expect(told(manager, '2020-06-01', answered)).toEqual([])
    expect(told(leader, '2020-06-01', answered)).toEqual([])
    expect(told({ ...leader, role: 'admin' }, '2020-06-01', [asked, manage(P, '王芳')])).toEqual([])
  })

  it('the most pressing come first, and then the order of the document', () => {
    const Q = `${PLAN_ID}/4`
    const entries = [
      step('submit', Q, JUNE),
      rectify('rectification', P, JUNE, '补'),
      total(Q, JUNE, '1', { author: '王芳' }),
      total(Q, JUNE, '2', { author: '李强' }),
    ]
    const list = todosOf(leader, [P, Q], entries, day('2020-07-15'))
    expect(list.map(({ kind, status }) => `${kind} ${status.project.position}`)).toEqual([
      'settle-total 4',
      'review 4',
      'waiting 3',
      'unanswered 3',
    ])
    const open = todosOf(manager, [Q, P], [], day('2020-07-15'))
    expect(open.map(({ status }) => status.project.position)).toEqual([4, 3])
  })

  it('knows only what was known by a moment', () => {
    const sent = step('submit', P, JUNE)
    const accepted = step('accept', P, JUNE)
    const at = (knownAt: string | null) =>
      todosOf(leader, [P], [sent, accepted], JUNE, knownAt).map(({ kind }) => kind)
    expect(at(null)).toEqual([])
    expect(at(sent.recordedAt)).toEqual(['review'])
  })
})
