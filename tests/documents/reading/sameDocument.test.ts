import { describe, expect, it } from 'vitest'
import { readHtmlDocument } from '@/documents/reading/html'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import type { DocumentReading, SourceTable } from '@/documents/reading/sourceDocument'
import { sixTables, wholeDocument, type LayoutBlock, type LayoutTable } from './formLayout'
import { docxOf, sixTablesDocx } from './sixTables.docx'
import { sixTablesHtml, wordHtmlOf, wpsHtmlOf } from './sixTables.html'
import { sixTablesXlsx, xlsxOf } from './sixTables.xlsx'

type Plain = string | readonly (readonly string[])[]

function read(reading: DocumentReading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem))
  return reading.document
}

function tableText(table: SourceTable): string[][] {
  return table.rows.map((row) =>
    row.map(
      ({ row, column, rowSpan, columnSpan, lines }) =>
        `${row},${column} ${rowSpan}×${columnSpan} ${lines.join('\n')}`,
    ),
  )
}

function plainOf(reading: DocumentReading): Plain[] {
  return read(reading).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : tableText(block.table),
  )
}

function layoutText(rows: LayoutTable): string[][] {
  const taken = new Set<string>()
  return rows.map((cells, row) => {
    let column = 0
    return cells.map(({ lines, rowSpan, columnSpan }) => {
      while (taken.has(`${row},${column}`)) column += 1
      const at = column
      for (let down = 0; down < rowSpan; down += 1)
        for (let along = 0; along < columnSpan; along += 1) taken.add(`${row + down},${at + along}`)
      return `${row},${at} ${rowSpan}×${columnSpan} ${lines.join('\n')}`
    })
  })
}

function expected(blocks: readonly LayoutBlock[]): Plain[] {
  return blocks.flatMap((block): Plain[] => {
    if (block.kind === 'table') return [layoutText(block.rows)]
    return block.text.trim() === '' ? [] : [block.text.trim()]
  })
}

describe('the published document', () => {
  it.each([
    ['.docx', async () => readOfficeFile(await sixTablesDocx())],
    ['HTML from Word', () => readHtmlDocument(sixTablesHtml())],
    ['HTML from WPS', () => readHtmlDocument(wpsHtmlOf(wholeDocument()))],
  ])('is read from %s as it was laid out, every merged cell in its place', async (_, reading) => {
    expect(plainOf(await reading())).toEqual(expected(wholeDocument()))
  })
})

describe('the six tables', () => {
  it.each([
    ['.docx', async () => readOfficeFile(await docxOf(sixTables()))],
    ['HTML from Word', () => readHtmlDocument(wordHtmlOf(sixTables()))],
    ['.xlsx, below each other', async () => readOfficeFile(await xlsxOf(sixTables()))],
    ['.xlsx, each on its sheet', async () => readOfficeFile(await xlsxOf(sixTables(), 'sheets'))],
  ])('are read from %s cell for cell the same', async (_, reading) => {
    expect(plainOf(await reading())).toEqual(expected(sixTables()))
  })

  it('are found in a workbook with all the document around them, and say their sheet and row', async () => {
    const { blocks } = read(readOfficeFile(await sixTablesXlsx()))
    const plain = plainOf(readOfficeFile(await sixTablesXlsx())).map((one) => JSON.stringify(one))
    for (const block of expected(sixTables())) expect(plain).toContain(JSON.stringify(block))
    const places = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.place] : []))
    expect(places.every((place) => place?.sheet === '表1' && place.line > 1)).toBe(true)
  })

  it('are numbered in reading order', async () => {
    const { blocks } = read(readOfficeFile(await docxOf(sixTables())))
    const positions = blocks.flatMap((block) => (block.kind === 'table' ? [block.table.position] : []))
    expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})
