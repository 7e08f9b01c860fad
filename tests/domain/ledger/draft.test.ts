import { describe, expect, it } from 'vitest'
import { demoPlan, isDemoPlan, publishedPlan } from '@/domain/ledger/demo'
import { undoing, writeEntries, type Draft } from '@/domain/ledger/draft'
import { subjectLevel } from '@/domain/ledger/subject'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { JUNE, OCTOBER, pay } from '../build'

const P = `${PLAN_ID}/3`
const said = (text: string): Draft => ({ kind: 'comment', subject: P, effectiveOn: JUNE, text })

describe('writing', () => {
  it('makes entries of schema 2 of drafts, in order: who, in which role, when, for which plan', () => {
    let at = 0
    const pen = {
      plan: PLAN_ID,
      author: '王芳',
      role: 'manager' as const,
      account: 'w',
      recordedAt: '2020-07-01T00:00:00.000Z',
      nextId: () => `id-${(at += 1)}`,
    }
    const { nextId: _, ...written } = pen
    expect(writeEntries([said('甲'), said('乙')], pen)).toEqual([
      { ...said('甲'), ...written, schema: 2, id: 'id-1' },
      { ...said('乙'), ...written, schema: 2, id: 'id-2' },
    ])
    expect(writeEntries([], pen)).toEqual([])
  })

  it('undoes a step by a void of each of its entries, the last first, on the day each is about', () => {
    const step = [pay(P, JUNE, '1'), pay(`${PLAN_ID}/4`, OCTOBER, '2')]
    expect(undoing(step, '撤销')).toEqual([
      { kind: 'void', subject: `${PLAN_ID}/4`, effectiveOn: OCTOBER, entry: step[1]?.id, reason: '撤销' },
      { kind: 'void', subject: P, effectiveOn: JUNE, entry: step[0]?.id, reason: '撤销' },
    ])
  })
})

describe('a demonstration', () => {
  it('bears a plan id of its own, from which the published one is told', () => {
    expect(demoPlan(PLAN_ID)).not.toBe(PLAN_ID)
    expect([isDemoPlan(demoPlan(PLAN_ID)), isDemoPlan(PLAN_ID)]).toEqual([true, false])
    expect(isDemoPlan(`${PLAN_ID}demo:`)).toBe(false)
    expect([publishedPlan(demoPlan(PLAN_ID)), publishedPlan(PLAN_ID)]).toEqual([PLAN_ID, PLAN_ID])
  })
})

describe('what a subject is, by its place in the document (domain.md §2)', () => {
  it.each([
    ['', 'plan'],
    ['/G1', 'goal'],
    ['/G12', 'goal'],
    ['/3', 'project'],
    ['/12345', 'project'],
    ['/3/1', 'indicator'],
    ['/12345/12345', 'indicator'],
    ['/0', null],
    ['/03', null],
    ['/123456', null],
    ['/3/0', null],
    ['/3/', null],
    ['/3/1/2', null],
    ['/G0', null],
    ['/G1/1', null],
    ['/g1', null],
    ['/', null],
    ['3', null],
    ['/3 ', null],
    [' /3', null],
  ])('%j is %s', (place, level) => {
    expect(subjectLevel(PLAN_ID, `${PLAN_ID}${place}`)).toBe(level)
  })

  it('of another plan is nothing, one whose id begins alike too', () => {
    expect(subjectLevel(PLAN_ID, '2021-323002/3')).toBeNull()
    expect(subjectLevel(PLAN_ID, `${PLAN_ID}1/3`)).toBeNull()
    expect(subjectLevel(PLAN_ID, '/3')).toBeNull()
    expect(subjectLevel(PLAN_ID, `x${PLAN_ID}`)).toBeNull()
  })
})
