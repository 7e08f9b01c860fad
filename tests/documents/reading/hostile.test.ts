import { deflateSync, strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { crc32 } from '@/documents/reading/archive/crc32'
import { readHtmlDocument } from '@/documents/reading/html'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import type { DocumentReading } from '@/documents/reading/sourceDocument'
import { sixTables } from './formLayout'
import { joined, oleFile, rawZip } from './rawZip'
import { docxOf } from './sixTables.docx'
import { wordHtmlOf } from './sixTables.html'
import { xlsxOf } from './sixTables.xlsx'
import { documentXml, p, packageOf, tbl, tc, tr, wordFile } from './wordXml'

const MEGA = 1_000_000

/** The kind a file is refused with. */
function kindOf(read: () => DocumentReading): string {
  const reading = read()
  return reading.ok ? 'read' : reading.problem.kind
}

const RELS = text(
  '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
)

/** A package whose document unpacks to so many bytes of blanks and states what it likes. */
function bomb(unpacked: number, stated: number): Uint8Array {
  const xml = joined([
    strToU8(documentXml('').replace('<w:sectPr/></w:body></w:document>', '')),
    new Uint8Array(unpacked).fill(32),
  ])
  return rawZip([
    { name: '_rels/.rels', packed: deflateSync(RELS), size: RELS.length, crc: crc32(RELS, 0) },
    { name: 'word/document.xml', packed: deflateSync(xml, { level: 1 }), size: stated },
  ])
}

describe('a file that is no document is told by its first bytes', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'not-a-document'],
    ['one byte', new Uint8Array(1), 'not-a-document'],
    ['a text', text('绩效目标表'), 'not-a-document'],
    ['a PDF', text('%PDF-1.7\n'), 'not-a-document'],
    ['an old .doc', oleFile('WordDocument'), 'old-doc'],
    ['an old .xls', oleFile('Workbook'), 'old-xls'],
    ['a still older .xls', oleFile('Book'), 'old-xls'],
    ['a package behind a password', oleFile('EncryptedPackage'), 'encrypted'],
    ['another file of its container', oleFile('VisioDocument'), 'not-a-document'],
    ['an old presentation', oleFile('PowerPoint Document'), 'slides'],
    ['a zip of something else', zipSync({ 'a.txt': text('a') }), 'archive'],
    [
      'a presentation',
      packageOf({ 'ppt/presentation.xml': '<p:presentation xmlns:p="urn:p"/>' }, 'ppt/presentation.xml'),
      'slides',
    ],
    [
      'a document of another namespace',
      packageOf({ 'd.xml': '<document xmlns="urn:d"/>' }, 'd.xml'),
      'not-a-document',
    ],
    ['a binary workbook', packageOf({ 'xl/workbook.bin': 'x' }, 'xl/workbook.bin'), 'binary-sheet'],
    ['the beginning of a zip', text('PK\u0003\u0004'), 'damaged'],
    [
      'a zip with an encrypted part',
      rawZip([{ name: 'word/document.xml', packed: text('x'), size: 1, flags: 1 }]),
      'encrypted',
    ],
    ['a package without its main part', packageOf({}, 'word/document.xml'), 'damaged'],
    ['a main part that is no XML', packageOf({ 'd.xml': 'PK' }, 'd.xml'), 'damaged'],
    [
      'a method none of Office’s',
      rawZip([{ name: 'word/document.xml', packed: text('x'), size: 1, method: 12 }]),
      'damaged',
    ],
    [
      'a part twice',
      rawZip([
        { name: 'a', packed: text('x'), size: 1 },
        { name: 'A', packed: text('x'), size: 1 },
      ]),
      'damaged',
    ],
  ])('%s', (_, bytes, kind) => {
    expect(kindOf(() => readOfficeFile(bytes))).toBe(kind)
  })
})

it('a part under another name in the directory than where it lies is damaged', () => {
  const bytes = wordFile(tbl([tr([tc('a')])]))
  const at = Buffer.from(bytes).lastIndexOf('word/document.xml')
  bytes.set(text('word/settings.xml'), at)
  expect(kindOf(() => readOfficeFile(bytes))).toBe('damaged')
  const moved = wordFile(tbl([tr([tc('a')])]))
  moved.set(text('W'), Buffer.from(moved).indexOf('word/document.xml'))
  expect(readOfficeFile(moved)).toEqual({
    ok: false,
    problem: { kind: 'damaged', where: 'word/document.xml' },
  })
})

describe('a file too large', () => {
  it('of 200 MB is refused before anything is looked at', () => {
    const bytes = new Uint8Array(200 * MEGA)
    bytes.set(text('PK\u0003\u0004'))
    expect(kindOf(() => readOfficeFile(bytes))).toBe('too-large')
    expect(kindOf(() => readHtmlDocument('<td>'.repeat(50 * MEGA)))).toBe('too-large')
  })

  it.each([
    ['states more than a part may have', bomb(1000, READING_LIMITS.partBytes + 1)],
    ['states 4 GB', bomb(1000, 0xffffffff)],
    ['states what cannot be packed so small', bomb(1000, READING_LIMITS.ratioFrom + 1)],
    [
      'states more in all its parts together than they may',
      rawZip(
        Array.from({ length: 6 }, (_, at) => ({
          name: `${at}.xml`,
          packed: new Uint8Array(MEGA),
          size: READING_LIMITS.allBytes / 5,
        })),
      ),
    ],
    [
      'has more parts than any document',
      rawZip(
        Array.from({ length: READING_LIMITS.parts + 1 }, (_, at) => ({
          name: `${at}`,
          packed: text('x'),
          size: 1,
        })),
      ),
    ],
    ['lies about its size', bomb(40 * MEGA, 5000)],
  ])('once unpacked, a bomb that %s, is refused', (_, bytes) => {
    expect(kindOf(() => readOfficeFile(bytes))).toBe('unpacks-too-large')
  })

  it('never fills the memory when it lies', () => {
    const bytes = bomb(100 * MEGA, 5000)
    const before = process.memoryUsage().arrayBuffers
    readOfficeFile(bytes)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * MEGA)
  })

  it('says so when its text is endless', () => {
    const limits = { ...READING_LIMITS, characters: 1000 }
    expect(kindOf(() => readOfficeFile(wordFile(tbl([tr([tc('字'.repeat(1001))])])), limits))).toBe(
      'too-large',
    )
  })
})

describe('a table too large', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [`${index}`, 'a', 'b'])
  const spanned = `<tr>${'<td rowspan=65534 colspan=1000>x</td>'.repeat(20)}</tr>`.repeat(1000)

  it.each([
    [
      '5,000 rows of a .docx',
      () => readOfficeFile(wordFile(tbl(rows.map((row) => tr(row.map((one) => tc(one))))))),
    ],
    [
      '5,000 rows of HTML',
      () =>
        readHtmlDocument(
          `<table>${rows.map((row) => `<tr>${row.map((one) => `<td>${one}`).join('')}`).join('')}</table>`,
        ),
    ],
    ['cells that span the world', () => readHtmlDocument(`<table>${spanned}</table>`)],
    [
      'a grid of a million columns',
      () => readOfficeFile(wordFile(tbl([tr([tc('a', '<w:gridSpan w:val="999999999"/>')])]))),
    ],
    [
      '100,000 tables',
      () => readHtmlDocument('<table><tr><td>1<td><td><td><td><td></table>'.repeat(100_000)),
    ],
  ])('is refused: %s', (_, read) => {
    expect(kindOf(read)).toBe('too-many-cells')
  })

  it('of 5,000 rows is refused in a workbook', async () => {
    const bytes = await xlsxOf([
      {
        kind: 'table',
        rows: rows.map((row) => row.map((one) => ({ lines: [one], rowSpan: 1, columnSpan: 1 }))),
      },
    ])
    expect(kindOf(() => readOfficeFile(bytes))).toBe('too-many-cells')
  })
})

describe('time grows with the size alone', () => {
  const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'

  it.each([
    ['fields that never end', field.repeat(60_000)],
    [
      'tables that go on and on',
      Array.from({ length: 20_000 }, (_, at) => tbl([tr([tc(`${at}`)])], [900])).join(''),
      'too-many-cells',
    ],
    ['paragraphs that run on', p('字', '<w:rPr><w:del/></w:rPr>').repeat(50_000)],
    [
      'attributes without end',
      `<w:p ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
    ],
  ])('%s', (_, body, kind = 'read') => {
    expect(kindOf(() => readOfficeFile(wordFile(tbl([tr([tc('x')])], [900]) + body)))).toBe(kind)
  })
})

describe('XML that is not what Office writes', () => {
  const laughs = `<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`
  const body = tbl([tr([tc('a')])])
  const xml = documentXml(body)

  it.each([
    ['entities', xml.replace('?><', `?>${laughs}<`), 'entities'],
    [
      'a document type',
      xml.replace('?><', '?><!DOCTYPE w:document SYSTEM "file:///etc/passwd"><'),
      'entities',
    ],
    ['an entity nobody declared', documentXml(p('&xxe;') + body), 'damaged'],
    ['an end left out', xml.replace('</w:tbl>', ''), 'damaged'],
    ['an end too many', xml.replace('</w:tbl>', '</w:tbl></w:tbl>'), 'damaged'],
    [
      'a prefix nobody declared',
      xml.replaceAll('<w:tbl>', '<q:tbl>').replaceAll('</w:tbl>', '</q:tbl>'),
      'damaged',
    ],
    ['half of it', xml.slice(0, xml.length / 2), 'damaged'],
    ['nothing', '', 'damaged'],
    [
      'bytes that are no text',
      new Uint8Array([...text(xml.slice(0, -200)), 0xff, 0xff, ...text(xml.slice(-200))]),
      'damaged',
    ],
    [
      'a hundred thousand elements in each other',
      documentXml('<w:x>'.repeat(100_000) + '</w:x>'.repeat(100_000) + body),
      'too-deep',
    ],
    [
      'rows and cells where none belong',
      documentXml(
        `${tr([tc('x')])}${tc('y')}<w:p><w:tbl>${tr([tc(`<w:tr>${tc('z')}</w:tr>`)])}</w:tbl></w:p>`,
      ),
      'read',
    ],
  ])('%s', (_, part, kind) => {
    expect(kindOf(() => readOfficeFile(packageOf({ 'word/document.xml': part }, 'word/document.xml')))).toBe(
      kind,
    )
  })
})

describe('a good file that was harmed', () => {
  let docx: Uint8Array
  let xlsx: Uint8Array
  const html = wordHtmlOf(sixTables().slice(0, 4))

  beforeAll(async () => {
    docx = await docxOf(sixTables().slice(0, 4))
    xlsx = await xlsxOf(sixTables().slice(0, 4))
  })

  it.each([
    ['.docx', () => docx],
    ['.xlsx', () => xlsx],
  ])('cut off at any place, a %s is damaged', (_, file) => {
    const bytes = file()
    expect(readOfficeFile(bytes).ok).toBe(true)
    for (let at = 4; at < bytes.length; at += 37)
      expect(kindOf(() => readOfficeFile(bytes.slice(0, at)))).toBe('damaged')
  })

  it.each([
    ['.docx', () => docx],
    ['.xlsx', () => xlsx],
  ])('in 2,000 ways, a %s is refused with a kind or read as it was, never otherwise', (_, file) => {
    const bytes = file()
    const good = JSON.stringify(readOfficeFile(bytes))
    const random = randomNumbers(20_20)
    let refused = 0
    for (let round = 0; round < 2000; round += 1) {
      const harmed = bytes.slice()
      for (let wound = 0; wound <= round % 4; wound += 1) harmed[random(harmed.length)] = random(256)
      const reading = readOfficeFile(harmed)
      if (reading.ok) expect(JSON.stringify(reading)).toBe(good)
      else refused += 1
    }
    expect(refused).toBeGreaterThan(500)
  })

  it('in its text, packed well again, is read or refused, never thrown', () => {
    const xml = documentXml(
      tbl([
        tr([tc('a', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), tc(tbl([tr([tc('b')])]))]),
        tr([tc('', '<w:vMerge/>')]),
      ]),
    )
    const random = randomNumbers(7)
    for (let round = 0; round < 1000; round += 1) {
      const at = random(xml.length)
      const harmed = xml.slice(0, at) + xml.slice(random(2) === 0 ? at + random(40) : random(xml.length))
      expect(readOfficeFile(packageOf({ 'word/document.xml': harmed }, 'word/document.xml'))).toHaveProperty(
        'ok',
      )
    }
  })

  it('in pasted HTML is read as far as it goes', () => {
    const random = randomNumbers(11)
    for (let round = 0; round < 500; round += 1) {
      const at = random(html.length)
      expect(readHtmlDocument(html.slice(0, at) + html.slice(at + random(60)))).toHaveProperty('ok')
    }
  })
})

/** The same numbers below a bound on every run (a linear congruence). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}
