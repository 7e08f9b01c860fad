import { describe, expect, it } from 'vitest'
import { readHtmlDocument } from '@/documents/reading/html'
import { documentIn } from './wordXml'

const page = (cell: string, style = '', table = '') =>
  documentIn(readHtmlDocument(`<style>${style}</style><table ${table}><tr><td>甲<td>${cell}</table>`))

/** The lines of the second cell, and what was set aside. */
function read(cell: string, style = '') {
  const document = page(cell, style)
  const [block] = document.blocks
  const row = block?.kind === 'table' ? (block.table.rows[0] ?? []) : []
  return { lines: row[1]?.lines ?? null, aside: document.setAside ?? [] }
}

const aside = (kind: string, text: string) => ({ kind, where: null, text })

describe('text that a page does not show', () => {
  it.each([
    ['a class', '.h{display:none}', '<span class="a h">旧</span>≥5'],
    ['an element and a class', 'td span.h { visibility : hidden !important }', '<span class=h>旧</span>≥5'],
    ['an id', '#x{display:none}', '<b id=x>旧</b>≥5'],
    ['an element', 'i{display:none}', '<i>旧</i>≥5'],
    ['no size', '.h{font-size:0px}', '<span class=h>旧</span>≥5'],
    ['no opacity', '.h{opacity:0}', '<span class=h>旧</span>≥5'],
    ['its own style', '', '<span style="display:none">旧</span>≥5'],
    ['its own size', '', '<font style="font-size:0">旧</font>≥5'],
    ['the attribute', '', '<span hidden>旧</span>≥5'],
    ['a block for screens', '@media screen{.h{display:none}}', '<span class=h>旧</span>≥5'],
    [
      'a rule behind a comment and an import',
      '@import "a.css";/* } */ .h{display:none}',
      '<u class=h>旧</u>≥5',
    ],
  ])('is set aside and said: by %s', (_, style, cell) => {
    expect(read(cell, style)).toEqual({ lines: ['≥5'], aside: [aside('hidden-text', '旧')] })
  })

  it.each([
    ['a rule for print', '@media print{.h{display:none}}'],
    ['a rule for narrow windows', '@media (max-width:600px){.h{display:none}}'],
    ['a later rule that shows it', '.h{display:none}.h{display:inline}'],
    ['a state', '.h:hover{display:none}'],
    ['another class', '.hh{display:none}'],
    ['an element with two classes', '.h.g{display:none}'],
    ['a rule in a comment', '/*.h{display:none}*/'],
  ])('is read where only %s would hide it', (_, style) => {
    expect(read('<span class=h>≥5</span>', style)).toEqual({ lines: ['≥5'], aside: [] })
  })

  it.each([
    ['a class of the cell', '.h{visibility:hidden}', 'class=h', 'hidden-text'],
    ['the size of the cell', '.h{font-size:0}', 'class=h', 'hidden-text'],
    ['a struck cell', '.h{text-decoration:line-through red}', 'class=h', 'struck-text'],
  ])('leaves the place of a cell blank: %s', (_, style, attributes, kind) => {
    const document = page(`乙<td ${attributes}>旧<td>丙`, style)
    const [block] = document.blocks
    const row = block?.kind === 'table' ? (block.table.rows[0] ?? []) : []
    expect(row.map(({ lines }) => lines)).toEqual([['甲'], ['乙'], [], ['丙']])
    expect(document.setAside).toEqual([aside(kind, '旧')])
  })

  it('is read in a cell without a size whose text has one again', () => {
    expect(read('乙<td style="font-size:0"><span style="font-size:12px">≥5</span>').aside).toEqual([])
  })

  it('is not taken for a row: a row that a class hides or strikes', () => {
    const style = '.h{display:none}.s{text-decoration:line-through}'
    const document = page('乙<tr class=h><td>旧<td>1<tr class=s><td>废<td>2', style)
    expect(document.setAside?.map(({ kind, text }) => `${kind} ${text}`).sort()).toEqual([
      'hidden-row 1',
      'hidden-row 旧',
      'struck-text 2',
      'struck-text 废',
    ])
  })

  it.each([
    ['.x{text-decoration:line-through}', '<span class=x>≥90%</span>≥98%'],
    ['.x{text-decoration-line:line-through}', '<span class=x>≥90%</span>≥98%'],
    ['', '<span style="text-decoration-line: line-through">≥90%</span>≥98%'],
  ])('is set aside where it is struck: %s', (style, cell) => {
    expect(read(cell, style)).toEqual({ lines: ['≥98%'], aside: [aside('struck-text', '≥90%')] })
  })
})

describe('a field of a form', () => {
  it.each([
    ['<input value="≥85%">', ['≥85%']],
    ['<input type=number value=85>%', ['85%']],
    ['<input type=hidden value=9>≥5', ['≥5']],
    ['<input type=button value=查看>≥5', ['≥5']],
    ['<input type=checkbox checked>定性<input type=checkbox>定量', ['☑定性□定量']],
    ['<select><option>≥1个<option selected>≥2个</select>', ['≥2个']],
    ['<select><option value=1>≥1个</option><option value=2>≥2个</option></select>', ['≥1个']],
    ['<select><option>请选择</option><option>≥2个</option></select>', []],
    ['≥<select><option selected>2</select>个', ['≥2个']],
    ['<textarea>≥3个</textarea>', ['≥3个']],
    ['<textarea rows=2>第一\n第二&lt;3</textarea>', ['第一', '第二<3']],
  ])('is read as the value the page shows: %s', (cell, lines) => {
    expect(read(cell)).toEqual({ lines: lines, aside: [] })
  })

  it('does not reach over the cell it stands in', () => {
    const document = page('<select><option>1<option selected>2<td>乙')
    const [block] = document.blocks
    expect(block?.kind === 'table' && block.table.rows[0]?.map(({ lines }) => lines)).toEqual([
      ['甲'],
      ['2'],
      ['乙'],
    ])
  })

  it('is none where a picture stands in place of a text', () => {
    expect(read('<img src=a.png alt="≥90%">')).toEqual({ lines: [], aside: [aside('picture', '≥90%')] })
  })
})

describe('a table that arranges the page', () => {
  const inner =
    '<table><tr><td>项目名称<td>甲<tr><td>预算数<td>5<tr><td>绩效目标<td>乙<tr><td>指标值<td>≥5</table>'
  const kinds = (html: string) =>
    documentIn(readHtmlDocument(html)).blocks.map((block) =>
      block.kind === 'table' ? block.table.rows.length : block.text,
    )

  it('is no table: its texts are lines, the tables inside stand by themselves', () => {
    expect(
      kinds(
        `<table><tr><td>首页<td>公开<tr><td colspan=2><p>绩效目标表</p><p>（2025年度） 单位：万元</p>${inner}</table>`,
      ),
    ).toEqual(['首页', '公开', '绩效目标表', '（2025年度） 单位：万元', 4])
    expect(kinds(`<table><tr><td><table><tr><td>标题<tr><td>${inner}</table></table>`)).toEqual(['标题', 4])
  })

  it('is one where headings of a form stand beside the table inside', () => {
    expect(kinds(`<table><tr><td>项目名称<td>甲<tr><td>指标<td>${inner}</table>`)).toEqual([2])
  })
})
