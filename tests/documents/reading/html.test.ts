import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHtmlDocument } from '@/documents/reading/html'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import { documentIn, short } from './wordXml'

function read(html: string) {
  return documentIn(readHtmlDocument(html))
}

/** The rows of the only table. */
function rows(inside: string) {
  return short(read(`<table>${inside}</table>`))[0]
}

describe('a table of HTML', () => {
  it.each([
    [
      'cells merged across',
      '<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3',
      [
        ['0 1×2:a', '2:b'],
        ['0:1', '1:2', '2:3'],
      ],
    ],
    ['cells merged down', '<tr><td rowspan=2>a<td>b<tr><td>c', [['0 2×1:a', '1:b'], ['1:c']]],
    [
      'cells merged both ways between others',
      '<tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>d<td>e',
      [
        ['0:a', '1 2×2:b', '3:c'],
        ['0:d', '3:e'],
      ],
    ],
    ['spans beyond the last row', '<tr><td rowspan=9>a<td>b<tr><td>c', [['0 2×1:a', '1:b'], ['1:c']]],
    ['a span to the end', '<tr><td rowspan=0>a<td>b<tr><td>c', [['0 2×1:a', '1:b'], ['1:c']]],
    [
      'a text that only flows over its neighbours',
      "<tr><td colspan=2 style='mso-ignore:colspan'>a<tr><td>1<td>2",
      [
        ['0:a', '1:'],
        ['0:1', '1:2'],
      ],
    ],
    ['paragraphs and breaks', '<tr><td><p>a</p><p>&nbsp;</p><p>b<br>c</p><td>', [['0:a/b/c', '1:']]],
    [
      'a table inside, its words its own',
      '<tr><td>a<table><tr><td>1<td>2</table>b<td>c',
      [['0:a/b {[["0:1","1:2"]]}', '1:c']],
    ],
    ['tracked changes accepted', '<tr><td><del cite="x">old</del><ins>new</ins>', [['0:new']]],
    [
      'notes and comments left out',
      "<tr><td>a<a style='mso-footnote-id:ftn1' href=#_ftn1><span class=MsoFootnoteReference>[1]</span></a>b<span class=MsoCommentReference>[张1]</span>",
      [['0:ab']],
    ],
    ['what is commented kept', "<tr><td><a style='mso-comment-reference:x_1'>a</a>", [['0:a']]],
    [
      'the widths Word appends left out',
      '<tr><td>a<![if !supportMisalignedColumns]><tr height=0><td width=9></td></tr><![endif]>',
      [['0:a']],
    ],
    ['the number behind a column too narrow', '<tr><td x:num="552.465">####', [['0:552.465']]],
  ])('is read with %s', (_, inside, expected) => {
    expect(rows(inside)).toEqual(expected)
  })

  it('sets aside what is hidden', () => {
    const document = read('<table><tr><td>a<td>b<tr style="display:none"><td>x<tr><td>1<td>2</table>')
    expect(short(document)).toEqual([[['0:a', '1:b'], [], ['0:1', '1:2']]])
    expect(document.setAside).toEqual([{ kind: 'hidden-row', where: null, text: 'x' }])
  })

  it.each([
    ['<s>5</s>6座', '6座', '5'],
    ['<strike>5</strike>6座', '6座', '5'],
    ['<del>5</del>6座', '6座', '5'],
    ['<span style="text-decoration:underline line-through">5</span>6座', '6座', '5'],
    ['6座<s>5', '6座', '5'],
  ])('sets aside what is struck: %s', (inside, expected, struck) => {
    const document = read(`<table><tr><td>${inside}<td>b</table>`)
    expect(short(document)).toEqual([[[`0:${expected}`, '1:b']]])
    expect(document.setAside).toEqual([{ kind: 'struck-text', where: null, text: struck }])
  })

  it('is read though a struck text before it never ends', () => {
    expect(short(read('<p>甲<s>乙</p><table><tr><td>a</table>'))).toEqual(['甲', [['0:a']]])
  })

  it.each([
    ['≥3<sup>2</sup>%', '≥3%', '≥3〔2〕'],
    ['80<sub>[1]</sub>', '80', '80〔[1]〕'],
    ['≤2<sup>小时</sup>', '≤2小时', null],
    ['≥3m<sup>2</sup>', '≥3m2', null],
  ])('sets aside a raised sign at a figure: %s', (inside, expected, told) => {
    const document = read(`<table><tr><td>${inside}<td>5</table>`)
    expect(short(document)).toEqual([[[`0:${expected}`, '1:5']]])
    expect(document.setAside).toEqual(
      told === null ? undefined : [{ kind: 'raised-sign', where: null, text: told }],
    )
  })

  it('has its caption before it', () => {
    expect(short(read('<p>a</p><table><caption>b</caption><tr><td>1</table><p>c</p>'))).toEqual([
      'a',
      'b',
      [['0:1']],
      'c',
    ])
  })

  it('is rejoined where its headings come again with no text between', () => {
    const page = (text: string) =>
      `<table><tr><td>一级指标<td>二级指标<td>指标值<tr><td>${text}<td>b<td>c</table>`
    const document = read(`${page('1')}<p>&nbsp;</p>${page('2')}<p>x</p>${page('3')}`)
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table'])
    expect(document.setAside).toEqual([
      { kind: 'repeated-headings', where: null, text: '一级指标\t二级指标\t指标值' },
    ])
  })
})

describe('a page', () => {
  it('keeps paragraphs and tables in their order', () => {
    expect(
      short(read('<h1>甲</h1>x<p>y</p><table><tr><td>1</table>z<table><tr><td>2</table><p>behind</p>')),
    ).toEqual(['甲', 'x', 'y', [['0:1']], 'z', [['0:2']], 'behind'])
  })

  it('of Word leaves its conditional comments, styles and notes behind the text out', () => {
    const html = `<!--[if gte mso 9]><xml><w:t>x</w:t></xml><![endif]--><style>td{}</style><p>a</p><table><tr><td>1</table><div style='mso-element:footnote-list'><p>[1] note</p></div>`
    expect(short(read(html))).toEqual(['a', [['0:1']]])
  })

  it('without a table has none to read', () => {
    expect(readHtmlDocument('<p>a</p>')).toEqual({ ok: false, problem: { kind: 'no-table', where: null } })
    expect(readHtmlDocument('')).toMatchObject({ ok: false })
  })

  it('is read no further than the limits', () => {
    const limits = { ...READING_LIMITS, characters: 10 }
    expect(readHtmlDocument(`<table><tr><td>${'字'.repeat(11)}</table>`, limits)).toMatchObject({
      problem: { kind: 'too-large' },
    })
  })

  it.each(['word-table', 'wps-table', 'excel-table', 'web-two-tables'])(
    'on a clipboard (%s) is a document too',
    (name) => {
      const path = new URL(`../../fixtures/clipboards/${name}.html`, import.meta.url)
      expect(readHtmlDocument(readFileSync(path, 'utf8'))).toMatchObject({ ok: true })
    },
  )
})
