import { describe, expect, it } from 'vitest'
import type { Appraisal, Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { standingWords } from '@/domain/papers/appraisal'
import { reviewsOf, withdrawnOf } from '@/domain/papers/reviews'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { dec, voidOf } from '../build'
import { projectWith, reEvaluate, reportedAll, sheetOf, written } from '../scoring/sheets'

const project = projectWith()
const P = project.id
const REPORTED = reportedAll(project)
const review = (points: string) => reEvaluate(P, { [P]: [points, '按国库账核减'] })
const slice = (entries: readonly Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
const kept = (entries: readonly Entry[]) => reviewsOf(slice(entries), P, 're-evaluation', null)

describe('复评 taken back (domain.md §6)', () => {
  const [first, second] = [review('9'), review('8')]
  const back = voidOf(second, { author: first.author })

  it('stays with who did so and why, and the one before stands again', () => {
    expect(kept([first, second, back]).map(({ entry, withdrawn }) => [entry.id, withdrawn])).toEqual([
      [first.id, null],
      [second.id, back],
    ])
    expect(withdrawnOf(kept([first, second, back])).map(({ entry }) => entry)).toEqual([second])
    const sheet = (entries: readonly Entry[]) => sheetOf(project, [...REPORTED, ...entries])
    expect(sheet([first, second]).reEvaluation?.rows[0]?.points?.toFixed()).toBe('8')
    expect(sheet([first, second, back]).reEvaluation?.rows[0]?.points?.toFixed()).toBe('9')
    expect(sheet([second, back]).reEvaluation).toBeNull()
  })

  it('says which later one stands for every row of it, so that none is listed as if both counted', () => {
    const part = reEvaluate(P, { [P]: ['7', '再核'], [`${P}/1`]: ['3', '抽查不符'] })
    expect(kept([first, second, part]).map(({ replaced }) => replaced?.id ?? null)).toEqual([
      second.id,
      part.id,
      null,
    ])
    expect(kept([part, review('6')]).map(({ replaced }) => replaced)).toEqual([null, null])
    expect(kept([first, second, back]).map(({ replaced }) => replaced)).toEqual([null, null])
  })

  it('is not taken back by another, nor once the void is itself void, nor before it was known', () => {
    const alien = voidOf(second, { author: '别人' })
    expect(withdrawnOf(kept([first, second, alien]))).toEqual([])
    expect(withdrawnOf(kept([first, second, back, voidOf(back, { author: first.author })]))).toEqual([])
    const then = reviewsOf(slice([first, second, back]), P, 're-evaluation', second.recordedAt)
    expect(then.map(({ withdrawn }) => withdrawn)).toEqual([null, null])
  })

  it('brings back what a 绩效评价 stood instead of', () => {
    const say = (points: string, seen: readonly string[]): Appraisal => ({
      ...written(P),
      schema: 2,
      kind: 'appraisal',
      rows: [{ row: 'goals', points: dec(points), basis: '查看批复文件' }],
      seen,
    })
    const one = say('4', [])
    const two = { ...say('3', [one.id]), author: '另一评价人' }
    const standing = (entries: readonly Appraisal[]) =>
      standingWords(entries, 'goals').map(({ points }) => points.toFixed())
    expect(standing([one, two])).toEqual(['3'])
    expect(standing([one])).toEqual(['4'])
  })
})
