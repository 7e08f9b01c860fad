import { describe, expect, it } from 'vitest'
import { decidedText } from '@/format/board/decidedText'
import { day, JUNE, OCTOBER } from '../../domain/build'

describe('what was decided, in one line', () => {
  it.each([
    ['accept', [['办公楼修缮', OCTOBER]], '已通过：办公楼修缮 10月底'],
    [
      'return',
      [
        ['办公楼修缮', OCTOBER],
        ['人员招聘费用', JUNE],
      ],
      '已退回：办公楼修缮 10月底、人员招聘费用 6月底',
    ],
    [
      'accept',
      ['甲', '乙', '丙', '丁'].map((name) => [name, day('2020-12-31')]),
      '已通过：甲 12月底、乙 12月底、丙 12月底等 4 件',
    ],
  ] as const)('%s %j', (kind, decided, expected) => {
    expect(
      decidedText(
        kind,
        decided.map(([name, on]) => ({ name, day: day(on) })),
      ),
    ).toBe(expected)
  })
})
