import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportedFiles, grownForms, type ExportedFile } from './exportedFiles'

const files = await exportedFiles()
const grown = await grownForms()

describe.each(files)('$name', ({ bytes }: ExportedFile) => {
  it('carries no macro and points to nothing outside itself', () => {
    const parts = unzipSync(bytes)
    expect(Object.keys(parts).filter((name) => /vba|macro|activex|externalLinks/i.test(name))).toEqual([])
    for (const [name, part] of Object.entries(parts))
      if (name.endsWith('.rels'))
        expect(new TextDecoder().decode(part), name).not.toContain('TargetMode="External"')
  })
})

/** The rows of every sheet of an .xlsx: how high each is, the texts it shows with the width each has, and those it hides. */
async function rowsOf(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes)
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const at = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]
    const sheet = at === undefined ? undefined : sheets[Number(at) - 1]
    if (!sheet) return []
    const xml = new TextDecoder().decode(part)
    return [...xml.matchAll(/<row [^>]*\br="(\d+)"[^>]*\bht="([\d.]+)"/g)].map(([, row, height]) => ({
      place: `${sheet.name} ${row}`,
      height: Number(height),
      seen: (sheet.rows[Number(row) - 1] ?? []).flatMap((value, column) =>
        value === null || sheet.columns?.[column]?.hidden ? [] : String(value),
      ),
    }))
  })
}

describe.each([...files, ...grown].filter(({ name }) => name.endsWith('xlsx')))('$name', ({ bytes }) => {
  it('has no row higher than a spreadsheet has, nor than the texts of it that are seen can ask for', async () => {
    const rows = await rowsOf(bytes)
    expect(rows.length).toBeGreaterThan(0)
    for (const { place, height, seen } of rows) {
      const lines = Math.max(1, ...seen.map((text) => [...text].length + 1))
      expect(height, place).toBeLessThanOrEqual(Math.min(409, 28 * lines))
    }
  })
})

/** The program by which somebody without Word or Excel opens what we write. */
const office = ['soffice', 'pdfinfo', 'pdftotext'].every((name) => spawnSync('which', [name]).status === 0)
if (!office) console.log('LibreOffice or poppler is not on this machine: files are not converted here.')

/** Recalculates every formula on opening, instead of showing the results we wrote. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

/** Without blanks, and with the sign of a spreadsheet below zero. */
const bare = (text: string) => text.replace(/\s+/g, '').replaceAll('−', '-')

if (office)
  describe('opened by LibreOffice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jixiao-office-'))
    const convert = (to: string, names: readonly string[]) =>
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--convert-to',
          to,
          '--outdir',
          join(folder, to),
          ...names.map((name) => join(folder, name)),
        ],
        { stdio: 'ignore' },
      )

    beforeAll(() => {
      mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
      writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATE)
      const all = [...files, ...grown]
      for (const { name, bytes } of all) {
        mkdirSync(join(folder, name.slice(-4)), { recursive: true })
        writeFileSync(join(folder, name.slice(-4), name), bytes)
      }
      for (const kind of ['docx', 'xlsx']) {
        convert(
          'pdf',
          all.flatMap(({ name }) => (name.endsWith(kind) ? [join(kind, name)] : [])),
        )
        for (const { name } of all)
          if (name.endsWith(kind))
            renameSync(join(folder, 'pdf', name.replace(kind, 'pdf')), join(folder, 'pdf', `${name}.pdf`))
      }
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    it.each(files)('$name has its pages and every word on them', ({ name, texts, pages }: ExportedFile) => {
      const pdf = join(folder, 'pdf', `${name}.pdf`)
      const count = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
      if (pages === null) expect(count).toBeGreaterThan(0)
      else expect(count).toBe(pages)
      const printed = bare(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })).replace(
        /第\d+页，共\d+页/g,
        '',
      )
      expect(texts.filter((text) => !printed.includes(bare(text)))).toEqual([])
    })

    const pagesOf = (name: string) =>
      execFileSync('pdftotext', ['-raw', join(folder, 'pdf', `${name}.pdf`), '-'], { encoding: 'utf8' })
        .split('\f')
        .map(bare)
        .filter((page) => page !== '')

    it.each(grown)('$name: no page has the lines below a form alone', ({ name }) => {
      const lonely = pagesOf(name).filter((page) => page.includes('等级：优（90分') && !page.includes('签认'))
      expect(lonely.map((page) => page.slice(0, 200))).toEqual([])
    })

    it.each(grown)('$name: every heading stands over two of its own rows at least', ({ name }) => {
      const headed = pagesOf(name).filter((page) => page.includes('二级指标三级指标'))
      const own = /(数量|质量|时效|成本|效益|影响|满意度)指标|五、预算执行率/g
      const empty = headed.filter((page) => (page.match(own) ?? []).length < 2)
      expect(headed.length).toBeGreaterThan(40)
      expect(empty.map((page) => page.slice(0, 300))).toEqual([])
    })

    it('comes to the same results when every formula is worked out again', async () => {
      const workbook = files.find(({ name }) => name === '部门工作簿.xlsx')!
      convert('xlsx:Calc MS Excel 2007 XML', ['xlsx/部门工作簿.xlsx'])
      const again = await readXlsx(
        readFileSync(join(folder, 'xlsx:Calc MS Excel 2007 XML', '部门工作簿.xlsx')),
      )
      const ours = await readXlsx(workbook.bytes)
      let formulas = 0
      ours.sheets.forEach((sheet, at) => {
        for (const [place, { type, value }] of sheet.cells ?? []) {
          if (type !== 'formula') continue
          const [row, column] = place.split(',').map(Number) as [number, number]
          expect(again.sheets[at]?.rows[row]?.[column], `${sheet.name} ${place}`).toBeCloseTo(
            Number(value),
            9,
          )
          formulas += 1
        }
      })
      expect(formulas).toBeGreaterThan(100)
    }, 120_000)
  })
