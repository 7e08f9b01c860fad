import { describe, expect, it } from 'vitest'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import {
  TRANSITIONAL as W,
  documentIn,
  documentXml,
  p,
  packageOf,
  readWord,
  short,
  shortTable,
  tbl,
  tc,
  tr,
  wordFile,
} from '../wordXml'

const RESTART = '<w:vMerge w:val="restart"/>'
const CONTINUE = '<w:vMerge/>'

function span(columns: number): string {
  return `<w:gridSpan w:val="${columns}"/>`
}

/** The rows of the only table of a body of rows. */
function rows(...written: string[]): string[][] {
  return short(readWord(tbl(written)))[0] as string[][]
}

/** The lines of the only cell of a table that holds the content. */
function cellOf(content: string): string {
  return rows(tr([tc(content)]))[0]?.[0] ?? ''
}

function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
}

describe('merged cells', () => {
  it.each([
    [
      'across',
      [tr([tc('a', span(2)), tc('b')]), tr([tc('1'), tc('2'), tc('3')])],
      [
        ['0 1×2:a', '2:b'],
        ['0:1', '1:2', '2:3'],
      ],
    ],
    [
      'down',
      [tr([tc('a', RESTART), tc('b')]), tr([tc('', CONTINUE), tc('c')])],
      [['0 2×1:a', '1:b'], ['1:c']],
    ],
    [
      'both ways',
      [
        tr([tc('a', span(2) + RESTART), tc('b')]),
        tr([tc('', span(2) + '<w:vMerge w:val="continue"/>'), tc('c')]),
      ],
      [['0 2×2:a', '2:b'], ['2:c']],
    ],
    [
      'down twice, one group under the other',
      [tr([tc('a', RESTART)]), tr([tc('', CONTINUE)]), tr([tc('b', RESTART)]), tr([tc('', CONTINUE)])],
      [['0 2×1:a'], [], ['0 2×1:b'], []],
    ],
    [
      'across by the older hMerge',
      [tr([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')])],
      [['0 1×2:a', '2:b']],
    ],
    [
      'down behind grid columns left empty',
      [
        tr([tc('a'), tc('b', RESTART)]),
        tr([tc('', CONTINUE)], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
      ],
      [['0:a', '1 2×1:b'], []],
    ],
    [
      'down with none above, which stands for itself',
      [tr([tc('a')]), tr([tc('b', CONTINUE)])],
      [['0:a'], ['0:b']],
    ],
    [
      'down after a plain cell, which ends the group',
      [tr([tc('a', RESTART)]), tr([tc('b')]), tr([tc('c', CONTINUE)])],
      [['0:a'], ['0:b'], ['0:c']],
    ],
    [
      'down with another width and a text, which is seen',
      [tr([tc('a', RESTART), tc('b')]), tr([tc('c', span(2) + CONTINUE)])],
      [['0:a', '1:b'], ['0 1×2:c']],
    ],
    [
      'down with another width and none',
      [tr([tc('a', RESTART), tc('b')]), tr([tc('', span(2) + CONTINUE)])],
      [['0 2×1:a', '1:b'], []],
    ],
  ])('are kept %s', (_, written, expected) => {
    expect(rows(...written)).toEqual(expected)
  })

  it('hide the text of the cells they cover, which is set aside', () => {
    const document = readWord(tbl([tr([tc('a', RESTART)]), tr([tc('old', CONTINUE)])]))
    expect(short(document)).toEqual([[['0 2×1:a'], []]])
    expect(document.setAside).toEqual([{ kind: 'covered-text', where: null, text: 'old' }])
  })

  it('are taken as they are, not as they were before a tracked change', () => {
    expect(
      rows(
        tr([
          tc('a', `${span(2)}<w:tcPrChange w:id="1"><w:tcPr>${span(5)}${CONTINUE}</w:tcPr></w:tcPrChange>`),
          tc('b'),
        ]),
      ),
    ).toEqual([['0 1×2:a', '2:b']])
  })

  it('follow a tracked merge as if it were accepted', () => {
    expect(
      rows(tr([tc('a', '<w:cellMerge w:vMerge="rest"/>')]), tr([tc('', '<w:cellMerge w:vMerge="cont"/>')])),
    ).toEqual([['0 2×1:a'], []])
  })
})

const [begin, separate, end] = ['begin', 'separate', 'end'].map(
  (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`,
)

describe('text', () => {
  it.each([
    ['paragraphs', p('a') + p('b'), 'a/b'],
    ['blank ones left out', p('a') + p('  ') + p('b'), 'a/b'],
    ['line breaks', '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>', 'a/b/c'],
    [
      'tabs',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>',
      'a b',
    ],
    [
      'hyphens',
      '<w:p><w:r><w:t>JBN</w:t><w:noBreakHyphen/><w:t>S7</w:t><w:softHyphen/><w:t>QC</w:t></w:r></w:p>',
      'JBN-S7QC',
    ],
    ['runs put together', `<w:p>${run('≥')}${run('95')}${run('百分比')}</w:p>`, '≥95百分比'],
    [
      'hyperlinks and smart tags',
      `<w:p><w:hyperlink>${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag></w:p>`,
      'ab',
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:t>no</w:t></w:sdtPr><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`,
      'a',
    ],
    [
      'bookmarks without a trace',
      `<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>${run('a')}<w:bookmarkEnd w:id="0"/></w:p>`,
      'a',
    ],
    [
      'notes and comments left out',
      `<w:p>${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>${run('b')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      'ab',
    ],
    [
      'symbols of a font',
      '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>',
      '≥95☑',
    ],
    ['formulas', '<w:p><m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath><w:r><w:t>95</w:t></w:r></w:p>', '≥95'],
    [
      'pinyin left out',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>nán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>南</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      '南',
    ],
    ['predefined entities and CDATA', '<w:p><w:r><w:t>&lt;&#8805;<![CDATA[&]]></w:t></w:r></w:p>', '<≥&'],
  ])('is read with %s', (_, content, expected) => {
    expect(cellOf(content)).toBe(`0:${expected}`)
  })

  it.each([
    ['simple', '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>', '7'],
    [
      'complex',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2020')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('年')}</w:p>`,
      '2020年',
    ],
    [
      "one inside another's code",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('code')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('10')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      '10',
    ],
    [
      'one whose code never ends behind ones that did',
      `<w:p>${begin}${begin}${separate}${end}${end}${begin}${begin}</w:p>${p('b')}`,
      'b',
    ],
    [
      'one that never ends',
      `<w:p>${run('a')}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('b')}`,
      'a/b',
    ],
  ])('shows a field by its result: %s', (_, content, expected) => {
    expect(cellOf(content)).toBe(`0:${expected}`)
  })

  it('that is hidden is set aside', () => {
    const document = readWord(
      tbl([
        tr([tc(`<w:p>${run('a')}${run('secret', '<w:vanish/>')}${run('b', '<w:vanish w:val="0"/>')}</w:p>`)]),
      ]),
    )
    expect(short(document)).toEqual([[['0:ab']]])
    expect(document.setAside).toEqual([{ kind: 'hidden-text', where: null, text: 'secret' }])
  })

  it.each([
    ['by a line', `${run('5', '<w:strike/>')}${run('6座')}`, '6座', '5'],
    ['by two lines', `${run('6', '<w:dstrike/>')}${run('80')}`, '80', '6'],
    ['as a tracked deletion', `<w:del><w:r><w:delText>6</w:delText></w:r></w:del>${run('80')}`, '80', '6'],
    ['not at all', `${run('6', '<w:strike w:val="0"/>')}${run('80')}`, '680', null],
  ])('that is struck %s is no part of the cell and set aside', (_, content, expected, struck) => {
    const document = readWord(tbl([tr([tc(`<w:p>${content}</w:p>`)])]))
    expect(short(document)).toEqual([[[`0:${expected}`]]])
    expect(document.setAside).toEqual(
      struck === null ? undefined : [{ kind: 'struck-text', where: null, text: struck }],
    )
  })

  it.each([
    ['at a figure is set aside', '≥3', '2', '%', '≥3%', '≥3〔2〕'],
    ['before a figure is set aside', '', '1', '80', '80', '〔1〕'],
    ['behind a letter is read', '≥3m', '2', '', '≥3m2', null],
    ['of letters is read', '≤2', '小时', '', '≤2小时', null],
  ])('that is raised %s', (_, before, sign, behind, expected, told) => {
    for (const place of ['superscript', 'subscript']) {
      const raised = run(sign, `<w:vertAlign w:val="${place}"/>`)
      const document = readWord(tbl([tr([tc(`<w:p>${run(before)}${raised}${run(behind)}</w:p>`)])]))
      expect(short(document)).toEqual([[[`0:${expected}`]]])
      expect(document.setAside).toEqual(
        told === null ? undefined : [{ kind: 'raised-sign', where: null, text: told }],
      )
    }
  })

  it('of a paragraph whose mark alone is hidden is read', () => {
    expect(cellOf(`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('a')}</w:p>`)).toBe('0:a')
  })
})

describe('tracked changes are accepted', () => {
  it.each([
    [
      'deleted runs',
      `<w:p><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:ins>${run('new')}</w:ins></w:p>`,
      'new',
    ],
    [
      'moved runs',
      `<w:p><w:moveFrom>${run('here')}</w:moveFrom><w:moveTo>${run('there')}</w:moveTo></w:p>`,
      'there',
    ],
    ['a deleted paragraph mark', `${p('a', '<w:rPr><w:del w:id="1"/></w:rPr>')}${p('b')}`, 'ab'],
    [
      'a deleted paragraph mark before tab stops',
      `${p('a', '<w:rPr><w:del/></w:rPr>')}${p('b', '<w:tabs><w:tab w:val="left"/></w:tabs>')}`,
      'ab',
    ],
    [
      'a deleted paragraph',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>${run('x')}</w:del></w:p>${p('b')}`,
      'b',
    ],
    [
      'a format as it was before',
      `<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>`,
      'a',
    ],
  ])('%s', (_, content, expected) => {
    expect(cellOf(content)).toBe(`0:${expected}`)
  })

  it('rows and cells', () => {
    expect(
      rows(
        tr([tc('a'), tc('x', '<w:cellDel w:id="1"/>'), tc('b', '<w:cellIns w:id="2"/>')]),
        tr([tc('x'), tc('x')], '<w:del w:id="3"/>'),
        tr([tc('c'), tc('d')], '<w:ins w:id="4"/>'),
      ),
    ).toEqual([
      ['0:a', '1:b'],
      ['0:c', '1:d'],
    ])
  })
})

describe('what is inside', () => {
  it('a table in a cell stays in it, its words not among the cell’s', () => {
    const document = readWord(tbl([tr([tc(p('a') + tbl([tr([tc('1'), tc('2')])]) + p('b')), tc('c')])]))
    expect(short(document)).toEqual([[['0:a/b {[["0:1","1:2"]]}', '1:c']]])
  })

  it('tables are numbered in reading order, those inside too', () => {
    const { blocks } = readWord(tbl([tr([tc(tbl([tr([tc('1')])]))])]) + p('x') + tbl([tr([tc('2')])]))
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    expect([tables[0]?.position, tables[0]?.rows[0]?.[0]?.tables[0]?.position, tables[1]?.position]).toEqual([
      1, 2, 3,
    ])
  })

  it('a table too deep gives its lines to the cell around it', () => {
    const deep = Array.from({ length: 30 }).reduce<string>((inner) => tbl([tr([tc(inner)])]), p('bottom'))
    expect(JSON.stringify(short(readWord(deep)))).toContain('bottom')
  })

  const boxed = (text: string) => `<w:txbxContent>${text}</w:txbxContent>`

  it.each([
    [
      'once, by the branch that is understood',
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${boxed(p('box'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${boxed(p('box'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'by the fallback when a branch is not',
      `<mc:AlternateContent><mc:Choice Requires="x"><w:t>?</w:t></mc:Choice><mc:Fallback><w:pict><v:textbox>${boxed(p('box'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
    ],
    ['of the old kind', `<w:pict><v:shape><v:textbox>${boxed(p('box'))}</v:textbox></v:shape></w:pict>`],
  ])('a text box is read after its paragraph %s', (_, content) => {
    const body = `<w:p>${run('be')}<w:r>${content}</w:r>${run('fore')}</w:p>${tbl([tr([tc('1')])])}`
    expect(short(readWord(body))).toEqual(['before', 'box', [['0:1']]])
  })

  it('a text box may hold a table, and lie in a cell', () => {
    const box = `<w:p>${run('a')}<w:r><w:pict><v:textbox>${boxed(p('t') + tbl([tr([tc('1')])]))}</v:textbox></w:pict></w:r></w:p>`
    expect(rows(tr([tc(box), tc('b')]))).toEqual([['0:a/t {[["0:1"]]}', '1:b']])
  })

  it('rows in content controls are rows', () => {
    expect(
      rows(
        `<w:sdt><w:sdtContent>${tr([tc('a')])}</w:sdtContent></w:sdt>`,
        tr([`<w:sdt><w:sdtContent>${tc('b')}</w:sdtContent></w:sdt>`]),
      ),
    ).toEqual([['0:a'], ['0:b']])
  })

  it('a hidden row is set aside', () => {
    const document = readWord(tbl([tr([tc('a')]), tr([tc('x')], '<w:hidden/>')]))
    expect(short(document)).toEqual([[['0:a']]])
    expect(document.setAside).toEqual([{ kind: 'hidden-row', where: null, text: 'x' }])
  })
})

describe('a table cut at the end of a page', () => {
  const GRID = [900, 1200, 2000]
  const HEADINGS = ['一级指标', '二级指标', '指标值']
  const row = (...texts: string[]) => tr(texts.map((text) => tc(text)))
  const first = [row(...HEADINGS), row('产出指标', '数量指标', '1')]
  const rest = [row('', '质量指标', '2')]
  const joined = [
    ['0:一级指标', '1:二级指标', '2:指标值'],
    ['0:产出指标', '1:数量指标', '2:1'],
    ['0:', '1:质量指标', '2:2'],
  ]
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  const blank = '<w:p/>'

  it.each([
    ['at once', tbl(first, GRID) + tbl(rest, GRID)],
    ['after a page break', tbl(first, GRID) + page + tbl(rest, GRID)],
    ['after a section break', `${tbl(first, GRID)}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${tbl(rest, GRID)}`],
    [
      'with its headings again, after a blank line',
      tbl(first, GRID) + blank + tbl([row(...HEADINGS), ...rest], GRID),
    ],
    ['with widths a little off', tbl(first, GRID) + tbl(rest, [910, 1190, 2005])],
    [
      'with its headings again, marked as such',
      tbl(
        [
          tr(
            HEADINGS.map((text) => tc(text)),
            '<w:tblHeader/>',
          ),
          first[1] ?? '',
        ],
        GRID,
      ) +
        blank +
        tbl([row(...HEADINGS), ...rest], GRID),
    ],
  ])('is rejoined when the rest follows %s', (_, body) => {
    const document = readWord(body)
    expect(short(document)).toEqual([joined])
    expect(
      document.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.table.rows.flatMap((cells, index) => cells.map((cell) => cell.row === index))
          : [],
      ),
    ).not.toContain(false)
  })

  it('says which headings were left out', () => {
    const { setAside } = readWord(tbl(first, GRID) + tbl([row(...HEADINGS), ...rest], GRID))
    expect(setAside).toEqual([{ kind: 'repeated-headings', where: null, text: '一级指标\t二级指标\t指标值' }])
  })

  it('is rejoined over three pages', () => {
    const again = tbl([row(...HEADINGS), ...rest], GRID)
    expect(short(readWord(tbl(first, GRID) + page + again + page + again))).toEqual([[...joined, joined[2]]])
  })

  it('keeps cells merged down within each page', () => {
    const merged = tbl(
      [tr([tc('b', RESTART), tc('x'), tc('y')]), tr([tc('', CONTINUE), tc('z'), tc('w')])],
      GRID,
    )
    expect(short(readWord(tbl(first, GRID) + merged))[0]?.slice(2)).toEqual([
      ['0 2×1:b', '1:x', '2:y'],
      ['1:z', '2:w'],
    ])
  })

  it.each([
    ['a text lies between', tbl(first, GRID) + p('2、') + tbl(rest, GRID)],
    ['the columns differ', tbl(first, GRID) + tbl(rest, [900, 1800, 2000])],
    ['a blank line parts two parts of a form', tbl(first, GRID) + blank + tbl(rest, GRID)],
    [
      'the same form begins again',
      tbl([row('项目编码', 'A1', '80')], GRID) + tbl([row('项目编码', 'A2', '90')], GRID),
    ],
    [
      'the same department begins again',
      tbl([row('323002某局', '单位：万元', '')], GRID) + tbl([row('323002某局', '单位：万元', '')], GRID),
    ],
  ])('stays apart when %s', (_, body) => {
    expect(readWord(body).blocks.filter(({ kind }) => kind === 'table')).toHaveLength(2)
  })
})

describe('numbers that Word counts itself', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '（%2）')}${level(2, 'decimal', '%2.%3')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const styles = `<w:styles xmlns:w="${W}"><w:style w:styleId="T"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="L"><w:basedOn w:val="L"/></w:style></w:styles>`
  const links = `<Relationships><Relationship Id="a" Type="x/numbering" Target="numbering.xml"/><Relationship Id="b" Type="x/styles" Target="styles.xml"/></Relationships>`
  const parts = {
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
    'word/_rels/document.xml.rels': links,
  }
  const item = (text: string, list: number, at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
  const styled = (text: string, style: string) => p(text, `<w:pStyle w:val="${style}"/>`)
  const lines = (...items: string[]) =>
    short(documentIn(readOfficeFile(wordFile(items.join('') + tbl([tr([tc('x')])]), parts)))).slice(0, -1)

  it.each([
    ['one after the other', [item('a', 1), item('b', 1)], ['一、a', '二、b']],
    [
      'levels below anew',
      [item('a', 1), item('b', 1, 1), item('c', 1, 1), item('d', 1), item('e', 1, 1)],
      ['一、a', '（1）b', '（2）c', '二、d', '（1）e'],
    ],
    ['levels together', [item('a', 1), item('b', 1, 1), item('c', 1, 2)], ['一、a', '（1）b', '1.1 c']],
    ['a list that starts elsewhere', [item('a', 1), item('b', 2), item('c', 2)], ['一、a', '五、b', '六、c']],
    [
      'by a style and what it is based on',
      [styled('a', 'T'), styled('b', 'B'), styled('c', 'L')],
      ['（1）a', '（2）b', 'c'],
    ],
    [
      'none for bullets, and none where taken off',
      [item('a', 3), p('b', '<w:pStyle w:val="T"/><w:numPr><w:numId w:val="0"/></w:numPr>')],
      ['a', 'b'],
    ],
    ['one for a blank paragraph', [item('', 1), item('b', 1)], ['一、', '二、b']],
    ['none for a list nobody made', [item('a', 9), item('b', 1, 7)], ['a', 'b']],
  ])('are read: %s', (_, items, expected) => {
    expect(lines(...items)).toEqual(expected)
  })
})

describe('the package', () => {
  const body = tbl([tr([tc('a')])])

  it.each([
    [
      'strict namespaces',
      packageOf(
        { 'word/document.xml': documentXml(body, 'http://purl.oclc.org/ooxml/wordprocessingml/main') },
        'word/document.xml',
      ),
    ],
    ['its main part elsewhere', packageOf({ 'w/d.xml': documentXml(body) }, '/w/d.xml')],
    [
      'another prefix',
      packageOf(
        { 'd.xml': documentXml(body).replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=') },
        './x/../d.xml',
      ),
    ],
    ['a byte order mark', packageOf({ 'd.xml': `\uFEFF${documentXml(body)}` }, 'd.xml')],
    ['UTF-16', packageOf({ 'd.xml': utf16(documentXml(body).replace('UTF-8', 'UTF-16')) }, 'd.xml')],
    ['macros, which are never unpacked', wordFile(body, { 'word/vbaProject.bin': 'Sub AutoOpen()' })],
  ])('is read with %s', (_, bytes) => {
    expect(short(documentIn(readOfficeFile(bytes)))).toEqual([[['0:a']]])
  })

  it('of a document without a table has none to read', () => {
    expect(readOfficeFile(wordFile(p('a')))).toEqual({
      ok: false,
      problem: { kind: 'no-table', where: null },
    })
  })

  it('shows an embedded file as set aside', () => {
    expect(readWord(`<w:altChunk r:id="x" xmlns:r="urn:r"/>${body}`).setAside).toEqual([
      { kind: 'embedded-file', where: null, text: '' },
    ])
  })

  it('reads a cell that is split in any way between chunks', () => {
    const cells = Array.from({ length: 1500 }, (_, index) => tr([tc(`≥${index}百分比`)]))
    const [table] = readWord(tbl(cells)).blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    )
    expect(table && shortTable(table).flat()).toEqual(
      Array.from({ length: 1500 }, (_, index) => `0:≥${index}百分比`),
    )
  })
})

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true)
  return bytes
}
