import { describe, expect, it } from 'vitest'
import { withoutLines, type Importing } from '@/stores/importing/importState'
import { comparedText } from '@/views/import/importText'

describe('what is said of a comparison with the plan that stands', () => {
  it.each([
    [null, '正在比较'],
    ['unread' as const, '现有的计划没有读出来，没有比较；采用前请核对'],
    [[], '逐格相同，采用后没有变化'],
    [[1, 2], '2 行有变化；按编号对应，已填的实绩全部保留'],
  ])('%s', (lines, expected) => {
    expect(comparedText(lines)).toBe(expected)
  })

  it('a plan that could not be had is never called the same', () => {
    const plan = { id: '2020-323002', year: 2020, department: '民政局', file: '2020-323002.json' }
    const found = { kind: 'found', against: { plan, lines: null }, earlier: null } as unknown as Importing
    const missed = withoutLines(found, 'against')
    expect(missed.kind === 'found' && comparedText(missed.against?.lines ?? null)).toContain('没有比较')
  })
})
