import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/reading/readDocument'
import { readTextDocument } from '@/documents/reading/textDocument'

/** The blocks of a text in short: paragraphs as they are, tables as rows of cells, the lines of a cell parted by a bar. */
function blocksOf(text: string): unknown[] {
  const reading = readTextDocument(text)
  if (!reading.ok) return [reading.problem.kind]
  return reading.document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.table.rows.map((row) => row.map(({ lines }) => lines.join('|'))),
  )
}

describe('cells a line behind a tab', () => {
  it.each<[string, string, unknown[]]>([
    [
      'rows end at a blank line',
      '\ta\n\tb\n\n\tc\n\td\n',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    ['a cell of several lines', '\ta\n\t1、甲\n2、乙\n\n\tc\n', [[['a', '1、甲|2、乙'], ['c']]]],
    ['blank cells', '\t\n\t\n\tx\n', [[['', '', 'x']]]],
    ['two tables parted by a blank line more', '\ta\n\n\n\tb\n', [[['a']], [['b']]]],
    ['two tables parted by a blank paragraph', '\ta\n\n \n\tb\n', [[['a']], [['b']]]],
    ['text before and behind', 'x\n\ta\n\ny\n', ['x', [['a']], 'y']],
    ['marks of bookmarks', '[bookmark: _Toc1]1、甲\n[bookmark: _Go] 乙\n', ['1、甲', '乙']],
    ['Windows line breaks', '\ta\r\n\tb\r\n\r\nx', [[['a', 'b']], 'x']],
    ['a mark of the encoding', '\uFEFFx', ['x']],
  ])('%s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks)
  })

  it('knows the line each table begins on, and that merges are not told', () => {
    const reading = readTextDocument('x\n\n\ta\n\ny\n\tb\n')
    const tables = reading.ok
      ? reading.document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
      : []
    expect(tables.map(({ position, place, merges }) => [position, place?.line, merges])).toEqual([
      [1, 3, false],
      [2, 6, false],
    ])
  })
})

describe('cells parted by tabs', () => {
  it.each<[string, string, unknown[]]>([
    [
      'rows',
      'a\tb\nc\td\n',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'a quoted cell of two lines',
      'a\t"1、甲\n2、乙"\nc\td',
      [
        [
          ['a', '1、甲|2、乙'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'blank cells in front',
      'a\tb\tc\n\tx\ty\n',
      [
        [
          ['a', 'b', 'c'],
          ['', 'x', 'y'],
        ],
      ],
    ],
    ['paragraphs between', 'x\na\tb\ny\nc\td\n', ['x', [['a', 'b']], 'y', [['c', 'd']]]],
  ])('%s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks)
  })
})

describe('a file of text', () => {
  const bytes = (...parts: number[]) => new Uint8Array(parts)
  const read = async (file: Uint8Array, name = 'a.txt') => {
    const reading = await readDocument(file, name)
    return reading.ok ? reading.document.blocks : reading.problem.kind
  }

  it.each([
    ['UTF-8', bytes(0x09, 0xe5, 0x8a, 0x9e)],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x09, 0xe5, 0x8a, 0x9e)],
    ['GB18030', bytes(0x09, 0xb0, 0xec)],
    ['UTF-16', bytes(0xff, 0xfe, 0x09, 0x00, 0x9e, 0x52)],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0x00, 0x09, 0x52, 0x9e)],
  ])('%s', async (_, file) => {
    expect(await read(file)).toMatchObject([{ table: { rows: [[{ lines: ['办'] }]] } }])
  })

  it.each([
    ['nothing', bytes(), 'a.txt', 'not-a-document'],
    ['zeros', bytes(0x41, 0, 0, 0x41), 'a.txt', 'not-a-document'],
    ['no encoding', bytes(0x41, 0xff, 0xff, 0x41), 'a.txt', 'encoding'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0), 'a.doc', 'old-doc'],
    ['an old Excel file', bytes(0xd0, 0xcf, 0x11, 0xe0), 'a.xls', 'old-xls'],
  ])('%s', async (_, file, name, kind) => {
    expect(await read(file, name)).toBe(kind)
  })
})
