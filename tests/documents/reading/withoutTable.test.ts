import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/reading/readDocument'
import { unreadableText } from '@/format/published/unreadableText'
import { oleFile } from './rawZip'
import { p, packageOf, wordFile } from './wordXml'

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const openFile = (type: string) =>
  zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${type}`), 'content.xml': strToU8('<a/>') })

/** The name is always that of a format we read: only the content may decide. */
async function answerTo(bytes: Uint8Array, name = '绩效目标表.docx') {
  const reading = await readDocument(bytes, name)
  if (reading.ok) throw new Error('read')
  return { ...reading.problem, text: unreadableText(reading.problem) }
}

describe('a file of a kind that is not read is named by its content', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['PDF', latin('%PDF-1.7\n%\u00E2\u00E3'), 'pdf', /PDF.*\.docx/],
    ['PDF behind a byte mark', latin('\u00EF\u00BB\u00BF%PDF-1.4'), 'pdf', /PDF/],
    ['OFD', zipSync({ 'OFD.xml': strToU8('<a/>') }), 'ofd', /OFD.*\.docx/],
    ['ODF text', openFile('text'), 'open-text', /\.odt.*\.docx/],
    ['ODF sheet', openFile('spreadsheet'), 'open-sheet', /\.ods.*\.xlsx/],
    ['ODF slides', openFile('presentation'), 'open-other', /ODF/],
    ['RTF', latin('{\\rtf1\\ansi\\ansicpg936'), 'rtf', /RTF.*\.docx/],
    [
      'MHT',
      latin('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n'),
      'mht',
      /MHT.*\.docx/,
    ],
    [
      'MHT of a browser',
      latin('From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n'),
      'mht',
      /MHT/,
    ],
    [
      'Word 2003 XML',
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'),
      'office-xml',
      /XML/,
    ],
    [
      'Excel 2003 XML',
      utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'office-xml',
      /XML.*\.xlsx/,
    ],
    ['PNG', latin('\u0089PNG\r\n\u001A\n'), 'picture', /图片.*识别/],
    ['JPEG', latin('\u00FF\u00D8\u00FF\u00E0'), 'picture', /图片/],
    ['GIF', latin('GIF89a'), 'picture', /图片/],
    ['TIFF', latin('II*\u0000'), 'picture', /图片/],
    ['WebP', latin('RIFF\u0000\u0000\u0000\u0000WEBP'), 'picture', /图片/],
    ['HEIC', latin('\u0000\u0000\u0000\u0018ftypheic'), 'picture', /图片/],
    [
      'BMP',
      latin('BM\u0010\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0036\u0000\u0000\u0000'),
      'picture',
      /图片/,
    ],
    ['RAR', latin('Rar!\u001A\u0007\u0001\u0000'), 'archive', /压缩包.*解压/],
    ['7z', latin('7z\u00BC\u00AF\u0027\u001C'), 'archive', /解压/],
    ['gzip', latin('\u001F\u008B\u0008'), 'archive', /解压/],
    [
      'zip',
      zipSync({ '附件/附件1.docx': strToU8(''), '说明.png': strToU8('') }),
      'archive',
      /解压.*的 附件1\.docx。/,
    ],
    ['old Word', oleFile('WordDocument'), 'old-doc', /旧版 Word.*另存为 \.docx/],
    ['old Excel', oleFile('Workbook'), 'old-xls', /旧版 Excel.*另存为 \.xlsx/],
    ['old slides', oleFile('PowerPoint Document'), 'slides', /演示文稿/],
  ])('%s', async (_, bytes, kind, text) => {
    expect(await answerTo(bytes)).toMatchObject({ kind, text: expect.stringMatching(text) })
  })

  it('names at most three files of an archive, in whatever encoding it was packed', async () => {
    const many = Object.fromEntries(['1', '2', '3', '4'].map((n) => [`附件${n}.docx`, strToU8('')]))
    expect((await answerTo(zipSync(many))).where).toBe('附件1.docx、附件2.docx、附件3.docx 等 4 个文件')
    const packed = zipSync({ 'AABB.docx': strToU8('') })
    const gbk = packed.map((byte, at) =>
      String.fromCharCode(...packed.slice(at, at + 4)) === 'AABB' ? 0xb8 : byte,
    )
    for (const at of gbk.keys()) if (gbk[at] === 0xb8) gbk.set([0xb8, 0xbd, 0xbc, 0xfe], at)
    expect((await answerTo(gbk)).where).toBe('附件.docx')
  })

  it.each([
    ['BM 是两个字母', '\tBM\n'],
    ['Date', 'Date\t12月\n'],
  ])('text that begins alike stays text: %s', async (_, text) => {
    expect(await readDocument(utf8(text), 'a.txt')).toMatchObject({ ok: true })
  })
})

describe('a file without a table says where the table is', () => {
  const picture = '<w:p><w:r><w:drawing/></w:r></w:p>'

  it.each<[string, Uint8Array, string, string | null]>([
    ['a scan', wordFile(p('附件（扫描件）') + picture), 'pictures-only', null],
    [
      'pictures in a workbook',
      packageOf(
        {
          'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`,
          'xl/media/image1.png': '',
        },
        'xl/workbook.xml',
      ),
      'pictures-only',
      null,
    ],
    ['a text with a picture', wordFile(p('说明'.repeat(200)) + picture), 'no-table', null],
    [
      'a link',
      utf8('<p>公开</p><a href="1.pdf">附件:绩效目标表.pdf</a>'),
      'attachment-elsewhere',
      '绩效目标表.pdf',
    ],
    [
      'a link without a name',
      utf8('<a href="/f/%E8%A1%A8.xlsx?id=1"><img></a>'),
      'attachment-elsewhere',
      '表.xlsx',
    ],
    ['links to pages only', utf8('<a href="index.html">首页</a><p>公开</p>'), 'no-table', null],
    [
      'an attachment named in prose',
      utf8('<p>附件：绩效目标表.xlsx</p>'),
      'attachment-elsewhere',
      '绩效目标表.xlsx',
    ],
    [
      'a frameset of Excel',
      utf8(
        '<html><frameset><frame src="a.files/tabstrip.htm"><frame src="a.files/sheet001.htm"></frameset></html>',
      ),
      'frameset',
      'a.files/sheet001.htm',
    ],
    ['a page of pictures', utf8('<html><body><img src="1.jpg"></body></html>'), 'pictures-only', null],
    [
      'columns lost',
      utf8('一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 次数 ≥5次'),
      'lost-columns',
      null,
    ],
    ['cells lost', utf8('一级指标\n二级指标\n三级指标\n指标值\n产出指标'), 'lost-cells', null],
    ['bars without what was merged', utf8('项目名称 | 甲\n指标值 | ≥5次 | 是\n'), 'lost-merges-bars', null],
    ['commas without what was merged', utf8('项目名称,甲\n指标值,≥5次,是\n'), 'lost-merges-commas', null],
    [
      'prose with commas',
      utf8('投入50万元,开展培育,实现增收。\n建设大棚,推广良种,培训农户。'),
      'no-table',
      null,
    ],
  ])('%s', async (_, bytes, kind, where) => {
    expect(await answerTo(bytes)).toMatchObject({ kind, where })
  })
})

describe('a .csv as a spreadsheet saves it is read', () => {
  const csv =
    '﻿2023年绩效目标表,,\r\n项目名称,甲项目,\r\n"一级指标","三级指标",指标值\r\n产出指标,"次数,""全年""",≥5次\r\n'

  it.each([
    ['commas', csv],
    [
      'bars',
      '| 项目名称 | 甲项目 | |\n|---|---|---|\n| 一级指标 | 三级指标 | 指标值 |\n| 产出指标 | 次数,"全年" | ≥5次 |',
    ],
  ])('%s, every place of the sheet a cell', async (_, text) => {
    const reading = await readDocument(utf8(text), '表.csv')
    const tables = reading.ok ? reading.document.blocks.filter(({ kind }) => kind === 'table') : []
    expect(
      tables.flatMap((block) =>
        block.kind === 'table' ? block.table.rows.map((row) => row.map(({ lines }) => lines.join('|'))) : [],
      ),
    ).toEqual([
      ['项目名称', '甲项目', ''],
      ['一级指标', '三级指标', '指标值'],
      ['产出指标', '次数,"全年"', '≥5次'],
    ])
  })
})
