import { describe, expect, it } from 'vitest'
import { readClipboard } from '@/documents/clipboard/clipboard'
import { readListFile } from '@/documents/payments/readList'
import { formulaText } from '@/documents/reading/formulaText'
import { readDocument } from '@/documents/reading/readDocument'
import { asBook } from '../payments/lists'

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = ['日期', '凭证号', '项目名称', '金额']
const CODED = ['="2020-01-15"', '="0012"', '= "办公楼""修缮"""', '="1,044.01"']
const SHOWN = ['2020-01-15', '0012', '办公楼"修缮"', '1,044.01']

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csv = (rows: readonly (readonly string[])[], write: (cell: string) => string, by = ',') =>
  rows.map((row) => row.map(write).join(by)).join('\n')
const asIs = (cell: string) => cell
const page = (rows: readonly (readonly string[])[]) =>
  `<html><body><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll('"', '&quot;')}</td>`).join('')}</tr>`).join('')}</table></body></html>`
const ROWS = [HEAD, CODED]

describe('a cell that is a text formula is the text inside, as a spreadsheet shows it', () => {
  it.each([
    ['="0012"', '0012'],
    ['="44.01"', '44.01'],
    ['=""', ''],
    ['="a""b"', 'a"b'],
    [' ="x"', ' ="x"'],
    ['=44.01', '=44.01'],
    ['="a"&"b"', '="a"&"b"'],
    ['"x"', '"x"'],
  ])('%s', (text, shown) => {
    expect(formulaText(text)).toBe(shown)
  })

  it.each([
    ['commas', bytes(csv(ROWS, asIs))],
    ['quoted cells', bytes(csv(ROWS, quoted))],
    ['semicolons', bytes(csv(ROWS, asIs, ';'))],
    ['tabs named .xls', bytes(csv(ROWS, asIs, '\t'))],
    ['a page named .xls', bytes(page(ROWS))],
    ['a workbook', asBook([{ name: '表', rows: ROWS }])],
  ])('in a payment list with %s', (_, file) => {
    const list = readListFile(file, 'list.xls')
    expect(list.ok && list.tables[0]?.rows[1]).toEqual(SHOWN)
  })

  it.each([
    ['tabs', { text: csv(ROWS, asIs, '\t'), html: null }],
    ['a table', { text: null, html: page(ROWS) }],
  ])('in a pasted block with %s', (_, texts) => {
    expect(readClipboard(texts).rows[1]).toEqual(SHOWN)
  })

  it('in one pasted cell', () => {
    expect(readClipboard({ text: '="44.01"\r\n', html: null }).rows).toEqual([['44.01']])
  })

  it.each([
    [
      'commas',
      csv(
        [
          ['项目名称', '指标值', '备注'],
          ['="甲,乙"', '="≥5"', '无'],
          ['丙', '≥6', ''],
        ],
        asIs,
      ),
    ],
    [
      'tabs',
      csv(
        [
          ['项目名称', '指标值', '备注'],
          ['="甲,乙"', '="≥5"', '无'],
          ['丙', '≥6', ''],
        ],
        asIs,
        '\t',
      ),
    ],
    [
      'a page',
      page([
        ['项目名称', '指标值', '备注'],
        ['="甲,乙"', '="≥5"', '无'],
      ]),
    ],
  ])('in a disclosure with %s', async (_, text) => {
    const reading = await readDocument(bytes(text), 'plan')
    const [block] = reading.ok ? reading.document.blocks : []
    const cells = block?.kind === 'table' ? block.table.rows[1]?.map(({ lines }) => lines.join('')) : []
    expect(cells?.slice(0, 2)).toEqual(['甲,乙', '≥5'])
  })
})
