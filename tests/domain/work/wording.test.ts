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
    expect(wordingsOf(slice(first, rectify('rectification', P, JUNE, '补')), at).size).toBe(1)
    expect(wordingsOf(slice(first, other), at).get('b')).toBe(other)
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

  it('keeps as much as can be kept, as a plain search of both texts finds', () => {
    const letters = fc.array(fc.constantFrom('支', '出', '。'), { maxLength: 7 })
    const kept = (a: readonly string[], b: readonly string[]): number => {
      const [x, y] = [a[0], b[0]]
      if (x === undefined || y === undefined) return 0
      if (x === y) return 1 + kept(a.slice(1), b.slice(1))
      return Math.max(kept(a.slice(1), b), kept(a, b.slice(1)))
    }
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const same = difference(before.join(''), after.join('')).filter(({ kind }) => kind === 'same')
        expect(same.reduce((sum, { text }) => sum + text.length, 0)).toBe(kept(before, after))
      }),
      { numRuns: 500 },
    )
  })

  it('joins what lies together, and has no run without a text', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = difference(before.join(''), after.join(''))
        expect(
          runs.every(({ text }, index) => text !== '' && runs[index + 1]?.kind !== runs[index]?.kind),
        ).toBe(true)
      }),
    )
  })

  it.each<[string, string, string]>([
    ['一二三', '一二三', '=一二三'],
    ['', '', ''],
    ['', '甲', '+甲'],
    ['甲', '', '-甲'],
    ['甲乙', '乙甲', '-甲 =乙 +甲'],
    ['1,234.5万元', '1,235万元', '-1,234.5 +1,235 =万元'],
    ['完成 95%', '完成 96%', '=完成  -95% +96%'],
    ['abc 1', 'abd 1', '-abc +abd = 1'],
    ['-5', '+5', '--5 ++5'],
  ])('“%s” to “%s”: %s', (before, after, wanted) => {
    const sign = { same: '=', gone: '-', new: '+' } as const
    expect(
      difference(before, after)
        .map(({ kind, text }) => `${sign[kind]}${text}`)
        .join(' '),
    ).toBe(wanted)
  })

  it.each([
    ['一'.repeat(1500), `二${'一'.repeat(1499)}`, ['gone', 'new', 'same']],
    ['一'.repeat(1501), `二${'一'.repeat(1500)}`, ['gone', 'new']],
    ['一'.repeat(1501), '二', ['gone', 'new']],
    ['二', '一'.repeat(1501), ['gone', 'new']],
    ['', '一'.repeat(1501), ['new']],
    ['一'.repeat(1501), '', ['gone']],
    ['一'.repeat(1501), '一'.repeat(1501), ['same']],
  ])('a text of more than 1,500 words is compared as a whole', (before, after, kinds) => {
    const runs = difference(before, after)
    expect(runs.map(({ kind }) => kind)).toEqual(kinds)
    expect(runs.flatMap(({ kind, text }) => (kind === 'new' ? [] : text)).join('')).toBe(before)
    expect(runs.flatMap(({ kind, text }) => (kind === 'gone' ? [] : text)).join('')).toBe(after)
  })
})
