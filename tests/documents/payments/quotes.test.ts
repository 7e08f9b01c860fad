import { describe, expect, it } from 'vitest'
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
