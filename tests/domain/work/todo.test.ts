import type { SignOff } from '@/domain/ledger/entry'
import { describe, expect, it } from 'vitest'
import { todoKinds } from './todoLedger'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, day, JUNE, lock, manage, OCTOBER, rectify, step, total } from '../build'

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
    ['leader', [], '2020-07-15', ['waiting']],
    ['leader', [rectify('rectification', P, JUNE, '补')], '2020-07-01', ['unanswered']],
    ['evaluator', [rectify('rectification', P, JUNE, '补')], '2020-07-01', ['unanswered']],
    ['evaluator', [step('submit', P, JUNE)], '2020-07-15', []],
    ['evaluator', [], '2020-12-30', []],
    ['evaluator', [], '2020-12-31', ['sign']],
    ['evaluator', [signed], '2020-12-31', []],
    ['admin', [], '2020-07-15', ['unassigned']],
    ['admin', [manage(P, '王芳')], '2020-07-15', []],
  ] as const)('%s', (role, entries, asOf, expected) => {
    expect(kinds({ id: null, name: '赵局', role }, P, entries, day(asOf))).toEqual(expected)
  })
})
