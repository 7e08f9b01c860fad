import { describe, expect, it } from 'vitest'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import type { SourceDocument } from '@/documents/reading/sourceDocument'
import { documentIn, packageOf, short } from '../wordXml'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Sheet {
  readonly name?: string
  readonly state?: string
  readonly columns?: string
  readonly rows: string
  readonly merges?: readonly string[]
}

/** A workbook of hand-written sheets; style 1 is 0.00, 2 is 0%, 3 is a day, 4 is struck, 5 says that it is not. */
function workbook(sheets: readonly Sheet[], strings = '', namespace = MAIN): Uint8Array {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}" r:id="s${at}"${state ? ` state="${state}"` : ''}/>`,
  )
  const links = sheets.map(
    (_, at) => `<Relationship Id="s${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  )
  const parts = sheets.map(({ columns, rows, merges }, at) => {
    const merged = merges
      ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
    return [
      `xl/worksheets/sheet${at}.xml`,
      `<worksheet xmlns="${namespace}">${columns ?? ''}<sheetData>${rows}</sheetData>${merged}</worksheet>`,
    ]
  })
  return packageOf(
    {
      'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}<Relationship Id="st" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="ss" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/styles.xml': `<styleSheet xmlns="${namespace}"><numFmts><numFmt numFmtId="176" formatCode="0.00"/></numFmts><fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`,
      'xl/sharedStrings.xml': `<sst xmlns="${namespace}">${strings}</sst>`,
      ...Object.fromEntries(parts),
    },
    'xl/workbook.xml',
  )
}

function read(sheet: Sheet, strings = ''): SourceDocument {
  return documentIn(readOfficeFile(workbook([sheet], strings)))
}

/** Rows of texts from A1 on; a blank text is no cell at all. */
function rowsOf(rows: readonly (readonly string[])[], from = 1): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${from + row}">${cells.map((text, column) => (text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${from + row}" t="str"><v>${text}</v></c>`)).join('')}</row>`,
    )
    .join('')
}

describe('a cell is read as the sheet shows it', () => {
  it.each([
    ['a shared string', '<c t="s"><v>0</v></c>', 'ab'],
    ['a shared string of runs, without its readings', '<c t="s"><v>1</v></c>', '≥95百分比'],
    ['a shared string that is not there', '<c t="s"><v>9</v></c>', ''],
    ['a text in place', '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['the value of a formula', '<c><f>SUM(A1)</f><v>6580.51</v></c>', '6580.51'],
    ['a text of a formula', '<c t="str"><f>A1</f><v>a</v></c>', 'a'],
    ['a number by its format', '<c s="1"><v>10</v></c>', '10.00'],
    ['a rate', '<c s="2"><v>0.95</v></c>', '95%'],
    ['a day', '<c s="3"><v>43873</v></c>', '2020/2/12'],
    ['a truth', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a fault', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['lines', '<c t="inlineStr"><is><t>a\n b_x000D_\n</t></is></c>', 'a/b'],
  ])('%s', (_, cell, expected) => {
    const strings =
      '<si><t>ab</t></si><si><r><t>≥</t></r><r><t>95百分比</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
    const document = read(
      { rows: `<row>${cell}<c t="str"><v>x</v></c><c t="str"><v>y</v></c></row>` },
      strings,
    )
    const [table] = short(document) as string[][][]
    const cells = table?.[0] ?? []
    expect(expected === '' ? cells : cells[0]).toEqual(expected === '' ? ['1:x', '2:y'] : `0:${expected}`)
  })

  const on = '<rPr><strike/></rPr>'
  const off = '<rPr><b/></rPr>'
  it.each([
    [
      'a run',
      `<c t="s"><v>0</v></c>`,
      `<si><r>${on}<t>≥5</t></r><r>${off}<t>≥6座</t></r></si>`,
      '≥6座',
      '≥5',
    ],
    [
      'a run in the middle',
      `<c t="s"><v>0</v></c>`,
      `<si><r><t>≥3</t></r><r>${on}<t>.5</t></r><r>${off}<t>%</t></r></si>`,
      '≥3%',
      '.5',
    ],
    [
      'a run that says it is not',
      `<c t="s"><v>0</v></c>`,
      `<si><r><rPr><strike val="0"/></rPr><t>≥5</t></r></si>`,
      '≥5',
      null,
    ],
    [
      'a text in place',
      `<c t="inlineStr"><is><r>${on}<t>旧</t></r><r><t>新</t></r></is></c>`,
      '',
      '新',
      '旧',
    ],
    ['a cell', '<c s="4" t="s"><v>0</v></c>', '<si><t>≥5</t></si>', null, '≥5'],
    [
      'a cell but a run of it',
      '<c s="4" t="s"><v>0</v></c>',
      `<si><r><t>旧</t></r><r>${off}<t>新</t></r></si>`,
      '新',
      '旧',
    ],
    ['a number', '<c s="4"><v>80</v></c>', '', null, '80'],
    ['a cell that says it is not', '<c s="5"><v>80</v></c>', '', '80', null],
  ])('what is struck is no value and said: %s', (_, content, strings, shown, struck) => {
    const document = read(
      { rows: `<row r="1">${content}<c r="B1" t="str"><v>x</v></c><c r="C1" t="str"><v>y</v></c></row>` },
      strings,
    )
    const [table] = short(document) as string[][][]
    expect(table?.[0]?.[0]).toBe(shown === null ? '1:x' : `0:${shown}`)
    expect(document.setAside ?? []).toEqual(
      struck === null ? [] : [{ kind: 'struck-text', where: '表1!A1', text: struck }],
    )
  })

  it('says where a formula has no value, and where a number is shown rounded', () => {
    const document = read({
      rows: '<row r="3"><c r="A3"><f>1/3</f></c><c r="B3" t="str"><v>x</v></c><c r="C3" s="1"><v>0.126</v></c></row>',
    })
    expect(document.setAside).toEqual([
      { kind: 'formula-without-value', where: '表1!A3', text: '' },
      { kind: 'shown-rounded', where: '表1!C3', text: '0.126' },
    ])
  })
})

describe('a sheet is cut into tables', () => {
  const table = [
    ['a', 'b'],
    ['1', '2'],
  ]
  const shown = [
    ['0:a', '1:b'],
    ['0:1', '1:2'],
  ]

  it.each([
    ['at a blank row', rowsOf([...table, [], ...table]), undefined, [shown, shown]],
    [
      'at a title',
      rowsOf([['甲表'], ...table, ['2、乙绩效目标表（2020年度）'], ...table]),
      undefined,
      ['甲表', shown, '2、乙绩效目标表（2020年度）', shown],
    ],
    ['behind a row merged over its width', rowsOf([['甲', ''], ...table]), ['A1:B1'], ['甲', shown]],
    [
      'not at a label alone',
      rowsOf([['a', 'b'], ['资金用途'], ['1', '2']]),
      undefined,
      [
        [
          ['0:a', '1:b'],
          ['0:资金用途', '1:'],
          ['0:1', '1:2'],
        ],
      ],
    ],
    [
      'not where a merged cell holds its rows together',
      rowsOf([['a', 'b'], [], ['', '2']]),
      ['A1:A3'],
      [[['0 3×1:a', '1:b'], ['1:'], ['1:2']]],
    ],
    [
      'which begins where its texts begin',
      rowsOf(
        [
          ['', '', 'c', 'd'],
          ['', '', '1', ''],
        ],
        5,
      ),
      undefined,
      [
        [
          ['2:c', '3:d'],
          ['2:1', '3:'],
        ],
      ],
    ],
    ['lines alone being no table', rowsOf([['x'], ['y'], [], ...table]), undefined, ['x', 'y', shown]],
  ])('%s', (_, rows, merges, expected) => {
    expect(short(read({ rows, ...(merges ? { merges } : {}) }))).toEqual(expected)
  })

  it('keeps cells merged both ways, clipped to what is there, and sets covered texts aside', () => {
    const document = read({
      rows: rowsOf([
        ['a', 'b', 'c'],
        ['x', '', '1'],
        ['2', '3', '4'],
      ]),
      merges: ['A1:A2', 'B1:B2', 'C3:D9', 'bad', 'B9:A1'],
    })
    expect(short(document)).toEqual([
      [
        ['0 2×1:a', '1 2×1:b', '2:c', '3:'],
        ['2:1', '3:'],
        ['0:2', '1:3', '2 1×2:4'],
      ],
    ])
    expect(document.setAside).toEqual([{ kind: 'covered-text', where: '表1!R2C1', text: 'x' }])
  })

  it('says the sheet and row each begins in', () => {
    const rows = rowsOf([['甲表'], ...table], 4)
    const { blocks } = documentIn(readOfficeFile(workbook([{ rows }, { name: '附表', rows }])))
    expect(blocks.flatMap((block) => (block.kind === 'table' ? [block.table.place] : []))).toEqual([
      { sheet: '表1', line: 5 },
      { sheet: '附表', line: 5 },
    ])
  })
})

describe('what nobody sees is set aside', () => {
  const rows = rowsOf([
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ])

  it('a hidden sheet', () => {
    const document = documentIn(
      readOfficeFile(workbook([{ rows }, { name: '草稿', state: 'veryHidden', rows }])),
    )
    expect(document.blocks).toHaveLength(1)
    expect(document.setAside).toEqual([{ kind: 'hidden-sheet', where: '草稿', text: '' }])
  })

  it('a hidden row, which does not cut the table', () => {
    const hidden = rows.replace('<row r="2">', '<row r="2" hidden="1">')
    const document = read({ rows: hidden + rowsOf([['x', 'y', 'z']], 3) })
    expect(short(document)).toEqual([[['0:a', '1:b', '2:c'], [], ['0:x', '1:y', '2:z']]])
    expect(document.setAside?.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
      'hidden-row 表1!A2',
      'hidden-row 表1!B2',
      'hidden-row 表1!C2',
    ])
  })

  it('a hidden column', () => {
    const document = read({ columns: '<cols><col min="3" max="3" hidden="true"/></cols>', rows })
    expect(short(document)).toEqual([
      [
        ['0:a', '1:b'],
        ['0:1', '1:2'],
      ],
    ])
    expect(document.setAside).toHaveLength(2)
  })
})

describe('the workbook', () => {
  it('is read with strict namespaces', () => {
    const bytes = workbook(
      [{ rows: rowsOf([['a', 'b']]) }],
      '',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    expect(short(documentIn(readOfficeFile(bytes)))).toEqual([[['0:a', '1:b']]])
  })

  it('of one cell far away is refused, not filled', () => {
    const bytes = workbook([{ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>' }])
    expect(readOfficeFile(bytes)).toEqual({ ok: false, problem: { kind: 'too-many-cells', where: '表1' } })
  })

  it('merged over a million rows is bounded', () => {
    expect(
      short(
        read({
          rows: rowsOf([
            ['a', 'b'],
            ['1', '2'],
          ]),
          merges: ['A1:A1048576', 'D1:XFD1048576'],
        }),
      ),
    ).toEqual([[['0 2×1:a', '1:b'], ['1:2']]])
  })
})
