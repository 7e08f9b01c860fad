import { describe, expect, it } from 'vitest'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { decodeEntities, htmlTokens } from '@/documents/clipboard/htmlTokens'

function rowsOf(html: string) {
  return readClipboard({ text: null, html }).rows
}

function table(rows: string): string {
  return `<table>${rows}</table>`
}

describe('tokens', () => {
  it('keeps text, starts and ends, and drops what is not content', () => {
    expect([
      ...htmlTokens('<!doctype html><?xml a?><!--x--><B a=1>1&lt;2</b><br/><style><td></style><![if a]>z'),
    ]).toEqual([
      { kind: 'open', name: 'b', attributes: ' a=1', closed: false },
      { kind: 'text', text: '1<2' },
      { kind: 'close', name: 'b' },
      { kind: 'open', name: 'br', attributes: '/', closed: true },
      { kind: 'text', text: 'z' },
    ])
  })

  it.each([
    ['a bracket in a quoted value', '<a title="1>2">x', 'x'],
    ['a bracket that opens nothing', '1 < 2 <3', '1 < 2 <3'],
    ['a quote never closed', '<a title="1>x</a>y', 'xy'],
    ['a tag never closed', 'x<td', 'x'],
    ['a comment never closed', 'x<!-- y', 'x'],
    ['a style never closed', 'x<style>y', 'x'],
  ])('reads past %s', (_, html, text) => {
    const texts = [...htmlTokens(html)].flatMap((token) => (token.kind === 'text' ? [token.text] : []))
    expect(texts.join('')).toBe(text)
  })

  it.each([
    ['&ge;95&percnt;', '≥95%'],
    ['&#8805;&#x39;&#x35', '≥95'],
    ['&nbsp&yen;', '\u00A0¥'],
    ['&#150;&#0;&#xD800;&#x110000;', '–\uFFFD\uFFFD\uFFFD'],
    ['R&D &unknown; &', 'R&D &unknown; &'],
  ])('decodes %s', (written, text) => {
    expect(decodeEntities(written)).toBe(text)
  })
})

describe('tables', () => {
  it.each([
    [
      'ends left out',
      '<tr><td>1<td>2<tr><td>3<td>4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['groups', '<thead><tr><th>a</thead><tbody><tr><td>1</tbody><tfoot><tr><td>2', [['a'], ['1'], ['2']]],
    [
      'rows of unlike length',
      '<tr><td>1<tr><td>2<td>3',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['white space as a browser shows it', '<tr><td>\n  1 000\n  <b> 元</b> &nbsp;', [['1 000 元']]],
    ['line breaks', '<tr><td>a<br>b<br/>c', [['a\nb\nc']]],
    ['paragraphs', '<tr><td><p>a</p><p></p><div>b</div>', [['a\nb']]],
    ['hidden parts of a page', '<tr><td>95%<span style="display:none">0.95</span><i hidden>x</i>', [['95%']]],
    ['a hidden part never closed', '<tr><td>1<b style="display: none">x<td>2', [['1', '2']]],
    ['a hidden table in a cell', '<tr><td>1<table style="display:none"><tr><td>x</table><td>2', [['1', '2']]],
    ['a hidden cell', '<tr><td>1<td style="display:none">x<td>2', [['1', '2']]],
    [
      'a table in a cell beside others',
      '<tr><td>1<table><tr><td>a<td>b<tr><td>c</table><td>2',
      [['1\na b\nc', '2']],
    ],
  ])('are read with %s', (_, rows, expected) => {
    expect(rowsOf(table(rows))).toEqual(expected)
  })

  it('are found inside tables that only lay out a page', () => {
    expect(rowsOf(table(`<tr><td></td><td>${table(`<tr><td>${table('<tr><td>1<td>2')}`)}`))).toEqual([
      ['1', '2'],
    ])
  })

  it('are stacked when of one width, and left out when not', () => {
    const html = `${table('<tr><td>a<td>b')}<p>text</p>${table('<tr><td>1<td>2')}${table('<tr><td>x')}`
    expect(readClipboard({ text: null, html })).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      issues: [{ kind: 'tables-left-out', count: 1 }],
    })
  })

  it('end where another begins outside a cell', () => {
    expect(rowsOf('<table><tr><td>a<td>b</tr><table><tr><td>1<td>2</table><tr><td>3<td>4</table>')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('note merged cells and hold their value once', () => {
    const html = table(
      '<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td rowspan=0>e<td>f<td>g<tr><td>h<td>i',
    )
    expect(readClipboard({ text: null, html })).toMatchObject({
      rows: [
        ['a', 'b', ''],
        ['', 'c', 'd'],
        ['e', 'f', 'g'],
        ['', 'h', 'i'],
      ],
      merged: [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 0, rows: 2, columns: 1 },
      ],
    })
  })

  it('take text that only flows over its neighbours for one cell beside empty ones', () => {
    const html = table("<tr><td colspan=3 style='height:1pt;mso-ignore:colspan'>a<tr><td>1<td>2<td>3")
    expect(readClipboard({ text: null, html })).toMatchObject({
      rows: [
        ['a', '', ''],
        ['1', '2', '3'],
      ],
      merged: [],
    })
  })

  it('leave hidden rows out, say so, and keep the value of a cell merged across them', () => {
    const html = table(
      '<tr style="display:none"><td rowspan=2>a<td>x<tr><td>1<tr hidden><td>y<td>2<tr height=0><td><td>',
    )
    expect(readClipboard({ text: null, html })).toMatchObject({
      rows: [['a', '1']],
      merged: [],
      issues: [{ kind: 'hidden-rows', count: 2 }],
    })
  })

  it.each([
    ['95%', '0.94960000000000004', '94.96%'],
    ['552.47', '552.465', '552.465'],
    ['4,023', '4023.1', '4023.1'],
    ['95%', '0.94999999999999996', null],
    ['552.465', '552.465', null],
    ['43931', '43932', null],
    ['2020/4/10', '43931', null],
    ['是', '1', null],
    ['95%', 'x', null],
  ])('note the number behind %s, noted as %s', (shown, noted, full) => {
    const { underlying } = readClipboard({ text: null, html: table(`<tr><td x:num="${noted}">${shown}`) })
    expect(underlying).toEqual(full === null ? [] : [{ row: 0, column: 0, text: full }])
  })

  it('fill a column too narrow from the text of the same shape, else from the number behind, else not at all', () => {
    const html = table('<tr><td>###<td x:num="0.5">##')
    expect(readClipboard({ text: '1,200.00\t##\r\n', html }).rows).toEqual([['1,200.00', '0.5']])
    expect(readClipboard({ text: '1,200.00\r\n', html }).rows).toEqual([['###', '0.5']])
    expect(readClipboard({ text: null, html }).underlying).toEqual([])
  })
})
