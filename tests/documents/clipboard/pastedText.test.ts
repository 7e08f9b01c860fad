import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { readTabbed, splitLines } from '@/documents/clipboard/pastedText'

/** Writes cells as Excel puts them on the clipboard: quoted only where a cell holds a tab or a line break. */
function asExcel(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}

/** Cells as people fill them; one that begins with a quote without needing quotes is ambiguous in Excel's own form. */
const cell = fc
  .string({
    unit: fc.constantFrom(
      '9',
      '5',
      '.',
      '%',
      ',',
      '"',
      '\n',
      '\t',
      ' ',
      '，',
      '万',
      '元',
      '≥',
      '#',
      '中',
      '\u00A0',
      "'",
    ),
    maxLength: 8,
  })
  .filter((text) => !text.startsWith('"') || /[\t\r\n]/.test(text))

const rectangle = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('the tab-separated text of Excel', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(rectangle, (rows) => {
        expect(readTabbed(asExcel(rows), 5000)).toEqual(rows)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read back through the clipboard, several columns wide', () => {
    const wide = rectangle.filter(
      (rows) => (rows[0]?.length ?? 0) > 1 && rows.flat().some((text) => text.trim() !== ''),
    )
    fc.assert(
      fc.property(wide, (rows) => {
        expect(readClipboard({ text: asExcel(rows), html: null }).rows).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['no line break at the end', 'a\tb', [['a', 'b']]],
    ['one at the end', 'a\tb\r\n', [['a', 'b']]],
    ['an empty last row', 'a\r\n\r\n', [['a'], ['']]],
    [
      'line feeds alone',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'carriage returns alone',
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty last cell', 'a\t', [['a', '']]],
    [
      'rows of unlike length',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['a quoted line break', '"a\nb"\tc', [['a\nb', 'c']]],
    ['a quoted tab', '"a\tb"\tc', [['a\tb', 'c']]],
    ['doubled quotes', '"a ""b""\nc"\td', [['a "b"\nc', 'd']]],
    ['quotes that are text', '"a"\tb "c"', [['"a"', 'b "c"']]],
    ['an open quote', '"A\t"B\r\n', [['"A', '"B']]],
    [
      'a quote never closed',
      '"a\tb\r\nc\td',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'text after a closing quote',
      '"a\nb"c\td',
      [
        ['"a', ''],
        ['b"c', 'd'],
      ],
    ],
    ['nothing', '', []],
  ])('with %s', (_, text, rows) => {
    expect(readTabbed(text, 100)).toEqual(rows)
  })

  it('is refused whole past the bound, also where only the rectangle passes it', () => {
    expect(readTabbed('a\tb\nc\td', 4)).toHaveLength(2)
    expect(readTabbed('a\tb\nc\td', 3)).toBeNull()
    expect(readTabbed('a\tb\tc\nd\ne\n', 8)).toBeNull()
  })
})

describe('the lines of a chat', () => {
  it.each([
    [
      'bars',
      ['支出|552|736', '满意度|95%|96%'],
      'bar',
      [
        ['支出', '552', '736'],
        ['满意度', '95%', '96%'],
      ],
    ],
    [
      'a framed table',
      ['| 指标 | 6月底 |', '|:--|--:|', '| 支出 | 无 |', '| 满意度 |  |'],
      'bar',
      [
        ['指标', '6月底'],
        ['支出', '无'],
        ['满意度', ''],
      ],
    ],
    ['full-width bars', ['95%｜96%'], 'bar', [['95%', '96%']]],
    [
      'an empty last part',
      ['支出|552|', '满意度|95%|96%'],
      'bar',
      [
        ['支出', '552', ''],
        ['满意度', '95%', '96%'],
      ],
    ],
    [
      'several spaces',
      ['95%   96%', '97%  98%'],
      'spaces',
      [
        ['95%', '96%'],
        ['97%', '98%'],
      ],
    ],
    [
      'ideographic spaces',
      ['支出　　552', '满意度　　95%'],
      'spaces',
      [
        ['支出', '552'],
        ['满意度', '95%'],
      ],
    ],
    [
      'headings over spaces',
      ['指标  6月底  10月底', '支出  552  736'],
      'spaces',
      [
        ['指标', '6月底', '10月底'],
        ['支出', '552', '736'],
      ],
    ],
    [
      'wide commas',
      ['支出，552万元', '满意度，95%'],
      'comma',
      [
        ['支出', '552万元'],
        ['满意度', '95%'],
      ],
    ],
    ['one line of commas', ['60%，80%，100%'], 'comma', [['60%', '80%', '100%']]],
  ] as const)('are split at %s', (_, lines, separator, rows) => {
    expect(splitLines(lines)).toEqual({ rows, issues: [{ kind: 'split-by', separator }] })
  })

  it.each([
    ['a sentence', ['已完成，正在推进'], 'comma'],
    ['a sentence with a gap', ['已全部发放  正在复核'], 'spaces'],
    ['thousands with wide commas', ['５，５２０，０００'], 'comma'],
    ['a thousand in a list', ['60，1，200'], 'comma'],
    ['unlike lines', ['支出  552', '满意度  95%  96%'], 'spaces'],
    ['unlike bars', ['a|b', 'c'], 'bar'],
  ] as const)('stay one column for %s, and the reading says so', (_, lines, separator) => {
    expect(splitLines(lines)).toEqual({
      rows: lines.map((line) => [line]),
      issues: [{ kind: 'not-split', separator }],
    })
  })

  it.each([
    ['a plain column', ['95%', '', '96%']],
    ['thousands', ['1,200', '3,400.5']],
    ['single spaces', ['支出 552 万元']],
    ['a cell of several lines', ['a|b\nc|d']],
  ])('stay one column for %s', (_, lines) => {
    expect(splitLines(lines)).toEqual({ rows: lines.map((line) => [line]), issues: [] })
  })
})
