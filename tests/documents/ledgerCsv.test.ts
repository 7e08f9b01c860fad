import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ledgerCsv } from '@/documents/workbook/ledgerBook'
import { csvRows } from '../scripts/csvProof'

const KEPT = [
  '＝1+1',
  ' =1+1',
  '\n=1+1',
  '\t=1+1',
  '\u200B=1+1',
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '＋1',
  '0012',
  '００１２',
  '123456789012345678',
  '3/4',
  '1-2',
  '1E5',
  '1e+05',
  '12.50',
  '95%',
  '1,000',
  '(5)',
  '¥20',
  '11月30日',
  '2020年12月31日',
  '12:30',
  'MAR1',
  '1-Jan',
  'TRUE',
  "'引号",
]
const PLAIN = ['记-0031', '水电费', '县财〔2021〕3号', '验收单 3 份', '含","的', '两行\n文字', '']
const csvOf = (texts: readonly string[]) =>
  ledgerCsv(
    ['内容', '凭证号'],
    texts.map((text) => [
      { kind: 'text', text },
      { kind: 'text', text: '末' },
    ]),
  )

describe('a text in the exported .csv', () => {
  it.each(KEPT)('%j bears an apostrophe and reads back as it is', (text) => {
    const file = csvOf([text])
    expect(file.split('\r\n')[1]?.replace(/^"/, '').startsWith("'")).toBe(true)
    expect(csvRows(file)[0]?.内容).toBe(text)
  })

  it.each(PLAIN)('%j is left alone', (text) => {
    expect(csvOf([text])).not.toContain("'")
    expect(csvRows(csvOf([text]))[0]?.内容).toBe(text)
  })

  it('one that the program made is left alone', () => {
    expect(ledgerCsv(['序号'], [[{ kind: 'text', text: '12', ours: true }]])).toContain('\r\n12\r\n')
  })

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)
  it.runIf(office !== undefined)(
    'is still the same text after a spreadsheet opened and saved the file',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'csv-'))
      try {
        const texts = KEPT.filter((text) => !/[\n\t\u200B]/.test(text))
        writeFileSync(join(folder, 'in.csv'), csvOf(texts))
        execFileSync(office ?? '', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--infilter=CSV:44,34,76,1',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'a'),
          join(folder, 'in.csv'),
        ])
        execFileSync(office ?? '', [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76,1',
          '--outdir',
          folder,
          join(folder, 'a', 'in.xlsx'),
        ])
        const read = csvRows(readFileSync(join(folder, 'in.csv'), 'utf8'))
        expect(read.map((row) => row.内容)).toEqual(texts)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})
