import { describe, expect, it } from 'vitest'
import { decidedText, type Decided } from '@/format/board/decidedText'
import { day, JUNE, OCTOBER } from '../../domain/build'

const act = (id: string, name: string, on: string, kind: Decided['kind'] = 'accept'): Decided => ({
  id,
  kind,
  name,
  day: day(on),
})
const ONE = [act('a', '办公楼修缮', OCTOBER)]
const TWO = [act('a', '办公楼修缮', OCTOBER, 'return'), act('b', '人员招聘费用', JUNE, 'return')]
const FOUR = ['甲', '乙', '丙', '丁'].map((name) => act(name, name, '2020-12-31'))
const WHY = '他人又写入了 2 条，没有生效。'

describe('what came of what was decided', () => {
  it.each<[string, readonly Decided[], string[], [string, string][], string[]]>([
    ['nothing decided', [], [], [], []],
    ['one in force', ONE, ['a'], [], ['in-force 已通过：办公楼修缮 10月底']],
    ['two sent back', TWO, ['a', 'b'], [], ['in-force 已退回：办公楼修缮 10月底、人员招聘费用 6月底']],
    ['many', FOUR, ['甲', '乙', '丙', '丁'], [], ['in-force 已通过：甲 12月底、乙 12月底、丙 12月底等 4 件']],
    ['still here', ONE, [], [], ['waiting 已办理，待同步，尚未生效：通过 办公楼修缮 10月底']],
    [
      'sent back, still here',
      TWO,
      [],
      [],
      ['waiting 已办理，待同步，尚未生效：退回 办公楼修缮 10月底、人员招聘费用 6月底'],
    ],
    ['refused', ONE, [], [['a', WHY]], [`refused 没有通过：办公楼修缮 10月底。${WHY}`]],
    [
      'each its own',
      TWO,
      ['b'],
      [['a', WHY]],
      [`refused 没有退回：办公楼修缮 10月底。${WHY}`, 'in-force 已退回：人员招聘费用 6月底'],
    ],
    [
      'refused first, sent once more and taken',
      ONE,
      ['a'],
      [['a', WHY]],
      ['in-force 已通过：办公楼修缮 10月底'],
    ],
  ])('%s', (_, decided, inForce, refused, expected) => {
    const lines = decidedText(decided, new Set(inForce), new Map(refused))
    expect(lines.map(({ came, text }) => `${came} ${text}`)).toEqual(expected)
  })
})
