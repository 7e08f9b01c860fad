import { describe, expect, it } from 'vitest'
import { readListFile } from '@/documents/payments/readList'
import { parseRows } from '@/documents/payments/textRows'

describe('quotes of a comma text', () => {
  it.each([
    ['"a,b",c', [['a,b', 'c']]],
    ['"a ""b""",c', [['a "b"', 'c']]],
    ['"a"b,"c"d', [['"a"b', '"c"d']]],
    ['"a"b,"",c', [['"a"b', '', 'c']]],
    [
      '"a,b\nc,d',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,"",b', [['"a', '', 'b']]],
    ['"a,"""\nb,"c\nd"', [['a,"'], ['b', 'c\nd']]],
  ])('%o', (text, rows) => expect(parseRows(text)).toEqual(rows))
})

describe('a text that is no list', () => {
  it.each([
    ['one line of thousands of cells', 'a,'.repeat(3_000)],
    ['hundreds of thousands of lines', 'a,1\n'.repeat(200_001)],
  ])('%s is refused as too large, not laid out', (_, text) => {
    const read = readListFile(new TextEncoder().encode(text), '支付.csv')
    expect(read).toEqual({ ok: false, problem: { kind: 'too-many-cells', where: null } })
  })
})
