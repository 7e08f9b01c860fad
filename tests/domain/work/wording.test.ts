import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Wording } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { difference, worded, wordingsOf } from '@/domain/work/wording'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { JUNE, OCTOBER, rectify, voidOf } from '../build'

const P = `${PLAN_ID}/3`
function wording(generated: string, text: string, paragraph = 'a', on = JUNE): Wording {
  const { kind: _, text: __, ...base } = rectify('rectification', P, on, '')
  return { ...base, kind: 'wording', paragraph, generated, text }
}

describe('a paragraph', () => {
  it('is the generated one until somebody rewrites it', () => {
    expect(worded('甲 1', null)).toEqual({ kind: 'generated', text: '甲 1' })
    const own = wording('甲 1', '乙')
    expect(worded('甲 1', own)).toEqual({ kind: 'rewritten', text: '乙', wording: own })
    expect(worded('甲 1', wording('甲 1', ''))).toMatchObject({ kind: 'generated' })
  })

  it('shows what has changed since, and overwrites nothing', () => {
    const found = worded('支出 27.50 万元', wording('支出 26.00 万元', '修缮支出二十六万元'))
    expect(found).toMatchObject({
      kind: 'outdated',
      text: '修缮支出二十六万元',
      runs: [
        { kind: 'same', text: '支出 ' },
        { kind: 'gone', text: '26.00' },
        { kind: 'new', text: '27.50' },
        { kind: 'same', text: ' 万元' },
      ],
    })
  })

  it('is worded by the last standing entry about it', () => {
    const [first, second, other] = [wording('g', '一'), wording('g', '二'), wording('g', '三', 'b')]
    const slice = (...entries: Parameters<typeof addEntries>[1]) =>
      sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
    const at = { asOf: JUNE, knownAt: null }
    expect(wordingsOf(slice(first, second, other), at).get('a')).toBe(second)
    expect(wordingsOf(slice(first, second, voidOf(second)), at).get('a')).toBe(first)
    expect(wordingsOf(slice(wording('g', '晚', 'a', OCTOBER)), at).size).toBe(0)
  })
})

describe('laws of the difference', () => {
  const texts = fc.array(fc.constantFrom('支', '出', '26.00', '1,234.5', '%', '，', 'a', 'bc', '。'), {
    maxLength: 20,
  })
  it('reads as before without the new, and as after without the gone', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = difference(before.join(''), after.join(''))
        const without = (kind: string) =>
          runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('')
        expect(without('new')).toBe(before.join(''))
        expect(without('gone')).toBe(after.join(''))
      }),
      { numRuns: 500 },
    )
  })

  it('says nothing of equal texts, and compares very long ones as wholes', () => {
    expect(difference('一二三', '一二三')).toEqual([{ kind: 'same', text: '一二三' }])
    expect(difference('一'.repeat(2000), '二')).toHaveLength(2)
  })
})
