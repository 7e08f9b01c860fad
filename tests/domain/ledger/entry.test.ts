import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareEntries, compareRecording, sameWriter, writerOf } from '@/domain/ledger/entry'
import { SIX_PLAN } from '../../fixtures/sixProjects'
import { entries } from '../arbitraries'
import { pay } from '../build'

const ID = '2020-323002/1'

describe('the order of a fold', () => {
  it('is by the day it is about, then when it was written, then the id', () => {
    const late = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-02T00:00:00.000Z', id: 'a' })
    const early = pay(ID, '2020-05-01', '1', { recordedAt: '2020-06-09T00:00:00.000Z', id: 'z' })
    const again = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-03T00:00:00.000Z', id: '0' })
    const twin = pay(ID, '2020-06-01', '1', { recordedAt: '2020-06-02T00:00:00.000Z', id: 'b' })
    expect([twin, again, late, early].sort(compareEntries)).toEqual([early, late, twin, again])
  })

  it('is total: two entries are equal only when they are one', () => {
    fc.assert(
      fc.property(entries(SIX_PLAN), entries(SIX_PLAN), (a, b) => {
        expect(Math.sign(compareEntries(a, b))).toBe(-Math.sign(compareEntries(b, a)) + 0)
        expect(compareEntries(a, b) === 0).toBe(a.id === b.id)
      }),
    )
  })
})

describe('the order of writing', () => {
  it('is the moment, then the id, whatever day it is about', () => {
    const at = (id: string, recordedAt: string, on: string) => pay(ID, on, '1', { id, recordedAt })
    const [one, two] = ['2020-06-02T00:00:00.000Z', '2020-06-03T00:00:00.000Z']
    const written = [at('a', two, '2020-01-01'), at('b', one, '2020-12-01'), at('a', one, '2020-06-01')]
    expect([...written].sort(compareRecording).map(({ id, recordedAt }) => [id, recordedAt])).toEqual([
      ['a', one],
      ['b', one],
      ['a', two],
    ])
    expect(compareRecording(written[0]!, written[0]!)).toBe(0)
  })
})

describe('who wrote (domain.md §9)', () => {
  const by = (author: string, account: string | null) => ({ author, account })

  it.each([
    ['the same account under two names', by('王芳', 'a'), by('王芳（养老股）', 'a'), true],
    ['one name under two accounts', by('王芳', 'a'), by('王芳', 'b'), false],
    ['names, where one has no account', by('王芳', 'a'), by('王芳', null), true],
    ['names, where the other has none', by('王芳', null), by('王芳', 'a'), true],
    ['names, where neither has one', by('王芳', null), by('李强', null), false],
  ])('%s', (_, a, b, same) => {
    expect(sameWriter(a, b)).toBe(same)
  })

  it('is the account where there is one', () => {
    expect([writerOf(by('王芳', 'a')), writerOf(by('王芳', null))]).toEqual(['a', '王芳'])
  })
})
