import { describe, expect, it } from 'vitest'
import { readListFile } from '@/documents/payments/readList'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import { readBook } from '@/documents/workbook/readBook'
import { asBook, brief, readBytes, why } from './payments/lists'

/** A workbook with a payment of 123456.78 that a cell shows as 123,457 (`#,##0`). */
const BOOK = asBook(
  [
    {
      name: '一',
      rows: [
        ['日期', '项目', '金额'],
        ['2020-03-10', '办公楼修缮', '5000'],
      ],
    },
  ],
  (xml) => xml.replace(/<c r="C2"[^]*?<\/c>/, '<c r="C2" s="1"><v>123456.78</v></c>'),
)

describe('a number that a cell shows rounded is reported by every reader of workbooks, never taken silently', () => {
  it('the reader of documents', () => {
    const reading = readOfficeFile(BOOK)
    expect(reading.ok && reading.document.setAside).toEqual([
      { kind: 'shown-rounded', where: '一!C2', text: '123456.78' },
    ])
  })

  it('the book reader, with the cell', () => {
    const book = readBook(BOOK)
    expect(book.ok && book.sheets).toMatchObject([
      {
        name: '一',
        rows: [
          ['日期', '项目', '金额'],
          ['2020-03-10', '办公楼修缮', '123,457'],
        ],
        marks: [{ kind: 'rounded', row: 1, column: 2, text: '123456.78' }],
      },
    ])
  })

  it('the reader of payment lists, which counts by the number behind it and says so', () => {
    const file = readListFile(BOOK, 'a.xlsx')
    expect(file.ok && file.tables[0]?.marks).toMatchObject([{ row: 1, column: 2, kind: 'rounded' }])
    const [line] = readBytes(BOOK, 'a.xlsx').lines
    expect(line && [brief(line), why(line)]).toEqual([
      '2 3 2020-03-10 123456.78 x',
      '单元格显示为 123,457，按格内的实际数读。',
    ])
  })
})
