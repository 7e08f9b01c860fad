import { describe, expect, it } from 'vitest'
import { readListFile } from '@/documents/payments/readList'
import { asBook } from './lists'
import { parseRows } from '@/documents/payments/textRows'

describe('quotes of a comma text', () => {
  it.each([
    ['"a,b",c', [['a,b', 'c']]],
    ['="0012",="2020-03-05",=1+1', [['0012', '2020-03-05', '=1+1']]],
    ['"=""0012""",="a""b",="', [['0012', 'a"b', '="']]],
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

it('what stands as a text formula in a workbook is read as the text', () => {
  const rows = [
    ['日期', '凭证号', '项目名称', '支付金额'],
    ['="2020-03-05"', '="0012"', '办公楼修缮', '="2000.00"'],
  ]
  const read = readListFile(asBook([{ name: '支付', rows }]), '支付.xlsx')
  expect(read.ok && read.tables[0]?.rows[1]).toEqual(['2020-03-05', '0012', '办公楼修缮', '2000.00'])
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
