import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileName, nameStamp } from '@/documents/fileName'
import { plainXml } from '@/documents/forms/plainXml'
import { formDocument } from '@/documents/forms/formDocument'
import { formSheet } from '@/documents/forms/formSheet'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import { sheetNames } from '@/documents/workbook/sheetNames'
import { writeBook } from '@/documents/workbook/writeBook'
import { head, sheetName, text } from '@/format/papers/formCells'

const LONG = '农村饮水安全巩固提升工程（含管网改造、水源保护、水质检测及运行维护）省级补助资金项目'.repeat(9)
const HOSTILE = [
  '甲/乙:丙*丁?戊[己]庚\\辛',
  '甲/乙:丙*丁?戊[己]庚\\辛',
  LONG,
  LONG,
  "'引号'",
  ' 空格　全角 ',
  '😀'.repeat(40),
  '\u0000\u0007控制',
  '\ud800孤',
  '＝1+1',
  '=1+1',
  'history',
  '',
]

const named = fc.string({ unit: 'binary', maxLength: 60 })

describe('the names of sheets', () => {
  it('are taken by a workbook whatever the project is called', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(named, fc.constantFrom(...HOSTILE)), { maxLength: 12 }), (wanted) => {
        const names = sheetNames(wanted)
        expect(names).toHaveLength(wanted.length)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0)
          expect(name.length).toBeLessThanOrEqual(31)
          expect(name).not.toMatch(/[/:*?[\]\\]|^'|'$/)
          expect(encodeURIComponent(name)).not.toBe('')
        }
      }),
    )
  })

  it('stay as they are where nothing is wrong with them', () => {
    expect(sheetNames(['1.办公楼修缮', '2.人员招聘费用'])).toEqual(['1.办公楼修缮', '2.人员招聘费用'])
  })
})

describe('the names of files', () => {
  it('keep their ending, and no system refuses them', () => {
    fc.assert(
      fc.property(fc.oneof(named, fc.constantFrom(...HOSTILE)), (name) => {
        const own = fileName(`绩效自评表-${name}.docx`)
        expect(own).toMatch(/^绩效自评表.*\.docx$/u)
        // oxlint-disable-next-line no-control-regex
        expect(own).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]/)
        expect(new TextEncoder().encode(own).length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

describe('forms of projects of any name', () => {
  const forms = HOSTILE.map((name, index) => ({
    name: sheetName({ position: index + 1, name }),
    title: `项目支出绩效自评表 ${name}`,
    lead: [[`填报单位：${name}`, '万元']],
    foot: [['注：无']],
    widths: [10, 30],
    rows: [[head('项目名称'), text(name)]],
  }))

  it('are files that open again, .docx and .xlsx', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(await writeBook(forms.map(formSheet)))
    expect(book.sheets).toHaveLength(HOSTILE.length)
    book.sheets.forEach(({ rows }, at) => {
      if (plainXml(HOSTILE[at]!) === HOSTILE[at] && HOSTILE[at] !== '') expect(rows[2]?.[1]).toBe(HOSTILE[at])
    })
    const bytes = new Uint8Array(await (await formDocument(forms)).arrayBuffer())
    const read = readOfficeFile(bytes)
    expect(read.ok && read.document.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(
      HOSTILE.length,
    )
  })
})

describe('the moment in the name of a file', () => {
  it.each([
    ['2026-11-28T21:00:00.000Z', '2026-11-29-0500'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01-0000'],
    ['2026-11-29T15:59:59.999Z', '2026-11-29-2359'],
  ])('%s is %s on the clock of this machine', (moment, stamp) => expect(nameStamp(moment)).toBe(stamp))
})
