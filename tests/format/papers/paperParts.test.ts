import { describe, expect, it } from 'vitest'
import { head, text } from '@/format/papers/formCells'
import { paperParts } from '@/format/papers/paperParts'

const texts = (form: Parameters<typeof paperParts>[0]) =>
  paperParts(form).map(({ heads, body }) =>
    [heads, body].map((rows) => rows.map((row) => row.map((cell) => `${cell.text}/${cell.rows ?? 1}`))),
  )
const row = (name: string) => [text(name), text('1')]

describe('the tables of a form on paper', () => {
  it('repeats the first row where nothing says otherwise', () => {
    expect(texts({ rows: [[head('甲'), head('乙')], row('a')] })).toEqual([
      [[['甲/1', '乙/1']], [['a/1', '1/1']]],
    ])
  })
  it('begins one at a heading further down, of several rows', () => {
    const rows = [row('上'), [head('甲', 1, 2), head('乙')], [head('丙')], row('a')]
    expect(texts({ rows, heads: [{ from: 1, rows: 2 }] })).toEqual([
      [[], [['上/1', '1/1']]],
      [[['甲/2', '乙/1'], ['丙/1']], [['a/1', '1/1']]],
    ])
  })
  it('halves a side heading that reaches out of it, its words in the lower half', () => {
    const rows = [[head('侧', 1, 3), head('甲')], [text('a')], [text('b')]]
    expect(texts({ rows, heads: [{ from: 0, rows: 1 }] })).toEqual([
      [[['/1', '甲/1']], [['侧/2', 'a/1'], ['b/1']]],
    ])
  })
  it.each([
    ['another cell reaches out of it', [[head('甲'), head('乙', 1, 2)], [text('a')]], 0],
    ['a cell above reaches into it', [[head('侧', 1, 2), text('上')], [head('甲')], row('a')], 1],
  ])('repeats nothing where %s', (_, rows, from) => {
    expect(paperParts({ rows, heads: [{ from, rows: 1 }] }).flatMap(({ heads }) => heads)).toEqual([])
  })
})
